"""Whatever is in a file: a document within bounds, or the reason why not, and never anything else.

The files are bytes at random, words of the formats in any order, and each sample cut off, or with
bytes changed, left out, doubled and moved.
"""

from __future__ import annotations

import io
import random
import sqlite3
import zipfile
from contextlib import closing

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from storage.transfer.documents import Document
from storage.transfer.formats.archives import LARGEST_UNPACKED, MOST_MEMBERS
from storage.transfer.formats.recognising import read_file
from storage.transfer.formats.values import (
    LARGEST,
    MOST_ROWS,
    SHOWN,
    FoundFile,
    Reason,
    Unreadable,
)
from tests.support.samples import an_importer, changed, packed, samples

SAMPLES = samples()
WORDS = [
    *("BEGIN:VCALENDAR", "BEGIN:VTODO", "END:VTODO", "END:VCALENDAR", "SUMMARY:x", "\r\n", "\n "),
    *(
        "DUE:20260930T100000Z",
        "RRULE:FREQ=DAILY",
        "TRIGGER:-PT9999999M",
        ';TZID="a',
        "DURATION:P1W",
    ),
    *("TYPE,CONTENT,PRIORITY,INDENT,DATE\n", "task,", "section,", "note,", '"', ",", "every! day"),
    *('"List Name","Title","Due Date","Status"\n', "2026-09-30T22:00:00+0000", "- [x] ", "# "),
    *('{"format": "dueto", "version": 1, ', '"tasks": [', "]", "}", '{"kind": "tasks#taskLists"'),
    *(
        ', "items": [',
        "\x00",
        "\ud7ff",
        "9" * 30,
        "0000-00-00",
        "SQLite format 3\x00",
        "PK\x03\x04",
    ),
]
texts = st.lists(st.sampled_from(WORDS) | st.text(max_size=8), max_size=25).map("".join)


def check(content: bytes) -> None:
    """Read it: what comes out is a whole document, with a little of what was not understood."""
    try:
        found = read_file(content, an_importer())
    except Unreadable:
        return
    assert isinstance(found, FoundFile)
    again = Document.model_validate_json(found.document.model_dump_json())
    assert again == found.document
    assert len(again.tasks) + len(again.habits) <= MOST_ROWS
    assert all(len(one.text) <= SHOWN and one.line >= 1 for one in found.unread)


@settings(deadline=None, max_examples=300)
@given(st.binary(max_size=400))
def test_bytes(content: bytes) -> None:
    check(content)


@settings(deadline=None, max_examples=400)
@given(texts, st.sampled_from(["utf-8", "utf-16", "cp1251"]))
def test_words_of_the_formats(words: str, encoding: str) -> None:
    check(words.encode(encoding, errors="replace"))


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_that_are_cut_off(name: str) -> None:
    content = SAMPLES[name]
    for size in range(0, len(content), max(1, len(content) // 60)):
        check(content[:size])


@pytest.mark.parametrize("name", SAMPLES)
def test_samples_with_other_bytes(name: str) -> None:
    dice = random.Random(name)
    for _ in range(150):
        check(changed(SAMPLES[name], dice))


def reason(content: bytes) -> Reason:
    with pytest.raises(Unreadable) as refused:
        read_file(content, an_importer())
    return refused.value.reason


def test_an_archive_that_unpacks_to_too_much_is_refused() -> None:
    bomb = packed({"tasks.csv": b"0" * (LARGEST_UNPACKED + 1)})
    assert len(bomb) < LARGEST
    assert reason(bomb) is Reason.PACKED
    parts = packed({f"{n}.csv": b"0" * (LARGEST_UNPACKED // 4) for n in range(5)})
    assert reason(parts) is Reason.PACKED


def test_an_archive_of_too_many_files_is_refused() -> None:
    assert reason(packed({f"{n}.x": b"" for n in range(MOST_MEMBERS + 1)})) is Reason.PACKED


def test_an_archive_packed_in_another_way_is_refused() -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("tasks.csv", b"TYPE,CONTENT,PRIORITY,INDENT\ntask,a,1,1\n")
    assert reason(kept.getvalue()) is Reason.PACKED


def test_an_archive_in_an_archive_is_not_opened() -> None:
    assert reason(packed({"inner.zip": SAMPLES["todoist.zip"]})) is Reason.UNKNOWN


def test_names_that_lead_out_of_an_archive_are_only_names() -> None:
    found = read_file(packed({"../../etc/Home [1].csv": SAMPLES["todoist.csv"]}), an_importer())
    assert found.document.tasks[0].tags == ["errands", "Home"]


def test_a_database_with_other_tables_is_refused() -> None:
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("CREATE TABLE notes (id INTEGER)")
        assert reason(made.serialize()) is Reason.UNKNOWN


def test_a_view_in_place_of_a_table_is_not_read() -> None:
    with closing(sqlite3.connect(":memory:")) as made:
        made.execute("CREATE TABLE h (id, name, freq_num, freq_den)")
        made.execute("CREATE TABLE repetitions (habit, timestamp, value)")
        made.execute(
            "CREATE VIEW habits AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
            " SELECT i AS id, 'x' AS name, 1 AS freq_num, 1 AS freq_den FROM n"
        )
        assert reason(made.serialize()) is Reason.UNKNOWN


def test_more_lines_than_a_list_has_are_refused() -> None:
    head = b"TYPE,CONTENT,PRIORITY,INDENT\n"
    assert reason(head + b"task,a,1,1\n" * (MOST_ROWS + 1)) is Reason.ROWS
    assert reason(b"- a\n" * (MOST_ROWS + 1)) is Reason.ROWS


@pytest.mark.parametrize(
    "content",
    [
        b"[" * 100_000,
        b'{"a":' * 100_000,
        b'{"format": "dueto", "tasks": ' + b"[" * 100_000,
        b"BEGIN:VCALENDAR\n" + b"BEGIN:VTODO\n" * 100_000,
        b"BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:x\n" + b" y\n" * 300_000 + b"END:VTODO\n",
        b"BEGIN:VCALENDAR\nBEGIN:VTODO\n" + b"X;A=" + b";A=" * 500_000,
        b'TYPE,CONTENT,PRIORITY,INDENT\ntask,"' + b"a" * 2_000_000,
        b"-" * 4_000_000,
        b"@" * 1_000_000,
        b" " * 4_000_000 + b"x",
        b"\x00\n" * 2_000_000,
        b"\xff" * 4_000_000,
    ],
    ids=range(12),
)
@pytest.mark.timeout(60)
def test_what_is_deep_or_long_is_read_in_time(content: bytes) -> None:
    check(content)
