"""What goes to whom, and when: pure choices. Every moment is an argument, aware, in UTC.

A slot that is late by six hours is not sent by itself: what it would have held is still unseen, and comes
with the next.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.at_once import OVERLAP, AtOnce, pushes, told_now
from bot.domain.chats import Chat, ChatState
from bot.domain.edition_stories import by_story, ids_of, most, named_for_lead, reasons
from bot.domain.followed_summary import passed_of_summary, summary
from bot.domain.layouts import Layout, place
from bot.domain.next_edition import Listed
from bot.domain.plans import Arrival, Candidate, Edition, Orders, Plan, Recipient, Schedule
from bot.domain.sections import chosen_at, has_its_own
from bot.domain.slots import HELD, Slot, last_slots, next_slot, rests_until, slots
from bot.domain.wanted import is_wanted_at_once, may_tell, news

LATE = timedelta(hours=6)


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
    fresh = AtOnce.of(recipient, at_once, earlier, waiting)
    told, gathering = ((), None) if due else told_now(fresh, now=now)
    editions = (edition,) if edition else pushes(recipient, told, fresh)
    overflow = any(each.left_out or each.came for each in editions)
    each_new_from = fresh.told_until(now=now) if overflow and chat.each_new else None
    passed = (
        _passed(recipient, candidates, editions, after=each_new_from or now - OVERLAP) if overflow else ()
    )
    if due:
        passed = (*passed, *_passed_of_section(recipient, candidates, edition, due[-1], orders))
    daily = summary(recipient, candidates, summaries[-1], editions, orders) if summaries else None
    if daily is not None:
        passed = (*passed, *passed_of_summary(recipient, candidates, (*editions, daily)))
    following = next_slot(chat, zone=zone, after=now)
    wakes = [moment for moment in (held, gathering, following.due if following else None) if moment]
    return Plan(
        chat_id=chat.id,
        editions=(*editions, *((daily,) if daily else ()), *map(_week, weeks[-1:])),
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
    edition = replace(named_for_lead(recipient, stories), line=layout.line)
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
        editions=(named_for_lead(recipient, ((candidate,),)),),
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
    return _arranged(by_story(found), layout)


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
        for ids in ids_of(_arranged(by_story(told.values()), layout))
    )


def _scheduled(
    recipient: Recipient, candidates: Sequence[Candidate], slot: Slot, orders: Orders, layout: Layout
) -> Edition | None:
    stories = _laid_out(recipient, candidates, orders, layout, chosen_at(recipient.chat, slot.at))
    if layout.dropped or not (stories or recipient.chat.say_nothing_new):
        return None
    shown = stories[: most(recipient.chat)]
    return Edition(
        slot=slot.name,
        local_date=slot.local_date,
        stories=ids_of(shown),
        because=reasons(recipient, shown) if recipient.chat.followed_only else (),
        left_out=len(stories) - len(shown),
        line=layout.line if shown else None,
    )


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


def _passed(
    recipient: Recipient, candidates: Iterable[Candidate], editions: Iterable[Edition], *, after: datetime
) -> tuple[int, ...]:
    """What was left out and would come at once by itself, were it not passed."""
    shown = {id_ for edition in editions for id_ in edition.article_ids}
    return tuple(
        each.article_id
        for each in candidates
        if each.article_id not in shown
        and is_wanted_at_once(recipient, each)
        and (each.article_id in recipient.concerns or each.came_at > after)
    )
