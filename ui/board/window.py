"""The projected window. It is handed board scenes and can know nothing else."""

from dataclasses import replace
from math import ceil, floor

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from app.domain.board.fit import BoardFit
from app.domain.board.scene import BoardClock, BoardScene
from ui.board.layout import BoardLayout
from ui.board.look import BoardLook
from ui.board.motion import Motion
from ui.board.picture import BoardPicture
from ui.board.way_back import WayBack

PAGE_MS = 8000
_LEAVE = (Qt.Key.Key_Escape, Qt.Key.Key_B)


class BoardWindow(QWidget):
    """Paints the board, full screen and without a cursor, menu or tip.

    `leave_wanted`: somebody pressed Esc or B or the corner, which is only possible where it took
    the keyboard. `key_pressed` and `key_released` carry the other keys there, as a `QKeyEvent`.
    `touched_black`: somebody clicked there while it was black.
    `closed`: the system closed it.
    `fitted`: names have another size or place, after they were drawn.
    `too_small_changed`: whether names are under a readable size, for the console to say.
    """

    leave_wanted = Signal()
    key_pressed = Signal(object)
    key_released = Signal(object)
    touched_black = Signal()
    closed = Signal()
    too_small_changed = Signal(bool)
    fitted = Signal()

    def __init__(self, look: BoardLook, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._scene: BoardScene | None = None
        self._picture: BoardPicture | None = None
        self._blank = False
        self._too_small = False
        self._way_back: WayBack | None = None
        self._fit: BoardFit | None = None
        self._motion = Motion(look, self)
        self._motion.moved.connect(self._repaint)
        self._pages = QTimer(self, interval=PAGE_MS)
        self._pages.timeout.connect(self.turn_page)
        self._dress()
        look.theme.changed.connect(self._restyle)

    @property
    def scene(self) -> BoardScene | None:
        return self._scene

    @property
    def blank(self) -> bool:
        return self._blank

    @property
    def too_small(self) -> bool:
        """Whether the names of the last picture are under a 28th of its height."""
        return self._too_small

    @property
    def layout_shown(self) -> BoardLayout | None:
        """What is drawn and where; None while nothing is."""
        return self._picture.layout if self._picture else None

    @property
    def flying(self) -> bool:
        """Whether guides are on their way."""
        return self._motion.running

    @property
    def turning(self) -> bool:
        """Whether pages are shown by turns, as one picture cannot hold all names."""
        return self._pages.isActive()

    def turn_page(self) -> None:
        """Show the next page of a class that one picture cannot hold. It is a cut, and calm."""
        if self._picture is not None and not self._blank and not self.flying:
            self._repaint(self._picture.turn_page())

    def show_scene(self, scene: BoardScene) -> None:
        """Show another picture; only what differs is drawn."""
        before, self._scene = self._scene, scene
        self._describe(before)
        if self._picture is None or self._blank or not self.isVisible():
            self._picture = None
            self.update()
            return
        self._refresh()
        self._motion.follow(before, scene, self.layout_shown)

    def show_clock(self, clock: BoardClock) -> None:
        """Show another time on the same picture."""
        scene = self._scene
        if scene is not None:
            self.show_scene(replace(scene, clock=clock))

    def set_blank(self, blank: bool) -> None:
        """Black, or the board again."""
        if blank != self._blank:
            self._blank = blank
            self._describe(None)
            self._restyle()
            self._show_way_back()
            self.repaint()  # now: there may be something to hide

    def set_keyboard(self, wanted: bool) -> None:
        """Whether the window takes the keyboard; on a projector it must leave it to the teacher."""
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not wanted)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not wanted)
        if wanted and self._way_back is None:
            self._way_back = WayBack(self._look.theme, self)
            self._way_back.clicked.connect(self.leave_wanted)
        self._show_way_back()

    def sizeHint(self) -> QSize:
        """The size of a projector, before there is a screen."""
        return QSize(1280, 720)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Copy what is drawn already; draw the clock and the guides."""
        painter = QPainter(self)
        if self._blank or self._scene is None:
            painter.fillRect(event.rect(), Qt.GlobalColor.black)
            painter.end()
            return
        picture = self._ready_picture(self._scene)
        ratio = self.devicePixelRatioF()
        painter.scale(1 / ratio, 1 / ratio)
        picture.paint(painter, _scaled(event.rect(), ratio))
        self._motion.paint(painter)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and B lead back to the teacher's window; others may be keys of the lesson."""
        if event.key() in _LEAVE and not event.isAutoRepeat():
            self.leave_wanted.emit()
        else:
            self.key_pressed.emit(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """A key that was held is let go."""
        self.key_released.emit(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Who has no keyboard gets out of the black with a click."""
        if self._blank and self._takes_keyboard():
            self.touched_black.emit()
        event.accept()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The corner stays a corner."""
        super().resizeEvent(event)
        self._show_way_back()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The system or the end of the app may close it; that must not be refused."""
        event.accept()
        self.closed.emit()

    def _dress(self) -> None:
        self.setWindowTitle(self.tr("Rondo board"))
        self.setAccessibleName(self.tr("Board"))
        self.setWindowFlags(Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.set_keyboard(False)

    def _takes_keyboard(self) -> bool:
        return not self.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus

    def _show_way_back(self) -> None:
        if self._way_back is not None:
            self._way_back.setVisible(self._takes_keyboard() and not self._blank)
            self._way_back.place()

    def _describe(self, before: BoardScene | None) -> None:
        """What a screen reader says: what the picture says, the running time left out."""
        scene = None if self._blank else self._scene
        if scene is None:
            self.setAccessibleDescription("")
        elif before is None or self._look.words.spoken(before) != self._look.words.spoken(scene):
            self.setAccessibleDescription(self._look.words.spoken(scene))

    def _restyle(self) -> None:
        self._motion.stop()
        self._picture = None
        self.update()

    def _device_size(self) -> tuple[int, int]:
        ratio = self.devicePixelRatioF()
        return round(self.width() * ratio), round(self.height() * ratio)

    def _ready_picture(self, scene: BoardScene) -> BoardPicture:
        """The picture at the window's size, made when the size is another."""
        size = self._device_size()
        if self._picture is None or self._picture.size != size:
            still = self._look.theme.duration("board_move") == 0
            self._picture = BoardPicture(self._look, *size, still)
            self._picture.show(scene)
            self._notice_size()
        return self._picture

    def _refresh(self) -> None:
        """Draw what differs, and have it shown."""
        if self._picture is None or self._scene is None:
            return
        if self._picture.size != self._device_size():
            self.update()
            return
        self._repaint(self._picture.show(self._scene))
        self._notice_size()

    def _repaint(self, rects: list[QRect]) -> None:
        """Ask for parts of the picture, given in its px."""
        for rect in rects:
            self.update(_scaled(rect, 1 / self.devicePixelRatioF()))

    def _notice_size(self) -> None:
        layout = self.layout_shown
        if layout is not None and layout.fit is not self._fit:
            self._fit = layout.fit
            self.fitted.emit()
        if (layout is not None and layout.fit.pages > 1) != self.turning:
            self._pages.stop() if self.turning else self._pages.start()
        small = layout is not None and bool(layout.fit.stations) and layout.fit.too_small
        if small != self._too_small:
            self._too_small = small
            self.too_small_changed.emit(small)


def _scaled(rect: QRect, factor: float) -> QRect:
    """The rectangle in other px, every px it touches included."""
    left, top = floor(rect.left() * factor), floor(rect.top() * factor)
    right = ceil((rect.left() + rect.width()) * factor)
    bottom = ceil((rect.top() + rect.height()) * factor)
    return QRect(left, top, right - left, bottom - top)
