"""Everything of a list as files to keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.presses.coding import StaleButton
from bot.views.data import export as views
from storage.people.access import check_right
from storage.rules.rights import Act
from storage.transfer.exporting import Format, count

if TYPE_CHECKING:
    from bot.presses.data import SendExport
    from bot.replies import Reply
    from bot.requests import Request


async def send(request: Request) -> Reply:
    """/export: in private all three files; in a group the complete one, with buttons for the
    others"""
    await _check(request)
    counted = await count(request.session, request.chat)
    return views.files(request.chat, counted, request.reader)


async def send_one(request: Request, press: SendExport) -> Reply:
    """CSV, Calendar: below a group's export"""
    await _check(request)
    if press.kind not in set(Format):
        raise StaleButton(press.kind)
    return views.file(request.chat, Format(press.kind), request.reader)


async def _check(request: Request) -> None:
    """Raises NotAllowed, and MembershipUnknown when Telegram has to be asked."""
    user, chat = request.user, request.chat
    await check_right(request.session, Act.DATA, user, chat, now=request.now)
