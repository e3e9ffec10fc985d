"""A store that was lived in goes from one database to another, and the bot goes on there."""

from __future__ import annotations

import asyncio
import gzip
import shutil
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import asyncpg
import pytest
from click.testing import CliRunner, Result

from bot.__main__ import main
from bot.starting import CannotStart, migrate
from storage.errors import NotCarried
from storage.migrations import downgrade, is_newest
from storage.settings import DatabaseSettings
from storage.whole.marks import half_filled_from, set_mark
from storage.whole.moving import move
from storage.whole.reading import PAGE, reading
from storage.whole.streams import read_in, write_out
from storage.whole.values import shapes
from storage.whole.writing import connected, insert
from tests.support.conversations import Conversation
from tests.support.databases import Dialect, PostgreSQL, planning_database
from tests.support.holding import held
from tests.support.lived_in import live_in
from tests.support.setup import an_application

Facts = dict[str, tuple[int, str]]


def at(url: str) -> DatabaseSettings:
    return DatabaseSettings.from_url(url)


async def facts(url: str) -> Facts:
    """Counts and checksums of all tables."""
    async with reading(at(url), anyway=True) as snapshot:
        return {shape.name: (await snapshot.tally(shape)).facts for shape in shapes()}


async def stream_of(url: str) -> bytes:
    file = BytesIO()
    async with reading(at(url), anyway=True) as snapshot:
        await write_out(snapshot, file, version="1")
    return file.getvalue()


async def goes_on_at(url: str, chat: Conversation) -> None:
    """The bot's next process has its store there, and people notice nothing."""
    setup = chat.setup
    await setup.stop()
    setup.settings = setup.settings.model_copy(update={"database_url": url})
    setup.application = an_application(setup.settings, setup.telegram, setup.time)
    await setup.application.bot.initialize()
    await setup.application.endpoint.prepare()
    assert "xyzzybread" in await chat.says("bob", "/list")
    assert "Done" in await chat.says("bob", "/done 1")
    assert "#8" in await chat.in_("flat").says("ann", "/add Coffee @bob")


async def test_what_was_moved_is_what_was_there(
    anywhere: Conversation, database_url: str, other_url: str, tmp_path: Path
) -> None:
    """To the other database, as a stream back to this kind, and the bot goes on with each."""
    await live_in(anywhere)
    before = await facts(database_url)
    lived = {name for name, (count, _) in before.items() if count}
    assert lived >= {"tasks", "habits", "changes", "reminders", "task_messages", "tags", "boards"}
    told: list[tuple[int, int]] = []
    moved = await move(
        at(database_url), at(other_url), lambda *left: told.append(left), anyway=True
    )
    assert moved == before == await facts(other_url) == await facts(database_url)
    assert told[-1][0] == 0
    assert await half_filled_from(at(other_url)) is None

    whole = await stream_of(other_url)
    assert whole == await stream_of(database_url), "the same from both databases"
    back = f"sqlite:///{tmp_path / 'back.db'}"
    assert await read_in(BytesIO(whole), at(back)) == sum(count for count, _ in before.values())
    assert await facts(back) == before
    await goes_on_at(other_url, anywhere)


async def fill(url: str, rows: int) -> None:
    """Many rows of one table, and one of another."""
    by_name = {shape.name: shape for shape in shapes()}
    received = by_name["received_updates"]
    async with connected(at(url)) as connection, connection.begin():
        moment = received.read([1, "2026-09-23T12:30:00+00:00", None])[1]
        await insert(connection, received, [(one, moment, None) for one in range(1, rows + 1)])
        await insert(connection, by_name["own_bot"], [(1, 5)])


async def cut_off(source: str, target: str, *, after: int) -> None:
    """Move, and break when so many rows were copied."""

    class CutOff(Exception):
        pass

    def progress(left: int, count: int) -> None:
        if count - left >= after:
            raise CutOff

    with pytest.raises(CutOff):
        await move(at(source), at(target), progress, anyway=True)


async def test_a_move_that_was_cut_off_goes_on(database_url: str, other_url: str) -> None:
    await fill(database_url, 3 * PAGE)
    before = await facts(database_url)
    await cut_off(database_url, other_url, after=PAGE + 2)
    half = await half_filled_from(at(other_url))
    assert half == at(database_url).name
    database = planning_database(other_url)
    with pytest.raises(CannotStart, match="finish that with the same `dueto move`"):
        await migrate(database)
    await database.close()
    async with reading(at(other_url), anyway=True) as snapshot:
        assert 0 < await snapshot.whole() < 3 * PAGE
    assert await facts(database_url) == before
    assert await move(at(database_url), at(other_url), anyway=True) == before
    assert await facts(other_url) == before
    await migrate(database := planning_database(other_url))
    await database.close()


async def test_a_source_that_has_changed_meanwhile_is_copied_afresh(
    database_url: str, other_url: str
) -> None:
    await fill(database_url, 2 * PAGE)
    await cut_off(database_url, other_url, after=PAGE + 2)
    received = next(shape for shape in shapes() if shape.name == "received_updates")
    async with connected(at(database_url)) as connection, connection.begin():
        row = received.read([-7, "2026-09-23T12:30:00+00:00", None])
        await insert(connection, received, [row])
    assert await move(at(database_url), at(other_url), anyway=True) == await facts(database_url)
    assert await facts(other_url) == await facts(database_url)


async def test_what_is_not_empty_is_not_filled(
    database_url: str, other_url: str, tmp_path: Path
) -> None:
    await fill(database_url, 2)
    await fill_other(other_url)
    before = await facts(other_url)
    whole = await stream_of(database_url)
    with pytest.raises(NotCarried, match=r"is not empty \(own_bot, received_updates\)"):
        await move(at(database_url), at(other_url), anyway=True)
    with pytest.raises(NotCarried, match="is not empty"):
        await read_in(BytesIO(whole), at(other_url))
    with pytest.raises(NotCarried, match="the same database"):
        await move(at(database_url), at(database_url), anyway=True)
    assert await facts(other_url) == before
    third = f"sqlite:///{tmp_path / 'third.db'}"
    async with connected(at(third)) as connection, connection.begin():
        await set_mark(connection, "postgresql://elsewhere:5432/dueto")
    with pytest.raises(NotCarried, match="has half of postgresql://elsewhere"):
        await move(at(database_url), at(third), anyway=True)


async def fill_other(url: str) -> None:
    database = planning_database(url)
    await migrate(database)
    await database.close()
    await fill(url, 2)


Damage = Callable[[bytes], bytes]
DAMAGES: dict[str, Damage] = {
    "nothing": lambda _: b"",
    "something else": lambda _: b'{"tasks": []}\n' * 30,
    "no end": lambda whole: whole[: whole.rindex(b"\n", 0, -1) + 1],
    "cut in a row": lambda whole: whole[:-400],
    "a row less": lambda whole: whole.replace(b'[2,"2026-09-23T12:30:00+00:00",null]\n', b""),
    "another number": lambda whole: whole.replace(b"[2,", b"[3,"),
    "more behind": lambda whole: whole + b"{}\n",
    "a later version": lambda whole: whole.replace(b'"revision":"0', b'"revision":"9'),
    "another table": lambda whole: whole.replace(b'"own_bot"', b'"alembic_version"'),
    "two of one key": lambda whole: whole.replace(b"[2,", b"[1,"),
}


async def test_a_stream_that_is_cut_off_or_altered_leaves_nothing(
    database_url: str, other_url: str, tmp_path: Path
) -> None:
    await fill(database_url, 20)
    whole, file = await stream_of(database_url), tmp_path / "broken.jsonl"
    for name, damage in DAMAGES.items():
        assert damage(whole) != whole, name
        file.write_bytes(damage(whole))
        told = await dueto(other_url, "import-all", str(file))
        assert told.exit_code == 2, name
        assert told.stderr.count("\n") == 1
        assert told.stderr.startswith("not imported: "), told.stderr
        assert await half_filled_from(at(other_url)) is None
    await read_in(BytesIO(whole), at(other_url))
    assert await facts(other_url) == await facts(database_url)


async def dueto(url: str, *arguments: str, stdin: bytes | None = None) -> Result:
    runner = CliRunner(env={"DATABASE_URL": url, "COLUMNS": "200"})
    return await asyncio.to_thread(runner.invoke, main, list(arguments), input=stdin)


async def test_the_commands(
    database_url: str, other_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    await fill(database_url, 20)
    packed, third = tmp_path / "all.jsonl.gz", f"sqlite:///{tmp_path / 'third.db'}"
    done = await dueto(database_url, "export-all", str(packed))
    assert done.stdout.endswith(f" rows are in {packed}.\n"), done.output
    assert packed.stat().st_mode & 0o777 == 0o600
    assert (await dueto(database_url, "export-all", str(packed))).exit_code == 2
    plain = await dueto(database_url, "export-all", "-")
    assert plain.stdout_bytes == gzip.decompress(packed.read_bytes())
    done = await dueto(other_url, "import-all", "-", stdin=plain.stdout_bytes)
    assert done.stdout.endswith(f" rows are in {at(other_url).name}.\n"), done.output
    done = await dueto(third, "move", other_url, third, "--anyway")
    assert done.exit_code == 0, done.output
    assert "received_updates" in done.stdout
    assert await facts(third) == await facts(database_url)
    copy = tmp_path / "fourth.db"
    shutil.copy(tmp_path / "third.db", copy)
    done = await dueto(f"sqlite:///{copy}", "import-all", str(packed))
    assert done.exit_code == 2
    assert "is not empty" in done.stderr


async def test_a_source_of_an_older_version_is_brought_up_only_when_told(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    source, target = f"sqlite:///{tmp_path / 'old.db'}", f"sqlite:///{tmp_path / 'new.db'}"
    assert "is not there" in (await dueto(source, "move", source, target)).stderr
    await move(at(database_url), at(source), anyway=True)
    await downgrade(at(source), "-1")
    told = await dueto(source, "move", source, target)
    assert "another version" in told.stderr
    assert not await is_newest(at(source))
    assert not (tmp_path / "new.db").exists()
    assert (await dueto(source, "move", source, target, "--migrate")).exit_code == 0
    assert await is_newest(at(source))


async def test_a_database_in_use_is_not_moved_unless_told(
    database_url: str, postgresql: PostgreSQL, dialect: Dialect, other_url: str
) -> None:
    if dialect == "sqlite":
        with pytest.raises(NotCarried, match="another process has"):
            async with held(str(at(database_url).url.database)):
                await move(at(database_url), at(other_url))
    else:
        connection = await asyncpg.connect(database_url)
        with pytest.raises(NotCarried, match="others are connected"):
            await move(at(database_url), at(other_url))
        await connection.close()
        await asyncio.sleep(0.2)  # until the server has noticed
    assert sum(count for count, _ in (await move(at(database_url), at(other_url))).values()) <= 1
