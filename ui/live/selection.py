"""The students everything is about: one, several or nobody."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.ids import StudentId
from app.domain.live import LiveScene
from ui.live.stations.columns import Columns
from ui.live.walk import Lane, between, step
from ui.live.words import how_many


class Selection(QObject):
    """Marks the cards, names them to the stations, and goes from card to card.

    `student` is the one that was picked last, `students` are all, in the order of the console.
    Of all the cards Tab reaches one: where the keyboard is, or the first.
    """

    changed = Signal(object)

    def __init__(self, columns: Columns) -> None:
        super().__init__(columns)
        self._columns = columns
        self._scene: LiveScene | None = None
        self._student: StudentId | None = None
        self._chosen: frozenset[StudentId] = frozenset()
        self._anchor: StudentId | None = None
        self._cursor: StudentId | None = None

    @property
    def student(self) -> StudentId | None:
        return self._student

    @property
    def students(self) -> tuple[StudentId, ...]:
        """All who are selected, station by station."""
        return tuple(s for s in in_order(self._columns) if s in self._chosen)

    @property
    def several(self) -> bool:
        return len(self._chosen) > 1

    @property
    def cursor(self) -> StudentId | None:
        """Whose card the keyboard is on; it need not be selected."""
        return self._cursor

    def show_scene(self, scene: LiveScene | None) -> None:
        """Take a new scene; who has no card any more is not selected."""
        self._scene = scene
        left = self._chosen & self._columns.cards.keys()
        if left != self._chosen:
            here = self._student if self._student in left else None
            first = next((s for s in in_order(self._columns) if s in left), None)
            self._set(here if here is not None else first, left)
        self._mark(self._chosen)

    def select(self, student: StudentId | None) -> None:
        """Select one student; everyone else is not."""
        self._anchor = self._cursor = student
        self._set(student, frozenset(() if student is None else (student,)))

    def toggle(self, student: StudentId) -> None:
        """Take a student in beside those who are selected, or out again."""
        self._anchor = self._cursor = student
        chosen = self._chosen ^ {student}
        last = next((s for s in self.students if s in chosen), None)
        self._set(student if student in chosen else last, chosen)

    def reach(self, student: StudentId) -> None:
        """Select all from the one that was picked to this one, in the order of the console."""
        anchor = self._anchor
        start = anchor if anchor is not None and anchor in self._columns.cards else student
        self._anchor, self._cursor = start, student
        span = between(in_order(self._columns), start, student)
        self._set(student, frozenset(span))

    def choose(self, students: Sequence[StudentId], add: bool = False) -> None:
        """Select these, beside those who are selected with `add`."""
        chosen = frozenset(students) | (self._chosen if add else frozenset())
        last = students[-1] if students else (self._student if add else None)
        self._anchor = self._cursor = last
        self._set(last, chosen)

    def preview(self, students: Sequence[StudentId], add: bool) -> None:
        """Show what `choose` would select; nobody is told yet."""
        self._mark(frozenset(students) | (self._chosen if add else frozenset()))

    def choose_column(self) -> None:
        """Select everyone at the station of the card the keyboard is on."""
        at = self._cursor if self._cursor is not None else self._student
        lane = next((x for x in lanes(self._columns) if at in x.students), None)
        if lane is not None and at is not None:
            self._anchor = self._cursor = at
            self._set(at, frozenset(lane.students))

    def with_others(self, student: StudentId) -> tuple[StudentId, ...]:
        """The student, and all selected ones if the student is one of them."""
        if student not in self._chosen:
            return (student,)
        return (student, *(s for s in self.students if s != student))

    def hovered(self) -> StudentId | None:
        """Whose card the pointer is on."""
        cards = self._columns.cards.items()
        return next((student for student, card in cards if card.underMouse()), None)

    def walk(self, way: str) -> None:
        """Go to the next card by arrow, and show it."""
        student = self._next(way)
        if student is not None:
            self.select(student)
            self.focus()

    def stretch(self, way: str) -> None:
        """Go on by arrow, and select all on the way."""
        student = self._next(way)
        if student is not None:
            self.reach(student)
            self.focus()

    def roam(self, way: str) -> None:
        """Go on by arrow, and leave the selection as it is."""
        student = self._next(way)
        if student is not None:
            self._cursor = student
            self._mark(self._chosen)
            self.focus()

    def toggle_here(self) -> None:
        """Take the one the keyboard is on in, or out again."""
        if self._cursor is not None and self._cursor in self._columns.cards:
            self.toggle(self._cursor)

    def focus(self) -> None:
        """Put the keyboard on the card it was on, the selected one, or the first."""
        first = next(iter(in_order(self._columns)), None)
        known = (s for s in (self._cursor, self._student, first) if s in self._columns.cards)
        student = next(known, None)
        if student is not None:
            self._columns.show_card(student)
            self._columns.cards[student].setFocus(Qt.FocusReason.TabFocusReason)

    def _next(self, way: str) -> StudentId | None:
        here = self._cursor if self._cursor is not None else self._student
        return step(lanes(self._columns), here, way)

    def _set(self, student: StudentId | None, chosen: frozenset[StudentId]) -> None:
        before = (self._student, self._chosen)
        self._student, self._chosen = student, chosen
        self._mark(chosen)
        if before != (student, chosen):
            self.changed.emit(student)

    def _mark(self, chosen: frozenset[StudentId]) -> None:
        self._name_guests()
        order = in_order(self._columns)
        stop = next((s for s in (self._cursor, self._student) if s in self._columns.cards), None)
        if stop is None and order:
            stop = order[0]
        for student in order:
            card = self._columns.cards[student]
            card.set_selected(student in chosen)
            tab = Qt.FocusPolicy.StrongFocus if student == stop else Qt.FocusPolicy.ClickFocus
            card.setFocusPolicy(tab)

    def _name_guests(self) -> None:
        """A click on head or free seats brings all who are selected."""
        scene = self._scene
        name = ""
        if scene is not None and self.several:
            name = how_many(len(self._chosen))
        elif scene is not None and self._student is not None:
            name = scene.names.get(self._student, "")
        for column in self._columns.columns:
            there = {card.student for card in column.list.cards}
            column.set_guest("" if self._chosen <= there else name)


def lanes(columns: Columns) -> tuple[Lane, ...]:
    """Who sits where, as the columns show it."""
    return tuple(
        Lane(column.station_id, tuple(card.student for card in column.list.cards))
        for column in columns.columns
    )


def in_order(columns: Columns) -> tuple[StudentId, ...]:
    """Everyone at a station, station by station and from top to bottom."""
    return tuple(student for lane in lanes(columns) for student in lane.students)
