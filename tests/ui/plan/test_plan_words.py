"""Reasons, ways, worth and changes are told in plain sentences."""

from dataclasses import fields, replace

import pytest

from app.domain.classes import VISIT, Rule
from app.domain.ids import RuleId
from app.domain.planning import values as is_
from app.domain.planning.values import (
    Because,
    ChangedCell,
    Fact,
    Proposal,
    Quality,
    RuleState,
    WayOut,
)
from tests.fakes.classroom import Classroom
from ui.plan.offer_words import offer_of
from ui.plan.plan_words import names_and
from ui.plan.quality_words import in_short, never_kept, quality_facts
from ui.plan.rules.fact_words import fact_words, reasons_of, way_of
from ui.plan.rules.lines import ICONS, clash_line, lines_above, rule_lines

WORDS = (is_.IS_OUT, is_.IS_FULL, is_.IS_PINNED, is_.NOT_LED, is_.MEETS, is_.PARTED, is_.TWICE)
WORDS += (is_.NO_PLACE, is_.TOO_FEW, is_.TOO_MANY, is_.NOT_YET)

NOW = Quality(1, 1)


@pytest.fixture
def picture(room: Classroom):
    lesson = room.lessons.create(room.class_id, room.rng())
    return room.lessons.picture(lesson.id)


def about(picture, word: str, **more) -> Fact:
    one, other = (student.id for student in picture.students[:2])
    station = picture.stations[0].id
    parts = {"student": one, "station": station, "round": 2, "others": (other,), "count": 7}
    return Fact(word, **{**parts, **more})


@pytest.mark.parametrize("word", WORDS)
def test_every_fact_is_a_sentence_without_holes(picture, word: str) -> None:
    said = fact_words(picture, about(picture, word), {})
    assert said.endswith(".")
    assert not set("{}") & set(said)


def test_a_fact_names_whom_and_where(picture) -> None:
    assert fact_words(picture, about(picture, is_.MEETS), {}) == (
        "Amara and Anneliese-Marie meet at Teacher table in round 2."
    )
    out = fact_words(picture, about(picture, is_.IS_OUT), {picture.students[0].id: "Violin"})
    assert out == "Not possible in round 2: Amara is out, Violin."
    full = fact_words(picture, about(picture, is_.IS_FULL, others=()), {})
    assert full == "Teacher table is full in round 2."


def test_of_many_reasons_the_first_are_told_and_how_many_more(picture) -> None:
    facts = [about(picture, is_.NO_PLACE, round=number) for number in (1, 2, 3, 4)]
    assert reasons_of(picture, facts, {}).endswith("And 2 more.")
    twice = [about(picture, is_.NOT_YET, round=number) for number in (2, 3)]
    assert reasons_of(picture, twice, {}).count("does not come") == 1


@pytest.mark.parametrize("kind", ["move", "round", "drop", "unpin", "cancel"])
def test_every_way_out_is_a_button_with_words(picture, kind: str) -> None:
    student = picture.students[0].id
    way = WayOut(kind, student=student, round=3, gives=Quality(9, 8))
    told = way_of(picture, RuleState("k", "visit", students=(student,)), way)
    assert told.key is way
    assert told.text
    assert not set("{}") & set(told.text)
    without = "Without it all other rules are kept"
    assert told.gives == (without if kind == "drop" else "Then 8 of 9 rules are kept")


def test_what_dropping_a_rule_gives_is_told_in_full_where_others_break_too(picture) -> None:
    way = WayOut("drop", gives=Quality(9, 7))
    told = way_of(picture, RuleState("k", "visit"), way)
    assert told.gives == "Without it 7 of 9 rules are kept"


KINDS = ("apart", "together", "visit", is_.OUT, is_.SEATS, is_.DEVICES, is_.ONCE, is_.FEWEST)
KINDS += (is_.PINNED, is_.GROUPS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("whole", [True, False])
def test_every_kind_of_rule_has_an_icon_a_title_and_a_kind(picture, kind: str, whole: bool) -> None:
    students = tuple(student.id for student in picture.students[:2])
    stations = (picture.stations[0].id,) if whole else ()
    state = RuleState("k", kind, None, students, stations, (2,), kept=whole)
    (line,) = rule_lines(picture, [state], {})
    assert line.icon == ICONS[kind]
    assert line.title
    assert line.kind
    assert line.problem
    assert not set("{}") & set(line.title + line.kind)


def test_names_are_told_as_one_says_them(picture) -> None:
    ids = [student.id for student in picture.students]
    assert names_and(picture, ids[:1]) == "Amara"
    assert names_and(picture, ids[:2]) == "Amara and Anneliese-Marie"
    assert names_and(picture, ids[:4]) == "Amara, Anneliese-Marie, Ben and Maya L."
    assert names_and(picture, ids[:6]) == "Amara, Anneliese-Marie, Ben and 3 more"


def test_what_a_plan_is_worth_is_told_as_far_as_it_is_known() -> None:
    told = {one.key: one.text for one in quality_facts(Quality(15, 14, 91, 1, 6, 5, 3, 2))}
    assert told == {
        "kept": "14 of 15 rules kept",
        "broken": "1 not kept",
        "partners": "91 % new partners",
        "wait": "Everyone meets the teacher within 2 lessons",
        "choices": "5 of 6 first choices",
        "owed": "2 of 3 owed visits given back",
    }
    assert [one.key for one in quality_facts(Quality(2, 2))] == ["kept"]
    assert "Everyone meets the teacher ·" in f"{in_short(Quality(1, 1, longest_wait=0))} ·"
    assert len(told) == len(fields(Quality)) - 2


def test_only_what_no_plan_can_keep_is_called_impossible(picture) -> None:
    out = RuleState("a", "visit").but(about(picture, is_.IS_OUT))
    meets = RuleState("b", "apart").but(about(picture, is_.MEETS))
    assert never_kept([out, RuleState("c", "apart")])
    assert not never_kept([out, meets])
    assert not never_kept([])


@pytest.mark.parametrize("word", ["left", "came", "out", "rule", "room", "pin", "better"])
def test_every_change_is_told_with_its_reason(picture, word: str) -> None:
    one, other = (student.id for student in picture.students[:2])
    change = ChangedCell(one, 2, None, picture.stations[2].id, Because(word, other, "k"))
    proposal = Proposal(picture.lesson.id, "repair", picture.paths, Quality(1, 1), (change,))
    offer = offer_of(picture, proposal, {"k": "Ben and Leila"}, Quality(1, 1))
    assert offer.title == "Smallest change: 1 student moves"
    (line,) = offer.lines
    assert line.text.startswith("Amara to Tablets in round 2")
    assert ("," in line.text) == (word != "better")
    assert line.key == ((one, 2),)


def test_without_a_time_it_is_said_who_is_out_nobody_knows_in_which_round(picture) -> None:
    one, other = (student.id for student in picture.students[:2])
    timeless = replace(picture, lesson=replace(picture.lesson, begins=None))
    (line,) = lines_above(timeless, {one: "speech 09:40 to 09:58"}, None)
    assert line.title == "Amara is out of the room that day"
    (line,) = lines_above(timeless, {one: "speech", other: "violin"}, None)
    assert line.title == "Amara and Anneliese-Marie are out that day"
    assert "when it begins" in line.problem
    assert lines_above(timeless, {}, None) == ()
    assert lines_above(replace(timeless, running=True), {one: "speech"}, None) == ()
    timed = replace(picture, lesson=replace(picture.lesson, begins=570))
    assert lines_above(timed, {one: "speech"}, None) == ()


def test_who_moves_for_a_visit_is_told_which(picture) -> None:
    one = picture.students[0].id
    change = ChangedCell(one, 2, None, picture.stations[2].id, Because("rule", one, "rule:7"))

    def told(*stations: int) -> str:
        every = tuple(student.id for student in picture.students)
        rule = Rule(RuleId(7), picture.lesson.class_id, VISIT, every, stations)
        ruled = replace(picture, rules=(*picture.rules, rule))
        proposal = Proposal(picture.lesson.id, "repair", picture.paths, Quality(1, 1), (change,))
        (line,) = offer_of(ruled, proposal, {}).lines
        return line.text

    assert told() == "Amara to Tablets in round 2, so that Amara meets the teacher"
    where = picture.stations[2]
    assert told(where.id) == "Amara to Tablets in round 2, so that Amara comes to Tablets"


def test_in_groups_a_student_moves_once_and_alone_for_each_reason(picture) -> None:
    one, other = (student.id for student in picture.students[:2])
    first, second = picture.stations[:2]
    changes = (
        ChangedCell(one, 2, None, second.id, Because("left", other)),
        ChangedCell(one, 1, None, first.id, Because("room", other)),
    )
    proposal = Proposal(picture.lesson.id, "moves", (), Quality(1, 1), changes)
    (line,) = offer_of(picture, proposal, {}).lines
    assert line.key == ((one, 1), (one, 2))
    assert line.text.startswith("Amara to Teacher table in round 1, then on with that group")
    own = replace(picture, lesson=replace(picture.lesson, mode="own"))
    assert [line.key for line in offer_of(own, proposal, {}).lines] == [((one, 1),), ((one, 2),)]


def test_a_whole_new_plan_is_told_by_its_size(picture) -> None:
    changes = tuple(
        ChangedCell(student.id, number, None, picture.stations[0].id)
        for student in picture.students
        for number in (1, 2)
    )
    offer = offer_of(
        picture, Proposal(picture.lesson.id, "mix", (), Quality(1, 1), changes), {}, NOW
    )
    assert offer.title == "Best mix: 7 students move"
    assert offer.text.startswith("14 places change. 1 of 1 rules kept")
    assert offer.lines == ()


def test_a_plan_that_keeps_fewer_rules_or_is_no_other_says_so(picture) -> None:
    proposal = Proposal(picture.lesson.id, "moves", picture.paths, Quality(4, 3))
    offer = offer_of(picture, proposal, {}, Quality(4, 4))
    assert offer.title == "Fewest moves: nobody moves"
    assert offer.text.startswith("It keeps fewer rules than the plan as it is.")
    assert not offer.new


def test_nothing_is_said_above_rules_that_do_not_clash() -> None:
    assert clash_line(None) == ()
    (line,) = clash_line(is_.Conflict(1, ()))
    assert line.title == "No plan was found in this time"
