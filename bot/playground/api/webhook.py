"""The Bot API methods of the webhook; `delivery.py` posts the updates to it."""

import re
from dataclasses import dataclass

from bot.playground.api.parameters import Parameters
from bot.playground.world import Json, World
from bot.playground.world.refusals import bad_request

_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_TERMINATED = "Conflict: terminated by setWebhook request"


@dataclass(slots=True)
class Webhook:
    """Where updates go instead of getUpdates; an empty `url` means that there is no webhook."""

    url: str = ""
    secret: str = ""
    max_connections: int = 40
    last_error: tuple[int, str] | None = None  # Unix seconds and the reason


def set_webhook(webhook: Webhook, world: World, parameters: Parameters) -> bool:
    """setWebhook: plain http is allowed, as on a local Bot API server"""
    url, secret = parameters.text("url"), parameters.text("secret_token")
    if url and not url.startswith(("http://", "https://")):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if secret and not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if isinstance(allowed := parameters.json("allowed_updates"), list):
        world.updates.allow([str(kind) for kind in allowed])
    if parameters.flag("drop_pending_updates"):
        world.updates.clear()
    webhook.url, webhook.secret, webhook.last_error = url, secret, None
    webhook.max_connections = min(max(parameters.integer("max_connections", 40), 1), 100)
    if url:
        world.updates.end_poll(_TERMINATED)
    world.changed.notify()
    return True


def delete_webhook(webhook: Webhook, world: World, parameters: Parameters) -> bool:
    """deleteWebhook"""
    if parameters.flag("drop_pending_updates"):
        world.updates.clear()
    webhook.url, webhook.secret, webhook.last_error = "", "", None
    world.changed.notify()
    return True


def webhook_info(webhook: Webhook, world: World) -> Json:
    """getWebhookInfo: the WebhookInfo"""
    info: Json = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(world.updates),
    }
    if webhook.url:
        info["max_connections"] = webhook.max_connections
    if webhook.last_error is not None:
        info["last_error_date"], info["last_error_message"] = webhook.last_error
    if world.updates.allowed is not None:
        info["allowed_updates"] = list(world.updates.allowed)
    return info
