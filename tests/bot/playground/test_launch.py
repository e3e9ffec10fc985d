"""The launcher, with a small program instead of the bot."""

import sys
from pathlib import Path

import pytest

from bot.playground.launch import a_playground, launch
from bot.playground.world.clock import PlaygroundClock

BOT = """#!{python}
import json, os, pathlib, signal, sys, urllib.request

out = pathlib.Path({out!r})
address = os.environ["TELEGRAM_API_URL"]


def ask(path, **fields):
    headers = {{"Content-Type": "application/json"}}
    data = json.dumps(fields).encode()
    request = urllib.request.Request(address + path, data, headers)
    with urllib.request.urlopen(request, timeout=10) as answer:
        return json.load(answer)["result"]


{body}
"""


def a_bot(folder: Path, monkeypatch: pytest.MonkeyPatch, body: str) -> Path:
    """Let the launcher start a program that runs `body`; returns the file that it writes to."""
    program, out = folder / "bot", folder / "out"
    program.write_text(BOT.format(python=sys.executable, out=str(out), body=body))
    program.chmod(0o700)
    monkeypatch.setattr(sys, "executable", str(program))
    return out


async def test_the_bot_gets_its_settings_and_its_end_is_the_playgrounds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    out = a_bot(
        tmp_path,
        monkeypatch,
        "me = ask(f\"/bot{os.environ['BOT_TOKEN']}/getMe\")\n"
        'own = [os.environ[name] for name in ("DUETO_CLOCK", "DATABASE_URL")]\n'
        'out.write_text(" ".join([*sys.argv[1:], me["username"], *own]))\n'
        "sys.exit(3)",
    )
    monkeypatch.setenv("DATABASE_URL", "postgresql://u:p@db.example/dueto")
    assert await launch(port=0) == 3
    *words, store = out.read_text().split()
    assert words == ["-m", "bot", "run", "dueto_bot", "stdin"]
    assert store.startswith("sqlite:///"), "never the real one"
    assert not Path(store.removeprefix("sqlite:///")).parent.exists(), "nothing is kept"
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("The playground is at http://127.0.0.1:")
    assert last == "The bot ended by itself with exit code 3; the playground ends too."


async def test_the_clocks_offset_is_told_on_standard_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = a_bot(
        tmp_path,
        monkeypatch,
        "import threading\n"
        "def press():\n"
        '    ask("/deeds/shift", seconds=600)\n'
        '    ask("/deeds/shift", seconds=3600)\n'
        '    ask("/deeds/shift")\n'
        "threading.Thread(target=press).start()\n"
        "for stop in (600, 600, 1800, 4200, 4200, 0):\n"
        "    with out.open('a') as told:\n"
        "        told.write(sys.stdin.readline())\n"
        "    print(stop, flush=True)",
    )
    assert await launch(port=0) == 0
    assert out.read_text().splitlines() == [
        "0.0 600.0",
        "600.0 600.0",
        "600.0 4200.0",
        "1800.0 4200.0",
        "4200.0 4200.0",
        "0.0 0.0",
    ]


async def test_a_signal_ends_the_bot_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = a_bot(
        tmp_path,
        monkeypatch,
        "def end(*_):\n"
        '    out.write_text("ended in order")\n'
        "    sys.exit(0)\n"
        "signal.signal(signal.SIGTERM, end)\n"
        "os.kill(os.getppid(), signal.SIGTERM)\n"
        "sys.stdin.read()",
    )
    assert await launch(port=0) == 0
    assert out.read_text() == "ended in order"


async def test_a_bot_that_was_killed_has_a_shells_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_bot(tmp_path, monkeypatch, "os.kill(os.getpid(), signal.SIGKILL)")
    assert await launch(port=0) == 137


def test_a_restart_numbers_on() -> None:
    telegram = a_playground(PlaygroundClock())
    ann = telegram.world.users[1001]
    assert telegram.say(ann, "x")["message_id"] > 20_000_000
    project = next(chat for chat in telegram.world.chats.values() if chat.is_forum)
    assert [topic.id for topic in project.topics.values()] == [1, 2, 3]
    assert telegram.say(ann, "x", to=project)["message_id"] > 20_000_000
