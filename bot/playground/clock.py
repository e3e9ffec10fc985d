"""The playground's clock: the real one, shifted by whole steps that somebody pressed."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

OnChange = Callable[[timedelta], None]


class PlaygroundClock:
    """Gives aware UTC moments; `on_change` hears of every new offset from the real time."""

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
        """The moment that everything in the playground is stamped with."""
        return self._real() + self._offset

    def shift(self, step: timedelta) -> None:
        """Set the clock forward, or back, by `step`."""
        self._set(self._offset + step)

    def reset(self) -> None:
        """Back to the real time."""
        self._set(timedelta())

    def listen(self, on_change: OnChange) -> None:
        """Let one more listener hear of new offsets."""
        self._listeners.append(on_change)

    def _set(self, offset: timedelta) -> None:
        self._offset = offset
        for listener in self._listeners:
            listener(offset)
