"""What is to be decided beside the plan."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.form import Form
from ui.widgets.scroll import Scroll
from ui.widgets.surface import Surface


class SideForm(Form):
    """`_column` scrolls above `_foot`, which holds the ways out; `between` is px in the column."""

    def __init__(self, theme: Theme, between: int) -> None:
        super().__init__(theme, fill="")
        self._between = between
        inner, foot = QWidget(), Surface(theme, "surface", ("top",))
        self._column, self._foot = QVBoxLayout(inner), QVBoxLayout(foot)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(Scroll(theme, inner), 1)
        outer.addWidget(foot)
        self._space()
        theme.changed.connect(self._space)

    def _space(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(16), px(16), px(12), px(16))
        self._column.setSpacing(px(self._between))
        self._foot.setContentsMargins(px(16), px(10), px(16), px(10))
