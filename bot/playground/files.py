"""Files that people and the bot sent: kept in memory, found again by their file_id."""

import base64
import struct
from pathlib import PurePosixPath

from bot.playground.parameters import Parameters
from bot.playground.refusals import Refusal, bad_request
from bot.playground.world import Json, StoredFile, UploadedFile, World

MAX_UPLOAD = 50 * 1024 * 1024  # bytes that a bot may send
MAX_DOWNLOAD = 20 * 1024 * 1024  # bytes that a bot may fetch
MAX_PHOTO = 10 * 1024 * 1024
_THUMBNAIL = 320  # pixels of the longer side
_JPEG_FRAMES = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}


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

    Raises Refusal for what is no picture.
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


def chosen_file(world: World, parameters: Parameters, field: str) -> UploadedFile | StoredFile:
    """What a call wants to send as `field`: an upload, one under another name, or a file_id.

    Raises Refusal where there is none.
    """
    if field in parameters.files:
        return parameters.files[field]
    value = parameters.text(field)
    if not value:
        raise bad_request(f"there is no {field} in the request")
    if value.startswith("attach://"):
        name = value.removeprefix("attach://")
        if name not in parameters.files:
            raise bad_request(f"there is no {field} in the request")
        return parameters.files[name]
    if value in world.files:
        return world.files[value]
    if value.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    raise bad_request("wrong file identifier/HTTP URL specified")


def get_file(world: World, parameters: Parameters) -> Json:
    """getFile: where to fetch a file of at most 20 MB."""
    file_id = parameters.text("file_id")
    if not file_id:
        raise bad_request("file_id not specified")
    file = world.files.get(file_id)
    if file is None:
        raise bad_request("wrong file_id or the file is temporarily unavailable")
    if len(file.content) > MAX_DOWNLOAD:
        raise bad_request("file is too big")
    return {**file.json(), "file_path": file.path}


def picture_size(content: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a PNG, GIF, JPEG or WebP; None for anything else."""
    if content.startswith(b"\x89PNG\r\n\x1a\n") and len(content) >= 24:
        width, height = struct.unpack(">II", content[16:24])
    elif content.startswith((b"GIF87a", b"GIF89a")) and len(content) >= 10:
        width, height = struct.unpack("<HH", content[6:10])
    elif content.startswith(b"\xff\xd8"):
        width, height = _jpeg_size(content)
    elif content[:4] == b"RIFF" and content[8:16] == b"WEBPVP8X" and len(content) >= 30:
        width = 1 + int.from_bytes(content[24:27], "little")
        height = 1 + int.from_bytes(content[27:30], "little")
    else:
        return None
    return (width, height) if width and height else None


def _jpeg_size(content: bytes) -> tuple[int, int]:
    at = 2
    while at + 9 <= len(content) and content[at] == 0xFF:
        if content[at + 1] in _JPEG_FRAMES:
            height, width = struct.unpack(">HH", content[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return 0, 0
