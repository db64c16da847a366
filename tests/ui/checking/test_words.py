"""What a look found, in words."""

import re

import pytest

from app.domain.damage import BrokenRow, CheckReport, Flipped, Part
from app.domain.ids import ObservationId, StudentId
from app.domain.looking import Progress
from app.domain.observations import Observation
from tests.fakes import FakeClock
from ui.checking.words import as_text, end_of, how_far, line_of, moments, said_of

WHEN = moments(FakeClock())
ROW = BrokenRow("observation", 7, "Ben", 1_778_750_000_000)


def seen(note: str) -> Observation:
    return Observation(ObservationId(7), 1, StudentId(2), 0, note=note)


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress("structure"), "every page"),
        (Progress("seals", 30, 120), "25 %"),
        (Progress("seals"), "every entry"),
        (Progress("journal", 3, 26), "history"),
        (Progress("backups", 1, 4), "backup 2 of 4"),
    ],
)
def test_how_far_it_is_says_what_is_read(progress: Progress, words: str) -> None:
    assert words in how_far(progress)


def test_a_changed_note_is_told_with_what_it_says_and_what_was_written() -> None:
    said = said_of(Flipped(ROW, seen("nose"), seen("note"), ROW.at), WHEN)
    assert said.startswith("Observation of Ben, 2026-05-14")
    assert "“nose”" in said
    assert "“note”" in said


def test_what_nobody_knows_any_more_is_said() -> None:
    assert "Nobody knows" in said_of(Flipped(ROW, seen("nose")), WHEN)
    same = said_of(Flipped(ROW, seen("note"), seen("note"), ROW.at), WHEN)
    assert "knows how it was written" in same


def test_the_text_to_keep_says_of_each_part_whether_it_is_whole() -> None:
    parts = [
        Part("integrity", True, "whole"),
        Part("seals", False, "damaged", {"count": 1}, rows=[ROW]),
        Part("space", None, "free", {"bytes": 3_000_000_000}),
    ]
    report = CheckReport(parts)
    text = as_text([line_of(part, WHEN) for part in parts], end_of(report))
    assert "pages of the file [whole]" in text
    assert "what was written [NOT WHOLE]" in text
    assert "    observation of Ben" in text
    assert "space left [-]: 3.0 GB" in text
    assert text.endswith("Not all is whole. Nothing was changed.\n")


def test_a_file_that_nobody_may_read_just_now_is_not_called_damaged() -> None:
    facts = {"path": "rondo.db", "finding": "database is locked"}
    report = CheckReport([Part("file", False, "unreadable", facts)])
    assert not report.could_look
    assert "could not be read just now" in end_of(report)


@pytest.mark.parametrize("whole", [True, False])
@pytest.mark.parametrize("name", ["integrity", "references", "seals", "journal", "finding"])
def test_no_word_is_of_databases(name: str, whole: bool) -> None:
    facts: dict[str, int | str] = {"count": 2, "observations": 3, "steps": 4}
    line = line_of(Part(name, whole, "whole" if whole else "damaged", facts), WHEN)
    said = f"{line.name} {line.text}"
    assert not re.search(r"\b(schema|rows?|seals?|index|integrity|journal|table)\b", said)


def test_an_entry_is_called_what_it_is() -> None:
    row = BrokenRow("clock_event", 12, "", 0)
    (said,) = line_of(Part("seals", False, "damaged", {"count": 1}, rows=(row,)), WHEN).details
    assert said == "moment of a lesson’s clock number 12"
