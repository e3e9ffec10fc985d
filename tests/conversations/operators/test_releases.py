"""A store of each released version is brought up to this one, on both databases, and goes on."""

from __future__ import annotations

import gzip
from io import BytesIO
from pathlib import Path

import pytest

from storage.migrations import is_newest, upgrade
from storage.settings import DatabaseSettings
from storage.whole.streams import read_in
from tests.release import ROOT, SAMPLES
from tests.support.clocks import Time
from tests.support.conversations import Conversation
from tests.support.setup import a_setup

STREAMS = sorted((ROOT / SAMPLES).glob("*.jsonl.gz"))
FILES = sorted((ROOT / SAMPLES).glob("*.db.gz"))


def unpacked(path: Path) -> bytes:
    return gzip.decompress(path.read_bytes())


async def goes_on(url: str, time: Time) -> None:
    """Bob, who has lived there, finds his things and uses them."""
    time.now = time.now.replace(day=time.now.day + 2)
    async with a_setup(url, time) as setup:
        setup.trouble_is_meant = True  # messages of then are not in this Telegram
        chat = Conversation(setup, "private")
        assert "xyzzybread" in await chat.says("bob", "/list")
        assert "Done" in await chat.says("bob", "/done 1")
        assert "Swim" in await chat.in_("flat").says("bob", "/habits")
        assert "#" in await chat.in_("flat").says("ann", "/add Coffee @bob")
        assert "bread" in await chat.says("bob", "/undo")


@pytest.mark.parametrize("stream", STREAMS, ids=lambda path: path.name)
async def test_a_stream_of_then_is_read(stream: Path, empty_url: str, time: Time) -> None:
    settings = DatabaseSettings.from_url(empty_url)
    assert await read_in(BytesIO(unpacked(stream)), settings) > 100
    assert await is_newest(settings)
    await goes_on(empty_url, time)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.name)
async def test_a_file_of_then_is_brought_up(file: Path, tmp_path: Path, time: Time) -> None:
    (tmp_path / "then.db").write_bytes(unpacked(file))
    url = f"sqlite:///{tmp_path / 'then.db'}"
    await upgrade(DatabaseSettings.from_url(url))
    assert await is_newest(DatabaseSettings.from_url(url))
    await goes_on(url, time)
