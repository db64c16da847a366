"""What is said about a framework from a file."""

from collections.abc import Mapping

from app.domain.framework_file import (
    BLANK,
    CYCLE,
    DOUBLE,
    EXTRA,
    ORPHAN,
    UNKNOWN,
    FileFramework,
    Refused,
)
from app.services.framework_files import Taking
from ui.classes.skills.method_words import tr

_REASONS = {
    "json": "This file looks like JSON and is damaged. Download it again, and choose that.",
    "table": "This table could not be told apart into cells. Save it as CSV once more.",
    "empty": "No skill was found in this file. Rondo reads CASE (JSON) and CSV.",
    "large": "This file is larger than any framework. Choose another one.",
    "unread": "This file could not be read. Copy it to this computer, and choose it again.",
    "text": "This file is no text. Save it as CSV, or choose the JSON of a framework.",
    "ended": "Reading this file came to an end before its time. Choose another one.",
}
_NOTES: Mapping[str, tuple[str, str]] = {
    BLANK: ("1 entry has no words and is left out", "{count} entries have no words, left out"),
    DOUBLE: (
        "1 entry comes twice; the first counts",
        "{count} entries come twice; the first counts",
    ),
    ORPHAN: (
        "1 entry is below one that is not there, and stands at the top",
        "{count} entries are below others that are not there, and stand at the top",
    ),
    CYCLE: (
        "1 entry was below itself, and stands at the top",
        "{count} entries were below themselves, and stand at the top",
    ),
    UNKNOWN: (
        "1 link is of no use here and was passed over",
        "{count} links are of no use here and were passed over",
    ),
    EXTRA: ("1 column was not asked for", "{count} columns were not asked for"),
}


def refusal(answer: object) -> str:
    """Why a file gave no framework."""
    reason = answer.reason if isinstance(answer, Refused) else "ended"
    return tr(f"{_REASONS.get(reason, _REASONS['ended'])} Nothing was changed.")


def notes(read: FileFramework) -> list[str]:
    """What was not as it should be."""
    said = [(_NOTES[note], count) for note, count in read.notes.items() if note in _NOTES]
    return [tr(many if count != 1 else one, count=count) for (one, many), count in said]


def outcome(taking: Taking) -> str:
    """What taking it would do."""
    fit = taking.fit
    if taking.before is None:
        return counted("1 skill or strand", "{count} skills and strands", len(fit.fresh))
    parts = [
        tr("{count} the same", count=len(fit.same)),
        tr("{count} changed", count=len(fit.changed)),
        tr("{count} new", count=len(fit.fresh)),
    ]
    if fit.retired:
        gone = tr(
            "{count} no longer in it: retired, and what was seen stays", count=len(fit.retired)
        )
        parts.append(gone)
    return ", ".join(parts)


def button(taking: Taking) -> str:
    """What the button says it does."""
    if taking.before is None:
        return counted("Add 1 entry", "Add {count} entries", len(taking.fit.fresh))
    return tr("Put it in the place of {name}", name=taking.before.name)


def reading(done: int) -> str:
    """How far it is."""
    if not done:
        return tr("Reading…")
    return counted("Reading… 1 entry so far", "Reading… {count} entries so far", done)


def counted(one: str, many: str, count: int) -> str:
    """A sentence about a number."""
    return tr(one if count == 1 else many, count=f"{count:,}".replace(",", " "))
