"""The town of the playground: four people, a group and a forum."""

from dataclasses import dataclass

from bot.playground.people.chats import People
from bot.playground.world import Chat, Member, Topic, User


@dataclass(frozen=True, slots=True)
class Town:
    """The people and their groups; `project` has the topics General, `design` and `launch`."""

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


def a_small_town(people: People) -> Town:
    """Add Ann, Bob, Chen and Dasha, and two groups with the bot in them.

    Nobody has started the bot in private yet, and no updates are queued.
    """
    bot = people.world.bot.user
    ann = people.new_user(User(1001, "Ann", None, "ann", "en"))
    bob = people.new_user(User(1002, "Bob", None, "bob", "en"))
    chen = people.new_user(User(1003, "Chen", None, None, "zh", zone="Asia/Shanghai"))
    dasha = people.new_user(User(1004, "Dasha", None, "dasha", "ru", zone="Europe/Moscow"))
    flat = people.new_chat("group", "Flat 12", ann, bob, chen)
    project = people.new_chat("supergroup", "Project X", ann, bob, chen, dasha, is_forum=True)
    design = people.create_topic(project, "Design")
    launch = people.create_topic(project, "Launch")
    for chat in (flat, project):
        chat.members[bot.id] = Member(bot)
    return Town(ann, bob, chen, dasha, flat, project, design, launch)
