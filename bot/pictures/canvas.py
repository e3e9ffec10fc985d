"""What shapes are drawn on: twice as large as the finished picture, then halved."""

from __future__ import annotations

import math
from io import BytesIO
from typing import TYPE_CHECKING, Literal, TypeAlias

from PIL import Image, ImageDraw

from bot.pictures.lettering import CAP_HEIGHT, REGULAR, SCALE, SMALLEST, face
from bot.pictures.palette import GROUND, INK, Rgb

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 1080  # px of every picture

Point: TypeAlias = tuple[float, float]
Anchor: TypeAlias = Literal["left", "middle", "right"]
_ANCHORS: dict[Anchor, str] = {"left": "ls", "middle": "ms", "right": "rs"}


class Canvas:
    """An unfinished picture. All lengths are px of the finished one."""

    def __init__(self, height: float) -> None:
        self.height = math.ceil(height)
        self._image = Image.new("RGB", (WIDTH * SCALE, self.height * SCALE), GROUND)
        self._draw = ImageDraw.Draw(self._image)

    def png(self) -> bytes:
        """The finished picture; the same drawing gives the same bytes."""
        file = BytesIO()
        # a third faster than the default and a sixth larger; Telegram turns it into a JPEG anyway
        self._image.reduce(SCALE).save(file, "PNG", compress_level=1)
        return file.getvalue()

    def box(
        self, left: float, top: float, width: float, height: float, *, radius: float, fill: Rgb
    ) -> None:
        """A filled box with round corners; nothing if it has no size."""
        right, bottom = _px(left + width) - 1, _px(top + height) - 1
        if right < _px(left) or bottom < _px(top):
            return
        corners = (_px(left), _px(top), right, bottom)
        self._draw.rounded_rectangle(corners, radius=_px(radius), fill=fill)

    def frame(
        self,
        left: float,
        top: float,
        width: float,
        height: float,
        *,
        radius: float,
        fill: Rgb,
        edge: Rgb,
        thickness: float,
    ) -> None:
        """A box with an edge, which is drawn inside the box."""
        self.box(left, top, width, height, radius=radius, fill=edge)
        inner = max(radius - thickness, 0)
        left, top = left + thickness, top + thickness
        width, height = width - 2 * thickness, height - 2 * thickness
        self.box(left, top, width, height, radius=inner, fill=fill)

    def line(self, points: Sequence[Point], *, thickness: float, fill: Rgb) -> None:
        """A line through the points, with round joints and ends."""
        path = [(x * SCALE, y * SCALE) for x, y in points]
        self._draw.line(path, fill=fill, width=_px(thickness), joint="curve")
        for x, y in (points[0], points[-1]):
            self.dot(x, y, thickness / 2, fill=fill)

    def area(self, points: Sequence[Point], *, fill: Rgb) -> None:
        """The filled area that the points enclose."""
        self._draw.polygon([(x * SCALE, y * SCALE) for x, y in points], fill=fill)

    def dot(self, x: float, y: float, radius: float, *, fill: Rgb) -> None:
        """A disc around (x, y)."""
        around = (x - radius, y - radius, x + radius, y + radius)
        self._draw.ellipse([value * SCALE for value in around], fill=fill)

    def ring(
        self,
        x: float,
        y: float,
        radius: float,
        *,
        share: float,
        thickness: float,
        fill: Rgb,
        track: Rgb,
    ) -> None:
        """A ring around (x, y), filled clockwise from the top up to `share` 0..1."""
        box = [value * SCALE for value in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.arc(box, 0, 360, fill=track, width=_px(thickness))
        share = min(max(share, 0.0), 1.0)
        if not share:
            return
        self._draw.arc(box, -90, -90 + 360 * share, fill=fill, width=_px(thickness))
        middle = radius - thickness / 2
        for turn in (0.0, share):
            angle = math.tau * turn - math.pi / 2
            end = (x + middle * math.cos(angle), y + middle * math.sin(angle))
            self.dot(*end, thickness / 2, fill=fill)

    def text(
        self,
        x: float,
        y: float,
        words: str,
        *,
        size: float = SMALLEST,
        weight: int = REGULAR,
        fill: Rgb = INK,
        anchor: Anchor = "left",
    ) -> None:
        """Words whose capital letters are centred on `y`; the font has to have all of them."""
        baseline = y + CAP_HEIGHT * size / 2
        place = (x * SCALE, baseline * SCALE)
        self._draw.text(place, words, font=face(size, weight), fill=fill, anchor=_ANCHORS[anchor])


def _px(length: float) -> int:
    """The px of the large picture, rounded."""
    return round(length * SCALE)
