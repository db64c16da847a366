"""What to tell a teacher when skills, their levels or their files are not as they should be."""

from collections.abc import Callable, Mapping

from app import errors


def _evidence(error: errors.HasEvidence) -> str:
    return (
        f"“{error.statement}” has {error.observations} observations, so it stays."
        " Retire it instead: it then takes no new ones."
    )


def _level(error: errors.LevelInUse) -> str:
    return (
        f"Somebody stands at “{error.word}”, so this level stays. Nothing was changed."
        " You can give it another word."
    )


def _reason(_error: errors.ReasonMissing) -> str:
    return "Say why, so that it can be understood later. Nothing was changed."


SAID: Mapping[type[Exception], Callable[..., str]] = {
    errors.HasEvidence: _evidence,
    errors.LevelInUse: _level,
    errors.ReasonMissing: _reason,
}
