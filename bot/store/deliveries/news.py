"""News: which articles become public, whom they concern, and who is to be looked at for that."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, and_, func, or_, select, update

from bot.domain.articles import ArticleState
from bot.domain.chats import ChatState
from bot.store.actors.identity import canonical_id
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.public_articles import public_at
from bot.store.database.tables import (
    actors,
    appearances,
    articles,
    chats,
    concerns,
    follows,
    revisions,
)
from summaries.names import fold

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Follow:
    chat_id: int
    words: str  # as shown
    created_at: datetime


class News(Repository):
    @reading
    def unannounced(self, connection: Connection, after: datetime, until: datetime) -> tuple[int, ...]:
        """Live articles, bar history, that became public in (after, until] and were not announced.

        The oldest first.
        """
        query = (
            select(articles.c.id)
            .where(
                articles.c.state == ArticleState.LIVE,
                ~articles.c.announced,
                ~articles.c.history,
                or_(articles.c.filed_at > after, articles.c.not_before > after),  # each has its index
                public_at <= until,
            )
            .order_by(public_at, articles.c.id)
        )
        return tuple(connection.execute(query).scalars())

    @writing
    def announce(self, connection: Connection, ids: Sequence[int], *, now: datetime) -> int:
        """Notes whom the articles concern; who wants news at once is looked at. How many chats.

        That is noted once: whom newer rules find in an article later is no news of it.
        """
        found = _by_actor(connection, ids)
        _by_words(connection, ids, found)
        rows = [
            {"chat_id": chat_id, "article_id": article_id, "words": "\n".join(dict.fromkeys(words))}
            for (chat_id, article_id), words in found.items()
        ]
        if rows:
            connection.execute(insert_or_ignore(connection, concerns), rows)
        connection.execute(update(articles).where(articles.c.id.in_(ids)).values(announced=True))
        concerned = select(concerns.c.chat_id).where(concerns.c.article_id.in_(ids))
        woken = connection.execute(
            update(chats)
            .where(
                wants_editions(),
                or_(chats.c.each_new, chats.c.id.in_(concerned)),
                or_(chats.c.next_due.is_(None), chats.c.next_due > now),
            )
            .values(next_due=now)
        )
        return woken.rowcount

    @writing
    def look_at_everybody(self, connection: Connection, *, now: datetime) -> int:
        """Has every subscriber looked at anew: clocks, zones and rules may have changed. How many.

        Moments that a clock which was ahead left behind are no longer ahead: news from now on is news.
        """
        for begin in (chats.c.seen_from, chats.c.each_new_from):
            connection.execute(update(chats).where(begin > now).values({begin: now}))
        woken = connection.execute(update(chats).where(wants_editions()).values(next_due=now))
        return woken.rowcount

    @reading
    def next_due(self, connection: Connection) -> datetime | None:
        """When the next chat is to be looked at."""
        moment: datetime | None = (connection.execute(select(func.min(chats.c.next_due)))).scalar_one()
        return moment


def wants_editions() -> ColumnElement[bool]:
    """Of a chat: whether it ordered editions and can be written to."""
    return and_(chats.c.subscribed, chats.c.state == ChatState.ACTIVE)


def _by_actor(connection: Connection, ids: Sequence[int]) -> defaultdict[tuple[int, int], list[str]]:
    """Follows of actors that appear in the articles, joined actors included, by chat and article."""
    followed = actors.alias()
    followed_canonical = func.coalesce(followed.c.merged_into, followed.c.id)
    appearing = (
        select(appearances.c.article_id, canonical_id.label("canonical"), public_at.label("public_at"))
        .join(actors, actors.c.id == appearances.c.actor_id)
        .join(articles, articles.c.id == appearances.c.article_id)
        .where(appearances.c.article_id.in_(ids))
        .distinct()
        .subquery()
    )
    query = (
        select(follows.c.chat_id, appearing.c.article_id, follows.c.words)
        .join(followed, followed.c.id == follows.c.actor_id)
        .join(appearing, appearing.c.canonical == followed_canonical)
        .join(chats, chats.c.id == follows.c.chat_id)
        .where(wants_editions(), follows.c.created_at <= appearing.c.public_at)
        .order_by(follows.c.id)
    )
    found: defaultdict[tuple[int, int], list[str]] = defaultdict(list)
    for chat_id, article_id, words in connection.execute(query):
        found[chat_id, article_id].append(words)
    return found


def _by_words(
    connection: Connection,
    ids: Sequence[int],
    found: defaultdict[tuple[int, int], list[str]],
) -> None:
    """Follows of words that all stand in an article, as whole words, case and accents aside."""
    by_key = _word_follows(connection)
    if not by_key:
        return
    query = (
        select(articles.c.id, public_at, revisions.c.text)
        .join(revisions, revisions.c.id == articles.c.revision_id)
        .where(articles.c.id.in_(ids))
    )
    for article_id, since, text in connection.execute(query):
        words = frozenset(_WORD.findall(fold(text)))
        for key, wanting in by_key.items():
            if words.issuperset(key):
                for follow in wanting:
                    if follow.created_at <= since:
                        found[follow.chat_id, article_id].append(follow.words)


def _word_follows(connection: Connection) -> Mapping[frozenset[str], list[_Follow]]:
    query = (
        select(follows.c.chat_id, follows.c.words, follows.c.created_at, follows.c.key)
        .join(chats, chats.c.id == follows.c.chat_id)
        .where(follows.c.actor_id.is_(None), wants_editions())
        .order_by(follows.c.id)
    )
    by_key: defaultdict[frozenset[str], list[_Follow]] = defaultdict(list)
    for row in connection.execute(query):
        if asked := frozenset(_WORD.findall(row.key)):
            follow = _Follow(chat_id=row.chat_id, words=row.words, created_at=row.created_at)
            by_key[asked].append(follow)
    return by_key
