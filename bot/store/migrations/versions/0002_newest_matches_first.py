"""Finds the newest matches of a search without a look at the rest, however many articles there are.

FTS5 gives its rows in their order and needs nothing. PostgreSQL's functions search as before until the index
with eras is built (`later`).
"""

from alembic import op

from bot.store.migrations.eras import MAKE_ERAS, newest_of_all

revision = "0002"
down_revision = "0001"

# Statistics of words are gathered for the planner alone, and made it walk all texts for a common one.
_POSTGRESQL = (
    *MAKE_ERAS,
    *(
        statement
        for table in ("revisions", "quotes")
        for statement in (
            f"ALTER TABLE {table} ALTER COLUMN search SET STATISTICS 0",
            newest_of_all(table),
        )
    ),
)


def upgrade() -> None:
    op.create_index("ix_articles_revision_id", "articles", ["revision_id"])
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        for statement in _POSTGRESQL:
            connection.exec_driver_sql(statement)
