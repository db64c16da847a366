"""Planning a lesson of a class without a window: the same questions as the page asks."""

import json
from argparse import Namespace
from collections.abc import Mapping
from dataclasses import asdict

from app.classroom import Classroom
from app.domain.ids import StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import Lesson
from app.domain.planning.values import Conflict, PlanProgress, Proposal
from app.errors import NotFound
from app.ports import Clock
from app.services.lessons import LessonService
from app.services.plans.service import PlanningService
from data.paths import Profile
from ui.bootstrap import open_profile
from ui.cli.output import NOT_MET, Output
from ui.plan.rules.lines import rule_lines

NO_OUTINGS: Mapping[StudentId, str] = {}


def plan_lesson(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Plan it; nothing is written but with `--keep`. 1 when rules clash, or without a lesson."""
    opened = open_profile(profile, clock, arguments.key)
    try:
        if arguments.keep:
            opened.must_write()
        room = opened.classroom
        lesson = _lesson(room, arguments.class_name, arguments.lesson)
        plans = PlanningService(room)
        job = plans.ask(lesson.id, arguments.way, arguments.seed, arguments.seconds)
        found = job.run(_on)
        picture = plans.table(lesson.id).picture
        if isinstance(found, Conflict):
            return _clash(picture, found, output)
        if arguments.keep:
            plans.use(lesson.id, found)
    finally:
        opened.close()
    told = _told(picture, found)
    if arguments.out:
        arguments.out.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return output.result(told, lambda: _lines(told))


def _on(_progress: PlanProgress) -> bool:
    return True


def _lesson(room: Classroom, class_name: str, day: str | None) -> Lesson:
    """The lesson of a day, else the one that comes next. Raises `errors.NotFound`."""
    school_class = room.class_named(class_name)
    lessons = LessonService(room)
    if day is None:
        found = lessons.next(school_class.id)
    else:
        of_day = room.store.find(Lesson, class_id=school_class.id, day=day)
        found = max(of_day, key=lambda lesson: lesson.id, default=None)
    if found is None:
        raise NotFound("lesson", day or class_name)
    return found


def _told(picture: LessonPicture, found: Proposal) -> dict[str, object]:
    names = {station.id: station.name for station in picture.stations}
    rounds = range(1, picture.lesson.rounds + 1)
    own = {path.student_id: path for path in found.paths}
    return {
        "lesson": {"id": picture.lesson.id, "day": picture.lesson.day},
        "way": found.way,
        "places": {
            picture.names[s.id]: [names.get(at) if at else None for at in map(own[s.id].at, rounds)]
            for s in picture.students
            if s.id in own
        },
        "groups": {picture.names[s.id]: own[s.id].group for s in picture.students if s.id in own},
        "quality": asdict(found.quality),
        "changes": len(found.changes),
    }


def _lines(told: Mapping[str, object]) -> list[str]:
    places = told["places"]
    rows = places.items() if isinstance(places, dict) else ()
    return [f"{name}: {', '.join(at or '–' for at in row)}" for name, row in rows]


def _clash(picture: LessonPicture, found: Conflict, output: Output) -> int:
    if not found.rules:
        return output.problem("No plan was found in this time. Give it more seconds.")
    lines = rule_lines(picture, found.rules, NO_OUTINGS)
    why = "These can't all hold; without any one of them the others can: "
    why += "; ".join(f"{line.title}: {line.problem or line.kind}" for line in lines)
    if output.as_json:
        told = [{"rule": line.key, "about": line.title, "why": line.problem} for line in lines]
        output.result({"conflict": [state.key for state in found.rules], "rules": told}, ())
        output.aside(why)
    else:
        output.problem(why)
    return NOT_MET
