"""What stands above each reason why a class is not opened at once."""

from pathlib import Path

import pytest

from app.domain.opening.errors import NotLocal
from ui.opening.ways import trouble_of
from ui.problems import problem


@pytest.mark.parametrize(
    ("kind", "title"),
    [
        ("stick", "Your class is on a stick"),
        ("share", "Your class is not on this computer alone"),
        ("cloud", "Your class is not on this computer alone"),
    ],
)
def test_where_a_class_lies_is_told_by_its_kind_with_the_same_ways_on(
    kind: str, title: str
) -> None:
    error = NotLocal(Path("/media/maya/BLUE/4B"), kind, "Dropbox", ())
    shown = trouble_of(error)
    assert (shown.title, shown.ways[0]) == (title, "move")
    assert "/media/maya/BLUE/4B" in problem(error)
    assert "Nothing was changed" in problem(error)
