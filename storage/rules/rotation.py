"""Whose turn it is: people who take turns at a repeating task, in an order that goes round."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Taker = TypeVar("Taker")


def next_turn(
    order: Sequence[Taker], last: Taker | None, *, can: Callable[[Taker], bool]
) -> Taker | None:
    """The first one behind the `last` in the order who can, round to the last one again; from the
    beginning where nobody was the last. None: nobody can."""
    first = order.index(last) + 1 if last in order else 0
    return next(filter(can, [*order[first:], *order[:first]]), None)


def turn_after_miss(
    order: Sequence[Taker],
    last: Taker | None,
    *,
    can: Callable[[Taker], bool],
    passes: bool,
) -> Taker | None:
    """Whose turn it is after an occurrence that nobody has done: it stays with whoever missed it
    while they can, or `passes` on to the next."""
    if last in order and last is not None and not passes and can(last):
        return last
    return next_turn(order, last, can=can)
