"""The top of the drawer: who it is, and what can be done."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.progress import StudentPicture
from ui.student.words import seen_line, tr
from ui.theme import Theme
from ui.widgets.avatar import Avatar, initials, shape_of
from ui.widgets.button import Button
from ui.widgets.menu import Menu
from ui.widgets.paint import start
from ui.widgets.text import Text

WORDS_FROM = 660
"""In a narrower drawer (design px) the button to observe is its sign alone."""
ABOVE, BELOW = "Alt+Up", "Alt+Down"


class DrawerHead(QWidget):
    """Avatar and name, and the buttons; `step_wanted` gives -1 or 1."""

    observe_wanted = Signal()
    records_wanted = Signal()
    photo_wanted = Signal()
    print_wanted = Signal()
    step_wanted = Signal(int)
    close_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._avatar = Avatar(theme, 44)
        self.name = Text(theme, "", "heading")
        self.name.setWordWrap(True)
        self.seen = Text(theme, "", "caption", "text2")
        self.seen.setWordWrap(True)
        self.observe = Button(theme, tr("Observe"), "plus", "primary")
        self.more = _icon(theme, "dots-three", tr("Photo and records"))
        self.printing = _icon(theme, "printer", tr("Print"))
        self.printing.setAccessibleName(tr("Print this student"))
        self.before = _icon(theme, "caret-up", tr("The student above"), ABOVE)
        self.after = _icon(theme, "caret-down", tr("The student below"), BELOW)
        self.close_button = _icon(theme, "x", tr("Close"))
        self._row = QHBoxLayout(self)
        self._words = QVBoxLayout()
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_picture(self, picture: StudentPicture) -> None:
        """Show who it is."""
        name = picture.student.name
        letters = initials(name.first, name.family if name.family != name.first else "")
        self._avatar.show_student(letters, shape_of(picture.student.id))
        self.name.setText(name.full)
        self.seen.setText(seen_line(picture))
        self.observe.setAccessibleName(tr("Observe {student}", student=picture.name))

    def menu(self) -> Menu:
        """What is seldom wanted, to be popped up."""
        menu = Menu(self._theme, self)
        menu.add(tr("Photo"), self.photo_wanted.emit, "image")
        menu.add(tr("Records"), self.records_wanted.emit, "file-text")
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In little room the name comes before the word on the button."""
        super().resizeEvent(event)
        words = self.width() >= self._theme.px(WORDS_FROM)
        if words != bool(self.observe.label()):
            self.observe.setText(tr("Observe") if words else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the line below."""
        painter = start(self)
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, self._theme.colour("line"))
        painter.end()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        middle = Qt.AlignmentFlag.AlignVCenter
        self._row.addWidget(self._avatar, 0, middle)
        self._row.addLayout(self._words, 1)
        self._words.addStretch(1)
        self._words.addWidget(self.name)
        self._words.addWidget(self.seen)
        self._words.addStretch(1)
        for button in (
            self.observe,
            self.printing,
            self.more,
            self.before,
            self.after,
            self.close_button,
        ):
            self._row.addWidget(button, 0, middle)
        self.observe.clicked.connect(lambda _on: self.observe_wanted.emit())
        self.printing.clicked.connect(lambda _on: self.print_wanted.emit())
        self.more.clicked.connect(lambda _on: self._open_menu())
        self.before.clicked.connect(lambda _on: self.step_wanted.emit(-1))
        self.after.clicked.connect(lambda _on: self.step_wanted.emit(1))
        self.close_button.clicked.connect(lambda _on: self.close_wanted.emit())

    def _open_menu(self) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(20), px(3), px(16), px(6))
        self._row.setSpacing(px(12))
        self._words.setSpacing(px(2))
        self.setMinimumHeight(px(72))


def _icon(theme: Theme, icon: str, says: str, keys: str = "") -> Button:
    """A button of one sign; with keys it can be pressed wherever the keyboard is in the window."""
    button = Button(theme, "", icon, "quiet")
    button.setAccessibleName(says)
    button.setToolTip(says)
    if keys:
        shown = QKeySequence(keys)
        native = shown.toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{says} ({native})")
        QShortcut(shown, button).activated.connect(button.click)
    return button
