"""The parts of an article as a reader of one form found them, before its date is judged."""

from dataclasses import dataclass
from datetime import date

from summaries.articles.moments import Moment
from summaries.models import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """What a page says of itself in its head and above its headline; of a text that has none, nothing."""

    types: frozenset[str] = frozenset()  # schema.org's names of what the page is: "NewsArticle"
    sections: tuple[str, ...] = ()  # of meta, data and breadcrumbs, and the lines above the headline
    title: str = ""


NO_SIGNS = Signs()


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleParts:
    """A text and where its parts stand; see `Article` for the fields that bear the same name."""

    text: str
    headline: Span | None = None
    deck: Span | None = None
    byline: Span | None = None
    dateline: Span | None = None
    outlet: str | None = None
    captions: tuple[Span, ...] = ()
    body: tuple[Span, ...] = ()
    block_quotations: tuple[Span, ...] = ()
    words: int = 0  # where the story's own words begin, behind dateline and agency
    page_date: date | None = None
    signs: Signs = NO_SIGNS  # what the page says of its kind
    stamped: bool = False  # it is the date of publication, not of a visit or a print
    published: Moment | None = None  # the same, where the page says so
    modified: Moment | None = None
    url: str | None = None
    author: str | None = None
    image: str | None = None
    mended: bool = False
    section: str | None = None
