"""The student everything is about: one at a time, or nobody."""

from PySide6.QtCore import QObject, Qt, Signal

from app.domain.ids import StudentId
from app.domain.live import LiveScene
from ui.live.columns import Columns
from ui.live.walk import Lane, step


class Selection(QObject):
    """Marks the card, names it to the stations, and moves it from card to card.

    Of all the cards Tab reaches one: the selected, or the first.
    """

    changed = Signal(object)

    def __init__(self, columns: Columns) -> None:
        super().__init__(columns)
        self._columns = columns
        self._scene: LiveScene | None = None
        self._student: StudentId | None = None

    @property
    def student(self) -> StudentId | None:
        return self._student

    def show_scene(self, scene: LiveScene | None) -> None:
        """Take a new scene; who has no card any more is not selected."""
        self._scene = scene
        if self._student is not None and self._student not in self._columns.cards:
            self.select(None)
        self._mark()

    def select(self, student: StudentId | None) -> None:
        """Select one student; everyone else is not."""
        if student == self._student:
            return
        self._student = student
        self._mark()
        self.changed.emit(student)

    def hovered(self) -> StudentId | None:
        """Whose card the pointer is on."""
        cards = self._columns.cards.items()
        return next((student for student, card in cards if card.underMouse()), None)

    def walk(self, way: str) -> None:
        """Go to the next card by arrow, and show it."""
        student = step(lanes(self._columns), self._student, way)
        if student is not None:
            self.select(student)
            self.focus()

    def focus(self) -> None:
        """Put the keyboard on the selected card, or on the first one."""
        first = next((lane.students[0] for lane in lanes(self._columns) if lane.students), None)
        student = self._student if self._student is not None else first
        if student is not None and student in self._columns.cards:
            self._columns.show_card(student)
            self._columns.cards[student].setFocus(Qt.FocusReason.TabFocusReason)

    def _mark(self) -> None:
        scene, student = self._scene, self._student
        here = scene.seating.station_of(student) if scene and student is not None else None
        name = scene.names.get(student, "") if scene and student is not None else ""
        for column in self._columns.columns:
            column.set_guest("" if column.station_id == here else name)
        reached = False
        for lane in lanes(self._columns):
            for other in lane.students:
                card = self._columns.cards[other]
                card.set_selected(other == student)
                tab = other == student or (student is None and not reached)
                reached = True
                policy = Qt.FocusPolicy.StrongFocus if tab else Qt.FocusPolicy.ClickFocus
                card.setFocusPolicy(policy)


def lanes(columns: Columns) -> tuple[Lane, ...]:
    """Who sits where, as the columns show it."""
    return tuple(
        Lane(column.station_id, tuple(card.student for card in column.list.cards))
        for column in columns.columns
    )
