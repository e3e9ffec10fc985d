"""Nobody sees or changes a task of a chat that they are not in, whatever they send."""

from __future__ import annotations

from dataclasses import fields

from bot.presses.coding import VERSION
from bot.presses.habits import LogInstead
from bot.routes import VERBS
from tests.support.conversations import Conversation
from tests.support.messages import data_of, presses_of

KEPT = ("tasks", "changes", "checklist_items", "task_tags", "assignments", "attachments")
FACTS = (
    *("", "0.", "20260924:0.", "0900:0.", "202610:0.", "0:0.", "0:1:0.", "high:0.", "day:0."),
    *("0123abcd:0.", "0.:1", "title", "0:4", "10m"),
)
OF_ITS_MESSAGE = {"btick", "bzzz", "bopen"}  # stale on any message but their own, whosever task
SECRET = "Secret plan"


async def a_secret(anywhere: Conversation) -> str:
    """Ann's own task; its key."""
    await anywhere.sends_photo("ann", f"{SECRET} friday #secret !high")
    await anywhere.says("ann", "/edit 1")
    await anywhere.presses("ann", "✖️ Cancel")
    await anywhere.says("ann", "/show 1")
    return data_of(anywhere.newest("ann"), "🕘 History").split(":")[2]


def heard(anywhere: Conversation) -> str:
    return str([call.params for call in anywhere.telegram.calls])


async def test_every_forged_button_is_refused(anywhere: Conversation) -> None:
    key = await a_secret(anywhere)
    await anywhere.says("bob", "My own task")
    own = anywhere.newest("bob")
    kept = await anywhere.rows(*KEPT)
    anywhere.telegram.calls.clear()
    for verb in VERBS:
        forged = [f"{VERSION}:{verb}:{key}:{facts}".rstrip(":") for facts in FACTS]
        alerts = await anywhere.forges_all("bob", forged, on=own)
        assert all(alerts), (verb, alerts)
        first = next((field.name for field in fields(VERBS[verb])), "")
        if first == "task" and verb not in OF_ITS_MESSAGE:
            assert any("older message" not in alert for alert in alerts), verb
    old = [f"1:{verb}:{key}" for verb in VERBS]  # refused before anything of them is read
    assert all("older message" in alert for alert in await anywhere.forges_all("bob", old, on=own))
    assert SECRET not in heard(anywhere)
    assert "secret" not in heard(anywhere)
    assert await anywhere.rows(*KEPT) == kept


async def test_a_task_of_somebody_else_is_not_logged_away(anywhere: Conversation) -> None:
    key = await a_secret(anywhere)
    await anywhere.says("bob", "/habit read 20 pages every day")
    habit = data_of(anywhere.newest("bob"), "+1").split(":")[2]
    kept = await anywhere.rows(*KEPT)
    forged = f"{VERSION}:{LogInstead.verb}:{habit}:{key}"
    assert await anywhere.forges("bob", forged, on=anywhere.newest("bob"))
    assert await anywhere.rows(*KEPT) == kept
    assert SECRET not in str(anywhere.messages("bob"))


async def test_every_button_of_somebody_else_is_refused(anywhere: Conversation) -> None:
    await a_secret(anywhere)
    await anywhere.adds("ann", "Milk", "Bread")
    stolen = [data for message in anywhere.messages("ann") for data in presses_of(message)]
    await anywhere.says("bob", "My own task")
    own = anywhere.newest("bob")
    kept = await anywhere.rows(*KEPT)
    anywhere.telegram.calls.clear()
    for data in stolen:
        await anywhere.forges("bob", data, on=own)
    assert SECRET not in heard(anywhere)
    assert await anywhere.rows(*KEPT) == kept


async def test_a_task_of_ones_own_is_not_shown_to_a_group(anywhere: Conversation) -> None:
    key = await a_secret(anywhere)
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Milk")
    anywhere.telegram.calls.clear()
    for verb, *facts in (
        *(("card",), ("past",), ("items",), ("files",), ("done",), ("date",)),
        ("ask", "title"),
    ):
        data = ":".join([VERSION, verb, key, *facts])
        assert "you're not in" in await flat.forges("ann", data, on=flat.newest("ann"))
    assert "doesn't lead anywhere" in await flat.says("ann", f"/start t{key}")
    assert SECRET not in heard(anywhere)


async def test_a_deep_link_opens_ones_own_task_only(anywhere: Conversation) -> None:
    key = await a_secret(anywhere)
    assert SECRET in await anywhere.says("ann", f"/start t{key}")
    assert "doesn't lead anywhere" in await anywhere.says("bob", f"/start t{key}")
    for odd in ("t", "tx", "t" + "A" * 63, "t" + key + "=", "hello", "../../etc"):
        assert SECRET not in await anywhere.says("bob", f"/start {odd}"), odd


async def test_numbers_count_in_ones_own_chat(anywhere: Conversation) -> None:
    await a_secret(anywhere)
    kept = await anywhere.rows(*KEPT)
    for command in ("show 1", "done 1", "delete 1", "edit 1 Mine", "move 1 friday"):
        assert "There is no task #1" in await anywhere.says("bob", f"/{command}"), command
    for command in ("list all", "list trash", "search secret", "today", "week", "undo"):
        assert SECRET not in await anywhere.says("bob", f"/{command}"), command
    assert await anywhere.rows(*KEPT) == kept


async def test_numbers_beyond_all_bounds_are_unknown(chat: Conversation) -> None:
    for number in (0, 2**31, 10**9 - 1, 10**30):
        assert await chat.says("ann", f"/show {number}")
        assert await chat.says("ann", f"/done {number}-{number + 3}")


async def test_a_group_of_others_is_closed(anywhere: Conversation) -> None:
    """Dasha is in the project, not in the flat."""
    anywhere.town.dasha.language = "en"
    flat, design = anywhere.in_("flat"), anywhere.in_("design")
    await flat.adds("ann", SECRET)
    await design.adds("dasha", "Logo")
    stolen = presses_of(flat.newest("ann"))
    kept = await anywhere.rows(*KEPT)
    anywhere.telegram.calls.clear()
    for data in stolen:
        await design.forges("dasha", data, on=design.newest("dasha"))
        assert "you're not in" in design.alert or "Nothing to undo" in design.alert, data
    assert SECRET not in heard(anywhere)
    assert await anywhere.rows(*KEPT) == kept


async def test_data_that_no_button_carries_means_nothing(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    kept = await chat.rows(*KEPT)
    for data in (
        "",
        "0",
        "1",
        "1:",
        "2:card:x",
        "1:nope:x",
        ":::::",
        "1:list:x",
        "1:list:9.~nokey",
        "2:list:x",
        "2:list:9.~nokey",
        "2:nope:x",
    ):
        alert = await chat.forges("ann", data or " ", on=chat.newest("ann"))
        assert "older message" in alert, data
    assert await chat.rows(*KEPT) == kept


async def test_who_may_not_undo_is_told_who_may_in_their_own_language(
    anywhere: Conversation,
) -> None:
    flat = anywhere.in_("flat")
    await anywhere.says("bob", "/language de")
    await flat.adds("ann", "Milk")
    answer = flat.newest("ann")
    said = flat.reads("ann", answer)
    assert await flat.presses("bob", "↩️ Undo", on=answer) == said
    assert flat.alert == "Das kann nur Ann rückgängig machen."
    await flat.presses("chen", "↩️ Undo", on=answer)
    assert flat.alert == "Only Ann can undo this."
    assert "Milk" in await flat.presses("ann", "↩️ Undo", on=answer)


async def test_an_occurrence_is_taken_back_by_who_ticked_it(anywhere: Conversation) -> None:
    flat = anywhere.in_("flat")
    await flat.adds("ann", "Water every day at 20:00")
    await flat.says("ann", "/list")
    shown = flat.newest("ann")
    await flat.presses("ann", "☐ 1")
    await flat.presses("bob", "☑ 1", on=shown)
    assert flat.alert == "Only Ann can undo this."
    assert "☑ 1" in flat.reads("ann", shown)
    assert "☐ 1" in await flat.presses("ann", "☑ 1", on=shown)


async def test_settings_of_a_group_have_buttons_for_administrators_only(
    anywhere: Conversation,
) -> None:
    flat = anywhere.in_("flat")
    assert "👮 Only" not in await flat.says("ann", "/settings")
    shown = flat.newest("ann")
    assert "⚙️ Settings" in await flat.says("bob", "/settings")
    assert "👮 Only Ann can change them." in flat.reads("bob", flat.newest("bob"))
    assert flat.buttons("bob") == []
    before = flat.reads("ann", shown)
    for button in ("🕘 Time", "💬 Language"):
        await flat.presses("bob", button, on=shown)
        assert flat.alert == "Only Ann can change the settings of this group."
        assert flat.reads("ann", shown) == before
