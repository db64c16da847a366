"""Name and subject of a class, to be typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.field import Field
from ui.widgets.form import Form


class ClassForm(Form):
    """`kept` tells name and subject; `put_away` asks to archive the class.

    `language_picked` tells what the board shall speak to the class; it holds at once.
    """

    kept = Signal(str, str)
    put_away = Signal()
    language_picked = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "surface", ("bottom",))
        self.name = Field(theme, self.tr("Class, for example: 4B"))
        self.subject = Field(theme, self.tr("Subject, for example: Maths"))
        self.language = Dropdown(theme, "projector-screen")
        self.keep_button = Button(theme, "", "check", "primary")
        self.away_button = Button(theme, self.tr("Put this class away"), "archive")
        self.cancel_button = Button(theme, self.tr("Cancel"), "", "quiet")
        self._look = theme
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        fields, buttons = QHBoxLayout(), QHBoxLayout()
        fields.addWidget(self.name, 1)
        fields.addWidget(self.subject, 1)
        buttons.addWidget(self.language)
        for button in (self.keep_button, self.away_button, self.cancel_button):
            buttons.addWidget(button)
        self._rows.addLayout(fields, 1)
        self._rows.addLayout(buttons)
        self._restyle()
        theme.changed.connect(self._restyle)
        self.name.returnPressed.connect(self._keep)
        self.subject.returnPressed.connect(self._keep)
        self.name.textChanged.connect(lambda _text: self.name.set_error(False))
        self.keep_button.clicked.connect(lambda _on: self._keep())
        self.away_button.clicked.connect(lambda _on: self.put_away.emit())
        self.cancel_button.clicked.connect(lambda _on: self.left.emit())
        self.language.setAccessibleName(self.tr("Language of the board"))
        self.language.setToolTip(
            self.tr("What the board says to this class, such as Round 2 of 4.")
        )
        self.language.picked.connect(lambda code: self.language_picked.emit(str(code)))

    def show_language(self, language: str | None) -> None:
        """Show what the board speaks to this class; None where there is no class yet."""
        from ui.board.languages import LANGUAGES  # not for the start: a form nobody has opened

        own = ("", self.tr("Board: my language"))
        each = self.tr("Board: {language}")
        named = [(code, each.format(language=said)) for code, said in LANGUAGES.items()]
        self.language.set_items([own, *named])
        self.language.set_current(language or "")
        self.language.setVisible(language is not None)

    def begin(self, name: str, subject: str, verb: str, known: bool) -> None:
        """Type now; a class that is `known` can also be put away."""
        self.name.setText(name)
        self.subject.setText(subject)
        self.keep_button.setText(verb)
        self.away_button.setVisible(known)
        self.show()
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.selectAll()

    def _restyle(self) -> None:
        """With large text the buttons go below."""
        px = self._look.px
        below, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._rows.setDirection(below if self._look.scale > 1.3 else beside)
        self._rows.setContentsMargins(px(20), px(10), px(20), px(10))
        self._rows.setSpacing(px(12))

    def _keep(self) -> None:
        if self.name.text().strip():
            self.kept.emit(self.name.text(), self.subject.text())
        else:
            self.name.set_error(True)
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
