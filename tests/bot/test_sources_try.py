"""`python -m bot sources try`, as a person types it, and the process that reads feeds for it."""

import multiprocessing
from collections.abc import AsyncIterator, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.config.settings import Settings
from bot.newsroom.sources.errors import SourceError
from bot.newsroom.sources.feed_readers import FeedReaders
from bot.newsroom.sources.feed_worker import ReadingLimits
from bot.newsroom.sources.host_turns import alone
from bot.newsroom.sources.trial import try_source
from bot.newsroom.sources.values import Feed
from tests.bot.strangers import Strangers, strangers
from tests.bot.test_verbs import files_in, said

NOW = datetime(2024, 12, 24, 12, tzinfo=UTC)
STORY = Path("seeds/000_490beb8ad4f510ee.txt").read_text().split("\n\n")


@pytest.fixture
async def there() -> AsyncIterator[Strangers]:
    async with strangers() as served:
        yield served


@pytest.fixture
def readers() -> Iterator[FeedReaders]:
    made = FeedReaders()
    yield made
    made.close()


async def tried(where: str, *, private: bool = True) -> list[str]:
    """The lines of a trial."""
    lines: list[str] = []
    settings = Settings(_env_file=None, fetch_private=private, fetch_contact="news@example.org")  # type: ignore[call-arg]
    await try_source(where, settings=settings, turn=alone, now=NOW, say=lines.append)
    return lines


def rss(*items: str, channel: str = "") -> str:
    inner = "".join(f"<item>{item}</item>" for item in items)
    return f'<rss version="2.0"><channel><title>The News</title>{channel}{inner}</channel></rss>'


async def test_feed_is_told_with_what_would_be_filed(there: Strangers) -> None:
    url = there.answer(
        "127.0.0.1/feed",
        rss(
            "<title>Old</title><pubDate>Mon, 23 Dec 2024 10:00:00 GMT</pubDate>",
            "<title>Late</title><author>Ana Ruiz</author><pubDate>Tue, 24 Dec 2034 10:00:00 GMT</pubDate>",
            "<title>Old</title><pubDate>Mon, 23 Dec 2024 10:00:00 GMT</pubDate><link>javascript:1</link>",
            channel="<link>/</link><ttl>60</ttl>",
        ),
        headers={"ETag": '"1"'},
    )
    lines = await tried(url)
    assert lines[:-1] == [
        f"{url}: The News, RSS 2.0, 3 entries, of {there.url('127.0.0.1/')}",
        "  1  Late",
        "     no link",
        "     24 December 2024, 12:00 UTC"
        " (first seen, not 'Tue, 24 Dec 2034 10:00:00 GMT', which lies in the future)",
        "     The News · Ana Ruiz",
        "     headline alone: a summary without a link",
        "  2  Old",
        "     no link",
        "     23 December 2024, 10:00 UTC (published)",
        "     The News",
        "     headline alone: a summary without a link",
    ]
    assert lines[-1].startswith("a second visit is sent all of it again; it would be in ")
    assert [headers.get("if-none-match") for _, headers in there.asked] == [None, b'"1"']


async def test_site_leads_to_its_feed(there: Strangers) -> None:
    page = "<!doctype html><link rel=alternate type=application/rss+xml href=/feed>"
    site = there.answer("127.0.0.1/", page)
    url = there.answer("127.0.0.1/feed", rss())
    lines = await tried(site)
    assert lines[:2] == [f"{site}: names the feed {url}", f"{url}: The News, RSS 2.0, 0 entries"]


async def test_walls_robots_and_errors_leave_a_headline_with_its_link(there: Strangers) -> None:
    there.answer("127.0.0.1/robots.txt", "User-agent: *\nDisallow: /\nUser-agent: briefings\nDisallow: /no/")
    links = [there.url(f"127.0.0.1/{path}") for path in ("no/1", "gone", "within")]
    there.answer("127.0.0.1/within", status=302, headers={"Location": "http://169.254.169.254/latest"})
    day = "<pubDate>Mon, 23 Dec 2024 1{}:00:00 GMT</pubDate>"
    items = [f"<title>T{n}</title><link>{link}</link>{day.format(9 - n)}" for n, link in enumerate(links)]
    lines = await tried(there.answer("127.0.0.1/feed", rss(*items)))
    assert [line.strip() for line in lines if "alone" in line] == [
        f"headline and link alone: {links[0]}: its robots.txt asks not to read the page",
        f"headline and link alone: {links[1]}: answers 404 Not Found",
        f"headline and link alone: {links[2]}: leads to an address that is not public",
    ]
    assert not [address for address, _ in there.asked if "/no/" in address]


async def test_site_in_trouble_with_its_robots_txt_is_not_read(there: Strangers) -> None:
    there.answer("127.0.0.1/robots.txt", status=503)
    link = there.answer("127.0.0.1/1", "x")
    lines = await tried(there.answer("127.0.0.1/feed", rss(f"<title>T</title><link>{link}</link>")))
    assert f"     headline and link alone: {link}: its robots.txt answers 503" in lines


@pytest.mark.parametrize(
    ("body", "status", "fact"),
    [
        ("<!doctype html>Hello", 200, "is a page that names no feed"),
        ("", 410, "answers 410 Gone"),
        ('{"version": ' + "[" * 100_000, 200, "cannot be read (RecursionError)"),
    ],
)
async def test_what_is_no_source_is_one_line(there: Strangers, body: str, status: int, fact: str) -> None:
    url = there.answer("127.0.0.1/", body, status=status)
    with pytest.raises(SourceError) as caught:
        await tried(url)
    assert str(caught.value) == f"{url}: {fact}"


async def test_feed_on_which_the_parser_raises_is_one_line(readers: FeedReaders) -> None:
    raises = b"<rss version='2.0'><channel><title>T & t</title></width></channel></rss>"
    with pytest.raises(SourceError, match=r"^a.test: cannot be read \(TypeError\)$"):
        await readers.read(raises, name="a.test", address="https://a.test/")
    assert isinstance(await readers.read(rss().encode(), name="a.test", address=None), Feed)


async def test_private_address_is_tried_only_where_that_is_set(there: Strangers) -> None:
    url = there.answer("127.0.0.1/feed", rss())
    with pytest.raises(SourceError, match="leads to an address that is not public"):
        await tried(url, private=False)
    assert there.asked == []


async def test_list_of_feeds_in_a_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "feeds.opml"
    file.write_text('<opml version="2.0"><body><outline text="A" xmlUrl="https://a.test/"/></body></opml>')
    assert await tried(str(file)) == [f"{file}: no title, OPML, 1 feed", "  https://a.test/  A"]


async def test_newest_are_briefed_from_feed_or_page(tmp_path: Path, there: Strangers) -> None:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    article = f"<article><h1>From the page, из Москвы</h1>{paragraphs}</article>"
    page = f"<!doctype html><title>WebPage</title>{article}"
    cyrillic = {"Content-Type": "text/html; charset=windows-1251"}  # told by the header alone
    link = there.answer("127.0.0.1/1", page.encode("windows-1251", "xmlcharrefreplace"), headers=cyrillic)
    there.answer("127.0.0.1/2", "<!doctype html><p>" + "Prove that you are a human being. " * 20)
    summary = f"<description>{' '.join(STORY[1].split()[:40])}</description>"
    url = there.answer(
        "127.0.0.1/feed",
        rss(
            f"<title>In the feed</title><description><![CDATA[{paragraphs}]]></description>",
            f"<title>From the page</title><link>{link}</link>{summary}",
            f"<title>Behind a wall</title><link>{there.url('127.0.0.1/2')}</link>{summary}",
        ),
    )
    status, lines = await said(tmp_path, "sources", "try", url, FETCH_PRIVATE="on")
    told = [line.strip() for line in lines]
    assert status == 0
    assert [line.rpartition(", ")[0] or line for line in told if line.startswith(("text ", "headline "))] == [
        "text from the feed",
        "text from its page",
        f"headline and link alone: {there.url('127.0.0.1/2')}: the page has few of the entry's words",
    ]
    assert told.count("In the feed") == told.count("From the page, из Москвы") == 1  # over their briefings
    assert len([line for line in told if line.startswith("• ")]) == 6
    assert files_in(tmp_path) == ["seeds"]  # nothing was filed


async def test_feed_is_read_in_a_process_without_the_language_pipeline(readers: FeedReaders) -> None:
    document = await readers.read(rss("<title>T</title>").encode(), name="a.test", address="https://a.test/")
    assert isinstance(document, Feed)
    [child] = multiprocessing.active_children()
    assert "spacy" not in Path(f"/proc/{child.pid}/maps").read_text()  # noqa: ASYNC240 (no disk is read)


LONG = rss("<title>T</title>" * 9) * 9_000
LARGE = "[" + '{"a":[]},' * 1_000_000


@pytest.mark.parametrize(
    ("limits", "raw", "fact"),
    [
        pytest.param(ReadingLimits(seconds=0.05), LONG, "takes more than 0.05 s to read", id="time"),
        pytest.param(ReadingLimits(memory=100_000_000), LARGE, "takes more than 0.1 GB to read", id="memory"),
    ],
)
async def test_reading_takes_no_more_than_its_limits(limits: ReadingLimits, raw: str, fact: str) -> None:
    readers = FeedReaders(limits)
    try:
        with pytest.raises(SourceError, match=fact):
            await readers.read(raw.encode(), name="a.test", address="https://a.test/")
    finally:
        readers.close()


async def test_process_that_ended_is_told_and_the_next_feed_is_read(readers: FeedReaders) -> None:
    raw = rss().encode()
    await readers.read(raw, name="a.test", address=None)
    for child in multiprocessing.active_children():
        child.kill()
    with pytest.raises(SourceError, match="ended the process that read it"):
        await readers.read(raw, name="a.test", address=None)
    assert isinstance(await readers.read(raw, name="a.test", address=None), Feed)
