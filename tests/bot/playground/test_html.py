"""Telegram's HTML: the errors and the entities are those of TDLib's own tests."""

import contextlib
import html
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.world.html import UnparsableError, parse_html
from bot.playground.world.links import checked_link
from bot.playground.world.text import utf16_length, utf16_slice

STADIUM = "🏟 🏟"
ARROW = "➡️ ➡️"

COMPLAINTS = {
    "&#57311;": "Text contains invalid Unicode characters after decoding HTML entities, check for "
    "unmatched surrogate code units",
    f"{STADIUM}&lt;<abacaba": "Unclosed start tag at byte offset 13",
    f"{STADIUM}&lt;<abac aba>": 'Unsupported start tag "abac" at byte offset 13',
    f"{STADIUM}&lt;<i   =aba>": 'Empty attribute name in the tag "i" at byte offset 13',
    f"{STADIUM}&lt;<i    aba>": 'Can\'t find end tag corresponding to start tag "i"',
    f"{STADIUM}&lt;<i    aba  =  ": 'Unclosed start tag "i" at byte offset 13',
    f"{STADIUM}&lt;<i    aba  =  190azAz-.,": "Unexpected end of name token at byte offset 27",
    f'{STADIUM}&lt;<i    aba  =  "&lt;&gt;&quot;>': "Unclosed start tag at byte offset 13",
    f"{STADIUM}&lt;</": "Unexpected end tag at byte offset 13",
    f"{STADIUM}&lt;<b></b></": "Unexpected end tag at byte offset 20",
    f"{STADIUM}&lt;<i>a</i   ": "Unclosed end tag at byte offset 17",
    f"{STADIUM}&lt;<i>a</em   >": 'Unmatched end tag at byte offset 17, expected "</i>", '
    'found "</em>"',
    "a < b": 'Unsupported start tag "" at byte offset 2',
    "1 <2": "Unclosed start tag at byte offset 2",
    "<p>x</p>": 'Unsupported start tag "p" at byte offset 0',
    "<br/>": 'Unsupported start tag "br/" at byte offset 0',
    "<b><i>x</b></i>": 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"',
    "<span>x</span>": 'Tag "span" must have class "tg-spoiler" at byte offset 0',
    '<tg-emoji emoji-id="x">y</tg-emoji>': "Invalid custom emoji identifier specified",
    '<tg-time unix="soon">x</tg-time>': "Invalid Unix time specified",
    '<tg-time unix="1800000000" format="x">x</tg-time>': "Invalid date-time format specified",
}


@pytest.mark.parametrize("source", COMPLAINTS)
def test_wrong_markup_is_refused_in_telegrams_words(source: str) -> None:
    with pytest.raises(UnparsableError) as complaint:
        parse_html(source)
    assert str(complaint.value) == COMPLAINTS[source]


def mark(kind: str, offset: int, length: int, **more: Any) -> dict[str, Any]:
    return {"type": kind, "offset": offset, "length": length, **more}


READINGS: list[tuple[str, str, list[dict[str, Any]]]] = [
    ("&ge;&lt;&gt;&amp;&quot;&laquo;&#12345678;", '&ge;<>&"&laquo;&#12345678;', []),
    ("&#128512;&#x1F600;&#39;", "😀😀'", []),
    ("&lt &Or; &", "< &Or; &", []),
    (f"{ARROW}<em>{ARROW}</em>", ARROW * 2, [mark("italic", 5, 5)]),
    (f"{ARROW}<strong>{ARROW}</strong>", ARROW * 2, [mark("bold", 5, 5)]),
    (f"{ARROW}<ins>{ARROW}</ins>", ARROW * 2, [mark("underline", 5, 5)]),
    (f"{ARROW}<del>{ARROW}</del>", ARROW * 2, [mark("strikethrough", 5, 5)]),
    (
        f"{STADIUM}<i>🏟 &gt;<b aba   =   caba>&lt🏟</b></i>",
        f"{STADIUM}🏟 ><🏟",
        [mark("italic", 5, 7), mark("bold", 9, 3)],
    ),
    ("<i>a</>", "a", [mark("italic", 0, 1)]),
    ("<b></b>x", "x", []),
    ("<tg-spoiler>x</tg-spoiler>", "x", [mark("spoiler", 0, 1)]),
    ('<span class = "tg-spoiler">x</span>', "x", [mark("spoiler", 0, 1)]),
    ("<a href=telegram.org>x</a>", "x", [mark("text_link", 0, 1, url="http://telegram.org/")]),
    ("<a>telegram.org </a>", "telegram.org ", []),
    ("<a href='javascript:alert(1)'>x</a>", "x", []),
    ("<pre><code>x</code></pre>", "x", [mark("pre", 0, 1)]),
    (
        '<code class="language-fift"><pre>x</pre></code>',
        "x",
        [mark("pre", 0, 1, language="fift")],
    ),
    (
        '<pre><code class="language-fift">x</code></pre>',
        "x",
        [mark("pre", 0, 1, language="fift")],
    ),
    ("<code><i><b>x</b></i></code>", "x", [mark("code", 0, 1)]),
    ("<blockquote>x<b>y</b></blockquote>", "xy", [mark("blockquote", 0, 2), mark("bold", 1, 1)]),
    ("<blockquote expandable>x</blockquote>", "x", [mark("expandable_blockquote", 0, 1)]),
    (
        '<tg-time unix="1800000000" format="wDT">then</tg-time>',
        "then",
        [mark("date_time", 0, 4, unix_time=1800000000, date_time_format="wDT")],
    ),
    ('<tg-time unix="5">x</tg-time>', "x", [mark("date_time", 0, 1, unix_time=5)]),
    ('<a href="tg://user?id=7">x</a>', "x", []),
]


@pytest.mark.parametrize(("source", "text", "entities"), READINGS)
def test_markup_becomes_text_and_entities(
    source: str, text: str, entities: list[dict[str, Any]]
) -> None:
    read = parse_html(source)
    assert (read.text, list(read.entities)) == (text, entities)


def test_a_link_to_a_known_user_is_a_mention() -> None:
    user = {"id": 7, "is_bot": False, "first_name": "Sam"}
    read = parse_html('<a href="tg://user?id=7">Sam</a>', find_user={7: user}.get)
    assert list(read.entities) == [mark("text_mention", 0, 3, user=user)]


@pytest.mark.parametrize(
    ("url", "kept"),
    [
        ("https://t.me", "https://t.me/"),
        ("https://t.me?x=1", "https://t.me/?x=1"),
        ("t.me/x", "http://t.me/x"),
        ("mailto:a@b.de", "mailto:a@b.de"),
        ("localhost", None),
        ("two words.org", None),
        ("", None),
    ],
)
def test_links_are_completed_or_dropped(url: str, kept: str | None) -> None:
    assert checked_link(url) == kept


@given(st.text())
def test_escaped_text_comes_back(text: str) -> None:
    read = parse_html(html.escape(text, quote=False))
    assert (read.text, list(read.entities)) == (text, [])


@given(st.text(), st.text(min_size=1), st.text())
def test_offsets_count_utf16_units(before: str, marked: str, after: str) -> None:
    source = "{}<b>{}</b>{}".format(*(html.escape(part) for part in (before, marked, after)))
    (bold,) = parse_html(source.replace("&#x27;", "'")).entities
    assert (bold["offset"], bold["length"]) == (utf16_length(before), utf16_length(marked))
    assert utf16_slice(before + marked + after, bold["offset"], bold["length"]) == marked


@given(st.text(alphabet="<>/&;=\"' abipre#x3-t"))
def test_nothing_but_a_complaint_is_raised(source: str) -> None:
    with contextlib.suppress(UnparsableError):
        read = parse_html(source)
        assert all(mark["length"] > 0 for mark in read.entities)
