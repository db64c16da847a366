"""The quiet lines above the page."""

from PySide6.QtCore import QEvent, QObject, Qt

from ui.widgets.banner import Banner, Banners, Way


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


class Painted(QObject):
    """Counts the buttons that are seen each time a banner is painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[int] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and isinstance(watched, Banner):
            whole = [b for b in watched.buttons if not b.visibleRegion().isEmpty()]
            self.seen.append(len(whole))
        return False


def test_a_new_line_is_never_painted_without_its_buttons(qtbot, qapp, theme) -> None:
    banners, painted = Banners(theme), Painted()
    qtbot.addWidget(banners)
    banners.resize(1200, 40)
    banners.show()
    qtbot.waitExposed(banners)
    qapp.installEventFilter(painted)
    ways = [Way("Go on from there", list), Way("Count that time", list)]
    banners.show_line("away", "warn", "The computer slept.", ways)
    line = banners.line("away")
    places = [button.geometry() for button in line.buttons]
    banners.repaint()
    qtbot.waitUntil(lambda: bool(painted.seen))
    qapp.removeEventFilter(painted)
    assert set(painted.seen) == {2}
    assert places == [button.geometry() for button in line.buttons]
    assert places[0].right() < places[1].left()


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
