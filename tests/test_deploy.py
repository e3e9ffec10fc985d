"""What a stranger deploys: compose files without a Docker engine, the proxy by its own check."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import Settings
from bot.stopping import AT_THE_LATEST
from storage.settings import DatabaseSettings
from tests.support import debian

ROOT = Path(__file__).parents[1]
FILES = ("compose.yaml", "compose.small.yaml")
INTERPOLATED = re.compile(r"\$\{([A-Z_]+)")
CADDYFILE = ROOT / "deploy/Caddyfile"


def composed(name: str) -> dict[str, Any]:
    """A compose file, with its `x-` parts merged in."""
    read: dict[str, Any] = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    return read


def services() -> list[tuple[str, str, dict[str, Any]]]:
    return [
        (name, service, what)
        for name in FILES
        for service, what in composed(name)["services"].items()
    ]


def bots() -> list[tuple[str, str, dict[str, Any]]]:
    return [one for one in services() if one[2]["image"] == "dueto"]


EACH = pytest.mark.parametrize(("file", "name", "service"), services())
EACH_BOT = pytest.mark.parametrize(("file", "name", "service"), bots())


@EACH
def test_no_container_has_more_rights_than_it_needs(
    file: str, name: str, service: dict[str, Any]
) -> None:
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert not service.keys() & {"privileged", "devices", "pid", "network_mode"}
    assert not any("docker.sock" in volume for volume in service.get("volumes", ()))


@EACH
def test_every_container_comes_back_and_does_not_fill_the_disk_with_logs(
    file: str, name: str, service: dict[str, Any]
) -> None:
    assert service["restart"] == "unless-stopped"
    assert service["logging"]["options"] == {"max-size": "10m", "max-file": "5"}


@EACH_BOT
def test_the_bot_is_not_root_and_has_time_to_end(
    file: str, name: str, service: dict[str, Any]
) -> None:
    dockerfile = (ROOT / "Dockerfile").read_text(encoding="utf-8")
    uid = re.search(r"useradd --uid (\d+)", dockerfile)
    assert uid is not None
    assert service["user"] == f"{uid[1]}:{uid[1]}"
    assert service["tmpfs"] == ["/tmp"]  # noqa: S108  the container's own
    assert int(service["stop_grace_period"].removesuffix("s")) > AT_THE_LATEST


def test_the_bot_may_write_where_its_volume_is() -> None:
    """COPY --chown leaves the owner of a folder that is there already as it was."""
    build, image = (ROOT / "Dockerfile").read_text(encoding="utf-8").split("FROM ")[1:]
    assert "mkdir data" not in build
    before = image[: image.index("USER 10001")]
    assert before.index("COPY --from=build /app /app") < before.index("--owner=10001 data")


@EACH
def test_no_secret_is_in_the_environment(file: str, name: str, service: dict[str, Any]) -> None:
    """There, whoever may look at a container reads it."""
    secrets = composed(file)["secrets"]
    assert set(service.get("secrets", ())) <= secrets.keys()
    assert all(secret["file"].startswith("secrets/") for secret in secrets.values())
    given = service.get("environment", {})
    assert not any(re.search("TOKEN|SECRET|PASSWORD$", key) for key in given)
    assert not any("@" in str(value) for value in given.values())


@EACH_BOT
def test_what_the_bot_is_given_are_settings_that_it_takes(
    file: str, name: str, service: dict[str, Any], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for setting in Settings.model_fields:
        monkeypatch.delenv(setting.upper(), raising=False)
    for key, value in service["environment"].items():
        assert key.lower() in Settings.model_fields
        monkeypatch.setenv(key, re.sub(r"\$\{DOMAIN[^}]*\}", "bot.example.org", value))
    kept = {
        "bot_token": "1:x",
        "webhook_secret": "ab12",
        "database_url": "postgresql://dueto:ab12@database/dueto",
        "database_direct_url": "postgresql://dueto:ab12@database/dueto",
    }
    for secret in service["secrets"]:
        (tmp_path / secret).write_text(kept[secret])
    settings = Settings(_env_file=None, _secrets_dir=tmp_path)
    assert settings.token == "1:x"
    assert settings.address == ("0.0.0.0", 8080)
    if file == "compose.yaml":
        assert settings.webhook_address == "https://bot.example.org/telegram"
        assert settings.direct_database is not None, "replicas hear of each other's reminders"
    else:
        assert settings.database == DatabaseSettings.from_url("sqlite:////app/data/dueto.db")
        assert service["volumes"] == ["data:/app/data"], "all that it writes outlives it"


def test_the_example_of_env_has_what_compose_asks_for() -> None:
    asked = {name for file in FILES for name in INTERPOLATED.findall((ROOT / file).read_text())}
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert asked
    assert [name for name in asked if f"\n#{name}=" not in example] == []


def test_only_the_proxy_is_reached_from_outside() -> None:
    made = composed("compose.yaml")["services"]
    open_to_all = {
        name
        for name, service in made.items()
        if not all(port.startswith("127.0.0.1:") for port in service.get("ports", ()))
    }
    assert open_to_all == {"proxy"}
    inside = {name for name, service in made.items() if "inside" in service["networks"]}
    assert inside == {"bot-1", "bot-2", "database"}
    assert composed("compose.yaml")["networks"]["inside"] == {"internal": True}
    assert composed("compose.small.yaml")["services"]["bot"]["ports"] == ["127.0.0.1:8080:8080"]


def test_the_proxy_knows_every_replica_and_the_webhook() -> None:
    caddyfile = CADDYFILE.read_text(encoding="utf-8")
    made = composed("compose.yaml")["services"]
    replicas = " ".join(f"{name}:8080" for name, one in made.items() if one["image"] == "dueto")
    assert f"{{$REPLICAS:{replicas}}}" in caddyfile
    assert f"{CADDYFILE.relative_to(ROOT)}:/etc/caddy/Caddyfile:ro" in str(made["proxy"]["volumes"])
    (path,) = re.findall(r"WEBHOOK_PATH:(/\w+)", caddyfile)
    assert made["bot-1"]["environment"]["WEBHOOK_URL"].endswith(path)
    assert "health_uri /readyz" in caddyfile


def test_prometheus_reads_every_replica() -> None:
    config = ROOT / "deploy/monitoring/prometheus.compose.yml"
    (job,) = yaml.safe_load(config.read_text(encoding="utf-8"))["scrape_configs"]
    made = composed("compose.yaml")["services"]
    replicas = [f"{name}:8080" for name, one in made.items() if one["image"] == "dueto"]
    assert job["static_configs"] == [{"targets": replicas}]
    assert f"--config.file=/etc/prometheus/{config.name}" in made["prometheus"]["command"]
    promtool = debian.program("promtool", "prometheus")
    ran = subprocess.run(  # noqa: S603  our own words
        [promtool, "check", "config", str(config)], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr


def test_the_proxy_takes_its_configuration(tmp_path: Path) -> None:
    ran = subprocess.run(  # noqa: S603  our own words
        [debian.program("caddy"), "validate", "--config", CADDYFILE, "--adapter", "caddyfile"],
        env={**os.environ, "DOMAIN": "bot.example.org", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    assert "not formatted" not in ran.stderr
