"""`python -m bot sources …` at a terminal: what a maintainer types, and what a running bot then has."""

from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.config.settings import Settings
from bot.domain.errors import BriefingsError
from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.feedlists import read_opml
from bot.newsroom.sources.opml import write_opml
from bot.newsroom.sources.values import ListedFeed
from bot.service import sourcing
from bot.store import Store
from bot.store.database.tables import sources
from tests.bot.strangers import Strangers, strangers
from tests.bot.test_sources_try import rss
from tests.bot.test_verbs import said

NOW = datetime(2024, 12, 24, 12, tzinfo=UTC)


@pytest.fixture
async def there() -> AsyncIterator[Strangers]:
    async with strangers() as served:
        yield served


@pytest.fixture
def settings(one_empty_url: str) -> Settings:
    return Settings(_env_file=None, fetch_private=True, database_url=one_empty_url)  # type: ignore[call-arg]


async def lines_of(verb: Callable[..., Awaitable[None]], settings: Settings, *given: object) -> list[str]:
    lines: list[str] = []
    now = {} if verb is sourcing.remove_source else {"now": NOW}
    await verb(settings, *given, say=lines.append, **now)
    return lines


async def test_feed_of_a_site_is_added_once_and_removed(there: Strangers, settings: Settings) -> None:
    site = there.answer("127.0.0.1/", "<!doctype html><link rel=alternate type=application/rss+xml href=/f>")
    feed = there.answer("127.0.0.1/f", rss())
    assert await lines_of(sourcing.add_source, settings, site) == [f"{feed}: added, The News"]
    again = await lines_of(sourcing.add_source, settings, feed)
    assert again == [f"{feed}: is a source already, The News"]
    assert await lines_of(sourcing.list_sources, settings) == [
        f"{feed}: The News, 0 articles a day, last success never"
    ]
    assert await lines_of(sourcing.remove_source, settings, site) == [f"{feed}: removed; its articles stay"]
    with pytest.raises(SourceError, match="is no source"):
        await lines_of(sourcing.remove_source, settings, feed)
    assert await lines_of(sourcing.list_sources, settings) == [
        "no sources; add one: python -m bot sources add ADDRESS"
    ]


async def test_what_has_moved_for_good_is_added_where_it_is(there: Strangers, settings: Settings) -> None:
    now_at = there.answer("127.0.0.1/new", rss())
    there.answer("127.0.0.1/old", status=301, headers={"Location": now_at})
    (line,) = await lines_of(sourcing.add_source, settings, there.url("127.0.0.1/old"))
    assert line == f"{now_at}: added, The News"


@pytest.mark.parametrize(
    ("answer", "fact"),
    [
        pytest.param("<!doctype html><p>Hello", "is a page that names no feed", id="a page"),
        pytest.param('<opml version="2.0"><body/></opml>', "is a list of feeds, to be imported", id="a list"),
    ],
)
async def test_what_is_no_feed_is_not_added(
    there: Strangers, settings: Settings, answer: str, fact: str
) -> None:
    url = there.answer("127.0.0.1/", answer)
    with pytest.raises(SourceError) as refused:
        await lines_of(sourcing.add_source, settings, url)
    assert str(refused.value) == f"{url}: {fact}"


@pytest.mark.parametrize("typed", ["ftp://news.example/feed", "javascript:alert(1)", "https://", "a b"])
async def test_what_is_no_address_is_said_in_one_line(settings: Settings, typed: str) -> None:
    with pytest.raises(SourceError) as refused:
        await lines_of(sourcing.add_source, settings, typed)
    assert "\n" not in str(refused.value)


async def test_what_ails_a_source_is_listed(settings: Settings) -> None:
    store = await Store.open(settings.database_url)
    for name in ("ailing", "paused", "well"):
        await store.sources.add(f"https://{name}.example/f", title=name, added_by=None, now=NOW)
    ailing, paused, well = (one.source for one in await store.sources.listed(now=NOW))
    await store.sources.pause(paused.id)
    failed = {"state": "ailing", "reason": "answers 404 Not Found\x1b[31m", "failures": 40}
    for source, change in ((ailing, failed), (well, {"succeeded_at": NOW - timedelta(hours=1)})):
        statement = update(sources).where(sources.c.id == source.id).values(change)
        await store.database.write(lambda connection, statement=statement: connection.execute(statement))
    await store.close()
    assert await lines_of(sourcing.list_sources, settings) == [
        "https://ailing.example/f: ailing, 0 articles a day, last success never,"
        " not working: answers 404 Not Found[31m",
        "https://paused.example/f: paused, 0 articles a day, last success never, paused",
        "https://well.example/f: well, 0 articles a day, last success 24 December 2024, 11:00 UTC",
    ]


async def test_what_is_exported_can_be_imported_elsewhere(settings: Settings, tmp_path: Path) -> None:
    store = await Store.open(settings.database_url)
    await store.sources.add("https://a.example/f?x=1&y=2", title="A <&> “B”", added_by=None, now=NOW)
    await store.sources.add("https://b.example/f", title="", added_by=None, now=NOW)
    file = tmp_path / "feeds.opml"
    assert await lines_of(sourcing.export_sources, settings, file) == [f"{file}: 2 feeds"]
    found = read_opml(file.read_text(), address=None)
    assert found.title == "Sources"
    assert {(feed.address, feed.title) for feed in found.feeds} == {
        ("https://a.example/f?x=1&y=2", "A <&> “B”"),
        ("https://b.example/f", "https://b.example/f"),
    }
    known, _ = (one.source for one in await store.sources.listed(now=NOW))
    await store.sources.remove(known.id)
    assert await lines_of(sourcing.import_sources, settings, file) == [f"{file}: 2 feeds, 1 known; 1 added"]
    assert await lines_of(sourcing.import_sources, settings, file) == [f"{file}: 2 feeds, 2 known; 0 added"]
    await store.close()


async def test_what_is_no_list_is_not_imported(settings: Settings, tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text(rss())
    with pytest.raises(BriefingsError) as refused:
        await lines_of(sourcing.import_sources, settings, file)
    assert str(refused.value) == f"{file}: is no list of feeds (OPML)"


def test_characters_that_xml_cannot_write_are_left_out() -> None:
    feed = ListedFeed(address="https://a.example/", title="A\x00\x0b\ud800\ufffeB")
    (read,) = read_opml(write_opml([feed], title="\x01").decode(), address=None).feeds
    assert read.title == "AB"


async def test_terminal_says_one_line_and_status(tmp_path: Path, there: Strangers) -> None:
    feed = there.answer("127.0.0.1/f", rss())
    added = await said(tmp_path, "sources", "add", feed, FETCH_PRIVATE="on")
    assert added == (0, [f"{feed}: added, The News"])
    listed = await said(tmp_path, "sources", "list")
    assert listed == (0, [f"{feed}: The News, 0 articles a day, last success never"])
    refused = await said(tmp_path, "sources", "add", feed)
    assert refused == (1, [f"{feed}: leads to an address that is not public"])
    missing = await said(tmp_path, "sources", "import", str(tmp_path / "none.opml"))
    assert missing == (1, [f"{tmp_path / 'none.opml'}: No such file or directory"])
