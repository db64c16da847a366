"""Who is to be kept apart, who together, and who is out of the room when."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.classes import APART, CLOSED, TOGETHER, Rule
from app.domain.ids import ClassId, RuleId, StudentId
from app.services.classes import ClassService
from app.services.pull_outs import PullOutService
from ui.classes.pull_outs.part import PullOutsPart
from ui.classes.rows import Rows
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.scroll import Scroll
from ui.widgets.sign import Sign
from ui.widgets.surface import Surface
from ui.widgets.tag import TagChip
from ui.widgets.text import Text


class RuleRow(Surface):
    """A rule in words, and the way out of it."""

    removed = Signal(object)

    def __init__(self, theme: Theme, rule_id: int) -> None:
        super().__init__(theme, "", ("bottom",))
        self._sign = Sign(theme, "arrows-split", 16)
        self.names = Text(theme, role="strong")
        self._kind = Text(theme, role="small", colour="text2")
        self.remove_button = Button(theme, self.tr("Remove"), "trash", "quiet", small=True)
        self.names.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.names)
        words.addWidget(self._kind)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(8), theme.px(12), theme.px(8))
        row.setSpacing(theme.px(12))
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.remove_button)
        self.remove_button.clicked.connect(lambda _on: self.removed.emit(rule_id))

    def show_rule(
        self, rule: Rule, names: Mapping[StudentId, str], closed: Sequence[str] = ()
    ) -> None:
        """Show a rule; students who left the class are not named. `closed` are its stations."""
        known = [names[StudentId(s)] for s in rule.student_ids if s in names]
        self.names.setText(", ".join([*known, *closed]))
        shut = self.tr("Closed in round {n}")
        if len(rule.rounds) > 1:
            shut = self.tr("Closed in rounds {n}")
        kinds = {
            APART: ("arrows-split", self.tr("Keep apart")),
            TOGETHER: ("link-simple", self.tr("Keep together")),
            CLOSED: ("x-circle", shut.format(n=", ".join(map(str, rule.rounds)))),
        }
        visit = self.tr("Must visit") if rule.station_ids else self.tr("Must meet the teacher")
        icon, kind = kinds.get(rule.kind, ("chalkboard-teacher", visit))
        self._sign.set_icon(icon)
        self._kind.setText(kind)
        self.remove_button.setAccessibleName(f"{self._kind.text()}: {self.names.text()}")


class RulesTab(QWidget):
    """Pick students, say what holds for them."""

    def __init__(self, theme: Theme, classes: ClassService, pull_outs: PullOutService) -> None:
        super().__init__()
        self._theme = theme
        self._classes = classes
        self._class_id: ClassId | None = None
        self.chips: dict[StudentId, TagChip] = {}
        self.apart_button = Button(theme, self.tr("Keep apart"), "arrows-split")
        self.together_button = Button(theme, self.tr("Keep together"), "link-simple")
        self.out_button = Button(theme, self.tr("Pull-out"), "door")
        self.pull_outs = PullOutsPart(theme, pull_outs)
        self.hint = Text(theme, "", "small", "text2")
        self.rows = Rows[RuleRow](theme, self._new_row)
        self.empty = Text(theme, self.tr("No rules yet."), "body", "text2")
        self._picker = QWidget()
        self._flow = Flow(theme, 6, 6, self._picker)
        self._build()
        self._show_picked()

    def show_class(self, class_id: ClassId) -> int:
        """Show the rules of a class; returns how many there are."""
        self._class_id = class_id
        students, names = self._classes.roll(class_id)
        if [student.id for student in students] != list(self.chips):
            self._make_chips([student.id for student in students])
        for student, chip in self.chips.items():
            chip.setText(names[student])
        rules = self._classes.rules(class_id)
        self.rows.sync([rule.id for rule in rules])
        for rule in rules:
            called = {**names, **self._classes.guests_in(rule)}
            self.rows.row(rule.id).show_rule(rule, called, self._classes.closes(rule))
        out = self.pull_outs.show_class(class_id, names)
        self.empty.setVisible(not rules and not out)
        self._box.setVisible(bool(rules))
        return len(rules) + out

    def _make_chips(self, students: list[StudentId]) -> None:
        picked = self._picked()
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {student: TagChip(self._theme) for student in students}
        for student, chip in self.chips.items():
            chip.setChecked(student in picked)
            chip.toggled.connect(lambda _on: self._show_picked())
            self._flow.addWidget(chip)
        self._show_picked()

    def _picked(self) -> list[StudentId]:
        return [student for student, chip in self.chips.items() if chip.isChecked()]

    def _show_picked(self) -> None:
        enough = len(self._picked()) > 1
        tip = "" if enough else self.tr("Pick two or more students first.")
        for button in (self.apart_button, self.together_button):
            button.setEnabled(enough)
            button.setToolTip(tip)
        picked = len(self._picked())
        self.out_button.setEnabled(picked > 0)
        self.out_button.setToolTip("" if picked else self.tr("Pick a student or more first."))
        text = self.tr("{count} picked") if picked else self.tr("Pick students, then a rule.")
        self.hint.setText(text.format(count=picked))

    def _let_go(self) -> None:
        """What was picked for a pull-out is done with; the keyboard goes back to where it was."""
        picked = self._picked()
        for chip in self.chips.values():
            chip.setChecked(False)
        self._show_picked()
        if picked:
            self.chips[picked[0]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make(self, apart: bool) -> None:
        if self._class_id is None:
            return
        keep = self._classes.keep_apart if apart else self._classes.keep_together
        students = self._picked()
        for chip in self.chips.values():
            chip.setChecked(False)
        keep(self._class_id, students)

    def _new_row(self, rule_id: int) -> RuleRow:
        row = RuleRow(self._theme, rule_id)
        row.removed.connect(lambda own: self._classes.drop_rule(RuleId(own)))
        return row

    def _build(self) -> None:
        px = self._theme.px
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        for widget in (self.apart_button, self.together_button, self.out_button, self.hint):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        self._box = Surface(self._theme, "surface", radius=10)
        inside = QVBoxLayout(self._box)
        inside.setContentsMargins(1, 1, 1, 1)
        inside.addWidget(self.rows)
        whole = QWidget()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        # Everything scrolls as one: at large sizes the students alone may fill the page.
        outer.addWidget(Scroll(self._theme, whole))
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, px(4), 0)
        column.setSpacing(px(12))
        column.addWidget(self._picker)
        column.addLayout(buttons)
        column.addWidget(self.empty)
        column.addWidget(self._box)
        column.addWidget(self.pull_outs)
        column.addStretch(1)
        self.apart_button.clicked.connect(lambda _on: self._make(apart=True))
        self.together_button.clicked.connect(lambda _on: self._make(apart=False))
        self.out_button.clicked.connect(lambda _on: self.pull_outs.begin(self._picked()))
        self.pull_outs.done.connect(self._let_go)
