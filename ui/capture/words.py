"""What the observe panel and the capture line say; the context is "Capture"."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.observing import Observed
from app.domain.progress import Sighting
from ui.format import clock_time, day_short

DOT = " · "


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Capture", text).format(**facts)


def counted(one: str, many: str, count: int) -> str:
    """A sentence about a number, which is %n in it."""
    return QCoreApplication.translate("Capture", one if count == 1 else many, None, count)


def where(student: Observed) -> str:
    """Where the student is and works towards: the line below the name."""
    place = student.station or tr("Not at a station")
    return tr("{place} · goal: {goal}", place=place, goal=student.goal) if student.goal else place


def when(seen: datetime, now: datetime) -> str:
    """Today with its time, another day by its name."""
    if seen.date() == now.date():
        return tr("Today {time}", time=clock_time(seen))
    return day_short(seen.date())


def heading(seen: Sighting) -> str:
    """What was seen in a few words: the note, else the tags, else the skill or the level."""
    return seen.note or ", ".join(seen.tags) or seen.skill


def subject(seen: Sighting, moment: str) -> str:
    """What it was about and when; a note without a skill names its station."""
    about = seen.skill or (seen.station.name if seen.station else "")
    return moment if not about or about == heading(seen) else about + DOT + moment
