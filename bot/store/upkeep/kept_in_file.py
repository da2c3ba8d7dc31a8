"""What chats follow, mute and save, into a file and out of it.

Numbers differ from database to database: in the file an actor goes by its name, an article by what its text
is known by, and a story by its newest article. What the other database does not have is left out there.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, select

from bot.domain.interests import Stance, Subject
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.tables import actors, articles, interests, revisions, saved, saved_actors
from bot.store.upkeep.subscribers_file_schema import PortableChat, PortableInterest, PortableSaved


@dataclass(frozen=True, slots=True)
class Kept:
    """Of one chat, as the file has it."""

    follows: list[PortableInterest] = field(default_factory=list)
    mutes: list[PortableInterest] = field(default_factory=list)
    saved: list[PortableSaved] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptCounts:
    """How much of it there is."""

    follows: int = 0
    mutes: int = 0
    saved: int = 0

    def plus(self, other: "KeptCounts") -> "KeptCounts":
        """Of both."""
        return KeptCounts(
            follows=self.follows + other.follows,
            mutes=self.mutes + other.mutes,
            saved=self.saved + other.saved,
        )


def kept_of_all(connection: Connection) -> Mapping[int, Kept]:
    """What each chat keeps, in the order it came to that."""
    found: defaultdict[int, Kept] = defaultdict(Kept)
    for row in connection.execute(_INTERESTS):
        if row.story_id is not None and row.newest is None:
            continue
        told = PortableInterest(
            words=row.words,
            actor=row.actor_id is not None,
            story=row.newest if row.story_id is not None else None,
            created_at=row.created_at,
        )
        of_chat = found[row.chat_id]
        (of_chat.mutes if row.stance == Stance.MUTE else of_chat.follows).append(told)
    for row in connection.execute(_SAVED):
        found[row.chat_id].saved.append(PortableSaved(article=row.content_id, saved_at=row.saved_at))
    for row in connection.execute(_SAVED_ACTORS):
        found[row.chat_id].saved.append(PortableSaved(actor=row.name, saved_at=row.saved_at))
    return found


def add_kept(
    connection: Connection, chat_id: int, chat: PortableChat, actor_ids: Mapping[str, int]
) -> KeptCounts:
    """Adds what the file has of the chat; how much of it."""
    follows, mutes = (
        list(_interests(connection, chat_id, wanted, stance, actor_ids))
        for wanted, stance in ((chat.follows, Stance.FOLLOW), (chat.mutes, Stance.MUTE))
    )
    known = _articles(connection, [one.article for one in chat.saved if one.article])
    told = [
        {"chat_id": chat_id, "article_id": known[one.article][0], "saved_at": one.saved_at}
        for one in chat.saved
        if one.article is not None and one.article in known
    ]
    called = [
        {"chat_id": chat_id, "actor_id": actor_ids[one.actor], "saved_at": one.saved_at}
        for one in chat.saved
        if one.actor is not None and one.actor in actor_ids
    ]
    return KeptCounts(
        follows=_insert(connection, interests, follows),
        mutes=_insert(connection, interests, mutes),
        saved=_insert(connection, saved, told) + _insert(connection, saved_actors, called),
    )


def _interests(
    connection: Connection,
    chat_id: int,
    wanted: Iterable[PortableInterest],
    stance: Stance,
    actor_ids: Mapping[str, int],
) -> Iterator[dict[str, object]]:
    for one in wanted:
        subject = Subject(words=one.words, actor_id=actor_ids.get(one.words) if one.actor else None)
        if one.story is not None:
            found = _articles(connection, [one.story]).get(one.story)
            subject = Subject(story_id=found[1] if found else None)
        if subject.key:
            yield {
                "chat_id": chat_id,
                "stance": stance,
                "actor_id": subject.actor_id,
                "story_id": subject.story_id,
                "words": subject.words,
                "key": subject.key,
                "created_at": one.created_at,
            }


def _articles(connection: Connection, contents: Sequence[str]) -> Mapping[str, tuple[int, int | None]]:
    """The article of each text that is here, and its story."""
    query = (
        select(revisions.c.content_id, articles.c.id, articles.c.story_id)
        .join(articles, articles.c.id == revisions.c.article_id)
        .where(revisions.c.content_id.in_(contents))
        .order_by(revisions.c.id)
    )
    return {row.content_id: (row.id, row.story_id) for row in connection.execute(query)}


def _insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> int:  # Any: columns
    """How many of the rows were not there."""
    add = insert_or_ignore(connection, table).returning(table.c.chat_id)
    return len(connection.execute(add, rows).all()) if rows else 0


# ------------------------------------------------------------------ statements, put together once

_NEWEST = (
    select(revisions.c.content_id)
    .join(articles, articles.c.revision_id == revisions.c.id)
    .where(articles.c.story_id == interests.c.story_id)
    .order_by(articles.c.id.desc())
    .limit(1)
    .correlate(interests)
    .scalar_subquery()
)
_INTERESTS = select(interests, _NEWEST.label("newest")).order_by(interests.c.id)
_SAVED = (
    select(saved, revisions.c.content_id)
    .join(articles, articles.c.id == saved.c.article_id)
    .join(revisions, revisions.c.id == articles.c.revision_id)
    .order_by(saved.c.chat_id, saved.c.saved_at, saved.c.article_id)
)
_SAVED_ACTORS = (
    select(saved_actors, actors.c.name)
    .join(actors, actors.c.id == saved_actors.c.actor_id)
    .order_by(saved_actors.c.chat_id, saved_actors.c.saved_at, saved_actors.c.actor_id)
)
