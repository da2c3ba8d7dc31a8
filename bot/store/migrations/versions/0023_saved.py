"""A chat may save articles, which are kept beyond the days after which others are removed."""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.create_table(
        "saved",
        sa.Column("chat_id", _ID, nullable=False),
        sa.Column("article_id", _ID, nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=False),
        _reference("chat"),
        _reference("article"),
        sa.PrimaryKeyConstraint("chat_id", "article_id", name=op.f("pk_saved")),
    )
    op.create_index(op.f("ix_saved_article_id"), "saved", ["article_id"], unique=False)


def _reference(whose: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [f"{whose}_id"], [f"{whose}s.id"], name=op.f(f"fk_saved_{whose}_id_{whose}s"), ondelete="CASCADE"
    )
