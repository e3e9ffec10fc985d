"""What the README shows, done in a real browser; each test takes its picture."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from playwright.async_api import expect

from tests.support.browser import Playground


async def test_a_task_is_added_and_ticked(playground: Playground) -> None:
    ann = await playground.opens("ann/private")
    await ann.says("/start")
    await ann.says("Berlin")
    await ann.reads("Europe/Berlin")
    for text in ("Buy milk tomorrow 9:00", "Pay rent #home", "Call Bob !high"):
        await ann.says(text)
        await ann.reads(text.split()[1])
    await ann.says("/list")
    await ann.reads("3 tasks")
    await ann.presses("☐ 1")
    await ann.reads("2 tasks")
    await ann.reads("☑ 1 Buy milk")
    await ann.pictured("ticked")
    await ann.says("/undo")
    await ann.reads("Reopened: #1 Buy milk")


async def test_two_people_share_a_list(playground: Playground) -> None:
    ann = await playground.opens("ann/flat-12")
    bob = await playground.opens("bob/flat-12")
    await ann.says("/add Clean the kitchen saturday !high")
    await bob.reads("Clean the kitchen")
    await bob.says("/add Water the plants every 3 days #home")
    await ann.reads("Water the plants")
    await bob.says("/list")
    await ann.reads("2 tasks")
    await bob.pictured("group")
    await ann.reads("2 tasks")
    await ann.presses("☐ 2")
    await bob.reads("☑ 2 Water the plants")
    await bob.reads("next")


async def test_a_familys_week_in_two_windows(playground: Playground) -> None:
    ann = await playground.opens("ann/flat-12")
    bob = await playground.opens("bob/flat-12")
    own = await playground.opens("bob/private")
    await own.says("/start")
    await own.reads("Hello")
    await bob.says("/list")
    await ann.reads("Open tasks")
    await ann.says("/add Clean the kitchen saturday @bob")
    await bob.reads("👤 Bob")
    await ann.says("/add Take out the bins every tuesday 20:00 rotate @ann @bob")
    await bob.reads("🔄 Ann → Bob")
    await ann.passes("+10 min")
    await own.reads("Ann has assigned you a task")
    await bob.says("/list me")
    await ann.reads("Clean the kitchen")
    await ann.says("/board")
    await bob.reads("📌 Open tasks · 2 tasks")
    await ann.pictured("family")
    await own.presses("✅ Done")
    await own.reads("Done")
    await ann.says("/history")
    await bob.reads("Bob: done #1 Clean the kitchen")


async def test_a_phone_in_the_dark(playground: Playground) -> None:
    ann = await playground.opens("ann/private", width=390, height=800, dark=True)
    await ann.says("Shopping #food tomorrow 18:00\n- eggs\n- bread\n- milk")
    await ann.reads("0 of 3")
    await ann.presses("✏️ Edit")
    await ann.reads("☐ eggs")
    await ann.presses("☑️ Checklist")
    await ann.presses("☐ eggs")
    await ann.reads("1 of 3")
    await ann.presses("‹ Back")
    await ann.reads("added")
    await ann.pictured("phone")
    width = await ann.page.evaluate("document.documentElement.scrollWidth")
    assert width <= 390


def hours_to_morning() -> int:
    """How many hours bring a night past the morning's reminders, at 9:00 where Ann lives."""
    hour = datetime.now(ZoneInfo("Europe/Berlin")).hour
    return 9 - hour if hour < 9 else 0


async def test_the_clock_moves_the_bots_time(playground: Playground) -> None:
    ann = await playground.opens("ann/private")
    await ann.says("Pay rent tomorrow")
    await ann.reads("tomorrow")
    await ann.says("/list")
    await ann.reads("Pay rent · tomorrow")
    await ann.passes("+1 day")
    for _ in range(hours_to_morning()):  # the page's clock is that of the machine
        await ann.passes("+1 h")
    await ann.reads("🔔 #1 Pay rent")
    await ann.says("/today")
    await ann.reads("Pay rent")
    await expect(ann.newest).not_to_contain_text("Overdue")
    await ann.passes("+1 day")
    await ann.says("/today")
    await ann.reads("Overdue")
    await ann.pictured("clock")
    await ann.passes("Now")
    await ann.says("/list")
    await ann.reads("Pay rent · tomorrow")


async def test_a_reminder_is_snoozed_and_done(playground: Playground) -> None:
    ann = await playground.opens("ann/private")
    await ann.says("check the oven in 2 min")
    await ann.reads("check the oven")
    await ann.passes("+10 min")
    await ann.reads("🔔 #1 check the oven")
    await ann.pictured("reminder")
    await ann.presses("💤 10 min")
    await ann.reads("💤 #1 check the oven: I'll remind you")
    await ann.passes("+10 min")
    await ann.reads("🔔 #1 check the oven")
    await ann.presses("✅ Done")
    await ann.reads("✅ Done: #1 check the oven")
    await ann.pictured("reminder-done")
