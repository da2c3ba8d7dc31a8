"""Addresses of one page are one, with "www." or without, a slash at the end or none, whatever campaign.

What articles stand at and what entries are known by is looked for by its digest, which is made anew of each
address. Entries stay known by the old ones too: nothing looks for those any more.
"""

import hashlib

import sqlalchemy as sa
from alembic import op

from bot.domain.addresses import same_link

revision = "0013"
down_revision = "0012"

_AT_ONCE = 1_000
_LINKS = sa.text(
    "SELECT article_id, key, url, outlet, author FROM links WHERE article_id > :after AND article_id <= :last"
)
_STANDS = sa.text(
    "INSERT INTO links (article_id, key, url, outlet, author)"
    " VALUES (:article_id, :key, :url, :outlet, :author) ON CONFLICT DO NOTHING"
)
_STOOD = sa.text("DELETE FROM links WHERE article_id = :article_id AND key = :old")
_ENTRIES = sa.text("SELECT id, link FROM entries WHERE id > :after AND id <= :last AND link IS NOT NULL")
_KNOWN = sa.text("INSERT INTO marks (mark, entry_id) VALUES (:mark, :id) ON CONFLICT DO NOTHING")


def upgrade() -> None:
    connection = op.get_bind()
    last = connection.scalar(sa.text("SELECT max(article_id) FROM links")) or 0
    for after in range(0, last, _AT_ONCE):
        _move_links(connection, after)
    last = connection.scalar(sa.text("SELECT max(id) FROM entries")) or 0
    for after in range(0, last, _AT_ONCE):
        _mark_entries(connection, after)


def _move_links(connection: sa.Connection, after: int) -> None:
    told = connection.execute(_LINKS, {"after": after, "last": after + _AT_ONCE}).mappings().all()
    moved = [{**row, "old": row["key"], "key": _digest(same_link(row["url"]))} for row in told]
    moved = [row for row in moved if row["key"] != row["old"]]
    if moved:
        connection.execute(_STANDS, moved)
        connection.execute(_STOOD, moved)


def _mark_entries(connection: sa.Connection, after: int) -> None:
    told = connection.execute(_ENTRIES, {"after": after, "last": after + _AT_ONCE})
    known = [{"id": row.id, "mark": _digest(f"link\n{same_link(row.link)}")} for row in told]
    if known:
        connection.execute(_KNOWN, known)


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:32]
