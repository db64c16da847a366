"""The progress screen as data."""

from argparse import Namespace
from collections.abc import Sequence

from app.domain.progress import ProgressTable
from app.ports import Clock
from app.services.progress import ProgressService
from app.services.progress_data import as_data
from data.paths import Profile
from ui.bootstrap import open_profile
from ui.cli.output import Output


def progress(arguments: Namespace, profile: Profile, clock: Clock, output: Output) -> int:
    """All students by all skills."""
    opened = open_profile(profile, clock, arguments.key)
    try:
        room = opened.classroom
        school_class = room.class_named(arguments.class_name)
        table = ProgressService(room.store, room.evidence, clock).table(school_class.id)
    finally:
        opened.close()
    return output.result(as_data(table), lambda: _lines(table))


def _lines(table: ProgressTable) -> Sequence[str]:
    width = max((len(row.name) for row in table.rows), default=0)
    skills = [f"{n:>3}  {c.statement}" for n, c in enumerate(table.columns, 1)]
    heading = " " * width + "".join(f"{n:>3}" for n, _ in enumerate(table.columns, 1))
    rows = [
        row.name.ljust(width) + "".join(f"{cell.level or '–':>3}" for cell in row.cells)
        for row in table.rows
    ]
    return [*skills, "", heading, *rows]
