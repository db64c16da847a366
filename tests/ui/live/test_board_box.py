"""What the teacher says on the board, and what she is told of the last row."""

import pytest
from PySide6.QtCore import Qt

from app.domain.board.legible import Advice, Sight
from app.services.board_scene import board_scene
from app.services.lessons import LessonService
from app.settings import Settings
from ui.board.layout import lay_out
from ui.board.look import BoardLook
from ui.board.miniature import BoardMiniature
from ui.lesson.board_talk import BoardTalk
from ui.live.bar.board_block import BARE, SHORT, WHOLE, BoardBlock
from ui.live.board_box import BoardBox
from ui.live.board_words import help_lines, hint, sight_line
from ui.widgets.text import Text

SIGHT = Sight(8, 1.2)


@pytest.fixture
def box(qtbot, theme) -> BoardBox:
    made = BoardBox(theme, "Quiet voices.", "Every name can be read.", ("Fewer stations.",))
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_message_is_typed_over_and_shown_by_enter(box, qtbot) -> None:
    assert box.field.selectedText() == "Quiet voices."
    qtbot.keyClicks(box.field, "Bring your ruler. ")
    with qtbot.waitSignal(box.said) as told:
        qtbot.keyClick(box.field, Qt.Key.Key_Return)
    assert told.args == ["Bring your ruler."]
    assert not box.isVisible()


def test_an_emptied_message_is_taken_off(box, qtbot) -> None:
    box.field.clear()
    with qtbot.waitSignal(box.said) as told:
        box.keep.click()
    assert told.args == [""]


def test_to_close_the_box_changes_nothing(box, qtbot) -> None:
    with qtbot.assertNotEmitted(box.said):
        qtbot.keyClick(box, Qt.Key.Key_Escape)


def test_the_box_says_who_cannot_read_and_what_would_help(box) -> None:
    assert "Every name can be read." in box.texts()
    assert "Fewer stations." in box.texts()


@pytest.mark.parametrize("scale", [1.0, 1.3, 2.0])
def test_every_sentence_has_room_at_every_text_size(qtbot, theme, scale: float) -> None:
    theme.choose(scale=scale)
    long = "Shorter names, the first name alone: " + ", ".join(["Maria Fernanda Guadalupe"] * 4)
    made = BoardBox(theme, "", long, (long, long))
    qtbot.addWidget(made)
    made.show()
    for text in made.findChildren(Text):
        assert text.height() >= text.heightForWidth(text.width())


@pytest.fixture
def block(qtbot, theme) -> BoardBlock:
    made = BoardBlock(theme, BoardMiniature(theme, BoardLook(theme)))
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    made.show()
    return made


@pytest.mark.parametrize("density", [WHOLE, SHORT])
def test_the_miniature_or_the_word_opens_the_box(block, qtbot, density) -> None:
    block.set_density(density)
    block.resize(block.sizeHint())
    with qtbot.waitSignal(block.box_wanted):
        qtbot.mouseClick(block.opener, Qt.MouseButton.LeftButton)
    block.opener.setFocus()
    with qtbot.waitSignal(block.box_wanted):
        qtbot.keyClick(block.opener, Qt.Key.Key_Return)


def test_a_last_row_that_cannot_read_is_shown_and_said(block) -> None:
    block.set_far("The last row cannot read the names.")
    assert block.opener.accessibleDescription() == "The last row cannot read the names."
    block.set_far("")
    assert block.opener.accessibleDescription() == ""


def test_bare_only_the_switch_is_there(block) -> None:
    block.set_density(BARE)
    assert not block.opener.isVisible()


def test_names_that_cannot_be_read_are_named_unless_it_is_everybody() -> None:
    some = Advice(6.04, ("محمد", "王梓涵"), image=1.6)
    assert sight_line(some, SIGHT, 24) == (
        "From the last row, 8 m away, these cannot be read: محمد, 王梓涵. "
        "Every name can be read up to 6 m away."
    )
    assert "no name can be read" in sight_line(Advice(6, ("A", "B"), image=1.6), SIGHT, 2)
    assert sight_line(Advice(9), SIGHT, 2) == "Every name can be read up to 9 m away."
    assert "how far the last row is" in sight_line(Advice(9), None, 2)


def test_only_what_helps_is_listed() -> None:
    advice = Advice(6, ("A",), image=1.6, pages=2, stations=4, shorter=("Ana Maria",))
    assert help_lines(advice, SIGHT, paged=False) == (
        "A picture 1.6 m high instead of 1.2 m.",
        "2 pages by turns: Settings, Board.",
        "No more than 4 stations.",
        "Shorter names, the first name alone: Ana Maria.",
    )
    assert len(help_lines(advice, SIGHT, paged=True)) == 3
    assert len(help_lines(Advice(6, ("A",), image=1.6), SIGHT, paged=False)) == 1
    assert help_lines(Advice(9), SIGHT, paged=False) == ()


def test_the_hint_is_short() -> None:
    assert hint(30, 30) == "The last row cannot read the names."
    assert hint(1, 30) == "The last row cannot read 1 name."


def talk(stage, theme, **how) -> BoardTalk:
    room, settings = stage.room, Settings(**how)
    lessons = LessonService(room)
    return BoardTalk(theme, BoardLook(theme), stage.page, lessons, lambda: settings)


def test_a_message_in_two_actions_is_on_the_board_and_can_be_undone(stage, theme, qtbot) -> None:
    own = talk(stage, theme)
    own.open(stage.room.scene, board_scene(stage.room.scene), None)
    qtbot.keyClicks(own.box.field, "Quiet voices")
    qtbot.keyClick(own.box.field, Qt.Key.Key_Return)
    assert board_scene(stage.room.scene).message == "Quiet voices"
    stage.room.workspace.undo()
    assert board_scene(stage.room.scene).message != "Quiet voices"


def test_the_hint_is_there_only_for_a_last_row_that_cannot_read(stage, theme) -> None:
    shown = lay_out(BoardLook(theme), board_scene(stage.room.scene), 1920, 1080)
    assert talk(stage, theme).hint(shown) == ""
    assert talk(stage, theme, seat_metres=4).hint(shown) == ""
    assert talk(stage, theme, seat_metres=20).hint(shown) != ""
    assert talk(stage, theme, seat_metres=20).hint(None) == ""
    assert talk(stage, theme, seat_metres=20, image_cm=0).hint(shown) == ""


def test_the_box_says_what_would_help(stage, theme) -> None:
    own = talk(stage, theme, seat_metres=20)
    own.open(stage.room.scene, board_scene(stage.room.scene), None)
    assert any("20 m away, no name can be read." in text for text in own.box.texts())
    assert any(text.startswith("A picture ") for text in own.box.texts())
    own.box.reject()
