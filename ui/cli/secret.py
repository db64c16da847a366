"""The passphrase of an encrypted profile, on the terminal or from a file; never as an argument."""

import getpass
import sys
from argparse import Namespace
from pathlib import Path

from app.errors import PassphraseNeeded
from app.ports import Clock
from data.keys import Key
from data.paths import Profile
from ui.bootstrap import safe_of


def key_for(arguments: Namespace, profile: Profile, clock: Clock) -> Key | None:
    """The key of a profile that is locked, None for a plain one.

    Raises what `ProfileSafe.open` raises, and `PassphraseNeeded` where there is nobody to ask.
    """
    safe = safe_of(profile, clock)
    return safe.open(_words(arguments, profile.database)) if safe.is_set() else None


def key_of_copy(arguments: Namespace, profile: Profile, clock: Clock, copy: Path) -> Key:
    """The key of an encrypted backup, which may be of another profile."""
    return safe_of(profile, clock).open_copy(copy, _words(arguments, copy))


def _words(arguments: Namespace, path: Path) -> str:
    """The first line of the file that was named; - is standard input."""
    if arguments.words is not None:
        return str(arguments.words)
    source = arguments.passphrase_file
    if source == "-":
        arguments.words = arguments.stdin.readline().rstrip("\r\n")
    elif source is not None:
        lines = Path(source).read_text(encoding="utf-8-sig", errors="replace").splitlines()
        arguments.words = lines[0] if lines else ""
    elif sys.stdin is not None and sys.stdin.isatty():
        arguments.words = getpass.getpass("Passphrase or recovery code: ")
    else:
        raise PassphraseNeeded(path)
    return str(arguments.words)
