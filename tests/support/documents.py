"""Exports as people's own lists could give them, for properties."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from hypothesis import strategies as st

from storage.models import Action, Priority, Status
from storage.models.tasks import FileKind
from tests.support.clocks import NOW

CHAT, OWNER = "c" * 32, "0" * 31 + "1"
OTHER = "0" * 31 + "2"
OWNERS_ID, OTHERS_ID = 1001, 1002

keys = st.uuids(version=4).map(lambda key: key.hex)
texts = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=30
)
moments = st.integers(1, 365 * 24 * 3600).map(
    lambda ago: (NOW - timedelta(seconds=ago, microseconds=ago)).isoformat()
)
days = st.dates(date(2025, 1, 1), date(2027, 1, 1)).map(date.isoformat)
people = st.sampled_from([OWNER, OTHER])
zones = st.sampled_from(["Europe/Berlin", "America/New_York", "Asia/Kolkata"])
offsets = st.sampled_from(["-0m", "-60m", "+30m", "day-1@19:00"])
repeats = st.builds(
    lambda rule, on, zone: {
        "rules": [rule],
        "start_on": on,
        "start_time": "09:00:00",
        "zone": zone,
        "anchor": "schedule",
    },
    st.sampled_from(["FREQ=DAILY", "FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=MONTHLY;BYMONTHDAY=1"]),
    days,
    zones,
)


@st.composite
def history(draw: st.DrawFn) -> dict[str, Any]:
    title = draw(texts)
    return {
        "id": draw(keys),
        "batch": draw(keys),
        "user_id": draw(people),
        "action": draw(st.sampled_from(list(Action))),
        "before": {"title": title, "assignees": draw(st.lists(people, max_size=2, unique=True))},
        "after": {"title": title + "!", "assignees": []},
        "created_at": draw(moments),
        "undone_at": draw(st.none() | moments),
        "is_forgotten": draw(st.sampled_from([None, True])),
    }


@st.composite
def checklists(draw: st.DrawFn) -> list[dict[str, Any]]:
    return [
        {"id": draw(keys), "position": place, "text": text, "is_done": draw(st.booleans())}
        for place, text in enumerate(draw(st.lists(texts, max_size=3)))
    ]


@st.composite
def attachments(draw: st.DrawFn) -> list[dict[str, Any]]:
    kinds = st.sampled_from(list(FileKind))
    return [
        {"id": draw(keys), "kind": draw(kinds), "file_id": name, "unique_id": name, "name": name}
        for name in draw(st.lists(texts, max_size=2))
    ]


@st.composite
def tasks(draw: st.DrawFn) -> dict[str, Any]:
    due, done = draw(st.none() | moments), draw(st.none() | moments)
    return {
        "id": draw(keys),
        "topic": draw(st.sampled_from([0, 7])),
        "number": draw(st.integers(1, 10**6)),
        "title": draw(texts),
        "notes": draw(st.just("") | texts),
        "status": Status.COMPLETED if done else draw(st.sampled_from(["todo", "in_progress"])),
        "priority": draw(st.sampled_from(list(Priority))),
        "due_at": due,
        "due_zone": draw(zones) if due else None,
        "due_on": None,
        "repeat": draw(st.none() | repeats),
        "stands_for": draw(st.none() | moments),
        "snoozed": draw(st.none() | moments.map(lambda at: {CHAT: at})),
        "awaited": draw(st.none() | st.just(["sam"])),
        "rotation": draw(
            st.none() | people.map(lambda who: {"order": [OWNER, OTHER], "turn": who})
        ),
        "ticked": draw(st.none() | st.lists(people, max_size=1)),
        "said": draw(st.none() | texts.map(lambda text: {"text": text})),
        "reminders": draw(st.none() | st.lists(offsets, max_size=3)),
        "nag_minutes": draw(st.none() | st.integers(1, 60)),
        "duration_minutes": draw(st.none() | st.integers(1, 3000)),
        "created_by": draw(st.none() | people),
        "created_at": draw(moments),
        "updated_at": draw(moments),
        "completed_at": done,
        "completed_by": draw(st.none() | people) if done else None,
        "deleted_at": draw(st.none() | moments),
        "tags": draw(st.lists(st.sampled_from(["home", "Job", "ärzte"]), max_size=3, unique=True)),
        "checklist": draw(checklists()),
        "attachments": draw(attachments()),
        "assignees": [
            {"user_id": who} for who in draw(st.lists(people, max_size=2, unique=True).map(sorted))
        ],
        "history": draw(st.lists(history(), max_size=2)),
    }


@st.composite
def habits(draw: st.DrawFn) -> dict[str, Any]:
    target = draw(st.none() | st.integers(0, 100).map(float))
    return {
        "id": draw(keys),
        "topic": 0,
        "name": draw(texts),
        "recurring_schedule": {
            "start": draw(days),
            "unit": "day",
            "interval": draw(st.integers(1, 5)),
            "times": 1,
            "weekdays": [],
            "reminders": draw(st.sampled_from([[], ["09:00"]])),
        },
        "target": target,
        "unit": "" if target is None else "pages",
        "direction": None if target is None else draw(st.sampled_from(["at_least", "at_most"])),
        "snoozed": None,
        "colour": draw(st.integers(0, 7)),
        "position": 0,
        "created_by": draw(st.none() | people),
        "created_at": draw(moments),
        "updated_at": draw(moments),
        "archived_at": draw(st.none() | moments),
        "deleted_at": draw(st.none() | moments),
        "members": [
            {"user_id": OWNER, "joined_at": draw(moments), "pauses": [], "is_ranked": True}
        ],
        "entries": [
            {
                "user_id": OWNER,
                "day": day,
                "amount": float(draw(st.integers(0, 50))),
                "is_skip": draw(st.booleans()),
                "note": draw(st.just("") | texts),
                "updated_at": draw(moments),
            }
            for day in sorted(draw(st.lists(days, max_size=4, unique=True)))
        ],
        "history": draw(st.lists(history(), max_size=1)),
    }


def _in_order(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [{**habit, "position": place} for place, habit in enumerate(found)]


@st.composite
def documents(draw: st.DrawFn) -> dict[str, Any]:
    """A document of a list of Ann's that Bob has done something in."""
    found = draw(st.lists(tasks(), max_size=4, unique_by=lambda task: task["number"]))
    return {
        "format": "dueto",
        "version": 1,
        "exported_at": NOW.isoformat(),
        "chat": {
            "id": CHAT,
            "kind": "group",
            "title": "The flat",
            "next_number": draw(st.integers(1, 2 * 10**6)),
            "settings": draw(st.sampled_from([{}, {"zone": "Asia/Kolkata", "agenda": "07:30"}])),
            "owner": None,
        },
        "tasks": sorted(found, key=lambda task: task["number"]),
        "habits": _in_order(
            draw(st.lists(habits(), max_size=2, unique_by=lambda one: one["name"]))
        ),
        "history": [],
        "people": [
            {"id": OWNER, "telegram_id": OWNERS_ID, "name": "Ann", "username": "ann"},
            {"id": OTHER, "telegram_id": OTHERS_ID, "name": "Bob", "username": "bob"},
        ],
    }


def shape(document: dict[str, Any], *, but: UUID | None = None) -> dict[str, Any]:
    """What two documents of the same list have alike: not when they were made, and without the
    history of one batch."""
    kept = {key: value for key, value in document.items() if key not in ("exported_at", "people")}
    for name in ("tasks", "habits"):
        kept[name] = [
            {**about, "history": [row for row in about["history"] if row["batch"] != _hex(but)]}
            for about in document[name]
        ]
    kept["history"] = [row for row in document["history"] if row["batch"] != _hex(but)]
    return kept


def _hex(key: UUID | None) -> str | None:
    return key.hex if key else None


def _a_file() -> bytes:
    now, key = NOW.isoformat(), "e" * 31
    task = {"id": f"{key}1", "number": 1, "title": "Jam", "created_at": now, "updated_at": now}
    head = {"id": f"{key}0", "kind": "private", "title": "", "next_number": 2, "settings": {}}
    document: dict[str, Any] = {"format": "dueto", "version": 1, "exported_at": now, "chat": head}
    document |= {"tasks": [task], "habits": [], "history": [], "people": []}
    return json.dumps(document).encode()


A_FILE = _a_file()  # an export with one task
