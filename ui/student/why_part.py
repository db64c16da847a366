"""Why the student stands at the level of the skill that is looked at."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.domain.why import Why
from app.ports import Clock
from ui.format import day_short
from ui.student.form import FormPart
from ui.student.judge_form import JudgeForm
from ui.student.section import SectionHead
from ui.student.why_words import by_hand, headline, level_words, reckoning
from ui.student.words import tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.level import LevelChip
from ui.widgets.text import Text


class WhyPart(FormPart):
    """The level, how it comes about, and setting it by hand. The looks themselves stand below.

    `level_set` gives a level and a reason, `taken_back` lets the evidence count again.
    """

    level_set = Signal(int, str)
    taken_back = Signal()

    def __init__(self, theme: Theme, clock: Clock) -> None:
        form = JudgeForm(theme)
        opener = Button(theme, "", "pencil-simple", "link", small=True)
        super().__init__(theme, form, opener)
        self.form, self.set_button = form, opener
        self._clock = clock
        self._answer: Why | None = None
        self.chip = LevelChip(theme, 24)
        self.headline = Text(theme, role="strong")
        self.by_hand = Text(theme, role="small", colour="text")
        self.reckoning = Text(theme, role="small", colour="text2")
        self.back_button = Button(theme, tr("Let the evidence count"), "", "link", small=True)
        self._column, self._head, self._deeds = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_answer(self, answer: Why | None) -> None:
        """Show why; None hides the part, and closes the form of another skill."""
        other = answer is None or self._answer is None or answer.skill.id != self._answer.skill.id
        if other:
            self.close_form()
        self._answer = answer
        self.setVisible(answer is not None)
        if answer is None:
            return
        self.chip.show_level(answer.level)
        self.chip.setAccessibleName(headline(answer))
        self.headline.setText(headline(answer))
        own = answer.judgement
        when = day_short(self._clock.local(own.at).date()) if own else ""
        self.by_hand.setText(by_hand(answer, when))
        self.by_hand.setVisible(own is not None)
        said, says = reckoning(answer), level_words(answer, answer.reckoned)
        self.reckoning.setText(
            tr("The evidence says {level}. {said}", level=says, said=said) if own else said
        )
        self.set_button.setText(tr("Change the level") if own else tr("Set by hand"))
        self.back_button.setVisible(own is not None and self.form.isHidden())

    def close_form(self) -> None:
        """Back to the answer alone."""
        super().close_form()
        self.back_button.setVisible(self._answer is not None and self._answer.judgement is not None)

    def _open(self) -> None:
        if self._answer is None:
            return
        own = self._answer.judgement
        self.form.show()
        self.set_button.hide()
        self.back_button.hide()
        self.form.begin(self._answer.levels, self._answer.level, own.reason if own else "")

    def _build(self) -> None:
        self._head.addWidget(self.chip)
        self._head.addWidget(self.headline, 1)
        for words in (self.headline, self.by_hand, self.reckoning):
            words.setWordWrap(True)
        self._column.addWidget(SectionHead(self._theme, tr("Why this level")))
        self._column.addLayout(self._head)
        for part in (self.by_hand, self.reckoning, self.note, self.form):
            self._column.addWidget(part)
        self._deeds.addWidget(self.set_button)
        self._deeds.addWidget(self.back_button)
        self._deeds.addStretch(1)
        self._column.addLayout(self._deeds)
        self.form.hide()
        self.note.hide()
        self.hide()
        self.set_button.clicked.connect(lambda _on: self._open())
        self.back_button.clicked.connect(lambda _on: self.taken_back.emit())
        self.form.saved.connect(self.level_set)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._head.setContentsMargins(px(4), 0, px(4), 0)
        self._head.setSpacing(px(8))
        for words in (self.by_hand, self.reckoning):
            words.setContentsMargins(px(4), 0, px(4), 0)
