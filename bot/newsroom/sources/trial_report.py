"""What `sources try` prints: plain lines, in which nothing of a stranger's is left that a terminal obeys."""

import textwrap
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from bot.newsroom.sources.entry_dates import Dated
from bot.newsroom.sources.entry_texts import FoundText
from bot.newsroom.sources.values import Entry, Feed, FeedList
from summaries.terminal import plain_briefing

_WIDTH: Final = 80  # columns of a briefing
_FORMS: Final = {
    "rss20": "RSS 2.0",
    "rss10": "RSS 1.0",
    "rss090": "RSS 0.90",
    "rss091u": "RSS 0.91",
    "rss091n": "RSS 0.91",
    "rss092": "RSS 0.92",
    "rss093": "RSS 0.93",
    "rss094": "RSS 0.94",
    "rss": "RSS",
    "atom03": "Atom 0.3",
    "atom10": "Atom 1.0",
    "atom": "Atom",
    "json10": "JSON Feed 1.0",
    "json11": "JSON Feed 1.1",
    "json": "JSON Feed",
}


def feed_line(address: str, feed: Feed) -> str:
    """The feed on one line."""
    told = (feed.title or "no title", _FORMS.get(feed.form, "a feed"), _count(len(feed.entries), "entry"))
    site = f", of {feed.link}" if feed.link else ""
    return f"{address}: {', '.join(told)}{site}"


def list_lines(name: str, listed: FeedList) -> Iterator[str]:
    """A list of feeds, a line a feed."""
    yield f"{name}: {listed.title or 'no title'}, OPML, {_count(len(listed.feeds), 'feed')}"
    for feed in listed.feeds:
        yield f"  {feed.address}" + (f"  {feed.title}" if feed.title else "")


def entry_lines(
    number: int, entry: Entry, dated: Dated, *, outlet: str, text: FoundText | None
) -> Iterator[str]:
    """The entry as it would be filed, with its briefing where its text was looked for."""
    yield f"{number:>3}  {entry.title or '(no headline)'}"
    yield f"     {entry.link or 'no link'}"
    yield f"     {_date(dated)}"
    yield f"     {' · '.join(part for part in (outlet, entry.author) if part) or 'no outlet, no author'}"
    if text is not None:
        yield f"     {text.fact}"
    if text is not None and text.analysis is not None:
        yield textwrap.indent(plain_briefing(text.analysis, width=_WIDTH), "     ")


def visit_line(*, unchanged: bool, paused: timedelta, asked: timedelta, pause: timedelta) -> str:
    """How a running bot would go on."""
    answered = "is told that nothing is new" if unchanged else "is sent all of it again"
    why = f"it asks for {_span(asked)} at least" if asked > paused else f"by its news every {_span(paused)}"
    return f"a second visit {answered}; it would be in {_span(pause)} ({why})"


def _date(dated: Dated) -> str:
    form = "%-d %B %Y, %H:%M UTC" if dated.hour_told else "%-d %B %Y"
    instead = f", not {dated.instead_of}" if dated.instead_of else ""
    return f"{dated.moment:{form}} ({dated.basis}{instead})"


def _span(pause: timedelta) -> str:
    minutes = round(pause.total_seconds() / 60)
    return f"{minutes} min" if minutes < 120 else f"{minutes / 60:.0f} h"


def _count(number: int, what: str) -> str:
    plural = f"{what[:-1]}ies" if what.endswith("y") else f"{what}s"
    return f"{number:,} {what if number == 1 else plural}"
