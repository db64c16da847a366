"""What a backup is called and what it holds, in the teacher's words."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.backups import BackupInfo
from app.errors import BackupFailed, ClassroomError, DamagedFile
from app.ports import Clock
from ui.format import clock_time, day_short
from ui.problems import problem


def _tr(text: str) -> str:
    return QCoreApplication.translate("Backups", text)


def moment(at_ms: int, clock: Clock) -> str:
    """A day and a time as one says it: "today, 15:31", "Thu 14 May, 15:31"."""
    if at_ms == 0:
        return _tr("before the first change")
    then, now = clock.local(at_ms), clock.local(clock.now_ms())
    return _tr("{day}, {time}").format(day=_day(then, now), time=clock_time(then))


def holds(info: BackupInfo, clock: Clock) -> str:
    """What a verified backup holds: "28 students, last lesson Thu 14 May, 4.1 MB, whole"."""
    size = QLocale().formattedDataSize(info.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    parts = [*_classes(info), _students(info), _lesson(info, clock), size, _tr("whole")]
    return ", ".join(parts)


def held_in(info: BackupInfo) -> str:
    """What a file that was read whole holds, by the names of its classes."""
    size = QLocale().formattedDataSize(info.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
    text = _tr("{classes}: {students} students, {observations} observations, {size}, whole")
    return text.format(
        classes=", ".join(info.classes) or _tr("no class"),
        students=info.students,
        observations=info.observations,
        size=size,
    )


def contents(info: BackupInfo, clock: Clock) -> str:
    """What a file holds, to be compared with another: without its size."""
    seen = _tr("1 observation") if info.observations == 1 else _tr("{count} observations")
    count = QLocale().toString(info.observations)
    return ", ".join(
        [*_classes(info), _students(info), seen.format(count=count), _lesson(info, clock)]
    )


def why_not(error: ClassroomError) -> str:
    """Why a backup that should have come by itself did not."""
    if isinstance(error, DamagedFile):
        return _tr(
            "No backup was made: a part of your class file is damaged. Your earlier backups are"
            " kept as they are. You can go on; to be safe, open the newest good backup."
        )
    if isinstance(error, BackupFailed):
        return _tr(
            "No backup was made: {reason}. Your class is safe where it is,"
            " and Rondo tries again within 30 minutes."
        ).format(reason=error.reason)
    return problem(error)


def _classes(info: BackupInfo) -> list[str]:
    if len(info.classes) < 2:
        return list(info.classes)
    return [_tr("{count} classes").format(count=len(info.classes))]


def _students(info: BackupInfo) -> str:
    if info.students == 1:
        return _tr("1 student")
    return _tr("{count} students").format(count=info.students)


def _lesson(info: BackupInfo, clock: Clock) -> str:
    if not info.last_lesson:
        return _tr("no lesson yet")
    now = clock.local(clock.now_ms())
    day = _day(date.fromisoformat(info.last_lesson), now)
    return _tr("last lesson {day}").format(day=day)


def _day(day: date, now: datetime) -> str:
    then = day.date() if isinstance(day, datetime) else day
    if then == now.date():
        return _tr("today")
    short = day_short(then)
    return short if then.year == now.year else f"{short} {then.year}"
