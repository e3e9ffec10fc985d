"""The buttons of lists, and the way back to a list that other buttons carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal, Self, TypeAlias
from uuid import UUID

from bot.presses.coding import Packed, Press

LONGEST_PAGE = 4  # digits
OPENS = "o"  # behind the number of a page whose buttons open cards

MovedTo: TypeAlias = Literal["today", "tomorrow", "spread"]


@dataclass(frozen=True, slots=True)
class ListPlace(Packed):
    """A page of a list: its number from 0, and the list's filter in words, or a key for them.

    `opens`: its buttons open cards; else they tick.
    """

    number: int = 0
    code: str = ""
    opens: bool = False

    def pack(self) -> str:
        return f"{self.number}{OPENS if self.opens else ''}.{self.code}"

    @classmethod
    def read(cls, text: str) -> Self:
        number, dot, code = text.partition(".")
        opens, number = number.endswith(OPENS), number.removesuffix(OPENS)
        if not (number.isascii() and number.isdecimal() and dot) or len(number) > LONGEST_PAGE:
            raise ValueError(text)
        return cls(int(number), code, opens)


OPEN_TASKS = ListPlace()  # the first page of what is open here


@dataclass(frozen=True, slots=True)
class TurnList(Press):
    """‹ › and filters: another page of the list, in place."""

    verb: ClassVar[str] = "list"

    place: ListPlace = OPEN_TASKS


@dataclass(frozen=True, slots=True)
class SwitchList(Press):
    """✏️, ☑️: the same tasks with buttons that open their cards, or that tick."""

    verb: ClassVar[str] = "mode"

    place: ListPlace


@dataclass(frozen=True, slots=True)
class OfferFilters(Press):
    """🔍 Filter: what the list can show instead."""

    verb: ClassVar[str] = "filters"

    place: ListPlace


@dataclass(frozen=True, slots=True)
class TickOnList(Press):
    """☐ 12, ☑ 12: the task is done, or (`ticks` is False) is not after all; the list stays.

    `occurrence` tells which one of a repeating task is meant.
    """

    verb: ClassVar[str] = "tk"

    task: UUID
    place: ListPlace
    ticks: bool = True
    occurrence: str = ""


@dataclass(frozen=True, slots=True)
class MoveOverdue(Press):
    """⏰ All that is overdue to today, to tomorrow, or spread over the next days."""

    verb: ClassVar[str] = "late"

    place: ListPlace
    to: MovedTo
