"""The languages the board speaks: a dozen sentences each, for children, and its digits.

English is the teacher's own and always at hand; the others are read when a class has chosen one.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from ui.tokens import RESOURCES

LANGUAGES = {
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "pt": "Português",
    "ar": "العربية",
    "hi": "हिन्दी",
    "sw": "Kiswahili",
    "zh": "中文",
}
"""What each is called by those who speak it."""

RIGHT_TO_LEFT = frozenset({"ar"})

ENGLISH = {
    "move": "Find your name. Move now.",
    "find": "Find your name.",
    "done": "Well done.",
    "tidy_table": "Tidy up your table.",
    "round_of": "Round {round} of {rounds}",
    "round": "Round {round}",
    "tidy": "Tidy up",
    "walk": "Walk",
    "sit": "Sit down",
    "paused": "Paused",
    "over": "Time is up",
    "nearly": "Nearly time",
    "stay": "Stay",
    "closed": "Closed",
    "first": "First: {round}",
    "none": "No lesson now.",
    "minutes_one": "{count} minute",
    "minutes": "{count} minutes",
}
_ZERO_IS_ONE = frozenset({"fr", "hi", "pt"})


def sentences(language: str, folder: Path = RESOURCES) -> Mapping[str, str]:
    """The sentences of a language; English for one the board does not speak."""
    if language not in LANGUAGES or language == "en":
        return ENGLISH
    known = json.loads((folder / "board_words.json").read_text(encoding="utf-8"))
    return {name: str(text) for name, text in known[language].items()}


def plural(language: str, count: int) -> str:
    """The form of a noun behind a count, as CLDR calls it: one, two, few or other."""
    if count == 1 or (count == 0 and language in _ZERO_IS_ONE):
        return "one"
    if language == "ar":
        return "two" if count == 2 else "few" if 3 <= count % 100 <= 10 else "other"
    return "other"
