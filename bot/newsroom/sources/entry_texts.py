"""Finds the text of an entry: in the feed where that has it whole, else on its page, if that is no wall."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime

from bot.newsroom.sources.encodings import page_in_utf8
from bot.newsroom.sources.entry_dates import Dated, date_of
from bot.newsroom.sources.entry_marks import new_entries
from bot.newsroom.sources.entry_pages import is_whole, page_of
from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.fetching import Fetcher, Response
from bot.newsroom.sources.responses import ResponseKind, judge
from bot.newsroom.sources.robots import REFUSED, Robots
from bot.newsroom.sources.values import Entry, Feed
from bot.newsroom.sources.walls import why_wall
from summaries.errors import UnreadableFileError
from summaries.models import Analysis

ReadText = Callable[[str, bytes], Awaitable[Analysis]]  # a document, its form told by the suffix of its name


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundText:
    """What came of looking for a text."""

    fact: str  # where it is from, or why there is none: then the entry is a headline with its link
    analysis: Analysis | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TextFinder:
    """Reads entries' texts one at a time."""

    fetcher: Fetcher
    robots: Robots
    read: ReadText

    async def of(self, entry: Entry, dated: Dated, *, outlet: str, now: datetime) -> FoundText:
        """The text as read, or why none was. Lets ModelMissingError through."""
        try:
            if is_whole(entry):
                page = page_of(entry, outlet=outlet, dated=dated).encode()
                return _read("from the feed", await self.read("entry.html", page))
            return await self._of_page(entry, now)
        except UnreadableFileError as error:
            return FoundText(fact=f"headline and link alone: its text {error.fact}")
        except SourceError as error:
            return FoundText(fact=f"headline and link alone: {error}")

    async def ask_robots(self, address: str) -> None:
        """Raises SourceError where the page is not to be read."""
        if not await self.robots.allow(address):
            raise SourceError(address, REFUSED)

    async def read_page(self, answer: Response) -> Analysis:
        """The article of a page. Raises ArticleError, and ModelMissingError."""
        return await self.read("page.html", page_in_utf8(answer.body, answer.headers.get("content-type")))

    async def _of_page(self, entry: Entry, now: datetime) -> FoundText:
        if entry.link is None:
            return FoundText(fact="headline alone: a summary without a link")
        await self.ask_robots(entry.link)
        answer = await self.fetcher.fetch(entry.link)
        judgement = judge(answer, now=now)
        if judgement.kind is not ResponseKind.READ:
            raise SourceError(entry.link, judgement.fact)
        analysis = await self.read_page(answer)
        if why := why_no_article(analysis, title=entry.title, summary=entry.summary, length=len(entry.words)):
            raise SourceError(entry.link, f"the page {why}")
        return _read("from its page", analysis)


def newest_entries(feed: Feed, *, now: datetime) -> list[tuple[Entry, Dated]]:
    """What would be filed, the newest first, those of one moment in the feed's order."""
    dated = [(entry, date_of(entry, now=now)) for entry in new_entries(feed.entries, known=())]
    return sorted(dated, key=lambda one: one[1].moment, reverse=True)


def _read(where: str, analysis: Analysis) -> FoundText:
    words = len(_body_of(analysis).split())
    return FoundText(fact=f"text {where}, {words:,} words", analysis=analysis)


def why_no_article(analysis: Analysis, *, title: str, summary: str, length: int) -> str | None:
    """Why what was read on an entry's page is a wall, None where it is the article. See `walls.why_wall`."""
    headline = analysis.article.headline
    return why_wall(
        title=title,
        summary=summary,
        length=length,
        headline=headline.of(analysis.article.text) if headline else "",
        body=_body_of(analysis),
    )


def _body_of(analysis: Analysis) -> str:
    """The words of its story, a line a paragraph."""
    return "\n".join(span.of(analysis.article.text) for span in analysis.article.body)
