"""Any press of a button, and any question that waits: made from what their fields say they are."""

from __future__ import annotations

from dataclasses import fields
from datetime import time
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from bot.presses import habits
from bot.presses.coding import Packed, Press
from bot.presses.habits import Origin
from bot.presses.lists import LONGEST_PAGE, ListPlace
from bot.presses.tasks import Month

CODES = st.text(max_size=6)
places = st.builds(ListPlace, st.integers(0, 10**LONGEST_PAGE - 1), CODES, st.booleans())
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
    if get_origin(hint) in {UnionType, Union}:
        return st.one_of(*map(_values, get_args(hint)))
    return st.from_type(hint)
