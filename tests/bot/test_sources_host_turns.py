"""One request a host at a time, whoever makes it; a turn that nobody keeps ends by itself."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack

import pytest
from sqlalchemy import delete, func, select, update

from bot.domain.addresses import host_of
from bot.newsroom.sources import host_turns
from bot.newsroom.sources.errors import HostBusyError, SourceError
from bot.newsroom.sources.feed_readers import FeedReaders
from bot.newsroom.sources.host_turns import HostTurns
from bot.newsroom.sources.robots import Robots
from bot.store import Store
from bot.store.database.dialect import clock
from bot.store.database.tables import visitors
from bot.store.sources.visitors import LASTS_SECONDS
from tests.bot.agency import HOUR, Agency, InThisProcess, rss
from tests.bot.strangers import Strangers, counting, fetching, head_of, strangers
from tests.waiting import until

HOST = "news.test:81"


@pytest.fixture
async def there() -> AsyncIterator[Strangers]:
    async with strangers() as served:
        yield served


async def set_turn(store: Store, seconds: float) -> None:
    """All turns last so long from now on."""
    change = update(visitors).values(until=clock() + seconds)
    await store.database.write(lambda connection: connection.execute(change))


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://News.Test/a", "news.test"),
        ("https://news.test:443/", "news.test"),
        ("http://news.test:80/", "news.test"),
        ("http://news.test.:81/", "news.test:81"),
        ("http://me@news.test:81/", "news.test:81"),
        ("http://[::1]:8080/", "[::1]:8080"),
    ],
)
def test_one_host_has_one_name(address: str, host: str) -> None:
    assert host_of(address) == host


async def test_host_is_one_visitors(store: Store) -> None:
    assert await store.visitors.take(HOST, "a")
    assert not await store.visitors.take(HOST, "b")
    assert await store.visitors.take("other.test", "b")
    await store.visitors.leave(HOST, "b")
    assert not await store.visitors.take(HOST, "b")
    await store.visitors.leave(HOST, "a")
    assert await store.visitors.take(HOST, "b")


@pytest.mark.parametrize("seconds", [-1, LASTS_SECONDS + 60], ids=["it is over", "the clock was set back"])
async def test_turn_that_nobody_keeps_is_anothers(store: Store, seconds: float) -> None:
    assert await store.visitors.take(HOST, "a")
    await set_turn(store, seconds)
    assert await store.visitors.take(HOST, "b")
    assert not await store.visitors.keep(HOST, "a")
    assert await store.visitors.keep(HOST, "b")


async def test_turns_of_the_killed_leave_nothing_behind(store: Store) -> None:
    for number in range(3):
        await store.visitors.take(f"{number}.test", "a")
    await set_turn(store, -1)
    await store.visitors.take(HOST, "b")
    await store.visitors.leave(HOST, "b")
    count = select(func.count()).select_from(visitors)
    assert await store.database.read(lambda connection: connection.scalar(count)) == 0


async def test_fetchers_take_turns(store: Store, there: Strangers) -> None:
    """As those of several looks and of the rounds do, redirects from another host among them."""
    crowd = counting(there, *(f"a.test/{number}" for number in range(6)))
    for number in range(6):
        target = {"Location": there.url(f"a.test/{number}")}
        there.answer(f"b.test/{number}", status=302, headers=target)
    async with AsyncExitStack() as stack:
        looks = []
        for number in range(6):
            fetcher = await stack.enter_async_context(fetching(there, HostTurns(store).at))
            looks += [fetcher.fetch(there.url(f"{host}.test/{number}")) for host in "ab"]
        await asyncio.gather(*looks)
    assert (crowd.most, crowd.count) == (1, 12)


async def test_who_waits_too_long_for_a_host_is_told_so(store: Store, there: Strangers) -> None:
    asked, hold = asyncio.Event(), asyncio.Event()

    async def slow(writer: asyncio.StreamWriter) -> None:
        asked.set()
        await hold.wait()
        writer.write(head_of(200, {"Content-Length": "0"}))

    url = there.play("a.test/feed", slow)
    async with (
        fetching(there, HostTurns(store).at) as first,
        fetching(there, HostTurns(store, wait=0.3).at) as second,
    ):
        going = asyncio.create_task(first.fetch(url))
        await asked.wait()
        with pytest.raises(HostBusyError) as busy:
            await second.fetch(there.url("a.test/other"))
        assert str(busy.value) == f"a.test:{there.port}: is being visited just now; try again in a minute"
        hold.set()
        assert (await going).status == 200
    assert [address for address, _ in there.asked] == ["a.test/feed"]


async def test_request_ends_where_its_turn_is_lost(one_store: Store, there: Strangers) -> None:
    """As that of a process which stood still, and wakes while another is at the host."""
    asked = asyncio.Event()

    async def endless(_: object) -> None:
        asked.set()
        await asyncio.sleep(300)

    url = there.play("a.test/feed", endless)
    async with fetching(there, HostTurns(one_store).at, seconds=300, seconds_silent=300) as fetcher:
        going = asyncio.create_task(fetcher.fetch(url))
        await asked.wait()
        await one_store.database.write(lambda connection: connection.execute(delete(visitors)))
        with pytest.raises(HostBusyError):  # nobody blames the source
            await going


async def test_slow_server_is_blamed_for_its_slowness(one_store: Store, there: Strangers) -> None:
    url = there.play("a.test/feed", lambda _: asyncio.sleep(300))
    async with fetching(there, HostTurns(one_store).at, seconds=0.3) as fetcher:
        with pytest.raises(SourceError, match="did not answer in time"):
            await fetcher.fetch(url)


async def test_request_after_a_slow_answer_of_the_database_is_not_cut_off(
    one_store: Store, there: Strangers, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Most of the turn is over when it is told of; it is kept before it ends."""
    monkeypatch.setattr(host_turns, "LASTS_SECONDS", 6.0)
    monkeypatch.setattr(host_turns, "_KEPT_EVERY", 2.0)
    take = one_store.visitors.take

    async def slow_take(host: str, holder: str) -> bool:
        taken = await take(host, holder)
        await asyncio.sleep(3)
        return taken

    async def answer(writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(4)
        writer.write(head_of(200, {"Content-Length": "0"}))

    monkeypatch.setattr(one_store.visitors, "take", slow_take)
    url = there.play("a.test/feed", answer)
    async with fetching(there, HostTurns(one_store).at) as fetcher:
        assert (await fetcher.fetch(url)).status == 200


async def test_request_longer_than_a_turn_keeps_it(one_store: Store, there: Strangers) -> None:
    asked, hold = asyncio.Event(), asyncio.Event()

    async def slow(_: object) -> None:
        asked.set()
        await hold.wait()

    url = there.play("a.test/feed", slow)
    async with fetching(there, HostTurns(one_store).at, seconds=300, seconds_silent=300) as fetcher:
        going = asyncio.create_task(fetcher.fetch(url))
        await asked.wait()
        await asyncio.sleep(LASTS_SECONDS + 2)
        assert not await one_store.visitors.take(f"a.test:{there.port}", "other")
        hold.set()
        await asyncio.gather(going, return_exceptions=True)
        assert await one_store.visitors.take(f"a.test:{there.port}", "other")


async def test_busy_host_is_no_trouble_of_its_source(agency: Agency) -> None:
    """The rounds come again, and nothing is written down; nor is its robots.txt taken for one in trouble."""
    source = await agency.source(agency.there.answer("news.test/feed", rss()))
    host = f"news.test:{agency.there.port}"
    await agency.store.visitors.take(host, "an editor")
    agency.wait_for_a_turn = 0.2
    agency.now += HOUR
    await agency.store.sources.visit_now(source.id, now=agency.now)
    async with agency.running():
        await asyncio.sleep(1)
        assert (await agency.again(source)).visited_at == source.visited_at
        await agency.store.visitors.leave(host, "an editor")
        await agency.settled()
    after = await agency.again(source)
    assert (after.failures, after.succeeded_at) == (0, agency.now)


async def test_host_that_leads_to_a_busy_one_is_left_in_peace_for_a_while(agency: Agency) -> None:
    """Nothing is written down, so it is due at once: it would be asked as often as a turn is waited for."""
    agency.there.answer("b.test/feed", rss())
    target = {"Location": agency.there.url("b.test/feed")}
    url = agency.there.answer("a.test/feed", status=302, headers=target)
    await agency.store.visitors.take(f"b.test:{agency.there.port}", "an editor")
    agency.wait_for_a_turn, agency.busy_rest = 0.1, 60
    await agency.source(url, read=False)
    async with agency.running():
        await until(lambda: agency.there.asked)
        await asyncio.sleep(2)  # others would have been made by then
    assert [address for address, _ in agency.there.asked] == ["a.test/feed"]


async def test_robots_txt_of_a_busy_host_is_asked_again(one_store: Store, there: Strangers) -> None:
    page = there.url("news.test/story")
    await one_store.visitors.take(host_of(page), "an editor")
    async with fetching(there, HostTurns(one_store, wait=0.2).at) as fetcher:
        readers: FeedReaders = InThisProcess()
        robots = Robots(fetcher, readers)
        with pytest.raises(HostBusyError):
            await robots.allow(page)
        await one_store.visitors.leave(host_of(page), "an editor")
        assert await robots.allow(page)
        readers.close()


@pytest.fixture
async def agency(store: Store, there: Strangers) -> Agency:
    return Agency(store, there)
