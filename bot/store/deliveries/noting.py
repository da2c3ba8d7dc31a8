"""Which stories a message holds that an older program wrote down in words: noted in place of the words.

Most is noted at an upgrade (0015); what an older leader writes beside this program, and what was not come to
yet, when somebody wants to know: whoever claims the message, or changes an article of it.
"""

import json
from collections.abc import Sequence
from itertools import groupby
from typing import TypeVarTuple

from sqlalchemy import Connection, Row, Select, bindparam, text

from bot.domain.deliveries import DeliveryAction
from bot.store.deliveries.rows import HOLDS_STORIES

Columns = TypeVarTuple("Columns")
_AT_ONCE = 1_000  # deliveries
# What it told of: of an article, the others of its story that the edition held; of none, all of them: a list.
# A long story was several messages.
_HELD = text(
    "SELECT outbox.id, outbox.article_id AS lead, outbox.message, told.id AS article,"
    " EXISTS (SELECT 1 FROM outbox AS part WHERE part.chat_id = outbox.chat_id"
    " AND part.edition_id = outbox.edition_id AND part.article_id = outbox.article_id"
    " AND part.action = 'send' AND part.target_id IS NULL AND part.id < outbox.id) AS goes_on"
    " FROM outbox LEFT JOIN articles AS told_first ON told_first.id = outbox.article_id"
    " LEFT JOIN seen ON seen.chat_id = outbox.chat_id AND seen.edition_id = outbox.edition_id"
    " LEFT JOIN articles AS told ON told.id = seen.article_id"
    " AND (outbox.article_id IS NULL OR told.id = told_first.id OR told.story_id = told_first.story_id)"
    " WHERE outbox.id IN :ids AND outbox.action = 'send' AND outbox.target_id IS NULL"
    " AND outbox.edition_id IS NOT NULL AND outbox.message NOT LIKE '{\"stories\":%'"
    " ORDER BY outbox.id, CASE WHEN told.id = outbox.article_id THEN 0 ELSE 1 END, told.dated_at DESC,"
    " told.id DESC"
).bindparams(bindparam("ids", expanding=True))
_SOME = text("SELECT id FROM outbox WHERE id > :after ORDER BY id LIMIT :many")
_NOTE = text("UPDATE outbox SET message = :message WHERE id = :id")
# The second part of a long story, which waits: its first tells all of it now.
_DROP = text("UPDATE outbox SET state = 'dropped' WHERE id = :id AND state = 'waiting'")


def noted(connection: Connection, query: Select[*Columns]) -> Sequence[Row[*Columns]]:
    """What the query finds in the outbox, once what is in words there is noted."""
    rows = connection.execute(query).all()
    in_words = [
        row.id
        for row in rows
        if row.action == DeliveryAction.SEND
        and row.target_id is None
        and row.edition_id is not None
        and not row.message.startswith(HOLDS_STORIES)
    ]
    return connection.execute(query).all() if note(connection, in_words) else rows


def note_newest(connection: Connection, many: int) -> None:
    """Of so many of the newest deliveries, and of all that wait."""
    border = text("SELECT id FROM outbox ORDER BY id DESC LIMIT 1 OFFSET :many")
    waiting = text("SELECT id FROM outbox WHERE state IN ('waiting', 'sending') AND id <= :border")
    first: int = connection.scalar(border, {"many": many}) or 0
    note(connection, connection.execute(waiting, {"border": first}).scalars().all())
    after: int | None = first
    while after is not None:
        after = note_some(connection, after)


def note_some(connection: Connection, after: int, many: int = _AT_ONCE) -> int | None:
    """Of so many deliveries behind that one; the last of them, None where there are no more."""
    ids = connection.execute(_SOME, {"after": after, "many": many}).scalars().all()
    note(connection, ids)
    return ids[-1] if ids else None


def note(connection: Connection, ids: Sequence[int]) -> bool:
    """Of those of these deliveries that are in words. Whether there is one that told of an article."""
    written, dropped = [], []
    for start in range(0, len(ids), _AT_ONCE):
        rows = connection.execute(_HELD, {"ids": ids[start : start + _AT_ONCE]}).all()
        for id_, group in groupby(rows, key=lambda row: row.id):
            held = list(group)
            if contents := _contents(held):
                written.append({"id": id_, "message": contents})
                if held[0].goes_on:
                    dropped.append({"id": id_})
    for statement, changes in ((_NOTE, written), (_DROP, dropped)):
        if changes:
            connection.execute(statement, changes)
    return bool(written)


def _contents(held: Sequence[Row[*tuple[object, ...]]]) -> str:
    """As the program keeps it; empty of what told of no article."""
    lead, message = held[0].lead, held[0].message
    articles = [row.article for row in held if row.article is not None]
    if lead is not None:
        stories = [{"articles": list(dict.fromkeys((lead, *articles)))}]
    else:
        stories = [{"articles": [article]} for article in articles]
    heading = json.loads(message).get("heading") if message else None
    contents = {"stories": stories} | ({"heading": heading} if heading else {})
    return json.dumps(contents, ensure_ascii=False, separators=(",", ":")) if stories else ""
