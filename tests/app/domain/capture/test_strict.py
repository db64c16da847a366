"""A line nobody looks at is refused rather than guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.capture.reading import Captured
from app.domain.capture.strict import strict
from app.domain.capture.vocabulary import KnownStudent, SkillIndex, Vocabulary
from app.errors import Ambiguous, ClassroomError, NoSuchLevel, NotFound, NothingSeen, SkillMissing
from tests.fakes.class_4b import skills, students, vocabulary

CLASS = vocabulary()
IDS = {student.name: student.id for student in students()}


def refused(line: str, known: Vocabulary = CLASS) -> tuple[str, tuple[str, ...]]:
    with pytest.raises(Ambiguous) as error:
        strict(line, known)
    return error.value.what, error.value.candidates


def test_a_line_that_says_one_thing_is_taken() -> None:
    captured = strict("maya p 3 fra explains own strategy", CLASS)
    assert captured == Captured(
        student_id=IDS["Maya P."],
        skill_id=skills()[2].id,
        level=3,
        tag_ids=(),
        note="explains own strategy",
    )


def test_two_students_of_one_name_are_named_as_candidates() -> None:
    assert refused("may 3 fra") == ("student", ("Maya P.", "Maya L."))
    assert refused("maya 3 fra") == ("student", ("Maya P.", "Maya L."))


def test_an_initial_away_from_the_name_does_not_settle_who_it_is() -> None:
    assert refused("maya 3 p")[0] == "student"


def test_two_whole_names_are_ambiguous_wherever_they_stand() -> None:
    assert refused("ben 3 with grace") == ("student", ("Ben", "Grace"))
    assert refused("grace 3 helped ben")[0] == "student"


def test_a_name_in_the_middle_of_a_note_or_in_quotes_is_part_of_it() -> None:
    assert strict("ben 3 gave grace a hint", CLASS).student_id == IDS["Ben"]
    assert strict('ben 3 "with grace"', CLASS).note == "with grace"


def test_a_whole_name_beats_a_word_of_the_note_that_starts_one() -> None:
    people = [*students(), KnownStudent(IDS["Ben"], "Candice", ("Candice",))]
    known = Vocabulary(people, SkillIndex(skills()))
    assert strict("finn can explain it", known).student_id == IDS["Finn"]
    assert strict("finn 3 dec can help", known).student_id == IDS["Finn"]


def test_a_word_the_skill_takes_is_no_second_student() -> None:
    people = [*students(), KnownStudent(IDS["Ben"], "Francesca", ("Francesca",))]
    known = Vocabulary(people, SkillIndex(skills()), stations=CLASS.stations)
    assert strict("isla 3 fra", known).student_id == IDS["Isla"]


def test_the_stations_skill_settles_which_one_is_meant() -> None:
    assert strict("ben 3 fra", CLASS).skill_id == skills()[2].id
    assert strict("isla 3 fra", CLASS).skill_id == skills()[3].id


def test_elsewhere_several_skills_are_named_as_candidates() -> None:
    assert refused("sofia 3 fra") == (
        "skill",
        (
            "Add fractions",
            "Compare fractions",
            "Equivalent fractions",
            "Read and draw fractions",
        ),
    )


def test_a_skill_named_in_full_is_that_skill() -> None:
    longer = [*(s.statement for s in skills()), "Compare fractions with one denominator"]
    known = Vocabulary(students(), SkillIndex(skills(longer)))
    assert strict("isla 3 compare fractions", known).skill_id == skills()[2].id


def test_two_levels_are_ambiguous() -> None:
    assert refused("ben 3 did 2 pages") == ("level", ("3", "2"))
    assert strict("ben 3 did 2 of 4", CLASS).level == 3


def test_what_is_missing_is_said() -> None:
    with pytest.raises(NotFound) as error:
        strict("xyz 3 fra", CLASS)
    assert (error.value.what, error.value.name) == ("student", "xyz")
    with pytest.raises(NotFound):
        strict("", CLASS)
    with pytest.raises(NothingSeen):
        strict("ben", CLASS)
    with pytest.raises(SkillMissing):
        strict("sofia 3", CLASS)


def test_a_number_that_is_no_level_is_refused_rather_than_kept_as_a_note() -> None:
    with pytest.raises(NoSuchLevel) as refused:
        strict("sofia 9", CLASS)
    assert (refused.value.level, refused.value.highest) == (9, 4)


@given(st.text(max_size=30))
def test_a_line_is_taken_or_refused_and_nothing_else(line: str) -> None:
    try:
        captured = strict(line, CLASS)
    except ClassroomError:
        return
    assert captured.student_id in IDS.values()
    assert captured.level is not None or captured.tag_ids or captured.note
