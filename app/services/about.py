"""Gathering everything about one student, and giving it as data."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from typing import TypeVar

from app.domain.about import AroundIt, Everything, Standing, Version
from app.domain.changes import Entity
from app.domain.choices import Choice
from app.domain.classes import Goal, Rule, SchoolClass, Student
from app.domain.ids import StudentId
from app.domain.lessons import Lesson, Path
from app.domain.mastery import mastery, tally
from app.domain.mentions import NameWords
from app.domain.observations import Attachment, Observation
from app.domain.photos import Photo
from app.domain.pull_outs import PullOut
from app.domain.session import Attendance, Finish, Move, Session, Visit
from app.domain.skills import Framework, Judgement, Skill, Tag
from app.domain.stations import Station
from app.domain.voice import Need, Reflection
from app.ports import Clock, Histories, Store
from app.services.known import known

FORMAT = "rondo student 1"

E = TypeVar("E", bound=Entity)


class AboutService:
    """Reads; nothing is written."""

    def __init__(self, store: Store, clock: Clock, histories: Histories) -> None:
        self._store = store
        self._clock = clock
        self._histories = histories

    def everything(
        self, student_id: StudentId, private: bool = False, needs: bool = False
    ) -> Everything:
        """All there is; private jottings and needs only when asked for.

        Raises `errors.NotFound`.
        """
        student = known(self._store, Student, student_id, "student")
        seen = self._store.find(Observation, student_id=student_id)
        shown = tuple(one for one in seen if private or not one.private)
        visits = self._store.find(Visit, student_id=student_id)
        moves = self._store.find(Move, student_id=student_id)
        attendance = self._store.find(Attendance, student_id=student_id)
        paths = self._store.find(Path, student_id=student_id)
        taught = [v.session_id for v in visits] + [m.session_id for m in moves]
        sessions = self._by_id(Session, taught + [a.session_id for a in attendance])
        choices = self._store.find(Choice, student_id=student_id)
        kept = self._store.find(Attachment, observation_id=tuple(one.id for one in shown))
        attached = tuple(one for one in kept if one.content)
        judged = self._store.find(Judgement, student_id=student_id)
        said = self._store.find(Reflection, student_id=student_id)
        sessions = {**sessions, **self._by_id(Session, (one.session_id for one in said))}
        around = self._around(
            shown, (*shown, *judged, *said), visits, moves, paths, sessions, choices
        )
        rules = self._store.find(Rule)
        return Everything(
            made_at=self._clock.now_ms(),
            student=student,
            school_class=known(self._store, SchoolClass, student.class_id, "class"),
            standings=_standings(shown, judged, around),
            observations=shown,
            histories=self._histories.of(Observation, [one.id for one in shown]),
            names=self._histories.of(Student, [student_id]).get(student_id, ()),
            photos=tuple(p for p in self._store.find(Photo, student_id=student_id) if p.image),
            attachments=attached if student.pictures else (),
            pictures_left_out=0 if student.pictures else len(attached),
            judgements=judged,
            goals=self._store.find(Goal, student_id=student_id),
            visits=visits,
            attendance=attendance,
            moves=moves,
            paths=paths,
            finishes=self._store.find(Finish, student_id=student_id),
            pull_outs=self._store.find(PullOut, student_id=student_id),
            choices=choices,
            reflections=said,
            needs=self._store.find(Need, student_id=student_id) if needs else None,
            rules=tuple(rule for rule in rules if student_id in rule.student_ids),
            around=around,
            naming=self._naming(
                student, around, [*(one.note for one in shown), *(one.words for one in said)]
            ),
            left_out=len(seen) - len(shown),
        )

    def _around(
        self,
        seen: Sequence[Observation],
        skilled: Sequence[Observation | Judgement | Reflection],
        visits: Sequence[Visit],
        moves: Sequence[Move],
        paths: Sequence[Path],
        sessions: Mapping[int, Session],
        choices: Sequence[Choice],
    ) -> AroundIt:
        skills = self._by_id(Skill, (one.skill_id for one in skilled))
        places: list[int | None] = [one.station_id for one in seen]
        places += [visit.station_id for visit in visits]
        places += [move.station_id for move in moves]
        places += [station for path in paths for station in path.stations]
        places += [station for choice in choices for station in choice.station_ids]
        lessons = [path.lesson_id for path in paths] + [s.lesson_id for s in sessions.values()]
        return AroundIt(
            skills=skills,
            frameworks=self._by_id(Framework, (s.framework_id for s in skills.values())),
            tags=self._by_id(Tag, (tag for one in seen for tag in one.tag_ids)),
            stations=self._by_id(Station, places),
            sessions=sessions,
            lessons=self._by_id(Lesson, lessons),
        )

    def _naming(self, student: Student, around: AroundIt, texts: Iterable[str]) -> int:
        """Texts that somebody should read before they are handed over.

        Who shared a lesson with the student may be named, whatever class they are of.
        """
        lessons = around.lessons.values()
        classes = {student.class_id, *(lesson.class_id for lesson in lessons)}
        guests = {guest for lesson in lessons for guest in lesson.guest_ids}
        others = {
            *self._store.find(Student, class_id=tuple(classes)),
            *self._store.find(Student, id=tuple(guests)),
        }
        words = NameWords(other.name for other in others if other.id != student.id)
        return sum(1 for text in texts if words.found(text))

    def _by_id(self, kind: type[E], wanted: Iterable[int | None]) -> Mapping[int, E]:
        ids = tuple(sorted({own for own in wanted if own is not None}))
        return {entity.id: entity for entity in self._store.find(kind, id=ids)}


def _standings(
    seen: Sequence[Observation], judged: Sequence[Judgement], around: AroundIt
) -> tuple[Standing, ...]:
    """By the method of each framework; what was set by hand counts instead."""
    evidence: dict[int, list[Observation]] = {}
    for one in seen:
        if one.skill_id is not None and one.level is not None:
            evidence.setdefault(one.skill_id, []).append(one)
    by_hand: dict[int, Judgement] = {one.skill_id: one for one in judged}
    found = []
    for skill_id in dict.fromkeys((*evidence, *by_hand)):
        skill = around.skills.get(skill_id)
        framework = around.frameworks.get(skill.framework_id) if skill else None
        if skill is None or framework is None:
            continue
        counted, own = tally(evidence.get(skill_id, ())), by_hand.get(skill_id)
        level = own.level if own else mastery(counted, framework.how)
        at = own.at if own else counted.seen_at
        found.append(Standing(skill, level, _word(around, skill, level), at, own is not None))
    return tuple(found)


def _word(around: AroundIt, skill: Skill, level: int) -> str:
    framework = around.frameworks.get(skill.framework_id)
    known_words = framework.levels if framework else ()
    return known_words[level - 1] if 1 <= level <= len(known_words) else ""


def as_data(about: Everything) -> dict[str, object]:
    """Everything as JSON keeps it: each record with its own fields, and the words beside them."""
    around = about.around
    return {
        "format": FORMAT,
        "made_at": about.made_at,
        "student": _plain(about.student) | {"history": _versions(about, about.names)},
        "class": _plain(about.school_class),
        "levels": [
            {
                "skill_id": one.skill.id,
                "skill": one.skill.statement,
                "level": one.level,
                "level_word": one.word,
                "seen_at": one.seen_at,
                "set_by_hand": one.by_hand,
            }
            for one in about.standings
        ],
        "observations": [_observation(about, one) for one in about.observations],
        "photos": [*map(_plain, about.photos)],
        "attachments": [*map(_plain, about.attachments)],
        "attachments_left_out": about.pictures_left_out,
        "levels_set_by_hand": [*map(_plain, about.judgements)],
        "goals": [*map(_plain, about.goals)],
        "visits": [_plain(one) | _at_station(around, one.station_id) for one in about.visits],
        "attendance": [*map(_plain, about.attendance)],
        "moves": [_plain(one) | _at_station(around, one.station_id) for one in about.moves],
        "plans": [_plain(one) | _lesson(around, one) for one in about.paths],
        "finished_early": [*map(_plain, about.finishes)],
        "pull_outs": [*map(_plain, about.pull_outs)],
        "choices": [_plain(one) | _chosen(around, one) for one in about.choices],
        "reflections": [_plain(one) | _rated(about, one) for one in about.reflections],
        "needs": None if about.needs is None else [*map(_plain, about.needs)],
        "rules": [
            {"id": rule.id, "kind": rule.kind, "others": len(rule.student_ids) - 1}
            for rule in about.rules
        ],
        "notes_that_name_others": about.naming,
        "private_left_out": about.left_out,
    }


def _observation(about: Everything, seen: Observation) -> dict[str, object]:
    around = about.around
    skill = around.skills.get(seen.skill_id or 0)
    return (
        _plain(seen)
        | _at_station(around, seen.station_id)
        | {
            "skill": skill.statement if skill else None,
            "level_word": about.level_word(seen.skill_id, seen.level) or None,
            "tags": [around.tags[tag].name for tag in seen.tag_ids if tag in around.tags],
            "history": _versions(about, about.histories.get(seen.id, ())),
        }
    )


def _rated(about: Everything, said: Reflection) -> dict[str, object]:
    skill = about.around.skills.get(said.skill_id or 0)
    return {
        "skill": skill.statement if skill else None,
        "level_word": about.level_word(said.skill_id, said.level) or None,
    }


def _at_station(around: AroundIt, station_id: int | None) -> dict[str, object]:
    station = around.stations.get(station_id or 0)
    return {"station": station.name if station else None}


def _chosen(around: AroundIt, choice: Choice) -> dict[str, object]:
    known_stations = (around.stations.get(own) for own in choice.station_ids)
    return {"stations": [station.name for station in known_stations if station]}


def _lesson(around: AroundIt, path: Path) -> dict[str, object]:
    lesson = around.lessons.get(path.lesson_id)
    return {"day": lesson.day, "subject": lesson.subject} if lesson else {}


def _versions(about: Everything, versions: Sequence[Version]) -> list[dict[str, object]]:
    return [
        {
            "at": version.at,
            "verb": version.verb,
            "before": _theirs(about, version.before),
            "after": _theirs(about, version.after),
        }
        for version in versions
    ]


def _theirs(about: Everything, entity: Entity | None) -> dict[str, object] | None:
    """What a record said while it was, by mistake, about somebody else is not handed over."""
    plain = _plain(entity)
    own = plain.get("student_id", about.student.id) == about.student.id
    return plain if plain and own else None


def _plain(entity: Entity | None) -> dict[str, object]:
    """The record's own fields."""
    if entity is None:
        return {}
    return {field.name: getattr(entity, field.name) for field in fields(_dataclass_of(entity))}


def _dataclass_of(entity: Entity) -> type:
    return type(entity)
