"""Questions to the teacher in dialogs of Qt's, over her window."""

import asyncio
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget


class QtDialogs:
    """Real dialogs over the teacher's window, so never on the projector."""

    def __init__(self, parent: QWidget) -> None:
        self._parent = parent

    async def open_file(self, title: str, name_filter: str) -> Path | None:
        return await self._pick(QFileDialog(self._parent, title, "", name_filter))

    async def open_folder(self, title: str) -> Path | None:
        dialog = QFileDialog(self._parent, title)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        return await self._pick(dialog)

    async def save_file(self, title: str, suggestion: str, name_filter: str) -> Path | None:
        dialog = QFileDialog(self._parent, title, "", name_filter)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(suggestion)
        return await self._pick(dialog)

    async def confirm(self, title: str, text: str, yes: str) -> bool:
        box = QMessageBox(self._parent)
        box.setWindowTitle(title)
        box.setText(text)
        agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        box.finished.connect(answer.set_result)
        box.open()
        await answer
        return box.clickedButton() is agree

    async def _pick(self, dialog: QFileDialog) -> Path | None:
        answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()
        dialog.finished.connect(answer.set_result)
        dialog.open()
        accepted = await answer
        chosen = dialog.selectedFiles()
        return Path(chosen[0]) if accepted and chosen else None
