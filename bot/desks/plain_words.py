"""Gathers what plain words may mean: their wishes, and what the store knows of their names and words."""

from collections.abc import Callable
from datetime import datetime

from bot.domain.meanings import Meaning, Told, meanings
from bot.domain.plain_words import Vocabulary, asked, wishes, words_in
from bot.store import Store

_WISHES = 3  # of one message are looked into


class PlainWordsDesk:
    """Reads what people write without a command."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store = store
        self._clock = clock

    async def meanings(
        self, text: str, vocabulary: Vocabulary, *, order: str | None = None
    ) -> tuple[Meaning, ...]:
        """What the text may mean, the likeliest first; `order` is what it orders in hours and days."""
        words = words_in(text)
        told = wishes(words, vocabulary)[:_WISHES]
        line = asked(words, vocabulary)
        parts = [[asked(part, vocabulary) for part in wish.about] for wish in told]
        together = [asked((word for part in wish.about for word in part), vocabulary) for wish in told]
        wanted = list(dict.fromkeys((line, *together, *(part for each in parts for part in each))))
        known = dict(zip(wanted, await self._store.asked.known(wanted, now=self._clock()), strict=True))
        return meanings(
            [
                Told(wish=wish, parts=tuple(known[part] for part in each), all=known[every])
                for wish, each, every in zip(told, parts, together, strict=True)
            ],
            known[line],
            order=order,
        )
