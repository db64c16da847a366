"""The reports, used as a teacher does."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QHelpEvent
from PySide6.QtWidgets import QApplication

from app.domain.choices import Choice
from app.domain.ids import ChoiceId
from app.domain.observations import Observation
from app.services.term import TermReader
from tests.fakes.progress_class import ProgressClass
from tests.ui.pictures import picture_of
from ui.reports.page import ReportsPage
from ui.widgets.spoken import speak_of_ours

AMARA, BEN, MAYA = "Amara Okafor", "Ben Walker", "Maya Lindqvist"
WORDS = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def room() -> ProgressClass:
    room = ProgressClass()
    room.see(AMARA, "Round", 2, days=10)
    room.see(AMARA, "Round", 3, days=1)
    room.visit(AMARA, room.table_station, 1, 12)
    room.visit(BEN, room.tablets, 1, 12)
    return room


@pytest.fixture
def open_page(qtbot, theme):
    def opened(room: ProgressClass, width: int = 1294) -> ReportsPage:
        page = ReportsPage(theme, TermReader(room.store, room.evidence, room.clock))
        qtbot.addWidget(page)
        page.resize(width, 768)
        page.show()
        page.show_class(room.class_id)
        qtbot.waitUntil(lambda: not page.cards[0].isHidden())
        return page

    return opened


@pytest.fixture
def page(open_page, room) -> ReportsPage:
    return open_page(room)


def cells(table) -> list[list[str]]:
    model = table.numbers
    across = range(model.columnCount())
    return [[model.index(row, at).data(WORDS) for at in across] for row in range(model.rowCount())]


def heads(table, across: bool = True) -> list[str]:
    side = Qt.Orientation.Horizontal if across else Qt.Orientation.Vertical
    count = table.numbers.columnCount() if across else table.numbers.rowCount()
    return [table.numbers.headerData(at, side, WORDS) for at in range(count)]


def test_it_counts_week_by_week_and_then_shows_all(qtbot, theme, room) -> None:
    page = ReportsPage(theme, TermReader(room.store, room.evidence, room.clock))
    qtbot.addWidget(page)
    page.show()
    page.show_class(room.class_id)
    said = []
    page.counting.setText("")
    qtbot.waitUntil(lambda: said.append(page.counting.text()) or not page.cards[0].isHidden())
    assert page.counting.isHidden()
    assert page.header.isVisible()
    assert all(not card.isHidden() for card in page.cards)


def test_the_numbers_of_each_picture_are_one_press_away(page) -> None:
    growth, coverage, shares = page.cards
    for card in page.cards:
        assert card.table.isHidden()
        card.turn.click()
        assert card.chart.isHidden()
        assert not card.table.isHidden()
    assert heads(growth.table)[-1] == "11 May"
    assert heads(growth.table, across=False)[3] == "Number: 3 Secure"
    assert cells(growth.table)[3][-1] == "1"
    assert heads(coverage.table, across=False)[0] == AMARA
    assert cells(coverage.table)[0][0] == "2 of 2"
    assert "not seen" in cells(coverage.table)[1]
    assert "away" in cells(coverage.table)[2]
    assert heads(shares.table) == ["Minutes with you", "Lessons"]
    assert cells(shares.table)[-1] == ["12", "1"]
    growth.turn.click()
    assert not growth.chart.isHidden()


def test_first_choices_come_when_somebody_chose(open_page, room) -> None:
    chosen = (room.tablets.id,)
    room.keep(Choice(ChoiceId(room.ids()), room.class_id, room.students[BEN], chosen))
    shares = open_page(room).cards[2]
    shares.turn.click()
    assert heads(shares.table)[-1] == "First choice"
    assert ["0", "1", "1 of 1"] in cells(shares.table)


def test_pictures_say_in_words_what_they_show(page) -> None:
    speak_of_ours()
    growth, coverage, shares = (card.chart for card in page.cards)
    assert growth.accessibleDescription().startswith("Number: 12 % secure, +12 points")
    assert coverage.accessibleDescription() == "Seen on the fewest of the days here: Ben, 0 of 1"
    assert shares.accessibleDescription() == "On average 3 min with you; least: Ben, 0 min"
    spoken = QAccessible.queryAccessibleInterface(growth)
    assert spoken.role() == QAccessible.Role.Graphic


def test_what_the_keyboard_comes_to_is_in_sight(page, qtbot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    for card in (page.cards[2], page.cards[0]):
        card.turn.setFocus(Qt.FocusReason.TabFocusReason)
        assert card.turn.visibleRegion().boundingRect().height() == card.turn.height()


def test_under_the_pointer_a_part_of_a_picture_says_what_it_is(page, qtbot) -> None:
    growth, coverage, _ = (card.chart for card in page.cards)
    qtbot.waitUntil(lambda: len(tips_of(coverage)) > 1)  # pictures are laid out a turn later
    tips = tips_of(coverage)
    assert "Amara Okafor\nWed 13 May: 1 observation" in tips
    assert "Ben Walker\nWed 13 May: here, not seen" in tips
    assert "Maya Lindqvist\nWed 13 May: away" in tips
    assert "Maya Lindqvist\nTue 12 May: no lesson" in tips
    weeks = [tip.splitlines() for tip in tips_of(growth) if tip]
    assert [
        "Number, week of 11 May", "4 Extending: 0", "3 Secure: 1", "2 Developing: 0",
        "1 Beginning: 0", "No evidence: 7",
    ] in weeks  # fmt: skip
    event = QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), coverage.mapToGlobal(QPoint(5, 5)))
    assert QApplication.sendEvent(coverage, event)


def tips_of(chart) -> set[str]:
    spots = ((x, y) for x in range(0, chart.width(), 4) for y in range(0, chart.height(), 6))
    return {chart.tip(chart.term, QPointF(x, y)) for x, y in spots}


def test_other_weeks_are_another_picture(page, qtbot) -> None:
    page.weeks.set_current(6)
    page.weeks.picked.emit(6)
    qtbot.waitUntil(lambda: page.cards[0].chart.term.weeks[0].isoformat() == "2026-04-06")


def test_what_is_written_is_counted_a_moment_later(page, room, qtbot) -> None:
    room.see(BEN, "Round", 4)
    page.on_changed(frozenset({Observation}))
    qtbot.waitUntil(lambda: page.cards[1].chart.term.coverage[1].days_seen == 1, timeout=5000)


def test_counting_that_nobody_waits_for_begins_anew_when_it_is_seen(page, room, qtbot) -> None:
    page.weeks.set_current(6)
    page.weeks.picked.emit(6)
    page.hide()
    assert len(page.cards[0].chart.term.weeks) == 12
    page.show()
    page.show_class(room.class_id)
    qtbot.waitUntil(lambda: len(page.cards[0].chart.term.weeks) == 6)


def test_a_class_without_students_is_told_so_instead_of_empty_pictures(qtbot, theme) -> None:
    room = ProgressClass(names=())
    page = ReportsPage(theme, TermReader(room.store, room.evidence, room.clock))
    qtbot.addWidget(page)
    page.show()
    page.show_class(room.class_id)
    qtbot.waitUntil(lambda: page.term is not None)
    assert page.counting.text() == "No students yet. Paste your class list."
    assert page.counting.isVisible()
    assert not any(card.isVisible() for card in page.cards)
    assert not page.legend.isVisible()
    assert not page.printing.isEnabled()


def test_it_draws_dark_large_narrow_and_from_right_to_left(page, theme) -> None:
    before = picture_of(page.cards[1].chart)
    for scheme, scale in (("dark", 1.0), ("light", 2.0)):
        theme.choose(scheme=scheme, scale=scale)
        page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        page.resize(700, 700)
        assert not page.grab().isNull()
    assert picture_of(page.cards[1].chart) != before


def test_more_strands_than_fit_beside_each_other_stand_below(open_page) -> None:
    strands = {f"Strand {n}": (f"Skill {n}",) for n in range(7)}
    chart = open_page(ProgressClass(strands=strands)).cards[0].chart
    assert chart.heightForWidth(480) > chart.heightForWidth(1200) > 0
