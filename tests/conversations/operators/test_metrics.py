"""What /metrics counts of a conversation, and that no number says who or what it was."""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import AsyncExitStack

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prometheus_client.parser import text_string_to_metric_families

from bot.endpoint import kind_of
from bot.incoming.polling import ALLOWED_UPDATES
from bot.operation import pulse
from bot.operation.metrics import COUNTERS, FAILURES, Metrics
from bot.routes import COMMANDS
from tests.support.conversations import Conversation

ENDS = {"answered", "silent", "refused", "crashed", "repeated", "unreadable", "deferred", "limited"}


async def numbers(chat: Conversation) -> dict[tuple[str, ...], float]:
    """Every number by its name and the values of its labels."""
    page = (await chat.application.pulse.exposition()).decode()
    return {
        (sample.name, *(f"{key}={value}" for key, value in sorted(sample.labels.items()))): float(
            sample.value
        )
        for family in text_string_to_metric_families(page)
        for sample in family.samples
    }


async def test_updates_are_counted_by_kind_and_outcome(anywhere: Conversation) -> None:
    await anywhere.says("ann", "/add Buy milk")
    await anywhere.says("ann", "/done 77")
    await anywhere.presses("ann", "✅ Done")
    found = await numbers(anywhere)
    assert found["dueto_updates_total", "kind=message", "outcome=answered"] == 1
    assert found["dueto_updates_total", "kind=message", "outcome=refused"] == 1
    assert found["dueto_updates_total", "kind=callback_query", "outcome=answered"] == 1
    assert found["dueto_update_seconds_count",] == 3
    assert found["dueto_answer_seconds_count",] == 3
    assert found["dueto_answers_waiting",] == found["dueto_answers_kept",] == 0


async def test_the_same_update_is_repeated(anywhere: Conversation) -> None:
    anywhere.telegram.say(anywhere.user("ann"), "/add Buy milk", to=anywhere.to())
    (update,) = await anywhere.waiting()
    await anywhere.application.endpoint.receive(update)
    await anywhere.settle()
    found = await numbers(anywhere)
    assert found["dueto_updates_total", "kind=message", "outcome=repeated"] == 1
    assert found["dueto_updates_repeated_total",] == 1


async def test_statements_are_counted_by_command(chat: Conversation) -> None:
    await chat.adds("ann", "Buy milk")
    spent = ("dueto_update_statements_sum", "command=add")
    before = (await numbers(chat))[spent]
    await chat.adds("ann", "Buy bread")
    assert 0 < (await numbers(chat))[spent] - before <= COMMANDS["add"].statements


async def test_a_reminder_that_left_is_counted_with_how_late_it_was(chat: Conversation) -> None:
    await chat.says("ann", "/add Buy milk in 1 hour")
    chat.time.pass_(hours=1, seconds=20)
    found = await numbers(chat)
    assert found["dueto_pushes_due",] == 1
    assert found["dueto_push_overdue_seconds",] == 20
    await chat.settle()
    found = await numbers(chat)
    assert found["dueto_pushes_total", "outcome=sent"] == 1
    assert found["dueto_push_lateness_seconds_sum",] == 20
    assert found["dueto_pushes_due",] == found["dueto_push_overdue_seconds",] == 0


@given(st.dictionaries(st.text(max_size=20), st.none(), max_size=5))
def test_a_kind_is_one_that_we_asked_for(update: dict[str, None]) -> None:
    assert kind_of(update) in {*ALLOWED_UPDATES, "other"}


@pytest.mark.parametrize("said", ["/secret", '/"} 1\ndueto_updates_total{kind="x', "Secret\x00"])
async def test_no_label_has_what_people_chose(anywhere: Conversation, said: str) -> None:
    anywhere.setup.trouble_is_meant = True
    await anywhere.says("ann", said)
    await anywhere.gets({"update_id": 10**9, "secret plan": {}})
    check([label for name, *label in await numbers(anywhere) if name.startswith("dueto_")])


def check(labels: Iterable[list[str]]) -> None:
    allowed = {
        "kind": {*ALLOWED_UPDATES, *FAILURES, "other"},
        "outcome": ENDS | {word for one in COUNTERS.values() for word in one.known},
        "command": {*COMMANDS, *ALLOWED_UPDATES, "other"},
    }
    for label in labels:
        for one in label:
            key, _, value = one.partition("=")
            if key in allowed:
                assert value in allowed[key]
            else:
                assert key in {"le", "version"}


async def test_while_the_database_is_away_what_waits_is_no_number(
    anywhere: Conversation, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulse, "PING", 0.05)
    room = anywhere.application.database.room
    async with AsyncExitStack() as stack:
        for _ in range(room.places):
            await stack.enter_async_context(room.place())
        found = await numbers(anywhere)
        assert found["dueto_pushes_due",] != found["dueto_pushes_due",]
        assert found["dueto_database_in_use",] == found["dueto_database_places",] == room.places
        assert found["dueto_database_waiting",] == 1
    assert (await numbers(anywhere))["dueto_pushes_due",] == 0


def test_the_counts_of_the_parts_keep_their_names() -> None:
    page = Metrics(lambda: {"received": 2, "push sent": 3}, version="1.2.3").exposition().decode()
    for one in COUNTERS.values():
        assert f"# TYPE {one.name}_total counter\n" in page
        assert one.known or re.search(rf"^{one.name}_total [02]\.0$", page, re.MULTILINE)
    assert 'dueto_telegram_errors_total{kind="unauthorized"} 0.0\n' in page
    assert 'dueto_pushes_total{outcome="sent"} 3.0\n' in page
    assert 'dueto_info{version="1.2.3"} 1.0\n' in page
    assert "_created" not in page
