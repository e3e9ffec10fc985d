"""Files: as somebody uploads them, and as Telegram keeps them."""

import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.playground.world.accounts import Json

# What a message carries a file as, by the field of the Message, and what the object there tells
# besides the fields of all files.
FILE_KINDS: Mapping[str, tuple[str, ...]] = {
    "photo": ("width", "height"),
    "document": ("file_name", "mime_type"),
    "video": ("width", "height", "duration", "file_name", "mime_type"),
    "animation": ("width", "height", "duration", "file_name", "mime_type"),
    "audio": ("duration", "performer", "title", "file_name", "mime_type"),
    "voice": ("duration", "mime_type"),
    "video_note": ("length", "duration"),
}
WITH_CAPTION = tuple(kind for kind in FILE_KINDS if kind != "video_note")
NUMBERS = ("width", "height", "length", "duration")  # 0 where nobody says it
WORDS = ("performer", "title")  # left out where nobody says it


@dataclass(frozen=True, slots=True)
class UploadedFile:
    """A file as it was uploaded; without `mime` its type is guessed from the name."""

    name: str
    content: bytes
    mime: str | None = None

    @property
    def type(self) -> str:
        return self.mime or mimetypes.guess_type(self.name)[0] or "application/octet-stream"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file that Telegram keeps: `path` is its place below `/file/bot<token>/`.

    `facts` is what its kind tells: width, height and length in pixels, duration in seconds.
    """

    id: str
    unique_id: str
    path: str
    name: str
    mime: str
    content: bytes
    kind: str = "document"
    facts: Mapping[str, Any] = field(default_factory=dict)

    def base(self) -> Json:
        """The fields that all file objects of the Bot API have."""
        return {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }

    def json(self) -> Json:
        """The object of its kind: a PhotoSize, a Document, a Video, …"""
        known = {"file_name": self.name, "mime_type": self.mime, **self.facts}
        return {
            **self.base(),
            **{name: known[name] for name in FILE_KINDS[self.kind] if name in known},
        }
