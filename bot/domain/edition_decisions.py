"""What goes to whom, and when: pure choices. Every moment is an argument, aware, in UTC.

A slot that is late by six hours is not sent by itself: what it would have held is still unseen, and comes
with the next.
"""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import chain
from zoneinfo import ZoneInfo

from bot.domain.chats import Chat, ChatState
from bot.domain.crowds import AT_ONCE, GATHERED, Crowd, crowds, is_import
from bot.domain.layouts import Layout, place
from bot.domain.next_edition import Listed
from bot.domain.plans import Arrival, Candidate, Edition, Orders, Plan, Recipient, Schedule
from bot.domain.roundups import MOST_LISTED
from bot.domain.sections import chosen_at, has_its_own
from bot.domain.slots import HELD, Slot, last_slots, next_slot, rests_until, slots
from bot.domain.wanted import counts, is_wanted_at_once, may_tell, news

LATE = timedelta(hours=6)
# An article may be filed a moment before the choice and be seen a moment after.
OVERLAP = timedelta(minutes=1)


def decide(
    recipient: Recipient,
    candidates: Sequence[Candidate],
    *,
    zone: ZoneInfo,
    now: datetime,
    orders: Orders | None = None,
    added: Sequence[Candidate] = (),
    earlier: Sequence[Arrival] = (),
    waiting: Sequence[Arrival] = (),
) -> Plan:
    """What this chat gets now: an edition if a slot is due, news that it wants at once, or nothing.

    `added` are articles that an editor put into the next edition, `earlier` are public articles that are too
    many to be candidates, `waiting` those still to be read.
    """
    chat, orders = recipient.chat, orders or Orders()
    if not _wants(chat):
        return Plan(chat_id=chat.id, schedule=Schedule(decided_until=None, next_due=None))
    if (rests := rests_until(chat, zone=zone, now=now)) is not None:
        return Plan(chat_id=chat.id, schedule=Schedule(decided_until=None, next_due=rests))
    held = orders.held_until if orders.held_until and orders.held_until > now else None
    decided = min(chat.decided_until or now, now)  # a clock that was ahead must not silence a chat
    slots_due = () if held else slots(chat, zone=zone, after=max(decided, now - LATE), until=now)
    due, weeks, summaries = ([each for each in slots_due if each.holds == what] for what in HELD)
    layout = _layout_for(recipient, orders, now)
    dropped = bool(due) and layout.dropped
    edition = _scheduled(recipient, (*candidates, *added), due[-1], orders, layout) if due else None
    at_once = () if due and not chat.each_new else candidates
    fresh = _AtOnce.of(recipient, at_once, earlier, waiting)
    told, gathering = ((), None) if due else _told_now(fresh, now=now)
    editions = (edition,) if edition else _pushes(recipient, told, fresh)
    overflow = any(each.left_out or each.came for each in editions)
    each_new_from = fresh.told_until(now=now) if overflow and chat.each_new else None
    passed = (
        _passed(recipient, candidates, editions, after=each_new_from or now - OVERLAP) if overflow else ()
    )
    if due:
        passed = (*passed, *_passed_of_section(recipient, candidates, edition, due[-1], orders))
    summary = _summary(recipient, candidates, summaries[-1], editions, orders) if summaries else None
    if summary is not None:
        passed = (*passed, *_passed_followed(recipient, candidates, (*editions, summary)))
    following = next_slot(chat, zone=zone, after=now)
    wakes = [moment for moment in (held, gathering, following.due if following else None) if moment]
    return Plan(
        chat_id=chat.id,
        editions=(*editions, *((summary,) if summary else ()), *map(_week, weeks[-1:])),
        passed=tuple(dict.fromkeys(passed)),
        seen_from=_seen_from(chat, zone=zone, now=now) if due and not dropped else None,
        each_new_from=each_new_from,
        laid_out=layout.number or None if due else None,
        schedule=Schedule(decided_until=None if held else now, next_due=min(wakes, default=None)),
    )


def send_now(
    recipient: Recipient,
    candidates: Sequence[Candidate],
    *,
    zone: ZoneInfo,
    now: datetime,
    orders: Orders | None = None,
    added: Sequence[Candidate] = (),
) -> Plan | None:
    """The next edition before its hour; None when the chat gets none, nothing is new, or it is dropped.

    Its name is its lead's, so that two editors who press at once push one edition; what it holds is seen,
    so that the scheduled one beside it does not hold it again.
    """
    chat = recipient.chat
    if not _wants(chat) or not chat.hours:
        return None
    orders = orders or Orders()
    layout = _layout_for(recipient, orders, now)
    following = next_slot(replace(chat, weekly=False, followed_at=None), zone=zone, after=now)
    sections = chosen_at(chat, following.at if following else None)
    stories = _laid_out(recipient, (*candidates, *added), orders, layout, sections)
    if not stories or layout.dropped:
        return None
    edition = replace(_named_for_lead(recipient, stories), line=layout.line)
    return Plan(
        chat_id=chat.id,
        editions=(edition,),
        not_before=rests_until(chat, zone=zone, now=now),
        passed=_passed(recipient, candidates, (edition,), after=now - OVERLAP) if edition.left_out else (),
        seen_from=_seen_from(chat, zone=zone, now=now),
        laid_out=layout.number or None,
    )


def push_article(recipient: Recipient, candidate: Candidate, *, zone: ZoneInfo, now: datetime) -> Plan | None:
    """One article now, to a subscriber who has not seen it and mutes nothing in it."""
    chat = recipient.chat
    if not _wants(chat) or not may_tell(recipient, candidate):
        return None
    return Plan(
        chat_id=chat.id,
        editions=(_named_for_lead(recipient, ((candidate,),)),),
        not_before=rests_until(chat, zone=zone, now=now),
    )


def _wants(chat: Chat) -> bool:
    return chat.subscribed and chat.state is ChatState.ACTIVE


def _layout_for(recipient: Recipient, orders: Orders, now: datetime) -> Layout:
    """That of the chat's next edition; a plain one where its last was laid out by it."""
    return orders.layout if orders.layout.counts(had=recipient.laid_out, now=now) else Layout()


def _laid_out(
    recipient: Recipient,
    candidates: Sequence[Candidate],
    orders: Orders,
    layout: Layout,
    sections: Collection[str],
) -> tuple[tuple[Candidate, ...], ...]:
    """The stories of these sections that are news to the chat, as editors laid them out."""
    found = news(recipient, candidates, orders, sections=sections, added=layout.added)
    return _arranged(_stories(found), layout)


def _arranged(
    stories: tuple[tuple[Candidate, ...], ...], layout: Layout
) -> tuple[tuple[Candidate, ...], ...]:
    if not (layout.first or layout.out):
        return stories
    placed = ((place((each.article_id for each in story), layout), story) for story in stories)
    kept = [(at, story) for at, story in placed if at is not None]
    return tuple(story for _, story in sorted(kept, key=lambda each: each[0]))


def of_all_chats(
    plans: Iterable[tuple[Plan, int]], candidates: Iterable[Candidate], *, layout: Layout
) -> tuple[Listed, ...]:
    """The stories of these plans, in the order of an edition of all; so many chats have each plan."""
    chats = Counter[int]()
    for plan, count in plans:
        chats.update({id_: count for edition in plan.editions for id_ in edition.article_ids})
    told = {each.article_id: each for each in candidates if each.article_id in chats}
    return tuple(
        Listed(articles=ids, chats=max(chats[id_] for id_ in ids))
        for ids in _ids(_arranged(_stories(told.values()), layout))
    )


def alike(recipient: Recipient) -> Hashable:
    """What the stories of its next edition hang on: they are the same for all of whom this is the same."""
    chat = recipient.chat
    return (
        (chat.subscribed, chat.state, bool(chat.hours), chat.followed_only, chat.each_new, _most(chat)),
        (chat.seen_from, recipient.seen, recipient.muted, recipient.each_new_from),
        (frozenset(recipient.concerns), recipient.laid_out),
        (chat.sections, chat.hour_sections, chat.hours if chat.hour_sections else ()),
    )


def clock_of(chat: Chat) -> Hashable:
    """What the hours of its editions hang on: they are the same for all of whom this is the same."""
    return chat.hours, chat.days, chat.timezone, chat.quiet


def _scheduled(
    recipient: Recipient, candidates: Sequence[Candidate], slot: Slot, orders: Orders, layout: Layout
) -> Edition | None:
    stories = _laid_out(recipient, candidates, orders, layout, chosen_at(recipient.chat, slot.at))
    if layout.dropped or not (stories or recipient.chat.say_nothing_new):
        return None
    shown = stories[: _most(recipient.chat)]
    return Edition(
        slot=slot.name,
        local_date=slot.local_date,
        stories=_ids(shown),
        because=_reasons(recipient, shown) if recipient.chat.followed_only else (),
        left_out=len(stories) - len(shown),
        line=layout.line if shown else None,
    )


def _summary(
    recipient: Recipient,
    candidates: Iterable[Candidate],
    slot: Slot,
    editions: Iterable[Edition],
    orders: Orders,
) -> Edition | None:
    """What is followed and came since the last, bar what these editions hold; none of nothing."""
    told = {id_ for edition in editions for id_ in edition.article_ids}
    stories = _stories(
        each for each in _followed(recipient, candidates, orders) if each.article_id not in told
    )
    if not stories:
        return None
    shown = stories[: _most(recipient.chat)]
    return Edition(
        slot=slot.name,
        local_date=slot.local_date,
        stories=_ids(shown),
        left_out=len(stories) - len(shown),
    )


def _followed(recipient: Recipient, candidates: Iterable[Candidate], orders: Orders) -> list[Candidate]:
    only = replace(recipient, chat=replace(recipient.chat, followed_only=True))
    return news(only, candidates, orders, sections=())


def _passed_followed(
    recipient: Recipient, candidates: Iterable[Candidate], editions: Iterable[Edition]
) -> tuple[int, ...]:
    """What is followed and a summary left out: it is told of no other day."""
    shown = {id_ for edition in editions for id_ in edition.article_ids}
    every = _followed(recipient, candidates, Orders())
    return tuple(each.article_id for each in every if each.article_id not in shown)


def _passed_of_section(
    recipient: Recipient,
    candidates: Iterable[Candidate],
    edition: Edition | None,
    slot: Slot,
    orders: Orders,
) -> tuple[int, ...]:
    """What an edition left out, where others of the chat have sections of their own.

    There no moment tells what was news before: that which another edition is to hold is so still.
    """
    if edition is None or not has_its_own(recipient.chat):
        return ()
    sections = chosen_at(recipient.chat, slot.at)
    every = news(recipient, candidates, orders, sections=sections)
    return tuple(each.article_id for each in every if each.article_id not in edition.article_ids)


def _seen_from(chat: Chat, *, zone: ZoneInfo, now: datetime) -> datetime:
    """Up to when all was news and is no more: to each edition, where these have sections of their own."""
    if not has_its_own(chat):
        return now - OVERLAP
    earlier = last_slots(chat, zone=zone, before=now)
    return (
        max(chat.seen_from, min((now, *earlier)) - OVERLAP)
        if len(earlier) == len(chat.hours)
        else chat.seen_from
    )


def _week(slot: Slot) -> Edition:
    """The week at this slot. It has no news to be told once: its stories are found when it is made."""
    return Edition(slot=slot.name, local_date=slot.local_date, stories=())


def _most(chat: Chat) -> int:
    """How many stories it is told of at once: a list holds no more than so many."""
    return chat.stories if chat.whole_stories else min(chat.stories, MOST_LISTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class _AtOnce:
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
    ) -> "_AtOnce":
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


def _told_now(news: _AtOnce, *, now: datetime) -> tuple[Sequence[Candidate], datetime | None]:
    """What is told of now, and until when the rest is waited for. What is in no crowd does not wait for one.

    One crowd that is over brings the others, too: what counts as told is one moment for all of them.
    """
    if not news.crowds or any(each.until <= now for each in news.crowds):
        return news.wanted, None
    until = min(each.until for each in news.crowds)
    if any(each.is_being_read for each in news.crowds):
        until = min(until, now + GATHERED)  # what is read last may be no article: nothing else tells
    alone = [each for each in news.wanted if not any(one.holds(each.came_at) for one in news.crowds)]
    return (alone if len(_stories(alone)) <= AT_ONCE else ()), until


def _pushes(recipient: Recipient, told: Sequence[Candidate], news: _AtOnce) -> tuple[Edition, ...]:
    """What a chat wants at once: each by itself, or together when there are many."""
    stories = _stories(told)
    if len(told) == len(news.wanted) and is_import(news.untold):
        leads = tuple((story[0],) for story in stories)
        more = any(each.is_being_read for each in news.crowds)
        came = sum(each.count for each in news.untold)
        return (replace(_named_for_lead(recipient, leads), came=came, more=more),)
    if len(stories) > AT_ONCE:
        return (_named_for_lead(recipient, stories),)
    return tuple(_named_for_lead(recipient, (story,)) for story in reversed(stories))  # the newest last


def _arrival(each: Candidate) -> Arrival:
    return Arrival(came_at=each.came_at, public_since=each.public_at, public_until=each.public_at)


def _passed(
    recipient: Recipient, candidates: Iterable[Candidate], editions: Iterable[Edition], *, after: datetime
) -> tuple[int, ...]:
    """What was left out and would come at once by itself, were it not passed."""
    shown = {id_ for edition in editions for story in edition.stories for id_ in story}
    return tuple(
        each.article_id
        for each in candidates
        if each.article_id not in shown
        and is_wanted_at_once(recipient, each)
        and (each.article_id in recipient.concerns or each.came_at > after)
    )


def _stories(candidates: Iterable[Candidate]) -> tuple[tuple[Candidate, ...], ...]:
    """Grouped by story, the newest story first and the newest article in front of its story."""
    ordered = sorted(candidates, key=lambda each: (each.dated_at, each.article_id))
    grouped: dict[int, list[Candidate]] = {}
    for each in reversed(ordered):
        grouped.setdefault(each.story_id, []).append(each)
    return tuple(tuple(group) for group in grouped.values())


def _named_for_lead(recipient: Recipient, stories: tuple[tuple[Candidate, ...], ...]) -> Edition:
    lead = stories[0][0]
    shown = stories[: _most(recipient.chat)]
    return Edition(
        slot=f"push:{lead.article_id}",
        local_date=lead.public_at.astimezone(UTC).date(),  # the same whoever pushes it, and whenever
        stories=_ids(shown),
        because=_reasons(recipient, shown),
        left_out=len(stories) - len(shown),
    )


def _ids(stories: Iterable[tuple[Candidate, ...]]) -> tuple[tuple[int, ...], ...]:
    return tuple(tuple(each.article_id for each in story) for story in stories)


def _reasons(recipient: Recipient, stories: Iterable[tuple[Candidate, ...]]) -> tuple[str, ...]:
    found = [
        words for story in stories for each in story for words in recipient.concerns.get(each.article_id, ())
    ]
    return tuple(dict.fromkeys(found))
