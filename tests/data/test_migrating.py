"""Two programs that bring one file up to date at once do not trip over each other's copies."""

import shutil
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from data.database import connect
from data.migrating import COPY

FIXTURE = Path(__file__).with_name("fixtures") / "schema_1.db"
HALF = b"another start is writing this"


def test_the_half_made_copy_of_another_start_is_left_alone(tmp_path: Path) -> None:
    database = tmp_path / "rondo.db"
    shutil.copyfile(FIXTURE, database)
    now = datetime.now(UTC).astimezone()
    times = (now + timedelta(seconds=seconds) for seconds in range(-1, 120))
    halves = [tmp_path / f"{COPY}-{at:%Y-%m-%d-%H%M%S}.db.part" for at in times]
    for half in halves:
        half.write_bytes(HALF)
    with closing(connect(database)):
        kept = next(tmp_path.glob(f"{COPY}*.db"))
    assert kept.with_name(f"{kept.name}.part") in halves
    assert {half.read_bytes() for half in halves} == {HALF}
