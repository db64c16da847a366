"""Makes the pictures of the README from the real app: python scripts/make_pictures.py docs."""

import os
import sys
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.domain.beats import Beat
from app.services.board_scene import board_scene
from ui.board.look import BoardLook
from ui.board.painter import board_image
from ui.bootstrap import profile_at
from ui.desk.desk import Desk
from ui.host import Host
from ui.options import Options
from ui.theme import QT_ARGUMENTS, Theme

# isort: split
from PySide6.QtCore import QTimer  # after ui, which makes Qt safe
from PySide6.QtWidgets import QApplication

ROOM = timezone(timedelta(hours=1))
MOMENT = datetime(2026, 5, 14, 8, 47, 19, tzinfo=UTC)
CONSOLE, BOARD = (1366, 768), (1920, 1080)


class StandingClock:
    """Thursday 14 May, 09:47:19, for ever: the same pictures each time."""

    def now_ms(self) -> int:
        return int(MOMENT.timestamp() * 1000)

    def beat(self) -> Beat:
        return Beat(self.now_ms(), 0, 0)

    def local(self, at_ms: int) -> datetime:
        return datetime.fromtimestamp(at_ms / 1000, ROOM)


def main(folder: Path) -> None:
    """Draw the demo class on the console and on the board."""
    app = QApplication(QT_ARGUMENTS)
    theme = Theme()
    theme.apply(app)
    host = Host(app, theme, StandingClock(), Options(demo=True, temporary=True))
    host.start(profile_at(None))
    QTimer.singleShot(800, lambda: draw(host, theme, folder, app))
    app.exec()
    host.close()


def draw(host: Host, theme: Theme, folder: Path, app: QApplication) -> None:
    """Pick a student as a teacher would, and take both pictures."""
    desk = host.desk
    scene = desk.live.page.scene if desk else None
    if desk is None or scene is None:
        raise SystemExit("the demo lesson is not open")
    theme.choose(scheme="light")
    desk.window.showNormal()
    desk.window.resize(*CONSOLE)
    desk.live.page.select(next(s.id for s in scene.students if s.given == "Fatima"))
    board_image(BoardLook(Theme()), board_scene(scene), *BOARD).save(str(folder / "board.png"))
    QTimer.singleShot(800, lambda: finish(desk, folder, app))


def finish(desk: Desk, folder: Path, app: QApplication) -> None:
    """The console comes last: it needs a moment to lay itself out."""
    desk.window.grab().save(str(folder / "console.png"))
    app.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1] if len(sys.argv) > 1 else "docs"))
