"""Files that people and the bot sent: kept in memory, found again by their file_id."""

import base64
from pathlib import PurePosixPath

from bot.playground.world.accounts import Json
from bot.playground.world.files import StoredFile, UploadedFile
from bot.playground.world.images import picture_size
from bot.playground.world.refusals import Refusal, bad_request
from bot.playground.world.state import World

MAX_UPLOAD = 50 * 1024 * 1024  # bytes that a bot may send
MAX_PHOTO = 10 * 1024 * 1024  # bytes
_THUMBNAIL = 320  # pixels of the longer side


def store(
    world: World, upload: UploadedFile, *, folder: str, size: tuple[int, int] | None = None
) -> StoredFile:
    """Keep a file under a new file_id. Raises Refusal (413) above 50 MB."""
    if len(upload.content) > MAX_UPLOAD:
        raise Refusal(413, "Request Entity Too Large")
    number = world.new_file_number()
    name = PurePosixPath(upload.name).name or "file"
    file = StoredFile(
        id=_opaque(f"{folder}/{number}/{world.bot.user.id}"),
        unique_id=_opaque(f"{folder[:1]}{number}"),
        path=f"{folder}/file_{number}{PurePosixPath(name).suffix}",
        name=name,
        mime=upload.type,
        content=upload.content,
        size=size,
    )
    world.files[file.id] = file
    return file


def _opaque(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def store_photo(world: World, upload: UploadedFile) -> list[Json]:
    """Keep a picture; its PhotoSizes, smallest first (the stand-in does not scale the pixels).

    Raises Refusal for content that is not a picture.
    """
    size = picture_size(upload.content)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    if sum(size) > 10_000 or max(size) > 20 * min(size) or len(upload.content) > MAX_PHOTO:
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    scale = _THUMBNAIL / max(size)
    small = (max(1, round(size[0] * scale)), max(1, round(size[1] * scale)))
    sizes = [small, size] if scale < 1 else [size]
    kept = [store(world, upload, folder="photos", size=one) for one in sizes]
    return [photo_size(file) for file in kept]


def photo_size(file: StoredFile) -> Json:
    """The PhotoSize of a stored picture."""
    width, height = file.size or (0, 0)
    return {**file.json(), "width": width, "height": height}


def document(file: StoredFile) -> Json:
    """The Document of a stored file."""
    return {**file.json(), "file_name": file.name, "mime_type": file.mime}
