"""Turns go round in their order, past those who cannot, and nobody is left out."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from storage.rules.rotation import next_turn, turn_after_miss

ORDERS = st.lists(st.integers(), min_size=1, max_size=20, unique=True)


def everybody(_: int) -> bool:
    return True


def nobody(_: int) -> bool:
    return False


@given(order=ORDERS, rounds=st.integers(1, 4))
def test_everybody_gets_their_turn_in_the_order(order: list[int], rounds: int) -> None:
    last, taken = None, []
    for _ in range(len(order) * rounds):
        last = next_turn(order, last, can=everybody)
        taken.append(last)
    assert taken == order * rounds


@given(order=ORDERS, data=st.data())
def test_who_cannot_is_passed_over_and_comes_back_to_their_place(
    order: list[int], data: st.DataObject
) -> None:
    away = data.draw(st.sets(st.sampled_from(order), max_size=len(order) - 1))
    here = [one for one in order if one not in away]
    last, taken = None, []
    for _ in range(len(here) * 3):
        last = next_turn(order, last, can=lambda one: one not in away)
        taken.append(last)
    assert taken == here * 3
    last = data.draw(st.sampled_from(order))
    after = [next_turn(order, last, can=everybody)]
    assert after == [order[(order.index(last) + 1) % len(order)]]


@given(order=ORDERS, data=st.data())
def test_nobody_has_two_turns_more_than_another_who_was_always_here(
    order: list[int], data: st.DataObject
) -> None:
    always = data.draw(st.sets(st.sampled_from(order), min_size=1))
    last, turns = None, Counter[int]()
    for _ in range(40):
        here = always | data.draw(st.sets(st.sampled_from(order)))
        last = next_turn(order, last, can=here.__contains__)
        assert last is not None
        turns[last] += 1
    assert max(turns[one] for one in always) - min(turns[one] for one in always) <= 1


@given(order=ORDERS, data=st.data())
def test_one_who_can_has_all_turns_and_without_any_there_is_none(
    order: list[int], data: st.DataObject
) -> None:
    last = data.draw(st.none() | st.sampled_from(order))
    only = data.draw(st.sampled_from(order))
    assert next_turn(order, last, can=lambda one: one == only) == only
    assert next_turn(order, last, can=nobody) is None


@given(order=ORDERS, data=st.data())
def test_a_missed_turn_stays_or_passes(order: list[int], data: st.DataObject) -> None:
    last = data.draw(st.sampled_from(order))
    following = next_turn(order, last, can=everybody)
    assert turn_after_miss(order, last, can=everybody, passes=False) == last
    assert turn_after_miss(order, last, can=everybody, passes=True) == following
    others = [one for one in order if one != last]
    left = turn_after_miss(order, last, can=others.__contains__, passes=False)
    assert left == (following if others else None), "who cannot keeps no turn"
    assert turn_after_miss(order, None, can=everybody, passes=False) == order[0]


@given(order=ORDERS, stranger=st.integers())
def test_after_somebody_who_is_not_in_the_order_it_begins(order: list[int], stranger: int) -> None:
    if stranger not in order:
        assert next_turn(order, stranger, can=everybody) == order[0]
