"""Menus in the app's own paints."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction, QActionEvent, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from ui.theme import Theme

_STYLE = """
QMenu {{ background: {surface}; color: {text}; border: 1px solid {control}; padding: {inset}px;
  icon-size: {icon}px; }}
QMenu::item {{ padding: {above}px {right}px {above}px {left}px; border-radius: 6px; }}
QMenu::item:selected {{ background: {tint}; color: {ink}; }}
QMenu::item:disabled {{ color: {quiet}; background: transparent; }}
QMenu::icon {{ padding-left: {above}px; padding-right: {above}px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: {inset}px {above}px; }}
"""


class Menu(QMenu):
    """Open it with `popup()`. Texts are shown as they are: an & in a name is an &."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._leads_on = False
        self.setToolTipsVisible(True)
        self._restyle()
        theme.changed.connect(self._restyle)

    def add(
        self,
        text: str,
        slot: Callable[[], None],
        icon: str = "",
        keys: QKeySequence | None = None,
        enabled: bool = True,
    ) -> QAction:
        """Add a line; `keys` are only shown, they belong to an action elsewhere."""
        action = self.addAction(text.replace("&", "&&"))
        if keys is not None:
            # In a menu that pops up they trigger nothing; a screen reader has them beside the name.
            action.setShortcut(keys)
            action.setShortcutVisibleInContextMenu(True)
        action.setIconVisibleInMenu(True)
        if icon:
            side = self._theme.px(16)
            action.setIcon(QIcon(self._theme.icon(icon, side, self._theme.colour("text"))))
        action.setEnabled(enabled)
        action.triggered.connect(lambda _checked: slot())
        return action

    def add_choice(self, text: str, chosen: bool, slot: Callable[[], None]) -> QAction:
        """Add a line that can be the chosen one."""
        action = self.add(text, slot, "check" if chosen else "")
        action.setCheckable(True)
        action.setChecked(chosen)
        return action

    def actionEvent(self, event: QActionEvent) -> None:
        """Lines that lead to another menu need room for the arrow, where Qt's style leaves none."""
        super().actionEvent(event)
        action = event.action()
        leads_on = event.type() == QEvent.Type.ActionAdded and action.menu() is not None
        if leads_on and not self._leads_on:
            self._leads_on = True
            self._restyle()

    def _restyle(self) -> None:
        px, colour = self._theme.px, self._theme.colour
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFont(self._theme.font("body"))
        names = {"tint": "ink_tint", "ink": "ink_text", "quiet": "text3"}
        paints = {
            key: colour(names.get(key, key)).name()
            for key in ("surface", "text", "control", "line", *names)
        }
        sizes = {"inset": px(4), "above": px(6), "icon": px(16)}
        end = px(28 if self._leads_on else 10)
        left, right = (end, px(10)) if self.isRightToLeft() else (px(10), end)
        sizes |= {"left": left, "right": right}
        self.setStyleSheet(_STYLE.format(**paints, **sizes))
