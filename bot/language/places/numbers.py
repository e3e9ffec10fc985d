"""Numbers by names, as bytes: many names cost a tenth of what they cost as strings of a dict.

A hash table whose entries are chained: the texts lie one behind the other, everything else is a
32-bit number. What is asked for has to be spelt as it was added.
"""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator


class NumbersByName:
    """Any number of numbers below 2**32 for each name; it only grows.

    `buckets`, a power of two, is best about as large as there will be names.
    """

    def __init__(self, *, buckets: int = 1 << 17) -> None:
        self._mask = buckets - 1
        self._last = array("I", bytes(4 * buckets))  # 1 + a bucket's last entry; 0 for none
        self._before = array("I")  # by entry, the same: the one before it in its bucket
        self._numbers = array("I")
        self._ends = array("I", [0])  # of the texts; an entry's begins where the last one ends
        self._texts = bytearray()

    def __len__(self) -> int:
        """How many pairs of a name and a number there are."""
        return len(self._numbers)

    def add(self, name: str, number: int) -> None:
        """Give a name one more number."""
        text = name.encode()
        bucket = crc32(text) & self._mask
        self._before.append(self._last[bucket])
        self._numbers.append(number)
        self._last[bucket] = len(self._numbers)
        self._texts += text
        self._ends.append(len(self._texts))

    def get(self, name: str) -> list[int]:
        """The numbers of a name, in the order in which they were added."""
        text = name.encode()
        found = []
        entry = self._last[crc32(text) & self._mask]
        while entry:
            if self._texts[self._ends[entry - 1] : self._ends[entry]] == text:
                found.append(self._numbers[entry - 1])
            entry = self._before[entry - 1]
        return found[::-1]

    def names(self) -> Iterator[str]:
        """Every name, once for each of its numbers."""
        for begin, end in zip(self._ends, self._ends[1:], strict=False):
            yield self._texts[begin:end].decode()
