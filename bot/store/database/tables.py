"""The tables, for SQLite and PostgreSQL alike. Full-text indexes differ and stand in the migrations.

Times are stored in UTC and come out aware. An *article* is an identity that outlives its text; a
*revision* is one text of it with its analysis. Buttons carry article ids, so they open the newest.
A table that came later tells since which version a database has it.
"""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Dialect,
    Double,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)
from sqlalchemy.schema import SchemaItem


class UTCDateTime(TypeDecorator[datetime]):
    """Refuses naive datetimes on the way in, gives aware ones in UTC on the way out."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """The moment as it is stored. Raises ValueError for one without a time zone."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"naive datetime {value.isoformat()}")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 (SQLAlchemy's signature)
        """The moment, in UTC where the database tells no zone."""
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


# Compared by code point, so that ranges of it use the index.
Key = Text().with_variant(Text(collation="C"), "postgresql")
# Behind every letter: the names that begin with "ab" are those from "ab" to "ab" and this.
LAST = "\U0010ffff"
BigId = BigInteger().with_variant(Integer, "sqlite")  # SQLite numbers rows only under INTEGER PRIMARY KEY

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _table(name: str, *parts: SchemaItem, since: str = "0001") -> Table:
    """A table of the bot's; `since`: the migration that made it."""
    return Table(name, metadata, *parts, info={"since": since})


# ------------------------------------------------------------------ what was read

stories = _table(
    "stories",
    Column("id", BigId, primary_key=True),
    Column("newest", UTCDateTime, nullable=False),  # when its latest article was filed
)

_HAS_SECTION = text("section IS NOT NULL")
articles = _table(
    "articles",
    Column("id", BigId, primary_key=True),
    Column("state", String(16), nullable=False),  # live, review, held, withdrawn, killed
    Column("was", String(16)),  # the state before; NULL: it had none, or an earlier build moved it
    Column("story_id", ForeignKey("stories.id"), index=True),
    # The newest approved; no constraint, the two tables point at each other.
    Column("revision_id", BigInteger),
    Column("filed_at", UTCDateTime, nullable=False),
    Column("came_at", UTCDateTime),  # its file was noticed; NULL: as it was filed
    Column("changed_at", UTCDateTime, nullable=False),
    Column("not_before", UTCDateTime),  # an embargo
    Column("dated_at", UTCDateTime, nullable=False),  # by which it is ordered everywhere: see `recency`
    Column("history", Boolean, nullable=False, server_default="0"),  # old when it came: for who asks alone
    Column("correction", Text),  # an editor's note of what was wrong
    Column("pending_id", BigInteger),  # a changed text that waits for an editor; the one above is shown
    Column("announced", Boolean, nullable=False, server_default="0"),  # whom it concerns was noted, once
    Column("section", Text),  # its key, as front matter says; None: that of its source or outlet, or none
    Column("told_id", BigInteger),  # the text of which readers were told what changed
    Column("turn", Integer, nullable=False, server_default="0"),  # goes up when it moves or its text changes
    Column("removed_at", UTCDateTime),  # its last file went, and editors are asked; NULL: nothing is asked
    Index(None, "state", "dated_at", "id"),
    Index(None, "history", "filed_at", "id"),
    Index(None, "filed_at", "id"),
    Index(None, "not_before", "id"),
    Index(None, "revision_id"),
    Index("ix_articles_sections", "section", sqlite_where=_HAS_SECTION, postgresql_where=_HAS_SECTION),
)

revisions = _table(
    "revisions",
    Column("id", BigId, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("content_id", String(64), nullable=False, index=True),  # Article.id of the contract
    Column("filed_at", UTCDateTime, nullable=False),
    Column("headline", Text),
    Column("outlet", Text),
    Column("place", Text),  # the dateline's words
    Column("event_date", Date),  # what a list shows; None: the article does not tell
    Column("language", String(8)),
    Column("reader", String(64), nullable=False),  # version of pipeline and rules that made the analysis
    Column("text", Text, nullable=False),  # apart from the analysis, so that the full-text index reads it
    Column("analysis", Text, nullable=False),  # the contract's JSON, its text left empty
    Column("shown", Boolean, nullable=False),  # readers find it: see `indexing`; whoever adds one says so
    Column("refused_by", BigInteger),
    Column("refused_at", UTCDateTime),  # an editor would not have it; NULL: nobody said so
)

sections = _table(  # every section that was ever told, by the name that it was called first
    "sections",
    Column("id", BigId, primary_key=True),
    Column("key", Key, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    since="0024",
)

outlets = _table(  # publishers whose articles came
    "outlets",
    Column("id", BigId, primary_key=True),
    Column("name", Key, nullable=False, unique=True),  # as the articles have it
    Column("section", Text),  # its key, as an editor set it
    since="0024",
)

story_terms = _table(  # finds the articles that may tell the same story
    "story_terms",
    Column("term", Key, primary_key=True),
    Column("news_date", Date, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True),
)

outlines = _table(  # what an article is recognised by when others tell its story
    "outlines",
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("marks", Text, nullable=False),  # JSON: terms, their strengths
    Column("day", Date, nullable=False),
)

files = _table(
    "files",
    Column("path", Key, primary_key=True),  # below SEEDS_DIR, with forward slashes
    Column("size", BigInteger, nullable=False),
    Column("modified_ns", BigInteger, nullable=False),
    Column("article_id", ForeignKey("articles.id", ondelete="SET NULL"), index=True),  # None: none in it
    Column("fault", Text),  # why it could not be read
    Column("reader", String(64), nullable=False),
    Column("removed_at", UTCDateTime),
)

claims = _table(  # a file that a process has in hand: its row is locked, PostgreSQL alone
    "claims",
    Column("path", Key, primary_key=True),
)

actors = _table(
    "actors",
    Column("id", BigId, primary_key=True),
    Column("name", Text, nullable=False),
    Column("kind", String(16), nullable=False),
    Column("weight", Float, nullable=False),  # sum of its weights in live articles, joined actors' too
    Column("articles", Integer, nullable=False),  # in how many live articles, joined actors' too
    Column("mark", Text, nullable=False, server_default=""),  # keeps it from others of the same name
    Column("merged_into", ForeignKey("actors.id"), index=True),  # follows from the rules and the next two
    Column("same_as", ForeignKey("actors.id"), index=True),  # an editor's word: it is this one
    Column("apart", Boolean, nullable=False, server_default="0"),  # an editor's word: no rule joins it
    Column("key", Key, nullable=False, server_default="", index=True),  # its name, folded
    Index(None, "weight"),
)

formerly = _table(  # numbers of actors that are no more: buttons name them
    "formerly",
    Column("id", BigId, primary_key=True, autoincrement=False),
    Column("actor_id", ForeignKey("actors.id", ondelete="CASCADE"), nullable=False, index=True),
    since="0006",
)

names = _table(  # what shown articles call an actor
    "names",
    Column("key", Key, primary_key=True),  # folded: no case, no accents, no article
    Column("actor_id", ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("form", Text, nullable=False),  # as written
    Column("whole", Boolean, nullable=False),  # a full name; False: one word of it, or an alias
    Column("alone", Boolean, nullable=False),  # the actor is called so: by name, family name or alias
    Column("tail", Key, nullable=False, index=True),  # the key backwards: finds names by how they end
)

appearances = _table(  # in articles that are shown
    "appearances",
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("actor_id", ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),  # index into the analysis's actors
    Column("clues", Text, nullable=False, server_default=""),  # what the article tells of a person, in words
    Column("weight", Float, nullable=False),  # nothing where no list of the article's actors names it
    Column("dated_at", UTCDateTime, nullable=False),  # the article's
    Column("aliases", Text, nullable=False, server_default=""),  # what else it is called there, in lines
    Index(None, "actor_id", "dated_at", "article_id"),
)

quotes = _table(  # of articles that are shown
    "quotes",
    Column("id", BigId, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("place", Integer, nullable=False),  # index into the analysis's quotes
    Column("actor_id", ForeignKey("actors.id", ondelete="SET NULL")),
    Column("kind", String(8), nullable=False),  # as it is shown
    Column("words", Text, nullable=False),  # the content, for the full-text index
    Column("dated_at", UTCDateTime, nullable=False),  # the article's
    Index("ix_quotes_newest", text("dated_at DESC"), text("article_id DESC"), "place"),
    Index("ix_quotes_of_actor", "actor_id", text("dated_at DESC"), text("article_id DESC"), "place"),
)

repairs = _table(  # what editors repaired in the reading of an article, by its words: see `domain/repairing`
    "repairs",
    Column("id", BigId, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("kind", String(16), nullable=False),  # pull, no pull, strike, take, speaker, hide
    Column("words", Text, nullable=False),
    Column("around", Text, nullable=False),
    Column("meant", Text),  # whose words they are
    Column("made_by", BigInteger, nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
    Column("lapsed", Boolean, nullable=False, server_default="0"),  # the words are not in what is shown
    Column("told", Boolean, nullable=False, server_default="0"),  # of that, to the editors
    Column("undone_by", BigInteger),
    Column("undone_at", UTCDateTime),  # NULL: it counts
    Index(None, "lapsed", "told"),
    since="0017",
)

story_moves = _table(  # articles that editors moved into another story; those of one press share a move
    "story_moves",
    Column("id", BigId, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("move", BigInteger, nullable=False, index=True),
    Column("from_id", BigInteger, nullable=False),
    Column("into_id", BigInteger, nullable=False),
    Column("beside", BigInteger),  # the article whose story it was put into; NULL: another story was made
    Column("made_by", BigInteger, nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
    Column("undone_by", BigInteger),
    Column("undone_at", UTCDateTime),  # NULL: it counts
    since="0031",
)

# ------------------------------------------------------------------ where articles are fetched from

sources = _table(
    "sources",
    Column("id", BigId, primary_key=True),
    Column("address", Key, nullable=False, unique=True),  # where it is visited now
    Column("given", Text, nullable=False),  # as it was added
    Column("title", Text, nullable=False),
    Column("site", Text),  # which the feed says it is of; None: it was not asked yet, or does not say
    Column("host", Key, nullable=False, index=True),  # of the address, with the port
    Column("state", String(16), nullable=False),  # active, ailing, paused, gone
    Column("reason", Text),  # what ails it
    Column("review", Boolean),  # None: as the setting says
    Column("whole_text", Boolean, nullable=False, server_default="0"),
    Column("section", Text),  # its key, as an editor set it
    Column("added_by", BigInteger),  # a user; None: at the command line
    Column("added_at", UTCDateTime, nullable=False),
    Column("visited_at", UTCDateTime),
    Column("succeeded_at", UTCDateTime),
    Column("next_visit", UTCDateTime, nullable=False),
    Column("failures", Integer, nullable=False, server_default="0"),  # visits since it succeeded
    Column("failing_since", UTCDateTime),
    Column("moved_to", Text),  # where redirects for good led at each visit since
    Column("moved_since", UTCDateTime),
    Column("trouble", String(16)),  # of which editors are to be told
    Column("etag", Text),  # as it came
    Column("last_modified", Text),  # as it came
    Column("read_at", UTCDateTime),  # when all of it came; None: what it lists was there before it was added
    Column("body", String(64)),  # of what came then, so that the same is not read again
    Column("least_pause", Integer, nullable=False, server_default="0"),  # seconds; the feed's own word
    Index(None, "state", "next_visit"),
    since="0009",
)

entries = _table(  # what feeds list, each once, however many list it
    "entries",
    Column("id", BigId, primary_key=True),
    Column("source_id", ForeignKey("sources.id", ondelete="SET NULL")),  # whose word counts
    Column("state", String(16), nullable=False),  # wanted, ready, filed, headline, aged
    Column("title", Text, nullable=False),
    Column("link", Text),
    Column("host", Key),  # of the link, with the port
    Column("outlet", Text),
    Column("author", Text),
    Column("summary", Text, nullable=False),  # plain: by it a page is told from a wall
    Column("length", Integer, nullable=False),  # characters that the feed has of its text
    Column("published", Text),  # ISO 8601 as the analysis has it; None where the feed tells no date
    Column("published_at", UTCDateTime, nullable=False),  # the same, else when it was first seen
    Column("first_seen", UTCDateTime, nullable=False),
    Column("history", Boolean, nullable=False),  # it was there before its source was added
    Column("fact", Text),  # why it is no article
    Column("article_id", ForeignKey("articles.id", ondelete="SET NULL"), index=True),
    Column("reader", String(64)),  # version of pipeline and rules that read what came
    Column("attempts", Integer, nullable=False, server_default="0"),  # to fetch its page
    Column("next_try", UTCDateTime, nullable=False),
    Index(None, "state", "next_try"),
    Index(None, "source_id", "published_at"),
    since="0009",
)

listings = _table(  # which feeds list an entry, and what they said of it at last
    "listings",
    Column("source_id", ForeignKey("sources.id", ondelete="CASCADE"), primary_key=True),
    Column("entry_id", ForeignKey("entries.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("said", String(64), nullable=False),  # of all that the feed said of it
    Column("listed_at", UTCDateTime, nullable=False),
    since="0009",
)

marks = _table(  # what an entry is known by: its id in a feed, its link, its words
    "marks",
    Column("mark", String(64), primary_key=True),
    Column("entry_id", ForeignKey("entries.id", ondelete="CASCADE"), nullable=False, index=True),
    since="0009",
)

originals = _table(  # what came, as it came: newer rules read it again
    "originals",
    Column("entry_id", ForeignKey("entries.id", ondelete="CASCADE"), primary_key=True),
    Column("fetched_at", UTCDateTime, primary_key=True),  # two only while the later waits to be read
    Column("of_page", Boolean, nullable=False),  # else of the feed
    Column("packed", LargeBinary, nullable=False),  # a page of HTML in UTF-8, by zlib
    since="0009",
)

links = _table(  # where articles stand on the web
    "links",
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("key", String(64), primary_key=True, index=True),  # of the address, as `same_link` says
    Column("url", Text, nullable=False),
    Column("outlet", Text),
    Column("author", Text),
    since="0009",
)

visitors = _table(  # who makes a request to a host just now, one a host
    "visitors",
    Column("host", Key, primary_key=True),  # with the port
    Column("holder", String(32), nullable=False),  # any number that no other visitor has
    Column("until", Double, nullable=False),  # seconds since 1970 by the database's clock
    since="0012",
)

# ------------------------------------------------------------------ who reads

chats = _table(
    "chats",
    Column("id", BigId, primary_key=True),
    Column("telegram_id", BigInteger, nullable=False),
    Column("thread_id", BigInteger, nullable=False, server_default="0"),  # a forum's topic; 0: none
    Column("kind", String(16), nullable=False),  # private, group, channel
    Column("title", Text),
    # active; stopped: blocked, kicked or closed; comes back with /start
    Column("state", String(16), nullable=False),
    Column("set_up_by", BigInteger),  # the user told when a topic closes
    Column("created_at", UTCDateTime, nullable=False),
    Column("subscribed", Boolean, nullable=False, server_default="0"),
    Column("hours", Text, nullable=False, server_default=""),  # "07:30,18:00", local
    Column("days", String(7), nullable=False, server_default="1111111"),  # from Monday
    Column("weekly", Boolean, nullable=False, server_default="0"),  # on Sundays the week comes, too
    Column("each_new", Boolean, nullable=False, server_default="0"),  # every new article as it comes
    Column("followed_only", Boolean, nullable=False, server_default="0"),  # editions hold nothing else
    Column("followed_at", String(5)),  # "18:00", local: of a daily summary of what is followed; None: at once
    Column("sections", Text, nullable=False, server_default=""),  # keys, a line each; none: all
    Column("hour_sections", Text, nullable=False, server_default=""),  # JSON: those of single hours
    Column("paused_until", UTCDateTime),  # nothing comes before
    Column("timezone", String(64)),  # None: the TIMEZONE setting
    Column("language", String(35)),  # chosen; None: the client's, else the LANGUAGE setting
    Column("client_language", String(35)),  # of the private chat's person, as Telegram told it last
    Column("quiet_from", String(5)),  # "22:00", local; None: no quiet hours
    Column("quiet_to", String(5)),
    Column("stories", Integer, nullable=False, server_default="5"),
    Column("sentences", Integer, nullable=False, server_default="3"),
    Column("silent", Boolean, nullable=False, server_default="0"),
    Column("whole_stories", Boolean, nullable=False, server_default="0"),  # a message each, not a list
    Column("link_full_text", Boolean, nullable=False, server_default="1"),
    Column("say_nothing_new", Boolean, nullable=False, server_default="0"),
    Column("each_new_from", UTCDateTime),  # articles public before are not pushed each
    Column("decided_until", UTCDateTime),  # slots up to here were decided
    Column("next_due", UTCDateTime, index=True),  # when to look at it next; None: nothing to wait for
    Column("seen_from", UTCDateTime, nullable=False),  # articles filed before are not news to it
    Column(
        "laid_out", BigInteger, nullable=False, server_default="0"
    ),  # the layout that its last edition had
    UniqueConstraint("telegram_id", "thread_id"),
    Index(None, "subscribed", "state"),
)

interests = _table(  # what a chat follows and mutes: an actor, a story, or words where neither is told
    "interests",
    Column("id", BigId, primary_key=True),
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), nullable=False),
    Column("stance", String(8), nullable=False),  # follow, mute
    Column("actor_id", ForeignKey("actors.id", ondelete="CASCADE"), index=True),
    Column("story_id", ForeignKey("stories.id", ondelete="CASCADE"), index=True),
    Column("words", Text, nullable=False),  # as typed; an actor's name; empty of a story
    Column("key", Text, nullable=False),  # folded, or the story's number
    Column("created_at", UTCDateTime, nullable=False),
    UniqueConstraint("chat_id", "key"),
    since="0020",
)

saved = _table(  # articles that a chat keeps: these are not removed with age
    "saved",
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("saved_at", UTCDateTime, nullable=False),
    since="0023",
)

saved_actors = _table(  # actors that a chat keeps
    "saved_actors",
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("actor_id", ForeignKey("actors.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("saved_at", UTCDateTime, nullable=False),
    since="0027",
)

concerns = _table(  # a new article that concerns what a chat follows or mutes
    "concerns",
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True),
    # No constraint, which would want an index: whoever ends an interest removes these, too.
    Column("interest_id", BigInteger, primary_key=True, autoincrement=False),
    since="0020",
)

# ------------------------------------------------------------------ who decides

editors = _table(
    "editors",
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("added_by", BigInteger, nullable=False),
    Column("added_at", UTCDateTime, nullable=False),
    Column("chief", Boolean, nullable=False, server_default="0"),
)

desk = _table(  # how editors share the work: one row, none as long as nobody changed anything
    "desk",
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("chiefs_only", Boolean, nullable=False),  # killing, sources and who edits are a chief's
    since="0022",
)

approvals = _table(  # whose word a text has; who proposed it gave theirs
    "approvals",
    Column("revision_id", ForeignKey("revisions.id", ondelete="CASCADE"), primary_key=True),
    Column("user_id", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UTCDateTime, nullable=False),
    since="0022",
)

openings = _table(  # how often an article was opened on a day: by whom is written nowhere
    "openings",
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True),
    Column("day", Date, primary_key=True, index=True),
    Column("count", Integer, nullable=False),
    since="0022",
)

readership = _table(  # how many began and ended to be sent editions on a day
    "readership",
    Column("day", Date, primary_key=True),
    Column("gained", Integer, nullable=False),
    Column("lost", Integer, nullable=False),
    since="0022",
)

invites = _table(
    "invites",
    Column("code", String(32), primary_key=True),
    Column("made_by", BigInteger, nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
)

members = _table(  # who may ask under ACCESS=invite
    "members",
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("code", String(32), nullable=False),
    Column("joined_at", UTCDateTime, nullable=False),
)

left_out = _table(  # groups that readers brought the bot into and editors left out: until that is undone
    "left_out",
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("joined_at", UTCDateTime, nullable=False),
    Column("chats", Text, nullable=False),  # JSON: those that were sent editions
    Column("batch", BigInteger, nullable=False),  # which were left out by one press
    since="0030",
)

corrections = _table(  # notes of what was wrong, each with the one that it took the place of
    "corrections",
    Column("id", BigId, primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("note", Text, nullable=False),  # as it stood above the article
    Column("before", Text),
    Column("told_before", BigInteger),  # of which text readers had been told what changed
    Column("made_at", UTCDateTime, nullable=False),
    Column("undone_at", UTCDateTime),
    since="0030",
)

decisions = _table(  # everything an editor does
    "decisions",
    Column("id", BigId, primary_key=True),
    Column("at", UTCDateTime, nullable=False, index=True),
    Column("user_id", BigInteger, nullable=False),
    Column("verb", String(32), nullable=False),
    Column("subject", Text, nullable=False),
    Column("article_id", BigInteger),  # what it was on; NULL: something else, or an earlier build wrote it
    Index(None, "article_id", "id"),
)

drafts = _table(  # a document or text an editor sent, shown and not yet filed
    "drafts",
    Column("id", BigId, primary_key=True),
    Column("user_id", BigInteger, nullable=False),
    Column("made_at", UTCDateTime, nullable=False),
    Column("name", Text, nullable=False),
    Column("analysis", Text, nullable=False),
)

# ------------------------------------------------------------------ what goes out

_OF_WEEKS = text("slot = 'week'")
editions = _table(
    "editions",
    Column("id", BigId, primary_key=True),
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), nullable=False),
    Column("slot", String(32), nullable=False),  # "07:30", "week", or "push:<article>"
    Column("local_date", Date, nullable=False),
    Column("decided_at", UTCDateTime, nullable=False),
    UniqueConstraint("chat_id", "slot", "local_date"),
    Index("ix_editions_weeks", "local_date", sqlite_where=_OF_WEEKS, postgresql_where=_OF_WEEKS),
)

press = _table(  # an editor's word on the editions of all chats: one row
    "press",
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("held_until", UTCDateTime),  # no edition is decided before; None: not held
    Column("passed_until", UTCDateTime),  # articles public before are in no edition; None: none dropped
    Column("went_at", UTCDateTime),  # when an edition was made last, for any chat
    Column(
        "layout", Text, nullable=False, server_default="{}"
    ),  # JSON: of the next edition, see `domain/layouts`
    Column("layout_went_at", UTCDateTime),  # when the first chat had it
)

sendings = _table(  # what editors send by hand: the next edition of all chats, or an article
    "sendings",
    Column("id", BigId, primary_key=True),
    Column("article_id", BigInteger),  # NULL: the next edition
    Column("ordered_by", BigInteger, nullable=False),
    Column("ordered_at", UTCDateTime, nullable=False),
    Column("not_before", UTCDateTime, nullable=False),  # until then it can be called back
    Column("chats", Integer, nullable=False),  # it was said to go to
    Column("begun_at", UTCDateTime),
    Column("after", BigInteger, nullable=False, server_default="0"),  # the last chat whose edition was made
    Column("messages", Integer, nullable=False, server_default="0"),
    Column("ended_at", UTCDateTime),
    Column("stopped_by", BigInteger),
    Column("stopped_at", UTCDateTime),
    since="0021",
)

moves = _table(  # what editors did about the next edition, in its order: a button names the last it knows of
    "moves",
    Column("id", BigId, primary_key=True),
    Column("at", UTCDateTime, nullable=False),
    Column("user_id", BigInteger, nullable=False),
    Column("verb", String(16), nullable=False),
    Column("chats", Integer, nullable=False, server_default="0"),
    Column("articles", Integer, nullable=False, server_default="0"),
    Column("article_id", BigInteger),  # whose story it moved
    Column("before", Text, nullable=False),  # JSON: the word on all editions as it was before
    Column("undone_by", BigInteger),
    Column("undone_at", UTCDateTime),
    since="0021",
)

seen = _table(
    "seen",
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), primary_key=True),
    Column("article_id", ForeignKey("articles.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("revision_id", BigInteger, nullable=False),
    Column("edition_id", BigInteger),
)

outbox = _table(
    "outbox",
    Column("id", BigId, primary_key=True),
    Column("chat_id", ForeignKey("chats.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("edition_id", BigInteger, index=True),
    Column("article_id", BigInteger, index=True),
    Column("action", String(16), nullable=False),  # send, edit, delete
    Column("message", Text, nullable=False),  # JSON: which stories it holds, or a rendered Message
    Column("shows", BigInteger),  # the article whose story of it is open; None: the list
    Column("target_id", BigInteger),  # the Telegram message to edit, delete or reply to
    Column("state", String(16), nullable=False),  # waiting, sending, sent, failed
    Column("not_before", UTCDateTime, nullable=False),
    Column("attempts", Integer, nullable=False, server_default="0"),  # tries that ended in trouble
    Column("doubts", Integer, nullable=False, server_default="0"),  # tries whose answer never came
    Column("created_at", UTCDateTime, nullable=False),
    Column("claimed_at", UTCDateTime),
    Column("term", BigInteger),  # of the leader that claimed it
    Column("sent_at", UTCDateTime),
    Column("message_id", BigInteger),  # what Telegram called it
    Column("fault", Text),
    Index(None, "state", "not_before", "id"),
)

# ------------------------------------------------------------------ what the bot needs itself

arrivals = _table(  # updates that a webhook brought lately
    "arrivals",
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("at", UTCDateTime, nullable=False, index=True),
    since="0004",
)

unanswered = _table(  # updates that were confirmed before they were answered
    "unanswered",
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("content", Text, nullable=False),  # JSON of the update
    Column("at", UTCDateTime, nullable=False),
    Column("holder", Text),  # the process that has it in hand, by its sessions' name; none: it was put back
    Column("deaths", Integer, nullable=False, server_default="0"),  # of processes that had it in hand
    since="0008",
)

questions = _table(  # which a private chat was asked last and has not answered: for minutes
    "questions",
    Column("telegram_id", BigInteger, primary_key=True, autoincrement=False),
    Column("name", String(16), nullable=False),
    Column("about", String(64), nullable=False),
    Column("asked_at", UTCDateTime, nullable=False),
    since="0028",
)

pulse = _table(  # written to try whether anything can be: one row
    "pulse",
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("beats", BigInteger, nullable=False),
    since="0004",
)

lease = _table(  # by which stand-bys see whether the leader is alive: one row
    "lease",
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("term", BigInteger, nullable=False),  # the leader's number: each has a greater one
    Column("beats", BigInteger, nullable=False),  # how often it was renewed in this term
    Column("holder", Text, nullable=False),  # what the leader's sessions are called
    since="0007",
)
