"""Why a brief cannot be planned as it is written. Wording lives in ui."""

from dataclasses import dataclass

from app.errors import ClassroomError


@dataclass(eq=False)
class BriefIsWrong(ClassroomError):
    """Something in the brief is not what it must be.

    `where` is a place such as `students[3].id`; `expected` says what belongs there.
    """

    where: str
    expected: str


class Stopped(Exception):
    """The search was told to stop before it had an answer."""
