"""Everything about a class that holds for longer than a lesson."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.domain.adults import Adult
from app.domain.changes import Entity
from app.domain.classes import Rule, SchoolClass, Student
from app.domain.ids import ClassId
from app.domain.lessons import Lesson
from app.domain.pull_outs import PullOut
from app.domain.session import Visit
from app.domain.skills import Framework, Skill, Tag
from app.domain.stations import Station
from app.errors import ClassroomError
from app.services.adult_time import AdultTimeReader
from app.services.classes import ClassService
from app.services.frameworks import FrameworkService
from app.services.pull_outs import PullOutService
from app.services.start import StartService
from app.services.stations import StationService
from app.services.tags import TagService
from ui.classes.adults_tab import AdultsTab
from ui.classes.class_form import ClassForm
from ui.classes.rules_tab import RulesTab
from ui.classes.skills.skills_tab import SkillsTab
from ui.classes.stations.stations_tab import StationsTab
from ui.classes.students_tab import StudentsTab
from ui.classes.tags_tab import TagsTab
from ui.format import class_title
from ui.problems import problem
from ui.theme import Theme
from ui.widgets.button import Button
from ui.widgets.dropdown import Dropdown
from ui.widgets.focus import focused, holds, in_turn
from ui.widgets.header import PageHeader
from ui.widgets.note import Note
from ui.widgets.segmented import Segmented

SHOWN = frozenset[type[Entity]](
    {SchoolClass, Student, Rule, PullOut, Station, Framework, Skill, Tag, Adult, Visit, Lesson}
)
ClassTab = StudentsTab | StationsTab | SkillsTab | RulesTab | TagsTab | AdultsTab
TABS = ("students", "stations", "skills", "rules", "tags", "adults")
WIDEST = 1400
ROOMY = 720
"""Design px wide from which on all words of the header have room."""


class ClassPage(QWidget):
    """Students, stations, skills, rules, tags and adults.

    `import_wanted` asks for the page that takes a class list; `class_picked` carries the class
    to be shown everywhere, after the teacher switched to it or made it.
    """

    import_wanted = Signal()
    class_picked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        classes: ClassService,
        stations: StationService,
        frameworks: FrameworkService,
        tags: TagService,
        start: StartService,
        pull_outs: PullOutService,
        team: AdultTimeReader,
    ) -> None:
        super().__init__()
        self._theme = theme
        self._classes = classes
        self._start = start
        self._frameworks = frameworks
        self._class_id: ClassId | None = None
        self._making = False
        self._counts: list[int] = []
        self.header = PageHeader(theme)
        self.switcher = Dropdown(theme, "users-three")
        self.edit_button = Button(theme, self.tr("Name and subject"), "pencil-simple")
        self.new_button = Button(theme, self.tr("New class"), "plus")
        self.times_button = Button(theme, self.tr("Timetable"), "calendar-dots")
        self.form = ClassForm(theme)
        self.tabs = Segmented(theme)
        self.note = Note(theme)
        self.students = StudentsTab(theme, classes)
        self.stations = StationsTab(theme, stations, frameworks.skills, team.adults)
        self.skills = SkillsTab(theme, frameworks)
        self.rules = RulesTab(theme, classes, pull_outs)
        self.tags = TagsTab(theme, tags)
        self.adults = AdultsTab(theme, team, classes)
        self._pages = QStackedWidget()
        self._body = QVBoxLayout()
        self._build()
        self._connect()
        self._restyle()
        theme.changed.connect(self._restyle)

    def show_class(self, class_id: ClassId) -> None:
        """Show a class, on the tab that was open."""
        if class_id != self._class_id:
            self.form.hide()
            self.note.hide()
        self._class_id = class_id
        school_class = self._classes.school_class(class_id)
        self.header.set_title(class_title(school_class.name), school_class.subject)
        known = self._classes.classes()
        self.switcher.set_items((c.id, c.name) for c in known)
        self.switcher.set_current(class_id)
        self.switcher.setVisible(len(known) > 1)
        self._show_tabs(class_id)

    def show_tab(self, key: str) -> None:
        """Open a tab: one of `TABS`."""
        self.tabs.set_current(key)
        self._pages.setCurrentIndex(TABS.index(key))
        self.note.hide()

    def on_changed(self, kinds: frozenset[type[Entity]]) -> None:
        """Something was written: draw again what this page shows of it."""
        if self._class_id is not None and kinds & SHOWN:
            self.note.hide()
            self.show_class(self._class_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the timetable is an icon alone."""
        super().resizeEvent(event)
        self._fit_header()

    def _fit_header(self) -> None:
        roomy = self.width() >= self._theme.px(ROOMY)
        name = self.tr("Timetable")
        self.times_button.setText(name if roomy else "")
        self.times_button.setAccessibleName(name)
        self.times_button.setToolTip("" if roomy else name)

    def _show_tabs(self, class_id: ClassId) -> None:
        self._frameworks.skills.remember()  # several tabs show them
        counts = [page.show_class(class_id) for page in self._all()]
        names = (
            self.tr("Students"),
            self.tr("Stations"),
            self.tr("Skills"),
            self.tr("Rules"),
            self.tr("Tags"),
            self.tr("Adults"),
        )
        if self._counts != counts:
            self._counts = counts
            items = zip(TABS, names, counts, strict=True)
            self.tabs.set_items((key, name, count, "") for key, name, count in items)
            in_turn(self.times_button, *(self.tabs.segment(key) for key in TABS))

    def _all(self) -> tuple[ClassTab, ...]:
        """In the order of `TABS`."""
        return (self.students, self.stations, self.skills, self.rules, self.tags, self.adults)

    def _complain(self, text: str) -> None:
        self.note.set_note("", text)
        self.note.show()

    def _edit(self) -> None:
        if self._class_id is not None:
            self._making = False
            shown = self._classes.school_class(self._class_id)
            alone = len(self._classes.classes()) == 1
            self.form.show_language(shown.language)
            self.form.begin(shown.name, shown.subject, self.tr("Save"), known=not alone)

    def _make(self) -> None:
        self._making = True
        self.form.show_language(None)
        self.form.begin("", "", self.tr("Make the class"), known=False)

    def _keep(self, name: str, subject: str) -> None:
        try:
            self._use(name, subject)
        except ClassroomError as error:
            self._complain(problem(error))
        else:
            self._close_form()

    def _close_form(self) -> None:
        """The keyboard goes back to where the form was asked for."""
        button = self.new_button if self._making else self.edit_button
        if holds(self.form, focused(self)):
            button.setFocus(Qt.FocusReason.TabFocusReason)
        self.form.hide()

    def _use(self, name: str, subject: str) -> None:
        if self._making:
            self.class_picked.emit(self._start.begin_class((), name, subject).id)
        elif self._class_id is not None:
            self._classes.rename(self._class_id, name, subject)

    def _speak(self, language: str) -> None:
        if self._class_id is not None:
            self._classes.speak(self._class_id, language)

    def _put_away(self) -> None:
        if self._class_id is None:
            return
        rest = [c.id for c in self._classes.classes() if c.id != self._class_id]
        self._classes.archive(self._class_id)
        self.form.hide()
        if rest:
            self.class_picked.emit(rest[-1])

    def _connect(self) -> None:
        self.switcher.picked.connect(self.class_picked)
        self.edit_button.clicked.connect(lambda _on: self._edit())
        self.new_button.clicked.connect(lambda _on: self._make())
        self.form.kept.connect(self._keep)
        self.form.language_picked.connect(self._speak)
        self.form.put_away.connect(self._put_away)
        self.form.left.connect(self._close_form)
        self.tabs.picked.connect(lambda key: self.show_tab(str(key)))
        self.students.import_wanted.connect(self.import_wanted)
        for page in (self.students, self.stations, self.skills, self.tags, self.adults):
            page.refused.connect(self._complain)

    def _build(self) -> None:
        self.switcher.setAccessibleName(self.tr("Class"))
        for widget in (self.switcher, self.edit_button, self.new_button, self.times_button):
            self.header.add_widget(widget)
        for page in self._all():
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addWidget(self.form)
        column.addLayout(self._body, 1)
        self._body.addWidget(self.tabs)
        self._body.addWidget(self.note)
        self._body.addWidget(self._pages, 1)
        self.form.hide()
        self.note.hide()

    def _restyle(self) -> None:
        px = self._theme.px
        self._body.setContentsMargins(px(20), px(14), px(20), px(16))
        self._body.setSpacing(px(14))
        self._pages.setMaximumWidth(px(WIDEST))
        # The widest tab shall not keep the window from being small: each one scrolls.
        self._pages.setMinimumSize(px(240), px(160))
        self._fit_header()
