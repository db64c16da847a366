"""The recovery code: random bits in letters that are easy to read and to type.

26 letters carry 130 bits. Two more check them, as in a Reed-Solomon code of distance 3: any one
or two wrong letters, so also two that changed places, are told from a code that is another one.
"""

from app.domain.secrets.field32 import exponent_of, over, power, times
from app.errors import CodeMistyped

ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""No 0 and O, no 1 and I: on paper they look alike."""

BITS = 130
GROUP = 4
LENGTH = 28
GROUPS = LENGTH // GROUP
_CARRY = LENGTH - 2
_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}


def recovery_code(bits: int) -> str:
    """The code for so many random bits, in groups: `7KQM-2PXA-…`."""
    if not 0 <= bits < 1 << BITS:
        raise ValueError(f"a code has {BITS} bits")
    carried = [bits >> (5 * place) & 31 for place in range(_CARRY)]
    return in_groups("".join(ALPHABET[value] for value in [*carried, *_check(carried)]))


def in_groups(letters: str) -> str:
    """The letters as they are shown and printed."""
    return "-".join(letters[at : at + GROUP] for at in range(0, LENGTH, GROUP))


def read_code(text: str) -> str:
    """The letters of a typed code; capitals, blanks and dashes do not matter.

    Raises `CodeMistyped` when it cannot be any code: what was typed is not what stands on the
    paper, whatever computer it is from.
    """
    letters = "".join(sign for sign in text.upper() if sign.isalnum())
    strange = next((at for at, sign in enumerate(letters) if sign not in _VALUE), None)
    if strange is not None or len(letters) != LENGTH:
        group = 0 if strange is None else min(strange // GROUP + 1, GROUPS)
        raise CodeMistyped(group, len(letters), LENGTH)
    values = [_VALUE[sign] for sign in letters]
    sum_, weighed = _syndromes(values)
    if sum_ or weighed:
        raise CodeMistyped(_suspect(sum_, weighed), LENGTH, LENGTH)
    return letters


def looks_like_code(text: str) -> bool:
    """Whether it is a code without a mistake, of this or of another profile."""
    try:
        read_code(text)
    except CodeMistyped:
        return False
    return True


def _check(carried: list[int]) -> tuple[int, int]:
    """The two letters after which both sums are 0."""
    sum_, weighed = _syndromes(carried)
    first, second = power(_CARRY), power(_CARRY + 1)
    last = over(weighed ^ times(first, sum_), first ^ second)
    return sum_ ^ last, last


def _syndromes(values: list[int]) -> tuple[int, int]:
    sum_ = weighed = 0
    for place, value in enumerate(values):
        sum_ ^= value
        weighed ^= times(power(place), value)
    return sum_, weighed


def _suspect(sum_: int, weighed: int) -> int:
    """The group (from 1) of the one wrong letter; 0 when there must be more than one."""
    if not (sum_ and weighed):
        return 0
    place = exponent_of(over(weighed, sum_))
    return place // GROUP + 1 if place < LENGTH else 0
