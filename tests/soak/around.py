"""What goes on around a lesson: screens and cables, other pages, other classes, undo, the lock."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from tests.fakes.screens import BEAMER, LAPTOP, MIRROR, PANEL
from tests.journey.computer import PROJECTOR
from tests.journey.eyes import seen
from tests.journey.teacher import CTRL, CTRL_SHIFT
from tests.soak.hand import Deed, Hand, NotNow
from ui.plan.lesson_panel import LessonPanel
from ui.widgets.button import Button
from ui.widgets.check import Check

Key = Qt.Key
SMALL = replace(BEAMER, width=800, height=600)
ROOMS = (
    *((LAPTOP, PROJECTOR), (LAPTOP, PROJECTOR), (LAPTOP, BEAMER), (LAPTOP,), (LAPTOP, MIRROR)),
    *((LAPTOP, BEAMER, PANEL), (LAPTOP, SMALL)),
)
PAGES = ("Plan", "Progress", "Class", "Settings")
KEYS = (Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_5)


class Around(Hand):
    """None of it changes who is where."""

    def deeds(self) -> list[Deed]:
        own = (
            *(self._board_on_or_off, self._black, self._swap_screens, self._another_screen),
            *(self._cables, self._cables, self._look_at_a_page, self._lock, self._open_the_box),
            *(self._undo_and_redo, self._undo_one, self._look_at_a_student, self._focus_lost),
        )
        return [Deed(do, timeless=False) for do in own] + [Deed(self._change_the_plan)]

    def _board_on_or_off(self) -> None:
        self.key(Key.Key_B)

    def _black(self) -> None:
        self.key(Key.Key_F12)
        self.rest()
        self.calm()
        if self.teacher.board.blank:
            self.key(Key.Key_F12)

    def _swap_screens(self) -> None:
        """There and back, as the pointer of the tests knows the laptop alone."""
        for _time in range(2):
            self.key(Key.Key_F9)
            self.rest()
        self.home()

    def _another_screen(self) -> None:
        self.key(Key.Key_F9, held=Qt.KeyboardModifier.ShiftModifier)

    def _cables(self) -> None:
        """Something is plugged in or pulled out, once or in one breath."""
        for _time in range(self.chance.choice((1, 1, 2, 3))):
            self.teacher.computer.screens.become(*self.any_of(ROOMS))
        self.rest()

    def home(self) -> None:
        """The teacher's window stands on the laptop."""
        self.teacher.computer.screens.stand_on(LAPTOP)

    def _look_at_a_page(self) -> None:
        at = self.chance.randrange(len(PAGES))
        if self.chance.random() < 0.5:
            self.press_button(PAGES[at])
        else:
            self.key(KEYS[at], held=CTRL)
        self.rest()

    def _lock(self) -> None:
        if self.chance.random() < 0.5:
            self.key(Key.Key_L)
        else:
            self.press_button("Lock")
        self.rest()

    def _open_the_box(self) -> None:
        """What may be said on the board."""
        self.page.top_bar.board.box_wanted.emit()
        self.rest()

    def _undo_and_redo(self) -> None:
        """As often as was undone, so that all is as it was."""
        room, page = self.teacher.desk.room, self.page
        places, count = self.teacher.console_places(), 0
        for _time in range(self.chance.randint(1, 6)):
            would = room.workspace.next_undo
            if would is None or not page.scene:
                break
            self.key(Key.Key_Z, held=CTRL)
            count += 1
        for _time in range(count):
            self.key(Key.Key_Z, held=CTRL_SHIFT)
        self.rest()
        if self.teacher.desk.window.current == "live":
            assert self.teacher.console_places() == places, "redo gave another picture"

    def _undo_one(self) -> None:
        self.key(Key.Key_Z, held=CTRL)

    def _look_at_a_student(self) -> None:
        self.click(self.card())  # of one alone: several have no page
        self.menu_of(self.card())
        menu = self.popup()
        if not any(line.text() == "Student page" for line in menu.actions()):
            raise NotNow
        self.teacher.choose("Student page")
        self.rest()
        self.key(Key.Key_Escape)

    def _focus_lost(self) -> None:
        """Another program comes to the front while a card is carried."""
        self.click(self.card())
        self.key(Key.Key_M)
        QApplication.sendEvent(self.teacher.window, QEvent(QEvent.Type.WindowDeactivate))
        assert self.page.carry.lifted is None

    def _change_the_plan(self) -> None:
        """The lesson that runs is changed where it was planned."""
        self.press_button("Plan")
        self.rest()
        if not seen(LessonPanel, self.teacher.window):
            self.press_button("Lesson")
            self.rest()
        panels = seen(LessonPanel, self.teacher.window)
        if not panels:
            raise NotNow
        ways = [*seen(Check, panels[0])]
        ways += [b for b in seen(Button, panels[0]) if b.accessibleName()]
        self.click(self.any_of(ways))
        self.rest()
