"""Templates of lessons: the models teachers know, as what they set in a lesson."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.lessons import IN_GROUPS, OWN_PATHS, Lesson
from app.domain.stations import TEACHER_LED, Station
from app.domain.wishes import WISHES

STATIONS, LAB, OWN, FLIPPED, WORKSHOP, NEED, ROTATION, CHOICE = (
    "stations",
    "lab",
    "own",
    "flipped",
    "workshop",
    "need",
    "rotation",
    "choice",
)

SHORTEST, LONGEST = 8, 20
"""Minutes of a round: in fewer nothing is begun, after more nobody sits still."""


@dataclass(frozen=True, slots=True)
class Template:
    """What a model sets: how students move, which kinds of stations, how many rounds at most.

    `kinds` empty is every station; `rounds` 0 is as many as there are stations. `wishes` come
    before the usual ones.
    """

    word: str
    mode: str
    kinds: tuple[str, ...] = ()
    rounds: int = 0
    wishes: tuple[str, ...] = ()


TEMPLATES = (
    Template(STATIONS, IN_GROUPS, rounds=4),
    Template(LAB, IN_GROUPS, ("online", TEACHER_LED, "collaborative"), rounds=3),
    Template(OWN, OWN_PATHS, rounds=4, wishes=("owed", "need", "choices")),
    Template(FLIPPED, OWN_PATHS, rounds=3, wishes=("owed", "need", "ready")),
    Template(WORKSHOP, OWN_PATHS, ("project", "collaborative", TEACHER_LED), 2, ("stable",)),
    Template(NEED, OWN_PATHS, rounds=2, wishes=("need", "ready")),
    Template(ROTATION, IN_GROUPS, rounds=2, wishes=("partners",)),
    Template(CHOICE, OWN_PATHS, rounds=4, wishes=("choices", "partners")),
)
"""Station rotation; lab rotation (one station is another room); own paths; flipped (who did not
prepare comes to a station that catches up first); workshop; What I Need; a rotation over several
lessons; choice."""


def template(word: str) -> Template:
    """Raises `KeyError` for a word that is no template."""
    return {own.word: own for own in TEMPLATES}[word]


def shaped(
    own: Template, lesson: Lesson, stations: Sequence[Station], minutes: int | None
) -> Lesson:
    """The lesson as the template has it, with rounds that fill the minutes there are.

    A class without stations of the kinds gets all of them.
    """
    fitting = [s for s in stations if s.kind in own.kinds]
    chosen = fitting if len(fitting) > 1 else list(stations)
    most = min(own.rounds or len(chosen), max(1, len(chosen)))
    rounds, seconds = most, lesson.round_seconds
    if minutes is not None:
        rounds, seconds = in_minutes(minutes, lesson.transition_seconds // 60, most)
    return replace(
        lesson,
        station_ids=tuple(station.id for station in chosen),
        rounds=rounds,
        round_seconds=seconds,
        warning_seconds=min(lesson.warning_seconds, seconds // 2),
        mode=own.mode,
        wishes=_first(own.wishes, lesson.wishes),
        template=own.word,
    )


def in_minutes(minutes: int, transition: int, most: int) -> tuple[int, int]:
    """As many rounds as have a worthwhile length, and that length in seconds: whole minutes."""
    rounds = max(1, most)
    while rounds > 1 and _each(minutes, transition, rounds) < SHORTEST:
        rounds -= 1
    return rounds, 60 * max(1, min(LONGEST, _each(minutes, transition, rounds)))


def _each(minutes: int, transition: int, rounds: int) -> int:
    return (minutes - transition * (rounds - 1)) // rounds


def _first(wishes: tuple[str, ...], others: tuple[str, ...]) -> tuple[str, ...]:
    """These before the usual ones; nothing where nothing is asked for."""
    from_usual = others or WISHES
    return (*wishes, *(wish for wish in from_usual if wish not in wishes)) if wishes else others
