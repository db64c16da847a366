"""A lesson at any minute of it, as far as it was known then."""

from dataclasses import replace

from app.domain.live import LiveScene


def as_of(scene: LiveScene, at: int) -> LiveScene:
    """The lesson at a moment (ms UTC), from what had been said and done by then.

    Where students were to be comes from the plan as it stands.
    """
    record = scene.record
    then = record._replace(
        session=replace(record.session, ended_at=None),
        events=tuple(one for one in record.events if one.at <= at),
        moves=tuple(one for one in record.moves if one.at <= at),
        attendance=tuple(one for one in record.attendance if one.at <= at),
        finishes=tuple(one for one in record.finishes if one.at <= at),
        extras=tuple(one for one in record.extras if one.at <= at),
    )
    return scene._replace(record=then).at(at)
