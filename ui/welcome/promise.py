"""What Rondo is for, and that everything stays here."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from ui.theme import Theme
from ui.welcome.words import Words
from ui.widgets.paint import rtl
from ui.widgets.sign import Sign
from ui.widgets.surface import Surface
from ui.widgets.text import Text


class Promise(Surface):
    """The left part of the first screen."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "canvas", ("end",))
        self._column = QVBoxLayout(self)
        self._name = QHBoxLayout()
        self._foot = Surface(theme, "", ("top",))
        self._foot_row = QHBoxLayout(self._foot)
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def _build(self) -> None:
        theme = self._theme
        self._name.addWidget(Sign(theme, "rondo", 36, "ink"))
        self._name.addWidget(Words(theme, self.tr("Rondo"), 26, 32, 700, "ink"), 1)
        promise = self.tr("Every student in\nthe right place, and\nevery one seen.")
        offer = self.tr(
            "Plan the stations, run the timer on your projector,\n"
            "and note what you see while you teach."
        )
        self._column.addLayout(self._name)
        self._column.addSpacing(theme.px(28))
        self._column.addWidget(Words(theme, promise, 37, 46))
        self._column.addWidget(Words(theme, offer, 17, 26, 400, "text2"))
        self._column.addStretch(1)
        self._column.addWidget(self._foot)
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        title = Text(theme, self.tr("Everything stays on this computer"), "title")
        rest = Text(
            theme,
            self.tr("No account. No internet. Back up to a file when you like."),
            "body",
            "text2",
        )
        for text in (title, rest):
            text.setWordWrap(True)
            words.addWidget(text)
        self._foot_row.addWidget(
            Sign(theme, "lock-simple", 28, "text", "regular"), 0, Qt.AlignmentFlag.AlignTop
        )
        self._foot_row.addLayout(words, 1)

    def changeEvent(self, event: QEvent) -> None:
        """The wide margin is where reading starts."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._restyle()

    def _restyle(self) -> None:
        px = self._theme.px
        wide, slim = min(px(72), 96), min(px(56), 64)
        left, right = (slim, wide) if rtl(self) else (wide, slim)
        self._column.setContentsMargins(left, px(64), right, px(40))
        self._column.setSpacing(px(16))
        self._name.setSpacing(px(13))
        self._foot_row.setContentsMargins(0, px(18), 0, 0)
        self._foot_row.setSpacing(px(14))
