"""The dashboard and the alerts, tried with the Prometheus that Debian has."""

from __future__ import annotations

import asyncio
import json
import re
import subprocess
from asyncio.subprocess import DEVNULL
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import aiohttp
from grafana_foundation_sdk.cog.encoder import JSONEncoder
from grafana_foundation_sdk.cog.plugins import register_default_plugins
from grafana_foundation_sdk.models.dashboard import Dashboard
from prometheus_client.parser import text_string_to_metric_families

from bot.application import Application, compose
from bot.playground.page.server import serve
from bot.playground.telegram import Telegram
from bot.playground.world import User
from bot.settings import Settings
from storage.migrations import upgrade
from storage.settings import DatabaseSettings
from tests.support.debian import program

MONITORING = Path(__file__).parents[2] / "deploy" / "monitoring"
ALERTS, CONFIG = MONITORING / "alerts.yml", MONITORING / "prometheus.yml"
DASHBOARD = json.loads((MONITORING / "dashboard.json").read_text(encoding="utf-8"))
NAME = re.compile(r"\b(?:dueto|process|python)_[a-z_]+")
PATIENCE = 60  # seconds for Prometheus to begin
AWAY = "0x20" + 20 * " NaN"
AFTER = "30m"  # of what the alerts are tried with


def expressions() -> list[str]:
    """What the dashboard asks, with its variables filled in."""
    asked = [target["expr"] for panel in DASHBOARD["panels"] for target in panel.get("targets", ())]
    return [one.replace("$__rate_interval", "1m").replace("$instance", ".*") for one in asked]


@asynccontextmanager
async def a_bot(folder: Path) -> AsyncIterator[tuple[Application, Telegram]]:
    """The bot beside the stand-in, and its HTTP side."""
    telegram = Telegram(now=lambda: datetime.now(UTC))
    server = await serve(telegram, port=0)
    url = f"sqlite:///{folder / 'dueto.db'}"
    await upgrade(DatabaseSettings.from_url(url))
    facts: dict[str, Any] = {"bot_token": telegram.token, "telegram_api_url": server.address}
    settings = Settings(_env_file=None, database_url=url, listen="127.0.0.1:0", **facts)
    application = compose(settings)
    await application.start()
    try:
        yield application, telegram
    finally:
        await application.stop()
        await server.close()


@asynccontextmanager
async def prometheus(folder: Path, target: str, port: int) -> AsyncIterator[str]:
    """Debian's Prometheus with our configuration, which only looks elsewhere and more often."""
    text = CONFIG.read_text(encoding="utf-8").replace("127.0.0.1:8080", target)
    config = folder / "prometheus.yml"
    config.write_text(text.replace("15s", "500ms"), encoding="utf-8")
    (folder / "alerts.yml").write_bytes(ALERTS.read_bytes())
    process = await asyncio.create_subprocess_exec(
        program("prometheus"),
        f"--config.file={config}",
        f"--storage.tsdb.path={folder / 'tsdb'}",
        f"--web.listen-address=127.0.0.1:{port}",
        stdout=DEVNULL,
        stderr=DEVNULL,
    )
    try:
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        await process.wait()


async def ask(http: aiohttp.ClientSession, path: str, **params: str) -> Any:
    async with http.get(f"/api/v1/{path}", params=params) as answer:
        said = await answer.json()
    assert said["status"] == "success", (params, said)
    return said["data"]


async def until_up(http: aiohttp.ClientSession) -> None:
    """Wait until the bot was looked at twice: then there are rates."""
    async with asyncio.timeout(PATIENCE):
        while True:
            try:
                found = await ask(http, "query", query='count_over_time(up{job="dueto"}[1m]) > 2')
                if found["result"]:
                    return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.2)


async def test_prometheus_reads_what_the_dashboard_and_the_alerts_ask_for(
    tmp_path: Path, unused_tcp_port: int
) -> None:
    async with a_bot(tmp_path) as (application, telegram):
        telegram.say(telegram.new_user(User(1, "Ann", None, None, "en")), "/add Buy milk")
        address = application.web.url.removeprefix("http://")
        async with (
            prometheus(tmp_path, address, unused_tcp_port) as url,
            aiohttp.ClientSession(url) as http,
        ):
            await until_up(http)
            answers = [(one, await ask(http, "query", query=one)) for one in expressions()]
            assert [one for one, told in answers if not told["result"]] == []
            (group,) = (await ask(http, "rules"))["groups"]
            assert {rule["health"] for rule in group["rules"]} <= {"ok", "unknown"}
            assert [rule["name"] for rule in group["rules"] if rule["state"] != "inactive"] == []


async def test_every_number_that_is_asked_for_is_there(tmp_path: Path) -> None:
    async with a_bot(tmp_path) as (application, _):
        page = (await application.pulse.exposition()).decode()
    families = {family.name: family.type for family in text_string_to_metric_families(page)}
    named = {name for text in (*expressions(), ALERTS.read_text()) for name in NAME.findall(text)}
    assert named > {"dueto_updates_total", "dueto_push_overdue_seconds"}
    endings = {"counter": ("_total",), "histogram": ("_bucket", "_sum", "_count"), "gauge": ("",)}
    there = {name + end for name, kind in families.items() for end in endings.get(kind, ())}
    assert named - there == set()


def test_promtool_finds_no_fault() -> None:
    for what, path in (("rules", ALERTS), ("config", CONFIG)):
        checked = promtool("check", what, str(path))
        assert checked.returncode == 0, checked.stdout + checked.stderr


def errors(kind: str) -> str:
    return f'dueto_telegram_errors_total{{job="dueto",kind="{kind}"}}'


def pushes(outcome: str) -> str:
    return f'dueto_pushes_total{{job="dueto",outcome="{outcome}"}}'


# the alert, what it is tried with (a series and its values a minute), and whether it fires
CASES = [
    ("DuetoDown", {'up{job="dueto",instance="a"}': "1x10 0x30"}, True),
    ("DuetoDown", {'up{job="dueto",instance="a"}': "1x40"}, False),
    ("DuetoRemindersOverdue", {'dueto_push_overdue_seconds{job="dueto"}': "0x10 180x30"}, True),
    ("DuetoRemindersOverdue", {'dueto_push_overdue_seconds{job="dueto"}': "20x40"}, False),
    (
        "DuetoRemindersLate",
        {
            'dueto_push_lateness_seconds_bucket{job="dueto",le="60.0"}': "0+1x40",
            'dueto_push_lateness_seconds_count{job="dueto"}': "0+2x40",
        },
        True,
    ),
    ("DuetoRemindersLost", {pushes("failed"): "0x25 1x15"}, True),
    ("DuetoRemindersLost", {pushes("sent"): "0+9x40"}, False),
    (
        "DuetoUpdatesCrash",
        {
            'dueto_updates_crashed_total{job="dueto"}': "0x25 1x15",
            'dueto_updates_unreadable_total{job="dueto"}': "0x40",
        },
        True,
    ),
    (
        "DuetoUpdatesSlow",
        {
            'dueto_update_seconds_bucket{job="dueto",le="1.0"}': "0+1x40",
            'dueto_update_seconds_bucket{job="dueto",le="2.5"}': "0+9x40",
            'dueto_update_seconds_bucket{job="dueto",le="+Inf"}': "0+9x40",
        },
        True,
    ),
    (
        "DuetoDatabaseAway",
        {'dueto_pushes_due{job="dueto",instance="a"}': "0x20" + 20 * " NaN"},
        True,
    ),
    ("DuetoDatabaseAway", {'dueto_pushes_due{job="dueto",instance="a"}': "0x40"}, False),
    (
        "DuetoDatabaseBusy",
        {
            'dueto_database_waiting{job="dueto",instance="a"}': "50x40",
            'dueto_database_places{job="dueto",instance="a"}': "10x40",
        },
        True,
    ),
    ("DuetoTokenRefused", {errors("unauthorized"): "0x28 3x12"}, True),
    ("DuetoTelegramFails", {errors("server"): "0+60x40"}, True),
    ("DuetoTelegramFails", {errors("refused"): "0+60x40"}, False),
    ("DuetoTwoPollers", {errors("conflict"): "0+10x40"}, True),
    (
        "DuetoBlocked",
        {'dueto_loop_blocked_seconds_count{job="dueto",instance="a"}': "0+2x40"},
        True,
    ),
    (
        "DuetoFilesOpen",
        {
            'process_open_fds{job="dueto",instance="a"}': "900x40",
            'process_max_fds{job="dueto",instance="a"}': "1024x40",
        },
        True,
    ),
]


def test_every_alert_fires_when_it_should(tmp_path: Path) -> None:
    names = re.findall(r"alert: (\w+)", ALERTS.read_text(encoding="utf-8"))
    assert {name for name, _, fires in CASES if fires} == set(names)
    for name, series, fires in CASES:
        query = f'count(ALERTS{{alertname="{name}",alertstate="firing"}}) > 0'
        sample = [{"labels": "{}", "value": 1}] if fires else []
        case = {
            "interval": "1m",
            "input_series": [{"series": one, "values": values} for one, values in series.items()],
            "promql_expr_test": [{"expr": query, "eval_time": AFTER, "exp_samples": sample}],
        }
        file = tmp_path / "case.yml"
        tried = {"rule_files": [str(ALERTS)], "evaluation_interval": "1m", "tests": [case]}
        file.write_text(json.dumps(tried), encoding="utf-8")  # which is YAML, too
        told = promtool("test", "rules", str(file))
        assert told.returncode == 0, (name, told.stdout + told.stderr)


def test_the_dashboard_is_one_of_grafanas() -> None:
    """Read by Grafana's own library and written again, nothing of it is lost."""
    register_default_plugins()
    read = Dashboard.from_json(DASHBOARD)
    again = json.loads(json.dumps(read, cls=JSONEncoder))
    assert list(lost(DASHBOARD, again)) == []


def test_its_panels_stand_side_by_side() -> None:
    taken: dict[tuple[int, int], str] = {}
    for panel in DASHBOARD["panels"]:
        place = panel["gridPos"]
        assert place["x"] + place["w"] <= 24
        for x in range(place["x"], place["x"] + place["w"]):
            for y in range(place["y"], place["y"] + place["h"]):
                assert taken.setdefault((x, y), panel["title"]) == panel["title"]
    numbers = [panel["id"] for panel in DASHBOARD["panels"]]
    assert len(numbers) == len(set(numbers))


def lost(before: Any, after: Any, path: str = "") -> Iterator[str]:
    """The places where two JSON values differ."""
    if isinstance(before, dict) and isinstance(after, dict):
        for key in before:
            yield from lost(before[key], after.get(key), f"{path}/{key}")
    elif isinstance(before, list) and isinstance(after, list) and len(before) == len(after):
        for number, (one, other) in enumerate(zip(before, after, strict=True)):
            yield from lost(one, other, f"{path}/{number}")
    elif before != after:
        yield path


def promtool(*words: str) -> subprocess.CompletedProcess[str]:
    tool = program("promtool", "prometheus")
    return subprocess.run([tool, *words], capture_output=True, text=True, check=False)  # noqa: S603
