"""Arbitrary input: titles of any script, any button data, any update."""

from __future__ import annotations

from itertools import count
from uuid import UUID

from hypothesis import HealthCheck, Phase, assume, given, settings
from hypothesis import strategies as st

from bot.language import Place, read_task
from bot.playground.people.messages import Impossible
from bot.playground.world.text import clean, utf16_length
from bot.presses.coding import LIMIT, pack_key
from bot.routes import VERBS
from tests.support.any_text import answer_all, any_texts
from tests.support.conversations import Conversation
from tests.support.messages import presses_of
from tests.support.updates import changed, crashes, places, real_updates

# Shrinking talks for minutes: a failing example is small enough as it comes.
modestly = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
KEPT = ("tasks", "changes", "checklist_items", "task_tags", "assignments", "attachments")
ODD = (
    "<b>&amp;</i>\u202eעברית العربية\u200b\u200d\u2066👩\u200d👩\u200d👧🇩🇪\ufeff\u0301\t\r\x01"
    '#1!!!@x"“„»/`*_[]'
)
writings = st.one_of(
    st.text(st.characters(codec="utf-8"), min_size=1, max_size=120),
    st.text(st.sampled_from(ODD), min_size=1, max_size=300),
    st.text(st.sampled_from("a <&\n🥛"), min_size=200, max_size=5000),
    st.just("x" * 10_000),
    st.just("<b>" * 1300),
    st.just("&" * 4000),
    st.just("👩‍👩‍👧" * 500),
)


async def written(anywhere: Conversation, who: str, text: str) -> str:
    """What is answered to a text; an app does not send every text."""
    try:
        return await anywhere.says(who, text)
    except Impossible:
        assume(False)
        raise


@modestly
@given(text=writings)
async def test_any_text_becomes_a_task(anywhere: Conversation, text: str) -> None:
    await anywhere.says("ann", "/cancel@other_bot")  # nothing waits for an answer
    said = await written(anywhere, "ann", f"/add {text}")
    assert said
    await anywhere.says("ann", "/list")
    await anywhere.says("ann", f"/search {text[:100]}")
    check_messages(anywhere, "ann")


async def test_nothing_breaks_over_any_text(anywhere: Conversation) -> None:
    """A thousand texts on each database; `bench/any_text.py` says more of them."""
    anywhere.setup.trouble_is_meant = True
    seed = 1 if anywhere.application.database.settings.dialect == "sqlite" else 2
    assert await answer_all(anywhere, any_texts(seed, 1_000)) == []


@modestly
@given(text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
async def test_a_title_is_kept_as_it_was_written(anywhere: Conversation, text: str) -> None:
    title = " ".join(clean(text).split())
    reading = read_task(title, now=anywhere.time.now, place=Place(zone="Europe/Berlin"))
    assume(title and not reading.spans and reading.title == title and len(title) <= 200)
    said = await written(anywhere, "ann", f"/add {title}")
    assume("What's the task?" not in said)
    assert title in " ".join(said.split())


@modestly
@given(text=st.text(st.characters(codec="utf-8"), min_size=1, max_size=200))
async def test_a_title_that_was_asked_for_is_kept_word_by_word(
    anywhere: Conversation, text: str
) -> None:
    if not anywhere.messages("ann"):
        await anywhere.says("ann", "/add Milk")
    assume(not text.lstrip().startswith("/"))
    await anywhere.says("ann", "/edit 1")
    said = await written(anywhere, "ann", text)
    title = " ".join(clean(text).split())
    reading = read_task(title, now=anywhere.time.now, place=Place(zone="Europe/Berlin"))
    assume(title and not reading.spans and reading.title == title)
    if said.startswith("#1 "):
        assert " ".join(clean(said).split()).startswith(f"#1 {title}".rstrip())


async def something_of_ann(anywhere: Conversation) -> UUID:
    """A task of Ann's in her private chat, with everything on it."""
    if not anywhere.messages("ann"):
        await anywhere.sends_photo("ann", "Secret plan friday #secret !high\n- one")
        await anywhere.says("ann", "/show 1")
        await anywhere.says("bob", "Milk")
    rows = await anywhere.rows("(SELECT id FROM tasks WHERE title LIKE 'Secret%') AS found")
    found = rows[0][0]
    return found if isinstance(found, UUID) else UUID(found)


@modestly
@given(
    verb=st.sampled_from(sorted(VERBS)),
    facts=st.lists(
        st.one_of(
            st.just("KEY"),
            st.sampled_from(
                ["0.", "1.all", "0.search secret", "high", "20260924", "0900", "202610", "0"]
            ),
            st.text(st.characters(codec="utf-8"), max_size=12),
        ),
        max_size=4,
    ),
    version=st.sampled_from(["1", "2", "2", "2", "0", ""]),
)
async def test_any_button_data_opens_nothing_of_others(
    anywhere: Conversation, verb: str, facts: list[str], version: str
) -> None:
    key = pack_key(await something_of_ann(anywhere))
    kept = [row for row in await anywhere.rows(*KEPT) if "Secret" in str(row)]
    data = ":".join([version, verb, *(key if fact == "KEY" else fact for fact in facts)])
    data = data.encode()[:LIMIT].decode(errors="ignore")
    anywhere.telegram.calls.clear()
    await anywhere.forges("bob", data or " ", on=anywhere.newest("bob"))
    assert "Secret plan" not in str([call.params for call in anywhere.telegram.calls])
    assert [row for row in await anywhere.rows(*KEPT) if "Secret" in str(row)] == kept
    check_messages(anywhere, "bob")


@modestly
@given(data=st.text(st.characters(codec="utf-8"), min_size=1, max_size=64))
async def test_any_data_at_all_is_answered(anywhere: Conversation, data: str) -> None:
    assume(len(data.encode()) <= LIMIT)
    if not anywhere.messages("bob"):
        await anywhere.says("bob", "Milk")
    assert "older message" in await anywhere.forges("bob", data, on=anywhere.newest("bob"))


json_values = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.text(max_size=10),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=5,
)
NUMBERS = count(10_000_000_000)


@settings(modestly, max_examples=6)
@given(draw=st.data())
async def test_any_update_is_received(anywhere: Conversation, draw: st.DataObject) -> None:
    """Telegram's library checks no types: what cannot be done is logged, and nothing raised."""
    anywhere.setup.trouble_is_meant = True
    await something_of_ann(anywhere)
    await anywhere.in_("flat").says("ann", "/list")
    for update in real_updates(anywhere):
        path = draw.draw(st.sampled_from(places(update)[1:]))
        drop, new = draw.draw(st.booleans()), draw.draw(json_values)
        broken = {**changed(update, path, new, drop=drop), "update_id": next(NUMBERS)}
        await anywhere.application.endpoint.receive(broken)
    await anywhere.application.endpoint.close()
    assert "Secret plan" not in str(anywhere.in_("flat").messages("ann"))
    check_messages(anywhere, "ann")
    assert " 1 Secret plan" in await anywhere.says("ann", "/list all secret")


async def test_an_update_of_every_kind_is_received(anywhere: Conversation) -> None:
    anywhere.setup.trouble_is_meant = True
    for update in real_updates(anywhere):
        await anywhere.application.endpoint.receive({**update, "update_id": next(NUMBERS)})
    await anywhere.application.endpoint.close()
    assert crashes(anywhere) == []
    assert anywhere.application.endpoint.counts["unreadable"] == 0


def check_messages(anywhere: Conversation, who: str) -> None:
    """Every message and every button is within Telegram's limits."""
    for message in anywhere.messages(who)[-8:]:
        assert utf16_length(message.get("text", "")) <= 4096
        for data in presses_of(message):
            assert len(data.encode()) <= LIMIT
