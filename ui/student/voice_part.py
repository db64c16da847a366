"""What the student said of themselves, of everything or of the skill that is looked at."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout

from app.domain.progress import StudentPicture
from app.domain.voice import Reflection
from app.ports import Clock
from ui.student.form import FormPart
from ui.student.section import SectionHead
from ui.student.voice_form import VoiceForm
from ui.student.voice_line import VoiceLine
from ui.student.words import counted, seen_when, tr
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.text import Text

FEW = 3


class VoicePart(FormPart):
    """The newest few, the way to all of them, and the way to write one down.

    `said` gives a face or a level (0 for none) and a sentence; `put_right` what is changed, then
    the same; `taken_away` what shall go. `opened` comes when there is a form to be seen.
    """

    said = Signal(int, str)
    put_right = Signal(object, int, str)
    taken_away = Signal(object)
    opened = Signal()

    def __init__(self, theme: Theme, clock: Clock) -> None:
        form, opener = VoiceForm(theme), Button(theme, "", "plus", "link", small=True)
        super().__init__(theme, form, opener)
        self.form, self.add = form, opener
        self._clock = clock
        self._picture: StudentPicture | None = None
        self._skill = ""
        self._every: Sequence[Reflection] = ()
        self._all = False
        self._changing: Reflection | None = None
        self.head = SectionHead(theme, tr("Reflections"))
        self.head.add_widget(self.add)
        self.lines: list[VoiceLine] = []
        self.more = Button(theme, "", kind="link", small=True)
        self._nothing = Text(theme, "", "small", "text2")
        self._nothing.setWordWrap(True)
        self._list = QVBoxLayout()
        self._column = QVBoxLayout(self)
        self._build()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_said(
        self, every: Sequence[Reflection], picture: StudentPicture, skill: str, fresh: bool
    ) -> None:
        """Show what was said, the newest first; `skill` names the one it is about, empty for all.

        `fresh` (another student, another skill) puts an open form away.
        """
        self._every, self._picture, self._skill = every, picture, skill
        if fresh:
            self._all = False
            self.close_form()
        self.add.setText(tr("Add own rating") if skill else tr("Add"))
        name = picture.name
        says = tr("How {student} sees {skill}", student=name, skill=skill)
        self.add.setAccessibleName(says if skill else tr("Add what {student} says", student=name))
        self._nothing.setText(
            tr("No own rating of this skill yet.") if skill else tr("Nothing said yet.")
        )
        self._show_lines(picture)

    def line_of(self, own: int) -> VoiceLine | None:
        """The line of what has this id, with all of them shown where it is none of the newest."""
        if self._picture is None or all(one.id != own for one in self._every):
            return None
        if not self._all and all(one.id != own for one in self._every[:FEW]):
            self._all = True
            self._show_lines(self._picture)
        return next(line for line in self.lines if line.said and line.said.id == own)

    def close_form(self) -> None:
        """Back to what was said."""
        super().close_form()
        self._changing = None

    def _show_lines(self, picture: StudentPicture) -> None:
        shown = self._every if self._all else self._every[:FEW]
        while len(self.lines) < len(shown):
            self._add_line()
        for at, line in enumerate(self.lines):
            line.setVisible(at < len(shown))
            if at < len(shown):
                line.show_said(shown[at], picture.levels, self._context(shown[at], picture))
        self._nothing.setVisible(not self._every)
        left = len(self._every) - len(shown)
        self.more.setText(counted("Show 1 more", "Show %n more", left))
        self.more.setVisible(left > 0)

    def _context(self, said: Reflection, picture: StudentPicture) -> str:
        """The skill where that is not plain, or that it was said in a lesson, and when."""
        when = seen_when(self._clock.local(said.said_at), self._clock.local(picture.now))
        if said.skill_id is not None:
            about = "" if self._skill else _named(picture, said)
        else:
            about = tr("After the lesson") if said.session_id else ""
        return f"{about} · {when}" if about else when

    def _begin(self, before: Reflection | None) -> None:
        if self._picture is None:
            return
        self._changing = before
        name, skill = self._picture.name, self._skill
        rates = bool(skill) if before is None else before.skill_id is not None
        if before is not None:
            skill = _named(self._picture, before)
        asked = tr("How does {student} see it? {skill}", student=name, skill=skill).strip()
        question = asked if rates else tr("How did it go, says {student}?", student=name)
        self.note.hide()
        self.add.hide()
        self.form.show()
        self.form.begin(question, self._picture.levels if rates else (), before)
        self.opened.emit()

    def _save(self, choice: int, words: str) -> None:
        before = self._changing
        self._leave()
        if before is None:
            self.said.emit(choice, words)
        else:
            self.put_right.emit(before, choice, words)

    def _remove(self) -> None:
        before = self._changing
        self._leave()
        if before is not None:
            self.taken_away.emit(before)

    def _show_all(self) -> None:
        self._all = True
        if self._picture is not None:
            self._show_lines(self._picture)
            self.lines[FEW].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_line(self) -> None:
        line = VoiceLine(self._theme, self)
        line.clicked.connect(lambda: self._begin(line.said))
        self.lines.append(line)
        self._list.addWidget(line)

    def _build(self) -> None:
        self._column.addWidget(self.head)
        for part in (self.note, self.form, self._nothing):
            self._column.addWidget(part)
        self._column.addLayout(self._list)
        self._column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)
        self.close_form()
        self.add.clicked.connect(lambda _on: self._begin(None))
        self.more.clicked.connect(lambda _on: self._show_all())
        self.form.saved.connect(self._save)
        self.form.removed.connect(self._remove)

    def _restyle(self) -> None:
        px = self._theme.px
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(6))
        self._list.setSpacing(px(2))
        self._nothing.setContentsMargins(px(4), 0, px(4), 0)


def _named(picture: StudentPicture, said: Reflection) -> str:
    """The skill it is about, empty for none."""
    found = (one.statement for one in picture.skills if one.skill_id == said.skill_id)
    return next(found, "")
