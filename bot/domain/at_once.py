"""What a chat wants at once: told of as it came, or together where much came together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import chain

from bot.domain.crowds import AT_ONCE, GATHERED, Crowd, crowds, is_import
from bot.domain.edition_stories import by_story, named_for_lead
from bot.domain.plans import Arrival, Candidate, Edition, Recipient
from bot.domain.wanted import counts, is_wanted_at_once

# An article may be filed a moment before the choice and be seen a moment after.
OVERLAP = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AtOnce:
    """What a chat wants at once, as it came."""

    wanted: Sequence[Candidate]
    untold: Sequence[Arrival]  # the wanted ones, and those too many to be candidates
    crowds: Sequence[Crowd]
    earlier_until: datetime | None = None  # the last of those too many came

    @classmethod
    def of(
        cls,
        recipient: Recipient,
        candidates: Iterable[Candidate],
        earlier: Iterable[Arrival],
        waiting: Iterable[Arrival],
    ) -> "AtOnce":
        """Of what waits to be read nobody knows yet whom it concerns: it counts where each is wanted."""
        wanted = [each for each in candidates if is_wanted_at_once(recipient, each)]
        if not wanted:
            return cls(wanted=(), untold=(), crowds=())
        ids = {each.article_id for each in wanted}
        each_new_from = recipient.each_new_from if recipient.chat.each_new else None
        before = [each for each in earlier if each_new_from and each.came_at > each_new_from]
        untold = [*before, *map(_arrival, wanted)]
        told = [
            _arrival(each) for each in candidates if each.article_id not in ids and counts(recipient, each)
        ]
        return cls(
            wanted=wanted,
            untold=untold,
            crowds=crowds(untold=untold, told=told, waiting=waiting),
            earlier_until=max((each.came_at for each in before), default=None),
        )

    def told_until(self, *, now: datetime) -> datetime | None:
        """Up to when all that came counts as told, also what is still to be read of these crowds.

        Never before what is too many to be candidates: nothing but this moment marks that as told.
        """
        moments = chain((each.came_at for each in self.untold), (each.last for each in self.crowds))
        last = max(moments, default=None)
        if last is None:
            return None
        until = min(last + GATHERED, now - OVERLAP)
        return max(until, self.earlier_until) if self.earlier_until else until


def told_now(news: AtOnce, *, now: datetime) -> tuple[Sequence[Candidate], datetime | None]:
    """What is told of now, and until when the rest is waited for. What is in no crowd does not wait for one.

    One crowd that is over brings the others, too: what counts as told is one moment for all of them.
    """
    if not news.crowds or any(each.until <= now for each in news.crowds):
        return news.wanted, None
    until = min(each.until for each in news.crowds)
    if any(each.is_being_read for each in news.crowds):
        until = min(until, now + GATHERED)  # what is read last may be no article: nothing else tells
    alone = [each for each in news.wanted if not any(one.holds(each.came_at) for one in news.crowds)]
    return (alone if len(by_story(alone)) <= AT_ONCE else ()), until


def pushes(recipient: Recipient, told: Sequence[Candidate], news: AtOnce) -> tuple[Edition, ...]:
    """What a chat wants at once: each by itself, or together when there are many."""
    stories = by_story(told)
    if len(told) == len(news.wanted) and is_import(news.untold):
        leads = tuple((story[0],) for story in stories)
        more = any(each.is_being_read for each in news.crowds)
        came = sum(each.count for each in news.untold)
        return (replace(named_for_lead(recipient, leads), came=came, more=more),)
    if len(stories) > AT_ONCE:
        return (named_for_lead(recipient, stories),)
    return tuple(named_for_lead(recipient, (story,)) for story in reversed(stories))  # the newest last


def _arrival(each: Candidate) -> Arrival:
    return Arrival(came_at=each.came_at, public_since=each.public_at, public_until=each.public_at)
