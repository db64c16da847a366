"""What is said of a line that waits."""

from app.domain.observations import Draft
from app.domain.stations import Station
from app.ports import Clock
from ui.capture.palette_words import day_words
from ui.capture.words import DOT, tr
from ui.format import clock_time


def seen_there(draft: Draft, station: Station | None, clock: Clock) -> str:
    """Where, in which round, when and by whom it was seen."""
    then, now = clock.local(draft.seen_at), clock.local(clock.now_ms())
    round_ = tr("round {round}", round=draft.round) if draft.round else ""
    when = f"{day_words(then, now)} {clock_time(then)}"
    parts = (station.name if station else "", round_, when, draft.adult)
    return tr("Kept: {what}", what=DOT.join(part for part in parts if part))
