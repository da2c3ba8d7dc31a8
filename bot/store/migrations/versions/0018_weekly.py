"""A chat may have the week on Sundays; the editions that were weeks are found by their day."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"

_WEEKS = sa.text("slot = 'week'")


def upgrade() -> None:
    op.add_column("chats", sa.Column("weekly", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_index(
        "ix_editions_weeks", "editions", ["local_date"], sqlite_where=_WEEKS, postgresql_where=_WEEKS
    )
