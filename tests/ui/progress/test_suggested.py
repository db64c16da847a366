"""Suggested groups beside the heat map."""

import pytest

from app.domain.changes import gone, label
from app.domain.classes import Rule
from app.domain.lessons import Lesson
from app.services.suggestions import SuggestionService
from app.workspace import Workspace
from tests.fakes.progress_class import ProgressClass
from ui.progress.page import ProgressPage

BEN, MAYA = "Ben Walker", "Maya Lindqvist"


@pytest.fixture
def page(open_page, room: ProgressClass) -> ProgressPage:
    room.see(BEN, "Round", 1, 9)
    room.see(MAYA, "Round", 1, 2)
    page = open_page(room)
    page.panel.suggested.suggest_with(SuggestionService(room))
    room.workspace.subscribe(page.panel.suggested.on_changed)
    page.show_class(room.class_id)
    return page


def shown(page: ProgressPage):
    page.panel.suggested.show_now()
    return page.panel.suggested.cards


def test_a_group_says_what_for_who_and_why(page) -> None:
    (card,) = shown(page)
    assert card.title.text() == "Round"
    assert card.names.text() == "Ben, Maya L."
    assert card.reason.text() == "2 at 1, unseen for 9 days"
    assert "Ben, Maya L." in card.button.accessibleName()


def test_it_comes_by_itself_after_the_heat_map(page, qtbot) -> None:
    assert page.panel.suggested.cards == []
    qtbot.waitUntil(lambda: len(page.panel.suggested.cards) == 1)
    assert page.panel.suggested.isVisible()


def test_a_click_puts_it_into_the_next_lesson_and_undo_takes_it_out(page, room, qtbot) -> None:
    lesson = room.lesson()
    (card,) = shown(page)
    card.button.click()
    (rule,) = room.store.find(Rule)
    assert rule.lesson_id == lesson.id
    assert card.button.label() == "In the plan"
    assert not card.button.isEnabled()
    assert isinstance(room.workspace, Workspace)
    room.workspace.undo()
    qtbot.waitUntil(card.button.isEnabled)


def test_where_no_lesson_waits_the_click_plans_one(page, room) -> None:
    (card,) = shown(page)
    card.button.click()
    (rule,), (lesson,) = room.store.find(Rule), room.store.find(Lesson)
    assert rule.lesson_id == lesson.id
    assert card.button.label() == "In the plan"


def test_without_a_station_it_says_what_to_do(page, room, qtbot) -> None:
    for station in (room.table_station, room.tablets):
        room.workspace.edit(label("set up"), gone(station))
    (card,) = shown(page)
    with qtbot.waitSignal(page.panel.suggested.refused) as said:
        card.button.click()
    assert said.args == [
        "No lesson waits, and there is no station to plan one with. Add stations first."
    ]


def test_nothing_is_shown_before_there_is_evidence(open_page) -> None:
    room = ProgressClass()
    page = open_page(room)
    page.panel.suggested.suggest_with(SuggestionService(room))
    page.show_class(room.class_id)
    page.panel.suggested.show_now()
    assert not page.panel.suggested.isVisible()


def test_three_groups_leave_room_for_the_rest_and_more_are_a_click_away(page, room) -> None:
    for days in (9, 5, 1):
        for name in ("Amara Okafor", "Maya Patel"):
            room.see(name, "Place value", 2, days)
            room.see(name, "Add fractions", 1, days)
    for days in (8, 4, 0):
        room.see("Amara Okafor", "Round", 2, days)
    page.show_class(room.class_id)
    assert len(shown(page)) == 3
    assert page.panel.suggested.more.label() == "Show 1 more"
    page.panel.suggested.more.click()
    assert len(page.panel.suggested.cards) == 4
    assert page.panel.suggested.more.label() == "Show fewer"
