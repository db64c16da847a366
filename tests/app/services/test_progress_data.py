"""The table for scripts."""

import json

from app.services.progress_data import as_data
from tests.fakes.progress_class import ProgressClass


def data_of(room: ProgressClass):
    return as_data(room.progress.table(room.class_id))


def test_it_is_plain_json_with_every_student_and_skill() -> None:
    room = ProgressClass()
    room.see("Amara Okafor", "Round", 3, days=1)
    room.set_goal("Amara Okafor", "Explain aloud", done=(True, False))
    found = json.loads(json.dumps(data_of(room)))
    assert (found["class"], found["at"]) == ("4B", "2026-05-14T08:30:00+00:00")
    assert [skill["statement"] for skill in found["skills"]] == list(room.skills)
    assert found["skills"][1]["students_per_level"] == [3, 0, 0, 1, 0]
    amara = found["students"][0]
    assert (amara["name"], amara["full_name"], amara["last_seen_days"]) == (
        "Amara",
        "Amara Okafor",
        1,
    )
    assert amara["goal"] == {"title": "Explain aloud", "steps": 2, "steps_done": 1}
    assert amara["skills"][1] == {
        "skill": room.skills["Round"].id,
        "level": 3,
        "seen_at": "2026-05-13T08:30:00+00:00",
        "stale": False,
        "trend": 0,
        "set_by_hand": False,
        "blind_spot": False,
    }
    assert found["methods"] == {"Maths": {"method": "most recent"}}
    assert amara["skills"][0]["blind_spot"]
    assert amara["choices"] == {"asked": 0, "first": 0}
    assert amara["lessons_since_seen"] == {"here": 0, "taught": 0}
    assert not amara["not_seen_lately"]


def test_no_evidence_is_null() -> None:
    ben = data_of(ProgressClass())["students"][1]
    assert ben["skills"][0]["level"] is None
    assert ben["skills"][0]["seen_at"] is None
    assert (ben["last_seen_days"], ben["goal"], ben["teacher_minutes_this_week"]) == (None, None, 0)


def test_notes_and_jottings_are_not_in_it() -> None:
    room = ProgressClass()
    room.see("Amara Okafor", "Round", 3, note="ZZ-PRIVATE", private=True)
    assert "ZZ-PRIVATE" not in json.dumps(data_of(room))
