"""Going from page to page, and from class to class."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from app.classroom import Classroom
from app.domain.ids import ClassId
from ui.desk.choices import Choices
from ui.desk.main_window import MainWindow

PRIVATE = ("progress", "class", "reports")
"""Pages about students, which the simple view has not."""

LIVE_FOOT = 52 + 48
"""Design px of the capture line and the tray, where someone may be typing."""


class Going:
    """Knows the class that everything is about, and shows its pages.

    `show_lesson` is told of another class: its lesson goes on unseen too. `elsewhere` are the
    places of the rail that are no pages, and what happens there.
    """

    def __init__(
        self,
        room: Classroom,
        window: MainWindow,
        choices: Choices,
        show_lesson: Callable[[ClassId], None],
        elsewhere: Mapping[str, Callable[[], object]],
    ) -> None:
        self._room = room
        self._window = window
        self._choices = choices
        self._show_lesson = show_lesson
        self._elsewhere = elsewhere
        self._teaching = False
        self.class_id = self._first_class()

    def go(self, key: str) -> None:
        """Show a page, or do what belongs to that place."""
        if (deed := self._elsewhere.get(key)) is not None:
            deed()
            return
        simple = self._choices.now.simple_view
        key = "live" if simple and key in PRIVATE else key
        rail = self._window.rail
        rail.setVisible(self.class_id is not None)
        for private in (*PRIVATE, "find"):
            if rail.has(private):
                rail.item(private).setVisible(not simple)
        self._window.go(key)
        self._keep_clear()

    def teaching(self, on: bool) -> None:
        """Whether a lesson is shown on its page, or what there is without one."""
        self._teaching = on
        self._keep_clear()

    def _keep_clear(self) -> None:
        shown = self._teaching and self._window.current == "live"
        self._window.keep_clear(LIVE_FOOT if shown else 0)

    def go_where_it_was(self) -> None:
        """The page that was left; the lesson is there too, for the board."""
        last = self._choices.now.last_page
        for key in dict.fromkeys(["welcome"] if self.class_id is None else ["live", last]):
            self.go(key)

    def show_class(self, class_id: ClassId) -> None:
        """Make another class the one that everything is about."""
        self.class_id = class_id
        self._choices.remember(replace(self._choices.now, last_class=class_id))
        self._show_lesson(class_id)
        self._window.rail.show()
        if self._window.current != "import":
            self.go(self._window.current)

    def has_lost_class(self) -> bool:
        """Whether the class is gone, by undo or put away."""
        return self.class_id not in self._classes()

    def leave_class(self) -> None:
        """On to another class, or back to the first screen."""
        self.class_id = self._first_class()
        if self.class_id is None:
            self.go("welcome")
        else:
            self.show_class(self.class_id)

    def _classes(self) -> list[ClassId]:
        return [school_class.id for school_class in self._room.classes()]

    def _first_class(self) -> ClassId | None:
        known, last = self._classes(), self._choices.now.last_class
        if last in known:
            return ClassId(last)
        return known[-1] if known else None
