"""The key of an encrypted database."""

from typing import final

from sqlcipher3 import dbapi2 as sqlite

KEY_BYTES = 32


@final
class Key:
    """A raw key of 32 bytes. It is never shown: not in a log, a report or a traceback."""

    __slots__ = ("_raw",)

    def __init__(self, raw: bytes) -> None:
        if len(raw) != KEY_BYTES:
            raise ValueError(f"a key has {KEY_BYTES} bytes")
        self._raw = raw

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self._raw == other._raw

    def __hash__(self) -> int:
        return hash(self._raw)

    def __repr__(self) -> str:
        return "Key(…)"

    def reveal(self) -> bytes:
        """The bytes themselves, for SQLCipher and the vault alone."""
        return self._raw


def use_key(connection: sqlite.Connection, key: Key | None) -> None:
    """Read and write through the key from now on; None leaves a plain file plain.

    It must come before anything else is asked of the connection.
    """
    if key is not None:
        # Else SQLCipher writes lines of its own to standard error when the key is another one.
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute(f"PRAGMA key = \"x'{key.reveal().hex()}'\"")
