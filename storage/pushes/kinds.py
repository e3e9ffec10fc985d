"""The states of pushes, grouped as planning and claiming treat them."""

from __future__ import annotations

from storage.models import PushState

WAITING = (PushState.PENDING, PushState.HELD)  # not sent yet: planning may move or delete it
CLAIMABLE = (PushState.PENDING, PushState.CLOSING)  # a worker is to send or to edit a message
