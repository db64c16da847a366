"""What the plan page says while there is no lesson."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.text import Text


class NoLesson(QWidget):
    """One sentence, and the buttons that help: each has a signal of its own."""

    plan_wanted = Signal()
    same_again_wanted = Signal()
    template_wanted = Signal()
    import_wanted = Signal()
    stations_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.text = Text(theme, "", "body", "text2")
        self.plan_button = Button(theme, self.tr("Plan a lesson"), "calendar-check", "primary")
        self.again_button = Button(theme, "", "copy")
        self.template_button = Button(theme, self.tr("From a template"), "cards")
        self.import_button = Button(
            theme, self.tr("Paste your class list"), "clipboard-text", "primary"
        )
        self.stations_button = Button(theme, self.tr("Add stations"), "plus", "primary")
        self._ways = {
            self.plan_button: self.plan_wanted,
            self.again_button: self.same_again_wanted,
            self.template_button: self.template_wanted,
            self.import_button: self.import_wanted,
            self.stations_button: self.stations_wanted,
        }
        self._buttons = QWidget()
        self._build()
        for button, signal in self._ways.items():
            button.clicked.connect(lambda _on=False, told=signal: told.emit())

    def ask_for_students(self) -> None:
        """The class is empty."""
        self._say(self.tr("No students yet. Paste your class list."), self.import_button)

    def ask_for_stations(self) -> None:
        """There is nowhere to go."""
        said = self.tr("No stations yet. Add the places where students work.")
        self._say(said, self.stations_button)

    def ask_for_lesson(self, last: str) -> None:
        """There could be a lesson; `last` says when the last one was, empty for none."""
        planning = (self.plan_button, self.again_button, self.template_button)
        if not last:
            self._say(
                self.tr("No lesson yet. One click makes the groups."),
                self.plan_button,
                self.template_button,
            )
            return
        self.again_button.setText(self.tr("Same again as {day}").format(day=last))
        said = self.tr(
            "No lesson yet. Plan it, or copy the last one ({day}): "
            "everyone goes on to their next station."
        )
        self._say(said.format(day=last), *planning)

    def _say(self, text: str, *buttons: Button) -> None:
        self.text.setText(text)
        for button in self._ways:
            button.setVisible(button in buttons)

    def _build(self) -> None:
        middle = Qt.AlignmentFlag.AlignHCenter
        self.text.setWordWrap(True)
        self.text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        flow = Flow(self._theme, 12, 12, self._buttons)
        for button in self._ways:
            flow.addWidget(button)
        rows = QVBoxLayout(self)
        rows.setSpacing(self._theme.px(16))
        rows.addStretch(2)
        rows.addWidget(self.text)
        rows.addWidget(self._buttons, 0, middle)
        rows.addStretch(3)
