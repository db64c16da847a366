"""Which rows of a damaged file are believed, and what comes of the others."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field

from sqlcipher3 import dbapi2 as sqlite

from app.domain.changes import Change, Entity
from app.domain.damage import ADDED, CHANGED, DOUBTED, KEPT, LOST, REMOVED, Place
from data.damage.compare import Differences
from data.damage.fitting import as_entity, from_history
from data.damage.history import Word, last_step_on
from data.mapping import KINDS, columns, from_row


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of a row. `change` is what makes it so; `seen` is the row that was not believed."""

    place: Place
    outcome: str
    change: Change | None = None
    seen: Entity | None = None
    at: int | None = None


@dataclass
class Judge:
    """Judges table by table. `is_heir`: the damaged file went on from the whole one.

    A row is believed when its seal fits, or the journal says the same, or nothing speaks against
    it. The journal alone is believed about rows that do not read. Where neither is sure the whole
    file's row stays, and a file that is no heir never changes one. `parents` are tables whose rows
    others belong to: to lose one of those for a letter would lose all the others.
    """

    base: sqlite.Connection
    words: Mapping[Place, Word]
    is_heir: bool
    parents: Collection[str] = ()
    verdicts: list[Verdict] = field(default_factory=list)

    def judge(self, table: str, found: Differences) -> None:
        """Say what comes of every row that is not the same in both."""
        for row_id in found.fresh:
            self._fresh(table, row_id, found)
        if not self.is_heir:
            return
        for row_id in found.other:
            self._other(table, row_id, found)
        for row_id in sorted(found.gone):
            self._gone(table, row_id, found)
        for (kind, row_id), word in self.words.items():
            known = row_id in found.fresh or row_id in found.other or row_id in found.gone
            if kind == table and not known and word.after is not None:
                self._unread(table, row_id, found)

    def _fresh(self, table: str, row_id: int, found: Differences) -> None:
        if not self.is_heir and last_step_on(self.base, table, row_id):
            return  # the whole file knew it, and took it away since
        row = as_entity(table, found.fresh[row_id])
        told = self._told(table, row_id, found)
        good = row if row is not None and row_id not in found.unsealed else told
        if good is None and table in self.parents and row is not None:
            self._say(table, row_id, DOUBTED, Change(None, row), row)
            return
        change = None if good is None else Change(None, good)
        self._say(table, row_id, ADDED if good else LOST, change, row)

    def _other(self, table: str, row_id: int, found: Differences) -> None:
        ours = self._ours(table, row_id)
        row = as_entity(table, found.other[row_id])
        told = self._told(table, row_id, found)
        is_sealed = "seal" in found.walk.names and row_id not in found.unsealed
        good = row if row is not None and (is_sealed or row == told) else told
        if good is None:
            self._say(table, row_id, KEPT, None, row)
        elif good != ours:
            self._say(table, row_id, CHANGED, Change(ours, good), row)

    def _gone(self, table: str, row_id: int, found: Differences) -> None:
        word = self.words.get((table, row_id))
        if word is None:
            return
        ours, told = self._ours(table, row_id), self._told(table, row_id, found)
        if word.after is None:
            self._say(table, row_id, REMOVED, Change(ours, None))
        elif told is not None and told != ours:
            self._say(table, row_id, CHANGED, Change(ours, told))

    def _unread(self, table: str, row_id: int, found: Differences) -> None:
        told = self._told(table, row_id, found)
        change = None if told is None else Change(None, told)
        self._say(table, row_id, LOST if change is None else ADDED, change)

    def _say(
        self,
        table: str,
        row_id: int,
        outcome: str,
        change: Change | None = None,
        seen: Entity | None = None,
    ) -> None:
        word = self.words.get((table, row_id))
        at = word.at if word else None
        self.verdicts.append(Verdict((table, row_id), outcome, change, seen, at))

    def _ours(self, table: str, row_id: int) -> Entity:
        listed = ", ".join(f'"{name}"' for name in columns(KINDS[table]).names)
        row = self.base.execute(f'SELECT {listed} FROM "{table}" WHERE id = ?', (row_id,))
        return from_row(KINDS[table], row.fetchone())

    def _told(self, table: str, row_id: int, found: Differences) -> Entity | None:
        """The row as the journal last had it."""
        word = self.words.get((table, row_id))
        if word is None or word.after is None:
            return None
        told = from_history(table, word.after, found.layout)
        return told if told is not None and told.id == row_id else None


def with_parents(judge: Judge, layouts: Mapping[str, Mapping[str, str]]) -> Iterator[Verdict]:
    """The verdicts that can stand together: a row whose parent is not there is lost or kept."""
    standing = list(judge.verdicts)
    while True:
        coming = {v.place for v in standing if v.change is not None and v.change.after is not None}
        going = {v.place for v in standing if v.outcome == REMOVED}
        bad = {
            verdict.place
            for verdict in standing
            if verdict.change is not None
            and (
                _lacks_parent(judge.base, verdict, layouts, coming, going)
                or _leaves_children(judge.base, verdict, layouts, coming, going)
            )
        }
        if not bad:
            yield from standing
            return
        standing = [_without_change(v) if v.place in bad else v for v in standing]


def _without_change(verdict: Verdict) -> Verdict:
    outcome = LOST if verdict.outcome in {ADDED, DOUBTED} else KEPT
    after = verdict.change.after if verdict.change else None
    return Verdict(verdict.place, outcome, None, verdict.seen or after, verdict.at)


def _lacks_parent(
    base: sqlite.Connection,
    verdict: Verdict,
    layouts: Mapping[str, Mapping[str, str]],
    coming: set[Place],
    going: set[Place],
) -> bool:
    after = verdict.change.after if verdict.change else None
    if after is None:
        return False
    for column, parent in layouts[verdict.place[0]].items():
        wanted = getattr(after, column)
        if wanted is None or (parent, wanted) in coming:
            continue
        there = base.execute(f'SELECT 1 FROM "{parent}" WHERE id = ?', (wanted,)).fetchone()
        if there is None or (parent, wanted) in going:
            return True
    return False


def _leaves_children(
    base: sqlite.Connection,
    verdict: Verdict,
    layouts: Mapping[str, Mapping[str, str]],
    coming: set[Place],
    going: set[Place],
) -> bool:
    """Whether a row would go that others still belong to. One that changes may have moved on."""
    if verdict.outcome != REMOVED:
        return False
    table, row_id = verdict.place
    for child, parents in layouts.items():
        for column in (name for name, parent in parents.items() if parent == table):
            query = f'SELECT id FROM "{child}" WHERE "{column}" = ?'
            theirs = {(child, int(row[0])) for row in base.execute(query, (row_id,))}
            if theirs - going - coming:
                return True
    return False
