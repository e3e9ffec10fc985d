"""The words of `/list` in four languages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.handlers.lists import read_filter, write_filter
from bot.language.filters import is_me, read_scope
from storage.models import Priority
from storage.tasks.lists import Filter, Scope


@pytest.mark.parametrize(
    ("said", "scope"),
    [
        ("open", Scope.OPEN), ("открытые", Scope.OPEN), ("offen", Scope.OPEN),
        ("abiertas", Scope.OPEN),
        ("today", Scope.TODAY), ("сегодня", Scope.TODAY), ("heute", Scope.TODAY),
        ("hoy", Scope.TODAY),
        ("на сегодня", Scope.TODAY), ("für heute", Scope.TODAY), ("para hoy", Scope.TODAY),
        ("week", Scope.WEEK), ("неделя", Scope.WEEK), ("woche", Scope.WEEK), ("semana", Scope.WEEK),
        ("overdue", Scope.OVERDUE), ("просрочено", Scope.OVERDUE), ("überfällig", Scope.OVERDUE),
        ("vencidas", Scope.OVERDUE), ("uberfallig", Scope.OVERDUE), ("ueberfaellig", Scope.OVERDUE),
        ("nodate", Scope.NO_DATE), ("no date", Scope.NO_DATE), ("без даты", Scope.NO_DATE),
        ("ohne Datum", Scope.NO_DATE), ("sin fecha", Scope.NO_DATE),
        ("done", Scope.DONE), ("готово", Scope.DONE), ("Erledigt", Scope.DONE),
        ("hechas", Scope.DONE),
        ("all", Scope.ALL), ("все", Scope.ALL), ("всё", Scope.ALL), ("alle", Scope.ALL),
        ("todas", Scope.ALL),
        ("trash", Scope.TRASH), ("корзина", Scope.TRASH), ("Papierkorb", Scope.TRASH),
        ("PAPELERA", Scope.TRASH),
    ],
)  # fmt: skip
def test_a_scope_is_understood(said: str, scope: Scope) -> None:
    assert read_filter(said) == Filter(scope)
    assert write_filter(read_filter(said)) == scope.value


def test_every_scope_is_known_by_its_own_name() -> None:
    assert [read_scope([scope.value]) for scope in Scope] == [(scope.value, 1) for scope in Scope]


def test_a_scope_stands_at_the_beginning_only() -> None:
    assert read_scope(["ohne", "Datum", "#haus"]) == ("nodate", 2)
    assert read_scope(["ohne", "Zucker"]) == ("", 0)
    assert read_scope([]) == ("", 0)
    assert read_filter("milk today") == Filter(words="milk today")
    assert read_filter("без сахара") == Filter(words="без сахара")
    assert read_filter("heutige Post") == Filter(words="heutige Post")


@pytest.mark.parametrize("word", ["me", "Мне", "я", "mir", "ICH", "yo", "mí"])
def test_who_is_asking_is_understood(word: str) -> None:
    assert is_me(word)
    assert read_filter(f"неделя {word} !high #дом") == Filter(
        Scope.WEEK, tags=("дом",), priority=Priority.HIGH, assignee="me"
    )
    assert read_filter(f"milk {word}") == Filter(words=f"milk {word}")


def test_a_search_takes_every_word_as_it_is() -> None:
    wanted = Filter(Scope.SEARCH, words="me and #home !high")
    assert read_filter(write_filter(wanted)) == wanted


@given(st.text(max_size=60))
def test_what_is_written_reads_back(text: str) -> None:
    wanted = read_filter(text)
    assert read_filter(write_filter(wanted)) == wanted
