"""What a column holds, judged by its cells alone."""

import re
from collections.abc import Callable, Sequence
from itertools import pairwise

from app.domain.roster.columns import ColumnKind

_MOST = 0.7
_DATE = re.compile(
    r"^\d{1,4}[-/. ]\d{1,2}[-/. ]\d{1,4}(?:[ T].*)?$|^\d{1,2}[ -]\w{3,9}[ -]\d{2,4}$"
)
_EMAIL = re.compile(r"^\S+@\S+\.\S+$")
_PHONE = re.compile(r"^\+?[\d ()./-]{7,20}$")
_CODE = re.compile(r"^(?=.*\d)[\w./-]{2,}$")
_CLASS = re.compile(
    r"^(?:\d{1,2}\s?\w?|(?:year|grade|class|form|y|g|k)\s?-?\d{1,2}\w?)$", re.IGNORECASE
)
_GENDER = frozenset(
    "m f x male female boy girl b g h v w d man woman masculino femenino feminino homme femme "
    "fille garçon niño niña junge mädchen männlich weiblich masculin féminin "
    "ذكر أنثى 男 女 पुरुष महिला me ke mvulana msichana".split()
)
_YES_NO = frozenset("y n yes no true false 0 1 x ✓ sí si oui non ja nein sim não".split())
_MAX_WORDS = 7


def content_kind(values: Sequence[str]) -> ColumnKind:
    """What the filled cells of a column are most like; NAME when they could be names."""
    filled = [value.strip() for value in values if value.strip()]
    if not filled:
        return ColumnKind.OTHER
    if _counts_up(filled):
        return ColumnKind.NUMBER
    tests: tuple[tuple[ColumnKind, Callable[[str], object]], ...] = (
        (ColumnKind.EMAIL, _EMAIL.match),
        (ColumnKind.BIRTH, _DATE.match),
        (ColumnKind.GENDER, lambda value: value.casefold() in _GENDER),
        (ColumnKind.SUPPORT, lambda value: value.casefold() in _YES_NO),
        (ColumnKind.CLASS, _CLASS.match),
        (ColumnKind.PHONE, _PHONE.match),
        (ColumnKind.ID, _CODE.match),
    )
    found = next((kind for kind, test in tests if _share(filled, test) >= _MOST), None)
    return found or (ColumnKind.NAME if _like_names(filled) else ColumnKind.OTHER)


def _counts_up(values: Sequence[str]) -> bool:
    numbers = [int(value.rstrip(".)")) for value in values if value.rstrip(".)").isdecimal()]
    if len(numbers) < len(values) or len(numbers) < 2:
        return False
    return all(b - a == 1 for a, b in pairwise(numbers))


def _share(values: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(1 for value in values if test(value)) / len(values)


def _like_names(values: Sequence[str]) -> bool:
    """Letters, few words, and not the same few words again and again, as groups would be."""
    lettered = _share(values, _could_be_name)
    repeated = len(values) >= 8 and len(set(values)) <= len(values) / 5
    return lettered >= _MOST and not repeated


def _could_be_name(value: str) -> bool:
    letters = sum(char.isalpha() for char in value)
    digits = sum(char.isdigit() for char in value)
    return letters > 0 and digits <= letters / 4 and len(value.split()) <= _MAX_WORDS
