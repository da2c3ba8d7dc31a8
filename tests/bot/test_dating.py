"""The newest is the newest, wherever it is shown, and an old article that comes today is no news."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.articles import ArticleState, StoredArticle
from bot.domain.interests import Subject
from bot.domain.recency import dated_at, is_history
from bot.store import Store
from tests.bot.agency import DAY, Agency, item, rss, story
from tests.bot.delivering import PostOffice, line_of, people
from tests.bot.editing import Desk
from tests.bot.library import NOON, a_stored_article, an_actor, an_analysis, said
from tests.bot.running import ReadingBot
from tests.bot.strangers import strangers

TODAY = NOON.date()
LAST = timedelta.resolution


def at(words: str) -> datetime:
    return datetime.fromisoformat(words).astimezone(UTC)


@pytest.mark.parametrize(
    ("published", "event_date", "moment"),
    [
        pytest.param("2024-04-20T08:00:00Z", None, at("2024-04-20T08:00Z"), id="its moment"),
        pytest.param("2024-04-20T08:00:00Z", date(2016, 1, 1), at("2024-04-20T08:00Z"), id="before its news"),
        pytest.param("2024-04-20", None, at("2024-04-21T00:00Z") - LAST, id="a day stands at its end"),
        pytest.param("2024-04-24", None, NOON, id="today, at the latest when it came"),
        pytest.param("2024-04-26", None, at("2024-04-23T00:00Z") - LAST, id="not begun anywhere"),
        pytest.param(None, date(2024, 4, 20), at("2024-04-21T00:00Z") - LAST, id="else the day of its news"),
        pytest.param("2024-04-24T12:50:00Z", None, NOON, id="a clock that is ahead"),
        pytest.param(
            "2024-04-24T13:10:00Z", date(2024, 4, 20), at("2024-04-21T00:00Z") - LAST, id="still to come"
        ),
        pytest.param("2031-01-01", date(2030, 1, 1), at("2024-04-23T00:00Z") - LAST, id="all still to come"),
        pytest.param(None, None, at("2024-04-23T00:00Z") - LAST, id="nothing: below the day before it came"),
    ],
)
def test_article_is_of_the_moment_that_it_tells(
    published: str | None, event_date: date | None, moment: datetime
) -> None:
    assert dated_at(published=published, event_date=event_date, first_seen=NOON) == moment


def test_day_that_has_begun_somewhere_is_today() -> None:
    evening = at("2024-04-24T20:00Z")
    assert dated_at(published="2024-04-25", event_date=None, first_seen=evening) == evening


MOMENTS = st.datetimes(datetime(1900, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
UNHURRIED = settings(max_examples=60)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))
TOLD = st.none() | DAYS.map(date.isoformat) | MOMENTS.map(lambda moment: f"{moment:%Y-%m-%dT%H:%M:%SZ}")


@UNHURRIED
@given(TOLD, st.none() | DAYS, MOMENTS)
def test_nothing_is_newer_than_when_it_was_seen(
    published: str | None, event_date: date | None, first_seen: datetime
) -> None:
    assert dated_at(published=published, event_date=event_date, first_seen=first_seen) <= first_seen


@UNHURRIED
@given(TOLD, st.none() | DAYS, st.times())
def test_what_tells_nothing_stands_below_all_that_is_dated_on_its_day(
    published: str | None, event_date: date | None, hour: object
) -> None:
    first_seen = datetime.combine(TODAY, hour, UTC)  # type: ignore[arg-type]
    untold = dated_at(published=None, event_date=None, first_seen=first_seen)
    told = dated_at(published=published, event_date=event_date, first_seen=first_seen)
    assert (told > untold) == (told.date() >= TODAY - timedelta(days=1))


@UNHURRIED
@given(TOLD, st.none() | DAYS, MOMENTS)
def test_what_is_not_read_stands_just_below_its_day(
    published: str | None, event_date: date | None, first_seen: datetime
) -> None:
    told = {"published": published, "event_date": event_date, "first_seen": first_seen}
    read, unread = dated_at(**told), dated_at(**told, is_read=False)  # type: ignore[arg-type]
    assert unread.date() in (read.date(), read.date() - timedelta(days=1))
    assert unread <= read
    assert (unread + LAST).time() == time.min


@pytest.mark.parametrize(
    ("published", "old"),
    [
        ("2024-04-17T11:59:00Z", True),
        ("2024-04-17T12:01:00Z", False),
        ("2024-04-16", True),
        ("2024-04-17", False),
        (None, False),
    ],
)
def test_what_came_out_a_week_before_is_history(published: str | None, old: bool) -> None:
    assert is_history(published=published, first_seen=NOON) is old


# ------------------------------------------------------------------ one order

SIEGE = "The siege of Aleppo goes on."
# In the order in which they are filed; the number is the place among the newest.
FILED: tuple[tuple[str, str | None, date | None], ...] = (
    ("2 At eight", "2024-04-24T08:00:00Z", date(2016, 1, 1)),
    ("5 Of the twentieth", "2024-04-20", None),
    ("4 Untold", None, None),
    ("1 At nine", "2024-04-24T09:00:00Z", None),
    ("6 Read to be of the nineteenth", None, date(2024, 4, 19)),
    ("3 At seven", "2024-04-24T07:00:00Z", date(2024, 4, 24)),
    ("7 Long ago", "2016-12-14T08:00:00Z", date(2024, 4, 24)),
)
NEWEST_FIRST = sorted(headline for headline, *_ in FILED)


async def file_all(store: Store) -> list[StoredArticle]:
    return [
        await a_stored_article(
            store,
            an_analysis(
                headline=headline,
                sentences=(f"This is told: {headline}.", SIEGE),
                published=published,
                event_date=event_date,
                actors=(an_actor("Ada Berg"),),
                quotes=(said("Ada Berg", f"This is what I say of the matter, as of “{headline}”."),),
            ),
            path=f"{headline}.txt",
            now=NOON - timedelta(minutes=30) + timedelta(minutes=number),
        )
        for number, (headline, published, event_date) in enumerate(FILED)
    ]


def in_order(text: str) -> list[str]:
    """The headlines that a text has, in the order in which it has them first."""
    return sorted((headline for headline in NEWEST_FIRST if headline in text), key=text.index)


@pytest.mark.parametrize(
    "asked", ["/latest", "/brief 7", "/brief siege", "/brief Ada Berg", "/search siege", "/search siege zzz"]
)
async def test_the_newest_stands_first_whatever_is_asked(reading_bot: ReadingBot, asked: str) -> None:
    await file_all(reading_bot.store)
    found = in_order("\n".join(message.text for message in await reading_bot.ask(asked)))
    assert found == sorted(found)
    assert len(found) >= 5


@pytest.mark.parametrize("asked", ["/quotes", "/quotes Ada Berg", "/quotes matter"])
async def test_the_newest_article_is_quoted_first(reading_bot: ReadingBot, asked: str) -> None:
    await file_all(reading_bot.store)
    found = in_order("\n".join(message.text for message in await reading_bot.ask(asked)))
    assert found == NEWEST_FIRST[:5]


async def test_store_has_one_order(store: Store) -> None:
    filed = {each.id: each for each in await file_all(store)}
    newest_first = [id_ for _, id_ in sorted((_title(each), id_) for id_, each in filed.items())]
    listed, _ = await store.stories.headlines(10, 0, now=NOON)
    assert [one.article_id for one in listed] == newest_first
    assert [one.lead.id for one in await store.stories.newest(10, now=NOON)] == newest_first
    assert [one.lead.id for one in await store.stories.matching("siege", 10, now=NOON)] == newest_first
    assert [
        one.article.id for one in (await store.stories.search("siege", 10, now=NOON)).articles
    ] == newest_first
    quoted, _ = await store.quotes.latest(10, now=NOON)
    assert [one.article.id for one in quoted] == newest_first
    _, digest = await store.actors.resolve_with_digest("Ada Berg", now=NOON)
    assert digest is not None
    assert [one.article_id for one in digest.read_on] == newest_first[:5]


def _title(article: StoredArticle) -> str:
    read = article.analysis.article
    return read.headline.of(read.text) if read.headline else ""


async def test_text_that_tells_another_day_moves_its_article(store: Store) -> None:
    for path, published in (("a", "2024-04-22"), ("b", "2024-04-23"), ("a", "2024-04-24")):
        analysis = an_analysis(
            sentences=(f"{path} of {published}.",),
            published=published,
            quotes=(said("Ada Berg", f"It is {path}."),),
        )
        await a_stored_article(store, analysis, path=path)
    listed, _ = await store.stories.headlines(10, 0, now=NOON)
    assert [one.article_id for one in listed] == [1, 2]
    quoted, _ = await store.quotes.latest(10, now=NOON)
    assert [one.article.id for one in quoted] == [1, 2]


# ------------------------------------------------------------------ old and new


async def test_old_article_leads_no_edition(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    await office.subscriber(reader, whole_stories=True)
    await office.article("Of today", event_date=office.clock.now.date())
    await office.article("Of last month", event_date=date(2016, 11, 14))
    await office.deliver()
    assert office.headlines(reader) == ["Of today", "Of last month"]


async def test_what_says_that_it_is_old_is_pushed_to_nobody(office: PostOffice) -> None:
    new, follower, morning = people(office, 3)
    await office.subscriber(new, hours=(), each_new=True)
    chat = await office.subscriber(follower, hours=())
    await office.store.interests.add(
        chat.id, Subject(words="siege"), now=office.clock.now - timedelta(days=1)
    )
    await office.subscriber(morning)
    await office.article("Archive", published="2015-01-01", sentences=("The siege began.",))
    await office.article("News", published="2016-12-14", sentences=("The siege ended.",))
    await office.deliver()
    await office.deliver()
    for reader in (new, follower, morning):
        assert [line_of(message.text) for message in office.telegram.sent(reader)] == ["News"]


async def test_what_a_source_lists_is_as_new_as_its_feed_says(store: Store) -> None:
    """What its feed dates long ago, or listed before the source was added, is history."""
    async with strangers() as there:
        agency = Agency(store, there)
        address = there.answer("news.test/feed", rss(item("Before", text=story("Before") * 4)))
        await agency.source(address)
        new = (("Archive", DAY * 30), ("Of yesterday", DAY), ("Undated", None))
        listed = [
            item(topic, guid=topic, text=story(topic) * 4, date=ago and NOON - ago) for topic, ago in new
        ]
        there.answer("news.test/feed", rss(*listed))
        await agency.visit(after=timedelta(hours=1))
    page, _ = await store.stories.headlines(10, 0, now=agency.now)
    assert [one.headline for one in page] == ["Of yesterday", "Undated", "Before", "Archive"]
    news = await store.outbox.transact(lambda transaction: transaction.candidates(), now=agency.now)
    told = [(await store.articles.get(each.article_id)) for each in news]
    assert sorted(map(_title, told)) == ["Of yesterday", "Undated"]


async def test_archive_does_not_crowd_out_the_news(store: Store) -> None:
    for number in range(30):
        analysis = an_analysis(sentences=(f"Number {number}.",), published="2015-01-01")
        await a_stored_article(store, analysis, path=f"{number}.txt")
    news = await a_stored_article(store, an_analysis(), now=NOON - timedelta(hours=1))
    waiting = await store.outbox.transact(lambda transaction: transaction.candidates(), now=NOON)
    assert [each.article_id for each in waiting] == [news.id]


async def test_old_article_is_the_news_of_the_hour_that_an_editor_names(desk: Desk) -> None:
    reader = desk.telegram.reader
    await desk.office.subscriber(reader, hours=(), each_new=True)
    article = await a_stored_article(
        desk.store,
        an_analysis(headline="Archive", published="2015-01-01"),
        now=desk.clock.now - timedelta(hours=1),
    )
    (control,) = await desk.ask(f"/push {article.id} at 18:30")
    assert "history" not in control.text
    desk.clock.now += timedelta(hours=7)
    await desk.office.deliver()
    assert [line_of(message.text) for message in desk.telegram.sent(reader)] == ["Archive"]
    assert "\npublished; sent to 1 chat" in await standing(desk, article.id)


async def standing(desk: Desk, article_id: int) -> str:
    """The page of how the article stands."""
    return (await desk.ask(f"/preview {article_id}"))[-1].text


async def test_of_old_news_that_was_killed_nobody_is_told_how_to_send_it(desk: Desk) -> None:
    article = await a_stored_article(
        desk.store,
        an_analysis(headline="Archive", published="2015-01-01"),
        now=desk.clock.now - timedelta(hours=1),
    )
    assert "old news" in await standing(desk, article.id)
    (question,) = await desk.ask(f"/kill {article.id}")
    await desk.press(question, "Drop it")
    assert desk.now(question).text.endswith("\ndropped")


async def test_editor_is_told_that_an_old_article_is_history_and_may_send_it(desk: Desk) -> None:
    reader = desk.telegram.reader
    await desk.office.subscriber(reader, hours=(), each_new=True)
    article = await a_stored_article(
        desk.store,
        an_analysis(headline="Archive", published="2015-01-01"),
        state=ArticleState.REVIEW,
        now=desk.clock.now - timedelta(hours=1),
    )
    *_, control = await desk.ask(f"/preview {article.id}")
    assert "waits for an editor; old news: nobody is told of it unless you send it" in control.text
    await desk.press(control, "Publish")
    assert (
        "Published. Readers can find it; nobody is told of it, as it is old news." in desk.now(control).text
    )
    await desk.office.deliver()
    assert not desk.telegram.sent(reader)
    await desk.press(desk.now(control), "Send now")
    await desk.settle()
    assert [line_of(message.text) for message in desk.telegram.sent(reader)] == ["Archive"]


async def test_what_tells_no_day_and_what_is_not_read_stand_below_the_news_they_came_with(
    reading_bot: ReadingBot,
) -> None:
    today, yesterday = NOON.date(), NOON.date() - timedelta(days=1)
    days = {"Before": yesterday - timedelta(days=1), "Yesterday": yesterday, "Today": today}
    for name, day in {"Undated": None, "Unread": today, **days}.items():
        said, at = (f"{name} it is.",), f"{day}T08:00:00+00:00" if day else None
        an = an_analysis(headline=name, sentences=said, event_date=None, published=at)
        read = replace(an, analysed=name != "Unread")
        await a_stored_article(reading_bot.store, read, path=f"{name}.txt")
    (page,) = await reading_bot.ask("/latest")
    lines = [line for line in page.text.splitlines() if line[:1].isdecimal()]
    assert lines == ["1. Today", "2. Unread", "3. Yesterday", "4. Undated", "5. Before"]
