"""The whole truth about what a profile keeps, found out without writing anything."""

import json
import shutil
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from app.domain.backups import Stop, never
from app.domain.damage import BrokenRow, CheckReport, Part
from app.domain.looking import Progress, Tell, unheard
from data.backups import SUFFIX
from data.copies import Stopped
from data.damage.reading_whole import Found, read_open, read_whole
from data.keys import Key
from data.paths import Profile, plain
from data.settings_file import SettingsFile

Facts = dict[str, str | int]


def check_profile(profile: Profile, key: Key | None, named: Sequence[Path] = ()) -> CheckReport:
    """Read everything of a profile, and the files that were named, from end to end.

    `key` opens what is encrypted. No other part of this process may have the class file open.
    """
    return _everything(profile, read_whole(profile.database, key), key, named)


def check_open(
    profile: Profile,
    key: Key | None,
    everything: bool,
    stop: Stop = never,
    tell: Tell = unheard,
) -> CheckReport | None:
    """The same of a profile that this process has open, or of its class file alone.

    None when it was stopped. For a worker.
    """
    try:
        live = read_open(profile.database, key, stop, tell)
        if not everything:
            return CheckReport([_file(live), *_inside(live)])
        return _everything(profile, live, key, (), stop, tell)
    except Stopped:
        return None


def _everything(
    profile: Profile,
    live: Found,
    key: Key | None,
    named: Sequence[Path],
    stop: Stop = never,
    tell: Tell = unheard,
) -> CheckReport:
    second = SettingsFile(profile.settings).load().second_place
    places = [profile.backups, *(Path(place) for place in (second,) if place)]
    files = [file for place in places for file in _backups_in(place)]
    kept = []
    for done, file in enumerate(files):
        if stop():
            raise Stopped
        tell(Progress("backups", done, len(files)))
        kept.append(read_whole(file, key, stop))
    parts = [
        _file(live),
        *_inside(live),
        *(_backup("backup", found) for found in kept),
        *(_second(Path(place)) for place in (second,) if place),
        *(_backup("named", read_whole(file, key)) for file in named),
        _last_backup(live, kept),
        _space(profile.folder),
        _settings(profile.settings),
    ]
    return CheckReport(parts)


def _file(live: Found) -> Part:
    facts: Facts = {"path": str(live.path), "finding": live.finding}
    if live.state != "read":
        return Part("file", False, live.state, facts)
    facts |= {"schema": live.schema, "size": live.path.stat().st_size, **_holds(live)}
    return Part("file", True, "encrypted" if live.encrypted else "plain", facts)


def _inside(live: Found) -> list[Part]:
    """What is in the file; after what does not hang together nothing else was looked at."""
    if live.state != "read":
        return [Part(name, None, "unread") for name in _INSIDE]
    damage = live.damage
    if damage.structure:
        first = Part("integrity", False, "damaged", {}, damage.structure)
        return [first, *(Part(name, None, "unread") for name in _INSIDE[1:])]
    return [
        Part("integrity", True, "whole"),
        _listed("references", damage.orphans),
        _rows("seals", live.seals, observations=live.info.observations if live.info else 0),
        _rows("journal", live.chains, steps=live.steps),
        Part("finding", live.finds_all, "whole" if live.finds_all else "damaged"),
        Part("tallies", live.counts_right, "whole" if live.counts_right else "damaged"),
    ]


_INSIDE = ("integrity", "references", "seals", "journal", "finding", "tallies")


def _rows(name: str, rows: Sequence[BrokenRow], **facts: str | int) -> Part:
    found = "damaged" if rows else "whole"
    return Part(name, not rows, found, {"count": len(rows), **facts}, rows=rows)


def _listed(name: str, findings: Sequence[str], **facts: str | int) -> Part:
    found = "damaged" if findings else "whole"
    return Part(name, not findings, found, {"count": len(findings), **facts}, findings)


def _backup(name: str, found: Found) -> Part:
    """One that has another passphrase is not called damaged, unless it was asked for by name."""
    facts: Facts = {"path": str(found.path), "finding": found.finding}
    if found.state != "read":
        whole = None if found.state == "locked" and name == "backup" else False
        return Part(name, whole, found.state, facts)
    facts |= {"size": found.path.stat().st_size, **_holds(found)}
    if found.is_whole:
        return Part(name, True, "whole", facts)
    details = [*found.damage.structure, *found.damage.orphans]
    facts |= {"notes": len(found.damage.seals), "rows": len(found.chains)}
    return Part(name, False, "broken", facts, details)


def _holds(found: Found) -> Facts:
    info = found.info
    if info is None:
        return {}
    return {
        "students": info.students,
        "observations": info.observations,
        "last_lesson": info.last_lesson,
        "saved_at": info.saved_at,
    }


def _second(place: Path) -> Part:
    count = len(_backups_in(place))
    state = "there" if place.is_dir() else "absent"
    return Part("second_place", None, state, {"path": str(place), "count": count})


def _last_backup(live: Found, kept: Sequence[Found]) -> Part:
    whole = [found.info for found in kept if found.is_whole and found.info]
    if not whole:
        return Part("last_backup", None, "none")
    newest = max(whole, key=lambda info: (info.newest_step, info.saved_at))
    is_newest = live.info is not None and live.info.newest_step == newest.newest_step
    facts: Facts = {"saved_at": newest.saved_at, "path": str(newest.path)}
    return Part("last_backup", None, "everything" if is_newest else "older", facts)


def _space(folder: Path) -> Part:
    try:
        return Part("space", None, "free", {"bytes": shutil.disk_usage(folder).free})
    except OSError as error:
        return Part("space", None, "unknown", {"finding": error.strerror or str(error)})


def _settings(path: Path) -> Part:
    if not path.exists():
        return Part("settings", None, "none")
    try:
        kept = json.loads(plain(path).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        kept = None
    if not isinstance(kept, dict):
        return Part("settings", None, "defaults")
    used = json.loads(json.dumps(asdict(SettingsFile(path).load())))
    dropped = [name for name, value in used.items() if name in kept and kept[name] != value]
    return Part("settings", None, "partly" if dropped else "read", {}, dropped)


def _backups_in(place: Path) -> list[Path]:
    try:
        return sorted(place.glob(f"rondo-*{SUFFIX}"), reverse=True)
    except OSError:
        return []
