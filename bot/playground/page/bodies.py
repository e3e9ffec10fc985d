"""What a request carries: parameters as a query, a form or JSON, and files."""

from typing import Any

from aiohttp import BodyPartReader, web

from bot.playground.world import UploadedFile
from bot.playground.world.refusals import bad_request


async def read_parameters(request: web.Request) -> tuple[dict[str, Any], dict[str, UploadedFile]]:
    """The parameters and files of a call, from the query and any kind of body."""
    params: dict[str, Any] = dict(request.query)
    if request.content_type == "application/json":
        params |= await read_json(request)
        return params, {}
    if request.content_type == "multipart/form-data":
        fields, files = await read_multipart(request)
        return params | fields, files
    params |= {name: str(value) for name, value in (await request.post()).items()}
    return params, {}


async def read_json(request: web.Request) -> dict[str, Any]:
    """A body that is a JSON object. Raises Refusal for any other."""
    try:
        params = await request.json()
    except ValueError:
        raise bad_request("can't parse JSON-encoded parameters") from None
    if not isinstance(params, dict):
        raise bad_request("can't parse JSON-encoded parameters")
    return params


async def read_multipart(
    request: web.Request,
) -> tuple[dict[str, Any], dict[str, UploadedFile]]:
    """The text fields and the files of a multipart form."""
    fields: dict[str, Any] = {}
    files: dict[str, UploadedFile] = {}
    async for part in await request.multipart():
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = await part.read(decode=True)
        if part.filename is None:
            fields[part.name] = content.decode("utf-8", "replace")
        else:
            mime = part.headers.get("Content-Type")
            files[part.name] = UploadedFile(part.filename, bytes(content), mime)
    return fields, files
