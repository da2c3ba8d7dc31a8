"""Whom an article concerns is noted once, and that it was."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("articles", sa.Column("announced", sa.Boolean(), server_default="0", nullable=False))
    # One that waits for an editor is not announced by this: to publish it sets its moment anew.
    op.execute(
        "UPDATE articles SET announced = true WHERE not_before IS NULL OR not_before <= CURRENT_TIMESTAMP"
    )
