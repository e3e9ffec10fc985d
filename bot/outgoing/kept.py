"""Answers as JSON, so that one that did not leave can be sent by another process.

Pictures are not kept: what is drawn from a session's objects cannot be drawn again from words. An
answer whose process was killed comes without its picture, with all that it says. An export is
written again from the store.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from markupsafe import Markup

from bot.replies import (
    Address,
    Ask,
    Button,
    Edit,
    Export,
    File,
    Kept,
    Keyboard,
    Leaving,
    LocationButton,
    NoLocationButton,
    Picture,
    React,
    Say,
    Shown,
)

if TYPE_CHECKING:
    from collections.abc import Mapping


def is_kept(reply: Leaving | None) -> bool:
    """Whether silence in its place would leave a person without an answer.

    A notice cannot come late: Telegram forgets a press within seconds. Buttons alone say nothing.
    What is `unkept` says by itself what is to be done if it does not come.
    """
    if isinstance(reply, React):
        return True
    if isinstance(reply, Say | Edit) and reply.unkept:
        return False
    return isinstance(reply, Say | Edit | Ask) and bool(reply.text.strip() or _file_of(reply))


def to_facts(reply: Kept, address: Address) -> dict[str, Any]:
    """The answer and where it goes, without the chat, which may get another id."""
    where: dict[str, Any] = {
        "topic": address.topic,
        "reply_to": address.reply_to,
        "pressed": address.pressed,
        "inline": address.inline,
        "guest": address.guest,
    }
    if isinstance(reply, React):
        return {**_filled(where), "react": reply.emoji, "reply": _facts(reply.instead)}
    return {**_filled(where), "reply": _facts(reply)}


def from_facts(facts: Mapping[str, Any], *, chat_id: int) -> tuple[Kept, Address]:
    """The inverse of `to_facts`; `chat_id` is Telegram's."""
    address = Address(
        chat_id,
        topic=facts.get("topic", 0),
        reply_to=facts.get("reply_to"),
        pressed=facts.get("pressed"),
        inline=facts.get("inline", ""),
        guest=facts.get("guest", ""),
    )
    reply = _reply(facts["reply"])
    if "react" in facts and isinstance(reply, Say):
        return React(reply, facts["react"]), address
    return reply, address


def _facts(reply: Shown) -> dict[str, Any]:
    said = {"text": str(reply.text), "about": reply.about.hex if reply.about else None}
    match reply:
        case Ask():
            return _filled({"ask": [reply.placeholder], **said})
        case Edit():
            again = {"says_again": reply.says_again, "still_asks": reply.still_asks}
            return _filled({"edit": again, **said, "keyboard": _rows(reply.keyboard)})
    file = _file_of(reply)
    return _filled(
        {
            **said,
            **_keyboard_facts(reply.keyboard),
            **_file_facts(file),
            "more": [_facts(one) for one in reply.more],
            "brief": _button_facts(reply.brief) if reply.brief else None,
            "astray": str(reply.astray),
            "quotes": reply.quotes,
        }
    )


def _reply(facts: Mapping[str, Any]) -> Shown:
    text = Markup(facts.get("text", ""))  # noqa: S704  it was one before it was kept
    about = facts.get("about")
    task = UUID(about) if about else None
    if "ask" in facts:
        return Ask(text, facts["ask"][0], task)
    if "edit" in facts:
        return Edit(text, _keyboard(facts.get("keyboard", ())), task, **facts["edit"])
    more = tuple(_reply(one) for one in facts.get("more", ()))
    brief = _button(*facts["brief"]) if "brief" in facts else None
    astray = Markup(facts.get("astray", ""))  # noqa: S704  as the text
    said = Say(text, _any_keyboard(facts), _file(facts), task, more=_messages(more), astray=astray)
    return replace(said, brief=brief, quotes=facts.get("quotes", False))


def _messages(more: tuple[Shown, ...]) -> tuple[Say | Ask, ...]:
    return tuple(one for one in more if not isinstance(one, Edit))


def _file_facts(file: File | Export | None) -> dict[str, Any]:
    match file:
        case File(kind=kind, file_id=file_id, unique_id=unique_id, name=name):
            return {"file": [kind, file_id, unique_id, name]}
        case Export(chat=chat, kind=kind, name=name):
            return {"export": [chat.hex, kind, name]}
        case None:
            return {}


def _file(facts: Mapping[str, Any]) -> File | Export | None:
    if "export" in facts:
        chat, kind, name = facts["export"]
        return Export(UUID(chat), kind, name)
    return File(*facts["file"]) if "file" in facts else None


def _file_of(reply: Shown) -> File | Export | None:
    file = reply.file if isinstance(reply, Say) else None
    return None if isinstance(file, Picture) else file


def _keyboard_facts(
    keyboard: Keyboard | LocationButton | NoLocationButton,
) -> dict[str, Any]:
    match keyboard:
        case LocationButton(text):
            return {"location": text}
        case NoLocationButton():
            return {"no_location": True}
        case rows:
            return {"keyboard": _rows(rows)}


def _any_keyboard(facts: Mapping[str, Any]) -> Keyboard | LocationButton | NoLocationButton:
    if "location" in facts:
        return LocationButton(facts["location"])
    return NoLocationButton() if "no_location" in facts else _keyboard(facts.get("keyboard", ()))


def _rows(keyboard: Keyboard) -> list[list[list[str]]]:
    return [[_button_facts(button) for button in row] for row in keyboard]


def _button_facts(button: Button) -> list[str]:
    if button.query:
        return [button.text, "query", button.query]
    return [button.text, "url", button.url] if button.url else [button.text, "data", button.packed]


def _keyboard(rows: Any) -> Keyboard:
    return tuple(tuple(_button(*facts) for facts in row) for row in rows)


def _button(text: str, kind: str, carried: str) -> Button:
    if kind == "query":
        return Button(text, query=carried)
    return Button(text, url=carried) if kind == "url" else Button(text, data=carried)


def _filled(facts: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in facts.items() if value}
