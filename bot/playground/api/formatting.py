"""The text of a call, read in its parse mode or with the entities that came along."""

from typing import Any

from bot.playground.api.parameters import Parameters, integer_of
from bot.playground.world import World
from bot.playground.world.html import UnparsableError, parse_html
from bot.playground.world.refusals import bad_request
from bot.playground.world.text import (
    Entity,
    Formatted,
    arranged,
    clean,
    completed,
    is_empty,
    trimmed,
    utf16_length,
)


def formatted(
    world: World, parameters: Parameters, field: str, *, entities_field: str = "entities"
) -> Formatted:
    """The text of `field` read in its parse mode, with the entities that Telegram adds by itself.

    Raises Refusal for markup that does not parse and for parse modes other than HTML.
    """
    source = clean(parameters.text(field))
    mode = parameters.text("parse_mode").lower()
    marks = parameters.json(entities_field)
    if mode == "html":
        try:
            read = parse_html(source, find_user=world.find_user)
        except UnparsableError as complaint:
            raise bad_request(f"can't parse entities: {complaint}") from None
    elif mode in ("", "none"):
        read = Formatted(source, arranged(_given(world, marks, source)))
    else:
        raise bad_request("unsupported parse_mode")
    read = trimmed(read)
    return Formatted("") if is_empty(read.text) else completed(read)


def _given(world: World, marks: Any, text: str) -> list[Entity]:
    """The entities of a call, checked; those outside the text are dropped."""
    if not isinstance(marks, list):
        if not marks:
            return []
        raise bad_request("expected an Array of MessageEntity")
    end = utf16_length(text)
    kept = [_known_mark(world, _checked_mark(mark)) for mark in marks]
    return [
        mark
        for mark in kept
        if mark is not None and 0 <= mark["offset"] < mark["offset"] + mark["length"] <= end
    ]


def _checked_mark(mark: Any) -> Entity:
    wrong = "can't parse MessageEntity"
    if not isinstance(mark, dict):
        raise bad_request(f"{wrong}: expected an Object")
    if not isinstance(mark.get("type"), str):
        raise bad_request(f'{wrong}: Field "type" must be of type String')
    for field in ("offset", "length"):
        if not isinstance(mark.get(field), int):
            raise bad_request(f'{wrong}: Field "{field}" must be of type Number')
    return dict(mark)


def _known_mark(world: World, mark: Entity) -> Entity | None:
    """The entity as Telegram keeps it; None for the types that it finds by itself.

    A text_mention gets the User of the person, and is dropped when the bot has not met them.
    """
    if mark["type"] in ("mention", "hashtag", "url", "email", "bot_command"):
        return None
    if mark["type"] != "text_mention":
        return mark
    person = mark.get("user")
    user = world.find_user(integer_of(person.get("id"))) if isinstance(person, dict) else None
    return None if user is None else {**mark, "user": user}
