"""The small world behind the stand-in: state, and the rules for people and the bot alike.

What people do in it is in `people/`, what the bot may ask of it in `api/`. The words that both
wings need are imported from here.
"""

from bot.playground.world.accounts import Bot, CommandScope, Json, Member, Status, User
from bot.playground.world.chats import GENERAL_TOPIC, Chat, ChatType, Post, Topic
from bot.playground.world.files import StoredFile, UploadedFile
from bot.playground.world.queries import Answer, Inquiry, Query
from bot.playground.world.state import World

__all__ = [
    "GENERAL_TOPIC",
    "Answer",
    "Bot",
    "Chat",
    "ChatType",
    "CommandScope",
    "Inquiry",
    "Json",
    "Member",
    "Post",
    "Query",
    "Status",
    "StoredFile",
    "Topic",
    "UploadedFile",
    "User",
    "World",
]
