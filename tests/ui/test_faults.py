"""Errors that nobody caught: told, reported without names, and never for ever."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QMessageLogContext, QtMsgType

from app.errors import NotSaved
from data.reports import KEPT, ReportFolder
from tests.fakes import FakeClock
from ui.faults import MOST, Faults
from ui.upkeep.crash import qt_handler

SENTINEL = "Zuzanna Sentinel"


def failing(name: str, depth: int = 0) -> None:
    if depth:
        failing(name, depth - 1)
    raise ValueError(f"no place for {name}")


def error_of(depth: int = 0) -> ValueError:
    try:
        failing(SENTINEL, depth)
    except ValueError as error:
        return error
    raise AssertionError


def reports(folder: Path) -> list[str]:
    return [file.read_text("utf-8") for file in sorted(folder.glob("*.txt"))]


def made(folder: Path) -> tuple[Faults, list[str]]:
    said: list[str] = []
    faults = Faults(ReportFolder(folder), FakeClock(), debug=False)
    faults.say = said.append
    return faults, said


def test_a_report_says_where_and_what_kind_and_no_name(tmp_path: Path) -> None:
    faults, said = made(tmp_path)
    faults.failed(error_of())
    (report,) = reports(tmp_path)
    assert "ValueError" in report
    assert "test_faults.py" in report
    assert SENTINEL not in report + said[0]
    assert "The lesson goes on" in said[0]


def test_what_the_teacher_can_act_on_is_said_and_leaves_no_report(tmp_path: Path) -> None:
    faults, said = made(tmp_path)
    faults.failed(NotSaved("full"))
    assert said[0].startswith("Not saved: the disk is full.")
    assert reports(tmp_path) == []


def test_a_picture_that_fails_again_and_again_leaves_one_report(tmp_path: Path) -> None:
    clock = FakeClock()
    faults = Faults(ReportFolder(tmp_path), clock, debug=False)
    faults.say = str.upper
    error = error_of()
    for _time in range(100):
        clock.advance(1)
        faults.failed(error)
    assert len(reports(tmp_path)) == 1
    for number in range(100):
        clock.advance(1)
        faults.noted("Qt critical", f"place {number}")
    assert len(reports(tmp_path)) == MOST


def test_an_error_of_telling_does_not_go_round(tmp_path: Path) -> None:
    faults, _said = made(tmp_path)
    told: list[str] = []

    def say(text: str) -> None:
        told.append(text)
        faults.failed(error_of())

    faults.say = say
    faults.failed(error_of(1))
    assert len(told) == 1


def test_where_no_report_can_be_written_it_is_said_all_the_same(tmp_path: Path) -> None:
    blocked = tmp_path / "reports"
    blocked.write_text("")
    faults, said = made(blocked)
    faults.failed(error_of())
    assert len(said) == 1


def test_an_error_of_a_worker_is_told_in_the_window_s_own_thread(qtbot, tmp_path: Path) -> None:
    faults, _said = made(tmp_path)
    heard: list[threading.Thread] = []
    faults.say = lambda _text: heard.append(threading.current_thread())
    worker = threading.Thread(target=lambda: faults.failed(error_of()))
    worker.start()
    worker.join()
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == [threading.main_thread()]
    assert len(reports(tmp_path)) == 1


@pytest.mark.parametrize(
    ("mode", "kinds"),
    [
        (QtMsgType.QtDebugMsg, []),
        (QtMsgType.QtWarningMsg, []),
        (QtMsgType.QtCriticalMsg, ["Qt critical"]),
        (QtMsgType.QtFatalMsg, ["Qt fatal"]),
    ],
)
def test_of_qt_s_words_only_the_place_is_kept(
    mode: QtMsgType, kinds: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    noted: list[tuple[str, str]] = []
    handler = qt_handler(lambda kind, place: noted.append((kind, place)))
    handler(mode, QMessageLogContext(), f"QPainter::begin: no device for {SENTINEL}")
    assert [kind for kind, _place in noted] == kinds
    assert all("QPainter::begin" in place and SENTINEL not in place for _kind, place in noted)
    assert SENTINEL in capsys.readouterr().err


def test_only_the_newest_reports_are_kept(tmp_path: Path) -> None:
    folder, began = ReportFolder(tmp_path), FakeClock()
    for _number in range(KEPT + 5):
        began.advance(1000)
        folder.write(ValueError, None, began.local(began.now_ms()))
    assert len(reports(tmp_path)) == KEPT
