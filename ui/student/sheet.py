"""One student on paper: levels, goal, stations, what was seen and said. No jotting, no need."""

from collections.abc import Iterable
from datetime import datetime
from html import escape

from app.domain.happenings import SAID
from app.domain.progress import SkillHistory, StudentPicture, Timeline
from app.ports import Clock
from ui.format import ago, class_title, day_short
from ui.paper.html import line, paper, table
from ui.student.voice_words import face_word, level_word
from ui.student.words import context_line, headline, seen_line, seen_when, tr


def as_html(picture: StudentPicture, timeline: Timeline, class_name: str, clock: Clock) -> str:
    """The page for the printer; `timeline` is what of the observations shall be on it."""
    now = clock.local(picture.now)
    title = f"{picture.student.name.full} · {class_title(class_name)}"
    parts = [
        f'<h1 dir="auto">{escape(title)}</h1>',
        line(f"{day_short(now.date())} {now.year} · {seen_line(picture)}"),
        f"<h2>{escape(tr('Skills'))}</h2>",
        _skills(picture),
        *_said(picture, timeline, clock, now),
        *_goal(picture, clock),
        *_visits(picture),
        *_choices(picture),
        *_seen(picture, timeline, clock, now),
    ]
    return paper(title, parts)


def _skills(picture: StudentPicture) -> str:
    own = (tr("Own rating"),) if picture.has_own else ()
    heads = (tr("Skill"), tr("Level"), *own, tr("Before"), tr("Last seen"))
    return table(heads, (_skill(skill, picture) for skill in picture.skills))


def _skill(skill: SkillHistory, picture: StudentPicture) -> tuple[str, ...]:
    """The level, the student's own, and the ones it had in the last weeks."""
    words = level_word(skill.cell.level, picture.levels) or "–"
    own = (level_word(skill.own_level, picture.levels),) if picture.has_own else ()
    before = " → ".join(str(step.level) for step in skill.steps[:-1])
    return skill.statement, words, *own, before, "" if skill.days is None else ago(skill.days)


def _said(
    picture: StudentPicture, timeline: Timeline, clock: Clock, now: datetime
) -> Iterable[str]:
    """What the student said in the time that is on the page; bare ratings stand at the skills."""
    rows = [
        (
            tr("“{words}”", words=event.words[0]) if event.words[0] else "",
            face_word(event.face) or level_word(event.level, picture.levels),
            " · ".join(p for p in (*event.words[1:], seen_when(clock.local(event.at), now)) if p),
        )
        for event in timeline.others
        if event.kind == SAID and (event.words[0] or event.face)
    ]
    if rows:
        yield f"<h2>{escape(tr('Reflections'))}</h2>"
        yield table((tr("Said"), tr("Own view"), tr("Skill and day")), rows)


def _goal(picture: StudentPicture, clock: Clock) -> Iterable[str]:
    goal = picture.goal
    if goal is None:
        return
    yield f'<h2 dir="auto">{escape(tr("Goal: {title}", title=goal.title))}</h2>'
    done = (*goal.done_at, *(None for _ in goal.steps))
    days = ("" if at is None else day_short(clock.local(at).date()) for at in done)
    rows = [(step, day) for step, day in zip(goal.steps, days, strict=False)]
    if rows:
        yield table((tr("Step"), tr("Done")), rows)


def _visits(picture: StudentPicture) -> Iterable[str]:
    rows = [(visit.station.name, str(visit.count)) for visit in picture.visits if visit.count]
    if rows:
        yield f"<h2>{escape(tr('Stations visited in the last 4 weeks'))}</h2>"
        yield table((tr("Station"), tr("Rounds")), rows)


def _choices(picture: StudentPicture) -> Iterable[str]:
    came = {True: tr("Came true"), False: tr("Did not come true"), None: tr("Not taught yet")}
    rows = [
        (choice.station.name, day_short(choice.day), came[choice.came])
        for choice in picture.choices
    ]
    if rows:
        yield f"<h2>{escape(tr('First choices of the last 4 weeks'))}</h2>"
        yield table((tr("Station"), tr("Day"), tr("First choice")), rows)


def _seen(
    picture: StudentPicture, timeline: Timeline, clock: Clock, now: datetime
) -> Iterable[str]:
    shown = [seen for seen in timeline.sightings if not seen.private]
    if not shown:
        return
    yield f"<h2>{escape(tr('Observations'))}</h2>"
    rows = (
        (
            str(seen.level or ""),
            headline(seen, picture.levels),
            context_line(seen, clock.local(seen.seen_at), now),
        )
        for seen in shown
    )
    yield table((tr("Level"), tr("Seen"), tr("Skill and day")), rows)
