"""The first screen: three doors, and no account."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.settings import TEXT_SCALES
from ui.theme import Theme
from ui.welcome.demo_picture import DemoPicture
from ui.welcome.paste_card import PasteCard
from ui.welcome.promise import Promise
from ui.welcome.words import Words
from ui.widgets.button import Button
from ui.widgets.menu import Menu
from ui.widgets.scroll import Scroll
from ui.widgets.sign import Sign
from ui.widgets.surface import Surface
from ui.widgets.text import Text

NARROW = 960
LEFT = 0.381
"""How much of the width the promise takes."""


class WelcomePage(QWidget):
    """`pasted` carries a class list as text; the other doors only say that they are wanted."""

    demo_wanted = Signal()
    pasted = Signal(str)
    file_wanted = Signal()
    backup_wanted = Signal()
    text_scale_picked = Signal(float)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.demo_button = Button(theme, self.tr("Try the demo class"), "play", "primary")
        self.paste = PasteCard(theme)
        self.backup_button = Button(theme, self.tr("Open a backup"), "folder-open")
        self.size_button = Button(theme, self.tr("Text size"), "text-aa", "quiet")
        self.promise = Promise(theme)
        self._demo = Surface(theme, "surface", radius=12, edge="ink", width=2)
        self._backup = Surface(theme, "surface", radius=12)
        self._right = Surface(theme, "surface")
        self._inner = QWidget()
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._inner)
        self._column = QVBoxLayout(self._right)
        self._top = QVBoxLayout()
        self._cards = QVBoxLayout()
        beside = QBoxLayout.Direction.LeftToRight
        self._rows = [QBoxLayout(beside, self._demo), QBoxLayout(beside, self._backup)]
        self._build()
        self._connect()
        self._restyle()
        theme.changed.connect(self._restyle)

    def size_menu(self) -> Menu:
        """The text sizes to choose from."""
        menu = Menu(self._theme, self)
        for scale in TEXT_SCALES:
            chosen = abs(scale - self._theme.scale) < 0.01
            text = self.tr("{percent} %").format(percent=round(scale * 100))
            menu.add_choice(text, chosen, partial(self.text_scale_picked.emit, scale))
        return menu

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The promise takes its part of the width, or stands below where that is too little."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < self._theme.px(NARROW)
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        # The doors come first, also where the promise has to go below them.
        self._whole.setDirection(QBoxLayout.Direction.BottomToTop if narrow else beside)
        for row in self._rows:
            row.setDirection(below if narrow else beside)
        self.paste.set_narrow(narrow)
        part = round(self.width() * LEFT) + 1
        self.promise.setMinimumWidth(0 if narrow else part)
        self.promise.setMaximumWidth(16_777_215 if narrow else part)

    def _open_sizes(self) -> None:
        menu = self.size_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        corner = self.size_button.rect().bottomLeft() + QPoint(0, 4)
        menu.popup(self.size_button.mapToGlobal(corner))

    def _connect(self) -> None:
        self.demo_button.clicked.connect(lambda _on: self.demo_wanted.emit())
        self.backup_button.clicked.connect(lambda _on: self.backup_wanted.emit())
        self.size_button.clicked.connect(lambda _on: self._open_sizes())
        self.paste.pasted.connect(self.pasted)
        self.paste.file_wanted.connect(self.file_wanted)
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self)
        paste.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        paste.activated.connect(self.paste.paste)

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(Scroll(self._theme, self._inner))
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.promise)
        self._whole.addWidget(self._right, 1)
        end = Qt.AlignmentFlag.AlignRight
        self._top.addWidget(self.size_button, 0, end)
        self._column.addLayout(self._top)
        self._column.addStretch(1)
        self._column.addLayout(self._cards)
        self._column.addStretch(1)
        for card in (self._demo, self.paste, self._backup):
            self._cards.addWidget(card)
        self._build_demo()
        self._build_backup()

    def _build_demo(self) -> None:
        theme = self._theme
        words = QVBoxLayout()
        words.setSpacing(0)
        said = self.tr(
            "28 students, five stations, a lesson already in round 2. Nothing you do here is kept."
        )
        text = Text(theme, said, "body", "text2")
        text.setWordWrap(True)
        words.addStretch(1)
        words.addWidget(Words(theme, self.tr("See it working first"), 18, 24))
        words.addSpacing(theme.px(3))
        words.addWidget(text)
        words.addSpacing(theme.px(12))
        words.addWidget(self.demo_button, 0, Qt.AlignmentFlag.AlignLeft)
        words.addStretch(1)
        self._rows[0].addWidget(DemoPicture(theme), 0, Qt.AlignmentFlag.AlignTop)
        self._rows[0].addLayout(words, 1)

    def _build_backup(self) -> None:
        theme, row = self._theme, self._rows[1]
        row.addWidget(Sign(theme, "clock-counter-clockwise", 22, "text", "regular"))
        row.addWidget(Words(theme, self.tr("Used Rondo before?"), 18, 24))
        text = Text(theme, self.tr("Open the file you saved"), "body", "text2")
        text.setWordWrap(True)
        row.addSpacing(theme.px(10))
        row.addWidget(text, 1)
        row.addWidget(self.backup_button)

    def _restyle(self) -> None:
        px = self._theme.px
        inner = min(px(64), 80)
        self._column.setContentsMargins(0, px(24), 0, px(62))
        self._column.setSpacing(0)
        self._top.setContentsMargins(inner, 0, inner + 8 - px(15), 0)
        self._cards.setContentsMargins(inner, 0, inner + 8, 0)
        self._cards.setSpacing(px(16))
        self._arrange()
        self._rows[0].setContentsMargins(px(21), px(20), px(21), px(21))
        self._rows[0].setSpacing(px(20))
        self._rows[1].setContentsMargins(px(21), px(20), px(21), px(21))
        self._rows[1].setSpacing(px(10))
        self.demo_button.setMinimumHeight(px(44))
        self.demo_button.setFont(self._theme.sized_font(px(15), 600))
        self.demo_button.setMinimumWidth(px(195))
