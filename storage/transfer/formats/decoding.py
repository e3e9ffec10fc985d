"""Bytes as text: UTF-8 and UTF-16, and the 8-bit ones of Windows where the text is plainly one."""

from __future__ import annotations

import codecs
import re

from storage.transfer.formats.values import Reason, Unreadable

# what a text never has: control characters, but for tab, line ends and page breaks
CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
FEW = 20  # characters for each control character that people's words may have
LETTERS = re.compile("[^\\W\\d_]")


def decoded(content: bytes) -> str:
    """The text of a file. Raises Unreadable for what is none."""
    for mark, encoding in MARKS:
        if content.startswith(mark):
            return _checked(_strict(content[len(mark) :], encoding))
    if (wide := _without_mark(content)) is not None:
        return _checked(wide)
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _checked(_eight_bit(content))


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        raise Unreadable(Reason.ENCODING) from None


def _without_mark(content: bytes) -> str | None:
    """UTF-16 whose mark is missing: bytes of its line ends are 0, which no other text has."""
    if 0 not in content or len(content) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = content.decode(encoding, errors="replace")
        if "\n" in text and "\ufffd" not in text and not CONTROLS.search(text):
            return text
    return None


def _eight_bit(content: bytes) -> str:
    """The code page whose letters it has: that of Cyrillic where most letters beyond ASCII would be
    Cyrillic ones within words, else that of Western Europe. Raises Unreadable."""
    high = sum(byte >= 0xC0 for byte in content)
    beyond = sum(byte >= 0x80 for byte in content)
    letters = sum(chr(byte).isalpha() for byte in content if byte < 0x80)
    encoding = "cp1251" if high > letters else "cp1252"
    if beyond > high * 2 + 8:  # signs rather than letters: no text of either
        raise Unreadable(Reason.ENCODING)
    text = _strict(content, encoding)
    if not LETTERS.search(text):
        raise Unreadable(Reason.ENCODING)
    return text


def _checked(text: str) -> str:
    """The text, unless it is none: it has a NUL, or many other control characters."""
    if "\x00" in text or len(CONTROLS.findall(text)) * FEW > len(text):
        raise Unreadable(Reason.ENCODING)
    return text.removeprefix("\ufeff")
