"""Takes everything off the teacher's window but the way back, and puts it on again."""

from collections.abc import Sequence

from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QToolTip, QWidget

from ui.desk.main_window import MainWindow


class HiddenDialogs:
    """Those that were at work and could not be closed: they come back with what came of it."""

    def __init__(self, dialogs: Sequence[QDialog]) -> None:
        self._dialogs = list(dialogs)
        for dialog in dialogs:
            dialog.hide()  # nobody sees it meanwhile
            dialog.finished.connect(lambda _code, ended=dialog: self._dialogs.remove(ended))

    def come_back(self) -> None:
        """Show again what has not ended since."""
        for dialog in self._dialogs:
            dialog.show()


def clear_away(app: QApplication, window: QWidget) -> HiddenDialogs:
    """Close menus, dialogs and tooltips of a window, and forget what Rondo put on the clipboard."""
    QToolTip.hideText()
    while (popup := app.activePopupWidget()) is not None:
        popup.close()
        if popup is app.activePopupWidget():
            popup.hide()
            break
    for menu in window.findChildren(QMenu):
        menu.close()
    dialogs = [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    for dialog in dialogs:
        dialog.reject()
    clear_clipboard(app.clipboard())
    return HiddenDialogs([dialog for dialog in dialogs if dialog.isVisible()])


def clear_clipboard(clipboard: QClipboard) -> None:
    """Empty it where Rondo filled it; what another program put there stays."""
    mode = QClipboard.Mode
    if clipboard.ownsClipboard():
        clipboard.clear(mode.Clipboard)
    if clipboard.supportsSelection() and clipboard.ownsSelection():
        clipboard.clear(mode.Selection)
    if clipboard.supportsFindBuffer() and clipboard.ownsFindBuffer():
        clipboard.clear(mode.FindBuffer)


def cover(window: MainWindow, page: QWidget) -> None:
    """Show nothing but the page; what was there is kept as it is, out of everybody's reach."""
    for action in window.actions():
        action.setEnabled(False)
    window.hold_toast(True)
    window.cover(page)


def uncover(window: MainWindow) -> None:
    """Show everything again, with the keyboard where it was."""
    for action in window.actions():
        action.setEnabled(True)
    window.uncover()
    window.hold_toast(False)
