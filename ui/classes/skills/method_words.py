"""The mastery methods in a teacher's words."""

from PySide6.QtCore import QCoreApplication

from app.domain.skills import AVERAGE, DECAYING, HIGHEST, MOST_RECENT, N_TIMES, How


def tr(text: str, **holes: object) -> str:
    """The text in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Frameworks", text).format(**holes)


def methods() -> tuple[tuple[str, str], ...]:
    """Every method and its name, in the order they are offered."""
    return (
        (MOST_RECENT, tr("Most recent")),
        (HIGHEST, tr("Highest")),
        (DECAYING, tr("Decaying average")),
        (N_TIMES, tr("Several times")),
        (AVERAGE, tr("Average")),
    )


def explained(how: How) -> str:
    """What the method does, with its figures."""
    said = {
        MOST_RECENT: tr("The newest observation alone counts."),
        HIGHEST: tr("The best observation ever counts."),
        AVERAGE: tr("All observations count the same. Halves go up."),
        DECAYING: tr(
            "The newest observation counts {newest} %, the average of all before it {rest} %.",
            newest=how.newest_percent,
            rest=100 - how.newest_percent,
        ),
        N_TIMES: tr(
            "The highest level that was reached {times} times or more, higher ones included.",
            times=how.times,
        ),
    }
    order = tr("Observations count in the order they were seen, also when typed in later.")
    return f"{said.get(how.method, said[MOST_RECENT])} {order}"
