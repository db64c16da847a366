"""Recording and listing what was seen."""

from argparse import Namespace
from collections.abc import Mapping
from datetime import UTC, datetime

from app.classroom import Classroom
from app.domain.capture.strict import strict
from app.domain.classes import Student
from app.domain.ids import ClassId
from app.domain.observations import Observation
from app.domain.roster.errors import NotText
from app.domain.skills import Framework, Skill, Tag
from app.domain.stations import Station
from app.errors import ClassroomError
from app.ports import Clock
from app.services.live import LiveService
from app.services.observe import ObserveService
from app.services.roll import class_roll
from app.services.vocabulary import VocabularyService
from data.paths import Profile
from ui.bootstrap import open_profile
from ui.cli.output import DONE, NOT_MET, Output
from ui.problems import problem


def observe(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Record a capture line, or one a line from standard input, or list those there are."""
    opened = open_profile(profile, clock, arguments.key)
    try:
        if not arguments.listing:
            opened.must_write()
        desk = Observer(opened.classroom, opened.classroom.class_named(arguments.class_name).id)
        if arguments.listing:
            found = desk.newest(arguments.limit)
            listed: list[object] = list(found)
            return output.result(listed, lambda: [_line(one) for one in found])
        if arguments.lines:
            return _record_lines(desk, arguments, output)
        seen = desk.as_data(desk.record(arguments.line))
        return output.result(seen, lambda: [f"saved {seen['id']}", _line(seen)])
    finally:
        opened.close()


def _record_lines(desk: "Observer", arguments: Namespace, output: Output) -> int:
    """One observation a line; each is told as soon as it is durable, a bad line stops nothing."""
    done: list[object] = []
    refused = 0
    for number, line in enumerate(arguments.stdin, 1):
        if not line.strip("\ufeff \t\r\n"):
            continue
        try:
            seen = desk.record(line)
        except ClassroomError as error:
            refused += 1
            output.aside(f"line {number}: {problem(error)}")
            done.append({"line": number, "saved": None, "problem": problem(error)})
            continue
        done.append({"line": number, "saved": seen.id})
        if not output.as_json:
            output.now(f"saved {seen.id}")
    if output.as_json:
        output.result(done, ())
    return NOT_MET if refused else DONE


def _text(line: str) -> str:
    """The line, unless some of its bytes were no text. Raises `NotText`."""
    try:
        return line.encode().decode().lstrip("\ufeff")
    except UnicodeEncodeError as error:
        raise NotText("The line", "line") from error


class Observer:
    """Records and reads observations of one class."""

    def __init__(self, room: Classroom, class_id: ClassId) -> None:
        self._room = room
        self._class_id = class_id
        self._words = VocabularyService(room.store)
        self._service = ObserveService(room)

    def record(self, line: str) -> Observation:
        """What the line says, where the student is now. Raises what `strict` and `record` do."""
        scene = LiveService(self._room).scene(self._class_id)
        words = self._words.of_scene(scene) if scene else self._words.of_class(self._class_id)
        said = strict(_text(line), words)
        return self._service.record(
            self._class_id,
            said.student_id,
            skill_id=said.skill_id,
            level=said.level,
            tag_ids=said.tag_ids,
            note=said.note,
            scene=scene,
        )

    def newest(self, limit: int) -> list[dict[str, object]]:
        found = self._room.evidence.recent(self._class_id, limit)
        return [self.as_data(observation) for observation in found]

    def as_data(self, seen: Observation) -> dict[str, object]:
        """An observation with the names of what it is about; a jotting keeps its note to itself."""
        _, names = class_roll(self._room.store, self._class_id)
        store = self._room.store
        skill = store.get(Skill, seen.skill_id) if seen.skill_id else None
        station = store.get(Station, seen.station_id) if seen.station_id else None
        tags = store.find(Tag, id=seen.tag_ids)
        student = store.get(Student, seen.student_id)
        return {
            "id": seen.id,
            "student": names.get(seen.student_id, student.name.full if student else ""),
            "seen_at": datetime.fromtimestamp(seen.seen_at / 1000, UTC).isoformat(),
            "level": seen.level,
            "level_word": self._word(skill, seen.level),
            "skill": skill.statement if skill else None,
            "tags": [tag.name for tag in tags],
            "note": None if seen.private else seen.note,
            "station": station.name if station else None,
            "round": seen.round,
        }

    def _word(self, skill: Skill | None, level: int | None) -> str | None:
        framework = self._room.store.get(Framework, skill.framework_id) if skill else None
        if framework is None or level is None or level > len(framework.levels):
            return None
        return framework.levels[level - 1]


def _line(seen: Mapping[str, object]) -> str:
    tags = seen["tags"]
    parts = [seen["seen_at"], seen["student"], seen["skill"], seen["level_word"]]
    parts += [*(tags if isinstance(tags, list) else []), seen["note"]]
    return " · ".join(str(part) for part in parts if part)
