"""Words of scripts that put no space between them, taken apart by what the class knows."""

from app.domain.capture.search_keys import is_unspaced, search_key
from app.domain.capture.vocabulary import Vocabulary
from app.domain.capture.words import Word, split_line, word_of

_SHORTEST = 2
_LONGEST = 12


def words_of_line(line: str, vocabulary: Vocabulary) -> tuple[Word, ...]:
    """The words of a line; a run of ideographs gives up the names and skills it begins with."""
    found: list[Word] = []
    for word in split_line(line):
        if word.quoted or not is_unspaced(word.text[:1] or " "):
            found.append(word)
        else:
            found.extend(_heads(line, word, vocabulary))
    return tuple(found)


def _heads(line: str, word: Word, vocabulary: Vocabulary) -> list[Word]:
    if _known(word.key, vocabulary):
        return [word]
    for end in range(min(word.end - 1, word.start + _LONGEST), word.start + _SHORTEST - 1, -1):
        if _known(search_key(line[word.start : end]), vocabulary):
            rest = word_of(line, end, word.end)
            return [word_of(line, word.start, end), *_heads(line, rest, vocabulary)]
    return [word]


def _known(key: str, vocabulary: Vocabulary) -> bool:
    return bool(vocabulary.name_index.starting(key) or vocabulary.skills.index.starting(key))
