"""What is left of a text after it was read."""

from __future__ import annotations

from bot.language import HabitReading, Reading


def words_of(text: str) -> list[str]:
    """The runs of letters and digits of a text."""
    return "".join(c if c.isalnum() else " " for c in text).split()


def outside(text: str, reading: Reading | HabitReading) -> str:
    """The text with its recognised spans blanked."""
    blank = list(text)
    for span in reading.spans:
        blank[span.start : span.end] = " " * (span.end - span.start)
    return "".join(blank)
