"""What the student chose last, and how often the first choice came true."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.progress import ChoiceMade, StudentPicture
from ui.format import day_short
from ui.student.section import SectionHead
from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.flow import Flow
from ui.widgets.lines import TextBlock
from ui.widgets.paint import FINE_DASH, frame, mirrored, start, start_edge

MOST = 3
HIGH = 32
SIDE = 18
MARK = 14
AROUND = 10
GAP = 7
WIDEST = 220


class ChoiceChip(QWidget):
    """A station's icon and name, ticked when the student came there, dashed when not."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._choice: ChoiceMade | None = None
        theme.changed.connect(self._restyle)

    def show_choice(self, choice: ChoiceMade) -> None:
        """Show a choice."""
        self._choice = choice
        said = choice_said(choice)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self._restyle()

    def sizeHint(self) -> QSize:
        """As wide as its words; a long name takes more lines."""
        px, words = self._theme.px, self._words()
        return QSize(words.width + self._before() + self._after(), max(px(HIGH), words.height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw box, icon, name and tick."""
        if self._choice is None:
            return
        painter, px, theme = start(self), self._theme.px, self._theme
        dash = FINE_DASH if self._choice.came is False else ()
        edges = QRectF(self.rect())
        frame(painter, edges, 8, theme.colour("surface"), theme.colour("control"), 1, dash)
        ink, middle = theme.colour("text"), self.height() / 2
        icon = theme.icon(self._choice.station.icon, px(SIDE), ink, "regular")
        spot = mirrored(self, QRectF(px(AROUND), middle - px(SIDE) / 2, px(SIDE), px(SIDE)))
        painter.drawPixmap(QPointF(round(spot.left()), round(spot.top())), icon)
        if self._choice.came:
            left = self.width() - px(AROUND + MARK)
            spot = mirrored(self, QRectF(left, middle - px(MARK) / 2, px(MARK), px(MARK)))
            tick = theme.icon("check", px(MARK), theme.colour("ok"))
            painter.drawPixmap(QPointF(round(spot.left()), round(spot.top())), tick)
        words = self._words()
        place = QRectF(self._before(), middle - words.height / 2, words.width, words.height)
        side = start_edge(self, Qt.AlignmentFlag.AlignVCenter)
        words.paint(painter, mirrored(self, place), ink, side)
        painter.end()

    def _before(self) -> int:
        return self._theme.px(AROUND + SIDE + GAP)

    def _after(self) -> int:
        came = self._choice is not None and self._choice.came
        return self._theme.px(AROUND + GAP + MARK if came else AROUND + 2)

    def _words(self) -> TextBlock:
        name = self._choice.station.name if self._choice else ""
        font, px = self._theme.font("small", 600), self._theme.px
        return TextBlock(name, font, px(18), px(WIDEST))

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()


class ChoiceList(QWidget):
    """The last choices as chips, newest first; gone while nothing was chosen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.head = SectionHead(theme, tr("Choices"))
        self.chips = [ChoiceChip(theme, self) for _ in range(MOST)]
        self._flow = Flow(theme, 8, 8)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.head)
        self._row = QHBoxLayout()
        self._row.addLayout(self._flow)
        self._column.addLayout(self._row)
        for chip in self.chips:
            self._flow.addWidget(chip)
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_picture(self, picture: StudentPicture) -> None:
        """Show the choices of a picture."""
        self.setVisible(bool(picture.choices))
        self.head.set_remark(kept_words(picture))
        for at, chip in enumerate(self.chips):
            chip.setVisible(at < len(picture.choices))
            if at < len(picture.choices):
                chip.show_choice(picture.choices[at])

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(8))
        self._row.setContentsMargins(px(4), 0, px(4), 0)


def kept_words(picture: StudentPicture) -> str:
    """How many of the first choices of the last weeks came true, and how many are shown."""
    taught = [choice.came for choice in picture.choices if choice.came is not None]
    if not taught:
        return ""
    return tr("{came} of {asked} came true, last 4 weeks", came=sum(taught), asked=len(taught))


def choice_said(choice: ChoiceMade) -> str:
    """A choice for those who listen, and for the tip."""
    facts = {"station": choice.station.name, "day": day_short(choice.day)}
    if choice.came is None:
        return tr("{station}, first choice for {day}", **facts)
    if choice.came:
        return tr("{station}, first choice on {day}, came true", **facts)
    return tr("{station}, first choice on {day}, did not come true", **facts)
