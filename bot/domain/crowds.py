"""Articles that come in a crowd, as an import does: which are one, and until when they are waited for.

An article counts by when it came, not by when it was read. So a folder that takes hours to be read is one
crowd, and what comes meanwhile is none of it: it is told of by itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from bot.domain.plans import Arrival

AT_ONCE = 3  # new articles that come each by itself; more at once come as one edition
GATHERED = timedelta(seconds=20)  # what comes so soon after another is of its crowd
IN_A_CROWD = timedelta(minutes=1)  # told ones so long before count, too: a crowd may have begun with them
LONGEST_WAIT = timedelta(minutes=30)  # of the first of a crowd that is public; some 10,000 are read by then
LISTED = 20  # articles; more that came in a crowd are an import, and one message lists the newest


@dataclass(frozen=True, slots=True, kw_only=True)
class Crowd:
    """More than three that came less than twenty seconds apart, of which some are news to a chat."""

    first: datetime  # came
    last: datetime
    until: datetime  # it is waited for
    is_being_read: bool  # more of it will be public

    def holds(self, came_at: datetime) -> bool:
        """Whether what came at that moment is of it."""
        return self.first <= came_at <= self.last


def crowds(
    *, untold: Sequence[Arrival], told: Iterable[Arrival], waiting: Iterable[Arrival]
) -> tuple[Crowd, ...]:
    """The crowds among what a chat was told of, was not told of, and what waits to be read, in order.

    One is waited for until twenty seconds after its last became public, and while more of it is read, at most
    half an hour from its first that is public and untold.
    """
    if not untold:
        return ()
    begin = min(each.came_at for each in untold) - IN_A_CROWD
    recent = [each for each in chain(untold, told, waiting) if each.came_at >= begin]
    news = frozenset(map(id, untold))
    found = []
    for run in _runs(sorted(recent, key=lambda each: each.came_at)):
        fresh = [each for each in run if id(each) in news]
        if fresh and sum(each.count for each in run) > AT_ONCE:
            found.append(_crowd(run, fresh))
    return tuple(found)


def is_import(untold: Sequence[Arrival]) -> bool:
    """Whether it came in a crowd; as much that came in a night of quiet hours did not."""
    count, moments = sum(each.count for each in untold), [each.came_at for each in untold]
    return count > LISTED and max(moments) - min(moments) <= GATHERED * count


def _runs(ordered: Iterable[Arrival]) -> Iterator[list[Arrival]]:
    run: list[Arrival] = []
    for each in ordered:
        if run and each.came_at - run[-1].came_at > GATHERED:
            yield run
            run = []
        run.append(each)
    if run:
        yield run


def _crowd(run: Sequence[Arrival], fresh: Sequence[Arrival]) -> Crowd:
    longest = min(each.public_since for each in fresh if each.public_since) + LONGEST_WAIT
    is_being_read = any(each.public_since is None for each in run)
    settled = max(each.public_until for each in fresh if each.public_until) + GATHERED
    return Crowd(
        first=run[0].came_at,
        last=run[-1].came_at,
        until=longest if is_being_read else min(settled, longest),
        is_being_read=is_being_read,
    )
