"""Cutting Telegram's HTML: whatever is in it, it stays whole and short enough."""

from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape

from bot.outgoing.markup import fit, split, units

TAGS = ["b", "i", "u", "code", 'a href="https://example.org/?a=1&amp;b=2"', 'tg-time unix="1"']


def shown(html: str) -> str:
    """What a person sees: an independent reading, tags out and references in."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def width(html: str) -> int:
    return len(shown(html).encode("utf-16-le")) // 2


def whole(html: str) -> bool:
    """Whether every tag that is opened is closed in its order, and nothing is torn."""
    open_tags: list[str] = []
    for close, name in re.findall(r"<(/?)([a-z-]+)[^>]*>", html):
        if not close:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return False
    left = re.sub(r"<[^<>]*>|&(#\d+|#x[0-9a-f]+|lt|gt|amp|quot);", "", html)
    return not open_tags and not set("<>&") & set(left)


def raw(html: str) -> Markup:
    return Markup(html)  # noqa: S704 - the test's own


def wrapped(tag: str, inner: Markup) -> Markup:
    return raw(f"<{tag}>{inner}</{tag.partition(' ')[0]}>")


PLAIN = st.text(max_size=30).map(escape)
HTML = st.recursive(
    PLAIN,
    lambda inner: st.one_of(
        st.lists(inner, max_size=4).map(lambda parts: Markup("").join(parts)),
        st.builds(wrapped, st.sampled_from(TAGS), inner),
    ),
    max_leaves=12,
)


@settings(derandomize=True)
@given(HTML)
def test_units_are_what_telegram_counts(html: Markup) -> None:
    assert units(html) == width(html)


@settings(derandomize=True)
@given(HTML, st.integers(1, 120))
def test_what_fits_is_left_alone_and_the_rest_is_cut_whole(html: Markup, limit: int) -> None:
    cut = fit(html, limit)
    assert width(cut) <= limit
    assert whole(cut)
    if width(html) <= limit:
        assert cut == html
    else:
        assert cut.endswith("…")
        assert shown(html).startswith(shown(cut)[:-1])
        # A pair of surrogates is the most that a cut may lose.
        assert width(cut) >= limit - 1


@settings(derandomize=True)
@given(HTML, st.integers(2, 120))
def test_the_two_halves_of_a_split_are_the_whole(html: Markup, limit: int) -> None:
    head, rest = split(html, limit)
    assert width(head) <= limit
    assert whole(head)
    assert whole(rest)
    assert shown(head) + shown(rest) == shown(html)


@pytest.mark.parametrize(
    ("html", "limit", "cut"),
    [
        ("abc", 3, "abc"),
        ("abcd", 3, "ab…"),
        ("<b>abcd</b>", 3, "<b>ab</b>…"),
        ("<b>abc</b>", 3, "<b>abc</b>"),
        ("😀😀", 4, "😀😀"),
        ("😀😀", 3, "😀…"),
        ("😀😀", 2, "…"),
        ("&amp;&amp;&amp;", 2, "&amp;…"),
        ('<a href="tg://user?id=1"><i>abc</i></a>', 2, '<a href="tg://user?id=1"><i>a</i></a>…'),
        ("a\ud800b", 3, "a?b"),
    ],
)
def test_fit(html: str, limit: int, cut: str) -> None:
    assert fit(raw(html), limit) == cut


def test_a_split_prefers_white_space_and_opens_the_tags_again() -> None:
    head, rest = split(Markup("<b>one two three</b>"), 9)
    assert (head, rest) == ("<b>one two</b>", "<b> three</b>")


def test_the_limit_of_a_message_holds_for_ten_thousand_characters() -> None:
    assert units(fit(Markup("<i>") + "👩‍👩‍👧<&" * 2000 + Markup("</i>"))) <= 4096
