"""A list that is too long to look through: type a few words, take what is left."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.dropdown import Pairs
from ui.widgets.field import Field

_STYLE = """
QFrame#searchList {{ background: {surface}; border: 1px solid {control}; }}
QListWidget {{ background: {surface}; color: {text}; border: none; outline: 0; }}
QListWidget::item {{ min-height: {high}px; padding: 0 {side}px; border-radius: 6px; }}
QListWidget::item:selected {{ background: {ink_tint}; color: {ink_text}; }}
"""
WIDTH, HEIGHT = 420, 340
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}


class SearchList(QFrame):
    """`picked` gives the key that was taken. `find` gives pairs of key and text for what is typed.

    The field keeps the keyboard: arrows go through the list, Enter takes, Esc leaves.
    """

    picked = Signal(object)

    def __init__(self, theme: Theme, find: Callable[[str], Pairs], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("searchList")
        self._theme = theme
        self._find = find
        self._keys: list[object] = []
        self.field = Field(theme, self.tr("Type to find"), "magnifying-glass")
        self.list = QListWidget()
        self.list.setUniformItemSizes(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(6), theme.px(6), theme.px(6), theme.px(6))
        column.addWidget(self.field)
        column.addWidget(self.list)
        self.field.textEdited.connect(self._show)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(lambda _item: self._take())

    def open_below(self, origin: QWidget) -> None:
        """Open at that control, with everything in it."""
        theme, name = self._theme, origin.accessibleName()
        self.list.setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.field.clear()
        self._dress()
        self._show("")
        self.resize(theme.px(WIDTH), theme.px(HEIGHT))
        self.move(self._place(origin))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keys of the list, while the field has the keyboard."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        key = Qt.Key(event.key())
        if key in _STEPS:
            at = self.list.currentRow() + _STEPS[key]
            self.list.setCurrentRow(max(0, min(at, self.list.count() - 1)))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._take()
        else:
            return False
        return True

    def _show(self, typed: str) -> None:
        pairs = self._find(typed)
        self._keys = [key for key, _text in pairs]
        self.list.clear()
        for _key, text in pairs:
            item = QListWidgetItem(text)
            item.setToolTip(text)
            self.list.addItem(item)
        self.list.setCurrentRow(0 if pairs else -1)

    def _take(self) -> None:
        at = self.list.currentRow()
        if 0 <= at < len(self._keys):
            key = self._keys[at]
            self.hide()
            self.picked.emit(key)

    def _place(self, origin: QWidget) -> QPoint:
        """Below it, or above where there is no room."""
        below = origin.mapToGlobal(QPoint(0, origin.height()))
        room = origin.screen().availableGeometry()
        x = max(room.left(), min(below.x(), room.right() - self.width()))
        if below.y() + self.height() > room.bottom():
            top = origin.mapToGlobal(QPoint(0, 0)).y() - self.height()
            return QPoint(x, max(room.top(), top))
        return QPoint(x, below.y())

    def _dress(self) -> None:
        px, colour = self._theme.px, self._theme.colour
        names = ("surface", "text", "control", "ink_tint", "ink_text")
        paints = {name: colour(name).name() for name in names}
        self.setStyleSheet(_STYLE.format(**paints, high=px(32), side=px(6)))
        self.list.setFont(self._theme.font("body"))
