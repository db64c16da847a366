"""Only who is stuck on a skill or ready for it, by the menu of its column and above the map."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from app.domain.changes import Change, label
from app.errors import NotRead
from app.services.suggestions import SuggestionService
from tests.fakes.progress_class import ProgressClass
from ui.progress.choice import BY_SKILL, READY_FOR_ANY, STUCK_ON_ANY
from ui.progress.page import ProgressPage

AMARA, BEN, MAYA = "Amara Okafor", "Ben Walker", "Maya Lindqvist"
READY = "Ready for it: what comes before is secure (1)"


@pytest.fixture
def page(open_page, room: ProgressClass) -> ProgressPage:
    for days in (9, 5, 1):
        room.see(BEN, "Place value", 2, days)
    room.see(MAYA, "Round", 3, 2)
    skill = room.skills["Round"]
    after = replace(skill, precedes=(room.skills["Add fractions"].id,))
    room.workspace.edit(label("order of skills"), Change(skill, after))
    page = open_page(room)
    service = SuggestionService(room)
    page.choosing.mark_with(service.marked)
    return page


def lines(page: ProgressPage, room: ProgressClass, skill: str) -> list[str]:
    menu = page.choosing.menu_of(BY_SKILL, room.skills[skill].id)
    return [one.text() for one in menu.actions()]


def press(page: ProgressPage, room: ProgressClass, skill: str, text: str) -> None:
    menu = page.choosing.menu_of(BY_SKILL, room.skills[skill].id)
    next(one for one in menu.actions() if one.text() == text).trigger()


def pick(page: ProgressPage, group: str) -> None:
    page.toolbar.who.set_current(group)
    page.toolbar.who.picked.emit(group)


def names(page: ProgressPage) -> list[str]:
    return [row.name for row in page.heat.heat.rows]


def test_the_menu_of_a_skill_offers_who_is_stuck_on_it(page, room, qtbot) -> None:
    assert "Stuck at one level (1)" in lines(page, room, "Place value")
    assert not any("Stuck" in text for text in lines(page, room, "Round"))
    press(page, room, "Place value", "Stuck at one level (1)")
    assert names(page) == ["Ben"]
    (chip,) = page.parts.filters.chips
    assert chip.label() == "Place value: Stuck at one level"
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert len(names(page)) == 4


def test_and_who_is_ready_for_it(page, room) -> None:
    press(page, room, "Add fractions", READY)
    assert names(page) == ["Maya L."]


def test_who_moves_on_is_no_longer_shown(page, room) -> None:
    press(page, room, "Place value", "Stuck at one level (1)")
    room.see(BEN, "Place value", 3)
    assert names(page) == []


def test_above_the_map_it_is_for_any_of_the_skills_shown(page, room) -> None:
    pick(page, STUCK_ON_ANY)
    assert names(page) == ["Ben"]
    pick(page, READY_FOR_ANY)
    assert names(page) == ["Maya L."]
    number = room.skills["Place value"].parent_id
    page.toolbar.scope_picked.emit((room.framework.id, number))
    assert names(page) == [], "nobody is ready for anything in numbers"


def test_it_is_asked_for_only_when_somebody_chose_it(page, room) -> None:
    asked = []
    page.choosing.mark_with(lambda table: asked.append(table) or table)
    room.see(AMARA, "Round", 1)
    assert asked == []
    pick(page, STUCK_ON_ANY)
    lines(page, room, "Round")
    assert len(asked) == 1


def test_while_the_disk_does_not_answer_the_menu_goes_without(page, room) -> None:
    def refuse(_table):
        raise NotRead("disk")

    page.choosing.mark_with(refuse)
    assert "Order by this" in lines(page, room, "Place value")
    assert not any("Stuck" in text for text in lines(page, room, "Place value"))
