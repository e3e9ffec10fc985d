"""What the process does, as Prometheus reads it. `docs/operate.md` says what each number means.

Every label has a few values that we know: no number carries what people wrote, or who they are.
"""

from __future__ import annotations

import time
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    GCCollector,
    Histogram,
    PlatformCollector,
    ProcessCollector,
    disable_created_metrics,
    generate_latest,
)
from prometheus_client.core import CounterMetricFamily
from prometheus_client.registry import Collector

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Counts: TypeAlias = Callable[[], Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Tally:
    """A counter of what a part of the application counts itself; with a `label` it has one value
    for each word. `known` words begin at 0: Prometheus sees no rise in what was not there."""

    name: str
    what: str
    label: str = ""
    known: tuple[str, ...] = ()


OUTCOMES = ("sent", "nothing", "blocked", "kicked", "muted", "gone", "moved", "failed")
FAILURES = (
    *("refused", "unauthorized", "forbidden", "not_found", "conflict", "too_many_requests"),
    *("server", "strange", "timeout", "no_answer", "not_sent", "other"),
)
# The keys of an application's counts. One with a label is followed by a space and its value:
# `received`, `answer sent`, `push blocked`.
COUNTERS: Mapping[str, Tally] = {
    "received": Tally("dueto_updates_received", "Updates that Telegram delivered."),
    "repeated": Tally("dueto_updates_repeated", "Updates that had been done before."),
    "unreadable": Tally("dueto_updates_unreadable", "Updates that could not be read."),
    "crashed": Tally("dueto_updates_crashed", "Updates whose handler failed."),
    "answer": Tally(
        "dueto_answers",
        "Answers to people by what became of them.",
        "outcome",
        (*OUTCOMES, "topicgone", "unclear", "again"),
    ),
    "letter": Tally(
        "dueto_letters",
        "Messages of broadcasts and feedback by what became of them.",
        "outcome",
        ("sent", "unclear", "lost", "refused", "waiting"),
    ),
    "push": Tally(
        "dueto_pushes",
        "Reminders by what became of them.",
        "outcome",
        (*OUTCOMES, "unclear", "broken", "given_up"),
    ),
    "telegram": Tally("dueto_telegram_errors", "Calls of Telegram that failed.", "kind", FAILURES),
}

SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)
LATE = (1.0, 2.0, 5.0, 10.0, 30.0, 60.0, 300.0, 1800.0, 7200.0, 86400.0)  # seconds
BLOCKED = (0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0)  # seconds
STATEMENTS = (1, 2, 4, 6, 8, 10, 12, 16, 24, 40, 80)

disable_created_metrics()  # type: ignore[no-untyped-call]  # a second series for each, unused


@dataclass(slots=True)
class Visit:
    """An update on its way. `command` is one of the routes, else the update's kind."""

    metrics: Metrics
    kind: str
    command: str
    began: float
    outcome: str = "silent"
    statements: int = 0


_VISIT: ContextVar[Visit | None] = ContextVar("visit", default=None)


def became(outcome: str) -> None:
    """Say what became of the update that is being done: a word of ours."""
    if (visit := _VISIT.get()) is not None:
        visit.outcome = outcome


def doing(command: str) -> None:
    """Say which command the update is; nothing for none."""
    if command and (visit := _VISIT.get()) is not None:
        visit.command = command


def arrived() -> None:
    """The answer to the update has arrived at Telegram."""
    if (visit := _VISIT.get()) is not None:
        visit.metrics.answer_seconds.observe(time.perf_counter() - visit.began)


def count_statement(statement: str) -> None:
    """A statement leaves for the database; what opens a transaction is none."""
    visit = _VISIT.get()
    if visit is not None and not statement.startswith("BEGIN"):
        visit.statements += 1


class Metrics:
    """The numbers of one application, in a registry of its own. `counts` gives those that it
    keeps itself, by the keys of COUNTERS."""

    def __init__(self, counts: Counts, *, version: str) -> None:
        self.registry = registry = CollectorRegistry()
        self.updates = Counter(
            "dueto_updates",
            "Updates by kind and what became of them.",
            ["kind", "outcome"],
            registry=registry,
        )
        self.update_seconds = _histogram(
            registry, "dueto_update_seconds", "From an update's arrival to its commit.", SECONDS
        )
        self.answer_seconds = _histogram(
            registry,
            "dueto_answer_seconds",
            "From an update's arrival until Telegram has taken its answer.",
            SECONDS,
        )
        self.lateness = _histogram(
            registry, "dueto_push_lateness_seconds", "Of reminders that were sent.", LATE
        )
        self.blocked = _histogram(
            registry, "dueto_loop_blocked_seconds", "While nothing else could go on.", BLOCKED
        )
        self._statements = Histogram(
            "dueto_update_statements",
            "SQL statements of an update until its commit, by command.",
            ["command"],
            buckets=STATEMENTS,
            registry=registry,
        )
        Gauge("dueto_info", "Its version.", ["version"], registry=registry).labels(version).set(1)
        registry.register(_Counted(counts))
        ProcessCollector(registry=registry)
        PlatformCollector(registry=registry)
        GCCollector(registry=registry)

    def gauge(self, name: str, what: str) -> Gauge:
        """A number that goes up and down."""
        return Gauge(name, what, registry=self.registry)

    @contextmanager
    def visit(self, kind: str) -> Iterator[Visit]:
        """Time an update of a kind, and count what becomes of it."""
        visit = Visit(self, kind, kind, time.perf_counter())
        token = _VISIT.set(visit)
        try:
            yield visit
        except BaseException:
            visit.outcome = "deferred"
            raise
        finally:
            _VISIT.reset(token)
            self._observe(visit)

    def _observe(self, visit: Visit) -> None:
        self.updates.labels(visit.kind, visit.outcome).inc()
        self.update_seconds.observe(time.perf_counter() - visit.began)
        self._statements.labels(visit.command).observe(visit.statements)

    def exposition(self) -> bytes:
        """The page for Prometheus: text exposition format 0.0.4."""
        return generate_latest(self.registry)


class _Counted(Collector):
    """The counts that parts of the application keep, as counters."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts

    def collect(self) -> Iterator[CounterMetricFamily]:
        counts = self._counts()
        for key, tally in COUNTERS.items():
            yield _family(key, tally, counts)


def _family(key: str, tally: Tally, counts: Mapping[str, int]) -> CounterMetricFamily:
    name, what, label = tally.name, tally.what, tally.label
    if not label:
        return CounterMetricFamily(name, what, value=counts.get(key, 0))
    values = {f"{key} {word}": 0 for word in tally.known}
    values |= {one: value for one, value in counts.items() if one.startswith(f"{key} ")}
    family = CounterMetricFamily(name, what, labels=[label])
    for one, value in sorted(values.items()):
        family.add_metric([one.partition(" ")[2]], value)
    return family


def _histogram(registry: CollectorRegistry, name: str, what: str, buckets: Any) -> Histogram:
    return Histogram(name, what, buckets=buckets, registry=registry)
