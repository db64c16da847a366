"""What a table says of rules and quality, and what a drag makes of its paths."""

from dataclasses import replace

from app.domain.classes import APART, TOGETHER, VISIT, Rule
from app.domain.ids import LessonId, RuleId, StationId, StudentId
from app.domain.lesson_picture import LessonPicture
from app.domain.lessons import OWN_PATHS, Path
from app.domain.owed import Owed
from app.domain.planning import values as v
from app.domain.planning.table import PlanTable
from app.domain.planning.values import Fact, WayOut
from tests.builders import TaughtClass

TAUGHT = TaughtClass()
AMARA, BEN, CHIDI, DANIYAR, ELIF, FATIMA = (s.id for s in TAUGHT.students.values())
TABLE, TABLETS, GAMES = (s.id for s in TAUGHT.stations.values())


def table(*rules: Rule, own: bool = False) -> PlanTable:
    lesson = replace(TAUGHT.lesson, mode=OWN_PATHS if own else "group")
    picture = LessonPicture(
        lesson=lesson,
        students=tuple(TAUGHT.students.values()),
        names={},
        stations=tuple(TAUGHT.stations.values()),
        paths=tuple(replace(p, group=0) for p in TAUGHT.paths) if own else TAUGHT.paths,
        rules=rules,
        skills={},
    )
    return PlanTable(picture)


def rule(kind: str, *students: StudentId, by_round: int = 0, at: tuple[int, ...] = ()) -> Rule:
    return Rule(RuleId(900), TAUGHT.school_class.id, kind, students, at, by_round)


def state(found: PlanTable, kind: str, paths: tuple[Path, ...] | None = None) -> v.RuleState:
    return next(own for own in found.rules(paths) if own.kind == kind)


def places(paths: tuple[Path, ...], student: StudentId) -> tuple[int | None, ...]:
    return next(path.stations for path in paths if path.student_id == student)


def test_a_plan_that_moves_on_in_turn_keeps_what_rooms_ask_for() -> None:
    assert {own.kind: own.kept for own in table().rules()} == {
        v.SEATS: True,
        v.DEVICES: True,
        v.ONCE: True,
    }


def test_two_to_keep_apart_are_told_of_once_where_they_first_meet() -> None:
    found = state(table(rule(APART, AMARA, BEN)), APART)
    assert found.reasons == (Fact(v.MEETS, AMARA, TABLE, 1, (BEN,)),)
    assert found.ways == (WayOut("drop", RuleId(900)),)


def test_two_to_keep_together_are_told_of_when_parted() -> None:
    found = state(table(rule(TOGETHER, AMARA, CHIDI)), TOGETHER)
    assert found.reasons == (Fact(v.PARTED, AMARA, TABLE, 1, (CHIDI,)),)
    assert state(table(rule(TOGETHER, AMARA, BEN)), TOGETHER).kept


def test_a_visit_in_time_is_kept_and_one_too_late_says_what_stands_in_the_way() -> None:
    assert state(table(rule(VISIT, AMARA, by_round=1)), VISIT).kept
    late = state(table(rule(VISIT, CHIDI, by_round=1)), VISIT)
    assert late.reasons == (Fact(v.NOT_YET, CHIDI, TABLE, 1),)
    assert late.ways[0] == WayOut("move", RuleId(900), CHIDI, 1, TABLE)


def test_who_is_out_is_offered_the_first_round_after() -> None:
    found = table(rule(VISIT, CHIDI, by_round=1), own=True)
    gone = replace(found, picture=replace(found.picture, out={1: frozenset({CHIDI})}))
    late = state(gone, VISIT)
    assert late.reasons == (Fact(v.IS_OUT, CHIDI, None, 1),)
    assert late.ways == (
        WayOut("round", RuleId(900), CHIDI, 2, TABLE),
        WayOut("drop", RuleId(900)),
    )
    assert state(gone, v.OUT).rounds == (1,)


def test_a_table_full_of_pinned_students_is_told_with_their_names() -> None:
    found = table(rule(VISIT, CHIDI, by_round=1), own=True)
    crowd = (AMARA, BEN, DANIYAR)
    seated = tuple(
        replace(p, stations=(TABLE, *p.stations[1:]), pins=(1,)) if p.student_id in crowd else p
        for p in found.paths
    )
    full = replace(found, picture=replace(found.picture, paths=seated))
    assert state(full, VISIT).reasons == (Fact(v.IS_FULL, CHIDI, TABLE, 1, crowd),)


def test_a_station_with_too_few_devices_says_how_many_came() -> None:
    found = table(own=True)
    assert state(found, v.DEVICES, found.moved(AMARA, 1, TABLETS)).reasons == (
        Fact(v.TOO_MANY, None, TABLETS, 1, (AMARA, CHIDI, DANIYAR), 3),
    )


def test_a_drag_moves_one_cell_and_pins_it() -> None:
    paths = table(own=True).moved(AMARA, 2, GAMES)
    assert places(paths, AMARA) == (TABLE, GAMES, GAMES)
    assert next(p.pins for p in paths if p.student_id == AMARA) == (2,)
    assert not state(table(own=True), v.ONCE, paths).kept


def test_in_groups_a_drag_joins_the_group_that_is_there() -> None:
    paths = table().moved(AMARA, 1, GAMES)
    moved = next(path for path in paths if path.student_id == AMARA)
    assert (moved.group, moved.stations) == (3, (GAMES, TABLE, TABLETS))
    assert moved.pins == (1,)


def test_a_swap_is_two_drags_and_swapping_again_puts_them_back() -> None:
    found = table(own=True)
    paths = found.swapped(AMARA, ELIF, 1)
    assert (places(paths, AMARA)[0], places(paths, ELIF)[0]) == (GAMES, TABLE)
    again = replace(found, picture=replace(found.picture, paths=paths)).swapped(AMARA, ELIF, 1)
    assert [path.stations for path in again] == [path.stations for path in found.paths]


def test_partners_are_new_when_they_did_not_work_together_lately() -> None:
    found = replace(table(), lately=frozenset({frozenset((AMARA, BEN))}))
    assert found.quality().new_partners == 67
    assert table().quality().new_partners == 100


def test_the_longest_wait_counts_this_lesson_for_who_does_not_meet_the_teacher() -> None:
    found = replace(table(own=True), since={AMARA: 3})
    assert found.quality().longest_wait == 0
    without = found.moved(AMARA, 1, TABLETS)
    assert found.quality(without).longest_wait == 4


def test_first_choices_and_owed_visits_are_counted() -> None:
    debt = Owed(AMARA, TABLE, LessonId(1), "2026-05-13", 1, "absent", led=True)
    found = replace(table(own=True), choices={AMARA: (GAMES, TABLE), BEN: (StationId(99),)})
    found = replace(found, owed={AMARA: (debt, replace(debt, round=2))})
    now = found.quality()
    assert (now.choices_asked, now.choices_first) == (2, 1)
    assert (now.owed, now.owed_repaid) == (2, 1), "one visit gives one back"
    assert found.quality(found.moved(AMARA, 2, TABLE)).owed_repaid == 2
    assert found.quality(found.moved(AMARA, 1, TABLETS)).owed_repaid == 0


def test_a_round_that_is_over_gives_nothing_back_a_second_time() -> None:
    debt = Owed(AMARA, TABLE, LessonId(1), "2026-05-13", 1, "absent", led=True)
    running = replace(table(own=True), owed={AMARA: (debt,)}, fixed=1)
    assert running.quality().owed_repaid == 0
    assert running.quality(running.moved(AMARA, 2, TABLE)).owed_repaid == 1


def test_a_rotation_over_lessons_remembers_where_somebody_has_been() -> None:
    found = replace(table(own=True), been={AMARA: frozenset({GAMES})})
    assert [own.kind for own in found.rules()] == [v.SEATS, v.DEVICES]  # too few for no twice
    short = replace(found, picture=replace(found.picture, lesson=replace(found.lesson, rounds=2)))
    moved = short.moved(AMARA, 2, GAMES)
    assert state(short, v.ONCE, moved).reasons == (Fact(v.TWICE, AMARA, GAMES, 2),)


def test_who_is_out_in_every_round_that_would_do_could_stay_in_the_room() -> None:
    found = table(rule(VISIT, CHIDI), own=True)
    out = {number: frozenset({CHIDI}) for number in (1, 2, 3)}
    gone = replace(found, picture=replace(found.picture, out=out))
    assert state(gone, VISIT).ways == (
        WayOut("cancel", RuleId(900), CHIDI, 1),
        WayOut("drop", RuleId(900)),
    )
