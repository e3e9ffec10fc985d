"""Google Tasks: the JSON of Takeout (`Tasks.json`), or of one list from its API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from storage.rules.due import Due
from storage.transfer.formats.moments import moment_in
from storage.transfer.formats.values import (
    MOST_ROWS,
    Contents,
    FileFormat,
    FoundTask,
    Importer,
    NotRead,
    Reason,
    Unreadable,
    Why,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

LISTS, TASKS = "tasks#taskLists", "tasks#tasks"


def is_google(said: Any) -> bool:
    """Whether JSON is an export of Google Tasks."""
    return isinstance(said, dict) and said.get("kind") in {LISTS, TASKS}


def read(said: dict[str, Any], importer: Importer) -> Contents:
    """The tasks of all lists; of several lists, the list is their tag."""
    tasks: list[FoundTask] = []
    unread: list[NotRead] = []
    lists = [*_lists(said)]
    for title, items in lists:
        for item in items:
            place = len(tasks) + len(unread) + 1
            if place > MOST_ROWS:
                raise Unreadable(Reason.ROWS, FileFormat.GOOGLE)
            if not isinstance(item, dict):
                unread.append(NotRead(place, shown(str(item)[:200]), Why.LINE))
            elif item.get("deleted") is not True:
                tag = title if len(lists) > 1 else ""
                tasks.append(_task(item, place, tag, importer, unread))
    return Contents(FileFormat.GOOGLE, tuple(tasks), unread=tuple(unread))


def _lists(said: dict[str, Any]) -> Iterator[tuple[str, list[Any]]]:
    """The title of each list and what is in it. Raises Unreadable."""
    items = said.get("items", [])
    if not isinstance(items, list):
        raise Unreadable(Reason.BROKEN, FileFormat.GOOGLE)
    if said.get("kind") == TASKS:
        yield "", items
        return
    for one in items:
        inside = one.get("items", []) if isinstance(one, dict) else None
        if not isinstance(inside, list):
            raise Unreadable(Reason.BROKEN, FileFormat.GOOGLE)
        yield _text(one, "title"), inside


def _task(
    item: dict[str, Any], place: int, tag: str, importer: Importer, unread: list[NotRead]
) -> FoundTask:
    title, said = _text(item, "title"), _text(item, "due")
    at = moment_in(said)  # midnight in UTC, and means the day
    if said and at is None:
        unread.append(NotRead(place, shown(title), Why.DATE))
    links = item.get("links")
    urls = [_text(link, "link") for link in links] if isinstance(links, list) else []
    return FoundTask(
        place,
        title,
        notes="\n".join(filter(None, (_text(item, "notes"), *urls))),
        due=Due(at.date(), None, importer.zone) if at else None,
        tags=(tag,) if tag else (),
        is_done=item.get("status") == "completed",
        completed_at=moment_in(_text(item, "completed")),
        created_at=moment_in(_text(item, "created")),
        key=_text(item, "id"),
        parent=_text(item, "parent"),
    )


def _text(item: Any, name: str) -> str:
    value = item.get(name) if isinstance(item, dict) else None
    return value if isinstance(value, str) else ""
