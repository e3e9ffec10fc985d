"""The endpoint's counts as Prometheus reads them (text exposition format 0.0.4)."""

from __future__ import annotations

from collections.abc import Mapping

ANSWER = "answer "  # before an outcome's name in the endpoint's counts

COUNTERS = {
    "received": ("dueto_updates_received_total", "Updates that Telegram delivered."),
    "repeated": ("dueto_updates_repeated_total", "Updates that had been done before."),
    "unreadable": ("dueto_updates_unreadable_total", "Updates that could not be read."),
    "crashed": ("dueto_updates_crashed_total", "Updates whose handler failed."),
}
ANSWERS = ("dueto_answers_total", "Answers to people by what became of them.")


def exposition(counts: Mapping[str, int]) -> str:
    """The page that is scraped. Counters that nothing has happened to stand at 0."""
    lines: list[str] = []
    for key, (name, words) in COUNTERS.items():
        lines += [*_head(name, words), f"{name} {counts.get(key, 0)}"]
    name, words = ANSWERS
    lines += _head(name, words)
    lines += [
        f'{name}{{outcome="{key.removeprefix(ANSWER)}"}} {value}'
        for key, value in sorted(counts.items())
        if key.startswith(ANSWER)
    ]
    return "\n".join(lines) + "\n"


def _head(name: str, words: str) -> list[str]:
    return [f"# HELP {name} {words}", f"# TYPE {name} counter"]
