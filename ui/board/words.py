"""What the board says: one-verb lines for children, digits as their language writes them."""

from PySide6.QtCore import QLocale

from app.domain.board.scene import BoardClock, BoardScene, BoardStation
from ui.board.languages import RIGHT_TO_LEFT, plural, sentences

NEARLY_MS = 60_000
_MINUTE = 60_000


class BoardWords:
    """The sentences and numbers of one language of `LANGUAGES`; empty for the teacher's own.

    `calm`: time is a shape, and no number of it is written.
    """

    def __init__(self, language: str = "", calm: bool = False) -> None:
        self.language = language
        self.calm = calm
        self._say = sentences(language)
        self._zero = QLocale(language).zeroDigit() if language else "0"

    @property
    def mirrored(self) -> bool:
        """Whether it is read from the right."""
        return self.language in RIGHT_TO_LEFT

    def title(self, scene: BoardScene) -> str:
        """The largest words beside the clock."""
        if scene.title:
            return scene.title
        names = {"transition": "move", "ready": "find", "finished": "done", "none": "none"}
        name = names.get(scene.phase)
        return self._say[name] if name else self.round(scene.clock)

    def subtitle(self, scene: BoardScene) -> str:
        """The line below: the subject, and before the start what comes first."""
        parts = [self.first(scene.clock) if scene.phase == "ready" else "", scene.subject]
        return " · ".join(filter(None, parts))

    def first(self, clock: BoardClock) -> str:
        """The round to come, and how long it is."""
        said = self._say["first"].format(round=self.round(clock))
        return said if self.calm else f"{said} · {self.minutes(clock.total_ms)}"

    def minutes(self, ms: int) -> str:
        """A length, in whole minutes."""
        count = round(ms / _MINUTE)
        form = self._say.get(f"minutes_{plural(self.language, count)}", self._say["minutes"])
        return self.digits(form.format(count=count))

    def round(self, clock: BoardClock) -> str:
        """Which round it is, or will be."""
        said = self._say["round_of"].format(round=clock.round, rounds=clock.rounds)
        return self.digits(said)

    def short_round(self, clock: BoardClock) -> str:
        """Which round it is, where there is little room."""
        return self.digits(self._say["round"].format(round=clock.round))

    def steps(self, clock: BoardClock) -> tuple[tuple[str, str], ...]:
        """What to do between two rounds, each with its icon."""
        return (
            ("broom", self._say["tidy"]),
            ("person-simple-walk", self._say["walk"]),
            ("chair", self._say["sit"]),
            ("flag-checkered", self.round(clock)),
        )

    def state(self, clock: BoardClock) -> tuple[str, str] | None:
        """The icon and word for a clock that does not simply run down."""
        if clock.phase in {"finished", "none"}:
            return None
        if clock.paused:
            return "pause", self._say["paused"]
        if clock.over:
            return "timer", self._say["over"]
        nearly = self.calm and clock.phase != "ready" and clock.remaining_ms <= nearly_ms(clock)
        return ("timer", self._say["nearly"]) if nearly or clock.warning else None

    def stay(self) -> str:
        """What a table does that stays on while the others move."""
        return self._say["stay"]

    def closed(self) -> str:
        """What is said of a station that takes nobody in this round."""
        return self._say["closed"]

    def goodbye(self, scene: BoardScene) -> str:
        """What to do when the lesson is over; nothing where there was none."""
        return self._say["tidy_table"] if scene.phase == "finished" else ""

    def time(self, clock: BoardClock) -> str:
        """8:41 left, or +0:41 over. A second shows until it is used up."""
        up = -(-clock.remaining_ms // 1000) if not clock.over else clock.remaining_ms // 1000
        minutes, seconds = divmod(up, 60)
        return self.digits(f"{'+' if clock.over else ''}{minutes}:{seconds:02d}")

    def spoken(self, scene: BoardScene) -> str:
        """The whole board for a screen reader: nothing that is not on it."""
        parts = [
            self.title(scene),
            self.subtitle(scene),
            *map(self._station, scene.stations),
            scene.message,
        ]
        return "\n".join(part for part in parts if part)

    def _station(self, station: BoardStation) -> str:
        name = f"{station.name} ({self.stay()})" if station.stays else station.name
        if station.closed:
            name = f"{station.name} ({self.closed()})"
        return f"{name}: {', '.join(name.text for name in station.names)}"

    def digits(self, text: str) -> str:
        """The text with the digits of the language."""
        if len(self._zero) != 1 or self._zero == "0":
            return text
        return text.translate({ord("0") + n: chr(ord(self._zero) + n) for n in range(10)})


def nearly_ms(clock: BoardClock) -> int:
    """When little time is left: a minute, or a quarter of a short stretch."""
    return min(NEARLY_MS, clock.total_ms // 4)
