"""A report of a bug says where, never with whom."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from data.reports import KEPT, ReportFolder

NOON = datetime(2026, 5, 14, 12, 0, tzinfo=UTC)


def broken(name: str) -> None:
    raise KeyError(name)


def test_a_report_holds_the_place_and_no_name(tmp_path: Path) -> None:
    with pytest.raises(KeyError) as caught:
        broken("Maya Lindqvist")
    path = ReportFolder(tmp_path / "reports").write(caught.type, caught.tb, NOON)
    assert path is not None
    text = path.read_text()
    assert "KeyError" in text
    assert "broken" in text
    assert "Maya" not in text


def test_old_reports_make_room(tmp_path: Path) -> None:
    folder = ReportFolder(tmp_path)
    for minute in range(KEPT + 3):
        folder.write(ValueError, None, NOON + timedelta(minutes=minute))
    assert len(list(tmp_path.glob("*.txt"))) == KEPT


def test_a_folder_that_cannot_be_made_is_no_second_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert ReportFolder(tmp_path / "file" / "reports").write(ValueError, None, NOON) is None
