"""The bot's nouns: frozen values without SQL, HTML or Telegram in them."""

import enum
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Generic, Literal, TypeVar

from summaries.models import ActorKind, Analysis, Genre, Quote

Item = TypeVar("Item")

# ------------------------------------------------------------------ what was read


class ArticleState(enum.StrEnum):
    """Where an article stands on its way to readers."""

    REVIEW = "review"  # waits for an editor (REVIEW=on)
    LIVE = "live"  # readers may be told
    HELD = "held"  # an editor keeps it back
    WITHDRAWN = "withdrawn"  # its file was removed
    KILLED = "killed"  # an editor withdrew it; what was sent is taken back


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article in its newest approved revision."""

    id: int  # the store's; buttons carry it, and it outlives revisions
    revision_id: int
    state: ArticleState
    story_id: int
    filed_at: datetime
    changed_at: datetime
    not_before: datetime | None
    correction: str | None
    pending_id: int | None = None  # a newer text, which waits for an editor
    analysis: Analysis

    def is_public(self, *, now: datetime) -> bool:
        """Whether readers may be told of it now: live, and past its embargo."""
        return self.state is ArticleState.LIVE and (self.not_before is None or self.not_before <= now)

    @property
    def text(self) -> str:
        return self.analysis.article.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """An article as a line in a list."""

    article_id: int
    headline: str | None
    outlet: str | None
    place: str | None
    news_date: date | None  # None: the article does not tell
    genre: Genre | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Articles on one event, the lead first."""

    id: int
    articles: tuple[StoredArticle, ...]

    @property
    def lead(self) -> StoredArticle:
        return self.articles[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """An actor as a line in a list."""

    id: int
    name: str
    kind: ActorKind
    articles: int  # in how many live articles it appears


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledQuote:
    """A quotation with the article it stands in."""

    id: int
    article: StoredArticle
    quote: Quote
    actor_id: int | None  # the store's


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundArticle:
    """An article that a search found, with the sentence that matched: `[start, end)` of its text, or None."""

    article: StoredArticle
    sentence: tuple[int, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Generic[Item]):
    """Some of a longer list, and where they stand in it."""

    items: tuple[Item, ...]
    number: int = 0  # from 0
    size: int
    total: int

    @property
    def count(self) -> int:
        """How many pages there are, at least one."""
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What became of an article that was handed to the store."""

    article_id: int
    outcome: Literal["new", "revised", "same", "reread"]  # the last: by newer rules, of which nobody is told
    withdrawn: int | None = None  # the article that its file held before, where no file holds it any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Whom a name means. Heaviest first, but for names typed wrong: there the nearest first."""

    kind: Literal["one", "several", "none"]
    entries: tuple[ActorEntry, ...] = ()  # one, or those it could be
    nearest: tuple[ActorEntry, ...] = ()  # where there is none: names that are like it
    exact: bool = True  # False: the name was typed wrong, and this is what it was taken for


# ------------------------------------------------------------------ who reads


class ChatState(enum.StrEnum):
    """Whether a chat can be written to."""

    ACTIVE = "active"
    STOPPED = "stopped"  # blocked, kicked, or its topic closed; /start brings it back


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """Local times between which pushes are held; start equal to end means none."""

    start: time
    end: time


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """A destination: a private chat, a group, a channel, or one topic of a forum."""

    id: int  # the store's
    telegram_id: int
    thread_id: int = 0
    kind: Literal["private", "group", "channel"]
    title: str | None = None
    state: ChatState = ChatState.ACTIVE
    set_up_by: int | None = None
    subscribed: bool = False
    hours: tuple[time, ...] = ()  # editions, local
    days: tuple[bool, ...] = (True,) * 7  # from Monday
    each_new: bool = False
    followed_only: bool = False
    timezone: str | None = None  # None: the TIMEZONE setting
    quiet: QuietHours | None = None
    stories: int = 5
    sentences: int = 3
    silent: bool = False
    link_full_text: bool = True
    say_nothing_new: bool = False
    decided_until: datetime | None = None
    seen_from: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Follow:
    """An actor or words that a chat wants to hear of at once."""

    id: int
    chat_id: int
    words: str  # as shown: "Bashar Assad", "aleppo cease-fire"
    actor_id: int | None = None  # None: words


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """How much is stored of a chat, for those who ask before they are forgotten."""

    chat: Chat | None = None  # None: its person is known by their invitation alone
    follows: int = 0
    articles_seen: int = 0
    messages: int = 0
    invited: bool = False  # its person came by an invitation


# ------------------------------------------------------------------ who edits


@dataclass(frozen=True, slots=True, kw_only=True)
class Editor:
    """Somebody whom an editor made one."""

    user_id: int
    added_by: int
    added_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Invite:
    """A link that lets people in."""

    code: str
    made_by: int
    made_at: datetime
    came: int  # people who came by it


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """A group or channel that an invited reader brought the bot into; it waits for an editor's word."""

    telegram_id: int
    title: str | None  # of one that is sent editions


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Something an editor did."""

    at: datetime
    user_id: int
    verb: str
    subject: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A document or text that an editor proposed, read and not yet filed."""

    id: int
    user_id: int
    name: str
    analysis: Analysis


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Articles that readers are not told of yet: in review, held back, under embargo. The newest first."""

    review: tuple[Headline, ...] = ()
    held: tuple[Headline, ...] = ()
    embargoed: tuple[tuple[Headline, datetime], ...] = ()
    total: int = 0


# ------------------------------------------------------------------ what goes out


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """A button under a message: `action` is at most 64 bytes and survives a restart."""

    label: str
    action: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """What one Telegram message holds: HTML of at most 4096 UTF-16 units, and its buttons by row."""

    html: str
    buttons: tuple[tuple[Button, ...], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Briefing:
    """Content for a chat: stories, and how many sentences of each."""

    stories: tuple[Story, ...]
    sentences: int = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Backlog:
    """What has not gone out yet, as /metrics tells it."""

    letters: int  # that wait, or are on their way
    oldest_due: datetime | None  # since when the oldest that is due waits


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What /stats tells of deliveries."""

    waiting: int
    sending: int
    oldest_due: datetime | None  # since when the oldest that is due waits
    sent: int  # since the moment asked about
    failed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLine:
    """A verbatim sentence or quotation of an actor digest, with its article."""

    article: StoredArticle
    start: int
    end: int
    quote: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorDigest:
    """An actor over all articles, strongest first in every list, nothing twice."""

    actor: ActorEntry
    also_named: tuple[str, ...]
    descriptions: tuple[DigestLine, ...]  # who they are, in the articles' words
    statements: tuple[DigestLine, ...]
    did: tuple[DigestLine, ...]
    done_to: tuple[DigestLine, ...]
    beside: tuple[ActorEntry, ...]  # with whom they appear
    read_on: tuple[Headline, ...]


Why = Literal["own", "agrees", "surname", "editor"]  # own: the actor's own name


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedName:
    """A name that stands under an actor's. `why`: it agrees, it is a surname alone, an editor said so."""

    actor_id: int
    name: str
    why: Why
    articles: int  # live ones that write it
    newest: tuple[Headline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """How an actor came together: its names, its own first."""

    actor: ActorEntry
    names: tuple[JoinedName, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """A name, and the actor it was joined to or parted from."""

    name: ActorEntry
    actor: ActorEntry
