"""Finds the newest matches of a search among quotations by the eras of their rows."""

from alembic import op

from bot.store.migrations.building import build_index
from bot.store.migrations.eras import newest_by_eras

revision = "0002"
down_revision = None


def upgrade() -> None:
    build_index(
        op.get_bind(),
        "ix_quotes_search",
        "quotes USING gin (((search || briefings_eras(id))))",
        then=("ALTER INDEX ix_quotes_search ALTER COLUMN 1 SET STATISTICS 0", newest_by_eras("quotes")),
    )
