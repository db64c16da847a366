"""One class at the end of the year: keep it, put it away, or erase it by typing its name."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout

from app.services.retention import ARCHIVE, ERASE, KEEP, ClassLine
from ui.erasing.words import one_or_more, tr
from ui.theme import Theme
from ui.widgets.field import Field
from ui.widgets.segmented import Segmented
from ui.widgets.surface import Surface
from ui.widgets.text import Text

LARGE = 1.3


class ClassChoice(Surface):
    """`changed` says that something else was chosen or typed."""

    changed = Signal()

    def __init__(self, theme: Theme, line: ClassLine) -> None:
        super().__init__(theme, "surface", radius=12)
        self._look = theme
        self._name = line.use.name
        self.class_id = line.use.class_id
        self.choice = Segmented(theme)
        self.typed = Field(theme)
        self._column = QVBoxLayout(self)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build(line)
        self._restyle()
        theme.changed.connect(self._restyle)

    def chosen(self) -> str:
        """What is to become of the class; "keep" until something else is chosen."""
        return str(self.choice.current())

    def is_sure(self) -> bool:
        """Whether it may go on: to erase, the name has to stand there."""
        said = " ".join(self.typed.text().split()).casefold()
        return self.chosen() != ERASE or said == " ".join(self._name.split()).casefold()

    def _build(self, line: ClassLine) -> None:
        use = line.use
        self.setAccessibleName(use.name)
        items = [(KEEP, tr("Keep"), None, "")]
        if not use.archived:
            items.append((ARCHIVE, tr("Put away"), None, "archive"))
        if use.students:
            items.append((ERASE, tr("Erase"), None, "warning-circle"))
        self.choice.set_items(items)
        self.choice.setAccessibleName(tr("What becomes of {name}", name=use.name))
        typed = tr("Type {name} to erase all its students", name=use.name)
        self.typed.setPlaceholderText(typed)
        self.typed.setAccessibleName(typed)
        self.typed.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        for text, role in ((use.name, "strong"), (_said(line), "small")):
            shown = Text(self._look, text, role, "text" if role == "strong" else "text2")
            shown.setWordWrap(True)
            words.addWidget(shown)
        self._row.addLayout(words, 1)
        self._row.addWidget(self.choice)
        self._column.addLayout(self._row)
        self._column.addWidget(self.typed)
        self.choice.picked.connect(self._pick)
        self.typed.textChanged.connect(lambda _text: self.changed.emit())

    def _pick(self, choice: object) -> None:
        self.typed.clear()
        self.typed.setVisible(choice == ERASE)
        self.changed.emit()

    def _restyle(self) -> None:
        px = self._look.px
        self._column.setContentsMargins(px(20), px(14), px(20), px(14))
        self._column.setSpacing(px(12))
        self._row.setSpacing(px(12))
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if self._look.scale > LARGE else across)


def _said(line: ClassLine) -> str:
    students = one_or_more(line.use.students, "{count} student", "{count} students")
    said = tr("{students}, last used {day}", students=students, day=line.last.isoformat())
    return tr("{said}, put away", said=said) if line.use.archived else said
