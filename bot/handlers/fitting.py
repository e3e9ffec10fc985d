"""Which words answer an open question: it takes only those, and leaves all others alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from bot.handlers import away, preferences
from bot.handlers.habits import wishes as habit_wishes
from bot.handlers.habits.reading import read_rest, read_times
from bot.handlers.reminders import offsets, snoozing
from bot.handlers.tasks import repeats
from bot.language import (
    Delete,
    Done,
    Reschedule,
    SetDigest,
    SetTimezone,
    Snooze,
    read_intent,
    read_when,
)
from bot.language.habits.replies import is_skip
from bot.language.habits.units import read_amount
from bot.questions import AboutTask, AskedFile, AskedImport
from bot.requests import Forwarded
from bot.views.refusals import Misunderstood
from storage.pushes.answers import reminder_of
from storage.tasks.find import shown_in

if TYPE_CHECKING:
    from bot.questions import AskedHabit, AskedRepeat, AskedZone, Question
    from bot.requests import Answering, Fit, Request

WISHES = (Done, Delete, Reschedule, SetDigest, SetTimezone, Snooze)


def is_wish(request: Request) -> bool:
    """Whether words have a meaning of their own besides being a title: `done 3`, `skip`."""
    intent = read_intent(request.text, now=request.now, place=request.place)
    return isinstance(intent, WISHES) or is_skip(request.text)


async def fit_of(request: Request, question: Question, answering: Answering) -> Fit:
    """Whether words answer the open question: yes, no, or what they mean has to be asked.

    A reply to the question is an answer, even if it cannot be read; a reply to another message is
    none. What fits anything, and has a meaning without the question, is asked about.
    """
    if isinstance(request.message, Forwarded):
        return "no"
    if request.file is not None and not isinstance(question, AskedFile | AskedImport):
        return "no"
    if request.quoted is not None and request.quoted.by_bot:
        return _is(await _is_reply_to(request, question))
    fit = await answering.fits(request, question)
    if fit != "any":
        return fit
    was_interrupted = request.asked is not None and request.asked.interrupted
    return "hardly" if was_interrupted or is_wish(request) else "yes"


async def _is_reply_to(request: Request, question: Question) -> bool:
    """Whether a reply goes to the question's message, as far as the store knows: not to an older
    one, to a push, or to one that shows another task."""
    quoted, row = request.quoted, request.asked
    if quoted is None or row is None or quoted.message_id < (row.asked_after or 0):
        return False
    if await reminder_of(request.session, request.chat, quoted.message_id) is not None:
        return False
    shown = await shown_in(request.session, quoted.message_id, chat=request.chat)
    about = question.task if isinstance(question, AboutTask) else None
    return shown is None or shown == about


async def any_words(request: Request, _: Any) -> Fit:
    """A title, notes, lines, a name"""
    return "any" if request.text.strip() else "no"


async def tags(request: Request, _: Any) -> Fit:
    """`#home #garden`, or `home`; a sentence is hardly one"""
    words = request.text.split()
    if not words:
        return "no"
    return "yes" if len(words) == 1 or all(word.startswith("#") for word in words) else "hardly"


async def file(request: Request, _: Any) -> Fit:
    """A photo or document"""
    return _is(request.file)


async def document(request: Request, _: Any) -> Fit:
    """A document, not a photo"""
    return _is(request.file is not None and request.file.kind == "document")


async def date(request: Request, _: Any) -> Fit:
    """A day, a time, or one that cannot be"""
    return _is(read_when(request.text.strip(), now=request.now, place=request.place))


async def days(request: Request, _: Any) -> Fit:
    """Until when somebody is away"""
    return _is(away.days_of(request))


async def repeat(request: Request, asked: AskedRepeat) -> Fit:
    """How often; a date is told why it is none"""
    return _is(request.text.strip() and repeats.reads(request))


async def moment(request: Request, _: Any) -> Fit:
    """Until when"""
    try:
        return _is(snoozing.read_until(request, request.text))
    except Misunderstood:
        return await date(request, _)


async def reminders(request: Request, _: Any) -> Fit:
    """How long before"""
    return _is(offsets.read_offsets(request.text, now=request.now, place=request.place))


async def place(request: Request, asked: AskedZone) -> Fit:
    """A place that is known; where it was asked for alone, also one of several"""
    return _is(preferences.is_place(request, asked))


async def amount(request: Request, _: Any) -> Fit:
    """500, 0.5 l, -250"""
    return _is(read_amount(request.text, language=request.words.language))


async def habit(request: Request, asked: AskedHabit) -> Fit:
    """The name of one of those that are meant"""
    return _is(await habit_wishes.named(request, asked))


async def goal(request: Request, _: Any) -> Fit:
    """20 pages"""
    reading = _rest(request)
    return _is(reading is not None and not reading.name and reading.goal)


async def rate(request: Request, _: Any) -> Fit:
    """3 times a week"""
    reading = _rest(request)
    return _is(reading is not None and not reading.name and reading.said_schedule)


async def rate_or_goal(request: Request, _: Any) -> Fit:
    """3 times a week, 20 pages a day at 21:00"""
    reading = _rest(request)
    if reading is None or reading.name:
        return "no"
    return _is(reading.goal or reading.said_schedule or reading.schedule.reminders)


async def times(request: Request, _: Any) -> Fit:
    """7:30 and 21:15"""
    try:
        return _is(read_times(request, request.text.strip()))
    except Misunderstood:
        return "no"


def _rest(request: Request) -> Any:
    try:
        return read_rest(request, request.text.strip())
    except Misunderstood:
        return None


def _is(found: object) -> Fit:
    return "yes" if found else "no"
