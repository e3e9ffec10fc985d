"""Archives (zip): what is in them, unpacked in memory and within bounds.

Names in an archive are only looked at. Nothing is ever written anywhere.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from storage.transfer.formats.values import Reason, Unreadable

MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
MOST_MEMBERS = 2_000
LARGEST_UNPACKED = 20 * 1024 * 1024  # bytes of all members that are read
TAKEN = (".csv", ".json", ".ics", ".txt", ".md", ".db")
METHODS = {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}  # others take memory as the archive says
ENCRYPTED = 0x1
# what the library raises of a damaged file: whatever came in its way
DAMAGED = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, OverflowError),
    *(RuntimeError, LookupError),  # NotImplementedError, KeyError and IndexError are of these
)


def is_archive(content: bytes) -> bool:
    """Whether a file is a zip archive."""
    return content.startswith(MAGIC)


def members(content: bytes) -> dict[str, bytes]:
    """The contents of the files in an archive that may hold tasks, by their names in it.

    Raises Unreadable for one that is too large, packed in another way, encrypted or broken.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return _read(archive)
    except DAMAGED:
        raise Unreadable(Reason.PACKED) from None


def _read(archive: zipfile.ZipFile) -> dict[str, bytes]:
    listed = archive.infolist()
    if len(listed) > MOST_MEMBERS:
        raise Unreadable(Reason.PACKED)
    found: dict[str, bytes] = {}
    left = LARGEST_UNPACKED
    for member in listed:
        if member.is_dir() or not member.filename.lower().endswith(TAKEN):
            continue
        if member.flag_bits & ENCRYPTED or member.compress_type not in METHODS:
            raise Unreadable(Reason.PACKED)
        with archive.open(member) as packed:
            unpacked = packed.read(left + 1)
        left -= len(unpacked)
        if left < 0:
            raise Unreadable(Reason.PACKED)
        found.setdefault(member.filename, unpacked)
    return found
