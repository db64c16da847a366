"""What else happened with a student besides what was seen: lessons, absences, goals."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from app.domain.classes import Goal
from app.domain.ids import SessionId
from app.domain.session import PRESENT, Attendance, Visit
from app.domain.voice import Reflection

LESSON, GOAL, STEP, OUT, SAID = "lesson", "goal", "step", "out", "said"
A_SLIP_MS = 60_000
"""Clicks go through the words of attendance: one that stood for less is no word."""
MINUTE_MS = 60_000


@dataclass(frozen=True, slots=True)
class Happening:
    """One entry at `at` (ms UTC).

    `kind` is "lesson" (`words` are the stations in order, `minutes` in all), "goal" (set: its
    title), "step" (done: its words, then the goal's title), "out" (the state, then the reason) or
    "said" (of themselves: the sentence, then the skill, both perhaps empty; `face` how it went,
    `level` the own one).
    """

    at: int
    kind: str
    words: tuple[str, ...]
    minutes: int = 0
    face: int | None = None
    level: int | None = None


def lessons(visits: Iterable[Visit], stations: Mapping[int, str]) -> list[Happening]:
    """One for each lesson: where the student was, and how long in all."""
    by_session: defaultdict[SessionId, list[Visit]] = defaultdict(list)
    for visit in sorted(visits, key=lambda v: (v.began_at, v.id)):
        by_session[visit.session_id].append(visit)
    found = []
    for own in by_session.values():
        places = tuple(dict.fromkeys(stations.get(visit.station_id, "") for visit in own))
        spent = sum(visit.ended_at - visit.began_at for visit in own)
        words = tuple(place for place in places if place)
        found.append(Happening(own[0].began_at, LESSON, words, spent // MINUTE_MS))
    return found


def goals(kept: Iterable[Goal]) -> list[Happening]:
    """When each goal was set, and when each of its steps was done."""
    found = []
    for goal in kept:
        found.append(Happening(goal.since, GOAL, (goal.title,)))
        done = zip(goal.steps, goal.done_at, strict=False)
        found += [Happening(at, STEP, (step, goal.title)) for step, at in done if at is not None]
    return found


def absences(words: Iterable[Attendance]) -> list[Happening]:
    """When the student was absent, late or away in a lesson, with the reason."""
    by_session: defaultdict[SessionId, list[Attendance]] = defaultdict(list)
    for word in sorted(words, key=lambda w: (w.at, w.id)):
        by_session[word.session_id].append(word)
    found = []
    for own in by_session.values():
        ends = [after.at for _, after in pairwise(own)]
        for word, end in zip(own, [*ends, None], strict=True):
            stood = end is None or end - word.at >= A_SLIP_MS
            if word.state != PRESENT and stood:
                found.append(Happening(word.at, OUT, (word.state, word.reason)))
    return found


def reflections(kept: Iterable[Reflection], skills: Mapping[int, str]) -> list[Happening]:
    """What the student said, each with the skill it is about."""
    return [
        Happening(
            one.said_at,
            SAID,
            (one.words, skills.get(one.skill_id or 0, "")),
            face=one.face,
            level=one.level,
        )
        for one in kept
    ]


def newest_first(*parts: Iterable[Happening], since: int) -> tuple[Happening, ...]:
    """All of them from an instant (ms UTC) on."""
    every = [one for part in parts for one in part if one.at >= since]
    return tuple(sorted(every, key=lambda one: (-one.at, one.kind, one.words)))
