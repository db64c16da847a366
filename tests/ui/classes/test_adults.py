"""A teacher says who teaches with her, who leads what, and sees how they share the class."""

import random

import pytest
from PySide6.QtCore import Qt

from app.services.adults import AdultService
from app.services.live import LiveService

MINUTE = 60_000


@pytest.fixture
def adults(room) -> AdultService:
    return AdultService(room)


def add(page, qtbot, name: str) -> None:
    qtbot.keyClicks(page.adults.more.field, name)
    qtbot.keyClick(page.adults.more.field, Qt.Key.Key_Return)


def rows(page) -> list[str]:
    keys = sorted(page.adults.rows.keys, key=lambda key: page.adults.rows.row(key).y())
    return [page.adults.rows.row(key).name.text() for key in keys]


def test_adults_are_added_renamed_ordered_and_taken_away(page, room, adults, qtbot) -> None:
    page.show_tab("adults")
    assert page.adults.hint.isVisible()
    for name in ("Ms Okoro", "Mr Haddad"):
        add(page, qtbot, name)
    assert not page.adults.hint.isVisible()
    first, second = (page.adults.rows.row(a.id) for a in adults.adults(room.class_id))
    first.name.selectAll()
    qtbot.keyClicks(first.name, "Ms Ada Okoro")
    qtbot.keyClick(first.name, Qt.Key.Key_Return)
    second.up.click()
    assert [a.name for a in adults.adults(room.class_id)] == ["Mr Haddad", "Ms Ada Okoro"]
    second.remove_button.click()
    assert [a.name for a in adults.adults(room.class_id)] == ["Ms Ada Okoro"]
    room.workspace.undo()
    assert len(adults.adults(room.class_id)) == 2


def test_a_name_twice_is_refused_in_words(page, qtbot) -> None:
    page.show_tab("adults")
    add(page, qtbot, "Ms Okoro")
    add(page, qtbot, "ms okoro")
    assert "Ms Okoro" in page.note.accessibleName()


def test_a_station_asks_who_leads_it_once_there_are_adults(page, room, adults) -> None:
    page.show_tab("stations")
    station = room.stations.stations(room.class_id)[0]
    card = page.stations.rows.row(station.id)
    assert not card.adult.isVisible()
    okoro = adults.add(room.class_id, "Ms Okoro")
    assert card.adult.isVisible()
    assert card.adult.currentText() == "Led by nobody"
    card.adult.picked.emit(okoro.id)
    assert card.adult.currentText() == "Led by Ms Okoro"
    card.adult.picked.emit(None)
    assert room.stations.stations(room.class_id)[0].adult_id is None


def test_the_week_of_the_adults_is_told_in_plain_words(page, room, adults) -> None:
    okoro = adults.add(room.class_id, "Ms Okoro")
    adults.add(room.class_id, "Mr Haddad")
    adults.lead(room.stations.stations(room.class_id)[0].id, okoro.id)
    assert not page.adults.meetings.isVisibleTo(page.adults)
    live = LiveService(room)
    session = live.open(room.lessons.create(room.class_id, random.Random(1)).id)
    live.start(session)
    room.clock.advance(12 * MINUTE)
    live.end(session)
    page.show_class(room.class_id)
    rows = [page.adults.rows.row(a.id).week.text() for a in adults.adults(room.class_id)]
    assert rows == ["12 min with 2 students this week", "No station led this week"]
    said = "Ms Okoro met 2 students, Mr Haddad 0. Let Mr Haddad lead more stations."
    assert page.adults.balance.text() == said
    met = [who for _name, who in page.adults.meetings.rows]
    assert met == [""] * 5 + ["Ms Okoro"] * 2
