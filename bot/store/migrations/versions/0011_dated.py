"""One moment by which articles are ordered, in place of the day of their news; what was old when it came.

What articles tell of their publication is read out of the stored analyses, in batches. History that waited
for an edition is told to nobody any more; nothing becomes news by this.
"""

import sqlalchemy as sa
from alembic import op

from bot.domain.dating import dated_at, is_history
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
_FOLLOW = tuple(
    sa.text(
        f"UPDATE {table} SET dated_at ="
        f" (SELECT dated_at FROM articles WHERE articles.id = {table}.article_id)"
        " WHERE article_id > :after AND article_id <= :last"
    )
    for table in ("appearances", "quotes")
)


def upgrade() -> None:
    for table, indexes in _OUTDATED.items():
        for index in indexes:
            op.drop_index(index, table)
        # SQLite adds no column that must be filled without a value; each row gets its own below.
        op.add_column(table, sa.Column(*_MOMENT, nullable=False, server_default="1970-01-01 00:00:00.000000"))
    op.add_column("articles", sa.Column("history", sa.Boolean(), server_default=sa.false(), nullable=False))
    _date_articles(op.get_bind())
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


def _date_articles(connection: sa.Connection) -> None:
    told = (
        "json_extract(analysis, '$.article.published')"
        if connection.dialect.name == "sqlite"
        else "CAST(analysis AS json) #>> '{article,published}'"
    )
    shown = sa.text(
        f"SELECT articles.id, articles.filed_at, event_date, {told} AS published,"
        " EXISTS (SELECT 1 FROM entries WHERE article_id = articles.id) AS fetched"
        " FROM articles JOIN revisions ON revisions.id = articles.revision_id"
        " WHERE articles.id > :after ORDER BY articles.id LIMIT :many"
    ).columns(
        id=sa.BigInteger(),
        filed_at=UTCDateTime(),
        event_date=sa.Date(),
        published=sa.Text(),
        fetched=sa.Boolean(),
    )
    dated = sa.text("UPDATE articles SET dated_at = :dated, history = :history WHERE id = :id").bindparams(
        sa.bindparam("dated", type_=UTCDateTime()), sa.bindparam("history", type_=sa.Boolean())
    )
    after = 0
    while rows := connection.execute(shown, {"after": after, "many": _AT_ONCE}).all():
        values = [
            {
                "id": row.id,
                "dated": dated_at(
                    published=row.published,
                    event_date=None if row.fetched else row.event_date,
                    first_seen=row.filed_at,
                ),
                "history": not row.fetched and is_history(published=row.published, first_seen=row.filed_at),
            }
            for row in rows
        ]
        connection.execute(dated, values)
        for follow in _FOLLOW:
            connection.execute(follow, {"after": after, "last": rows[-1].id})
        after = rows[-1].id
