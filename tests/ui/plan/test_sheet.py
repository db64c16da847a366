"""The sheet for a substitute, from the plan page to paper."""

from pathlib import Path

import pytest
from PySide6.QtGui import QTextDocument

from app.domain.substitute import SheetLine, SheetStation, SubstituteSheet
from tests.fakes.paper_desk import PaperDesk
from ui.paper.substitute import SheetLink
from ui.plan.sheet import as_html

SHEET = SubstituteSheet(
    class_name="4B",
    day="2026-05-14",
    subject="Maths",
    topic="",
    message="",
    begins=570,
    rounds=((0, 12), (14, 26)),
    moving_seconds=120,
    stations=(SheetStation("<b>Games & co</b>", "choice", 6, next_task="Read on"),),
    lines=(SheetLine("محمد", ("Games", ""), ("10:00–10:30 Room 3",)),),
)


def test_rounds_have_their_times_and_names_stay_plain_text() -> None:
    html = as_html(SHEET)
    for words in ("Class 4B: lesson for a substitute", "Round 1, 09:30", "Round 2, 09:44"):
        assert words in html
    assert "2 rounds of 12 min, 2 min to move." in html
    assert "&lt;b&gt;Games &amp; co&lt;/b&gt;" in html
    assert "محمد" in html
    assert "10:00–10:30 Room 3" in html
    assert "Keep apart" not in html


def test_a_column_in_which_nothing_is_said_is_left_out() -> None:
    html = as_html(SHEET)
    assert "When done" in html
    assert "Adult" not in html


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "sheet.pdf"


def test_two_rounds_are_one_click_and_then_no_more(page, room, qtbot) -> None:
    page.empty.plan_button.click()
    part = page.panel.substitute
    part.two.click()
    assert room.lessons.next(room.class_id).rounds == 2
    assert not part.two.isEnabled()
    room.workspace.undo()
    qtbot.waitUntil(part.two.isEnabled)


def test_the_sheet_of_the_lesson_on_the_page_is_saved(page, room, target: Path) -> None:
    page.empty.plan_button.click()
    desk = PaperDesk(target, room)
    SheetLink(desk, page).save()
    assert target.read_bytes().startswith(b"%PDF")
    assert desk.said == ["Saved as sheet.pdf"]
    offered = desk.dialogs.asked[0][1]
    assert offered.endswith("substitute.pdf")
    assert "/" not in offered


def test_without_a_lesson_nothing_is_saved(page, room, target: Path) -> None:
    desk = PaperDesk(target, room)
    SheetLink(desk, page).save()
    assert not target.exists()
    assert desk.dialogs.asked == []


def test_on_paper_headings_stand_clear_of_tables_in_the_letters_of_the_window(theme) -> None:
    document = QTextDocument()
    document.setHtml(as_html(SHEET))
    block, heads = document.begin(), []
    while block.isValid():
        heads += [block] if block.text() in {"Stations", "Who goes where"} else []
        block = block.next()
    assert len(heads) == 2
    for head in heads:
        assert head.charFormat().font().families()[0] == theme.font("body").family()
        assert head.blockFormat().topMargin() > head.blockFormat().bottomMargin() >= 4
    for table in document.rootFrame().childFrames():
        assert table.frameFormat().bottomMargin() >= 8
