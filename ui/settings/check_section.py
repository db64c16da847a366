"""The settings of the check: read everything that is kept, and see what is whole."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.domain.damage import BrokenRow
from ui.checking.words import Line
from ui.settings.section import Section
from ui.theme import Theme
from ui.widgets.announce import Announcer
from ui.widgets.button import Button
from ui.widgets.sign import Sign
from ui.widgets.text import Text

_SIGNS: dict[bool | None, tuple[str, str]] = {
    True: ("check-circle", "ok"),
    False: ("warning-circle", "danger"),
    None: ("info", "text2"),
}


class Broken(NamedTuple):
    """A row that changed by itself, in words; `row` is None where nobody knows how it was."""

    said: str
    row: BrokenRow | None


class CheckSection(Section):
    """Shows what it is told; `mend_row_wanted` carries a `BrokenRow`.

    `left` comes when it is not seen any more.
    """

    check_wanted = Signal()
    stop_wanted = Signal()
    copy_wanted = Signal()
    print_wanted = Signal()
    mend_wanted = Signal()
    mend_row_wanted = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, prints: bool) -> None:
        super().__init__(theme, QCoreApplication.translate("CheckSection", "Check"))
        self._look = theme
        self.check_button = Button(theme, self.tr("Check everything"), "check-circle")
        self.stop_button = Button(theme, self.tr("Stop"))
        self.copy_button = Button(theme, self.tr("Copy"), "copy", small=True)
        self.print_button = Button(theme, self.tr("Print"), "printer", small=True)
        self.mend_button = Button(theme, self.tr("Mend…"), "hammer", small=True)
        self.said = self._small()
        self.row_buttons: list[Button] = []
        self.lines: tuple[Line, ...] = ()
        self._prints = prints
        self._shown = QVBoxLayout()
        self._parts = (QWidget(), QWidget())
        self._announce = Announcer(self)
        self._build()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks at it any more."""
        self.left.emit()
        super().hideEvent(event)

    def show_progress(self, text: str) -> None:
        """What is read just now."""
        self.stop_button.show()
        self.check_button.setEnabled(False)
        self.said.setText(text)
        self.said.show()

    def show_end(self) -> None:
        """Nothing is read any more."""
        self.stop_button.hide()
        self.check_button.setEnabled(True)

    def say(self, text: str) -> None:
        """What came of it."""
        self.said.setText(text)
        self.said.setVisible(bool(text))
        self._announce(text)

    def show_lines(self, lines: Sequence[Line], broken: Sequence[Broken], is_deep: bool) -> None:
        """What was found, and how it can be mended."""
        self.lines = tuple(lines)
        self.row_buttons.clear()
        while (item := self._shown.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for line in lines:
            self._shown.addWidget(self._line(line))
        for one in broken:
            self._shown.addWidget(self._broken(one))
        for part in self._parts:
            part.setVisible(bool(lines))
        self.copy_button.setVisible(bool(lines))
        self.print_button.setVisible(bool(lines) and self._prints)
        self.mend_button.setVisible(is_deep)

    def _line(self, line: Line) -> QWidget:
        held, row = self._row()
        icon, colour = _SIGNS[line.whole]
        row.addWidget(Sign(self._look, icon, 16, colour), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text(line.name[:1].upper() + line.name[1:], "strong", "text"))
        words.addWidget(self._text(line.text[:1].upper() + line.text[1:], "small", "text2"))
        for detail in line.details:
            words.addWidget(self._text(f"· {detail}", "small", "text2"))
        row.addLayout(words, 1)
        marks = {True: self.tr("whole"), False: self.tr("not whole"), None: self.tr("to know")}
        held.setAccessibleName(f"{line.name}, {marks[line.whole]}: {line.text}")
        return held

    def _broken(self, broken: Broken) -> QWidget:
        held, row = self._row()
        row.addWidget(self._text(broken.said, "small", "text"), 1)
        if (changed := broken.row) is not None:
            button = Button(self._look, self.tr("Put it back"), small=True)
            button.setAccessibleDescription(broken.said)
            button.clicked.connect(lambda _on: self.mend_row_wanted.emit(changed))
            row.addWidget(button)
            self.row_buttons.append(button)
        return held

    def _row(self) -> tuple[QWidget, QBoxLayout]:
        held = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight, held)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.px(10))
        return held, row

    def _text(self, said: str, role: str, colour: str) -> Text:
        text = Text(self._look, said, role, colour)
        text.setWordWrap(True)
        return text

    def _small(self) -> Text:
        return self._text("", "small", "text2")

    def _build(self) -> None:
        said = self.tr(
            "Reads your class, its history and every backup from end to end. Nothing is changed."
            " Once a day Rondo reads your class by itself."
        )
        self.add_line(self.tr("Is everything whole?"), said, self.stop_button, self.check_button)
        self.add_widget(self.said)
        self.said.hide()
        self.stop_button.hide()
        held, feet = self._parts
        held.setLayout(self._shown)
        self._shown.setContentsMargins(0, 0, 0, 0)
        self._shown.setSpacing(self._look.px(10))
        self.add_widget(held)
        foot = QHBoxLayout(feet)
        foot.setContentsMargins(0, 0, 0, 0)
        for button in (self.mend_button, self.copy_button, self.print_button):
            foot.addWidget(button)
            button.hide()
        foot.addStretch(1)
        self.add_widget(feet)
        for part in self._parts:
            part.hide()
        self._connect()

    def _connect(self) -> None:
        for button, signal in (
            (self.check_button, self.check_wanted),
            (self.stop_button, self.stop_wanted),
            (self.copy_button, self.copy_wanted),
            (self.print_button, self.print_wanted),
            (self.mend_button, self.mend_wanted),
        ):
            button.clicked.connect(lambda _on, signal=signal: signal.emit())
