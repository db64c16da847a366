"""Times, days and lengths as a teacher reads them."""

from datetime import date, datetime
from unicodedata import bidirectional

from PySide6.QtCore import QCoreApplication, QDate, QLocale


def class_title(name: str) -> str:
    """A class as a heading: "Class 4B"; a name that says more stands alone, as "Year 4 Oak"."""
    if not name[:1].isdigit():
        return isolated(name)
    return QCoreApplication.translate("Classes", "Class {name}").format(name=isolated(name))


def isolated(name: str) -> str:
    """A name that is read from the right keeps to itself: digits behind it stay where they are."""
    from_the_right = any(bidirectional(sign) in {"R", "AL", "AN"} for sign in name)
    return f"\u2068{name}\u2069" if from_the_right else name


def clock_time(moment: datetime) -> str:
    """Hours and minutes, such as 09:44."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def duration(ms: int) -> str:
    """What is left as 08:41, what is over as +0:42. A second shows until it is used up."""
    if ms < 0:
        minutes, seconds = divmod(-ms // 1000, 60)
        return f"+{minutes}:{seconds:02d}"
    minutes, seconds = divmod(-(-ms // 1000), 60)
    return f"{minutes:02d}:{seconds:02d}"


def minutes(seconds: int) -> str:
    """Minutes without needless digits: "12", "1.5"."""
    return f"{seconds / 60:.10g}"


def day_short(day: date, locale: QLocale | None = None) -> str:
    """Weekday, day and month, such as Thu 14 May."""
    return (locale or QLocale.c()).toString(QDate(day.year, day.month, day.day), "ddd d MMM")


def month_year(day: date, locale: QLocale | None = None) -> str:
    """A month and its year, such as May 2026."""
    return (locale or QLocale.c()).toString(QDate(day.year, day.month, day.day), "MMMM yyyy")


def ago(days: int) -> str:
    """Today, 1 day, 9 days."""
    if days <= 0:
        return QCoreApplication.translate("Days", "Today")
    if days == 1:
        return QCoreApplication.translate("Days", "1 day")
    return QCoreApplication.translate("Days", "{days} days").format(days=days)
