"""Erasing people from a profile: one connection of its own for each call, on any thread."""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from sqlcipher3 import dbapi2 as sqlite

from app.domain.erasing import ErasureRequest, Mention, Progress, Receipt, Tell
from app.domain.ids import NeedId, ObservationId, StepId, StudentId
from app.domain.mentions import NameWords
from app.domain.names import PersonName
from app.domain.retention import ClassUse
from data.database import connect_read_only, transaction
from data.erasure.copying import CLEAN, REWRITTEN
from data.erasure.intent import BEGUN, EMPTIED, WAITING, Intent, begin, close, keep, open_intents
from data.erasure.mentions import find_mentions, teach_words
from data.erasure.names import names_in
from data.erasure.recalling import recall, unknown_to
from data.erasure.record import known_in, remember, remembered
from data.erasure.scrub import scrub
from data.erasure.sweep import DELETED, Findings, Sweep
from data.erasure.touched import find_touched
from data.erasure.years import classes_in, jottings_in, needs_in
from data.keys import Key, use_key
from data.paths import Profile
from data.seals import teach

PATIENCE_S = 30.0
"""How long it waits for somebody who writes: nobody looks on."""
_PRAGMAS = ("foreign_keys = ON", "secure_delete = ON", "trusted_schema = OFF", "synchronous = FULL")


class SqliteErasure:
    """`second` are the folders outside the profile that backups go to; `now` is in ms UTC.

    `earlier` are those they went to before: nobody waits for one that is not there.
    """

    def __init__(
        self,
        profile: Profile,
        now: Callable[[], int],
        key: Key | None = None,
        second: Sequence[Path] = (),
        earlier: Sequence[Path] = (),
    ) -> None:
        self._profile = profile
        self._now = now
        self._key = key
        self._second = tuple(second)
        self._earlier = tuple(place for place in earlier if place not in self._second)

    def mentions(self, students: Sequence[StudentId]) -> tuple[Mention, ...]:
        with closing(connect_read_only(self._profile.database, self._key)) as live:
            teach_words(live, NameWords(names_in(live, students)))
            find_touched(live, ErasureRequest(StepId(0), 0, tuple(students)))
            return find_mentions(live)

    def classes(self) -> tuple[ClassUse, ...]:
        with closing(connect_read_only(self._profile.database, self._key)) as live:
            return classes_in(live)

    def jottings(self, before: int) -> tuple[ObservationId, ...]:
        with closing(connect_read_only(self._profile.database, self._key)) as live:
            return jottings_in(live, before)

    def needs(self, before: int) -> tuple[NeedId, ...]:
        with closing(connect_read_only(self._profile.database, self._key)) as live:
            return needs_in(live, before)

    def erase(self, request: ErasureRequest, tell: Tell) -> Receipt:
        with closing(self._open()) as live:
            with transaction(live):
                begin(live, request)
            self._remember(live)
            return self._carry_out(live, Intent(request), tell)

    def unfinished(self) -> int:
        with closing(self._open()) as live:
            self._remember(live)
            missing = unknown_to(live, remembered(self._profile.database))
            return len(open_intents(live)) + len(missing.ids)

    def finish(self, tell: Tell) -> tuple[Receipt, ...]:
        with closing(self._open()) as live:
            recall(live, unknown_to(live, remembered(self._profile.database)))
            waiting = [intent for intent in open_intents(live) if self._can_go_on(intent)]
            return tuple(self._carry_out(live, intent, tell) for intent in waiting)

    def _can_go_on(self, intent: Intent) -> bool:
        return intent.phase != WAITING or not self._absent()

    def _carry_out(self, live: sqlite.Connection, intent: Intent, tell: Tell) -> Receipt:
        """Copies first: until the rows go, the database says what the names are."""
        findings, request = Findings(), intent.request
        names = names_in(live, request.students)
        sweep = Sweep(self._profile, (*self._second, *self._earlier), self._key, request, names)
        sweep.run(findings, tell)
        mentions_left = 0
        if intent.phase == BEGUN:
            tell(Progress("rows"))
            intent, mentions_left = self._empty_rows(live, intent, names)
        tell(Progress("space"))
        if intent.phase == EMPTIED:
            self._remember(live, findings)
            self._empty_space(live, findings)
            # Again: a backup may have been made meanwhile.
            sweep.run(findings, tell)
        waits = sweep.name_absent(self._second, "absent", findings)
        sweep.name_absent(self._earlier, "forgotten", findings)
        self._close(live, intent, findings, waits)
        return self._receipt(intent, findings, mentions_left)

    def _empty_rows(
        self, live: sqlite.Connection, intent: Intent, names: tuple[PersonName, ...]
    ) -> tuple[Intent, int]:
        with transaction(live):
            removed = scrub(live, intent.request, NameWords(names))
            left = len({mention.key for mention in find_mentions(live)})
            intent = replace(intent, phase=EMPTIED, removed=removed)
            keep(live, intent)
        return intent, left

    def _empty_space(self, live: sqlite.Connection, findings: Findings) -> None:
        """Free pages go with VACUUM, and the log is cut to nothing."""
        try:
            live.execute("VACUUM")
            if live.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
                findings.add(f"{self._profile.database.name}-wal", "busy")
        except sqlite.OperationalError as error:
            reason = "busy" if "locked" in str(error) else "refused"
            findings.add(self._profile.database.name, reason)

    def _remember(self, live: sqlite.Connection, findings: Findings | None = None) -> None:
        """Keep the record beside; where that is refused the erasing waits to be finished."""
        try:
            remember(self._profile.database, known_in(live))
        except OSError:
            if findings is not None:
                findings.add(self._profile.erased.name, "refused")

    def _close(
        self, live: sqlite.Connection, intent: Intent, findings: Findings, waits: bool
    ) -> None:
        """Done, but for what waits: an absent place, a log somebody holds, the record beside."""
        name, record = self._profile.database.name, self._profile.erased.name
        if {name, f"{name}-wal", record} & set(findings.outcomes):
            return
        with transaction(live):
            if waits:
                keep(live, replace(intent, phase=WAITING))
            else:
                close(live, intent)
        self._remember(live)
        with suppress(sqlite.OperationalError):  # someone reads: it is folded in later
            live.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def _absent(self) -> list[Path]:
        return [place for place in self._second if not place.is_dir()]

    def _receipt(self, intent: Intent, findings: Findings, mentions_left: int) -> Receipt:
        return Receipt(
            began_at=intent.request.at,
            ended_at=self._now(),
            students=len(intent.request.students),
            removed=Counter(intent.removed or {}),
            rewritten=findings.of(REWRITTEN),
            clean=findings.of(CLEAN),
            deleted=findings.of(DELETED),
            left=findings.left(),
            mentions_left=mentions_left,
            again=intent.again,
        )

    def _open(self) -> sqlite.Connection:
        """A connection beside the window's own; the file itself is not touched otherwise."""
        database = str(self._profile.database)
        connection = sqlite.connect(database, timeout=PATIENCE_S, isolation_level=None)
        use_key(connection, self._key)
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        teach(connection)
        return connection
