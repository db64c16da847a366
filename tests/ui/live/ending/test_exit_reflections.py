"""What students say when the lesson is over: counted, named, and written down one by one."""

import pytest
from PySide6.QtCore import Qt

from app.domain.session import ABSENT
from app.domain.voice import EASY, OK, TRICKY, Reflection
from app.services.voice import VoiceService
from tests.fakes.lesson import AMARA, BEN, CHIDI, ELIF
from tests.ui.live.ending.test_ending import MINUTE, Desk
from tests.ui.live.stage import open_stage
from ui.lesson.ending import EndingLink
from ui.live.ending.page import LessonFinished
from ui.live.ending.paper import as_html
from ui.widgets.text import Text


@pytest.fixture
def finished(qtbot, theme, room) -> LessonFinished:
    """Of six students Chidi was absent."""
    nothing = open_stage(qtbot, theme, room).page.no_lesson
    nothing.make_endings = lambda: EndingLink(Desk(room, None), nothing)
    room.moves.mark(room.scene, CHIDI, ABSENT)
    room.clock.ms += 5 * MINUTE
    room.live.end(room.session)
    return nothing.finished


def said_words(finished: LessonFinished) -> list[str]:
    return [text.text() for text in finished.seen.said.findChildren(Text) if text.isVisible()]


def test_faces_are_counted_and_sentences_named(room, finished, qtbot):
    part, voice, session = finished.seen.said, VoiceService(room), room.session.id
    assert (part.count.text(), part.bars[EASY].isVisible()) == ("0 of 5", False)
    voice.reflect(AMARA, EASY, "The pizza made it easy.", session)
    voice.reflect(BEN, TRICKY, session_id=session)
    assert part.count.text() == "2 of 5"
    assert [bar.accessibleName() for bar in part.bars.values()] == ["Easy: 1", "OK: 0", "Tricky: 1"]
    qtbot.waitUntil(lambda: "Amara: “The pizza made it easy.”" in said_words(finished))
    html = as_html(finished.end, room.clock)
    assert "Easy 1 · Tricky 1" in html
    assert "The pizza made it easy." in html
    room.workspace.undo()
    assert part.count.text() == "1 of 5"


def test_what_each_says_is_written_down_one_after_the_other(room, finished, qtbot):
    part, left = finished.seen.said, Qt.MouseButton.LeftButton
    qtbot.mouseClick(part.add, left)
    assert part.form.question.text() == "How did it go, says Amara?"
    qtbot.keyClicks(part.form.words, "I drew it.")
    qtbot.mouseClick(part.form.faces[EASY], left)
    assert part.form.question.text() == "How did it go, says Ben?"
    assert part.form.words.text() == ""
    assert part.form.words.hasFocus()
    for _ in range(4):
        part.form.faces[OK].click()
    assert part.form.isHidden()  # nobody is left
    assert part.count.text() == "5 of 5"
    kept = room.store.find(Reflection, session_id=room.session.id)
    assert sorted((one.student_id, one.face, one.words) for one in kept) == [
        (AMARA, EASY, "I drew it."),
        *((one, OK, "") for one in sorted(row.student.id for row in finished.end.here[1:])),
    ]


def test_somebody_else_is_picked_and_esc_leaves(room, finished, qtbot):
    part = finished.seen.said
    part.add.click()
    part.who.set_current(ELIF)
    part.who.picked.emit(ELIF)
    assert part.form.question.text() == "How did it go, says Elif?"
    qtbot.keyClick(part.form.words, Qt.Key.Key_Escape)
    assert part.form.isHidden()
    assert part.add.hasFocus()
    assert room.store.find(Reflection) == ()
