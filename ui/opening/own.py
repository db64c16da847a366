"""The teacher's own profile: which one it is, and its door while Rondo is open."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from app.ports import Clock
from ui.bootstrap import OpenProfile, Profile, Surroundings
from ui.opening.entrance import Entrance, Wish

if TYPE_CHECKING:
    from app.domain.looking import Tell
    from ui.bootstrap import Key
    from ui.desk.desk import Desk
    from ui.opening.watchman import Watchman

Request = dict[str, object]


class Own:
    """Keeps the door from one opening to the next; a profile that is left is let go."""

    def __init__(
        self, profile: Profile, clock: Clock, around: Surroundings, asked: Request
    ) -> None:
        self.profile = profile
        self._entrance = Entrance(clock, around, asked)
        self._watchman: Watchman | None = None

    def choose(self, profile: Profile) -> None:
        """Make it the teacher's own from now on."""
        if profile != self.profile:
            self.leave()
            self.profile = profile

    def enter(self, wish: Wish) -> OpenProfile:
        """Open it. Raises what `Entrance.enter` raises."""
        return self._entrance.enter(self.profile, wish)

    def bring_up(self, key: "Key | None", tell: "Tell") -> None:
        """Bring its file up to date. For a worker. Raises what `enter` raises."""
        self._entrance.bring_up(self.profile, key, tell)

    def watch(self, desk: "Desk | None", hear: Callable[[Request], None]) -> None:
        """After the first picture: hear of other copies of the app, and of copies of the class."""
        if self._watchman is None and self._entrance.is_ours:
            from ui.opening.watchman import Watchman  # not for the start

            self._watchman = Watchman(self.profile)
            self._watchman.came.connect(hear)
            self._watchman.tell_copies(desk, self._entrance.copies())

    def leave(self) -> None:
        """Let others in."""
        watchman, self._watchman = self._watchman, None
        if watchman is not None:
            watchman.stop()
        self._entrance.leave()
