"""Reading what may be damaged."""

from sqlcipher3 import dbapi2 as sqlite

_CORRUPT, _NOT_A_DATABASE = 11, 26


def is_damage(error: BaseException) -> bool:
    """Whether SQLite says of a file that it is damaged, rather than busy, full or away."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:  # raised by the binding itself, for a text that is none
        return isinstance(error, sqlite.OperationalError) and "decode" in str(error)
    return isinstance(error, sqlite.Error) and code & 0xFF in {_CORRUPT, _NOT_A_DATABASE}


def read_any_text(connection: sqlite.Connection) -> None:
    """Let a text through in which bits have flipped, so that its row can be told about.

    A byte that is no UTF-8 becomes a lone surrogate, which no seal fits and no file can hold.
    """
    connection.text_factory = _any_text


def _any_text(raw: bytes) -> str:
    return raw.decode("utf-8", "surrogateescape")
