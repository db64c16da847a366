"""The progress screen with a lot of evidence is measured by every method."""

from pathlib import Path

from app.domain.mastery import METHODS
from ui.bench.large import large
from ui.clock import SystemClock


def test_each_method_has_its_two_figures(tmp_path: Path) -> None:
    figures = large(tmp_path, SystemClock(), runs=1, sizes=(10, 20), times=1)
    assert [figure.name for figure in figures] == [
        f"{name}, {method}" for method in METHODS for name in ("large", "large growth")
    ]
    assert all(figure.value > 0 and figure.floor > 0 for figure in figures)
