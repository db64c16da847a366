"""The sentences of steps and errors: facts come in, plain words go out."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.domain.changes import Label

STEPS: Mapping[str, str] = {
    "opened": "Lesson ready. Start the clock when you are.",
    "started": "Lesson started",
    "paused": "Clock paused",
    "resumed": "Clock runs again",
    "clock set": "The computer’s clock was set; the lesson’s goes on",
    "extended": "{minutes} min more",
    "shortened": "{minutes} min less",
    "advanced": "On to the next",
    "went back": "Back one round",
    "repeated": "This round again, from its start",
    "rounds shortened": "Rounds of {minutes} min from the next one on",
    "rounds cut": "The lesson has {rounds} rounds today",
    "ended": "Lesson ended",
    "moved": "{student} moved to {station}",
    "swapped": "{student} and {other} swapped",
    "marked present": "{student} is here",
    "marked absent": "{student} is absent",
    "marked late": "{student} is late",
    "marked away": "{student} is away for a while",
    "finished early": "{student} is done early",
    "pull-out added": "{student}: time out of the room added",
    "flagged": "{student} flagged",
    "unflagged": "Flag taken off {student}",
    "class begun": "{name} is set up with {count} students",
    "class made": "{name} is on your list of classes",
    "class renamed": "{name} changed",
    "class archived": "{name} put away",
    "student added": "{student} added",
    "students added": "{count} students added",
    "student renamed": "Name changed to {student}",
    "student left": "{student} taken off the list",
    "students left": "{count} students taken off the list",
    "kept apart": "{count} students kept apart",
    "kept together": "{count} students kept together",
    "rule removed": "Rule removed",
    "station added": "{station} added",
    "station changed": "{station} changed",
    "stations ordered": "Stations put in order",
    "station removed": "{station} removed",
    "skills added": "{count} skills added",
    "skill changed": "{skill} changed",
    "skill retired": "{skill} retired",
    "skill back": "{skill} in use again",
    "skill deleted": "{skill} deleted",
    "lesson planned": "Lesson planned",
    "lesson copied": "Lesson copied, everyone carried on",
    "lesson changed": "Lesson changed",
    "groups shuffled": "Groups shuffled",
    "put in group": "{student} changed groups",
    "observed": "{student}: {level}, {skill}",
    "tagged": "{student}: {tags}",
    "untagged": "Tag taken off {student}",
    "noted": "Note about {student} saved",
    "observation moved": "Observation moved to {student}",
    "observation deleted": "Observation of {student} deleted",
    "tag added": "Tag {tag} added",
    "tag changed": "Tag {tag} changed",
    "tag removed": "Tag {tag} taken away",
    "tags ordered": "Tags put in order",
    "goal set": "Goal of {student}: {goal}",
    "goal step done": "{student}: step done",
    "goal step open": "{student}: step still to do",
    "salvaged": "{count} things brought back from the damaged file",
    "note mended": "Observation of {student} put right",
    "note kept": "Observation of {student} kept as it is",
    "goal closed": "Goal of {student} closed",
    "erasing": "An erasing is on its way",
    "erased": "{count} erased",
    "erased step": "Something about a student who was erased",
    "journal compacted": "Old steps were forgotten",
}
"""What each kind of step did, by its verb. The context for translators is "Steps"."""


def sentence(label: Label) -> str:
    """What a step did, in the teacher's language."""
    text = QCoreApplication.translate("Steps", STEPS[label.verb])
    return text.format(**label.facts)
