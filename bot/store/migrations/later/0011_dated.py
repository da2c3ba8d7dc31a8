"""Gives quotations and appearances the moment of their article, in the order in which they were filed."""

from alembic import op
from sqlalchemy import text

from bot.store.migrations.building import in_turn

revision = "0011"
down_revision = "0003"

_AT_ONCE = 200  # articles: whoever files one waits for so many
_LAST = text(
    "SELECT max(id) FROM (SELECT id FROM articles WHERE id > :after ORDER BY id LIMIT :many) AS next"
)
_FOLLOW = tuple(
    text(
        f"UPDATE {table} SET dated_at = articles.dated_at FROM articles WHERE articles.id = article_id"
        f" AND article_id > :after AND article_id <= :last AND {table}.dated_at <> articles.dated_at"
    )
    for table in ("appearances", "quotes")
)


def upgrade() -> None:
    connection = op.get_bind()
    after = 0
    while last := connection.scalar(_LAST, {"after": after, "many": _AT_ONCE}):
        with in_turn(connection):
            for follow in _FOLLOW:
                connection.execute(follow, {"after": after, "last": last})
        after = last
    for table in ("appearances", "quotes"):
        connection.exec_driver_sql(f"ANALYZE {table}")
