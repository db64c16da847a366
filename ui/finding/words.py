"""What the panel that finds notes says: whole sentences, the context is "Find"."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.finding import Found, Hit
from ui.format import clock_time, day_short
from ui.student.voice_words import said_words
from ui.student.words import headline, seen_when

DOT = " · "


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Find", text).format(**facts)


def counted(one: str, many: str, count: int, **facts: object) -> str:
    """A sentence about a number, which is %n in it."""
    text = QCoreApplication.translate("Find", one if count == 1 else many, None, count)
    return text.format(**facts)


def result_line(found: Found) -> str:
    """How many were found, and what is not told yet."""
    if found.broken:
        return tr("The list of words was damaged and is being made again. No note is lost.")
    count = len(found.observations) + len(found.said)
    if not count:
        said = tr("Nothing found.")
    elif found.more:
        said = counted("The newest one", "The newest %n", count) + DOT
        said += tr("type more, or choose above, to find older ones")
    else:
        said = counted("1 found", "%n found", count)
    if found.waiting:
        words = counted(
            "1 note is still being read", "%n notes are still being read", found.waiting
        )
        said += DOT + words
    return said


def _waiting(count: int) -> str:
    return counted("1 note is still being read", "%n notes are still being read", count)


def said_line(hit: Hit) -> str:
    """What was seen: tags and note, else the skill; or what the student said."""
    seen = hit.sighting
    if hit.said is not None:
        return said_words(hit.said.words, hit.said.face, hit.said.level, ())
    if seen.note or seen.tags:
        return headline(seen, ())
    return seen.skill or tr("Seen")


def lesson_title(subject: str, moment: datetime) -> str:
    """Which lesson it was."""
    day = f"{day_short(moment.date())} {clock_time(moment)}"
    return DOT.join(part for part in (subject, day) if part)


def about_line(hit: Hit, elsewhere: bool) -> str:
    """Skill, station and adult; the class too where it is another one."""
    seen = hit.sighting
    skill = seen.skill if seen.skill != said_line(hit) else ""
    station = seen.station.name if seen.station is not None else ""
    private = tr("Private") if hit.observation.private else ""
    private = tr("Said by the student") if hit.said is not None else private
    own = hit.school_class if elsewhere else ""
    return DOT.join(part for part in (skill, station, seen.adult, own, private) if part)


def spoken(hit: Hit, moment: datetime, now: datetime, elsewhere: bool) -> str:
    """All of it in one sentence."""
    level = str(hit.sighting.level) if hit.sighting.level else ""
    parts = (hit.student, level, said_line(hit), about_line(hit, elsewhere), seen_when(moment, now))
    return ", ".join(part for part in parts if part)
