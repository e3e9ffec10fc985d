"""A number at the beginning of a line is a list's, or the day of a date: no word may vanish."""

from __future__ import annotations

import pytest

from tests.support.conversations import Conversation


@pytest.fixture
async def ann(anywhere: Conversation) -> Conversation:
    anywhere.user("ann").language = "de"
    await anywhere.says("ann", "/timezone Berlin")
    return anywhere


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("31. Februar Zahnarzt", ["31. Februar Zahnarzt"]),
        ("1. Oktober Zahnarzt", ["Zahnarzt · Do., 1. Okt."]),
        (
            "1. Oktober Zahnarzt\n2. Oktober Arzt",
            ["Zahnarzt · Do., 1. Okt.", "Arzt · Fr., 2. Okt."],
        ),
        ("1. Milch\n2. Brot", ["Milch", "Brot"]),
        ("1. Milch", ["Milch"]),
        ("27. Milch", ["Milch"]),
        ("- 1. Oktober Arzt\n- Milch", ["Arzt · Do., 1. Okt.", "Milch"]),
        ("1. Oktober Arzt\n2. Milch", ["Oktober Arzt", "Milch"]),  # it counts: a list
    ],
)
async def test_a_list_or_dates(ann: Conversation, words: str, titles: list[str]) -> None:
    await ann.says("ann", words)
    shown = await ann.says("ann", "/list")
    for number, title in enumerate(titles, start=1):
        assert f"☐ {number} {title}" in shown.replace("\xa0", " ")


async def test_a_date_after_marks_keeps_its_day(ann: Conversation) -> None:
    await ann.says("ann", "#laden")
    assert "31. Februar Zahnarzt" in await ann.says("ann", "31. Februar Zahnarzt")


async def test_a_checklist_keeps_its_dates(ann: Conversation) -> None:
    await ann.says("ann", "Reise\n- Milch\n- 31. Februar Hotel")
    assert "31. Februar Hotel" in await ann.says("ann", "/show 1")
