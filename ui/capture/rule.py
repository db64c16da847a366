"""A line between two parts of the observe panel."""

from ui.theme import Theme
from ui.widgets.surface import Surface


class Rule(Surface):
    """A line between two parts."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, fill="line")
        self.setFixedHeight(1)
