"""The colours: a palette that colour-blind people can tell apart, and shades of its tones.

The tones have the hues of the square emoji. Their lightness is chosen so that any two of them can
be told apart by people with protanopia or deuteranopia; the tests measure this.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

Rgb: TypeAlias = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Tone:
    """A habit's colour: its English name as a key, the emoji for it on buttons, and the colour in
    pictures as red, green and blue of 0–255."""

    name: str
    emoji: str
    rgb: Rgb


PALETTE: tuple[Tone, ...] = (
    Tone("blue", "🟦", (47, 130, 240)),
    Tone("orange", "🟧", (210, 100, 0)),
    Tone("green", "🟩", (52, 193, 140)),
    Tone("red", "🟥", (216, 68, 73)),
    Tone("purple", "🟪", (101, 49, 154)),
    Tone("yellow", "🟨", (244, 185, 3)),
    Tone("brown", "🟫", (75, 35, 10)),
    Tone("grey", "⬜", (129, 148, 167)),
)

GROUND: Rgb = (222, 228, 237)  # looks right in a dark chat and in a light one
CARD: Rgb = (252, 253, 255)
INK: Rgb = (24, 31, 44)
SOFT: Rgb = (88, 99, 117)  # secondary text; its contrast to a card is 5.9 to 1
FAINT: Rgb = (234, 238, 244)  # days on which nothing is due, tracks of bars
LINE: Rgb = (211, 218, 228)
SIGN: Rgb = (137, 148, 165)  # the signs of missed days and days away

STEPS = 5  # shades of an amount; more could not be told apart in small cells
_PALEST = 0.3
_LIGHT, _DEEPER = 150, 0.14  # tones brighter than 150 of 255 are darkened by 14 %


def tone(colour: int) -> Rgb:
    """The colour of an index of PALETTE; an unknown index wraps around."""
    return PALETTE[colour % len(PALETTE)].rgb


def mix(ground: Rgb, ink: Rgb, share: float) -> Rgb:
    """A colour between two, linear in sRGB: `share` 0 is the ground, 1 the ink."""
    red, green, blue = (round(g + (i - g) * share) for g, i in zip(ground, ink, strict=True))
    return red, green, blue


def step(share: float) -> int:
    """The shade of a share: 1 … STEPS. Only a share of 1 or more has the last one."""
    return STEPS if share >= 1 else 1 + int(max(share, 0.0) * (STEPS - 1))


def shade(colour: int, number: int) -> Rgb:
    """The `number`-th shade of 1 … STEPS, from pale to the tone itself.

    The last shade of yellow is darker than its tone: else its shades would be too alike.
    """
    share = _PALEST + (1 - _PALEST) * (number - 1) / (STEPS - 1)
    return mix(CARD, _deep(tone(colour)), share)


def _deep(rgb: Rgb) -> Rgb:
    red, green, blue = rgb
    brightness = 0.299 * red + 0.587 * green + 0.114 * blue  # luma of ITU-R BT.601
    return mix(rgb, (0, 0, 0), _DEEPER) if brightness > _LIGHT else rgb
