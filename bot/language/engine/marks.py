"""What is marked by a sign in any language: #tags, @people, !priorities, quotes, addresses."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.language.values import TextSpan

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_CHUNK = re.compile(r"\S+")
_QUOTE = re.compile('["“„«]')
_OPENING = "([{\"'“„«"
_CLOSING = ")]},.;:!?\"'”“»…"
_SIGNS = ("tag", "priority", "assignee")
_PRIORITIES: Mapping[str, int] = {
    **{f"!{word}": n for n, word in enumerate(("high", "medium", "low"), 1)},
    **{f"!{n}": n for n in (1, 2, 3)},
    **{f"!p{n}": n for n in (1, 2, 3)},
    "!!!": 1,
    "!!": 2,
}
_MAY_BE_SIGNS = re.compile(r"[#!@]|://|www\.|WWW\.|\b[pP][1-3]\b")
_SOON = re.compile(r"!(?:\d{1,4}(?:min|[wdhm]))+", re.IGNORECASE)
_UNITS = {"w": 7 * 24 * 60, "d": 24 * 60, "h": 60, "m": 1, "min": 1}  # minutes
_QUOTES: Mapping[str, str] = {'"': '"', "“": "”“", "„": "“”", "«": "»"}
LONGEST_NAME = 32  # of a Telegram username
LONGEST_TAG = 64


@dataclass(slots=True)
class Marks:
    """The marked words of a text; `literal` are ranges that hold no dates, such as quotes.

    `given_back` are signs that are title: a date beside them is read as before.
    """

    priority: int | None = None
    tags: list[str] = field(default_factory=list)
    assignees: list[str] = field(default_factory=list)
    spans: list[TextSpan] = field(default_factory=list)
    literal: list[tuple[int, int]] = field(default_factory=list)
    quotes: list[tuple[int, int]] = field(default_factory=list)
    reminders: list[tuple[int, timedelta]] = field(default_factory=list)  # where, how long before
    given_back: list[tuple[int, int]] = field(default_factory=list)

    def signs(self) -> list[tuple[int, int]]:
        """Where #tags, @people and !priorities stand."""
        return [*self.given_back, *((span.start, span.end) for span in self.spans)]


def find_marks(
    text: str,
    *,
    group: bool,
    kept: tuple[TextSpan, ...] = (),
    people: frozenset[str] = frozenset(),
) -> Marks:
    """All marks that are neither in quotes nor in the spans that are `kept` as title."""
    marks = Marks()
    marks.quotes = list(_quotes(text))
    marks.literal = [*marks.quotes, *((span.start, span.end) for span in kept)]
    marks.given_back = [(span.start, span.end) for span in kept if span.kind in _SIGNS]
    if not _MAY_BE_SIGNS.search(text):
        return marks
    quoted = sorted(marks.literal)
    for found in _CHUNK.finditer(text):
        chunk = found.group()
        if _MAY_BE_SIGNS.search(chunk) and not _within(found.start(), found.end(), quoted):
            _read_chunk(marks, chunk, found.start(), group=group, people=people)
    return marks


def find_literal(text: str) -> Marks:
    """Quotes and addresses only, for texts in which tags and priorities mean nothing."""
    found = find_marks(text, group=False)
    return Marks(literal=found.literal, quotes=found.quotes)


def _within(start: int, end: int, ranges: list[tuple[int, int]]) -> bool:
    return any(start < last and first < end for first, last in ranges)


def _read_chunk(
    marks: Marks, chunk: str, start: int, *, group: bool, people: frozenset[str]
) -> None:
    word = chunk.lstrip(_OPENING)
    start += len(chunk) - len(word)
    bare = word.rstrip(_CLOSING)
    if word.startswith("#"):
        _read_tag(marks, word, start)
    elif word.startswith("!"):
        _read_priority(marks, word, start)
        _read_reminder(marks, bare, start)
    elif word.startswith("@") and len(word) > 1:
        _read_name(marks, bare, start, group=group, people=people)
    elif bare.startswith("p" if start else ("p", "P")) and f"!{bare.lower()}" in _PRIORITIES:
        _set_priority(marks, bare, start)
    elif _is_address(bare):
        marks.literal.append((start, start + len(bare)))


def _read_tag(marks: Marks, word: str, start: int) -> None:
    """#home: letters of any script with their marks, digits, _ and -, not digits alone."""
    size = 1
    while size < len(word) and _is_tag_letter(word[size]):
        size += 1
    tag = word[1:size]
    rest = word[size:].strip(_CLOSING)
    if rest or size > LONGEST_TAG or not any(map(str.isalpha, tag)):
        marks.literal.append((start, start + len(word)))
        return
    if tag not in marks.tags:
        marks.tags.append(tag)
    marks.spans.append(TextSpan("tag", start, start + size))


def _is_tag_letter(c: str) -> bool:
    return c.isalnum() or c in "_-" or unicodedata.category(c)[0] == "M"


def _read_priority(marks: Marks, word: str, start: int) -> None:
    signs = word.rstrip(_CLOSING.replace("!", ""))  # of !!!, the comma is left
    bare = signs if set(signs) == {"!"} else word.rstrip(_CLOSING)
    if bare.lower() in _PRIORITIES:
        _set_priority(marks, bare, start)


def _set_priority(marks: Marks, word: str, start: int) -> None:
    """p1 is !p1, with a capital only where a phone sets it: P3 within a line is a name."""
    if marks.priority is None:
        marks.priority = _PRIORITIES[f"!{word}".lower() if word[0] in "pP" else word.lower()]
        marks.spans.append(TextSpan("priority", start, start + len(word)))


def _read_reminder(marks: Marks, word: str, start: int) -> None:
    """!10m, !1h30m: so long before, in any language; longer units are a language's own words."""
    if not _SOON.fullmatch(word):
        return
    said = re.findall(r"(\d+)([a-z]+)", word.lower())
    minutes = sum(int(n) * _UNITS[unit] for n, unit in said)
    if minutes:
        marks.reminders.append((start, timedelta(minutes=minutes)))
        marks.spans.append(TextSpan("reminder", start, start + len(word)))


def _read_name(marks: Marks, word: str, start: int, *, group: bool, people: frozenset[str]) -> None:
    """@sam: a username, in groups; in private it is an ordinary word."""
    name = word[1:]
    is_name = name.isascii() and name.replace("_", "a").isalnum() and name[:1].isalpha()
    if name.lower() not in people and (not is_name or len(name) > LONGEST_NAME):
        return
    if not group:
        marks.literal.append((start, start + len(word)))
        return
    if name not in marks.assignees:
        marks.assignees.append(name)
    marks.spans.append(TextSpan("assignee", start, start + len(word)))


def _is_address(word: str) -> bool:
    return "://" in word or word[:4].lower() == "www." or ("@" in word and "." in word)


def _quotes(text: str) -> Iterator[tuple[int, int]]:
    """Quoted ranges, quotes included; a quote that is not closed is an ordinary character."""
    last = {closing: text.rfind(closing) for closing in '"”“»'}
    done = 0
    for found in _QUOTE.finditer(text):
        start = found.start()
        closings = [c for c in _QUOTES[found.group()] if last[c] > start]
        free = start == 0 or text[start - 1].isspace() or text[start - 1] in "([{"
        if start < done or not closings or not free:
            continue
        ends = (text.find(closing, start + 1) for closing in closings)
        done = min(ends) + 1
        if done > start + 2:
            yield start, done
