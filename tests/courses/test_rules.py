from decimal import Decimal
from uuid import UUID

from hypothesis import given, strategies as st

from courses.rules import (
    Learning,
    LessonFacts,
    LessonState,
    hours_done,
    is_complete,
    lesson_state,
    next_lesson,
    open_checks,
)


CODES = st.lists(st.sampled_from(["Q001", "Q002", "Q003"]), unique=True, max_size=3).map(tuple)
LESSONS = st.lists(
    st.builds(
        LessonFacts,
        key=st.integers(1, 50).map(lambda number: UUID(int=number)),
        hours=st.integers(1, 8).map(lambda halves: Decimal(halves) / 2),
        checks=CODES,
    ),
    unique_by=lambda lesson: lesson.key,
    max_size=6,
)


@st.composite
def courses_and_learning(draw):
    lessons = draw(LESSONS)
    keys = [lesson.key for lesson in lessons]
    pairs = [(lesson.key, code) for lesson in lessons for code in lesson.checks]
    learning = Learning(
        lessons_read=frozenset(draw(st.lists(st.sampled_from(keys))) if keys else ()),
        checks_passed=frozenset(draw(st.lists(st.sampled_from(pairs))) if pairs else ()),
        last_touched=draw(st.sampled_from([*keys, None])),
    )
    return lessons, learning


LESSON = LessonFacts(key=UUID(int=1), hours=Decimal(2), checks=("Q001", "Q002"))


def test_a_lesson_goes_from_to_do_over_checks_open_to_done():
    assert lesson_state(LESSON, Learning()) is LessonState.TODO
    read = Learning(
        lessons_read=frozenset({LESSON.key}), checks_passed=frozenset({(LESSON.key, "Q001")})
    )
    assert lesson_state(LESSON, read) is LessonState.CHECKS_OPEN
    assert open_checks(LESSON, read) == ["Q002"]
    done = Learning(read.lessons_read, frozenset({(LESSON.key, "Q001"), (LESSON.key, "Q002")}))
    assert lesson_state(LESSON, done) is LessonState.DONE


def test_right_answers_without_reading_do_not_finish_a_lesson():
    answered = Learning(checks_passed=frozenset({(LESSON.key, "Q001"), (LESSON.key, "Q002")}))
    assert lesson_state(LESSON, answered) is LessonState.TODO


def test_a_course_without_lessons_is_never_complete():
    assert not is_complete([], Learning())
    assert next_lesson([], Learning()) is None


@given(courses_and_learning())
def test_a_course_is_complete_exactly_when_there_is_nothing_to_go_on_with(case):
    lessons, learning = case
    assert is_complete(lessons, learning) is (
        bool(lessons) and next_lesson(lessons, learning) is None
    )


@given(courses_and_learning())
def test_all_hours_are_learnt_exactly_when_the_course_is_complete(case):
    lessons, learning = case
    whole = sum((lesson.hours for lesson in lessons), Decimal(0))
    if lessons:
        assert (hours_done(lessons, learning) == whole) is is_complete(lessons, learning)


@given(courses_and_learning())
def test_one_goes_on_where_one_was_unless_that_is_done(case):
    lessons, learning = case
    following = next_lesson(lessons, learning)
    touched = {lesson.key: lesson for lesson in lessons}.get(learning.last_touched)
    if touched and lesson_state(touched, learning) is not LessonState.DONE:
        assert following == touched
    elif following:
        earlier = lessons[: lessons.index(following)]
        assert all(lesson_state(lesson, learning) is LessonState.DONE for lesson in earlier)
