"""Make the chimes of the lesson's clock: `python scripts/make_sounds.py`.

Every sound is reckoned here, note by note, from sums of fading sines. Nothing was recorded and
nothing was taken from others.
"""

import math
import wave
from array import array
from pathlib import Path
from typing import NamedTuple

TARGET = Path(__file__).resolve().parent.parent / "resources" / "sounds"
RATE = 22_050
LOUDEST = 0.7
"""Of full scale: a chime is never the loudest thing a speaker can do."""
ATTACK_S = 0.004


class Voice(NamedTuple):
    """What a note is made of: partials as multiple, share and seconds until a tenth is left."""

    partials: tuple[tuple[float, float, float], ...]
    seconds: float


class Note(NamedTuple):
    """A note that begins after so many seconds."""

    begins: float
    hertz: float
    share: float = 1.0


VOICES = {
    "bell": Voice(((1.0, 1.0, 1.3), (2.0, 0.5, 0.9), (3.01, 0.22, 0.5), (4.2, 0.12, 0.25)), 1.3),
    "wood": Voice(((1.0, 1.0, 0.45), (3.93, 0.3, 0.1), (9.2, 0.08, 0.04)), 0.6),
}
C5, E5, G5, C6 = 523.25, 659.26, 783.99, 1046.5
TUNES = {
    "warning": (Note(0.0, G5, 0.7),),
    "over": (Note(0.0, C6), Note(0.32, G5), Note(0.64, C5)),
    "begins": (Note(0.0, C5), Note(0.22, E5), Note(0.44, G5)),
}


def sounding(voice: Voice, tune: tuple[Note, ...]) -> list[float]:
    """The tune in that voice, from -1 to 1."""
    length = max(note.begins for note in tune) + voice.seconds
    heard = [0.0] * round(length * RATE)
    for note in tune:
        for at in range(round(note.begins * RATE), len(heard)):
            heard[at] += note.share * strength(voice, note.hertz, at / RATE - note.begins)
    fade = round(0.05 * RATE)
    for step in range(fade):
        heard[-1 - step] *= step / fade
    return heard


def strength(voice: Voice, hertz: float, seconds: float) -> float:
    """How far a note is out at a moment after it was struck."""
    swing = sum(
        share * 10 ** (-seconds / fading) * math.sin(2 * math.pi * multiple * hertz * seconds)
        for multiple, share, fading in voice.partials
    )
    return swing * min(1.0, seconds / ATTACK_S)


def write(path: Path, heard: list[float], loudest: float) -> None:
    """Keep a sound as a WAV file of 16 bits, one channel."""
    scale = LOUDEST * 32_767 / loudest
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(RATE)
        out.writeframes(array("h", (round(value * scale) for value in heard)).tobytes())


def main() -> None:
    """Make every tune in every voice; those of one voice keep their loudness to each other."""
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, voice in VOICES.items():
        tunes = {tune: sounding(voice, notes) for tune, notes in TUNES.items()}
        loudest = max(abs(value) for heard in tunes.values() for value in heard)
        for tune, heard in tunes.items():
            write(TARGET / f"{name}-{tune}.wav", heard, loudest)


if __name__ == "__main__":
    main()
