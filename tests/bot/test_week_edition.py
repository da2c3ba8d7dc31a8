"""The week as an edition on Sundays: when it comes, once, and what editors change in it."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio

from bot.domain.articles import StoredArticle
from bot.domain.chats import ChatState, QuietHours
from bot.domain.plans import Orders
from bot.localchat import LocalMessage, User
from bot.render.roundups import HELD_BACK
from bot.store import Store
from tests.bot.editing import Desk, editing
from tests.bot.library import Person, Saying, a_stored_article, an_analysis, embargo, said
from tests.bot.saying import worded
from tests.telegram import Served, shown

SUNDAY = datetime(2024, 4, 28, 7, 30, tzinfo=UTC)
A_WEEK = timedelta(days=7)
HARBOUR = ("harbour", "strike", "dockers", "quay", "crane", "union")
SAID = "The harbour was never as full as it was on this day."
BACK = "‹ Back"


@pytest_asyncio.fixture
async def desk(served_telegram: Served, store: Store) -> AsyncIterator[Desk]:
    """On each database, on a Saturday."""
    async with editing(served_telegram, store) as made:
        made.clock.now = SUNDAY - timedelta(days=1)
        yield made


async def report(
    desk: Desk,
    headline: str,
    *,
    hours_ago: float = 24,
    terms: tuple[str, ...] = (),
    cast: tuple[Person | str, ...] = (),
    quotes: tuple[Saying, ...] = (),
) -> StoredArticle:
    """An article of so many hours ago; those of the same terms tell one story."""
    filed = desk.clock.now - timedelta(hours=hours_ago)
    analysis = an_analysis(
        headline=headline,
        sentences=[f"“{headline}” is told here."],
        event_date=filed.date(),
        published=filed.isoformat().replace("+00:00", "Z"),
        terms=terms,
        actors=cast,
        quotes=quotes,
    )
    return await a_stored_article(desk.store, analysis, path=f"{headline}.txt", now=filed)


async def settle_at(desk: Desk, moment: datetime) -> None:
    desk.clock.now = moment
    await desk.settle()


async def a_week(desk: Desk, *headlines: str) -> tuple[LocalMessage, list[StoredArticle]]:
    """The reader's week of articles with these headlines, the last of them the newest."""
    reader = await desk.subscribe(order="week")
    told = headlines or ("Talks open", "Ferry sails", "Bridge falls")
    articles = [await report(desk, name, hours_ago=30 - n) for n, name in enumerate(told)]
    await settle_at(desk, SUNDAY)
    return desk.telegram.sent(reader)[-1], articles


def line(number: int, headline: str, many: str = "one article") -> str:
    return f"{number}. {headline}\nThe News · 26 April 2024 · {many}"


def listed(*headlines: str) -> str:
    lines = [line(number, headline) for number, headline in enumerate(headlines, 1)]
    return "\n".join(["Your Sunday edition\n\nThe last seven days", *lines])


def weeks(desk: Desk, user: User) -> list[LocalMessage]:
    return [message for message in desk.telegram.sent(user) if "The last seven days" in message.text]


async def press(desk: Desk, message: LocalMessage, button: str) -> None:
    assert await desk.press(desk.now(message), button, user=desk.telegram.reader) == []


# ------------------------------------------------------------------ when it comes


async def test_week_is_one_message_that_opens_and_closes_in_place(desk: Desk) -> None:
    message, _ = await a_week(desk)
    assert shown(message) == (listed("Bridge falls", "Ferry sails", "Talks open"), (("1", "2", "3"),))
    await press(desk, message, "2")
    assert desk.now(message).text.startswith("Ferry sails\n")
    await press(desk, message, BACK)
    assert shown(desk.now(message)) == shown(message)


async def test_week_of_one_story_is_a_list_still(desk: Desk) -> None:
    message, _ = await a_week(desk, "Talks open")
    assert shown(message) == (listed("Talks open"), (("1",),))


async def test_week_leaves_out_what_its_reader_mutes(desk: Desk) -> None:
    reader = await desk.subscribe(order="week")
    for hours, headline in enumerate(("Bridge falls", "Ferry sails", "Talks open")):
        await report(desk, headline, hours_ago=28 + hours)
    await desk.ask("/mute ferry sails", user=reader)
    await settle_at(desk, SUNDAY)
    message = desk.telegram.sent(reader)[-1]
    assert shown(message) == (listed("Bridge falls", "Talks open"), (("1", "2"),))


async def test_week_comes_once_a_sunday_whatever_is_started_anew(desk: Desk) -> None:
    await a_week(desk)
    await settle_at(desk, SUNDAY)
    await desk.office.restart()
    await settle_at(desk, SUNDAY + timedelta(hours=1))
    await settle_at(desk, SUNDAY + A_WEEK - timedelta(minutes=1))
    assert len(weeks(desk, desk.telegram.reader)) == 1
    await report(desk, "News of the next week")
    await settle_at(desk, SUNDAY + A_WEEK)
    _first, second = weeks(desk, desk.telegram.reader)
    assert "News of the next week" in second.text
    assert "Bridge falls" not in second.text


@pytest.mark.parametrize(
    ("zone", "due"),
    [
        pytest.param("Pacific/Auckland", SUNDAY - timedelta(hours=12), id="Saturday still in UTC"),
        pytest.param("America/Los_Angeles", SUNDAY + timedelta(hours=7), id="later than in UTC"),
    ],
)
async def test_sunday_is_the_chat_s_own(desk: Desk, zone: str, due: datetime) -> None:
    reader = await desk.subscribe(order="week")
    chat = await desk.store.chats.find(reader.id)
    assert chat is not None
    await desk.store.chats.change(chat.id, lambda known: replace(known, timezone=zone), now=desk.clock.now)
    await report(desk, "Talks open")
    await settle_at(desk, due - timedelta(minutes=1))
    assert weeks(desk, reader) == []
    await settle_at(desk, due)
    assert len(weeks(desk, reader)) == 1


async def test_week_beside_an_edition_comes_without_a_sound_at_its_hour(desk: Desk) -> None:
    reader = await desk.subscribe(order="18:00 06:15 week")
    await settle_at(desk, SUNDAY.replace(hour=6, minute=14))
    await report(desk, "Talks open", hours_ago=1)
    await settle_at(desk, SUNDAY.replace(hour=6, minute=15))
    edition, week = desk.telegram.sent(reader)[-2:]
    assert edition.text.startswith("Your 06:15 edition\n\nTalks open")
    assert week.text.startswith("Your Sunday edition\n\nThe last seven days\n1. Talks open\n")
    assert (edition.silent, week.silent) == (False, True)


async def test_what_the_week_tells_of_is_news_still(desk: Desk) -> None:
    reader = await desk.subscribe(order="week")
    await report(desk, "Talks open")
    await settle_at(desk, SUNDAY)
    await desk.ask("/subscribe 09:00", user=reader)
    await settle_at(desk, SUNDAY.replace(hour=9, minute=0))
    assert desk.telegram.sent(reader)[-1].text.startswith("Your 09:00 edition\n\nTalks open\n")


async def test_week_waits_for_the_end_of_quiet_hours(desk: Desk) -> None:
    reader = await desk.subscribe(order="week")
    chat = await desk.store.chats.find(reader.id)
    assert chat is not None
    quiet = QuietHours(start=SUNDAY.time(), end=SUNDAY.replace(hour=9).time())
    await desk.store.chats.change(chat.id, lambda known: replace(known, quiet=quiet), now=desk.clock.now)
    await report(desk, "Talks open")
    await settle_at(desk, SUNDAY + timedelta(hours=1))
    assert weeks(desk, reader) == []
    await settle_at(desk, SUNDAY.replace(hour=9))
    assert len(weeks(desk, reader)) == 1


async def test_week_without_news_is_no_message(desk: Desk) -> None:
    reader = await desk.subscribe(order="week")
    await report(desk, "Long ago", hours_ago=24 * 8)
    before = desk.telegram.sent(reader)
    await settle_at(desk, SUNDAY)
    assert desk.telegram.sent(reader) == before


@pytest.mark.parametrize("how", ["never ordered", "unsubscribed", "turned off", "paused"])
async def test_who_does_not_want_it_gets_none(desk: Desk, how: str) -> None:
    reader = await desk.subscribe(order="18:00" if how == "never ordered" else "18:00 week")
    await report(desk, "Talks open")
    if how == "unsubscribed":
        await desk.ask("/unsubscribe", user=reader)
    if how == "turned off":
        await desk.ask("/settings week off", user=reader)
    if how == "paused":
        await desk.store.chats.stop_everywhere(reader.id, now=desk.clock.now)
    await settle_at(desk, SUNDAY.replace(hour=18, minute=0))
    assert weeks(desk, reader) == []
    chat = await desk.store.chats.find(reader.id)
    assert chat is not None
    assert chat.weekly is (how == "paused")
    assert chat.state is (ChatState.STOPPED if how == "paused" else ChatState.ACTIVE)


async def test_editors_hold_the_week_with_the_editions(desk: Desk) -> None:
    reader = await desk.subscribe(order="week")
    await report(desk, "Talks open")
    until = SUNDAY + timedelta(hours=2)
    await desk.store.orders.put(Orders(held_until=until), now=desk.clock.now)
    await settle_at(desk, SUNDAY)
    assert weeks(desk, reader) == []
    await settle_at(desk, until)
    assert len(weeks(desk, reader)) == 1


async def test_buttons_of_a_group_s_week_are_links(desk: Desk) -> None:
    group = desk.telegram.add_group(members=[desk.telegram.reader], admins=[desk.telegram.editor])
    await desk.ask("/subscribe sundays", chat=group)
    talks = await report(desk, "Talks open", cast=("Ada Berg",))
    await settle_at(desk, SUNDAY)
    message = desk.telegram.sent(group)[-1]
    start = "https://t.me/briefings_local_bot?start="
    ada = await desk.store.actors.resolve("Ada Berg")
    assert [button.url for row in message.buttons for button in row] == [
        f"{start}s-{talks.id}",
        f"{start}a-{ada.entries[0].id}",
    ]


# ------------------------------------------------------------------ what editors change


@pytest.mark.parametrize("open_first", [False, True], ids=["the list", "the story"])
async def test_killed_story_goes_from_the_week(desk: Desk, open_first: bool) -> None:
    message, (_, ferry, _) = await a_week(desk)
    if open_first:
        await press(desk, message, "2")
    await desk.office.kill(ferry.id)
    await desk.settle()
    assert shown(desk.now(message)) == (listed("Bridge falls", "Talks open"), (("1", "2"),))


async def test_week_of_which_nothing_is_left_goes(desk: Desk) -> None:
    _, articles = await a_week(desk)
    for article in articles:
        await desk.office.kill(article.id)
    await desk.settle()
    assert weeks(desk, desk.telegram.reader) == []


async def test_killed_article_is_counted_no_more_though_no_line_names_it(desk: Desk) -> None:
    """Of a story's articles the newest are shown; it is known by the people of all of them, too."""
    reader = await desk.subscribe(order="week")
    told = [
        await report(desk, f"Harbour strike {n}", hours_ago=30 - n, terms=HARBOUR, cast=("Ada Berg",))
        for n in range(5)
    ]
    await settle_at(desk, SUNDAY)
    (message,) = weeks(desk, reader)
    assert line(1, "Harbour strike 4", "5 articles") in message.text
    assert "· Ada Berg · person · 5 articles" in message.text
    await desk.office.kill(told[0].id)
    await desk.settle()
    assert line(1, "Harbour strike 4", "4 articles") in desk.now(message).text
    assert "· Ada Berg · person · 4 articles" in desk.now(message).text


async def test_killed_article_takes_its_people_and_their_words_along(desk: Desk) -> None:
    reader = await desk.subscribe(order="week")
    await report(desk, "Talks open", hours_ago=20, cast=("Ada Berg",))
    secret = await report(desk, "Harbour secret", quotes=(said("Otto Holm", SAID),))
    await settle_at(desk, SUNDAY)
    (message,) = weeks(desk, reader)
    assert message.text.count("Otto Holm") == 2
    await desk.office.kill(secret.id)
    await desk.settle()
    left = f"{listed('Talks open')}\n\nWho was in the news\n· Ada Berg · person · one article"
    assert desk.now(message).text == left


async def test_held_story_goes_and_comes_back_when_it_is_published(desk: Desk) -> None:
    message, (_, ferry, _) = await a_week(desk)
    await desk.decide("ah", ferry)
    assert desk.now(message).text == listed("Bridge falls", "Talks open")
    await desk.decide("an", ferry)
    assert desk.now(message).text == listed("Bridge falls", "Ferry sails", "Talks open")


async def test_week_of_which_all_is_held_says_so_until_it_is_published(desk: Desk) -> None:
    message, (talks,) = await a_week(desk, "Talks open")
    await desk.decide("ah", talks)
    assert shown(desk.now(message)) == (worded(HELD_BACK), ())
    await desk.decide("an", talks)
    assert shown(desk.now(message)) == shown(message)


async def test_two_corrections_at_once_stand_both(desk: Desk) -> None:
    message, (talks, ferry, _) = await a_week(desk)
    editor = desk.telegram.editor
    await asyncio.gather(
        desk.ask(f"/correct {talks.id} They are in Geneva.", user=editor),
        desk.ask(f"/correct {ferry.id} She sailed at dawn.", user=editor),
    )
    await desk.settle()
    expected = listed("Bridge falls", "Ferry sails", "Talks open").replace(
        "\n3.", "\nCorrected: She sailed at dawn.\n3."
    )
    assert desk.now(message).text == f"{expected}\nCorrected: They are in Geneva."


async def test_week_that_was_sent_takes_in_nothing_that_came_later(desk: Desk) -> None:
    """Nor does a message of this week change by an article of another."""
    message, (talks, *_) = await a_week(desk)
    desk.clock.now = SUNDAY + timedelta(days=1)
    later = await report(desk, "Talks open again", hours_ago=1)
    await desk.office.one_story(talks, later)
    await desk.office.publisher.rewrite(talks.id, desk.clock.now)
    await desk.settle()
    assert desk.now(message).text == message.text
    assert await desk.store.amends.rewrite(later.id, now=desk.clock.now) == 0


async def test_embargoed_article_is_in_no_week_before_its_end(desk: Desk) -> None:
    reader = await desk.subscribe(order="week")
    secret = await report(desk, "Harbour secret", cast=("Otto Holm",))
    await report(desk, "Talks open", hours_ago=30)
    await embargo(desk.store, secret.id, SUNDAY + timedelta(days=2), now=desk.clock.now)
    await settle_at(desk, SUNDAY)
    (message,) = weeks(desk, reader)
    assert message.text == listed("Talks open")
