"""The tray below the stations: who is not in the room, and who has no place yet."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.domain.ids import StudentId
from ui.live.tray_chip import TrayChip
from ui.live.tray_views import ChipView
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.paint import FINE_DASH, frame, start
from ui.widgets.scroll import Scroll
from ui.widgets.text import Text

HEIGHT = 48


class Tray(QWidget):
    """A row of chips that scrolls sideways when it must; a card dropped here is absent.

    `clicked` gives the point of the screen of a click beside the chips.
    """

    chip_made = Signal(object)
    chip_clicked = Signal(object)
    clicked = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._over = False
        self._views: tuple[ChipView, ...] = ()
        self._chips: dict[StudentId, TrayChip] = {}
        self._label = Text(theme, tr("Not in the room"), "small", "text2", weight=600)
        self._nobody = Text(theme, tr("Nobody"), "small", "text2")
        self._row = QWidget()
        self._line = QHBoxLayout(self._row)
        self._scroll = Scroll(theme, self._row)
        self._outer = QHBoxLayout(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._build()
        theme.changed.connect(self._space)

    @property
    def chips(self) -> Mapping[StudentId, TrayChip]:
        """The chip of every student in the tray."""
        return self._chips

    def show_chips(self, views: Sequence[ChipView]) -> None:
        """Show these students; only what differs is touched."""
        if tuple(views) == self._views:
            return
        self._views = tuple(views)
        for student in set(self._chips) - {view.student for view in views}:
            self._drop(student)
        for at, view in enumerate(views):
            chip = self._chips.get(view.student)
            if chip is None:
                chip = self._add(view)
            elif chip.view != view:
                chip.show_chip(view)
            self._line.insertWidget(at, chip)
        self._label.setText(self._title())
        self._nobody.setVisible(not views)

    def add_end(self, widget: QWidget) -> None:
        """Put something behind the chips, where it does not scroll; before what is there."""
        self._outer.insertWidget(self._outer.indexOf(self._scroll) + 1, widget)

    @property
    def is_over(self) -> bool:
        """Whether a card would fall here."""
        return self._over

    def set_over(self, over: bool, absent: str = "") -> None:
        """Show that a card would fall here, and what that would mean."""
        if over != self._over:
            self._over = over
            self._label.setText(absent if over else self._title())
            self.update()

    def contains(self, spot: QPoint) -> bool:
        """Whether a point of the screen is in the tray."""
        return self.isVisible() and self.rect().contains(self.mapFromGlobal(spot))

    def scroll_by(self, step: int) -> None:
        """Show what lies so many px further to the right."""
        bar = self._scroll.horizontalScrollBar()
        bar.setValue(bar.value() + (-step if self.isRightToLeft() else step))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click that no chip has taken."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.clicked.emit(event.globalPosition().toPoint())

    def sizeHint(self) -> QSize:
        """48 px high at 100 %."""
        return QSize(self._theme.px(400), self._theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Any width: the chips scroll."""
        return QSize(self._theme.px(160), self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw an edge while a card is over the tray."""
        if not self._over:
            return
        painter = start(self)
        px, colour = self._theme.px, self._theme.colour
        box = QRectF(self.rect()).adjusted(px(8), px(1), -px(8), -px(1))
        frame(painter, box, 8, colour("ink_tint"), colour("ink"), 2, FINE_DASH)
        painter.end()

    def _title(self) -> str:
        if any(view.placeless for view in self._views):
            return tr("Not at a station")
        return tr("Not in the room")

    def _add(self, view: ChipView) -> TrayChip:
        chip = self._chips[view.student] = TrayChip(self._theme, view, self._row)
        chip.clicked.connect(lambda: self.chip_clicked.emit(chip.student))
        chip.show()
        self.chip_made.emit(chip)
        return chip

    def _drop(self, student: StudentId) -> None:
        chip = self._chips.pop(student)
        self._line.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _build(self) -> None:
        self._outer.addWidget(self._label)
        self._outer.addWidget(self._nobody)
        self._outer.addWidget(self._scroll, 1)
        self._line.addStretch(1)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setAccessibleName(tr("Not in the room"))
        self._space()

    def _space(self) -> None:
        px = self._theme.px
        self._outer.setContentsMargins(px(16), 0, px(12), 0)
        self._outer.setSpacing(px(8))
        self._line.setContentsMargins(px(4), 0, px(4), 0)
        self._line.setSpacing(px(8))
        # The chips stay where they are while the label says what a drop would do.
        wide = self._theme.text_width(tr("Not in the room"), "small", 600)
        self._label.setMinimumWidth(round(wide + 1))
        self.updateGeometry()
