"""How pictures and colours look: the text in them, pixels, colour-blind eyes.

The matrices are those of Machado, Oliveira and Fernandes ("A Physiologically-based Model for
Simulation of Color Vision Deficiency", 2009) for full protanopia and deuteranopia, on linear RGB;
distances are CIE76, in CIELAB under D65.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from bot.pictures.canvas import Canvas
from bot.pictures.lettering import CAP_HEIGHT, REGULAR, SMALLEST, width_of
from bot.pictures.palette import Rgb

Matrix = tuple[tuple[float, float, float], ...]
EYES: dict[str, Matrix] = {
    "all colours": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}
_XYZ: Matrix = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
_WHITE = (0.95047, 1.0, 1.08883)


def distance(one: Rgb, other: Rgb, eyes: str) -> float:
    """CIE76 between two colours as these eyes see them; about 2.3 is just noticeable."""
    return math.dist(_lab(one, EYES[eyes]), _lab(other, EYES[eyes]))


def contrast(one: Rgb, other: Rgb) -> float:
    """The ratio of WCAG 2, 1..21."""
    lights = sorted(_times(_XYZ, [_linear(value) for value in rgb])[1] for rgb in (one, other))
    return (lights[1] + 0.05) / (lights[0] + 0.05)


def lightness(rgb: Rgb) -> float:
    """L* of CIELAB, 0..100."""
    return _lab(rgb, EYES["all colours"])[0]


def _lab(rgb: Rgb, eyes: Matrix) -> tuple[float, float, float]:
    seen = [min(max(value, 0.0), 1.0) for value in _times(eyes, [_linear(v) for v in rgb])]
    x, y, z = (_root(v / white) for v, white in zip(_times(_XYZ, seen), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _times(matrix: Matrix, vector: list[float]) -> list[float]:
    return [sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix]


def _linear(value: int) -> float:
    share = value / 255
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _root(value: float) -> float:
    return math.cbrt(value) if value > 0.008856 else 7.787 * value + 16 / 116


def opened(png: bytes) -> Image.Image:
    """The picture; all chunks of the file are checked."""
    with Image.open(BytesIO(png)) as file:
        assert file.format == "PNG"
        file.verify()
    image = Image.open(BytesIO(png))
    image.load()
    return image


@dataclass(frozen=True)
class Put:
    """Words on the picture and the box that they take, in px."""

    words: str
    size: float
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Put) -> bool:
        beside = self.right <= other.left or other.right <= self.left
        return not beside and self.top < other.bottom and other.top < self.bottom


def watch_text(monkeypatch: pytest.MonkeyPatch) -> list[Put]:
    """The text that is drawn from now on; its box includes capitals and descenders."""
    put: list[Put] = []
    write = Canvas.text

    def noted(canvas: Canvas, x: float, y: float, words: str, **how: Any) -> None:
        write(canvas, x, y, words, **how)
        size = how.get("size", SMALLEST)
        width = width_of(words, size, how.get("weight", REGULAR))
        left = x - {"left": 0, "middle": width / 2, "right": width}[how.get("anchor", "left")]
        half = CAP_HEIGHT * size / 2
        if words:
            put.append(Put(words, size, left, y - half, left + width, y + half))

    monkeypatch.setattr(Canvas, "text", noted)
    return put
