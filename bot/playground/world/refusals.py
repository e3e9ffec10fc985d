"""The errors that Telegram answers instead of a result.

The descriptions are Telegram's own: from the sources of its Bot API server and of TDLib, and from
reports about the real service. A bot tells refusals apart by them, so they are part of the
interface like the names of the methods.
"""

from typing import Any

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are "
    "exactly the same as a current content and reply markup of the message"
)
OLD_QUERY = "Bad Request: query is too old and response timeout expired or query ID is invalid"
OTHER_POLL = (
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is "
    "running"
)
WEBHOOK_ACTIVE = (
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete "
    "the webhook first"
)
UPGRADED = "Bad Request: group chat was upgraded to a supergroup chat"


class Refusal(Exception):
    """An answer with `ok: false`.

    `code` is the HTTP status and `error_code`, `description` Telegram's sentence, `parameters`
    what a program can act on (`retry_after` in seconds, `migrate_to_chat_id`).
    """

    def __init__(
        self, code: int, description: str, parameters: dict[str, Any] | None = None
    ) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description
        self.parameters = parameters or {}

    def body(self) -> dict[str, Any]:
        """The JSON object of the HTTP answer."""
        body: dict[str, Any] = {
            "ok": False,
            "error_code": self.code,
            "description": self.description,
        }
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(words: str) -> Refusal:
    """400 with "Bad Request: " before `words`."""
    return Refusal(400, f"Bad Request: {words}")


def forbidden(words: str) -> Refusal:
    """403 with "Forbidden: " before `words`."""
    return Refusal(403, f"Forbidden: {words}")


def conflict(description: str) -> Refusal:
    """409 with this description."""
    return Refusal(409, description)


def too_many_requests(retry_after: int) -> Refusal:
    """429; `retry_after` in whole seconds."""
    return Refusal(
        429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after}
    )


def upgraded(new_chat_id: int) -> Refusal:
    """400 of a group that has become the supergroup `new_chat_id`."""
    return Refusal(400, UPGRADED, {"migrate_to_chat_id": new_chat_id})
