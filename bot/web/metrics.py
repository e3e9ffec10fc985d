"""The counts of the process as Prometheus reads them (text exposition format 0.0.4).

A count's key is the name of a counter, or the name of a counter with a label, a space, and the
label's value: `received`, `answer sent`, `push blocked`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Metric:
    """A counter; with a `label` it has one value for each value of the label."""

    name: str
    help: str
    label: str = ""


METRICS: Mapping[str, Metric] = {
    "received": Metric("dueto_updates_received_total", "Updates that Telegram delivered."),
    "repeated": Metric("dueto_updates_repeated_total", "Updates that had been done before."),
    "unreadable": Metric("dueto_updates_unreadable_total", "Updates that could not be read."),
    "crashed": Metric("dueto_updates_crashed_total", "Updates whose handler failed."),
    "answer": Metric("dueto_answers_total", "Answers to people by what became of them.", "outcome"),
    "letter": Metric(
        "dueto_letters_total",
        "Messages of broadcasts and feedback by what became of them.",
        "outcome",
    ),
    "push": Metric("dueto_pushes_total", "Reminders by what became of them.", "outcome"),
}


def exposition(counts: Mapping[str, int]) -> str:
    """The page for Prometheus. A counter without a label is 0 until something is counted."""
    return "".join(
        f"{line}\n" for key, metric in METRICS.items() for line in _of(metric, key, counts)
    )


def _of(metric: Metric, key: str, counts: Mapping[str, int]) -> Iterator[str]:
    yield f"# HELP {metric.name} {metric.help}"
    yield f"# TYPE {metric.name} counter"
    if not metric.label:
        yield f"{metric.name} {counts.get(key, 0)}"
        return
    for counted, value in sorted(counts.items()):
        name, _, of_label = counted.partition(" ")
        if name == key:
            yield f'{metric.name}{{{metric.label}="{of_label}"}} {value}'
