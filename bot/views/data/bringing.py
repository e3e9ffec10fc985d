"""A file that is to be imported: what is in it, what of it is new, and what it has become."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from bot.presses.data import BringIn, LeaveOut
from bot.presses.undo import Undo
from bot.replies import Edit, Reply, Say
from bot.texts import clip
from bot.texts.dates import due_words
from bot.views.parts import BREAK, question
from bot.views.refusals import people
from storage.transfer.calendars import due_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from uuid import UUID

    from bot.reader import Reader
    from storage.transfer.comparing import Compared
    from storage.transfer.documents import Document, ExportedTask
    from storage.transfer.formats.values import FoundFile, NotRead
    from storage.transfer.importing import Imported

SAMPLES = 3
SHOWN_UNREAD = 5
SHOWN_TITLE = 60  # characters
SHOWN_PEOPLE = 10


def asked(reader: Reader, *, in_group: bool) -> Reply:
    """/import alone: which file?"""
    return question("import", reader.words("ask-import"), reader, in_group=in_group)


def looked_through(found: FoundFile, compared: Compared, key: str, reader: Reader) -> Say:
    """What would be put in, and `Import`, whose button carries the `key` of the file."""
    words = reader.words
    kind = words.plain(f"import-kind-{found.kind}")
    if not compared.is_new:
        return Say(words("import-nothing-new", kind=kind))
    lines = [words("import-found", kind=kind, what=_all_of(found.document, reader))]
    lines += _samples(compared.document, reader)
    known = _counted(compared.known_tasks, compared.known_habits, reader)
    lines += [words("import-known", what=known)] if known else []
    lines += _unread(found.unread, reader)
    lines.append(words("import-ready"))
    buttons = (
        reader.button("import", BringIn(key)),
        reader.button("cancel", LeaveOut()),
    )
    return Say(BREAK.join(lines), (buttons,))


def brought_in(compared: Compared, imported: Imported, batch: UUID, reader: Reader) -> Edit:
    """What was put in, and the way back."""
    words = reader.words
    lines = [words("imported", what=_all_of(compared.document, reader))]
    known = _counted(compared.known_tasks, compared.known_habits, reader)
    lines += [words("import-known", what=known)] if known else []
    if imported.unknown:
        lines.append(words("imported-unknown", names=people(imported.unknown[:SHOWN_PEOPLE])))
    return Edit(BREAK.join(lines), ((reader.button("undo", Undo(batch)),),))


def _all_of(document: Document, reader: Reader) -> Markup:
    """`142 tasks (17 of them done), 3 habits (250 days ticked)`"""
    words = reader.words
    done = sum(task.completed_at is not None for task in document.tasks)
    days = sum(len(habit.entries) for habit in document.habits)
    said = []
    if document.tasks:
        said.append(words("import-tasks", count=len(document.tasks)))
        said[-1] += " " + words("import-done", count=done) if done else ""
    if document.habits:
        said.append(words("import-habits", count=len(document.habits)))
        said[-1] += " " + words("import-days", count=days) if days else ""
    return Markup(", ").join(said)


def _counted(tasks: int, habits: int, reader: Reader) -> Markup:
    """`12 tasks, 2 habits`; nothing for none."""
    said = [("tasks", tasks), ("habits", habits)]
    return Markup(", ").join(
        reader.words(f"import-{what}", count=count) for what, count in said if count
    )


def _samples(document: Document, reader: Reader) -> list[Markup]:
    titles = [_sample(task, reader) for task in document.tasks[:SAMPLES]]
    titles += [Markup.escape(clip(one.name, SHOWN_TITLE)) for one in document.habits[:SAMPLES]]
    return [reader.words("import-sample", title=title) for title in titles[:SAMPLES]]


def _sample(task: ExportedTask, reader: Reader) -> Markup:
    """`Buy milk · tomorrow, 09:00`"""
    title = Markup.escape(clip(task.title, SHOWN_TITLE))
    due = due_of(task.model_dump(mode="json"))
    if due is None:
        return title
    return (
        title
        + " · "
        + due_words(due, now=reader.now, words=reader.words, reader=reader.preferences)
    )


def _unread(unread: Sequence[NotRead], reader: Reader) -> list[Markup]:
    if not unread:
        return []
    words = reader.words
    lines = [words("import-unread", count=len(unread))]
    lines += [
        words(
            "import-unread-line",
            line=str(one.line),
            text=one.text or "–",
            why=words(f"import-why-{one.why}"),
        )
        for one in unread[:SHOWN_UNREAD]
    ]
    more = len(unread) - SHOWN_UNREAD
    return [*lines, words("import-unread-more", count=more)] if more > 0 else lines
