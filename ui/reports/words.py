"""What the reports say: whole sentences with named holes, the context is "Reports"."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from app.domain.attention import secure_from
from app.domain.term import (
    AWAY,
    SEEN,
    UNSEEN,
    CoverageRow,
    DayMark,
    ShareRow,
    StrandGrowth,
    TermPicture,
)
from ui.format import day_short


def tr(text: str, **facts: object) -> str:
    """A sentence in the teacher's language, its holes filled."""
    return QCoreApplication.translate("Reports", text).format(**facts)


def counted(one: str, many: str, count: int, **facts: object) -> str:
    """A sentence about a number, which is %n in it."""
    text = QCoreApplication.translate("Reports", one if count == 1 else many, None, count)
    return text.format(**facts)


def day_month(day: date) -> str:
    """Such as 4 May."""
    return QLocale.c().toString(QDate(day.year, day.month, day.day), "d MMM")


def share_words(growth: StrandGrowth, levels: int) -> str:
    """How much of a strand is secure now, and how that changed over the weeks shown."""
    secure = secure_from(levels)
    first, now = (round(100 * growth.secure_share(week, secure)) for week in (0, -1))
    if now == first:
        return tr("{now} % secure", now=now)
    return tr("{now} % secure, {change:+d} points", now=now, change=now - first)


def growth_words(term: TermPicture) -> str:
    """The picture of growth for who listens."""
    said = [f"{g.name}: {share_words(g, len(term.levels))}" for g in term.strands]
    return ". ".join(said)


def seen_words(row: CoverageRow) -> str:
    """On how many of a student's days here somebody looked."""
    return tr("{seen} of {here}", seen=row.days_seen, here=row.days_here)


def coverage_words(term: TermPicture) -> str:
    """The calendar for who listens: whoever was seen least is named."""
    here = [row for row in term.coverage if row.days_here]
    if not here:
        return tr("No lesson and no observation in these weeks.")
    least = min(here, key=lambda row: row.days_seen / row.days_here)
    return tr(
        "Seen on the fewest of the days here: {name}, {days}",
        name=least.name,
        days=seen_words(least),
    )


def minutes_words(minutes: int) -> str:
    """Minutes with the teacher."""
    return tr("{minutes} min", minutes=minutes)


def choice_words(row: ShareRow) -> str:
    """How often a student came to the first choice."""
    if not row.asked:
        return tr("none chosen")
    return tr("{first} of {asked}", first=row.first, asked=row.asked)


def average(rows: Sequence[ShareRow]) -> int:
    """Minutes a student had on average."""
    return round(sum(row.minutes for row in rows) / len(rows)) if rows else 0


def shares_words(term: TermPicture) -> str:
    """The fairness picture for who listens."""
    if not term.shares:
        return tr("No students yet.")
    least = min(term.shares, key=lambda row: row.minutes)
    return tr(
        "On average {average} min with you; least: {name}, {minutes} min",
        average=average(term.shares),
        name=least.name,
        minutes=least.minutes,
    )


def state_words(state: str, looks: int) -> str:
    """What a day was for a student, in the table."""
    if state == SEEN:
        return str(looks)
    return {UNSEEN: tr("not seen"), AWAY: tr("away")}.get(state, "")


def day_words(row: CoverageRow, day: date, mark: DayMark) -> str:
    """A student's day, under the pointer."""
    if mark.state == SEEN:
        said = counted("1 observation", "%n observations", mark.looks)
    else:
        said = {UNSEEN: tr("here, not seen"), AWAY: tr("away")}.get(mark.state, tr("no lesson"))
    return f"{row.full_name}\n{day_short(day)}: {said}"


def week_words(strand: StrandGrowth, monday: date, week: int, levels: Sequence[str]) -> str:
    """A strand's week, under the pointer."""
    counts = strand.weeks[week]
    lines = [f"{level} {levels[level - 1]}: {counts[level]}" for level in range(len(levels), 0, -1)]
    none = tr("No evidence: {count}", count=counts[0])
    head = tr("{strand}, week of {day}", strand=strand.name, day=day_month(monday))
    return "\n".join([head, *lines, none])
