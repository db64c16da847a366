"""Stations that take nobody in some rounds: closed as a set, and opened again one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.classroom import Classroom
from app.domain.changes import Change, Label, gone, label, made
from app.domain.classes import CLOSED, Rule
from app.domain.ids import LessonId, RuleId, StationId
from app.domain.lessons import Lesson
from app.domain.stations import Station
from app.services.known import known


class ClosingService:
    """Each call that writes is one undo step."""

    def __init__(self, room: Classroom) -> None:
        self._room = room

    def close_stations(
        self,
        lesson_id: LessonId,
        stations: Sequence[StationId],
        rounds: Sequence[int],
        only_here: bool = True,
    ) -> Rule:
        """Nobody comes to these stations in these rounds, in the lesson or in every one.

        Raises `ValueError` when no station is named, or no round.
        """
        lesson = known(self._room.store, Lesson, lesson_id, "lesson")
        own = RuleId(self._room.ids())
        blank = Rule(own, lesson.class_id, CLOSED, ())
        rule = _closing(blank, lesson_id if only_here else None, stations, rounds)
        self._room.workspace.edit(self._closed(rule), made(rule))
        return rule

    def change_closing(
        self,
        rule_id: RuleId,
        lesson_id: LessonId,
        stations: Sequence[StationId],
        rounds: Sequence[int],
        only_here: bool = True,
    ) -> Rule:
        """Close others, or in other rounds. Raises as `close_stations` does."""
        before = known(self._room.store, Rule, rule_id, "rule")
        after = _closing(before, lesson_id if only_here else None, stations, rounds)
        if after != before:
            self._room.workspace.edit(label("rule changed"), Change(before, after))
        return after

    def close(self, lesson_id: LessonId, station_id: StationId, *numbers: int) -> None:
        """Close a station in more rounds of the lesson; in all its rounds it is one rule."""
        found = self._room.store.find(Rule, lesson_id=lesson_id)
        own = [r for r in found if r.kind == CLOSED and r.station_ids == (station_id,)]
        if not own:
            self.close_stations(lesson_id, (station_id,), numbers)
            return
        after = _closing(own[0], lesson_id, (station_id,), (*own[0].rounds, *numbers))
        said = self._closed(replace(after, rounds=numbers))
        self._room.workspace.edit(said, Change(own[0], after))

    def open(self, lesson_id: LessonId, station_id: StationId, *numbers: int) -> None:
        """Let a station take students in rounds again, whichever rules closed it."""
        lesson = known(self._room.store, Lesson, lesson_id, "lesson")
        rules = [
            rule
            for rule in self._room.store.find(Rule, class_id=lesson.class_id)
            if rule.kind == CLOSED and rule.holds_in(lesson_id)
            if set(numbers) & set(rule.rounds) and station_id in rule.station_ids
        ]
        changes = [change for rule in rules for change in self._opened(rule, station_id, numbers)]
        if changes:
            opened = sorted({number for rule in rules for number in rule.rounds} & set(numbers))
            station = known(self._room.store, Station, station_id, "station")
            verb = "station open" if len(opened) == 1 else "station open often"
            said = label(verb, station=station.name, round=", ".join(map(str, opened)))
            self._room.workspace.edit(said, *changes)

    def _opened(self, rule: Rule, station: StationId, numbers: Sequence[int]) -> Iterator[Change]:
        """The rule without this station in these rounds: it may take two rules to say that."""
        others = tuple(own for own in rule.station_ids if own != station)
        left = tuple(own for own in rule.rounds if own not in numbers)
        if not others and not left:
            yield gone(rule)
        if others:
            yield Change(rule, replace(rule, station_ids=others))
        if left:
            after = replace(rule, station_ids=(station,), rounds=left)
            if others:
                yield made(replace(after, id=RuleId(self._room.ids())))
            else:
                yield Change(rule, after)

    def _closed(self, rule: Rule) -> Label:
        found = self._room.store.find(Station, id=rule.station_ids)
        names = ", ".join(station.name for station in found)
        rounds = ", ".join(map(str, rule.rounds))
        verb = "station closed" if len(rule.rounds) == 1 else "station closed often"
        return label(verb, station=names, rounds=rounds)


def _closing(
    rule: Rule, lesson: LessonId | None, stations: Sequence[StationId], rounds: Sequence[int]
) -> Rule:
    if not stations or not rounds:
        raise ValueError((stations, rounds))
    numbers = tuple(sorted(set(rounds)))
    return replace(rule, lesson_id=lesson, station_ids=tuple(stations), rounds=numbers)
