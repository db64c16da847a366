"""One student on paper."""

from PySide6.QtCore import Qt

from app.domain.voice import HEALTH, TRICKY
from app.services.needs import NeedService
from app.services.voice import VoiceService
from tests.fakes.paper_desk import PaperDesk
from tests.fakes.progress_class import ProgressClass
from ui.paper.student import StudentPapers
from ui.student.sheet import as_html

AMARA, BEN = "Amara Okafor", "Ben Walker"


def page_of(room: ProgressClass, name: str = AMARA, private: bool = False) -> str:
    student = room.students[name]
    picture = room.progress.student(student)
    timeline = room.progress.timeline(student, private=private)
    return as_html(picture, timeline, "4B", room.clock)


def test_levels_goal_stations_and_looks_are_on_it(room) -> None:
    room.see(AMARA, "Round", 2, days=9)
    room.see(AMARA, "Round", 3, days=1, note="by <herself> & aloud")
    room.set_goal(AMARA, "Explain", done=(True, False))
    room.visit(AMARA, room.tablets, 2, 12)
    html = page_of(room)
    for words in (
        "Amara Okafor · Class 4B",
        "Thu 14 May 2026",
        "3 Secure",
        ">2<",
        "Goal: Explain",
        "Tablets",
        "by &lt;herself&gt; &amp; aloud",
    ):
        assert words in html


def test_what_there_is_none_of_has_no_heading(room) -> None:
    html = page_of(room, BEN)
    assert "Goal" not in html
    assert "Observations" not in html
    assert "Stations visited" not in html


def test_a_jotting_is_never_printed(room) -> None:
    room.see(AMARA, "Round", 3, note="ZZ-PRIVATE", private=True)
    assert "ZZ-PRIVATE" not in page_of(room)
    assert "ZZ-PRIVATE" not in page_of(room, private=True)


def test_what_the_student_said_is_on_it_and_what_they_need_never(room) -> None:
    voice, amara = VoiceService(room), room.students[AMARA]
    room.see(AMARA, "Round", 3, days=1)
    voice.rate(amara, room.skills["Round"].id, 2, "with a line <only>")
    voice.reflect(amara, TRICKY)
    NeedService(room).write(amara, HEALTH, "ZZ-INHALER")
    voice.rate(amara, room.skills["Place value"].id, 4)
    html = page_of(room, private=True)
    assert html.count("4 Extending") == 1  # without a word it stands at its skill alone
    for words in ("Own rating", "2 Developing", "“with a line &lt;only&gt;”", "Tricky"):
        assert words in html
    assert "ZZ-INHALER" not in html
    assert "Own rating" not in page_of(room, BEN)


def test_whoever_the_drawer_shows_is_saved(drawer, room, theme, tmp_path) -> None:
    target = tmp_path / "amara.pdf"
    desk = PaperDesk(target, room, theme)
    papers = StudentPapers(desk, drawer, room.progress)
    papers.save()
    assert desk.dialogs.asked == []
    drawer.show_student(room.students[AMARA])
    drawer.open_from()
    papers.save()
    assert target.read_bytes().startswith(b"%PDF")
    assert desk.dialogs.asked[0][1] == "Amara Okafor 4B.pdf"
    papers.put()
    assert desk.said[-1] == "No printer was found. Save it as PDF instead."


def test_keys_go_to_the_next_student_and_back_wherever_the_keyboard_is(drawer, room, qtbot) -> None:
    drawer.show_student(room.students[AMARA])
    drawer.open_from()
    drawer.set_neighbours(before=False, after=True)
    drawer.skills.lines[0].setFocus()
    steps = []
    drawer.step_wanted.connect(steps.append)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(drawer.skills.lines[0], key, Qt.KeyboardModifier.AltModifier)
    assert steps == [1]
