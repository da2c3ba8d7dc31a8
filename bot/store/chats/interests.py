"""What chats follow and mute: kept, ended, and looked up for the articles that it concerns."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, Literal

from sqlalchemy import BigInteger, Connection, Row, bindparam, delete, func, insert, or_, select, update

from bot.domain.interests import (
    MOST_INTERESTS,
    Interest,
    Reach,
    Stance,
    Subject,
    Traits,
    concerns,
    holds,
    words_of,
)
from bot.store.actors.identity import canonical_id
from bot.store.chats.readership import counting
from bot.store.chats.rows import wants_editions
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.public_articles import IS_PUBLIC, NEWEST_FIRST
from bot.store.database.tables import actors, appearances, articles, chats, interests, revisions
from bot.store.database.tables import concerns as noted

Kept = Literal["new", "turned", "already", "full", "wordless"]

LAST_DAYS: Final = timedelta(days=7)
MOST_LOOKED_AT: Final = 1_000  # articles of these days, the newest


class Interests(Repository):
    @writing
    def add(
        self,
        connection: Connection,
        chat_id: int,
        subject: Subject,
        *,
        stance: Stance = Stance.FOLLOW,
        found: Sequence[int] = (),
        now: datetime,
    ) -> Kept:
        """The chat follows the subject from now on, which subscribes it, or mutes it.

        Either ends the other; `found`: articles there are that a mute concerns. A hundred of each are kept.
        """
        if not subject.key:
            return "wordless"
        here = interests.c.chat_id == chat_id
        known = connection.execute(select(interests).where(here, interests.c.key == subject.key)).first()
        kept: Kept = "new"
        if known is not None and known.stance == stance:
            kept = "already"
        elif _count(connection, chat_id, stance) >= MOST_INTERESTS:
            kept = "full"
        else:
            if known is not None:
                end(connection, chat_id, known.id)
                kept = "turned"
            _insert(connection, chat_id, subject, stance=stance, found=found, now=now)
        if stance is Stance.FOLLOW and kept != "full":
            _subscribe(connection, chat_id, now=now)
        return kept

    @writing
    def end(self, connection: Connection, chat_id: int, interest_id: int) -> bool:
        """False when the chat has no such interest."""
        return end(connection, chat_id, interest_id)

    @reading
    def of(self, connection: Connection, chat_id: int, *, now: datetime) -> tuple[Interest, ...]:
        """The chat's, in the order they were made. A story has the headline that readers may have now."""
        rows = connection.execute(_OF_CHAT, {"chat": chat_id})
        found = [_interest(row, actor_id=row.canonical) for row in rows]
        called = headlines(connection, {each.subject.story_id for each in found} - {None}, now=now)
        return tuple(
            replace(each, subject=replace(each.subject, words=called.get(each.subject.story_id, "")))
            if each.subject.story_id is not None
            else each
            for each in found
        )

    @reading
    def reach(self, connection: Connection, subject: Subject, *, now: datetime) -> Reach:
        """Which of the newest thousand public articles of the last seven days the subject concerns.

        Those dated in them are counted: they are in the week that readers are shown.
        """
        span = {"since": now - LAST_DAYS, "now": now}
        filed = connection.execute(_FILED, span).scalars().all()
        dated = frozenset(connection.execute(_DATED, span).scalars())
        ids = list(dict.fromkeys((*filed, *dated)))
        if subject.asked:
            told = connection.execute(_TOLD_WITH_TEXT, {"ids": ids})
            found = [row.id for row in told if holds(row.text, subject.asked)]
        else:
            meant = _canonical(connection, subject)
            known = traits(connection, ids, words=False)
            found = [each.article_id for each in known if concerns(meant, each)]
        concerned = frozenset(found)
        return Reach(
            found=tuple(id_ for id_ in filed if id_ in concerned),
            count=len(concerned & dated),
            total=len(dated),
        )


def end(connection: Connection, chat_id: int, interest_id: int) -> bool:
    """Removes the interest with what was noted of it. False when the chat has no such."""
    this = interests.c.id == interest_id, interests.c.chat_id == chat_id
    gone = connection.execute(delete(interests).where(*this)).rowcount == 1
    if gone:
        connection.execute(
            delete(noted).where(noted.c.chat_id == chat_id, noted.c.interest_id == interest_id)
        )
    return gone


def traits(connection: Connection, ids: Sequence[int], *, words: bool) -> tuple[Traits, ...]:
    """What the articles of these ids are known by; their words where these are asked for."""
    cast: defaultdict[int, set[int]] = defaultdict(set)
    for row in connection.execute(_CAST, {"ids": list(ids)}):
        cast[row.article_id].add(row.actor)
    query = _TOLD_WITH_TEXT if words else _TOLD
    return tuple(
        Traits(
            article_id=row.id,
            story_id=row.story_id,
            actors=frozenset(cast[row.id]),
            words=words_of(row.text) if words else frozenset(),
        )
        for row in connection.execute(query, {"ids": list(ids)})
    )


def concerned(connection: Connection, among: Collection[Traits]) -> Iterator[tuple[Interest, datetime]]:
    """Interests that may concern articles of these traits, each with the moment it was made.

    By their actors and stories; those in words all of them. Of follows those of chats that want any.
    """
    cast = sorted({actor for each in among for actor in each.actors})
    called = {row.id: row.canonical for row in connection.execute(_CALLED, {"ids": cast})}
    told = sorted({each.story_id for each in among if each.story_id is not None})
    for query, ids in ((_OF_ACTORS, list(called)), (_OF_STORIES, told), (_OF_WORDS, [])):
        for row in connection.execute(query, {"ids": ids} if query is not _OF_WORDS else {}):
            yield _interest(row, actor_id=called.get(row.actor_id)), row.created_at


def headlines(
    connection: Connection, story_ids: Collection[int | None], *, now: datetime
) -> Mapping[int, str]:
    """The newest headline of each of the stories that readers may have something of."""
    if not story_ids:
        return {}
    rows = connection.execute(_HEADLINES, {"ids": [id_ for id_ in story_ids if id_ is not None], "now": now})
    called: dict[int, str] = {}
    for row in rows:
        called.setdefault(row.story_id, row.headline)
    return called


def _insert(
    connection: Connection,
    chat_id: int,
    subject: Subject,
    *,
    stance: Stance,
    found: Sequence[int],
    now: datetime,
) -> None:
    row = {
        "chat_id": chat_id,
        "stance": stance,
        "actor_id": subject.actor_id,
        "story_id": subject.story_id,
        "words": subject.words if subject.story_id is None else "",
        "key": subject.key,
        "created_at": now,
    }
    interest_id = connection.execute(insert(interests).values(row).returning(interests.c.id)).scalar_one()
    rows = [{"chat_id": chat_id, "article_id": id_, "interest_id": interest_id} for id_ in found]
    if rows:
        connection.execute(insert_or_ignore(connection, noted), rows)


def _subscribe(connection: Connection, chat_id: int, *, now: datetime) -> None:
    new = update(chats).where(chats.c.id == chat_id, ~chats.c.subscribed)
    with counting(connection, chats.c.id == chat_id, now=now):
        connection.execute(new.values(subscribed=True, decided_until=now, next_due=now, each_new_from=now))


def _count(connection: Connection, chat_id: int, stance: Stance) -> int:
    query = select(func.count()).where(interests.c.chat_id == chat_id, interests.c.stance == stance)
    return int(connection.execute(query).scalar_one())


def _canonical(connection: Connection, subject: Subject) -> Subject:
    if subject.actor_id is None:
        return subject
    query = select(canonical_id).where(actors.c.id == subject.actor_id)
    return replace(subject, actor_id=connection.execute(query).scalar_one_or_none() or subject.actor_id)


def _interest(row: Row[*tuple[object, ...]], *, actor_id: int | None = None) -> Interest:
    return Interest(
        id=row.id,
        chat_id=row.chat_id,
        stance=Stance(row.stance),
        subject=Subject(words=row.words, actor_id=actor_id or row.actor_id, story_id=row.story_id),
    )


# ------------------------------------------------------------------ statements, put together once

_IDS = bindparam("ids", expanding=True, type_=BigInteger())
_SINCE = bindparam("since", type_=articles.c.filed_at.type)
_FILED = (
    select(articles.c.id)
    .where(IS_PUBLIC, ~articles.c.history, or_(articles.c.filed_at > _SINCE, articles.c.not_before > _SINCE))
    .order_by(articles.c.filed_at.desc(), articles.c.id.desc())
    .limit(MOST_LOOKED_AT)
)
_DATED = (
    select(articles.c.id)
    .where(IS_PUBLIC, articles.c.dated_at > _SINCE)
    .order_by(*NEWEST_FIRST)
    .limit(MOST_LOOKED_AT)
)
_CAST = (
    select(appearances.c.article_id, canonical_id.label("actor"))
    .join(actors, actors.c.id == appearances.c.actor_id)
    .where(appearances.c.article_id.in_(_IDS))
    .distinct()
)
_TOLD = select(articles.c.id, articles.c.story_id).where(articles.c.id.in_(_IDS))
_TOLD_WITH_TEXT = (
    select(articles.c.id, articles.c.story_id, revisions.c.text)
    .join(revisions, revisions.c.id == articles.c.revision_id)
    .where(articles.c.id.in_(_IDS))
)
_OF_CHAT = (
    select(interests, canonical_id.label("canonical"))
    .outerjoin(actors, actors.c.id == interests.c.actor_id)
    .where(interests.c.chat_id == bindparam("chat"))
    .order_by(interests.c.id)
)
# Actors and those who are joined to them, with whom they are joined to.
_CALLED = select(actors.c.id, canonical_id.label("canonical")).where(
    or_(actors.c.id.in_(_IDS), actors.c.merged_into.in_(_IDS))
)
_COUNTING = (
    select(interests)
    .join(chats, chats.c.id == interests.c.chat_id)
    .where(or_(interests.c.stance == Stance.MUTE, wants_editions()))
    .order_by(interests.c.id)
)
_OF_ACTORS = _COUNTING.where(interests.c.actor_id.in_(_IDS))
_OF_STORIES = _COUNTING.where(interests.c.story_id.in_(_IDS))
_OF_WORDS = _COUNTING.where(interests.c.actor_id.is_(None), interests.c.story_id.is_(None))
_HEADLINES = (
    select(articles.c.story_id, revisions.c.headline)
    .join(revisions, revisions.c.id == articles.c.revision_id)
    .where(articles.c.story_id.in_(_IDS), IS_PUBLIC, revisions.c.headline.is_not(None))
    .order_by(*NEWEST_FIRST)
)
