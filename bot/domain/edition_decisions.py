"""What goes to whom, and when: pure choices. Every moment is an argument, aware, in UTC.

A slot that is late by six hours is not sent by itself: what it would have held is still unseen, and comes
with the next.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.chats import Chat, ChatState
from bot.domain.plans import Candidate, Edition, Orders, Plan, Recipient, Schedule
from bot.domain.slots import Slot, next_slot, quiet_until, slots

LATE = timedelta(hours=6)
OVERLAP = timedelta(
    minutes=1
)  # an article may be filed a moment before the choice and be seen a moment after
AT_ONCE = 3  # new articles that come each by itself; more at once come as one edition
IN_A_CROWD = timedelta(minutes=1)  # more than three public within it are a crowd: others will follow
GATHERED = timedelta(seconds=20)  # since the last of a crowd; then no more is waited for
LONGEST_WAIT = timedelta(minutes=30)  # of the first of a crowd: a folder of 15,000 is read by then
LISTED = 20  # articles; more that came in a crowd are an import, and one message lists the newest


def decide(
    recipient: Recipient,
    candidates: Sequence[Candidate],
    *,
    zone: ZoneInfo,
    now: datetime,
    orders: Orders | None = None,
    earlier: Sequence[datetime] = (),
) -> Plan:
    """What this chat gets now: an edition if a slot is due, news that it wants at once, or nothing.

    `earlier` is when articles became public that are too many to be candidates, in order.
    """
    chat, orders = recipient.chat, orders or Orders()
    if not _wants(chat):
        return Plan(chat_id=chat.id, schedule=Schedule(decided_until=None, next_due=None))
    if (quiet := quiet_until(chat.quiet, zone=zone, now=now)) is not None:
        return Plan(chat_id=chat.id, schedule=Schedule(decided_until=None, next_due=quiet))
    held = orders.held_until if orders.held_until and orders.held_until > now else None
    decided = min(chat.decided_until or now, now)  # a clock that was ahead must not silence a chat
    due = () if held else slots(chat, zone=zone, after=max(decided, now - LATE), until=now)
    edition = _scheduled(recipient, candidates, due[-1], orders) if due else None
    wanted = [] if due else [each for each in candidates if _wanted_at_once(recipient, each)]
    gathering = _gathering(recipient, candidates, wanted, earlier, now=now)
    editions = (edition,) if edition else () if gathering else _pushes(recipient, wanted, earlier)
    overflow = any(each.left_out or each.came for each in editions)
    following = next_slot(chat, zone=zone, after=now)
    wakes = [moment for moment in (held, gathering, following.due if following else None) if moment]
    return Plan(
        chat_id=chat.id,
        editions=editions,
        passed=_passed(recipient, candidates, editions, now=now) if overflow else (),
        seen_from=now - OVERLAP if due else None,
        each_new_from=now - OVERLAP if overflow and chat.each_new else None,
        schedule=Schedule(decided_until=None if held else now, next_due=min(wakes, default=None)),
    )


def send_now(
    recipient: Recipient,
    candidates: Sequence[Candidate],
    *,
    zone: ZoneInfo,
    now: datetime,
    orders: Orders | None = None,
) -> Plan | None:
    """The next edition before its hour; None when the chat gets no editions or nothing is new.

    Its name is its lead's, so that two editors who press at once push one edition; what it holds is seen,
    so that the scheduled one beside it does not hold it again.
    """
    chat = recipient.chat
    if not _wants(chat) or not chat.hours:
        return None
    stories = _stories(_news(recipient, candidates, orders or Orders()))
    if not stories:
        return None
    edition = _named_for_lead(recipient, stories)
    return Plan(
        chat_id=chat.id,
        editions=(edition,),
        not_before=quiet_until(chat.quiet, zone=zone, now=now),
        passed=_passed(recipient, candidates, (edition,), now=now) if edition.left_out else (),
        seen_from=now - OVERLAP,
    )


def push_article(recipient: Recipient, candidate: Candidate, *, zone: ZoneInfo, now: datetime) -> Plan | None:
    """One article now, to a subscriber who has not seen it."""
    chat = recipient.chat
    if not _wants(chat) or candidate.article_id in recipient.seen:
        return None
    return Plan(
        chat_id=chat.id,
        editions=(_named_for_lead(recipient, ((candidate,),)),),
        not_before=quiet_until(chat.quiet, zone=zone, now=now),
    )


def _wants(chat: Chat) -> bool:
    return chat.subscribed and chat.state is ChatState.ACTIVE


def _scheduled(
    recipient: Recipient, candidates: Sequence[Candidate], slot: Slot, orders: Orders
) -> Edition | None:
    stories = _stories(_news(recipient, candidates, orders))
    if not stories and not recipient.chat.say_nothing_new:
        return None
    shown = stories[: recipient.chat.stories]
    return Edition(
        slot=slot.name,
        local_date=slot.local_date,
        stories=_ids(shown),
        because=_reasons(recipient, shown) if recipient.chat.followed_only else (),
        left_out=len(stories) - len(shown),
    )


def _gathering(
    recipient: Recipient,
    candidates: Iterable[Candidate],
    wanted: Sequence[Candidate],
    earlier: Sequence[datetime],
    *,
    now: datetime,
) -> datetime | None:
    """Until when news is waited for that comes in a crowd, as an import does; None where it does not."""
    crowd = [
        each.public_at
        for each in candidates
        if each.public_at > now - IN_A_CROWD and _concerns(recipient, each)
    ]
    if not wanted or len(crowd) <= AT_ONCE:
        return None
    first, *_ = _moments(recipient, wanted, earlier)
    until = min(max(crowd) + GATHERED, first + LONGEST_WAIT)
    return until if until > now else None


def _pushes(
    recipient: Recipient, wanted: Sequence[Candidate], earlier: Sequence[datetime]
) -> tuple[Edition, ...]:
    """What a chat wants at once: each by itself, or together when there are many."""
    stories, moments = _stories(wanted), _moments(recipient, wanted, earlier)
    if _is_import(moments):
        leads = tuple((story[0],) for story in stories)
        return (replace(_named_for_lead(recipient, leads), came=len(moments)),)
    if len(stories) > AT_ONCE:
        return (_named_for_lead(recipient, stories),)
    return tuple(_named_for_lead(recipient, (story,)) for story in reversed(stories))  # the newest last


def _moments(
    recipient: Recipient, wanted: Iterable[Candidate], earlier: Sequence[datetime]
) -> list[datetime]:
    """When everything that the chat wants at once became public, in order."""
    before: Sequence[datetime] = ()
    if recipient.chat.each_new and recipient.each_new_from:
        before = earlier[bisect_right(earlier, recipient.each_new_from) :]
    return [*before, *sorted(each.public_at for each in wanted)]


def _is_import(moments: Sequence[datetime]) -> bool:
    """Whether it came in a crowd; as much that came in a night of quiet hours did not."""
    return len(moments) > LISTED and moments[-1] - moments[0] <= GATHERED * len(moments)


def _concerns(recipient: Recipient, candidate: Candidate) -> bool:
    return recipient.chat.each_new or candidate.article_id in recipient.concerns


def _wanted_at_once(recipient: Recipient, candidate: Candidate) -> bool:
    chat = recipient.chat
    if candidate.article_id in recipient.seen:
        return False
    if chat.each_new and recipient.each_new_from and candidate.public_at > recipient.each_new_from:
        return True
    waits_for_edition = chat.followed_only and bool(chat.hours)
    return candidate.article_id in recipient.concerns and not waits_for_edition


def _passed(
    recipient: Recipient, candidates: Iterable[Candidate], editions: Iterable[Edition], *, now: datetime
) -> tuple[int, ...]:
    """What was left out and would come at once by itself, were it not passed."""
    shown = {id_ for edition in editions for story in edition.stories for id_ in story}
    return tuple(
        each.article_id
        for each in candidates
        if each.article_id not in shown
        and _wanted_at_once(recipient, each)
        and (each.article_id in recipient.concerns or each.public_at > now - OVERLAP)
    )


def _news(recipient: Recipient, candidates: Iterable[Candidate], orders: Orders) -> list[Candidate]:
    begin = max(recipient.chat.seen_from, orders.passed_until or recipient.chat.seen_from)
    return [
        each
        for each in candidates
        if each.public_at > begin
        and each.article_id not in recipient.seen
        and (each.article_id in recipient.concerns or not recipient.chat.followed_only)
    ]


def _stories(candidates: Iterable[Candidate]) -> tuple[tuple[Candidate, ...], ...]:
    """Grouped by story, the newest story first and the newest article in front of its story."""
    ordered = sorted(candidates, key=lambda each: (each.dated_at, each.article_id))
    grouped: dict[int, list[Candidate]] = {}
    for each in reversed(ordered):
        grouped.setdefault(each.story_id, []).append(each)
    return tuple(tuple(group) for group in grouped.values())


def _named_for_lead(recipient: Recipient, stories: tuple[tuple[Candidate, ...], ...]) -> Edition:
    lead = stories[0][0]
    shown = stories[: recipient.chat.stories]
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
