"""A rule to be picked: for whom it holds, what it asks, and in which lessons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.ids import StationId, StudentId
from ui.plan.rules.closing_part import ClosingPart
from ui.plan.rules.panel import APART, CATCH_UP, CLOSE, LOCK, MEET, OUT, TOGETHER
from ui.plan.rules.picks import Pick
from ui.plan.side_form import SideForm
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.flow import Flow
from ui.widgets.segmented import Segmented
from ui.widgets.stepper import Stepper
from ui.widgets.tag import TagChip
from ui.widgets.text import Text

LEAST = {APART: 2, TOGETHER: 2, MEET: 1, OUT: 1, CATCH_UP: 1, LOCK: 1, CLOSE: 0}
"""How many students each kind of rule needs."""
ANY = 0


@dataclass(frozen=True, slots=True)
class RuleDraft:
    """A rule as it was picked. `station` 0 is any that a teacher leads, `by_round` 0 any round.

    `closed` are the stations that take nobody in `rounds`.
    """

    kind: str
    students: tuple[StudentId, ...] = ()
    station: int = ANY
    by_round: int = ANY
    count: int = 1
    only_here: bool = False
    closed: tuple[StationId, ...] = ()
    rounds: tuple[int, ...] = ()


class RuleForm(SideForm):
    """`kept` carries a `RuleDraft`, `removed` asks for the rule to go."""

    kept = Signal(object)
    removed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, between=12)
        self._kind = APART
        self.chips: dict[StudentId, TagChip] = {}
        self.title = Text(theme, "", "strong")
        self.about = Text(theme, "", "small", "text2")
        self.station = Dropdown(theme)
        self.round = Dropdown(theme)
        self.times = Stepper(theme, 1, 12)
        self.lessons = Segmented(theme)
        self.keep_button = Button(theme, self.tr("Keep rule"), "check", "primary")
        self.cancel_button = Button(theme, self.tr("Cancel"), "", "quiet")
        self.remove_button = Button(theme, self.tr("Remove rule"), "trash", "danger", small=True)
        self.picks: list[Button] = []
        self._pick_part = QWidget()
        self._pick_flow = Flow(theme, 6, 6, self._pick_part)
        self.closing = ClosingPart(theme)
        self._visit = QWidget()
        self._picker = QWidget()
        self._flow = Flow(theme, 6, 6, self._picker)
        self._build()

    def begin(
        self,
        draft: RuleDraft,
        names: Mapping[StudentId, str],
        stations: Sequence[tuple[StationId, str]],
        rounds: int,
        is_new: bool,
        picks: Sequence[Pick] = (),
    ) -> None:
        """Pick now; `names` are the students there are, in the order they are shown in.

        `picks` are offered for a visit.
        """
        self._kind = draft.kind
        self.title.setText(self._title(draft.kind))
        self.about.setText(self._about(draft.kind))
        closes = draft.kind == CLOSE
        self._make_chips({} if closes else names, draft.students)
        self._picker.setVisible(not closes)
        self.closing.setVisible(closes)
        self.closing.begin(stations, rounds, draft.closed, draft.rounds)
        self._show_picks(picks if draft.kind == MEET else ())
        self._visit.setVisible(draft.kind == MEET)
        self.station.set_items([(ANY, self.tr("The teacher, at any table")), *stations])
        self.station.set_current(draft.station)
        every = [(n, self.tr("Round {number}").format(number=n)) for n in range(1, rounds + 1)]
        self.round.set_items([(ANY, self.tr("The end of the lesson")), *every])
        self.round.set_current(draft.by_round)
        self.times.set_value(draft.count)
        self.lessons.setVisible(draft.kind in {APART, TOGETHER, MEET, CLOSE})
        self.lessons.set_current(draft.only_here)
        self.remove_button.setVisible(not is_new)
        texts = {OUT: self.tr("Next: when"), LOCK: self.tr("Shuffle the rest")}
        self.keep_button.setText(texts.get(draft.kind, self.tr("Keep rule")))
        self._show_picked()
        first = self.closing.first() if closes else next(iter(self.chips.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def draft(self) -> RuleDraft:
        """What is picked."""
        picked = tuple(student for student, chip in self.chips.items() if chip.isChecked())
        only_here = self._kind != OUT and bool(self.lessons.current())
        if self._kind == CLOSE:
            closed, rounds = self.closing.stations.ticked(), self.closing.rounds.ticked()
            return RuleDraft(CLOSE, only_here=only_here, closed=closed, rounds=rounds)
        if self._kind != MEET:
            return RuleDraft(self._kind, picked, only_here=only_here)
        station, by_round = self.station.current(), self.round.current()
        assert isinstance(station, int)
        assert isinstance(by_round, int)
        return RuleDraft(self._kind, picked, station, by_round, self.times.value(), only_here)

    def _make_chips(self, names: Mapping[StudentId, str], picked: Sequence[StudentId]) -> None:
        for chip in self.chips.values():
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = {student: TagChip(self._theme, name) for student, name in names.items()}
        for student, chip in self.chips.items():
            chip.setChecked(student in picked)
            chip.toggled.connect(lambda _on: self._show_picked())
            self._flow.addWidget(chip)

    def _show_picks(self, picks: Sequence[Pick]) -> None:
        for button in self.picks:
            self._pick_flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.picks = [self._pick_button(pick) for pick in picks]
        self._pick_part.setVisible(bool(picks))

    def _pick_button(self, pick: Pick) -> Button:
        text = self.tr("{who}: {count}").format(who=pick.text, count=len(pick.students))
        button = Button(self._theme, text, "plus", small=True)
        button.clicked.connect(lambda _on: self._tick(pick))
        self._pick_flow.addWidget(button)
        return button

    def _tick(self, pick: Pick) -> None:
        for student, chip in self.chips.items():
            chip.setChecked(chip.isChecked() or student in pick.students)

    def _show_picked(self) -> None:
        ready = len(self.draft().students) >= LEAST[self._kind]
        few = self.tr("Pick a student or more first.")
        if LEAST[self._kind] > 1:
            few = self.tr("Pick two or more students first.")
        if self._kind == CLOSE:
            ready, few = self.closing.is_whole(), self.tr("Pick a station and a round first.")
        self.keep_button.setEnabled(ready)
        self.keep_button.setToolTip("" if ready else few)

    def _title(self, kind: str) -> str:
        return {
            APART: self.tr("Keep apart"),
            TOGETHER: self.tr("Keep together"),
            MEET: self.tr("Must meet the teacher"),
            OUT: self.tr("Out of the room"),
            CATCH_UP: self.tr("Did not prepare"),
            LOCK: self.tr("Lock these, shuffle the rest"),
            CLOSE: self.tr("Close a station"),
        }[kind]

    def _about(self, kind: str) -> str:
        return {
            APART: self.tr("None of these is ever at one station with another of them."),
            TOGETHER: self.tr("These are always at the same station."),
            MEET: self.tr("Each of these comes to the teacher."),
            OUT: self.tr("These leave the room for a while. Pick who, then when."),
            CATCH_UP: self.tr("These begin at a station where they catch up."),
            LOCK: self.tr("These keep all their places. Nobody but you sees that."),
            CLOSE: self.tr("These take nobody in these rounds."),
        }[kind]

    def _build(self) -> None:
        self.about.setWordWrap(True)
        visit = QVBoxLayout(self._visit)
        visit.setContentsMargins(0, 0, 0, 0)
        visit.setSpacing(self._theme.px(6))
        self.times.set_name(self.tr("How often"))
        for label, control in (
            (self.tr("Where"), self.station),
            (self.tr("By"), self.round),
            (self.tr("How often"), self.times),
        ):
            control.setAccessibleName(label)
            visit.addWidget(Text(self._theme, label, "small", "text2"))
            visit.addWidget(control, 0, Qt.AlignmentFlag.AlignLeft)
        items = [(True, self.tr("This lesson"), None, ""), (False, self.tr("Always"), None, "")]
        self.lessons.set_items(items)
        self.lessons.setAccessibleName(self.tr("In which lessons"))
        parts = (self.title, self.about, self._pick_part, self._picker, self.closing, self._visit)
        for part in parts:
            self._column.addWidget(part)
        self._column.addWidget(self.lessons, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)
        flow = Flow(self._theme, 8, 6)
        flow.addWidget(self.keep_button)
        flow.addWidget(self.cancel_button)
        self._foot.addLayout(flow)
        self.keep_button.clicked.connect(lambda _on: self.kept.emit(self.draft()))
        self.closing.changed.connect(self._show_picked)
        self.cancel_button.clicked.connect(lambda _on: self.left.emit())
        self.remove_button.clicked.connect(lambda _on: self.removed.emit())
