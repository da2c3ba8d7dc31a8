"""When the file of an article was noticed: what counts as one import, however long it is read."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.add_column("articles", sa.Column("came_at", sa.DateTime(timezone=True), nullable=True))
