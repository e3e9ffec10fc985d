"""The zone that is said behind a clock time: 5pm EST, 17:00 UTC+3, 9am Tokyo time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.engine.tokens import ends_free, ends_text
from bot.language.said import Zone

if TYPE_CHECKING:
    from bot.language.engine.phrases import Match, Sentence

LONGEST_NAME = 4  # words
SHORTEST_SMALL = 3  # letters of an abbreviation that is written small


def zone_after(line: Sentence, index: int) -> Match | None:
    """The zone that begins at a token, right behind a clock time; also in brackets."""
    if index >= line.size:
        return None
    bracketed = line.text_at(index) == "("
    found = _abbreviated(line, index + bracketed) or _of_place(line, index + bracketed)
    if found is None:
        return None
    said, end = found
    if bracketed and line.text_at(end) == ")":
        return said, end + 1
    return found if not bracketed and ends_free(line.tokens, end) else None


def _abbreviated(line: Sentence, index: int) -> Match | None:
    zones = line.grammar.zones()
    for size in range(min(LONGEST_NAME, line.size - index), 0, -1):
        name = " ".join(line.tokens[k].folded for k in range(index, index + size))
        meant = zones.get(name)
        if meant is not None and _is_written_so(line, index, index + size):
            return _with_offset(line, Zone(meant), index, index + size)
    return None


def _is_written_so(line: Sentence, start: int, end: int) -> bool:
    """EST, or est at an end: small letters are a word of a sentence otherwise."""
    text = line.text_at(start)
    if end > start + 1 or text.isupper() or not text.isascii():
        return True
    return len(text) >= SHORTEST_SMALL and ends_text(line.tokens, end)


def _with_offset(line: Sentence, zone: Zone, start: int, end: int) -> Match:
    """UTC+3"""
    signed = line.text_at(end) in ("+", "-", "−", "–") and line.glued(end) and line.glued(end + 1)
    if not signed or not line.is_number(end + 1):
        return zone, end
    words = line.text_at(start) + line.text_at(end) + line.text_at(end + 1)
    last = end + 2
    if line.text_at(last) == ":" and line.glued(last) and line.is_number(last + 1):
        words, last = f"{words}:{line.text_at(last + 1)}", last + 2
    return Zone(place=words), last


def _of_place(line: Sentence, index: int) -> Match | None:
    """Tokyo time · hora de Tokio"""
    for _, start in line.slot("<zone_before>", index):
        end = _end_of_name(line, start)
        if end > start:
            return Zone(place=_name(line, start, end), inflected=True), end
    for end in range(index + 1, min(index + LONGEST_NAME, line.size)):
        after = line.slot("<zone_after>", end)
        if after and _end_of_name(line, index) >= end:
            return Zone(place=_name(line, index, end)), after[0][1]
    return None


def _end_of_name(line: Sentence, index: int) -> int:
    end = index
    while end < min(index + LONGEST_NAME, line.size):
        is_name = line.text_at(end)[:1].isupper() or (line.text_at(end) == "-" and end > index)
        if not is_name:
            break
        end += 1
    return end


def _name(line: Sentence, start: int, end: int) -> str:
    words = [(" " if line.tokens[k].spaced else "") + line.text_at(k) for k in range(start, end)]
    return "".join(words).strip()
