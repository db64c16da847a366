"""The sign of life outlasts the program and never gets in the way."""

from pathlib import Path

from data.pulse import FilePulse


def test_the_newest_time_is_kept_to_the_millisecond(tmp_path: Path) -> None:
    pulse = FilePulse(tmp_path / "alive")
    assert pulse.last() is None
    pulse.beat(1_778_747_400_123)
    assert FilePulse(tmp_path / "alive").last() == 1_778_747_400_123


def test_a_folder_that_is_gone_stops_nothing(tmp_path: Path) -> None:
    pulse = FilePulse(tmp_path / "gone" / "alive")
    pulse.beat(5)
    assert pulse.last() is None
