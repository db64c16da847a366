"""What to say where there is nothing to show."""

from app.domain.progress import ProgressTable
from ui.progress.choice import EVERYONE
from ui.progress.words import tr

STUDENTS, SKILLS = "students", "skills"


def missing_words(whole: ProgressTable, shown: ProgressTable) -> tuple[str, str, str]:
    """A sentence, the words of a button, and what it asks for; all empty when nothing is missing.

    It asks for "students" or "skills" to be set up, or for everyone to be shown.
    """
    if not whole.rows:
        return (
            tr("No students yet. Paste your class list."),
            tr("Paste your class list"),
            STUDENTS,
        )
    if not whole.columns:
        text = tr("No skills yet. Type or paste the skills you teach.")
        return text, tr("Add skills"), SKILLS
    if not shown.rows:
        return tr("Nobody fits."), tr("Show everyone"), EVERYONE
    return "", "", ""
