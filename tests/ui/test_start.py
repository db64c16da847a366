"""What a start pays for: nothing is imported that the first picture does not show."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.demo.build import DemoBuilder, DemoSize
from ui.bootstrap import open_profile, profile_at
from ui.clock import SystemClock

ROOT = Path(__file__).resolve().parents[2]

# The app as `run_app` puts it together; at the first picture it tells what is imported by then.
APP = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
import ui.application
from ui.bootstrap import profile_at
from ui.clock import SystemClock
from ui.host import Host
from ui.options import Options
from ui.theme import QT_ARGUMENTS, Theme

app = QApplication(QT_ARGUMENTS)
theme = Theme()
theme.apply(app)
folder = Path(sys.argv[1])
host = Host(app, theme, SystemClock(), Options(profile=folder))

def tell():
    cards = len(host.desk.live.page.console.columns.cards)
    print(json.dumps({"cards": cards, "modules": sorted(sys.modules)}))
    app.quit()

host.painted.connect(tell)
host.start(profile_at(folder))
app.exec()
host.close()
"""

# The app as the command starts it, until its standard input ends; then it tells whose source lines
# were read.
COMMAND = """
import linecache, sys
from ui.__main__ import main

code = main(["--profile", sys.argv[1], "--until-painted"])
print("\\n".join(linecache.cache))
sys.exit(code)
"""

# Asked after what `run_app` itself does at the first picture, as it heard of that picture first.
ICON = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.application import run_app
from ui.clock import SystemClock
from ui.options import Options

def ready(host):
    host.painted.connect(lambda: (print(QApplication.windowIcon().isNull()), QApplication.quit()))

sys.exit(run_app(Options(profile=Path(sys.argv[1])), SystemClock(), ready))
"""

OTHERS = [
    *("sqlite_utils", "qasync", "asyncio", "concurrent", "numpy", "ssl", "socket", "subprocess"),
    *("hashlib", "csv", "click", "app.planner", "platform"),
]
MOST = 228
"""Modules of ours at the first picture, each 0.2 to 0.5 ms of the start. Raise it for what that
picture shows; anything else is imported when it is first needed, or after `window.painted`."""

OURS = [
    *(
        "app.demo",
        "app.domain.capture",
        "app.domain.roster",
        "app.domain.progress",
        "app.domain.visits",
        "app.domain.board.fit",
    ),
    *("app.services.progress", "app.services.timeline", "app.services.lessons"),
    *("data.backups", "data.files", "data.migrations"),
    *(
        "ui.cli",
        "ui.bench",
        "ui.plan",
        "ui.progress",
        "ui.classes",
        "ui.importing",
        "ui.student",
        "ui.welcome",
    ),
    *(
        "ui.settings",
        "ui.problems",
        "ui.backups.keeping",
        "ui.opening.trouble",
        "ui.qt_dialogs",
        "ui.desk.shortcuts",
        "ui.desk.class_pages",
    ),
    *("ui.lesson.board", "ui.board.window", "ui.board.controller", "ui.board.layout"),
    *("ui.capture.palette", "ui.capture.student_parts", "ui.live.menus", "ui.live.key_list"),
    *("ui.live.ending.page", "ui.widgets.menu", "ui.widgets.toast", "ui.widgets.dropdown"),
    *("app.domain.owed", "app.domain.who_next", "app.services.owed", "app.services.pull_outs"),
    *(
        "ui.live.here.roll",
        "ui.live.here.leaving_cue",
        "ui.live.here.going_out",
        "ui.live.here.words",
    ),
    "ui.capture.next_list",
    "ui.widgets.banner",
    *("ui.exchange", "ui.waking.wakeful", "ui.board.calm_clock", "ui.upkeep.cared"),
    *("ui.upkeep.leaving", "ui.upkeep.words", "ui.upkeep.tidying", "app.services.photos"),
    *("ui.widgets.note", "ui.widgets.card_places"),
]


def in_a_process(code: str, folder: Path) -> str:
    """What it says on standard output; its standard input ends at once."""
    return subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    ).stdout


@pytest.fixture(scope="module")
def at_the_first_picture(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """A profile with a lesson that runs, started in a process of its own."""
    folder = tmp_path_factory.mktemp("start")
    clock = SystemClock()
    opened = open_profile(profile_at(folder), clock)
    room = opened.classroom
    DemoBuilder(room.workspace, room.ids, clock, seed=1).build(DemoSize(students=12, days=10))
    opened.close()
    return json.loads(in_a_process(APP, folder))


def test_the_first_picture_is_the_console_with_its_cards(at_the_first_picture) -> None:
    assert at_the_first_picture["cards"]


@pytest.mark.parametrize("name", [*OTHERS, *OURS])
def test_what_it_does_not_show_is_imported_later(at_the_first_picture, name: str) -> None:
    imported = at_the_first_picture["modules"]
    assert [module for module in imported if f"{module}.".startswith(f"{name}.")] == []


def test_no_more_of_ours_is_imported_than_was_agreed(at_the_first_picture) -> None:
    rooms = {"app", "data", "ui"}
    ours = [name for name in at_the_first_picture["modules"] if name.split(".")[0] in rooms]
    assert len(ours) <= MOST


def test_the_source_of_what_is_imported_is_not_read(tmp_path: Path) -> None:
    told = in_a_process(COMMAND, tmp_path).splitlines()
    rooms = tuple(f"{ROOT / room}{os.sep}" for room in ("app", "data", "ui"))
    assert "painted" in told
    assert [path for path in told if path.startswith(rooms)] == []


@pytest.mark.parametrize("name", OURS)
def test_what_is_imported_later_is_still_called_so(name: str) -> None:
    room = ROOT.joinpath(*name.split("."))
    assert room.is_dir() or room.with_suffix(".py").is_file()


def test_the_windows_carry_the_apps_sign(tmp_path: Path) -> None:
    assert in_a_process(ICON, tmp_path).split() == ["False"]
