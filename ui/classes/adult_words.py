"""How adults share a class, in words; the context is "Adults"."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from app.domain.adult_time import AdultTime, met_by, uneven
from app.domain.ids import StudentId


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Adults", text).format(**facts)


def counted(one: str, many: str, count: int, **facts: object) -> str:
    """A sentence about a number, which is %n in it."""
    text = QCoreApplication.translate("Adults", one if count == 1 else many, None, count)
    return text.replace("%n", str(count)).format(**facts)


def week(time: AdultTime) -> str:
    """Minutes and students of one adult: "96 min with 14 students this week"."""
    if not time.students:
        return tr("No station led this week")
    return counted(
        "{minutes} min with 1 student this week",
        "{minutes} min with %n students this week",
        len(time.students),
        minutes=time.minutes,
    )


def balance(times: Sequence[AdultTime]) -> str:
    """Whether they share it evenly; empty where there is nothing to share."""
    if len(times) < 2 or not any(time.students for time in times):
        return ""
    far = uneven(times)
    if far is None:
        return tr("They share the class about evenly.")
    most, least = far
    return tr(
        "{most} met {many} students, {least} {few}. Let {least} lead more stations.",
        most=most.name,
        many=len(most.students),
        least=least.name,
        few=len(least.students),
    )


def meetings(
    times: Sequence[AdultTime], names: Mapping[StudentId, str]
) -> tuple[tuple[str, str], ...]:
    """Each student, and which of the adults met the student; who met nobody comes first."""
    met = met_by(times)
    rows = [(name, ", ".join(met.get(student, ()))) for student, name in names.items()]
    return tuple(sorted(rows, key=lambda row: bool(row[1])))
