"""What students said of the lesson when it was over: faces counted, sentences, and writing them."""

from collections import Counter

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.lesson_end import LessonEnd
from app.domain.voice import FACES
from ui.live.ending import words
from ui.live.words import tr
from ui.student.voice_form import VoiceForm
from ui.student.voice_words import ICONS, SPOKEN, face_word
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.flow import Flow
from ui.widgets.lines import paint_words
from ui.widgets.paint import frame, mirrored, rtl, start
from ui.widgets.sign import Sign
from ui.widgets.text import Text
from ui.widgets.write import write

HIGH = 32
ICON = 22
WORD = 100
"""Design px from the start to the bar."""
NUMBER = 30


class FaceBar(QWidget):
    """A face, what it says, and how many pointed at it."""

    def __init__(self, theme: Theme, face: int) -> None:
        super().__init__()
        self._theme = theme
        self._face = face
        self._count = self._most = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_count(self, count: int, most: int) -> None:
        """Show a number; the bar of `most` is as long as there is room."""
        self._count, self._most = count, most
        self.setAccessibleName(f"{face_word(self._face)}: {count}")
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(self._theme.px(200), self._theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw face, word, bar and number."""
        painter, px, theme = start(self), self._theme.px, self._theme
        side, top = px(ICON), (self.height() - px(ICON)) // 2
        picture = theme.icon(ICONS[self._face], side, theme.colour("text"), "regular")
        spot = mirrored(self, QRectF(0, top, side, side)).topLeft().toPoint()
        painter.drawPixmap(spot, picture)
        painter.setFont(theme.font("small", 500))
        said = QRectF(px(ICON + 14), 0, px(WORD - ICON - 14), self.height())
        paint_words(painter, self, said, face_word(self._face), theme.colour("text"))
        room = self.width() - px(WORD) - px(NUMBER)
        long = round(room * self._count / self._most) if self._most else 0
        bar = QRectF(px(WORD), (self.height() - px(12)) // 2, max(long, px(2)), px(12))
        frame(painter, mirrored(self, bar), 3, theme.colour("text2"))
        painter.setPen(theme.colour("text"))
        place = QRectF(self.width() - px(NUMBER), 0, px(NUMBER), self.height())
        write(painter, mirrored(self, place), str(self._count), rtl(self), at_end=True)
        painter.end()


class SaidPart(QWidget):
    """`said` gives a student, a face (0 for none) and a sentence; `opened` says there is a form.

    `door_wanted` asks to let the students say it themselves.
    """

    said = Signal(object, int, str)
    opened = Signal()
    door_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._end: LessonEnd | None = None
        self.count = Text(theme, "", "small", "text2")
        self.bars = {face: FaceBar(theme, face) for face in FACES}
        self.add = Button(theme, tr("Write down what they say"), "plus", "link", small=True)
        self.door = Button(theme, tr("Turn the screen to them"), "door-open", "link", small=True)
        self.who = Dropdown(theme)
        self.form = VoiceForm(theme)
        self._faces, self._told = QWidget(), QVBoxLayout()
        self._rows = QVBoxLayout(self)
        self._build()
        self._space()
        theme.changed.connect(self._space)

    def show_end(self, end: LessonEnd) -> None:
        """Show what was said of a lesson."""
        if self._end is None or self._end.session.id != end.session.id:
            self._close()
        self._end = end
        self.count.setText(words.spoke(end))
        faces = Counter(end.faces.values())
        self._faces.setVisible(bool(faces))
        for face, bar in self.bars.items():
            bar.show_count(faces[face], max(faces.values(), default=0))
        empty(self._told)
        for sentence in words.sentences(end):
            self._told.addWidget(_line(self._theme, sentence))
        self.add.setVisible(bool(end.here) and self.form.isHidden())
        self.door.setVisible(bool(end.silent) and self.form.isHidden())
        self._offer(end)

    def _offer(self, end: LessonEnd) -> None:
        """Those who said nothing yet come first, so that the next one stands there already."""
        silent = {row.student.id for row in end.silent}
        rows = sorted(end.here, key=lambda row: row.student.id not in silent)
        self.who.set_items((row.student.id, row.name) for row in rows)

    def _next(self) -> None:
        if self._end is not None and self._end.here:
            first = (self._end.silent or self._end.here)[0]
            self.who.set_current(first.student.id)
            self._ask()

    def _open(self) -> None:
        self.add.hide()
        self.door.hide()
        self.who.show()
        self.form.show()
        self._next()
        self.opened.emit()

    def _ask(self) -> None:
        rows = self._end.here if self._end is not None else ()
        named = (row.name for row in rows if row.student.id == self.who.current())
        name = next(named, "")
        self.form.begin(tr("How did it go, says {student}?", student=name), (), None)

    def _close(self) -> None:
        self.form.hide()
        self.who.hide()
        self.add.setVisible(self._end is not None and bool(self._end.here))
        self.door.setVisible(self._end is not None and bool(self._end.silent))

    def _leave(self) -> None:
        self._close()
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, face: int, sentence: str) -> None:
        student = self.who.current()
        if student is not None:
            self.said.emit(student, face, sentence)
            if self._end is not None and self._end.silent:
                self._next()
            else:
                self._leave()

    def _build(self) -> None:
        theme = self._theme
        self._rows.addLayout(head(Text(theme, tr("Exit reflections"), "title"), self.count))
        column = QVBoxLayout(self._faces)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for bar in self.bars.values():
            column.addWidget(bar)
        self._rows.addWidget(self._faces)
        self._rows.addLayout(self._told)
        side = Qt.AlignmentFlag.AlignLeading
        self._rows.addWidget(self.door, 0, side)
        self._rows.addWidget(self.add, 0, side)
        self._rows.addWidget(self.who, 0, side)
        self._rows.addWidget(self.form)
        self.who.setAccessibleName(tr("Who says it"))
        self._close()
        self.add.clicked.connect(lambda _on: self._open())
        self.door.clicked.connect(lambda _on: self.door_wanted.emit())
        self.who.picked.connect(lambda _own: self._ask())
        self.form.saved.connect(self._save)
        self.form.left.connect(self._leave)

    def _space(self) -> None:
        self._rows.setContentsMargins(0, self._theme.px(8), 0, 0)
        self._rows.setSpacing(self._theme.px(8))
        self._told.setSpacing(self._theme.px(6))


def _line(theme: Theme, sentence: str) -> QWidget:
    made = QWidget()
    row = QHBoxLayout(made)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(10))
    told = Text(theme, sentence, "small")
    told.setWordWrap(True)
    row.addWidget(Sign(theme, SPOKEN, 16), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(told, 1)
    return made


def head(title: Text, count: Text) -> QHBoxLayout:
    """A title, and a count at the other side."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(title)
    row.addStretch(1)
    row.addWidget(count, 0, Qt.AlignmentFlag.AlignVCenter)
    return row


def empty(layout: QVBoxLayout | Flow) -> None:
    """Let go of all widgets in a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
