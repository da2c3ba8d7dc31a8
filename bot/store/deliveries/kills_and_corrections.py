"""What was sent, taken back or corrected: deliveries that edit, delete or answer earlier ones.

A message tells a story: of the article that leads it, and of others by their headlines. Or it lists an
import, and none leads it. Whatever befalls one of them, the message becomes what it would be without it, or
with it as it stands now.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import zip_longest
from typing import Protocol

from sqlalchemy import Connection, bindparam, or_, select, update

from bot.domain.articles import StoredArticle
from bot.domain.chats import Chat
from bot.domain.deliveries import DeliveryAction, DeliveryState
from bot.domain.messages import Message
from bot.store.database.engine import Repository, writing
from bot.store.database.tables import outbox
from bot.store.deliveries.rows import addressees, dump, heading_of
from bot.store.deliveries.shown import OutboxRow, articles_shown, deliveries_of, lists_with

DELETABLE = timedelta(hours=47)  # Telegram deletes under 48 h; an hour for the outbox itself


class Retell(Protocol):
    """Makes the messages of a story, or the list of an import, for a chat under the heading above it."""

    def __call__(
        self, chat: Chat, left: tuple[StoredArticle, ...], heading: str | None, *, listed: bool
    ) -> tuple[Message, ...]:
        """At least one message, of those articles that are left."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class _Telling:
    """The messages of one chat that tell a story, and what they would be now: none where nothing is left."""

    deliveries: tuple[OutboxRow, ...]
    lead: int | None
    heading: str | None
    messages: tuple[Message, ...]

    @property
    def pairs(self) -> tuple[tuple[OutboxRow, Message | None], ...]:
        """Each delivery with what it becomes; surplus messages are left out."""
        return tuple(zip_longest(self.deliveries, self.messages[: len(self.deliveries)]))

    @property
    def fits(self) -> bool:
        return len(self.messages) <= len(self.deliveries)


class Amends(Repository):
    """What is asked of messages that were sent or wait to be."""

    @writing
    def kill(
        self,
        connection: Connection,
        article_id: int,
        *,
        retell: Retell,
        mark: Message,
        now: datetime,
        sent_since: datetime | None = None,
    ) -> int:
        """Takes the article back. A message that tells of others, too, goes on telling of them.

        What waits is told without it or dropped, what was sent is edited, deleted or, too old, marked; only
        what was sent since the moment, where there is one. How many messages will be changed.
        """
        tellings = self._tellings(connection, article_id, retell)
        _rewrite_waiting(connection, tellings)
        _drop_amends(connection, article_id)
        rows = [
            _taken_back(delivery, message if telling.fits else None, mark, now)
            for telling in tellings
            for delivery, message in telling.pairs
            if delivery.state == DeliveryState.SENT and (sent_since is None or delivery.sent_at >= sent_since)
        ]
        rows += [_taken_back(reply, None, mark, now) for reply in _replies(connection, article_id)]
        return _add(connection, article_id, rows)

    @writing
    def correct(
        self, connection: Connection, article_id: int, *, retell: Retell, note: Message, now: datetime
    ) -> int:
        """Edits what was sent of the article, and replies with the note where Telegram refuses that.

        What still waits is rendered anew, too. How many messages will be changed.
        """
        tellings = self._tellings(connection, article_id, retell, even_withdrawn=True)
        _rewrite_waiting(connection, tellings)
        rows = [
            {**_follow_up(delivery, now), **_amended(message, note)}
            for telling in tellings
            if telling.messages
            for delivery, message in _corrected(telling)
        ]
        return _add(connection, article_id, rows)

    @writing
    def refresh(self, connection: Connection, article_id: int, *, retell: Retell) -> None:
        """What still waits tells of the article as it stands now, or not at all where it was withdrawn."""
        _rewrite_waiting(connection, self._tellings(connection, article_id, retell))

    @writing
    def wait_until(self, connection: Connection, article_id: int, moment: datetime) -> int:
        """What waits to be sent of the article is not sent before that moment. How many deliveries."""
        held = connection.execute(
            update(outbox)
            .where(
                or_(outbox.c.article_id == article_id, outbox.c.id.in_(lists_with(article_id))),
                outbox.c.state == DeliveryState.WAITING,
            )
            .values(not_before=moment)
        )
        return held.rowcount

    def _tellings(
        self, connection: Connection, article_id: int, retell: Retell, *, even_withdrawn: bool = False
    ) -> tuple[_Telling, ...]:
        deliveries = deliveries_of(connection, article_id)
        if not deliveries:
            return ()
        told = articles_shown(connection, article_id, even_withdrawn=even_withdrawn)
        known = addressees(connection, {chat_id for chat_id, _, _ in deliveries})
        made: dict[tuple[object, ...], tuple[Message, ...]] = {}
        tellings = []
        for (chat_id, edition_id, lead), rows in deliveries.items():
            chat, heading = known[chat_id], heading_of(rows[0].message)
            own = told.get((chat_id, edition_id), ())
            left = tuple(sorted(own, key=lambda each: each.id != lead))  # the lead first, while it is there
            listed = lead is None
            key = tuple(each.id for each in left), heading, listed, chat.sentences, chat.link_full_text
            if key not in made:
                made[key] = retell(chat, left, heading, listed=listed) if left else ()
            tellings.append(
                _Telling(
                    deliveries=tuple(rows),
                    lead=left[0].id if left and not listed else None,
                    heading=heading,
                    messages=made[key],
                )
            )
        return tuple(tellings)


def _rewrite_waiting(connection: Connection, tellings: Sequence[_Telling]) -> None:
    """What waits becomes what it would be now, under its new lead; what is left without words is dropped."""
    changed, dropped = [], []
    for telling in tellings:
        for delivery, message in telling.pairs:
            if delivery.state != DeliveryState.WAITING:
                continue
            if message is None:
                dropped.append({"delivery": delivery.id})
            else:
                words = dump(message, heading=telling.heading)
                changed.append({"delivery": delivery.id, "words": words, "lead": telling.lead})
    waiting = update(outbox).where(
        outbox.c.id == bindparam("delivery"), outbox.c.state == DeliveryState.WAITING
    )
    if changed:
        connection.execute(waiting.values(message=bindparam("words"), article_id=bindparam("lead")), changed)
    if dropped:
        connection.execute(waiting.values(state=DeliveryState.DROPPED), dropped)


def _corrected(telling: _Telling) -> Sequence[tuple[OutboxRow, Message | None]]:
    """Each message sent with what it becomes; None where the new text takes another number of them."""
    if len(telling.messages) == len(telling.deliveries):
        return [pair for pair in telling.pairs if pair[0].state == DeliveryState.SENT]
    return [(delivery, None) for delivery in telling.deliveries[:1] if delivery.state == DeliveryState.SENT]


def _taken_back(
    delivery: OutboxRow, message: Message | None, mark: Message, now: datetime
) -> dict[str, object]:
    if message is not None:
        return {
            **_follow_up(delivery, now),
            "action": DeliveryAction.EDIT,
            "message": dump(message, otherwise=mark),
        }
    action = DeliveryAction.DELETE if now - delivery.sent_at < DELETABLE else DeliveryAction.EDIT
    return {**_follow_up(delivery, now), "action": action, "message": dump(mark, otherwise=mark)}


def _amended(message: Message | None, note: Message) -> dict[str, object]:
    if message is None:
        return {"action": DeliveryAction.SEND, "message": dump(note)}
    return {"action": DeliveryAction.EDIT, "message": dump(message, otherwise=note)}


def _follow_up(row: OutboxRow, now: datetime) -> dict[str, object]:
    return {
        "chat_id": row.chat_id,
        "edition_id": row.edition_id,
        "target_id": row.message_id,
        "state": DeliveryState.WAITING,
        "not_before": now,
        "created_at": now,
    }


def _drop_amends(connection: Connection, article_id: int) -> None:
    """A correction that waits is of no use to a reader of nothing."""
    connection.execute(
        update(outbox)
        .where(
            outbox.c.article_id == article_id,
            outbox.c.target_id.is_not(None),
            outbox.c.state == DeliveryState.WAITING,
        )
        .values(state=DeliveryState.DROPPED)
    )


def _replies(connection: Connection, article_id: int) -> Sequence[OutboxRow]:
    """Corrections that went out as messages of their own."""
    query = select(outbox).where(
        outbox.c.article_id == article_id,
        outbox.c.state == DeliveryState.SENT,
        outbox.c.message_id != outbox.c.target_id,
    )
    return connection.execute(query.order_by(outbox.c.id)).all()


def _add(connection: Connection, article_id: int, rows: Sequence[dict[str, object]]) -> int:
    """Deliveries for the sake of the article, whichever leads the message."""
    if rows:
        connection.execute(outbox.insert(), [row | {"article_id": article_id} for row in rows])
    return len(rows)
