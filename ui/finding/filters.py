"""What else must be so of the notes that are found."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.finding import NoteQuery
from app.domain.ids import ClassId, SkillId, StationId, StudentId, TagId
from app.domain.times_back import BEFORE, MONTH, TODAY, WEEK, YEAR, months_back, stretch
from app.services.finding import Filters
from ui.finding.words import tr
from ui.format import month_year
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.check import Check
from ui.widgets.dropdown import Dropdown
from ui.widgets.flow import Flow

T = TypeVar("T")

ANY = None
_LONGEST = 48


class FilterRow(QWidget):
    """Student, skill, tag, station, adult and time, and whose notes; `changed` when one is chosen.

    What a class has none of is not offered.
    """

    changed = Signal()

    def __init__(self, theme: Theme, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._now = now
        self._class: ClassId | None = None
        self.student, self.skill, self.tag, self.station, self.adult, self.time = (
            Dropdown(theme, small=True) for _ in range(6)
        )
        self.everywhere = Check(theme, tr("All classes"))
        self.private = Check(theme, tr("Private notes too"))
        self.own = Check(theme, tr("Students’ own words too"))
        self.reset = Button(theme, tr("Any"), "x", "link", small=True)
        self.reset.setAccessibleName(tr("Choose nothing: any student, skill, tag and time"))
        self._lay_out(theme)
        self._offer_times()

    def offer(self, class_id: ClassId, filters: Filters) -> None:
        """Offer what the class has; what is chosen stays where it is still there."""
        self._class = class_id
        self._offer_times()
        self.everywhere.setVisible(filters.classes > 1)
        pairs: tuple[tuple[Dropdown, str, Sequence[tuple[object, str]]], ...] = (
            (self.student, tr("Any student"), [(s.id, s.name.full) for s in filters.students]),
            (self.skill, tr("Any skill"), [(s.id, _short(s.statement)) for s in filters.skills]),
            (self.tag, tr("Any tag"), [(t.id, t.name) for t in filters.tags]),
            (self.station, tr("Any station"), [(s.id, s.name) for s in filters.stations]),
            (self.adult, tr("Any adult"), [(a.name, a.name) for a in filters.adults]),
        )
        for box, every, items in pairs:
            box.set_items([(ANY, every), *items])
            box.setVisible(bool(items) and self._is_here())
        self._show_reset()

    def query(self, text: str) -> NoteQuery:
        """What is looked for, with these words."""
        asked = NoteQuery(text, private=self.private.isChecked(), own=self.own.isChecked())
        start, end = stretch(str(self.time.current() or ""), self._now())
        asked = replace(asked, start=start, end=end)
        if not self._is_here():
            return asked
        return replace(
            asked,
            class_id=self._class,
            student_id=_id(StudentId, self.student),
            skill_id=_id(SkillId, self.skill),
            tag_id=_id(TagId, self.tag),
            station_id=_id(StationId, self.station),
            adult=str(self.adult.current() or "") or None,
        )

    def _offer_times(self) -> None:
        months = months_back(self._now().date())
        self.time.set_items(
            (
                (ANY, tr("Any time")),
                (TODAY, tr("Today")),
                (WEEK, tr("Last 7 days")),
                (MONTH, tr("Last 30 days")),
                (YEAR, tr("This school year")),
                (BEFORE, tr("Earlier years")),
                *((month.isoformat(), month_year(month)) for month in months),
            )
        )

    def _is_here(self) -> bool:
        return not self.everywhere.isChecked()

    def _choose_nothing(self) -> None:
        for box in self._boxes():
            box.set_current(ANY)
        self._tell()
        self.student.setFocus()

    def _tell(self) -> None:
        self._show_reset()
        self.changed.emit()

    def _turn_everywhere(self) -> None:
        for box in self._boxes()[:-1]:
            box.setVisible(box.count() > 1 and self._is_here())
        self._tell()

    def _show_reset(self) -> None:
        self.reset.setVisible(any(box.current() is not ANY for box in self._boxes()))

    def _boxes(self) -> tuple[Dropdown, ...]:
        return (self.student, self.skill, self.tag, self.station, self.adult, self.time)

    def _lay_out(self, theme: Theme) -> None:
        names = (tr("Student"), tr("Skill"), tr("Tag"), tr("Station"), tr("Adult"), tr("When"))
        line = Flow(theme, 8, 6, self)
        for box, name in zip(self._boxes(), names, strict=True):
            box.setAccessibleName(name)
            box.picked.connect(lambda _key: self._tell())
            line.addWidget(box)
        for last in (self.everywhere, self.private, self.own, self.reset):
            line.addWidget(last)
        self.everywhere.toggled.connect(lambda _on: self._turn_everywhere())
        self.private.toggled.connect(lambda _on: self._tell())
        self.own.toggled.connect(lambda _on: self._tell())
        self.reset.clicked.connect(lambda _on: self._choose_nothing())


def _id(kind: Callable[[int], T], box: Dropdown) -> T | None:
    key = box.current()
    return kind(key) if isinstance(key, int) else None


def _short(statement: str) -> str:
    return statement if len(statement) <= _LONGEST else statement[: _LONGEST - 1].rstrip() + "…"
