"""Notes with older messages which stories they hold."""

from alembic import op

from bot.store.deliveries.noting import note_some
from bot.store.migrations.building import in_turn

revision = "0015"
down_revision = "0011"

_AT_ONCE = 200  # deliveries: whoever writes waits for so many


def upgrade() -> None:
    connection = op.get_bind()
    after: int | None = 0
    while after is not None:
        with in_turn(connection):
            after = note_some(connection, after, _AT_ONCE)
