"""Finding a note among half a million, key by key."""

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

from app.demo.build import DemoSize
from app.domain.changes import label, made
from app.domain.classes import Student
from app.domain.finding import NoteQuery
from app.domain.ids import COUNTER_BITS, ObservationId
from app.domain.observations import Observation
from app.domain.skills import Skill, Tag
from app.domain.stations import Station
from app.ports import Clock
from app.services.finding import FindingReader
from ui.bench.figures import Figure, middle, p95
from ui.bench.store import built, timed
from ui.bootstrap import OpenProfile

NOTES = 500_000
SHOWN = 60
_BATCH = 5_000
_YEARS_MS = 10 * 365 * 86_400_000
_SYLLABLES = ("ex", "plain", "co", "unt", "ten", "half", "ver", "gle", "sor", "ti", "mal", "re")
_PLAIN = "SELECT rowid FROM note WHERE note MATCH ? ORDER BY rowid DESC LIMIT ?"


def search(folder: Path, clock: Clock, runs: int) -> list[Figure]:
    """Each key of what a teacher types, found and named, over FTS5 alone on an open connection."""
    opened = built(folder / "search", clock, DemoSize(60, 40, 30))
    rng = random.Random(1)
    words = _words(rng)
    seen = list(_notes(opened, clock, words, rng))
    for at in range(0, len(seen), _BATCH):
        some = map(made, seen[at : at + _BATCH])
        opened.classroom.workspace.edit(label("demo made"), *some, undoable=False)
    while opened.index_some():
        pass
    typed = [line[:end] for line in _lines(words, runs) for end in range(1, len(line) + 1)]
    asked = [*map(NoteQuery, typed), *_told_apart(typed, seen)]
    with closing(sqlite3.connect(":memory:")) as raw:
        _fill(raw, seen)
        floor = [timed(partial(_plain, raw, line), 1)[0] for line in typed]
    ours = _asking(opened, asked)
    opened.close()
    return [
        Figure(
            "search",
            "a key typed to 60 notes found among 500,000 and named, p95, over bare FTS5 in memory",
            "ms",
            p95(ours),
            middle(floor),
            30.0,
            "value",
        )
    ]


def _asking(opened: OpenProfile, asked: list[NoteQuery]) -> list[float]:
    room, finder = opened.classroom, opened.finder
    reader = FindingReader(room.store, room.evidence)

    def ask(query: NoteQuery) -> None:
        reader.hits(finder.find(query, SHOWN).observations)

    return [timed(partial(ask, query), 1)[0] for query in asked]


def _told_apart(typed: list[str], seen: list[Observation]) -> Iterator[NoteQuery]:
    """The same with something else known of the note, another thing each time."""
    for at, line in enumerate(typed):
        one = seen[at * 997 % len(seen)]
        yield (
            NoteQuery(line, one.class_id, student_id=one.student_id),
            NoteQuery(line, one.class_id, skill_id=one.skill_id),
            NoteQuery(line, one.class_id, station_id=one.station_id),
            NoteQuery(line, one.class_id, start=one.seen_at - 2**32, end=one.seen_at),
        )[at % 4]


def _notes(
    opened: OpenProfile, clock: Clock, words: list[str], rng: random.Random
) -> Iterator[Observation]:
    """Over ten years, a few of a word that is in every second note and many that are rare."""
    room = opened.classroom
    school_class = room.classes()[0]
    students = [s.id for s in room.store.find(Student, class_id=school_class.id)]
    skills = [s.id for s in room.store.find(Skill) if s.parent_id is not None]
    places = [s.id for s in room.store.find(Station, class_id=school_class.id)]
    tags = [t.id for t in room.store.find(Tag, class_id=school_class.id)]
    often = [1 / (rank + 1) for rank in range(len(words))]
    start = clock.now_ms() - _YEARS_MS
    for at in range(NOTES):
        seen_at = start + at * _YEARS_MS // NOTES
        yield Observation(
            id=ObservationId((seen_at << COUNTER_BITS) + at),
            class_id=school_class.id,
            student_id=rng.choice(students),
            seen_at=seen_at,
            skill_id=rng.choice(skills),
            level=rng.randint(1, 4),
            tag_ids=(rng.choice(tags),),
            note=" ".join(rng.choices(words, often, k=8)),
            station_id=rng.choice(places),
        )


def _words(rng: random.Random) -> list[str]:
    """4,000 words, in the order of how often they are used."""
    found = {"".join(rng.choices(_SYLLABLES, k=rng.randint(1, 4))) for _ in range(9_000)}
    return sorted(found, key=lambda word: (len(word), word))[:4_000]


def _lines(words: list[str], runs: int) -> list[str]:
    rng = random.Random(2)
    return [" ".join(rng.sample(words[:800], 2)) for _ in range(max(10, runs))]


def _fill(raw: sqlite3.Connection, seen: list[Observation]) -> None:
    raw.execute("CREATE VIRTUAL TABLE note USING fts5(text, content='', prefix='1 2 3')")
    rows = ((own, one.note) for own, one in enumerate(seen))
    raw.executemany("INSERT INTO note (rowid, text) VALUES (?, ?)", rows)


def _plain(raw: sqlite3.Connection, line: str) -> None:
    asked = " ".join(f'"{word}"*' for word in line.split())
    raw.execute(_PLAIN, (asked, SHOWN)).fetchall()
