"""The documents name everything that there is to use, and nothing that there is not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.__main__ import COMMANDS as SUBCOMMANDS
from bot.routes import COMMANDS
from bot.settings import Settings
from tests.readme import README, with_table
from tests.schema import FILE, schema

ROOT = Path(__file__).parents[1]
HAND_WRITTEN = (
    "README.md",
    "CONTRIBUTING.md",
    "docs/design.md",
    "docs/measured.md",
    "docs/deploy.md",
    "docs/groups.md",
    "docs/operate.md",
    "docs/upgrading.md",
    "docs/threat-model.md",
    "SECURITY.md",
    "docs/your-data.md",
)
# DUETO_… is how the playground speaks to the bot that it starts, nothing for people to set
SETTINGS = {
    name.upper(): field.default
    for name, field in Settings.model_fields.items()
    if not name.startswith("dueto_")
}
OF_COMPOSE = {"DOMAIN"}  # read by compose.yaml, not by the bot
HTTP_PATHS = {"healthz", "readyz", "metrics", "telegram"}
FENCED = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
SPAN = re.compile(r"`([^`\n]+)`")
OURS = re.compile(r"(?:bot|storage|tests|bench|alembic|deploy|docs|\.ci)/[\w./-]*")
SETTING_ROW = re.compile(r"^\| `([A-Z_]+)` \| [^|]+ \| (?:`([^`]*)`|empty) \|$", re.MULTILINE)
EXAMPLE_ROW = re.compile(r"^#?([A-Z_]+)=", re.MULTILINE)


def text_of(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def spans(*names: str) -> Iterator[str]:
    """What is in `backticks` in the running text of documents."""
    for name in names:
        yield from SPAN.findall(FENCED.sub("", text_of(name)))


def make_targets() -> set[str]:
    phony = re.search(r"^\.PHONY: (.+)$", text_of("Makefile"), re.MULTILINE)
    assert phony is not None
    return set(phony[1].split())


@pytest.fixture(scope="module")
def readme() -> str:
    return README.read_text(encoding="utf-8")


def test_the_table_of_commands_is_the_one_of_the_routes(readme: str) -> None:
    assert readme == with_table(readme), "run `make docs`"
    assert [name for name in COMMANDS if f"| `/{name}` |" not in readme] == []


def test_the_schema_of_exports_is_that_of_the_documents() -> None:
    assert FILE.read_text(encoding="utf-8") == schema(), "run `make docs`"


def test_every_command_that_is_named_exists(readme: str) -> None:
    named = {found for span in SPAN.findall(readme) for found in re.findall(r"^/([a-z]+)", span)}
    assert named - HTTP_PATHS <= set(COMMANDS)


def test_every_setting_is_told_with_its_default(readme: str) -> None:
    told = dict(SETTING_ROW.findall(readme))
    assert told == {name: str(default or "") for name, default in SETTINGS.items()} | {
        "OPERATORS": ""  # an empty set
    }


def test_the_example_has_every_setting_and_no_other() -> None:
    assert set(EXAMPLE_ROW.findall(text_of(".env.example"))) == SETTINGS.keys() | OF_COMPOSE


def test_every_make_target_is_told_and_exists() -> None:
    named = {
        found
        for span in spans(*HAND_WRITTEN)
        for found in re.findall(r"(?:^|\s)make ([a-z-]+)", span)
    }
    assert named == make_targets()


def test_every_command_of_the_command_line_is_told_and_exists(readme: str) -> None:
    named = {
        found for span in spans("README.md") for found in re.findall(r"^dueto ([a-z-]+)", span)
    }
    assert named == set(SUBCOMMANDS)


@pytest.mark.parametrize("name", HAND_WRITTEN)
def test_every_file_that_is_named_exists(name: str) -> None:
    """Names with a part in capitals are patterns: `bot/texts/LANGUAGE.ftl`."""
    named = [span for span in spans(name) if OURS.fullmatch(span) and span == span.lower()]
    assert [path for path in named if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("name", [*HAND_WRITTEN, "CHANGELOG.md"])
def test_every_link_and_picture_leads_to_a_file(name: str) -> None:
    targets = re.findall(r"\]\(([^)#]+)", text_of(name))
    missing = [
        target
        for target in targets
        if not target.startswith("https://") and not ((ROOT / name).parent / target).exists()
    ]
    assert missing == []
