"""The values that phrases have in common: numbers, names of days and months, lengths, numerals."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.language.engine.phrases import Match, Sentence
from bot.language.said import Amount, Day, Length

Finder = Callable[[Sentence, int], Sequence[Match]]
MAX_LISTED = 12
MOST_DIGITS = 7  # of an amount


def number(line: Sentence, index: int) -> Sequence[Match]:
    """3 · twenty-five: up to four digits, or words."""
    if line.is_number(index):
        return [(int(line.text_at(index)), index + 1)] if len(line.text_at(index)) <= 4 else []
    return number_words(line, index)


def number_words(line: Sentence, index: int) -> Sequence[Match]:
    """A number in words, tens with their ones first."""
    grammar = line.grammar
    tens = grammar.numbers.get(line.word_at(index))
    if tens is None:
        return []
    found: list[Match] = [(tens, index + 1)]
    if tens >= 20 and tens % 10 == 0:
        joint = line.word_at(index + 1) in grammar.tables.joints
        after = index + 2 if joint else index + 1
        ones = grammar.numbers.get(line.word_at(after))
        if ones is not None and 0 < ones < 10:
            found.insert(0, (tens + ones, after + 1))
    return found


def ordinal(line: Sentence, index: int) -> Sequence[Match]:
    """3rd · third · 3. · last (-1)"""
    found = _one_ordinal(line, index)
    return [*_from_last(line, found), *found]


def _from_last(line: Sentence, found: Sequence[Match]) -> list[Match]:
    """second last: -2"""
    ordinals = line.grammar.ordinals
    return [
        (-value, end + 1)
        for value, end in found
        if 1 < value <= 5 and line.is_spaced(end) and ordinals.get(line.word_at(end)) == -1
    ]


def _one_ordinal(line: Sentence, index: int) -> Sequence[Match]:
    if line.is_number(index):
        return _ordinal_digits(line, index)
    grammar = line.grammar
    value = grammar.ordinals.get(line.word_at(index))
    found: list[Match] = [] if value is None else [(value, index + 1)]
    tens = grammar.numbers.get(line.word_at(index), 0)
    if grammar.tables.ordinal_tens:  # vigésimo quinto
        tens = max(tens, value or 0)
    if 20 <= tens < 100 and tens % 10 == 0:  # twenty-fifth
        after = index + 2 if line.text_at(index + 1) == "-" else index + 1
        ones = grammar.ordinals.get(line.word_at(after), 0)
        if 0 < ones < 10:
            found.insert(0, (tens + ones, after + 1))
    return found


def _ordinal_digits(line: Sentence, index: int) -> Sequence[Match]:
    if len(line.text_at(index)) > 2:
        return []
    after = index + 1
    if line.text_at(after) == "-" and line.glued(after) and line.glued(after + 1):
        after += 1
    if line.glued(after) and line.word_at(after) in line.grammar.tables.ordinal_marks:
        return [(int(line.text_at(index)), after + 1)]
    return []


def month_day(line: Sentence, index: int) -> Sequence[Match]:
    """A day's number beside its month: 27 · 27th · 27. · first"""
    found = [each for each in ordinal(line, index) if 1 <= each[0] <= 31]
    if line.is_number(index) and len(line.text_at(index)) <= 2:
        found.append((int(line.text_at(index)), index + 1))
    else:
        found.extend(each for each in number_words(line, index) if not _is_article(line, index))
    return [each for each in found if 1 <= each[0] <= 99]


def _is_article(line: Sentence, index: int) -> bool:
    """ "a may" is no first of May."""
    return line.word_at(index) in line.grammar.lists["articles"]


def year(line: Sentence, index: int) -> Sequence[Match]:
    text = line.text_at(index)
    if line.is_number(index) and len(text) == 4 and 1900 <= int(text) <= 2200:
        return [(int(text), index + 1)]
    return []


def named(table: str) -> Finder:
    """A finder of the words of one of the grammar's tables; an abbreviation may take its dot."""

    def find(line: Sentence, index: int) -> Sequence[Match]:
        value = getattr(line.grammar, table).get(line.word_at(index))
        if value is None:
            return []
        plain = (value, index + 1)
        dotted = line.text_at(index + 1) == "." and line.glued(index + 1)
        return [(value, index + 2), plain] if dotted and len(line.text_at(index)) <= 5 else [plain]

    return find


def listed(slot: str) -> Finder:
    """1st and 15th · january, april: tuples, longest first."""

    def find(line: Sentence, index: int) -> Sequence[Match]:
        found: list[Match] = []
        values: tuple[int, ...] = ()
        ends = [index]
        while ends and len(values) < MAX_LISTED:
            grown = _grown(line, slot, values, ends)
            if grown is None:
                break
            values, end = grown
            found.insert(0, grown)
            ends = [after for _, after in line.slot("<and>", end)]
        return found

    return find


def _grown(
    line: Sentence, slot: str, values: tuple[int, ...], ends: Sequence[int]
) -> tuple[tuple[int, ...], int] | None:
    """A list with its next value, which is after one of `ends`, and the index after that."""
    for after in ends:
        if after < line.size and (here := line.slot(slot, after)):
            value, end = here[0]
            return (*values, value), end
    return None


def month_date(line: Sentence, index: int) -> Sequence[Match]:
    """8 march · march 8 · 8 de marzo: a (month, day) pair without a year."""
    found: list[Match] = []
    for month, after in line.slot("month", index):
        found += [((month, day), end) for day, end in line.slot("md", after)]
    for day, after in line.slot("md", index):
        between = [end for _, end in line.slot("<of>", after)]
        for k in (*between, after):
            if k < line.size and (k == after or line.follows(k)):
                found += [((month, day), end) for month, end in line.slot("month", k)]
    return sorted((each for each in found if 1 <= each[0][1] <= 31), key=lambda each: -each[1])


def length(line: Sentence, index: int) -> Sequence[Match]:
    """1 hour 20 minutes · 1h30m · half an hour · 2 weeks and 3 days · 1.5 hours"""
    found: list[Match] = []
    total = Length()
    at = index
    while (one := _one_length(line, at)) is not None:
        value, end, unit_of = one
        total = total + value
        found.insert(0, (total, end))
        for _, after in line.slot("<half_more>", end):
            found.insert(0, (total + _half(unit_of), after))
        at = next((after for _, after in line.slot("<and>", end)), end)
        if at >= line.size or len(found) > 6:
            break
    return sorted(found, key=lambda each: -each[1])


def _one_length(line: Sentence, index: int) -> tuple[Length, int, Length] | None:
    """So many of a unit, the index after it, and the unit."""
    for value, end in line.grammar.lengths_at(line, index):
        return value, end, value
    for n, after in _quantity(line, index):
        if after >= line.size:
            continue
        unit = line.grammar.units.get(line.word_at(after))
        if unit is None or n > 10_000 or line.text_at(after) == "M":  # 3M
            continue
        end = after + 1
        if line.text_at(end) == "." and line.glued(end) and not line.glued(end + 1):
            end += 1  # min.
        whole, tenths = divmod(round(n * 10), 10)
        return unit * whole + _tenth(unit, tenths), end, unit
    return None


def _quantity(line: Sentence, index: int) -> Sequence[tuple[float, int]]:
    """A number, perhaps with one decimal (1.5 or 1,5)."""
    mark, after = line.text_at(index + 1), index + 2
    decimal = mark in (".", ",") and line.glued(index + 1) and line.glued(after)
    if decimal and line.is_number(index) and line.is_number(after):
        if len(line.text_at(index)) <= 4 and len(line.text_at(after)) == 1:
            return [(int(line.text_at(index)) + int(line.text_at(after)) / 10, after + 1)]
        return []
    plain = [(float(n), end) for n, end in number(line, index)]
    more = [(n + 0.5, after) for n, end in plain for _, after in line.slot("<and_half>", end)]
    return [*line.grammar.quantities_at(line, index), *more, *plain]


def unit(line: Sentence, index: int) -> Sequence[Match]:
    """day, week, hour: the length of one."""
    found = line.grammar.units.get(line.word_at(index))
    return [] if found is None or len(line.text_at(index)) < 3 else [(found, index + 1)]


def length_or_unit(line: Sentence, index: int) -> Sequence[Match]:
    """2 days · day: where a unit alone means one of it."""
    found = [*line.slot("length", index), *line.slot("unit", index)]
    for one, after in line.slot("unit", index):  # [an] hour 20 minutes
        if after < line.size:
            found += [(one + more, end) for more, end in line.slot("length", after)]
    return sorted(found, key=lambda each: -each[1])


def _half(unit: Length) -> Length:
    return _tenth(unit, 5)


def _tenth(unit: Length, tenths: int) -> Length:
    """Tenths of a unit: of a month in whole months or days, of a day in minutes."""
    if not tenths:
        return Length()
    if unit.months:
        months = unit.months * tenths
        return Length(months=months // 10) if months % 10 == 0 else Length(days=months * 3)
    minutes = (unit.days * 1440 + unit.minutes) * tenths // 10
    return Length(days=minutes // 1440, minutes=minutes % 1440)


def any_day(line: Sentence, index: int) -> Sequence[Match]:
    return line.grammar.days.all(line, index)


def any_plain_day(line: Sentence, index: int) -> Sequence[Match]:
    """A day that is not counted from another one."""
    return line.grammar.plain_days.all(line, index)


def any_clock(line: Sentence, index: int) -> Sequence[Match]:
    return line.grammar.clocks.all(line, index)


def date_with_year(line: Sentence, index: int) -> Sequence[Match]:
    """8 march 2027 · march 8, 2027: a Day; the year may be left out."""
    found: list[Match] = []
    for (month, day), end in month_date(line, index):
        plain = Day("named", month=month, day=day)
        for value, after in _year_after(line, end):
            dated = plain._replace(year=value)
            found += [(dated, last) for _, last in line.slot("<year_word>", after)]
            found.append((dated, after))
        found.append((plain, end))
    for value, after in line.slot("year", index):  # 2027 March 18
        dates = month_date(line, after) if after < line.size and line.follows(after) else ()
        found += [(Day("named", month=m, day=d, year=value), end) for (m, d), end in dates]
    return sorted(found, key=lambda each: -each[1])


def year_date(line: Sentence, index: int) -> Sequence[Match]:
    """24/12 · 24.12. · 24.12, a day of every year: a Day"""
    found = [*line.slot("date", index), *line.slot("loose", index)]
    return [(day, end) for day, end in found if isinstance(day, Day) and day.year is None]


def part_noun(line: Sentence, index: int) -> Sequence[Match]:
    """morning, evening: the name of a part of the day"""
    found = line.grammar.part_nouns.get(line.word_at(index))
    return [] if found is None else [(found, index + 1)]


def any_part(line: Sentence, index: int) -> Sequence[Match]:
    return line.grammar.parts.all(line, index)


def _year_after(line: Sentence, end: int) -> Sequence[Match]:
    """The year right after a date, after a comma or after a word: 13 de mayo de 2027."""
    between = [end, *(after for _, after in line.slot("<of_year>", end))]
    if line.text_at(end) == ",":
        between.append(end + 1)
    return [found for start in between for found in line.slot("year", start)]


def amount(line: Sentence, index: int) -> Sequence[Match]:
    """20 · 2.5 · 0,75 · 10,000 · 10 000 · 10k · twenty · two thousand, as a float"""
    if line.is_number(index):
        of_ratio = line.glued(index) and line.text_at(index - 1) == ":" and index > 1  # 1:1
        found = [] if of_ratio else _amount_in_digits(line, index)
    else:
        words = [] if _is_article(line, index) else line.slot("words", index)
        found = [(float(n), end) for n, end in words]
    thousands = [
        (value * 1000, after)
        for value, end in found
        for _, after in line.slot("<thousand>", end)
        if len(line.text_at(end)) > 1 or (line.glued(end) and line.slot("<measure>", after))
    ]
    return [*thousands, *found]


def _amount_in_digits(line: Sentence, index: int) -> list[tuple[float, int]]:
    first = line.text_at(index)
    if len(first) > MOST_DIGITS:
        return []
    whole, end = _thousands(line, index) if first[0] != "0" else (int(first), index + 1)
    if line.text_at(end) in (".", ",") and line.glued(end) and line.is_number(end + 1):
        part = line.text_at(end + 1)
        goes_on = line.text_at(end + 2) in (".", ",") and line.is_number(end + 3)
        if not line.glued(end + 1) or len(part) > 3 or goes_on:
            return []
        return [(float(f"{whole}.{part}"), end + 2)]
    return [(float(whole), end)]


def _thousands(line: Sentence, index: int) -> tuple[int, int]:
    """10,000 · 10.000 · 10 000: groups of three digits, with any mark between them except the
    language's decimal mark: in English 1.250 is a little more than 1."""
    text, end = line.text_at(index), index + 1
    marks = {",", ".", "'", "’"} - {line.grammar.tables.decimal}
    while len(text) <= MOST_DIGITS - 3 and len(line.text_at(index)) <= 3:
        marked = line.text_at(end) in marks and line.glued(end)
        group = end + 1 if marked else end
        is_group = line.is_number(group) and len(line.text_at(group)) == 3
        if not is_group or line.glued(group) != marked:
            break
        text, end = text + line.text_at(group), group + 1
    return int(text), end


def measure(line: Sentence, index: int) -> Sequence[Match]:
    """20 pages · 2 l · a page · half an hour: an Amount with its unit as written"""
    found: list[Match] = []
    for value, after in line.slot("amount", index):
        for _, end in line.slot("<measure>", after):
            stop = _after_dot(line, end)
            found.append((Amount(value, _written(line, after, stop)), stop))
    if _is_article(line, index):
        for _, end in line.slot("<measure>", index + 1):
            if len(line.text_at(index + 1)) > 2:
                found.append((Amount(1.0, _written(line, index + 1, end), vague=True), end))
    longest = max((end for _, end in found), default=index)
    minutes = line.grammar.tables.minutes
    for span, end in line.slot("length", index):
        if end > longest and span.minutes and not (span.days or span.months):
            found.append((Amount(float(span.minutes), minutes), end))
    return sorted(found, key=lambda each: -each[1])


def _after_dot(line: Sentence, end: int) -> int:
    """The index after an abbreviation's dot: 20 min. reading."""
    dotted = line.text_at(end) == "." and line.glued(end) and not line.glued(end + 1)
    return end + 1 if dotted and len(line.text_at(end - 1)) <= 4 else end


def _written(line: Sentence, start: int, end: int) -> str:
    words = [(" " if t.spaced else "") + t.text for t in line.tokens[start:end]]
    return "".join(words).strip().rstrip(".")
