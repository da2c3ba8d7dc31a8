"""The first tables, and the full-text indexes over articles and quotations.

Both databases are made to read words alike, so that a search finds and ranks alike: accents dropped, words
cut at every mark, stems by Porter's own rules (FTS5's `porter`, PostgreSQL's snowball `porter`), no stop
words, a hit in the headline worth four in the text.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

# SQLite numbers rows only under INTEGER PRIMARY KEY.
BIG_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

_SQLITE = (
    "CREATE VIRTUAL TABLE revisions_words USING fts5(headline, text, content='revisions', content_rowid='id',"
    " tokenize='porter unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE quotes_words USING fts5(words, content='quotes', content_rowid='id',"
    " tokenize='porter unicode61 remove_diacritics 2')",
    """CREATE TRIGGER revisions_inserted AFTER INSERT ON revisions BEGIN
    INSERT INTO revisions_words (rowid, headline, text) VALUES (new.id, new.headline, new.text); END""",
    """CREATE TRIGGER revisions_deleted AFTER DELETE ON revisions BEGIN
    INSERT INTO revisions_words (revisions_words, rowid, headline, text)
    VALUES ('delete', old.id, old.headline, old.text); END""",
    """CREATE TRIGGER revisions_updated AFTER UPDATE OF headline, text ON revisions BEGIN
    INSERT INTO revisions_words (revisions_words, rowid, headline, text)
    VALUES ('delete', old.id, old.headline, old.text);
    INSERT INTO revisions_words (rowid, headline, text) VALUES (new.id, new.headline, new.text); END""",
    """CREATE TRIGGER quotes_inserted AFTER INSERT ON quotes BEGIN
    INSERT INTO quotes_words (rowid, words) VALUES (new.id, new.words); END""",
    """CREATE TRIGGER quotes_deleted AFTER DELETE ON quotes BEGIN
    INSERT INTO quotes_words (quotes_words, rowid, words) VALUES ('delete', old.id, old.words); END""",
)

# A tsvector holds a megabyte at most; 200,000 characters of text stay under it in any script.
_POSTGRESQL = (
    "CREATE TEXT SEARCH DICTIONARY briefings_stem (TEMPLATE = snowball, LANGUAGE = porter)",
    "CREATE TEXT SEARCH CONFIGURATION briefings (COPY = pg_catalog.simple)",
    "ALTER TEXT SEARCH CONFIGURATION briefings"
    " ALTER MAPPING FOR asciiword, word, numword WITH briefings_stem",
    """CREATE FUNCTION briefings_plain(words text) RETURNS text IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
    SELECT translate(regexp_replace(normalize(left(words, 200000), NFD), '[\u0300-\u036f]', '', 'g'),
    '-‐‑–—_/.@:+&''’', '              ') $$""",
    """ALTER TABLE revisions ADD COLUMN search tsvector GENERATED ALWAYS AS (
    setweight(to_tsvector('briefings', briefings_plain(coalesce(headline, ''))), 'A')
    || to_tsvector('briefings', briefings_plain(text))) STORED""",
    "CREATE INDEX ix_revisions_search ON revisions USING gin (search)",
    """ALTER TABLE quotes ADD COLUMN search tsvector GENERATED ALWAYS AS (
    to_tsvector('briefings', briefings_plain(words))) STORED""",
    "CREATE INDEX ix_quotes_search ON quotes USING gin (search)",
)


def upgrade() -> None:
    make_tables()
    connection = op.get_bind()
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)


def make_tables() -> None:
    """As `bot.store.database.tables` stood then: a later change of it is a later migration."""
    op.create_table(
        "actors",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("mark", sa.Text(), server_default="", nullable=False),
        sa.Column("merged_into", BIG_ID, nullable=True),
        sa.Column("same_as", BIG_ID, nullable=True),
        sa.Column("apart", sa.Boolean(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(["merged_into"], ["actors.id"], name=op.f("fk_actors_merged_into")),
        sa.ForeignKeyConstraint(["same_as"], ["actors.id"], name=op.f("fk_actors_same_as")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_actors")),
    )
    op.create_index(op.f("ix_actors_merged_into"), "actors", ["merged_into"], unique=False)
    op.create_index(op.f("ix_actors_same_as"), "actors", ["same_as"], unique=False)
    op.create_index(op.f("ix_actors_weight"), "actors", ["weight"], unique=False)
    op.create_table(
        "chats",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("telegram_id", sa.BigInteger(), nullable=False),
        sa.Column("thread_id", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("set_up_by", sa.BigInteger(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("subscribed", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("hours", sa.Text(), server_default="", nullable=False),
        sa.Column("days", sa.String(length=7), server_default="1111111", nullable=False),
        sa.Column("each_new", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("followed_only", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("timezone", sa.String(length=64), nullable=True),
        sa.Column("quiet_from", sa.String(length=5), nullable=True),
        sa.Column("quiet_to", sa.String(length=5), nullable=True),
        sa.Column("stories", sa.Integer(), server_default="5", nullable=False),
        sa.Column("sentences", sa.Integer(), server_default="3", nullable=False),
        sa.Column("silent", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("link_full_text", sa.Boolean(), server_default="1", nullable=False),
        sa.Column("say_nothing_new", sa.Boolean(), server_default="0", nullable=False),
        sa.Column("each_new_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("next_due", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_from", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_chats")),
        sa.UniqueConstraint("telegram_id", "thread_id", name=op.f("uq_chats_telegram_id_thread_id")),
    )
    op.create_index(op.f("ix_chats_next_due"), "chats", ["next_due"], unique=False)
    op.create_index(op.f("ix_chats_subscribed_state"), "chats", ["subscribed", "state"], unique=False)
    op.create_table(
        "claims",
        sa.Column("path", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.PrimaryKeyConstraint("path", name=op.f("pk_claims")),
    )
    op.create_table(
        "decisions",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("verb", sa.String(length=32), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decisions")),
    )
    op.create_index(op.f("ix_decisions_at"), "decisions", ["at"], unique=False)
    op.create_table(
        "drafts",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("user_id", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("analysis", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_drafts")),
    )
    op.create_table(
        "editors",
        sa.Column("user_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("added_by", sa.BigInteger(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_editors")),
    )
    op.create_table(
        "invites",
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("made_by", sa.BigInteger(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_invites")),
    )
    op.create_table(
        "members",
        sa.Column("telegram_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("code", sa.String(length=32), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("telegram_id", name=op.f("pk_members")),
    )
    op.create_table(
        "press",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("passed_until", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_press")),
    )
    op.create_table(
        "stories",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("newest", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stories")),
    )
    op.create_table(
        "articles",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("story_id", BIG_ID, nullable=True),
        sa.Column("revision_id", sa.BigInteger(), nullable=True),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=True),
        sa.Column("news_date", sa.Date(), nullable=False),
        sa.Column("correction", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["story_id"], ["stories.id"], name=op.f("fk_articles_story_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_articles")),
    )
    op.create_index(op.f("ix_articles_filed_at_id"), "articles", ["filed_at", "id"], unique=False)
    op.create_index(op.f("ix_articles_not_before_id"), "articles", ["not_before", "id"], unique=False)
    op.create_index(
        op.f("ix_articles_state_news_date_filed_at_id"),
        "articles",
        ["state", "news_date", "filed_at", "id"],
        unique=False,
    )
    op.create_index(op.f("ix_articles_story_id"), "articles", ["story_id"], unique=False)
    op.create_table(
        "editions",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("chat_id", BIG_ID, nullable=False),
        sa.Column("slot", sa.String(length=32), nullable=False),
        sa.Column("local_date", sa.Date(), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_editions_chat_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_editions")),
        sa.UniqueConstraint(
            "chat_id", "slot", "local_date", name=op.f("uq_editions_chat_id_slot_local_date")
        ),
    )
    op.create_table(
        "follows",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("chat_id", BIG_ID, nullable=False),
        sa.Column("actor_id", BIG_ID, nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.id"], name=op.f("fk_follows_actor_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_follows_chat_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follows")),
        sa.UniqueConstraint("chat_id", "key", name=op.f("uq_follows_chat_id_key")),
    )
    op.create_index(op.f("ix_follows_actor_id"), "follows", ["actor_id"], unique=False)
    op.create_table(
        "names",
        sa.Column("key", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("actor_id", BIG_ID, nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("alone", sa.Boolean(), nullable=False),
        sa.Column("tail", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.id"], name=op.f("fk_names_actor_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("key", "actor_id", name=op.f("pk_names")),
    )
    op.create_index(op.f("ix_names_actor_id"), "names", ["actor_id"], unique=False)
    op.create_index(op.f("ix_names_tail"), "names", ["tail"], unique=False)
    op.create_table(
        "outbox",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("chat_id", BIG_ID, nullable=False),
        sa.Column("edition_id", sa.BigInteger(), nullable=True),
        sa.Column("article_id", sa.BigInteger(), nullable=True),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("target_id", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("doubts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("message_id", sa.BigInteger(), nullable=True),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_outbox_chat_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
    )
    op.create_index(op.f("ix_outbox_article_id"), "outbox", ["article_id"], unique=False)
    op.create_index(op.f("ix_outbox_chat_id"), "outbox", ["chat_id"], unique=False)
    op.create_index(op.f("ix_outbox_edition_id"), "outbox", ["edition_id"], unique=False)
    op.create_index(
        op.f("ix_outbox_state_not_before_id"), "outbox", ["state", "not_before", "id"], unique=False
    )
    op.create_table(
        "appearances",
        sa.Column("article_id", BIG_ID, nullable=False),
        sa.Column("actor_id", BIG_ID, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("clues", sa.Text(), server_default="", nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("news_date", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.id"], name=op.f("fk_appearances_actor_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_appearances_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", "actor_id", "place", name=op.f("pk_appearances")),
    )
    op.create_index(
        op.f("ix_appearances_actor_id_news_date_article_id"),
        "appearances",
        ["actor_id", "news_date", "article_id"],
        unique=False,
    )
    op.create_table(
        "concerns",
        sa.Column("chat_id", BIG_ID, nullable=False),
        sa.Column("article_id", BIG_ID, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_concerns_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["chat_id"], ["chats.id"], name=op.f("fk_concerns_chat_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("chat_id", "article_id", name=op.f("pk_concerns")),
    )
    op.create_index(op.f("ix_concerns_article_id"), "concerns", ["article_id"], unique=False)
    op.create_table(
        "files",
        sa.Column("path", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("modified_ns", sa.BigInteger(), nullable=False),
        sa.Column("article_id", BIG_ID, nullable=True),
        sa.Column("fault", sa.Text(), nullable=True),
        sa.Column("reader", sa.String(length=64), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_files_article_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("path", name=op.f("pk_files")),
    )
    op.create_index(op.f("ix_files_article_id"), "files", ["article_id"], unique=False)
    op.create_table(
        "outlines",
        sa.Column("article_id", BIG_ID, nullable=False),
        sa.Column("marks", sa.Text(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_outlines_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_outlines")),
    )
    op.create_table(
        "quotes",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("article_id", BIG_ID, nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("actor_id", BIG_ID, nullable=True),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("news_date", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(
            ["actor_id"], ["actors.id"], name=op.f("fk_quotes_actor_id"), ondelete="SET NULL"
        ),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_quotes_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_quotes")),
    )
    op.create_index(op.f("ix_quotes_article_id"), "quotes", ["article_id"], unique=False)
    op.create_index(
        "ix_quotes_newest",
        "quotes",
        [sa.literal_column("news_date DESC"), sa.literal_column("article_id DESC"), "place"],
        unique=False,
    )
    op.create_index(
        "ix_quotes_of_actor",
        "quotes",
        ["actor_id", sa.literal_column("news_date DESC"), sa.literal_column("article_id DESC"), "place"],
        unique=False,
    )
    op.create_table(
        "revisions",
        sa.Column("id", BIG_ID, nullable=False),
        sa.Column("article_id", BIG_ID, nullable=False),
        sa.Column("content_id", sa.String(length=64), nullable=False),
        sa.Column("filed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("headline", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("event_date", sa.Date(), nullable=True),
        sa.Column("language", sa.String(length=8), nullable=True),
        sa.Column("reader", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("analysis", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_revisions_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_revisions")),
    )
    op.create_index(op.f("ix_revisions_article_id"), "revisions", ["article_id"], unique=False)
    op.create_index(op.f("ix_revisions_content_id"), "revisions", ["content_id"], unique=False)
    op.create_table(
        "seen",
        sa.Column("chat_id", BIG_ID, nullable=False),
        sa.Column("article_id", BIG_ID, nullable=False),
        sa.Column("revision_id", sa.BigInteger(), nullable=False),
        sa.Column("edition_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_seen_article_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["chat_id"], ["chats.id"], name=op.f("fk_seen_chat_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("chat_id", "article_id", name=op.f("pk_seen")),
    )
    op.create_index(op.f("ix_seen_article_id"), "seen", ["article_id"], unique=False)
    op.create_table(
        "story_terms",
        sa.Column("term", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False),
        sa.Column("news_date", sa.Date(), nullable=False),
        sa.Column("article_id", BIG_ID, nullable=False),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=op.f("fk_story_terms_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("term", "news_date", "article_id", name=op.f("pk_story_terms")),
    )
    op.create_index(op.f("ix_story_terms_article_id"), "story_terms", ["article_id"], unique=False)
