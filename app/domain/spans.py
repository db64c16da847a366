"""Stretches of a lesson that have begun: rounds and the transitions into them."""

from collections.abc import Sequence
from typing import NamedTuple

Rest = tuple[int, int | None]
"""From when to when the clock stood; None while it stands."""


class Span(NamedTuple):
    """A stretch of one round (or of the transition into it) that has begun.

    All times are milliseconds UTC. `stood` are the rests within it, oldest first.
    """

    round: int
    transition: bool
    began_at: int
    ended_at: int | None
    stood: tuple[Rest, ...] = ()

    def shifted(self, ms: int) -> "Span":
        """The same span by a clock that was set that much on."""
        stood = tuple((since + ms, _on(until, ms)) for since, until in self.stood)
        return self._replace(
            began_at=self.began_at + ms, ended_at=_on(self.ended_at, ms), stood=stood
        )

    def halted(self, at: int) -> "Span":
        """The clock stands in it from then on."""
        return self._replace(stood=(*self.stood, (at, None)))

    def resumed(self, at: int) -> "Span":
        """The clock runs in it again."""
        if not self.stood or self.stood[-1][1] is not None:
            return self
        return self._replace(stood=(*self.stood[:-1], (self.stood[-1][0], at)))

    def closed(self, at: int) -> "Span":
        """It is over, and with it the rest that it ended in."""
        return self if self.ended_at is not None else self.resumed(at)._replace(ended_at=at)

    def ran_ms(self, now: int) -> int:
        """How long the clock has run in it until `now`."""
        end = now if self.ended_at is None else min(now, self.ended_at)
        stood = sum(max(0, min(end, _or(until, end)) - since) for since, until in self.stood)
        return max(0, end - self.began_at - stood)

    def when_run(self, ms: int) -> int | None:
        """The moment at which the clock has run so long in it; None when it never does.

        While the clock runs that moment may be to come.
        """
        at = self.began_at + ms
        for since, until in self.stood:
            if since >= at:
                break
            if until is None:
                return None
            at += until - since
        return None if self.ended_at is not None and at > self.ended_at else at


def _on(at: int | None, ms: int) -> int | None:
    return None if at is None else at + ms


def _or(at: int | None, other: int) -> int:
    return other if at is None else at


def left_for(spans: Sequence[Span], at: int) -> int | None:
    """Which span the round before was, when the one at `at` followed it; None when it did not.

    A round that is begun again, or gone back to, does not follow the round before it.
    """
    span, before = spans[at], list(spans[:at])
    if not span.transition and before and before[-1].transition and before[-1].round == span.round:
        before.pop()
    if not before or before[-1].transition or before[-1].round != span.round - 1:
        return None
    return len(before) - 1
