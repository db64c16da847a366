"""A level after "says" is the student's own, where own ratings are taken."""

import pytest

from app.domain.capture.line import parse
from app.domain.capture.reading import LEVEL, NOTE, STUDENT, Reading
from app.domain.capture.strict import strict
from tests.fakes.class_4b import vocabulary

CLASS = vocabulary()


def read(line: str) -> Reading:
    return parse(line, CLASS, own=True)


@pytest.mark.parametrize(
    "line", ["ben says 3", "says 3 ben", "ben dice 3", "ben fra says 3", "ben يقول 3"]
)
def test_it_is_the_students_own(line: str) -> None:
    said = read(line).captured()
    assert said is not None
    assert (said.level, said.own, said.note, said.tag_ids) == (3, True, "", ())


@pytest.mark.parametrize(
    "line", ["ben 3 says why each time", "ben says 3 friends helped", "ben she says 3", "ben 3"]
)
def test_in_a_sentence_it_is_the_note(line: str) -> None:
    said = read(line).captured()
    assert said is not None
    assert not said.own


def test_what_is_quoted_are_the_students_words_and_no_tag() -> None:
    said = read('ben says 3 "stuck on the wall"').captured()
    assert said is not None
    assert (said.own, said.note, said.tag_ids) == (True, "stuck on the wall", ())
    assert len(read('ben says 3 "stuck"').note.choices) == 1


def test_a_key_makes_it_the_teachers_level_and_another_the_note() -> None:
    reading = read("ben says 3")
    assert reading.parts == (STUDENT, LEVEL, LEVEL)
    assert [choice.kept for choice in reading.level.choices] == [(3, True), (3, False)]
    seen = reading.with_pick(LEVEL, 1)
    assert seen.parts == (STUDENT, NOTE, LEVEL)
    assert seen.with_pick(LEVEL, 0).parts == reading.parts
    assert not any(choice.own for choice in reading.with_word(1, in_note=True).level.choices)


def test_where_nobody_looks_it_is_what_it_always_was() -> None:
    said = strict("ben says 3", CLASS)
    assert (said.level, said.own, said.note) == (3, False, "says")
