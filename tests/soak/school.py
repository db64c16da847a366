"""Two classes of one teacher, with skills, tags, rules and a few days behind them."""

import random
from datetime import UTC, datetime
from pathlib import Path

from app.classroom import Classroom
from app.demo.build import DemoBuilder, DemoSize
from app.domain.names import PersonName
from app.services.lessons import LessonService
from app.services.start import StartService
from tests.fakes import FakeClock
from ui.bootstrap import open_profile, profile_at

MONDAY_MORNING = int(datetime(2026, 5, 18, 7, 0, tzinfo=UTC).timestamp() * 1000)
FIRST, SECOND = "4B", "5C"
OTHERS = ("Aylin", "Bo", "Célia", "Dmitri", "Efua", "Farah", "Gustav", "Hye-jin", "Ida", "Jonas")


def found_school(folder: Path) -> None:
    """Write both classes into a new profile; each has a plan for Monday."""
    opened = open_profile(profile_at(folder), FakeClock(MONDAY_MORNING))
    try:
        room = opened.classroom
        second = [PersonName("", given, "Lund") for given in OTHERS]
        other = StartService(room).begin_class(second, SECOND)
        first = DemoBuilder(room.workspace, room.ids, room.clock, seed=3).build(
            DemoSize(days=6, live=False)
        )
        for class_id in (other.id, first):
            lessons_of(room).create(class_id, random.Random(1))
    finally:
        opened.close()


def lessons_of(room: Classroom) -> LessonService:
    return LessonService(room)
