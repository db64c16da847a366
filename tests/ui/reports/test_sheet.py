"""A term on paper."""

import pytest

from app.services.term import TermReader
from tests.fakes.paper_desk import PaperDesk
from tests.fakes.progress_class import ProgressClass
from ui.paper.reports import ReportsPapers
from ui.reports.page import ReportsPage
from ui.reports.sheet import as_html

AMARA = "Amara Okafor"


@pytest.fixture
def room() -> ProgressClass:
    room = ProgressClass(names=(AMARA, "<b>Bo</b> Walker"))
    room.see(AMARA, "Round", 3, days=1)
    room.visit(AMARA, room.table_station, 1, 12)
    return room


def test_growth_coverage_and_shares_are_on_it(room) -> None:
    term = list(TermReader(room.store, room.evidence, room.clock).steps(room.class_id, 3))[-1]
    html = as_html(term)
    for words in (
        "Class 4B: the weeks from 27 Apr to 11 May",
        "Number: 25 % secure, +25 points",
        "Number: 3 Secure",
        "1 of 1",
        "On average 6 min with you",
        "&lt;b&gt;Bo",
    ):
        assert words in html


def test_the_term_that_is_shown_is_saved(qtbot, theme, room, tmp_path) -> None:
    target = tmp_path / "reports.pdf"
    page = ReportsPage(theme, TermReader(room.store, room.evidence, room.clock))
    qtbot.addWidget(page)
    desk = PaperDesk(target, theme=theme)
    papers = ReportsPapers(desk, page)
    papers.save()
    assert desk.dialogs.asked == []
    assert not page.printing.isEnabled()
    page.show_class(room.class_id)
    qtbot.waitUntil(page.printing.isEnabled)
    papers.save()
    assert target.read_bytes().startswith(b"%PDF")
    assert desk.dialogs.asked[0][1] == "4B reports.pdf"
    papers.put()
    assert desk.said[-1] == "No printer was found. Save it as PDF instead."
