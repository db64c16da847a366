"""An erased student is no guest in a lesson any more, and no rule goes for having nobody in it."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

from app.domain.changes import Change, made
from app.domain.classes import CLOSED, Rule
from app.domain.erasing import ErasureRequest, silent
from app.domain.ids import RuleId, StepId
from app.domain.lessons import Lesson
from data.damage.look import broken_seals
from data.erasure.erasure import SqliteErasure
from tests.erasing import CLASS, Crowd, first_of


def erase(crowd: Crowd) -> None:
    request = ErasureRequest(StepId(5_000_000), 1_000, (crowd.child,))
    SqliteErasure(crowd.profile, lambda: 2_000, crowd.key).erase(request, silent)


def test_the_guest_leaves_the_lesson_and_the_journal(tmp_path: Path) -> None:
    crowd = Crowd(tmp_path / "profile")
    with closing(crowd.connection):
        lesson = crowd.room.store.get(Lesson, crowd.taught.lesson.id)
        assert lesson is not None
        invited = replace(lesson, guest_ids=(crowd.child, crowd.other))
        crowd.edit("lesson changed", Change(lesson, invited))
        erase(crowd)
        left = crowd.room.store.get(Lesson, lesson.id)
        assert left == replace(invited, guest_ids=(crowd.other,))
        kept = crowd.connection.execute("SELECT before, after FROM change WHERE kind = 'lesson'")
        assert all(f"{crowd.child}" not in (after or "") for _, after in kept)
        assert list(broken_seals(crowd.connection)) == []


def test_a_closed_station_stays_closed(tmp_path: Path) -> None:
    crowd = Crowd(tmp_path / "profile")
    with closing(crowd.connection):
        rule = Rule(RuleId(510), CLASS, CLOSED, (), (first_of(crowd),), rounds=(2,))
        crowd.edit("kept closed", made(rule))
        erase(crowd)
        assert crowd.room.store.get(Rule, rule.id) == rule
