"""What names a person in what others share, and the same without it: pure functions of values.

A person is named by keys in hexadecimal digits (theirs and that of their private chat), by their
@username and, below what was made of a message of theirs, by their name.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SIGNATURE = "— "  # before the name of whoever wrote the message that a task was made of
ASSIGNEES, NOTES, SAID, ROTATION = "assignees", "notes", "said", "rotation"


@dataclass(frozen=True, slots=True)
class Traces:
    """By what somebody is named: `keys` in hexadecimal digits, the @username without the @ ("" for
    none), the name, Telegram's id."""

    keys: frozenset[str]
    username: str
    name: str
    telegram_id: int

    @property
    def at_name(self) -> str:
        """The @username in lower case; "" for none."""
        return f"@{self.username.lower()}" if self.username else ""

    def is_named_in(self, value: Any) -> bool:
        """Whether JSON has any of it."""
        text = json.dumps(value, ensure_ascii=False).lower()
        words = {*self.keys, self.at_name, str(self.telegram_id), self.name.lower()} - {""}
        return any(word in text for word in words)

    def is_told_in(self, said: Mapping[str, Any]) -> bool:
        """Whether the line that a task was written as mentions them."""
        own = _letters(self.name)
        people = (_letters(one) for one in said.get("people", ()))
        mentions = re.findall(r"@\w+", str(said.get("text", "")).lower())
        return self.at_name in mentions or any(
            one and own and (one in own or own in one) for one in people
        )


def without(facts: Any, who: Traces) -> Any:
    """JSON of a row or of its history that names somebody no more."""
    match facts:
        case str():
            return None if facts in who.keys else facts
        case list():
            return [without(one, who) for one in facts if one not in who.keys]
        case dict():
            return {key: _fact(key, one, who) for key, one in facts.items() if key not in who.keys}
        case _:
            return facts


def _fact(name: str, value: Any, who: Traces) -> Any:
    match name, value:
        case ("assignees", list()):
            return without([one for one in value if one.lower() != who.at_name], who)
        case ("notes", str()):
            return unsigned(value, who.name)
        case ("said", dict()):
            return None if who.is_told_in(value) else value
        case ("rotation", dict()):
            return rotation_without(value, who)
        case _:
            return without(value, who)


def rotation_without(rotation: Mapping[str, Any], who: Traces) -> dict[str, Any] | None:
    """The order of those who take turns; None when nobody is left."""
    order = without(rotation.get("order", []), who)
    return {"order": order, "turn": without(rotation.get("turn"), who)} if order else None


def awaited_without(names: Iterable[str], who: Traces) -> list[str] | None:
    """The @usernames that are waited for, without the @; None for nobody."""
    return [name for name in names if name.lower() != who.username.lower()] or None


def unsigned(notes: str, name: str) -> str:
    """Notes without the name below a message that a task was made of."""
    lines = [line for line in notes.splitlines() if line.strip() != f"{SIGNATURE}{name}"]
    return "\n".join(lines) if len(lines) < len(notes.splitlines()) else notes


def is_of_their_habit(facts: Mapping[str, Any], who: Traces) -> bool:
    """Whether a change is of what somebody did of a habit, or how they take part in it."""
    kept = (facts.get(name) or {} for name in ("entry", "member"))
    return any(isinstance(one, dict) and one.get("user") in who.keys for one in kept)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.lower())
