"""A class that was set up on another day: its lesson has just been started."""

import random
from pathlib import Path

from app.domain.names import PersonName
from app.services.lessons import LessonService
from app.services.live import LiveService
from app.services.start import StartService
from tests.fakes import FakeClock
from tests.journey.papers import CLASS_LIST
from ui.bootstrap import open_profile, profile_at

TITLE_AND_HEADINGS, TOTAL = 2, -1


def names() -> list[PersonName]:
    """The class as the list says, once the teacher has put it right."""
    rows = [line.split("\t") for line in CLASS_LIST.splitlines()[TITLE_AND_HEADINGS:TOTAL]]
    whole = {(first or "Mateo", last) for last, first, *_rest in rows if "," not in last}
    whole = {n for n in whole if "Ã" not in "".join(n)} | {
        ("Lucía", "Fernández"),
        ("Sofia", "Rossi"),
    }
    return [PersonName("", first, last) for first, last in sorted(whole)]


def prepare(folder: Path) -> None:
    """Write class, plan and running lesson into a new profile."""
    opened = open_profile(profile_at(folder), FakeClock())
    try:
        room = opened.classroom
        school_class = StartService(room).begin_class(names(), "4B")
        lessons = LessonService(room)
        lesson = lessons.create(school_class.id, random.Random(1))
        session = LiveService(room).open(lesson.id)
        LiveService(room).start(session)
    finally:
        opened.close()
