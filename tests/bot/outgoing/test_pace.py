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


@settings(derandomize=True, max_examples=60, deadline=None)
@given(CALLS)
def test_no_second_holds_more_than_twenty_nine_of_bulk(calls: list[Call]) -> None:
    gone = let_through(Pace(), calls)
    assert len(gone) == len(calls)
    assert most_within(1, [one.at for one in gone if one.call.lane is not Lane.ANSWER]) <= 29


@settings(derandomize=True, max_examples=60, deadline=None)
@given(CALLS)
def test_a_chat_gets_what_telegram_lets_it_have(calls: list[Call]) -> None:
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
            sent = [one.at for one in messages]
            assert all(most_within(span, sent) <= 5 + span for span in (1, 2, 5))


@settings(derandomize=True, max_examples=60, deadline=None)
@given(
    bulk=st.integers(0, 200),
    answers=st.lists(st.integers(0, 48).map(lambda eighths: eighths / 8), max_size=60),
    limits=st.sampled_from([Limits(), Limits(bulk=25), Limits(whole=10, bulk=9)]),
)
def test_no_answer_waits_for_anything_but_its_chat(
    bulk: int, answers: list[float], limits: Limits
) -> None:
    people = [Call(at, chat_id=1000 + number) for number, at in enumerate(answers)]
    crowd = [Call(0.0, chat_id=number, lane=Lane.REMINDER) for number in range(1, bulk + 1)]
    gone = let_through(Pace(limits), [*people, *crowd])
    assert all(one.waited < 1e-3 for one in gone if one.call.lane is Lane.ANSWER)


def test_bulk_gives_way_to_answers_and_is_not_silenced_by_them() -> None:
    crowd = [Call(0.0, chat_id=number, lane=Lane.REMINDER) for number in range(1, 301)]
    some = [Call(n / 10, chat_id=1000 + n) for n in range(100)]
    many = [Call(n / 100, chat_id=1000 + n) for n in range(1000)]
    for answers, least, most in (([], 289, 291), (some, 200, 205), (many, 150, 155)):
        gone = let_through(Pace(), [*crowd, *answers])
        bulk = [one for one in gone if one.call.lane is not Lane.ANSWER and one.at < 10]
        assert least <= len(bulk) <= most


def test_a_person_is_answered_in_a_burst_then_once_a_second() -> None:
    gone = let_through(Pace(), [Call(0.0) for _ in range(8)])
    assert [round(one.at, 2) for one in gone] == [0, 0, 0, 0, 0, 1, 2, 3]
    again = let_through(Pace(), [Call(0.0) for _ in range(5)] + [Call(2.0) for _ in range(3)])
    assert [round(one.at, 2) for one in again] == [0, 0, 0, 0, 0, 2, 2, 3]


def test_a_group_is_answered_at_once_twenty_times_a_minute() -> None:
    gone = let_through(Pace(), [Call(0.0, chat_id=GROUP) for _ in range(21)])
    assert [round(one.at) for one in gone] == [0] * 20 + [60]


def test_bulk_may_be_a_thousand_a_second() -> None:
    pace, now = Pace(Limits.for_bulk(1000)), 0.0
    for number in range(1, 3001):
        now += pace.whole_wait(Lane.REMINDER, now=now) + (0.004 if number % 5 == 0 else 0.0)
        pace.book(number, CallKind.MESSAGE, Lane.REMINDER, now=now)
    assert now < 3.1, "late timers are made up for"
    assert Limits.for_bulk(1000).is_paid
    assert not Limits.for_bulk(30).is_paid


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
    pace.book(ANN, CallKind.MESSAGE, Lane.ANSWER, now=10.0)
    assert pace.chat_wait(ANN, CallKind.MESSAGE, Lane.DIGEST, now=10.25) == pytest.approx(0.75)
    assert pace.chat_wait(ANN, CallKind.EDIT, Lane.DIGEST, now=10.25) == 0
    assert pace.chat_wait(ANN, CallKind.PRESS, Lane.DIGEST, now=10.25) == 0
    assert pace.chat_wait(BOB, CallKind.MESSAGE, Lane.DIGEST, now=10.25) == 0


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
    """Telegram counts arrivals: else it would stand in one second with all those after it."""
    pace = Pace(Limits(whole=3, bulk=3))
    for number, now in enumerate((0.0, 0.5, 0.6)):
        pace.book(number, CallKind.MESSAGE, Lane.REMINDER, now=now)
    assert pace.whole_wait(Lane.REMINDER, now=0.9) == pytest.approx(0.11)
    pace.landed(0.0, now=0.4)
    pace.landed(9.0, now=9.0)  # is forgotten already
    assert pace.whole_wait(Lane.REMINDER, now=0.9) == pytest.approx(0.51)
