"""The playground's clock: the real time, shifted by the buttons of the page."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

OnChange = Callable[[timedelta], None]


class PlaygroundClock:
    """Tells aware UTC times; `on_change` is called with each new offset from the real time."""

    def __init__(
        self,
        *,
        on_change: OnChange | None = None,
        real: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._real = real
        self._listeners: list[OnChange] = [on_change] if on_change is not None else []
        self._offset = timedelta()

    @property
    def offset(self) -> timedelta:
        """How far the clock is ahead of the real time."""
        return self._offset

    def now(self) -> datetime:
        """The playground's time: everything in it is dated by it."""
        return self._real() + self._offset

    def shift(self, step: timedelta) -> None:
        """Set the clock forward by `step`; back by a negative one."""
        self._set(self._offset + step)

    def reset(self) -> None:
        """Return to the real time."""
        self._set(timedelta())

    def listen(self, on_change: OnChange) -> None:
        """Call `on_change` with each new offset, too."""
        self._listeners.append(on_change)

    def _set(self, offset: timedelta) -> None:
        self._offset = offset
        for listener in self._listeners:
            listener(offset)
