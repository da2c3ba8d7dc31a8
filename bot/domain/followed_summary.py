"""What a chat follows, told once a day."""

from collections.abc import Iterable
from dataclasses import replace

from bot.domain.edition_stories import by_story, ids_of, most
from bot.domain.plans import Candidate, Edition, Orders, Recipient
from bot.domain.slots import Slot
from bot.domain.wanted import news


def summary(
    recipient: Recipient,
    candidates: Iterable[Candidate],
    slot: Slot,
    editions: Iterable[Edition],
    orders: Orders,
) -> Edition | None:
    """What is followed and came since the last, bar what these editions hold; none of nothing."""
    told = {id_ for edition in editions for id_ in edition.article_ids}
    stories = by_story(
        each for each in _followed(recipient, candidates, orders) if each.article_id not in told
    )
    if not stories:
        return None
    shown = stories[: most(recipient.chat)]
    return Edition(
        slot=slot.name,
        local_date=slot.local_date,
        stories=ids_of(shown),
        left_out=len(stories) - len(shown),
    )


def _followed(recipient: Recipient, candidates: Iterable[Candidate], orders: Orders) -> list[Candidate]:
    only = replace(recipient, chat=replace(recipient.chat, followed_only=True))
    return news(only, candidates, orders, sections=())


def passed_of_summary(
    recipient: Recipient, candidates: Iterable[Candidate], editions: Iterable[Edition]
) -> tuple[int, ...]:
    """What is followed and a summary left out: it is told of no other day."""
    shown = {id_ for edition in editions for id_ in edition.article_ids}
    every = _followed(recipient, candidates, Orders())
    return tuple(each.article_id for each in every if each.article_id not in shown)
