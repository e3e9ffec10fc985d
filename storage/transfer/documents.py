"""The document that an export is, as a schema: what an import takes, and refuses with a reason.

`storage.transfer.shapes` writes rows as they are; these models read them back. Their fields are the
tables' columns (a test compares the two), their limits are the tables'.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from math import isfinite
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    model_validator,
)

from storage.models import (
    ASSIGNEES_LIMIT,
    CHECKLIST_LIMIT,
    COLOURS,
    ENTRY_NOTE_LIMIT,
    ITEM_LIMIT,
    NAME_LIMIT,
    NOTES_LIMIT,
    TAG_LIMIT,
    TAGS_LIMIT,
    TITLE_LIMIT,
    UNIT_LIMIT,
    Action,
    ChatKind,
    Priority,
    Status,
)
from storage.models.tasks import FileKind  # noqa: TC001  pydantic reads it
from storage.rules.offsets import REMINDERS_LIMIT, Offset
from storage.rules.preferences import is_zone
from storage.rules.recurrence import repeat_from_json
from storage.rules.schedules import Direction, Schedule, spans_from_json
from storage.transfer.shapes import FORMAT, VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

YEARS = (1970, 2300)  # of moments and days: far from the ends of the calendars of both databases
LONGEST_MINUTES = int(timedelta(days=3_660).total_seconds() // 60)
MOST_HISTORY = 2_000  # rows about one task or habit
MOST_ENTRIES = 40_000  # of one habit: a hundred years of days


def _storable(text: str) -> str:
    """Raises ValueError for what PostgreSQL cannot keep."""
    if "\x00" in text or any(0xD800 <= ord(letter) <= 0xDFFF for letter in text):
        raise ValueError("a character that cannot be kept")
    return text


def _in_time(moment: datetime) -> datetime:
    if not YEARS[0] <= moment.year < YEARS[1]:
        raise ValueError("a year out of range")
    return moment


def _in_calendar(day: date) -> date:
    if not YEARS[0] <= day.year < YEARS[1]:
        raise ValueError("a year out of range")
    return day


def _moment_text(text: str) -> str:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    _in_time(moment)
    return text


def _zone(name: str) -> str:
    if not is_zone(name):
        raise ValueError("no time zone")
    return name


def _offset(text: str) -> str:
    if not Offset.parse(text).is_possible:
        raise ValueError("too long before")
    return text


def _that_reads(read: Callable[[Any], object]) -> Callable[[Any], Any]:
    def check(value: Any) -> Any:
        read(value)
        return value

    return check


def _keepable(value: Any) -> Any:
    """JSON of which every text can be kept. Raises ValueError."""
    match value:
        case str():
            _storable(value)
        case dict():
            for key, one in value.items():
                _storable(key)
                _keepable(one)
        case list():
            for one in value:
                _keepable(one)
        case float() if not isfinite(value):
            raise ValueError("no number")
    return value


Text = Annotated[str, AfterValidator(_storable)]
Username = Annotated[str, StringConstraints(pattern="^[A-Za-z][A-Za-z0-9_]{2,31}$")]
Key = Annotated[str, StringConstraints(pattern="^[0-9a-f]{32}$")]
Moment = Annotated[AwareDatetime, AfterValidator(_in_time)]
Day = Annotated[date, AfterValidator(_in_calendar)]
Zone = Annotated[str, AfterValidator(_zone)]
OffsetText = Annotated[str, AfterValidator(_offset)]
RepeatJson = Annotated[dict[str, Any], AfterValidator(_that_reads(repeat_from_json))]
ScheduleJson = Annotated[dict[str, Any], AfterValidator(_that_reads(Schedule.from_json))]
Kept = Annotated[dict[str, Any], AfterValidator(_keepable)]
Number = Annotated[int, Field(ge=1, le=2**31 - 1)]
Telegram = Annotated[int, Field(ge=-(2**63), le=2**63 - 1)]
Amount = Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)]
Minutes = Annotated[int, Field(ge=1, le=LONGEST_MINUTES)]
Snoozes = dict[Key, Annotated[str, AfterValidator(_moment_text)]]


def _spans(value: list[list[str | None]]) -> list[list[str | None]]:
    if len(spans_from_json(value)) != len(value):
        raise ValueError("no span of days")
    return value


Pauses = Annotated[list[list[str | None]], Field(max_length=1_000), AfterValidator(_spans)]


class Exported(BaseModel):
    """Something of a document. What it does not know is refused: nothing is lost in silence."""

    model_config = ConfigDict(extra="forbid")


class ExportedChange(Exported):
    """Who changed what: the facts before and after, see storage.history.facts."""

    id: Key
    batch: Key
    user_id: Key | None = None
    action: Action
    before: Kept
    after: Kept
    created_at: Moment
    undone_at: Moment | None = None
    is_forgotten: bool | None = None


class ExportedItem(Exported):
    """A line of a checklist."""

    id: Key
    position: Annotated[int, Field(ge=0, le=10_000)]
    text: Annotated[Text, Field(min_length=1, max_length=ITEM_LIMIT)]
    is_done: bool = False


class ExportedFile(Exported):
    """A file that Telegram keeps."""

    id: Key
    kind: FileKind
    file_id: Annotated[Text, Field(min_length=1, max_length=300)]
    unique_id: Annotated[Text, Field(max_length=100)]
    name: Annotated[Text, Field(max_length=300)] = ""


class ExportedTask(Exported):
    """A task with its parts."""

    id: Key
    topic: Telegram = 0
    number: Number
    title: Annotated[Text, Field(min_length=1, max_length=TITLE_LIMIT)]
    notes: Annotated[Text, Field(max_length=NOTES_LIMIT)] = ""
    status: Status = Status.TODO
    priority: Priority = Priority.MEDIUM
    due_at: Moment | None = None
    due_zone: Zone | None = None
    due_on: Day | None = None
    repeat: RepeatJson | None = None
    stands_for: Moment | None = None
    snoozed: Snoozes | None = None
    awaited: Annotated[list[Username], Field(max_length=ASSIGNEES_LIMIT)] | None = None
    rotation: Rotation | None = None
    ticked: list[Key] | None = None
    said: Kept | None = None
    reminders: Annotated[list[OffsetText], Field(max_length=REMINDERS_LIMIT)] | None = None
    nag_minutes: Minutes | None = None
    duration_minutes: Minutes | None = None
    created_by: Key | None = None
    created_at: Moment
    updated_at: Moment
    completed_at: Moment | None = None
    completed_by: Key | None = None
    deleted_at: Moment | None = None
    tags: Annotated[
        list[Annotated[Text, Field(min_length=1, max_length=TAG_LIMIT)]],
        Field(max_length=TAGS_LIMIT),
    ] = []
    checklist: Annotated[list[ExportedItem], Field(max_length=CHECKLIST_LIMIT)] = []
    attachments: Annotated[list[ExportedFile], Field(max_length=100)] = []
    assignees: Annotated[list[ExportedAssignee], Field(max_length=ASSIGNEES_LIMIT)] = []
    history: Annotated[list[ExportedChange], Field(max_length=MOST_HISTORY)] = []

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.due_at is None) != (self.due_zone is None):
            raise ValueError("due_at and due_zone belong together")
        if self.due_on is not None and self.due_at is None:
            raise ValueError("due_on without due_at")
        if (self.status is Status.COMPLETED) != (self.completed_at is not None):
            raise ValueError("completed_at belongs to status completed")
        if len({item.position for item in self.checklist}) != len(self.checklist):
            raise ValueError("two checklist lines in one position")
        return self


class Rotation(Exported):
    """Who takes turns at a task, in their order, and whose turn it is or was last."""

    order: Annotated[list[Key], Field(min_length=1, max_length=ASSIGNEES_LIMIT)]
    turn: Key | None = None


class ExportedAssignee(Exported):
    """Somebody who is to do a task."""

    user_id: Key


class ExportedMember(Exported):
    """Somebody who takes part in a habit."""

    user_id: Key
    joined_at: Moment
    pauses: Pauses = []
    is_ranked: bool = True


class ExportedEntry(Exported):
    """What somebody did on a day."""

    user_id: Key
    day: Day
    amount: Amount = 0.0
    is_skip: bool = False
    note: Annotated[Text, Field(max_length=ENTRY_NOTE_LIMIT)] = ""
    updated_at: Moment


class ExportedHabit(Exported):
    """A habit with its members and entries."""

    id: Key
    topic: Telegram = 0
    name: Annotated[Text, Field(min_length=1, max_length=NAME_LIMIT)]
    recurring_schedule: ScheduleJson
    target: Amount | None = None
    unit: Annotated[Text, Field(max_length=UNIT_LIMIT)] = ""
    direction: Direction | None = None
    snoozed: Snoozes | None = None
    colour: Annotated[int, Field(ge=0, lt=COLOURS)] = 0
    position: Annotated[int, Field(ge=0, le=1_000_000)] = 0
    created_by: Key | None = None
    created_at: Moment
    updated_at: Moment
    archived_at: Moment | None = None
    deleted_at: Moment | None = None
    members: Annotated[list[ExportedMember], Field(max_length=10_000)] = []
    entries: Annotated[list[ExportedEntry], Field(max_length=MOST_ENTRIES)] = []
    history: Annotated[list[ExportedChange], Field(max_length=MOST_ENTRIES)] = []

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if (self.target is None) != (self.direction is None):
            raise ValueError("target and direction belong together")
        return self


class Person(Exported):
    """Somebody whom the document names by their key."""

    id: Key
    telegram_id: Telegram
    name: Annotated[Text, Field(max_length=200)]
    username: Annotated[Text, Field(max_length=64)] | None = None


class ListHead(Exported):
    """The list itself, and what is set for it (for a private one: by its owner)."""

    id: Key
    kind: ChatKind
    title: Annotated[Text, Field(max_length=300)]
    next_number: Number
    settings: Kept
    owner: Key | None = None


class Document(Exported):
    """A whole export."""

    format: Literal["dueto"] = FORMAT
    version: Literal[1] = VERSION
    exported_at: Moment
    chat: ListHead
    tasks: list[ExportedTask]
    habits: list[ExportedHabit]
    history: list[ExportedChange]
    people: list[Person]

    @model_validator(mode="after")
    def _hangs_together(self) -> Self:
        check_keys(self)
        return self


def check_keys(document: Document) -> None:
    """Raises ValueError where two things have one key or one number, or a day two entries: no list
    could keep that."""
    keys = [document.chat.id, *(person.id for person in document.people)]
    for task in document.tasks:
        keys += [task.id, *(item.id for item in task.checklist)]
        keys += [*(file.id for file in task.attachments), *(row.id for row in task.history)]
    for habit in document.habits:
        keys += [habit.id, *(row.id for row in habit.history)]
        _check_once((entry.user_id, entry.day) for entry in habit.entries)
    _check_once([*keys, *(row.id for row in document.history)])
    _check_once(task.number for task in document.tasks)
    _check_once(person.telegram_id for person in document.people)


def _check_once(those: Iterable[object]) -> None:
    kept = list(those)
    if len(set(kept)) != len(kept):
        raise ValueError("two of one key")
