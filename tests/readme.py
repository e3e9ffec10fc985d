"""The README's table of commands, made from the routes; `make docs` writes it."""

from __future__ import annotations

import re
from pathlib import Path

from bot.routes import COMMANDS, offered
from bot.texts import words_for

README = Path(__file__).parents[1] / "README.md"
BEGIN = "<!-- `make docs` writes this table from bot/routes.py -->"
END = "<!-- end of the table -->"


def command_table() -> str:
    """Each command of the routes with the English words of Telegram's menu, as Markdown."""
    rows = [f"| `/{name}` | {_description(name)} |" for name in COMMANDS]
    return "\n".join([BEGIN, "| command | does |", "|---|---|", *rows, END])


def with_table(page: str) -> str:
    """The page with the table as it should be. Raises ValueError if it has no place for one."""
    table = command_table()
    pattern = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    written, places = pattern.subn(lambda _: table, page)
    if places != 1:
        raise ValueError(f"the README has {places} places for the table of commands")
    return written


def _description(name: str) -> str:
    words = words_for("en").plain(f"command-{name}")
    return f"{words} ({where})" if (where := _restriction(name)) else words


def _restriction(name: str) -> str:
    match name in offered(private=True), name in offered(private=False):
        case True, True:
            return ""
        case True, False:
            return "private chats only"
        case False, True:
            return "groups only"
    return "operators only"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text(encoding="utf-8")), encoding="utf-8")
