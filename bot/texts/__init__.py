"""Every sentence of Dueto, one Fluent file for each language."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from babel import Locale
from fluent.runtime import FluentBundle, FluentResource
from markupsafe import Markup, escape

LANGUAGES = ("en", "ru", "de", "es")  # in the order of the buttons that choose one
FALLBACK = "en"
HERE = Path(__file__).parent


class Words:
    """The sentences of one language: `words("task-added", title=…)` returns Telegram's HTML.

    Facts are escaped unless they are Markup; whole numbers select the plural form (CLDR). Raises
    KeyError for a key that has no sentence, ValueError when a fact of the sentence is missing.
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
        escaped = {
            name: str(escape(fact)) if isinstance(fact, str) else fact
            for name, fact in facts.items()
        }
        text, errors = self._bundle.format_pattern(pattern, escaped)
        if errors:
            raise ValueError(f"{key} in {self.language}: {errors[0]}")
        return Markup(text)  # noqa: S704  the files' own HTML around escaped facts

    def has(self, key: str) -> bool:
        """Whether there is a sentence with this key."""
        return bool(self._bundle.has_message(key))

    def plain(self, key: str, **facts: Any) -> str:
        """The sentence as plain text, for buttons, notices and placeholders."""
        return self(key, **facts).unescape()


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
    # some Telegram apps show the isolating characters for right-to-left text as boxes
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource((HERE / f"{language}.ftl").read_text(encoding="utf-8")))
    return bundle
