"""Whom an article concerns is noted once, and that it was."""

from alembic import op

revision = "0005"
down_revision = "0004"

_SQLITE = (
    "ALTER TABLE articles ADD COLUMN announced BOOLEAN DEFAULT 0 NOT NULL",
    "UPDATE articles SET announced = true WHERE not_before IS NULL OR not_before <= CURRENT_TIMESTAMP",
)
# A default is told of the rows that are there, and writes none of them.
_POSTGRESQL = (
    "ALTER TABLE articles ADD COLUMN announced BOOLEAN DEFAULT true NOT NULL",
    "ALTER TABLE articles ALTER COLUMN announced SET DEFAULT false",
    "UPDATE articles SET announced = false WHERE not_before > CURRENT_TIMESTAMP",
)


def upgrade() -> None:
    # One that waits for an editor is not announced by this: to publish it sets its moment anew.
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)
