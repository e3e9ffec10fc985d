"""The colours: eight that colour-blind people can tell apart, with shades from pale to dark."""

from __future__ import annotations

from itertools import combinations, pairwise

import pytest

from bot.pictures import PALETTE
from bot.pictures.leaderboard import FALL, MEDALS, RISE
from bot.pictures.palette import CARD, FAINT, INK, SIGN, SOFT, STEPS, shade, step, tone
from tests.support.pictures.eyes import EYES, contrast, distance, lightness

APART = 20.0  # CIE76; about ten times what is just noticeable


@pytest.mark.parametrize("eyes", EYES)
def test_every_two_tones_differ(eyes: str) -> None:
    close = {
        (one.name, other.name): round(between, 1)
        for one, other in combinations(PALETTE, 2)
        if (between := distance(one.rgb, other.rgb, eyes)) < APART
    }
    assert close == {}


def test_the_tones_have_squares_for_buttons() -> None:
    assert [one.emoji for one in PALETTE] == list("🟦🟧🟩🟥🟪🟨🟫⬜")
    assert len({one.name for one in PALETTE}) == len(PALETTE) == 8


@pytest.mark.parametrize("colour", range(8))
@pytest.mark.parametrize("eyes", EYES)
def test_shades_get_darker_and_differ(colour: int, eyes: str) -> None:
    shades = [shade(colour, number) for number in range(1, STEPS + 1)]
    assert shades[-1] == tone(colour) or PALETTE[colour].name == "yellow"
    assert all(lightness(a) > lightness(b) + 2 for a, b in pairwise(shades))
    assert all(distance(a, b, eyes) > 5 for a, b in pairwise(shades))
    assert all(distance(one, FAINT, eyes) > 5 for one in shades)


def test_only_all_of_it_has_the_last_shade() -> None:
    assert [step(share) for share in (0.01, 0.25, 0.5, 0.75, 0.999, 1.0, 3.0)] == [
        1, 2, 3, 4, 4, 5, 5,
    ]  # fmt: skip


def test_an_unknown_colour_wraps_around() -> None:
    assert tone(8) == tone(0)
    assert tone(-1) == tone(7)


def test_words_are_readable() -> None:
    """WCAG 2: 4.5 to 1 for text, 3 to 1 for large text; signs in cells are told apart by shape."""
    assert min(contrast(words, CARD) for words in (INK, SOFT, RISE, FALL)) >= 4.5
    assert min(contrast(INK, medal) for medal in MEDALS) >= 4.5
    assert contrast(SOFT, FAINT) >= 4.5
    assert contrast(SIGN, FAINT) >= 2.5
