"""What a visit makes of its source: when it comes next, what ails it, where it has moved."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.sources import SourceState, Trouble
from bot.newsroom.sources.fetching import Validators
from bot.newsroom.sources.next_visit import PauseBounds, next_visit, pause_of
from bot.store.sources.visits import VisitState

_AILS_AFTER: Final = timedelta(days=1)
_MOVED_AFTER: Final = timedelta(days=2)  # of the same redirect at every visit: a maintenance ends sooner
_ALL_ANEW_AFTER: Final = timedelta(days=1)  # some servers say for ever that nothing is new


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """When a visit ended, how long pauses may be, and a number in [0, 1) that spreads the next ones."""

    now: datetime
    bounds: PauseBounds
    chance: float


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatCame:
    """All of a feed that came: what says next time whether it is the same, and what it says of itself."""

    validators: Validators
    body: str  # stands for the bytes
    title: str | None = None  # None where the bytes are known
    site: str | None = None
    least_pause: timedelta | None = None


def validators_for(state: VisitState, *, now: datetime) -> Validators:
    """What to send along so that the server may say that nothing is new."""
    if state.read_at is None or not timedelta() <= now - state.read_at < _ALL_ANEW_AFTER:
        return Validators()
    return Validators(state.etag, state.last_modified)


def after_success(
    state: VisitState,
    *,
    dates: Sequence[datetime],
    asked: timedelta,
    moved_to: str | None,
    came: WhatCame | None,
    at: Circumstances,
) -> VisitState:
    """After an answer from a feed; `dates` of its news, `asked`: the server's least pause until the next."""
    if came is not None:
        state = _with(state, came, at.now)
    state = _moved(state, moved_to, at.now)
    pauses = [asked, timedelta(seconds=state.least_pause)]
    paused = pause_of(dates, bounds=at.bounds, now=at.now)
    return replace(
        state,
        state=SourceState.ACTIVE,
        reason=None,
        trouble=state.trouble if state.trouble is Trouble.MOVED else None,
        failures=0,
        failing_since=None,
        visited_at=at.now,
        succeeded_at=at.now,
        next_visit=next_visit(now=at.now, paused=paused, asked=pauses, chance=at.chance),
    )


def after_failure(
    state: VisitState,
    fact: str,
    *,
    asked: timedelta = timedelta(),
    befell: Trouble = Trouble.FAILING,
    at: Circumstances,
) -> VisitState:
    """After a visit that brought nothing: ever longer pauses.

    `befell` is what editors are told of: of another feed there at once, of the rest after a day.
    """
    since = state.failing_since or at.now
    ails = at.now - since >= _AILS_AFTER
    stands = state.state
    if befell is Trouble.REPLACED:
        stands = SourceState.REPLACED
    elif ails and stands is SourceState.ACTIVE:
        stands = SourceState.AILING
    paused = min(at.bounds.shortest * 2 ** min(state.failures, 20), at.bounds.longest)
    return replace(
        state,
        state=stands,
        reason=fact,
        trouble=state.trouble if stands is state.state else befell,
        failures=state.failures + 1,
        failing_since=since,
        visited_at=at.now,
        next_visit=next_visit(now=at.now, paused=paused, asked=[asked], chance=at.chance),
    )


def after_end(state: VisitState, fact: str, *, at: Circumstances) -> VisitState:
    """After the server said that the feed is gone for good."""
    return replace(
        after_failure(state, fact, at=at), state=SourceState.GONE, reason=fact, trouble=Trouble.GONE
    )


def _with(state: VisitState, came: WhatCame, now: datetime) -> VisitState:
    etag, last_modified = came.validators
    state = replace(state, etag=etag, last_modified=last_modified, read_at=now, body=came.body)
    if came.title is None:
        return state
    pause = int((came.least_pause or timedelta()).total_seconds())
    return replace(state, title=came.title or state.title, site=came.site or state.site, least_pause=pause)


def _moved(state: VisitState, moved_to: str | None, now: datetime) -> VisitState:
    """A redirect for good is believed once it was the same for days."""
    if moved_to is None or moved_to == state.address:
        return replace(state, moved_to=None, moved_since=None)
    if moved_to != state.moved_to or state.moved_since is None:
        return replace(state, moved_to=moved_to, moved_since=now)
    if now - state.moved_since < _MOVED_AFTER:
        return state
    return replace(state, address=moved_to, moved_to=None, moved_since=None, trouble=Trouble.MOVED)
