"""When the last file of an article went, of which editors are asked; and how an article stood before."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.add_column("articles", sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("articles", sa.Column("was", sa.String(16), nullable=True))
