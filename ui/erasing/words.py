"""The receipt of an erasing in plain words; it names nobody."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.erasing import REMOVED, LeftOut, Progress, Receipt
from app.ports import Clock
from app.services.erasing import ErasurePlan

_REMOVED: Mapping[str, tuple[str, str]] = {
    "names": ("{count} name", "{count} names"),
    "observations": (
        "the words of {count} observation; that it was made still counts",
        "the words of {count} observations; that they were made still counts",
    ),
    "goals": ("{count} goal", "{count} goals"),
    "photos": ("{count} photo", "{count} photos"),
    "attachments": ("{count} picture or file of a note", "{count} pictures or files of notes"),
    "reasons": ("{count} reason for being away", "{count} reasons for being away"),
    "reflections": ("{count} sentence of their own", "{count} sentences of their own"),
    "needs": ("{count} need", "{count} needs"),
    "choices": ("{count} list of choices", "{count} lists of choices"),
    "rules": ("a place in {count} rule", "a place in {count} rules"),
    "mentions": ("the name in {count} text about others", "the name in {count} texts about others"),
    "changes": ("{count} entry in the history", "{count} entries in the history"),
    "steps": ("{count} line of the undo list", "{count} lines of the undo list"),
}
_LEFT: Mapping[str, str] = {
    "damaged": "it is damaged, so it could not be written anew. Delete it if nobody needs it",
    "locked": "it does not open with the passphrase in use. Delete it if nobody needs it",
    "newer": "a newer Rondo wrote it. Erase once more with that one",
    "refused": "the disk refused. Check that it has room and can be written to, then erase again",
    "absent": "it was not there. Rondo cleans it when it starts and the place is there",
    "forgotten": "it was not there. Backups went there once; delete those yourself",
    "foreign": "Rondo did not make it, and the name is in it. Delete it if nobody needs it",
    "busy": "another program was using it. Rondo tries again at its next start",
    "setting": "a place that is in use has the name in its path. Choose another folder",
}


def tr(text: str, **holes: object) -> str:
    """The text in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Erasing", text).format(**holes)


def one_or_more(count: int, one: str, more: str) -> str:
    """A sentence for one thing, or for any other number of them."""
    return tr(one if count == 1 else more, count=count)


def what_goes(plan: ErasurePlan) -> str:
    """What a plan takes away, counted as the receipt will count it."""
    seen = one_or_more(
        plan.observations, "the words of {count} observation", "the words of {count} observations"
    )
    goals = one_or_more(plan.goals, "{count} goal", "{count} goals")
    return tr("The name, {seen}, {goals}", seen=seen, goals=goals)


def receipt_lines(receipt: Receipt, clock: Clock) -> list[str]:
    """The receipt as lines of text: what went, where, when, and what was left out and why."""
    when = clock.local(receipt.ended_at)
    erased = _old_words(receipt)
    if receipt.students:
        erased = one_or_more(receipt.students, "{count} student erased", "{count} students erased")
    lines = [
        f"{erased}, {when:%Y-%m-%d %H:%M}",
        tr("Removed from the class file and its history:"),
        *(f"- {said}" for said in _removed(receipt)),
    ]
    lines += _files(tr("Copies written anew without them:"), receipt.rewritten)
    lines += _files(tr("Looked through, with nothing of them inside:"), receipt.clean)
    lines += _files(tr("Deleted, because the name was in it:"), receipt.deleted)
    lines += _files(tr("Left out; the name may still be there:"), [*map(_left, receipt.left)])
    if receipt.mentions_left:
        lines.append(
            one_or_more(
                receipt.mentions_left,
                "{count} text about somebody else still holds the name, as you chose.",
                "{count} texts about others still hold the name, as you chose.",
            )
        )
    lines.append(
        tr(
            "Copies that you keep elsewhere are not reached: delete those yourself."
            " What a disk keeps of a deleted file is beyond Rondo."
        )
    )
    return lines


def progress_line(progress: Progress) -> str:
    """What is being done at this moment."""
    if progress.what == "copies" and progress.total:
        done = min(progress.done + 1, progress.total)
        return tr("Cleaning copies: {done} of {total}", done=done, total=progress.total)
    if progress.what == "rows":
        return tr("Removing names and notes")
    return tr("Emptying the space they took")


def _removed(receipt: Receipt) -> list[str]:
    counts = [(what, receipt.removed.get(what, 0)) for what in REMOVED]
    said = [one_or_more(count, *_REMOVED[what]) for what, count in counts if count]
    return said or [tr("nothing: there was nothing left")]


def _old_words(receipt: Receipt) -> str:
    """What was gone through at the end of a year."""
    if not receipt.removed.get("needs"):
        return tr("Old jottings erased")
    if receipt.removed.get("observations"):
        return tr("Old jottings and needs erased")
    return tr("Old needs erased")


def _files(title: str, names: Sequence[str]) -> list[str]:
    return [title, *(f"- {name}" for name in names)] if names else []


def _left(left: LeftOut) -> str:
    return f"{left.where}: {tr(_LEFT[left.reason])}."
