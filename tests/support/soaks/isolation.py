"""A walk at random of several people through several chats: nobody may ever see or change anything
of a chat that they are not in.

Every chat has a secret word. Its title and all that is added in it carry that word, so whatever of
it comes to somebody else is found in the text of the bot's calls. What is written in the database
is told by triggers. Whoever has left a group unseen may be known as a member for an hour more.
"""

from __future__ import annotations

import random
from collections import Counter, deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from bot.handlers.everywhere.inline import TOKEN_LENGTH
from bot.playground.people.messages import Impossible
from bot.playground.telegram import Telegram
from bot.playground.world import Chat, Inquiry, Topic, User
from bot.presses.coding import pack_key
from bot.routes import COMMANDS
from storage.people.access import MEMBERSHIP_LASTS, RIGHTS_LAST
from tests.support.clocks import NOW, Time
from tests.support.conversations import Conversation
from tests.support.setup import Setup, a_setup
from tests.support.soaks.touches import Touch, Touches, watched
from tests.support.telegram import Json

STEPS_OF_A_TOWN = 1_250  # then there is another one: chats grow, and become slow
KEPT_STEPS = 12  # told when something is found
POOL = 400  # button data that somebody may replay
CALLS = {"sendMessage", "editMessageText", "sendPhoto", "sendDocument", "answerCallbackQuery"}
CALLS |= {"answerInlineQuery", "answerGuestQuery"}

# What people type without a word of their own: it fits a command, a reply, an answer to a question.
PLAIN = (
    *("done", "delete", "skip", "tomorrow 9:00", "snooze 1h", "every day", "500", "#shop", "!high"),
    *("remind 1h before", "no date", "in 2 hours", "a note", "- an item", "+1", "friday", "run"),
    *("done 1 2", "delete 1", "agenda", "Lisbon", "20 pages", "3 times a week", "7:30", "yes"),
    *(
        "move 1 friday",
        "pause habits",
        "resume habits",
        "what is due today",
        "daily agenda at 8:00",
    ),
)
SEARCHES = (
    "milk",
    "sec",
    "secret",
    "bread",
    "#shop",
    "!high",
    "me",
    "@bob",
    "@ann",
    "all",
    "trash",
)
ARGUMENTS = ("", "all", "done", "trash", "overdue", "today", "week", "me", "@ann", "#shop", "milk")
THINGS = ("milk", "bread", "rice", "soap", "the rent", "tea", "stamps", "a lamp", "paint")
WHEN = ("", "", "tomorrow 9am", "friday", "every day at 20:00", "in 40 min", "#shop", "!high")
EVENTS = ("leave", "leave", "ban", "slip", "slip", "join", "join", "return", "promote", "demote")


class Leak(AssertionError):
    """Something came to somebody, or was changed by somebody, who is not in its chat."""


@dataclass(slots=True)
class Place:
    """A chat with its secret word."""

    chat: Chat
    secret: str
    topics: list[Topic] = field(default_factory=list)

    @property
    def is_private(self) -> bool:
        return self.chat.type == "private"


@dataclass(slots=True)
class Card:
    """A task that somebody has sent to a chat through the bot: whose it is is in its text."""

    sharer: User
    chat: Chat
    inline: str
    text: str
    buttons: list[str]


@dataclass(slots=True)
class Step:
    """Who did what, where; None: time passed, or Telegram did it."""

    who: User | Chat | None
    place: Place | None
    what: str
    is_outside: bool = False  # in a chat that they only see from outside


class Walk:
    """One town, walked by one seed."""

    def __init__(self, setup: Setup, touches: Touches, seed: int) -> None:
        self.random = random.Random(seed)
        self.seed = seed
        self.there = Conversation(setup, "private")
        self.telegram: Telegram = setup.telegram
        self.time: Time = setup.time
        self.touches = touches
        self.done: deque[str] = deque(maxlen=KEPT_STEPS)
        self.counts: Counter[str] = Counter()
        self.slipped: dict[tuple[int, int], datetime] = {}  # (person, chat): left unseen
        self.demoted: dict[tuple[int, int], datetime] = {}
        self.pool: deque[str] = deque(maxlen=POOL)
        self.keys: deque[str] = deque(maxlen=POOL)
        self.pressed: dict[str, int] = {}  # whose a callback query, or an inline query, is
        self.links: deque[str] = deque(maxlen=POOL)
        self.typed: deque[Inquiry] = deque(maxlen=40)
        self.cards: deque[Card] = deque(maxlen=40)
        self.mine: dict[tuple[int, int], deque[Json]] = {}  # messages by person and chat
        town = setup.town
        self.people = [*town.people, *self._newcomers()]
        self.groups = self._groups(town.flat, town.project, [town.design, town.launch])
        self.places = [*self.groups, *(self._private(one) for one in self.people)]
        self.by_chat = {one.chat.id: one for one in self.places}

    def _newcomers(self) -> list[User]:
        eve, fay = User(1005, "Eve", None, "eve", "en"), User(1006, "Fay", None, "fay", "de")
        return [self.telegram.new_user(eve), self.telegram.new_user(fay)]

    def _groups(self, flat: Chat, project: Chat, topics: list[Topic]) -> list[Place]:
        eve, fay, ann = self.people[4], self.people[5], self.people[0]
        office = self.telegram.new_chat("supergroup", "Office", eve, ann, fay, username="office")
        club = self.telegram.new_chat("group", "Club", fay, eve)
        for chat in (office, club):
            self.telegram.add_bot(chat, eve, as_admin=chat is office)
        made = [Place(flat, "secretaqa"), Place(project, "secretbqb", topics)]
        made += [Place(office, "secretcqc"), Place(club, "secretdqd")]
        for place in made:
            place.chat.title = f"{place.chat.title} {place.secret}"
        return made

    def _private(self, person: User) -> Place:
        return Place(self.telegram.private(person), f"secretp{person.id}q")

    # Who may see what

    def is_in(self, person: int, place: Place) -> bool:
        if place.chat.person is not None:
            return place.chat.person.id == person
        if place.chat.id == person:  # an anonymous administrator
            return True
        return place.chat.member(person) is not None

    def reaches(self, person: int, place: Place) -> bool:
        """Whether the bot may take somebody for a member."""
        left = self.slipped.get((person, place.chat.id))
        unseen = left is not None and self.time.now <= left + MEMBERSHIP_LASTS
        return self.is_in(person, place) or unseen

    def runs(self, person: int, place: Place) -> bool:
        """Whether the bot may take somebody for an administrator of a group."""
        member = place.chat.member(person)
        lost = self.demoted.get((person, place.chat.id))
        lately = lost is not None and self.time.now <= lost + RIGHTS_LAST
        return place.chat.id == person or bool(member and member.is_admin) or lately

    # The walk

    async def go(self, steps: int) -> None:
        """Take so many steps; each is looked at. Raises Leak."""
        for one in self.people:
            await self._take(self._say(one, self.by_chat[one.id], "/start"))
        for place in self.groups:
            for member in list(place.chat.present()):
                if not member.user.is_bot:
                    await self._take(self._add(member.user, place))
        for _ in range(steps):
            made = self._chosen()
            if made is not None:
                await self._take(made)

    async def _take(self, step: Step | None) -> None:
        if step is None:
            return
        self.counts[step.what.split()[0].split(":")[0]] += 1
        name = step.who.first_name if isinstance(step.who, User) else "group" if step.who else "-"
        where = step.place.chat.title or "private" if step.place else "-"
        self.done.append(f"{self.time.now:%d %H:%M} {name} in {where}: {step.what}")
        await self._settle(pushes=step.who is None)
        await self._look(step)

    async def _settle(self, *, pushes: bool) -> None:
        application, setup = self.there.application, self.there.setup
        while updates := await self.there.waiting():
            for update in updates:
                await application.endpoint.receive(update)
                setup.offset = update["update_id"] + 1
        await application.endpoint.close()
        while pushes and await application.reminders.push_next():
            pass

    # What came out

    async def _look(self, step: Step) -> None:
        crashed = self.there.application.endpoint.counts["crashed"]
        if crashed:
            self._found(f"something broke: {self.there.setup.log[-1].get('exc_info')!r}")
        for call in self.telegram.calls:
            if call.refusal is None and call.method in CALLS:
                self._look_at(call.method, call.params)
        self.telegram.calls.clear()
        self.there.setup.log.clear()
        for touch in await self.touches.read():
            self._look_at_touch(step, touch)

    def _look_at(self, method: str, params: Any) -> None:
        text = str(params)
        if "inline_message_id" in params:  # whoever has sent the card shows it on purpose
            self._look_at_card(text, str(params["inline_message_id"]))
            return
        if method in {"answerCallbackQuery", "answerInlineQuery"}:
            named = "callback" if method == "answerCallbackQuery" else "inline"
            person = self.pressed.get(str(params[f"{named}_query_id"]))
            seers = [] if person is None else [person]
            home = None
        else:
            home = self.by_chat.get(int(params["chat_id"]))
            seers = [home.chat.id] if home is not None and home.is_private else []
            self._keep_buttons(params)
        for place in self.places:
            if place.secret not in text or place is home:
                continue
            if not seers or not all(self.reaches(one, place) for one in seers):
                self._found(f"{method} told {params}")

    def _look_at_card(self, text: str, inline: str) -> None:
        """A card goes on telling of what it told, and of nothing else."""
        told = next((card.text for card in self.cards if card.inline == inline), "")
        for place in self.places:
            if place.secret in text and place.secret not in told:
                self._found(f"a card told {text}")

    def _keep_buttons(self, params: Any) -> None:
        markup = params.get("reply_markup")
        rows = markup.get("inline_keyboard", []) if isinstance(markup, dict) else []
        for key in (key for row in rows for key in row):
            data, url = key.get("callback_data"), str(key.get("url", ""))
            if "?start=" in url:
                self.links.append(url.partition("?start=")[2])
            if data:
                self.pool.append(data)
                self.keys.extend(part for part in data.split(":")[2:] if len(part) == 22)

    def _look_at_touch(self, step: Step, touch: Touch) -> None:
        if step.who is None or touch.chat is None or step.place is None:
            return
        changed = self.by_chat.get(touch.chat)
        if changed is None:
            return
        is_here = step.place.is_private or changed is step.place
        if not is_here or not self.reaches(step.who.id, changed):
            self._found(f"changed {touch}")
        is_own = touch.owner == step.who.id or changed.is_private
        if touch.removes and not is_own and not self.runs(step.who.id, changed):
            self._found(f"had no right: {touch}")

    def _found(self, what: str) -> None:
        steps = "\n  ".join(self.done)
        raise Leak(f"seed {self.seed}: {what}\nafter these steps:\n  {steps}")

    # What people do

    def _chosen(self) -> Step | None:
        deeds: list[tuple[int, Callable[[], Step | None]]] = [
            (14, self._adding),
            (14, self._commanding),
            (8, self._searching),
            (16, self._pressing),
            (14, self._forging),
            (4, self._from_outside),
            (4, self._linking),
            (8, self._replying),
            (4, self._quoting_elsewhere),
            (5, self._speaking),
            (4, self._editing),
            (2, self._hidden),
            (2, self._inline),
            (4, self._typing),
            (3, self._choosing),
            (5, self._pressing_card),
            (6, self._coming_and_going),
            (3, self._waiting),
        ]
        (deed,) = self.random.choices([one for _, one in deeds], [weight for weight, _ in deeds])
        try:
            return deed()
        except Impossible:
            return None

    def _somewhere(self) -> tuple[User, Place]:
        """Somebody in a chat that they are in."""
        person = self.random.choice(self.people)
        return person, self.random.choice(
            [one for one in self.places if self.is_in(person.id, one)]
        )

    def _say(
        self, who: User | Chat, place: Place, text: str, *, reply_to: Json | int | None = None
    ) -> Step:
        to: Chat | Topic | None = None if place.is_private else place.chat
        if place.topics and self.random.random() < 0.6:
            to = self.random.choice(place.topics)
        made = self.telegram.say(who, text, to=to, reply_to=reply_to)
        self.mine.setdefault((who.id, place.chat.id), deque(maxlen=20)).append(made)
        return Step(who, place, text)

    def _add(self, who: User, place: Place) -> Step:
        thing, when = self.random.choice(THINGS), self.random.choice(WHEN)
        assigned = f" @{self.random.choice(('ann', 'bob', 'eve', 'fay'))}" * self._rarely(0.3)
        tags = assigned if not place.is_private else ""
        return self._say(who, place, f"/add {thing} {place.secret} {when}{tags}")

    def _rarely(self, chance: float) -> int:
        return int(self.random.random() < chance)

    def _adding(self) -> Step:
        who, place = self._somewhere()
        if self._rarely(0.2):
            name = f"{self.random.choice(('run', 'read', 'water'))} {place.secret}"
            rest = self.random.choice(("every day at 21:00", "20 pages every day", "500 ml"))
            return self._say(who, place, f"/habit {name} {rest}")
        return self._add(who, place)

    def _commanding(self) -> Step:
        who, place = self._somewhere()
        name = self.random.choice([one for one in COMMANDS if one != "stats" or self._rarely(0.1)])
        number = self.random.randint(1, 30)
        rest = {
            "edit": f"{number} new {place.secret}",
            "add": f"tea {place.secret}",
            "habit": "",
            "move": f"{number} friday 10:00",
            "snooze": f"{number} 2 hours",
            "assign": f"{number} {self.random.choice(('me', '@bob', '@eve', '@all'))}",
            "list": self.random.choice(ARGUMENTS),
            "log": "run yesterday",
            "timezone": self.random.choice(("", "Lisbon", "Berlin")),
            "language": "en",
            "search": "secret",
        }.get(name, f"{number} {number + 1}" if self._rarely(0.3) else str(number))
        return self._say(who, place, f"/{name} {rest}")

    def _searching(self) -> Step:
        who, place = self._somewhere()
        command = self.random.choice(
            ("search", "search", "list", "list", "today", "week", "habits")
        )
        words = self.random.choice(SEARCHES) if command in {"search", "list"} else ""
        return self._say(who, place, f"/{command} {words}")

    def _speaking(self) -> Step:
        """Plain words: an answer, a task, a wish; in a group to the bot."""
        who, place = self._somewhere()
        words = self.random.choice(PLAIN)
        return self._say(who, place, words if place.is_private else f"@dueto_bot {words}")

    def _of_bot(self, place: Place) -> Iterator[Json]:
        posts = list(place.chat.posts.values())
        return (one.json() for one in reversed(posts) if one.sender is self.telegram.bot)

    def _some_of_bot(self, place: Place, *, with_buttons: bool = False) -> Json | None:
        found = [
            one
            for one, _ in zip(self._of_bot(place), range(25), strict=False)
            if not with_buttons or "reply_markup" in one
        ]
        return self.random.choice(found) if found else None

    def _replying(self) -> Step | None:
        who, place = self._somewhere()
        message = self._some_of_bot(place)
        if message is None:
            return None
        words = self.random.choice((*PLAIN, "/done", "/delete", "/show", "/claim", "/snooze 1h"))
        return self._say(who, place, words, reply_to=message["message_id"])

    def _quoting_elsewhere(self) -> Step | None:
        """A reply that names the number of a message of another chat."""
        who, place = self._somewhere()
        other = self.random.choice(self.places)
        foreign = self._some_of_bot(other)
        if foreign is None:
            return None
        words = self.random.choice(("done", "delete", "tomorrow 9", "/show", "a note", "/delete"))
        bot = self.telegram.bot.json()
        quoted = {**foreign, "chat": place.chat.json(), "from": bot, "text": "x"}
        quoted.pop("reply_markup", None)
        quoted.pop("entities", None)
        number = self.telegram.world.next_number(place.chat)
        message = {"message_id": number, "from": who.json(), "chat": place.chat.json()}
        said = {"date": self.telegram.world.unix(), "text": words, "reply_to_message": quoted}
        if words.startswith("/"):
            said["entities"] = [{"type": "bot_command", "offset": 0, "length": len(words)}]
        self.telegram.raw_update({"message": {**message, **said}})
        return Step(who, place, f"quoting: {words} to {other.secret} {foreign['message_id']}")

    def _press(self, who: User, place: Place, message: Json | None, data: str) -> Step:
        press = self.telegram.press_raw(who, place.chat, message, data)
        self.pressed[press.id] = who.id
        return Step(who, place, f"press: {data}")

    def _pressing(self) -> Step | None:
        who, place = self._somewhere()
        message = self._some_of_bot(place, with_buttons=True)
        rows = (message or {}).get("reply_markup", {}).get("inline_keyboard", [])
        keys = [key["callback_data"] for row in rows for key in row if "callback_data" in key]
        return self._press(who, place, message, self.random.choice(keys)) if keys else None

    def _forging(self) -> Step | None:
        """Data of any chat's buttons, as it is or with another key in it, in one's own chat."""
        who, place = self._somewhere()
        message = self._some_of_bot(place)
        if not self.pool or message is None:
            return None
        parts = self.random.choice(self.pool).split(":")
        for index, part in enumerate(parts):
            if len(part) == 22 and index > 1 and self._rarely(0.5):
                parts[index] = self.random.choice(self.keys)
        return self._press(who, place, message, ":".join(parts))

    def _from_outside(self) -> Step | None:
        """A press below a message of a group that one is not in: such a group can be looked at."""
        who = self.random.choice(self.people)
        outside = [one for one in self.groups if not self.is_in(who.id, one)]
        if not outside or not self.pool:
            return None
        place = self.random.choice(outside)
        message = self._some_of_bot(place, with_buttons=True)
        if message is None:
            return None
        rows = message["reply_markup"].get("inline_keyboard", [])
        keys = [key["callback_data"] for row in rows for key in row if "callback_data" in key]
        data = self.random.choice([*keys, self.random.choice(self.pool)])
        number = str(10**15 + sum(self.counts.values()))
        self.pressed[number] = who.id
        query = {"id": number, "from": who.json(), "chat_instance": "1", "data": data}
        self.telegram.raw_update({"callback_query": {**query, "message": message}})
        return Step(who, place, f"outside: {data}", is_outside=True)

    def _linking(self) -> Step:
        who, place = self._somewhere()
        key = (
            self.random.choice(self.keys)
            if self.keys
            else pack_key(UUID(int=self.random.getrandbits(128)))
        )
        payload = self.random.choice((f"t{key}", f"g{key}", f"h{key}", key, *list(self.links)[-4:]))
        return self._say(who, place, f"/start {payload}")

    def _editing(self) -> Step | None:
        """A message of one's own, in a chat that one is still in."""
        who, place = self._somewhere()
        own = self.mine.get((who.id, place.chat.id))
        if not own:
            return None
        message = self.random.choice(own)
        text = f"/add {self.random.choice(THINGS)} {place.secret} {self.random.choice(WHEN)}"
        self.telegram.edit_message(message, text)
        return Step(who, place, f"edit: {text}")

    def _hidden(self) -> Step:
        """An anonymous administrator."""
        place = self.random.choice(self.groups)
        number = self.random.randint(1, 20)
        words = self.random.choice(
            (f"/add tea {place.secret}", f"/delete {number}", "/undo", "/list")
        )
        return self._say(place.chat, place, words)

    def _inline(self) -> Step:
        """Presses on cards that there are not, and queries that nobody of the town has made."""
        who = self.random.choice(self.people)
        number = str(sum(self.counts.values()))
        if self._rarely(0.5) or not self.pool:
            query = {"id": number, "from": who.json(), "query": "secret", "offset": ""}
            self.telegram.raw_update({"inline_query": query})
        else:
            data = self.random.choice(self.pool)
            query = {"id": number, "from": who.json(), "chat_instance": "1", "data": data}
            self.telegram.raw_update({"callback_query": {**query, "inline_message_id": "7"}})
        return Step(who, self.by_chat[who.id], "inline")

    def _typing(self) -> Step:
        """Words behind the bot's name, in whatever chat."""
        who = self.random.choice(self.people)
        words = self.random.choice(("secret", "", "milk", "#3", "tea"))
        inquiry = self.telegram.types(who, words)
        self.pressed[inquiry.id] = who.id
        self.typed.append(inquiry)
        return Step(who, self.by_chat[who.id], f"typing: {words}")

    def _choosing(self) -> Step | None:
        """A task, not a new one, is sent somewhere."""
        found = [one for one in self.typed if one.results]
        inquiry = self.random.choice(found) if found else None
        results = [one for one in (inquiry.results or ()) if one["markup"]] if inquiry else []
        tasks = [one for one in results if len(one["id"]) > TOKEN_LENGTH]
        if inquiry is None or not tasks:
            return None
        chosen, who = self.random.choice(tasks), inquiry.person
        made = self.telegram.choose(inquiry, chosen["id"])
        rows = chosen["markup"]["inline_keyboard"]
        keys = [key["callback_data"] for row in rows for key in row]
        post = self.telegram.post(made)
        self.cards.append(Card(who, post.chat, post.inline_id, str(made["text"]), keys))
        return Step(who, self.by_chat[who.id], "choosing")

    def _pressing_card(self) -> Step | None:
        """A button of a card. What somebody accepts is theirs, and they may know it: so it is
        accepted here where that gives nothing, or where it has to be refused."""
        if not self.cards:
            return None
        card, who = self.random.choice(self.cards), self.random.choice(self.people)
        data = self.random.choice(card.buttons)
        places = [one for one in self.places if one.secret in card.text]
        shows = all(self.reaches(card.sharer.id, one) for one in places)
        knows = all(self.reaches(who.id, one) for one in places)
        if data.startswith("2:ac") and shows and not knows:
            return None
        press = self.telegram.press_inline(who, card.chat, card.inline, data)
        self.pressed[press.id] = who.id
        return Step(who, self.by_chat[who.id], f"card: {data}")

    # What happens to them

    def _coming_and_going(self) -> Step | None:
        place, who = self.random.choice(self.groups), self.random.choice(self.people)
        event, key = self.random.choice(EVENTS), (who.id, place.chat.id)
        member = place.chat.member(who.id)
        if member is None and event not in {"join", "return"}:
            return None
        if member is not None and (event in {"join", "return"} or member.status == "creator"):
            return None
        match event:
            case "leave" | "ban":
                by = self._creator(place) if event == "ban" else None
                self.telegram.leave(place.chat, who, by=by)
                self.slipped.pop(key, None)
                self.demoted.pop(key, None)
            case "slip" if member is not None:
                self.slipped[key] = self.time.now
                if member.is_admin:
                    self.demoted[key] = self.time.now
                member.status = "left"
            case "join":
                self.telegram.join(place.chat, who)
                self.slipped.pop(key, None)
            case "return":
                place.chat.members[who.id] = type(next(place.chat.present()))(who, "member")
                self.slipped.pop(key, None)
            case "promote" if member is not None:
                member.status = "administrator"
            case "demote" if member is not None and member.is_admin:
                member.status = "member"
                self.demoted[key] = self.time.now
        return Step(None, place, f"{event}: {who.first_name}")

    def _creator(self, place: Place) -> User:
        return next(one.user for one in place.chat.present() if one.status == "creator")

    def _waiting(self) -> Step:
        minutes = self.random.choice((1, 6, 20, 61, 61, 180, 700))
        self.time.pass_(minutes=minutes)
        return Step(None, None, f"wait: {minutes}")


async def walk_at_random(database_url: str, seed: int, steps: int) -> Counter[str]:
    """Walk through one town; how often each kind of step was taken. Raises Leak."""
    async with watched(database_url) as touches, a_setup(database_url, Time(NOW)) as setup:
        setup.trouble_is_meant = True
        walk = Walk(setup, touches, seed)
        await walk.go(steps)
        return walk.counts
