"""A file came when it was noticed: that is kept until it is read, then with its article, and told by."""

import asyncio
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.delivery.publisher import Publisher
from bot.domain.articles import ArticleState
from bot.domain.plans import Arrival, Candidate
from bot.newsroom.folder_watch import Newsroom
from bot.store import Store
from bot.store.articles.filing import FileStamp
from bot.store.deliveries import edition_transaction
from tests.bot.delivering import MORNING, Clock, PostOffice, people, post_office
from tests.bot.library import NOON, an_actor, an_analysis, embargo
from tests.bot.test_newsroom import LATER, Desk, PlainReader, has_read, running
from tests.telegram import Served
from tests.waiting import becomes, until

HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)


@pytest.fixture
def clock() -> Clock:
    return Clock(LATER)


@pytest.fixture
def timed(store: Store, tmp_path: Path, clock: Clock) -> Desk:
    """A newsroom by a clock that the test sets."""
    reader, ends = PlainReader(), []

    async def read_through() -> None:
        ends.append(clock.now)

    newsroom = Newsroom(
        store, tmp_path / "seeds", workers=2, pipeline="none", review=False, clock=clock,
        readers=reader, on_read_through=read_through,
    )  # fmt: skip
    return Desk(newsroom, tmp_path / "seeds", store, reader, busy=ends)


async def candidates(store: Store, now: datetime) -> list[Candidate]:
    found = await store.outbox.transact(lambda transaction: transaction.candidates(), now=now)
    return sorted(found, key=lambda each: each.article_id)


async def test_article_came_when_its_file_was_noticed(timed: Desk, clock: Clock) -> None:
    """A folder waits for three hours behind one file; what is dropped meanwhile came later."""
    timed.reader.hold = asyncio.Event()
    async with running(timed):
        for number in range(20):
            timed.write(f"a{number}.txt", f"Number {number}.")
        await until(has_read(timed, 4))
        await becomes(timed.newsroom.waiting, (Arrival(came_at=LATER, count=20),))
        clock.pass_by(3 * HOUR)
        timed.reader.hold.set()
        await timed.told(*(f"Number {number}." for number in range(20)))
        timed.write("b.txt", "Breaking.")
        await timed.told(*(f"Number {number}." for number in range(20)), "Breaking.")
    found = await candidates(timed.store, clock.now)
    assert all(each.public_at == clock.now for each in found)
    assert [each.came_at for each in found] == [LATER] * 20 + [clock.now]
    assert timed.newsroom.waiting() == ()


async def test_what_stands_there_at_the_start_came_with_the_start(timed: Desk, clock: Clock) -> None:
    for number in range(10):
        timed.write(f"{number}.txt", f"Number {number}.")
    timed.reader.hold = asyncio.Event()
    work = asyncio.create_task(timed.newsroom.look_over())
    await until(has_read(timed, 4))
    clock.pass_by(HOUR)
    timed.reader.hold.set()
    await work
    assert [each.came_at for each in await candidates(timed.store, clock.now)] == [LATER] * 10


async def test_file_that_is_noticed_again_while_it_is_read_still_waits(timed: Desk, clock: Clock) -> None:
    """Else an import would seem to be read, though the files that changed meanwhile are still in hand."""
    timed.write("a.txt", "One.")
    timed.reader.hold = asyncio.Event()
    work = asyncio.create_task(timed.newsroom.look_over())
    await until(has_read(timed, 1))
    clock.pass_by(SECOND)
    await timed.newsroom._note(["a.txt"], ())
    assert timed.newsroom.waiting() == (Arrival(came_at=LATER, count=1),)
    timed.reader.hold.set()
    await work
    assert timed.newsroom.waiting() == ()


async def test_known_files_that_newer_rules_read_again_are_no_arrivals(
    timed: Desk, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else a new version of the bot holds breaking news back for half an hour, as if an import came."""
    for number in range(3):
        timed.write(f"{number}.txt", f"Number {number}.")
    await timed.newsroom.look_over()
    monkeypatch.setattr("summaries.reader.RULES", 99)
    reader = PlainReader(hold=asyncio.Event())
    newer = Newsroom(
        timed.store, timed.folder, workers=2, pipeline="none", review=False, clock=clock, readers=reader
    )
    timed.write("breaking.txt", "Breaking.")
    clock.pass_by(HOUR)
    work = asyncio.create_task(newer.look_over())
    await until(has_read(replace(timed, reader=reader), 4))
    assert newer.waiting() == (Arrival(came_at=LATER + HOUR, count=1),)
    assert reader.hold is not None
    reader.hold.set()
    await work
    assert newer.waiting() == ()


async def test_end_of_many_files_is_told_once(timed: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timed.newsroom._waiting, "_many", 10)
    timed.reader.hold = asyncio.Event()
    async with running(timed):
        for number in range(30):
            timed.write(f"{number}.txt", f"Number {number}.")
        await until(has_read(timed, 4))
        await becomes(timed.newsroom.waiting, (Arrival(came_at=LATER, count=30),))
        assert timed.busy == []
        timed.reader.hold.set()
        await timed.told(*(f"Number {number}." for number in range(30)))
        await becomes(lambda: timed.busy, [LATER])
        timed.write("one.txt", "One more.")
        await timed.told(*(f"Number {number}." for number in range(30)), "One more.")
    assert timed.busy == [LATER]


async def test_nothing_waits_where_nothing_can_be_read(timed: Desk) -> None:
    timed.reader.fault = None
    timed.write("a.txt", "")
    await timed.newsroom.look_over()
    assert timed.newsroom.waiting() == ()


async def an_article(store: Store, name: str, *, came: datetime, filed: datetime) -> int:
    told = an_analysis(headline=f"Report {name}", sentences=(f"{name}.",), actors=(an_actor(f"Ada{name}"),))
    stamp = FileStamp(path=f"{name}.txt", size=1, modified_ns=1, reader="1", came_at=came)
    return (await store.articles.file(told, stamp=stamp, state=ArticleState.LIVE, now=filed)).article_id


async def test_embargo_that_ends_later_is_when_an_article_comes(store: Store) -> None:
    number = await an_article(store, "x", came=NOON, filed=NOON + SECOND)
    await embargo(store, number, NOON + HOUR, now=NOON + SECOND)
    assert [each.came_at for each in await candidates(store, NOON + 2 * HOUR)] == [NOON + HOUR]


async def test_no_article_comes_after_its_filing(store: Store) -> None:
    await an_article(store, "x", came=NOON + HOUR, filed=NOON)
    assert [each.came_at for each in await candidates(store, NOON)] == [NOON]


async def test_what_is_too_many_to_choose_from_is_counted_by_when_it_came(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edition_transaction, "MOST_CANDIDATES", 2)
    for number in range(6):
        await an_article(store, str(number), came=NOON, filed=NOON + number * SECOND)
    earlier = await store.outbox.transact(lambda transaction: transaction.earlier(), now=NOON + HOUR)
    assert earlier == (Arrival(came_at=NOON, count=4, public_since=NOON, public_until=NOON + 3 * SECOND),)


async def test_folder_that_is_read_for_hours_is_one_message_and_breaking_news_another(
    store: Store, served_telegram: Served
) -> None:
    """An article a minute for three hours of a folder that came at once; one of its own after an hour."""
    waiting: list[Arrival] = []
    async with post_office(store, served_telegram) as office:
        office.publisher = Publisher(
            store, zone=ZoneInfo("UTC"), wake=office.sender.wake, waiting=lambda: waiting
        )
        (reader,) = people(office, 1)
        await office.subscriber(reader, hours=(), each_new=True)
        began = office.clock.now
        for minute in range(180):
            office.clock.now = began + minute * timedelta(minutes=1)
            waiting[:] = [Arrival(came_at=began, count=179 - minute)] if minute < 179 else []
            await an_article(store, str(minute), came=began, filed=office.clock.now)
            if minute == 60:
                await an_article(store, "breaking", came=office.clock.now, filed=office.clock.now)
            await office.tick()
        await office.settle()
        told = [message.text.splitlines()[0] for message in office.telegram.sent(reader)]
    assert told == [
        "31 new articles, and more are being read. The newest, the rest under /latest:",
        "Report breaking",
    ]


async def test_push_amid_an_import_goes_out_at_once(store: Store, served_telegram: Served) -> None:
    async with post_office(store, served_telegram) as office:
        waiting = [Arrival(came_at=MORNING, count=500)]
        office.publisher = Publisher(
            store, zone=ZoneInfo("UTC"), wake=office.sender.wake, waiting=lambda: waiting
        )
        (reader,) = people(office, 1)
        await office.subscriber(reader, hours=(), each_new=True)
        numbers = [await an_article(store, str(n), came=MORNING, filed=MORNING) for n in range(30)]
        await office.tick()
        assert not office.telegram.sent(reader)
        assert await office.push_article(numbers[7]) == 1
        waiting.clear()
        office.clock.pass_by(timedelta(minutes=1))
        await office.deliver()
        assert _first_lines(office, reader.id) == [
            "Report 7",
            "29 new articles. The newest, the rest under /latest:",
        ]


def _first_lines(office: PostOffice, chat: int) -> list[str]:
    return [message.text.splitlines()[0] for message in office.telegram.messages_of(chat) if message.text]
