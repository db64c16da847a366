"""A scroll bar that lies over its area instead of taking room from it."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea

from ui.theme import Theme
from ui.widgets.scroll import Bar, dress_bars


class FloatingBar(Bar):
    """Shows and moves the vertical bar of `area`, which itself stays hidden."""

    def __init__(self, theme: Theme, area: QAbstractScrollArea) -> None:
        super().__init__(theme, Qt.Orientation.Vertical, area)
        dress_bars(theme, area)
        self._area = area
        self._own = area.verticalScrollBar()
        area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._own.rangeChanged.connect(self._match)
        self._own.valueChanged.connect(self.setValue)
        self.valueChanged.connect(self._own.setValue)
        area.installEventFilter(self)
        theme.changed.connect(self._place)
        self._match()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep to the side where reading ends."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutDirectionChange}:
            self._place()
        return False

    def _match(self) -> None:
        self.setRange(self._own.minimum(), self._own.maximum())
        self.setPageStep(self._own.pageStep())
        self.setSingleStep(self._own.singleStep())
        self.setVisible(self._own.maximum() > self._own.minimum())
        self._place()

    def _place(self) -> None:
        wide = self.sizeHint().width()
        rtl = self._area.layoutDirection() == Qt.LayoutDirection.RightToLeft
        # A little over the edge, so that what stands at the side stays free.
        aside = self._theme.px(2)
        left = -aside if rtl else self._area.width() - wide + aside
        self.setGeometry(left, 0, wide, self._area.viewport().height())
        self.raise_()
