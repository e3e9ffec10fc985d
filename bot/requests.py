"""What handlers are given: a Request, and the routes to them. No Telegram in here."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, cast

from markupsafe import Markup
from uuid_utils.compat import uuid7

from bot.language.values import DayPart, Place
from bot.presses.coding import Press
from bot.questions import Question
from bot.reader import NOWHERE, Home, Reader
from bot.replies import NOTICE_LIMIT, Edit, File, Notice, Reply, Say, in_place
from bot.texts import Words, words_for
from storage.people.asking import Asker, Deed, Where
from storage.people.preferences import default_zone_of, preferences_in, preferences_of

if TYPE_CHECKING:
    from datetime import date, datetime, time
    from uuid import UUID

    from sqlmodel.ext.asyncio.session import AsyncSession

    from storage.habits.keeps import KeptHabit
    from storage.models import Chat, Habit, TaskMessage, User
    from storage.models import Question as AskedRow
    from storage.rules.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Quoted:
    """The message that somebody replied to."""

    message_id: int
    text: str
    by_bot: bool
    author: str = ""
    author_id: int | None = None
    link: str = ""
    file: File | None = None
    album: str = ""


@dataclass(frozen=True, slots=True)
class Written:
    """A message as written. `text` is its words, whatever holds them; `edited_at` is when it was
    changed.

    `called`: the words beside the bot's name, if they are for the bot. `album`: Telegram's key of
    the messages that came as one. `shows_place`: a place that is not where the writer is.
    `people`: Telegram's ids of those who are mentioned without a username, by the @name that they
    have in the text, in lower case.
    """

    message_id: int
    text: str
    quoted: Quoted | None = None
    file: File | None = None
    edited_at: datetime | None = None
    called: str | None = None
    album: str = ""
    shows_place: bool = False
    people: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Forwarded:
    """A message of somebody else's; `source` is a link to it where there is one, else a name."""

    message_id: int
    text: str
    source: str = ""
    file: File | None = None
    album: str = ""
    shows_place: bool = False


@dataclass(frozen=True, slots=True)
class SharedPlace:
    """Where the sender is: latitude and longitude in degrees."""

    message_id: int
    latitude: float
    longitude: float
    quoted: Quoted | None = None

    @property
    def text(self) -> str:
        """Telegram has no words beside a place."""
        return ""


class Sign(StrEnum):
    """The reactions that mean something, as Telegram spells them."""

    CLAIM = "👀"
    DONE = "👍"
    SNOOZE = "😴"
    TASK = "✍"


@dataclass(frozen=True, slots=True)
class Reaction:
    """What somebody put on a message, or removed from it.

    Telegram does not tell what that message says. Where it was asked (see `WordsUnknown`), `quoted`
    is the message, None if it did not tell, and `note` the bot's message that has asked.
    """

    message_id: int
    put: tuple[Sign, ...] = ()
    removed: tuple[Sign, ...] = ()
    quoted: Quoted | None = None
    note: int | None = None


class WordsUnknown(Exception):
    """Telegram has to be asked what a message says: by a reply to it, which says `note`."""

    def __init__(self, note: Markup) -> None:
        super().__init__("words of a message")
        self.note = note


def place_of(chosen: Preferences, chat: Chat) -> Place:
    """Where and how what is written in a chat is read."""
    return Place(
        zone=chosen.zone,
        language=chosen.language.partition("-")[0],
        date_order=chosen.date_order,
        first_weekday=chosen.first_weekday,
        group=not chat.is_private,
        day_parts=cast("Mapping[DayPart, time]", chosen.day_parts),
    )


class FileWanted(Exception):
    """The content of a file is needed, which Telegram keeps: it is fetched outside of any
    transaction, and `read` makes values of it in a thread. What that gives, or the Refusal that it
    raises, is then the request's `brought`."""

    def __init__(self, file: File, read: Callable[[bytes], object]) -> None:
        super().__init__(file.file_id)
        self.file = file
        self.read = read


Incoming: TypeAlias = Written | Forwarded | SharedPlace


@dataclass(frozen=True, slots=True)
class Request:
    """One update, as a handler sees it. `text` is what follows the command, or the button's words.

    `now` is the message's own date, or the clock's for a button press. `offered` are the commands
    of the menu here, `pressed` is the message that a pressed button is under, `below` what all of
    its buttons carry, `shown_at` when it was sent,
    `question` what the text answers, `asked` the row of the question, which may be too old;
    `shown` is what the store knows of the written or pressed message; `inline` is Telegram's key of
    a card in some other chat that it is about. `operators` are the Telegram ids of `OPERATORS`.
    `brought` is what was read in the file that the handler wanted (see
    `FileWanted`), or the Refusal of it.
    """

    session: AsyncSession
    now: datetime
    user: User
    chat: Chat
    asker: Asker
    topic: int
    text: str
    words: Words
    place: Place
    preferences: Preferences
    bot_username: str
    offered: tuple[str, ...] = ()
    message: Incoming | None = None
    pressed: int | None = None
    below: tuple[str, ...] = ()
    shown_at: datetime | None = None
    question: Question | None = None
    asked: AskedRow | None = None
    shown: TaskMessage | None = None
    operators: frozenset[int] = frozenset()
    inline: str = ""
    brought: object = None
    home: Home = NOWHERE
    takes_inline: bool = False
    batch: UUID = field(default_factory=uuid7)
    redraws: Mapping[str, Redraw] = field(default_factory=dict)
    answers: Mapping[type[Question], Answering] = field(default_factory=dict)

    @property
    def by_operator(self) -> bool:
        """Whether it is an operator's, in their private chat: elsewhere they are like others."""
        return self.chat.is_private and self.user.telegram_id in self.operators

    @property
    def is_banned(self) -> bool:
        """Whether an operator has banned whoever asks; a ban of an operator has no effect."""
        return self.user.banned_at is not None and self.user.telegram_id not in self.operators

    @property
    def quoted(self) -> Quoted | None:
        """The message that this one replies to."""
        return None if isinstance(self.message, Forwarded | None) else self.message.quoted

    @property
    def file(self) -> File | None:
        """The photo, document or recording that came with the words."""
        return self.message.file if isinstance(self.message, Written | Forwarded) else None

    @property
    def shows_place(self) -> bool:
        """Whether it is a place that answers no question: not where the writer is."""
        return isinstance(self.message, Written | Forwarded) and self.message.shows_place

    @property
    def album(self) -> str:
        """Telegram's key of the album that the message is a part of; "" for none."""
        return self.message.album if isinstance(self.message, Written | Forwarded) else ""

    @property
    def people(self) -> Mapping[str, int]:
        """Who is mentioned without a username, see `Written`."""
        return self.message.people if isinstance(self.message, Written) else {}

    @property
    def own_words(self) -> Words:
        """The words of whoever asks, in a group too: for what only they are shown."""
        if self.chat.is_private:
            return self.words
        own = preferences_of(self.user, default_zone=self.preferences.zone)
        return words_for(own.language)

    @property
    def deed(self) -> Deed:
        """What this request changes is one deed, taken back as one."""
        return Deed(self.asker, self.now, self.batch)

    @property
    def reader(self) -> Reader:
        """For whom the views of this request are made."""
        person = self.user.id if self.chat.is_private else None
        in_chat, topic = self.chat.id, self.topic
        return Reader(self.words, self.preferences, self.now, in_chat, person, topic)

    @property
    def own_reader(self) -> Reader:
        """Whoever asks, for what only they are shown: notices and windows."""
        return replace(self.reader, words=self.own_words)

    def notice(self, name: str, *, alert: bool = False, **facts: Any) -> Notice:
        """The sentence `notice-NAME` for whoever pressed a button, in their language."""
        return self.told(lambda one: one.words.plain(f"notice-{name}", **facts), alert=alert)

    def told(self, said: Callable[[Reader], str], *, alert: bool = False) -> Notice:
        """A sentence for whoever pressed, in their language: plain, or Markup, which is shown
        without its marks. With `alert` in a window."""
        text = said(self.own_reader)
        plain = text.striptags() if isinstance(text, Markup) else text
        return Notice(plain[:NOTICE_LIMIT], alert)

    def told_in_place(self, said: Saying) -> Reply:
        """In place of the pressed message in the chat's language, and as a notice in that of
        whoever pressed."""
        return in_place(said(self.reader), self.told(lambda reader: said(reader).text))

    def of(self, user: User, chat: Chat) -> Request:
        """The same request as somebody else's, in their private chat."""
        chosen = preferences_in(chat, user, default_zone=default_zone_of(self.session))
        return replace(
            self,
            user=user,
            chat=chat,
            asker=Asker.of(user, chat),
            words=words_for(chosen.language),
            place=place_of(chosen, chat),
            preferences=chosen,
        )

    @property
    def where(self) -> Where:
        """The list that this request is about."""
        place = self.place
        return Where(self.asker, self.chat, self.topic, place.zone, place.first_weekday)


Saying: TypeAlias = Callable[[Reader], Say | Edit]  # an answer, in the words of its reader
Handler: TypeAlias = Callable[[Request], Awaitable[Reply | None]]


@dataclass(frozen=True, slots=True)
class PressedHabit:
    """A press on a day of a habit, for the view that it came from.

    `day` is the button's, on the `page` of a view of several. `habits` are those that the view
    shows, as they are after the press: the pressed one alone, or those of the whole list.
    """

    habit: Habit
    day: date
    page: int
    habits: Sequence[KeptHabit]


@dataclass(frozen=True, slots=True)
class Redraw:
    """A view of a habit's day after a press on it. What it shows is read before the press changes
    it, and once: the pressed habit, or all `of_list`; for its person also their `notes`."""

    show: Callable[[Request, PressedHabit], Awaitable[Reply]]
    of_list: bool = False
    notes: bool = False


@dataclass(frozen=True, slots=True)
class Route:
    """A handler, where its command is offered (and to operators only), and whether it
    reaches beyond the chat it is in: what is about tasks and habits that exist does, from a private
    chat, and then it is checked that the person is still in those groups. `statements` is what an
    update may cost in SQL, BEGIN and COMMIT apart, the keeping of its answer included."""

    handler: Handler
    private: bool = True
    groups: bool = True
    menu: bool = True
    reaches: bool = True
    operators: bool = False
    statements: int = 10


# Whether words answer a question: they do, they do not, any words would, or they hardly do
Fit: TypeAlias = Literal["yes", "no", "any", "hardly"]


@dataclass(frozen=True, slots=True)
class Answering:
    """What is done with the answer to a kind of question, and which words are one."""

    handler: AnyAnswer
    fits: Callable[[Request, Any], Awaitable[Fit]]


P = TypeVar("P", bound=Press)
Q = TypeVar("Q", bound=Question)
AnyPress: TypeAlias = Callable[[Request, Any], Awaitable[Reply | None]]
AnyAnswer: TypeAlias = Callable[[Request, Any], Awaitable[Reply | None]]


def on_press(
    kind: type[P], handler: Callable[[Request, P], Awaitable[Reply | None]]
) -> tuple[type[Press], AnyPress]:
    """A button and what it does; type checkers see that the two fit."""
    return kind, handler


def on_answer(
    kind: type[Q],
    handler: Callable[[Request, Q], Awaitable[Reply | None]],
    fits: Callable[[Request, Q], Awaitable[Fit]],
) -> tuple[type[Question], Answering]:
    """A question, what is done with its answer, and which words are one."""
    return kind, Answering(handler, fits)
