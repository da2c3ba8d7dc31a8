"""Updates that were confirmed before they were answered, in the store."""

from datetime import timedelta

from bot.store import Store
from tests.bot.library import NOON


async def test_what_is_answered_is_not_left(store: Store) -> None:
    await store.unanswered.put({8: "eight", 7: "seven"}, now=NOON)
    await store.unanswered.put({8: "eight", 9: "nine"}, now=NOON)
    await store.unanswered.drop([7])
    assert await store.unanswered.left(now=NOON) == ("eight", "nine")


async def test_what_is_a_day_old_is_answered_no_more(store: Store) -> None:
    await store.unanswered.put({7: "seven"}, now=NOON)
    await store.unanswered.put({8: "eight"}, now=NOON + timedelta(hours=1))
    tomorrow = NOON + timedelta(days=1)
    assert await store.unanswered.left(now=tomorrow) == ("eight",)
    await store.unanswered.forget_old(now=tomorrow)
    assert await store.unanswered.left(now=NOON) == ("eight",)
