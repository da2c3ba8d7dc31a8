"""Sources while the bot runs: what they list becomes articles, each once, and what ails them is known."""

from collections.abc import AsyncIterator

import pytest

from bot.domain.sources import EntryState
from bot.store import Store
from tests.bot.agency import HOUR, Agency, item, page, rss, story
from tests.bot.library import NOON
from tests.bot.strangers import strangers


@pytest.fixture
async def agency(store: Store) -> AsyncIterator[Agency]:
    async with strangers() as there:
        yield Agency(store, there)


async def headlines(agency: Agency) -> list[str]:
    found, _ = await agency.store.stories.headlines(50, 0, now=agency.now)
    return sorted(one.headline or "" for one in found)


async def test_entry_becomes_an_article_from_its_page(agency: Agency) -> None:
    there = agency.there
    feed = there.answer("news.test/feed", rss())
    await agency.source(feed)
    link = there.answer("news.test/bridge", page("The bridge"))
    there.answer("news.test/feed", rss(item("The bridge", link=link, author="Ana Ruiz", date=NOON - HOUR)))
    await agency.visit(after=HOUR)
    (filed,) = agency.filed
    assert filed.outcome == "new"
    article = (await agency.store.articles.get(filed.article_id)).analysis.article
    assert (article.url, article.outlet, article.author, article.published) == (
        link,
        "The News",
        "Ana Ruiz",
        "2024-04-24T11:00:00Z",
    )
    assert await agency.store.articles.at(f"{link}?utm_source=feed") == filed.article_id


async def test_entry_with_its_whole_text_is_filed_without_its_page(agency: Agency) -> None:
    there = agency.there
    await agency.source(there.answer("news.test/feed", rss()))
    there.answer(
        "news.test/feed", rss(item("The bridge", link=there.url("news.test/b"), text=story("A bridge") * 4))
    )
    await agency.visit(after=HOUR)
    assert await headlines(agency) == ["The bridge"]
    assert [address for address, _ in there.asked] == ["news.test/feed"] * 2
    assert (await agency.entries((await agency.store.sources.listed(now=NOON))[0].source))[
        0
    ].state == EntryState.FILED
