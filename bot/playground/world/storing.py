"""Files that people and the bot sent: kept in memory, found again by their file_id."""

import base64
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from bot.playground.world.accounts import Json
from bot.playground.world.files import NUMBERS, StoredFile, UploadedFile
from bot.playground.world.images import picture_size
from bot.playground.world.refusals import Refusal, bad_request
from bot.playground.world.state import World

MAX_UPLOAD = 50 * 1024 * 1024  # bytes that a bot may send
MAX_PHOTO = 10 * 1024 * 1024  # bytes
_THUMBNAIL = 320  # pixels of the longer side


def stored(
    world: World, upload: UploadedFile, kind: str, told: Mapping[str, int | str]
) -> tuple[StoredFile, ...]:
    """Keep a file that is sent as one of FILE_KINDS: of a photo each of its sizes. `told` is what
    whoever uploads it says of it.

    Raises Refusal for an empty file, and for a photo that is not a picture.
    """
    if kind == "photo":
        return _store_photo(world, upload)
    if not upload.content:
        raise bad_request("file must be non-empty")
    return (_store(world, upload, kind, {**dict.fromkeys(NUMBERS, 0), **told}),)


def content_with(files: Sequence[StoredFile]) -> Json:
    """The fields of a Message with this file, or with a photo in these sizes.

    An animation is a document, too, for bots that know no animations.
    """
    file = files[-1]
    if file.kind == "photo":
        return {"photo": [one.json() for one in files]}
    if file.kind == "animation":
        return {"animation": file.json(), "document": replace(file, kind="document").json()}
    return {file.kind: file.json()}


def _store(
    world: World, upload: UploadedFile, kind: str, facts: Mapping[str, int | str]
) -> StoredFile:
    """Keep a file under a new file_id. Raises Refusal (413) above 50 MB."""
    if len(upload.content) > MAX_UPLOAD:
        raise Refusal(413, "Request Entity Too Large")
    number, folder = world.new_file_number(), f"{kind}s"
    name = PurePosixPath(upload.name).name or "file"
    file = StoredFile(
        id=_opaque(f"{folder}/{number}/{world.bot.user.id}"),
        unique_id=_opaque(f"{folder[:1]}{number}"),
        path=f"{folder}/file_{number}{PurePosixPath(name).suffix}",
        name=name,
        mime=upload.type,
        content=upload.content,
        kind=kind,
        facts=facts,
    )
    world.files[file.id] = file
    return file


def _opaque(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _store_photo(world: World, upload: UploadedFile) -> tuple[StoredFile, ...]:
    """Keep a picture in its sizes, smallest first (the stand-in does not scale the pixels).

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
    return tuple(
        _store(world, upload, "photo", {"width": width, "height": height})
        for width, height in sizes
    )
