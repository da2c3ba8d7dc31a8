"""Where articles are fetched from, what was seen there, and where articles stand on the web."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_KEY = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
_TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    _make_sources()
    _make_entries()
    _make_beside_entries()
    op.create_table(  # 0011 notes where the articles that are here stand
        "links",
        _of("article_id", "links", "articles"),
        sa.Column("key", sa.String(64), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text()),
        sa.Column("author", sa.Text()),
        sa.PrimaryKeyConstraint("article_id", "key", name="pk_links"),
    )
    op.create_index("ix_links_key", "links", ["key"])


def _of(column: str, table: str, other: str, *, on_delete: str = "CASCADE") -> sa.Column[int]:
    name = f"fk_{table}_{column}_{other}"
    key = sa.ForeignKey(f"{other}.id", name=name, ondelete=on_delete)
    return sa.Column(column, _ID, key, nullable=on_delete == "SET NULL")


def _make_sources() -> None:
    op.create_table(
        "sources",
        sa.Column("id", _ID, nullable=False),
        sa.Column("address", _KEY, nullable=False),
        sa.Column("given", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("host", _KEY, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("reason", sa.Text()),
        sa.Column("review", sa.Boolean()),
        sa.Column("whole_text", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("section", sa.Text()),
        sa.Column("added_by", sa.BigInteger()),
        sa.Column("added_at", _TIME, nullable=False),
        sa.Column("visited_at", _TIME),
        sa.Column("succeeded_at", _TIME),
        sa.Column("next_visit", _TIME, nullable=False),
        sa.Column("failures", sa.Integer(), server_default="0", nullable=False),
        sa.Column("failing_since", _TIME),
        sa.Column("moved_to", sa.Text()),
        sa.Column("moved_since", _TIME),
        sa.Column("trouble", sa.String(16)),
        sa.Column("etag", sa.Text()),
        sa.Column("last_modified", sa.Text()),
        sa.Column("read_at", _TIME),
        sa.Column("body", sa.String(64)),
        sa.Column("least_pause", sa.Integer(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_sources"),
        sa.UniqueConstraint("address", name="uq_sources_address"),
    )
    op.create_index("ix_sources_host", "sources", ["host"])
    op.create_index("ix_sources_state_next_visit", "sources", ["state", "next_visit"])


def _make_entries() -> None:
    op.create_table(
        "entries",
        sa.Column("id", _ID, nullable=False),
        _of("source_id", "entries", "sources", on_delete="SET NULL"),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("link", sa.Text()),
        sa.Column("host", _KEY),
        sa.Column("outlet", sa.Text()),
        sa.Column("author", sa.Text()),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("length", sa.Integer(), nullable=False),
        sa.Column("published", sa.Text()),
        sa.Column("published_at", _TIME, nullable=False),
        sa.Column("first_seen", _TIME, nullable=False),
        sa.Column("history", sa.Boolean(), nullable=False),
        sa.Column("fact", sa.Text()),
        _of("article_id", "entries", "articles", on_delete="SET NULL"),
        sa.Column("reader", sa.String(64)),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("next_try", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_entries"),
    )
    op.create_index("ix_entries_article_id", "entries", ["article_id"])
    op.create_index("ix_entries_state_next_try", "entries", ["state", "next_try"])
    op.create_index("ix_entries_source_id_published_at", "entries", ["source_id", "published_at"])


def _make_beside_entries() -> None:
    op.create_table(
        "listings",
        _of("source_id", "listings", "sources"),
        _of("entry_id", "listings", "entries"),
        sa.Column("said", sa.String(64), nullable=False),
        sa.Column("listed_at", _TIME, nullable=False),
        sa.PrimaryKeyConstraint("source_id", "entry_id", name="pk_listings"),
    )
    op.create_index("ix_listings_entry_id", "listings", ["entry_id"])
    op.create_table(
        "marks",
        sa.Column("mark", sa.String(64), nullable=False),
        _of("entry_id", "marks", "entries"),
        sa.PrimaryKeyConstraint("mark", name="pk_marks"),
    )
    op.create_index("ix_marks_entry_id", "marks", ["entry_id"])
    op.create_table(
        "originals",
        _of("entry_id", "originals", "entries"),
        sa.Column("fetched_at", _TIME, nullable=False),
        sa.Column("of_page", sa.Boolean(), nullable=False),
        sa.Column("packed", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("entry_id", "fetched_at", name="pk_originals"),
    )
