"""What is removed once a day."""

from datetime import datetime, timedelta

from bot.store import Store

WORDS_KEPT = timedelta(days=3)  # of deliveries: the store has the articles


async def keep_house(store: Store, *, keep_days: int, now: datetime) -> None:
    """Removes what is older than `keep_days`; 0 keeps all. The words of what was sent are kept three days."""
    await store.outbox.empty_older(now - WORDS_KEPT)
    await store.arrivals.forget_old(now=now)
    await store.unanswered.forget_old(now=now)
    if keep_days:
        before = now - timedelta(days=keep_days)
        await store.articles.remove_older(before)
        await store.entries.forget_unlisted(before)
        await store.outbox.remove_older(before)
    await store.database.measure()
