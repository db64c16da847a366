"""What the student's drawer says: whole sentences with named holes, the context is "Student"."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.domain.classes import Goal
from app.domain.progress import Sighting, SkillHistory, StudentPicture
from ui.format import ago, clock_time, day_short


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Student", text).format(**facts)


def counted(one: str, many: str, count: int, **facts: object) -> str:
    """A sentence about a number, which is %n in it."""
    text = QCoreApplication.translate("Student", one if count == 1 else many, None, count)
    return text.format(**facts)


def seen_line(picture: StudentPicture) -> str:
    """When the student was last seen, and how long with the teacher."""
    days = picture.last_seen_days
    if days is None:
        seen = tr("Not seen yet")
    elif days <= 0:
        seen = tr("Seen today")
    else:
        seen = counted("Seen 1 day ago", "Seen %n days ago", days)
    return tr("{seen} · {minutes} min with you this week", seen=seen, minutes=picture.minutes)


def seen_words(skill: SkillHistory, levels: tuple[str, ...]) -> str:
    """A skill, its level and when it was seen, for those who listen."""
    if not skill.cell.level and skill.days is not None:
        return tr("{skill}, not enough evidence for a level yet", skill=skill.statement)
    if not skill.cell.level or skill.days is None:
        return tr("{skill}, no evidence", skill=skill.statement)
    word = levels[skill.cell.level - 1] if skill.cell.level <= len(levels) else ""
    level = f"{skill.cell.level} {word}".strip()
    if skill.cell.by_hand:
        level = tr("{level} set by hand", level=level)
    return tr("{skill}, {level}, {days}", skill=skill.statement, level=level, days=ago(skill.days))


def step_words(goal: Goal) -> str:
    """How far a goal is."""
    if not goal.steps:
        return ""
    return tr("{done} of {steps} steps", done=goal.steps_done, steps=len(goal.steps))


def day_or_today(moment: datetime, now: datetime) -> str:
    """Today, or day and month."""
    if moment.date() == now.date():
        return tr("Today")
    return QLocale.c().toString(QDate(moment.year, moment.month, moment.day), "d MMM")


def seen_when(moment: datetime, now: datetime) -> str:
    """When something was seen: today with the time, this year with the weekday."""
    if moment.date() == now.date():
        return tr("today {time}", time=clock_time(moment))
    day = day_short(moment.date())
    return day if moment.year == now.year else f"{day} {moment.year}"


def headline(sighting: Sighting, levels: tuple[str, ...]) -> str:
    """What was seen: tags and note, or the level's word when that is all there is."""
    said = [tag for tag in sighting.tags if tag]
    if sighting.note:
        said.append(sighting.note)
    if said:
        return " · ".join(said)
    level = sighting.level or 0
    return levels[level - 1] if 0 < level <= len(levels) else tr("Seen")


def context_line(sighting: Sighting, moment: datetime, now: datetime) -> str:
    """The skill, when, which of several adults saw it, and that it is for her alone."""
    private = tr("Private") if sighting.private else ""
    parts = (sighting.skill, seen_when(moment, now), sighting.adult, private)
    return " · ".join(part for part in parts if part)
