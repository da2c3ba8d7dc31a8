"""What is told around an article's text: the page's own word, else the feed's."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Final

from bot.domain.addresses import hostname, names_page
from bot.store.sources.entries import Original
from summaries.models import Analysis, Article

_ZONES_APART: Final = timedelta(days=1)


def as_told(analysis: Analysis, original: Original, *, now: datetime) -> Analysis:
    """The analysis with address, outlet, author and date of publication, where page or feed tells them.

    A page is believed to stand at another address only on its own host, and to be of no day to come.
    """
    article = _without_days_to_come(analysis.article, now.astimezone(UTC).date() + _ZONES_APART)
    published = article.published or original.published
    article = replace(
        article,
        path=original.link or article.path,
        url=own_address(article.url, original.link),
        outlet=article.outlet or original.outlet,
        author=article.author or original.author,
        published=published,
    )
    if article.event_date is None and published is not None:
        day = date.fromisoformat(published[:10])
        article = replace(article, event_date=day, event_date_from="published")
    return replace(analysis, article=article)


def _without_days_to_come(article: Article, latest: date) -> Article:
    if article.published and date.fromisoformat(article.published[:10]) > latest:
        article = replace(article, published=None)
    if (
        article.event_date
        and article.event_date > latest
        and article.event_date_from in ("page", "published")
    ):
        article = replace(article, event_date=None, event_date_from=None)
    return article


def own_address(own: str | None, link: str | None) -> str | None:
    """Where a page stands that was reached by the link: its own word is taken on its own site alone."""
    if own is None or link is None:
        return link
    return own if names_page(own) and hostname(own) == hostname(link) else link
