"""The bot as `dueto run` starts it, without waiting for what Telegram allows.

With PROFILE=<file> it notes from SIGUSR1 on where its processor time goes, and writes that as JSON
at its end.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import sysconfig
from collections import Counter
from pathlib import Path
from types import FrameType

from bot import application
from bot.__main__ import main
from bot.outgoing.pace import Pace

EVERY = 0.001  # seconds of processor time between two looks
STDLIB = sysconfig.get_path("stdlib")
OURS = ("bot", "storage")


class Unpaced(Pace):
    """Nothing waits."""

    def chat_wait(self, *_: object, **__: object) -> float:
        return 0.0

    def whole_wait(self, *_: object, **__: object) -> float:
        return 0.0


def profile(file: Path) -> None:
    """Count, by package, who was at work when the process had used one more slice of time."""
    seen: Counter[str] = Counter()

    def look(_: int, frame: FrameType | None) -> None:
        seen[_worker(frame)] += 1

    def begin(*_: object) -> None:
        signal.setitimer(signal.ITIMER_PROF, EVERY, EVERY)

    signal.signal(signal.SIGPROF, look)
    signal.signal(signal.SIGUSR1, begin)
    atexit.register(lambda: file.write_text(json.dumps(seen.most_common()), encoding="utf-8"))


def _worker(frame: FrameType | None) -> str:
    """The package of the innermost frame; what the standard library does is its caller's."""
    if frame is not None and frame.f_code.co_filename.endswith("selectors.py"):
        return "other threads"  # this one waits
    while frame is not None:
        name = _package(frame.f_code.co_filename)
        if name:
            return name
        frame = frame.f_back
    return "python"


def _package(file: str) -> str:
    path = Path(file)
    parts = path.parts
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1].removesuffix(".py")
    if file.startswith(STDLIB):
        return parts[len(Path(STDLIB).parts)] if parts[-2] in {"json", "asyncio"} else ""
    ours = [name for name in OURS if name in parts]
    return ".".join(parts[parts.index(ours[0]) :][:2]) if ours else ""


if __name__ == "__main__":
    vars(application)["Pace"] = Unpaced
    if "PROFILE" in os.environ:
        profile(Path(os.environ["PROFILE"]))
    main()
