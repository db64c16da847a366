"""A quiet line at the end of the tray: the smallest change that makes a plan hold again."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.live.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.sign import Sign
from ui.widgets.surface import Surface
from ui.widgets.text import Text
from ui.widgets.tip import plain_tip


class ChangeCue(Surface):
    """Words, and whether to do it. It takes no keyboard and covers nothing."""

    taken = Signal()
    looked = Signal()
    """It is to be seen on the plan, where a part of it can be taken."""
    left = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, "ink_tint", radius=8, edge="ink", parent=parent)
        self._look = theme
        self._sign = Sign(theme, "shuffle", 16, "ink")
        self.words = Text(theme, "", "small", "ink_text", weight=600)
        self.words.setWordWrap(True)
        self.take_button = Button(theme, tr("Do it"), small=True)
        self.look_button = Button(theme, tr("See"), kind="quiet", small=True)
        self.look_button.setToolTip(plain_tip(tr("See it on the plan, and take a part of it")))
        self.leave_button = Button(theme, tr("Not now"), kind="quiet", small=True)
        self.take_button.clicked.connect(lambda _on: self.taken.emit())
        self.look_button.clicked.connect(lambda _on: self.looked.emit())
        self.leave_button.clicked.connect(lambda _on: self.left.emit())
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._sign)
        self._row.addWidget(self.words, 1)
        self._row.addWidget(self.take_button)
        self._row.addWidget(self.look_button)
        self._row.addWidget(self.leave_button)
        # In large letters it takes two lines rather than the tray.
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Maximum)
        self._space()
        theme.changed.connect(self._space)

    def say(self, text: str, whole: str, may_take: bool = True) -> None:
        """Show these words; `whole` tells every change, for who looks closer."""
        self.take_button.setVisible(may_take)
        self.words.setText(text)
        self.setToolTip(whole)
        self.setAccessibleName(text)
        self.setAccessibleDescription(whole)
        self.take_button.setAccessibleName(tr("Do it: {what}", what=text))
        self.look_button.setAccessibleName(tr("See on the plan: {what}", what=text))
        self.leave_button.setAccessibleName(tr("Not now: {what}", what=text))
        self.updateGeometry()

    def _space(self) -> None:
        px = self._look.px
        self._row.setContentsMargins(px(8), px(1), px(8), px(1))
        self._row.setSpacing(px(8))
