"""A store that has been lived in: Bob, who has a name of his own, has used everything."""

from __future__ import annotations

from dataclasses import replace

from tests.support.conversations import Conversation

NAME, USERNAME = "Zyxelmine", "Zyxquill_77"
SECRET = "xyzzy"  # in every word that is theirs alone
IN_PRIVATE = (
    *("/start", "/timezone Berlin", f"{SECRET}milk tomorrow 10am #{SECRET}tag nag 10m"),
    *(f"{SECRET}plan every day at 15:00\n- {SECRET}item\n- two", f"/edit 1 {SECRET}bread"),
    *("/done 2", "/undo", "/delete 1", "/undo", "/snooze 1 2 hours", "/habit run every day"),
    *(f"/habit {SECRET}water 2000 ml every day at 14:40", "/log run yesterday", "/board"),
    *("/log xyzzywater 500", f"/list {SECRET} {'and words that no button holds ' * 3}"),
    *(
        "/settings quiet 22:00-8:00",
        "pause habits",
        "/calendar",
        f"/tody {SECRET} and so on",
        "/edit 1",
    ),
)
IN_THE_FLAT = (
    *("/add Clean up every day 15:30 rotate @ann @zyxquill_77", "/add Vote @ann @zyxquill_77"),
    *("/add Sweep @zyxquill_77 tomorrow", "/assign 4 @ann", "/claim 4", "/snooze 4 2 hours"),
    *("/habit Swim every day at 21:00", "/log swim", "/add Pay rent friday #home", "/done 5"),
    *("pause all habits until oct 5", "/add Beer", "/move 6 friday", "/show 3"),
)


async def live_in(anywhere: Conversation) -> Conversation:
    """Let Bob use everything, in private and in the flat."""
    endpoint = anywhere.application.endpoint
    endpoint.home = replace(endpoint.home, public_url="https://dueto.example.org")
    user = anywhere.town.bob
    user.first_name, user.username = NAME, USERNAME
    anywhere.telegram.world.bot.privacy_mode = False
    flat = anywhere.in_("flat")
    await anywhere.says("ann", "/start")
    await flat.says("ann", "/add Tea @zyxquill_77")  # before the flat knows him
    for words in IN_PRIVATE:
        await anywhere.says("bob", words)
    await anywhere.sends_document("bob", f"{SECRET}.pdf", f"{SECRET}photo")
    for words in IN_THE_FLAT:
        await flat.says("bob", words)
    await flat.presses("bob", "👥 Everyone ticks")
    await flat.says("bob", "Buy a ladder")
    ladder = flat.messages("bob")[-1]
    await flat.says("ann", "/add", reply_to=ladder)
    await flat.says("ann", "/assign 7 @zyxquill_77")
    await anywhere.in_("project").says("ann", "/add Elsewhere @zyxquill_77")
    await anywhere.says("bob", "/list")
    await anywhere.says("bob", "/done 3")
    await anywhere.later("bob", minutes=20)
    await anywhere.later("bob", hours=20)
    return anywhere
