"""Words as pixels: the font, how wide words are, and how they are made to fit.

Inter (SIL Open Font License) holds Latin, Cyrillic and Greek. What it lacks, emoji and other
scripts, is left out of the picture: the caption has it. The layout engine is FreeType's own: the
other one depends on a library of the machine, and so would the picture.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib.resources import as_file, files
from io import BytesIO

from PIL import ImageFont

SCALE = 2  # everything is drawn twice as large and then halved: smooth edges
REGULAR, MEDIUM, BOLD = 450, 560, 700
SMALLEST = 28  # px; on a phone about as tall as the text of a chat's time
CAP_HEIGHT = 0.727  # of the font size; Inter's own
ELLIPSIS = "…"
_LACKING = "\U0010ffff"  # no character, in no font
_OPTICAL = (14.0, 32.0)  # the range of Inter's optical sizes


@lru_cache(maxsize=1)
def _data() -> bytes:
    with as_file(files("fontpkg_inter") / "files" / "Inter[opsz,wght].ttf") as path:
        return path.read_bytes()


@lru_cache(maxsize=64)
def face(size: float, weight: int = REGULAR) -> ImageFont.FreeTypeFont:
    """The font for text that is `size` px tall on the finished picture."""
    font = ImageFont.truetype(BytesIO(_data()), size * SCALE, layout_engine=ImageFont.Layout.BASIC)
    font.set_variation_by_axes([min(max(size, _OPTICAL[0]), _OPTICAL[1]), weight])
    return font


def width_of(text: str, size: float, weight: int = REGULAR) -> float:
    """Its width in px on the finished picture."""
    return face(size, weight).getlength(text) / SCALE


@lru_cache(maxsize=4096)
def is_drawable(character: str) -> bool:
    """Whether the font has it; controls and invisible marks count as lacking."""
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}:
        return False
    drawn, lacking = face(SMALLEST).getmask(character), face(SMALLEST).getmask(_LACKING)
    return drawn.size != lacking.size or bytes(drawn) != bytes(lacking)


def drawable(text: str) -> str:
    """What of `text` can be drawn, on one line, single spaces between its words."""
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    kept = "".join(character for character in spaced if is_drawable(character))
    return " ".join(kept.split())


def fit(text: str, size: float, weight: int, width: float) -> str:
    """What of `text` can be drawn within `width` px, with "…" where it was cut."""
    sound = drawable(text)
    if width_of(sound, size, weight) <= width:
        return sound
    low, high = 0, len(sound)
    while low < high:
        middle = (low + high + 1) // 2
        if width_of(_cut(sound, middle), size, weight) <= width:
            low = middle
        else:
            high = middle - 1
    return _cut(sound, low) if low else ""


def size_for(text: str, sizes: tuple[int, ...], weight: int, width: float) -> int:
    """The first of `sizes`, largest first, in which all of `text` fits; else the last one."""
    sound = drawable(text)
    fitting = (size for size in sizes if width_of(sound, size, weight) <= width)
    return next(fitting, sizes[-1])


def _cut(text: str, length: int) -> str:
    return text[:length].rstrip(" ,.;:–-") + ELLIPSIS


def wrap(text: str, size: float, weight: int, width: float, lines: int) -> tuple[str, ...]:
    """`text` in at most `lines` lines of `width` px, broken between words where there are such.

    The last line is cut with "…"; nothing that can be drawn gives no line.
    """
    rest = drawable(text)
    made: list[str] = []
    while rest and len(made) < lines - 1:
        head = _head(rest, size, weight, width)
        made.append(head)
        rest = rest[len(head) :].lstrip()
    if rest:
        made.append(fit(rest, size, weight, width))
    return tuple(made)


def _head(text: str, size: float, weight: int, width: float) -> str:
    """As many whole words as fit, of a longer word as many letters, at least one."""
    words = text.split(" ")
    for count in range(len(words), 0, -1):
        head = " ".join(words[:count])
        if width_of(head, size, weight) <= width:
            return head
    length = len(words[0]) - 1
    while length > 1 and width_of(words[0][:length], size, weight) > width:
        length -= 1
    return words[0][: max(length, 1)]
