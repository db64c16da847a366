"""The adults who teach the class, and how they share it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.adult_time import AdultTime
from app.domain.adults import Adult
from app.domain.ids import AdultId, ClassId, StudentId
from app.services.adult_time import AdultTimeReader
from app.services.adults import AdultService
from app.services.classes import ClassService
from ui.classes import adult_words as words
from ui.classes.add_box import AddBox
from ui.classes.adult_words import tr
from ui.classes.line import Line
from ui.classes.rows import Rows
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface
from ui.widgets.text import Text

LONGEST = 60


class AdultRow(Surface):
    """An adult's name and place, and the week; `moved` asks for a place up (-1) or down (1)."""

    moved = Signal(object, int)

    def __init__(self, theme: Theme, adults: AdultService, adult_id: AdultId) -> None:
        super().__init__(theme, "", ("bottom",))
        self.name = Line(theme, lambda text: adults.rename(adult_id, text), tr("Name"))
        self.name.setMaxLength(LONGEST)
        self.week = Text(theme, role="small", colour="text2")
        self.week.setWordWrap(True)
        self.up = Button(theme, "", "arrow-up", "quiet", small=True)
        self.down = Button(theme, "", "arrow-down", "quiet", small=True)
        self.remove_button = Button(theme, "", "trash", "quiet", small=True)
        self.up.clicked.connect(lambda _on: self.moved.emit(adult_id, -1))
        self.down.clicked.connect(lambda _on: self.moved.emit(adult_id, 1))
        self.remove_button.clicked.connect(lambda _on: adults.remove(adult_id))
        row = QHBoxLayout(self)
        row.addWidget(self.name, 1)
        row.addWidget(self.week, 1)
        for button in (self.up, self.down, self.remove_button):
            row.addWidget(button)
        row.setSpacing(theme.px(12))
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))

    def show_adult(self, adult: Adult, time: AdultTime | None, first: bool, last: bool) -> None:
        """Show what is kept."""
        self.name.show_text(adult.name)
        self.week.setText(words.week(time) if time else "")
        self.up.setEnabled(not first)
        self.down.setEnabled(not last)
        for control, said in (
            (self.name, tr("Name of {adult}", adult=adult.name)),
            (self.up, tr("Move {adult} up", adult=adult.name)),
            (self.down, tr("Move {adult} down", adult=adult.name)),
            (self.remove_button, tr("Remove {adult}", adult=adult.name)),
        ):
            control.setAccessibleName(said)


class MeetingTable(Surface):
    """Each student, and which of the adults met the student this week."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface", radius=10)
        self._look = theme
        self._rows: tuple[tuple[str, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        px = theme.px
        self._grid.setContentsMargins(px(16), px(12), px(16), px(12))
        self._grid.setHorizontalSpacing(px(24))
        self._grid.setVerticalSpacing(px(4))

    @property
    def rows(self) -> tuple[tuple[str, str], ...]:
        """Names, and who met them."""
        return self._rows

    def show_rows(self, rows: tuple[tuple[str, str], ...]) -> None:
        """Show these; the same ones stay as they are."""
        if rows == self._rows:
            return
        self._rows = rows
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for at, (name, met) in enumerate(rows):
            who = Text(self._look, met or tr("nobody yet"), "small", "text2")
            who.setWordWrap(True)
            self._grid.addWidget(Text(self._look, name, "small", weight=600), at, 0)
            self._grid.addWidget(who, at, 1)


class AdultsTab(QWidget):
    """Those there are with their week, one more, and whom they met."""

    refused = Signal(str)

    def __init__(self, theme: Theme, team: AdultTimeReader, classes: ClassService) -> None:
        super().__init__()
        self._theme = theme
        self._adults = team.adults
        self._times = team
        self._classes = classes
        self._class_id: ClassId | None = None
        self.more = AddBox(theme, tr("One more adult, for example: Ms Okoro"), self._add)
        self.more.field.setMaxLength(LONGEST)
        said = tr(
            "Say here who teaches with you. Then a station can be led by one of you, and O on the "
            "lesson’s page says who observes. With one adult nothing of it is shown."
        )
        self.hint = Text(theme, said, "small", "text2")
        self.rows = Rows[AdultRow](theme, self._new_row)
        self.balance = Text(theme, role="small", weight=500)
        self.head = Text(theme, tr("Who met whom this week"), "strong")
        self.meetings = MeetingTable(theme)
        self._box = Surface(theme, "surface", radius=10)
        self._build()

    def show_class(self, class_id: ClassId) -> int:
        """Show the adults of a class; returns how many there are."""
        self._class_id = class_id
        adults = self._adults.adults(class_id)
        times = self._times.this_week(class_id) if adults else ()
        own = {time.name: time for time in times}
        self.rows.sync([adult.id for adult in adults])
        for at, adult in enumerate(adults):
            last = at == len(adults) - 1
            self.rows.row(adult.id).show_adult(adult, own.get(adult.name), at == 0, last)
        self._box.setVisible(bool(adults))
        self.hint.setVisible(len(adults) < 2)
        self.balance.setText(words.balance(times))
        self.balance.setVisible(bool(self.balance.text()))
        self._show_meetings(class_id, times)
        return len(adults)

    def _show_meetings(self, class_id: ClassId, times: tuple[AdultTime, ...]) -> None:
        """Only once there is something to tell."""
        any_met = any(time.students for time in times)
        names: dict[StudentId, str] = {}
        if any_met:
            names = {s.id: s.name.full for s in self._classes.students(class_id)}
        self.meetings.show_rows(words.meetings(times, names))
        self.head.setVisible(any_met)
        self.meetings.setVisible(any_met)

    def _new_row(self, adult_id: int) -> AdultRow:
        row = AdultRow(self._theme, self._adults, AdultId(adult_id))
        row.name.refused.connect(self.refused)
        row.moved.connect(self._move)
        return row

    def _move(self, adult_id: int, by: int) -> None:
        if self._class_id is None:
            return
        order = [adult.id for adult in self._adults.adults(self._class_id)]
        at = order.index(AdultId(adult_id))
        order.insert(max(0, at + by), order.pop(at))
        self._adults.reorder(self._class_id, order)

    def _add(self, name: str) -> None:
        if self._class_id is not None:
            self._adults.add(self._class_id, name)

    def _build(self) -> None:
        px = self._theme.px
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.rows)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, px(12), px(12))
        rows.setSpacing(px(12))
        for text in (self.hint, self.balance):
            text.setWordWrap(True)
        for part in (self.hint, self._box, self.balance, self.head, self.meetings):
            rows.addWidget(part)
        rows.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(12))
        column.addWidget(self.more)
        column.addWidget(Scroll(self._theme, inner), 1)
        self.more.refused.connect(self.refused)
