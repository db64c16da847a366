"""Pull-outs are written once, called off for a day, and followed by the lesson by themselves."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.changes import label
from app.domain.outings import CUE_MS, Outing
from app.domain.pull_outs import PullOut, PullOutDay
from app.domain.session import ABSENT, AWAY, PRESENT, Visit
from app.errors import BadTimes, DayMissing, PullOutClashes, StudentMissing
from app.services.outings import OutingReader
from app.services.pull_outs import PullOutService, When
from app.services.timetable import TimetableService
from tests.builders import MINUTE, TaughtClass

THURSDAY = date(2026, 5, 14)
SPEECH = When("Speech therapy", "Room 3", 575, 600, (2, 4))
"""From 09:35; the lesson begins at 09:30."""


@pytest.fixture
def class_4b(room) -> TaughtClass:
    """On the store of dictionaries, and on the real one."""
    return TaughtClass(room.store)


@pytest.fixture
def pull_outs(class_4b: TaughtClass) -> PullOutService:
    room = class_4b.room
    return PullOutService(room)


def add(class_4b: TaughtClass, pull_outs: PullOutService, name: str = "Amara") -> None:
    pull_outs.add(class_4b.school_class.id, [class_4b.student(name)], SPEECH)


def today(class_4b: TaughtClass, letter: str = "") -> tuple[Outing, ...]:
    reader = OutingReader(class_4b.store, class_4b.clock, lambda _day: letter)
    return reader.on(class_4b.school_class.id, THURSDAY)


def out(class_4b: TaughtClass) -> dict[str, str]:
    scene = class_4b.scene()
    return {scene.names[s]: word.reason or word.state for s, word in scene.seating.out.items()}


def test_one_for_several_students_is_one_step(class_4b: TaughtClass, pull_outs) -> None:
    both = [class_4b.student("Amara"), class_4b.student("Ben")]
    pull_outs.add(class_4b.school_class.id, both, SPEECH)
    assert [p.student_id for p in pull_outs.of_class(class_4b.school_class.id)] == both
    assert class_4b.room.workspace.next_undo == label("pull-outs added", count="2")
    class_4b.room.workspace.undo()
    assert pull_outs.of_class(class_4b.school_class.id) == ()


def test_what_cannot_be_is_refused_and_nothing_is_kept(class_4b: TaughtClass, pull_outs) -> None:
    here, amara = class_4b.school_class.id, class_4b.student("Amara")
    with pytest.raises(StudentMissing):
        pull_outs.add(here, [], SPEECH)
    with pytest.raises(BadTimes):
        pull_outs.add(here, [amara], replace(SPEECH, begins=1430, ends=10))
    with pytest.raises(DayMissing):
        pull_outs.add(here, [amara], replace(SPEECH, weekdays=()))
    pull_outs.add(here, [amara], SPEECH)
    both = [class_4b.student("Ben"), amara]
    with pytest.raises(PullOutClashes) as refused:
        pull_outs.add(here, both, replace(SPEECH, reason="Violin", begins=590, ends=620))
    assert (refused.value.student, refused.value.reason) == ("Amara", "Speech therapy")
    assert len(pull_outs.of_class(here)) == 1


def test_it_can_be_changed_and_taken_away_and_brought_back(
    class_4b: TaughtClass, pull_outs
) -> None:
    add(class_4b, pull_outs)
    (before,) = pull_outs.of_class(class_4b.school_class.id)
    pull_outs.change(before.id, replace(SPEECH, reason=" Violin ", day="2026-05-20"))
    (after,) = pull_outs.of_class(class_4b.school_class.id)
    assert (after.reason, after.day, after.weekdays) == ("Violin", "2026-05-20", ())
    pull_outs.remove(before.id)
    assert pull_outs.of_class(class_4b.school_class.id) == ()
    class_4b.room.workspace.undo()
    class_4b.room.workspace.undo()
    assert pull_outs.of_class(class_4b.school_class.id) == (before,)


def test_a_day_that_is_over_is_not_listed_any_more(class_4b: TaughtClass, pull_outs) -> None:
    once = replace(SPEECH, weekdays=(), day="2026-05-14")
    pull_outs.add(class_4b.school_class.id, [class_4b.student("Amara")], once)
    assert len(pull_outs.of_class(class_4b.school_class.id)) == 1
    class_4b.clock.advance(24 * 3600 * 1000)
    assert pull_outs.of_class(class_4b.school_class.id) == ()


def test_times_are_those_of_the_rooms_clocks(class_4b: TaughtClass, pull_outs) -> None:
    add(class_4b, pull_outs)
    (outing,) = today(class_4b)
    begins = class_4b.clock.local(outing.begins_at)
    assert begins.isoformat().startswith("2026-05-14T09:35:00")
    assert outing.ends_at - outing.begins_at == 25 * MINUTE


def test_the_letter_of_the_day_is_asked_for(class_4b: TaughtClass, pull_outs) -> None:
    on_a = replace(SPEECH, letter="A")
    pull_outs.add(class_4b.school_class.id, [class_4b.student("Amara")], on_a)
    assert [bool(today(class_4b, letter)) for letter in ("A", "B", "")] == [True, False, False]


def test_the_letter_comes_from_the_timetable(class_4b: TaughtClass, pull_outs) -> None:
    room = class_4b.room
    on_a = replace(SPEECH, letter="A")
    pull_outs.add(class_4b.school_class.id, [class_4b.student("Amara")], on_a)
    reader = OutingReader(class_4b.store, class_4b.clock)
    assert reader.on(class_4b.school_class.id, THURSDAY) == ()
    times = TimetableService(room)
    times.set_cycle(["A", "B"], anchor=THURSDAY)
    assert reader.on(class_4b.school_class.id, THURSDAY)
    assert reader.on(class_4b.school_class.id, date(2026, 5, 21)) == ()


def test_the_lesson_follows_without_anything_being_written(
    class_4b: TaughtClass, pull_outs
) -> None:
    class_4b.start()
    add(class_4b, pull_outs)
    steps = class_4b.store.count_steps()
    assert out(class_4b) == {}
    class_4b.clock.advance(5 * MINUTE)
    assert out(class_4b) == {"Amara": "Speech therapy"}
    assert class_4b.where()["Teacher table"] == ["Ben"]
    class_4b.clock.advance(25 * MINUTE)
    assert out(class_4b) == {}
    assert class_4b.store.count_steps() == steps


def test_leaving_and_coming_back_keep_the_seat(class_4b: TaughtClass, pull_outs) -> None:
    class_4b.start()
    games = class_4b.stations["Games"]
    class_4b.moves.move(class_4b.scene(), class_4b.student("Amara"), games)
    when = replace(SPEECH, begins=572, ends=576)
    pull_outs.add(class_4b.school_class.id, [class_4b.student("Amara")], when)
    before = class_4b.where()
    class_4b.clock.advance(3 * MINUTE)
    assert "Amara" not in class_4b.where()["Games"]
    class_4b.clock.advance(3 * MINUTE)
    assert class_4b.where() == before


def test_the_lesson_wakes_for_the_cue_the_leaving_and_the_return(
    class_4b: TaughtClass, pull_outs
) -> None:
    class_4b.start()
    add(class_4b, pull_outs)
    (outing,) = today(class_4b)
    wakes = []
    while (at := class_4b.scene().wakes_at) is not None:
        wakes.append(at)
        class_4b.clock.advance(at - class_4b.clock.now_ms())
    assert wakes == [outing.begins_at - CUE_MS, outing.begins_at, outing.ends_at]


def test_back_already_is_the_teachers_word_and_holds(class_4b: TaughtClass, pull_outs) -> None:
    class_4b.start()
    add(class_4b, pull_outs)
    class_4b.clock.advance(6 * MINUTE)
    class_4b.moves.mark(class_4b.scene(), class_4b.student("Amara"), PRESENT)
    assert out(class_4b) == {}
    class_4b.clock.advance(10 * MINUTE)
    assert out(class_4b) == {}
    class_4b.room.workspace.undo()
    assert out(class_4b) == {"Amara": "Speech therapy"}


def test_one_who_is_absent_is_not_brought_in_by_the_end_of_a_pull_out(
    class_4b: TaughtClass, pull_outs
) -> None:
    class_4b.start()
    add(class_4b, pull_outs)
    class_4b.moves.mark(class_4b.scene(), class_4b.student("Amara"), ABSENT)
    class_4b.clock.advance(40 * MINUTE)
    assert out(class_4b) == {"Amara": ABSENT}


def test_called_off_for_today_and_on_again(class_4b: TaughtClass, pull_outs) -> None:
    class_4b.start()
    add(class_4b, pull_outs)
    class_4b.clock.advance(6 * MINUTE)
    assert pull_outs.cancel(today(class_4b))
    assert out(class_4b) == {}
    assert today(class_4b)[0].cancelled
    assert not pull_outs.cancel(today(class_4b)), "known already"
    assert class_4b.room.workspace.next_undo == label("pull-out cancelled", student="Amara")
    class_4b.room.workspace.undo()
    assert out(class_4b) == {"Amara": "Speech therapy"}
    pull_outs.cancel(today(class_4b))
    pull_outs.restore(today(class_4b)[0])
    assert out(class_4b) == {"Amara": "Speech therapy"}
    assert class_4b.store.find(PullOutDay) == ()


def test_next_week_it_takes_place_again(class_4b: TaughtClass, pull_outs) -> None:
    add(class_4b, pull_outs)
    pull_outs.cancel(today(class_4b))
    reader = OutingReader(class_4b.store, class_4b.clock)
    (next_week,) = reader.on(class_4b.school_class.id, date(2026, 5, 21))
    assert not next_week.cancelled


def test_several_are_called_off_in_one_step(class_4b: TaughtClass, pull_outs) -> None:
    add(class_4b, pull_outs)
    add(class_4b, pull_outs, "Ben")
    pull_outs.cancel(today(class_4b))
    assert class_4b.room.workspace.next_undo == label("pull-outs cancelled", count="2")
    class_4b.room.workspace.undo()
    assert not any(outing.cancelled for outing in today(class_4b))


def test_the_visit_ends_as_the_student_leaves(class_4b: TaughtClass, pull_outs) -> None:
    session = class_4b.start()
    add(class_4b, pull_outs)
    class_4b.clock.advance(10 * MINUTE)
    class_4b.live.end(session)
    visits = {v.student_id: v for v in class_4b.store.find(Visit)}
    amara, ben = visits[class_4b.student("Amara")], visits[class_4b.student("Ben")]
    assert amara.ended_at - amara.began_at == 5 * MINUTE
    assert ben.ended_at - ben.began_at == 10 * MINUTE


def test_in_a_transition_who_leaves_before_the_round_has_no_place_in_it(
    class_4b: TaughtClass, pull_outs
) -> None:
    session = class_4b.start()
    when = replace(SPEECH, begins=572, ends=600)  # from 09:32
    pull_outs.add(class_4b.school_class.id, [class_4b.student("Amara")], when)
    class_4b.clock.advance(1 * MINUTE)
    class_4b.live.next(session)  # the round begins at 09:33
    assert out(class_4b) == {"Amara": "Speech therapy"}
    assert class_4b.where()["Tablets"] == ["Ben"]


def test_one_taken_away_says_nothing_more(class_4b: TaughtClass, pull_outs) -> None:
    class_4b.start()
    add(class_4b, pull_outs)
    class_4b.clock.advance(6 * MINUTE)
    (kept,) = class_4b.store.find(PullOut)
    pull_outs.remove(kept.id)
    assert out(class_4b) == {}
    assert AWAY not in {word.state for word in class_4b.scene().record.words(1 << 42)}
