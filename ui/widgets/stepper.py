"""A number with a minus and a plus."""

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QHBoxLayout, QSizePolicy, QSpinBox, QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import CLEAR, box_edge
from ui.widgets.paint import frame, start


class _Number(QSpinBox):
    """The number itself: it can be typed, and changes by arrow keys but not by scrolling past."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Let the page scroll."""
        event.ignore()


class Stepper(QWidget):
    """A whole number from `low` to `high`; `changed` tells each new one."""

    changed = Signal(int)

    def __init__(
        self, theme: Theme, low: int = 0, high: int = 99, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._number = _Number(self, minimum=low, maximum=high)
        # The box has the keyboard for it; a reader would find a field without a name.
        self._number.lineEdit().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._minus = Button(theme, "", "minus", "quiet", small=True)
        self._plus = Button(theme, "", "plus", "quiet", small=True)
        self._row = QHBoxLayout(self)
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def value(self) -> int:
        """The number."""
        return self._number.value()

    def set_value(self, value: int) -> None:
        """Set the number without telling anyone."""
        before = self._number.blockSignals(True)
        self._number.setValue(value)
        self._number.blockSignals(before)
        self._show_limits()

    def set_range(self, low: int, high: int) -> None:
        """Set what is possible."""
        self._number.setRange(low, high)
        self._show_limits()

    def set_step(self, step: int) -> None:
        """What minus and plus change it by."""
        self._number.setSingleStep(step)

    def set_unsaid(self, text: str) -> None:
        """Show these words instead of the lowest number, which means that nothing was said."""
        self._number.setSpecialValueText(text)
        self._restyle()

    def set_suffix(self, suffix: str) -> None:
        """Show a unit after the number, such as " min"."""
        self._number.setSuffix(suffix)
        self._restyle()

    def set_name(self, name: str) -> None:
        """Say to a screen reader what is counted."""
        self._number.setAccessibleName(name)
        self._minus.setAccessibleName(self.tr("{name}: less").format(name=name))
        self._plus.setAccessibleName(self.tr("{name}: more").format(name=name))

    def sizeHint(self) -> QSize:
        """36 px high at 100 %, wide enough for the largest number."""
        return QSize(self._row.sizeHint().width(), self._theme.px(36))

    def minimumSizeHint(self) -> QSize:
        """As the size hint."""
        return self.sizeHint()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Redraw the edge when the focus comes or goes."""
        if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the box."""
        painter = start(self)
        colour = self._theme.colour
        edge, width = box_edge(False, self._number.hasFocus(), self.isEnabled())
        fill = "surface" if self.isEnabled() else "sunken"
        frame(painter, QRectF(self.rect()), 8, colour(fill), colour(edge), width)
        painter.end()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self._number)
        self._number.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self._number.setFrame(False)
        self._number.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._number.setKeyboardTracking(False)
        self._number.installEventFilter(self)
        self._number.valueChanged.connect(self._told)
        for button, step in ((self._minus, -1), (self._plus, 1)):
            # The number itself takes arrow keys, so the two need no stop on the way by Tab.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.setAutoRepeat(True)
            button.clicked.connect(lambda _on=False, by=step: self._number.stepBy(by))
        self._row.addWidget(self._minus)
        self._row.addWidget(self._number, 1)
        self._row.addWidget(self._plus)
        self.set_name(self.tr("Number"))
        self._show_limits()

    def _told(self, value: int) -> None:
        self._show_limits()
        self.changed.emit(value)

    def _show_limits(self) -> None:
        self._minus.setEnabled(self.value() > self._number.minimum())
        self._plus.setEnabled(self.value() < self._number.maximum())

    def _restyle(self) -> None:
        palette = self._theme.palette()
        for role in (QPalette.ColorRole.Base, QPalette.ColorRole.Button):
            palette.setColor(role, CLEAR)
        self._number.setPalette(palette)
        self._number.setFont(self._theme.font("body", 600, tabular=True))
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(0)
        self.updateGeometry()
        self.update()
