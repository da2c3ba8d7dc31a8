"""Which process has an update in hand that waits for its answer."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    op.add_column("unanswered", sa.Column("holder", sa.Text(), nullable=True))
