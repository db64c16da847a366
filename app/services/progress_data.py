"""The progress of a class as plain data, for scripts."""

from datetime import UTC, datetime

from app.domain.attention import is_blind
from app.domain.progress import Cell, ProgressRow, ProgressTable, SkillColumn
from app.domain.skills import DECAYING, N_TIMES, How


def as_data(table: ProgressTable) -> dict[str, object]:
    """The table as values JSON knows. Times are ISO 8601 in UTC.

    A level without evidence is null. "students_per_level" counts from no evidence up.
    """
    return {
        "class": table.school_class.name,
        "at": _time(table.now),
        "levels": list(table.levels),
        "methods": {framework.name: _how(framework.how) for framework in table.frameworks},
        "skills": [_skill(column) for column in table.columns],
        "students": [_student(row, table) for row in table.rows],
    }


def _how(how: How) -> dict[str, object]:
    figures = {DECAYING: {"newest_percent": how.newest_percent}, N_TIMES: {"times": how.times}}
    return {"method": how.method, **figures.get(how.method, {})}


def _skill(column: SkillColumn) -> dict[str, object]:
    return {
        "id": column.skill_id,
        "code": column.code,
        "statement": column.statement,
        "strand": column.strand,
        "students_per_level": list(column.counts),
    }


def _student(row: ProgressRow, table: ProgressTable) -> dict[str, object]:
    return {
        "id": row.student_id,
        "name": row.name,
        "full_name": row.full_name,
        "last_seen_days": row.last_seen_days,
        "teacher_minutes_this_week": row.minutes,
        "lessons_since_seen": {"here": row.lessons.here, "taught": row.lessons.taught},
        "not_seen_lately": row.not_seen_lately,
        "choices": {"asked": row.choices[0], "first": row.choices[1]},
        "goal": _goal(row),
        "skills": [
            {
                "skill": column.skill_id,
                **_cell(cell),
                "blind_spot": is_blind(cell, row.student_id, table.presence, table.now),
            }
            for column, cell in zip(table.columns, row.cells, strict=True)
        ],
    }


def _goal(row: ProgressRow) -> dict[str, object] | None:
    if row.goal is None:
        return None
    done = row.goal.done
    return {"title": row.goal.title, "steps": len(done), "steps_done": sum(done)}


def _cell(cell: Cell) -> dict[str, object]:
    return {
        "level": cell.level or None,
        "seen_at": None if cell.seen_at is None else _time(cell.seen_at),
        "stale": cell.stale,
        "trend": cell.trend,
        "set_by_hand": cell.by_hand,
    }


def _time(at_ms: int) -> str:
    return datetime.fromtimestamp(at_ms / 1000, UTC).isoformat(timespec="seconds")
