"""The kinds and states of pushes, grouped as planning and claiming treat them."""

from __future__ import annotations

from storage.models import PushKind, PushState

REGULAR = (PushKind.AGENDA, PushKind.REVIEW, PushKind.WEEKLY)  # planned by the clock alone
# about many tasks and habits at once; the order is the one of the partial index
DIGESTS = (PushKind.AGENDA, PushKind.REVIEW, PushKind.SUMMARY, PushKind.WEEKLY)

WAITING = (PushState.PENDING, PushState.HELD)  # not sent yet: planning may move or delete it
CLAIMABLE = (PushState.PENDING, PushState.CLOSING)  # a worker is to send or to edit a message
