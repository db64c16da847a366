"""What the board says: one-verb lines for children, digits as their language writes them."""

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.board.scene import BoardClock, BoardScene, BoardStation


def tr(text: str, **facts: object) -> str:
    """A sentence in the class's language, its holes filled."""
    return QCoreApplication.translate("Board", text).format(**facts)


class BoardWords:
    """The sentences and numbers of one language."""

    def __init__(self, locale: QLocale) -> None:
        self._locale = locale

    def title(self, scene: BoardScene) -> str:
        """The largest words beside the clock."""
        if scene.title:
            return scene.title
        if scene.phase == "transition":
            return tr("Find your name. Move now.")
        if scene.phase == "ready":
            return tr("Find your name.")
        return tr("Well done.") if scene.phase == "finished" else self.round(scene.clock)

    def round(self, clock: BoardClock) -> str:
        """Which round it is, or will be."""
        return self.digits(tr("Round {round} of {rounds}", round=clock.round, rounds=clock.rounds))

    def short_round(self, clock: BoardClock) -> str:
        """Which round it is, where there is little room."""
        return self.digits(tr("Round {round}", round=clock.round))

    def steps(self, clock: BoardClock) -> tuple[tuple[str, str], ...]:
        """What to do between two rounds, each with its icon."""
        return (
            ("broom", tr("Tidy up")),
            ("person-simple-walk", tr("Walk")),
            ("chair", tr("Sit down")),
            ("flag-checkered", self.round(clock)),
        )

    def state(self, clock: BoardClock) -> tuple[str, str] | None:
        """The icon and word for a clock that does not simply run down."""
        if clock.phase == "finished":
            return None
        if clock.paused:
            return "pause", tr("Paused")
        return ("timer", tr("Time is up")) if clock.over else None

    def goodbye(self) -> str:
        """What to do when the lesson is over."""
        return tr("Tidy up your table.")

    def time(self, clock: BoardClock) -> str:
        """8:41 left, or +0:41 over. A second shows until it is used up."""
        up = -(-clock.remaining_ms // 1000) if not clock.over else clock.remaining_ms // 1000
        minutes, seconds = divmod(up, 60)
        return self.digits(f"{'+' if clock.over else ''}{minutes}:{seconds:02d}")

    def spoken(self, scene: BoardScene) -> str:
        """The whole board for a screen reader: nothing that is not on it."""
        parts = [self.title(scene), scene.subject, *map(_station, scene.stations), scene.message]
        return "\n".join(part for part in parts if part)

    def digits(self, text: str) -> str:
        """The text with the digits of the language."""
        zero = self._locale.zeroDigit()
        if len(zero) != 1 or zero == "0":
            return text
        return text.translate({ord("0") + n: chr(ord(zero) + n) for n in range(10)})


def _station(station: BoardStation) -> str:
    return f"{station.name}: {', '.join(name.text for name in station.names)}"
