"""Opens the class file of a profile and puts the classroom together."""

import random
from typing import TYPE_CHECKING

from app.classroom import furnish
from app.domain.ids import COUNTER_BITS, IdMaker
from app.domain.opening.errors import OnlyReading
from app.domain.opening.holder import Holder
from app.ports import Clock
from data.door import Door
from data.evidence import SqliteEvidence
from data.keys import Key
from data.paths import Profile
from data.store import SqliteStore
from data.surroundings import Surroundings
from ui.bootstrap.opened import OpenProfile

if TYPE_CHECKING:
    from app.domain.looking import Tell

_BITS = random.SystemRandom().getrandbits


def open_profile(
    profile: Profile,
    clock: Clock,
    key: Key | None = None,
    door: Door | None = None,
    holder: Holder | None = None,
) -> OpenProfile:
    """Open or make the profile's database; where that cannot be changed, to read it.

    `door` and `holder` are what is known already. Raises what `data.opening.open_file` raises.
    """
    door = door or Door(profile, Surroundings())
    door.find()
    holder = holder or (None if door.is_ours else door.other())
    access = door.open(key, "holder" if holder else "")
    store = SqliteStore(access.connection)
    ids = IdMaker(clock.now_ms, _BITS(COUNTER_BITS), store.highest_id())
    evidence = SqliteEvidence(access.connection)
    classroom = furnish(store, evidence, clock, ids)
    refused = OnlyReading(access.read_only) if access.read_only else None
    reading = held_by(holder, clock) if holder else refused
    return OpenProfile(profile, classroom, store, evidence, key, door.has_log, reading)


def bring_up_to_date(profile: Profile, key: Key | None, log: bool, tell: "Tell") -> None:
    """Bring an older class file up to date, whole or not at all; may run in a worker."""
    from data.database import connect  # not for the start: there is seldom an older one

    connect(profile.database, key, log, tell).close()


def held_by(holder: Holder, clock: Clock) -> OnlyReading:
    """Who has it open, in words and figures to be read."""
    since, now = clock.local(holder.since), clock.local(clock.now_ms())
    day = "" if since.date() == now.date() else f"{since:%Y-%m-%d} "
    said = f"{day}{since:%H:%M}" if holder.since else ""
    return OnlyReading("holder", holder.user, holder.host, said)


def build_demo(profile: Profile, clock: Clock, seed: int = 1) -> None:
    """Write the demo class into a new profile; may run in a worker."""
    from app.demo.build import DemoBuilder, DemoSize  # not for the start

    opened = open_profile(profile, clock)
    try:
        room = opened.classroom
        DemoBuilder(room.workspace, room.ids, clock, seed).build(DemoSize())
    finally:
        opened.close()
