"""What the forms of a student's drawer share, and the parts that open them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.form import Form
from ui.widgets.note import Note


class DrawerForm(Form):
    """A box: `_column` for what is asked, below it `_buttons`, among them the one that leaves."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, radius=8)
        self.cancel = Button(theme, tr("Cancel"), kind="quiet", small=True)
        self.cancel.clicked.connect(lambda _on: self.left.emit())
        self._column, self._buttons = QVBoxLayout(self), QHBoxLayout()
        self._space()
        theme.changed.connect(self._space)

    def _space(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(px(10), px(10), px(10), px(10))
        self._column.setSpacing(px(8))
        self._buttons.setSpacing(px(4))


class FormPart(QWidget):
    """A part with a form, with the button it is opened by, and with a note of what was refused."""

    def __init__(self, theme: Theme, form: DrawerForm, opener: Button) -> None:
        super().__init__()
        self._theme = theme
        self._opener = opener
        self._form = form
        self.note = Note(theme)
        form.left.connect(self._leave)

    def complain(self, text: str) -> None:
        """Say why something was not kept; what was typed stays."""
        self.note.set_note("", text)
        self.note.show()

    def close_form(self) -> None:
        """Back to what is shown without it."""
        self._form.hide()
        self.note.hide()
        self._opener.show()

    def _leave(self) -> None:
        self.close_form()
        self._opener.setFocus(Qt.FocusReason.OtherFocusReason)
