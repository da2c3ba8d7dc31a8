"""A chat may save actors, too."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "saved_actors",
        sa.Column("chat_id", _ID, nullable=False),
        sa.Column("actor_id", _ID, nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        _reference("chat"),
        _reference("actor"),
        sa.PrimaryKeyConstraint("chat_id", "actor_id", name=op.f("pk_saved_actors")),
    )
    op.create_index(op.f("ix_saved_actors_actor_id"), "saved_actors", ["actor_id"], unique=False)


def _reference(whose: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_saved_actors_{whose}_id_{whose}s")
    return sa.ForeignKeyConstraint([f"{whose}_id"], [f"{whose}s.id"], name=name, ondelete="CASCADE")
