"""What the end of a school year asks: when classes were last used, and which jottings are old."""

from sqlcipher3 import dbapi2 as sqlite

from app.domain.ids import ClassId, ObservationId
from app.domain.retention import ClassUse

_CLASSES = """
SELECT c.id, c.name, c.archived, c.created_at,
       (SELECT count(*) FROM student s WHERE s.class_id = c.id
        AND s.preferred || s.given || s.family <> ''),
       coalesce((SELECT max(day) FROM lesson l WHERE l.class_id = c.id), ''),
       (SELECT max(seen_at) FROM observation o WHERE o.class_id = c.id)
FROM class c ORDER BY c.id
"""
_JOTTINGS = """
SELECT id FROM observation
WHERE private = 1 AND seen_at < ? AND (note <> '' OR tag_ids <> '[]') ORDER BY id
"""


def classes_in(connection: sqlite.Connection) -> tuple[ClassUse, ...]:
    """Those of which a name is left, or that are taught now, oldest first."""
    rows = connection.execute(_CLASSES).fetchall()
    uses = (ClassUse(ClassId(row[0]), row[1], bool(row[2]), *row[3:]) for row in rows)
    return tuple(use for use in uses if use.students or not use.archived)


def jottings_in(connection: sqlite.Connection, before: int) -> tuple[ObservationId, ...]:
    """Private observations that still say something, seen before an instant (ms UTC)."""
    return tuple(ObservationId(own) for (own,) in connection.execute(_JOTTINGS, (before,)))
