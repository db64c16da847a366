"""Finding things by the start of a word, quickly enough for every key that is pressed."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable

_NOTHING: frozenset[int] = frozenset()
_AFTER = "\U0010ffff"
_KEPT = 256


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

    def _look_up(self, key: str) -> frozenset[int]:
        low, high = bisect_left(self._words, key), bisect_left(self._words, key + _AFTER)
        if high - low == 1:
            return self._items[low]
        return _NOTHING.union(*self._items[low:high])
