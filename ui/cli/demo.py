"""The demo class, as a profile of any size."""

from argparse import Namespace

from app.demo.build import DemoBuilder, DemoSize
from app.domain.classes import Student
from app.domain.observations import Observation
from app.domain.skills import Skill
from app.ports import Clock
from data.paths import Profile
from ui.bootstrap import open_profile
from ui.cli.output import Output

YEAR = 365
DAILY = 7.3
"""Looks a student and school day: 28 students make 53,000 observations a year."""


def demo(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """Write a realistic class into the profile, which must not hold one yet."""
    opened = open_profile(profile, clock, arguments.key)
    try:
        opened.must_write()
        room = opened.classroom
        if room.classes():
            return output.problem(f"{profile.folder} holds a class already. Nothing was changed.")
        size = DemoSize(
            students=arguments.students,
            skills=arguments.skills,
            days=round(arguments.years * YEAR),
            daily=DAILY,
        )
        DemoBuilder(room.workspace, room.ids, clock, arguments.seed).build(size)
        made = {
            "students": len(room.store.find(Student)),
            "skills": sum(1 for s in room.store.find(Skill) if s.parent_id is not None),
            "observations": len(room.store.find(Observation)),
        }
    finally:
        opened.close()
    data: dict[str, object] = {"profile": str(profile.folder), **made}
    return output.result(
        data, [f"{profile.folder}: " + ", ".join(f"{n} {k}" for k, n in made.items())]
    )
