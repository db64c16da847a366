"""What a measurement says."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: `value` and `floor` in `unit`, and the bar the product holds itself to.

    Where `bar_on` is "ratio" the bar is on value over floor, else on the value itself.
    """

    name: str
    what: str
    unit: str
    value: float
    floor: float
    bar: float
    bar_on: str = "ratio"

    @property
    def ratio(self) -> float:
        if self.value == self.floor:
            return 1.0  # nothing over nothing too
        return self.value / self.floor if self.floor else float("inf")

    @property
    def met(self) -> bool:
        return (self.ratio if self.bar_on == "ratio" else self.value) <= self.bar

    def as_data(self) -> dict[str, object]:
        return {
            "name": self.name,
            "what": self.what,
            "unit": self.unit,
            "value": round(self.value, 4),
            "floor": round(self.floor, 4),
            "ratio": round(self.ratio, 3),
            "bar": self.bar,
            "bar_on": self.bar_on,
            "met": self.met,
        }

    def line(self) -> str:
        verdict = "met" if self.met else "NOT met"
        return (
            f"{self.name}: {self.value:.3g} {self.unit} over {self.floor:.3g} {self.unit}"
            f" = {self.ratio:.2f} ({self.bar_on} at most {self.bar:g}, {verdict})"
        )


def middle(values: Sequence[float]) -> float:
    return median(values)


def p95(values: Sequence[float]) -> float:
    """The 95th percentile by nearest rank."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
