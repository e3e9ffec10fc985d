"""The log of the whole bot: the thread through the lines of an update, and no word of people's."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot import logs
from bot.handlers import lists
from tests.support.conversations import Conversation
from tests.support.logging import restored

SECRET = "Zqxsecret"
modestly = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
MARKS = " \n\r\x1b[31m\u202e\x00/#@<&'\""


@pytest.fixture(params=["console", "json"])
def log(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """What the process writes, at the level that tells most."""
    stream = io.StringIO()
    with restored():
        logs.configure(level="DEBUG", json=request.param == "json", secrets=(), stream=stream)
        yield stream


def empty(log: io.StringIO) -> None:
    log.seek(0)
    log.truncate()


def lines_of(log: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.getvalue().splitlines()]


@modestly
@given(around=st.text(st.sampled_from(MARKS), max_size=8), way=st.sampled_from(range(6)))
async def test_no_line_has_a_word_that_people_wrote(
    anywhere: Conversation, log: io.StringIO, around: str, way: int
) -> None:
    anywhere.setup.trouble_is_meant = True
    words = f"{around}{SECRET}{around}"
    if not anywhere.messages("ann"):
        await anywhere.says("ann", "/start")
    match way:
        case 0:
            await anywhere.says("ann", f"/add {words} tomorrow")
        case 1:
            await anywhere.says("ann", f"/search {words}")
        case 2:
            unreadable = {"update_id": 10**8, "message": {"text": words}}
            await anywhere.application.endpoint.receive(unreadable)
        case 3:
            anywhere.telegram.fail_next("sendMessage", code=400, description="Bad Request: no")
            await anywhere.says("ann", f"/add {words}")
        case 4:
            await anywhere.forges("ann", words[:30], on=anywhere.newest("ann"))
        case _:
            await anywhere.in_("flat").says("ann", f"/habit {words}")
    assert SECRET not in log.getvalue()


async def test_a_handler_that_breaks_over_words_does_not_tell_them(
    anywhere: Conversation, log: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def breaks(*_: Any, **__: Any) -> None:
        words = SECRET
        raise RuntimeError("no room") if words else AssertionError

    monkeypatch.setattr(lists, "list_page", breaks)
    anywhere.setup.trouble_is_meant = True
    await anywhere.says("ann", f"/add {SECRET}")
    await anywhere.says("ann", "/list")
    assert "update failed" in log.getvalue()
    assert "no room" in log.getvalue()
    assert SECRET not in log.getvalue()


@pytest.mark.parametrize("log", ["json"], indirect=True)
async def test_the_lines_of_an_update_and_of_its_answer_have_its_id(
    anywhere: Conversation, log: io.StringIO
) -> None:
    anywhere.setup.trouble_is_meant = True
    for number in range(2):
        anywhere.telegram.fail_next("sendMessage", code=400, description="Bad Request: no")
        anywhere.telegram.say(anywhere.user("ann"), f"/add Milk {number}", to=anywhere.to())
        (update,) = await anywhere.waiting()
        empty(log)
        await anywhere.settle()
        told = [line for line in lines_of(log) if line["event"] == "not sent"]
        assert [line["update_id"] for line in told] == [update["update_id"]]


@pytest.mark.parametrize("log", ["json"], indirect=True)
async def test_the_lines_of_a_push_have_its_id(anywhere: Conversation, log: io.StringIO) -> None:
    anywhere.setup.trouble_is_meant = True
    await anywhere.says("ann", "/add Buy milk in 1 hour")
    anywhere.time.pass_(hours=1)
    anywhere.telegram.fail_next("sendMessage", code=400, description="Bad Request: no")
    empty(log)
    await anywhere.settle()
    told = {line["event"]: line for line in lines_of(log)}
    assert told["not sent"]["push"] == told["refused for good"]["reminder"]
    assert "update_id" not in told["not sent"]
