"""A child whose name stands everywhere, for the tests of erasing."""

from dataclasses import replace
from pathlib import Path

from app.classroom import Classroom
from app.domain.changes import Change, gone, label, made
from app.domain.choices import Choice
from app.domain.classes import Goal, Rule
from app.domain.ids import (
    AttachmentId,
    AttendanceId,
    ChoiceId,
    ClassId,
    FinishId,
    FrameworkId,
    GoalId,
    JudgementId,
    MoveId,
    NeedId,
    ObservationId,
    PhotoId,
    PullOutId,
    ReflectionId,
    RuleId,
    SkillId,
    StationId,
    StudentId,
    VisitId,
)
from app.domain.observations import Attachment, Observation
from app.domain.photos import Photo
from app.domain.pull_outs import PullOut
from app.domain.session import Attendance, Finish, Move, Visit
from app.domain.skills import Framework, Judgement, Skill
from app.domain.voice import FOOD, HEALTH, TRICKY, Need, Reflection
from data.database import Connection
from data.evidence import SqliteEvidence
from data.keys import Key
from data.paths import Profile
from data.store import SqliteStore
from tests.builders import TaughtClass
from tests.fresh import fresh

CHILD = "Zzyxqua"
FAMILY = "Wqörbleå"
OLD_NAME = "Qwopzil"
ABOUT = "ZZPRIVATE"
"""Stands in every word about the child that does not hold the name."""
WORDS = (CHILD, FAMILY, OLD_NAME, ABOUT)
CLASS = ClassId(1)


class Crowd:
    """A profile with a class of six, whose first student is written about everywhere."""

    def __init__(self, folder: Path, key: Key | None = None) -> None:
        self.profile = Profile(folder).made()
        self.key = key
        self.connection: Connection = fresh(self.profile.database, key)
        names = (OLD_NAME, "Ben", "Chidi", "Daniyar", "Elif", "Fatima")
        self.taught = TaughtClass(
            SqliteStore(self.connection), lambda _: SqliteEvidence(self.connection), names
        )
        self.room: Classroom = self.taught.room
        self.child: StudentId = self.taught.student(OLD_NAME)
        self.other: StudentId = self.taught.student("Ben")
        self._name()
        self._teach()
        self._history()
        self._elsewhere()

    def edit(self, verb: str, *changes: Change, **facts: str) -> None:
        self.room.workspace.edit(label(verb, **facts), *changes)

    def look(self, own: int, student: StudentId, note: str, private: bool = False) -> Observation:
        seen = Observation(
            ObservationId(own),
            CLASS,
            student,
            seen_at=10 + own,
            tag_ids=(901,),
            note=note,
            private=private,
        )
        self.edit("noted", made(seen), student=CHILD if student == self.child else "Ben")
        return seen

    def _name(self) -> None:
        child = self.taught.students[OLD_NAME]
        named = replace(child, given=CHILD, family=FAMILY, preferred="", flag=f"{ABOUT} flag")
        self.edit("student renamed", Change(child, named), student=CHILD)

    def _teach(self) -> None:
        session = self.taught.start().id
        self.look(300, self.child, f"{ABOUT} explains own strategy")
        self.look(301, self.child, f"{ABOUT} {CHILD} was tired", private=True)
        self.look(302, self.other, f"worked with {CHILD} on fractions")
        self.look(303, self.other, "counts in tens")
        goal = Goal(GoalId(450), self.child, f"{ABOUT} goal", 1, (f"{ABOUT} step",), (None,))
        self.edit("goal set", made(goal), student=CHILD, goal=f"{ABOUT} goal")
        state = Attendance(AttendanceId(400), session, self.child, "absent", 5, f"{ABOUT} nurse")
        self.edit("marked absent", made(state), student=CHILD)
        out = PullOut(
            PullOutId(420), CLASS, self.child, f"{ABOUT} speech", f"{ABOUT} room 3", 600, 630, (2,)
        )
        self.edit("pull-out added", made(out), student=CHILD)
        photo = Photo(PhotoId(440), self.child, f"{ABOUT} photo", consent=True)
        self.edit("photo kept", made(photo), student=CHILD)
        maths = Framework(FrameworkId(470), CLASS, "Maths")
        skill = Skill(SkillId(471), maths.id, None, "Compare fractions")
        self.edit("skills added", made(maths), made(skill), count="1")
        level = Judgement(JudgementId(480), self.child, skill.id, 3, f"{ABOUT} said so", 9)
        self.edit("level set", made(level), student=CHILD)
        work = Attachment(
            AttachmentId(490),
            ObservationId(300),
            self.child,
            "picture",
            f"{ABOUT}.jpg",
            f"{ABOUT}=",
        )
        self.edit("attached", made(work), student=CHILD)
        own = Reflection(
            ReflectionId(485), self.child, 9, TRICKY, skill.id, 2, f"{ABOUT} too hard", session, 1
        )
        self.edit("reflected", made(own), student=CHILD)
        need = Need(NeedId(486), self.child, HEALTH, f"{ABOUT} inhaler", 9)
        self.edit("needs changed", made(need), student=CHILD)
        early = Finish(FinishId(430), session, self.child, 1, 6)
        self.edit("finished early", made(early), student=CHILD)
        two = Rule(RuleId(500), CLASS, "apart", (self.child, self.other))
        three = Rule(RuleId(501), CLASS, "together", (self.child, self.other, 12))
        self.edit("kept apart", made(two), made(three), count="2")
        alone = Rule(RuleId(502), CLASS, "visit", (self.child,), by_round=2)
        both = Rule(RuleId(503), CLASS, "visit", (self.child, self.other), (first_of(self),))
        self.edit("must visit", made(alone), made(both), count="2")
        own = Choice(ChoiceId(460), CLASS, self.child, (first_of(self),))
        self.edit("chose", made(own), student=CHILD)
        move = Move(MoveId(600), session, self.child, 1, None, 6)
        self.edit("swapped", made(move), student="Ben", other=CHILD)
        visit = Visit(VisitId(700), CLASS, session, self.child, first_of(self), 1, 1, 9)
        self.edit("ended", made(visit))

    def _history(self) -> None:
        """What is only in the journal by now."""
        seen = self.look(304, self.child, f"{ABOUT} taken away")
        self.edit("observation deleted", gone(seen), student=CHILD)
        first = self.look(305, self.other, f"{ABOUT} it was the other one")
        given = replace(first, student_id=self.child)
        self.edit("observation moved", Change(first, given), student=CHILD)
        theirs = self.look(306, self.child, f"{ABOUT} noted for the wrong one")
        fixed = replace(theirs, student_id=self.other, note="helps at the tablets")
        self.edit("observation moved", Change(theirs, fixed), student="Ben")
        need = Need(NeedId(487), self.child, FOOD, f"{ABOUT} no breakfast", 9)
        self.edit("needs changed", made(need), student=CHILD)
        self.edit("needs changed", gone(need), student=CHILD)
        old = self.look(307, self.other, f"sat beside {CHILD}")
        self.edit("noted", Change(old, replace(old, note="sat alone")), student="Ben")
        self.look(308, self.child, f"{ABOUT} undone")
        self.room.workspace.undo()

    def _elsewhere(self) -> None:
        """Texts about others, and about the class, that hold the name."""
        games = self.taught.stations["Games"]
        named = replace(games, name=f"{CHILD}’s games")
        self.edit("station changed", Change(games, named), station=named.name)
        session = self.taught.scene().session.id
        move = Move(MoveId(601), session, self.other, 1, games.id, 7)
        self.edit("moved", made(move), student="Ben", station=named.name)
        lesson = self.taught.lesson
        told = replace(lesson, topic=f"{CHILD} presents")
        self.edit("lesson changed", Change(lesson, told))
        ben = self.taught.students["Ben"]
        self.edit("flagged", Change(ben, replace(ben, flag=f"not with {CHILD}")), student="Ben")


def first_of(crowd: Crowd) -> StationId:
    return crowd.taught.stations["Teacher table"].id


def found_in(folder: Path, words: tuple[str, ...] = WORDS) -> list[str]:
    """Files in which a word stands, in their name or their bytes, in any encoding we know of."""
    return [
        f"{path.relative_to(folder)}: {word}"
        for path in sorted(folder.rglob("*"))
        for word in words
        if word in path.name or _holds(path.read_bytes() if path.is_file() else b"", word)
    ]


def _holds(content: bytes, word: str) -> bool:
    return any(form in content for form in _forms(word))


def _forms(word: str) -> set[bytes]:
    escaped = "".join(f"\\u{ord(c):04x}" if ord(c) > 127 else c for c in word)
    every = "".join(f"\\u{ord(c):04x}" for c in word)
    forms = {
        form.encode(encoding)
        for form in (word, word.casefold(), word.upper())
        for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    }
    return forms | {escaped.encode(), escaped.upper().encode(), every.encode()}


def texts_in(connection: Connection) -> str:
    """Every cell of every table as text, also of an encrypted file."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    rows = [row for (name,) in tables for row in connection.execute(f'SELECT * FROM "{name}"')]
    return repr(rows)
