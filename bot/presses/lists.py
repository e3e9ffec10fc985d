"""The buttons of lists, and the way back to a list that other buttons carry."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Self

from bot.presses.coding import Packed, Press

LONGEST_PAGE = 6  # digits


@dataclass(frozen=True, slots=True)
class ListPlace(Packed):
    """A page of a list: its number from 0, and the list's filter in words, or a key for them."""

    number: int = 0
    code: str = ""

    def pack(self) -> str:
        return f"{self.number}.{self.code}"

    @classmethod
    def read(cls, text: str) -> Self:
        number, dot, code = text.partition(".")
        if not (number.isascii() and number.isdecimal() and dot) or len(number) > LONGEST_PAGE:
            raise ValueError(text)
        return cls(int(number), code)


OPEN_TASKS = ListPlace()  # the first page of what is open here


@dataclass(frozen=True, slots=True)
class TurnList(Press):
    """‹ › and filters: another page of the list, in place."""

    verb: ClassVar[str] = "list"

    place: ListPlace = OPEN_TASKS
