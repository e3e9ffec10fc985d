"""What a press may cost in SQL statements, beside the commands' budgets in bot.routes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.presses.data import EraseAll
from bot.presses.everywhere import AcceptCard
from bot.presses.habits import AddAmount, SkipDay, TickHabit, TurnBoard
from bot.presses.lists import MoveOverdue, TickOnList, TurnList
from bot.presses.tasks import CompleteOnCard, CompleteTask, OpenCard

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.presses.coding import Press

USUAL_PRESS = 12
TURN = 4  # more, where a turn passes on: who can take it, whose it was, whose it is, its pushes
PRESS_BUDGETS: Mapping[type[Press], int] = {
    CompleteTask: 10,
    CompleteOnCard: 10,
    TickHabit: 10,
    AddAmount: 10,
    SkipDay: 10,
    TurnBoard: 8,
    TurnList: 5,
    TickOnList: 17,  # a repeating task taken back; to tick it is 13
    MoveOverdue: 16,  # however many they are
    OpenCard: 6,
    EraseAll: 80,  # a few for each kind of thing, however many they are; and for each group
    AcceptCard: 15,  # a task is read as two people see it, and added; the card is shown again
}


def press_budget(kind: type[Press]) -> int:
    """How many statements a press may cost, the keeping of its answer included."""
    return PRESS_BUDGETS.get(kind, USUAL_PRESS)
