"""When a source is visited next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise
from statistics import median
from typing import Final

from bot.config.settings import Settings

_RECENT: Final = 10  # entries that tell how often there is news
_UNKNOWN: Final = timedelta(minutes=30)  # pace of a source whose entries bear no dates
_JITTER: Final = 0.1  # of the pause, or all that are added together come together for ever


@dataclass(frozen=True, slots=True, kw_only=True)
class PauseBounds:
    """The bounds of a pause between two visits that follow the news."""

    shortest: timedelta
    longest: timedelta

    @classmethod
    def of(cls, settings: Settings) -> "PauseBounds":
        """Those that are set."""
        shortest, longest = settings.fetch_shortest, settings.fetch_longest
        return cls(shortest=timedelta(seconds=shortest), longest=timedelta(seconds=longest))


def pause_of(dates: Sequence[datetime], *, bounds: PauseBounds, now: datetime) -> timedelta:
    """The pause by how often there is news: half of what lies between two, or of how long there was none.

    `dates` are those that the entries tell, in any order.
    """
    recent = sorted((date for date in dates if date <= now), reverse=True)[:_RECENT]
    if not recent:
        return max(bounds.shortest, min(_UNKNOWN, bounds.longest))
    between = [(later - sooner).total_seconds() for later, sooner in pairwise(recent)]
    quiet = max(timedelta(seconds=median(between or [0])), now - recent[0])
    return max(bounds.shortest, min(quiet / 2, bounds.longest))


def next_visit(*, now: datetime, paused: timedelta, asked: Sequence[timedelta], chance: float) -> datetime:
    """When to come again: after the pause by the news, and no sooner than feed and server ask.

    `chance` in [0, 1) spreads visits of one moment.
    """
    pause = max(paused, *asked)
    return now + pause * (1 + _JITTER * chance)
