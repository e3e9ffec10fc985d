"""Search: every word by prefix, folded in every script, best first, alike on both databases."""

from __future__ import annotations

import unicodedata
from collections.abc import AsyncIterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from storage.database import Database
from storage.migrations import upgrade
from storage.models import Chat
from storage.rules.folding import words
from storage.settings import DatabaseSettings
from storage.tasks.change import complete, delete_task, set_notes
from storage.tasks.checklists import set_checklist
from storage.tasks.lists import Filter, Scope, list_page
from storage.tasks.new import NewTask
from storage.tasks.search import WORDS_LIMIT
from storage.tasks.tags import set_tags
from tests.support.databases import PostgreSQL, plan_nothing
from tests.support.scenes.people import NOW, Seat, add, find, group, private, set_title, titles


async def search(database: Database, seat: Seat, said: str) -> list[str]:
    async with database.begin() as session:
        return await titles(session, seat, Filter(Scope.SEARCH, words=said))


async def keep(database: Database, *new: str | NewTask) -> Seat:
    async with database.begin() as session:
        seat = await private(session, "ann")
        await add(session, seat, *new)
    return seat


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Buy milk tomorrow", "milk"),
        ("Buy milk tomorrow", "MIL"),
        ("Buy milk tomorrow", "tom buy"),
        ("Café at noon", "cafe"),
        ("Cafe at noon", "CAFÉ"),
        ("Straße fegen", "STRASSE"),
        ("Łódź", "lodz"),
        ("Купить Ёлку", "елк"),
        ("КУПИТЬ МОЛОКО", "молок куп"),
        ("Γράμμα στον ΟΔΥΣΣΈΑ", "οδυσσεα"),
        ("Καλημέρα κόσμος", "ΚΌΣΜΟΣ"),
        ("İstanbul bileti", "istanbul"),
        ("IRMAK kenarı", "ırmak"),
        ("ırmak kenarı", "IRMAK KENARI"),
        ("شراء مُحَمَّد", "محمد"),
        ("שָׁלוֹם לך", "שלום"),
        ("दूध ख़रीदना", "खरीद"),
        ("दूध खरीदना", "दूध"),
        ("買牛奶", "牛奶"),
        ("牛乳を買う", "買う"),
        ("우유 사기", "우유"),
        ("우유 사기", "사"),
        ("buy 🥛 now", "🥛"),
        ("❤️ day", "❤"),
        ("❤ day", "❤️"),
        ("ﬁx the ① bug", "fix 1"),
        ("100% sure_thing", "100 thing"),
        ("C++ book", "c++"),
        ("#hashtag", "hash"),
        ("o'clock", "clock"),
    ],
)
async def test_found(database: Database, title: str, said: str) -> None:
    seat = await keep(database, "another", title)
    assert await search(database, seat, said) == [title]


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("Buy milk", "ilk"),
        ("Buy milk", "milk bread"),
        ("Buy milk", "%"),
        ("Buy milk", "_uy"),
        ("Buy milk", "uy%"),
        ("Buy milk", ""),
        ("Buy milk", " \n "),
        ("Buy milk", "'; DROP TABLE tasks; --"),
        ("Buy milk", "\\"),
        ("Купить молоко", "купон"),
        ("a b", "ab"),
    ],
)
async def test_not_found(database: Database, title: str, said: str) -> None:
    seat = await keep(database, title)
    assert await search(database, seat, said) == []


async def test_title_notes_tags_and_checklist_are_searched(database: Database) -> None:
    full = NewTask(
        "title",
        notes="two\nnotes",
        tags=("tagged",),
        checklist=(("item one", False), ("more", False)),
    )
    seat = await keep(database, full)
    for said in ("tit", "notes", "tagg", "item", "more", "title two tagged one"):
        assert await search(database, seat, said) == ["title"]


async def test_what_changes_is_found_by_its_new_words(database: Database) -> None:
    seat = await keep(
        database, NewTask("old", notes="old", tags=("old",), checklist=(("old", False),))
    )
    async with database.begin() as session:
        task = await find(session, seat, 1)
        set_title(session, task, "title", seat.deed())
        set_notes(session, task, "notes", seat.deed())
        await set_tags(session, task, ["tag"], seat.deed())
        set_checklist(session, task, [("item", False)], seat.deed())
    for said in ("title", "notes", "tag", "item"):
        assert await search(database, seat, said) == ["title"]
    assert await search(database, seat, "old") == []


async def test_open_and_done_tasks_are_found_but_not_the_trash(database: Database) -> None:
    seat = await keep(database, "milk open", "milk done", "milk trash")
    async with database.begin() as session:
        complete(session, await find(session, seat, 2), seat.deed())
        await delete_task(session, await find(session, seat, 3), seat.deed())
    assert await search(database, seat, "milk") == ["milk open", "milk done"]


async def test_the_best_stands_first(database: Database) -> None:
    seat = await keep(
        database,
        NewTask("beginning elsewhere", notes="milkshake"),
        NewTask("word elsewhere", notes="milk"),
        "milkshake in the title",
        "milk in the title",
        NewTask("milk and milk everywhere", notes="milk"),
    )
    assert await search(database, seat, "milk") == [
        "milk and milk everywhere",
        "milk in the title",
        "milkshake in the title",
        "word elsewhere",
        "beginning elsewhere",
    ]


async def test_equals_are_open_first_then_newest(database: Database) -> None:
    seat = await keep(database, "milk a", "milk b", "milk c")
    async with database.begin() as session:
        complete(session, await find(session, seat, 3), seat.deed())
    assert await search(database, seat, "milk") == ["milk b", "milk a", "milk c"]


async def test_all_chats_of_the_asker_are_searched(database: Database) -> None:
    seat = await keep(database, "milk at home")
    async with database.begin() as session:
        await add(session, await group(session, "ann"), "milk in the group")
        await add(session, await private(session, "bob"), "milk of bob")
    assert set(await search(database, seat, "milk")) == {"milk at home", "milk in the group"}


async def test_twenty_words_are_looked_for(database: Database) -> None:
    many = [f"w{number:02}" for number in range(30)]
    seat = await keep(database, " ".join(many[:WORDS_LIMIT]))
    assert len(await search(database, seat, " ".join(many))) == 1
    assert await search(database, seat, " ".join(many[10:])) == []


async def test_a_long_text_finds_nothing_and_breaks_nothing(database: Database) -> None:
    seat = await keep(database, "milk")
    assert await search(database, seat, "щ" * 4096) == []
    assert await search(database, seat, "x " * 2000) == []


@pytest.fixture(scope="module")
async def both(
    postgresql: PostgreSQL, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[tuple[Database, Database]]:
    """One store on each database, to be given the same tasks."""
    name = await postgresql.create()
    path = tmp_path_factory.mktemp("both") / "dueto.db"
    urls = (f"sqlite:///{path}", postgresql.url_of(name))
    stores = [
        Database(DatabaseSettings.from_url(url), planner=plan_nothing, default_zone="UTC")
        for url in urls
    ]
    for store in stores:
        await upgrade(store.settings)
    yield stores[0], stores[1]
    for store in stores:
        await store.close()
    await postgresql.drop(name)


# Few letters, so that words meet: cases, accents, scripts, symbols, and what LIKE could misread.
ALPHABET = "aAbBáß İıоОёЁ牛🥛❤\ufe0f\u0301%_\\'\"-\n\t#1①"
SOME = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=12)
ANY = st.text(
    st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1, max_size=30
)
TEXTS = SOME | ANY


@settings(
    deadline=None,
    derandomize=True,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    kept=st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=8),
    asked=st.lists(TEXTS, min_size=1, max_size=4),
)
async def test_both_databases_answer_alike(
    both: tuple[Database, Database], kept: list[tuple[str, str]], asked: list[str]
) -> None:
    """The same data, the same questions: the same tasks in the same order, which an own search
    over the words confirms."""
    answers = [await _answers(store, kept, asked) for store in both]
    assert answers[0] == answers[1]
    for said, numbers in zip(asked, answers[0], strict=True):
        assert sorted(numbers) == _expected(kept, words(said))


async def _answers(
    store: Database, kept: Sequence[tuple[str, str]], asked: Sequence[str]
) -> list[list[int]]:
    async with store.begin() as session:
        await session.exec(delete(Chat))
        seat = await private(session, "ann")
        await add(session, seat, *(NewTask(title, notes=notes) for title, notes in kept))
        answers = []
        for said in asked:
            wanted = Filter(Scope.SEARCH, words=said)
            page = await list_page(session, wanted, 0, where=seat.where(), now=NOW)
            answers.append([task.number for task in page.tasks])
        return answers


def _expected(kept: Sequence[tuple[str, str]], wanted: Sequence[str]) -> list[int]:
    def holds(texts: tuple[str, str]) -> bool:
        found = [word for text in texts for word in words(text)]
        return all(any(word.startswith(one) for word in found) for one in wanted)

    return [number for number, texts in enumerate(kept, 1) if wanted and holds(texts)]


@settings(
    deadline=None,
    derandomize=True,
    max_examples=40,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(title=ANY, data=st.data())
async def test_a_task_is_found_by_any_beginning_of_any_word_of_it(
    both: tuple[Database, Database], title: str, data: st.DataObject
) -> None:
    found = words(title)
    if not found:
        return
    word = data.draw(st.sampled_from(found))
    said = word[: data.draw(st.integers(1, len(word)))]
    composed = unicodedata.normalize("NFC", said)
    for store in both:
        assert await _answers(store, [(title, "")], [said, composed]) == [[1], [1]]
