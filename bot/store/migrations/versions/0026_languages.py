"""The language that a chat's people chose, and that of their client."""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    op.add_column("chats", sa.Column("language", sa.String(35), nullable=True))
    op.add_column("chats", sa.Column("client_language", sa.String(35), nullable=True))
