"""Finds the newest matches of a search without a look at the rest, however many articles there are.

A word's entry in PostgreSQL's index is in no order of time, so that the newest rows of a
common word were found by fetching tens of thousands. Rows are numbered as they are filed: here the index
also holds the *eras* of each, stretches of 2^10, 2^11, … 2^20 ids, as words to ask for beside the others. A
search looks into the newest two eras of a size, and from what it finds there knows the size that holds
enough. FTS5 gives its rows in their order and needs none.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

_SMALLEST, _LARGEST = 10, 20  # of the eras, in bits of an id
_ERAS = ", ".join(f"'~{era}.' || (id >> {era})" for era in range(_SMALLEST, _LARGEST + 1))

# Two conditions: the index leaps between them. Sorted in the same query, PostgreSQL would walk the rows from
# the newest on and look for the words in each text; hence the array.
_NEWEST = """CREATE FUNCTION briefings_newest_{table}(asked tsquery, many integer) RETURNS SETOF bigint
STABLE ROWS 100 LANGUAGE plpgsql AS $$
DECLARE
    last bigint := (SELECT max(id) FROM {table});
    era integer := {smallest};
    found bigint[] := ARRAY[]::bigint[];
BEGIN
    WHILE era <= {largest} AND last >> era > 1 AND cardinality(found) < many LOOP
        found := ARRAY(
            SELECT id FROM {table} WHERE (search || briefings_eras(id)) @@ asked
            AND (search || briefings_eras(id)) @@ briefings_newest(last, era)
        );
        era := era + greatest(1, ceil(log(2.0, 1.25 * many / greatest(1, cardinality(found)))));
    END LOOP;
    IF cardinality(found) < many THEN
        found := ARRAY(SELECT id FROM {table} WHERE (search || briefings_eras(id)) @@ asked);
    END IF;
    RETURN QUERY SELECT unnest(found) AS id ORDER BY id DESC LIMIT many;
END $$"""

# Statistics of words are gathered for the planner alone, and made it walk all texts for a common one.
_POSTGRESQL = (
    f"""CREATE FUNCTION briefings_eras(id bigint) RETURNS tsvector IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
    SELECT array_to_tsvector(ARRAY[{_ERAS}]) $$""",
    """CREATE FUNCTION briefings_newest(last bigint, era integer) RETURNS tsquery
    IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
    SELECT ('~' || era || '.' || (last >> era) || '|~' || era || '.' || (last >> era) - 1)::tsquery $$""",
    *(
        statement
        for table in ("revisions", "quotes")
        for statement in (
            f"DROP INDEX ix_{table}_search",
            f"CREATE INDEX ix_{table}_search ON {table} USING gin ((search || briefings_eras(id)))",
            f"ALTER INDEX ix_{table}_search ALTER COLUMN 1 SET STATISTICS 0",
            f"ALTER TABLE {table} ALTER COLUMN search SET STATISTICS 0",
            _NEWEST.format(table=table, smallest=_SMALLEST, largest=_LARGEST),
        )
    ),
)


def upgrade() -> None:
    op.create_index("ix_articles_revision_id", "articles", ["revision_id"])
    connection = op.get_bind()
    if connection.dialect.name == "postgresql":
        for statement in _POSTGRESQL:
            connection.exec_driver_sql(statement)
