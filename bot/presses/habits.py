"""The buttons of habits, and the way back to the view that a press comes from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar, Literal, Self, TypeAlias, get_args
from uuid import UUID

from bot.presses.coding import Packed, Press

LONGEST_PAGE = 6  # digits

# b board · n new habit · c card · r reminder · t today's agenda · w week's agenda
View: TypeAlias = Literal["b", "n", "c", "r", "t", "w"]
VIEWS: tuple[View, ...] = get_args(View)


@dataclass(frozen=True, slots=True)
class Origin(Packed):
    """The view whose button was pressed, to be shown again as it is afterwards."""

    view: View
    page: int = 0

    def pack(self) -> str:
        return f"{self.view}{self.page or ''}"

    @classmethod
    def read(cls, text: str) -> Self:
        view, page = text[:1], text[1:]
        if view not in VIEWS:
            raise ValueError(text)
        if page and not (page.isascii() and page.isdecimal() and len(page) <= LONGEST_PAGE):
            raise ValueError(text)
        return cls(view, int(page or 0))


@dataclass(frozen=True, slots=True)
class TurnBoard(Press):
    """‹ ›, days, ✏️: a page of the board of the day so many days ago, whose buttons tick, or open
    cards."""

    verb: ClassVar[str] = "board"

    back: int = 0
    page: int = 0
    opens: bool = False


TODAYS_BOARD = TurnBoard()


@dataclass(frozen=True, slots=True)
class OfHabit(Press):
    """A button of one habit."""

    habit: UUID


# What was done on a day


@dataclass(frozen=True, slots=True)
class OfDay(OfHabit):
    """A button for one day of a habit; the view that it is in is shown again."""

    day: date
    origin: Origin


@dataclass(frozen=True, slots=True)
class TickHabit(OfDay):
    """☐ run, ☑ run: done, or (`ticks` is False) not done after all; a measured habit is done in
    full, or emptied."""

    verb: ClassVar[str] = "htick"

    ticks: bool = True


@dataclass(frozen=True, slots=True)
class AddAmount(OfDay):
    """+250, −1: so much more, or less, in the habit's unit."""

    verb: ClassVar[str] = "hadd"

    amount: float


@dataclass(frozen=True, slots=True)
class AddRest(OfDay):
    """☐ 20: all that is missing."""

    verb: ClassVar[str] = "hrest"


@dataclass(frozen=True, slots=True)
class SkipDay(OfDay):
    """⏭: skip the day, or (`skips` is False) take that back."""

    verb: ClassVar[str] = "hskip"

    skips: bool = True


@dataclass(frozen=True, slots=True)
class JoinHere(OfDay):
    """➕: take part in a shared habit."""

    verb: ClassVar[str] = "hin"


@dataclass(frozen=True, slots=True)
class TypeAmount(OfHabit):
    """⌨️: asks how much it was."""

    verb: ClassVar[str] = "htype"

    day: date


@dataclass(frozen=True, slots=True)
class PickHabit(OfHabit):
    """The one of several habits that was meant."""

    verb: ClassVar[str] = "hpick"


@dataclass(frozen=True, slots=True)
class LogInstead(OfHabit):
    """🌱 Log to Read?: what a new task says is logged to the habit, and the task goes."""

    verb: ClassVar[str] = "hlog"

    task: UUID


# A new habit; the choices are named as the keys of their words, and steps in their order

Step: TypeAlias = Literal["name", "goal", "often", "time"]
STEPS: tuple[Step, ...] = get_args(Step)
Idea: TypeAlias = Literal["read", "run", "water", "meditate", "stretch", "sleep"]
Kind: TypeAlias = Literal["tick", "reach", "limit"]
Rate: TypeAlias = Literal["day", "work", "week3", "days2", "week"]


@dataclass(frozen=True, slots=True)
class BeginHabit(Press):
    """🌱 New habit: asks step by step."""

    verb: ClassVar[str] = "hnew"


@dataclass(frozen=True, slots=True)
class TypeStep(Press):
    """⌨️: the step is to be answered in words."""

    verb: ClassVar[str] = "hstep"

    step: Step


@dataclass(frozen=True, slots=True)
class ChooseIdea(Press):
    """A name that is offered."""

    verb: ClassVar[str] = "hidea"

    idea: Idea


@dataclass(frozen=True, slots=True)
class ChooseKind(Press):
    """Yes or no, an amount to reach, or a limit."""

    verb: ClassVar[str] = "hkind"

    kind: Kind


@dataclass(frozen=True, slots=True)
class ChooseRate(Press):
    """How often."""

    verb: ClassVar[str] = "hrate"

    rate: Rate


@dataclass(frozen=True, slots=True)
class ChooseTime(Press):
    """When to remind; None: never."""

    verb: ClassVar[str] = "htime"

    at: time | None = None


@dataclass(frozen=True, slots=True)
class SetHabitTime(OfHabit):
    """🔔 19:00, below a new habit."""

    verb: ClassVar[str] = "hremind"

    at: time


@dataclass(frozen=True, slots=True)
class TypeHabitTime(OfHabit):
    """🔔 Other, below a new habit: asks for the time."""

    verb: ClassVar[str] = "hwhen"


# The card


@dataclass(frozen=True, slots=True)
class OpenHabit(OfHabit):
    """A habit's card, with the buttons of a day (None: today); `as_new` below a picture, which
    no text can replace."""

    verb: ClassVar[str] = "hab"

    day: date | None = None
    as_new: bool = False


@dataclass(frozen=True, slots=True)
class JoinHabit(OfHabit):
    """➕ Join."""

    verb: ClassVar[str] = "hjoin"


@dataclass(frozen=True, slots=True)
class LeaveHabit(OfHabit):
    """➖ Leave."""

    verb: ClassVar[str] = "hleave"


@dataclass(frozen=True, slots=True)
class SwitchRank(OfHabit):
    """🏅 On the leaderboard, or off it."""

    verb: ClassVar[str] = "hrank"

    ranked: bool


@dataclass(frozen=True, slots=True)
class OfferPauses(OfHabit):
    """⏸ Pause: for how long?"""

    verb: ClassVar[str] = "hpauses"


@dataclass(frozen=True, slots=True)
class PauseHabit(OfHabit):
    """Pause for today, for seven days, or until it is resumed."""

    verb: ClassVar[str] = "hpause"

    length: Literal["day", "week", "open"]


@dataclass(frozen=True, slots=True)
class TypePause(OfHabit):
    """⌨️: asks for the last day of a pause."""

    verb: ClassVar[str] = "huntil"


@dataclass(frozen=True, slots=True)
class ResumeHabit(OfHabit):
    """▶️ Resume."""

    verb: ClassVar[str] = "hresume"


@dataclass(frozen=True, slots=True)
class ArchiveHabit(OfHabit):
    """📦 Archive."""

    verb: ClassVar[str] = "harch"


@dataclass(frozen=True, slots=True)
class UnarchiveHabit(OfHabit):
    """📤 Take out of the archive."""

    verb: ClassVar[str] = "hunarch"


@dataclass(frozen=True, slots=True)
class ShowArchived(Press):
    """📦 Archive: a page of the habits in it."""

    verb: ClassVar[str] = "harchive"

    page: int = 0


@dataclass(frozen=True, slots=True)
class AskDelete(OfHabit):
    """🗑 Delete: asks once."""

    verb: ClassVar[str] = "hdel"


@dataclass(frozen=True, slots=True)
class DeleteHabit(OfHabit):
    """🗑 Delete, after the question."""

    verb: ClassVar[str] = "hdelete"


@dataclass(frozen=True, slots=True)
class UndoOnCard(OfHabit):
    """↩️ Undo, on the card: takes back the deed of this batch and shows the card again."""

    verb: ClassVar[str] = "hundo"

    batch: UUID


# Changes


@dataclass(frozen=True, slots=True)
class OfferEdits(OfHabit):
    """✏️ Edit: name, how often, colour, place."""

    verb: ClassVar[str] = "hedit"


@dataclass(frozen=True, slots=True)
class PaintHabit(OfHabit):
    """A colour, by its place in the palette."""

    verb: ClassVar[str] = "hpaint"

    colour: int


@dataclass(frozen=True, slots=True)
class MoveUp(OfHabit):
    """⬆️ One place up in the list."""

    verb: ClassVar[str] = "hup"


@dataclass(frozen=True, slots=True)
class DropGoal(OfHabit):
    """Yes or no, in place of an amount."""

    verb: ClassVar[str] = "hplain"


@dataclass(frozen=True, slots=True)
class OfferTimes(OfHabit):
    """⏰ Times: when to remind."""

    verb: ClassVar[str] = "hrem"


@dataclass(frozen=True, slots=True)
class SwitchTime(OfHabit):
    """21:00, ✓ 21:00: remind at this time, or no longer."""

    verb: ClassVar[str] = "hat"

    at: time
    on: bool = True


@dataclass(frozen=True, slots=True)
class NoTimes(OfHabit):
    """🔕 Do not remind."""

    verb: ClassVar[str] = "hnever"


@dataclass(frozen=True, slots=True)
class TypeAboutHabit(OfHabit):
    """⌨️: asks for words: a new name, how often and how much, or times."""

    verb: ClassVar[str] = "hwords"

    what: Literal["name", "words", "times"]
