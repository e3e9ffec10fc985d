"""iCalendar (RFC 5545): tasks (VTODO) of any program, and events (VEVENT) that are still to come.

Lines are taken apart here, each with its number, so that one that is broken spoils no other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import chain
from typing import TYPE_CHECKING

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from storage.rules.due import Due
from storage.rules.priority import Priority
from storage.rules.recurrence import first_occurrence
from storage.transfer.formats.moments import (
    compact,
    in_zone,
    length_in,
    offsets_of,
    repeat_of,
    zone_or,
)
from storage.transfer.formats.values import (
    MOST_ROWS,
    Contents,
    FileFormat,
    FoundTask,
    Importer,
    NotRead,
    Reason,
    Unreadable,
    Why,
    shown,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from storage.rules.recurrence import Repeat

BEGIN = re.compile(r"\s*BEGIN:VCALENDAR\s*$", re.IGNORECASE | re.MULTILINE)
# a name, its parameters with quotes around what may hold signs, and the value
LINE = re.compile(r'([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^";:]*)(?:,"[^"]*")*)*):(.*)')
PARAMETER = re.compile(r';([A-Za-z0-9-]+)=(?:"([^"]*)"|([^";:]*))')
ESCAPED = re.compile(r"\\(.)")
COMMA = re.compile(r"(?<!\\),")
ITEM = re.compile(r"\[([x ])\] (.+)")
TAKEN = frozenset({"VTODO", "VEVENT"})
DEEPEST = 10
MINUTE = timedelta(minutes=1)
HIGHEST, LOWEST = 4, 6  # of 1 to 9: up to it it is high, from it on low; 0 is none


@dataclass(frozen=True, slots=True)
class Property:
    """A line: its number, parameters and value."""

    line: int
    parameters: dict[str, str]
    value: str


@dataclass(slots=True)
class Component:
    """The lines between a BEGIN and its END."""

    name: str
    line: int
    properties: dict[str, list[Property]] = field(default_factory=lambda: defaultdict(list))
    inside: list[Component] = field(default_factory=list)

    def first(self, name: str) -> Property | None:
        """The first property of this name."""
        return next(iter(self.properties.get(name, ())), None)

    def text(self, name: str) -> str:
        """The value of that, without its escapes; "" for none."""
        found = self.first(name)
        return _unescaped(found.value) if found else ""


def is_calendar(text: str) -> bool:
    """Whether a text is a calendar."""
    return BEGIN.match(text.lstrip("\ufeff")) is not None


def read(text: str, importer: Importer) -> Contents:
    """The tasks of a calendar, and its events that are not over."""
    unread: list[NotRead] = []
    tasks: list[FoundTask | None] = []
    for component in _components(text, unread):
        if len(tasks) + len(unread) >= MOST_ROWS:
            raise Unreadable(Reason.ROWS, FileFormat.CALENDAR)
        tasks.append(_Reading(component, importer, unread).task())
    found = tuple(task for task in tasks if task is not None)
    return Contents(FileFormat.CALENDAR, found, unread=tuple(unread))


def _components(text: str, unread: list[NotRead]) -> Iterator[Component]:
    """The tasks and events, with their alarms. Raises Unreadable for one that does not end."""
    stack: list[Component] = []
    for number, line in _unfolded(text):
        found = LINE.fullmatch(line)
        if found is None:
            if line.strip() and any(one.name in TAKEN for one in stack):
                unread.append(NotRead(number, shown(line), Why.LINE))
            continue
        name, value = found[1].upper(), found[3]
        if name == "BEGIN":
            stack.append(Component(value.strip().upper(), number))
        elif name == "END":
            ended = _ended(stack, value.strip().upper())
            if ended.name in TAKEN:
                yield ended
        elif stack:
            stack[-1].properties[name].append(Property(number, _parameters(found[2]), value))
    if stack:
        raise Unreadable(Reason.BROKEN, FileFormat.CALENDAR)


def _ended(stack: list[Component], name: str) -> Component:
    """The innermost component, taken off, and put into the one around it unless it is read on its
    own. Raises Unreadable where another one ends."""
    if not stack or stack[-1].name != name or len(stack) > DEEPEST:
        raise Unreadable(Reason.BROKEN, FileFormat.CALENDAR)
    ended = stack.pop()
    if stack and name not in TAKEN:
        stack[-1].inside.append(ended)
    return ended


def _unfolded(text: str) -> Iterator[tuple[int, str]]:
    """The lines with what was folded below them, and where they begin."""
    begins, parts = 1, [""]
    for number, line in enumerate(re.split("\r\n|\n|\r", text), start=1):
        if line[:1] in {" ", "\t"}:
            parts.append(line[1:])
            continue
        yield begins, "".join(parts)
        begins, parts = number, [line]
    yield begins, "".join(parts)


def _parameters(text: str) -> dict[str, str]:
    return {name.upper(): quoted or plain for name, quoted, plain in PARAMETER.findall(text)}


def _unescaped(value: str) -> str:
    return ESCAPED.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One task or event being read."""

    component: Component
    importer: Importer
    unread: list[NotRead]

    def task(self) -> FoundTask | None:
        """The task; None for an event that is over."""
        one = self.component
        due = self._due()
        repeat = self._repeat(due)
        if one.name == "VEVENT" and due is not None:
            due = self._ahead(due, repeat)
            if due is None:
                self._note(Why.OVER)
                return None
        notes, items = _described(one.text("DESCRIPTION"))
        extra = (one.text("LOCATION"), one.text("URL"))
        completed = self._moment("COMPLETED")
        return FoundTask(
            one.line,
            one.text("SUMMARY"),
            notes="\n".join(filter(None, (notes, *extra))),
            due=due,
            repeat=repeat,
            priority=_priority(one.text("PRIORITY")),
            tags=tuple(self._categories()),
            checklist=items,
            reminders=self._reminders(due),
            duration_minutes=self._minutes(),
            is_done=one.text("STATUS").upper() in {"COMPLETED", "CANCELLED"} or bool(completed),
            completed_at=completed,
            created_at=self._moment("CREATED"),
            key=one.text("UID"),
            parent=one.text("RELATED-TO"),
        )

    def _note(self, why: Why) -> None:
        self.unread.append(NotRead(self.component.line, shown(self.component.text("SUMMARY")), why))

    def _due(self) -> Due | None:
        """When it begins, if it has a length or repeats; else when it is due."""
        names = ["DTSTART", "DUE"] if self._lasts() or self._rules() else ["DUE", "DTSTART"]
        for name in names:
            if (said := self.component.first(name)) is not None:
                if (due := self._due_of(said)) is not None:
                    return due
                self._note(Why.DATE)
        return None

    def _due_of(self, said: Property) -> Due | None:
        at = compact(said.value)
        if at is None:
            return None
        zone = _zone_of(said, self.importer.zone)
        if not isinstance(at, datetime):
            return Due(at, None, zone)
        return Due.from_moment(at, zone) if at.tzinfo else Due(at.date(), at.time(), zone)

    def _moment(self, name: str) -> datetime | None:
        said = self.component.first(name)
        at = compact(said.value) if said else None
        if said is None or not isinstance(at, datetime):
            return None
        return in_zone(at, _zone_of(said, self.importer.zone))

    def _rules(self) -> list[str]:
        return [said.value for said in self.component.properties.get("RRULE", ())]

    def _repeat(self, due: Due | None) -> Repeat | None:
        rules = self._rules()
        repeat = repeat_of(rules, due) if rules and due else None
        if rules and repeat is None:
            self._note(Why.REPEAT)
        return repeat

    def _ahead(self, due: Due, repeat: Repeat | None) -> Due | None:
        """The next time of an event; None where all are past."""
        if repeat is not None:
            return first_occurrence(repeat, now=self.importer.now)
        return None if due.passed(now=self.importer.now) else due

    def _lasts(self) -> timedelta | None:
        """How long it takes: by its DURATION, or from its beginning to its end."""
        if said := self.component.text("DURATION"):
            return length_in(said)
        begin = self.component.first("DTSTART")
        end = self.component.first("DTEND") or self.component.first("DUE")
        first, last = (self._due_of(said) if said else None for said in (begin, end))
        if first is None or last is None or first.is_whole_day != last.is_whole_day:
            return None
        return last.at - first.at if last.at > first.at else None

    def _minutes(self) -> int | None:
        lasts = self._lasts()
        if lasts is None or lasts < MINUTE:
            return None
        is_day = lasts == timedelta(days=1) and self.component.name == "VEVENT"
        begin = self.component.first("DTSTART")
        if is_day and begin and not isinstance(compact(begin.value), datetime):
            return None  # an event of a day ends where the next day begins
        return lasts // MINUTE

    def _categories(self) -> Iterator[str]:
        for said in self.component.properties.get("CATEGORIES", ()):
            yield from (_unescaped(name).strip() for name in COMMA.split(said.value))

    def _reminders(self, due: Due | None) -> tuple[str, ...] | None:
        alarms = [one for one in self.component.inside if one.name == "VALARM"]
        if not alarms or due is None:
            return None
        said = chain.from_iterable(alarm.properties.get("TRIGGER", ()) for alarm in alarms)
        offsets, all_read = offsets_of((self._after(one, due) for one in said), due)
        if not all_read:
            self._note(Why.REMINDER)
        return offsets or None

    def _after(self, trigger: Property, due: Due) -> timedelta | None:
        """How long after what is due an alarm comes; None where it cannot be read."""
        if (after := length_in(trigger.value)) is not None:
            from_end = trigger.parameters.get("RELATED", "").upper() == "END"
            return after + (self._lasts() or timedelta()) if from_end else after
        at = compact(trigger.value)
        if not isinstance(at, datetime):
            return None
        return in_zone(at, _zone_of(trigger, self.importer.zone)) - due.at


def _zone_of(said: Property, usual: str) -> str:
    """The zone of a wall time, by its IANA name or by that of Windows."""
    name = said.parameters.get("TZID", "").lstrip("/")
    return zone_or(WINDOWS_TO_OLSON.get(name, name), usual)


def _priority(text: str) -> Priority:
    number = int(text) if text in set("123456789") else 0
    if number == 0 or HIGHEST < number < LOWEST:
        return Priority.MEDIUM
    return Priority.HIGH if number <= HIGHEST else Priority.LOW


def _described(text: str) -> tuple[str, tuple[tuple[str, bool], ...]]:
    """The notes, and the checklist that /export writes below them."""
    lines, items = text.splitlines(), []
    while lines and (found := ITEM.fullmatch(lines[-1])):
        items.append((found[2], found[1] == "x"))
        lines.pop()
    return "\n".join(lines).strip(), tuple(reversed(items))
