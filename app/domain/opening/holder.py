"""Who has a class open."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Holder:
    """A program that has it open.

    `user` and `host` are names as the computer gives them; `pid` is the process, and `born` what
    tells it from another one that is given the same number later; `since` is in ms UTC.
    """

    user: str
    host: str
    pid: int
    born: str
    since: int

    def is_of(self, other: "Holder") -> bool:
        """Whether the same person has it open on the same computer."""
        return (self.user, self.host) == (other.user, other.host)


NOBODY_KNOWN = Holder("", "", 0, "", 0)
"""Somebody has it open who has not told who."""


def still_holds(
    note: Holder | None, own: Holder, lives: bool, is_locked: bool, lock_is_believed: bool
) -> bool:
    """Whether the holder that a note names has it open.

    `is_locked` is what the computer says of the lock. When it is free that is the truth where
    locks work for everyone who can reach the folder, which `lock_is_believed` says; elsewhere a
    process of this computer is asked whether it lives, and of another computer nobody knows.
    """
    if is_locked:
        return True
    if note is None or lock_is_believed:
        return False
    return lives if note.host == own.host else True
