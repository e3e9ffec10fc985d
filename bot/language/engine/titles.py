"""The title: a text without its recognised spans, with tidy punctuation at the cuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.language.values import TextSpan

if TYPE_CHECKING:
    from collections.abc import Sequence

_AFTER_A_CUT = ",.;:!?…"
_BEFORE_A_CUT = ",;:-–—@("
_MARKS = _AFTER_A_CUT + "-–— \t\n"
_DIVIDING = ("", ",", ";")
_BRACKETS = {"(": ")", "[": "]", "{": "}"}


def title_of(
    text: str, spans: Sequence[TextSpan], quotes: Sequence[tuple[int, int]]
) -> tuple[str, list[TextSpan]]:
    """The title, and the spans of quotes that enclosed all of it and were dropped."""
    title = ""
    at, is_after_date = 0, False
    between = ""  # marks between two spans belong to the words that follow
    for span in spans:
        between += text[at : span.start]
        if _is_date(span) and is_after_date and between.strip() in _DIVIDING:
            between = " "  # friday, 10:30
        if not at or between.strip(_MARKS):
            title = _joined(title, between, cut=at > 0)
            between = ""
        at, is_after_date = span.end, _is_date(span)
    title = _joined(title, between + text[at:], cut=at > 0)
    title = title.rstrip()
    if spans and not text[at:].strip(_AFTER_A_CUT + ")]} \t\n"):
        title = title.rstrip(_BEFORE_A_CUT + " ")
    title = " ".join(title.split())
    return _unquoted(title, text, quotes)


def _is_date(span: TextSpan) -> bool:
    return span.kind in ("due", "repeat")


def _joined(left: str, right: str, *, cut: bool) -> str:
    """Two pieces with a span cut out between them: no doubled marks, no empty brackets."""
    if not cut:
        return right
    left, right = left.rstrip(), right.lstrip()
    closing = right.lstrip(_MARKS)  # of (#home, #garden) a comma is left
    if left and closing and _BRACKETS.get(left[-1]) == closing[0]:
        left, right = left[:-1].rstrip(), closing[1:].lstrip()
    if not left:
        return right.lstrip(_AFTER_A_CUT + "-–— ")
    if right and right[0] in _AFTER_A_CUT and not _is_word(right):
        if not right.strip(_AFTER_A_CUT + " "):
            return left.rstrip(",;:-–— ")
        if left[-1] in _BEFORE_A_CUT:
            left = left.rstrip(_BEFORE_A_CUT + " ")
        return left + right
    return f"{left} {right}"


def _is_word(right: str) -> bool:
    """!important, which is no mark of the words before"""
    return right[0] in "!?" and right[1:2].isalnum()


def _unquoted(
    title: str, text: str, quotes: Sequence[tuple[int, int]]
) -> tuple[str, list[TextSpan]]:
    if len(quotes) == 1:
        start, end = quotes[0]
        if title == " ".join(text[start:end].split()) and end - start > 2:
            spans = [TextSpan("quote", start, start + 1), TextSpan("quote", end - 1, end)]
            return title[1:-1].strip(), spans
    return title, []
