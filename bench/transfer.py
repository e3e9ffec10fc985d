"""What 10,000 tasks cost on their way in and out: `python -m bench.transfer`.

A file of Todoist's is looked through, imported and undone, and the list is exported in each format,
on both databases, through the whole bot. Meanwhile somebody else writes /list, again and again: the
longest of their waits says how much others are held up. `--profile` prints where the time of the
import goes instead.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import pstats
from collections.abc import Awaitable
from time import perf_counter
from typing import Any

from sqlmodel import select

from bench.board import addresses
from bot.playground.world import UploadedFile
from bot.replies import Export
from storage.models import Chat
from tests.support.clocks import NOW, Time
from tests.support.conversations import Conversation
from tests.support.setup import a_setup

TASKS = 10_000
HEAD = "| of 10,000 tasks | SQLite: seconds | longest wait of others | PostgreSQL: seconds | wait |"
DATES = ("tomorrow 10am", "2026-10-05", "every monday at 9", "", "2026-11-{day:02} 15:30")


def todoist(count: int = TASKS) -> bytes:
    """A project with tasks of all kinds."""
    lines = ["TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,DATE,DATE_LANG,TIMEZONE"]
    for number in range(count):
        when = DATES[number % len(DATES)].format(day=number % 28 + 1)
        lines.append(f"task,Task {number} @home,Some notes,{number % 4 + 1},1,{when},en,")
    return "\n".join(lines).encode()


class Bystander:
    """Bob, who writes /list in his private chat and waits for the answer."""

    def __init__(self, chat: Conversation) -> None:
        self.chat = chat
        self.waits: list[float] = []
        self.ends = False
        self._numbers = iter(range(900_000_000, 999_999_999))

    async def write(self) -> None:
        """Write until it `ends`."""
        while not self.ends:
            begin = perf_counter()
            await self.chat.application.endpoint.receive(self._update())
            self.waits.append(perf_counter() - begin)
            await asyncio.sleep(0.05)

    def _update(self) -> dict[str, Any]:
        number = next(self._numbers)
        bob = self.chat.user("bob").json()
        message = {
            "message_id": number,
            "from": bob,
            "chat": {"id": bob["id"], "type": "private", "first_name": bob["first_name"]},
            "date": int(NOW.timestamp()),
            "text": "/list",
        }
        return {"update_id": number, "message": message}


async def timed(chat: Conversation, work: Awaitable[Any]) -> tuple[float, float]:
    """Seconds that something takes, and the longest wait of somebody else meanwhile."""
    bystander = Bystander(chat)
    writing = asyncio.create_task(bystander.write())
    await asyncio.sleep(0.2)
    bystander.waits.clear()
    begin = perf_counter()
    await work
    spent = perf_counter() - begin
    bystander.ends = True
    await writing
    await chat.application.endpoint.close()
    return spent, max(bystander.waits)


async def receive(chat: Conversation) -> None:
    """Let the bot do what it was sent."""
    for update in await chat.waiting():
        chat.setup.offset = update["update_id"] + 1
        await chat.application.endpoint.receive(update)


async def measured(url: str) -> dict[str, tuple[float, float]]:
    """Seconds and waits of each step on one database."""
    found: dict[str, tuple[float, float]] = {}
    async with a_setup(url, Time(NOW)) as setup:
        chat = Conversation(setup, "private")
        await chat.says("bob", "/start")
        await chat.says("ann", "/start")
        file = UploadedFile("todoist.csv", todoist())
        setup.telegram.send_file(chat.user("ann"), "document", file)
        found["a file looked through"] = await timed(chat, receive(chat))
        setup.telegram.press(chat.user("ann"), chat.newest("ann"), "📥 Import")
        found["imported"] = await timed(chat, receive(chat))
        async with setup.application.database.read() as session:
            query = select(Chat.id).where(Chat.telegram_id == chat.user("ann").id)
            chat_id = (await session.exec(query)).one()
        for kind in ("json", "csv", "ics"):
            write = setup.application._write(Export(chat_id, kind, f"a.{kind}"))  # noqa: SLF001
            found[f"exported as {kind}"] = await timed(chat, write)
        setup.telegram.press(chat.user("ann"), chat.newest("ann"), "↩️ Undo")
        found["undone"] = await timed(chat, receive(chat))
    return found


async def measure() -> None:
    async with addresses(1) as (files, servers):
        both = [await measured(url) for url in (files[0], servers[0])]
    print(f"{HEAD}\n|" + "---|" * (HEAD.count("|") - 1))
    for step in both[0]:
        cells = [f"{spent:.1f} | {wait:.2f}" for spent, wait in (one[step] for one in both)]
        print(f"| {step} | {' | '.join(cells)} |", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--profile", action="store_true")
    if not parser.parse_args().profile:
        asyncio.run(measure())
        return
    profile = cProfile.Profile()
    profile.runcall(asyncio.run, measure())
    pstats.Stats(profile).sort_stats("tottime").print_stats(40)


if __name__ == "__main__":
    main()
