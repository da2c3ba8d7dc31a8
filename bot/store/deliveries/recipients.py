"""Chats before a choice: what each saw of the news, and what of it concerns what it follows and mutes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, Row, select

from bot.domain.interests import Stance
from bot.domain.plans import Recipient
from bot.store.chats.rows import to_chat
from bot.store.database.tables import concerns, interests, seen
from bot.store.deliveries.news import whom_concern


@dataclass(frozen=True, slots=True)
class _Noted:
    """Of one chat, by article."""

    followed: dict[int, tuple[str, ...]] = field(default_factory=dict)  # the words
    muted: set[int] = field(default_factory=set)


def recipients(
    connection: Connection, rows: Sequence[Row[tuple[object, ...]]], news: Sequence[int], *, alone: bool
) -> tuple[Recipient, ...]:
    """The chats of these rows, before a choice of these articles.

    One that is pushed alone may be one that is never announced: whether it is muted is looked at now.
    """
    ids = [row.id for row in rows]
    saw, concerned = _seen(connection, ids, news), _concerns(connection, ids, news)
    if alone:
        for interest, article_id in whom_concern(connection, news):
            if interest.stance is Stance.MUTE:
                concerned[interest.chat_id].muted.add(article_id)
    return tuple(
        Recipient(
            chat=to_chat(row),
            seen=frozenset(saw.get(row.id, ())),
            concerns=concerned[row.id].followed,
            muted=frozenset(concerned[row.id].muted),
            each_new_from=row.each_new_from,
            laid_out=row.laid_out,
        )
        for row in rows
    )


def _seen(
    connection: Connection, chat_ids: Sequence[int], news: Sequence[int]
) -> Mapping[int, Sequence[int]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    query = select(seen.c.chat_id, seen.c.article_id).where(
        seen.c.chat_id.in_(chat_ids), seen.c.article_id.in_(news)
    )
    for chat_id, article_id in connection.execute(query):
        found[chat_id].append(article_id)
    return found


def _concerns(
    connection: Connection, chat_ids: Sequence[int], news: Sequence[int]
) -> defaultdict[int, _Noted]:
    found: defaultdict[int, _Noted] = defaultdict(_Noted)
    query = (
        select(concerns.c.chat_id, concerns.c.article_id, interests.c.stance, interests.c.words)
        .join(interests, interests.c.id == concerns.c.interest_id)
        .where(concerns.c.chat_id.in_(chat_ids), concerns.c.article_id.in_(news))
        .order_by(concerns.c.interest_id)
    )
    for chat_id, article_id, stance, words in connection.execute(query):
        of_chat = found[chat_id]
        if stance == Stance.MUTE:
            of_chat.muted.add(article_id)
        else:
            of_chat.followed[article_id] = (*of_chat.followed.get(article_id, ()), words)
    return found
