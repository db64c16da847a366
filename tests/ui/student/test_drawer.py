"""The drawer of one student, used as a teacher does."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel

from ui.widgets.text import Text

AMARA, BEN = "Amara Okafor", "Ben Walker"
LEFT = Qt.MouseButton.LeftButton


def shown(lines) -> list[str]:
    """What those who listen hear of the lines that are there."""
    return [line.accessibleName() for line in lines if not line.isHidden()]


def words(widget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if not label.isHidden()]


def press(menu, text: str) -> None:
    next(one for one in menu.actions() if one.text() == text).trigger()


def open_student(drawer, room, name=AMARA):
    drawer.show_student(room.students[name])
    drawer.open_from()


def test_it_covers_736_px_and_everything_where_there_is_little(drawer, room) -> None:
    open_student(drawer, room)
    assert (drawer.x(), drawer.width()) == (1294 - 736, 736)
    drawer.parentWidget().resize(850, 600)
    assert (drawer.x(), drawer.width()) == (0, 850)


def test_it_says_who_and_every_skill(drawer, room) -> None:
    room.see(AMARA, "Round", 3, days=2)
    open_student(drawer, room)
    assert words(drawer.head) == [AMARA, "Seen 2 days ago · 0 min with you this week"]
    assert shown(drawer.skills.lines) == [
        "Place value, no evidence",
        "Round, 3 Secure, 2 days",
        "Add fractions, no evidence",
    ]


def test_another_student_takes_the_place_of_the_first(drawer, room) -> None:
    room.see(AMARA, "Round", 3, note="hers")
    open_student(drawer, room)
    drawer.skills.lines[1].click()
    open_student(drawer, room, BEN)
    assert drawer.student_id == room.students[BEN]
    assert shown(drawer.timeline.lines) == []
    assert not drawer.skills.lines[1].isChecked()


def test_stations_are_counted(drawer, room) -> None:
    room.visit(AMARA, room.tablets, days=2, minutes=10)
    room.visit(AMARA, room.tablets, days=3, minutes=10)
    open_student(drawer, room)
    assert shown(drawer.visits.lines) == ["Tablets, 2 visits", "Teacher table, 0 visits"]
    assert "last 4 weeks, 2 rounds" in words(drawer.visits)


def test_the_timeline_tells_level_words_skill_time_and_station(drawer, room) -> None:
    room.see(AMARA, "Round", 2, days=2, tag_ids=(room.tag.id,), station_id=room.tablets.id)
    room.see(AMARA, None, None, note="calm & kind")
    open_student(drawer, room)
    assert shown(drawer.timeline.lines) == [
        "calm & kind, today 09:30",
        "2, Drew it, Round · Tue 12 May, Tablets",
    ]


def test_a_skill_clicked_shows_what_its_level_rests_on(drawer, room, qtbot) -> None:
    room.see(AMARA, "Round", 2, days=2)
    room.see(AMARA, "Place value", 4, days=1)
    open_student(drawer, room)
    qtbot.mouseClick(drawer.skills.lines[1], LEFT)
    assert shown(drawer.timeline.lines) == ["2, Developing, Round · Tue 12 May"]
    qtbot.mouseClick(drawer.timeline.everything, LEFT)
    assert len(shown(drawer.timeline.lines)) == 2
    assert not drawer.skills.lines[1].isChecked()


def test_a_skill_clicked_again_shows_everything(drawer, room, qtbot) -> None:
    room.see(AMARA, "Place value", 4)
    open_student(drawer, room)
    for _ in range(2):
        qtbot.mouseClick(drawer.skills.lines[1], LEFT)
    assert len(shown(drawer.timeline.lines)) == 1


def test_older_observations_come_when_asked_for(drawer, room) -> None:
    for number in range(45):
        room.see(AMARA, "Round", 2, days=number)
    open_student(drawer, room)
    assert len(shown(drawer.timeline.lines)) == 6
    drawer.timeline.more.click()
    assert len(shown(drawer.timeline.lines)) == 45
    assert drawer.timeline.more.isHidden()


def test_private_notes_stay_hidden_until_asked_for(drawer, room) -> None:
    room.see(AMARA, None, None, note="ZZ-PRIVATE", private=True)
    open_student(drawer, room)
    assert "ZZ-PRIVATE" not in " ".join(shown(drawer.timeline.lines))
    assert drawer.timeline.private.label() == "Show 1 private note"
    drawer.timeline.private.click()
    assert shown(drawer.timeline.lines) == ["ZZ-PRIVATE, today 09:30 · Private"]
    drawer.show_student(room.students[BEN])
    drawer.show_student(room.students[AMARA])
    assert shown(drawer.timeline.lines) == []


def test_esc_closes_and_the_focus_goes_back(drawer, room, qtbot) -> None:
    origin = drawer.parentWidget()
    origin.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    drawer.show_student(room.students[AMARA])
    drawer.open_from(origin)
    drawer.take_focus()
    with qtbot.waitSignal(drawer.closed):
        qtbot.keyClick(drawer.head.observe, Qt.Key.Key_Escape)
    assert origin.hasFocus()
    assert drawer.student_id is None


def test_a_closed_drawer_asks_for_nothing(drawer, room) -> None:
    open_student(drawer, room)
    drawer.close_drawer()
    room.see(AMARA, "Round", 4)
    assert shown(drawer.skills.lines)[1] == "Round, no evidence"


def test_a_goal_is_set_from_its_title_and_lines(drawer, room, qtbot) -> None:
    open_student(drawer, room)
    qtbot.mouseClick(drawer.goal.offer, LEFT)
    editor = drawer.goal.editor
    assert not editor.save.isEnabled()
    qtbot.keyClicks(editor.title, "Draw it first")
    editor.steps.set_text("Draw the bar\n\nLabel each part\n")
    qtbot.mouseClick(editor.save, LEFT)
    assert words(drawer.goal.head) == ["Goal", "0 of 2 steps"]
    assert shown(drawer.goal.card.steps) == [
        "Draw the bar, not done yet",
        "Label each part, not done yet",
    ]
    assert drawer.goal.card.title.accessibleName() == "Draw it first, since Today"


def test_a_step_is_ticked_and_taken_back_by_undo(drawer, room, qtbot) -> None:
    room.set_goal(AMARA, "Draw it first", done=(False, False))
    open_student(drawer, room)
    qtbot.mouseClick(drawer.goal.card.steps[1], LEFT)
    assert shown(drawer.goal.card.steps) == ["Step 1, not done yet", "Step 2, done Today"]
    assert drawer.goal.card.steps[1].isChecked()
    room.workspace.undo()
    assert shown(drawer.goal.card.steps)[1] == "Step 2, not done yet"
    assert not drawer.goal.card.steps[1].isChecked()


def test_a_goal_is_put_in_other_words_by_keyboard(drawer, room, qtbot) -> None:
    room.set_goal(AMARA, "Draw it", done=(True,))
    open_student(drawer, room)
    drawer.goal.card.title.setFocus()
    qtbot.keyClick(drawer.goal.card.title, Qt.Key.Key_Space)
    assert drawer.goal.editor.title.hasFocus()
    qtbot.keyClicks(drawer.goal.editor.title, " first")
    qtbot.keyClick(drawer.goal.editor.title, Qt.Key.Key_Return)
    assert drawer.goal.card.title.label() == "Draw it first"
    assert shown(drawer.goal.card.steps) == ["Step 1, done Today"]


def test_esc_in_the_editor_leaves_the_goal_and_the_drawer(drawer, room, qtbot) -> None:
    room.set_goal(AMARA, "Draw it")
    open_student(drawer, room)
    drawer.goal.card.title.click()
    qtbot.keyClicks(drawer.goal.editor.title, "XX")
    qtbot.keyClick(drawer.goal.editor.title, Qt.Key.Key_Escape)
    assert drawer.is_open()
    assert not drawer.goal.is_editing()
    assert drawer.goal.card.title.label() == "Draw it"


def test_a_goal_is_closed_from_the_editor(drawer, room) -> None:
    room.set_goal(AMARA, "Draw it")
    open_student(drawer, room)
    drawer.goal.card.title.click()
    drawer.goal.editor.close_goal.click()
    assert drawer.goal.offer.isVisible()
    assert drawer.goal.card.isHidden()


def test_what_is_being_typed_outlives_an_observation_but_not_another_student(
    drawer, room, qtbot
) -> None:
    open_student(drawer, room)
    drawer.goal.offer.click()
    qtbot.keyClicks(drawer.goal.editor.title, "Half a go")
    room.see(AMARA, "Round", 2)
    assert drawer.goal.editor.title.text() == "Half a go"
    drawer.show_student(room.students[BEN])
    assert not drawer.goal.is_editing()


def test_in_a_narrow_drawer_the_observations_come_below(drawer, room, qtbot) -> None:
    open_student(drawer, room)
    timeline = drawer.timeline
    assert timeline.mapTo(drawer, QPoint(0, 0)).x() > 300
    drawer.parentWidget().resize(500, 700)
    qtbot.waitUntil(lambda: timeline.mapTo(drawer, QPoint(0, 0)).x() < 60)
    assert timeline.mapTo(drawer, QPoint(0, 0)).y() > drawer.visits.mapTo(drawer, QPoint(0, 0)).y()


@pytest.mark.parametrize(("scheme", "scale"), [("dark", 1.0), ("light", 2.0)])
def test_it_draws_dark_large_and_from_right_to_left(drawer, room, theme, scheme, scale) -> None:
    room.see(AMARA, "Round", 2, days=30, station_id=room.tablets.id)
    room.visit(AMARA, room.tablets, days=2, minutes=10)
    room.set_goal(AMARA, "Draw it", done=(True, False))
    open_student(drawer, room)
    theme.choose(scheme=scheme, scale=scale)
    drawer.parentWidget().setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert drawer.x() == 0
    assert not drawer.grab().isNull()


def test_long_words_wrap_and_make_room_for_themselves(drawer, room, qtbot) -> None:
    room.see(AMARA, "Round", 2, note="word " * 60)
    open_student(drawer, room)
    line = drawer.timeline.lines[0]
    qtbot.waitUntil(lambda: line.height() == line.heightForWidth(line.width()))
    assert line.height() > 100


def test_the_records_of_the_one_who_is_shown_are_asked_for(drawer, room, qtbot) -> None:
    open_student(drawer, room)
    with qtbot.waitSignal(drawer.records_wanted) as told:
        press(drawer.head.menu(), "Records")
    assert told.args == [room.students[AMARA]]


def test_the_photo_of_the_one_who_is_shown_is_asked_for(drawer, room, qtbot) -> None:
    open_student(drawer, room)
    with qtbot.waitSignal(drawer.photo_wanted) as told:
        press(drawer.head.menu(), "Photo")
    assert told.args == [room.students[AMARA]]


def test_an_old_observation_that_is_asked_for_is_put_in_sight(drawer, room) -> None:
    old = room.see(AMARA, None, None, note="long ago", days=200, private=True)
    for days in range(1, 60):
        room.see(AMARA, "Round", 2, days=days)
    open_student(drawer, room)
    assert drawer.timeline.line_of(old.id) is None
    drawer.show_seen(old.id)
    line = drawer.timeline.line_of(old.id)
    assert line is not None
    assert line.hasFocus()


def test_where_nobody_keeps_voice_and_needs_neither_is_there(drawer, room) -> None:
    open_student(drawer, room)
    assert drawer.voice.isHidden()
    assert drawer.needs.isHidden()


@pytest.mark.parametrize("scale", [1.0, 1.3])
def test_the_headings_of_both_columns_stand_on_one_line(drawer, room, theme, qtbot, scale) -> None:
    theme.choose(scale=scale)
    drawer.parentWidget().resize(1800, 900)
    open_student(drawer, room)
    titles = {text.text(): text for text in drawer.findChildren(Text)}

    def middles() -> set[int]:
        found = (titles[name] for name in ("Skills", "Observations"))
        return {text.mapTo(drawer, text.rect().center()).y() for text in found}

    qtbot.waitUntil(lambda: max(middles()) - min(middles()) <= 1)
