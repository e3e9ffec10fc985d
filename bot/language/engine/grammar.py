"""A language's tables, compiled for reading; and its typos that are forgiven."""

from __future__ import annotations

import re
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from bot.language.engine import build, numerals, slots, spans, weekdays
from bot.language.engine.phrases import (
    DIGITS,
    Book,
    Match,
    Pattern,
    Sentence,
    Sequences,
    by_first_word,
    match_sequences,
    spell,
    word_sequences,
)
from bot.language.engine.typos import Typos

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from bot.language.engine.clocks import HalfSaid
    from bot.language.engine.language import Phrasebook
    from bot.language.engine.tokens import Token

T = TypeVar("T")
NO_WORD = "-"  # in a table of weekdays: this one has no such form

LISTS = (
    "hour_letters",
    "articles",
    "definite",
    "name_joints",
    "limiting",
    "after_bare_day",
    "not_before_part",
    "not_before_hour",
    "streets",
    "between_sizes",
    "not_after_number",
    "not_before_half",
    "meetings",
    "subjects",
    "clauses",
    "doubtful_days",
    "counted",
    "actions",
    "not_before_day",
    "not_after_day",
    "not_after_ordinal",
    "not_before_number",
)
_SHARED_MARKS = (Pattern("! {length}", build.remind, "glued"),)  # !10m

# The sets of words that tell which half of the day an hour is in.
_HALVES: Mapping[str, HalfSaid] = {
    "am": "am",
    "pm": "pm",
    "of_morning": "morning",
    "of_afternoon": "afternoon",
    "of_evening": "evening",
    "of_night": "night",
}
_OPTIONAL_SETS = dict.fromkeys(
    (
        *_HALVES,
        *("and", "and_half", "zone_before", "zone_after", "counted_from", "of", "to", "year_word"),
        *("of_year", "per", "after_adverb", "thousand", "measure"),
        *("at", "hour_word", "to_hour", "to_day", "to"),
    ),
    "",
)


class Grammar:
    """One language, ready to read with. Compiling takes some 20 ms: `Languages` keeps it.

    `in_any_language` gives the words that one of `LISTS` has in all languages together, `zones`
    the zones by their folded abbreviations.
    """

    def __init__(
        self,
        tables: Phrasebook,
        *,
        in_any_language: Callable[[str], frozenset[str]],
        zones: Callable[[], Mapping[str, tuple[str, ...]]],
    ) -> None:
        self.tables = tables
        self.zones = zones
        self.in_any_language = in_any_language
        self.letters = re.compile(f"[{tables.letters}]")
        self._name_words(tables)
        self._name_sets(tables)
        self._idioms = by_first_word(word_sequences(tables.idioms))
        self._compile_books(tables)
        self.strong = frozenset(fold_all(tables.strong))
        self.weak = frozenset(fold_all(tables.weak))
        self.lists = {name: frozenset(fold_all(getattr(tables, name))) for name in LISTS}
        orders = chain.from_iterable(_all_sequences(self.wishes.values()))  # no typos of date words
        self.typos = Typos(
            self._forgiven(),
            known=self._known(),
            ordinary=chain(fold_all(tables.ordinary), chain.from_iterable(orders)),
        )
        longer = {word for word in self.typos.known if len(word) > 2 or not word.isascii()}
        self._own_words = frozenset(self.strong | (longer - self.weak))

    def _name_words(self, tables: Phrasebook) -> None:
        self.numbers = _table(tables.numbers)
        self.ordinals = _table(tables.ordinals)
        self.months = _numbered(tables.months, first=1)
        self.weekdays = _numbered(tables.weekdays)
        self.any_weekday = {**self.weekdays, **_numbered(tables.weekdays_short)}
        self.repeated = _numbered(tables.weekdays_repeated)
        self.all_weekdays = {**self.any_weekday, **self.repeated}
        self.weekday_letters = {
            letter: tuple(
                day for day, row in enumerate(tables.weekday_letters) if letter in row.split("|")
            )
            for letter in chain.from_iterable(row.split("|") for row in tables.weekday_letters)
        }
        self.units = _table(tables.units)
        self.part_nouns = _table(tables.part_nouns)
        self._quantities = {
            words: value
            for spelled, value in tables.quantities.items()
            for words in word_sequences(spelled)
        }
        self._quantity_sequences = by_first_word(sorted(self._quantities, key=_longest_first))
        self._lengths = {
            words: value
            for spelled, value in tables.lengths.items()
            for words in word_sequences(spelled)
        }
        self._length_sequences = by_first_word(sorted(self._lengths, key=_longest_first))

    def _name_sets(self, tables: Phrasebook) -> None:
        sets = {"half_more": tables.and_half, **_OPTIONAL_SETS, **tables.sets}
        self._sets = {f"<{name}>": by_first_word(word_sequences(w)) for name, w in sets.items()}
        self.wishes = {
            name: by_first_word(word_sequences(words)) for name, words in tables.wishes.items()
        }
        self.slots: dict[str, Callable[[Sentence, int], Sequence[Match]]] = dict(_SLOTS)
        for name, sequences in self._sets.items():
            self.slots[name] = partial(_in_set, sequences)
        self.slots["half"] = self._half
        # the first words of slots that begin with no digit: a quick look before the search
        self.begins: dict[str, frozenset[str]] = {}
        self._first: dict[str, frozenset[str]] = {}

    def _compile_books(self, tables: Phrasebook) -> None:
        self.plain_days = Book(tables.days, self)
        self.days = Book(
            (*tables.days, *tables.counted_days), self
        )  # before the others, whose patterns use days and clocks
        self.clocks = Book(tables.clocks, self)
        self.parts = Book(tables.parts, self)
        self.repeats = Book(tables.repeats, self)
        self.bounds = Book(tables.bounds, self)
        self.marks = Book((*tables.marks, *_SHARED_MARKS), self)
        self._books = (
            self.days,
            self.clocks,
            self.parts,
            self.repeats,
            self.bounds,
            self.marks,
        )
        of_words = _WORDS_ONLY.union(self._sets, ("half",))
        self.begins = {name: self.first_words(name) for name in of_words}
        self.starters = frozenset(chain.from_iterable(book.first_words for book in self._books))

    def corrected(self, tokens: Iterable[Token]) -> list[str]:
        """The tokens' folded words, with typos in date words corrected."""
        known, meant = self.typos.known, self.typos.meant
        words = [token.folded for token in tokens]
        return [
            word if word in known or len(word) < 4 or not word.isalpha() else meant(word)
            for word in words
        ]

    def starts(self, line: Sentence, index: int) -> bool:
        """Whether any phrase may begin with this token; a quick look before the tables."""
        return line.tokens[index].is_number or line.words[index] in self.starters

    def has_own(self, words: Iterable[str]) -> bool:
        """Whether one of the words tells that a text is in this language; "in" and "am" are of
        several."""
        return not self._own_words.isdisjoint(words)

    def idiom_at(self, line: Sentence, index: int) -> int:
        """The index after a set phrase without a time that begins here, or this index."""
        if line.words[index] not in self._idioms:
            return index
        return max((end for _, end in match_sequences(line, index, self._idioms)), default=index)

    def lengths_at(self, line: Sentence, index: int) -> Sequence[Match]:
        found = match_sequences(line, index, self._length_sequences)
        return [(self._lengths[tuple(line.words[index:end])], end) for _, end in found]

    def quantities_at(self, line: Sentence, index: int) -> Sequence[tuple[float, int]]:
        found = match_sequences(line, index, self._quantity_sequences)
        return [(self._quantities[tuple(line.words[index:end])], end) for _, end in found]

    def first_words(self, slot: str) -> frozenset[str]:
        """The words that a slot may begin with; `DIGITS` is for any number."""
        known = self._first.get(slot)
        if known is None:
            known = self._first[slot] = frozenset(self._first_words(slot))
        return known

    def _first_words(self, slot: str) -> Iterable[str]:
        if slot.startswith("<"):
            return self._sets[slot]
        if slot == "half":
            return chain.from_iterable(self._sets.get(f"<{name}>", ()) for name in _HALVES)
        if slot == "day":
            return self.days.first_words
        if slot == "plain":
            return self.plain_days.first_words
        if slot == "clock":
            return self.clocks.first_words
        if slot == "part":
            return self.parts.first_words
        tables = (getattr(self, name) for name in _FIRST_WORDS.get(slot, ()))
        first = set(chain.from_iterable(tables))
        if slot in ("length", "lu", "measure"):
            first |= {words[0] for words in (*self._lengths, *self._quantities)}
        return first if slot in _WORDS_ONLY else first | {DIGITS}

    def _half(self, line: Sentence, index: int) -> Sequence[Match]:
        found: list[Match] = []
        for name, value in _HALVES.items():
            ends = (end for _, end in line.slot(f"<{name}>", index))
            found += [(value, end) for end in ends if not self._is_preposition(line, end)]
        return sorted(found, key=lambda each: -each[1])

    def _is_preposition(self, line: Sentence, end: int) -> bool:
        """3 am Bahnsteig: before a noun "am" tells no half of the day in German."""
        if not self.tables.am_before_nouns or line.word_at(end - 1) != "am":
            return False
        return not line.glued(end - 1) and line.text_at(end)[:1].isupper()

    def _known(self) -> frozenset[str]:
        words = chain(
            chain.from_iterable(book.words() for book in self._books),
            chain.from_iterable(chain.from_iterable(_all_sequences(self._sets.values()))),
            chain.from_iterable((*self._lengths, *self._quantities)),
            chain(self.numbers, self.ordinals, self.months, self.all_weekdays, self.units),
            self.part_nouns,
        )
        return frozenset(words)

    def _forgiven(self) -> Iterable[str]:
        names = chain(self.weekdays, self.repeated, self.months, self.numbers, self.units)
        return {word for word in chain(names, fold_all(self.tables.typo_words)) if len(word) >= 5}


def fold_all(words: str) -> list[str]:
    return [form for word in words.split() for form in spell(word)]


def _table(words: Mapping[str, T]) -> dict[str, T]:
    return {
        form: value
        for spelled, value in words.items()
        for word in spelled.split("|")
        for form in spell(word)
    }


def _numbered(rows: Sequence[str], *, first: int = 0) -> dict[str, int]:
    return {
        form: number
        for number, spelled in enumerate(rows, first)
        for word in spelled.split("|")
        if word != NO_WORD
        for form in spell(word)
    }


def _longest_first(words: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    return -len(words), words


def _all_sequences(sets: Iterable[Sequences]) -> Iterable[Sequence[tuple[str, ...]]]:
    return chain.from_iterable(each.values() for each in sets)


def _in_set(sequences: Sequences, line: Sentence, index: int) -> Sequence[Match]:
    return match_sequences(line, index, sequences) if sequences else ()


_SLOTS: Mapping[str, Callable[[Sentence, int], Sequence[Match]]] = {
    "n": slots.number,
    "words": slots.number_words,
    "ord": slots.ordinal,
    "ords": slots.listed("ord"),
    "md": slots.month_day,
    "year": slots.year,
    "month": slots.named("months"),
    "months": slots.listed("month"),
    "weekday": slots.named("weekdays"),
    "wd": slots.named("any_weekday"),
    "wds": weekdays.weekday_list("any"),
    "several": weekdays.several_weekdays,
    "letters": weekdays.lettered_weekdays,
    "any": slots.named("all_weekdays"),
    "repeated": slots.named("repeated"),
    "repeateds": weekdays.weekday_list("repeated"),
    "month_date": slots.month_date,
    "month_dates": slots.listed("month_date"),
    "dated": slots.date_with_year,
    "length": slots.length,
    "unit": slots.unit,
    "lu": slots.length_or_unit,
    "mds": slots.listed("md"),
    "bare": numerals.window_clock,
    "day": slots.any_day,
    "plain": slots.any_plain_day,
    "clock": slots.any_clock,
    "hours": spans.hour_span,
    "hour_end": spans.hour_end,
    "days": spans.day_span,
    "year_date": slots.year_date,
    "year_dates": slots.listed("year_date"),
    "pn": slots.part_noun,
    "pns": slots.listed("pn"),
    "part": slots.any_part,
    "date": numerals.numeric_date,
    "loose": numerals.loose_date,
    "padded": numerals.padded_date,
    "hm": numerals.clock_digits,
    "h.m": numerals.clock_dotted,
    "hmm": numerals.clock_without_mark,
    "hhmm": numerals.clock_of_four,
    "0hmm": numerals.clock_early,
    "h_m": numerals.clock_in_two,
    "h-m": numerals.clock_in_two_surely,
    "h": numerals.hour,
    "hh": numerals.hour_letter,
    "amount": slots.amount,
    "measure": slots.measure,
}
_WORDS_ONLY = frozenset(
    (
        "pn",
        "pns",
        "wds",
        "any",
        "several",
        "letters",
        "month",
        "months",
        "weekday",
        "wd",
        "repeated",
        "repeateds",
        "words",
        "unit",
    )
)
_FIRST_WORDS: Mapping[str, tuple[str, ...]] = {
    "n": ("numbers",),
    "words": ("numbers",),
    "h": ("numbers",),
    "bare": ("numbers",),
    "hours": ("numbers", "part_nouns"),
    "hour_end": ("numbers", "part_nouns"),
    "days": ("months", "ordinals", "numbers", "all_weekdays"),
    "unit": ("units",),
    "pn": ("part_nouns",),
    "pns": ("part_nouns",),
    "lu": ("numbers", "units"),
    "mds": ("ordinals", "numbers"),
    "length": ("numbers",),
    "ord": ("ordinals", "numbers"),
    "ords": ("ordinals", "numbers"),
    "md": ("ordinals", "numbers"),
    "month": ("months",),
    "months": ("months",),
    "weekday": ("weekdays",),
    "wd": ("any_weekday",),
    "wds": ("all_weekdays",),
    "several": ("all_weekdays",),
    "letters": ("weekday_letters",),
    "any": ("all_weekdays",),
    "repeated": ("repeated",),
    "repeateds": ("repeated",),
    "month_date": ("months", "ordinals", "numbers"),
    "month_dates": ("months", "ordinals", "numbers"),
    "dated": ("months", "ordinals", "numbers"),
    "amount": ("numbers",),
    "measure": ("numbers",),
}
