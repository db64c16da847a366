"""Evidence worked out the plain way from the fake store."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise

from app.domain.ids import ClassId, FrameworkId, SessionId, SkillId, StationId, StudentId
from app.domain.mastery import tally
from app.domain.observations import Observation
from app.domain.session import Session, Visit
from app.domain.skills import Judgement, Skill
from app.domain.voice import Reflection
from app.ports import Attended, Counted, Latest, Looks, Store, Visited


class FakeEvidence:
    def __init__(self, store: Store) -> None:
        self._store = store

    def latest(
        self, students: Sequence[StudentId], skills: Sequence[SkillId], changed_since: int
    ) -> tuple[Latest, ...]:
        found = []
        for student in students:
            for skill in skills:
                seen = [o for o in self._seen(student_id=student, skill_id=skill) if o.level]
                before = [o for o in seen if o.seen_at <= changed_since]
                if seen:
                    new, old = seen[-1], before[-1].level if before else None
                    found.append(Latest(student, skill, new.level or 0, new.seen_at, old))
        return tuple(found)

    def counts(
        self, students: Sequence[StudentId], skills: Sequence[SkillId], earlier: int
    ) -> tuple[Counted, ...]:
        found = []
        for student in students:
            for skill in skills:
                seen = [o for o in self._seen(student_id=student, skill_id=skill) if o.level]
                before = [o for o in seen if o.seen_at <= earlier]
                if seen:
                    now, then = tally(seen), tally(before)
                    old = then.newest or None
                    looks = (now.newest, now.seen_at, old, now.at_least, then.at_least)
                    found.append(Counted(student, skill, *looks))
        return tuple(found)

    def highest(self, students: Sequence[StudentId], framework_id: FrameworkId) -> int:
        skills = tuple(s.id for s in self._store.find(Skill, framework_id=framework_id))
        seen = self._seen(student_id=tuple(students), skill_id=skills)
        return max((o.level or 0 for o in seen), default=0)

    def newest_looks(
        self, pairs: Sequence[tuple[StudentId, SkillId]], many: int
    ) -> Mapping[tuple[StudentId, SkillId], tuple[tuple[int, int], ...]]:
        return {
            (student, skill): tuple(
                (o.level, o.seen_at)
                for o in reversed(self._seen(student_id=student, skill_id=skill))
                if o.level
            )[:many]
            for student, skill in pairs
        }

    def looked_at(self, framework_id: FrameworkId) -> frozenset[SkillId]:
        skills = tuple(s.id for s in self._store.find(Skill, framework_id=framework_id))
        seen = [o.skill_id for o in self._store.find(Observation, skill_id=skills)]
        seen += [j.skill_id for j in self._store.find(Judgement, skill_id=skills)]
        seen += [r.skill_id for r in self._store.find(Reflection, skill_id=skills)]
        return frozenset(skill for skill in seen if skill is not None)

    def last_seen(self, students: Sequence[StudentId]) -> Mapping[StudentId, int]:
        seen = {s: self._seen(student_id=s) for s in students}
        return {s: looks[-1].seen_at for s, looks in seen.items() if looks}

    def recent(self, class_id: ClassId, limit: int) -> tuple[Observation, ...]:
        return tuple(reversed(self._seen(class_id=class_id)))[:limit]

    def of_student(self, student: StudentId, limit: int) -> tuple[Observation, ...]:
        return tuple(reversed(self._seen(student_id=student)))[:limit]

    def levels_since(self, student: StudentId, since: int) -> tuple[Observation, ...]:
        seen = [o for o in self._seen(student_id=student) if o.level and o.skill_id]
        standing = {o.skill_id: o for o in seen if o.seen_at < since}
        before = sorted(standing.values(), key=lambda o: (o.seen_at, o.id))
        return (*before, *(o for o in seen if o.seen_at >= since))

    def seen_between(self, class_id: ClassId, start: int, end: int) -> tuple[Observation, ...]:
        return tuple(o for o in self._seen(class_id=class_id) if start <= o.seen_at < end)

    def visit_ms(
        self, class_id: ClassId, stations: Sequence[StationId], since: int
    ) -> Mapping[StudentId, int]:
        spent: defaultdict[StudentId, list[tuple[int, int]]] = defaultdict(list)
        for visit in self._store.find(Visit, class_id=class_id, station_id=tuple(stations)):
            if visit.began_at >= since:
                spent[visit.student_id].append((visit.began_at, visit.ended_at))
        return {student: _covered(spans) for student, spans in spent.items()}

    def visit_counts(self, student: StudentId, since: int) -> Mapping[StationId, int]:
        visits = self._store.find(Visit, student_id=student)
        return dict(Counter(v.station_id for v in visits if v.began_at >= since))

    def attended(self, class_id: ClassId, since: int) -> tuple[Attended, ...]:
        began: dict[tuple[SessionId, StudentId], int] = {}
        for visit in self._store.find(Visit, class_id=class_id):
            if visit.began_at >= since:
                key = (visit.session_id, visit.student_id)
                began[key] = min(visit.began_at, began.get(key, visit.began_at))
        homes = {session.id: session.class_id for session in self._store.find(Session)}
        return tuple(
            Attended(who, where, at, homes.get(where, class_id) == class_id)
            for (where, who), at in sorted(began.items())
        )

    def visited(self, class_id: ClassId, since: int) -> tuple[Visited, ...]:
        visits = self._store.find(Visit, class_id=class_id)
        found = {(v.session_id, v.student_id, v.station_id) for v in visits if v.began_at >= since}
        return tuple(Visited(who, where, place) for where, who, place in sorted(found))

    def looks_by_time(self, class_id: ClassId, start: int, end: int) -> tuple[Looks, ...]:
        seen = self.seen_between(class_id, start, end)
        counts = Counter((o.student_id, o.seen_at - o.seen_at % 900_000) for o in seen)
        return tuple(Looks(who, at, counts[who, at]) for who, at in sorted(counts))

    def _seen(self, **equal: object) -> list[Observation]:
        return sorted(self._store.find(Observation, **equal), key=lambda o: (o.seen_at, o.id))


def _covered(spans: Sequence[tuple[int, int]]) -> int:
    """Of the time from the first to the last, what is in any of the spans."""
    edges = sorted({edge for span in spans for edge in span})
    return sum(
        end - begin
        for begin, end in pairwise(edges)
        if any(span[0] <= begin and end <= span[1] for span in spans)
    )
