"""What is done on a day of a habit by buttons: ticked, added to, skipped, joined."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from bot.handlers.habits.entries import ask_amount, rest_of
from bot.handlers.habits.finding import chat_today, find_habit, own_today
from bot.presses.coding import StaleButton
from bot.replies import Reply, in_place, noticed
from bot.requests import PressedHabit
from bot.views.habits import entries as views
from bot.views.habits.buttons import BACKFILL
from bot.views.habits.progress import KeptDay
from bot.views.parts import clip
from storage.habits.entries import AMOUNT_LIMIT, add_amount, clear_day, set_amount, skip, tick
from storage.habits.find import get_with_part
from storage.habits.participants import join
from storage.habits.reading import PressedDay, kept_habit, kept_list

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from bot.presses.habits import (
        AddAmount,
        AddRest,
        JoinHere,
        OfDay,
        SkipDay,
        TickHabit,
        TypeAmount,
    )
    from bot.reader import Reader
    from bot.requests import Request
    from storage.habits.keeps import KeptHabit
    from storage.models import Habit

ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class _Pressed:
    """A day of a habit in hand, locked: `day` is the presser's, the button's may be another.

    `kept` is how people keep the habit, `habits` are those of the view; they change with the day.
    `is_new`: the presser keeps the habit from this press on.
    """

    request: Request
    press: OfDay
    day: date
    kept: KeptHabit
    habits: Sequence[KeptHabit]
    is_new: bool

    @property
    def habit(self) -> Habit:
        return self.kept.habit

    def own(self) -> KeptDay | None:
        """The day as it is now; None if the presser does not keep the habit."""
        own = self.kept.of(self.request.user.id)
        return KeptDay.on(own, self.day) if own is not None else None

    def before(self) -> KeptDay | None:
        """The day before the press; None if the presser did not keep the habit."""
        return None if self.is_new else self.own()

    async def shown(self, *, did: bool = True) -> Reply:
        """The view of the button as it is now, with a line about what the press did."""
        request = self.request
        view = request.redraws[self.press.origin.view]
        pressed = PressedHabit(self.habit, self.press.day, self.press.origin.page, self.habits)
        reply = await view.show(request, pressed)
        after = self.own() if did else None
        return in_place(reply, request.told(lambda reader: self._told(reader, after)))

    def _told(self, reader: Reader, after: KeptDay | None) -> str:
        told = reader.words.plain("notice-nothing")
        if after is not None:
            told = views.pressed(after, reader)
        if self.is_new:
            joined = reader.words.plain("notice-joined", name=clip(self.habit.name, 60))
            told = f"{told}\n{joined}".strip()
        return told


async def _take(request: Request, press: OfDay, *, joins: bool = True) -> _Pressed:
    """Lock the habit, let its presser join it, and read all that the view shows, once.

    Raises StaleButton for a day or a view that no button can have.
    """
    view = request.redraws.get(press.origin.view)
    if view is None:
        raise StaleButton(press.origin.view)
    session = request.session
    habit, is_kept = await get_with_part(session, press.habit, asker=request.asker)
    day = _own_day(request, press.day)
    is_new = joins and not is_kept and await join(session, habit, request.deed)
    own_day = PressedDay(habit.id, request.user.id, day)
    habits: list[KeptHabit] = []
    if view.of_list:
        habits = await kept_list(
            session, request.where, day=press.day, now=request.now, pressed=own_day
        )
    kept = next((one for one in habits if one.habit.id == habit.id), None)
    if kept is None:  # not of this list, or not any more
        notes_of = request.user.id if view.notes and request.chat.is_private else None
        kept = await kept_habit(session, habit, now=request.now, pressed=own_day, notes_of=notes_of)
    return _Pressed(request, press, day, kept, habits if view.of_list else [kept], is_new)


async def tick_day(request: Request, press: TickHabit) -> Reply:
    """☐ run: a day is done, a measured habit's in full; ☑ run: nothing of it is"""
    taken = await _take(request, press, joins=press.ticks)
    did = await (_fill if press.ticks else _empty)(taken)
    return await taken.shown(did=did)


async def _fill(taken: _Pressed) -> bool:
    """Do all of the day, of a limit nothing; whether that changed anything."""
    before, goal, deed = taken.before(), taken.habit.goal, taken.request.deed
    now = before.progress if before is not None else None
    if goal is not None and not goal.is_limit:
        rest = rest_of(before, goal)
        if rest:
            await add_amount(taken.request.session, taken.habit, taken.day, rest, deed)
        return bool(rest)
    if now is not None and (now.is_done if goal is not None else now.of_day):
        return False
    if goal is None:
        await tick(taken.request.session, taken.habit, taken.day, deed)
    else:
        await set_amount(taken.request.session, taken.habit, taken.day, 0.0, deed)
    return True


async def _empty(taken: _Pressed) -> bool:
    """Take back what was done on the day, or that it was skipped; whether there was anything.

    A limit's button takes back that there was nothing: an amount since then stays.
    """
    before, goal = taken.before(), taken.habit.goal
    if before is None:
        return False
    now, is_limit = before.progress, goal is not None and goal.is_limit
    if not (now.of_day or now.is_skipped or now.is_done) or (is_limit and now.of_day):
        return False
    await clear_day(taken.request.session, taken.habit, taken.day, taken.request.deed)
    return True


async def add(request: Request, press: AddAmount) -> Reply:
    """+250, −1"""
    if abs(press.amount) > AMOUNT_LIMIT:
        raise StaleButton(str(press.amount))
    taken = await _take(request, press, joins=press.amount > 0)
    before = taken.before()
    has_some = before is not None and before.progress.of_day > 0
    return await _add(taken, press.amount if press.amount > 0 or has_some else 0.0)


async def add_rest(request: Request, press: AddRest) -> Reply:
    """☐ 20: all that is missing"""
    taken = await _take(request, press)
    return await _add(taken, rest_of(taken.before(), taken.habit.goal))


async def _add(taken: _Pressed, amount: float) -> Reply:
    if not amount:
        return await taken.shown(did=False)
    await add_amount(taken.request.session, taken.habit, taken.day, amount, taken.request.deed)
    return await taken.shown()


async def type_amount(request: Request, press: TypeAmount) -> Reply:
    """⌨️: asks how much it was"""
    habit = await find_habit(request, press.habit)
    return await ask_amount(request, habit, _own_day(request, press.day))


async def skip_day(request: Request, press: SkipDay) -> Reply:
    """⏭: skip a day; ⏭ ✓: or take that back"""
    taken = await _take(request, press, joins=press.skips)
    before = taken.before()
    now = before.progress if before is not None else None
    if press.skips and now is not None and now.of_day:  # one wrong touch must not lose it
        shown = await taken.shown(did=False)
        return noticed(shown, request.notice("done-first"))
    if press.skips == (now is not None and now.is_skipped):
        return await taken.shown(did=False)
    await skip(request.session, taken.habit, taken.day, request.deed, is_skip=press.skips)
    return await taken.shown()


async def join_here(request: Request, press: JoinHere) -> Reply:
    """➕: take part in a shared habit"""
    taken = await _take(request, press)
    return await taken.shown(did=taken.is_new)


def _own_day(request: Request, day: date) -> date:
    """The button's day where the presser is: today, if it is still to come there.

    Raises StaleButton for a day that no button can have.
    """
    # a board may be a day old, or have been opened by somebody in a zone ahead
    if not -ONE_DAY <= chat_today(request) - day <= timedelta(days=BACKFILL + 1):
        raise StaleButton(day.isoformat())
    return min(day, own_today(request))
