"""The rules of a lesson in the words of the panel."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.classes import APART, CLOSED, TOGETHER, VISIT
from app.domain.day_time import write_minute
from app.domain.ids import StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.outings import Outing
from app.domain.planning import values as is_
from app.domain.planning.values import Conflict, RuleState
from app.domain.stations import TEACHER_LED
from ui.plan.plan_words import names_and
from ui.plan.rules.fact_words import reasons_of, way_of
from ui.plan.rules.view import TIMELESS, RuleLine

ICONS: Mapping[str, str] = {
    APART: "arrows-split",
    TOGETHER: "link-simple",
    VISIT: "chalkboard-teacher",
    CLOSED: "x-circle",
    is_.OUT: "door",
    is_.SEATS: "chair",
    is_.DEVICES: "device-tablet",
    is_.ONCE: "arrows-clockwise",
    is_.FEWEST: "users",
    is_.PINNED: "push-pin",
    is_.GROUPS: "users-three",
}
ENTERED = frozenset({APART, TOGETHER, VISIT})


def _tr(text: str) -> str:
    return QCoreApplication.translate("PlanRules", text)


def rule_lines(
    picture: LessonPicture,
    states: Sequence[RuleState],
    outings: Mapping[StudentId, str],
    clash: Conflict | None = None,
    needs: Callable[[RuleState], str] = lambda _: "",
) -> tuple[RuleLine, ...]:
    """Each rule, those that do not hold first; `outings` say why somebody is out, and when.

    `needs` says how those stand who come to a station for what they need.

    Rules that clash are told as the clash has them, whether they hold in the plan or not.
    """
    clashing = {state.key: state for state in clash.rules} if clash is not None else {}
    told = [clashing.pop(state.key, state) for state in states]
    told += clashing.values()
    ordered = sorted(told, key=lambda state: state.kept)
    return tuple(_line(picture, state, outings, needs(state)) for state in ordered)


def outing_words(outings: Iterable[Outing]) -> Mapping[StudentId, str]:
    """Why and when each student is out: "speech 09:40 to 09:58"."""
    said: dict[StudentId, list[str]] = {}
    for outing in outings:
        own = outing.pull_out
        times = _tr("{begins} to {ends}").format(
            begins=write_minute(own.begins), ends=write_minute(own.ends)
        )
        said.setdefault(own.student_id, []).append(f"{own.reason} {times}".strip())
    return {student: ", ".join(parts) for student, parts in said.items()}


def lines_above(
    picture: LessonPicture, outings: Mapping[StudentId, str], clash: Conflict | None
) -> tuple[RuleLine, ...]:
    """What is said above the rules: that they clash, and who is out nobody knows in which round."""
    return (*clash_line(clash), *_timeless(picture, outings))


def _timeless(picture: LessonPicture, outings: Mapping[StudentId, str]) -> tuple[RuleLine, ...]:
    out = [student.id for student in picture.students if student.id in outings]
    if not out or picture.lesson.begins is not None or picture.running:
        return ()
    one = len(out) == 1
    title = _tr("{names} is out of the room that day") if one else _tr("{names} are out that day")
    text = _tr("The plan can’t know in which round. Say under Lesson when it begins.")
    named = title.format(names=names_and(picture, out))
    return (RuleLine(TIMELESS, "door", named, "", kept=False, problem=text),)


def clash_line(clash: Conflict | None) -> tuple[RuleLine, ...]:
    """What is said above rules that clash; nothing for no clash."""
    if clash is None:
        return ()
    title, text = _tr("No plan was found in this time"), _tr("Plan again, or take away a rule.")
    if clash.rules:
        title = _tr("These can’t all hold")
        text = _tr("Without any one of them the others can. Pick a way to go on:")
    return (RuleLine("clash", "warning", title, "", kept=False, problem=text),)


def title_of(picture: LessonPicture, state: RuleState, outings: Mapping[StudentId, str]) -> str:
    """Whom or what a rule is about: "Finn and Leila", "6 devices at Tablets"."""
    who = names_and(picture, state.students)
    if state.kind == VISIT and not state.kept:
        return _tr("{names} at {station}").format(names=who, station=_where(picture, state))
    if state.kind == CLOSED:
        return _station_names(picture, state)
    if state.kind in ENTERED:
        return who
    if state.kind == is_.OUT:
        why = outings.get(state.students[0], "") if len(state.students) == 1 else ""
        return _tr("{name}, {outing}").format(name=who, outing=why) if why else who
    if state.kind == is_.PINNED:
        return who
    return _of_stations(picture, state)


def _of_stations(picture: LessonPicture, state: RuleState) -> str:
    where = _station_names(picture, state)
    if state.kind == is_.ONCE:
        return _tr("No station twice")
    if state.kind == is_.GROUPS:
        return _tr("Groups move together")
    found = [station for station in picture.stations if station.id in state.stations]
    if len(found) == 1:
        station = found[0]
        if state.kind == is_.DEVICES:
            return _tr("{count} devices at {station}").format(count=station.devices, station=where)
        if state.kind == is_.SEATS:
            return _tr("{count} seats at {station}").format(count=station.room, station=where)
        text = _tr("{count} students or more at {station}")
        return text.format(count=station.seats_min, station=where)
    return {
        is_.DEVICES: _tr("Devices"),
        is_.SEATS: _tr("A seat for everyone"),
    }.get(state.kind, _tr("Enough students at each station"))


def _kind_of(picture: LessonPicture, state: RuleState) -> str:
    rounds = ", ".join(map(str, state.rounds))
    if state.kind == VISIT:
        return _visit(picture, state)
    if state.kind == CLOSED:
        one = len(state.rounds) == 1
        text = _tr("Closed in round {n}") if one else _tr("Closed in rounds {n}")
        return text.format(n=rounds)
    if state.kind == is_.OUT:
        if not state.rounds:
            return _tr("Pull-out, misses no round")
        one = len(state.rounds) == 1
        text = _tr("Pull-out, misses round {n}") if one else _tr("Pull-out, misses rounds {n}")
        return text.format(n=rounds)
    if state.kind == is_.PINNED:
        where = _station_names(picture, state)
        text = _tr("Pinned at {station}, round {n}") if where else _tr("Pinned, round {n}")
        return text.format(station=where, n=rounds)
    return {
        APART: _tr("Keep apart"),
        TOGETHER: _tr("Keep together"),
        is_.SEATS: _tr("Seats"),
        is_.DEVICES: _tr("Devices"),
        is_.ONCE: _tr("Every student"),
        is_.FEWEST: _tr("Enough students"),
        is_.GROUPS: _tr("Every student"),
    }[state.kind]


def _visit(picture: LessonPicture, state: RuleState) -> str:
    rule = state.rule
    by = rule.by_round if rule is not None else 0
    teacher = rule is None or not rule.station_ids
    where = _where(picture, state)
    if teacher:
        text = _tr("Must meet the teacher by round {n}") if by else _tr("Must meet the teacher")
    else:
        text = _tr("Must visit {station} by round {n}") if by else _tr("Must visit {station}")
    said = text.format(station=where, n=by)
    if skill := _skill(picture, state):
        said = _tr("{rule}: {skill}").format(rule=said, skill=skill)
    often = rule.count if rule is not None else 1
    return said if often == 1 else _tr("{rule}, {count} times").format(rule=said, count=often)


def _skill(picture: LessonPicture, state: RuleState) -> str:
    """What a visit is for, where a station of the lesson works on it."""
    wanted = state.rule.skill_id if state.rule is not None else None
    found = (s.id for s in picture.stations if wanted is not None and s.skill_id == wanted)
    return next((picture.skills[own] for own in found if own in picture.skills), "")


def _where(picture: LessonPicture, state: RuleState) -> str:
    named = _station_names(picture, state)
    led = [station.name for station in picture.stations if station.kind == TEACHER_LED]
    return named or ", ".join(led) or _tr("the teacher’s table")


def _station_names(picture: LessonPicture, state: RuleState) -> str:
    return ", ".join(s.name for s in picture.stations if s.id in state.stations)


def _line(
    picture: LessonPicture, state: RuleState, outings: Mapping[StudentId, str], need: str
) -> RuleLine:
    kind = " · ".join(filter(None, (_kind_of(picture, state), need)))
    ways = tuple(way_of(picture, state, way) for way in state.ways)
    problem = reasons_of(picture, state.reasons, outings)
    if not problem:
        problem = ". ".join((kind, *(way.gives for way in ways[:1] if way.gives)))
    return RuleLine(
        key=state.key,
        icon=ICONS.get(state.kind, "list-bullets"),
        title=title_of(picture, state, outings),
        kind=kind,
        kept=state.kept,
        problem=problem,
        ways=ways,
        opens=state.rule is not None or state.kind == is_.OUT,
    )
