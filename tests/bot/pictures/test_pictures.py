"""The finished pictures: their size, the text in them, the same bytes for the same values."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import combinations

import pytest

from bot import pictures
from bot.pictures import LEADERBOARD_ROWS, SHEET_ROWS, Day, Leaderboard, Legend, Sheet
from bot.pictures.canvas import WIDTH, Canvas
from bot.pictures.cards import MARGIN, PADDING
from bot.pictures.cells import draw_day, legend_rows
from bot.pictures.lettering import SMALLEST
from tests.support.pictures.eyes import opened, watch_text
from tests.support.pictures.samples import (
    A_DETAIL,
    A_HABIT,
    A_LEADERBOARD,
    A_PERSON,
    A_SHEET,
    FULL_DETAIL,
    FULL_LEADERBOARD,
    FULL_SHEET,
    KINDS,
    LONG,
    ONE_WORD,
    some_days,
)

Draw = Callable[[], bytes]
ORDINARY: dict[str, Draw] = {
    "detail": partial(pictures.draw_detail, A_DETAIL),
    "sheet": partial(pictures.draw_sheet, A_SHEET),
    "leaderboard": partial(pictures.draw_leaderboard, A_LEADERBOARD),
}
FULL: dict[str, Draw] = {
    "detail": partial(pictures.draw_detail, FULL_DETAIL),
    "sheet": partial(pictures.draw_sheet, FULL_SHEET),
    "leaderboard": partial(pictures.draw_leaderboard, FULL_LEADERBOARD),
}
ALL = [*ORDINARY.values(), *FULL.values()]
NAMES = [*ORDINARY, *(f"full {name}" for name in FULL)]


@pytest.mark.parametrize("draw", ALL, ids=NAMES)
def test_a_picture_is_a_photo_that_telegram_takes(draw: Draw) -> None:
    """Telegram's limits: width and height together 10,000 px, 20 to 1, 10 MB."""
    png = draw()
    width, height = opened(png).size
    assert width == WIDTH
    assert width + height <= 10_000
    assert len(png) < 1_000_000


@pytest.mark.parametrize("draw", ORDINARY.values(), ids=ORDINARY)
def test_the_same_values_give_the_same_bytes_in_every_thread(draw: Draw) -> None:
    with ThreadPoolExecutor(4) as threads:
        drawn = {future.result() for future in [threads.submit(draw) for _ in range(4)]}
    assert drawn == {draw()}


@pytest.mark.parametrize("draw", ALL, ids=NAMES)
def test_words_stay_in_their_place(draw: Draw, monkeypatch: pytest.MonkeyPatch) -> None:
    """No text is too small, leaves its card, or covers another."""
    put = watch_text(monkeypatch)
    _, height = opened(draw()).size
    edge = MARGIN + PADDING
    assert put
    assert min(one.size for one in put) >= SMALLEST
    out = [
        one.words
        for one in put
        if one.left < edge - 1
        or one.right > WIDTH - edge + 1
        or one.top < edge - 4
        or one.bottom > height - edge + 8
    ]
    assert out == []
    assert [(a.words, b.words) for a, b in combinations(put, 2) if a.covers(b)] == []


@pytest.mark.parametrize("name", [LONG, ONE_WORD], ids=["words", "one word"])
def test_a_name_of_60_characters(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    put = watch_text(monkeypatch)
    pictures.draw_detail(replace(A_DETAIL, name=name))
    head = "".join(one.words for one in put if one.size == 46 and one.left > 200)
    assert len(name) == 60
    assert head.replace(" ", "") == name.replace(" ", "") or head.endswith("…")


def test_what_was_handed_in_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    put = watch_text(monkeypatch)
    pictures.draw_detail(A_DETAIL)
    words = {one.words for one in put}
    assert {"Read", "20 pages every day", "80 %", "current streak", "12 days", "Score"} <= words
    assert {"0 %", "50 %", "100 %", "26 Jun", "today", "янв", "сент"} <= words
    assert {"less", "more", "missed", "skipped", "away"} <= words


def test_other_values_give_another_picture() -> None:
    days = (*A_DETAIL.calendar.days[:-1], 0.9)
    calendar = replace(A_DETAIL.calendar, days=days)
    changed = (
        replace(A_DETAIL, colour=1),
        replace(A_DETAIL, score=0.81),
        replace(A_DETAIL, calendar=calendar),
        replace(A_DETAIL, curve=replace(A_DETAIL.curve, scores=(0.5,) * 90)),
    )
    assert len({pictures.draw_detail(values) for values in (A_DETAIL, *changed)}) == 5


def test_a_habit_of_today_has_a_picture() -> None:
    new = replace(
        A_DETAIL,
        facts=(),
        subtitle="",
        score=0.0,
        calendar=replace(A_DETAIL.calendar, days=(1.0,)),
        legend=Legend(),
        curve=replace(A_DETAIL.curve, scores=(), begins="", ends=""),
    )
    one = replace(new, curve=replace(new.curve, scores=(0.05,)))
    assert (
        opened(pictures.draw_detail(new)).size[1] < opened(pictures.draw_detail(A_DETAIL)).size[1]
    )
    assert pictures.draw_detail(one) != pictures.draw_detail(new)


@pytest.mark.parametrize("name", ["🏃", "跑步", "عادة", "\u200b", "\ud800"])
def test_a_name_that_the_font_lacks_leaves_a_bar(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    put = watch_text(monkeypatch)
    drawn = (
        pictures.draw_detail(replace(A_DETAIL, name=name)),
        pictures.draw_sheet(replace(A_SHEET, rows=(replace(A_HABIT, name=name),))),
        pictures.draw_leaderboard(Leaderboard(name, (replace(A_PERSON, name=name),))),
    )
    assert all(opened(png).size[0] == WIDTH for png in drawn)
    assert [one.words for one in put if name in one.words] == []
    plain = pictures.draw_detail(replace(A_DETAIL, name=""))
    assert drawn[0] != plain


@pytest.mark.parametrize("share", [-1.0, 0.0, 0.004, 0.5, 1.0, 7.5])
def test_scores_beyond_the_ends_stay_within(share: float) -> None:
    curve = replace(A_DETAIL.curve, scores=(share,) * 3)
    pictures.draw_detail(replace(A_DETAIL, score=share, curve=curve, colour=99))
    pictures.draw_leaderboard(Leaderboard("x", (replace(A_PERSON, score=share),)))
    bounded = replace(A_PERSON, score=min(max(share, 0.0), 1.0))
    clamped = pictures.draw_leaderboard(Leaderboard("x", (bounded,)))
    assert pictures.draw_leaderboard(Leaderboard("x", (replace(A_PERSON, score=share),))) == clamped


def test_a_sheet_grows_up_to_its_twelfth_row(monkeypatch: pytest.MonkeyPatch) -> None:
    def height(count: int) -> int:
        rows = tuple(replace(A_HABIT, name=f"Habit {n}") for n in range(count))
        return opened(pictures.draw_sheet(replace(A_SHEET, rows=rows, more=""))).size[1]

    heights = [height(count) for count in (1, 2, SHEET_ROWS, SHEET_ROWS + 5)]
    assert heights[0] < heights[1] < heights[2] == heights[3]
    put = watch_text(monkeypatch)
    pictures.draw_sheet(replace(A_SHEET, rows=(A_HABIT,) * 15, more="und 3 weitere"))
    assert put[-1].words == "und 3 weitere"


def test_a_leaderboard_grows_up_to_its_twentieth_row(monkeypatch: pytest.MonkeyPatch) -> None:
    put = watch_text(monkeypatch)
    rows = tuple(replace(A_PERSON, rank=n + 1, name=f"Person {n}") for n in range(30))
    pictures.draw_leaderboard(Leaderboard("x", rows, more="y otros 10"))
    names = [one.words for one in put if one.words.startswith("Person")]
    assert names == [f"Person {n}" for n in range(LEADERBOARD_ROWS)]
    assert put[-1].words == "y otros 10"


@pytest.mark.parametrize("change", [None, 0, 3, -3])
def test_a_change_is_told_by_its_shape(change: int | None) -> None:
    others = {None, 0, 3, -3} - {change}
    greys = {
        one: opened(
            pictures.draw_leaderboard(Leaderboard("x", (replace(A_PERSON, change=one),)))
        ).convert("L")
        for one in (*others, change)
    }
    assert all(greys[change].tobytes() != greys[other].tobytes() for other in others)


def grey_cell(day: Day, side: float, colour: int) -> list[int]:
    canvas = Canvas(side + 8)
    canvas.box(0, 0, WIDTH, side + 8, radius=0, fill=(255, 255, 255))
    draw_day(canvas, 4, 4, side, day, colour=colour)
    cell = opened(canvas.png()).convert("L").crop((4, 4, 4 + int(side), 4 + int(side)))
    return list(cell.tobytes())


@pytest.mark.parametrize("side", [21, 24, 30])
@pytest.mark.parametrize("colour", range(8))
def test_the_kinds_of_days_differ_without_colour(side: float, colour: int) -> None:
    """In grey at least one px in twenty-five clearly differs."""
    cells = [grey_cell(day, side, colour) for day in KINDS]
    for one, other in combinations(cells, 2):
        differing = sum(abs(a - b) > 24 for a, b in zip(one, other, strict=True))
        assert differing >= side * side / 25


def test_a_legend_breaks_into_lines() -> None:
    short, long = Legend(done="done"), Legend(*[LONG] * 6)
    assert [len(legend_rows(legend, 968)) for legend in (Legend(), short)] == [0, 1]
    rows = legend_rows(long, 968)
    assert len(rows) > 1
    assert all(sum(entry.width for entry in row) <= 968 for row in rows)


def test_sheets_of_few_days_end_at_the_same_day() -> None:
    """The days of a habit of three days are below the last three of the others."""
    short = Sheet("x", (replace(A_HABIT, days=some_days(35)[-3:]),), A_SHEET.last)
    whole = Sheet("x", (replace(A_HABIT, days=some_days(35)),), A_SHEET.last)
    one, other = (opened(pictures.draw_sheet(values)) for values in (short, whole))
    box = (WIDTH - 56 - 65, 0, WIDTH, one.size[1])
    assert one.crop(box).tobytes() == other.crop(box).tobytes()
    assert one.tobytes() != other.tobytes()


def test_the_drawing_library_is_imported_by_the_first_picture() -> None:
    code = "import sys, bot.pictures; sys.exit('PIL' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0  # noqa: S603
