"""From the first lesson to a withdrawn certificate: every desk, every hand-over, as the people who do it."""

import time

import pytest

from tests.journey.steps import certifying, checking, examining, learning, publishing


pytestmark = pytest.mark.journey
NAME, EMAIL, SECRET = "Lê Thị Ngọc Ẩn", "ngocan@vidu.example", "hoc-that-thi-that-2026"
STORY = "Thêm một chuyên gia được chứng nhận"


@pytest.fixture
def people(visitors):
    """Everybody of the journey: two sign in by hand, the others by the one click of the demonstration."""
    cast = {"trainee": visitors(), "public": visitors()}
    for role, handle in (("officer", "canbo"), ("member", "hoidong")):
        cast[role] = visitors().sign_in(f"{handle}@chuyengia.example")
    for role, handle in (
        ("examiner", "giamkhao"), ("agency", "coquan"), ("editor", "bientap"),
        ("publisher", "xuatban"), ("programme", "chuongtrinh"), ("teacher", "tacgia"),
    ):  # fmt: skip
        cast[role] = visitors().become(f"{handle}@chuyengia.example")
    return cast


def learn(people):
    """A newcomer signs up and takes two courses; their hours are evidence."""
    trainee = people["trainee"]
    learning.sign_up(trainee, NAME, EMAIL, SECRET)
    learning.take_course(trainee, "C01")
    learning.take_course(trainee, "C04")
    hours = trainee.visit("/chung-chi/NSCL-QG/").text(".steps__i--done")
    assert "32" in hours


def sit_exam(people):
    """The paper is answered, saved, reloaded, handed in; return the sitting's id and the number."""
    trainee = people["trainee"]
    sitting = examining.start_exam(trainee)
    codes = examining.answer_paper(trainee)
    assert len(set(codes)) == 26
    assert {"Q036", "Q051"} < set(codes)
    examining.answers_survive_a_reload(trainee)
    number, receipt = examining.hand_in(trainee)
    assert len(receipt) > 8
    return sitting, number


def be_graded(people, sitting, number):
    """Marked by number only, released together, told by mail."""
    trainee, officer = people["trainee"], people["officer"]
    examining.end_sitting(officer, sitting)
    examining.mark_all(people["examiner"], sitting, number, nobody=(NAME, EMAIL, "Ngọc Ẩn"))
    examining.release(officer, sitting)
    trainee.visit("/cua-toi/").look("mine-graded").press("a[href$='/ket-qua/']").look("result")
    assert trainee.text(".verdict").startswith("Đạt")
    learning.letter(trainee.site, EMAIL, about="kết quả")


def be_certified(people):
    """Applied, found eligible, granted; return the number."""
    dossier = certifying.apply(people["trainee"])
    certifying.find_eligible(people["officer"], dossier)
    assert certifying.is_barred(people["teacher"], dossier)
    return certifying.grant(people["member"], dossier)


def hold_the_paper(people, number, folder):
    """The PDF, made in the background, carries exactly the holder's name and number."""
    pdf = certifying.download(people["trainee"], number, folder)
    words = certifying.words_of(pdf)
    assert NAME in words
    assert number in words.replace(" ", "")
    people["trainee"].visit("/cua-toi/").look("mine-certified")
    return checking.code_of(pdf)


def be_scanned(people, number, code):
    """A camera's address is judged on the device itself, with and without a network; a forged one is refused."""
    public = people["public"]
    said = checking.scan(public, code)
    assert "Thật và chưa bị thu hồi" in said
    assert NAME in said
    assert number in said
    public.look("scanned")
    said = checking.scan_without_network(public, code)
    assert "Thật và chưa bị thu hồi" in said
    assert "Không có mạng" in said
    spoiled = code[:-9] + ("A" if code[-9] != "A" else "B") + code[-8:]
    said = checking.scan(public, spoiled)
    assert "không phải của Hội đồng" in said
    assert NAME not in said
    public.look("scanned-forged")


def be_verified(people, number):
    """Anyone asks by number, by QR code, by program; an agency asks for a whole list."""
    public, wrong = people["public"], checking.wrong_digit(number)
    assert "Chứng chỉ còn hiệu lực" in checking.look_up(public, number)
    assert NAME in checking.follow_qr(public, number)
    answer = checking.ask_api(public, number)
    assert (answer["status"], answer["certificate"]["name"]) == ("valid", NAME)
    right, mistyped = checking.check_list(people["agency"], [number, wrong], "list-result")
    assert NAME in right
    assert NAME not in mistyped


def be_counted(people, number, before):
    """One more on the progress page, and an entry that the programme officer can open."""
    assert checking.certified_now(people["public"]) == before + 1
    programme = people["programme"].look("mine-programme")
    programme.visit("/tien-do/").look("progress-programme")
    assert NAME in programme.visit("/chung-chi/so-dang-ky/").look("register").text()
    assert (
        NAME in programme.visit(f"/chung-chi/so-dang-ky/{number}/").look("entry-programme").text()
    )
    return before + 1


def be_news(people, certified):
    """Written, reviewed, published, read."""
    publishing.write_story(people["editor"], STORY)
    publishing.approve_story(people["editor"], STORY, "editor")
    publishing.approve_story(people["publisher"], STORY, "publisher")
    publishing.read_story(people["public"], STORY, certified)


def be_withdrawn(people, number):
    """Proposed by an officer, confirmed by the council: everybody sees it, with its day."""
    certifying.propose_withdrawal(people["officer"], number)
    certifying.confirm_withdrawal(people["member"], number)
    said = people["public"].visit(f"/tra-cuu/{number}/").look("verify-withdrawn").text()
    assert "Chứng chỉ đã bị thu hồi" in said
    event = checking.ask_api(people["public"], number)["history"][-1]
    day = "/".join(reversed(event["effective_on"].split("-")))
    assert event["event"] == "withdrawn"
    assert day in said
    (row,) = checking.check_list(people["agency"], [number], "list-withdrawn")
    assert day in row


def be_scanned_after_withdrawal(people, code):
    """The paper is still genuine, and the device says that it counts no more, also without a network."""
    public, until = people["public"], time.monotonic() + 20
    while "Đừng dựa vào" not in checking.scan(public, code):
        assert time.monotonic() < until, "the status list was not published"
        time.sleep(1)
    public.look("scanned-withdrawn")
    assert "Đừng dựa vào" in checking.scan_without_network(public, code)


def test_a_newcomer_becomes_an_expert_whom_an_agency_can_verify(people, tmp_path):
    before = checking.certified_now(people["public"])
    learn(people)
    sitting, candidate = sit_exam(people)
    be_graded(people, sitting, candidate)
    number = be_certified(people)
    code = hold_the_paper(people, number, tmp_path)
    be_scanned(people, number, code)
    be_verified(people, number)
    certified = be_counted(people, number, before)
    be_news(people, certified)
    be_withdrawn(people, number)
    be_scanned_after_withdrawal(people, code)
