"""The gallery: every component in every state, for the people who write pages."""

import pytest
from django.test import RequestFactory

from accounts.roles import Role
from cms.gallery import examples
from tests import cast
from tests.house.test_sizes import ROOT


pytestmark = pytest.mark.django_db
ADDRESS = "/cms/components/"
# parts of another component, or what a message or a form brings along: never chosen by itself
PARTS = {"demo_banner", "filter_field", "form_fields", "messages"}


@pytest.fixture
def editor(client):
    client.force_login(cast.BY_ROLE[Role.EDITOR]())
    return client


@pytest.fixture
def shown():
    request = RequestFactory().get(ADDRESS)
    return {each.name: each for each in examples.components(request)}


def test_every_component_stands_in_the_gallery():
    files = {path.stem for path in (ROOT / "templates" / "components").glob("*.html")}
    templates = {entry["template"] for entry in examples.entries()}
    assert {name for name in files if f"components/{name}.html" not in templates} == PARTS


def test_there_are_the_components_of_the_design():
    assert len(examples.entries()) >= 26


def test_every_state_draws_something_and_says_how_it_was_made(shown):
    for component in shown.values():
        assert component.header, component.name
        for example in component.examples:
            assert example.html.strip(), (component.name, example.state)
            assert example.source.startswith('{% include "'), component.name


def test_states_differ_from_one_another(shown):
    for component in shown.values():
        drawings = [example.html for example in component.examples]
        assert len(set(drawings)) == len(drawings), component.name


def test_the_source_shows_words_as_words_and_objects_by_name(shown):
    assert shown["alert"].examples[1].source == (
        '{% include "components/alert.html" with kind="ok" text="Hồ sơ đã được nộp." %}'
    )
    assert shown["field"].examples[0].source == (
        '{% include "components/field.html" with field=field %}'
    )


def test_no_name_on_the_page_stands_twice(editor):
    html = editor.get(ADDRESS).content.decode()
    ids = [piece.split('"')[0] for piece in html.split(' id="')[1:]]
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize(("mode", "scheme"), [("sang", "light"), ("toi", "dark")])
def test_the_scheme_can_be_chosen(editor, mode, scheme):
    assert f'data-scheme="{scheme}"' in editor.get(ADDRESS, {"mau": mode}).content.decode()


def test_the_narrow_frame_shows_the_gallery_itself(editor):
    response = editor.get(ADDRESS, {"khung": "320"})
    assert f'src="{ADDRESS}"' in response.content.decode()
    assert "frame-src 'self'" in response["Content-Security-Policy"]


def test_the_strict_policy_holds_here_unlike_in_the_admin(editor):
    policy = editor.get(ADDRESS)["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "frame-ancestors 'self'" in policy


@pytest.mark.parametrize("role", [Role.TRAINEE, Role.EXAMINER, Role.AGENCY])
def test_who_writes_no_pages_may_not_see_it(client, role):
    client.force_login(cast.BY_ROLE[role]())
    assert client.get(ADDRESS).status_code == 403
