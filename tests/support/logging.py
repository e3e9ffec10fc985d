"""Logging as it was before a test that changes it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import structlog


@contextmanager
def restored() -> Iterator[None]:
    """Give the handlers and the levels of all loggers back, and structlog's configuration."""
    root, configuration = logging.getLogger(), structlog.get_config()
    handlers, levels = root.handlers[:], _levels()
    try:
        yield
    finally:
        root.handlers[:] = handlers
        for name in _levels():
            logging.getLogger(name or None).setLevel(levels.get(name, logging.NOTSET))
        logging.captureWarnings(capture=False)
        structlog.configure(**configuration)


def _levels() -> dict[str, int]:
    """Those that are set, by their loggers' names; the root's is empty."""
    known = {"": logging.getLogger(), **logging.root.manager.loggerDict}
    return {name: one.level for name, one in known.items() if isinstance(one, logging.Logger)}
