"""The migration operation itself: forwards and backwards on either database."""

import pytest
from django.db import IntegrityError, connection, transaction

from accounts.triggers import InTurn, Refuse
from certificates.models import ExpertField


pytestmark = pytest.mark.django_db
TABLE = ExpertField._meta.db_table


def test_it_refuses_forwards_and_allows_again_backwards():
    refuse = Refuse("field_stays_green", TABLE, "DELETE", "OLD.code = 'kept'")
    for code in ("kept", "other"):
        ExpertField.objects.create(code=code, name_vi=code, name_en=code)
    # entering the editor would switch foreign keys off, which SQLite cannot do inside a test's transaction
    editor = connection.schema_editor()
    refuse.database_forwards("certificates", editor, None, None)
    with pytest.raises(IntegrityError, match="field_stays_green"), transaction.atomic():
        ExpertField.objects.filter(code="kept")._raw_delete("default")
    ExpertField.objects.filter(code="other")._raw_delete("default")
    refuse.database_backwards("certificates", editor, None, None)
    assert ExpertField.objects.filter(code="kept").delete()[0] == 1


def test_it_can_be_written_into_a_migration():
    refuse = Refuse("a", TABLE, "UPDATE", "1 = 1")
    name, args, facts = refuse.deconstruct()
    assert (name, args) == ("Refuse", [])
    assert Refuse(**facts).describe() == f"Refuse UPDATE on {TABLE}: a"
    assert refuse.state_forwards("certificates", None) is None


def test_turns_can_be_written_into_a_migration_and_taken_back():
    turns = InTurn("fields_in_turn", TABLE, "code")
    name, args, facts = turns.deconstruct()
    assert (name, args) == ("InTurn", [])
    again = InTurn(**facts)
    assert again.describe() == f"Change code of {TABLE} in turn: fields_in_turn"
    assert again.state_forwards("certificates", None) is None
    editor = connection.schema_editor()
    for _ in range(2):  # installing twice fails unless taking back removes it wholly
        again.database_forwards("certificates", editor, None, None)
        ExpertField.objects.filter(code="none").update(code="other")
        again.database_backwards("certificates", editor, None, None)
