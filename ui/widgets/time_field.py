"""A time of day to type."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.day_time import read_minute, write_minute
from ui.theme import Theme
from ui.widgets.field import Field

WIDE = 84


class TimeField(Field):
    """Takes 9:40 as well as 0940 or 9.40, and shows 09:40 when it is left."""

    def __init__(self, theme: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, "00:00", parent=parent)
        self._px = theme.px
        self.setAccessibleName(name)
        self.setMaxLength(8)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.editingFinished.connect(self._tidy)
        self.textEdited.connect(lambda _text: self.set_error(False))

    def minute(self) -> int | None:
        """The minute of the day, None while it is no time."""
        return read_minute(self.text())

    def show_minute(self, minute: int | None) -> None:
        """Show a time; None for none."""
        self.setText("" if minute is None else write_minute(minute))
        self.set_error(False)

    def sizeHint(self) -> QSize:
        """Room for a time."""
        return QSize(self._px(WIDE), super().sizeHint().height())

    def _tidy(self) -> None:
        minute = self.minute()
        if minute is not None:
            self.setText(write_minute(minute))
        elif self.text().strip():
            self.set_error(True)
