"""A framework of twenty thousand entries, from a file to the class."""

import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.demo.build import DemoSize
from app.domain.framework_packing import Packed, unpacked
from app.ports import Clock
from app.services.framework_files import FrameworkFileService
from ui.bench.figures import Figure, middle
from ui.bench.store import built, timed
from ui.bootstrap import OpenProfile, framework_job
from ui.child.process import Child

ENTRIES = 20_000
_WORDS = "Understand that a number “is” made of tens and ones, and explain how many of each."
Package = dict[str, object]


def framework(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """Read in a process of its own, matched and written, over JSON and a bare table alone."""
    opened = built(folder / "framework", clock, DemoSize(days=5))
    file = folder / "case.json"
    file.write_text(json.dumps(_package()), "utf-8")
    ours, floor = [], []
    for run in range(max(1, min(runs, 5))):
        ours += timed(_taking(opened, file), 1)
        floor += timed(_plainly(folder / f"floor{run}.db", file), 1)
    opened.close()
    return [
        Figure(
            "framework",
            "a CASE file of 20,000 entries read, matched and written, over JSON and a bare table",
            "s",
            middle(ours) / 1000,
            middle(floor) / 1000,
            3.0,
            "value",
        )
    ]


def _taking(opened: OpenProfile, file: Path) -> Callable[[], None]:
    room = opened.classroom
    service = FrameworkFileService(room)

    def take() -> None:
        answer = Child().run(framework_job(file), lambda _done: None)
        assert isinstance(answer, Packed)
        service.take(service.look(room.classes()[0].id, unpacked(answer)))

    return take


def _plainly(database: Path, file: Path) -> Callable[[], None]:
    def take() -> None:
        items = json.loads(file.read_bytes())["CFItems"]
        with closing(sqlite3.connect(database)) as raw:
            raw.execute("CREATE TABLE skill (id INTEGER PRIMARY KEY, words TEXT, code TEXT)")
            rows = ((one["fullStatement"], one["humanCodingScheme"]) for one in items)
            raw.executemany("INSERT INTO skill (words, code) VALUES (?, ?)", rows)
            raw.commit()

    return take


def _package() -> Package:
    items = [
        {
            "identifier": f"entry-{n:06d}",
            "uri": f"https://example.invalid/CFItems/entry-{n:06d}",
            "fullStatement": f"{_WORDS} {n}",
            "humanCodingScheme": f"M.{n // 100}.{n % 100}",
            "CFItemType": "Standard",
            "lastChangeDateTime": "2026-01-01T00:00:00Z",
        }
        for n in range(ENTRIES)
    ]
    links = [
        _link("isChildOf", n, f"entry-{n // 20:06d}" if n >= 20 else "document", sequenceNumber=n)
        for n in range(ENTRIES)
    ]
    links += [_link("precedes", n, f"entry-{n + 1:06d}") for n in range(0, ENTRIES - 1, 7)]
    document = {"identifier": "document", "title": "Mathematics", "creator": "Nobody"}
    return {"CFDocument": document, "CFItems": items, "CFAssociations": links}


def _link(kind: str, start: int, end: str, **more: object) -> Package:
    return {
        "associationType": kind,
        "originNodeURI": {"identifier": f"entry-{start:06d}"},
        "destinationNodeURI": {"identifier": end},
        **more,
    }
