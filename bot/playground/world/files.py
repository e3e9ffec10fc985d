"""Files: as somebody uploads them, and as Telegram keeps them."""

import mimetypes
from dataclasses import dataclass

from bot.playground.world.accounts import Json


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
    """A file that Telegram keeps: `path` is its place below `/file/bot<token>/`."""

    id: str
    unique_id: str
    path: str
    name: str
    mime: str
    content: bytes
    size: tuple[int, int] | None = None  # width and height in pixels, of pictures

    def json(self) -> Json:
        """The fields that all file objects of the Bot API have."""
        return {
            "file_id": self.id,
            "file_unique_id": self.unique_id,
            "file_size": len(self.content),
        }
