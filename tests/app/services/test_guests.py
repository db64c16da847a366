"""A lesson with students of another class: what they do in it counts in their own class."""

import random
from dataclasses import replace
from datetime import date

import pytest

from app.domain.changes import Change, label, made
from app.domain.classes import Rule, Student
from app.domain.ids import (
    FrameworkId,
    LessonId,
    PathId,
    PullOutId,
    RuleId,
    SkillId,
    StudentId,
)
from app.domain.lessons import Lesson
from app.domain.lessons import Path as LessonPath
from app.domain.planning.history import since_teacher
from app.domain.presence import Lessons
from app.domain.pull_outs import PullOut
from app.domain.session import ABSENT, Session, Visit
from app.domain.skills import Skill
from app.domain.term import AWAY, UNSEEN
from app.services.adult_time import AdultTimeReader
from app.services.adults import AdultService
from app.services.cards import CardService
from app.services.lesson_end import LessonEndReader
from app.services.observe import ObserveService
from app.services.observing import ObservingReader
from app.services.outings import OutingReader
from app.services.owed import OwedReader
from app.services.plans.history import HistoryReader
from app.services.presence import PresenceReader
from app.services.roll import lesson_roll
from app.services.running import goings
from app.services.stations import StationService
from app.services.teacher_time import teacher_minutes
from app.services.term import TermReader
from app.services.who_next import WhoNextReader
from tests.builders import MINUTE
from tests.shared import FRACTIONS, HOME, HOST, THEIRS, Shared


@pytest.fixture
def shared() -> Shared:
    return Shared().share()


def paths(shared: Shared) -> dict[StudentId, LessonPath]:
    return {path.student_id: path for path in shared.lessons.paths(shared.shared.id)}


def test_one_step_invites_all_with_as_many_stations_for_a_skill_as_they_need_seats(
    shared: Shared,
) -> None:
    lesson = shared.shared
    assert set(lesson.guest_ids) == {guest.id for guest in shared.guests.values()}
    assert lesson.station_ids == (51, 52, 90)  # 11 seats where a skill is worked on, for 10
    assert set(paths(shared)) == {*map(shared.student, shared.students), *lesson.guest_ids}
    shared.room.workspace.undo()
    assert shared.store.get(Lesson, lesson.id) is None
    assert shared.lessons.paths(lesson.id) == ()


def test_who_needs_a_skill_most_comes_first_whatever_class_they_are_of(shared: Shared) -> None:
    rules = shared.store.find(Rule, lesson_id=shared.shared.id)
    first = {rule.station_ids: set(rule.student_ids) for rule in rules}
    ben, hugo = shared.student("Ben"), shared.guests["Hugo"].id
    assert {ben, hugo} <= first[51,]  # the first station of the two with this skill has two seats
    assert shared.guests["Gita"].id not in first[51,]
    table = shared.plans.table(shared.shared.id)
    assert table.levels[FRACTIONS][hugo] == 1
    assert table.unknown[FRACTIONS] >= {shared.guests["Ines"].id}
    assert hugo not in table.unknown[FRACTIONS]


def test_a_plan_is_found_for_all_and_a_rule_of_the_guests_class_holds(shared: Shared) -> None:
    pair = (shared.guests["Gita"].id, shared.guests["Ines"].id)
    rule = Rule(RuleId(600), HOME, "apart", (*pair, 999))
    shared.room.workspace.edit(label("kept apart"), made(rule))
    found = shared.ask("mix", 4)
    assert found.quality.kept == found.quality.rules
    rows = {path.student_id: path.stations for path in found.paths}
    assert all(a != b for a, b in zip(*(rows[s] for s in pair), strict=True))
    assert rule in shared.lessons.picture(shared.shared.id).rules


def test_names_are_told_apart_across_classes_and_stations_by_their_class(shared: Shared) -> None:
    _, names = lesson_roll(shared.store, shared.shared)
    assert len(set(names.values())) == len(names) == 10
    assert names[shared.guests["Amara"].id] != names[shared.student("Amara")]
    called = [station.name for station in shared.lessons.stations(shared.shared)]
    assert called == ["Tablets", "Games", "Teacher table (4C)"]
    offered = StationService(shared.room).of_lesson(shared.shared)
    assert [station.name for station in offered] == ["Teacher table", *called]


def test_a_pull_out_of_a_guest_counts(shared: Shared) -> None:
    gita = shared.guests["Gita"].id
    out = PullOut(PullOutId(700), HOME, gita, "Speech", "", 0, 1439, (1, 2, 3, 4, 5, 6, 7))
    shared.room.workspace.edit(label("pull-out added"), made(out))
    reader = OutingReader(shared.store, shared.clock)
    assert [one.student_id for one in reader.of_lesson(shared.shared)] == [gita]
    assert reader.on(HOST, date.fromisoformat(shared.shared.day)) == ()
    shared.teach()
    assert gita in shared.scene().seating.out


def test_visits_belong_to_the_class_of_the_student(shared: Shared) -> None:
    shared.teach()
    session = shared.scene().session
    shared.clock.advance(8 * MINUTE)
    running = teacher_minutes(shared.store, shared.room.evidence, shared.clock, HOME)
    shared.live.end(session)
    homes = {v.student_id: v.class_id for v in shared.store.find(Visit, session_id=session.id)}
    assert {homes[guest.id] for guest in shared.guests.values()} == {HOME}
    assert homes[shared.student("Ben")] == HOST
    after = teacher_minutes(shared.store, shared.room.evidence, shared.clock, HOME)
    assert running == after
    assert set(after) <= set(shared.shared.guest_ids)
    assert after
    (held,) = HistoryReader(shared.store, shared.clock).lessons(HOME)
    assert {s for there in held.visits.values() for s in there} == set(shared.shared.guest_ids)
    end = LessonEndReader(shared.store, shared.room.evidence, shared.live, shared.clock)
    assert len(end.read(session).rows) == 10


def test_nobody_has_missed_a_lesson_that_only_classmates_were_guests_in(shared: Shared) -> None:
    jo, gita = StudentId(39), shared.guests["Gita"].id
    shared.room.workspace.edit(label("student added"), made(Student(jo, HOME, "", "Jo", "")))
    shared.teach()

    def lessons(student: StudentId) -> Lessons:
        going = goings(shared.store, shared.clock, HOME)
        reader = PresenceReader(shared.room.evidence, shared.clock)
        return reader.presence(HOME, going).since(student, None)

    shared.clock.advance(8 * MINUTE)
    assert (lessons(jo), lessons(gita)) == (Lessons(0, 0), Lessons(1, 1)), "while it runs"
    shared.live.end(shared.scene().session)
    assert (lessons(jo), lessons(gita)) == (Lessons(0, 0), Lessons(1, 1)), "and after"
    held = HistoryReader(shared.store, shared.clock).lessons(HOME)
    assert since_teacher(held, (), (jo, gita)) == {jo: 0, gita: 1}
    term = TermReader(shared.store, shared.room.evidence, shared.clock)
    picture = [step for step in term.steps(HOME, 1) if step is not None][-1]
    marks = {row.student_id: {mark.state for mark in row.marks} for row in picture.coverage}
    assert AWAY not in marks[jo]
    assert UNSEEN in marks[shared.guests["Ines"].id]
    assert jo not in OwedReader(shared.store, shared.clock).owed(HOME)


def test_a_guest_who_is_in_the_own_lesson_too_is_with_a_teacher_once(shared: Shared) -> None:
    gita, table = shared.guests["Gita"].id, shared.their_table.id
    own = replace(shared.shared, id=LessonId(990), class_id=HOME, guest_ids=())
    path = LessonPath(PathId(991), own.id, gita, 0, (table,) * own.rounds)
    shared.room.workspace.edit(label("lesson made"), made(own), made(path))
    shared.teach()
    shared.moves.move(shared.scene(), gita, shared.their_table)
    shared.live.start(shared.live.open(own.id))
    shared.clock.advance(8 * MINUTE)

    def minutes() -> int:
        found = teacher_minutes(shared.store, shared.room.evidence, shared.clock, HOME)
        return found[gita]

    assert len(goings(shared.store, shared.clock, HOME)) == 2
    assert minutes() == 8
    for session in shared.store.find(Session, ended_at=None):
        shared.live.end(session)
    assert minutes() == 8


def test_what_a_guest_misses_is_owed_in_the_own_class_alone(shared: Shared) -> None:
    """An absent guest was planned at a teacher's table."""
    shared.teach()
    led = {90}
    missed = next(
        s for s in shared.shared.guest_ids if led & set(paths(shared)[StudentId(s)].stations)
    )
    shared.moves.mark(shared.scene(), StudentId(missed), ABSENT)
    shared.clock.advance(8 * MINUTE)
    session = shared.scene().session
    shared.live.next(session)
    shared.live.next(session)
    shared.clock.advance(8 * MINUTE)
    shared.live.end(session)
    reader = OwedReader(shared.store, shared.clock)
    assert missed in reader.owed(HOME)
    assert missed not in reader.owed(HOST)
    guests = tuple(shared.guests.values())
    assert reader.owed_by(guests)[StudentId(missed)] == reader.owed(HOME)[StudentId(missed)]


def test_evidence_on_a_guest_is_evidence_on_the_same_skill_of_the_own_class(
    shared: Shared,
) -> None:
    shared.teach()
    ines = shared.guests["Ines"].id
    shared.moves.move(shared.scene(), ines, shared.stations["Tablets"])
    seen = ObserveService(shared.room).record(HOST, ines, level=3, scene=shared.scene())
    assert (seen.class_id, seen.skill_id, seen.station_id) == (HOME, THEIRS, 51)
    cards = CardService(shared.store, shared.room.evidence, shared.clock).cards(shared.scene())
    assert cards[ines].levels == {FRACTIONS: 3}
    assert cards[shared.student("Ben")].levels == {FRACTIONS: 1}


def test_a_table_that_guests_bring_works_on_the_skill_of_the_lesson(shared: Shared) -> None:
    """What is offered there, and how a guest stands on it, is told in the host's own skill."""
    table = next(s for s in shared.lessons.stations(shared.shared) if s.class_id == HOME)
    assert table.skill_id == FRACTIONS
    shared.teach()
    reader = ObservingReader(shared.store, shared.room.evidence, shared.clock)
    assert reader.skills(shared.scene(), table.skill_id)[0].id == FRACTIONS
    hugo, ben = shared.guests["Hugo"].id, shared.student("Ben")
    found = reader.last_levels([hugo, ben], [FRACTIONS])
    assert {key: stood.level for key, stood in found.items()} == {
        (hugo, FRACTIONS): 1,
        (ben, FRACTIONS): 1,
    }
    assert reader.last_levels([hugo], [FRACTIONS])[hugo, FRACTIONS].level == 1


def test_a_skill_that_only_the_guests_have_can_be_observed_at_their_table(
    shared: Shared,
) -> None:
    own = shared.their_table
    only = Change(own, replace(own, skill_id=SkillId(402)))
    shared.room.workspace.edit(label("station changed"), only)
    shared.teach()
    reader = ObservingReader(shared.store, shared.room.evidence, shared.clock)
    offered = reader.skills(shared.scene(), SkillId(402))
    assert offered[0].id == 402
    gita = shared.guests["Gita"].id
    shared.moves.move(shared.scene(), gita, own)
    seen = ObserveService(shared.room).record(HOST, gita, level=2, scene=shared.scene())
    assert (seen.class_id, seen.skill_id) == (HOME, 402)


def test_a_skill_that_the_own_class_has_not_stays_what_it_is(shared: Shared) -> None:
    shared.teach()
    gita = shared.guests["Gita"].id
    other = Skill(SkillId(303), FrameworkId(300), None, "Something of 4B alone")
    shared.room.workspace.edit(label("skill added"), made(other))
    scene = shared.scene()
    seen = ObserveService(shared.room).record(HOST, gita, skill_id=other.id, level=2, scene=scene)
    assert (seen.class_id, seen.skill_id) == (HOME, other.id)


def test_the_adults_of_the_host_are_counted_with_the_guests(shared: Shared) -> None:
    shared.teach()
    session = shared.scene().session
    shared.clock.advance(8 * MINUTE)
    shared.live.end(session)
    adults = AdultService(shared.room)
    reader = AdultTimeReader(shared.store, shared.clock, adults)
    assert reader.this_week(HOME) == ()


def test_who_comes_next_may_be_a_guest(shared: Shared) -> None:
    shared.teach()
    owed = OwedReader(shared.store, shared.clock)
    found = WhoNextReader(shared.store, shared.room.evidence, shared.clock, owed)
    names = found.next(shared.scene())
    assert names is not None
    assert {named.student.id for named in names.names} <= set(shared.scene().names)


def test_partners_of_another_class_are_no_new_ones_next_time(shared: Shared) -> None:
    shared.teach()
    ines, ben, games = shared.guests["Ines"].id, shared.student("Ben"), shared.stations["Games"]
    shared.moves.move_all(shared.scene(), (ines, ben), games)
    shared.clock.advance(8 * MINUTE)
    shared.live.end(shared.scene().session)
    again = shared.templates.copy_to(shared.shared.id, "2026-05-15")
    shared.plans.forget(frozenset({Visit}))
    table = shared.plans.table(again.id)
    assert again.guest_ids == shared.shared.guest_ids
    assert len(shared.lessons.paths(again.id)) == 10
    assert frozenset((ines, ben)) in table.lately
    assert table.met[frozenset((ines, ben))] == 1


def test_a_guest_who_goes_home_leaves_the_plan_and_the_others_stay(shared: Shared) -> None:
    shared.plans.use(shared.shared.id, shared.ask("mix"))
    before = paths(shared)
    hugo = shared.guests["Hugo"].id
    fewer = tuple(guest for guest in shared.shared.guest_ids if guest != hugo)
    shared.lessons.edit(replace(shared.shared, guest_ids=fewer), random.Random(1))
    after = paths(shared)
    assert set(before) - set(after) == {hugo}
    assert all(after[student].stations == before[student].stations for student in after)
