"""What a student says of themselves, written down and read as a teacher does."""

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage

from app.domain.voice import EASY, OK, TRICKY, Reflection
from app.errors import NotSaved
from app.services.voice import VoiceService
from tests.ui.student.test_drawer import AMARA, BEN, open_student, shown, words
from ui.student.skill_line import SkillLine
from ui.widgets.own_mark import paint_apart, paint_own, signed
from ui.widgets.paint import start

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def voice(room) -> VoiceService:
    return VoiceService(room)


@pytest.fixture
def drawer(drawer, voice):
    drawer.voicing.ask(voice)
    return drawer


def rate(room, voice, level, said="", skill="Round") -> Reflection:
    return voice.rate(room.students[AMARA], room.skills[skill].id, level, said)


@pytest.mark.parametrize(
    ("level", "told"),
    [
        (3, "Round, 3 Secure, 2 days, own rating 3 Secure"),
        (1, "Round, 3 Secure, 2 days, own rating 1 Beginning, 2 levels lower"),
        (4, "Round, 3 Secure, 2 days, own rating 4 Extending, 1 level higher"),
    ],
)
def test_the_line_of_a_skill_tells_both_levels(drawer, room, voice, level, told) -> None:
    room.see(AMARA, "Round", 3, days=2)
    rate(room, voice, level)
    open_student(drawer, room)
    assert shown(drawer.skills.lines)[1] == told
    assert drawer.skills.lines[1].toolTip() == told.removeprefix("Round, 3 Secure, 2 days, ")
    assert shown(drawer.skills.lines)[0] == "Place value, no evidence"
    assert "level · own rating · last seen" in words(drawer.skills)


def test_room_for_it_is_there_only_where_there_is_any(drawer, room, voice) -> None:
    open_student(drawer, room)
    line: SkillLine = drawer.skills.lines[0]
    plain = line.heightForWidth(265)
    assert "last 6 weeks · level · last seen" in words(drawer.skills)
    rate(room, voice, 2)
    assert line.heightForWidth(265) > plain


def test_a_rating_is_written_with_two_presses_once_a_skill_is_looked_at(
    drawer, room, voice, qtbot
) -> None:
    open_student(drawer, room)
    qtbot.mouseClick(drawer.skills.lines[1], LEFT)
    qtbot.mouseClick(drawer.voice.add, LEFT)
    form = drawer.voice.form
    assert form.question.text() == "How does Amara see it? Round"
    assert form.words.hasFocus()
    qtbot.keyClicks(form.words, "with a line")
    qtbot.keyClick(form.words, Qt.Key.Key_Return)
    assert voice.of(room.students[AMARA]) == ()  # a rating needs its level
    qtbot.mouseClick(form.choices.levels[1], LEFT)
    (said,) = voice.of(room.students[AMARA])
    assert (said.level, said.words, said.skill_id) == (2, "with a line", room.skills["Round"].id)
    assert form.isHidden()
    assert drawer.voice.add.hasFocus()
    assert shown(drawer.voice.lines) == ["own rating 2 Developing, “with a line”, today 09:30"]
    room.workspace.undo()
    assert shown(drawer.voice.lines) == []


def test_a_reflection_is_a_face_a_sentence_or_both(drawer, room, voice, qtbot) -> None:
    open_student(drawer, room)
    form = drawer.voice.form
    qtbot.mouseClick(drawer.voice.add, LEFT)
    assert [button.isHidden() for button in form.faces.values()] == [False] * 3
    qtbot.mouseClick(form.faces[TRICKY], LEFT)
    room.clock.advance(1_000)
    qtbot.mouseClick(drawer.voice.add, LEFT)
    qtbot.keyClick(form.words, Qt.Key.Key_Return)
    assert not form.isHidden()  # nothing was said yet
    qtbot.keyClicks(form.words, "I drew it.")
    qtbot.keyClick(form.words, Qt.Key.Key_Return)
    assert shown(drawer.voice.lines) == ["“I drew it.”, today 09:30", "Tricky, today 09:30"]
    assert [one.face for one in voice.of(room.students[AMARA])] == [None, TRICKY]


def test_esc_in_the_form_leaves_the_drawer_open(drawer, room, qtbot) -> None:
    open_student(drawer, room)
    qtbot.mouseClick(drawer.voice.add, LEFT)
    qtbot.keyClick(drawer.voice.form.words, Qt.Key.Key_Escape)
    assert drawer.voice.form.isHidden()
    assert drawer.student_id == room.students[AMARA]


def test_what_was_said_is_put_right_and_taken_away(drawer, room, voice, qtbot) -> None:
    voice.reflect(room.students[AMARA], OK, "Words are trcky.")
    open_student(drawer, room)
    qtbot.mouseClick(drawer.voice.lines[0], LEFT)
    form = drawer.voice.form
    assert (form.words.text(), form.faces[OK].isChecked()) == ("Words are trcky.", True)
    form.words.setText("Words are tricky.")
    qtbot.keyClick(form.words, Qt.Key.Key_Return)
    qtbot.mouseClick(drawer.voice.lines[0], LEFT)
    qtbot.mouseClick(form.faces[EASY], LEFT)
    (said,) = voice.of(room.students[AMARA])
    assert (said.face, said.words) == (EASY, "Words are tricky.")
    qtbot.mouseClick(drawer.voice.lines[0], LEFT)
    qtbot.mouseClick(form.remove, LEFT)
    assert voice.of(room.students[AMARA]) == ()
    assert "Nothing said yet." in words(drawer.voice)


def test_a_rating_that_is_put_right_asks_for_its_level(drawer, room, voice, qtbot) -> None:
    rate(room, voice, 2, "with a line")
    rate(room, voice, 4, skill="Place value")  # no word: it stands beside the skill
    open_student(drawer, room)
    told = "own rating 2 Developing, “with a line”, Round · today 09:30"
    assert shown(drawer.voice.lines) == [told]
    qtbot.mouseClick(drawer.voice.lines[0], LEFT)
    form = drawer.voice.form
    assert form.question.text() == "How does Amara see it? Round"
    assert form.choices.levels[1].isChecked()
    qtbot.mouseClick(form.choices.levels[2], LEFT)
    assert [one.level for one in voice.of(room.students[AMARA])] == [4, 3]


def test_a_few_are_shown_and_all_when_asked_for(drawer, room, voice, qtbot) -> None:
    for face in (TRICKY, OK, EASY, EASY, TRICKY):
        voice.reflect(room.students[AMARA], face)
    open_student(drawer, room)
    assert len(shown(drawer.voice.lines)) == 3
    assert drawer.voice.more.label() == "Show 2 more"
    qtbot.mouseClick(drawer.voice.more, LEFT)
    assert len(shown(drawer.voice.lines)) == 5
    assert drawer.voice.more.isHidden()
    open_student(drawer, room, BEN)
    assert shown(drawer.voice.lines) == []


def test_of_one_skill_only_what_is_about_it(drawer, room, voice, qtbot) -> None:
    rate(room, voice, 2)
    voice.reflect(room.students[AMARA], EASY)
    open_student(drawer, room)
    qtbot.mouseClick(drawer.skills.lines[1], LEFT)
    assert shown(drawer.voice.lines) == ["Own rating: 2 Developing, today 09:30"]
    qtbot.mouseClick(drawer.skills.lines[0], LEFT)
    assert shown(drawer.voice.lines) == []
    assert "No own rating of this skill yet." in words(drawer.voice)


def test_another_student_puts_an_open_form_away(drawer, room, qtbot) -> None:
    open_student(drawer, room)
    qtbot.mouseClick(drawer.voice.add, LEFT)
    qtbot.keyClicks(drawer.voice.form.words, "hers")
    open_student(drawer, room, BEN)
    assert drawer.voice.form.isHidden()
    qtbot.mouseClick(drawer.voice.add, LEFT)
    assert drawer.voice.form.words.text() == ""


class Refusing:
    """A disk that is full."""

    def of(self, *_about: object) -> tuple[Reflection, ...]:
        return ()

    def reflect(self, *_said: object) -> None:
        raise NotSaved("full")


def test_what_the_disk_refuses_is_said_where_it_was_typed(drawer, room, qtbot) -> None:
    drawer.voicing.ask(Refusing())
    open_student(drawer, room)
    qtbot.mouseClick(drawer.voice.add, LEFT)
    qtbot.mouseClick(drawer.voice.form.faces[EASY], LEFT)
    assert drawer.voice.note.isVisible()
    assert "full" in drawer.voice.note.accessibleName()


def test_it_comes_among_everything_that_happened(drawer, room, voice, qtbot) -> None:
    rate(room, voice, 2)
    voice.reflect(room.students[AMARA], EASY, "I drew it.")
    open_student(drawer, room)
    qtbot.mouseClick(drawer.timeline.others, LEFT)
    assert set(shown(drawer.timeline.events)) == {
        "“I drew it.” · today 09:30",
        "Own rating: 2 Developing · Round · today 09:30",
    }


def drawn(paint) -> QImage:
    image = QImage(60, 30, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.white)
    painter = start(image)
    paint(painter)
    painter.end()
    return image


def test_a_ring_and_its_difference_are_seen_without_colour(theme) -> None:
    ring = QRectF(2, 2, 20, 20)
    same = drawn(lambda p: paint_own(p, theme, ring, 3))
    other = drawn(lambda p: paint_own(p, theme, ring, 3, apart=1))
    assert same != other
    room = QRectF(25, 2, 18, 20)
    marks = [
        drawn(lambda p, by=by: paint_apart(p, theme, room, by, rtl=False)) for by in (-1, 0, 1)
    ]
    assert len({bytes(mark.constBits()) for mark in marks}) == 3
    assert (signed(2), signed(-1)) == ("\u2066+2\u2069", "\u2066−1\u2069")


def test_what_was_found_is_brought_into_sight_however_old_it_is(drawer, room, voice, qtbot) -> None:
    first = rate(room, voice, 2, "the very first")
    for number in range(5):
        rate(room, voice, 3, f"later {number}")
    open_student(drawer, room)
    drawer.show_skill(room.skills["Place value"].id)
    drawer.show_seen(first.id)
    line = drawer.voice.line_of(first.id)
    assert line is not None
    assert not line.isHidden()
    qtbot.waitUntil(line.hasFocus)
