"""What a chat follows becomes one of its interests, beside what it mutes; stories are among them.

Whom an article concerns is noted by the interest, so that it counts no longer once that is ended.
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"

_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
_FOLLOWS = sa.text(
    "INSERT INTO interests (id, chat_id, stance, actor_id, words, key, created_at)"
    " SELECT id, chat_id, 'follow', actor_id, words, key, created_at FROM follows"
)
_LINE = {"sqlite": "char(10)", "postgresql": "chr(10)"}
_HOLDS = {"sqlite": "instr({}, {}) > 0", "postgresql": "strpos({}, {}) > 0"}


def upgrade() -> None:
    op.create_table(
        "interests",
        sa.Column("id", _ID, nullable=False),
        sa.Column("chat_id", _ID, nullable=False),
        sa.Column("stance", sa.String(8), nullable=False),
        sa.Column("actor_id", _ID, nullable=True),
        sa.Column("story_id", _ID, nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        _reference("interests", "chat"),
        _reference("interests", "actor"),
        sa.ForeignKeyConstraint(
            ["story_id"], ["stories.id"], name=op.f("fk_interests_story_id_stories"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interests")),
        sa.UniqueConstraint("chat_id", "key", name=op.f("uq_interests_chat_id_key")),
    )
    op.create_index(op.f("ix_interests_actor_id"), "interests", ["actor_id"], unique=False)
    op.create_index(op.f("ix_interests_story_id"), "interests", ["story_id"], unique=False)
    op.execute(_FOLLOWS)
    _note_by_interest()
    op.drop_table("follows")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT setval(pg_get_serial_sequence('interests', 'id'), max(id)) FROM interests")


def _reference(table: str, whose: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [f"{whose}_id"], [f"{whose}s.id"], name=op.f(f"fk_{table}_{whose}_id_{whose}s"), ondelete="CASCADE"
    )


def _note_by_interest() -> None:
    """Of each article in place of the words, line by line, the follows that have them."""
    op.create_table(
        "noted",
        sa.Column("chat_id", _ID, nullable=False),
        sa.Column("article_id", _ID, nullable=False),
        sa.Column("interest_id", sa.BigInteger(), nullable=False),
        _reference("concerns", "chat"),
        _reference("concerns", "article"),
        sa.PrimaryKeyConstraint("chat_id", "article_id", "interest_id", name=op.f("pk_noted")),
    )
    dialect = op.get_bind().dialect.name
    line = _LINE[dialect]
    holds = _HOLDS[dialect].format(
        f"{line} || concerns.words || {line}", f"{line} || follows.words || {line}"
    )
    op.execute(
        "INSERT INTO noted (chat_id, article_id, interest_id)"
        " SELECT concerns.chat_id, concerns.article_id, follows.id FROM concerns"
        f" JOIN follows ON follows.chat_id = concerns.chat_id WHERE {holds}"
    )
    op.drop_table("concerns")
    op.rename_table("noted", "concerns")
    op.create_index(op.f("ix_concerns_article_id"), "concerns", ["article_id"], unique=False)
    if dialect == "postgresql":
        op.execute("ALTER TABLE concerns RENAME CONSTRAINT pk_noted TO pk_concerns")
