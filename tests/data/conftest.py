"""What tests of seals and of the journal's chain begin with."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from data.database import Connection, connect
from tests.faults.damaged import Taught


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[Connection]:
    """The open file of a class that was taught."""
    taught = Taught(tmp_path)
    with closing(connect(taught.database)) as opened:
        yield opened
