"""Planning a lesson of a class on the command line."""

import json
from pathlib import Path

import pytest

from app.domain.classes import APART
from app.domain.lessons import OWN_PATHS
from app.domain.lessons import Path as LessonPath
from app.services.lessons import LessonService
from app.services.plans.service import PlanningService
from data.paths import Profile
from tests.fakes import FakeClock
from tests.shell import Shell
from ui.bootstrap import OpenProfile, open_profile


@pytest.fixture
def demo(tmp_path: Path) -> Shell:
    shell = Shell(tmp_path)
    assert shell("demo", "--years", "0.02", "--students", "12") == 0, shell.err
    return shell


def opened(shell: Shell) -> OpenProfile:
    return open_profile(Profile(shell.profile), FakeClock(shell.clock.ms), None)


def test_everyone_gets_a_place_in_every_round_and_nothing_is_kept(demo: Shell) -> None:
    said = demo.json("plan", "--class", "4B", "--seconds", "0.1")
    assert isinstance(said, dict)
    assert said["quality"]["kept"] == said["quality"]["rules"]
    assert len(said["places"]) > 5
    again = demo.json("plan", "--class", "4B", "--seconds", "0.1")
    assert again == said


def test_a_plan_that_is_kept_is_the_lessons_own(demo: Shell) -> None:
    out = demo.folder / "plan.json"
    args = ("--seconds", "0.1", "--keep", "--way", "shuffle", "--out", str(out))
    said = demo.json("plan", "--class", "4B", *args)
    assert isinstance(said, dict)
    assert json.loads(out.read_text("utf-8")) == said
    room = opened(demo)
    try:
        paths = room.classroom.store.find(LessonPath, lesson_id=said["lesson"]["id"])
    finally:
        room.close()
    assert {path.group for path in paths} >= set(said["groups"].values())


def test_rules_that_clash_are_told_in_words_with_names(demo: Shell) -> None:
    room = opened(demo)
    try:
        own = room.classroom
        school_class = own.class_named("4B")
        lessons = LessonService(own)
        lesson = lessons.next(school_class.id)
        assert lesson is not None
        plans = PlanningService(own)
        plans.mode(lesson.id, OWN_PATHS)
        plans.add_rule(lesson.id, APART, plans.table(lesson.id).here)
    finally:
        room.close()
    said = demo.json("plan", "--class", "4B", "--seconds", "0.1", code=1)
    assert isinstance(said, dict)
    assert said["rules"]
    assert "can't all hold" in demo.err


def test_a_day_without_a_lesson_is_said(demo: Shell) -> None:
    assert demo("plan", "--class", "4B", "--lesson", "2031-01-01") == 1
    assert demo.err


def test_neither_brief_nor_class_is_wrong_use(demo: Shell) -> None:
    assert demo("plan") == 2
