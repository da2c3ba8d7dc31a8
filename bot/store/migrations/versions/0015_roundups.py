"""What a message holds and shows is stored, not its words; a chat may want whole stories.

So it is known of messages that were sent before, too: on PostgreSQL of the newest and of what waits at once,
of the others while the bot answers (`later`), or when an article of theirs is changed.
"""

import sqlalchemy as sa
from alembic import op

from bot.store.deliveries.noting import note_newest

revision = "0015"
down_revision = "0014"

_ALL = 10**9
_NEWEST = 10_000


def upgrade() -> None:
    op.add_column("outbox", sa.Column("shows", sa.BigInteger(), nullable=True))
    op.add_column(
        "chats", sa.Column("whole_stories", sa.Boolean(), server_default=sa.false(), nullable=False)
    )
    connection = op.get_bind()
    note_newest(connection, _ALL if connection.dialect.name == "sqlite" else _NEWEST)
