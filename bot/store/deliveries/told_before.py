"""By which article, and in which message, a chat was told of a story earlier."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from bot.domain.deliveries import DeliveryAction, DeliveryState
from bot.store.database.tables import articles, outbox, seen
from bot.store.deliveries.rows import contents_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldBefore:
    """The last article of the story that the chat was told of, and Telegram's number of that message."""

    article_id: int
    message_id: int | None  # None: it is not known, or it waits to be sent


def told_before(
    connection: Connection, chat_ids: Collection[int], story_ids: Collection[int]
) -> Mapping[tuple[int, int], ToldBefore]:
    """Of these stories, by chat and story."""
    query = (
        select(seen.c.chat_id, articles.c.story_id, seen.c.article_id, seen.c.edition_id)
        .join(articles, articles.c.id == seen.c.article_id)
        .where(
            articles.c.story_id.in_(tuple(story_ids)),
            seen.c.chat_id.in_(tuple(chat_ids)),
            seen.c.edition_id.is_not(None),
        )
        .order_by(seen.c.edition_id, seen.c.article_id)
    )
    last = {(row.chat_id, row.story_id): row for row in connection.execute(query)}
    sent = _messages(connection, {row.edition_id for row in last.values()})
    return {
        key: ToldBefore(article_id=row.article_id, message_id=sent.get((row.edition_id, row.article_id)))
        for key, row in last.items()
    }


def _messages(connection: Connection, edition_ids: Collection[int]) -> Mapping[tuple[int, int], int]:
    """Which message each article of these editions stands in."""
    if not edition_ids:
        return {}
    query = select(outbox.c.edition_id, outbox.c.message_id, outbox.c.message).where(
        outbox.c.edition_id.in_(tuple(edition_ids)),
        outbox.c.action == DeliveryAction.SEND,
        outbox.c.target_id.is_(None),
        outbox.c.state == DeliveryState.SENT,
    )
    return {
        (row.edition_id, article): row.message_id
        for row in connection.execute(query)
        if (contents := contents_of(row.message)) is not None
        for article in contents.articles
    }
