"""What keys and clicks on the live page do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.ids import StudentId
from ui.live.carry.marks import Target
from ui.live.keys import Keys
from ui.live.parts import Parts
from ui.live.selection import lanes
from ui.live.walk import step_target
from ui.live.words import counted, tr
from ui.theme import Theme
from ui.widgets.focus import focused

if TYPE_CHECKING:
    from ui.live.key_list import KeyList

HIGHEST_LEVEL = 6


class Handling(QObject):
    """Turns keys and clicks into deeds; what belongs to others goes out as signals."""

    level_pressed = Signal(int)
    tag_key_pressed = Signal()
    capture_wanted = Signal()
    board_toggled = Signal(bool)

    def __init__(self, theme: Theme, page: QWidget, parts: Parts) -> None:
        super().__init__(page)
        self._page = page
        self._parts = parts
        self.keys = Keys(lambda: parts.carry.lifted is not None, self)
        self._theme = theme
        self._key_list: KeyList | None = None
        self._connect_keys()
        parts.selection.changed.connect(self._say_how_many)

    @property
    def key_list(self) -> "KeyList":
        """The list of keys, made when it is first wanted."""
        if self._key_list is None:
            from ui.live.key_list import KeyList  # nobody asks for it at the start

            self._key_list = KeyList(self._theme, self._page)
            self._key_list.closed.connect(self._parts.selection.focus)
        return self._key_list

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key means; nothing while someone is typing."""
        if event.key() == Qt.Key.Key_F6 and not self._parts.console.isVisible():
            return False  # the end of a lesson has parts of its own
        if is_typing(self._page):
            return self._leave_field(event)
        return self.keys.press(event, self._page.isRightToLeft())

    def lift(self, student: StudentId) -> None:
        """Let the keyboard carry a student, also one from the tray, and all selected with it."""
        selection, cards = self._parts.selection, self._parts.console.columns.cards
        students = selection.with_others(student)
        if student not in cards:
            self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        elif len(students) == 1:
            selection.select(student)
            selection.focus()
        else:
            selection.focus()
        self._parts.carry.lift(students, keyed=True)

    def _connect_keys(self) -> None:
        keys, parts = self.keys, self._parts
        buttons = parts.top_bar.buttons
        keys.walked.connect(parts.selection.walk)
        keys.stretched.connect(parts.selection.stretch)
        keys.roamed.connect(parts.selection.roam)
        keys.toggled.connect(parts.selection.toggle_here)
        keys.all_wanted.connect(parts.selection.choose_column)
        keys.steered.connect(self._steer)
        keys.chosen.connect(self._choose)
        keys.dropped.connect(parts.carry.drop)
        keys.cancelled.connect(self._cancel)
        keys.lift_wanted.connect(self._lift)
        keys.level.connect(self._level)
        keys.tag.connect(self.tag_key_pressed)
        keys.flag.connect(self._flag)
        keys.pause.connect(buttons.toggle_pause)
        keys.minutes.connect(buttons.give_minutes)
        keys.clock.connect(buttons.press)
        keys.holding.connect(buttons.show_held)
        keys.table_time.connect(self._open_table_time)
        keys.board.connect(self._toggle_board)
        keys.capture.connect(self.capture_wanted)
        keys.region.connect(self._go_to_region)
        keys.help.connect(self._toggle_help)
        keys.menu.connect(self._open_menu)

    def _steer(self, way: str) -> None:
        lifted = self._parts.carry.lifted
        if lifted is not None:
            self._parts.carry.aim(step_target(lanes(self._parts.console.columns), lifted, way))

    def _choose(self, number: int) -> None:
        """Drop at a station by its number; 0 is the tray."""
        columns = self._parts.console.columns.columns
        if number == 0:
            self._parts.carry.aim(Target(None))
            self._parts.carry.drop()
        elif number <= len(columns):
            self._parts.carry.aim(Target(columns[number - 1].station_id))
            self._parts.carry.drop()

    def _lift(self) -> None:
        student = self.subject()
        if student is not None:
            self.lift(student)

    def _say_how_many(self) -> None:
        count = len(self._parts.selection.students)
        if count > 1:
            self._parts.say(counted("%n student selected", "%n students selected", count))

    def _cancel(self) -> None:
        parts = self._parts
        if parts.band.open:
            parts.band.give_up()
        elif parts.carry.lifted is not None:
            parts.carry.cancel()
        elif self._key_list is not None and self._key_list.isVisible():
            self._key_list.close_list()
        elif parts.console.collapsed and parts.console.panel.isVisible():
            parts.console.open_panel(opened=False)
        else:
            parts.selection.select(None)

    def _level(self, level: int) -> None:
        if level <= HIGHEST_LEVEL and self.subject() is not None:
            self.level_pressed.emit(level)

    def _flag(self) -> None:
        student = self.subject()
        if student is not None:
            self._parts.deeds.flagged.emit(self._parts.selection.students)

    def subject(self) -> StudentId | None:
        """Who a key is about: the selected student, or the one under the pointer, then selected."""
        selection = self._parts.selection
        if selection.student is None:
            selection.select(selection.hovered())
        if selection.student is None:
            self._parts.say(tr("Select a student first."))
        return selection.student

    def _toggle_board(self) -> None:
        self.board_toggled.emit(not self._parts.top_bar.board.switch.isChecked())

    def _toggle_help(self) -> None:
        if self.key_list.isVisible():
            self.key_list.close_list()
        else:
            self.key_list.open_over(self._page)

    def _open_menu(self) -> None:
        """What can be done with the student; while nobody is selected, with a station."""
        selection, page = self._parts.selection, self._page
        if selection.student is None and selection.hovered() is None:
            self._parts.deeds.open_stations_menu(page.mapToGlobal(page.rect().center()))
            return
        student = self.subject()
        card = self._parts.console.columns.cards.get(student) if student is not None else None
        if student is not None and card is not None:
            self._parts.deeds.open_menu(student, card.mapToGlobal(card.rect().center()))

    def _open_table_time(self) -> None:
        student = self.subject()
        column = None if student is None else self._parts.console.columns.column_of(student)
        if column is not None:
            spot = column.head.mapToGlobal(column.head.rect().bottomLeft())
            self._parts.deeds.open_table_menu(column.station_id, spot)

    def _go_to_region(self, step: int) -> None:
        from ui.widgets.regions import go_to_next, next_region  # no key at the start

        console = self._parts.console
        panel = console.strip if console.panel.isHidden() else console.panel
        regions = [self._parts.top_bar, console.columns, console.tray, panel, console.capture]
        if next_region(regions, focused(self._page), step) is console.columns:
            self._parts.selection.focus()
        else:
            go_to_next(regions, focused(self._page), step)

    def _leave_field(self, event: QKeyEvent) -> bool:
        """Esc and F6 reach the page even from a field that has no use for them."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F6}:
            return self.keys.press(event, self._page.isRightToLeft())
        return False


def is_typing(page: QWidget) -> bool:
    """Whether the keyboard is in something that takes text."""
    focus = focused(page)
    if focus is None or not page.isAncestorOf(focus):
        return False
    return focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
