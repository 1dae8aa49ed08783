"""
People in Wagtail's admin.

Wagtail's own form asks for first and last name, administrator rights, groups and a password. Here a
person has one full name; roles come from dated grants, never from a tick in a form; and nobody sets
another's password or moves another's e-mail address, since either would let one person act as another.
"""

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext_lazy as _
from wagtail.users.views.users import EditView, IndexView, UserViewSet

from accounts.models import User


class PersonForm(forms.ModelForm[User]):
    """A new person, who chooses the password through "forgotten password"."""

    class Meta:
        model = User
        fields: ClassVar = ["email", "full_name", "province", "language"]

    def clean_email(self) -> str:
        """Return the address in small letters, as it is kept; raise ValidationError if it is taken."""
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email=email).exclude(pk=self.instance.pk).exists():
            self.add_error("email", self.instance.unique_error_message(User, ("email",)))
        return email

    def save(self, commit: bool = True) -> User:  # noqa: FBT001, FBT002 - Django calls it so
        """Return the person; a new one cannot sign in before choosing a password."""
        if not self.instance.password:
            self.instance.set_unusable_password()
        return super().save(commit=commit)


class KnownPersonForm(PersonForm):
    """A person whose address stays as it is: only its owner may move it."""

    class Meta(PersonForm.Meta):
        fields: ClassVar = ["email", "full_name", "province", "language", "is_active"]
        labels: ClassVar = {"is_active": _("may sign in")}

    def __init__(self, *args: Any, editing_self: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["email"].disabled = True
        if editing_self:
            del self.fields["is_active"]


class PeopleView(IndexView):
    """All people, found by any part of name or address."""

    search_fields: ClassVar = ["full_name", "name_folded", "email"]
    default_ordering = "name_sort_key"


class PersonView(EditView):
    def setup(self, request: Any, *args: Any, **kwargs: Any) -> None:
        """Keep administrators out of the hands of those who are not."""
        super().setup(request, *args, **kwargs)
        if self.object.is_superuser and not request.user.is_superuser:
            raise PermissionDenied


class PersonViewSet(UserViewSet):
    """Wagtail's people with our form."""

    ordering = "name_sort_key"
    index_view_class = PeopleView
    edit_view_class = PersonView
    # Wagtail's templates for people name fields that nobody has here: its plain ones show the form.
    create_template_name = "wagtailadmin/generic/create.html"
    edit_template_name = "wagtailadmin/generic/edit.html"

    def get_form_class(self, for_update: bool = False) -> type[PersonForm]:  # noqa: FBT001, FBT002 - Wagtail calls it so
        """Return the form for a new or a known person."""
        return KnownPersonForm if for_update else PersonForm
