"""What buttons carry: every class of press is packed within 64 bytes and unpacked to itself."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import fields, replace
from datetime import time
from types import UnionType
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.handlers.lists import CODE_LIMIT
from bot.presses import habits
from bot.presses.coding import LIMIT, Packed, Press, StaleButton, pack_key, unpack, unpack_key
from bot.presses.habits import Origin
from bot.presses.lists import LONGEST_PAGE, ListPlace
from bot.presses.tasks import Month
from bot.routes import PRESSES, VERBS

CODES = st.text(max_size=6)
places = st.builds(ListPlace, st.integers(0, 10**LONGEST_PAGE - 1), CODES, st.booleans())
LONGEST = ListPlace(9999, "x" * CODE_LIMIT, opens=True)
origins = st.builds(
    Origin, st.sampled_from(habits.VIEWS), st.integers(0, 10**habits.LONGEST_PAGE - 1)
)
VALUES: dict[type[Packed], st.SearchStrategy[Any]] = {
    ListPlace: places,
    Month: st.builds(Month, st.integers(1, 9999), st.integers(1, 12)),
    Origin: origins,
}


def presses(kind: type[Press]) -> st.SearchStrategy[Press]:
    """Any press of a class."""
    hints = get_type_hints(kind)
    own = {field.name: _values(hints[field.name]) for field in fields(kind)}
    return st.builds(kind, **own)


def _values(hint: Any) -> st.SearchStrategy[Any]:
    if hint is str:
        return st.text(max_size=4)
    if hint is int:
        return st.integers(-(10**6), 10**6)
    if hint is float:
        return st.floats(-1e9, 1e9, allow_nan=False, width=32)
    if hint is time:
        return st.builds(time, st.integers(0, 23), st.integers(0, 59))
    if hint in VALUES:
        return VALUES[hint]
    if hint is time:
        return st.builds(time, st.integers(0, 23), st.integers(0, 59))
    if isinstance(hint, UnionType):
        return st.one_of(*map(_values, get_args(hint)))
    return st.from_type(hint)


@pytest.mark.parametrize("kind", PRESSES, ids=lambda kind: kind.__name__)
@settings(deadline=None)  # the first press of a class works out how its fields are written
@given(data=st.data())
def test_a_press_is_unpacked_to_itself(kind: type[Press], data: st.DataObject) -> None:
    press = data.draw(presses(kind))
    with suppress(ValueError):  # too many words for a button: the handlers clip them
        packed = press.pack()
        assert len(packed.encode()) <= LIMIT
        assert unpack(packed, VERBS) == press


def test_no_two_classes_share_a_verb() -> None:
    assert len(VERBS) == len(PRESSES)


@given(st.text(max_size=80))
def test_any_other_data_is_stale(data: str) -> None:
    with suppress(StaleButton):
        assert unpack(data, VERBS).pack()


@given(verb=st.sampled_from(sorted(VERBS)), facts=st.lists(st.text(max_size=24), max_size=5))
def test_forged_facts_are_stale_or_mean_what_they_say(verb: str, facts: list[str]) -> None:
    with suppress(StaleButton, ValueError):
        assert unpack(":".join(("2", verb, *facts)), VERBS).pack()


@given(st.uuids())
def test_a_key_takes_22_characters(key: Any) -> None:
    assert len(pack_key(key)) == 22
    assert unpack_key(pack_key(key)) == key


@pytest.mark.parametrize(
    "kind", [kind for kind in PRESSES if get_type_hints(kind).get("back") is ListPlace]
)
@settings(deadline=None)
@given(data=st.data())
def test_the_longest_way_back_fits_beside_every_field(
    kind: type[Press], data: st.DataObject
) -> None:
    """The last of 100,000 tasks, and a filter as long as a button may carry it."""
    longest = {"place": 49, "tag": "012abc", "occurrence": "ffff", "mark": "ffff", "on": False}
    own = {name: value for name, value in longest.items() if hasattr(kind, name)}
    changes: dict[str, Any] = {**own, "back": LONGEST}
    assert replace(data.draw(presses(kind)), **changes).pack()


@pytest.mark.parametrize(
    "kind", [kind for kind in PRESSES if get_type_hints(kind).get("place") is ListPlace]
)
@settings(deadline=None)
@given(data=st.data())
def test_the_longest_place_fits_beside_every_field(kind: type[Press], data: st.DataObject) -> None:
    changes: dict[str, Any] = {"place": LONGEST}
    changes |= {"occurrence": "ffff"} if hasattr(kind, "occurrence") else {}
    assert replace(data.draw(presses(kind)), **changes).pack()
