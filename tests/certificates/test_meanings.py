"""Every answer has its words, in one place that pages, papers and programs share."""

import pytest
from django.urls import reverse
from django.utils.translation import override

from certificates import meanings
from certificates.models.verification import Verdict
from certificates.selectors.codes import CodeJudgement


KINDS = {"ok", "warn", "bad", "none"}


def test_every_verdict_means_something():
    assert set(meanings.VERDICTS) == {verdict.value for verdict in Verdict}
    for meaning in meanings.VERDICTS.values():
        assert meaning.means
        assert meaning.advice


def test_the_groups_name_each_answer_once_and_in_both_languages():
    keys = [group.key for group in meanings.GROUPS]
    assert len(keys) == len(set(keys))
    for group in meanings.GROUPS:
        for code, meaning in group.answers.items():
            assert meaning.kind in KINDS
            for text in (group.title, group.lead, meaning.title, meaning.means, meaning.advice):
                with override("vi"):
                    vietnamese = str(text)
                with override("en"):
                    assert not text or vietnamese != str(text), (group.key, code)


def test_the_table_shows_every_answer_under_an_address_of_its_own(client, db):
    html = client.get(reverse("certificates:answers")).content.decode()
    for group in meanings.GROUPS:
        for code in group.answers:
            assert f'id="{group.key}-{code}"' in html
            assert f"<code>{code}</code>" in html
    english = client.get("/en/tra-cuu/giai-thich/").content.decode()
    assert "This certificate was withdrawn" in english.replace("\xa0", " ")


def test_programs_get_the_same_table(client, db):
    told = client.get("/api/v1/answers").json()
    assert len(told) == sum(len(group.answers) for group in meanings.GROUPS)
    bomb = next(each for each in told if each["code"] == "bomb" and each["about"] == "refused")
    assert bomb["title"]["en"].startswith("The file unpacks to far more")
    assert bomb["explained_at"].endswith("/tra-cuu/giai-thich/#refused-bomb")


@pytest.mark.parametrize(
    "fault", ["foreign", "unreadable", "other_issuer", "unknown_key", "altered"]
)
def test_every_fault_of_a_code_has_its_words(fault):
    assert meanings.CODES[CodeJudgement(fault).fault].kind != "ok"


def test_a_verdict_looks_on_every_page_as_in_the_table():
    assert {meaning.css for group in meanings.GROUPS for meaning in group.answers.values()} == {
        "ok", "hold", "out", "end",
    }  # fmt: skip
