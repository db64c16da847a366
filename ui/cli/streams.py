"""The standard streams as the commands need them: UTF-8 on every system, and never missing."""

import io
import os
import sys
from pathlib import Path
from typing import TextIO


def streams() -> tuple[TextIO, TextIO, TextIO]:
    """Standard input, output and error.

    Bytes of the input that are no UTF-8 come as lone surrogates, so that a class list can be
    decoded again; what a screen cannot show is written as its number.
    """
    return _reading(sys.stdin), _writing(sys.stdout), _writing(sys.stderr)


def drop(stream: TextIO) -> None:
    """Throw away what waits in a stream nobody reads, or Python complains of it as it ends."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
    except OSError:  # a stream in memory has no file
        return


def _reading(stream: TextIO | None) -> TextIO:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="surrogateescape")
    return stream or io.StringIO()


def _writing(stream: TextIO | None) -> TextIO:
    if isinstance(stream, io.TextIOWrapper):
        encoding = stream.encoding if stream.isatty() else "utf-8"
        stream.reconfigure(encoding=encoding, errors="backslashreplace")
    return stream or Path(os.devnull).open("w", encoding="utf-8")
