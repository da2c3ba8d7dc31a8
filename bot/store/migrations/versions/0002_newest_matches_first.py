"""Finds the newest matches of a search without a look at the rest, however many articles there are.

A word's entry in PostgreSQL's index is in no order of time, so that the newest rows of a
common word were found by fetching tens of thousands. Rows are numbered as they are filed: here the index
also holds the *eras* of each, stretches of 2^12, 2^14, 2^16, and 2^18 ids, as four more words to ask for.
FTS5 gives its rows in their order and needs none.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

# Statistics of words are gathered for the planner alone, and made it walk all texts for a common one.
_POSTGRESQL = (
    """CREATE FUNCTION briefings_era(id bigint) RETURNS tsvector IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
    SELECT array_to_tsvector(ARRAY[
    '~12.' || (id >> 12), '~14.' || (id >> 14), '~16.' || (id >> 16), '~18.' || (id >> 18)]) $$""",
    """CREATE FUNCTION briefings_newest(last bigint, era integer) RETURNS tsquery
    IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
    SELECT ('~' || era || '.' || (last >> era)
    || '|~' || era || '.' || greatest(0, (last >> era) - 1))::tsquery $$""",
    *(
        statement
        for table in ("revisions", "quotes")
        for statement in (
            f"DROP INDEX ix_{table}_search",
            f"CREATE INDEX ix_{table}_search ON {table} USING gin ((search || briefings_era(id)))",
            f"ALTER INDEX ix_{table}_search ALTER COLUMN 1 SET STATISTICS 0",
            f"ALTER TABLE {table} ALTER COLUMN search SET STATISTICS 0",
        )
    ),
)


def upgrade() -> None:
    op.create_index("ix_articles_revision_id", "articles", ["revision_id"])
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        for statement in _POSTGRESQL:
            connection.exec_driver_sql(statement)
