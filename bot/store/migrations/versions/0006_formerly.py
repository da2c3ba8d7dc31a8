"""Whom an actor was that is called otherwise since its article was read anew."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "formerly",
        sa.Column("id", _ID, autoincrement=False, nullable=False),
        sa.Column("actor_id", _ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.id"], name=op.f("fk_formerly_actor_id_actors"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_formerly")),
    )
    op.create_index(op.f("ix_formerly_actor_id"), "formerly", ["actor_id"], unique=False)
