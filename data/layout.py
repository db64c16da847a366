"""What the migrations lay out: tables, columns and indexes as each of them made them.

Append-only, as they are: nothing here changes once it was in a file.
"""

NOT_NULL_EXCEPT = {
    "station": {"devices", "skill_id"},
    "skill": {"parent_id"},
    "session": {"ended_at"},
    "move": {"station_id"},
    "attendance": {"until"},
    "draft": {"session_id"},
    "observation": {"skill_id", "level", "station_id", "session_id", "round"},
    "step": {"reverses"},
    "change": {"before", "after"},
    "choice": {"lesson_id"},
    "reflection": {"face", "skill_id", "level", "session_id", "round"},
}

TABLES: dict[str, dict[str, type]] = {
    "class": {"name": str, "subject": str, "created_at": int, "archived": int},
    "student": {
        "class_id": int,
        "preferred": str,
        "given": str,
        "family": str,
        "flag": str,
        "archived": int,
    },
    "rule": {"class_id": int, "kind": str, "student_ids": str},
    "goal": {
        "student_id": int,
        "title": str,
        "since": int,
        "steps": str,
        "done_at": str,
        "closed": int,
    },
    "framework": {"class_id": int, "name": str, "levels": str},
    "skill": {
        "framework_id": int,
        "parent_id": int,
        "statement": str,
        "short": str,
        "code": str,
        "position": int,
        "retired": int,
    },
    "tag": {"class_id": int, "name": str, "tone": str, "position": int, "retired": int},
    "station": {
        "class_id": int,
        "name": str,
        "kind": str,
        "colour": str,
        "icon": str,
        "seats_min": int,
        "seats_max": int,
        "devices": int,
        "skill_id": int,
        "position": int,
        "archived": int,
    },
    "lesson": {
        "class_id": int,
        "day": str,
        "subject": str,
        "topic": str,
        "message": str,
        "station_ids": str,
        "rounds": int,
        "round_seconds": int,
        "transition_seconds": int,
        "warning_seconds": int,
    },
    "path": {"lesson_id": int, "student_id": int, "group": int, "stations": str},
    "session": {"class_id": int, "lesson_id": int, "opened_at": int, "ended_at": int},
    "clock_event": {"session_id": int, "kind": str, "at": int, "amount": int},
    "move": {
        "session_id": int,
        "student_id": int,
        "round": int,
        "station_id": int,
        "at": int,
    },
    "attendance": {
        "session_id": int,
        "student_id": int,
        "state": str,
        "at": int,
        "reason": str,
        "until": int,
    },
    "visit": {
        "class_id": int,
        "session_id": int,
        "student_id": int,
        "station_id": int,
        "round": int,
        "began_at": int,
        "ended_at": int,
    },
    "observation": {
        "class_id": int,
        "student_id": int,
        "seen_at": int,
        "skill_id": int,
        "level": int,
        "tag_ids": str,
        "note": str,
        "station_id": int,
        "session_id": int,
        "round": int,
        "adult": str,
        "private": int,
    },
    "step": {
        "at": int,
        "verb": str,
        "facts": str,
        "adult": str,
        "device": str,
        "reverses": int,
        "undoable": int,
        "undone": int,
    },
    "change": {"step_id": int, "kind": str, "entity_id": int, "before": str, "after": str},
}

PARENTS = {
    "class_id": "class",
    "student_id": "student",
    "framework_id": "framework",
    "parent_id": "skill",
    "skill_id": "skill",
    "observation_id": "observation",
    "station_id": "station",
    "lesson_id": "lesson",
    "session_id": "session",
    "step_id": "step",
    "pull_out_id": "pull_out",
    "period_id": "period",
}

INDEXES = {
    "student": [["class_id"]],
    "rule": [["class_id"]],
    "goal": [["student_id"]],
    "station": [["class_id"]],
    "framework": [["class_id"]],
    "skill": [["framework_id"]],
    "tag": [["class_id"]],
    "lesson": [["class_id", "day"]],
    "path": [["lesson_id"], ["student_id"]],
    "session": [["class_id"], ["lesson_id"]],
    "clock_event": [["session_id"]],
    "move": [["session_id"], ["student_id"]],
    "attendance": [["session_id"], ["student_id"]],
    "visit": [["student_id", "began_at"], ["class_id", "began_at"], ["session_id"]],
    "observation": [
        ["student_id", "skill_id", "seen_at", "id", "level"],
        ["student_id", "seen_at"],
        ["class_id", "seen_at"],
    ],
    "step": [["undoable", "undone"]],
    "change": [["step_id"], ["kind", "entity_id"]],
}

NEW_TABLES: dict[str, dict[str, type]] = {
    "adult": {"class_id": int, "name": str, "position": int, "retired": int},
    "finish": {"session_id": int, "student_id": int, "round": int, "at": int},
    "extra": {"session_id": int, "station_id": int, "round": int, "amount": int, "at": int},
    "pull_out": {
        "class_id": int,
        "student_id": int,
        "reason": str,
        "place": str,
        "begins": int,
        "ends": int,
        "weekdays": str,
        "letter": str,
        "day": str,
        "archived": int,
    },
    "pull_out_day": {"pull_out_id": int, "day": str, "cancelled": int},
    "timetable": {"letters": str, "turn": str, "anchor": str, "weekdays": str},
    "period": {"name": str, "begins": int, "ends": int, "weekdays": str},
    "slot": {
        "class_id": int,
        "period_id": int,
        "weekday": int,
        "letter": str,
        "subject": str,
        "since": str,
        "until": str,
    },
    "special_day": {
        "day": str,
        "until": str,
        "kind": str,
        "name": str,
        "letter": str,
        "times": str,
    },
}

NEW_INDEXES = {
    "adult": [["class_id"]],
    "finish": [["session_id"], ["student_id"]],
    "extra": [["session_id"], ["station_id"]],
    "pull_out": [["class_id"], ["student_id"]],
    "pull_out_day": [["pull_out_id"]],
    "slot": [["class_id"], ["period_id"]],
}

NEW_COLUMNS = (
    ("class", "language TEXT NOT NULL DEFAULT ''"),
    ("station", "adult_id INTEGER REFERENCES adult(id)"),
    ("station", "must_do INTEGER NOT NULL DEFAULT 0"),
    ("station", "next_task TEXT NOT NULL DEFAULT ''"),
    ("station", "room_x INTEGER"),
    ("station", "room_y INTEGER"),
    ("lesson", "adult_ids TEXT NOT NULL DEFAULT '[]'"),
    ("lesson", "begins INTEGER"),
    ("visit", "adult TEXT NOT NULL DEFAULT ''"),
)

PHOTO: dict[str, type] = {"student_id": int, "image": str, "consent": int}

PLAN_COLUMNS = (
    ("lesson", "mode TEXT NOT NULL DEFAULT 'group'"),
    ("lesson", "wishes TEXT NOT NULL DEFAULT '[]'"),
    ("lesson", "template TEXT NOT NULL DEFAULT ''"),
    ("lesson", "rotation INTEGER NOT NULL DEFAULT 0"),
    ("lesson", "skill_id INTEGER REFERENCES skill(id)"),
    ("path", "pins TEXT NOT NULL DEFAULT '[]'"),
    ("rule", "station_ids TEXT NOT NULL DEFAULT '[]'"),
    ("rule", "by_round INTEGER NOT NULL DEFAULT 0"),
    ("rule", "count INTEGER NOT NULL DEFAULT 1"),
    ("rule", "lesson_id INTEGER REFERENCES lesson(id)"),
    ("rule", "skill_id INTEGER REFERENCES skill(id)"),
)

ATTACHMENT: dict[str, type] = {
    "observation_id": int,
    "student_id": int,
    "kind": str,
    "name": str,
    "content": str,
}

DRAFT: dict[str, type] = {"class_id": int, "text": str, "seen_at": int, "session_id": int}

CHOICE: dict[str, type] = {
    "class_id": int,
    "student_id": int,
    "station_ids": str,
    "lesson_id": int,
}

MASTERY_COLUMNS = (
    ("framework", "method TEXT NOT NULL DEFAULT 'most recent'"),
    ("framework", "newest_percent INTEGER NOT NULL DEFAULT 65"),
    ("framework", "times INTEGER NOT NULL DEFAULT 3"),
    ("framework", "identifier TEXT NOT NULL DEFAULT ''"),
    ("framework", "source TEXT NOT NULL DEFAULT ''"),
    ("skill", "precedes TEXT NOT NULL DEFAULT '[]'"),
    ("skill", "identifier TEXT NOT NULL DEFAULT ''"),
)

JUDGEMENT: dict[str, type] = {
    "student_id": int,
    "skill_id": int,
    "level": int,
    "reason": str,
    "at": int,
    "adult": str,
}

REFLECTION: dict[str, type] = {
    "student_id": int,
    "said_at": int,
    "face": int,
    "skill_id": int,
    "level": int,
    "words": str,
    "session_id": int,
    "round": int,
}

NEED: dict[str, type] = {"student_id": int, "kind": str, "words": str, "noted_at": int}

GUEST_COLUMNS = (
    ("lesson", "guest_ids TEXT NOT NULL DEFAULT '[]'"),
    ("rule", "rounds TEXT NOT NULL DEFAULT '[]'"),
)
