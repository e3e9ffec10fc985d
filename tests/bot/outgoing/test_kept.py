"""An answer as JSON says the same: in the same messages, below the same buttons."""

from __future__ import annotations

import json
from dataclasses import replace
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from bot.outgoing.composing import new_messages
from bot.outgoing.kept import from_facts, is_kept, to_facts
from bot.presses.tasks import OpenCard
from bot.replies import (
    FILE_KINDS,
    Address,
    Ask,
    Button,
    Edit,
    File,
    Kept,
    LocationButton,
    NoLocationButton,
    Notice,
    Picture,
    React,
    Say,
    Shown,
    led_astray,
)

words = st.text(min_size=1, max_size=40).map(escape)
buttons = st.builds(Button, st.text(min_size=1), press=st.builds(OpenCard, st.uuids())) | st.builds(
    Button, st.text(min_size=1), url=st.just("https://example.org/a")
)
rows = st.lists(buttons, max_size=3).map(tuple)
keyboards = st.lists(rows, max_size=3).map(tuple)
abouts = st.none() | st.uuids()
files = st.builds(
    File,
    kind=st.sampled_from(FILE_KINDS),
    file_id=st.text(min_size=1),
    unique_id=st.text(min_size=1),
    name=st.text(),
)
asks = st.builds(Ask, text=words, placeholder=st.text(), about=abouts)
says = st.builds(
    Say,
    text=words,
    keyboard=keyboards
    | st.builds(LocationButton, st.text(min_size=1))
    | st.builds(NoLocationButton),
    file=st.none() | files,
    about=abouts,
    astray=st.just(Markup()) | words,
    quotes=st.booleans(),
)
reactions = st.builds(React, instead=says)
edits = st.builds(
    Edit,
    text=words,
    keyboard=keyboards,
    about=abouts,
    says_again=st.booleans(),
    still_asks=st.booleans(),
)
replies = (
    asks
    | edits
    | st.builds(
        lambda say, more: replace(say, more=tuple(more)), says, st.lists(says | asks, max_size=2)
    )
)
addresses = st.builds(
    Address,
    chat_id=st.integers(),
    topic=st.integers(0, 9),
    reply_to=st.none() | st.integers(1, 9),
    pressed=st.none() | st.integers(1, 9),
)


@given(replies | reactions, addresses)
def test_what_is_kept_says_the_same(reply: Kept, address: Address) -> None:
    facts = json.loads(json.dumps(to_facts(reply, address)))
    again, where = from_facts(facts, chat_id=address.chat_id)
    assert where == address
    assert seen(again, where) == seen(reply, address)
    assert again.about == reply.about
    if isinstance(reply, Edit):
        assert isinstance(again, Edit)
        assert (again.says_again, again.still_asks) == (reply.says_again, reply.still_asks)


def seen(reply: Kept, address: Address) -> list[object]:
    """What Telegram is given for it, also where its topic is gone."""
    if isinstance(reply, React):
        return [reply.emoji, *seen(reply.instead, address)]
    return [*_messages(reply, address), *_messages(led_astray(reply), address)]


def _messages(reply: Shown, address: Address) -> list[object]:
    more = reply.more if isinstance(reply, Say) else ()
    messages = [one for shown in (reply, *more) for one in new_messages(shown, address)]
    return [
        (one.text, one.file, one.buttons and one.buttons.to_dict(), one.reply_to)
        for one in messages
    ]


def test_a_picture_is_not_kept_and_its_words_are() -> None:
    said = Say(Markup("<b>31</b> days"), file=Picture(bytes, "year.png"), about=UUID(int=1))
    again, _ = from_facts(to_facts(said, Address(1)), chat_id=1)
    assert again == replace(said, file=None)


def test_what_says_nothing_is_not_kept() -> None:
    assert not is_kept(None)
    assert not is_kept(Notice("Done"))
    assert not is_kept(Edit(keyboard=((Button("x", OpenCard(UUID(int=1))),),)))
    assert is_kept(Say(file=File("photo", "a", "b")))
