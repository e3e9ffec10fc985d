"""The `dueto` command: its parts, and that none of them imports what only another needs."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot.__main__ import COMMANDS, main
from bot.commands.playground import own_settings

ROOT = Path(__file__).parent.parent.parent
HEAVY = ("telegram", "sqlalchemy", "sqlmodel", "aiohttp", "alembic", "pydantic")


def parse(text: str | bytes, *arguments: str, now: str = "2026-09-23T14:30") -> Result:
    return CliRunner().invoke(main, ["parse", "--now", now, *arguments], input=text)


def test_help_names_the_commands() -> None:
    result = CliRunner().invoke(main, ["--help"])
    assert result.exit_code == 0
    for command in COMMANDS:
        assert f"\n  {command} " in result.output


def test_parse_answers_each_line_with_a_json_line() -> None:
    lines = ('"call mom tomorrow at 10"', '"buy milk !high"', '"ask May"')
    result = parse("\n".join(lines), "--zone", "Europe/Berlin", "--language", "en")
    assert result.exit_code == 0
    readings = [json.loads(line) for line in result.stdout.splitlines()]
    assert [reading["title"] for reading in readings] == ["call mom", "buy milk", "ask May"]
    assert readings[0]["due"] == "2026-09-24T10:00"
    assert readings[1]["priority"] == 1
    assert readings[2]["due"] is None


def test_parse_reads_and_writes_utf_8() -> None:
    result = parse('"купить молоко завтра в 9"\n'.encode(), "--language", "ru")
    assert "купить молоко" in result.stdout_bytes.decode()


def test_half_a_surrogate_pair_comes_back_escaped() -> None:
    result = parse('"\\ud800 milk"')
    assert json.loads(result.stdout)["title"] == "\ud800 milk"


def test_a_moment_with_an_offset_is_taken_to_the_zone() -> None:
    zone = ("--zone", "Asia/Tokyo")
    result = parse('"milk tomorrow"', *zone, now="2026-09-23T20:00+00:00")
    assert json.loads(result.stdout)["due"] == "2026-09-25"


@pytest.mark.parametrize(
    ("text", "arguments", "says"),
    [
        ("milk", (), "line 1"),
        ('"milk"\n5', (), "line 2"),
        (b'"\xff"', (), "line 1"),
        ('"milk"', ("--zone", "Berlin"), "Europe/Berlin"),
        ('"milk"', ("--language", "xx"), "en, ru, de, es"),
        ('"milk"', ("--now", "soon"), "2026-09-23T14:30"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_line(
    text: str | bytes, arguments: tuple[str, ...], says: str
) -> None:
    result = parse(text, *arguments)
    assert result.exit_code == 2
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("imports", ["bot.__main__", "bot.__main__, bot.language"])
def test_help_and_parse_import_nothing_heavy(imports: str) -> None:
    program = f"import sys, {imports}; print(*sys.modules)"
    done = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not {*HEAVY} & {*done.stdout.split()}


@pytest.mark.parametrize("where", ["environment", "file"])
def test_the_playground_keeps_a_port_that_was_chosen(
    where: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    usual = {"LISTEN": "127.0.0.1:0", "DEFAULT_TIMEZONE": "Europe/Berlin"}
    always = {"MODE": "polling", "BACKUP_HOUR": "off"}
    assert own_settings() == always | usual
    if where == "file":
        (tmp_path / ".env").write_text("LISTEN=127.0.0.1:9\nDEFAULT_TIMEZONE=Asia/Tokyo\n")
    else:
        monkeypatch.setenv("LISTEN", "127.0.0.1:9")
        monkeypatch.setenv("DEFAULT_TIMEZONE", "Asia/Tokyo")
    assert own_settings() == always


def test_bash_completes_the_commands(tmp_path: Path) -> None:
    """In a real bash, by the words that `dueto completion` prints."""
    dueto = tmp_path / "dueto"
    program = "from bot.__main__ import main; main(prog_name='dueto')"
    dueto.write_text(f'#!/bin/sh\nexec {sys.executable} -c "{program}" "$@"\n')
    dueto.chmod(0o755)
    script = (
        'eval "$(dueto completion bash)"; complete -p dueto;'
        "COMP_WORDS=(dueto exp); COMP_CWORD=1; _dueto_completion dueto; echo ${COMPREPLY[@]};"
        "COMPREPLY=(); COMP_WORDS=(dueto move --any); COMP_CWORD=2; _dueto_completion dueto;"
        "echo ${COMPREPLY[@]}"
    )
    environment = {**os.environ, "PATH": f"{tmp_path}:{os.environ['PATH']}"}
    done = subprocess.run(  # noqa: S603 - our own words
        ["bash", "-c", script],  # noqa: S607
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.splitlines()[1:] == ["export-all", "--anyway"], done.stderr


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_have_theirs(shell: str) -> None:
    result = CliRunner().invoke(main, ["completion", shell])
    assert f"_DUETO_COMPLETE={shell}_complete" in result.stdout


def test_completing_a_command_imports_nothing_heavy() -> None:
    program = (
        "import sys, contextlib\nfrom bot.__main__ import main\n"
        "with contextlib.suppress(SystemExit):\n    main(prog_name='dueto')\nprint(*sys.modules)"
    )
    words = {"_DUETO_COMPLETE": "bash_complete", "COMP_WORDS": "dueto ", "COMP_CWORD": "1"}
    done = subprocess.run(  # noqa: S603 - our own interpreter and words
        [sys.executable, "-c", program],
        cwd=ROOT,
        env={**os.environ, **words},
        capture_output=True,
        text=True,
        check=True,
    )
    assert "bot.commands.backup" in done.stdout
    assert not {*HEAVY} & {*done.stdout.split()}
