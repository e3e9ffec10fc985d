"""The pace on paper: a crowd of calls is let through as fast as the rules allow, and watched."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.outgoing.pace import CallKind, Lane, Limits, Pace

ANN, BOB, GROUP = 1, 2, -100


@dataclass(frozen=True, slots=True)
class Call:
    """A call that is wanted from `at` on."""

    at: float
    chat_id: int = ANN
    kind: CallKind = CallKind.MESSAGE
    lane: Lane = Lane.ANSWER


@dataclass(frozen=True, slots=True)
class Gone:
    """A call that went out at `at`."""

    at: float
    call: Call

    @property
    def waited(self) -> float:
        return self.at - self.call.at


def let_through(pace: Pace, calls: Iterable[Call]) -> list[Gone]:
    """Send everything as early as the pace allows, the important first; the time is made up."""
    waiting = sorted(calls, key=lambda call: (call.lane, call.at))
    gone: list[Gone] = []
    now = 0.0
    while waiting:
        ready = [call for call in waiting if call.at <= now and wait_of(pace, call, now) == 0]
        if ready:
            call = ready[0]
            pace.book(call.chat_id, call.kind, call.lane, now=now)
            gone.append(Gone(now, call))
            waiting.remove(call)
        else:
            step = min(max(call.at - now, wait_of(pace, call, now)) for call in waiting)
            now += max(step, 1e-6)
    return gone


def wait_of(pace: Pace, call: Call, now: float) -> float:
    return max(
        pace.chat_wait(call.chat_id, call.kind, call.lane, now=now),
        pace.whole_wait(call.lane, now=now),
    )


def most_within(window: float, moments: Sequence[float]) -> int:
    """The most moments in any half-open stretch of that length."""
    ordered = sorted(moments)
    return max(
        (sum(start <= at < start + window - 1e-9 for at in ordered) for start in ordered),
        default=0,
    )


CALLS = st.lists(
    st.builds(
        Call,
        at=st.floats(0, 5),
        chat_id=st.sampled_from([*range(1, 40), -1, -2]),
        kind=st.sampled_from(CallKind),
        lane=st.sampled_from(Lane),
    ),
    max_size=120,
)


LIMITS = st.sampled_from(
    [Limits(), Limits(bulk=10), Limits(bulk=1), Limits(bulk=30), Limits(bulk=200)]
)


@settings(derandomize=True, max_examples=60, deadline=None)
@given(CALLS, LIMITS)
def test_bulk_keeps_to_its_share_and_gives_way_to_answers_but_for_a_third(
    calls: list[Call], limits: Limits
) -> None:
    gone = let_through(Pace(limits), calls)
    assert len(gone) == len(calls)
    bulk = [one.at for one in gone if one.call.lane is not Lane.ANSWER]
    assert most_within(1, bulk) <= limits.bulk
    for number, one in enumerate(gone):
        if one.call.lane is not Lane.ANSWER:
            before = [other for other in gone[: number + 1] if other.at > one.at - 1 + 1e-9]
            of_bulk = sum(other.call.lane is not Lane.ANSWER for other in before)
            assert len(before) <= limits.room or of_bulk <= limits.least_bulk


@settings(derandomize=True, max_examples=60, deadline=None)
@given(CALLS, LIMITS)
def test_bulk_and_other_chats_never_keep_an_answer_waiting(
    calls: list[Call], limits: Limits
) -> None:
    """An answer in private waits for nothing but the answers of its own chat: as many as leave in
    a burst, then one a second. Bulk there takes of the burst, and always leaves one."""
    gone = let_through(Pace(limits), calls)
    for one in gone:
        if one.call.lane is not Lane.ANSWER or one.call.chat_id < 0:
            continue
        here = [other for other in gone if other.call.chat_id == one.call.chat_id]
        answers = [
            other
            for other in here
            if other.call.lane is Lane.ANSWER and other.call.kind is CallKind.MESSAGE
        ]
        ahead = sum(one.at - 60 < other.at <= one.at for other in answers) - 1
        longest = ahead if one.call.kind is CallKind.MESSAGE else 0
        assert one.waited <= longest + 1e-3


@settings(derandomize=True, max_examples=60, deadline=None)
@given(CALLS)
def test_a_chat_gets_a_burst_and_then_one_a_second_and_a_group_twenty_a_minute(
    calls: list[Call],
) -> None:
    gone = let_through(Pace(), calls)
    for chat_id in {call.chat_id for call in calls}:
        here = [one for one in gone if one.call.chat_id == chat_id]
        messages = [one for one in here if one.call.kind is CallKind.MESSAGE]
        bulk = [one.at for one in messages if one.call.lane is not Lane.ANSWER]
        assert most_within(1, bulk) <= 1
        if chat_id < 0:
            counted = [one.at for one in here if one.call.kind is not CallKind.PRESS]
            assert most_within(60, counted) <= 20
        else:
            for seconds in range(1, 30):
                assert most_within(seconds, [one.at for one in messages]) <= 4 + seconds


def test_answers_leave_at_once_however_many_people_ask() -> None:
    calls = [Call(number / 1000, chat_id=1 + number % 100) for number in range(300)]
    assert {one.waited < 1e-4 for one in let_through(Pace(), calls)} == {True}


def test_a_private_chat_has_a_burst_of_five_and_then_one_a_second() -> None:
    gone = [round(one.at, 3) for one in let_through(Pace(), [Call(0.0)] * 8)]
    assert gone == [0, 0, 0, 0, 0, 1, 2, 3]
    rested = [Call(0.0)] * 5 + [Call(100.0)] * 6
    gone = [round(one.at, 3) for one in let_through(Pace(), rested)]
    assert gone == [0] * 5 + [100] * 5 + [101]


def test_a_group_has_its_twenty_at_once() -> None:
    gone = [round(one.at, 3) for one in let_through(Pace(), [Call(0.0, chat_id=GROUP)] * 25)]
    assert gone == [0] * 20 + [60] * 5


def test_a_reminder_in_the_chat_does_not_hold_up_its_answer() -> None:
    reminders = [Call(0.0, lane=Lane.REMINDER)] * 30
    answers = [Call(at) for at in (0.5, 7.25, 20.125)]
    gone = let_through(Pace(), [*reminders, *answers])
    assert {one.waited for one in gone if one.call.lane is Lane.ANSWER} == {0}
    assert gone[-1].at < 36


def test_reminders_go_on_beside_any_number_of_answers() -> None:
    people = [Call(number / 100, chat_id=10_000 + number) for number in range(400)]
    crowd = [Call(0.0, chat_id=number, lane=Lane.REMINDER) for number in range(1, 60)]
    gone = [one for one in let_through(Pace(), [*people, *crowd]) if one.at <= 4]
    assert sum(one.call.lane is Lane.REMINDER for one in gone) >= 3 * 9


def test_one_answer_beside_bulk_finds_room_at_once() -> None:
    crowd = [Call(0.0, chat_id=number, lane=Lane.DIGEST) for number in range(1, 100)]
    answer = Call(1.5, chat_id=1000)
    gone = let_through(Pace(), [*crowd, answer])
    assert next(one for one in gone if one.call is answer).waited == 0


def test_bulk_keeps_its_rate() -> None:
    crowd = [Call(0.0, chat_id=number, lane=Lane.REMINDER) for number in range(1, 501)]
    last = let_through(Pace(), crowd)[-1]
    assert 17 < last.at <= 17.25


def test_late_timers_do_not_lower_the_rate_of_bulk() -> None:
    pace, now = Pace(), 0.0
    for number in range(1, 501):
        now += pace.whole_wait(Lane.DIGEST, now=now) + 0.005
        pace.book(number, CallKind.MESSAGE, Lane.DIGEST, now=now)
    assert now < 17.5


def test_a_late_timer_is_not_made_up_for_beyond_the_limit() -> None:
    pace, now = Pace(), 0.0
    moments = []
    for number in range(1, 200):
        now += pace.whole_wait(Lane.DIGEST, now=now) + (0.039 if number % 20 == 1 else 0.0)
        pace.book(number, CallKind.MESSAGE, Lane.DIGEST, now=now)
        moments.append(now)
    assert most_within(1, moments) <= 29


def test_reminders_go_before_digests() -> None:
    digests = [Call(0.0, chat_id=number, lane=Lane.DIGEST) for number in range(1, 50)]
    reminder = Call(0.5, chat_id=1000, lane=Lane.REMINDER)
    gone = let_through(Pace(), [*digests, reminder])
    assert next(one for one in gone if one.call is reminder).waited < 0.05


def test_an_edit_and_a_press_do_not_wait_for_the_second_of_the_chat() -> None:
    pace = Pace()
    for _ in range(5):
        pace.book(ANN, CallKind.MESSAGE, Lane.ANSWER, now=10.0)
    assert pace.chat_wait(ANN, CallKind.MESSAGE, Lane.ANSWER, now=10.25) == pytest.approx(0.75)
    assert pace.chat_wait(ANN, CallKind.EDIT, Lane.ANSWER, now=10.25) == 0
    assert pace.chat_wait(ANN, CallKind.PRESS, Lane.ANSWER, now=10.25) == 0
    assert pace.chat_wait(BOB, CallKind.MESSAGE, Lane.ANSWER, now=10.25) == 0


def test_edits_count_in_the_minute_of_a_group_and_bulk_leaves_room_for_answers() -> None:
    pace = Pace()
    for number in range(15):
        pace.book(GROUP, CallKind.EDIT, Lane.REMINDER, now=float(number))
    assert pace.chat_wait(GROUP, CallKind.EDIT, Lane.REMINDER, now=20.0) == pytest.approx(40)
    assert pace.chat_wait(GROUP, CallKind.EDIT, Lane.ANSWER, now=20.0) == 0
    for number in range(15, 20):
        pace.book(GROUP, CallKind.MESSAGE, Lane.ANSWER, now=float(number))
    assert pace.chat_wait(GROUP, CallKind.EDIT, Lane.ANSWER, now=20.0) == pytest.approx(40)


def test_a_refused_chat_pauses_and_the_others_go_on() -> None:
    pace = Pace()
    pace.refuse(ANN, 30, now=0.0)
    assert pace.chat_wait(ANN, CallKind.EDIT, Lane.ANSWER, now=1.0) == pytest.approx(29)
    assert pace.pause(now=1.0) == 0
    assert pace.chat_wait(BOB, CallKind.MESSAGE, Lane.DIGEST, now=1.0) == 0
    assert pace.whole_wait(Lane.DIGEST, now=1.0) == 0


def test_a_shorter_refusal_does_not_end_a_longer_one() -> None:
    pace = Pace()
    pace.refuse(ANN, 30, now=0.0)
    pace.refuse(ANN, 3, now=1.0)
    assert pace.chat_wait(ANN, CallKind.MESSAGE, Lane.ANSWER, now=1.0) == pytest.approx(29)


def test_a_second_refused_chat_pauses_everything_until_the_earlier_end() -> None:
    pace = Pace()
    pace.refuse(ANN, 5, now=0.0)
    pace.refuse(BOB, 30, now=1.0)
    assert pace.whole_wait(Lane.ANSWER, now=1.0) == pytest.approx(4)
    assert pace.pause(now=1.0) == pytest.approx(4), "other processes are told, too"
    assert pace.whole_wait(Lane.ANSWER, now=5.0) == pace.pause(now=5.0) == 0


def test_a_second_chat_refused_after_the_first_pause_pauses_only_itself() -> None:
    pace = Pace()
    pace.refuse(ANN, 5, now=0.0)
    pace.refuse(BOB, 5, now=5.0)
    assert pace.whole_wait(Lane.ANSWER, now=5.0) == 0


def test_idle_chats_are_forgotten_and_busy_ones_are_not() -> None:
    pace = Pace()
    pace.refuse(BOB, 1000, now=0.0)
    for number in range(5000):
        pace.book(number + 10, CallKind.MESSAGE, Lane.REMINDER, now=number / 25)
    assert len(pace) <= 2 * 60 * 25 + 1
    assert pace.chat_wait(BOB, CallKind.MESSAGE, Lane.ANSWER, now=200.0) == pytest.approx(800)


def test_a_call_that_was_long_on_its_way_counts_from_when_it_was_there() -> None:
    """Telegram counts arrivals: else it would count in one second with all those after it."""
    pace = Pace(Limits(whole=3, bulk=3))
    for number, now in enumerate((0.0, 0.5)):
        pace.book(number, CallKind.MESSAGE, Lane.ANSWER, now=now)
    pace.book(2, CallKind.MESSAGE, Lane.REMINDER, now=0.6)
    assert pace.whole_wait(Lane.REMINDER, now=0.95) == pytest.approx(0.06)
    pace.landed(0.0, now=0.4)
    pace.landed(9.0, now=9.0)  # is forgotten already
    assert pace.whole_wait(Lane.REMINDER, now=0.95) == pytest.approx(0.46)
