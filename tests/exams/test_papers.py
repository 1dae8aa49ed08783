"""A paper fits its blueprint and never changes once it is sealed."""

import pytest
from django.db import IntegrityError, transaction

from exams import api
from exams.models import Blueprint, Exam, Form, FormItem, Item, ItemState
from exams.services.bank import read_bundled
from exams.services.papers import assemble_form
from exams.services.problems import Refused, sentence_for
from exams.services.sittings import create_sitting
from tests.exams.factories import CLOSES, DURING, OPENS


def _assemble(items):
    return assemble_form(
        exam=Exam.objects.get(),
        blueprint=Blueprint.objects.get(),
        code="NEW",
        items=items,
        at=DURING,
    )


def test_the_paper_holds_26_questions_for_64_points(form):
    assert form.items.count() == 26
    assert sum(item.points for item in form.items.all()) == 64
    assert form.sealed_at


def test_loading_the_exam_again_gives_the_same_paper(form):
    assert api.load_exam() == form
    assert api.exam_codes() == {"EX-NSCL-1"}


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda items: items[:-1], "essay/C06/judge"),
        (lambda items: [*items[:-1], "Q066"], "wrong_pool"),
        (lambda items: [*items, "Q999"], "Q999"),
        (lambda items: [*items, items[0]], "repeated"),
    ],
)
def test_a_list_that_does_not_fit_is_refused_with_the_gap(form, change, sentence):
    with pytest.raises(Refused, match=sentence):
        _assemble(change(read_bundled("exams.yaml")["form"]["items"]))
    assert not Form.objects.filter(code="NEW").exists()


def test_a_retired_item_is_refused(form):
    Item.objects.filter(code="Q002").update(state=ItemState.RETIRED)
    with pytest.raises(Refused, match="not_active"):
        _assemble(read_bundled("exams.yaml")["form"]["items"])


@pytest.mark.parametrize(
    "act",
    [
        lambda form: Form.objects.filter(pk=form.pk).update(sealed_at=None),
        lambda form: form.items.filter(position=1).update(points=5),
        lambda form: form.items.filter(position=1).delete(),
        lambda form: FormItem.objects.create(
            form=form, position=27, version_id=form.items.first().version_id, points=1
        ),
    ],
    ids=["unseal", "change", "remove", "add"],
)
def test_the_database_keeps_a_sealed_paper_as_it_is(form, act):
    with pytest.raises(IntegrityError, match="sealed") as refused, transaction.atomic():
        act(form)
    assert "sealed" in str(sentence_for(refused.value))


def test_an_unknown_violation_is_not_hidden():
    with pytest.raises(IntegrityError, match="something else"):
        sentence_for(IntegrityError("something else"))


def test_only_a_sealed_paper_is_taken(form):
    draft = Form.objects.create(code="D", exam=form.exam, blueprint=form.blueprint)
    with pytest.raises(Refused, match="sealed"):
        create_sitting(
            code="X",
            form=draft,
            title_vi="x",
            title_en="x",
            number_prefix="HN",
            opens_at=OPENS,
            closes_at=CLOSES,
        )
