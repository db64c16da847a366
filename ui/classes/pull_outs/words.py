"""Pull-outs in words; the context is "PullOuts"."""

from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.day_time import write_minute
from app.domain.pull_outs import PullOut
from ui.format import day_short

WORKING_WEEK = (1, 2, 3, 4, 5)


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("PullOuts", text).format(**facts)


def title(pull_out: PullOut, name: str) -> str:
    """Who is out for what and when: "Tane, Speech 09:40 to 09:58"."""
    begins, ends = write_minute(pull_out.begins), write_minute(pull_out.ends)
    if not pull_out.reason:
        return tr("{student}, {begins} to {ends}", student=name, begins=begins, ends=ends)
    return tr(
        "{student}, {reason} {begins} to {ends}",
        student=name,
        reason=pull_out.reason,
        begins=begins,
        ends=ends,
    )


def about(pull_out: PullOut, today: date) -> str:
    """On which days and where: "Pull-out · Tue, Thu · A days · Room 3"."""
    days = weekdays(pull_out.weekdays) if pull_out.weekly else day(pull_out.day, today)
    letter = tr("{letter} days", letter=pull_out.letter) if pull_out.letter else ""
    return " · ".join(part for part in (tr("Pull-out"), days, letter, pull_out.place) if part)


def weekdays(days: tuple[int, ...]) -> str:
    """Short names in a row; the five of a working week are "Mon to Fri"."""
    if days == WORKING_WEEK:
        first, last = weekday(days[0]), weekday(days[-1])
        return tr("{first} to {last}", first=first, last=last)
    return ", ".join(weekday(number) for number in days)


def weekday(number: int) -> str:
    """The short name of an ISO weekday."""
    return QLocale.c().dayName(number, QLocale.FormatType.ShortFormat)


def day(iso: str, today: date) -> str:
    """Today, tomorrow, or "Thu 14 May"."""
    then = date.fromisoformat(iso)
    if then == today:
        return tr("Today")
    return tr("Tomorrow") if then == today + timedelta(days=1) else day_short(then)
