"""Values to draw: an ordinary picture of each kind, and one that is as full as possible."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.pictures import (
    Calendar,
    Curve,
    Day,
    Detail,
    Leaderboard,
    LeaderboardRow,
    Legend,
    Mark,
    Sheet,
    SheetRow,
)

TODAY = date(2026, 9, 23)
LONG = "Читать вслух перед сном сказки и рассказы детям и внукам, ёж"  # 60 characters
ONE_WORD = "Щ" * 60
MONTHS = ("янв", "февр", "март", "апр", "май", "июнь", "июль", "авг", "сент", "окт", "нояб", "дек")
WEEKDAYS = ("пн", "вт", "ср", "чт", "пт", "сб", "вс")
KINDS: tuple[Day, ...] = (None, 0.0, 0.3, 1.0, Mark.MISSED, Mark.SKIPPED, Mark.AWAY)


def some_days(count: int) -> tuple[Day, ...]:
    return tuple(KINDS[number * number % len(KINDS)] for number in range(count))


A_DETAIL = Detail(
    name="Read",
    colour=0,
    score=0.8,
    score_text="80 %",
    facts=(("current streak", "12 days"), ("best streak", "40 days"), ("kept", "83 %")),
    calendar=Calendar(TODAY - timedelta(days=364), some_days(365), MONTHS, WEEKDAYS),
    legend=Legend("less", "more", missed="missed", skipped="skipped", away="away"),
    curve=Curve("Score", tuple(n / 100 for n in range(90)), begins="26 Jun", ends="today"),
    subtitle="20 pages every day",
)
FULL_DETAIL = replace(
    A_DETAIL,
    name=LONG,
    subtitle=f"{LONG} {LONG}",
    score=1.0,
    score_text="100 %",
    facts=tuple((LONG, LONG) for _ in range(4)),
    calendar=replace(A_DETAIL.calendar, months=(LONG,) * 12, weekdays=(LONG,) * 7),
    legend=Legend(*[LONG] * 6),
    curve=replace(A_DETAIL.curve, title=LONG, begins=LONG, ends=LONG),
)
A_HABIT = SheetRow("Run", 3, 0.5, "50 %", "3 weeks", some_days(35))
A_SHEET = Sheet("My habits", (A_HABIT, replace(A_HABIT, name="Read", colour=1)), TODAY, "yesterday")
FULL_HABIT = SheetRow(LONG, 7, 1.0, "100 %", LONG, some_days(35))
FULL_SHEET = Sheet(LONG * 2, (FULL_HABIT,) * 14, TODAY, LONG * 2, 6, LONG * 2)
A_PERSON = LeaderboardRow(1, "Ann", 0.9, "90 %", 4, some_days(7))
A_LEADERBOARD = Leaderboard(
    "Push-ups", (A_PERSON, replace(A_PERSON, rank=2, name="Bob", change=-2))
)
FULL_PERSON = LeaderboardRow(20, LONG, 1.0, "100 %", -100, some_days(7))
FULL_LEADERBOARD = Leaderboard(LONG * 2, (FULL_PERSON,) * 25, LONG * 2, 5, LONG * 2)
