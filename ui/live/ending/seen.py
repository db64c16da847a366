"""Who was observed in the lesson, who was not, and who moved up."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.lesson_end import EndRow, LessonEnd, MovedUp
from ui.live.ending import words
from ui.live.ending.said import SaidPart, empty, head
from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.avatar import initials, paint_avatar, shape_of
from ui.widgets.flow import Flow
from ui.widgets.level import LevelChip
from ui.widgets.lines import paint_words
from ui.widgets.paint import frame, mirrored, start
from ui.widgets.pressable import Pressable
from ui.widgets.scroll import Scroll
from ui.widgets.sign import Sign
from ui.widgets.text import Text

_FACE = 20


class ShareBar(QWidget):
    """How many of all, as a bar. Decoration: the words say the numbers."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def show_share(self, part: int, whole: int) -> None:
        self._share = part / whole if whole else 0.0
        self.update()

    def sizeHint(self) -> QSize:
        """12 px high at 100 %."""
        return QSize(self._theme.px(80), self._theme.px(12))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw both parts."""
        painter = start(self)
        colour = self._theme.colour
        frame(painter, QRectF(self.rect()), 3, colour("line_strong"))
        done = QRectF(0, 0, round(self.width() * self._share), self.height())
        frame(painter, mirrored(self, done), 3, colour("ink"))
        painter.end()


class NameChip(Pressable):
    """A student to click at."""

    def __init__(self, theme: Theme, row: EndRow, parent: QWidget | None = None) -> None:
        super().__init__(theme, parent)
        student = row.student
        self._letters = initials(student.name.first, student.family)
        self._shape = shape_of(student.id)
        self.setText(row.name)
        self.setAccessibleName(tr("{name}, not observed today", name=row.name))

    def sizeHint(self) -> QSize:
        """The whole name."""
        px = self.theme.px
        wide = round(self.theme.text_width(self.label(), "small", 500) + 0.5)
        return QSize(wide + px(_FACE + 6 + 2 * 8), px(32))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, face and name."""
        painter = start(self)
        px, colour = self.theme.px, self.theme.colour
        inside, edge = self.box_paints()
        frame(painter, QRectF(self.rect()), 8, colour(inside), colour(edge))
        face = QRectF(px(6), (self.height() - px(_FACE)) / 2, px(_FACE), px(_FACE))
        paint_avatar(painter, self.theme, mirrored(self, face), self._letters, self._shape)
        painter.setFont(self.theme.font("small", 500))
        left = px(6 + _FACE + 6)
        box = QRectF(left, 0, self.width() - left, self.height())
        paint_words(painter, self, box, self.label(), colour("text"))
        painter.end()


class UpLine(QWidget):
    """One student's step up on a skill."""

    def __init__(self, theme: Theme, name: str, up: MovedUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(3), 0, theme.px(3))
        row.setSpacing(theme.px(8))
        skill = Text(theme, up.skill, "small", "text2")
        skill.setWordWrap(True)
        row.addWidget(Text(theme, name, "small"))
        row.addWidget(skill, 1)
        for part in (self._chip(theme, up.before), Sign(theme, "arrow-right", 14)):
            row.addWidget(part)
        row.addWidget(self._chip(theme, up.after))
        said = tr("{name}, {skill}: from {before} to {after}", name=name, **_facts(up))
        self.setAccessibleName(said)

    @staticmethod
    def _chip(theme: Theme, level: int) -> LevelChip:
        chip = LevelChip(theme, 22)
        chip.show_level(level)
        return chip


class SeenPane(QWidget):
    """What the teacher saw in the lesson."""

    student_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._count = Text(theme, "", "small", "text2")
        self._bar = ShareBar(theme)
        self._not_seen = Text(theme, tr("Not observed today"), "caption", "text2")
        self._chips = QWidget()
        self._flow = Flow(theme, 6, 6)
        self._chips.setLayout(self._flow)
        self._up_head = QWidget()
        self._ups = QVBoxLayout()
        self._of = Text(theme, "", "small", "text2")
        self.said = SaidPart(theme)
        self._inner = QWidget()
        self._rows = QVBoxLayout(self._inner)
        self._build()
        self._space()
        theme.changed.connect(self._space)

    @property
    def chips(self) -> tuple[NameChip, ...]:
        """Those who were not observed."""
        found = (self._flow.itemAt(at) for at in range(self._flow.count()))
        widgets = (item.widget() for item in found if item is not None)
        return tuple(widget for widget in widgets if isinstance(widget, NameChip))

    def show_end(self, end: LessonEnd) -> None:
        """Show this lesson."""
        self._count.setText(words.observed(end))
        self._bar.show_share(end.observed, len(end.here))
        self._not_seen.setVisible(bool(end.not_observed))
        empty(self._flow)
        for row in end.not_observed:
            chip = NameChip(self._theme, row)
            chip.clicked.connect(partial(self.student_wanted.emit, row.student.id))
            self._flow.addWidget(chip)
        empty(self._ups)
        names = {row.student.id: row.name for row in end.rows}
        self._up_head.setVisible(bool(end.moved_up))
        self._of.setText(words.of_observations(end))
        for up in end.moved_up:
            self._ups.addWidget(UpLine(self._theme, names.get(up.student_id, ""), up))
        self.said.show_end(end)

    def _build(self) -> None:
        theme = self._theme
        self._rows.addLayout(head(Text(theme, tr("Observed"), "title"), self._count))
        for part in (self._bar, self._not_seen, self._chips):
            self._rows.addWidget(part)
        self._up_head.setLayout(head(Text(theme, tr("Moved up"), "title"), self._of))
        self._rows.addWidget(self._up_head)
        self._rows.addLayout(self._ups)
        self._rows.addWidget(self.said)
        self._rows.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._scroll = Scroll(theme, self._inner)
        whole.addWidget(self._scroll)
        self.said.opened.connect(self._bring_form)

    def _bring_form(self) -> None:
        """What has just come gets its place when the layouts have had their turn."""
        form = self.said.form
        QTimer.singleShot(0, form, lambda: self._scroll.ensureWidgetVisible(form))

    def _space(self) -> None:
        px = self._theme.px
        self._rows.setContentsMargins(px(20), px(12), px(20), px(16))
        self._rows.setSpacing(px(10))
        self._ups.setSpacing(0)


def _facts(up: MovedUp) -> dict[str, object]:
    return {"skill": up.skill, "before": up.before, "after": up.after}
