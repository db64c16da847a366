"""Finding things by the start of a word, quickly enough for every key that is pressed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

_NOTHING: frozenset[int] = frozenset()
_AFTER = "\U0010ffff"
_KEPT = 256
_ENDING = 2
"""So many letters more are another form of a word: fraction and fractions."""
_SHORTEST_FORM = 4


class WordIndex:
    """Item numbers by the words they are found under; built once, asked often."""

    def __init__(self, entries: Iterable[tuple[str, int]]) -> None:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for word, item in entries:
            found[word].append(item)
        self._words = sorted(found)
        self._items = [frozenset(found[word]) for word in self._words]
        self._asked: dict[str, frozenset[int]] = {}

    def starting(self, key: str) -> frozenset[int]:
        """The items one of whose words starts with the key."""
        if not key:
            return _NOTHING
        answer = self._asked.get(key)
        if answer is None:
            if len(self._asked) >= _KEPT:
                self._asked.clear()
            answer = self._asked[key] = self._look_up(key)
        return answer

    def exactly(self, key: str) -> frozenset[int]:
        """The items that have this very word."""
        at = bisect_left(self._words, key)
        there = at < len(self._words) and self._words[at] == key
        return self._items[at] if there else _NOTHING

    def is_form(self, key: str) -> bool:
        """Whether the key is one of the words as a sentence writes it, or without its ending."""
        at = bisect_left(self._words, key)
        least = len(key) if len(key) < _SHORTEST_FORM else len(key) + _ENDING
        while at < len(self._words) and self._words[at].startswith(key):
            if len(self._words[at]) <= least:
                return True
            at += 1
        return False

    def _look_up(self, key: str) -> frozenset[int]:
        low, high = bisect_left(self._words, key), bisect_left(self._words, key + _AFTER)
        if high - low == 1:
            return self._items[low]
        return _NOTHING.union(*self._items[low:high])
