"""What the end of a school year asks: when classes were last used, and which jottings are old."""

from sqlcipher3 import dbapi2 as sqlite

from app.domain.ids import ClassId, NeedId, ObservationId
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

# Also one that was taken away since: the journal has its words still.
_NEEDS = """
SELECT id FROM need WHERE noted_at < :before AND words <> ''
UNION SELECT entity_id FROM
  (SELECT entity_id, coalesce(before, after) AS side FROM change WHERE kind = 'need')
  WHERE entity_id NOT IN (SELECT id FROM need)
  AND CASE WHEN json_valid(side) THEN json_extract(side, '$.words') END <> ''
  AND CASE WHEN json_valid(side) THEN json_extract(side, '$.noted_at') END < :before
"""


def classes_in(connection: sqlite.Connection) -> tuple[ClassUse, ...]:
    """Those of which a name is left, or that are taught now, oldest first."""
    rows = connection.execute(_CLASSES).fetchall()
    uses = (ClassUse(ClassId(row[0]), row[1], bool(row[2]), *row[3:]) for row in rows)
    return tuple(use for use in uses if use.students or not use.archived)


def jottings_in(connection: sqlite.Connection, before: int) -> tuple[ObservationId, ...]:
    """Private observations that still say something, seen before an instant (ms UTC)."""
    return tuple(ObservationId(own) for (own,) in connection.execute(_JOTTINGS, (before,)))


def needs_in(connection: sqlite.Connection, before: int) -> tuple[NeedId, ...]:
    """Needs that still say something, written before an instant (ms UTC)."""
    rows = connection.execute(_NEEDS, {"before": before})
    return tuple(NeedId(own) for (own,) in rows)
