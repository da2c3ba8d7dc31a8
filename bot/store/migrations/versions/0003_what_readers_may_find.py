"""What readers look through holds what they may be told of, and nothing else.

Names, appearances, quotations and words stood in the indexes from an article's filing on, whether readers
might have it or not; now from the moment it is shown, and only of the text that is shown. Which articles
are to be taken out, the program finds after the upgrade.
"""

import sqlalchemy as sa
from alembic import op

from bot.store.migrations.aliases import note_aliases
from bot.store.migrations.building import definition
from bot.store.migrations.eras import BY_ERAS, newest_of_all

revision = "0003"
down_revision = "0002"

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

_SHOWN = (
    # A default holds for the rows that are there and writes none of them; whoever adds one says what it is.
    "ALTER TABLE revisions ADD COLUMN shown BOOLEAN DEFAULT true NOT NULL",
    "UPDATE revisions SET shown = false WHERE NOT EXISTS"
    " (SELECT 1 FROM articles WHERE revision_id = revisions.id)",
)
_MAY_NOT = "state <> 'live' OR not_before > CURRENT_TIMESTAMP"  # they are taken out right after


def upgrade() -> None:
    connection = op.get_bind()
    sqlite = connection.dialect.name == "sqlite"
    op.add_column("articles", sa.Column("pending_id", sa.BigInteger(), nullable=True))
    for statement in _SHOWN:
        connection.exec_driver_sql(statement)
    op.add_column("actors", sa.Column("key", _KEY, server_default="", nullable=False))
    op.add_column("appearances", sa.Column("aliases", sa.Text(), server_default="", nullable=False))
    for statement in (
        "UPDATE actors SET key ="
        " coalesce((SELECT min(key) FROM names WHERE actor_id = actors.id AND whole), '')",
        "DELETE FROM names WHERE NOT EXISTS (SELECT 1 FROM appearances WHERE actor_id = names.actor_id)",
        *(_SQLITE if sqlite else ()),
    ):
        connection.exec_driver_sql(statement)
    op.create_index("ix_actors_key", "actors", ["key"])
    if sqlite:
        note_aliases(connection)
    else:
        note_aliases(connection, _MAY_NOT)  # the others while the bot answers
        held = BY_ERAS if "briefings_eras" in definition(connection, "ix_revisions_search") else "search"
        connection.exec_driver_sql(newest_of_all("revisions", which="shown", held=held))
