"""The page of what can be said is the tested table, and nothing else."""

from __future__ import annotations

from tests.bot.language.page import PAGE, page


def test_the_page_is_made_from_the_phrases() -> None:
    assert PAGE.read_text(encoding="utf-8") == page(), "make docs writes it again"


def test_the_page_is_in_words_and_of_a_readable_length() -> None:
    text = page()
    assert len(text.splitlines()) < 400
    for code in ("FREQ=", "rrule", "intent", "nag_min", "set_digest", "T10:00"):
        assert code not in text
