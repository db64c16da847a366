"""Why a student stands at a level, in sentences."""

from fractions import Fraction

from app.domain.skills import AVERAGE, DECAYING, HIGHEST, N_TIMES
from app.domain.why import Why
from ui.student.words import counted, tr


def level_words(answer: Why, level: int) -> str:
    """A level as "3 Secure"."""
    return f"{level} {answer.word(level)}".strip() if level else tr("No level yet")


def headline(answer: Why) -> str:
    """The level that is shown, and whether it was set by hand."""
    said = level_words(answer, answer.level)
    return tr("{level}, set by hand", level=said) if answer.judgement else said


def reckoning(answer: Why) -> str:
    """How the evidence adds up."""
    if not answer.seen.looks:
        return tr("No evidence yet.")
    method = answer.how.method
    say = {HIGHEST: _highest, AVERAGE: _average, DECAYING: _decaying, N_TIMES: _times}
    return say.get(method, _most_recent)(answer)


def by_hand(answer: Why, when: str) -> str:
    """Who set the level, when and why; empty when nobody did."""
    own = answer.judgement
    if own is None:
        return ""
    said = tr("Set on {when}: {reason}", when=when, reason=own.reason)
    if own.adult:
        said = tr(
            "Set on {when} by {adult}: {reason}", when=when, adult=own.adult, reason=own.reason
        )
    if answer.since:
        said += " · " + counted("%n observation since", "%n observations since", answer.since)
    return said


def _most_recent(answer: Why) -> str:
    looks = _looks(answer)
    return tr("Most recent: the newest of {looks} counts.", looks=looks)


def _highest(answer: Why) -> str:
    return tr("Highest: the best of {looks} counts.", looks=_looks(answer))


def _average(answer: Why) -> str:
    return tr(
        "Average of {looks}: {value}, so {level}.",
        looks=_looks(answer),
        value=number(answer.value),
        level=answer.reckoned,
    )


def _decaying(answer: Why) -> str:
    before = answer.seen.looks - 1
    if not before:
        return tr("Decaying average: one observation so far, and it counts whole.")
    return counted(
        "Decaying average: the newest ({newest}) counts {percent} %, the one before ({average})"
        " {rest} %: {value}, so {level}.",
        "Decaying average: the newest ({newest}) counts {percent} %, the %n before ({average})"
        " {rest} %: {value}, so {level}.",
        before,
        newest=answer.seen.newest,
        percent=answer.how.newest_percent,
        average=number(answer.before),
        rest=100 - answer.how.newest_percent,
        value=number(answer.value),
        level=answer.reckoned,
    )


def _times(answer: Why) -> str:
    times = counted("%n time", "%n times", answer.how.times)
    if not answer.reckoned:
        return tr(
            "No level was reached {times} yet; {looks} so far.", times=times, looks=_looks(answer)
        )
    many = len(answer.rests_on)
    return tr(
        "{level} or above was reached {many} of {looks}; {times} are needed.",
        level=answer.reckoned,
        many=many,
        looks=_looks(answer),
        times=times,
    )


def _looks(answer: Why) -> str:
    return counted("%n observation", "%n observations", answer.seen.looks)


def number(value: Fraction) -> str:
    """With two decimals where there are any."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")
