"""The live page: the lesson while it is taught."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Qt, Signal, SignalInstance
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
from ui.live.bar.running import Running
from ui.live.bar.top_bar import TopBar
from ui.live.bar.words import BarWords
from ui.live.carry.carry import Carry
from ui.live.carry.hands import Hands
from ui.live.clicks import Clicks
from ui.live.console import Console
from ui.live.deeds import Deeds
from ui.live.handling import Handling
from ui.live.no_lesson import NoLesson
from ui.live.parts import Parts
from ui.live.selection import Selection
from ui.live.showing import Places, Showing
from ui.live.stations.column_head import ColumnHead
from ui.live.stations.live_card import LiveCard
from ui.live.stations.table_time import TableTime
from ui.live.tray_chip import TrayChip
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.focus import focused, keyboard_kept
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
    """The `StudentId`s whose flag goes on or off, as a tuple."""
    tag_key_pressed = Signal()
    capture_wanted = Signal()
    board_toggled = Signal(bool)
    plan_wanted = Signal()
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
        self._simple = False
        self.say = Announcer(self)
        self.top_bar = TopBar(theme, miniature, self)
        self.console = Console(theme, observe_panel, capture_line)
        self.no_lesson = NoLesson(theme, clock)
        self._stack = QStackedWidget()
        places = Places(
            self, BarWords(self.top_bar, clock), self._stack, self.console, self.no_lesson
        )
        self.showing = Showing(live, cards, clock, places)
        self.clockwork = self.showing.clockwork
        self.selection = Selection(self.console.columns)
        self.carry = Carry(self.console.columns, self.console.tray, moves, self.say)
        columns = self.console.columns
        self.tables = TableTime(theme, live, columns, clock, self.say)
        self.deeds = Deeds(theme, self, moves, clock, self.selection, self.tables)
        self.hands = Hands(theme, self, self.console, self.selection, self.carry)
        self.running = Running(live, self.top_bar.buttons)
        parts = Parts(
            self.top_bar,
            self.console,
            self.selection,
            self.hands.band,
            self.carry,
            self.deeds,
            self.say,
        )
        self.handling = Handling(theme, self, parts)
        self.clicks = Clicks(parts)
        self.showing.tell(self.running, self.carry, self.selection, self.deeds, self.tables)
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
        self.no_lesson.tell(kinds)

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

    def set_simple(self, simple: bool) -> None:
        """The lesson alone: who is where and the clock, and nothing about anybody."""
        self._simple = simple
        self.top_bar.buttons.is_simple = simple
        self.console.show_bare(simple)
        self.no_lesson.show_bare(simple)
        self.showing.show_plain(simple)

    def take_keys_back(self) -> None:
        """After a click in the panel keys are the lesson's again; who works by keyboard stays."""
        focus = focused(self)
        if isinstance(focus, Pressable) and not focus.ring.shown:
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def tick(self) -> None:
        """Read the clock now instead of at the next second."""
        self.clockwork.tick()

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
        self.showing.catch_up()
        focus = focused(self)
        if focus is None or not self.isAncestorOf(focus):
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """A key that is held while the window goes to the back is let go."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and not self.isActiveWindow():
            self.handling.keys.let_go()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the card, chip or head under the pointer."""
        source = self.childAt(event.pos())
        if isinstance(source, LiveCard | TrayChip | ColumnHead):
            self.clicks.open_source(source, event.globalPos())

    def _adopt(self, card: LiveCard) -> None:
        """A new card: a screen reader's press is a click."""
        card.clicked.connect(lambda: self.clicks.click_card(card.student))

    def _unless_simple(self, signal: SignalInstance) -> Callable[..., None]:
        """Hand a wish on, but not in the simple view, where nothing is noted or looked up."""

        def hand_on(*values: object) -> None:
            if not self._simple:
                signal.emit(*values)

        return hand_on

    def _tell_selected(self, student: StudentId | None) -> None:
        """What had the keyboard may make way for another student: then keys are the lesson's."""
        with keyboard_kept(self):
            self.selected.emit(student)

    def _give_the_head(self) -> None:
        """The end of a lesson has a header of its own."""
        ended = self._stack.currentWidget() is self.no_lesson and self.no_lesson.shows_end
        self.top_bar.setVisible(not ended)

    def _lay_out(self) -> None:
        self._stack.addWidget(self.console)
        self._stack.addWidget(self.no_lesson)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.top_bar)
        rows.addWidget(self._stack, 1)

    def _connect(self) -> None:
        columns, tray, clicks = self.console.columns, self.console.tray, self.clicks
        columns.card_made.connect(self._adopt)
        columns.guest_wanted.connect(clicks.bring_here)
        columns.head_clicked.connect(clicks.click_head)
        tray.chip_clicked.connect(clicks.open_chip)
        tray.clicked.connect(clicks.click_empty)
        self.hands.clicked.connect(clicks.click_card)
        self.hands.missed.connect(clicks.click_empty)
        self.hands.held.connect(clicks.open_source)
        self.selection.changed.connect(self._tell_selected)
        self.showing.changed.connect(self.scene_changed)
        self.showing.ticked.connect(lambda _reading: self.tables.tick())
        self.showing.ticked.connect(self.ticked)
        self.deeds.lift_wanted.connect(self.handling.lift)
        self.deeds.flagged.connect(self._unless_simple(self.flag_pressed))
        self.deeds.page_wanted.connect(self._unless_simple(self.student_wanted))
        self.top_bar.board.toggled.connect(self.board_toggled)
        self.no_lesson.plan_wanted.connect(self.plan_wanted)
        self.no_lesson.full_wanted.connect(self.top_bar.buttons.simple)
        self.no_lesson.student_wanted.connect(self.student_wanted)
        self.no_lesson.currentChanged.connect(lambda _at: self._give_the_head())
        self._stack.currentChanged.connect(lambda _at: self._give_the_head())
        self.handling.level_pressed.connect(self._unless_simple(self.level_pressed))
        self.handling.tag_key_pressed.connect(self._unless_simple(self.tag_key_pressed))
        self.handling.capture_wanted.connect(self._unless_simple(self.capture_wanted))
        self.handling.board_toggled.connect(self.board_toggled)
