"""The buttons that run the lesson."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.clock import READY, TRANSITION, Reading
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.button import Button

if TYPE_CHECKING:
    from ui.widgets.menu import Menu

ROOMY, TIGHT, ICONS, FEW = 0, 1, 2, 3


class LessonButtons(QWidget):
    """Start, or pause and resume, a minute more and next; the rest is behind "More".

    `hears` says whether sounds are on.
    """

    start = Signal()
    pause = Signal()
    resume = Signal()
    minutes = Signal(int)
    next = Signal()
    back = Signal()
    again = Signal()
    time_lost = Signal()
    end = Signal()
    sound = Signal()
    black = Signal()
    swap = Signal()
    another = Signal()
    simple = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._reading = Reading(READY, 1, 1, 0, 0)
        self._dense = ROOMY
        self.hears: Callable[[], bool] = lambda: True
        self.board_is_black = False
        self.is_simple = False
        self.has_third_screen: Callable[[], bool] = lambda: False
        self.start_button = Button(theme, icon="play", kind="primary", icon_style="fill")
        self.pause_button = Button(theme)
        self.minute_button = Button(theme, icon="plus")
        self.next_button = Button(theme, icon="skip-forward", kind="primary")
        self.more_button = Button(theme, icon="dots-three", kind="quiet", small=True)
        self._verbs = {
            "n": self.next,
            "p": self.back,
            "r": self.again,
            "i": self.time_lost,
            "q": self.sound,
            "e": self.end,
        }
        self._row = QHBoxLayout(self)
        self._build()
        self._label()
        theme.changed.connect(self._space)

    def show_reading(self, reading: Reading) -> None:
        """Offer what makes sense at this moment of the lesson."""
        before, self._reading = self._reading, reading
        if offer(before) != offer(reading):
            self._label()

    def set_density(self, dense: int) -> None:
        """ROOMY has words on every button, TIGHT on the main one, ICONS on none; FEW has fewer."""
        if dense != self._dense:
            self._dense = dense
            self._label()

    @property
    def density(self) -> int:
        return self._dense

    def toggle_pause(self) -> None:
        """Start, pause or resume, whichever makes sense."""
        if self._reading.phase == READY:
            self.start.emit()
        elif self._reading.paused:
            self.resume.emit()
        else:
            self.pause.emit()

    def show_held(self, key: str, held: bool) -> None:
        """Show that the key of a button, or of a line behind "More", is held."""
        (self.next_button if key == "n" else self.more_button).setDown(held)

    def press(self, key: str) -> None:
        """Do what a key of the clock means, as far as it makes sense before the start."""
        started = self._reading.phase != READY
        if started or key in {"e", "q"}:
            self._verbs[key].emit()

    def give_minutes(self, minutes: int) -> None:
        """Give the running round more minutes, or fewer; before the start there is none."""
        if self._reading.phase != READY:
            self.minutes.emit(minutes)

    def menu(self) -> "Menu":
        """What is behind "More" at this moment."""
        # Nothing is open at the start.
        from PySide6.QtGui import QKeySequence

        from ui.widgets.menu import Menu

        menu = Menu(self._theme, self)
        started = self._reading.phase != READY
        if started and self._dense == FEW:
            menu.add(tr("1 minute more"), lambda: self.minutes.emit(1), "plus", QKeySequence("+"))
        less = partial(self.minutes.emit, -1)
        menu.add(tr("1 minute less"), less, "minus", QKeySequence("-"), started)
        hears = self.hears()
        sound = tr("Sounds off") if hears else tr("Sounds on")
        lines = (
            ("p", tr("Back one round"), "skip-back"),
            ("r", tr("This round again"), "arrow-clockwise"),
            ("i", tr("We lost time…"), "clock"),
            ("", "", ""),
            ("q", sound, "speaker-slash" if hears else "speaker-high"),
            ("", "", ""),
            ("e", tr("End lesson"), "check"),
        )
        for key, text, icon in lines:
            if not key:
                menu.addSeparator()
                continue
            if key == "e":
                self._add_board(menu)
                words = tr("Full view") if self.is_simple else tr("Simple view, for a substitute")
                menu.add(words, self.simple.emit, "eye-slash" if not self.is_simple else "eye")
                menu.addSeparator()
            makes_sense = started or key in {"e", "q"}
            menu.add(text, partial(self.press, key), icon, QKeySequence(key), makes_sense)
        return menu

    def open_menu(self) -> None:
        """Show the menu below its button."""
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        below = QPoint(0, self.more_button.height() + 2)
        menu.popup(self.more_button.mapToGlobal(below))

    def _add_board(self, menu: "Menu") -> None:
        """What has keys that work on every page, for those who use a pointer alone."""
        from PySide6.QtGui import QKeySequence  # nothing is open at the start

        word, icon = tr("Make the board black"), "moon"
        if self.board_is_black:
            word, icon = tr("Show the board again"), "sun"
        menu.add(word, self.black.emit, icon, QKeySequence(Qt.Key.Key_F12))
        keys = QKeySequence(Qt.Key.Key_F9)
        menu.add(tr("Swap the two screens"), self.swap.emit, "arrows-left-right", keys)
        if self.has_third_screen():
            keys = QKeySequence(Qt.Modifier.SHIFT | Qt.Key.Key_F9)
            menu.add(tr("The board on another screen"), self.another.emit, "monitor", keys)
        menu.addSeparator()

    def _build(self) -> None:
        self._row.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons():
            # A click leaves the keyboard with the cards, so that Space still means pause.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._row.addWidget(button)
        self.start_button.clicked.connect(self.start)
        self.pause_button.clicked.connect(self.toggle_pause)
        self.minute_button.clicked.connect(lambda: self.minutes.emit(1))
        self.next_button.clicked.connect(self.next)
        self.more_button.clicked.connect(self.open_menu)
        self.more_button.setAccessibleName(tr("More for this lesson"))
        self.more_button.setToolTip(tr("More for this lesson"))
        self._space()

    def _buttons(self) -> tuple[Button, ...]:
        running = (self.pause_button, self.minute_button, self.next_button)
        return (self.start_button, *running, self.more_button)

    def _label(self) -> None:
        started = self._reading.phase != READY
        self.pause_button.setVisible(started)
        if started and self.start_button.hasFocus():
            self.pause_button.setFocus(Qt.FocusReason.TabFocusReason)
        self.start_button.setVisible(not started)
        self.minute_button.setVisible(started and self._dense < FEW)
        self.next_button.setVisible(started)
        self.pause_button.set_icon("play" if self._reading.paused else "pause")
        pause = tr("Resume") if self._reading.paused else tr("Pause")
        self._say(self.start_button, tr("Start"), tr("Start the lesson"), TIGHT)
        self._say(self.pause_button, pause, tr("{pause} (Space)", pause=pause), ROOMY)
        self._say(self.minute_button, tr("1 min"), tr("1 minute more (+)"), ROOMY)
        self._say(self.next_button, *self._next_words(), TIGHT)
        self.updateGeometry()

    def _next_words(self) -> tuple[str, str]:
        reading = self._reading
        if reading.phase == TRANSITION:
            return tr("Next"), tr("Begin round {round} (hold N)", round=reading.round)
        if reading.round >= reading.rounds:
            return tr("End"), tr("End the lesson (hold N)")
        return tr("Next"), tr("On to round {round} (hold N)", round=reading.round + 1)

    def _say(self, button: Button, words: str, hint: str, until: int) -> None:
        """Words on the button as long as it is no denser than `until`; the hint always."""
        button.setText(words if self._dense <= until else "")
        button.setAccessibleName(words)
        button.setAccessibleDescription(hint)
        button.setToolTip(hint)

    def _space(self) -> None:
        self._row.setSpacing(self._theme.px(8))


def offer(reading: Reading) -> tuple[str, int, bool]:
    return reading.phase, reading.round, reading.paused
