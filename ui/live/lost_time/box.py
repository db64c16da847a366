"""We lost time: the ways on, each with what it costs whom."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.live import LiveScene
from app.domain.lost_time import WayOn
from ui.live.lost_time import words
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.box import Box
from ui.widgets.button import Button
from ui.widgets.scroll import Scroll
from ui.widgets.stepper import Stepper
from ui.widgets.surface import Surface
from ui.widgets.text import Text

MINUTE_MS = 60_000
MOST_MINUTES = 90
WIDTH = 520


class LostTimeBox(Box):
    """Asks how long it was. `picked` gives the `WayOn` and the milliseconds that were lost.

    `planned_end` says when the lesson was to end before so much was lost, `next_day` (ISO text)
    when the class is taught again. Closing the box changes nothing.
    """

    picked = Signal(object, object)

    def __init__(
        self,
        theme: Theme,
        scene: LiveScene,
        ways: Callable[[int], Sequence[WayOn]],
        clock_time: Callable[[int], str],
        planned_end: Callable[[int], int],
        next_day: str,
        minutes: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(theme, parent)
        self._scene = scene
        self._ways = ways
        self._clock_time = clock_time
        self._planned_end = planned_end
        self._next_day = next_day
        self.minutes = Stepper(theme, 1, MOST_MINUTES)
        self._list = QVBoxLayout()
        self._body = QWidget()
        self._shown: list[QWidget] = []
        self._lay_out()
        self.minutes.set_value(minutes)
        self.minutes.changed.connect(self._show_ways)
        self._show_ways(minutes)

    def buttons(self) -> list[Button]:
        """The button of each way, in order."""
        return [button for box in self._shown for button in box.findChildren(Button)]

    def texts(self) -> list[str]:
        """What each way says."""
        return [box.accessibleName() for box in self._shown]

    def _lay_out(self) -> None:
        px = self._theme.px
        self.setWindowTitle(tr("We lost time"))
        self.setMinimumWidth(px(WIDTH))
        rows = QVBoxLayout(self)
        rows.setContentsMargins(px(20), px(16), px(20), px(16))
        rows.setSpacing(px(12))
        ask = QHBoxLayout()
        question = tr("How long did the lesson stand still?")
        ask.addWidget(Text(self._theme, question, "body"), 1)
        self.minutes.set_suffix(tr(" min"))
        self.minutes.set_name(question)
        ask.addWidget(self.minutes)
        rows.addLayout(ask)
        self._list.setSpacing(px(8))
        self._list.setContentsMargins(0, 0, 0, 0)
        self._body.setLayout(self._list)
        rows.addWidget(Scroll(self._theme, self._body), 1)
        close = Button(self._theme, tr("Cancel"), kind="quiet")
        close.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(close)
        rows.addLayout(foot)

    def _show_ways(self, minutes: int) -> None:
        for box in self._shown:
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        lost = minutes * MINUTE_MS
        self._shown = [self._box(way, self._planned_end(lost)) for way in self._ways(lost)]
        for box in self._shown:
            self._list.addWidget(box)
        self._take_room()

    def _take_room(self) -> None:
        """As high as all ways need, but never higher than the window it is over."""
        wide = self._theme.px(WIDTH)
        inner = wide - 2 * self._theme.px(20)
        around = self.minutes.sizeHint().height() + self._theme.px(2 * 16 + 2 * 12 + 40)
        needed = self._list.heightForWidth(inner) + around
        window = self.parentWidget()
        most = needed if window is None else round(window.window().height() * 0.9)
        self.resize(wide, min(needed, most))

    def _box(self, way: WayOn, planned: int) -> QWidget:
        px = self._theme.px
        box = Surface(self._theme, radius=8)
        lines = words.lines(way, self._scene, self._clock_time, planned, self._next_day)
        said = " ".join(lines)
        box.setAccessibleName(f"{words.title(way)}. {said}")
        rows = QVBoxLayout(box)
        rows.setContentsMargins(px(12), px(10), px(12), px(12))
        rows.setSpacing(px(6))
        button = Button(self._theme, words.action(way), small=True)
        button.setAccessibleDescription(said)
        button.clicked.connect(lambda _on=False: self._pick(way))
        head = QHBoxLayout()  # what can be done stays beside its name, however long the cost is
        head.addWidget(Text(self._theme, words.title(way), "strong"), 1)
        head.addWidget(button)
        rows.addLayout(head)
        for text in lines:
            body = Text(self._theme, text, "small", "text2")
            body.setWordWrap(True)
            rows.addWidget(body)
        return box

    def _pick(self, way: WayOn) -> None:
        self.picked.emit(way, self.minutes.value() * MINUTE_MS)
        self.accept()
