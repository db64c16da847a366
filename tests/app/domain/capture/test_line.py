"""A capture line is understood as a teacher means it."""

import pytest

from app.domain.capture.line import parse
from app.domain.capture.reading import LEVEL, NOTE, SKILL, STUDENT, Reading
from app.domain.capture.vocabulary import KnownSkill, SkillIndex, Vocabulary
from app.domain.ids import SkillId
from tests.fakes.class_4b import CHOICE, TABLETS, TEACHER, skills, students, vocabulary

CLASS = vocabulary()


def read(line: str) -> Reading:
    return parse(line, CLASS)


def student(line: str) -> str:
    best = read(line).student.best
    return best.student.name if best else ""


def offered(line: str) -> list[str]:
    return [choice.student.name for choice in read(line).student.choices]


def skill(line: str) -> str:
    best = read(line).skill.best
    return best.skill.statement if best else ""


def level(line: str) -> int | None:
    best = read(line).level.best
    return best.level if best else None


def note(line: str) -> str:
    best = read(line).note.best
    return best.text if best else ""


def tags(line: str) -> list[str]:
    best = read(line).note.best
    return [tag.name for tag in best.tags] if best else []


def test_the_line_of_the_design() -> None:
    reading = read("may 3 fra explains own strategy")
    assert offered(reading.line) == ["Maya P.", "Maya L."]
    assert (reading.student.matches, reading.skill.matches) == (2, 4)
    assert level(reading.line) == 3
    assert [choice.skill.statement for choice in reading.skill.choices] == [
        "Compare fractions",
        "Equivalent fractions",
        "Add fractions",
        "Read and draw fractions",
    ]
    assert [c.here for c in reading.skill.choices] == [True, False, False, False]
    assert [(c.text, [tag.name for tag in c.tags]) for c in reading.note.choices] == [
        ("explains own strategy", []),
        ("explains own strategy", ["Explains strategy"]),
    ]
    assert reading.parts == (STUDENT, LEVEL, SKILL, NOTE, NOTE, NOTE)
    assert not reading.missing


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("LUCIA", "Lucía"),
        ("luk", "Łukasz"),
        ("obrien", "Finn"),
        ("o'br", "Finn"),
        ("marie", "Anneliese-Marie"),
        ("anneliese-m", "Anneliese-Marie"),
        ("al-s", "Fatima"),
        ("محم", "محمد"),
        ("مُحَمَّد", "محمد"),
        ("علي", "محمد"),
        ("王", "王梓涵"),
        ("梓涵", "王梓涵"),
        ("김", "김민준"),
        ("민준", "김민준"),
        ("maya patel", "Maya P."),
        ("lind maya", "Maya L."),
        ("maya l", "Maya L."),
    ],
)
def test_students_are_found_by_any_start_of_their_name(typed: str, name: str) -> None:
    assert student(f"{typed} 3") == name
    assert note(f"{typed} 3") == ""


def test_the_station_the_teacher_looks_at_comes_first_then_the_name() -> None:
    assert offered("may") == ["Maya P.", "Maya L."]
    at_the_table = parse("may", vocabulary(TEACHER))
    assert [c.student.name for c in at_the_table.student.choices] == ["Maya L.", "Maya P."]
    elsewhere = parse("may", vocabulary(CHOICE))
    assert [c.student.name for c in elsewhere.student.choices] == ["Maya L.", "Maya P."]


def test_who_works_on_what_is_typed_comes_before_who_does_not() -> None:
    reading = parse("may compare", vocabulary(TABLETS))
    assert [c.student.name for c in reading.student.choices] == ["Maya P.", "Maya L."]


def test_who_is_in_the_room_comes_first() -> None:
    people = [s for s in students() if s.name.startswith("Maya")]
    away = [
        type(s)(s.id, s.name, s.firsts, s.family, s.station_id, in_room=s.name == "Maya L.")
        for s in people
    ]
    reading = parse("may", Vocabulary(away, SkillIndex(skills())))
    assert [c.student.name for c in reading.student.choices] == ["Maya L.", "Maya P."]


def test_a_whole_name_comes_before_the_start_of_one() -> None:
    assert student("maya 3 is slow") in {"Maya L.", "Maya P."}
    assert note("maya 3 is slow") == "is slow"


def test_a_second_name_in_the_note_stays_there() -> None:
    assert student("fat 3 with grace") == "Fatima"
    assert note("fat 3 with grace") == "with grace"
    assert student("ben 3 gave grace a hint") == "Ben"
    assert note("maya 3 helped ben") == "helped ben"


def test_a_word_of_student_and_skill_goes_where_both_find_a_place() -> None:
    people = [*students(), type(students()[0])(students()[0].id, "Addison", ("Addison",))]
    known = Vocabulary(people, SkillIndex(skills()))
    reading = parse("add may 3", known)
    assert reading.student.best is not None
    assert reading.student.best.student.name.startswith("Maya")
    assert reading.skill.best is not None
    assert reading.skill.best.skill.statement == "Add fractions"
    alone = parse("add 3", known).student.best
    assert alone is not None
    assert alone.student.name == "Addison"


def test_without_a_skill_it_is_the_one_of_the_students_station() -> None:
    assert skill("ben 3") == "Compare fractions"
    assert skill("isla 3") == "Equivalent fractions"
    assert read("isla 3").skill.matches == 0


def test_a_student_without_a_station_needs_a_skill() -> None:
    assert read("sofia 3").missing == "skill"
    assert read("sofia 3 dec").missing == ""
    assert read("sofia was here late").missing == ""


def test_more_words_of_a_skill_count_more_than_the_station() -> None:
    assert skill("ben 3 draw fra") == "Read and draw fractions"


def test_the_stations_own_skill_stays_in_reach() -> None:
    reading = read("ben 3 dec")
    statements = [choice.skill.statement for choice in reading.skill.choices]
    assert statements == ["Order decimals", "Compare fractions"]
    assert note("ben 3 dec") == ""
    picked = reading.with_pick(SKILL, 1)
    assert picked.note.best is not None
    assert picked.note.best.text == "dec"


def test_a_whole_word_in_the_middle_of_a_note_is_no_skill() -> None:
    assert skill("ben 3 drew a bar then added") == "Compare fractions"
    assert note("ben 3 drew a bar then added") == "drew a bar then added"
    assert note("ben explains fractions well 3") == "explains fractions well"


@pytest.mark.parametrize(
    ("line", "given", "left"),
    [
        ("ben did 3 of 4", None, "did 3 of 4"),
        ("ben did 3 of 4 2", 2, "did 3 of 4"),
        ("ben 2 did 3 out of 4", 2, "did 3 out of 4"),
        ("ben 3/4 right", None, "3/4 right"),
        ("ben 3 did 2 pages", 3, "did 2 pages"),
        ("ben 5 pages", None, "5 pages"),
        ("ben 3, good", 3, "good"),
        ("ben ٣", 3, ""),
    ],
)
def test_numbers_that_count_something_are_no_level(line: str, given: int | None, left: str) -> None:
    assert (level(line), note(line)) == (given, left)


def test_the_highest_level_is_the_frameworks() -> None:
    two = [KnownSkill(SkillId(1), "Ride a bike", levels=("Not yet", "Yes"))]
    six = [KnownSkill(SkillId(1), "Ride a bike", levels=tuple("abcdef"))]
    assert parse("ben 3 bike", Vocabulary(students(), SkillIndex(two))).level.best is None
    best = parse("ben 6 bike", Vocabulary(students(), SkillIndex(six))).level.best
    assert best is not None
    assert (best.level, best.word) == (6, "f")


def test_quoted_words_are_the_note_as_they_stand() -> None:
    line = 'ben 3 "2 of maya  fractions"'
    assert (student(line), level(line)) == ("Ben", 3)
    assert note(line) == "2 of maya fractions"
    assert note("ben “still open") == "still open"


def test_words_that_are_a_tag_give_the_tag() -> None:
    assert (tags("ben 3 stu"), note("ben 3 stu")) == (["Stuck"], "")
    assert tags("ben drew it") == ["Drew it"]
    kept = read("ben 3 stu").with_pick(NOTE, 1).note.best
    assert kept is not None
    assert (kept.text, kept.tags) == ("stu", ())


def test_a_tag_in_a_longer_note_is_only_suggested() -> None:
    assert (tags("ben 3 stuck on halves"), note("ben 3 stuck on halves")) == (
        [],
        "stuck on halves",
    )
    both = read("ben 3 stuck on halves").with_pick(NOTE, 1).captured()
    assert both is not None
    assert (both.note, len(both.tag_ids)) == ("stuck on halves", 1)


def test_chinese_needs_no_spaces() -> None:
    known = Vocabulary(students(), SkillIndex(skills(["比较分数", "文字题"])))
    reading = parse("王梓涵3分数能解释", known)
    captured = reading.captured()
    assert captured is not None
    assert (captured.skill_id, captured.level, captured.note) == (SkillId(0), 3, "能解释")


def test_another_pick_moves_what_hangs_on_it() -> None:
    reading = read("may 3").with_pick(STUDENT, 1)
    assert reading.student.best is not None
    assert reading.student.best.student.name == "Maya L."
    assert reading.skill.best is not None
    assert reading.skill.best.skill.statement == "Add fractions"


def test_a_pick_holds_while_the_line_is_typed_on() -> None:
    picks = read("may 3").with_pick(STUDENT, 1).picks
    longer = parse("may 3 fra explains", CLASS, picks)
    assert longer.student.best is not None
    assert longer.student.best.student.name == "Maya L."
    other = parse("ben 3", CLASS, picks).student.best
    assert other is not None
    assert other.student.name == "Ben"


def test_a_word_can_be_put_into_the_note_and_taken_out_again() -> None:
    reading = read("ben 3 dec")
    in_note = reading.with_word(2, in_note=True)
    assert in_note.parts == (STUDENT, LEVEL, NOTE)
    assert in_note.with_word(2, in_note=False).parts == reading.parts
    level_kept = read("ben 3").with_word(1, in_note=True)
    assert level_kept.level.best is None
    assert level_kept.note.best is not None
    assert level_kept.note.best.text == "3"


def test_the_part_under_the_cursor() -> None:
    reading = read("may 3 fra well")
    assert [reading.part_at(p) for p in (0, 3, 4, 6, 9, 14)] == [
        STUDENT,
        STUDENT,
        LEVEL,
        SKILL,
        SKILL,
        NOTE,
    ]
    assert read("").part_at(0) == STUDENT


def test_common_words_do_not_name_one_of_thousands_of_skills() -> None:
    statements = [f"Use own strategy {number} to solve problems" for number in range(300)]
    known = Vocabulary(students(), SkillIndex(skills(["Compare fractions", *statements])))
    reading = parse("may 3 fra explains own strategy", known)
    assert reading.skill.best is not None
    assert reading.skill.best.skill.statement == "Compare fractions"
    assert parse("ben 3 with own strategy", known).skill.best is None


def test_a_skill_of_thousands_is_found_by_what_is_typed_short_or_spelled_out() -> None:
    statements = [f"Measure the volume of solid {number}" for number in range(300)]
    known = Vocabulary(students(), SkillIndex(skills([*statements, "Order decimals"])))
    for line in ("ben 3 dec", "ben 3 order decimals"):
        best = parse(line, known).skill.best
        assert best is not None
        assert best.skill.statement == "Order decimals"


def test_a_class_without_anything_is_understood_too() -> None:
    reading = parse("may 3 fra", Vocabulary((), SkillIndex(())))
    assert reading.missing == STUDENT
    assert reading.note.best is not None
    assert reading.note.best.text == "may fra"
