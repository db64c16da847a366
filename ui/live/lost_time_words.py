"""What a way on says about itself."""

from collections.abc import Callable

from app.domain.live import LiveScene
from app.domain.lost_time import FEWER, SHORTER, WayOn
from app.domain.stations import TEACHER_LED, Station
from ui.live.words import counted, tr

MINUTE_MS = 60_000
_MOST_NAMED = 6


def title(way: WayOn) -> str:
    """The name of the way."""
    return tr({SHORTER: "Shorter rounds", FEWER: "Fewer rounds"}.get(way.kind, "As planned"))


def text(way: WayOn, scene: LiveScene, clock_time: Callable[[int], str], end_at: int) -> str:
    """What it means and whom it costs what; `end_at` is when the lesson was to end."""
    ends = clock_time(end_at + way.late_ms)
    if way.kind == SHORTER:
        return tr(
            "Rounds of {length} instead of {before} min, from the next one on."
            " Nobody loses a station. Ends at {end}.",
            length=_minutes(way.round_ms),
            before=_minutes(way.round_ms + way.less_ms),
            end=ends,
        )
    if way.kind == FEWER:
        today = counted("%n round today.", "%n rounds today.", way.rounds)
        return " ".join([today, tr("Ends at {end}.", end=ends), *_missed(way, scene)])
    late = counted("%n minute late", "%n minutes late", round(way.late_ms / MINUTE_MS))
    return tr("Nobody misses anything. Ends at {end}, {late}.", end=ends, late=late)


def action(way: WayOn) -> str:
    """What its button says."""
    said = {SHORTER: "Shorten the rounds", FEWER: "Drop rounds"}
    return tr(said.get(way.kind, "Leave it as it is"))


def _missed(way: WayOn, scene: LiveScene) -> list[str]:
    """Who waits for the teacher, by name; how many wait for the other stations."""
    led = [station for station in scene.stations if station.kind == TEACHER_LED]
    said = [_waits(station, way, scene) for station in led if station.id in way.missed]
    others = {s.id: s for s in scene.stations if s.kind != TEACHER_LED and s.id in way.missed}
    count = len({student for key in others for student in way.missed[key]})
    if count:
        one = "%n student waits until next time for {stations}."
        many = "%n students wait until next time for one of {stations}."
        names = ", ".join(station.name for station in others.values())
        said.append(counted(one, many, count, stations=names))
    return said


def _waits(station: Station, way: WayOn, scene: LiveScene) -> str:
    names = [scene.names.get(student, "") for student in way.missed[station.id]]
    shown, more = names[:_MOST_NAMED], len(names) - _MOST_NAMED
    who = ", ".join(shown)
    if more > 0:
        who = counted("{who} and %n more", "{who} and %n more", more, who=who)
    return tr("{station} waits until next time for {who}.", station=station.name, who=who)


def _minutes(ms: int) -> str:
    return f"{ms / MINUTE_MS:g}"
