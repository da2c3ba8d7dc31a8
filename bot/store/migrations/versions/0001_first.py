"""The first tables, and the full-text indexes over articles and quotations.

Both databases are made to read words alike, so that a search finds and ranks alike: accents dropped, words
cut at every mark, stems by Porter's own rules (FTS5's `porter`, PostgreSQL's snowball `porter`), no stop
words, a hit in the headline worth four in the text.
"""

from alembic import op

from bot.store.tables import metadata

revision = "0001"
down_revision = None

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
    connection = op.get_bind()
    metadata.create_all(connection, checkfirst=False)
    for statement in _SQLITE if connection.dialect.name == "sqlite" else _POSTGRESQL:
        connection.exec_driver_sql(statement)
