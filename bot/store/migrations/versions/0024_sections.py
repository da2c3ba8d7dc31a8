"""Articles stand in sections, which chats choose; a chat may pause, and have what it follows once a day."""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_HAS_SECTION = sa.text("section IS NOT NULL")
_OUTLETS = "INSERT INTO outlets (name) SELECT DISTINCT outlet FROM revisions WHERE outlet IS NOT NULL"


def upgrade() -> None:
    op.create_table(
        "sections",
        sa.Column("id", _ID, nullable=False),
        sa.Column("key", _KEY, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sections")),
        sa.UniqueConstraint("key", name=op.f("uq_sections_key")),
    )
    op.create_table(
        "outlets",
        sa.Column("id", _ID, nullable=False),
        sa.Column("name", _KEY, nullable=False),
        sa.Column("section", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outlets")),
        sa.UniqueConstraint("name", name=op.f("uq_outlets_name")),
    )
    op.execute(_OUTLETS)
    op.add_column("articles", sa.Column("section", sa.Text(), nullable=True))
    op.create_index(
        "ix_articles_sections",
        "articles",
        ["section"],
        sqlite_where=_HAS_SECTION,
        postgresql_where=_HAS_SECTION,
    )
    op.add_column("chats", sa.Column("followed_at", sa.String(5), nullable=True))
    op.add_column("chats", sa.Column("sections", sa.Text(), server_default="", nullable=False))
    op.add_column("chats", sa.Column("hour_sections", sa.Text(), server_default="", nullable=False))
    op.add_column("chats", sa.Column("paused_until", sa.DateTime(timezone=True), nullable=True))
