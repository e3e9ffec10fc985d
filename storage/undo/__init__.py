"""Taking back what a person changed: a whole command at once, up to 24 hours later."""

from storage.undo.commands import undo_batch, undo_last
from storage.undo.kinds import Undone

__all__ = ["Undone", "undo_batch", "undo_last"]
