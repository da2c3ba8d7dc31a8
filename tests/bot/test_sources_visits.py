"""How a source stands after a visit: when it comes next, what ails it, where it moved, who is told."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import update

from bot.domain.sources import Source, SourceState, Trouble
from bot.newsroom.sources.responses import ResponseKind
from bot.store import Store
from bot.store.database.tables import sources
from tests.bot.agency import BOUNDS, DAY, HOUR, Agency, item, page, rss
from tests.bot.library import NOON
from tests.bot.strangers import OURS, counting, strangers

MINUTE = timedelta(minutes=1)


@pytest.fixture
async def agency(store: Store) -> AsyncIterator[Agency]:
    async with strangers() as there:
        yield Agency(store, there)


@pytest.fixture
async def lite(one_store: Store) -> AsyncIterator[Agency]:
    async with strangers() as there:
        yield Agency(one_store, there)


def conditions(agency: Agency) -> list[bytes | None]:
    """With which validators the feed was asked for, visit by visit."""
    return [headers.get("if-none-match") for address, headers in agency.there.asked if "feed" in address]


async def test_validators_are_sent_back_and_304_costs_no_reading(agency: Agency) -> None:
    source = await agency.source(agency.there.answer("news.test/feed", rss(), headers={"ETag": 'W/"a, b"'}))
    agency.there.answer("news.test/feed", status=304)
    await agency.visit(after=HOUR)
    assert conditions(agency) == [None, b'W/"a, b"']
    assert agency.fetched == [ResponseKind.READ, ResponseKind.UNCHANGED]
    after = await agency.again(source)
    assert (after.state, after.failures, after.succeeded_at) == (SourceState.ACTIVE, 0, agency.now)


async def test_same_bytes_are_not_read_again(lite: Agency) -> None:
    await lite.source(lite.there.answer("news.test/feed", rss()))
    await lite.visit(after=HOUR)
    assert lite.fetched == [ResponseKind.READ, ResponseKind.UNCHANGED]


async def test_validator_that_is_stale_for_ever_is_left_out_once_a_day(lite: Agency) -> None:
    """The server says for ever that nothing is new, as long as it is asked so."""
    await lite.source(lite.there.answer("news.test/feed", rss(), headers={"ETag": '"1"'}))
    lite.there.answer("news.test/feed", status=304)
    for _ in range(3):
        await lite.visit(after=7 * HOUR)
    assert conditions(lite) == [None, b'"1"', b'"1"', b'"1"']
    lite.there.answer("news.test/feed", rss(item("News", guid="1")))
    await lite.visit(after=7 * HOUR)
    assert conditions(lite)[-1] is None
    assert lite.fetched[-1] is ResponseKind.READ


async def test_304_to_a_question_without_validators_is_no_success(lite: Agency) -> None:
    source = await lite.source(lite.there.answer("news.test/feed", status=304))
    assert source.failures == 1


async def test_pause_follows_the_news_and_what_the_feed_asks_for(lite: Agency) -> None:
    often = [
        item(f"News {number}", guid=str(number), date=NOON - number * 10 * MINUTE) for number in range(9)
    ]
    busy = await lite.source(lite.there.answer("busy.test/feed", rss(*often)))
    slow = await lite.source(lite.there.answer("slow.test/feed", rss(*often, channel="<ttl>120</ttl>")))
    still = await lite.source(
        lite.there.answer("still.test/feed", rss(item("Old", guid="1", date=NOON - 90 * DAY)))
    )
    for source, least in ((busy, BOUNDS.shortest), (slow, 2 * HOUR), (still, BOUNDS.longest)):
        assert least <= source.next_visit - NOON <= least * 1.1, source.address


async def test_pause_by_the_news_holds_after_a_304(lite: Agency) -> None:
    items = [
        item(f"News {number}", guid=str(number), date=NOON - number * 10 * MINUTE) for number in range(9)
    ]
    source = await lite.source(
        lite.there.answer("news.test/feed", rss(*items, channel="<ttl>30</ttl>"), headers={"ETag": '"1"'})
    )
    lite.there.answer("news.test/feed", status=304)
    await lite.visit(after=BOUNDS.shortest)
    pause = (await lite.again(source)).next_visit - lite.now
    assert 30 * MINUTE <= pause <= 33 * MINUTE


@pytest.mark.parametrize("status", [429, 503])
async def test_host_that_asks_to_be_left_alone_is_left_alone_by_all_its_sources(
    agency: Agency, status: int
) -> None:
    first = await agency.source(agency.there.answer("news.test/feed", rss()))
    second = await agency.source(agency.there.answer("news.test/feed2", rss()))
    other = await agency.source(agency.there.answer("other.test/feed", rss()))
    agency.there.answer("news.test/feed", status=status, headers={"Retry-After": "7200"})
    await agency.store.sources.visit_now(first.id, now=agency.now)
    async with agency.running():
        await agency.settled()
    for source in (first, second):
        assert (await agency.again(source)).next_visit >= agency.now + 2 * HOUR
    assert (await agency.again(other)).next_visit < agency.now + 2 * HOUR


async def test_403_in_the_place_of_429_is_left_alone_ever_longer(lite: Agency) -> None:
    source = await lite.source(lite.there.answer("news.test/feed", rss()))
    lite.there.answer("news.test/feed", status=403)
    pauses = []
    for _ in range(4):
        await lite.visit(after=HOUR)
        pauses.append((await lite.again(source)).next_visit - lite.now)
    assert [int(pause / BOUNDS.shortest) for pause in pauses] == [1, 2, 4, 8]


async def test_maintenance_page_is_not_taken_for_the_feed(agency: Agency) -> None:
    """With 200, by a redirect, by one for good, and for a day: then it is told."""
    url = agency.there.answer("news.test/feed", rss(item("News", guid="1")))
    source = await agency.source(url)
    there = agency.there.answer("news.test/soon", page("We are back soon"))
    agency.there.answer("news.test/feed", status=301, headers={"Location": there})
    for _ in range(4):
        await agency.visit(after=20 * HOUR)
    after = await agency.again(source)
    assert (after.address, after.reason, after.state, after.trouble) == (
        url,
        "is a page, and no feed",
        SourceState.AILING,
        Trouble.CHANGED,
    )
    assert [entry.title for entry in await agency.entries(source)] == ["News"]
    agency.there.answer("news.test/feed", rss())
    await agency.visit(after=HOUR)
    assert (await agency.again(source)).state is SourceState.ACTIVE


def of_site(site: str, *items: str, title: str) -> str:
    """A feed that says of which site it is."""
    return rss(*items, title=title, channel=f"<link>https://{site}/</link>")


def casino(*, site: str = "casino.test", title: str = "Casino") -> str:
    """What stands at the address of a name that was sold."""
    return of_site(site, item("Win", link=f"https://{site}/win", guid="w"), title=title)


async def sold(agency: Agency, now: str) -> Source:
    """A source whose address another feed has from the second visit on."""
    news = item("News", link="https://news.test/1", guid="1")
    source = await agency.source(
        agency.there.answer("news.test/feed", of_site("news.test", news, title="The News"))
    )
    agency.there.answer("news.test/feed", now)
    await agency.visit(after=HOUR)
    return await agency.again(source)


async def test_another_feed_at_the_address_is_told_at_once_and_nothing_of_it_filed(agency: Agency) -> None:
    source = await sold(agency, casino())
    assert (source.state, source.trouble, source.title, source.reason) == (
        SourceState.REPLACED,
        Trouble.REPLACED,
        "The News",
        "is another feed now: Casino, of casino.test",
    )
    (troubled,) = await agency.store.sources.troubled()
    await agency.store.sources.told(troubled)
    for _ in range(3):
        await agency.visit(after=DAY)
    assert await agency.store.sources.troubled() == ()
    assert [entry.title for entry in await agency.entries(source)] == ["News"]
    assert agency.filed == []


async def test_feed_that_is_back_is_filed_again(agency: Agency) -> None:
    source = await sold(agency, casino())
    items = [item(f"News {n}", link=f"https://news.test/{n}", guid=str(n)) for n in (1, 2)]
    agency.there.answer("news.test/feed", of_site("news.test", *items, title="The News"))
    await agency.visit(after=HOUR)
    after = await agency.again(source)
    assert (after.state, after.trouble, after.failures) == (SourceState.ACTIVE, None, 0)
    assert len(await agency.entries(source)) == 2


async def test_feed_that_an_editor_keeps_begins_as_a_new_one_does(agency: Agency) -> None:
    link = agency.there.answer("news.test/win", page("Win"))
    feed = of_site("casino.test", item("Win", link=link), title="Casino")
    source = await sold(agency, feed)
    assert await agency.store.sources.keep(source.id, now=agency.now)
    async with agency.running():
        await agency.settled()
    after = await agency.again(source)
    assert (after.state, after.title) == (SourceState.ACTIVE, "Casino")
    assert len(agency.filed) == 1
    assert await agency.store.news.unannounced(NOON - DAY, NOON + DAY) == ()


@pytest.mark.parametrize(
    "now",
    [
        pytest.param(casino(site="www.news.test"), id="another title"),
        pytest.param(casino(title="The News"), id="another site"),
        pytest.param(
            of_site("new.test", item("News", link="https://news.test/1"), title="New"), id="a known entry"
        ),
    ],
)
async def test_feed_that_changed_in_part_is_what_it_was(lite: Agency, now: str) -> None:
    source = await sold(lite, now)
    assert (source.state, source.trouble) == (SourceState.ACTIVE, None)


async def test_redirect_for_good_is_believed_after_days(agency: Agency) -> None:
    old = agency.there.answer("news.test/feed", rss())
    source = await agency.source(old)
    new = agency.there.answer("new.test/feed", rss(item("News", guid="1")))
    agency.there.answer("news.test/feed", status=308, headers={"Location": new})
    await agency.visit(after=HOUR)
    seen = await agency.again(source)
    assert (seen.address, seen.moved_to) == (old, new)
    await agency.visit(after=2 * DAY)
    moved = await agency.again(source)
    assert (moved.address, moved.host, moved.moved_to, moved.trouble) == (
        new,
        new.removeprefix("http://").removesuffix("/feed"),
        None,
        Trouble.MOVED,
    )
    assert await agency.store.sources.find_by_address(old) == moved


async def test_redirect_for_a_while_is_none_for_good(lite: Agency) -> None:
    """Nor is one that was something else in between."""
    old = lite.there.answer("news.test/feed", rss())
    source = await lite.source(old)
    new = lite.there.answer("new.test/feed", rss(item("News", guid="1")))
    for status in (301, 302, 301, 302):
        lite.there.answer("news.test/feed", status=status, headers={"Location": new})
        await lite.visit(after=2 * DAY)
    assert (await lite.again(source)).address == old


async def test_source_that_moved_to_another_source_is_paused(lite: Agency) -> None:
    new = lite.there.answer("new.test/feed", rss())
    await lite.source(new)
    old = lite.there.answer("news.test/feed", status=301, headers={"Location": new})
    source = await lite.source(old)
    for _ in range(3):
        await lite.visit(after=DAY)
    after = await lite.again(source)
    assert (after.address, after.state) == (old, SourceState.PAUSED)
    assert after.reason == f"has moved to {new}, which is a source of its own"


async def test_feed_that_is_gone_is_not_visited_any_more(agency: Agency) -> None:
    source = await agency.source(agency.there.answer("news.test/feed", rss()))
    agency.there.answer("news.test/feed", status=410)
    for _ in range(3):
        await agency.visit(after=DAY)
    after = await agency.again(source)
    assert (after.state, after.trouble) == (SourceState.GONE, Trouble.GONE)
    assert len(conditions(agency)) == 2
    assert await agency.store.sources.visit_now(source.id, now=agency.now)
    agency.there.answer("news.test/feed", rss())
    async with agency.running():
        await agency.settled()
    assert (await agency.again(source)).state is SourceState.ACTIVE


async def test_source_that_fails_for_a_day_is_told_once(agency: Agency) -> None:
    source = await agency.source(agency.there.answer("news.test/feed", rss()))
    agency.there.answer("news.test/feed", status=500)
    await agency.visit(after=HOUR)
    assert await agency.store.sources.troubled() == ()
    await agency.visit(after=DAY)
    (troubled,) = await agency.store.sources.troubled()
    assert (troubled.id, troubled.trouble, troubled.state, troubled.reason) == (
        source.id,
        Trouble.FAILING,
        SourceState.AILING,
        "answers 500 Internal Server Error",
    )
    await agency.store.sources.told(troubled)
    await agency.visit(after=DAY)
    assert await agency.store.sources.troubled() == ()


async def test_source_that_is_well_again_before_it_was_told_is_not_told(lite: Agency) -> None:
    await lite.source(lite.there.answer("news.test/feed", rss()))
    lite.there.answer("news.test/feed", status=500)
    for _ in range(3):
        await lite.visit(after=DAY)
    lite.there.answer("news.test/feed", rss())
    await lite.visit(after=DAY)
    assert await lite.store.sources.troubled() == ()


@pytest.mark.parametrize(
    "poison", ["file:///etc/passwd", "http://127.0.0.2/feed", "javascript:1", "http://[", "http://a b/", "//"]
)
async def test_poisoned_address_is_a_trouble_and_no_fetch(lite: Agency, poison: str) -> None:
    """As somebody may write it into the database."""
    source = await lite.source(lite.there.answer("news.test/feed", rss()))
    change = update(sources).where(sources.c.id == source.id).values(address=poison)
    await lite.store.database.write(lambda connection: connection.execute(change))
    await lite.visit(after=HOUR)
    after = await lite.again(source)
    assert (after.failures, after.succeeded_at) == (1, source.succeeded_at)


async def test_redirect_to_bytes_that_are_no_text_is_a_trouble(lite: Agency) -> None:
    source = await lite.source(
        lite.there.answer("news.test/feed", status=301, headers={"Location": b"/\xff\xfe"})
    )
    assert (source.failures, source.reason) == (1, "is or leads to what is no http or https address")


async def test_redirect_to_a_private_address_is_a_trouble(lite: Agency) -> None:
    lite.there.names.known["inside.test"] = [[OURS]]
    inside = lite.there.url("inside.test/feed")
    source = await lite.source(lite.there.answer("news.test/feed", status=301, headers={"Location": inside}))
    assert source.reason == "leads to an address that is not public"
    assert source.moved_to is None


async def test_source_that_is_paused_while_it_is_visited_stays_so(agency: Agency) -> None:
    source = await agency.source(agency.there.answer("news.test/feed", rss()))

    async def slow(writer: object) -> None:
        await agency.store.sources.pause(source.id)

    agency.there.play("news.test/feed", slow)
    await agency.visit(after=HOUR)
    assert (await agency.again(source)).state is SourceState.PAUSED


async def test_one_host_has_one_visitor(lite: Agency) -> None:
    """Feeds and pages alike."""
    places = []
    for number in range(4):
        link = lite.there.answer(f"news.test/story{number}", page(f"Topic {number}"))
        url = lite.there.answer(f"news.test/feed{number}", rss(item(f"Topic {number}", link=link)))
        places += [f"news.test/story{number}", f"news.test/feed{number}"]
        await lite.store.sources.add(url, title="", added_by=None, now=lite.now)
    crowd = counting(lite.there, *places)
    async with lite.running():
        await lite.settled()
    assert len(lite.filed) == 4
    assert crowd.most == 1
