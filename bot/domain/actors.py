"""Who is in the news: an actor in a list, in full, and how its names came together."""

from dataclasses import dataclass, replace
from typing import Literal

from bot.domain.articles import ArticleEntry, StoredArticle
from summaries.models import ActorKind, Quote

CLEARLY = (
    3  # times as many articles as the next has, who is clearly meant: "assad" is the president, not a cousin
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorEntry:
    """An actor as a line in a list."""

    id: int
    name: str
    kind: ActorKind
    articles: int  # in how many live articles it appears


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Whom a name means. Heaviest first, but for names typed wrong: there the nearest first."""

    kind: Literal["one", "several", "none"]
    entries: tuple[ActorEntry, ...] = ()  # one, or those it could be
    nearest: tuple[ActorEntry, ...] = ()  # where there is none: names that are like it
    exact: bool = True  # False: the name was typed wrong, and this is what it was taken for
    others: tuple[ActorEntry, ...] = ()  # whom it could mean beside the one who is clearly meant


def favoured(meant: Resolution) -> Resolution:
    """The same, with one alone where one of several is clearly meant: the others stand beside."""
    if meant.kind != "several":
        return meant
    first, second = sorted(meant.entries, key=lambda entry: -entry.articles)[:2]
    if first.articles < CLEARLY * second.articles:
        return meant
    others = tuple(entry for entry in meant.entries if entry is not first)
    return replace(meant, kind="one", entries=(first,), others=others)


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLine:
    """A verbatim sentence or quotation of an actor digest, with its article."""

    article: StoredArticle
    start: int
    end: int
    quote: Quote | None = None
    is_said_for: bool = False  # by somebody who speaks for the actor, and is named beside it
    whose: str = ""  # of a description that begins with a pronoun: the name for which that stands


@dataclass(frozen=True, slots=True, kw_only=True)
class CastMember:
    """An actor as a line of the cast, with who that is in a report's words where one tells."""

    actor: ActorEntry
    description: DigestLine | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorDigest:
    """An actor over all articles, nothing twice: what was said last stands first, else the strongest."""

    actor: ActorEntry
    also_named: tuple[str, ...]
    descriptions: tuple[DigestLine, ...]  # who they are, in the articles' words; reports' before others'
    statements: tuple[DigestLine, ...]
    did: tuple[DigestLine, ...]
    done_to: tuple[DigestLine, ...]  # what others did to them
    in_news: tuple[DigestLine, ...]  # what else is told of them, where they said and did nothing that is told
    said_about: tuple[DigestLine, ...]  # what others, who are named, said of them
    beside: tuple[ActorEntry, ...]  # with whom they appear
    read_on: tuple[ArticleEntry, ...]


Why = Literal["own", "agrees", "surname", "editor"]  # own: the actor's own name


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedName:
    """A name that stands under an actor's. `why`: it agrees, it is a surname alone, an editor said so."""

    actor_id: int
    name: str
    why: Why
    articles: int  # live ones that write it
    newest: tuple[ArticleEntry, ...] = ()


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
