"""How the parts of the observe panel share its height."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt

from app.domain.ids import ObservationId
from app.domain.progress import Sighting
from app.domain.skills import Tag
from tests.fakes.lesson import ADD, AMARA, CLASS
from ui.capture.next_list import NextList
from ui.capture.next_row import NextView
from ui.capture.recent import RecentList
from ui.widgets.focus import as_read
from ui.widgets.text import Text


class Shown(QObject):
    """Does something at the moment a widget comes into sight."""

    def __init__(self, parent: QObject, do: Callable[[], None]) -> None:
        super().__init__(parent)
        self._do = do

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show:
            self._do()
        return super().eventFilter(watched, event)


def test_in_a_small_laptops_window_three_seen_and_four_not_seen_lately_fit(qtbot, panel, room):
    room.put(Tag(304, CLASS, "Prompted"), Tag(305, CLASS, "Drew it"))
    for days in (1, 2, 3):
        room.see(AMARA, days, ADD, days)
    panel.show_student(room.scene, AMARA)
    qtbot.waitUntil(lambda: _rows_shown(panel) == 4)
    assert [row.isVisible() for row in panel.body.student.recent.rows] == [True] * 3
    qtbot.waitUntil(lambda: panel.body.height() == 692)


def test_what_was_noted_never_stands_below_nothing_noted_yet(qtbot, theme, room):
    """Not even for a moment: the panel would be too high for its window and keep that."""
    recent = RecentList(theme, room.clock)
    qtbot.addWidget(recent)
    recent.show()
    stays = recent.findChildren(Text, options=Qt.FindChildOption.FindDirectChildrenOnly)[0]
    seen_together = []
    recent.rows[0].installEventFilter(
        Shown(recent, lambda: seen_together.append(stays.isVisible()))
    )
    recent.show_sightings([Sighting(ObservationId(1), 1, "Add fractions", 2, (), "", None)])
    assert seen_together == [False]


def test_who_is_next_asks_for_no_more_height_than_the_words_need(qtbot, theme):
    """Else the panel could be scrolled to where nothing is."""
    names = NextList(theme)
    qtbot.addWidget(names)
    why = "12 days unseen on Add fractions; leaves at 10:40"
    names.show_names([NextView(AMARA, "Amara", "AO", "leaf", why, "", "To the table")] * 3, "")
    names.resize(262, 400)
    names.show()
    assert names.minimumSizeHint().height() <= names.heightForWidth(262)


def _rows_shown(panel) -> int:
    return sum(1 for row in panel.body.unseen.rows if row.isVisibleTo(panel))


def test_the_panel_is_read_from_the_student_to_who_was_not_seen(panel, room) -> None:
    """By Tab, and by a screen reader, though what is about a student is made later."""
    room.see(AMARA, 0, ADD, 2)
    panel.show_student(room.scene, AMARA)
    parts, stops = panel.body.student, list(as_read(panel))
    found = [parts.skill, *parts.levels.buttons, *parts.tags.chips.values(), parts.note]
    places = [stops.index(stop) for stop in [*found, panel.body.unseen.rows[0]]]
    assert places == sorted(places)
    children = panel.body.children()
    assert children.index(parts) < children.index(panel.body.unseen)
