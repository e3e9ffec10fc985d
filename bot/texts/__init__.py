"""Every sentence of Dueto, one Fluent file for each language."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from fluent.runtime import FluentBundle
from fluent.syntax import FluentParser
from markupsafe import Markup, escape

from bot.codes import CODES

LANGUAGES = CODES
FALLBACK = "en"
HERE = Path(__file__).parent
SHOWN_FACT = 300  # characters of a fact within a sentence; what is shown in full comes as Markup
# Fluent raises over any fact of more than 2,500 characters. NUL occurs in no text: those of
# people are read without it, and the database would not keep it.
STAND_IN = re.compile("\0[0-9]+\0")

# A sentence by its key, up to the next key or comment; ours refer to no other sentence.
_ENTRY = re.compile(r"^([a-z][\w-]*) *=.*\n(?:(?![a-z#]).*\n)*", re.MULTILINE)
_PARSER = FluentParser(with_spans=False)


class Words:
    """The sentences of one language: `words("task-added", title=…)` returns Telegram's HTML.

    Facts are escaped and clipped unless they are Markup; whole numbers select the plural form
    (CLDR). Raises KeyError for a key that has no sentence, ValueError when a fact of the sentence
    is missing; a fact's length is never a reason.
    """

    def __init__(self, language: str) -> None:
        self.language = language
        # English that nobody misreads: "Sat, 3 Oct"
        self.locale = Locale.parse("en_GB" if language == "en" else language)
        self._bundle = _bundle(language)

    def __call__(self, key: str, **facts: Any) -> Markup:
        name, _, attribute = key.partition(".")
        message = self._bundle.get_message(name)
        pattern = message.attributes[attribute] if attribute else message.value
        if pattern is None:
            raise KeyError(key)
        long: dict[str, str] = {}
        brief = {name: _brief(fact, long) for name, fact in facts.items()}
        text, errors = self._bundle.format_pattern(pattern, brief)
        if errors:
            raise ValueError(f"{key} in {self.language}: {errors[0]}")
        if long:
            text = STAND_IN.sub(lambda found: long[found[0]], str(text))
        return Markup(text)  # noqa: S704  the files' own HTML around escaped facts

    def has(self, key: str) -> bool:
        """Whether there is a sentence with this key."""
        return bool(self._bundle.has_message(key))

    def plain(self, key: str, **facts: Any) -> str:
        """The sentence as plain text, for buttons, notices and placeholders."""
        return self(key, **facts).unescape()


def clip(text: str, limit: int) -> str:
    """The text, or its beginning with an ellipsis."""
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "…"


def _brief(fact: Any, long: dict[str, str]) -> Any:
    """The fact as Fluent takes it: escaped, and a stand-in where it is long, which `long` keeps."""
    if not isinstance(fact, str):
        return fact
    text = str(fact if isinstance(fact, Markup) else escape(clip(fact, SHOWN_FACT)))
    if len(text) <= SHOWN_FACT and not STAND_IN.search(text):
        return text
    stand_in = f"\0{len(long)}\0"
    long[stand_in] = text
    return stand_in


def words_for(language: str) -> Words:
    """The words of an IETF tag such as `de` or `pt-br`; English when Dueto does not speak it."""
    return _words(spoken(language))


@cache  # by what is spoken, never by the tag: Telegram's apps and strangers send any of those
def _words(language: str) -> Words:
    return Words(language)


def spoken(language: str) -> str:
    """The language that Dueto uses for an IETF tag such as `de-AT`."""
    base = language.replace("_", "-").partition("-")[0].lower()
    return base if base in LANGUAGES else FALLBACK


def _bundle(language: str) -> FluentBundle:
    return _Bundle(language, (HERE / f"{language}.ftl").read_text(encoding="utf-8"))


class _Bundle(FluentBundle):
    """Sentences that are parsed when they are first said: all of a language's take 3 MB."""

    def __init__(self, language: str, source: str) -> None:
        # some Telegram apps show the isolating characters for right-to-left text as boxes
        super().__init__([language], use_isolating=False)
        self._unread = {entry[1]: entry[0] for entry in _ENTRY.finditer(source)}

    def has_message(self, message_id: str) -> bool:
        return message_id in self._unread or bool(super().has_message(message_id))

    def get_message(self, message_id: str) -> Any:
        if source := self._unread.pop(message_id, ""):
            self.add_resource(_PARSER.parse(source))
        return super().get_message(message_id)
