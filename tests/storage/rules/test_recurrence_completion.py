"""Repeats that count from their completion: `every! 3 days`."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from storage.rules.recurrence import Repeat, next_occurrence, one_less, skip
from tests.support.repeats import NOW, after_completion, due, repeat


@pytest.mark.parametrize(
    ("rule", "completed", "expected"),
    [
        (after_completion("FREQ=DAILY;INTERVAL=3"), "2026-09-23T14:30", "2026-09-26"),
        (
            after_completion("FREQ=DAILY;INTERVAL=3", at="09:00"),
            "2026-09-23T14:30",
            "2026-09-26T09:00",
        ),
        (after_completion("FREQ=DAILY", at="23:00"), "2026-09-23T14:30", "2026-09-24T23:00"),
        (after_completion("FREQ=WEEKLY;INTERVAL=2"), "2026-09-23T14:30", "2026-10-07"),
        (after_completion("FREQ=MONTHLY"), "2026-09-23T14:30", "2026-10-23"),
        (after_completion("FREQ=MONTHLY"), "2027-01-31T14:30", "2027-02-28"),
        (after_completion("FREQ=YEARLY"), "2028-02-29T14:30", "2029-02-28"),
        (
            after_completion("FREQ=DAILY;BYHOUR=9,18", at="09:00"),
            "2026-09-23T14:30",
            "2026-09-24T09:00",
        ),
        (
            after_completion("FREQ=HOURLY;INTERVAL=6", at="08:00"),
            "2026-09-23T14:30",
            "2026-09-23T20:30",
        ),
        (
            after_completion("FREQ=HOURLY;INTERVAL=2;BYHOUR=9,10,11,12,13,14,15", at="09:00"),
            "2026-09-23T14:30",
            "2026-09-24T10:30",
        ),
        # a rule that names days
        (after_completion("FREQ=WEEKLY;BYDAY=MO,TH"), "2026-09-23T14:30", "2026-09-24"),
        (after_completion("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"), "2026-09-23T14:30", "2026-10-09"),
        (
            after_completion("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=1"),
            "2026-09-23T14:30",
            "2026-12-01",
        ),
        (after_completion("FREQ=MONTHLY;BYDAY=3FR"), "2026-09-23T14:30", "2026-10-16"),
        (
            after_completion("FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=8"),
            "2026-01-02T14:30",
            "2028-03-08",
        ),
        (
            after_completion("FREQ=DAILY;INTERVAL=3;BYDAY=MO,TU,WE,TH,FR"),
            "2026-09-23T14:30",
            "2026-09-29",
        ),
        # ends
        (
            after_completion("FREQ=DAILY;INTERVAL=3;UNTIL=20260926"),
            "2026-09-23T14:30",
            "2026-09-26",
        ),
        (after_completion("FREQ=DAILY;INTERVAL=4;UNTIL=20260926"), "2026-09-23T14:30", None),
        (after_completion("FREQ=DAILY;COUNT=2"), "2026-09-23T14:30", "2026-09-24"),
        (after_completion("FREQ=DAILY;COUNT=1"), "2026-09-23T14:30", None),
    ],
)
def test_after_completion_the_interval_counts_from_the_completion(
    rule: Repeat, completed: str, expected: str | None
) -> None:
    at = due(completed).at
    found = next_occurrence(rule, current=due("2026-09-01"), now=at, completed_at=at)
    assert found == (due(expected) if expected else None)


def test_the_date_of_a_completion_is_the_local_one() -> None:
    rule = after_completion("FREQ=DAILY;INTERVAL=3")
    at = datetime(2026, 9, 23, 22, 30, tzinfo=UTC)  # the 24th in Berlin
    found = next_occurrence(rule, current=due("2026-09-23"), now=at, completed_at=at)
    assert found == due("2026-09-27")


def test_a_completion_told_late_does_not_give_a_due_in_the_past() -> None:
    rule = after_completion("FREQ=DAILY;INTERVAL=3", at="09:00")
    done = due("2026-09-10T10:00").at
    found = next_occurrence(rule, current=due("2026-09-09T09:00"), now=NOW, completed_at=done)
    assert found == due("2026-09-25T09:00")


def test_what_was_watered_early_is_watered_early_again() -> None:
    rule = after_completion("FREQ=DAILY;INTERVAL=3")
    found = next_occurrence(rule, current=due("2026-10-10"), now=NOW, completed_at=NOW)
    assert found == due("2026-09-26")


def test_skipping_after_completion_counts_from_the_skipped_one() -> None:
    rule = after_completion("FREQ=DAILY;INTERVAL=3")
    assert skip(rule, current=due("2026-09-24"), now=NOW) == due("2026-09-27")
    assert skip(rule, current=due("2026-09-01"), now=NOW) == due("2026-09-26")


def test_the_count_of_completions_goes_down() -> None:
    rule = after_completion("FREQ=DAILY;COUNT=2;INTERVAL=3")
    once_more = one_less(rule)
    assert once_more is not None
    assert once_more.rules == ("FREQ=DAILY;INTERVAL=3;COUNT=1",)
    assert one_less(once_more) is None
    assert one_less(after_completion("FREQ=DAILY")) == after_completion("FREQ=DAILY")
    assert one_less(repeat("FREQ=DAILY;COUNT=1")) == repeat("FREQ=DAILY;COUNT=1")
