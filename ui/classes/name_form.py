"""A name in its parts, to be typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from app.domain.names import PersonName
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.form import Form


class NameForm(Form):
    """First name, last name and what the person is called; one of them is enough."""

    named = Signal(PersonName)

    def __init__(self, theme: Theme, verb: str) -> None:
        super().__init__(theme, fill="")
        self.given = Field(theme, self.tr("First name"), small=True)
        self.family = Field(theme, self.tr("Last name"), small=True)
        self.preferred = Field(theme, self.tr("Called, if different"), small=True)
        self.keep_button = Button(theme, verb, "check", "primary", small=True)
        self.cancel_button = Button(theme, self.tr("Cancel"), "", "quiet", small=True)
        self._row = QHBoxLayout(self)
        for field in (self.given, self.family, self.preferred):
            self._row.addWidget(field, 1)
            field.returnPressed.connect(self._keep)
            field.textChanged.connect(self._typed)
        self._row.addWidget(self.keep_button)
        self._row.addWidget(self.cancel_button)
        self.keep_button.clicked.connect(lambda _on: self._keep())
        self.cancel_button.clicked.connect(lambda _on: self.left.emit())
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_name(self, name: PersonName) -> None:
        """Begin with these parts."""
        self.given.setText(name.given)
        self.family.setText(name.family)
        self.preferred.setText(name.preferred)
        self._typed()

    def begin(self) -> None:
        """Type now."""
        self.given.setFocus(Qt.FocusReason.OtherFocusReason)
        self.given.selectAll()

    def _name(self) -> PersonName:
        parts = (self.preferred.text(), self.given.text(), self.family.text())
        return PersonName(*(part.strip() for part in parts))

    def _keep(self) -> None:
        if self._name().first:
            self.named.emit(self._name())
        else:
            self.given.set_error(True)
            self.given.setFocus(Qt.FocusReason.OtherFocusReason)

    def _typed(self) -> None:
        self.given.set_error(False)

    def _restyle(self) -> None:
        px = self._theme.px
        self._row.setContentsMargins(px(16), px(6), px(12), px(6))
        self._row.setSpacing(px(8))
