"""No answer is lost: whatever becomes of the process, the connection or Telegram."""

from __future__ import annotations

from typing import Any

import pytest

from bot.outgoing.keeping import Answer
from tests.support.conversations import Conversation
from tests.support.messages import text_of

WITHOUT_A_TRACE = "the process is gone before it sends anything"


@pytest.fixture(autouse=True)
def trouble_is_meant(chat: Conversation) -> None:
    chat.setup.trouble_is_meant = True


async def killed_before_it_answers(chat: Conversation, who: str, text: str) -> None:
    """An update is committed; its answer does not leave, and nobody notes that."""
    endpoint = chat.application.endpoint

    def killed(answer: Answer) -> None:
        raise SystemExit(WITHOUT_A_TRACE)

    endpoint.answers.send = killed  # type: ignore[method-assign]
    with pytest.raises(SystemExit):
        await chat.says(who, text)
    chat.setup.offset += 1
    await chat.setup.restart()


async def after_a_start(chat: Conversation, who: str) -> list[str]:
    """What the next process says when it begins."""
    before = chat.last_id(who)
    await chat.application.endpoint.answers.resume(everyone=True)
    await chat.settle()
    return [text_of(one) for one in chat.messages(who) if one["message_id"] > before]


async def test_an_answer_leaves_after_a_kill(chat: Conversation) -> None:
    await killed_before_it_answers(chat, "ann", "/add Milk tomorrow 9:00")
    said = await after_a_start(chat, "ann")
    assert len(said) == 1
    assert "#1 Milk" in said[0]
    assert await after_a_start(chat, "ann") == []


async def test_what_was_said_late_is_answered_and_pressed_as_ever(chat: Conversation) -> None:
    await killed_before_it_answers(chat, "ann", "/add Milk")
    await after_a_start(chat, "ann")
    assert "#1 Milk" in await chat.answers("ann", "done")
    assert "Nothing to do" in await chat.says("ann", "/list")


async def test_a_refusal_leaves_after_a_kill(chat: Conversation) -> None:
    await killed_before_it_answers(chat, "ann", "/done 77")
    assert "There is no task #77" in (await after_a_start(chat, "ann"))[0]


async def test_a_press_shows_its_effect_after_a_kill(chat: Conversation) -> None:
    await chat.adds("ann", "Milk")
    message = chat.newest("ann")
    send = chat.application.endpoint.answers.send
    chat.application.endpoint.answers.send = lambda answer: None  # type: ignore[method-assign]
    chat.telegram.press(chat.user("ann"), message, "✅ Done")
    await chat.settle()
    chat.application.endpoint.answers.send = send  # type: ignore[method-assign]
    assert "Done" not in chat.reads("ann", message)
    assert await after_a_start(chat, "ann") == []
    assert "Done: #1 Milk" in chat.reads("ann", message)


async def test_an_answer_waits_while_telegram_takes_none(chat: Conversation) -> None:
    chat.telegram.fail_next("sendMessage", code=429, retry_after=3_000, times=2)
    assert await chat.says("ann", "/add Milk") == ""
    await chat.application.endpoint.answers.resume()
    assert await chat.later("ann", seconds=10) == ""
    chat.time.pass_(seconds=3_000)
    await chat.application.endpoint.answers.resume()
    assert "#1 Milk" in await chat.later("ann", seconds=0)


async def test_the_rest_of_an_answer_waits_too(anywhere: Conversation) -> None:
    """The task is shown, the question behind it is refused for a while."""
    chat = anywhere.in_("private")
    call = chat.telegram.call

    async def refuses_the_second(method: str, *given: Any, **more: Any) -> Any:
        result = await call(method, *given, **more)
        if method == "sendMessage":
            chat.telegram.call = call  # type: ignore[method-assign]
            chat.telegram.fail_next("sendMessage", code=429, retry_after=3_000, times=2)
        return result

    chat.telegram.call = refuses_the_second  # type: ignore[method-assign]
    said = await chat.says("ann", "/add remind me to call mum")
    assert "#1 call mum" in said
    assert "When" not in said
    chat.time.pass_(seconds=3_000)
    await chat.application.endpoint.answers.resume()
    assert "When" in await chat.later("ann", seconds=0)
    assert "tomorrow, 09:00" in await chat.answers("ann", "tomorrow 9:00")


async def test_each_process_leaves_the_answers_of_others_alone(chat: Conversation) -> None:
    await killed_before_it_answers(chat, "ann", "/add Milk")
    before = chat.last_id("ann")
    await chat.application.endpoint.answers.resume()
    await chat.settle()
    assert chat.last_id("ann") == before
    chat.time.pass_(seconds=11)
    await chat.application.endpoint.answers.resume()
    await chat.settle()
    assert "#1 Milk" in text_of(chat.newest("ann"))
