"""Cards, one below the other: each picture is such a stack."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from bot.pictures.canvas import WIDTH, Canvas
from bot.pictures.lettering import BOLD, REGULAR, fit, wrap
from bot.pictures.palette import CARD, SOFT, mix, tone

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGIN = 28  # px around the cards
PADDING = 28  # px within a card
GAP = 20  # px between cards
RADIUS = 32
LEFT = MARGIN + PADDING
RIGHT = WIDTH - LEFT
INNER = RIGHT - LEFT  # px: the width of a card's content

TITLE, TITLE_LINE = 46, 58  # px of the text; px from one line to the next
SUBTITLE, SUBTITLE_LINE = 30, 44


class Block(Protocol):
    """The content of a card. `draw` begins at `top` and takes `height` px."""

    @property
    def height(self) -> float: ...

    def draw(self, canvas: Canvas, top: float) -> None: ...


def stacked(blocks: Sequence[Block]) -> bytes:
    """A PNG of the blocks, each in a card of its own."""
    heights = [block.height + 2 * PADDING for block in blocks]
    canvas = Canvas(2 * MARGIN + sum(heights) + GAP * (len(blocks) - 1))
    top: float = MARGIN
    for block, height in zip(blocks, heights, strict=True):
        canvas.box(MARGIN, top, WIDTH - 2 * MARGIN, height, radius=RADIUS, fill=CARD)
        block.draw(canvas, top + PADDING)
        top += height + GAP
    return canvas.png()


class Heading:
    """A title of up to two lines and a subtitle of one, `width` px wide.

    Instead of a title in a script that the font does not have, a bar in the tone of `colour` is
    drawn; the message's caption has the title.
    """

    def __init__(self, title: str, subtitle: str, *, colour: int = 0, width: float = INNER) -> None:
        self._title = wrap(title, TITLE, BOLD, width, 2)
        self._subtitle = wrap(subtitle, SUBTITLE, REGULAR, width, 1)
        self._is_lost = bool(title.strip()) and not self._title
        self._colour = colour

    @property
    def height(self) -> float:
        lines = len(self._title) or int(self._is_lost)
        return lines * TITLE_LINE + len(self._subtitle) * SUBTITLE_LINE

    def draw(self, canvas: Canvas, top: float, left: float = LEFT) -> None:
        if self._is_lost:
            draw_lost(canvas, left, top + TITLE_LINE / 2, TITLE, self._colour)
            top += TITLE_LINE
        for words in self._title:
            canvas.text(left, top + TITLE_LINE / 2, words, size=TITLE, weight=BOLD)
            top += TITLE_LINE
        for words in self._subtitle:
            canvas.text(left, top + SUBTITLE_LINE / 2, words, size=SUBTITLE, fill=SOFT)
            top += SUBTITLE_LINE


def draw_name(
    canvas: Canvas, x: float, y: float, name: str, *, size: int, width: float, colour: int
) -> None:
    """A name on one line; a bar as in a Heading when nothing of it can be drawn."""
    words = fit(name, size, BOLD, width)
    if words:
        canvas.text(x, y, words, size=size, weight=BOLD)
    else:
        draw_lost(canvas, x, y, size, colour)


def draw_lost(canvas: Canvas, x: float, y: float, size: int, colour: int) -> None:
    """A bar instead of words of `size` px that cannot be drawn."""
    height = size * 0.6
    fill = mix(CARD, tone(colour), 0.45)
    canvas.box(x, y - height / 2, size * 6, height, radius=height / 2, fill=fill)
