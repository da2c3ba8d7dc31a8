"""How many processes died with an update in hand is counted: one that ends each is put aside."""

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.add_column("unanswered", sa.Column("deaths", sa.Integer(), server_default="0", nullable=False))
