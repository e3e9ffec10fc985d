"""The sentences: complete in every language, valid HTML of Telegram's, none of them in code."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import get_args

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent
from fluent.syntax.visitor import Visitor
from hypothesis import given, settings
from hypothesis import strategies as st
from markupsafe import Markup

from bot.language.values import DoubtKind
from bot.playground.world.html import parse_html
from bot.playground.world.text import utf16_length
from bot.questions import KINDS
from bot.replies import Say
from bot.routes import COMMANDS
from bot.texts import _ENTRY, LANGUAGES, SHOWN_FACT, clip, words_for
from bot.views.refusals import Misunderstood, refused
from storage.errors import HabitExists, UnknownHabit, UnknownTask

ROOT = Path(__file__).parents[1]
TEXTS = ROOT / "bot" / "texts"
SPEAKING = [
    *sorted((ROOT / "bot" / "handlers").rglob("*.py")),
    *sorted((ROOT / "bot" / "views").rglob("*.py")),
    ROOT / "bot" / "endpoint.py",
    ROOT / "bot" / "questions.py",
    ROOT / "bot" / "incoming" / "meeting.py",
    ROOT / "bot" / "routes.py",
]
LANGUAGES_HERE = sorted(path.stem for path in TEXTS.glob("*.ftl"))
SILENT = ("log.", "re.")
NOTICE = 200  # characters of the answer to a pressed button
BUTTON = 64  # characters that a phone still shows in part; Telegram has no limit of its own
LONG = '<b>&"' + "x" * 100
KEY = re.compile(r"[a-z]+(?:-[a-zA-Z0-9_]+)+")


class Facts(Visitor):
    """The variables of a sentence."""

    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: fluent.VariableReference) -> None:  # noqa: N802 fluent's
        self.names.add(node.id.name)


def sentences(language: str) -> dict[str, set[str]]:
    """Each key of a language with the facts that its sentence names."""
    resource = FluentParser().parse((TEXTS / f"{language}.ftl").read_text(encoding="utf-8"))
    found: dict[str, set[str]] = {}
    for entry in resource.body:
        assert not isinstance(entry, fluent.Junk), entry.content
        if isinstance(entry, fluent.Message):
            facts = Facts()
            facts.visit(entry)
            assert entry.id.name not in found, f"{entry.id.name} is twice in {language}.ftl"
            found[entry.id.name] = facts.names
    return found


def literals(path: Path) -> Iterator[ast.Constant]:
    """The string literals of a file that are no docstrings, words of its log, or patterns."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    silent: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            silent.add(id(node.value))
        if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(SILENT):
            silent |= {id(inner) for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in silent
        ):
            yield node


def test_every_language_has_its_sentences() -> None:
    assert set(LANGUAGES_HERE) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES_HERE)
def test_every_language_says_the_same_with_the_same_facts(language: str) -> None:
    english, own = sentences("en"), sentences(language)
    assert sorted(english.keys() - own.keys()) == []
    assert sorted(own.keys() - english.keys()) == []
    assert {key: own[key] for key in own if own[key] != english[key]} == {}


@pytest.mark.parametrize("language", LANGUAGES_HERE)
def test_every_sentence_is_html_that_telegram_takes(language: str) -> None:
    words = words_for(language)
    for key, names in sentences(language).items():
        for number in (0, 1, 2, 5, 21):
            for long in (LONG, "groups"):
                facts = {name: _fact(name, number, long) for name in names}
                text = parse_html(words(key, **facts)).text
                assert text.strip(), key
                assert utf16_length(text) <= 4096, key
                assert "{" not in text, key
                if long == LONG and names:
                    assert LONG not in words(key, **facts), f"{key} does not escape"


@settings(max_examples=10, deadline=None)
@given(
    language=st.sampled_from(LANGUAGES_HERE),
    fact=st.tuples(
        st.sampled_from(['"', "&", "<b>", "x", "😀", "e\u0301", "\0000\0", "{", "ё "]),
        st.integers(1, 5_000),
    ).map(lambda piece: (piece[0] * piece[1])[:5_000])
    | st.text(max_size=400),
    is_markup=st.booleans(),
)
def test_no_fact_is_too_long_for_a_sentence(language: str, fact: str, is_markup: bool) -> None:
    """Fluent raises over 2,500 characters: 501 quotation marks were enough, once escaped."""
    given_fact = Markup.escape(fact) if is_markup else fact
    shown = fact if is_markup else clip(fact, SHOWN_FACT)
    for key, names in sentences(language).items():
        facts = {name: _fact(name, 5, given_fact) for name in names}
        said = words_for(language)(key, **facts)
        if given_fact in facts.values() and not _selects(key):
            assert Markup.escape(shown) in said, key
            assert len(said.unescape()) < 2_000 + len(names) * len(shown) * 2, key


def _selects(key: str) -> bool:
    """Whether a fact of the sentence is one of several words instead of being shown."""
    return key in {"refusal-not-here", "setting-off"}


def test_what_was_not_understood_is_clipped() -> None:
    """The example behind it has to be seen, whatever somebody wrote."""
    for language in LANGUAGES_HERE:
        words = words_for(language)
        for refusal in (
            UnknownHabit('"' * 4_000),
            HabitExists("&" * 4_000),
            UnknownTask(int("9" * 4_000)),
            Misunderstood("unread-when", text="😀" * 4_000),
        ):
            said = refused(refusal, words=words, pressed=False)
            assert isinstance(said, Say)
            assert len(said.text.unescape()) < 400
            assert said.text.endswith((".", "</code>.", ">", "»."))


def _fact(name: str, number: int, long: str) -> str | int:
    return number if name in {"count", "done", "limit"} else long


@pytest.mark.parametrize("language", LANGUAGES_HERE)
def test_buttons_and_notices_are_plain_and_short(language: str) -> None:
    words = words_for(language)
    for key, names in sentences(language).items():
        if key.startswith(("button-", "filter-", "notice-", "command-", "field-")) and not names:
            said = words.plain(key)
            assert "<" not in said, key
            assert 0 < len(said) <= (NOTICE if key.startswith("notice-") else BUTTON), key
        if key.startswith("command-"):
            assert "\n" not in words.plain(key)


@pytest.mark.parametrize("language", LANGUAGES_HERE)
def test_every_command_question_and_doubt_has_words(language: str) -> None:
    words = words_for(language)
    assert [name for name in COMMANDS if not words.has(f"command-{name}")] == []
    for kind in KINDS:
        assert words.has(f"ask-{kind}"), kind
        assert words.has(f"ask-{kind}-short"), kind
    assert [kind for kind in get_args(DoubtKind) if not words.has(f"doubt-{kind}")] == []


@pytest.mark.parametrize("path", SPEAKING, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_no_sentence_stands_in_code(path: Path) -> None:
    said = [
        (node.lineno, node.value)
        for node in literals(path)
        if isinstance(node.value, str) and len(re.findall(r"[^\W\d_]{2,}", _bare(node.value))) >= 2
    ]
    assert said == []


def _bare(literal: str) -> str:
    """A literal without what is no language: tags, keys, patterns of dates, addresses."""
    text = re.sub(r"<[^>]*>|https?://\S*|\{[^}]*\}|\(\?[^)]*\)|[|\\]", " ", literal)
    return " ".join(word for word in text.split(" ") if not re.search(r"[-_:.=,]|^[A-Z]+$", word))


def test_every_key_in_code_has_a_sentence() -> None:
    """Keys are literals such as `task-added`, whole or built of a beginning that is known."""
    known = sentences("en").keys()
    missing = []
    for path in SPEAKING:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and call.args and _speaks(call):
                missing += [
                    (path.name, key) for key in _keys(call.args[0]) if not _is_known(key, known)
                ]
    assert missing == []


def _speaks(call: ast.Call) -> bool:
    name = ast.unparse(call.func)
    return bool(re.search(r"(^|\.)words(\.plain)?$|(^|\.)words_for\(.*\)(\.plain)?$", name))


def _keys(node: ast.expr) -> list[str]:
    match node:
        case ast.Constant(value=str(key)):
            return [key]
        case ast.IfExp(body=one, orelse=other):
            return [*_keys(one), *_keys(other)]
        case ast.JoinedStr(values=[ast.Constant(value=str(start)), *_]):
            return [f"{start}*"]
        case _:
            return []


def _is_known(key: str, known: Collection[str]) -> bool:
    if key.endswith("*"):
        return any(name.startswith(key[:-1]) for name in known)
    return key in known


def test_every_refusal_has_words() -> None:
    """What `Misunderstood` and `TooMany` are raised with."""
    words = words_for("en")
    beginnings = {
        "Misunderstood": "refusal-",
        "TooMany": "refusal-too-many-",
        "NotAllowed": "refusal-",
    }
    raised = []
    for path in [*SPEAKING, *(ROOT / "storage").rglob("*.py")]:
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(call, ast.Call) or not call.args:
                continue
            start = beginnings.get(ast.unparse(call.func))
            match call.args[0]:
                case ast.Constant(value=str(key)) if start:
                    raised.append(start + key)
    assert len(raised) > 10
    assert [key for key in raised if not words.has(key)] == []


def test_no_sentence_is_left_over() -> None:
    """Every key is named in the code, whole or by its beginning."""
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for path in (ROOT / "bot").rglob("*.py")
        if "playground" not in path.parts
    )
    mentioned = set(re.findall(r"[a-z][a-zA-Z0-9_-]*", code))
    idle = [key for key in sentences("en") if not _is_mentioned(key, mentioned)]
    assert idle == []


def _is_mentioned(key: str, mentioned: set[str]) -> bool:
    key = key.removesuffix("-by")  # beside the same fact without a name
    parts = key.split("-")
    beginnings = ("-".join(parts[:end]) + "-" for end in range(1, len(parts)))
    bare = parts[1:] and "-".join(parts[1:]) in mentioned
    return key in mentioned or bool(bare) or any(start in mentioned for start in beginnings)


def test_tags_of_languages_cost_nothing() -> None:
    """Apps send regions and scripts, strangers send anything: each once cost a megabyte."""
    tags = [f"{base}-{region}" for base in ("de", "pt", "zh_hans", "x") for region in range(250)]
    words = {id(words_for(tag)) for tag in (*tags, *LANGUAGES, "", "-", "DE", "de-AT")}
    assert len(words) == len(LANGUAGES)
    assert words_for("de_AT") is words_for("DE-1996") is words_for("de")
    assert words_for("pt-br") is words_for("nonsense") is words_for("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sentence_is_found_alone_as_in_its_file(language: str) -> None:
    """Sentences are parsed one by one, so none may need another, nor end where it should not."""
    source = (TEXTS / f"{language}.ftl").read_text(encoding="utf-8")
    body = FluentParser(with_spans=False).parse(source).body
    whole = [one for one in body if isinstance(one, fluent.Message)]
    alone = {match[1]: match[0] for match in _ENTRY.finditer(source)}
    assert list(alone) == [one.id.name for one in whole]
    for one in whole:
        (read,) = FluentParser(with_spans=False).parse(alone[one.id.name]).body
        assert read.equals(one, ignored_fields=["span", "comment"])
    assert not re.search(r"\{\s*-?[a-z][\w-]*\s*\}", source), "a sentence names another one"
