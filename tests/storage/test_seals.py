"""Tokens that go out into the world: they come back as they were, or open nothing."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from storage.rules.seals import seal, unseal
from storage.talk.seals import (
    CARD_LENGTH,
    CARDS_LAST,
    SharedCard,
    card_token,
    link_token,
    read_card,
    read_link,
)

KEY = bytes(range(32))
NOW = datetime(2026, 9, 23, 12, 30, tzinfo=UTC)
keys = st.uuids()


@given(facts=st.binary(max_size=40), purpose=st.sampled_from("tlh"))
def test_what_is_sealed_comes_back(facts: bytes, purpose: str) -> None:
    assert unseal(KEY, purpose, seal(KEY, purpose, facts)) == facts


@given(facts=st.binary(max_size=40), place=st.integers(0, 60), letter=st.sampled_from("AZaz09-_"))
def test_a_changed_token_opens_nothing(facts: bytes, place: int, letter: str) -> None:
    token = seal(KEY, "t", facts)
    place %= len(token)
    changed = token[:place] + letter + token[place + 1 :]
    if changed != token:
        with pytest.raises(ValueError, match=r"sealed|token"):
            unseal(KEY, "t", changed)


@given(token=st.text(max_size=70))
def test_any_words_open_nothing(token: str) -> None:
    with pytest.raises(ValueError, match=r"sealed|token"):
        unseal(KEY, "t", token)


@given(facts=st.binary(max_size=40))
def test_a_token_is_of_one_purpose_and_one_key(facts: bytes) -> None:
    token = seal(KEY, "t", facts)
    for key, purpose in ((KEY, "l"), (KEY[::-1], "t")):
        with pytest.raises(ValueError, match="sealed"):
            unseal(key, purpose, token)


@given(task=keys, person=keys, days=st.integers(0, 60))
def test_a_card_lasts_a_month(task: UUID, person: UUID, days: int) -> None:
    shown, later = SharedCard(task, person), NOW + timedelta(days=days)
    token = card_token(KEY, shown, now=NOW)
    assert len(token) == CARD_LENGTH
    if days <= CARDS_LAST.days:
        assert read_card(KEY, token, now=later) == shown
    elif days > CARDS_LAST.days + 1:
        with pytest.raises(ValueError, match="old"):
            read_card(KEY, token, now=later)


@given(named=keys, topic=st.integers(0, 2**40))
def test_a_link_fits_behind_its_letter(named: UUID, topic: int) -> None:
    token = link_token(KEY, "l", named, topic)
    assert len(token) < 64
    assert read_link(KEY, "l", token) == (named, topic)
