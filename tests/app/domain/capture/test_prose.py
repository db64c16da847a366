"""Notes as teachers write them lose no word to a guess."""

import pytest

from app.domain.capture.line import parse
from app.domain.capture.reading import LEVEL, SKILL, Reading
from app.domain.capture.vocabulary import SkillIndex, Vocabulary
from tests.fakes.class_4b import skills, students, vocabulary

MATHS = (
    "Place value to 10 000",
    "Negative numbers",
    "Column add and subtract",
    "Times tables to 12",
    "Read and draw fractions",
    "Compare fractions",
    "Two-step word problems",
    "Solve with tables",
    "Coordinates, first quadrant",
    "Hours, minutes, seconds",
)
STATIONS = vocabulary().stations
KNOWN = Vocabulary(students(), SkillIndex(skills(MATHS)), vocabulary().tags)

NOTES = (
    "needs a number line",
    "needs help with fractions",
    "counts on fingers to add",
    "wrote the problem in words",
    "reads the problem twice before starting",
    "helped fatima with her times tables",
    "worked with isla, talked about numbers",
    "needed 2 prompts",
    "did 2 pages",
    "lost focus after 5 minutes",
    "back after 2 days absent",
    "can compare with same denominators",
    "guesses, does not read first",
    "needs the fraction wall",
    "says why each time",
    "helped isla read the word problem",
    "asked a great question about negative numbers",
)


def read(line: str, known: Vocabulary = KNOWN) -> Reading:
    return parse(line, known)


def note(reading: Reading) -> str:
    return reading.note.best.text if reading.note.best else ""


@pytest.mark.parametrize("typed", NOTES)
@pytest.mark.parametrize("start", ["ben", "ben 3", "3 ben"])
def test_a_note_keeps_all_its_words(start: str, typed: str) -> None:
    reading = read(f"{start} {typed}")
    assert note(reading) == typed
    assert note(read(f"{typed} {start}")) == typed
    assert reading.student.best is not None
    assert reading.student.best.student.name == "Ben"
    assert (reading.level.best is not None) is ("3" in start)


@pytest.mark.parametrize("typed", ["needs a number line", "helped isla read the word problem"])
def test_what_is_typed_short_or_beside_the_note_is_still_a_skill(typed: str) -> None:
    for line in (f"ben 3 frac {typed}", f"ben 3 negative numbers {typed}", f"{typed} frac ben 3"):
        reading = read(line)
        assert reading.skill.best is not None
        assert reading.skill.best.words
        assert note(reading) == typed


@pytest.mark.parametrize(
    ("statement", "line", "left"),
    [
        ("Comparar fracciones", "ben 2 pide ayuda con fracciones", "pide ayuda con fracciones"),
        ("Comparer des fractions", "ben 2 bloque sur les fractions", "bloque sur les fractions"),
        ("مقارنة الكسور", "ben 2 يحتاج مساعدة في الكسور", "يحتاج مساعدة في الكسور"),
        ("भिन्न की तुलना", "ben 2 भिन्न में मदद चाहिए", "भिन्न में मदद चाहिए"),
    ],
)  # fmt: skip
def test_so_it_is_in_other_languages(statement: str, line: str, left: str) -> None:
    assert note(read(line, Vocabulary(students(), SkillIndex(skills([statement]))))) == left


def test_a_number_in_the_note_can_still_be_taken_as_the_level() -> None:
    reading = read("ben needed 2 prompts")
    assert reading.level.best is None
    assert [choice.level for choice in reading.level.choices] == [2]
    taken = reading.with_pick(LEVEL, 0)
    assert taken.level.best is not None
    assert note(taken) == "needed prompts"


def test_a_skill_the_note_speaks_of_is_offered_and_leaves_it_whole() -> None:
    reading = read("ben 2 needs help with fractions")
    assert reading.missing == SKILL
    offered = [choice.skill.statement for choice in reading.skill.choices]
    assert offered == ["Read and draw fractions", "Compare fractions"]
    picked = reading.with_pick(SKILL, 1)
    assert picked.missing == ""
    assert note(picked) == "needs help with fractions"


def test_where_nothing_else_says_so_the_only_skill_spoken_of_is_meant() -> None:
    reading = read("ben 2 needs a number line")
    assert reading.skill.best is not None
    assert reading.skill.best.skill.statement == "Negative numbers"
    assert note(reading) == "needs a number line"


def test_the_stations_skill_counts_before_what_the_note_speaks_of() -> None:
    there = Vocabulary(students(), vocabulary().skills, (), STATIONS)
    best = parse("ben 2 needs help with decimals", there).skill.best
    assert best is not None
    assert best.here


@pytest.mark.parametrize("line", ["ma 2 well", "well 2 ma", "be 2 did 3 pages"])
def test_the_number_beside_the_only_name_is_the_level_however_short_it_is(line: str) -> None:
    assert read(line).level.best is not None


def test_the_same_level_is_not_offered_twice() -> None:
    assert [choice.level for choice in read("ben 2 needed 2 prompts").level.choices] == [2]
