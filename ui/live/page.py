"""The live page: the lesson while it is taught."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.card import CardFacts
from app.domain.ids import ClassId, StudentId
from app.domain.live import LiveScene
from app.ports import Clock
from app.services.cards import CardService
from app.services.live import LiveService
from app.services.moves import MoveService
from app.workspace import Kinds
from ui.live.bar_words import BarWords
from ui.live.carry import Carry
from ui.live.console import Console
from ui.live.deeds import Deeds
from ui.live.edges import EdgeScroll
from ui.live.gesture import Gesture
from ui.live.handling import Handling, Parts
from ui.live.live_card import LiveCard
from ui.live.marks import Target
from ui.live.no_lesson import NoLesson
from ui.live.running import Running
from ui.live.selection import Selection
from ui.live.showing import Places, Showing
from ui.live.top_bar import TopBar
from ui.live.tray_chip import TrayChip
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.focus import focused
from ui.widgets.pressable import Pressable


class LivePage(QWidget):
    """Shows the open lesson of a class and lets the teacher run it.

    `observe_panel`, `capture_line` and `miniature` are widgets of others that get their places
    here; what they need to know they hear from the signals.
    """

    scene_changed = Signal(object)
    """The `LiveScene` that is shown from now on; None when no lesson is open."""
    ticked = Signal(object)
    """The `Reading` of the clock, each second while it runs, each minute while it stands."""
    selected = Signal(object)
    """The `StudentId` everything is about, or None."""
    level_pressed = Signal(int)
    flag_pressed = Signal(object)
    """The `StudentId` whose flag goes on or off."""
    tag_key_pressed = Signal()
    capture_wanted = Signal()
    board_toggled = Signal(bool)
    plan_wanted = Signal()
    progress_wanted = Signal()
    student_wanted = Signal(object)
    """The `StudentId` whose page is wanted."""

    def __init__(
        self,
        theme: Theme,
        live: LiveService,
        moves: MoveService,
        cards: CardService,
        clock: Clock,
        observe_panel: QWidget,
        capture_line: QWidget,
        miniature: QWidget | None = None,
    ) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName(tr("Lesson"))
        self.say = Announcer(self)
        self.top_bar = TopBar(theme, miniature, self)
        self.console = Console(theme, observe_panel, capture_line)
        self.no_lesson = NoLesson(theme)
        self._stack = QStackedWidget()
        places = Places(
            self, BarWords(self.top_bar, clock), self._stack, self.console, self.no_lesson
        )
        self.showing = Showing(live, cards, clock, places)
        self.clockwork = self.showing.clockwork
        self.selection = Selection(self.console.columns)
        self.carry = Carry(self.console.columns, self.console.tray, moves, self.say)
        self.deeds = Deeds(theme, self, moves, clock, self._lift)
        edges = EdgeScroll(theme, self.console.columns)
        self.gesture = Gesture(theme, self, self.carry, edges, self.target_at)
        self.running = Running(live, self.top_bar.buttons)
        parts = Parts(self.top_bar, self.console, self.selection, self.carry, self.deeds, self.say)
        self.handling = Handling(theme, self, parts)
        self.showing.tell(self.running, self.carry, self.selection, self.deeds)
        self._lay_out()
        self._connect()

    @property
    def scene(self) -> LiveScene | None:
        """The lesson as it is shown; None when none is open."""
        return self.showing.scene

    @property
    def facts(self) -> Mapping[StudentId, CardFacts]:
        """What the cards tell, as it was last read."""
        return self.showing.facts

    def show_class(self, class_id: ClassId) -> None:
        """Load the class's open lesson and show it as it is now."""
        self.showing.show_class(class_id)

    def on_changed(self, kinds: Kinds) -> None:
        """Something was written: ask again, and redraw what differs."""
        self.showing.on_changed(kinds)

    def set_board(self, on: bool, status: str) -> None:
        """Show whether the board is open, and where: "On projector"."""
        self.top_bar.board.set_board(on, status)
        self.top_bar.arrange()

    def set_far(self, hint: str) -> None:
        """Say beside the miniature that the last row cannot read all names; nothing when it can."""
        self.top_bar.board.set_far(hint)

    def select(self, student: StudentId | None) -> None:
        """Select a student's card, as a click on it does."""
        if student is None or student in self.console.columns.cards:
            self.selection.select(student)

    def take_keys_back(self) -> None:
        """After a click in the panel keys are the lesson's again; who works by keyboard stays."""
        focus = focused(self)
        if isinstance(focus, Pressable) and not focus.ring.shown:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def tick(self) -> None:
        """Read the clock now instead of at the next second."""
        self.clockwork.tick()

    def target_at(self, spot: QPoint) -> Target | None:
        """Where a card let go at a point of the screen would fall."""
        return None if self.scene is None else self.console.target_at(spot)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys mean something here unless someone is typing."""
        if not self.handling.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key that was held is let go."""
        if not self.handling.keys.release(event):
            super().keyReleaseEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """The keys of the lesson work at once, wherever the keyboard was before."""
        super().showEvent(event)
        focus = focused(self)
        if focus is None or not self.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """A key that is held while the window goes to the back is let go."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.handling.keys.let_go()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the card or chip under the pointer."""
        source = self.childAt(event.pos())
        if isinstance(source, LiveCard | TrayChip) and self.carry.lifted is None:
            self.deeds.open_menu(source.student, event.globalPos())

    def _adopt(self, card: LiveCard) -> None:
        """A new card: the pointer is watched, a screen reader's press is a click."""
        self.gesture.watch(card)
        card.clicked.connect(lambda: self.handling.click_card(card.student))

    def _lift(self, student: StudentId) -> None:
        """Let the keyboard carry a student, also one from the tray."""
        self.select(student)
        if student in self.console.columns.cards:
            self.selection.focus()
        else:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.carry.lift(student, keyed=True)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.console)
        self._stack.addWidget(self.no_lesson)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top_bar)
        rows.addWidget(self._stack, 1)

    def _connect(self) -> None:
        columns, tray = self.console.columns, self.console.tray
        columns.card_made.connect(self._adopt)
        tray.chip_made.connect(self.gesture.watch)
        columns.guest_wanted.connect(self.handling.bring_here)
        tray.chip_clicked.connect(self.handling.open_chip)
        self.gesture.clicked.connect(self.handling.click_card)
        self.selection.changed.connect(self.selected)
        self.showing.changed.connect(self.scene_changed)
        self.showing.ticked.connect(self.ticked)
        self.deeds.flagged.connect(self.flag_pressed)
        self.deeds.page_wanted.connect(self.student_wanted)
        self.top_bar.board.toggled.connect(self.board_toggled)
        self.no_lesson.plan_wanted.connect(self.plan_wanted)
        self.no_lesson.progress_wanted.connect(self.progress_wanted)
        self.handling.level_pressed.connect(self.level_pressed)
        self.handling.tag_key_pressed.connect(self.tag_key_pressed)
        self.handling.capture_wanted.connect(self.capture_wanted)
        self.handling.board_toggled.connect(self.board_toggled)
