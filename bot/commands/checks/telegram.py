"""What Telegram says of the bot: its token, its webhook, and how BotFather was told to set it."""

from __future__ import annotations

import time
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Any, TypeAlias

import aiohttp

from bot.commands.checks.findings import ok, warning, wrong

if TYPE_CHECKING:
    from bot.commands.checks.findings import Finding
    from bot.settings import Settings

Json: TypeAlias = dict[str, Any]

WAITS = 10  # seconds for an answer of Telegram's
MANY = 100  # updates that wait
RECENT = 3600  # seconds since an update could not be delivered
LATE, TOO_LATE = 5, 60  # seconds between the clocks
SETTINGS = (
    # of getMe, what it is called, what is missing without it, and how to switch it on
    ("can_join_groups", "groups", "nobody can add it to a group", "/setjoingroups: Enable"),
    ("supports_inline_queries", "inline mode", "@botname words find nothing", "/setinline"),
    ("supports_guest_queries", "guest mode", "where it is no member it hears no mention", "guests"),
    ("has_topics_enabled", "topics in private", "private chats have one list", "topics"),
)


async def telegram_findings(settings: Settings) -> list[Finding]:
    """Everything that getMe and getWebhookInfo tell."""
    if not settings.token:
        mend = "Set BOT_TOKEN; `dueto playground` needs none."
        return [warning("token", "there is none, so Telegram was not asked", mend)]
    try:
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=WAITS)) as session:
            me, away = await _ask(session, settings, "getMe")
            if not me.get("ok"):
                return [_refused(settings, me)]
            hook, _ = await _ask(session, settings, "getWebhookInfo")
    except (aiohttp.ClientError, OSError, TypeError, ValueError) as error:
        # an error may have the address in it, which has the token
        return [
            wrong(
                "Telegram",
                f"{settings.telegram_api_url} was not reached ({type(error).__name__})",
                "Check the network, a proxy, and TELEGRAM_API_URL.",
            )
        ]
    about: Json = me["result"]
    return [
        ok("token", f"of @{about.get('username')} ({about.get('id')})"),
        _clock(away),
        *_webhook(settings, hook.get("result") or {}),
        *_of_botfather(about),
    ]


async def _ask(
    session: aiohttp.ClientSession, settings: Settings, method: str
) -> tuple[Json, float | None]:
    """An answer, and how many seconds this machine is ahead of its Date."""
    url = f"{settings.telegram_api_url}/bot{settings.token}/{method}"
    async with session.get(url) as response:
        found = await response.json(content_type=None)
        date = response.headers.get("Date")
        if not isinstance(found, dict):
            raise TypeError(method)
        return found, time.time() - parsedate_to_datetime(date).timestamp() if date else None


def _refused(settings: Settings, answer: Json) -> Finding:
    if answer.get("error_code") in {401, 404}:
        mend = "Take the token that BotFather shows; an older one was revoked."
        return wrong("token", "Telegram does not know it", mend)
    mend = f"TELEGRAM_API_URL is {settings.telegram_api_url}; see whether a Bot API answers there."
    return wrong("Telegram", f"getMe was refused ({answer.get('error_code')})", mend)


def _clock(ahead: float | None) -> Finding:
    if ahead is None:
        return warning("clock", "Telegram's answer has no Date", "Look at the clock yourself.")
    found = f"{abs(ahead):.0f} s {'ahead of' if ahead > 0 else 'behind'} Telegram's"
    mend = "Let the machine set its clock by NTP: reminders leave by it."
    if abs(ahead) > TOO_LATE:
        return wrong("clock", found, mend)
    return warning("clock", found, mend) if abs(ahead) > LATE else ok("clock", "as Telegram's")


def _webhook(settings: Settings, hook: Json) -> list[Finding]:
    url, waiting = str(hook.get("url") or ""), int(hook.get("pending_update_count") or 0)
    found = []
    if settings.mode == "polling":
        if url:
            mend = "Another program may use this token; `dueto run` takes the webhook away."
            found.append(warning("webhook", f"MODE is polling, but one is set: {url}", mend))
        else:
            found.append(ok("webhook", "none, as MODE is polling"))
    elif url != settings.webhook_address:
        mend = "`dueto run` sets it; if it does not stay, another program uses this token."
        found.append(warning("webhook", f"{url or 'none'}, not {settings.webhook_address}", mend))
    else:
        found.append(ok("webhook", url))
    since = time.time() - int(hook.get("last_error_date") or 0)
    if url and hook.get("last_error_message") and since < RECENT:
        reason = f"{hook['last_error_message']} ({since / 60:.0f} minutes ago)"
        mend = "Telegram has to reach that address by HTTPS: look at the proxy and its certificate."
        found.append(wrong("delivery", reason, mend))
    mend = "Nobody takes them; start the bot, or look at its log."
    many = warning("updates", f"{waiting:,} wait", mend)
    found.append(many if waiting > MANY else ok("updates", f"{waiting} wait"))
    return found


def _of_botfather(about: Json) -> list[Finding]:
    reads = bool(about.get("can_read_all_group_messages"))
    private = "off: it reads all of a group" if reads else "on: commands, mentions, replies"
    found = [ok("privacy mode", private)]
    for name, what, missing, switch in SETTINGS:
        if about.get(name):
            found.append(ok(what, "on"))
        else:
            mend = f"If you want it, tell BotFather ({switch})."
            found.append(warning(what, f"off: {missing}", mend))
    return found
