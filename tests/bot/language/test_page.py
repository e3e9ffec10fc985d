"""The page of what can be said is the tested table, and nothing else."""

from __future__ import annotations

from tests.bot.language.page import PAGE, page


def test_the_page_is_made_from_the_phrases() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "make docs writes it anew"
