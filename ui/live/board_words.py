"""What the console says of the board: who cannot read it, and what would help."""

from app.domain.board.legible import Advice, Sight
from ui.live.words import counted, tr

MOST_NAMES = 8


def sight_line(advice: Advice, sight: Sight | None, students: int) -> str:
    """Up to where names can be read, and which the last row cannot."""
    reach = tr("Every name can be read up to {metres} m away.", metres=_metres(advice.farthest))
    if sight is None:
        return " ".join((reach, tr("Say in Settings how far the last row is.")))
    if not advice.unread:
        return reach
    away = tr("From the last row, {metres} m away,", metres=_metres(sight.seat))
    return f"{away} {_unread(advice, students)} {reach}"


def help_lines(advice: Advice, sight: Sight | None, paged: bool) -> tuple[str, ...]:
    """What would help the last row, each by itself; `paged`: pages are already switched on."""
    if sight is None or not advice.unread:
        return ()
    found = [
        tr(
            "A picture {wanted} m high instead of {now} m.",
            wanted=_metres(advice.image, 2),
            now=_metres(sight.image, 2),
        )
    ]
    if advice.pages and not paged:
        found.append(tr("{pages} pages by turns: Settings, Board.", pages=advice.pages))
    if advice.stations:
        found.append(tr("No more than {count} stations.", count=advice.stations))
    if advice.shorter:
        names = _listed(advice.shorter)
        found.append(tr("Shorter names, the first name alone: {names}.", names=names))
    return tuple(found)


def hint(unread: int, students: int) -> str:
    """The same in a few words, beside the miniature."""
    if unread == students:
        return tr("The last row cannot read the names.")
    return counted(
        "The last row cannot read %n name.", "The last row cannot read %n names.", unread
    )


def _unread(advice: Advice, students: int) -> str:
    if len(advice.unread) == students:
        return tr("no name can be read.")
    return tr("these cannot be read: {names}.", names=_listed(advice.unread))


def _listed(names: tuple[str, ...]) -> str:
    more = len(names) - MOST_NAMES
    listed = ", ".join(names[:MOST_NAMES])
    return listed if more <= 0 else tr("{names} and {count} more", names=listed, count=more)


def _metres(value: float, digits: int = 1) -> str:
    return f"{value:.{digits}f}".rstrip("0").rstrip(".")
