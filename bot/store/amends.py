"""What was sent, taken back or corrected: letters that edit, delete or answer earlier ones."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.letters import Action, LetterState
from bot.models import Chat, Message
from bot.store.deciding import dump
from bot.store.engine import Database
from bot.store.outbox import addressees
from bot.store.tables import outbox

DELETABLE = timedelta(hours=47)  # Telegram deletes under 48 h; an hour for the outbox itself


class Amends:
    def __init__(self, database: Database) -> None:
        self._database = database

    async def kill(self, article_id: int, *, mark: Message, now: datetime) -> int:
        """Takes the article back: what waits is dropped, what was sent deleted or, too old, marked.

        How many messages will be changed.
        """
        async with self._database.begin() as connection:
            await _drop_waiting(connection, article_id)
            rows = [
                {
                    **_follow_up(row, now),
                    "action": Action.DELETE if now - row.sent_at < DELETABLE else Action.EDIT,
                    "message": dump(mark, otherwise=mark),
                }
                for row in await _tellings(connection, article_id, LetterState.SENT)
            ]
            return await _add(connection, rows)

    async def wait_until(self, article_id: int, moment: datetime) -> int:
        """What waits to be sent of the article is not sent before that moment. How many letters."""
        async with self._database.begin() as connection:
            held = await connection.execute(
                update(outbox)
                .where(outbox.c.article_id == article_id, outbox.c.state == LetterState.WAITING)
                .values(not_before=moment)
            )
            return held.rowcount

    async def correct(
        self,
        article_id: int,
        *,
        render: Callable[[Chat], tuple[Message, ...]],
        note: Message,
        now: datetime,
    ) -> int:
        """Edits what was sent of the article, and replies with the note where Telegram refuses that.

        What still waits is rendered anew, too. How many messages will be changed.
        """
        async with self._database.begin() as connection:
            sent = _by_place(await _tellings(connection, article_id, LetterState.SENT))
            waiting = _by_place(await _tellings(connection, article_id, LetterState.WAITING))
            known = await addressees(connection, {chat_id for chat_id, _ in (*sent, *waiting)})
            for (chat_id, _), letters in waiting.items():
                for row, message in zip(letters, render(known[chat_id]), strict=False):
                    values = {"message": dump(message)}
                    await connection.execute(update(outbox).where(outbox.c.id == row.id).values(values))
            rows = [
                {**_follow_up(row, now), **_amended(message, note)}
                for (chat_id, _), letters in sent.items()
                for row, message in _pairs(letters, render(known[chat_id]))
            ]
            return await _add(connection, rows)


async def _tellings(
    connection: AsyncConnection, article_id: int, state: LetterState
) -> Sequence[Row[tuple[object, ...]]]:
    """The letters that told of the article; not those that amend others."""
    query = (
        select(outbox)
        .where(
            outbox.c.article_id == article_id,
            outbox.c.action == Action.SEND,
            outbox.c.target_id.is_(None),
            outbox.c.state == state,
        )
        .order_by(outbox.c.id)
    )
    return (await connection.execute(query)).all()


async def _drop_waiting(connection: AsyncConnection, article_id: int) -> None:
    await connection.execute(
        update(outbox)
        .where(outbox.c.article_id == article_id, outbox.c.state == LetterState.WAITING)
        .values(state=LetterState.DROPPED)
    )


async def _add(connection: AsyncConnection, rows: Sequence[dict[str, object]]) -> int:
    if rows:
        await connection.execute(outbox.insert(), rows)
    return len(rows)


def _by_place(
    rows: Sequence[Row[tuple[object, ...]]],
) -> dict[tuple[int, int | None], list[Row[tuple[object, ...]]]]:
    """By chat and edition: the messages that one telling of an article takes."""
    found: dict[tuple[int, int | None], list[Row[tuple[object, ...]]]] = {}
    for row in rows:
        found.setdefault((row.chat_id, row.edition_id), []).append(row)
    return found


def _pairs(
    rows: Sequence[Row[tuple[object, ...]]], messages: Sequence[Message]
) -> Sequence[tuple[Row[tuple[object, ...]], Message | None]]:
    """Each message sent with what it becomes; None where the new text takes another number of them."""
    if len(rows) == len(messages):
        return list(zip(rows, messages, strict=True))
    return [(rows[0], None)]


def _amended(message: Message | None, note: Message) -> dict[str, object]:
    if message is None:
        return {"action": Action.SEND, "message": dump(note)}
    return {"action": Action.EDIT, "message": dump(message, otherwise=note)}


def _follow_up(row: Row[tuple[object, ...]], now: datetime) -> dict[str, object]:
    return {
        "chat_id": row.chat_id,
        "edition_id": row.edition_id,
        "article_id": row.article_id,
        "target_id": row.message_id,
        "state": LetterState.WAITING,
        "not_before": now,
        "created_at": now,
    }
