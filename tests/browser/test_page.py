"""The playground's page: whose times it shows, first minutes, phones, and accessibility."""

from __future__ import annotations

import re
from itertools import product

from axe_playwright_python.async_playwright import Axe
from playwright.async_api import expect

from tests.support.browser import Playground, Window

DESKTOP, PHONE = (1280, 800), (390, 844)
WORST = {"serious", "critical"}
TOO_WIDE = """[...document.querySelectorAll(".messages *")]
    .filter((one) => one.getBoundingClientRect().right > innerWidth).map((one) => one.className)"""
ASKED = {"Task tomorrow": "#1 Task", "/habit water 2000 ml": "2,000 ml"}
SCROLLED = "(box => box.scrollHeight - box.clientHeight)(document.getElementById('text'))"
STOPS = """[...document.querySelectorAll("#messages :is(button, a, [tabindex])")]
    .filter((one) => one.tabIndex >= 0).map((one) => one.closest("[data-id]").dataset.id)"""


async def faults(window: Window) -> list[str]:
    """What axe-core finds that keeps people from using the page."""
    found = await Axe().run(window.page)
    return [
        f"{one['id']}: {node['target']}"
        for one in found.response["violations"]
        if one["impact"] in WORST
        for node in one["nodes"]
    ]


async def shown_time(window: Window) -> int:
    """The time of the newest message, in minutes of the day."""
    words = await window.newest.locator(".meta time").inner_text()
    hours, minutes = words.split(":")
    return int(hours) * 60 + int(minutes)


async def test_everybody_can_use_the_page(playground: Playground) -> None:
    """In light and dark, on a desktop and on a phone."""
    ann = await playground.opens("ann/private")
    assert await faults(ann) == [], "the welcome"
    for text in ("/habit run", "Buy milk tomorrow #home !high", "/list", "/help"):
        await ann.says(text)
        await expect(ann.newest).to_contain_text(re.compile(".{5}"))
    await ann.says("/stats")
    await ann.reads("Your habits")
    for (width, height), dark in product((DESKTOP, PHONE), (False, True)):
        window = await playground.opens("ann/private", width=width, height=height, dark=dark)
        await expect(window.newest.locator("img")).to_be_visible()
        await expect(window.page.locator("h1")).to_have_text("Dueto")
        assert await faults(window) == [], (width, dark)
        assert await window.page.evaluate(TOO_WIDE) == [], (width, dark)
        assert await window.page.evaluate(SCROLLED) <= 0, "the message box has no scrollbar"
        if width == PHONE[0]:
            await window.page.get_by_label("Open the list of chats").click()
            await expect(window.page.get_by_role("button", name="Start over")).to_be_visible()
            assert await faults(window) == [], "the list of chats"


async def test_keys_and_screen_readers_find_their_way(playground: Playground) -> None:
    """Tab reaches the buttons of one message only, and a sign has a name."""
    ann = await playground.opens("ann/private")
    for text, answer in ASKED.items():
        await ann.says(text)
        await ann.reads(answer)
    newest = await ann.newest.get_attribute("data-id")
    assert set(await ann.page.evaluate(STOPS)) == {newest}
    await expect(ann.newest.get_by_role("button", name="Skip", exact=True)).to_be_visible()
    await ann.newest.focus()
    await ann.page.keyboard.press("ArrowUp")
    await ann.page.keyboard.press("ArrowUp")
    shown = await ann.page.evaluate("document.activeElement.dataset.id")
    assert shown != newest
    assert set(await ann.page.evaluate(STOPS)) == {shown}


async def test_times_are_those_of_the_person_who_looks(playground: Playground) -> None:
    ann = await playground.opens("ann/flat-12", zone="Pacific/Honolulu")
    await ann.says("/add Clean the kitchen")
    await ann.reads("Clean the kitchen")
    berlin = await shown_time(ann)
    await ann.page.get_by_role("radio", name="Chen").click()
    await ann.reads("Clean the kitchen")
    assert (await shown_time(ann) - berlin) % 1440 in {6 * 60, 7 * 60}, "Shanghai"
    await expect(ann.page.get_by_label("Chen speaks Chinese and lives in")).to_have_value(
        "Asia/Shanghai"
    )
    await ann.page.locator("#zone").select_option("Europe/Berlin")
    await expect(ann.page.locator("#clock-zone")).to_have_text("in Europe/Berlin")
    assert await shown_time(ann) == berlin


async def test_the_first_minutes_of_somebody_new(playground: Playground) -> None:
    ann = await playground.opens("ann/private")
    await expect(ann.page.get_by_text("reminds you in time")).to_be_visible()
    await ann.page.get_by_role("button", name="Check the oven in 2 min").click()
    await ann.reads("#1 Check the oven")
    said = await shown_time(ann)
    await ann.passes("+1 h")
    reminder = await ann.reads("🔔 #1 Check the oven")
    await expect(reminder).not_to_contain_text("late")
    assert (await shown_time(ann) - said) % 1440 <= 3, "it came when it was due"
    await ann.page.get_by_role("button", name="Start over").click()
    await ann.page.get_by_role("dialog").get_by_role("button", name="Start over").click()
    await expect(ann.page.get_by_text("reminds you in time")).to_be_visible()
    await expect(ann.page.locator("#clock-offset")).to_be_empty()
    await ann.says("Buy bread")
    await ann.reads("#1 Buy bread")


async def test_the_bot_is_blocked_and_let_in_again(playground: Playground) -> None:
    ann = await playground.opens("ann/private")
    await ann.page.get_by_label("More about this chat").first.click()
    await ann.page.get_by_role("menuitem", name="Block the bot").click()
    await expect(ann.page.get_by_text("You blocked the bot.")).to_be_visible()
    await ann.page.get_by_role("button", name="Unblock").click()
    await expect(ann.page.get_by_label("Message", exact=True)).to_be_enabled()


async def test_a_reaction_is_a_command(playground: Playground) -> None:
    """Where the bot was made an administrator; it is shown to the others, and removed again."""
    ann = await playground.opens("ann/flat-12")
    await ann.page.get_by_label("More about this chat").first.click()
    await ann.page.get_by_role("menuitem", name="Make the bot an administrator").click()
    await ann.reads("ticks it")
    await ann.says("/add Milk")
    await ann.reads("#1 Milk")
    answer = ann.page.locator(".message").filter(has_text="#1 Milk").first
    await answer.focus()
    await answer.get_by_role("button", name="React", exact=True).click()
    await answer.get_by_role("button", name="React with 👍 (Done)").click()
    await ann.reads("Done: #1 Milk")
    await expect(answer.locator(".reaction")).to_have_text("👍")
    bob = await playground.opens("bob/flat-12")
    seen = bob.page.locator(".message").filter(has_text="#1 Milk").first
    await expect(seen.locator(".reaction")).to_have_text("👍")
    await answer.focus()
    await answer.get_by_role("button", name="React", exact=True).click()
    await answer.get_by_role("button", name="Remove 👍 (Done)").click()
    await ann.reads("Reopened: #1 Milk")
    await expect(answer.locator(".reaction")).to_have_count(0)
    assert await faults(ann) == []
