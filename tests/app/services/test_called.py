"""Every sentence about a student uses the name that tells them apart in the class."""

import pytest

from app.domain.voice import HEALTH, OK
from app.services.classes import ClassService
from app.services.flags import FlagService
from app.services.goals import GoalService
from app.services.judgements import JudgementService
from app.services.needs import NeedService
from app.services.observe import ObserveService
from app.services.roll import called
from app.services.voice import VoiceService
from tests.fakes.progress_class import ProgressClass

LINDQVIST, BEN = "Maya Lindqvist", "Ben Walker"


@pytest.fixture
def room(progress_class: ProgressClass) -> ProgressClass:
    return progress_class


def told(room) -> str:
    """Whom the last step is about."""
    said = room.workspace.next_undo
    assert said is not None
    return said.facts["student"]


def test_of_two_of_one_name_each_is_called_with_a_letter_of_the_family(room) -> None:
    assert called(room.store, room.students[LINDQVIST]) == "Maya L."
    assert called(room.store, room.students[BEN]) == "Ben"


@pytest.mark.parametrize(
    "write",
    [
        lambda room, who, skill: ObserveService(room).record(
            room.class_id, who, skill_id=skill, level=3
        ),
        lambda room, who, _: ObserveService(room).record(room.class_id, who, note="counts on"),
        lambda room, who, skill: JudgementService(room).set_level(who, skill, 2, "by hand"),
        lambda room, who, _: GoalService(room).set_goal(who, "Explain", ["Draw"]),
        lambda room, who, _: NeedService(room).write(who, HEALTH, "inhaler"),
        lambda room, who, _: VoiceService(room).reflect(who, OK),
        lambda room, who, _: FlagService(room).toggle_flags([who], "Check in"),
        lambda room, who, _: ClassService(room).take_off([who]),
    ],
)
def test_what_was_written_says_which_maya(room, write) -> None:
    write(room, room.students[LINDQVIST], room.skills["Round"].id)
    assert told(room) == "Maya L."
