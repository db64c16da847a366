"""A tag in the hand: taken by a tap and given by taps, or dragged to where it belongs."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.ids import StudentId, TagId
from ui.theme import Theme
from ui.widgets.tag import TagChip

Students = tuple[StudentId, ...]


class TagCarry(QObject):
    """`given` carries the students and the tag; `changed` comes when another one is held, or none.

    `find` says who is meant by a point of the screen: a card, or the head of a station with all
    who are there. `outline` marks them. A tag that was tapped stays in the hand until Esc.
    """

    given = Signal(object, object)
    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        page: QWidget,
        find: Callable[[QPoint], Students],
        outline: Callable[[Students], None],
    ) -> None:
        super().__init__(page)
        self._theme = theme
        self._page = page
        self._find = find
        self._outline = outline
        self._chips: dict[QObject, TagId] = {}
        self._pressed: QPoint | None = None
        self._grip = QPoint()
        self.held: TagId | None = None
        self.picture: TagChip | None = None

    def watch(self, chips: Sequence[tuple[TagId, TagChip]]) -> None:
        """Let these be dragged."""
        self._chips = {chip: tag for tag, chip in chips}
        for _tag, chip in chips:
            chip.installEventFilter(self)

    def take(self, tag: TagId | None) -> None:
        """Hold a tag; the same one again, or None, puts it down."""
        self.held = None if tag == self.held else tag
        self.changed.emit()

    def hit(self, students: Students) -> bool:
        """These were tapped: they get the tag that is held; False when none is."""
        if self.held is None or not students:
            return False
        self.given.emit(students, self.held)
        return True

    def put_down(self) -> None:
        """Hold none any more."""
        self._end()
        if self.held is not None:
            self.take(None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer from a tag to where it is let go."""
        if not isinstance(event, QMouseEvent) or not isinstance(watched, TagChip):
            return False
        kind, spot = event.type(), event.globalPosition().toPoint()
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed, self._grip = spot, event.position().toPoint()
        elif kind == QEvent.Type.MouseMove and self._pressed is not None:
            return self._move(watched, spot)
        elif kind == QEvent.Type.MouseButtonRelease:
            return self._release(watched, spot)
        return False

    def _move(self, chip: TagChip, spot: QPoint) -> bool:
        started = self._pressed or spot
        far = (spot - started).manhattanLength() >= QApplication.startDragDistance()
        if self.picture is None and not far:
            return False
        if self.picture is None:
            self.picture = TagChip(self._theme, chip.label(), self._page)
            self.picture.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self.picture.resize(self.picture.sizeHint())
            self.picture.setChecked(True)
            self.picture.show()
            chip.setDown(False)
        self.picture.move(self._page.mapFromGlobal(spot) - self._grip)
        self.picture.raise_()
        self._outline(self._find(spot))
        return True

    def _release(self, chip: TagChip, spot: QPoint) -> bool:
        carried = self.picture is not None
        self._end()
        if carried and (students := self._find(spot)):
            self.given.emit(students, self._chips[chip])
        return carried

    def _end(self) -> None:
        self._pressed = None
        if self.picture is not None:
            self.picture.hide()
            self.picture.deleteLater()
            self.picture = None
            self._outline(())
