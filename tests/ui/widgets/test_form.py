"""Forms: Esc leaves everything as it was, and nothing around the form."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from ui.theme import Theme
from ui.widgets.field import Field
from ui.widgets.form import Form
from ui.widgets.surface import Surface


class Around(Surface):
    """What a form stands in; it counts the keys that come to it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.heard: list[int] = []
        self.form, self.field = Form(theme), Field(theme, "Name")
        QVBoxLayout(self.form).addWidget(self.field)
        QVBoxLayout(self).addWidget(self.form)

    def keyPressEvent(self, event) -> None:
        self.heard.append(event.key())


def test_esc_leaves_a_form_and_nothing_around_it(qtbot, theme) -> None:
    around = Around(theme)
    qtbot.addWidget(around)
    with qtbot.waitSignal(around.form.left):
        qtbot.keyClick(around.field, Qt.Key.Key_Escape)
    assert around.heard == []


def test_other_keys_go_on(qtbot, theme) -> None:
    around = Around(theme)
    qtbot.addWidget(around)
    qtbot.keyClick(around.form, Qt.Key.Key_F5)
    assert around.heard == [Qt.Key.Key_F5]
