"""What a screen reader takes our own widgets for, where Qt's guess would be wrong."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QWidget

ITEM, LIST = "StudentCard", "CardList"
"""The classes, with their subclasses, that are an item of a list and a list."""


class SpokenItem(QAccessibleWidget):
    """One of a list: its name says everything, it is selected or not, and can be pressed."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.ListItem)
        self._button = button

    def state(self) -> QAccessible.State:
        state = super().state()
        state.selectable = True
        state.selected = self._button.isChecked()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """The tip would only say the name again."""
        return "" if kind == QAccessible.Text.Description else super().text(kind)

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, action: str) -> None:
        if action == QAccessibleActionInterface.pressAction():
            self._button.click()


@cache
def speak_of_lists() -> None:
    """Tell screen readers of lists and their items from now on."""
    QAccessible.installFactory(_spoken)


def _spoken(kind: str, thing: QObject) -> QAccessibleInterface | None:
    if kind == ITEM and isinstance(thing, QAbstractButton):
        return SpokenItem(thing)
    if kind == LIST and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role.List)
    return None
