"""What the drawer says."""

from dataclasses import replace
from datetime import datetime

import pytest

from app.domain.ids import ObservationId
from app.domain.progress import Sighting
from app.domain.skills import LEVELS
from tests.fakes.clock import ROOM
from tests.fakes.progress_class import ProgressClass
from ui.student.words import context_line, day_or_today, headline, seen_line, seen_when, seen_words

NOW = datetime(2026, 5, 14, 9, 52, tzinfo=ROOM)
PLAIN = Sighting(ObservationId(1), 0, "Add fractions", 3, (), "", None)


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOW.replace(hour=9, minute=7), "today 09:07"),
        (NOW.replace(day=12), "Tue 12 May"),
        (NOW.replace(year=2025), "Wed 14 May 2025"),
    ],
)
def test_a_time_is_as_exact_as_it_is_near(moment: datetime, words: str) -> None:
    assert seen_when(moment, NOW) == words


def test_a_day_is_today_or_its_date() -> None:
    assert day_or_today(NOW.replace(hour=0), NOW) == "Today"
    assert day_or_today(NOW.replace(day=4), NOW) == "4 May"


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({}, "Secure"),
        ({"tags": ("Drew it",)}, "Drew it"),
        ({"note": "Found quarters"}, "Found quarters"),
        ({"tags": ("Drew it", "Stuck"), "note": "twice"}, "Drew it · Stuck · twice"),
        ({"level": None}, "Seen"),
        ({"level": 6}, "Seen"),
    ],
)
def test_the_headline_is_what_was_said_or_the_level(more, words) -> None:
    assert headline(replace(PLAIN, **more), LEVELS) == words


def test_the_line_below_names_skill_and_time() -> None:
    assert context_line(PLAIN, NOW, NOW) == "Add fractions · today 09:52"
    assert context_line(replace(PLAIN, skill=""), NOW, NOW) == "today 09:52"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "Seen today · 0 min with you this week"),
        (1, "Seen 1 day ago · 0 min with you this week"),
        (9, "Seen 9 days ago · 0 min with you this week"),
        (None, "Not seen yet · 0 min with you this week"),
    ],
)
def test_how_lately_a_student_was_seen(days, words) -> None:
    room = ProgressClass()
    if days is not None:
        room.see("Amara Okafor", None, None, days=days)
    assert seen_line(room.progress.student(room.students["Amara Okafor"])) == words


def test_a_skill_is_heard_with_level_and_days() -> None:
    room = ProgressClass()
    room.see("Amara Okafor", "Round", 3, days=9)
    skills = room.progress.student(room.students["Amara Okafor"]).skills
    assert seen_words(skills[1], LEVELS) == "Round, 3 Secure, 9 days"
    assert seen_words(skills[0], LEVELS) == "Place value, no evidence"
