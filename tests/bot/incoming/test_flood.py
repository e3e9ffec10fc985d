"""Who floods: judged by what they did in the last minutes, in little memory."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.incoming import flood
from bot.incoming.flood import BURST, DEEPEST, ENOUGH, Flood, Verdict
from bot.incoming.queries import Asked
from bot.incoming.updates import Arrival, Happened, Wrote
from bot.requests import Written
from storage.models import ChatKind
from storage.people.chats import ChatFacts
from storage.people.users import Sender

ROOM = ChatFacts(-7, ChatKind.GROUP, "The flat")


class Seconds:
    """A clock that nobody but the test moves."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def judge(seconds: Seconds) -> Flood:
    return Flood(seconds=seconds)


def wrote(who: int = 1) -> Wrote:
    return Wrote(chat=ROOM, sender=Sender(who, "Ann"), message=Written(1, "milk"))


def verdicts(judge: Flood, arrival: Arrival, times: int) -> list[Verdict]:
    return [judge.judge(arrival) for _ in range(times)]


def test_as_many_as_somebody_can_forward_at_once_are_done(judge: Flood) -> None:
    assert set(verdicts(judge, wrote(), int(BURST))) == {Verdict.DO}
    assert verdicts(judge, wrote(), 3) == [Verdict.TELL, Verdict.DROP, Verdict.DROP]


def test_others_are_not_touched(judge: Flood) -> None:
    verdicts(judge, wrote(1), 500)
    assert set(verdicts(judge, wrote(2), 50)) == {Verdict.DO}


def test_a_flood_is_answered_once_however_long_it_lasts(judge: Flood, seconds: Seconds) -> None:
    told = []
    for _ in range(3_000):
        told += verdicts(judge, wrote(), 1)
        seconds.now += 0.2
    assert told.count(Verdict.TELL) == 1
    assert told.count(Verdict.DO) <= BURST + 30


def test_it_is_over_soon_after_its_end(judge: Flood, seconds: Seconds) -> None:
    verdicts(judge, wrote(), 500)
    seconds.now += ENOUGH + DEEPEST - 1
    assert judge.judge(wrote()) is Verdict.DROP
    seconds.now += 2
    assert judge.judge(wrote()) is Verdict.DO


def test_who_goes_on_at_leisure_is_listened_to_again(judge: Flood, seconds: Seconds) -> None:
    verdicts(judge, wrote(), 500)
    heard = []
    for _ in range(10):
        seconds.now += 5
        heard.append(judge.judge(wrote()))
    assert heard[-1] is Verdict.DO


def test_typing_behind_the_bots_name_is_cheap_and_never_told(judge: Flood) -> None:
    asked = Asked(chat=ROOM, sender=Sender(1, "Ann"), query_id="1", text="m")
    assert set(verdicts(judge, asked, 4 * int(BURST))) == {Verdict.DO}
    assert set(verdicts(judge, asked, 5)) == {Verdict.DROP}


def test_what_nobody_does_is_never_dropped(judge: Flood) -> None:
    verdicts(judge, wrote(), 500)
    happened = Happened(chat=ROOM, sender=Sender(1, "Ann"))
    assert set(verdicts(judge, happened, 500)) == {Verdict.DO}


def test_what_comes_again_through_no_fault_of_theirs_is_not_counted(judge: Flood) -> None:
    for _ in range(1_000):
        assert judge.judge(wrote()) is Verdict.DO
        judge.give_back(wrote())


def test_it_is_kept_of_a_bounded_number_of_people(
    judge: Flood, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(flood, "MOST_KNOWN", 10)
    for who in range(100):
        judge.judge(wrote(who))
    assert len(judge._buckets) == 10


@given(pauses=st.lists(st.floats(1.0, 100.0), max_size=300))
def test_nobody_who_waits_a_second_between_two_is_ever_dropped(pauses: list[float]) -> None:
    seconds = Seconds()
    judge = Flood(seconds=seconds)
    verdicts(judge, wrote(), int(BURST) - 1)
    for pause in pauses:
        seconds.now += pause
        assert judge.judge(wrote()) is Verdict.DO
