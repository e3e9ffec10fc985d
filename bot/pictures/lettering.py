"""The font: which characters it has, how wide words are, and how they are cut and wrapped to fit.

Inter (SIL Open Font License) has Latin, Cyrillic and Greek. Emoji and other scripts are left out of
the picture; the message's caption has them. Pillow's basic layout is used, because the other one
depends on a library of the machine, and then the picture would, too.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from importlib.resources import as_file, files
from io import BytesIO

from PIL import ImageFont

SCALE = 2  # drawn twice as large and then halved, for smooth edges
REGULAR, MEDIUM, BOLD = 450, 560, 700
SMALLEST = 28  # px; on a phone about as tall as the time below a message
CAP_HEIGHT = 0.727  # of the font size; Inter's own
ELLIPSIS = "…"
_LACKING = "\U0010ffff"  # not a character, so that no font has it
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
    """The width of the text in px of the finished picture."""
    return face(size, weight).getlength(text) / SCALE


@lru_cache(maxsize=4096)
def is_drawable(character: str) -> bool:
    """Whether the font has the character; False for control and invisible characters."""
    if unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co", "Cn"}:
        return False
    drawn, lacking = face(SMALLEST).getmask(character), face(SMALLEST).getmask(_LACKING)
    return drawn.size != lacking.size or bytes(drawn) != bytes(lacking)


def drawable(text: str) -> str:
    """The part of `text` that can be drawn, on one line, with single spaces."""
    spaced = " ".join(unicodedata.normalize("NFC", text).split())
    kept = "".join(character for character in spaced if is_drawable(character))
    return " ".join(kept.split())


def fit(text: str, size: float, weight: int, width: float) -> str:
    """The drawable part of `text`, cut to `width` px with "…" at the end."""
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
    """The first of `sizes` in which the whole `text` fits; the last one if none does."""
    sound = drawable(text)
    fitting = (size for size in sizes if width_of(sound, size, weight) <= width)
    return next(fitting, sizes[-1])


def _cut(text: str, length: int) -> str:
    return text[:length].rstrip(" ,.;:–-") + ELLIPSIS


def wrap(text: str, size: float, weight: int, width: float, lines: int) -> tuple[str, ...]:
    """`text` in at most `lines` lines of `width` px, broken between words where possible.

    The last line is cut with "…". There is no line when nothing of the text can be drawn.
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
    """As many words as fit on a line; of a word that is too long, as many letters."""
    words = text.split(" ")
    for count in range(len(words), 0, -1):
        head = " ".join(words[:count])
        if width_of(head, size, weight) <= width:
            return head
    length = len(words[0]) - 1
    while length > 1 and width_of(words[0][:length], size, weight) > width:
        length -= 1
    return words[0][: max(length, 1)]
