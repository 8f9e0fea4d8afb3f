"""Methods that bring updates to the bot."""

from __future__ import annotations

import re

from .errors import Json, Violation
from .kinds import Kind, boolean, file, integer, list_of, one_of, text
from .method import Arguments, Method
from .updates import UPDATE_TYPES
from .world import World

MOST_UPDATES = 100
_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")


def get_updates(world: World, args: Arguments) -> list[Json]:
    """The next updates; those before the offset were forgotten when the call came."""
    if not 1 <= args.get("limit", MOST_UPDATES) <= MOST_UPDATES:
        raise Violation(f"limit must be 1-{MOST_UPDATES}")
    if "allowed_updates" in args:
        world.updates.allow(args["allowed_updates"])
    return world.updates.from_offset(args.get("offset", 0))[: args.get("limit", MOST_UPDATES)]


def set_webhook(world: World, args: Arguments) -> bool:
    """Have updates sent to a URL; an empty one goes back to polling."""
    url: str = args.get("url", "")
    if url and not url.startswith("https://"):
        raise Violation("bad webhook: An HTTPS URL must be provided for webhook")
    if not _SECRET.fullmatch(args.get("secret_token", "none")):
        raise Violation("secret token contains unallowed characters")
    if "allowed_updates" in args:
        world.updates.allow(args["allowed_updates"])
    return _change_webhook(world, url, args)


def delete_webhook(world: World, args: Arguments) -> bool:
    """Go back to polling."""
    return _change_webhook(world, "", args)


def get_webhook_info(world: World, args: Arguments) -> Json:
    """Where updates go."""
    del args
    queue = world.updates
    about = {"url": queue.webhook_url, "has_custom_certificate": False}
    return {**about, "pending_update_count": len(queue.pending)}


def _change_webhook(world: World, url: str, args: Arguments) -> bool:
    world.updates.set_webhook(url)
    if args.get("drop_pending_updates"):
        world.updates.take_all()
    return True


_ALLOWED: dict[str, Kind] = {"allowed_updates": list_of(one_of(*UPDATE_TYPES))}

METHODS = {
    "getUpdates": Method(
        get_updates, {}, {"offset": integer, "limit": integer, "timeout": integer, **_ALLOWED}
    ),
    "setWebhook": Method(
        set_webhook,
        {},
        {
            "url": text,
            "certificate": file,
            "ip_address": text,
            "max_connections": integer,
            "drop_pending_updates": boolean,
            "secret_token": text,
            **_ALLOWED,
        },
    ),
    "deleteWebhook": Method(delete_webhook, {}, {"drop_pending_updates": boolean}),
    "getWebhookInfo": Method(get_webhook_info),
}
