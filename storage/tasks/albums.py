"""Albums: files that come as messages of their own, in any order, and belong to one task."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import and_, delete
from sqlmodel import col, select

from storage.models import AlbumPart, Attachment, Chat, Task, TaskMessage
from storage.tasks.find import get_tasks
from storage.upserts import insert_all_new, insert_new

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.people.asking import Asker, Deed
    from storage.tasks.new import NewFile

ALBUMS_LAST = timedelta(days=2)  # in which somebody may still make a task of one


async def keep_part(
    session: AsyncSession, chat: Chat, album: str, message_id: int, file: NewFile, *, now: datetime
) -> None:
    """Keep a file of an album, whether or not it has become a task."""
    row = AlbumPart(
        chat_id=chat.id,
        message_id=message_id,
        album=album,
        kind=file.kind,
        file_id=file.file_id,
        unique_id=file.unique_id,
        name=file.name,
        received_at=now,
    )
    await insert_new(session, row)


async def parts_of_album(session: AsyncSession, chat: Chat, album: str) -> Sequence[AlbumPart]:
    """What has come of an album so far, in the order of its messages."""
    query = select(AlbumPart).where(AlbumPart.chat_id == chat.id, AlbumPart.album == album)
    return (await session.exec(query.order_by(col(AlbumPart.message_id)))).all()


async def task_of_album(
    session: AsyncSession, chat: Chat, album: str, *, asker: Asker
) -> Task | None:
    """The task that an album became, if the asker may see it."""
    is_part = and_(
        col(TaskMessage.chat_id) == col(AlbumPart.chat_id),
        col(TaskMessage.message_id) == col(AlbumPart.message_id),
    )
    query = (
        select(TaskMessage.task_id)
        .join(AlbumPart, is_part)
        .where(AlbumPart.chat_id == chat.id, AlbumPart.album == album)
        .where(col(TaskMessage.task_id).is_not(None))
        .order_by(col(TaskMessage.created_at).desc())
        .limit(1)
    )
    task_id: UUID | None = (await session.exec(query)).first()
    found = await get_tasks(session, [task_id] if task_id else [], asker=asker)
    return next(iter(found.values()), None)


async def tie_album(session: AsyncSession, chat: Chat, album: str, task: Task, deed: Deed) -> None:
    """Let the messages of an album, those to come too, lead to the task that it became."""
    parts = await parts_of_album(session, chat, album)
    await session.flush()
    rows = [
        TaskMessage(
            chat_id=chat.id, message_id=one.message_id, task_id=task.id, created_at=deed.now
        )
        for one in parts
    ]
    await insert_all_new(session, TaskMessage, rows)


def join_file(task: Task, file: NewFile) -> None:
    """Attach a file that came late to the task of its album. It is no change of the task: the
    album's words may still be edited."""
    if all(known.unique_id != file.unique_id for known in task.attachments):
        task.attachments.append(
            Attachment(
                kind=file.kind, file_id=file.file_id, unique_id=file.unique_id, name=file.name
            )
        )


async def forget_albums(session: AsyncSession, *, now: datetime) -> None:
    """Delete the parts of albums that nobody made a task of within two days; tasks keep theirs."""
    await session.exec(delete(AlbumPart).where(col(AlbumPart.received_at) < now - ALBUMS_LAST))
