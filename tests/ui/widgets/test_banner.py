"""The quiet lines above the page."""

from PySide6.QtCore import Qt

from ui.widgets.banner import Banners, Way


def test_each_key_has_one_line(qtbot, theme) -> None:
    banners = Banners(theme)
    qtbot.addWidget(banners)
    banners.show_line("held", "warn", "1 note is not saved yet.")
    banners.show_line("crash", "info", "Rondo ended unexpectedly.")
    banners.show_line("held", "warn", "2 notes are not saved yet.")
    assert banners.line("held").text() == "2 notes are not saved yet."
    assert banners.line("crash").text() == "Rondo ended unexpectedly."


def test_a_line_that_is_taken_away_leaves_no_room(qtbot, theme) -> None:
    banners = Banners(theme)
    qtbot.addWidget(banners)
    banners.resize(900, 10)
    banners.show_line("held", "warn", "1 note is not saved yet.")
    assert banners.height() > 0
    banners.take_away("held")
    banners.take_away("held")
    assert (banners.height(), banners.line("held")) == (0, None)


def test_a_button_does_what_the_newest_line_says(qtbot, theme) -> None:
    banners = Banners(theme)
    qtbot.addWidget(banners)
    done: list[str] = []
    for what in ("first", "second"):
        banners.show_line(
            "held", "warn", what, [Way("Try again", lambda what=what: done.append(what))]
        )
    line = banners.line("held")
    qtbot.mouseClick(line.buttons[0], Qt.MouseButton.LeftButton)
    assert done == ["second"]
    assert line.accessibleName() == "second"


def test_buttons_stand_below_the_words_where_there_is_no_room_beside_them(qtbot, theme) -> None:
    banners = Banners(theme)
    qtbot.addWidget(banners)
    banners.show_line("held", "warn", "1 note is not saved yet.", [Way("Try again", list)])
    line = banners.line("held")
    banners.show()
    banners.resize(1200, banners.height())
    beside = banners.height()
    banners.resize(420, banners.height())
    assert banners.height() > beside
    assert line.fit(1200) == beside
