"""What guests say and what is kept of them, and what becomes of them when their class goes."""

import random
from dataclasses import replace
from datetime import date

import pytest

from app.domain.adults import Adult
from app.domain.amending import SplitPart
from app.domain.changes import Change, label, made
from app.domain.classes import SchoolClass
from app.domain.ids import AdultId, ClassId, FrameworkId, SkillId, TagId
from app.domain.lessons import Lesson
from app.domain.skills import Skill, Tag
from app.errors import HasEvidence, LevelInUse
from app.services.about import AboutService
from app.services.amending import AmendService
from app.services.classes import ClassService
from app.services.drafts import DraftService
from app.services.frameworks import FrameworkService
from app.services.observe import ObserveService
from app.services.outings import OutingReader
from app.services.pull_outs import PullOutService, When
from app.services.skills import SkillService
from app.services.substitute import SubstituteReader
from app.services.twins import twin_skills
from app.services.vocabulary import VocabularyService
from app.services.voice import VoiceService
from tests.builders import MINUTE
from tests.shared import FRACTIONS, HOME, HOST, THEIRS, Shared


@pytest.fixture
def shared() -> Shared:
    return Shared().share()


def test_what_a_guest_says_is_of_the_lesson_the_guest_is_in(shared: Shared) -> None:
    shared.teach()
    voice, session = VoiceService(shared.room), shared.scene().session
    said = voice.rate(shared.guests["Ines"].id, THEIRS, 2)
    assert (said.session_id, said.round) == (session.id, 1)
    fewer = tuple(own for own in shared.shared.guest_ids if own != shared.guests["Gita"].id)
    lesson = shared.store.get(Lesson, shared.shared.id)
    alone = Change(lesson, replace(lesson, guest_ids=fewer))
    shared.room.workspace.edit(label("set up"), alone)
    assert voice.rate(shared.guests["Gita"].id, THEIRS, 2).session_id is None


def test_what_a_guest_says_of_the_hosts_skill_is_about_the_guests_own(shared: Shared) -> None:
    shared.teach()
    said = VoiceService(shared.room).rate(shared.guests["Gita"].id, FRACTIONS, 2)
    assert said.skill_id == THEIRS


def test_a_line_that_waits_may_be_about_a_guest(shared: Shared) -> None:
    shared.teach()
    drafts = DraftService(shared.room, ObserveService(shared.room))
    words = VocabularyService(shared.store)
    draft = drafts.keep(HOST, "Ines halves twelve", shared.scene())
    assert {one.id for one in words.of_draft(draft).students} == set(shared.scene().names)
    outside = drafts.keep(HOST, "Ines halves twelve")
    assert not {*shared.shared.guest_ids} & {one.id for one in words.of_draft(outside).students}


def test_a_level_that_a_guest_was_given_is_in_use(shared: Shared) -> None:
    shared.look(shared.guests["Gita"].id, HOME, FRACTIONS, 4)  # 4C had no such skill that day
    frameworks = FrameworkService(shared.room)
    with pytest.raises(LevelInUse):
        frameworks.set_levels(FrameworkId(300), ("one", "two", "three"))


def test_a_class_that_was_put_away_is_not_invited_again(shared: Shared) -> None:
    more = SchoolClass(ClassId(3), "4D", "Maths", 0)
    shared.room.workspace.edit(label("set up"), made(more))
    classes = ClassService(shared.room)
    classes.archive(HOME)
    again = shared.templates.copy_to(shared.shared.id, "2026-05-20")
    assert again.guest_ids == ()
    assert len(shared.lessons.paths(again.id)) == 6
    next_one = shared.lessons.follow(shared.shared, "2026-05-21", lambda _: {}, random.Random(1))
    assert next_one.guest_ids == ()
    assert shared.store.get(Lesson, shared.shared.id).guest_ids == shared.shared.guest_ids


def test_a_strand_of_the_own_class_takes_no_evidence_of_a_skill(shared: Shared) -> None:
    below = Skill(SkillId(409), FrameworkId(400), THEIRS, "Compare halves")
    shared.room.workspace.edit(label("set up"), made(below))
    assert twin_skills(shared.store, [FRACTIONS], HOME) == {}
    shared.room.workspace.undo()
    assert twin_skills(shared.store, [FRACTIONS], HOME) == {FRACTIONS: THEIRS}


def test_it_was_a_guest_and_it_was_not_the_guest(shared: Shared) -> None:
    shared.teach()
    observe, ben, ines = ObserveService(shared.room), shared.student("Ben"), shared.guests["Ines"]
    shared.moves.move(shared.scene(), ben, shared.stations["Tablets"])
    seen = observe.record(HOST, ben, level=3, scene=shared.scene())
    assert (seen.class_id, seen.skill_id) == (HOST, FRACTIONS)
    moved = observe.give_to(seen, ines.id)
    assert (moved.class_id, moved.skill_id) == (HOME, THEIRS)
    assert observe.give_to(moved, ben) == seen


def test_what_a_guest_was_seen_on_is_put_right_with_what_it_has(shared: Shared) -> None:
    shared.teach()
    ines, tag = shared.guests["Ines"], Tag(TagId(801), HOST, "Careful")
    alone = Skill(SkillId(303), FrameworkId(300), None, "Something of 4B alone")
    shared.room.workspace.edit(label("set up"), made(alone), made(tag))
    observe = ObserveService(shared.room)
    seen = observe.record(
        HOST, ines.id, skill_id=alone.id, level=2, tag_ids=(tag.id,), scene=shared.scene()
    )
    amend = AmendService(shared.room, observe, None)
    choices = amend.choices(seen)
    assert [offer.id for offer in choices.skills] == [alone.id, THEIRS, 402]
    assert tag in choices.tags
    assert {one.id for one in choices.students} == set(shared.scene().names)
    parts = (SplitPart(ines.id, "drew it"), SplitPart(shared.student("Ben"), "told it"))
    both = amend.split(seen.id, parts)
    assert [one.class_id for one in both] == [HOME, HOST]


def test_a_skill_that_a_guest_was_seen_on_is_not_removed(shared: Shared) -> None:
    alone = Skill(SkillId(303), FrameworkId(300), None, "Something of 4B alone")
    shared.room.workspace.edit(label("set up"), made(alone))
    shared.look(shared.guests["Ines"].id, HOME, alone.id, 2)
    with pytest.raises(HasEvidence):
        SkillService(shared.room).delete(alone.id)


class NoHistories:
    """Nothing was ever changed."""

    def of(self, _kind, _ids):
        return {}


def test_a_note_that_names_a_child_of_the_other_class_is_read_before_it_is_handed_over(
    shared: Shared,
) -> None:
    shared.teach()
    observe, hugo, ben = ObserveService(shared.room), shared.guests["Hugo"], shared.student("Ben")
    observe.record(HOST, hugo.id, note="explains it to Ben", scene=shared.scene())
    observe.record(HOST, ben, note="listens to Hugo", scene=shared.scene())
    shared.clock.advance(MINUTE)
    shared.live.end(shared.scene().session)
    about = AboutService(shared.store, shared.clock, NoHistories())
    assert [about.everything(own).naming for own in (hugo.id, ben)] == [1, 1]


def test_a_substitute_reads_who_leads_the_table_that_guests_bring(shared: Shared) -> None:
    adult = Adult(AdultId(900), HOME, "Ms Bell")
    led = Change(shared.their_table, replace(shared.their_table, adult_id=adult.id))
    shared.room.workspace.edit(label("set up"), made(adult), led)
    reader = SubstituteReader(shared.store, shared.lessons, shared.clock)
    stations = reader.sheet(shared.shared.id).stations
    assert [one.adult for one in stations if one.name == "Teacher table (4C)"] == ["Ms Bell"]


def test_a_pull_out_that_a_guest_is_given_is_known_in_the_own_class(shared: Shared) -> None:
    gita, service = shared.guests["Gita"].id, PullOutService(shared.room)
    service.add(HOST, (gita,), When("Speech", "", 540, 570, weekdays=(1, 2, 3, 4, 5)))
    assert [one.student_id for one in service.of_class(HOME)] == [gita]
    day, reader = date.fromisoformat(shared.shared.day), OutingReader(shared.store, shared.clock)
    assert [one.student_id for one in reader.on(HOME, day)] == [gita]
    assert [one.student_id for one in reader.of_lesson(shared.shared)] == [gita]
    assert reader.on(HOST, day) == ()
