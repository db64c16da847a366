"""The pull-outs of a demo class."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from app.demo.class_4b import PULL_OUTS
from app.demo.people import Person
from app.domain.ids import PullOutId
from app.domain.pull_outs import PullOut
from app.domain.school_day import DAY_MINUTES


def pull_outs(ids: Callable[[], int], crowd: Sequence[Person], now: datetime) -> Iterator[PullOut]:
    """Today and one other day of each week; late at night some do not fit in the day."""
    known = {person.student.given: person.student for person in crowd}
    minute = now.hour * 60 + now.minute
    today = now.isoweekday()
    days = tuple(sorted({today, (today + 1) % 5 + 1}))
    for wanted in PULL_OUTS:
        student = known.get(wanted.given)
        begins, ends = max(0, minute + wanted.begins), min(DAY_MINUTES, minute + wanted.ends)
        if student is not None and begins < ends:
            yield PullOut(
                PullOutId(ids()),
                student.class_id,
                student.id,
                wanted.reason,
                wanted.place,
                begins,
                ends,
                days,
            )
