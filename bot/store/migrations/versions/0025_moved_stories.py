"""A move tells whose story it moved in the next edition."""

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"


def upgrade() -> None:
    op.add_column("moves", sa.Column("article_id", sa.BigInteger(), nullable=True))
