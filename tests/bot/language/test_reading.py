"""Where and when a text was written changes what it means; and what comes with a reading."""

from __future__ import annotations

import dataclasses
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.language import (
    Place,
    Reading,
    TextSpan,
    read_task,
    read_when,
    render_repeat,
    split_tasks,
)
from bot.language.engine.tokens import READ_AT_END, READ_AT_START, tokenize
from storage.rules.due import Due
from storage.rules.recurrence import Repeat

ZONE = "Europe/Berlin"
NOW = datetime(2026, 9, 23, 14, 30, tzinfo=ZoneInfo(ZONE))


def read(text: str, *, now: datetime = NOW, **place: object) -> Reading:
    here = dataclasses.replace(Place(zone=ZONE), **place)  # type: ignore[arg-type]  # its own fields
    return read_task(text, now=now, place=here)


def due(on: str, at: str | None = None, zone: str = ZONE) -> Due:
    return Due(date.fromisoformat(on), time.fromisoformat(at) if at else None, zone)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(ZONE))


@pytest.mark.parametrize(
    ("order", "text", "first", "others"),
    [
        ("DMY", "flight 3/4", "2027-04-03", ["2027-03-04"]),
        ("MDY", "flight 3/4", "2027-03-04", ["2027-04-03"]),
        ("YMD", "flight 3/4", "2027-03-04", ["2027-04-03"]),
        ("MDY", "flight 27/1", "2027-01-27", []),
        ("DMY", "flight 1/27", "2027-01-27", []),
        ("MDY", "flight 5/5", "2027-05-05", []),
        ("MDY", "flight 3.4.", "2027-04-03", []),
        ("MDY", "flight 10/11/2026", "2026-10-11", ["2026-11-10"]),
    ],
)
def test_the_order_of_day_and_month_is_the_persons(
    order: str, text: str, first: str, others: list[str]
) -> None:
    reading = read(text, date_order=order)
    assert reading.due == due(first)
    asked = [doubt for doubt in reading.doubts if doubt.kind == "ambiguous-date"]
    assert [list(doubt.alternatives) for doubt in asked] == (
        [[due(first), *map(due, others)]] if others else []
    )


@pytest.mark.parametrize(
    ("text", "monday_first", "sunday_first"),
    [
        ("gym next sunday", "2026-10-04", "2026-09-27"),
        ("gym next monday", "2026-09-28", "2026-09-28"),
        ("gym next week", "2026-09-28", "2026-09-28"),
        ("gym next saturday", "2026-10-03", "2026-10-03"),
    ],
)
def test_a_week_begins_where_the_person_says(
    text: str, monday_first: str, sunday_first: str
) -> None:
    assert read(text).due == due(monday_first)
    assert read(text, first_weekday=6).due == due(sunday_first)


def test_the_parts_of_a_day_are_the_persons() -> None:
    parts = {"morning": time(6, 30), "evening": time(21)}
    assert read("run tomorrow morning", day_parts=parts).due == due("2026-09-24", "06:30")
    assert read("film this evening", day_parts=parts).due == due("2026-09-23", "21:00")
    assert read("lunch at noon friday", day_parts=parts).due == due("2026-09-25", "12:00")


def test_today_is_where_the_person_is() -> None:
    now = datetime(2026, 9, 23, 23, 30, tzinfo=ZoneInfo("UTC"))
    assert read("call today", now=now, zone="Asia/Tokyo").due == due(
        "2026-09-24", zone="Asia/Tokyo"
    )
    assert read("call today", now=now, zone="UTC").due == due("2026-09-23", zone="UTC")


@pytest.mark.parametrize(
    ("now", "text", "expected"),
    [
        ("2026-09-23T20:00", "film tonight", due("2026-09-24", "20:00")),
        ("2026-09-23T21:30", "film tonight at 9", due("2026-09-24", "21:00")),
        ("2026-09-23T14:30", "call at 14:30", due("2026-09-24", "14:30")),
        ("2026-09-23T06:00", "call at half past seven", due("2026-09-23", "07:30")),
        ("2026-09-23T23:30", "call at half past seven", due("2026-09-24", "07:30")),
        ("2026-09-26T10:00", "hike this weekend", due("2026-09-26")),
        ("2026-09-25T19:00", "report eow", due("2026-10-02", "18:00")),
        ("2026-09-30T10:00", "rent end of month", due("2026-09-30")),
        ("2026-01-31T10:00", "pay in a month", due("2026-02-28")),
        ("2026-12-31T10:00", "party jan 1", due("2027-01-01")),
        ("2028-02-29T10:00", "leap feb 29", due("2028-02-29")),
        ("2028-02-29T10:00", "leap feb 29 at 9:00", due("2032-02-29", "09:00")),
        ("2026-03-29T01:30", "wake in 1 hour", due("2026-03-29", "03:30")),
    ],
)
def test_what_has_passed_comes_again(now: str, text: str, expected: Due) -> None:
    assert read(text, now=at(now)).due == expected


@pytest.mark.parametrize(
    ("now", "text", "rule", "first"),
    [
        ("2026-10-31T10:00", "backup every month", "BYSETPOS=-1", "2026-10-31"),
        ("2026-09-23T14:30", "call every feb 29", "BYMONTHDAY=29", "2028-02-29"),
        ("2026-09-23T14:30", "close every last workday", "BYSETPOS=-1", "2026-09-30"),
    ],
)
def test_repeats_that_not_every_month_has(now: str, text: str, rule: str, first: str) -> None:
    reading = read(text, now=at(now))
    assert reading.repeat is not None
    assert rule in reading.repeat.rules[0]
    assert reading.due == due(first)


def test_a_week_of_two_days_counts_from_the_persons_first_day() -> None:
    reading = read("gym every 2 weeks on mon and sun", first_weekday=6)
    assert reading.repeat is not None
    assert reading.repeat.rules == ("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("next friday", due("2026-10-02")),
        ("tomorrow 9", due("2026-09-24", "09:00")),
        ("завтра в 9", due("2026-09-24", "09:00")),
        ("morgen um 9", due("2026-09-24", "09:00")),
        ("mañana a las 9", due("2026-09-24", "09:00")),
        ("27.1.", due("2027-01-27")),
        ("18:30", due("2026-09-23", "18:30")),
        ("in 2 days", due("2026-09-25")),
        ("45m", due("2026-09-23", "15:15")),
        ("sat", due("2026-09-26")),
        ("tomorrow!", due("2026-09-24")),
    ],
)
def test_a_date_alone(text: str, expected: Due) -> None:
    when = read_when(text, now=NOW, place=Place(zone=ZONE))
    assert when is not None
    assert when.due == expected


@pytest.mark.parametrize(
    "text", ["", "call mom", "call mom tomorrow", "tomorrow #home", "tomorrow !1", "?", "12", "№"]
)
def test_more_or_less_than_a_date_is_none(text: str) -> None:
    assert read_when(text, now=NOW, place=Place(zone=ZONE)) is None


def test_an_impossible_date_alone_is_told() -> None:
    when = read_when("31 february", now=NOW, place=Place(zone=ZONE))
    assert when is not None
    assert when.due is None
    assert [doubt.kind for doubt in when.doubts] == ["impossible-date"]


def test_a_passed_time_of_today_is_asked_about() -> None:
    reading = read("call today at 9")
    assert [(doubt.kind, doubt.alternatives) for doubt in reading.doubts] == [
        (
            "passed",
            (
                due("2026-09-23", "09:00"),
                due("2026-09-24", "09:00"),
                due("2026-09-23", "21:00"),
            ),
        )
    ]


def test_an_ordinal_has_two_readings() -> None:
    reading = read("poker every 3rd friday")
    [doubt] = reading.doubts
    month, weeks = doubt.alternatives
    assert isinstance(month, Repeat)
    assert isinstance(weeks, Repeat)
    assert month.rules == ("FREQ=MONTHLY;BYDAY=3FR",)
    assert weeks.rules == ("FREQ=WEEKLY;INTERVAL=3;BYDAY=FR",)
    german = read("Müll jeden zweiten Freitag", language="de").doubts[0].alternatives[1]
    assert isinstance(german, Repeat)
    assert german.rules == ("FREQ=MONTHLY;BYDAY=2FR",)


@pytest.mark.parametrize(
    ("text", "tags"),
    [
        ("#a #b-c #d_e #ünï #дом2", ["a", "b-c", "d_e", "ünï", "дом2"]),
        ("(#home), #home.", ["home"]),
        ("#1 #12 #", []),
        ("C#sharp a#b #a/b", []),
        ("#हिन्दी", ["हिन्दी"]),
    ],
)
def test_tags(text: str, tags: list[str]) -> None:
    assert list(read(text).tags) == tags


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('"Buy milk tomorrow"', "Buy milk tomorrow"),
        ("«Купить молоко завтра»", "Купить молоко завтра"),
        ("„Morgen“ lesen", "„Morgen“ lesen"),
        ('5" pipe and 10" pipe', '5" pipe and 10" pipe'),
        ('say "hi tomorrow', 'say "hi'),
        ("call mom (tomorrow), please", "call mom, please"),
        ("call  mom   tomorrow", "call mom"),
        ("tomorrow, friday the film", "friday the film"),
    ],
)
def test_titles_are_tidy(text: str, title: str) -> None:
    assert read(text).title == title


def test_mentions_without_a_name_are_no_title() -> None:
    text = "ask Sam Smith tomorrow"
    mentions = [TextSpan("assignee", 4, 13)]
    reading = read_task(text, now=NOW, place=Place(zone=ZONE, group=True), mentions=mentions)
    assert reading.title == "ask"
    assert [span.kind for span in reading.spans] == ["assignee", "due"]


def test_a_chip_gives_its_words_back() -> None:
    text = "report friday 16:00 #work"
    first = read(text)
    [span] = [span for span in first.spans if span.kind == "due"]
    again = read_task(text, now=NOW, place=Place(zone=ZONE), literal=[span])
    assert (again.title, again.due, again.tags) == ("report friday 16:00", None, ("work",))


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("buy milk tomorrow, call Bob friday", ("buy milk tomorrow", "call Bob friday")),
        ("buy milk, call Bob friday", ()),
        ("gym every mon, wed and fri", ()),
        ("buy milk tomorrow", ()),
        ('read "a tomorrow, b friday"', ()),
    ],
)
def test_two_tasks_in_a_line_are_offered_apart(text: str, parts: tuple[str, ...]) -> None:
    assert split_tasks(text, now=NOW, place=Place(zone=ZONE)) == parts


@pytest.mark.parametrize(
    ("text", "seconds"), [("pills 21:00 nag 15m", 900), ("таблетки пилить каждые 10 минут", 600)]
)
def test_nagging(text: str, seconds: int) -> None:
    assert read(text).nag == timedelta(seconds=seconds)


def test_a_rule_that_nobody_can_say_is_given_as_it_is() -> None:
    rule = "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"
    repeat = Repeat((rule,), date(2026, 9, 23), None, ZONE)
    assert render_repeat(repeat, language="en") == rule


@pytest.mark.parametrize(
    "word",
    ["friend", "sundae", "marsh", "month", "monday's", "today's", "mouth", "fries", "weeks"],
)
def test_ordinary_words_are_no_typos(word: str) -> None:
    assert read(f"a {word} b").due is None


@pytest.mark.parametrize("piece", ["1 ", "every ", "mon, ", "!!", "a'", "in 1 h ", "\u0301", "1"])
def test_work_is_bounded_whatever_the_text(piece: str) -> None:
    """A long text costs what its two ends cost: so many tokens, and no word of it is lost."""
    text = (piece * 4096)[:4096]
    assert len(tokenize(text)) <= READ_AT_START + READ_AT_END + 1
    reading = read(text)
    kept = len(reading.title) + sum(span.end - span.start for span in reading.spans)
    assert kept >= len(text.strip()) - text.count(" ") - READ_AT_START - READ_AT_END
