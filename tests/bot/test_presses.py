"""What buttons carry: every class of press is packed within 64 bytes and unpacked to itself."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import Any, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.handlers.lists import CODE_LIMIT
from bot.presses.coding import LIMIT, Press, StaleButton, pack_key, unpack, unpack_key
from bot.presses.lists import ListPlace
from bot.routes import PRESSES, VERBS
from tests.support.presses import presses

LONGEST = ListPlace(9999, "x" * CODE_LIMIT, opens=True)


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
    fields = {"tag": "012abc", "person": "012abc", "occurrence": "ffff", "mark": "ffff"}
    longest = {**fields, "place": 49, "on": False, "page": 99}
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
