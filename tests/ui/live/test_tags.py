"""A tag is tapped and then cards or stations, or dragged there; without a drag it is the same."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from app.domain.observations import Observation
from app.domain.observing import TagOffer
from app.domain.skills import Tag
from app.services.observe import ObserveService
from tests.fakes.lesson import AMARA, BEN, CLASS, GAMES
from ui.capture.any_tags import AnyTags
from ui.lesson.tags import TagsLink

STUCK, HELPED = 301, 302
LEFT = Qt.MouseButton.LeftButton


class Panel:
    """Where it is said that something is saved."""

    def __init__(self) -> None:
        self.saved: list[Observation] = []
        self.body = self
        self.hint = QLabel()

    def mark_saved(self, seen: Observation) -> None:
        self.saved.append(seen)


class Tags:
    """The tags beside the lesson, joined with it."""

    def __init__(self, theme, stage, parent: QWidget) -> None:
        self.stage, self.room = stage, stage.room
        self.room.put(Tag(STUCK, CLASS, "Stuck"), Tag(HELPED, CLASS, "Helped"))
        room = self.room
        observe = ObserveService(room)
        self.panel = Panel()
        self.row = AnyTags(theme, parent)
        self.row.show_tags([TagOffer(STUCK, "Stuck"), TagOffer(HELPED, "Helped")])
        self.row.setGeometry(0, 0, 280, 120)
        self.row.show()
        self.link = TagsLink(theme, observe, self.panel, self.row, stage.page)

    def chip(self, tag: int):
        return self.row.row.chips[tag]

    def kept(self) -> list[tuple[int, tuple[int, ...]]]:
        return [(o.student_id, o.tag_ids) for o in self.room.store.find(Observation)]

    def drag(self, tag: int, to: QWidget) -> None:
        chip, spot = self.chip(tag), to.mapToGlobal(to.rect().center())
        QTest.mousePress(chip, LEFT, pos=QPoint(8, 8))
        QTest.mouseMove(chip, QPoint(60, 60))
        QTest.mouseMove(chip, chip.mapFromGlobal(spot))
        QTest.mouseRelease(chip, LEFT, pos=chip.mapFromGlobal(spot))


@pytest.fixture
def tags(theme, stage) -> Tags:
    return Tags(theme, stage, stage.page)


def test_a_tag_that_was_tapped_is_given_by_taps_until_esc(tags, stage) -> None:
    tags.chip(STUCK).click()
    assert tags.chip(STUCK).isChecked()
    stage.click(stage.card(AMARA))
    stage.click(stage.card(BEN))
    assert tags.kept() == [(AMARA, (STUCK,)), (BEN, (STUCK,))]
    assert stage.page.selection.student is None
    stage.page.setFocus()
    QTest.keyClick(stage.page, Qt.Key.Key_Escape)
    assert not tags.chip(STUCK).isChecked()
    stage.click(stage.card(AMARA))
    assert len(tags.kept()) == 2
    assert stage.page.selection.student == AMARA


def test_the_head_of_a_station_means_all_who_are_there_in_one_step(tags, stage) -> None:
    steps = tags.room.store.count_steps()
    tags.chip(HELPED).click()
    stage.click(stage.column(GAMES).head)
    there = [card.student for card in stage.column(GAMES).list.cards]
    assert there
    assert tags.kept() == [(student, (HELPED,)) for student in there]
    assert tags.room.store.count_steps() == steps + 1
    assert tags.panel.saved[-1].tag_ids == (HELPED,)


def test_another_tag_takes_the_place_of_the_first_and_the_same_one_goes(tags) -> None:
    tags.chip(STUCK).click()
    tags.chip(HELPED).click()
    assert tags.link.carry.held == HELPED
    tags.chip(HELPED).click()
    assert tags.link.carry.held is None


def test_a_tag_is_dragged_onto_a_card_or_a_head(tags, stage) -> None:
    tags.drag(STUCK, stage.card(AMARA))
    assert tags.kept() == [(AMARA, (STUCK,))]
    assert tags.link.carry.held is None
    tags.drag(HELPED, stage.column(GAMES).head)
    assert len(tags.kept()) == 1 + len(stage.column(GAMES).list.cards)
    assert tags.link.carry.picture is None


def test_let_go_beside_the_cards_it_is_given_to_nobody(tags, stage) -> None:
    tags.drag(STUCK, stage.page.top_bar)
    assert tags.kept() == []


def test_while_it_is_dragged_those_who_would_get_it_are_outlined(tags, stage) -> None:
    chip, card = tags.chip(STUCK), stage.card(AMARA)
    QTest.mousePress(chip, LEFT, pos=QPoint(8, 8))
    QTest.mouseMove(chip, QPoint(60, 60))
    QTest.mouseMove(chip, chip.mapFromGlobal(card.mapToGlobal(card.rect().center())))
    assert tags.link.carry.picture is not None
    tags.link.carry.put_down()
    assert tags.link.carry.picture is None
    QTest.mouseRelease(chip, LEFT, pos=QPoint(8, 8))
    assert tags.kept() == []
