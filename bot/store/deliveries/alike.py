"""Subscribers whose next editions hold the same, without a look at each: an editor waits for the count.

Of what a chat saw, follows and mutes counts what would be news to it; and of its settings by what stories are
chosen. All of that is asked in a few statements, however many chats there are.
"""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Column, Connection, Row, Select, String, cast, func, or_, select
from sqlalchemy.sql.base import ReadOnlyColumnCollection

from bot.domain.chats import Chat
from bot.domain.plans import Candidate, Recipient
from bot.store.chats.rows import to_chat, wants_editions
from bot.store.database.public_articles import public_at
from bot.store.database.tables import articles, chats, concerns, interests, seen
from bot.store.deliveries.recipients import recipients

_OF_CLOCK = (chats.c.hours, chats.c.days, chats.c.timezone, chats.c.quiet_from, chats.c.quiet_to)
_OF_CHOICE = (
    chats.c.followed_only,
    chats.c.stories,
    chats.c.whole_stories,
    chats.c.sections,
    chats.c.hour_sections,
    chats.c.laid_out,
)
_AT_A_TIME = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """One of so many chats whose next editions hold the same."""

    recipient: Recipient
    chats: int


def clocks(connection: Connection) -> tuple[Chat, ...]:
    """One subscriber for all whose editions come at the same hours of the same clock."""
    alike = select(func.min(chats.c.id)).where(wants_editions()).group_by(*_OF_CLOCK)
    rows = _rows(connection, connection.execute(alike).scalars().all())
    return tuple(map(to_chat, rows.values()))


def subscribers_alike(
    connection: Connection,
    candidates: Sequence[Candidate],
    *,
    added: Collection[int],
    passed_until: datetime | None,
) -> tuple[Alike, ...]:
    """All subscribers, before a choice of these candidates; `added` are news whenever they came."""
    news = [each.article_id for each in candidates]
    moments = sorted(each.public_at for each in candidates)
    saw, noted = _saw(connection, news, added), _noted(connection, news, added)
    counts, first = Counter[Hashable](), dict[Hashable, int]()
    columns = chats.c.id, chats.c.seen_from, *_OF_CLOCK, *_OF_CHOICE
    for row in connection.execute(select(*columns).where(wants_editions()).order_by(chats.c.id)).all():
        id_, seen_from, *rest = row
        clock, choice = tuple(rest[: len(_OF_CLOCK)]), tuple(rest[len(_OF_CLOCK) :])
        begin = bisect_right(moments, max(seen_from, passed_until or seen_from))
        # Where hours have sections of their own, these hang on which hour is the next.
        hour: Hashable = clock if row.hour_sections else bool(row.hours)
        key = hour, begin, choice, frozenset(saw.get(id_, ())), frozenset(noted.get(id_, ()))
        counts[key] += 1
        first.setdefault(key, id_)
    rows = _rows(connection, first.values())
    known = _recipients(connection, [rows[id_] for id_ in first.values()], news)
    return tuple(Alike(recipient=known[id_], chats=counts[key]) for key, id_ in first.items())


def _saw(
    connection: Connection, news: Collection[int], added: Collection[int]
) -> Mapping[int, Collection[str]]:
    """What each saw of the news, as numbers in a string: a row a chat is read in a third of the time."""
    told = func.aggregate_strings(cast(seen.c.article_id, String), ",")
    query = select(seen.c.chat_id, told).where(seen.c.article_id.in_(news)).group_by(seen.c.chat_id)
    rows = connection.execute(_that_counts(query, seen.c, added)).all()
    return {chat_id: ids.split(",") for chat_id, ids in rows}


def _noted(
    connection: Connection, news: Collection[int], added: Collection[int]
) -> Mapping[int, Collection[str]]:
    """What of the news each follows or mutes."""
    query = (
        select(concerns.c.chat_id, concerns.c.article_id, interests.c.stance)
        .join(interests, interests.c.id == concerns.c.interest_id)
        .where(concerns.c.article_id.in_(news))
    )
    found: defaultdict[int, list[str]] = defaultdict(list)
    for chat_id, article_id, stance in connection.execute(_that_counts(query, concerns.c, added)).all():
        found[chat_id].append(f"{stance} {article_id}")
    return found


def _that_counts(
    query: Select[*tuple[Any, ...]], told: ReadOnlyColumnCollection[str, Column[Any]], added: Collection[int]
) -> Select[*tuple[Any, ...]]:
    """Of what is news to the chat by its age, or by an editor's word."""
    new = or_(public_at > chats.c.seen_from, articles.c.id.in_(added))
    joined = query.join(chats, chats.c.id == told.chat_id).join(articles, articles.c.id == told.article_id)
    return joined.where(new, wants_editions())


def _rows(connection: Connection, ids: Iterable[int]) -> Mapping[int, Row[*tuple[Any, ...]]]:
    found: dict[int, Row[*tuple[Any, ...]]] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), _AT_A_TIME):
        query = select(chats).where(chats.c.id.in_(wanted[start : start + _AT_A_TIME]))
        found |= {row.id: row for row in connection.execute(query)}
    return found


def _recipients(
    connection: Connection, rows: Sequence[Row[*tuple[Any, ...]]], news: Sequence[int]
) -> Mapping[int, Recipient]:
    found: dict[int, Recipient] = {}
    for start in range(0, len(rows), _AT_A_TIME):
        made = recipients(connection, rows[start : start + _AT_A_TIME], news, alone=False)
        found |= {each.chat.id: each for each in made}
    return found
