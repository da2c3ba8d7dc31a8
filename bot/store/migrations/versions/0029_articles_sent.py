"""An article that an editor sends waits as an edition does, and can be called back."""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0028"


def upgrade() -> None:
    op.add_column("sendings", sa.Column("article_id", sa.BigInteger(), nullable=True))
