"""What a screen reader takes our own widgets for, where Qt's guess would be wrong."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Protocol, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAbstractButton, QAccessibleWidget, QComboBox, QWidget

ROLES: Mapping[str, str] = {
    "MainWindow": "Window",
    "BoardWindow": "Window",
    "TroubleWindow": "Window",
    "UnlockWindow": "Window",
    "UpdatingWindow": "Window",
    "Popover": "Dialog",
    "PeopleList": "List",
    "BlindList": "List",
    "FilterBar": "Grouping",
    "SuggestedGroups": "Grouping",
    "UpLine": "Grouping",
    "ProblemCard": "Grouping",
    "FindPanel": "Pane",
    "LessonView": "Pane",
    "StationBox": "Grouping",
    "RoomPlan": "Grouping",
    "PaletteView": "Grouping",
    "WorkPage": "Pane",
    "Words": "StaticText",
    "ImportSteps": "StaticText",
    "WasLine": "StaticText",
    "CardGhost": "StaticText",
    "CardSlot": "StaticText",
    "Note": "StaticText",
    "Face": "Graphic",
    "LeavingCue": "AlertMessage",
    "LivePage": "Pane",
    "LockPage": "Pane",
    "DoorPage": "Pane",
    "StudentDrawer": "Pane",
    "CapturePalette": "Pane",
    "KeyList": "Pane",
    "Roll": "Pane",
    "Tray": "Grouping",
    "PaletteColumn": "Grouping",
    "Section": "Grouping",
    "Segmented": "Grouping",
    "Legend": "Grouping",
    "TitleBlock": "Heading",
    "PageTitle": "Heading",
    "RoundPills": "StaticText",
    "TimerFace": "StaticText",
    "SkillRow": "StaticText",
    "ColumnFoot": "StaticText",
    "PlanHeads": "StaticText",
    "PlanCell": "Grouping",
    "PlanGrid": "Grouping",
    "Fact": "StaticText",
    "Keycap": "StaticText",
    "LegendItem": "StaticText",
    "LevelChip": "StaticText",
    "SightingLine": "StaticText",
    "EventLine": "StaticText",
    "FaceBar": "StaticText",
    "VisitLine": "StaticText",
    "ChoiceChip": "StaticText",
    "BoardMiniature": "Graphic",
    "DemoPicture": "Graphic",
    "TermChart": "Graphic",
    "Grip": "Graphic",
    "Toast": "Notification",
    "Banner": "AlertMessage",
}
"""Classes, with their subclasses, that are nothing that is pressed, and the role of each.

A surface that has a name and is not among them is a group.
"""


CHECKED = frozenset({"Pressable", "Button", "Check"})
"""Our buttons, which may be ones that stay down."""


@runtime_checkable
class InOrder(Protocol):
    """A list whose parts were made in another order than they are read in."""

    def in_order(self) -> Sequence[QWidget]: ...


@runtime_checkable
class Taken(Protocol):
    """Something that can be the one to be moved."""

    def is_taken(self) -> bool: ...


class SpokenButton(QAccessibleWidget):
    """A button that is not what Qt takes it for; it can be pressed."""

    def __init__(self, button: QAbstractButton, role: QAccessible.Role) -> None:
        super().__init__(button, role)
        self._button = button

    def text(self, kind: QAccessible.Text) -> str:
        """By its own words where it was given no other name."""
        said = super().text(kind)
        if kind == QAccessible.Text.Name and not said:
            return self._button.text().replace("&&", "&")
        return said

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, action: str) -> None:
        if action in self.actionNames():
            self._button.click()


class SpokenChecked(SpokenButton):
    """A button that is on or off. Qt's own would turn it over without a click, and no deed."""

    def __init__(self, button: QAbstractButton) -> None:
        one_of_several = button.autoExclusive()
        role = QAccessible.Role.RadioButton if one_of_several else QAccessible.Role.CheckBox
        super().__init__(button, role)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.checkable = True
        state.checked = self._button.isChecked()
        return state

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.toggleAction()]


class SpokenItem(SpokenButton):
    """One of a list: its name says everything, and it is selected or not."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.ListItem)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.selectable = True
        state.selected = self._button.isChecked()
        return state

    def text(self, kind: QAccessible.Text) -> str:
        """The tip would only say the name again."""
        return "" if kind == QAccessible.Text.Description else super().text(kind)


class SpokenLevel(SpokenButton):
    """One of several levels, and perhaps the one just given."""

    def __init__(self, button: QAbstractButton) -> None:
        super().__init__(button, QAccessible.Role.RadioButton)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.checkable = True
        state.checked = self._button.isChecked()
        return state


class SpokenChip(SpokenButton):
    """A name that can be taken, to be moved elsewhere."""

    def __init__(self, button: QAbstractButton, chip: Taken) -> None:
        super().__init__(button, QAccessible.Role.Button)
        self._chip = chip

    def state(self) -> QAccessible.State:
        state = super().state()
        state.selectable = True
        state.selected = self._chip.is_taken()
        return state


class SpokenChoice(QAccessibleWidget):
    """A dropdown: what it is for, then what is chosen; Qt on Linux says the second alone."""

    def __init__(self, box: QComboBox) -> None:
        super().__init__(box, QAccessible.Role.ComboBox)
        self._box = box

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name:
            parts = (self._box.accessibleName(), self._box.currentText())
            return ", ".join(part for part in parts if part)
        return self._box.currentText() if kind == QAccessible.Text.Value else super().text(kind)

    def state(self) -> QAccessible.State:
        state = super().state()
        state.expandable = True
        state.hasPopup = True
        state.expanded = self._box.view().isVisible()
        return state

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.showMenuAction()]

    def doAction(self, action: str) -> None:
        if action == QAccessibleActionInterface.showMenuAction():
            self._box.showPopup()


class SpokenSurface(QAccessibleWidget):
    """A group once it has a name, which may come later."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._surface = widget

    def role(self) -> QAccessible.Role:
        roles = QAccessible.Role
        return roles.Grouping if self._surface.accessibleName() else roles.Client


class SpokenList(QAccessibleWidget):
    """A list whose items are told in the order they are seen in, not as they came."""

    def __init__(self, widget: QWidget, parts: InOrder) -> None:
        super().__init__(widget, QAccessible.Role.List)
        self._parts = parts

    def childCount(self) -> int:
        return len(self._parts.in_order())

    def child(self, index: int) -> QAccessibleInterface:
        return QAccessible.queryAccessibleInterface(self._parts.in_order()[index])

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        parts, wanted = self._parts.in_order(), child.object()
        return next((at for at, part in enumerate(parts) if part is wanted), -1)


@cache
def speak_of_ours() -> None:
    """Tell screen readers what our own widgets are from now on."""
    QAccessible.installFactory(_spoken)


def _spoken(kind: str, thing: QObject) -> QAccessibleInterface | None:
    if kind in ROLES and isinstance(thing, QWidget):
        return QAccessibleWidget(thing, QAccessible.Role[ROLES[kind]])
    if kind == "Surface" and isinstance(thing, QWidget):
        return SpokenSurface(thing)
    if kind == "CardList" and isinstance(thing, QWidget) and isinstance(thing, InOrder):
        return SpokenList(thing, thing)
    if kind == "Dropdown" and isinstance(thing, QComboBox):
        return SpokenChoice(thing)
    return _spoken_button(kind, thing) if isinstance(thing, QAbstractButton) else None


def _spoken_button(kind: str, button: QAbstractButton) -> QAccessibleInterface | None:
    if kind == "StudentCard":
        return SpokenItem(button)
    if kind == "LevelButton":
        return SpokenLevel(button)
    if kind in CHECKED and button.isCheckable():
        return SpokenChecked(button)
    if kind == "RuleRow":
        return SpokenButton(button, QAccessible.Role.ListItem)
    if kind == "PlanChip" and isinstance(button, Taken):
        return SpokenChip(button, button)
    return None
