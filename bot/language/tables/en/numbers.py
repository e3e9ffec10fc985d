"""English: numbers and ordinals up to a hundred."""

from __future__ import annotations

from bot.language.engine.language import words

_ONES = words(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_TENS = {word: 10 * n for n, word in enumerate(words(
    "twenty thirty forty|fourty fifty sixty seventy eighty ninety"
), 2)}  # fmt: skip
_FIRST = words(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
_TENTHS = {word: 10 * n for n, word in enumerate(words(
    "thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth"
), 3)}  # fmt: skip
NUMBERS = {
    **{word: n for n, word in enumerate(_ONES)},
    **_TENS,
    "a|an": 1,
    "couple": 2,
    "hundred": 100,
}
ORDINALS = {**{word: n for n, word in enumerate(_FIRST, 1)}, **_TENTHS, "last": -1}
