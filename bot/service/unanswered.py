"""Updates that were confirmed and not answered: from the process that had them in hand to whoever leads."""

import asyncio
import json
import logging

from bot.botapi.updates import read_update
from bot.domain.errors import StoreError
from bot.service.parts import Parts

log = logging.getLogger(__name__)

LOOK_SECONDS = 5.0


async def put_back(parts: Parts) -> None:
    """What this process was to answer before it lost the lead is for whoever leads."""
    try:
        await parts.dependencies.store.unanswered.put_back()
    except StoreError as error:
        log.warning("updates that wait for an answer are not put back before this process ends: %s", error)


async def keep_taking_left(parts: Parts, *, beginning: bool) -> None:
    """Whoever leads looks again and again; still at its beginning until it could look."""
    while True:
        await asyncio.sleep(LOOK_SECONDS)
        beginning = not await take_left(parts, beginning=beginning) and beginning


async def take_left(parts: Parts, *, beginning: bool) -> bool:
    """What was confirmed and not answered when the process ended that had it in hand, or lost the lead.

    False where the database is away, of which others tell.
    """
    store, now = parts.dependencies.store, parts.dependencies.clock()
    try:
        left = await store.unanswered.take_over(beginning=beginning, now=now)
    except StoreError:
        return False
    updates = (read_update(json.loads(content), parts.bot) for content in left)
    parts.unconfirmed.take_again(update for update in updates if update is not None)
    return True
