"""docs/language.md, made from the phrases that the tests hold; `make docs` runs this.

A row of its tables is one meaning, in words, with what people write for it in each language.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import date, time
from functools import cache
from pathlib import Path
from typing import Any

from bot.language import render_repeat
from bot.language.habits.unit_forms import unit_beside
from storage.rules.recurrence import Repeat

HERE = Path(__file__).parent
PAGE = HERE.parents[2] / "docs" / "language.md"
LANGUAGES = {"en": "English", "ru": "Русский", "de": "Deutsch", "es": "Español"}
PHRASES = ("examples", "phrases_en", "phrases_ru", "phrases_de", "phrases_es")
FEWEST = 3  # languages that a row needs
IN_A_CELL = 2  # examples
ROWS = 110  # of a table
TITLES = 14  # of each language
ZONE = "Europe/Berlin"

Phrase = Mapping[str, Any]
Meaning = Callable[[Phrase], str | None]  # in English words; None for what is of another table

INTRODUCTION = """\
# What can be said

In a private chat any message is a task, and its time is read from its words. In a group `/add` is
before them. Each person's own language is tried first, then the others, so no language has to be
chosen to be understood. Words that are no time stay in the title.

"""
AFTER_THE_SUMMARY = """\
Small typos in date words are forgiven (`tomorow`, `weks`). Parts of a day such as *evening*
have the times that the person has set. Where a text can mean two things, such as `3/4`, the
likelier one is taken and the other is offered on a button.

`dueto parse` prints what is understood as JSON. In it `reminders` are minutes before due (or
`day-1@19:00`, the day before at a time), and `duration_min` is how many minutes something lasts
from due: a range of hours or days, or a length beside a clock time; a whole day has 1440.

Every example of this page is a test: `make docs` makes the page from the tables in
`tests/bot/language`. All are written on **Wednesday, 23 September 2026, at 14:30** by somebody in
Berlin who writes the day before the month.
"""
# what people can say, with an example that the tables hold; the commands come before the words
SUMMARY: Sequence[tuple[str, str, str]] = (
    ("a day, a time, or both", "examples", "call mom tomorrow at 10"),
    ("so long from now", "examples", "in 30 min check the oven"),
    ("a part of the day", "examples", "water plants this evening"),
    ("a repeat", "examples", "run every mon, wed and fri at 7am"),
    ("a repeat that counts from when it was done", "examples", "water plants every! 3 days"),
    ("from when to when", "phrases_en", "gym tomorrow 6-8pm"),
    ("some days in a row", "phrases_en", "holidays 13-15 October"),
    ("days of the week", "phrases_en", "gym mon, wed, fri at 7am"),
    ("where a repeat starts or ends", "examples", "journal every day until dec 31"),
    ("a tag, a priority, a person", "examples", "Monthly report !high @mario 15/04"),
    ("tasks that are done, by their numbers", "phrases_en", "done 3 5"),
    ("another time for a task", "examples", "change reminder 12 to saturday 4 pm"),
    ("a pause, in reply to a reminder", "examples", "snooze 25min"),
    ("the time of the morning's agenda", "examples", "daily reminder at 9am"),
    ("how much of a habit was done", "examples", "+500 ml water"),
    ("a pause of all habits", "examples", "pause all habits until oct 5"),
    ("a new habit, after /habit", "habits", "read 20 pages every day at 21:00"),
    ("an entry of a habit, after /log", "logs", "run yesterday"),
)


def page() -> str:
    """The whole page as Markdown."""
    phrases = [each for name in PHRASES for each in table(name)]
    habits, logs = table("habits"), table("logs")
    chapters = (
        by_meaning("Dates and times", phrases, due_words, fewest=len(LANGUAGES)),
        by_meaning("Repeats", phrases, repeat_words),
        by_meaning("Reminders, people, tags and priorities", phrases, extra_words, fewest=1),
        by_meaning("Orders about tasks and settings", phrases, order_words, fewest=2),
        by_meaning("Done, skipped and paused habits", phrases, habit_order_words),
        by_meaning("Habits, after /habit", habits, habit_words),
        by_meaning("Entries of habits, after /log", logs, entry_words, fewest=2),
        titles(phrases),
    )
    return INTRODUCTION + "\n".join([summary(), AFTER_THE_SUMMARY, *chapters])


@cache
def table(name: str) -> tuple[Phrase, ...]:
    """The phrases of a table that fit into one line of Markdown."""
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    phrases = (json.loads(line) for line in lines if line.strip())
    return tuple(phrase for phrase in phrases if "\n" not in phrase["text"])


def summary() -> str:
    """The summary's table; raises StopIteration for an example that no test holds."""
    rows = []
    for what, name, text in SUMMARY:
        example = next(each["text"] for each in table(name) if each["text"] == text)
        rows.append(f"| {what} | {code(example)} |")
    return "\n".join(["| you can say | for example |", "|---|---|", *rows, ""])


def by_meaning(
    title: str, phrases: Sequence[Phrase], words: Meaning, *, fewest: int = FEWEST
) -> str:
    """A table of meanings, the languages side by side; those that few languages share are not in
    it, as they are no more than other words for a kind that is."""
    found: dict[str, dict[str, list[str]]] = {}
    english = {phrase["text"] for phrase in phrases if phrase["lang"] == "en"}
    for phrase in phrases:
        meaning = words(phrase)
        is_own = phrase["lang"] == "en" or phrase["text"] not in english
        if meaning is not None and is_own:
            said = found.setdefault(meaning, {}).setdefault(phrase["lang"], [])
            if phrase["text"] not in said:
                said.append(phrase["text"])
    shared = [(meaning, said) for meaning, said in found.items() if len(said) >= fewest]
    step = -(-len(shared) // ROWS) or 1  # of more rows than anybody reads, some of each kind
    rows = [row(meaning, said) for meaning, said in shared[::step]]
    head = f"| {' | '.join(('it means', *LANGUAGES.values()))} |"
    return "\n".join([f"## {title}\n", head, "|---|---|---|---|---|", *rows, ""])


def row(meaning: str, said: Mapping[str, Sequence[str]]) -> str:
    cells = ("<br>".join(map(code, said.get(each, ())[:IN_A_CELL])) for each in LANGUAGES)
    return f"| {' | '.join((escaped(meaning), *cells))} |"


def titles(phrases: Sequence[Phrase]) -> str:
    """Texts with words of dates in them that are only titles."""
    lines = ["## Only a title", "", "These look as if they held a time, and hold none.", ""]
    for language, name in LANGUAGES.items():
        plain = [
            code(each["text"])
            for each in phrases
            if each["lang"] == language and each.get("title") == each["text"] and not each["due"]
        ]
        step = max(1, len(plain) // TITLES)
        lines += [f"- {name}: {', '.join(plain[::step][:TITLES])}"]
    return "\n".join([*lines, ""])


def code(text: str) -> str:
    return f"`{escaped(text)}`"


def escaped(text: str) -> str:
    return text.replace("|", "\\|").replace("`", "'")


# --- meanings in words ---------------------------------------------------------------------

EXTRAS = ("priority", "tags", "assignees", "reminders", "nag_min", "intent")


def has_extras(phrase: Phrase) -> bool:
    return any(phrase.get(name) for name in EXTRAS)


def due_words(phrase: Phrase) -> str | None:
    """Thu 24 September 2026, 10:00"""
    if phrase["rrule"] or not phrase["due"] or has_extras(phrase) or "date_order" in phrase:
        return None
    return moment(phrase["due"]) + lasting(phrase)


def lasting(phrase: Phrase) -> str:
    """`, for 2 hours`, where something is said of it"""
    minutes = phrase.get("duration_min")
    if not minutes:
        return ""
    days, rest = divmod(minutes, 24 * 60)
    return f", for {length(minutes)}" if rest or not days else f", for {days} days"


def moment(due: str) -> str:
    on, _, at = due.partition("T")
    day = date.fromisoformat(on)
    return f"{day:%a} {day.day} {day:%B %Y}" + (f", {at}" if at else "")


def repeat_words(phrase: Phrase) -> str | None:
    """every 2nd Friday of the month, from 9 October 2026"""
    if not phrase["rrule"] or has_extras(phrase):
        return None
    rules = phrase["rrule"] if isinstance(phrase["rrule"], list) else [phrase["rrule"]]
    on, _, at = phrase["due"].partition("T")
    repeat = Repeat(
        tuple(rules),
        date.fromisoformat(on),
        time.fromisoformat(at) if at else None,
        ZONE,
        "completion" if phrase.get("anchor") == "completion" else "schedule",
    )
    words = render_repeat(repeat, language="en")
    start = f", from {moment(phrase['dtstart'])}" if "dtstart" in phrase else ""
    return None if "FREQ=" in words else words + start + lasting(phrase)


def extra_words(phrase: Phrase) -> str | None:
    """reminders 1 day and 1 hour before; high priority; for @sam"""
    if not has_extras(phrase) or "intent" in phrase:
        return None
    said = [
        *map(reminder, phrase.get("reminders") or ()),
        *([f"again every {length(phrase['nag_min'])}"] if phrase.get("nag_min") else ()),
        *([f"{PRIORITIES[phrase['priority']]} priority"] if phrase.get("priority") else ()),
        *(f"tag {tag}" for tag in phrase.get("tags") or ()),
        *(f"for @{name}" for name in phrase.get("assignees") or ()),
    ]
    return "; ".join(said)


PRIORITIES = {1: "high", 2: "medium", 3: "low"}
HOUR, DAY, WEEK = 60, 1440, 10080  # minutes


def reminder(offset: int | str) -> str:
    """A reminder's offset: minutes before due, or day-1@19:00."""
    if isinstance(offset, int):
        return f"{length(abs(offset))} {'before' if offset > 0 else 'after'}"
    days, _, at = offset.removeprefix("day-").partition("@")
    return f"the day before at {at}" if days == "1" else f"{days} days before at {at}"


def length(minutes: int) -> str:
    for size, name in ((WEEK, "week"), (DAY, "day"), (HOUR, "hour"), (1, "minute")):
        if minutes % size == 0:
            count = minutes // size
            return f"{count} {name}{'s' if count > 1 else ''}"
    raise ValueError(minutes)


def order_words(phrase: Phrase) -> str | None:
    match phrase.get("intent"):
        case "done" | "delete" as what if phrase["ids"]:
            return f"{'done' if what == 'done' else 'deleted'}: {numbers(phrase['ids'])}"
        case "done" | "delete" as what:
            return f"in reply to a task: it is {'done' if what == 'done' else 'deleted'}"
        case "snooze":
            until = moment(phrase["due"]) if phrase["due"] else None
            later = f"until {until}" if until else f"for {length(phrase['minutes'])}"
            return f"in reply to a task: its reminder waits {later}"
        case "reschedule":
            repeat = repeat_words({**phrase, "intent": None})
            return f"task {phrase['id']} is moved: {repeat or moment(phrase['due'])}"
        case "add_reminder":
            offsets = phrase["offset"] if isinstance(phrase["offset"], list) else [phrase["offset"]]
            return f"in reply to a task: reminds {' and '.join(map(reminder, offsets))}"
        case "set_timezone":
            return "your time zone"
        case "set_digest":
            at = f"comes at {phrase['time']}" if phrase["time"] else "is off"
            return f"the daily {phrase.get('which', 'agenda')} {at}"
        case _:
            return None


def numbers(ids: Sequence[int]) -> str:
    return ("task " if len(ids) == 1 else "tasks ") + ", ".join(map(str, ids))


def habit_order_words(phrase: Phrase) -> str | None:
    match phrase.get("intent"):
        case "habit_log":
            return f"done: {entry(phrase)}"
        case "habit_skip":
            return f"skipped, {moment(phrase['date'])}"
        case "vacation":
            until = phrase.get("until")
            return "all habits pause" + (f" until {moment(until)}" if until else "")
        case "resume_habits":
            return "all habits go on"
        case _:
            return None


def entry_words(phrase: Phrase) -> str | None:
    if phrase["habit"] == "ml":
        return None  # "500 ml" is of the habit that a person has looked at
    said = "skipped" if phrase.get("skip") else entry(phrase)
    on = f", {moment(phrase['date'])}" if phrase.get("skip") and phrase.get("date") else ""
    return said + on + (", with a note" if phrase.get("noted") else "")


def entry(phrase: Phrase) -> str:
    """What was done of a habit: an amount in some unit, on a day."""
    amount = phrase.get("amount")
    unit = UNITS.get(phrase.get("unit") or "", phrase.get("unit"))
    if amount is None:
        much = "as much as it asks for"
    else:
        much = f"{amount:g} {unit_beside(amount, unit)}" if unit else f"{amount:g} of its own unit"
    return much + (f", {moment(phrase['date'])}" if phrase.get("date") else "")


def habit_words(phrase: Phrase) -> str | None:
    """20 pages, every day, reminder at 21:00"""
    if phrase["schedule"] is None:
        return None
    start = f"from {moment(phrase['from'])}" if "from" in phrase else ""
    at = f"reminder at {' and '.join(phrase['at'])}" if phrase.get("at") else ""
    return ", ".join(filter(None, (goal(phrase["goal"]), often(phrase["schedule"]), start, at)))


def goal(said: str | None) -> str:
    """at most 2 cups; without a unit: a goal of 50"""
    if said is None:
        return ""
    bound, most, rest = said.rpartition("at most ")
    amount, _, unit = rest.partition(" ")
    unit = UNITS.get(unit, unit)
    much = f"{amount} {unit_beside(float(amount), unit)}" if unit else f"a goal of {amount}"
    return f"{bound}{most}{amount if most and not unit else much}"


def often(schedule: str) -> str:
    """mon tue wed thu fri as on weekdays; other words as the tables have them."""
    days = schedule.split()
    if not set(days) <= set(DAYS):
        return schedule
    if tuple(days) in ((*DAYS,)[:5], (*DAYS,)[5:]):
        return "on weekdays" if len(days) == 5 else "on weekends"
    return "on " + ", ".join(DAYS[day] for day in days)


DAYS = {
    "mon": "Mondays", "tue": "Tuesdays", "wed": "Wednesdays", "thu": "Thursdays",
    "fri": "Fridays", "sat": "Saturdays", "sun": "Sundays",
}  # fmt: skip
# units of the tables' examples, so that the languages share a row
UNITS = {
    form: name
    for name, forms in {
        "pages": "page страниц страницы страницу Seiten Seite páginas página",
        "minutes": "min minute мин минут минуты Min Minuten minutos мин. min.",
        "hours": "h hour час часа часов Stunden Stunde horas hora ч Std",
        "ml": "мл",
        "l": "л liter litros литра Liter",
        "km": "км",
        "kg": "кг",
        "steps": "шагов Schritte pasos",
        "cups": "cup чашек чашки чашку Tassen Tasse tazas taza",
        "glasses": "glass стаканов стакана Gläser Glas vasos vaso",
        "words": "слов Wörter palabras",
    }.items()
    for form in forms.split()
}


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
