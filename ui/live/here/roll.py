"""Who is here, the whole class at once: everyone is present until clicked."""

from collections import Counter
from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain import session as did
from app.domain.attendance import next_state
from app.domain.ids import StudentId
from app.domain.live import LiveScene
from app.ports import Clock
from ui.live.here.roll_tile import RollTile, RollView
from ui.live.tray_views import reason
from ui.live.words import counted, tr
from ui.theme import Theme
from ui.widgets.avatar import initials, shape_of
from ui.widgets.button import Button
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface
from ui.widgets.text import Text

WIDTH = 212
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Roll(Surface):
    """Lies over the stations and stops nothing. Each click is said, and kept, at once.

    `said` names the student and the next word. Esc, "H" or Done closes it.
    """

    said = Signal(object, str)
    closed = Signal()

    def __init__(self, theme: Theme, clock: Clock, parent: QWidget) -> None:
        super().__init__(theme, radius=12, edge="control", parent=parent)
        self._look = theme
        self._clock = clock
        self._tiles: dict[StudentId, RollTile] = {}
        self._across = 0
        self.summary = Text(theme, "", "small", "text2")
        self.done_button = Button(theme, tr("Done"), "check", "primary", small=True)
        self._inside = QWidget()
        self._grid = QGridLayout(self._inside)
        self._scroll = Scroll(theme, self._inside)
        self._rows = QVBoxLayout(self)
        self._build()
        self.hide()
        theme.changed.connect(self._space)

    @property
    def tiles(self) -> Mapping[StudentId, RollTile]:
        """The tile of every student, in the order of the names."""
        return self._tiles

    @property
    def across(self) -> int:
        """How many names stand side by side."""
        return self._across

    def show_scene(self, scene: LiveScene | None) -> None:
        """Show what is said of everyone now; without a lesson there is nothing to say."""
        if scene is None:
            self.close_roll()
            return
        views = [_view(scene, number, self._clock) for number in range(len(scene.students))]
        if [view.student for view in views] != list(self._tiles):
            self._make(views)
        for view in views:
            if self._tiles[view.student].view != view:
                self._tiles[view.student].show_view(view)
        self.summary.setText(summary(views))

    def open_over(self, area: QRect) -> None:
        """Show it over an area of the page, the keyboard on the first name."""
        self.setGeometry(area)
        self.show()
        self.raise_()
        self._lay(again=True)
        first = next(iter(self._tiles.values()), None)
        (first or self.done_button).setFocus(Qt.FocusReason.TabFocusReason)

    def close_roll(self) -> None:
        """Go."""
        if self.isVisible():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc or the key that opened it closes it; undo and all others go on to the page."""
        if event.key() == Qt.Key.Key_Escape or event.text().lower() == "h":
            self.close_roll()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many names side by side as there is room for."""
        super().resizeEvent(event)
        self._lay()

    def _make(self, views: list[RollView]) -> None:
        for tile in self._tiles.values():
            tile.hide()
            tile.deleteLater()
        self._tiles = {view.student: RollTile(self._look, view, self._inside) for view in views}
        for student, tile in self._tiles.items():
            tile.clicked.connect(self._speaker(student))
            tile.steered.connect(self._steer)
            tile.show()
        self._lay(again=True)

    def _speaker(self, student: StudentId) -> Callable[[], None]:
        def speak() -> None:
            self.said.emit(student, next_state(self._tiles[student].view.state))

        return speak

    def _steer(self, event: QKeyEvent) -> None:
        tiles = list(self._tiles.values())
        at = next((n for n, tile in enumerate(tiles) if tile.hasFocus()), 0)
        to = self._way(event, at, [tile.view.name for tile in tiles])
        if to is None:
            self.keyPressEvent(event)
        elif 0 <= to < len(tiles):
            tiles[to].setFocus(Qt.FocusReason.TabFocusReason)
            self._scroll.ensureWidgetVisible(tiles[to])

    def _way(self, event: QKeyEvent, at: int, names: list[str]) -> int | None:
        """Where a key leads: by arrow, or to the next name that begins with the letter."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            return at + _STEPS[key] * (-1 if self.isRightToLeft() else 1)
        if key in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            return at + (self._across if key == Qt.Key.Key_Down else -self._across)
        letter = event.text().casefold()
        if event.modifiers() or not letter.isalpha() or letter == "h":
            return None
        order = [*range(at + 1, len(names)), *range(at + 1)]
        return next((n for n in order if names[n].casefold().startswith(letter)), None)

    def _lay(self, again: bool = False) -> None:
        room = self.width() - self._look.px(40)
        across = max(1, room // self._look.px(WIDTH))
        if across == self._across and not again:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._across = across
        for number, tile in enumerate(self._tiles.values()):
            self._grid.addWidget(tile, number // across, number % across)
        for column in range(across):
            self._grid.setColumnStretch(column, 1)
        self._grid.setRowStretch(len(self._tiles) // across + 1, 1)

    def _build(self) -> None:
        self.setAccessibleName(tr("Who is here"))
        self.done_button.clicked.connect(self.close_roll)
        top = QHBoxLayout()
        top.addWidget(Text(self._look, tr("Who is here"), "title"))
        top.addWidget(self.summary)
        how = Text(
            self._look, tr("Click a name: absent, again: late, again: away"), "small", "text2"
        )
        how.setWordWrap(True)
        how.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(how, 1)
        top.addWidget(self.done_button)
        top.setSpacing(self._look.px(12))
        self._rows.addLayout(top)
        self._rows.addWidget(self._scroll, 1)
        self._space()

    def _space(self) -> None:
        px = self._look.px
        self._rows.setContentsMargins(px(16), px(12), px(12), px(12))
        self._rows.setSpacing(px(10))
        # Room for the ring around a name.
        self._grid.setContentsMargins(px(4), px(4), px(8), px(4))
        self._grid.setSpacing(px(6))


def summary(views: list[RollView]) -> str:
    """How many are here, and how many are not: "26 here, 1 absent, 1 late"."""
    count = Counter(view.state for view in views)
    said = [tr("{count} here", count=count[did.PRESENT])]
    for state, one in ((did.ABSENT, "%n absent"), (did.LATE, "%n late"), (did.AWAY, "%n away")):
        if count[state]:
            said.append(counted(one, one, count[state]))
    return ", ".join(said)


def _view(scene: LiveScene, number: int, clock: Clock) -> RollView:
    student = scene.students[number]
    word = scene.seating.out.get(student.id)
    letters = initials(student.name.first, student.family)
    says = reason(scene, word, clock) if word else ""
    state = word.state if word else did.PRESENT
    return RollView(student.id, scene.names[student.id], letters, shape_of(student.id), state, says)
