"""The progress page goes to paper as it is shown."""

import pytest

from tests.fakes.paper_desk import PaperDesk
from tests.fakes.progress_class import ProgressClass
from ui.paper.progress import ProgressPapers
from ui.progress.page import ProgressPage


@pytest.fixture
def room() -> ProgressClass:
    return ProgressClass()


@pytest.fixture
def page(qtbot, theme, room) -> ProgressPage:
    found = ProgressPage(theme, room.progress, room.goals, room.clock)
    qtbot.addWidget(found)
    found.show_class(room.class_id)
    return found


def test_what_is_shown_is_saved_under_the_name_of_the_class(page, room, theme, tmp_path) -> None:
    desk = PaperDesk(tmp_path / "progress.pdf", room, theme)
    papers = ProgressPapers(desk, page)
    page.search.setText("maya")
    assert [row.name for row in papers.sheet().table.rows] == ["Maya L.", "Maya P."]
    page.pdf_wanted.emit()
    assert (tmp_path / "progress.pdf").read_bytes().startswith(b"%PDF")
    assert desk.said == ["Saved as progress.pdf"]
    assert desk.dialogs.asked[0][1] == "Class 4B · 2 students · Thu 14 May progress.pdf"


def test_nobody_is_no_page(page, room, theme, tmp_path) -> None:
    desk = PaperDesk(tmp_path / "progress.pdf", room, theme)
    papers = ProgressPapers(desk, page)
    page.search.setText("zzz")
    assert papers.sheet() is None
    page.pdf_wanted.emit()
    assert desk.dialogs.asked == []


def test_without_a_printer_the_pdf_is_named(page, room, theme, tmp_path) -> None:
    desk = PaperDesk(tmp_path / "progress.pdf", room, theme)
    ProgressPapers(desk, page)
    page.paper_wanted.emit()
    assert desk.said == ["No printer was found. Save it as PDF instead."]
