"""Everything about one student as a page to read or print: plain HTML, nothing from outside."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from app.domain.about import Everything
from app.domain.day_time import write_minute
from app.domain.observations import PICTURE, Observation
from app.ports import Clock
from ui.paper.html import line, table
from ui.student.voice_words import face_word, need_word

_STYLE = (
    "body{font:16px/1.5 sans-serif;max-width:60em;margin:2em auto;padding:0 1em;color:#111;"
    "background:#fff}table{border-collapse:collapse;width:100%;margin:1em 0}"
    "caption{text-align:start;font-weight:bold;padding:.3em 0}"
    "th,td{border:1px solid #767676;padding:.3em .5em;"
    "text-align:start;vertical-align:top}"
)


def tr(text: str, **holes: object) -> str:
    """The text in the teacher's language, its holes filled."""
    return QCoreApplication.translate("About", text).format(**holes)


def as_html(about: Everything, clock: Clock) -> str:
    """The whole page."""
    name = about.student.name.full
    title = tr("Everything kept about {name}", name=name)
    parts = [
        f'<h1 dir="auto">{escape(title)}</h1>',
        *_about_this(about, clock),
        *_photos(about),
        *_attachments(about, clock),
        _levels(about, clock),
        _observations(about, clock),
        _reflections(about, clock),
        _goals(about, clock),
        _visits(about, clock),
        _attendance(about, clock),
        _pull_outs(about),
        _choices(about),
        _rules(about),
        *_needs(about, clock),
    ]
    head = f'<meta charset="utf-8"><title>{escape(title)}</title><style>{_STYLE}</style>'
    body = "\n".join(parts)
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head>{head}</head>\n'
        f"<body><main>\n{body}\n</main></body></html>\n"
    )


def _about_this(about: Everything, clock: Clock) -> list[str]:
    school_class = about.school_class
    lines = [
        tr("Class {name} {subject}", name=school_class.name, subject=school_class.subject),
        tr("Made {when}. Times are those of the classroom.", when=_when(clock, about.made_at)),
    ]
    if about.student.flag:
        lines.append(tr("Flag: {flag}", flag=about.student.flag))
    if about.left_out:
        lines.append(tr("Private jottings left out: {count}.", count=about.left_out))
    if about.naming:
        said = tr("Notes in which another student is named: {count}.", count=about.naming)
        lines.append(f"{said} {tr('Read them before you hand it over.')}")
    return [line(said) for said in lines]


def _photos(about: Everything) -> Iterable[str]:
    """Inside the page itself, as nothing is fetched from outside."""
    for photo in about.photos:
        said = tr("Photo. The class may see it.") if photo.consent else tr("Photo.")
        source = f"data:image/jpeg;base64,{escape(photo.image)}"
        picture = f'<img alt="{escape(said)}" src="{source}">'
        yield f"<figure>{picture}<figcaption>{escape(said)}</figcaption></figure>"


def _attachments(about: Everything, clock: Clock) -> Iterable[str]:
    """Inside the page too: pictures are seen, files can be saved from there."""
    seen = {one.id: one for one in about.observations}
    for one in about.attachments:
        told = seen[one.observation_id]
        parts = (_when(clock, told.seen_at), told.note, one.name)
        said = escape(" · ".join(part for part in parts if part))
        content, name = escape(one.content), escape(one.name)
        if one.kind == PICTURE:
            shown = f'<img alt="{said}" src="data:image/jpeg;base64,{content}">'
        else:
            source = f"data:application/octet-stream;base64,{content}"
            shown = f'<a download="{name}" href="{source}">{name}</a>'
        yield f"<figure>{shown}<figcaption>{said}</figcaption></figure>"
    if about.pictures_left_out:
        count = about.pictures_left_out
        yield line(tr("Pictures and files left out, as nobody consented: {count}.", count=count))


def _levels(about: Everything, clock: Clock) -> str:
    reasons = {judgement.skill_id: judgement.reason for judgement in about.judgements}
    rows = [
        (
            one.skill.statement,
            f"{one.level or '–'} {one.word}".strip(),
            _when(clock, one.seen_at),
            tr("Set by hand: {reason}", reason=reasons.get(one.skill.id, ""))
            if one.by_hand
            else "",
        )
        for one in about.standings
    ]
    return _table(tr("Levels"), (tr("Skill"), tr("Level"), tr("Seen"), tr("Why")), rows)


def _observations(about: Everything, clock: Clock) -> str:
    words = ("Seen", "Skill", "Level", "Tags", "Note", "Station", "Seen by", "Before")
    heads = [tr(word) for word in words]
    rows = [_observation(about, clock, seen) for seen in about.observations]
    return _table(tr("Observations"), heads, rows)


def _observation(about: Everything, clock: Clock, seen: Observation) -> Sequence[str]:
    around = about.around
    skill = around.skills.get(seen.skill_id or 0)
    station = around.stations.get(seen.station_id or 0)
    level = f"{seen.level} {about.level_word(seen.skill_id, seen.level)}" if seen.level else ""
    note = f"{tr('Private jotting')}: {seen.note}" if seen.private else seen.note
    return (
        _when(clock, seen.seen_at),
        skill.statement if skill else "",
        level,
        ", ".join(around.tags[tag].name for tag in seen.tag_ids if tag in around.tags),
        note,
        station.name if station else "",
        seen.adult,
        "; ".join(_earlier(about, clock, seen)),
    )


def _earlier(about: Everything, clock: Clock, seen: Observation) -> Iterable[str]:
    """What it said until it was changed."""
    for version in about.histories.get(seen.id, ()):
        old = version.before
        if isinstance(old, Observation) and old.student_id == about.student.id and old != seen:
            level = about.level_word(old.skill_id, old.level)
            said = " ".join(part for part in (level, old.note) if part)
            yield f"{tr('until {when}', when=_when(clock, version.at))}: {said}"


def _reflections(about: Everything, clock: Clock) -> str:
    rows = []
    for said in about.reflections:
        skill = about.around.skills.get(said.skill_id or 0)
        word = about.level_word(said.skill_id, said.level)
        level = f"{said.level} {word}".strip() if said.level else ""
        face = face_word(said.face)
        rows.append(
            (
                _when(clock, said.said_at),
                skill.statement if skill else "",
                level,
                face,
                said.words,
            )
        )
    heads = (tr("Said"), tr("Skill"), tr("Own rating"), tr("How it went"), tr("In own words"))
    return _table(tr("What the student said"), heads, rows)


def _needs(about: Everything, clock: Clock) -> Iterable[str]:
    """Only where somebody ticked it; otherwise nobody can tell whether there are any."""
    if about.needs is None:
        yield line(tr("Needs are not on this page."))
        return
    rows = [(need_word(one.kind), one.words, _when(clock, one.noted_at)) for one in about.needs]
    yield _table(tr("Needs"), (tr("About"), tr("Need"), tr("Written")), rows)


def _goals(about: Everything, clock: Clock) -> str:
    rows = []
    for goal in about.goals:
        done = (*goal.done_at, *(None for _ in goal.steps))
        steps = [
            f"{step} ({_when(clock, at)})" if at is not None else step
            for step, at in zip(goal.steps, done, strict=False)
        ]
        state = tr("closed") if goal.closed else tr("open")
        rows.append((goal.title, _when(clock, goal.since), "; ".join(steps), state))
    return _table(tr("Goals"), (tr("Goal"), tr("Since"), tr("Steps"), tr("State")), rows)


def _visits(about: Everything, clock: Clock) -> str:
    stations = about.around.stations
    rows = [
        (
            stations[visit.station_id].name if visit.station_id in stations else "",
            _when(clock, visit.began_at),
            tr("{count} min", count=round((visit.ended_at - visit.began_at) / 60_000)),
            visit.adult,
        )
        for visit in about.visits
    ]
    heads = (tr("Station"), tr("Begun"), tr("Stayed"), tr("With"))
    return _table(tr("Visits to stations"), heads, rows)


def _attendance(about: Everything, clock: Clock) -> str:
    rows = [(_when(clock, one.at), one.state, one.reason) for one in about.attendance]
    return _table(tr("Attendance"), (tr("From"), tr("State"), tr("Reason")), rows)


def _pull_outs(about: Everything) -> str:
    rows = [
        (
            one.reason,
            one.place,
            one.day or ", ".join(_weekday(number) for number in one.weekdays),
            f"{write_minute(one.begins)}–{write_minute(one.ends)}",
        )
        for one in about.pull_outs
    ]
    heads = (tr("Reason"), tr("Place"), tr("Day"), tr("Time"))
    return _table(tr("Times out of the room"), heads, rows)


def _weekday(number: int) -> str:
    return QLocale().dayName(number, QLocale.FormatType.LongFormat)


def _choices(about: Everything) -> str:
    stations = about.around.stations
    rows = [
        (", ".join(stations[own].name for own in one.station_ids if own in stations),)
        for one in about.choices
    ]
    return _table(tr("Own choices"), (tr("Stations, the best first"),), rows)


def _rules(about: Everything) -> str:
    words = {
        "apart": tr("kept apart"),
        "together": tr("kept together"),
        "visit": tr("comes to a station"),
    }
    rows = [
        (words.get(rule.kind, rule.kind), str(len(rule.student_ids) - 1)) for rule in about.rules
    ]
    return _table(tr("Rules"), (tr("Rule"), tr("Other students")), rows)


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    if not rows:
        return f"<h2>{escape(title)}</h2>\n<p>{escape(tr('Nothing is kept.'))}</p>"
    caption = tr("{title}: {count}", title=title, count=len(rows))
    return f"<h2>{escape(title)}</h2>\n{table(heads, rows, caption)}"


def _when(clock: Clock, at_ms: int) -> str:
    return f"{clock.local(at_ms):%Y-%m-%d %H:%M}"
