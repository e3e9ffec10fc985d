"""An inline query in a real browser: typed, its results shown, one of them chosen, accepted."""

from __future__ import annotations

from tests.support.browser import Playground


async def test_a_task_is_found_shared_and_accepted_in_a_chat(playground: Playground) -> None:
    own = await playground.opens("ann/private")
    await own.says("/start")
    await own.reads("Hello")
    await own.says("Buy milk tomorrow 9:00")
    await own.reads("Buy milk")
    ann = await playground.opens("ann/flat-12")
    bob = await playground.opens("bob/flat-12")
    await ann.page.get_by_label("Message", exact=True).fill("@dueto_bot milk")
    results = ann.page.get_by_label("Results of the bot")
    await results.get_by_role("button", name="Buy milk").last.click()
    await bob.reads("☐ Buy milk")
    await bob.presses("🤝 Accept")
    await bob.reads("Hello, Bob")  # by a link, in his private chat
    await ann.page.get_by_label("Message", exact=True).fill("@dueto_bot Water the plants")
    await results.get_by_role("button", name="New task: Water the plants").click()
    await ann.presses("📝 Add to my list")
    await own.says("/list")
    await own.reads("Water the plants")
