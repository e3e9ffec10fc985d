"""Guards: conditions on the words around a phrase, so that ordinary titles hold no dates."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.language.engine.bounds import bare_hours
from bot.language.engine.guarding.around import (
    FORMS,
    Around,
    Piece,
    counts_what_is_before,
    is_address,
    numbered,
)
from bot.language.engine.tokens import ends_text
from bot.language.said import Day, Every, FromTo, LeadIn, Part, Start, Until, WallTime

_AFTER_ADVERBS = ("after_adverb", "at_most", "at_least", "remind_at")  # sets of words
_PAUSES = frozenset(",;:—–-@")
_PLAIN = frozenset(("number", "date", "day", "named-day", "count", "fresh"))  # guards
LONGEST_START = 24  # tokens


Guard = Callable[[Around], bool]


def touching(around: Around) -> Piece | None:
    """The piece right before, with at most one comma, colon or dash between."""
    if not around.pieces:
        return None
    last = around.pieces[-1]
    gap = around.line.words[last.end : around.start]
    return last if not gap or (len(gap) == 1 and gap[0] in _PAUSES) else None


def _component_follows(around: Around) -> bool:
    line, index = around.line, around.end
    while index < line.size and line.words[index] in _PAUSES:
        index += 1
    if index >= line.size:
        return False
    grammar = line.grammar
    if line.words[index] not in grammar.starters and not line.is_number(index):
        return False
    if line.words[around.end - 1] in grammar.any_weekday and _hours_follow(around, index):
        return True
    books = (grammar.clocks, grammar.days, grammar.parts, grammar.repeats, grammar.bounds)
    return any(book.longest(line, index, _plain) for book in books)


def _hours_follow(around: Around, index: int) -> bool:
    """tue 18-19, but neither sat 3-2 nor sat 5-6 hours"""
    return any(
        bare_hours(hours) is not None and _not_counting(around._replace(start=index, end=end))
        for hours, end in around.line.slot("hours", index)
    )


def _plain(guard: str, start: int, end: int) -> bool:
    return _PLAIN.issuperset(guard.split())


def _edge(around: Around) -> bool:
    line = around.line
    if ends_text(line.tokens, around.end) or line.text_at(around.end) in (",", ";", ":", "."):
        return True
    return _component_follows(around)


def _after_day(around: Around) -> bool:
    last = touching(around)
    if last is None or not isinstance(last.said, Day | Part | Every | FromTo | Until | Start):
        return False
    return not (isinstance(last.said, Day) and last.said.length and last.said.length.minutes)


def _not_counting(around: Around) -> bool:
    """Not a number of things: at 3 houses."""
    word, tables = around.after, around.line.grammar.tables
    is_article = around.end == around.start + 1 and around.listed(
        around.line.word_at(around.start), "articles"
    )
    if is_article or is_address(around):
        return False
    if not word or around.line.text_at(around.end) == ",":
        return True
    if around.listed(word, "counted") or _before_month(around):
        return False
    if around.line.grammar.starts(around.line, around.end):
        return True
    return not (
        len(word) > 3
        and around.line.text_at(around.end)[:1].islower()
        and word.endswith(tables.counted_endings)
        and not around.listed(word, "actions")
    )


def _before_month(around: Around) -> bool:
    """17 october, 17. Oktober, 17 de octubre"""
    line, end, grammar = around.line, around.end, around.line.grammar
    end += int(line.text_at(end) == "." and line.glued(end))
    words = (line.word_at(after) for after in (end, *(at for _, at in line.slot("<of>", end))))
    return any(word in grammar.months and word not in grammar.any_weekday for word in words)


def _at_start(around: Around) -> bool:
    """Nothing but recognised phrases is before."""
    if around.start > LONGEST_START:
        return False
    covered = 0
    for piece in around.pieces:
        if any(word not in _PAUSES for word in around.line.words[covered : piece.start]):
            return False
        covered = piece.end
    return all(word in _PAUSES for word in around.line.words[covered : around.start])


def _before_action(around: Around) -> bool:
    if around.listed(around.line.word_at(around.start), "articles"):  # a book
        return False
    return _is_action(around, around.end)


def _is_action(around: Around, index: int) -> bool:
    line, tables = around.line, around.line.grammar.tables
    word, is_small = line.word_at(index), line.text_at(index)[:1].islower()
    if around.listed(word, "actions"):
        return is_small or tables.verb_last  # German nouns have capitals: 8 Frühstück
    return is_small and len(word) > 4 and word.endswith(tables.action_endings)


def _compact(around: Around) -> bool:
    """30m, 1h30m, half an hour before a verb, not the measure of a thing (30m cable)."""
    line = around.line
    if around.end == line.size:
        return not (around.end == around.start + 2 and _is_afternoon(around))
    spaced = line.is_number(around.start) and not line.glued(around.start + 1)
    last = line.size - 1  # 30m Ofen prüfen
    return not spaced and (
        _before_action(around) or (line.grammar.tables.verb_last and _is_action(around, last))
    )


def _is_afternoon(around: Around) -> bool:
    """18h: a time rather than a length"""
    found = around.line.slot("hh", around.start)
    return bool(found) and int(around.line.text_at(around.start)) > 12


def _hour_letter(around: Around) -> bool:
    """18h alone: an hour from 13 on or beside a day, otherwise a length."""
    line = around.line
    numbers = [int(line.text_at(k)) for k in range(around.start, around.end) if line.is_number(k)]
    hour, with_minutes = numbers[0], len(numbers) == 2
    loose = "h-clock" in around.line.grammar.tables.loose
    return _number(around) and (loose or hour > 12 or with_minutes or _after_day(around))


def _whole_name(around: Around) -> bool:
    """friday, but neither black friday, nor friday the film, nor Wednesday Addams."""
    if around.listed(around.before, "not_before_day") or not _named(around):
        return False
    return not (around.line.grammar.tables.capital_names and _is_full_name(around))


def _is_full_name(around: Around) -> bool:
    name, after = around.line.text_at(around.start), around.line.text_at(around.end)
    if around.line.slot("<and>", around.end):  # Viernes y Robinson
        after = around.line.text_at(around.end + 1)
    both = name.istitle() and after.istitle() and len(after) > 1
    return both and not _component_follows(around) and not around.listed(around.after, "actions")


def _named(around: Around) -> bool:
    after = around.after
    first = around.line.word_at(around.start)
    if first not in around.line.grammar.any_weekday and not around.listed(first, "definite"):
        return True  # on friday the plumber, on sunday roast the chicken
    if around.listed(after, "name_joints"):  # domingo de ramos
        after = around.line.word_at(around.end + 1)
    return not around.listed(after, "not_after_day")


def _short_name(around: Around) -> bool:
    """wed, sat and the like are words too: only beside a time or another date word."""
    if not _whole_name(around):
        return False
    if around.start == 0 and ends_text(around.line.tokens, around.end):
        return not around.listed(around.line.word_at(0), "doubtful_days")
    return _after_piece(around) or _component_follows(around)


def _after_piece(around: Around) -> bool:
    last = touching(around)
    return last is not None and isinstance(last.said, WallTime | Part | Day)


def _date(around: Around) -> bool:
    if counts_what_is_before(around) or is_address(around):
        return False
    line, end = around.line, around.end
    if any(line.is_number(k) and len(line.text_at(k)) == 4 for k in range(around.start, end)):
        return True  # with its year it is a date whatever follows
    after = line.word_at(end + 1) if line.slot("<of>", end) else around.after  # 1/4 de taza
    return not (line.is_number(end - 1) and around.listed_anywhere(after, "counted"))


def _rate(around: Around) -> bool:
    """60 км в час is no time"""
    return not around.listed(around.before, "counted")


def _number(around: Around) -> bool:
    is_apart = not around.pieces or around.pieces[-1].end < around.start
    if is_apart and counts_what_is_before(around):
        return False
    if around.listed_anywhere(around.after, "not_after_number"):
        return False
    return around.after not in ("%", "€", "$", "£", "₽", "°")


def _ordinal(around: Around) -> bool:
    return not around.listed(around.after, "not_after_ordinal")


def _bare_ordinal(around: Around) -> bool:
    if around.listed(around.before, "not_before_day") or not _edge(around):
        return False
    first = around.line.word_at(around.start)
    is_date = around.line.is_number(around.start) or around.listed(first, "definite")
    return is_date and _ordinal(around)


def _every_ordinal(around: Around) -> bool:
    if around.line.word_at(around.end) in around.line.grammar.units:
        return False
    return _ordinal(around)


def _after_clock(around: Around) -> bool:
    last = touching(around)
    return last is not None and isinstance(last.said, WallTime)


def _ends_in_action(around: Around) -> bool:
    """30m Ofen prüfen"""
    line = around.line
    last = next((k for k in range(line.size - 1, -1, -1) if line.text_at(k)[:1].isalnum()), 0)
    return line.grammar.tables.verb_last and last >= around.end and _is_action(around, last)


def _before_clock(around: Around) -> bool:
    """Whether a clock time or a number comes next, with or without a word for "at"."""
    line, end = around.line, around.end
    if end >= line.size:
        return False
    if line.is_number(end) or line.grammar.clocks.longest(line, end, _plain) is not None:
        return True
    return any(line.is_number(after) for _, after in line.slot("<at>", end))


def _alone(around: Around) -> bool:
    """daily, monthly, … are repeats unless they describe a noun: monthly report."""
    if around.listed(around.before, "not_before_day"):
        return False
    return _edge(around) or bool(around.line.slot("<after_adverb>", around.end))


def _adjective(around: Around) -> bool:
    """mensual (monthly): beside a weekday or alone at the start, never after its noun."""
    line, end = around.line, around.end
    repeat = line.grammar.repeats.longest(line, end, _plain) if end < line.size else None
    if repeat is not None:
        return bool(repeat[0].weekdays) and repeat[0].interval == 1
    if not _at_start(around):
        return False
    return line.text_at(end) in ("", ":", ",") or bool(
        line.grammar.clocks.longest(line, end, _plain)
    )


def _titled(around: Around) -> bool:
    """Russian "through a day": every other day with a title; else, or after a lead-in, in a day."""
    if around.pieces and isinstance(around.pieces[0].said, LeadIn):
        return False
    stands_alone = ends_text(around.line.tokens, around.end) or _component_follows(around)
    return not (stands_alone and _at_start(around))


def _adverb(around: Around) -> bool:
    """daily, weekly, … in a habit: weekly review, read daily 20 pages, floss daily"""
    return _edge(around) or _at_start(around) or _says_more(around)


def _late_adverb(around: Around) -> bool:
    """repaso semanal (weekly review): after its noun, and not before another repeat."""
    line, end = around.line, around.end
    if _at_start(around):
        return False
    ends = ends_text(line.tokens, end) or line.text_at(end) in (",", ";", ":", ".")
    return ends or _says_more(around) or bool(line.grammar.clocks.longest(line, end, _plain))


def _says_more(around: Around) -> bool:
    """Whether a number, a bound or the like comes next."""
    line, end = around.line, around.end
    return line.is_number(end) or any(line.slot(f"<{name}>", end) for name in _AFTER_ADVERBS)


def _habit_days(around: Around) -> bool:
    """mon wed fri: several weekdays, a whole name, or a short one beside another phrase."""
    if not _whole_name(around):
        return False
    line, names = around.line, around.line.grammar.all_weekdays
    said = [k for k in range(around.start, around.end) if line.words[k] in names]
    if len(said) > 1 or line.words[said[0]] in line.grammar.weekdays or around.after in names:
        return True
    if around.listed(around.before, "definite"):  # nadar en el mar: no Tuesday
        return False
    last = touching(around)
    beside = last is not None and isinstance(last.said, Every | WallTime | Part)
    return beside or _component_follows(around)


def _lead(around: Around) -> bool:
    return _at_start(around) and around.end < around.line.size


def _after_lead(around: Around) -> bool:
    if not around.pieces or not isinstance(around.pieces[0].said, LeadIn):
        return False
    last = around.pieces[-1]
    return last.end == around.start and len(around.pieces) > 1 and not isinstance(last.said, LeadIn)


def _fresh(around: Around) -> bool:
    """Not right after a day: in "heute morgen" (this morning) there is no second day."""
    last = touching(around)
    return last is None or not isinstance(last.said, Day)


def _whole_or_beside(around: Around) -> bool:
    """A short weekday after its article that is rather another word: el mar"""
    if not around.listed(around.line.word_at(around.end - 1), "doubtful_days"):
        return True
    return _after_piece(around) or _component_follows(around)


def _bare_day(around: Around) -> bool:
    """el 27: a day at an end or before a person or a time, not "el 5 contra 5"."""
    after = _edge(around) or around.listed(around.after, "after_bare_day")
    return numbered(around) and after


def _before_day(around: Around) -> bool:
    """An hour right before its day or part of the day: 9 tomorrow, 11 tonight."""
    line, end = around.line, around.end
    if around.listed(around.before, "not_before_hour") or not line.text_at(end)[:1].isalpha():
        return False
    if line.slot("<on>", end):
        return False  # drive 2 on friday
    grammar = line.grammar
    found = grammar.days.longest(line, end, _plain) or grammar.parts.longest(line, end, _plain)
    if found is None or touching(around) is not None:
        return False
    said, after = found  # drive 2 tomorrow at 10:00
    if isinstance(said, Day) and said.length is not None:  # drive 2 in 3 days
        return False
    return after >= line.size or grammar.clocks.longest(line, after, _plain) is None


def _beside_day(around: Around) -> bool:
    return _after_day(around) or _before_day(around)


def _beside_clock(around: Around) -> bool:
    """27.12 15:00: right beside a time with minutes"""
    if _after_clock(around):
        return True
    line, end = around.line, around.end
    found = line.grammar.clocks.longest(line, end, _plain) if end < line.size else None
    return found is not None and isinstance(found[0], WallTime) and found[0].half == "24"


def _end_day(around: Around) -> bool:
    """A short weekday at the end of a line, where no other word would be: gym sat"""
    if around.start == 0 or not ends_text(around.line.tokens, around.end):
        return False
    if around.line.is_number(around.start - 1):  # 60 Вт
        return False
    word = around.line.word_at(around.start)
    return not around.listed(word, "doubtful_days") and _whole_name(around)


def _accented(around: Around) -> bool:
    """sáb: with its accent no other word"""
    return _whole_name(around) and not around.line.text_at(around.start).isascii()


def _half_hour(around: Around) -> bool:
    """half three, viertel 6: not one half of things"""
    return _edge(around) and not around.listed(around.before, "not_before_half")


GUARDS: Mapping[str, Guard] = {
    **FORMS,
    "edge": _edge,
    "after-day": _after_day,
    "count": _not_counting,
    "start": _at_start,
    "action": _before_action,
    "compact": _compact,
    "h-clock": _hour_letter,
    "day": _whole_name,
    "named-day": _named,
    "short-day": _short_name,
    "date": _date,
    "number": _number,
    "no-rate": _rate,
    "ordinal": _ordinal,
    "bare-ordinal": _bare_ordinal,
    "not-ordinal": _every_ordinal,
    "after-clock": _after_clock,
    "before-clock": _before_clock,
    "before-more": _component_follows,
    "last-action": _ends_in_action,
    "alone": _alone,
    "adjective": _adjective,
    "titled": _titled,
    "adverb": _adverb,
    "late-adverb": _late_adverb,
    "habit-days": _habit_days,
    "lead": _lead,
    "after-lead": _after_lead,
    "fresh": _fresh,
    "bare-day": _bare_day,
    "before-day": _before_day,
    "by-day": _beside_day,
    "beside-clock": _beside_clock,
    "end-day": _end_day,
    "accented": _accented,
    "half-hour": _half_hour,
    "sure-day": _whole_or_beside,
}
