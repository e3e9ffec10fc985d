"""Which route an update takes: the command, button, answer or other words that it is."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.handlers import fitting, guide
from bot.handlers.tasks import albums
from bot.incoming.updates import AddedToChannel, Admitted, Arrival, Pressed, Wrote
from bot.presses.coding import unpack
from bot.requests import Forwarded, Request, Route, SharedPlace, Written
from bot.routes import (
    ANSWERS,
    CAME,
    COMMANDS,
    DOUBTFUL,
    EDITED,
    ELSEWHERE,
    LOCATED,
    MENTIONED,
    ONLY_TEXT,
    PLAIN,
    PRESSES,
    QUOTED,
    REDRAWS,
    UNKNOWN,
    VERBS,
    offered,
)
from storage.talk.questions import interrupt as interrupt_question

if TYPE_CHECKING:
    from bot.questions import Question
    from bot.replies import Reply
    from bot.requests import AnyAnswer, AnyPress, Handler, Incoming

COMMAND = re.compile(r"/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?=\s|$)\s*")


async def choose(request: Request, arrival: Arrival) -> tuple[Route, Request] | None:
    """Who handles a request, and the request as they need it; None: it is not for the bot.

    Raises StaleButton for button data that means nothing (any more).
    """
    match arrival:
        case Admitted(is_new=True):
            return CAME, request
        case Pressed(data=data):
            return _pressed(request, data)
        case AddedToChannel(title=title):
            return Route(_given(guide.added_to_channel, title), reaches=False), request
        case Wrote(is_edit=True):
            return _edited(request)
        case Wrote():
            if request.album and (task := await albums.take_in(request)) is not None:
                return Route(_given(albums.join, task)), request
            return None if albums.is_asked_about(request) else await _written(request)
        case _:
            return None


async def _written(request: Request) -> tuple[Route, Request] | None:
    """A command or other words; those of a forwarded message are somebody else's commands."""
    named = _without_name(request)
    command = COMMAND.match(named.text)
    if command is not None and not isinstance(request.message, Forwarded):
        return await _commanded(named, command)
    return await _spoken(request)


async def interrupt(request: Request) -> None:
    """A command does not end a question; words that would fit anything are asked about after it."""
    if COMMAND.match(request.text) is not None:
        interrupt_question(request.asked)


def _given(handler: AnyPress | AnyAnswer, what: object) -> Handler:
    async def handle(request: Request) -> Reply | None:
        return await handler(request, what)

    return handle


def _pressed(request: Request, data: str) -> tuple[Route, Request]:
    press = unpack(data, VERBS)
    handler = _given(PRESSES[type(press)], press)
    commands = offered(private=request.chat.is_private)
    asked_again = replace(request, redraws=REDRAWS, answers=ANSWERS, offered=commands)
    return Route(handler), asked_again


async def _commanded(request: Request, command: re.Match[str]) -> tuple[Route, Request] | None:
    name, host = command[1].lower(), command[2]
    private = request.chat.is_private
    if host is not None and host.lower() != request.bot_username.lower():
        return None
    route = COMMANDS.get(name)
    if route is None:
        known = replace(request, offered=offered(private=private))
        return (UNKNOWN, known) if private or host else None
    interrupt_question(request.asked)
    if not (route.private if private else route.groups):
        return ELSEWHERE, request
    if route.operators and not request.by_operator:
        return UNKNOWN, request
    text = request.text[command.end() :]
    return route, replace(request, text=text, question=None, offered=offered(private=private))


def _edited(request: Request) -> tuple[Route, Request] | None:
    """Only what adds a task is read again; no other command is done a second time."""
    request = _without_name(request)
    command = COMMAND.match(request.text)
    if command is None or isinstance(request.message, Forwarded):
        return EDITED, request
    if command[1].lower() != "add":
        return None
    return EDITED, replace(request, text=request.text[command.end() :])


def _without_name(request: Request) -> Request:
    """The same with the words beside the bot's name alone, if they are for the bot."""
    message = request.message
    if not isinstance(message, Written) or message.called is None:
        return request
    return replace(request, text=message.called)


async def _spoken(request: Request) -> tuple[Route, Request] | None:
    """Words that are no command: an answer, a reply to a task, a task to be."""
    to_bot = request.quoted is not None and request.quoted.by_bot
    if _shows_place(request.message) and (request.chat.is_private or to_bot):
        return ONLY_TEXT, request
    if request.question is not None and (request.chat.is_private or to_bot):
        answer = await _answering(request, request.question)
        if answer is not None:
            return answer, request
        interrupt_question(request.asked)
    if to_bot:
        return QUOTED, request
    if (named := _without_name(request)) is not request:
        return (PLAIN if request.chat.is_private else MENTIONED), named
    if not request.chat.is_private:
        return None
    if isinstance(request.message, SharedPlace):
        return LOCATED, request
    if not request.text.strip() and not request.file:
        return ONLY_TEXT, request
    return PLAIN, request


async def _answering(request: Request, question: Question) -> Route | None:
    """Who takes words as the answer to the open question; None: they are no answer to it."""
    answering = ANSWERS[type(question)]
    match await fitting.fit_of(request, question, answering):
        case "yes":
            return Route(_given(answering.handler, question))
        case "no":
            return None
        case _:
            return DOUBTFUL


def _shows_place(message: Incoming | None) -> bool:
    """Whether it is a place that answers no question: not where the writer is."""
    return isinstance(message, Written | Forwarded) and message.shows_place
