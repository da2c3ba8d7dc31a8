"""What is removed once a day, and what is given back after an import."""

import asyncio
from contextlib import suppress
from datetime import datetime, timedelta

from bot.config.memory import give_back
from bot.domain.errors import StoreError
from bot.store import Store
from summaries.names import forget_names

REST = 60.0  # seconds after an import: readers are told of it by then
WORDS_KEPT = timedelta(days=3)  # of deliveries: the store has the articles


async def keep_house(store: Store, *, keep_days: int, now: datetime) -> None:
    """Removes what is older than `keep_days`; 0 keeps all. The words of what was sent are kept three days."""
    await store.outbox.empty_older(now - WORDS_KEPT)
    await store.arrivals.forget_old(now=now)
    await store.unanswered.forget_old(now=now)
    await store.questions.forget_old(now=now)
    if keep_days:
        before = now - timedelta(days=keep_days)
        await store.articles.remove_older(before)
        await store.entries.forget_unlisted(before)
        await store.outbox.remove_older(before)
    await store.database.measure()


async def after_import(store: Store, *, pause: float) -> None:
    """Gives back what many files that were read at once leave, after the pause: buffers, circles, caches.

    Fifteen hundred took the process from 123 to 149 MB, and there it stayed.
    """
    await asyncio.sleep(pause)
    forget_names()
    with suppress(StoreError):  # a database that is away is told of elsewhere
        await store.database.shrink()
    await asyncio.to_thread(give_back)
