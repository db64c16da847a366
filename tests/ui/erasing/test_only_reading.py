"""Nobody is erased from a class that is open elsewhere."""

from contextlib import closing
from pathlib import Path

import pytest

from app.domain.classes import Student
from app.domain.opening.errors import OnlyReading
from app.domain.opening.holder import Holder
from app.services.erasing import ErasingService
from tests.demo import lay_demo
from tests.fakes import FakeClock
from ui.bootstrap import open_profile, profile_at


def test_a_class_that_somebody_else_has_open_is_not_erased_from(tmp_path: Path) -> None:
    profile, clock = profile_at(tmp_path), FakeClock()
    lay_demo(profile)
    holder = Holder(user="Ms Okonkwo", host="room-12", pid=7, born="", since=clock.now_ms())
    opened = open_profile(profile, clock, holder=holder)
    with closing(opened.connection):
        room = opened.classroom
        service = ErasingService(room, opened.held)
        student = room.store.find(Student)[0]
        with pytest.raises(OnlyReading):
            service.request([student.id])
