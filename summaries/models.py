"""The nouns of reading: frozen values that hold spans and outlive spaCy.

Every span is `[start, end)` in characters (Python string indices) of `Article.text`; what a reader is
shown as an article's words is `text[start:end]`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import Literal, NamedTuple, TypeVar

EventDateFrom = Literal["caption", "dateline", "body", "page", "published"]
Genre = Literal["news", "opinion", "interview", "live", "newsletter", "release", "other"]
ActorKind = Literal["person", "organization", "state", "group"]
QuoteKind = Literal["direct", "mixed", "indirect"]

_T = TypeVar("_T")
REACH = 6  # quotations to either side of one


class Span(NamedTuple):
    """A stretch `[start, end)` of an article's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words of the span, verbatim."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


def meeting(spans: Sequence[Span], span: Span) -> Sequence[Span]:
    """Those that share a character with `span`; `spans` stand in text order and never overlap."""
    first = bisect_right(spans, span.start, key=attrgetter("end"))
    return spans[first : bisect_left(spans, span.end, key=attrgetter("start"))]


def merged(spans: Iterable[Span]) -> list[Span]:
    """The spans in text order, those that meet or touch made one."""
    found: list[Span] = []
    for span in sorted(spans):
        if found and span.start <= found[-1].end:
            found[-1] = Span(found[-1].start, max(found[-1].end, span.end))
        else:
            found.append(span)
    return found


def beside(quotes: Sequence[_T], place: int) -> Sequence[_T]:
    """Those around the place in article order, itself too: those of its sentence are among them."""
    return quotes[max(0, place - REACH) : place + REACH + 1]


def place_from(quotes: Sequence["Quote"], content: tuple[Span, ...]) -> int:
    """The place in article order of the quotation of these words; of other words, where it would stand."""
    return bisect_left(quotes, content, key=attrgetter("content"))


def joined(text: str, pieces: Iterable[tuple[Span, str]]) -> str:
    """Pieces as they are shown: "…" where words between two are left out, a line for each paragraph."""
    told = ""
    end = 0
    for span, words in pieces:
        if told and words:
            between = text[end : span.start]
            told += " … " if between.strip() else "\n" if "\n" in between else " "
        told += words
        end = span.end
    return told


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A text and where its parts stand. What the text does not tell is None, never a guess."""

    id: str  # of the normalised body alone: same body, same id, whatever the file or the headline says
    path: str
    text: str
    headline: Span | None = None
    deck: Span | None = None  # the publisher's subheading
    byline: Span | None = None
    dateline: Span | None = None  # "BEIRUT"
    outlet: str | None = None
    captions: tuple[Span, ...] = ()  # each once, though the page repeats it
    body: tuple[Span, ...] = ()  # one a paragraph, the dateline included
    block_quotations: tuple[Span, ...] = ()  # those of the body that the page sets apart as somebody's words
    page_date: date | None = None  # printed on the page
    event_date: date | None = None  # when the news happened, as far as the article says
    event_date_from: EventDateFrom | None = None
    url: str | None = None  # where the page says that it stands; http or https
    author: str | None = None
    image: str | None = None  # the address of its picture; http or https
    # ISO 8601 in UTC, "2024-04-24T08:00:00Z"; "2024-04-24" where the hour, or its zone, is not told.
    published: str | None = None
    modified: str | None = None
    genre: Genre | None = None  # None where it cannot be told
    mended: bool = False  # the encoding was damaged, `text` is the mended text
    section: str | None = None  # of the paper, as front matter says; no other page is asked
    language: str | None = None  # ISO 639-1, None where it cannot be told


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """Somebody who acts or speaks, with every mention that means them."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()  # other surface forms, the name itself left out
    description: Span | None = None  # who they are, in the article's words
    mentions: tuple[Span, ...] = ()  # names, groups and resolved pronouns, in text order
    weight: float = 0.0  # share of the article that is about them, 0 to 1; actors stand heaviest first


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """What somebody is said to have said. See the contract for `kind`."""

    kind: QuoteKind
    content: tuple[Span, ...]  # all that is attributed; pieces where a cue splits it
    verbatim: tuple[Span, ...] = ()  # the parts in quotation marks, marks included
    cue: Span | None = None
    speaker: Span | None = None  # the words that name the speaker
    actor: int | None = None  # index into Analysis.actors; set without `speaker` means "from the context"


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """A clause in which somebody did something; statements are quotes, not actions."""

    sentence: Span
    verb: Span
    agent: int | None = None  # index into Analysis.actors: who did it
    patient: int | None = None  # to whom it was done
    news: bool = True  # done in the news, and told by its sentence alone; what is not is shown to nobody


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A sentence that tells of an actor by name, and can be read under the name alone."""

    sentence: Span
    actor: int  # index into Analysis.actors


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """All that was found in one article."""

    article: Article
    sentences: tuple[Span, ...] = ()  # of the body, in order, dateline left out
    summary: tuple[Span, ...] = ()  # in article order
    actors: tuple[Actor, ...] = ()
    quotes: tuple[Quote, ...] = ()  # in article order
    doubtful: tuple[int, ...] = ()  # the places of those quotes that are no reader's to see
    leaning: tuple[int, ...] = ()  # of those that point at words around them, and stand for nothing alone
    fragments: tuple[int, ...] = ()  # of those with a title, a nickname or a term in marks: nothing said
    clauses: tuple[Span, ...] = ()  # in which some are told, of sentences that tell another's words, too
    actions: tuple[Action, ...] = ()
    tellings: tuple[Telling, ...] = ()  # of actors who neither speak nor do anything that is news
    analysed: bool = True  # False: filed with headline and text alone, in a language that is not read
    terms: tuple[str, ...] = ()  # the words that characterise the story, strongest first
    strengths: tuple[float, ...] = ()  # how much each term tells; () where that is not known
