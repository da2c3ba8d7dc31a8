"""Notes with each message that was sent or waits which stories it holds, in place of its words (0015)."""

import json
from collections.abc import Sequence
from itertools import groupby

from sqlalchemy import Connection, Row, text

_AT_ONCE = 1_000  # deliveries
_MESSAGE = (
    "action = 'send' AND target_id IS NULL AND outbox.edition_id IS NOT NULL"
    " AND message NOT LIKE '{\"stories\":%'"
)
# What it told of: of an article, the others of its story that the edition held; of none, all of them: a list.
_HELD = text(
    "SELECT outbox.id, outbox.chat_id, outbox.edition_id, outbox.article_id AS lead, outbox.state, message,"
    " told.id AS article"
    " FROM outbox LEFT JOIN articles AS told_first ON told_first.id = outbox.article_id"
    " LEFT JOIN seen ON seen.chat_id = outbox.chat_id AND seen.edition_id = outbox.edition_id"
    " LEFT JOIN articles AS told ON told.id = seen.article_id"
    " AND (outbox.article_id IS NULL OR told.id = told_first.id OR told.story_id = told_first.story_id)"
    f" WHERE outbox.id > :after AND outbox.id <= :last AND {_MESSAGE}"
    " ORDER BY outbox.id, CASE WHEN told.id = outbox.article_id THEN 0 ELSE 1 END, told.dated_at DESC,"
    " told.id DESC"
)
_LAST = text("SELECT max(id) FROM (SELECT id FROM outbox WHERE id > :after ORDER BY id LIMIT :many) AS next")
_NOTE = text("UPDATE outbox SET message = :message WHERE id = :id")
# The second part of a long story, which waits: its first tells all of it now.
_DROP = text("UPDATE outbox SET state = 'dropped' WHERE id = :id AND state = 'waiting'")


def note_newest(connection: Connection, many: int) -> None:
    """Of so many of the newest deliveries, and of all that wait."""
    border = text("SELECT id FROM outbox ORDER BY id DESC LIMIT 1 OFFSET :many")
    waiting = text("SELECT id FROM outbox WHERE state IN ('waiting', 'sending') AND id <= :border")
    first: int = connection.scalar(border, {"many": many}) or 0
    for older in connection.execute(waiting, {"border": first}).scalars().all():
        _note(connection, older - 1, older)
    after: int | None = first
    while after is not None:
        after = note_some(connection, after)


def note_some(connection: Connection, after: int, many: int = _AT_ONCE) -> int | None:
    """Of so many deliveries behind that one; the last of them, None where there are no more."""
    last: int | None = connection.scalar(_LAST, {"after": after, "many": many})
    if last is not None:
        _note(connection, after, last)
    return last


def _note(connection: Connection, after: int, last: int) -> None:
    rows = connection.execute(_HELD, {"after": after, "last": last}).all()
    written, dropped, known = [], [], set()
    for _, group in groupby(rows, key=lambda row: row.id):
        held = list(group)
        part_of = held[0].chat_id, held[0].edition_id, held[0].lead
        if held[0].lead is not None and part_of in known:
            dropped.append({"id": held[0].id})
        known.add(part_of)
        if contents := _contents(held):
            written.append({"id": held[0].id, "message": contents})
    if written:
        connection.execute(_NOTE, written)
    if dropped:
        connection.execute(_DROP, dropped)


def _contents(held: Sequence[Row[tuple[object, ...]]]) -> str:
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
