"""Finds the newest matches of a search among the texts that are shown by the eras of their rows."""

from alembic import op

from bot.store.migrations.aliases import note_aliases
from bot.store.migrations.building import build_index, definition, in_turn
from bot.store.migrations.eras import newest_by_eras

revision = "0003"
down_revision = "0002"

_NAME = "ix_revisions_search"
_ON = "revisions USING gin (((search || briefings_eras(id)))) WHERE shown"


def upgrade() -> None:
    connection = op.get_bind()
    if definition(connection, _NAME).endswith(_ON):
        return
    # Whoever takes an article out forgets its names by its aliases: nobody does before they are noted.
    with in_turn(connection):
        note_aliases(connection)
    build_index(
        connection,
        _NAME,
        _ON,
        then=(
            f"ALTER INDEX {_NAME} ALTER COLUMN 1 SET STATISTICS 0",
            newest_by_eras("revisions", which="shown"),
        ),
    )
