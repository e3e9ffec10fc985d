"""The cast of the playground: four people, a group and a forum."""

from dataclasses import dataclass

from bot.playground.telegram import Telegram
from bot.playground.world import Chat, Member, Topic, User


@dataclass(frozen=True, slots=True)
class Town:
    """Who and what there is; `project` has the topics General, `design` and `launch`."""

    ann: User
    bob: User
    chen: User
    dasha: User
    flat: Chat
    project: Chat
    design: Topic
    launch: Topic

    @property
    def people(self) -> tuple[User, User, User, User]:
        return self.ann, self.bob, self.chen, self.dasha


def a_small_town(telegram: Telegram) -> Town:
    """Settle Ann, Bob, Chen and Dasha with their chats; the bot is in both groups already.

    Nobody has started the bot in private yet, and no updates wait.
    """
    ann = telegram.new_user(User(1001, "Ann", None, "ann", "en"))
    bob = telegram.new_user(User(1002, "Bob", None, "bob", "en"))
    chen = telegram.new_user(User(1003, "Chen", None, None, "zh"))
    dasha = telegram.new_user(User(1004, "Dasha", None, "dasha", "ru"))
    flat = telegram.new_chat("group", "Flat 12", ann, bob, chen)
    project = telegram.new_chat("supergroup", "Project X", ann, bob, chen, dasha, is_forum=True)
    design = telegram.create_topic(project, "Design")
    launch = telegram.create_topic(project, "Launch")
    for chat in (flat, project):
        chat.members[telegram.bot.id] = Member(telegram.bot)
    return Town(ann, bob, chen, dasha, flat, project, design, launch)
