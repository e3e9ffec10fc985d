"""Units beside numbers, as people say them in four languages."""

from __future__ import annotations

import pytest

from bot.language.habits.unit_forms import unit_beside


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        (1, "pages", "page"),
        (0, "pages", "pages"),
        (1.5, "page", "pages"),
        (20, "page", "pages"),
        (1, "Seiten", "Seite"),
        (2, "Glas", "Gläser"),
        (1, "páginas", "página"),
        (2, "flexion", "flexiones"),
        (1, "страниц", "страница"),
        (2, "страниц", "страницы"),
        (5, "страница", "страниц"),
        (11, "страница", "страниц"),
        (21, "страниц", "страница"),
        (22, "страниц", "страницы"),
        (112, "страница", "страниц"),
        (0.5, "страниц", "страницы"),
        (5, "minute", "minutes"),
        (5, "Minute", "Minuten"),
        (1, "ml", "ml"),
        (1, "крокодилов", "крокодилов"),
        (1, "", ""),
    ],
)
def test_beside_a_number(amount: float, unit: str, said: str) -> None:
    assert unit_beside(amount, unit) == said


@pytest.mark.parametrize(
    ("amount", "unit", "said"),
    [
        (1, "чашек", "чашки"),
        (2, "чашек", "чашек"),
        (5, "чашки", "чашек"),
        (21, "чашек", "чашки"),
        (0.5, "чашек", "чашки"),
        (1, "cups", "cup"),
        (2, "Tasse", "Tassen"),
    ],
)
def test_after_the_words_of_a_limit(amount: float, unit: str, said: str) -> None:
    assert unit_beside(amount, unit, is_limit=True) == said
