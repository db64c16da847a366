"""Words in the middle of a note: they belong to its sentence, whatever else they could mean."""

from collections.abc import Iterable, Sequence

from app.domain.capture.words import Word

# No note ends with one of these, so what comes after it is part of its sentence: articles,
# prepositions and the like, by language, as `search_key` writes them.
_LEADING_ON = (
    "a an the of in on at to with without about for from by into his her their its my our your",
    "this that these those each every some any or but as like using after before during until",
    "than not can cannot could does doesnt did didnt is was will",
    "el la los las un una de del en con sin sobre para por su sus al cada y o",
    "le les du des une dans avec sans sur pour par son sa ses ou et au aux chaque",
    "do da dos das os um uma no na nos nas com sem em seu sua e",
    "kwa ya wa za cha vya katika kwenye kila",
    "\u0641\u064a \u0645\u0646 \u0639\u0644\u064a \u0627\u0644\u064a \u0645\u0639 \u0639\u0646",
    "\u0643\u0644 \u0628\u062f\u0648\u0646 \u0647\u0630\u0627 \u0647\u0630\u0647",
)
_LEADS_ON = frozenset(word for line in _LEADING_ON for word in line.split())
# Words of Hindi that belong to what stands before them.
_LEADING_BACK = (
    "\u092e\u0947\u0902 \u0938\u0947 \u0915\u094b \u0915\u093e \u0915\u0940",
    "\u0915\u0947 \u092a\u0930 \u0924\u0915 \u0928\u0947",
)
_LEADS_BACK = frozenset(word for line in _LEADING_BACK for word in line.split())
LITTLE = _LEADS_ON | _LEADS_BACK


def inside(
    places: Iterable[int], plain: frozenset[int], words: Sequence[Word] = ()
) -> frozenset[int]:
    """Those of `places` that stand, alone or in a row, in the middle of a sentence.

    They do between two plain words, and after (or in Hindi before) one that no sentence ends with.
    A number counts in a row; alone it has to stand between two.
    """
    runs: list[list[int]] = []
    for place in sorted(places):
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return frozenset(place for run in runs for place in _bound(run, plain, words))


def _bound(run: Sequence[int], plain: frozenset[int], words: Sequence[Word]) -> Sequence[int]:
    """What of a row belongs to the sentence beside it; a number at its other end does not."""
    before, after = run[0] - 1, run[-1] + 1
    if before in plain and after in plain:
        return run
    said = [place for place in run if words and words[place].number is None]
    if not said:
        return ()
    if before in plain and {words[before].key, words[run[0]].key} & _LEADS_ON:
        return [place for place in run if place <= said[-1]]
    if after in plain and words[after].key in _LEADS_BACK:
        return [place for place in run if place >= said[0]]
    return ()


def is_apart(places: Iterable[int], plain: frozenset[int]) -> bool:
    """Whether one of `places` is beside no plain word."""
    return any(place - 1 not in plain and place + 1 not in plain for place in places)
