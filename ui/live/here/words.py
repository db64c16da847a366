"""What is said of who is here, who leaves, who is owed a visit and who is done."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import QLocale

from app.domain.day_time import write_minute
from app.domain.early import Offer
from app.domain.ids import StationId
from app.domain.live import LiveScene
from app.domain.outings import Outing
from app.domain.owed import Owed
from ui.format import day_short
from ui.live.words import counted, free_seats, tr

MINUTE_MS = 60_000
NAMED = 2


def some_names(names: Sequence[str]) -> str:
    """Two names, and how many more."""
    if len(names) > NAMED:
        shown = ", ".join(names[:NAMED])
        return counted(
            "{names} and %n more", "{names} and %n more", len(names) - NAMED, names=shown
        )
    if len(names) == NAMED:
        return tr("{one} and {other}", one=names[0], other=names[1])
    return "".join(names)


def leaves(scene: LiveScene, outings: Sequence[Outing], now: int) -> str:
    """Who leaves, of outings that begin at one time for one reason."""
    first = outings[0]
    minutes = max(1, -(-(first.begins_at - now) // MINUTE_MS))
    who = some_names([scene.names[outing.student_id] for outing in outings])
    facts: dict[str, object] = {"who": who, "minutes": minutes, "why": first.pull_out.reason}
    if first.pull_out.reason:
        one, many = (
            "{who} leaves for {why} in {minutes} min",
            "{who} leave for {why} in {minutes} min",
        )
    else:
        one, many = "{who} leaves in {minutes} min", "{who} leave in {minutes} min"
    return tr(one if len(outings) == 1 else many, **facts)


def call_off(outing: Outing) -> str:
    """The line of a menu that cancels an outing, or lets it take place after all."""
    facts = {"why": outing.pull_out.reason, "time": write_minute(outing.pull_out.begins)}
    if outing.cancelled:
        if facts["why"]:
            return tr("Out for {why} at {time} today after all", **facts)
        return tr("Out at {time} today after all", **facts)
    if facts["why"]:
        return tr("Cancel today: out for {why} at {time}", **facts)
    return tr("Cancel today: out at {time}", **facts)


def since(iso: str, today: date) -> str:
    """The weekday within a week, else the day: "today", "Tuesday", "Tue 5 May"."""
    day = date.fromisoformat(iso)
    if day == today:
        return tr("today")
    if 0 <= (today - day).days < 7:
        return QLocale.c().dayName(day.isoweekday())
    return day_short(day)


def owed_line(debts: Sequence[Owed], stations: Mapping[StationId, str], today: date) -> str:
    """What a student is owed: "Owed a visit to Teacher table since Tuesday"."""
    first = debts[0]
    facts = {"station": stations.get(first.station_id, ""), "day": since(first.day, today)}
    if len(debts) == 1:
        return tr("Owed a visit to {station} since {day}", **facts)
    return counted(
        "Owed %n visit, the first to {station} since {day}",
        "Owed %n visits, the first to {station} since {day}",
        len(debts),
        **facts,
    )


def done_line(offer: Offer) -> str:
    """What a student who is done may do: "Done: Read on, or may go to Choice, 2 free seats"."""
    place = ""
    if offer.stations:
        station, free = offer.stations[0]
        place = tr("may go to {station}, {seats}", station=station.name, seats=free_seats(free))
    if offer.next_task and place:
        return tr("Done: {task}, or {place}", task=offer.next_task, place=place)
    return tr("Done: {task}", task=offer.next_task or place) if offer.next_task or place else ""
