"""Arithmetic with 32 numbers (the Galois field GF(2^5)), for letters that check a code.

Numbers are added with exclusive or. Every number but 0 is a power of 2 under this product; the
polynomial x^5 + x^2 + 1 is primitive (Lidl and Niederreiter, Finite Fields, table C).
"""

_POLYNOMIAL = 0b100101
ORDER = 31


def _powers() -> list[int]:
    found, number = [], 1
    for _ in range(ORDER):
        found.append(number)
        number <<= 1
        if number > ORDER:
            number ^= _POLYNOMIAL
    return found


_POWER = _powers()
_LOG = {number: exponent for exponent, number in enumerate(_POWER)}


def power(exponent: int) -> int:
    """2 to that power."""
    return _POWER[exponent % ORDER]


def times(left: int, right: int) -> int:
    """The product."""
    return power(_LOG[left] + _LOG[right]) if left and right else 0


def over(left: int, right: int) -> int:
    """The quotient; `right` is not 0."""
    return power(_LOG[left] - _LOG[right]) if left else 0


def exponent_of(number: int) -> int:
    """The power of 2 that a number other than 0 is."""
    return _LOG[number]
