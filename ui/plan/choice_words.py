"""Templates, days and lessons to choose from, in words."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication

from app.domain import templates as made
from app.domain.ids import ClassId, LessonId
from app.domain.lessons import Lesson
from ui.format import class_title, day_short
from ui.plan.guests_part import Others
from ui.plan.plan_menu import Named, PlanChoices
from ui.plan.plan_words import when

AHEAD = 7
"""Days for which a copy may be made."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanChoices", text)


def choices_of(
    shown: LessonId | None,
    coming: Sequence[Lesson],
    others: Others,
    today: date,
) -> PlanChoices:
    """What may be chosen while a lesson is shown, or none (None).

    `others` are the teacher's other classes.
    """
    lessons = [Named(one.id, _lesson(one), one.id == shown) for one in coming]
    return PlanChoices(template_names(), _classes(others), _days(today), lessons)


def _classes(others: Others) -> Sequence[Named[tuple[ClassId, ...]]]:
    """Each of the others, and all of them together."""
    found: list[Named[tuple[ClassId, ...]]] = [
        Named((one.id,), class_and_count(class_title(one.name), len(there)))
        for one, there in others
    ]
    if len(found) > 1:
        every = tuple(one.id for one, _ in others)
        many = sum(len(there) for _, there in others)
        found.append(Named(every, class_and_count(_tr("All of these"), many)))
    return found


def class_and_count(name: str, count: int) -> str:
    """A class and how many are in it."""
    one = count == 1
    text = _tr("{name} · 1 student") if one else _tr("{name} · {count} students")
    return text.format(name=name, count=count)


def template_names() -> tuple[Named[str], ...]:
    """Every template and what it is called."""
    names: Mapping[str, str] = {
        made.STATIONS: _tr("Station rotation"),
        made.LAB: _tr("Lab rotation"),
        made.OWN: _tr("Individual rotation"),
        made.FLIPPED: _tr("Flipped lesson"),
        made.WORKSHOP: _tr("Workshop"),
        made.NEED: _tr("What I need"),
        made.ROTATION: _tr("Rotation over several lessons"),
        made.CHOICE: _tr("Students choose"),
    }
    return tuple(Named(one.word, names[one.word]) for one in made.TEMPLATES)


def _lesson(lesson: Lesson) -> str:
    what = ", ".join(filter(None, (lesson.subject, lesson.topic)))
    return " · ".join(filter(None, (when(lesson), what)))


def _days(today: date) -> tuple[Named[str], ...]:
    days = (today + timedelta(days=ahead) for ahead in range(AHEAD + 1))
    return tuple(Named(day.isoformat(), _day(day, today)) for day in days)


def _day(day: date, today: date) -> str:
    if day == today:
        return _tr("Today")
    if day == today + timedelta(days=1):
        return _tr("Tomorrow")
    return day_short(day)
