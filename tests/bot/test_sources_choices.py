"""The choices about sources, each a pure function with `now` an argument."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.addresses import names_page, same_link
from bot.newsroom.sources.entry_dates import Dated, date_of
from bot.newsroom.sources.entry_marks import Mark, new_entries
from bot.newsroom.sources.entry_pages import is_whole, page_of
from bot.newsroom.sources.fetching import Response
from bot.newsroom.sources.next_visit import PauseBounds, next_visit, pause_of
from bot.newsroom.sources.responses import ResponseKind, judge
from bot.newsroom.sources.values import Entry, Timestamp
from bot.newsroom.sources.walls import why_wall

NOON = datetime(2024, 12, 24, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
FUTURE = "'told', which lies in the future"
UNFILLED = "'told', which was never filled in"
PACE = PauseBounds(shortest=timedelta(minutes=5), longest=6 * HOUR)
STORY = "The council of Riverton paid twelve million euros for the bridge the mayor opened on Monday. " * 14


def at(moment: datetime | None, *, hour_told: bool = True, words: str = "told") -> Timestamp:
    return Timestamp(words=words, moment=moment, hour_told=hour_told)


# What date an entry has.


@pytest.mark.parametrize(
    ("published", "updated", "dated"),
    [
        pytest.param(at(NOON - HOUR), at(NOON), Dated(NOON - HOUR, True, "published"), id="as published"),
        pytest.param(None, at(NOON - HOUR), Dated(NOON - HOUR, True, "updated"), id="as changed"),
        pytest.param(None, None, Dated(NOON, True, "first seen"), id="nothing told"),
        pytest.param(
            at(NOON + HOUR), at(NOON - HOUR), Dated(NOON - HOUR, True, "updated", FUTURE),
            id="published in the future, changed before",
        ),
        pytest.param(
            at(NOON + HOUR), None, Dated(NOON, True, "first seen", FUTURE), id="in the future"
        ),
        pytest.param(at(NOON + HOUR / 6), None, Dated(NOON + HOUR / 6, True, "published"), id="clocks apart"),
        pytest.param(
            at(NOON + 12 * HOUR, hour_told=False), None, Dated(NOON + 12 * HOUR, False, "published"),
            id="tomorrow here",
        ),
        pytest.param(
            at(None), None, Dated(NOON, True, "first seen", "'told', which cannot be read"), id="broken"
        ),
        pytest.param(
            at(datetime(1970, 1, 1, tzinfo=UTC)), None,
            Dated(NOON, True, "first seen", UNFILLED), id="nought",
        ),
        pytest.param(
            at(datetime(1, 1, 1, tzinfo=UTC)), None,
            Dated(NOON, True, "first seen", UNFILLED), id="year one",
        ),
    ],
)  # fmt: skip
def test_date_is_the_entrys_unless_it_cannot_be(
    published: Timestamp | None, updated: Timestamp | None, dated: Dated
) -> None:
    assert date_of(Entry(published=published, updated=updated), now=NOON) == dated


# Which entries are new.


def one(number: int, **told: str) -> Entry:
    """An entry with its own id, link and headline, unless told otherwise."""
    plain = {"id": f"n:{number}", "link": f"https://news.test/{number}", "title": f"Headline {number}"}
    return Entry(**{**plain, **told})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entries", "new"),
    [
        pytest.param([one(1), one(2)], 2, id="two"),
        pytest.param([one(1, id="x"), one(2, id="x"), one(3, id="x")], 3, id="one id for all"),
        pytest.param([one(1, link="http://a/"), one(2, link="http://a/")], 2, id="one link for all"),
        pytest.param([one(1), one(1)], 1, id="listed twice"),
        pytest.param([one(1, id="a"), one(1, id="b")], 1, id="an id that changes, one link"),
        pytest.param([one(1, words=STORY), one(2, words=STORY.replace("the ", "the  "))], 1, id="one text"),
        pytest.param([one(1, words="Read more"), one(2, words="Read more")], 2, id="a short text for all"),
        pytest.param([Entry(title="a"), Entry(title="b")], 2, id="nothing told"),
    ],
)
def test_the_same_thing_is_new_once(entries: list[Entry], new: int) -> None:
    assert len(new_entries(entries, known=())) == new


@pytest.mark.parametrize(
    "known",
    [
        pytest.param(Mark("id", "n:1"), id="by id: the headline and the link changed"),
        pytest.param(Mark("link", "//news.test/1"), id="by link: the id changed with the headline"),
    ],
)
def test_what_is_known_is_not_new(known: Mark) -> None:
    assert new_entries([one(1), one(2)], known={known}) == (one(2),)


@pytest.mark.parametrize(
    "address",
    [
        "https://news.test/a?b=2&p=1",
        "http://News.test/a?b=2&p=1",
        "https://www.news.test/a?b=2&p=1",
        "https://news.test./a?b=2&p=1",
        "https://news.test:443/a?b=2&p=1",
        "http://news.test:80/a?b=2&p=1",
        "https://news.test/a/?b=2&p=1",
        "https://news.test/x/../a?p=1&b=2",
        "https://news.test/%61?b=%32&p=1",
        "https://news.test/a?utm_source=rss&b=2&p=1#comments",
        "https://news.test/a?b=2&fbclid=IwAR0&p=1&UTM_Medium=x",
        "https://news.test/a?gclid=1&msclkid=2&igshid=3&mc_cid=4&at_medium=5&_hsenc=6&b=2&p=1",
    ],
)
def test_addresses_of_one_page_are_one(address: str) -> None:
    assert same_link(address) == "//news.test/a?b=2&p=1"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://news.test/a?p=1", "https://news.test/a?p=2"),
        ("https://news.test/a", "https://news.test/A"),
        ("https://news.test/a", "https://m.news.test/a"),
        ("https://news.test/a", "https://news.test:8443/a"),
        ("https://news.test/a%2Fb", "https://news.test/a/b"),
        ("https://news.test/a?cid=1", "https://news.test/a?cid=2"),
        ("https://news.test/a?source=1", "https://news.test/a?source=2"),
        ("http://[", "http://a:b/"),
    ],
)
def test_addresses_of_two_pages_are_two(one: str, other: str) -> None:
    assert same_link(one) != same_link(other)


def test_host_in_another_script_is_one() -> None:
    assert same_link("https://bücher.test/é") == same_link("https://xn--bcher-kva.test/%C3%A9")


@pytest.mark.parametrize(
    "address", ["https://news.test", "https://news.test/?utm_source=rss", "http://a.test//#x"]
)
def test_address_of_a_whole_site_names_no_page(address: str) -> None:
    assert not names_page(address)


# What an answer means.


def answer(status: int, body: bytes = b"", **headers: str) -> Response:
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return Response(status=status, address="https://news.test/", headers=told, body=body)


@pytest.mark.parametrize(
    ("answered", "kind", "fact"),
    [
        (answer(200, b"x"), ResponseKind.READ, "answers 200 OK"),
        (answer(226, b"x"), ResponseKind.READ, "answers 226 IM Used"),
        (answer(200), ResponseKind.FAILED, "answers 200 OK and nothing else"),
        (answer(304), ResponseKind.UNCHANGED, "answers 304 Not Modified"),
        (answer(410, b"x"), ResponseKind.GONE, "answers 410 Gone"),
        (answer(404, b"x"), ResponseKind.FAILED, "answers 404 Not Found"),
        (answer(429), ResponseKind.LATER, "answers 429 Too Many Requests"),
        (answer(403), ResponseKind.LATER, "answers 403 Forbidden"),
        (answer(503), ResponseKind.LATER, "answers 503 Service Unavailable"),
        (answer(500), ResponseKind.FAILED, "answers 500 Internal Server Error"),
        (answer(302), ResponseKind.FAILED, "answers 302 Found"),
        (answer(799), ResponseKind.FAILED, "answers 799"),
    ],
)
def test_answer_is_judged(answered: Response, kind: ResponseKind, fact: str) -> None:
    assert judge(answered, now=NOON)[:2] == (kind, fact)


@pytest.mark.parametrize(
    ("answered", "pause"),
    [
        (answer(429, retry_after="120"), timedelta(minutes=2)),
        (answer(503, retry_after="Tue, 24 Dec 2024 13:00:00 GMT"), HOUR),
        (answer(403, retry_after="Tue, 24 Dec 2024 15:00:00 +0200"), HOUR),
        (answer(429, retry_after="Tue, 24 Dec 2024 11:00:00 GMT"), timedelta()),
        (answer(429, retry_after="99999999999"), timedelta(days=1)),
        (answer(429, retry_after="soon"), timedelta()),
        (answer(429), timedelta()),
        (answer(200, b"x", cache_control="public, max-age=3600"), HOUR),
        (answer(304, cache_control="max-age=3600", age="600"), timedelta(minutes=50)),
        (answer(200, b"x", cache_control="max-age=31536000"), timedelta(days=1)),
        (answer(200, b"x", cache_control="no-cache, max-age=3600"), timedelta()),
        (answer(200, b"x", cache_control="max-age=-1"), timedelta()),
    ],
)
def test_pause_that_a_server_asks_for_is_kept(answered: Response, pause: timedelta) -> None:
    assert judge(answered, now=NOON).least_pause == pause


# When to come again.


@pytest.mark.parametrize(
    ("ago", "pause"),
    [
        pytest.param([1, 3, 5, 7], HOUR, id="news every other hour"),
        pytest.param([0, 0.1, 0.2], timedelta(minutes=5), id="news every six minutes"),
        pytest.param([500, 501], 6 * HOUR, id="quiet for weeks"),
        pytest.param([4], 2 * HOUR, id="one, four hours ago"),
        pytest.param([-5, 4], 2 * HOUR, id="one in the future tells nothing"),
        pytest.param([], HOUR / 2, id="no dates"),
        pytest.param([*range(1, 30, 2), *range(100, 200, 50)], HOUR, id="the newest tell, not the archive"),
    ],
)
def test_pace_follows_the_news_between_its_bounds(ago: list[float], pause: timedelta) -> None:
    assert pause_of([NOON - hours * HOUR for hours in ago], bounds=PACE, now=NOON) == pause


@pytest.mark.parametrize(
    ("asked", "chance", "pause"),
    [
        ([timedelta(), timedelta()], 0.0, HOUR),
        ([2 * HOUR, timedelta()], 0.0, 2 * HOUR),
        ([timedelta(), 24 * HOUR], 0.0, 24 * HOUR),
        ([timedelta(minutes=1), timedelta()], 0.5, 1.05 * HOUR),
    ],
)
def test_nobody_comes_sooner_than_was_asked_nor_all_at_once(
    asked: list[timedelta], chance: float, pause: timedelta
) -> None:
    assert next_visit(now=NOON, paused=HOUR, asked=asked, chance=chance) == NOON + pause


# What text an entry has.


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        (STORY, True),
        (f"{STORY}\nContinue reading…", False),
        (f"{STORY} […]", False),
        (f"{STORY} Read more at The News", False),
        ("A summary of fifty words.", False),
    ],
)
def test_text_is_whole_when_long_and_not_cut_short(text: str, *, whole: bool) -> None:
    assert is_whole(Entry(words=text)) is whole


def test_page_of_an_entry_tells_what_the_feed_tells_and_escapes_it() -> None:
    entry = one(1, title='Rain & "wind"<script>', words="One.\nTwo & three.", author="<Ana>")
    page = page_of(entry, outlet="A & B", dated=Dated(NOON, True, "published"))
    told = "<h1>Rain &amp; &#34;wind&#34;&lt;script&gt;</h1><p>One.</p><p>Two &amp; three.</p></article>"
    assert told in page
    assert '<meta property="og:site_name" content="A &amp; B">' in page
    assert '<meta property="author" content="&lt;Ana&gt;">' in page
    assert '<meta property="og:url" content="https://news.test/1">' in page
    assert '<meta property="article:published_time" content="2024-12-24T12:00:00Z">' in page


def test_page_of_an_entry_without_a_date_tells_none() -> None:
    assert "published_time" not in page_of(one(1), outlet="", dated=Dated(NOON, True, "first seen"))


SUMMARY = Entry(title="Mayor opens bridge", summary="The mayor of Riverton opened the bridge on Monday.")


@pytest.mark.parametrize(
    ("entry", "body", "why"),
    [
        pytest.param(SUMMARY, STORY, None, id="an article"),
        pytest.param(replace(SUMMARY, summary=""), STORY, None, id="an article of a headline alone"),
        pytest.param(
            SUMMARY, "Please confirm that you are a human and no robot before you go on. " * 8,
            "has few of the entry's words", id="a captcha",
        ),
        pytest.param(
            SUMMARY, "We and our 812 partners store cookies on your device, with your consent. " * 8,
            "has few of the entry's words", id="consent",
        ),
        pytest.param(
            SUMMARY, "The mayor of Riverton opened the bridge on Monday. Subscribe to go on.",
            "has too little text for an article", id="a paywall",
        ),
        pytest.param(
            replace(SUMMARY, words=STORY * 2), STORY, "has no more text than the feed", id="a paywall behind",
        ),
        pytest.param(SUMMARY, "Something went wrong.", "has too little text for an article", id="an error"),
    ],
)  # fmt: skip
def test_wall_is_no_article(entry: Entry, body: str, why: str | None) -> None:
    told = {"title": entry.title, "summary": entry.summary, "length": len(entry.words)}
    assert why_wall(**told, headline="Mayor opens bridge", body=body) == why
