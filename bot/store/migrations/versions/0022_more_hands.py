"""What several editors decide together: whose word a text has, what was decided on which article, who is a
chief; of which text readers were told; and what was opened, and who came and went, in numbers alone.
"""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    op.add_column("articles", sa.Column("told_id", sa.BigInteger(), nullable=True))
    op.add_column("articles", sa.Column("turn", sa.Integer(), server_default="0", nullable=False))
    op.add_column("decisions", sa.Column("article_id", sa.BigInteger(), nullable=True))
    op.create_index(op.f("ix_decisions_article_id_id"), "decisions", ["article_id", "id"], unique=False)
    op.add_column("editors", sa.Column("chief", sa.Boolean(), server_default=sa.false(), nullable=False))
    op.create_table(
        "desk",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("chiefs_only", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_desk")),
    )
    op.create_table(
        "approvals",
        sa.Column("revision_id", _ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["revision_id"],
            ["revisions.id"],
            name=op.f("fk_approvals_revision_id_revisions"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("revision_id", "user_id", name=op.f("pk_approvals")),
    )
    op.create_table(
        "openings",
        sa.Column("article_id", _ID, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_openings_article_id_articles"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "day", name=op.f("pk_openings")),
    )
    op.create_index(op.f("ix_openings_day"), "openings", ["day"], unique=False)
    op.create_table(
        "readership",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("gained", sa.Integer(), nullable=False),
        sa.Column("lost", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_readership")),
    )
