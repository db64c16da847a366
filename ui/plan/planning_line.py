"""How far a search is, and the way to end it with the best plan so far."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.planning.values import PlanProgress
from ui.plan.quality_words import in_short
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.sign import Sign
from ui.widgets.surface import Surface
from ui.widgets.text import Text

PATIENCE_MS = 300
"""What is found before needs no words."""


class PlanningLine(Surface):
    """How many plans there are so far, and Stop. It comes when a search takes its time.

    It lies over `area`, so that nothing below it moves when it comes and goes.
    """

    stopped = Signal()

    def __init__(self, theme: Theme, area: QWidget) -> None:
        super().__init__(theme, "ink_tint", radius=8, edge="ink_line", parent=area)
        self._area = area
        self.text = Text(theme, "", "small", "ink_text")
        self.stop_button = Button(theme, self.tr("Stop"), "x", small=True)
        self._waiting = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._row = QHBoxLayout(self)
        self.text.set_elided(True)
        self._row.addWidget(Sign(theme, "shuffle", 16, "ink_text"))
        self._row.addWidget(self.text, 1)
        self._row.addWidget(self.stop_button)
        self._waiting.timeout.connect(self._come)
        area.installEventFilter(self)
        self.stop_button.clicked.connect(lambda _on: self.stopped.emit())
        self.hide()
        self._space()
        theme.changed.connect(self._space)

    def show_progress(self, progress: PlanProgress | None) -> None:
        """Say how far it is; None when nothing is searched for."""
        if progress is None:
            self._waiting.stop()
            self.hide()
            return
        if self.isHidden() and not self._waiting.isActive():
            self._waiting.start()
        said = [self._plans(progress.plans)]
        if progress.quality is not None:
            said.append(in_short(progress.quality))
        self.text.setText(" · ".join(said))
        self.setAccessibleName(said[0])

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Keep its place when the area changes."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.LayoutRequest}:
            self._place()
        return False

    def _come(self) -> None:
        self._place()
        self.raise_()
        self.show()

    def _place(self) -> None:
        self.setGeometry(self._area.rect())

    def _plans(self, plans: int) -> str:
        if plans == 1:
            return self.tr("Planning… 1 plan so far")
        return self.tr("Planning… {count} plans so far").format(count=plans)

    def _space(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(12), px(1), px(2), px(1))
        self._row.setSpacing(px(10))
