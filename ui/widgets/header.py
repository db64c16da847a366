"""The bar on top of a page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from ui.theme import Theme
from ui.widgets.paint import start
from ui.widgets.text import Text
from ui.widgets.tip import plain_tip


class PageTitle(Text):
    """A heading to a screen reader, which goes from one to the next."""


class PageHeader(QWidget):
    """Title and subtitle, and what the page offers at the other side.

    60 px high with the subtitle beside the title; `stacked` puts it below and makes it 64.
    """

    def __init__(
        self,
        theme: Theme,
        title: str = "",
        subtitle: str = "",
        stacked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._stacked = stacked
        self._title = PageTitle(theme, title, "section" if stacked else "heading")
        self._title.setAccessibleName(title)
        self._subtitle = Text(theme, subtitle, "caption" if stacked else "body", "text2")
        self._row = QHBoxLayout(self)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._words = QBoxLayout(down if stacked else across)
        self._tools = QHBoxLayout()
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def set_title(self, title: str, subtitle: str | None = None) -> None:
        """Change the title, and the subtitle when given."""
        self._title.setText(title)
        self._title.setAccessibleName(title)
        if subtitle is not None:
            self._subtitle.setText(subtitle)
        self._tell_whole()

    def add_widget(self, widget: QWidget) -> None:
        """Put a control at the end, after those already there."""
        self._tools.addWidget(widget)

    def insert_widget(self, at: int, widget: QWidget) -> None:
        """Put a control among those already there."""
        self._tools.insertWidget(at, widget)

    def sizeHint(self) -> QSize:
        """60 or 64 px high at 100 %, more if what it holds is higher."""
        inside = self._row.sizeHint()
        least = self._theme.px(64 if self._stacked else 60)
        return QSize(inside.width(), max(inside.height(), least))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words that end in … are told in full under the pointer."""
        super().resizeEvent(event)
        self._tell_whole()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw surface and lower edge."""
        painter = start(self)
        painter.fillRect(self.rect(), self._theme.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, self._theme.colour("line"))
        painter.end()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._row.addLayout(self._words)
        self._row.addStretch(1)
        for text in (self._title, self._subtitle):
            # What the page offers must stay in sight; the words may end in ….
            text.set_elided(True)
            text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._row.addLayout(self._tools)
        if self._stacked:
            self._words.addStretch(1)
        self._words.addWidget(self._title)
        self._words.addWidget(self._subtitle, 0, Qt.AlignmentFlag.AlignVCenter)
        if self._stacked:
            self._words.addStretch(1)

    def _tell_whole(self) -> None:
        """The title gives way last; what is cut is told under the pointer."""
        self._title.setMinimumWidth(min(self._title.sizeHint().width(), self.width() // 3))
        self._row.activate()
        for text in (self._title, self._subtitle):
            cut = text.width() < text.sizeHint().width()
            text.setToolTip(plain_tip(text.text()) if cut else "")

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(20), 0, px(20), 1)
        self._row.setSpacing(px(12))
        self._words.setSpacing(px(12) * (not self._stacked))
        self._tools.setSpacing(px(12))
        self._tell_whole()
        self.updateGeometry()
        self.update()
