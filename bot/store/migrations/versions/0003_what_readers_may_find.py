"""What readers look through holds what they may be told of, and nothing else.

Names, appearances, quotations and words stood in the indexes from an article's filing on, whether readers
might have it or not; now from the moment it is shown, and only of the text that is shown. Which articles
are to be taken out, the program finds after the upgrade.
"""

import json

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_AT_ONCE = 500  # articles whose names are read
_KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")

_SQLITE = (
    "DROP TRIGGER revisions_inserted",
    "DROP TRIGGER revisions_deleted",
    "DROP TRIGGER revisions_updated",
    "INSERT INTO revisions_words (revisions_words, rowid, headline, text)"
    " SELECT 'delete', id, headline, text FROM revisions WHERE NOT shown",
    """CREATE TRIGGER revisions_inserted AFTER INSERT ON revisions WHEN new.shown BEGIN
    INSERT INTO revisions_words (rowid, headline, text) VALUES (new.id, new.headline, new.text); END""",
    """CREATE TRIGGER revisions_deleted AFTER DELETE ON revisions WHEN old.shown BEGIN
    INSERT INTO revisions_words (revisions_words, rowid, headline, text)
    VALUES ('delete', old.id, old.headline, old.text); END""",
    """CREATE TRIGGER revisions_updated AFTER UPDATE OF headline, text, shown ON revisions BEGIN
    INSERT INTO revisions_words (revisions_words, rowid, headline, text)
    SELECT 'delete', old.id, old.headline, old.text WHERE old.shown;
    INSERT INTO revisions_words (rowid, headline, text)
    SELECT new.id, new.headline, new.text WHERE new.shown; END""",
)

# As of migration 0002, of the rows that are shown.
_NEWEST = """CREATE OR REPLACE FUNCTION briefings_newest_revisions(asked tsquery, many integer)
RETURNS SETOF bigint STABLE ROWS 100 LANGUAGE plpgsql AS $$
DECLARE
    last bigint := (SELECT max(id) FROM revisions);
    era integer := 10;
    found bigint[] := ARRAY[]::bigint[];
BEGIN
    WHILE era <= 20 AND last >> era > 1 AND cardinality(found) < many LOOP
        found := ARRAY(
            SELECT id FROM revisions WHERE shown AND (search || briefings_eras(id)) @@ asked
            AND (search || briefings_eras(id)) @@ briefings_newest(last, era)
        );
        era := era + greatest(1, ceil(log(2.0, 1.25 * many / greatest(1, cardinality(found)))));
    END LOOP;
    IF cardinality(found) < many THEN
        found := ARRAY(SELECT id FROM revisions WHERE shown AND (search || briefings_eras(id)) @@ asked);
    END IF;
    RETURN QUERY SELECT unnest(found) AS id ORDER BY id DESC LIMIT many;
END $$"""
_POSTGRESQL = (
    "DROP INDEX ix_revisions_search",
    "CREATE INDEX ix_revisions_search ON revisions USING gin ((search || briefings_eras(id))) WHERE shown",
    "ALTER INDEX ix_revisions_search ALTER COLUMN 1 SET STATISTICS 0",
    _NEWEST,
)


def upgrade() -> None:
    op.add_column("articles", sa.Column("pending_id", sa.BigInteger(), nullable=True))
    op.add_column(
        "revisions", sa.Column("shown", sa.Boolean(), server_default=sa.text("false"), nullable=False)
    )
    op.add_column("actors", sa.Column("key", _KEY, server_default="", nullable=False))
    op.add_column("appearances", sa.Column("aliases", sa.Text(), server_default="", nullable=False))
    connection = op.get_bind()
    for statement in (
        "UPDATE revisions SET shown = true WHERE id IN (SELECT revision_id FROM articles)",
        "UPDATE actors SET key ="
        " coalesce((SELECT min(key) FROM names WHERE actor_id = actors.id AND whole), '')",
        "DELETE FROM names WHERE NOT EXISTS (SELECT 1 FROM appearances WHERE actor_id = names.actor_id)",
        *(_SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL),
    ):
        connection.exec_driver_sql(statement)
    op.create_index("ix_actors_key", "actors", ["key"])
    _tell_aliases(connection)


def _tell_aliases(connection: sa.Connection) -> None:
    """Notes with each appearance what its article calls the actor."""
    newest = sa.text(
        "SELECT id, article_id, analysis FROM revisions WHERE shown AND id > :after ORDER BY id LIMIT :many"
    )
    noted = sa.text(
        "UPDATE appearances SET aliases = :aliases WHERE article_id = :article AND place = :place"
    )
    after = 0
    while rows := connection.execute(newest, {"after": after, "many": _AT_ONCE}).all():
        called = [
            {"article": row.article_id, "place": place, "aliases": "\n".join(actor["aliases"])}
            for row in rows
            for place, actor in enumerate(json.loads(row.analysis).get("actors", ()))
            if actor.get("aliases")
        ]
        if called:
            connection.execute(noted, called)
        after = rows[-1].id
