"""One moment by which articles are ordered, in place of the day of their news; what was old when it came.

What articles tell of their publication, and where they say that they stand (0009), is read out of the stored
analyses, in batches. History that waited for an edition is told to nobody any more; nothing becomes news by
this. On PostgreSQL only quotations and appearances in the newest articles follow at once, the others while
the bot answers (`later`): until then they stand below these, in the order in which they were filed.
"""

import hashlib
import json

import sqlalchemy as sa
from alembic import op

from bot.domain.addresses import names_page, same_link
from bot.domain.recency import dated_at, is_history
from bot.store.database.tables import UTCDateTime

revision = "0011"
down_revision = "0010"

_AT_ONCE = 1_000  # articles
_OUTDATED = {
    "articles": ("ix_articles_state_news_date_filed_at_id",),
    "appearances": ("ix_appearances_actor_id_news_date_article_id",),
    "quotes": ("ix_quotes_newest", "ix_quotes_of_actor"),
}
_BACKWARDS = (sa.text("dated_at DESC"), sa.text("article_id DESC"), "place")
_MOMENT = "dated_at", UTCDateTime()
_FOLLOW = "dated_at = (SELECT dated_at FROM articles WHERE articles.id = article_id)"
_NEWEST = "article_id IN (SELECT id FROM articles ORDER BY dated_at DESC LIMIT 10000)"


def upgrade() -> None:
    for table, indexes in _OUTDATED.items():
        for index in indexes:
            op.drop_index(index, table)
        # SQLite adds no column that must be filled without a value; each row gets its own below.
        op.add_column(table, sa.Column(*_MOMENT, nullable=False, server_default="1970-01-01 00:00:00.000000"))
    op.add_column("articles", sa.Column("history", sa.Boolean(), server_default=sa.false(), nullable=False))
    connection = op.get_bind()
    sqlite = connection.dialect.name == "sqlite"
    _read_analyses(connection, "json_extract({}, '$.{}')" if sqlite else "CAST({} AS json) ->> '{}'")
    for table in ("appearances", "quotes"):
        op.execute(f"UPDATE {table} SET {_FOLLOW} WHERE {'true' if sqlite else _NEWEST}")
    for table in _OUTDATED:
        op.drop_column(table, "news_date")
    op.create_index("ix_articles_state_dated_at_id", "articles", ["state", "dated_at", "id"])
    op.create_index("ix_articles_history_filed_at_id", "articles", ["history", "filed_at", "id"])
    beside = ["actor_id", "dated_at", "article_id"]
    op.create_index("ix_appearances_actor_id_dated_at_article_id", "appearances", beside)
    op.create_index("ix_quotes_newest", "quotes", list(_BACKWARDS))
    op.create_index("ix_quotes_of_actor", "quotes", ["actor_id", *_BACKWARDS])
    for table in _OUTDATED:  # unmeasured, SQLite walks all articles for the newest quotations
        op.execute(f"ANALYZE {table}")


def _read_analyses(connection: sa.Connection, member: str) -> None:
    told = member.format("analysis", "article")
    shown = sa.text(
        f"SELECT articles.id, articles.filed_at, event_date, outlet, {told} AS told,"
        " EXISTS (SELECT 1 FROM entries WHERE article_id = articles.id) AS fetched"
        " FROM articles JOIN revisions ON revisions.id = articles.revision_id"
        " WHERE articles.id > :after ORDER BY articles.id LIMIT :many"
    ).columns(filed_at=UTCDateTime(), event_date=sa.Date(), fetched=sa.Boolean())
    dated = sa.text("UPDATE articles SET dated_at = :dated, history = :history WHERE id = :id").bindparams(
        sa.bindparam("dated", type_=UTCDateTime()), sa.bindparam("history", type_=sa.Boolean())
    )
    stands = sa.text(
        "INSERT INTO links (article_id, key, url, outlet, author)"
        " VALUES (:article, :key, :url, :outlet, :author) ON CONFLICT DO NOTHING"
    )
    after = 0
    while rows := connection.execute(shown, {"after": after, "many": _AT_ONCE}).all():
        moments, links = [], []
        for row in rows:
            article = json.loads(row.told or "{}")
            published, url = article.get("published"), article.get("url")
            moments.append(
                {
                    "id": row.id,
                    "dated": dated_at(
                        published=published,
                        event_date=None if row.fetched else row.event_date,
                        first_seen=row.filed_at,
                    ),
                    "history": not row.fetched and is_history(published=published, first_seen=row.filed_at),
                }
            )
            if url and names_page(url):
                key = hashlib.sha256(same_link(url).encode("utf-8", "replace")).hexdigest()[:32]
                link = {"key": key, "url": url, "outlet": row.outlet, "author": article.get("author")}
                links.append({"article": row.id} | link)
        connection.execute(dated, moments)
        if links:
            connection.execute(stands, links)
        after = rows[-1].id
