"""Reading a line: marks, then the phrases of the languages, then what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from operator import itemgetter
from typing import TYPE_CHECKING

from bot.language.engine.choose import Chosen, choose
from bot.language.engine.marks import Marks, find_marks
from bot.language.engine.scan import scan, span_of
from bot.language.engine.several import without_hours
from bot.language.engine.titles import title_of
from bot.language.engine.tokens import MARK
from bot.language.languages import ALL, Languages
from bot.language.meaning.calendar import WrittenAt, clock_times
from bot.language.meaning.elsewhere import as_it_will_be, here, there
from bot.language.meaning.lasting import duration_of, hours_of_another_length
from bot.language.meaning.moments import resolve_due, said_alone
from bot.language.meaning.series import resolve_series
from bot.language.places.zones import find_zone
from bot.language.said import Every, For, LeadIn, Nag, Part, Remind, WallTime, Window, Zone
from bot.language.spoken import best_reading, readable
from bot.language.turns import find_turns
from bot.language.values import (
    Doubt,
    DoubtKind,
    Place,
    Reading,
    ReminderOffset,
    SaidAlone,
    SpanKind,
    TextSpan,
    When,
)
from storage.rules.offsets import LONGEST_BEFORE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.language.engine.guarding.around import Piece
    from bot.language.engine.phrases import Sentence
    from bot.language.said import Length
    from storage.rules.due import Due
    from storage.rules.recurrence import Repeat

MAX_PARTS = 10
_TOO_LONG = LONGEST_BEFORE + timedelta(minutes=1)  # what is longer is refused, in words
_TIMES = (WallTime, Part, Window, For)  # beside a day
_BETWEEN = re.compile(r"[,;]\s")


@dataclass(slots=True)
class _Time:
    """What the phrases of a line mean."""

    line: Sentence
    pieces: list[Piece] = field(default_factory=list)  # those that mean something
    due: Due | None = None
    repeat: Repeat | None = None
    started: bool = False
    doubts: list[Doubt] = field(default_factory=list)
    alone: SaidAlone = ""
    duration: timedelta | None = None
    elsewhere: TextSpan | None = None


def read_task(
    text: str,
    *,
    now: datetime,
    place: Place,
    literal: Sequence[TextSpan] = (),
    mentions: Sequence[TextSpan] = (),
    languages: Languages = ALL,
) -> Reading:
    """Read one line as a task. Never raises; what is not understood stays in the title.

    `now` is the aware moment at which the text was written. The words of the `literal` spans
    (offsets into `text`) are not read: that is how a chip gives its words back to the title.
    `mentions` are spans of people whom Telegram marked without a username: they are neither in
    the title nor in `assignees`, which are usernames.
    """
    marks = find_marks(text, group=place.group, kept=(*literal, *mentions), people=place.people)
    marks.spans.extend(mentions)
    named = [span for span in marks.spans if span.kind == "assignee"]
    names = sorted(named, key=lambda span: span.start)
    turns = find_turns(text, names, kept=marks.literal, languages=languages)
    marks.spans.extend(turns)
    time = read_time(text, marks, now=now, place=place, languages=languages)
    spans = sorted([*marks.spans, *_spans(time)], key=lambda span: span.start)
    title, quote_spans = title_of(text, spans, marks.quotes)
    return Reading(
        title=title,
        due=time.due,
        repeat=time.repeat,
        reminders=_reminders(time, marks),
        nag=_nag(time),
        priority=marks.priority,
        tags=tuple(marks.tags),
        assignees=tuple(marks.assignees),
        rotates=bool(turns),
        spans=tuple(sorted([*spans, *quote_spans], key=lambda span: span.start)),
        doubts=tuple(time.doubts),
        alone=time.alone,
        duration=time.duration,
        elsewhere=time.elsewhere,
    )


def split_tasks(
    text: str, *, now: datetime, place: Place, languages: Languages = ALL
) -> tuple[str, ...]:
    """The tasks of a line that holds several, each with a time of its own; empty if it does not.

    "buy milk tomorrow, call Bob friday" is two. Each part has a title and a date or repeat.
    """
    quoted = find_marks(text, group=place.group).quotes
    cuts = [
        (found.start(), found.end())
        for found in _BETWEEN.finditer(text)
        if not any(start < found.start() < end for start, end in quoted)
    ]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(text)]
    parts = tuple(text[start:end].strip() for start, end in zip(starts, ends, strict=True))
    if not 2 <= len(parts) <= MAX_PARTS:
        return ()
    readings = (read_task(part, now=now, place=place, languages=languages) for part in parts)
    return parts if all(each.title and each.due for each in readings) else ()


def read_when(text: str, *, now: datetime, place: Place, languages: Languages = ALL) -> When | None:
    """Read a text that is only a date, time or repeat; None when it has further words."""
    marks = find_marks(text, group=False)
    time = read_time(text, marks, now=now, place=place, languages=languages)
    if marks.spans or any(isinstance(p.said, Remind | Nag | LeadIn) for p in time.pieces):
        return None
    if time.due is None and not time.doubts:
        return None
    spans = [*_spans(time), *(doubt.span for doubt in time.doubts)]
    if _letters_outside(text, spans):
        return None
    return When(time.due, time.repeat, tuple(time.doubts), time.alone, time.duration)


def read_offsets(
    text: str, *, now: datetime, place: Place, languages: Languages = ALL
) -> tuple[ReminderOffset, ...]:
    """Read a text that is only reminders, with or without the word for "remind" before them.

    "1 day and 1 hour before", "remind the day before at 19:00". Empty when there is anything else
    in the text.
    """
    for lead in leads(languages, "remind"):
        reading = read_task(lead + text.strip(), now=now, place=place, languages=languages)
        if reading.reminders and not reading.title:
            return reading.reminders
    return ()


def leads(languages: Languages, name: str) -> Iterator[str]:
    """Nothing, and then the first wording of a set (<at>, <remind>) in each language."""
    yield ""
    for each in languages.every():
        yield each.phrasebook.first_of(name) + " "


def read_time(
    text: str, marks: Marks, *, now: datetime, place: Place, languages: Languages
) -> _Time:
    """What the phrases outside of marks and quotes mean, in the language that reads most."""
    read = best_reading(text, readable(text, marks), place, languages, phrases_of=scan)
    line, pieces = read
    time = _Time(line)
    try:
        _work_out(time, pieces, WrittenAt.of(now, place))
    except (ValueError, OverflowError):  # beyond the calendar: year 0 or 10000
        time = _Time(line)
    time.pieces += [p for p in pieces if isinstance(p.said, Remind | Nag | LeadIn)]
    time.pieces.sort(key=lambda piece: piece.start)
    return time


def _work_out(time: _Time, pieces: Sequence[Piece], moment: WrittenAt) -> None:
    chosen = choose(pieces, time.line)
    others = hours_of_another_length(chosen)
    if others:
        pieces = without_hours(pieces, others)
        chosen = choose(pieces, time.line)
    zones = _zones_of(chosen, time.line, moment.place)
    if not zones:
        _work_out_in(time, pieces, chosen, moment)
        return
    dues = []
    for zone in zones:
        tried = _Time(time.line)
        _work_out_in(tried, pieces, choose(pieces, time.line), there(moment, zone, chosen))
        if tried.due is not None:
            dues.append((tried, here(tried.due, moment.place.zone)))
    _take_zoned(time, chosen, dues, moment)


def _take_zoned(
    time: _Time, chosen: Chosen, dues: Sequence[tuple[_Time, Due]], moment: WrittenAt
) -> None:
    """The reading in the first zone; others that give another moment are asked about."""
    if not dues or chosen.zoned is None:
        return
    first, due = dues[0]
    clock, zone = chosen.zoned
    time.pieces = [*first.pieces, zone]
    time.repeat, time.started, time.alone = first.repeat, first.started, first.alone
    time.duration = first.duration
    time.due = first.due if first.repeat else due
    time.doubts = first.doubts
    time.elsewhere = span_of(time.line, clock._replace(end=zone.end), "due")
    alternatives = tuple(dict.fromkeys(each for _, each in dues))
    if len(alternatives) > 1 and first.repeat is None:
        time.doubts = [Doubt("ambiguous-zone", time.elsewhere, alternatives)]


def _zones_of(chosen: Chosen, line: Sentence, place: Place) -> tuple[str, ...]:
    """The zones that the words behind a clock time may mean; empty where they are no zone."""
    said = chosen.zoned[1].said if chosen.zoned else None
    if not isinstance(said, Zone):
        return ()
    if said.zones:
        return said.zones
    endings = line.grammar.tables.place_endings
    names = [said.place.removesuffix(ending) for ending in endings if said.place.endswith(ending)]
    for name in (said.place, *names):
        try:
            found = find_zone(name, language=place.language, typos=said.inflected)
        except ValueError:  # no zone has this offset
            continue
        if found:
            each = found if isinstance(found, list) else [found]
            return tuple(zone.zone for zone in each[:2])
    return ()


def _work_out_in(time: _Time, pieces: Sequence[Piece], chosen: Chosen, moment: WrittenAt) -> None:
    if chosen.every is not None:
        series = resolve_series(chosen, moment)
        if series is not None:
            time.pieces = list(chosen.used)
            time.due, time.repeat = as_it_will_be(series.due), series.repeat
            time.started = series.started
            time.duration = duration_of(chosen, series.due.on, moment)
            if series.other is not None:
                kind: DoubtKind = "ambiguous-date" if chosen.every.dates else "ordinal"
                _doubt_repeat(time, kind, series.repeat, series.other)
            if chosen.every.listed:
                _doubt_repeat(time, "weekdays", series.repeat, series.due)
            _doubt_impossible(time, chosen)
            return
        pieces = [piece for piece in pieces if not isinstance(piece.said, Every)]
        chosen = choose(pieces, time.line)
    _work_out_due(time, chosen, moment, pieces)
    _doubt_impossible(time, chosen)


def _work_out_due(time: _Time, chosen: Chosen, moment: WrittenAt, pieces: Sequence[Piece]) -> None:
    resolved = resolve_due(chosen, moment)
    if resolved is None:
        return
    if resolved.due is None and resolved.doubt is None:  # not the day that it seemed to be
        seeming = next(piece for piece in chosen.used if not isinstance(piece.said, _TIMES))
        others = [piece for piece in pieces if piece != seeming]
        _work_out_due(time, choose(others, time.line), moment, others)
        return
    day = next((p for p in chosen.used if not isinstance(p.said, _TIMES)), None)
    asked = span_of(time.line, day or chosen.used[0], "due")
    if resolved.due is not None:
        time.pieces = list(chosen.used)
        time.due, time.alone = as_it_will_be(resolved.due), said_alone(chosen)
        time.duration = duration_of(chosen, resolved.due.on, moment)
    if resolved.doubt is not None:
        alternatives = (resolved.due, *resolved.others) if resolved.due else ()
        time.doubts.append(Doubt(resolved.doubt, asked, alternatives))


def _doubt_repeat(time: _Time, kind: DoubtKind, repeat: Repeat, other: Repeat | Due) -> None:
    every = next(piece for piece in time.pieces if isinstance(piece.said, Every))
    span = span_of(time.line, every, "repeat")
    time.doubts.append(Doubt(kind, span, (repeat, other)))


def _doubt_impossible(time: _Time, chosen: Chosen) -> None:
    for piece in chosen.impossible:
        time.doubts.append(Doubt("impossible-date", span_of(time.line, piece, "due")))


def _spans(time: _Time) -> list[TextSpan]:
    """The pieces' spans; neighbours that say one thing are one span, for one chip."""
    spans: list[TextSpan] = []
    last = -1
    for piece in _parts(time):
        span = span_of(time.line, piece, _kind(time, piece))
        if spans and spans[-1].kind == span.kind and piece.start == last:
            spans[-1] = TextSpan(span.kind, spans[-1].start, span.end)
        else:
            spans.append(span)
        last = piece.end
    return spans


def _parts(time: _Time) -> list[Piece]:
    """The pieces, those with a sign or a reminder inside them in several parts."""
    signs = {k for k, token in enumerate(time.line.tokens) if token.text == MARK}
    aside = [piece for piece in time.pieces if isinstance(piece.said, Remind | Nag)]
    if not signs and not aside:
        return time.pieces
    others = signs.union(*(range(piece.start, piece.end) for piece in aside))
    parts = [
        part
        for piece in time.pieces
        for part in _without(piece, signs if piece in aside else others)
    ]
    return sorted(parts, key=lambda part: part.start)


def _without(piece: Piece, tokens: set[int]) -> Iterator[Piece]:
    """The parts of a piece that these tokens leave."""
    start = piece.start
    for k in range(piece.start, piece.end + 1):
        if k == piece.end or k in tokens:
            if start < k:
                yield piece._replace(start=start, end=k)
            start = k + 1


def _kind(time: _Time, piece: Piece) -> SpanKind:
    if isinstance(piece.said, Remind):
        return "reminder"
    if isinstance(piece.said, Nag):
        return "nag"
    if isinstance(piece.said, LeadIn):
        return "lead-in"
    if time.duration and isinstance(piece.said, For) and piece.said.length.minutes:
        return "duration"
    return "due" if time.repeat is None else "repeat"


def _reminders(time: _Time, marks: Marks) -> tuple[ReminderOffset, ...]:
    """Those of signs and those in words, in the order of the text."""
    said: list[tuple[int, tuple[ReminderOffset, ...]]] = [
        (start, (ReminderOffset(before=min(before, _TOO_LONG)),))
        for start, before in marks.reminders
    ]
    said += [
        (time.line.tokens[piece.start].start, reminder_offsets(piece.said))
        for piece in time.pieces
        if isinstance(piece.said, Remind)
    ]
    said.sort(key=itemgetter(0))
    return tuple(dict.fromkeys(offset for _, offsets in said for offset in offsets))


def reminder_offsets(said: Remind) -> tuple[ReminderOffset, ...]:
    """A reminder as offsets; a month before counts as 30 days."""
    eve: tuple[ReminderOffset, ...] = ()
    if said.days_before:
        at = clock_times(said.at)[0] if said.at else None
        days = min(said.days_before, _TOO_LONG.days + 1)
        whole = ReminderOffset(before=timedelta(days=days))
        eve = (ReminderOffset(days_before=days, at=at) if at else whole,)
    sign = -1 if said.is_after else 1
    return eve + tuple(
        ReminderOffset(before=sign * _length(length))
        for length in said.lengths
        if length.total_minutes() > 0
    )


def _length(length: Length) -> timedelta:
    longest = _TOO_LONG // timedelta(minutes=1)
    return timedelta(minutes=min(length.total_minutes(), longest))


def _nag(time: _Time) -> timedelta | None:
    said = [piece.said for piece in time.pieces if isinstance(piece.said, Nag)]
    return timedelta(minutes=said[0].length.minutes) if said else None


def _letters_outside(text: str, spans: Sequence[TextSpan]) -> bool:
    covered: set[int] = set()
    for span in spans:
        covered.update(range(span.start, span.end))
    return any(c.isalnum() for k, c in enumerate(text) if k not in covered)
