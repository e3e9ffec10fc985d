"""What only the presser is shown is in their language, what the group is shown in the group's."""

from __future__ import annotations

import ast
import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from bot.presses import habits as h
from bot.presses import reminders as r
from bot.presses import tasks as t
from bot.presses.coding import Press
from bot.presses.lists import MoveOverdue, TickOnList
from bot.presses.undo import Undo
from tests.support.conversations import Conversation
from tests.support.messages import buttons_of, text_of
from tests.support.ways import Walk, Way

BOT = Path(__file__).parents[3] / "bot"
MAKERS = sorted([*BOT.glob("handlers/**/*.py"), *BOT.glob("views/**/*.py")])
OF_THE_ENDPOINT = BOT / "views" / "refusals.py"  # which is given the presser's words
NAMES = {"milch", "run", "ann", "bob"}  # of people's own making
REMINDER, HABIT = "@Milch", "@run"
RUSSIAN, LATIN = re.compile("[а-яё]", re.IGNORECASE), re.compile("(?<![/a-z])[a-zäöüß]{3,}")
# how somebody comes to a button
BY_ANN: Mapping[type[Press], Way] = {
    t.CompleteOnCard: ("/show 1",),
    t.DeleteTask: ("/show 1",),
    t.SetPriority: ("/show 1", t.OfferPriorities),
    t.CalendarHeading: ("/show 1", t.OpenCalendar),
    t.KeepRepeat: ("/show 1", t.OfferRepeats, t.ChooseRepeat),
    TickOnList: ("/list",),
    MoveOverdue: ("/today",),
    Undo: ("/done 1",),
    t.CompleteTask: (REMINDER,),
    r.SnoozeTask: (REMINDER,),
    r.WhyTask: (REMINDER, r.MoreAbout),
    r.SnoozeHabit: (HABIT,),
    h.DeleteHabit: ("/habits", "=✏️", "=run", h.AskDelete),
}
# what Bob joins, and what is not for him
BY_BOB: Mapping[type[Press], Way] = {h.TickHabit: ("/habits",), t.DeleteTask: ("/show 1",)}
WAYS = [*(("ann", *one) for one in BY_ANN.items()), *(("bob", *one) for one in BY_BOB.items())]


@pytest.fixture
async def flat(anywhere: Conversation) -> Conversation:
    """A task and a habit that Ann is just reminded of, in German; she and Bob speak Russian."""
    flat, private = anywhere.in_("flat"), anywhere.in_("private")
    await flat.says("ann", "/add Milch at 14:40\n- a\n- b")
    await flat.says("ann", "/habit@dueto_bot run every day at 14:45")
    await flat.says("ann", "/settings@dueto_bot German")
    await flat.later("ann", minutes=20)
    for who in ("ann", "bob"):
        await private.says(who, "/settings Russian")
    return flat


@pytest.mark.parametrize(("who", "kind", "way"), WAYS)
async def test_a_notice_is_in_the_pressers_language(
    flat: Conversation, who: str, kind: type[Press], way: Way
) -> None:
    walk = Walk(flat, who)
    await walk.go(way, to=kind)
    await walk.press(kind)
    foreign = set(LATIN.findall(flat.alert.lower())) - NAMES
    assert RUSSIAN.search(flat.alert), flat.alert
    assert foreign == set(), flat.alert
    shown = "\n".join([text_of(walk.message), *buttons_of(walk.message)])
    assert not RUSSIAN.search(shown), shown


@pytest.mark.parametrize("path", [path for path in MAKERS if path != OF_THE_ENDPOINT], ids=str)
def test_handlers_and_views_leave_the_language_of_notices_to_the_request(path: Path) -> None:
    """`Request.notice`, `told` and `told_in_place` make them, but those of no words."""
    tree = ast.parse(path.read_text("utf-8"))
    made = [
        node.lineno
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "Notice"
        and not _is_wordless(node)
    ]
    assert made == []


def _is_wordless(made: ast.Call) -> bool:
    """Whether a notice says nothing: it only ends the waiting, or opens a link."""
    return bool(made.args) and isinstance(made.args[0], ast.Constant) and made.args[0].value == ""
