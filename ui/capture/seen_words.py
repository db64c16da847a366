"""What the observe panel says about a student and what was seen."""

from datetime import datetime

from app.domain.observing import Observed
from app.domain.progress import Sighting
from ui.capture.words import DOT, tr
from ui.format import clock_time, day_short


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
