"""The settings of backups: those that come by themselves, and a file of the teacher's own."""

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.backups import BackupInfo
from ui.settings.section import Section
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.button import Button
from ui.widgets.text import Text

FIRST = 6
"""So many are read and shown until the teacher asks for the others."""


class Row(NamedTuple):
    """A backup in words; `info` is None when it cannot be opened."""

    title: str
    said: str
    info: BackupInfo | None


class BackupsSection(Section):
    """Shows what it is told; `open_wanted` carries the `BackupInfo` of a row.

    `save_file_wanted` and `open_file_wanted` are about a file that the teacher names. `left` comes
    when it is not seen any more. Where nothing is backed up `by_itself` there is only the file.
    """

    back_up_wanted = Signal()
    open_wanted = Signal(object)
    all_wanted = Signal()
    choose_wanted = Signal()
    forget_wanted = Signal()
    save_file_wanted = Signal()
    open_file_wanted = Signal()
    left = Signal()

    def __init__(self, theme: Theme, by_itself: bool = True) -> None:
        super().__init__(theme, QCoreApplication.translate("BackupsSection", "Backups"))
        self._look = theme
        self.back_up_button = Button(theme, self.tr("Back up now"), "floppy-disk")
        self.choose_button = Button(theme, self.tr("Choose…"))
        self.choose_button.setAccessibleName(self.tr("Choose a second place for backups"))
        self.forget_button = Button(theme, self.tr("Forget"))
        self.save_button = Button(theme, self.tr("Save a backup"), "floppy-disk")
        self.open_button = Button(theme, self.tr("Open a backup"), "folder-open")
        self.all_button = Button(theme, self.tr("Show all"), kind="link")
        self.last, self.place, self.reading, self.said = (self._small() for _ in range(4))
        self.open_buttons: list[Button] = []
        self._lines: list[QBoxLayout] = []
        self._fixed: list[QBoxLayout] = []
        self._shown: list[Row] = []
        self._listed = QWidget()
        self._list = QVBoxLayout()
        self._announce = Announcer(self)
        if by_itself:
            self._build()
        self._build_file()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at it any more."""
        self.left.emit()
        super().hideEvent(event)

    def show_last(self, text: str) -> None:
        """Until when everything is backed up."""
        self.last.setText(text)

    def say(self, text: str) -> None:
        """What came of what the teacher asked for."""
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self._announce(text)

    def show_reading(self, text: str) -> None:
        """How far the reading is; empty when it is done."""
        self.reading.setText(text)
        self.reading.setVisible(bool(text))

    def show_place(self, text: str, is_set: bool) -> None:
        """The second place, and whether there is one to forget."""
        self.place.setText(text)
        self.choose_button.setText(self.tr("Change…") if is_set else self.tr("Choose…"))
        self.forget_button.setVisible(is_set)

    def show_rows(self, rows: list[Row], more: bool) -> None:
        """The backups, newest first; `more` when there are others to be asked for."""
        self.others.setVisible(more)
        if rows == self._shown:
            return  # who stands on one of them with the keyboard stays there
        self._shown = rows
        self.open_buttons.clear()
        self._lines.clear()
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row in rows:
            self._list.addWidget(self._line(row))
        self._listed.setVisible(bool(rows))
        self._turn()

    def _line(self, row: Row) -> QWidget:
        held = QWidget()
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight, held)
        line.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setSpacing(0)
        for text, role, colour in ((row.title, "strong", "text"), (row.said, "small", "text2")):
            shown = Text(self._look, text, role, colour)
            shown.setWordWrap(True)
            words.addWidget(shown)
        line.addLayout(words, 1)
        if row.info is not None:
            button = Button(self._look, self.tr("Open…"), small=True)
            button.setAccessibleName(self.tr("Open the backup: {when}").format(when=row.title))
            button.setAccessibleDescription(row.said)
            button.clicked.connect(lambda _on, info=row.info: self.open_wanted.emit(info))
            line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            self.open_buttons.append(button)
        self._lines.append(line)
        return held

    def _small(self) -> Text:
        text = Text(self._look, "", "small", "text2")
        text.setWordWrap(True)
        return text

    def _build(self) -> None:
        self._add_controls(self.tr("Last backup"), self.last, self.back_up_button)
        for text in (self.said, self.reading):
            self.add_widget(text)
            text.hide()
        self._listed.setLayout(self._list)
        self._list.setContentsMargins(0, 0, 0, 0)
        self.add_widget(self._listed)
        self._listed.hide()
        beside = QHBoxLayout()
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(self.all_button)
        beside.addStretch(1)
        self.others = QWidget()
        self.others.setLayout(beside)
        self.add_widget(self.others)
        self.others.hide()
        name = self.tr("Second place")
        self._add_controls(name, self.place, self.choose_button, self.forget_button)
        self.choose_button.setAccessibleDescription(name)
        self.forget_button.setAccessibleName(self.tr("Forget the second place"))
        self.back_up_button.clicked.connect(lambda _on: self.back_up_wanted.emit())
        self.all_button.clicked.connect(lambda _on: self.all_wanted.emit())
        self.choose_button.clicked.connect(lambda _on: self.choose_wanted.emit())
        self.forget_button.clicked.connect(lambda _on: self.forget_wanted.emit())

    def _build_file(self) -> None:
        said = self._small()
        said.setText(self.tr("One file with everything: classes, lessons and what you noted."))
        self._add_controls(self.tr("A file of your own"), said, self.save_button, self.open_button)
        self.save_button.clicked.connect(lambda _on: self.save_file_wanted.emit())
        self.open_button.clicked.connect(lambda _on: self.open_file_wanted.emit())
        self._look.changed.connect(self._turn)
        self._turn()

    def _add_controls(self, title: str, said: Text, *buttons: Button) -> None:
        """A line whose words change, and what acts on it below."""
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self._look, title, "strong"))
        words.addWidget(said)
        acts = QHBoxLayout()
        for button in buttons:
            acts.addWidget(button)
        held = QWidget()
        line = QBoxLayout(QBoxLayout.Direction.LeftToRight, held)
        line.setContentsMargins(0, 0, 0, 0)
        line.addLayout(words, 1)
        line.addLayout(acts)
        acts.setAlignment(Qt.AlignmentFlag.AlignLeading)
        self._fixed.append(line)
        self.add_widget(held)

    def _turn(self) -> None:
        large = self._look.scale > 1.3
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._list.setSpacing(self._look.px(12))
        for line in (*self._fixed, *self._lines):
            line.setDirection(below if large else beside)
            line.setSpacing(self._look.px(12))
