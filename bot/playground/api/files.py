"""The files that a call sends, with their captions, and getFile."""

from bot.playground.api.formatting import formatted
from bot.playground.api.parameters import Parameters
from bot.playground.world import Json, StoredFile, UploadedFile, World
from bot.playground.world.files import NUMBERS, WITH_CAPTION, WORDS
from bot.playground.world.posting import caption_content
from bot.playground.world.refusals import bad_request
from bot.playground.world.storing import content_with, stored
from bot.playground.world.text import MAX_CAPTION, utf16_length

MAX_DOWNLOAD = 20 * 1024 * 1024  # bytes that a bot may fetch


def media_content(world: World, parameters: Parameters, kind: str) -> Json:
    """The file that a call uploads as this kind or names by its file_id, with its caption.

    A known file stays what it is, whichever method sends it; only photos and all others are not
    taken for each other.
    """
    chosen = chosen_file(world, parameters, kind)
    if isinstance(chosen, UploadedFile):
        content = content_with(stored(world, chosen, kind, _told(parameters)))
    elif (chosen.kind == "photo") == (kind == "photo"):
        content = content_with((chosen,))
    else:
        raise bad_request(f"can't use file of type {_type(chosen.kind)} as {_type(kind)}")
    is_captioned = any(one in content for one in WITH_CAPTION)
    return {**content, **caption(world, parameters)} if is_captioned else content


def _told(parameters: Parameters) -> dict[str, int | str]:
    words = {name: parameters.text(name) for name in WORDS if parameters.text(name)}
    return {**{name: parameters.integer(name) for name in NUMBERS}, **words}


def _type(kind: str) -> str:
    """TDLib's name of a kind of file."""
    return {"voice": "VoiceNote", "video_note": "VideoNote"}.get(kind, kind.capitalize())


def caption(world: World, parameters: Parameters) -> Json:
    """The caption of a file. Raises Refusal above 1024 UTF-16 code units."""
    text = formatted(world, parameters, "caption", entities_field="caption_entities")
    if utf16_length(text.text) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    return caption_content(text)


def chosen_file(world: World, parameters: Parameters, field: str) -> UploadedFile | StoredFile:
    """The file that a call sends as `field`: an upload, `attach://` another upload, or a file_id.

    Raises Refusal when there is no such file.
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
    return {**file.base(), "file_path": file.path}
