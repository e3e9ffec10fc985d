"""The parameters of one call, read as tolerantly as Telegram reads them.

A form post carries everything as text: numbers, `true`, and JSON for whatever is nested.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from bot.playground.world.files import UploadedFile
from bot.playground.world.refusals import bad_request


def integer_of(value: Any, default: int = 0) -> int:
    """The leading digits of a number or a text, like TDLib's to_integer; `default` when empty."""
    text = "" if value is None else str(value).strip()
    if not text:
        return default
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    number = re.match(r"[0-9]{1,19}", digits)
    return sign * int(number[0]) if number else 0


class Parameters:
    """Named values of a call and the files that came with it."""

    def __init__(self, values: Mapping[str, Any], files: Mapping[str, UploadedFile]) -> None:
        self._values = {name: value for name, value in values.items() if value is not None}
        self.files = files

    def __contains__(self, name: str) -> bool:
        return name in self._values

    def raw(self, name: str) -> Any:
        """The value as it came; None when it is missing."""
        return self._values.get(name)

    def text(self, name: str) -> str:
        """The value as text; empty when it is missing."""
        value = self._values.get(name, "")
        if isinstance(value, str):
            return value
        return json.dumps(value) if isinstance(value, (dict, list, bool)) else str(value)

    def integer(self, name: str, default: int = 0) -> int:
        """The value as a number; `default` when it is missing."""
        return integer_of(self.text(name), default)

    def flag(self, name: str) -> bool:
        """`true`, `yes` and `1` in any case are true."""
        return self.text(name).strip().lower() in ("true", "yes", "1")

    def json(self, name: str) -> Any:
        """A nested value, decoded where it came as text; None when it is missing or empty.

        Raises Refusal for text that is not JSON.
        """
        value = self._values.get(name)
        if not isinstance(value, str):
            return value
        if not value.strip():
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise bad_request(f"can't parse {name.replace('_', ' ')} JSON object") from None
