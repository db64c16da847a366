"""Of what students said, what fits is found, as the plain way finds it."""

from contextlib import closing
from pathlib import Path

import pytest

from app.domain.changes import label, made
from app.domain.classes import SchoolClass, Student
from app.domain.finding import NoteQuery
from app.domain.ids import ClassId, ReflectionId, SkillId, StationId, StudentId
from app.domain.voice import OK, Reflection
from app.workspace import Workspace
from data.finding.finder import SqliteFinder
from data.store import SqliteStore
from tests.fakes import FakeClock, ids
from tests.fresh import fresh

DAY = 86_400_000
WORDS = ("I count in tens", "Words are tricky", "", "数数很好玩", "Élan")


@pytest.fixture
def found(tmp_path: Path):
    """Finds among what two students of two classes said, one thing a day."""
    path = tmp_path / "rondo.db"
    with closing(fresh(path)) as connection:
        workspace = Workspace(SqliteStore(connection), ids(), FakeClock())
        things = [
            *(SchoolClass(ClassId(one), "4B", "Maths", 1) for one in (1, 2)),
            *(Student(StudentId(10 * one), ClassId(one), "", "Maya", "P") for one in (1, 2)),
            *(
                Reflection(
                    ReflectionId(100 + at), StudentId(10 + 10 * (at == 4)), at * DAY, OK, words=text
                )
                for at, text in enumerate(WORDS)
            ),
        ]
        workspace.edit(label("set up"), *map(made, things))
        finder = SqliteFinder(path, None)

        def ask(limit: int = 9, **asked) -> list[str]:
            said = finder.find(NoteQuery(own=True, **asked), limit).said
            return [one.words for one in said]

        yield ask
        finder.close()


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("co te", "I count in tens"),
        ("TRICK", "Words are tricky"),
        ("数很", "数数很好玩"),
        ("elan", "Élan"),
    ],
)
def test_words_are_found_as_those_of_notes_are(found, typed: str, words: str) -> None:
    assert found(text=typed) == [words]


def test_without_words_all_comes_newest_first_and_no_more_than_asked(found) -> None:
    assert found() == list(reversed(WORDS))
    assert found(limit=2) == ["Élan", "数数很好玩"]
    assert found(text="--") == []


def test_what_else_must_be_so(found) -> None:
    assert found(class_id=ClassId(2)) == ["Élan"]
    assert found(student_id=StudentId(20)) == ["Élan"]
    assert found(start=DAY, end=2 * DAY) == ["Words are tricky"]
    assert found(skill_id=SkillId(5)) == []
    assert found(station_id=StationId(5)) == []
