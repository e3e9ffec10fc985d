"""What buttons carry: packed within 64 bytes, unpacked from anything."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.presses import (
    LIMIT,
    Pressed,
    StaleButton,
    pack,
    pack_day,
    pack_key,
    pack_time,
    unpack,
    unpack_day,
    unpack_key,
    unpack_time,
)
from bot.routes import PRESSES

words = st.text(st.characters(codec="utf-8", exclude_characters=":"), max_size=8)


@given(verb=st.sampled_from(sorted(PRESSES)), facts=st.lists(words, max_size=4))
def test_what_is_packed_is_unpacked(verb: str, facts: list[str]) -> None:
    try:
        data = pack(verb, *facts)
    except ValueError:
        assert len(f"1:{verb}:{':'.join(facts)}".encode()) > LIMIT
        return
    assert len(data.encode()) <= LIMIT
    assert unpack(data) == Pressed(verb, tuple(facts))


@given(st.uuids())
def test_a_key_takes_22_characters(key: UUID) -> None:
    assert len(pack_key(key)) == 22
    assert unpack_key(pack_key(key)) == key


@given(st.dates(min_value=date(1970, 1, 1)))
def test_a_day_takes_8_characters(day: date) -> None:
    assert len(pack_day(day)) == 8
    assert unpack_day(pack_day(day)) == day


@given(st.builds(time, st.integers(0, 23), st.integers(0, 59)))
def test_a_time_takes_4_characters(at: time) -> None:
    assert len(pack_time(at)) == 4
    assert unpack_time(pack_time(at)) == at


@given(st.text(st.characters(codec="utf-8")) | st.text("0123456789", max_size=9))
def test_any_text_is_a_day_and_a_time_or_a_stale_button(text: str) -> None:
    with suppress(StaleButton):
        assert isinstance(unpack_day(text), date)
    with suppress(StaleButton):
        assert isinstance(unpack_time(text), time)


@given(st.text(st.characters(codec="utf-8")))
def test_any_text_is_a_key_or_a_stale_button(text: str) -> None:
    with suppress(StaleButton):
        assert isinstance(unpack_key(text), UUID)


@given(st.text(st.characters(codec="utf-8")))
def test_any_data_is_a_press_or_a_stale_button(data: str) -> None:
    try:
        pressed = unpack(data)
    except StaleButton:
        return
    assert data.startswith("1:")
    assert pressed.verb


@pytest.mark.parametrize("data", ["", "1", "1:", "0:card:x", "11:card:x", "card:x", ":card"])
def test_other_versions_mean_nothing(data: str) -> None:
    with pytest.raises(StaleButton):
        unpack(data)


def test_a_missing_fact_is_empty_and_no_key() -> None:
    pressed = unpack("1:card")
    assert pressed.fact(3) == ""
    with pytest.raises(StaleButton):
        pressed.key()
