"""The real app, with somebody inside who answers questions about what it shows.

`python -m tests.journey.inspected [options of rondo]`: one question in JSON on each line of
standard input, one answer on each line of standard output. After {"ask": "watch"} there is also
a line for everything new on the screen. Clicks and keys come from outside, through the X server.
"""

import json
import os
import socket
import sys
from collections.abc import Callable, Mapping

from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QPlainTextEdit, QWidget

from app.domain.beats import Beat
from app.ports import Clock
from tests.journey.eyes import seen
from ui import application
from ui.clock import SystemClock
from ui.desk.desk import Desk
from ui.host import Host
from ui.live.stations.column import StationColumn
from ui.live.stations.live_card import LiveCard
from ui.options import Options, read_options
from ui.theme import Theme

Places = dict[str, list[str]]
AHEAD = "--ahead="
"""With this many milliseconds the clock begins before the computer's own."""


class MovedClock(SystemClock):
    """The computer's clock, which goes as it goes; whoever asks lets more time go by."""

    def __init__(self, ahead_ms: int) -> None:
        self.ahead_ms = ahead_ms

    def now_ms(self) -> int:
        return super().now_ms() + self.ahead_ms

    def beat(self) -> Beat:
        now = super().beat()
        return Beat(now.wall, now.up + self.ahead_ms, now.awake + self.ahead_ms)

    def let_pass(self, ms: str) -> int:
        """Milliseconds ahead from now on."""
        self.ahead_ms += int(ms)
        return self.ahead_ms


def place_of(widget: QWidget) -> list[int]:
    """Left, top, width and height on the desktop of what is seen of a widget."""
    part = widget.visibleRegion().boundingRect()
    corner = widget.mapToGlobal(part.topLeft())
    return [corner.x(), corner.y(), part.width(), part.height()]


def called(widget: QWidget) -> str:
    """Its name, by its own words: asking Qt's accessible tree crashes Python at its end."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text


class Inspector(QObject):
    """Looks at the screen like a person: at widgets that are visible, by their names."""

    def __init__(self, host: Host, app: QApplication, clock: MovedClock) -> None:
        super().__init__(app)
        self._host = host
        self._app = app
        self._rest = b""
        self._shown: object = None
        self._answers: Mapping[str, Callable[[str], object]] = {
            "card": lambda name: place_of(self._resting(name)),
            "foot": self._foot,
            "button": lambda name: self._named(QAbstractButton, name),
            "area": lambda name: self._named(QPlainTextEdit, name),
            "line": self._line,
            "console": lambda _: self.console(),
            "board": lambda _: self._board(),
            "screens": lambda _: [[s.name(), list(s.geometry().getRect())] for s in app.screens()],
            "pixels": self._pixels,
            "reads": lambda _: self._reads(),
            "level": lambda name: self._card(name).view.level,
            "black": self._is_black,
            "window": lambda _: list(self.desk.window.frameGeometry().getRect()),
            "popups": lambda _: self._popups(),
            "ready": lambda _: self._is_ready(),
            "watch": lambda _: self._watch(),
            "pass": clock.let_pass,
        }
        self._ear = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._ear.activated.connect(self._hear)

    @property
    def desk(self) -> Desk:
        assert self._host.desk is not None
        return self._host.desk

    def console(self) -> Places:
        """Who is at which station, by the cards."""
        return {
            column.view.station.name: [card.view.name for card in column.list.cards]
            for column in seen(StationColumn, self.desk.window)
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """After each time the window was painted, tell what is new on it."""
        if watched is self.desk.window and event.type() == QEvent.Type.UpdateRequest:
            QTimer.singleShot(0, self, self._tell)
        return False

    def _hear(self) -> None:
        heard = os.read(sys.stdin.fileno(), 65_536)
        if not heard:
            self._app.quit()
        *lines, self._rest = (self._rest + heard).split(b"\n")
        for line in lines:
            question = json.loads(line)
            try:
                answer = self._answers[question["ask"]](question.get("name", ""))
            except (LookupError, StopIteration, AssertionError) as error:
                answer = {"trouble": repr(error)}
            say({"answer": answer})

    def _card(self, name: str) -> LiveCard:
        cards = [c for c in seen(LiveCard, self.desk.window) if c.view.name == name]
        return cards[0]

    def _resting(self, name: str) -> LiveCard:
        """A card that has come to its place: on its way it would be elsewhere a moment later."""
        moving = self.desk.live.page.console.columns.findChildren(QAbstractAnimation)
        assert all(one.state() != QAbstractAnimation.State.Running for one in moving)
        return self._card(name)

    def _foot(self, name: str) -> list[int]:
        """The lower end of a station, where no card is."""
        columns = seen(StationColumn, self.desk.window)
        x, y, wide, high = place_of(next(c for c in columns if c.view.station.name == name))
        return [x, y + high - 24, wide, 24]

    def _named(self, kind: type[QWidget], name: str) -> list[int]:
        found = [widget for widget in seen(kind, self.desk.window) if called(widget) == name]
        return place_of(found[0])

    def _line(self, name: str) -> list[int]:
        """A line of the menu that is open."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        action = next(action for action in menu.actions() if action.text().split("\t")[0] == name)
        box = menu.actionGeometry(action)
        corner = menu.mapToGlobal(box.topLeft())
        return [corner.x(), corner.y(), box.width(), box.height()]

    def _board(self) -> dict[str, object]:
        window = self.desk.live.board.window
        scene = window.scene
        return {
            "visible": window.isVisible(),
            "active": window.isActiveWindow(),
            "rect": list(window.geometry().getRect()),
            "title": window.windowTitle(),
            "phase": scene.phase if scene else "",
            "clock": [scene.clock.phase, scene.clock.round, scene.clock.paused] if scene else [],
            "places": {s.name: [n.text for n in s.names] for s in scene.stations} if scene else {},
        }

    def _pixels(self, screen: str) -> int:
        """A number that stands for every pixel of a screen, as the X server has them."""
        found = next(s for s in self._app.screens() if s.name() == screen)
        image = found.grabWindow(0).toImage()
        return hash(bytes(image.constBits()))

    def _is_black(self, screen: str) -> bool:
        """Whether every pixel of a screen is black, as the X server has them."""
        found = next(s for s in self._app.screens() if s.name() == screen)
        image = found.grabWindow(0).toImage().convertToFormat(QImage.Format.Format_RGB32)
        black = QImage(image.size(), QImage.Format.Format_RGB32)
        black.fill(0)
        return image == black

    def _reads(self) -> dict[str, object]:
        window = self.desk.window
        return {
            "texts": [label.text() for label in seen(QLabel, window)],
            "buttons": [called(button) for button in seen(QAbstractButton, window)],
            "timer": self.desk.live.page.top_bar.timer.view.digits,
        }

    def _popups(self) -> list[dict[str, object]]:
        """Every window there is besides the teacher's and the board: menus, dialogs, tips."""
        known = {self.desk.window, self.desk.live.board.window}
        tops = [w for w in self._app.topLevelWidgets() if w.isVisible() and w not in known]
        return [{"kind": type(w).__name__, "rect": list(w.frameGeometry().getRect())} for w in tops]

    def _is_ready(self) -> bool:
        """Whether the window fills its screen and has the keyboard."""
        window = self.desk.window
        room = window.screen().availableGeometry()
        return window.isActiveWindow() and window.frameGeometry().width() >= room.width()

    def _watch(self) -> str:
        self._app.installEventFilter(self)
        QTimer.singleShot(0, self, self._tell)
        return "watching"

    def _tell(self) -> None:
        toast = self.desk.window.toast
        new = [self.console(), toast.message() if toast.isVisible() else ""]
        if new != self._shown:
            self._shown = new
            say({"places": new[0], "toast": new[1]})


class InspectedHost(Host):
    """The app's own host, with the inspector."""

    def __init__(self, app: QApplication, theme: Theme, clock: Clock, options: Options) -> None:
        super().__init__(app, theme, clock, options)
        assert isinstance(clock, MovedClock)
        self._inspector = Inspector(self, app, clock)


def say(what: object) -> None:
    sys.stdout.write(json.dumps(what, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def forbid_network(event: str, arguments: tuple[object, ...]) -> None:
    """Rondo promises to open no socket; asyncio wakes itself with a pair of local ones."""
    if event == "socket.__new__" and arguments[1] != socket.AF_UNIX:
        os._exit(70)


def main(arguments: list[str]) -> int:
    """Run the app as it is, but with our host."""
    sys.addaudithook(forbid_network)
    application.Host = InspectedHost
    ahead = [word.removeprefix(AHEAD) for word in arguments if word.startswith(AHEAD)]
    rest = [word for word in arguments if not word.startswith(AHEAD)]
    return application.run_app(read_options(rest), MovedClock(int(*ahead)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
