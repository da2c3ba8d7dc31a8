"""Sources while the bot runs: what they list becomes articles, each once, whatever the feeds do."""

import asyncio
import logging
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.domain.articles import ArticleState
from bot.domain.sources import EntryState, Source
from bot.service.housekeeping import keep_house
from bot.store import Store
from bot.store.database.tables import originals
from tests.bot.agency import DAY, HOUR, Agency, item, page, rss, story
from tests.bot.library import NOON, a_stamp
from tests.bot.strangers import OURS, strangers


@pytest.fixture
async def agency(store: Store) -> AsyncIterator[Agency]:
    async with strangers() as there:
        yield Agency(store, there)


@pytest.fixture
async def lite(one_store: Store) -> AsyncIterator[Agency]:
    """The same on one engine."""
    async with strangers() as there:
        yield Agency(one_store, there)


async def headlines(agency: Agency) -> list[str]:
    """Of all that readers may be told of."""
    found, _ = await agency.store.stories.headlines(50, 0, now=agency.now)
    return sorted(one.headline or "" for one in found)


async def links(agency: Agency, article_id: int) -> set[str]:
    return {link.url for link in (await agency.store.articles.links([article_id])).get(article_id, ())}


async def quiet_source(agency: Agency, place: str = "news.test/feed") -> Source:
    """A source that lists nothing yet."""
    return await agency.source(agency.there.answer(place, rss()))


async def lists(agency: Agency, *items: str, place: str = "news.test/feed", title: str = "The News") -> None:
    """The feed lists these from now on, and is visited an hour later."""
    agency.there.answer(place, rss(*items, title=title))
    await agency.visit(after=HOUR)


def asked(agency: Agency, place: str) -> int:
    return [address for address, _ in agency.there.asked].count(place)


# ------------------------------------------------------------------ an entry becomes an article


async def test_entry_becomes_an_article_from_its_page(agency: Agency) -> None:
    await quiet_source(agency)
    link = agency.there.answer("news.test/bridge", page("The bridge"))
    await lists(agency, item("The bridge", link=link, author="Ana Ruiz", date=NOON - HOUR))
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


async def test_entry_with_its_whole_text_is_filed_without_its_page(lite: Agency) -> None:
    source = await quiet_source(lite)
    link = lite.there.url("news.test/b")
    await lists(lite, item("The bridge", link=link, text=story("A bridge") * 4))
    assert await headlines(lite) == ["The bridge"]
    assert {address for address, _ in lite.there.asked} == {"news.test/feed"}
    (entry,) = await lite.entries(source)
    assert entry.state is EntryState.FILED


async def test_new_source_is_history(agency: Agency) -> None:
    """Its newest ten are filed and told to nobody; the older are known, and no more."""
    items = []
    for number in range(12):
        link = agency.there.answer(f"news.test/{number}", page(f"Topic {number}"))
        items.append(item(f"Topic {number}", link=link, date=NOON - number * HOUR))
    source = await agency.source(agency.there.answer("news.test/feed", rss(*items)))
    assert len(agency.filed) == 10
    assert "Topic 11" not in await headlines(agency)
    entries = await agency.entries(source)
    assert [entry.state for entry in entries[10:]] == [EntryState.HEADLINE] * 2
    assert asked(agency, "news.test/11") == 0
    assert await agency.store.news.unannounced(NOON - DAY, NOON + DAY) == ()
    link = agency.there.answer("news.test/news", page("News"))
    await lists(agency, item("News", link=link))
    told = await agency.store.news.unannounced(NOON - DAY, NOON + DAY)
    assert told == (agency.filed[-1].article_id,)


async def test_wall_is_a_headline_with_its_link(lite: Agency) -> None:
    source = await quiet_source(lite)
    wall = page("Robots", text="<p>Confirm that you are no robot before you go on, please.</p>" * 8)
    link = lite.there.answer("news.test/bridge", wall)
    await lists(lite, item("The bridge", link=link))
    assert lite.filed == []
    (entry,) = await lite.entries(source)
    assert (entry.title, entry.link, entry.state, entry.fact) == (
        "The bridge",
        link,
        EntryState.HEADLINE,
        "its page has few of the entry's words",
    )


async def test_page_that_robots_txt_keeps_is_not_fetched(lite: Agency) -> None:
    source = await quiet_source(lite)
    lite.there.answer("news.test/robots.txt", "User-agent: *\nDisallow: /private")
    link = lite.there.answer("news.test/private", page("The bridge"))
    await lists(lite, item("The bridge", link=link))
    assert asked(lite, "news.test/private") == 0
    (entry,) = await lite.entries(source)
    assert entry.fact == "its robots.txt asks not to read the page"


async def test_page_in_trouble_is_tried_again_and_at_last_given_up(lite: Agency) -> None:
    source = await quiet_source(lite)
    link = lite.there.answer("news.test/bridge", status=503)
    await lists(lite, item("The bridge", link=link))
    for _ in range(6):
        await lite.visit(after=2 * HOUR)
    assert asked(lite, "news.test/bridge") == 5
    (entry,) = await lite.entries(source)
    assert (entry.state, entry.fact) == (EntryState.HEADLINE, "answers 503 Service Unavailable")


async def test_page_that_is_well_again_becomes_an_article(lite: Agency) -> None:
    await quiet_source(lite)
    link = lite.there.answer("news.test/bridge", status=503)
    await lists(lite, item("The bridge", link=link))
    lite.there.answer("news.test/bridge", page("The bridge"))
    await lite.visit(after=HOUR)
    assert await headlines(lite) == ["The bridge"]


async def test_page_leads_to_no_private_address(lite: Agency) -> None:
    """Neither by its name, nor by a redirect, nor by another scheme."""
    source = await quiet_source(lite)
    lite.there.names.known["inside.test"] = [[OURS]]
    away = lite.there.answer(
        "news.test/away", status=302, headers={"Location": lite.there.url("inside.test/")}
    )
    file = lite.there.answer("news.test/file", status=302, headers={"Location": "file:///etc/passwd"})
    inside = lite.there.url("inside.test/story")
    await lists(lite, *(item(link, link=link) for link in (away, file, inside)))
    for _ in range(6):
        await lite.visit(after=2 * HOUR)
    assert lite.filed == []
    facts = {entry.fact for entry in await lite.entries(source)}
    assert facts == {
        "leads to an address that is not public",
        "is or leads to what is no http or https address",
    }
    assert not any(address.startswith("inside.test") for address, _ in lite.there.asked)


async def test_page_of_another_address_is_believed_on_its_own_host_alone(lite: Agency) -> None:
    await quiet_source(lite)
    link = lite.there.answer("news.test/bridge", page("The bridge"))
    await lists(lite, item("The bridge", link=link))
    assert await lite.store.articles.at("https://other.test/bridge") is None
    assert await links(lite, lite.filed[0].article_id) == {link}


# ------------------------------------------------------------------ the same thing once


async def test_what_is_listed_again_is_not_filed_again(agency: Agency) -> None:
    await quiet_source(agency)
    link = agency.there.answer("news.test/bridge", page("The bridge"))
    for number in range(3):
        await lists(agency, item("The bridge", link=link, guid="1"), title=f"The News, {number}")
    assert [filed.outcome for filed in agency.filed] == ["new"]
    assert asked(agency, "news.test/bridge") == 1


async def test_id_that_changes_with_the_headline_is_one_article(lite: Agency) -> None:
    await quiet_source(lite)
    link = lite.there.answer("news.test/bridge", page("The bridge"))
    await lists(lite, item("Bridge opens", link=link, guid="bridge-opens"))
    await lists(lite, item("Bridge opened", link=link, guid="bridge-opened"))
    assert [filed.outcome for filed in lite.filed] == ["new", "same"]
    assert len({filed.article_id for filed in lite.filed}) == 1


async def test_link_that_changes_with_the_headline_is_one_article(lite: Agency) -> None:
    """The id stays, and so does the day."""
    await quiet_source(lite)
    for slug in ("bridge-opens", "bridge-opened"):
        link = lite.there.answer(f"news.test/{slug}", page("The bridge"))
        await lists(lite, item(slug, link=link, guid="1", date=NOON))
    assert len({filed.article_id for filed in lite.filed}) == 1


async def test_one_id_for_all_hides_nothing(lite: Agency) -> None:
    """In one feed, and in one that lists a single entry at a time."""
    await quiet_source(lite)
    await quiet_source(lite, "single.test/feed")
    links = [lite.there.answer(f"news.test/{number}", page(f"Topic {number}")) for number in range(5)]
    topics = [
        item(f"Topic {number}", link=link, guid="all", date=NOON - number * HOUR)
        for number, link in enumerate(links)
    ]
    await lists(lite, *topics[:3])
    await lists(lite, topics[3], place="single.test/feed")
    await lists(lite, topics[4], place="single.test/feed")
    assert await headlines(lite) == [f"Topic {number}" for number in range(5)]


async def test_entries_without_id_and_link_are_known_by_their_words(lite: Agency) -> None:
    source = await quiet_source(lite)
    for _ in range(2):
        await lists(lite, item("Rain", text="It rained."), item("Snow", text="It snowed."))
    assert [entry.title for entry in await lite.entries(source)] == ["Snow", "Rain"]


async def test_one_page_in_four_feeds_is_one_article(agency: Agency) -> None:
    places = [f"news.test/feed{number}" for number in range(4)]
    for place in places:
        await quiet_source(agency, place)
    for number, place in enumerate(places):
        link = agency.there.answer(f"news.test/bridge?utm_source={number}", page("The bridge"))
        told = item("The bridge", link=link, guid=str(number))
        agency.there.answer(place, rss(told))
    await agency.visit(after=HOUR)
    assert [filed.outcome for filed in agency.filed] == ["new"]
    assert len(await links(agency, agency.filed[0].article_id)) == 1


async def test_one_story_in_four_outlets_is_one_article_with_all_its_links(agency: Agency) -> None:
    found = set()
    for number in range(4):
        place = f"outlet{number}.test/feed"
        await quiet_source(agency, place)
        link = agency.there.answer(f"outlet{number}.test/bridge", page("The bridge"))
        agency.there.answer(place, rss(item("The bridge", link=link), title=f"Outlet {number}"))
        found.add(link)
    await agency.visit(after=HOUR)
    assert sorted(filed.outcome for filed in agency.filed) == ["new", "same", "same", "same"]
    assert len({filed.article_id for filed in agency.filed}) == 1
    assert await links(agency, agency.filed[0].article_id) == found


async def test_whole_text_of_a_feed_of_the_same_site_is_taken_where_the_page_is_a_wall(lite: Agency) -> None:
    """A site's other feed knows what stands on its pages; any other feed may say anything of them."""
    for place in ("news.test/feed", "foreign.test/feed", "feeds.news.test/whole"):
        await quiet_source(lite, place)
    link = lite.there.answer("news.test/bridge", page("Robots", text="<p>Are you one?</p>"))
    told = item("The bridge", link=link, text=story("A bridge") * 4)
    await lists(lite, item("The bridge", link=link))
    await lists(lite, told, place="foreign.test/feed")
    assert await headlines(lite) == []
    await lists(lite, told, place="feeds.news.test/whole")
    assert await headlines(lite) == ["The bridge"]


# ---------------------------------------------------------------- feeds that say anything of others' articles


async def shown(agency: Agency) -> list[tuple[str | None, ...]]:
    """Headline, link, outlet and author of all that readers are told of."""
    found, _ = await agency.store.stories.headlines(50, 0, now=agency.now)
    return [(one.headline, one.url, one.outlet, one.author) for one in found]


@pytest.mark.parametrize("review", [False, True])
async def test_copy_in_another_feed_takes_neither_headline_nor_link(agency: Agency, *, review: bool) -> None:
    source = await quiet_source(agency)
    await quiet_source(agency, "thief.test/feed")
    link = agency.there.url("news.test/bridge")
    text = story("The bridge") * 4
    await lists(agency, item("The bridge", link=link, text=text, author="Ana Ruiz"))
    before = await shown(agency)
    assert before == [("The bridge", link, "The News", "Ana Ruiz")]
    agency.review = review
    for headline in ("Nobody was hurt", "All is well"):
        stolen = item(headline, link=agency.there.url("thief.test/1"), guid="1", text=text, author="Thief")
        await lists(agency, stolen, place="thief.test/feed", title="A Thief")
        assert await shown(agency) == before
    agency.reader = "2"
    await agency.visit(after=HOUR)
    assert await shown(agency) == before
    assert {filed.outcome for filed in agency.filed} <= {"new", "same", "reread"}
    assert (await agency.again(source)).failures == 0


async def test_link_in_another_feed_keeps_its_outlet_and_author(lite: Agency) -> None:
    await quiet_source(lite)
    await quiet_source(lite, "thief.test/feed")
    link = lite.there.url("news.test/bridge")
    await lists(
        lite, item("The bridge", link=link, guid="1", text=story("The bridge") * 4, author="Ana Ruiz")
    )
    (filed,) = lite.filed
    stolen = item("Lies", link=f"{link}?utm_source=thief", guid="1", text=story("Lies") * 4, author="Thief")
    for _ in range(2):
        await lists(lite, stolen, place="thief.test/feed", title="A Thief")
    ((known,),) = (await lite.store.articles.links([filed.article_id])).values()
    assert (known.url, known.outlet, known.author) == (link, "The News", "Ana Ruiz")
    assert await shown(lite) == [("The bridge", link, "The News", "Ana Ruiz")]
    assert len(lite.filed) == 1


async def test_words_of_a_page_are_not_replaced_by_those_of_another_sites_feed(lite: Agency) -> None:
    await quiet_source(lite, "links.test/feed")
    link = lite.there.answer("news.test/bridge", page("The bridge"))
    await lists(lite, item("The bridge", link=link), place="links.test/feed")
    await lists(lite, item("Lies", link=link, text=story("Lies") * 4), place="links.test/feed")
    article = await lite.store.articles.get(lite.filed[0].article_id)
    assert [filed.outcome for filed in lite.filed] == ["new"]
    assert "Lies" not in article.text


async def test_words_that_another_feed_gave_to_a_link_hide_no_entry_of_theirs(lite: Agency) -> None:
    """An entry without a link is known by its words, which a feed may print under any link beforehand."""
    for place in ("news.test/feed", "thief.test/feed", "plain.test/feed"):
        await quiet_source(lite, place)
    link = lite.there.url("news.test/bridge")
    await lists(lite, item("The bridge", link=link, text=story("The bridge") * 4))
    told = story("The ferry") * 4
    await lists(lite, item("The bridge", link=link, text=told), place="thief.test/feed")
    await lists(lite, item("The ferry", text=told), place="plain.test/feed")
    assert await headlines(lite) == ["The bridge", "The ferry"]


async def test_who_points_at_a_page_is_neither_its_outlet_nor_its_author(lite: Agency) -> None:
    await quiet_source(lite, "links.test/feed")
    link = lite.there.answer("news.test/bridge", page("The bridge"))
    await lists(lite, item("The bridge", link=link, author="Pointer"), place="links.test/feed", title="Links")
    assert await shown(lite) == [("The bridge", link, None, None)]


async def test_words_that_another_feed_gave_to_a_page_give_way_to_its_own(agency: Agency) -> None:
    """Who lists a link first says what stands there only until its site does."""
    await quiet_source(agency)
    await quiet_source(agency, "thief.test/feed")
    link = agency.there.url("news.test/bridge")
    lies = item("Lies", link=link, text=story("Lies") * 4, author="Thief")
    await lists(agency, lies, place="thief.test/feed", title="A Thief")
    own = item("The bridge", link=link, text=story("The bridge") * 4, author="Ana Ruiz")
    await lists(agency, own)
    assert await shown(agency) == [("The bridge", link, "The News", "Ana Ruiz")]
    await lists(agency, lies.replace("Lies", "More lies"), place="thief.test/feed", title="A Thief")
    assert await shown(agency) == [("The bridge", link, "The News", "Ana Ruiz")]
    assert [filed.outcome for filed in agency.filed] == ["new", "revised"]


async def test_copy_in_another_feed_takes_no_headline_from_a_file(lite: Agency) -> None:
    article_id = await file_of(lite, "The bridge")
    await quiet_source(lite)
    link = lite.there.answer("news.test/copy", f"<article><h1>Lies</h1>{story('The bridge')}</article>")
    await lists(lite, item("Lies", link=link, text="The bridge was opened on Monday"))
    assert [(filed.article_id, filed.outcome) for filed in lite.filed] == [(article_id, "same")]
    assert await headlines(lite) == ["The bridge"]


# ------------------------------------------------------------------ files and sources hold articles


async def file_of(agency: Agency, topic: str) -> int:
    """The article of a file with the same body."""
    filed = await agency.store.articles.file(
        await agency.analysis(page(topic)), stamp=a_stamp("a.txt"), state=ArticleState.LIVE, now=agency.now
    )
    return filed.article_id


async def test_article_of_a_file_is_no_second_one(agency: Agency) -> None:
    article_id = await file_of(agency, "The bridge")
    await quiet_source(agency)
    link = agency.there.answer("news.test/bridge", page("The bridge"))
    await lists(agency, item("The bridge", link=link))
    assert [(filed.article_id, filed.outcome) for filed in agency.filed] == [(article_id, "same")]
    assert await links(agency, article_id) == {link}


async def test_removed_file_leaves_an_article_that_a_source_holds(agency: Agency) -> None:
    await file_of(agency, "The bridge")
    await quiet_source(agency)
    link = agency.there.answer("news.test/bridge", page("The bridge"))
    await lists(agency, item("The bridge", link=link))
    assert await agency.store.articles.remove_file("a.txt", agency.now) is None
    assert await headlines(agency) == ["The bridge"]


async def test_of_a_removed_file_whose_article_no_source_holds_editors_are_asked(lite: Agency) -> None:
    article_id = await file_of(lite, "The bridge")
    await quiet_source(lite)
    assert await lite.store.articles.remove_file("a.txt", lite.now) == article_id


async def test_article_of_an_entry_that_left_the_feed_stays(lite: Agency) -> None:
    await quiet_source(lite)
    link = lite.there.answer("news.test/bridge", page("The bridge"))
    await lists(lite, item("The bridge", link=link))
    await lists(lite)
    assert await headlines(lite) == ["The bridge"]


async def test_source_that_is_removed_leaves_its_articles(agency: Agency) -> None:
    source = await quiet_source(agency)
    link = agency.there.answer("news.test/bridge", page("The bridge"))
    await lists(agency, item("The bridge", link=link), item("Alone", guid="2"))
    assert await agency.store.sources.remove(source.id)
    assert await headlines(agency) == ["The bridge"]
    again = await agency.source(agency.there.url("news.test/feed"))
    assert [filed.outcome for filed in agency.filed] == ["new"]
    assert [entry.title for entry in await agency.entries(again)] == ["Alone", "The bridge"]


# ------------------------------------------------------------------ what changes


async def test_changed_text_is_a_revision(agency: Agency) -> None:
    await quiet_source(agency)
    link = agency.there.answer("news.test/bridge", page("The bridge"))
    await lists(agency, item("The bridge", link=link))
    agency.there.answer("news.test/bridge", page("The bridge", text=story("The new bridge")))
    await lists(agency, item("The bridge, corrected", link=link))
    assert [filed.outcome for filed in agency.filed] == ["new", "revised"]
    assert len({filed.article_id for filed in agency.filed}) == 1
    article = await agency.store.articles.get(agency.filed[0].article_id)
    assert "The new bridge" in article.text


async def test_changed_text_waits_for_an_editor_where_articles_do(agency: Agency) -> None:
    source = await quiet_source(agency)
    link = agency.there.answer("news.test/bridge", page("The bridge"))
    await lists(agency, item("The bridge", link=link))
    await agency.store.sources.set_review(source.id, True)
    agency.there.answer("news.test/bridge", page("The bridge", text=story("The new bridge")))
    await lists(agency, item("The bridge, corrected", link=link))
    article = await agency.store.articles.get(agency.filed[0].article_id)
    assert "The new bridge" not in article.text
    assert article.pending_id is not None


async def test_what_changes_at_each_visit_is_taken_ever_more_rarely(lite: Agency) -> None:
    await quiet_source(lite)
    link = lite.there.answer("news.test/bridge", page("The bridge"))
    for number in range(40):
        await lists(lite, item("The bridge", link=link, text=f"The bridge was opened, {number} comments"))
    assert 3 < asked(lite, "news.test/bridge") < 10


async def test_wall_in_the_place_of_a_known_page_takes_no_article_away(lite: Agency) -> None:
    source = await quiet_source(lite)
    link = lite.there.answer("news.test/bridge", page("The bridge"))
    await lists(lite, item("The bridge", link=link))
    lite.there.answer("news.test/bridge", page("Robots", text="<p>Are you one?</p>"))
    await lists(lite, item("The bridge, corrected", link=link))
    assert await headlines(lite) == ["The bridge"]
    (entry,) = await lite.entries(source)
    assert entry.state is EntryState.FILED
    lite.reader = "2"
    await lite.visit()
    assert [filed.outcome for filed in lite.filed] == ["new", "reread"]  # of the page that was one


async def test_newer_rules_read_again_without_fetching(agency: Agency) -> None:
    source = await quiet_source(agency)
    link = agency.there.answer("news.test/bridge", page("The bridge"))
    wall = agency.there.answer("news.test/wall", page("Robots", text="<p>Are you one?</p>"))
    await lists(agency, item("The bridge", link=link), item("The tower", link=wall))
    before = len(agency.there.asked)
    agency.reader = "2"
    await agency.visit()
    assert [filed.outcome for filed in agency.filed] == ["new", "reread"]
    assert len(agency.there.asked) == before
    assert {entry.state for entry in await agency.entries(source)} == {EntryState.FILED, EntryState.HEADLINE}


# ------------------------------------------------------------------ editors' word, and age


async def test_source_has_a_review_of_its_own(agency: Agency) -> None:
    agency.review = True
    trusted = await quiet_source(agency)
    await quiet_source(agency, "other.test/feed")
    await agency.store.sources.set_review(trusted.id, False)
    for place in ("news.test", "other.test"):
        link = agency.there.answer(f"{place}/story", page(place))
        agency.there.answer(f"{place}/feed", rss(item(place, link=link)))
    await agency.visit(after=HOUR)
    assert await headlines(agency) == ["news.test"]


async def test_killed_article_stays_killed_however_often_it_is_listed(lite: Agency) -> None:
    await quiet_source(lite)
    await quiet_source(lite, "other.test/feed")
    link = lite.there.answer("news.test/bridge", page("The bridge"))
    await lists(lite, item("The bridge", link=link))
    await lite.store.articles.set_state(lite.filed[0].article_id, ArticleState.KILLED, lite.now)
    other = lite.there.answer("other.test/bridge", page("The bridge"))
    await lists(lite, item("The bridge", link=other), place="other.test/feed")
    assert await headlines(lite) == []


async def test_what_age_removed_is_not_filed_again_while_the_feed_lists_it(agency: Agency) -> None:
    source = await quiet_source(agency)
    link = agency.there.answer("news.test/bridge", page("The bridge"))
    await lists(agency, item("The bridge", link=link))
    agency.now += 40 * DAY
    fair = item("The fair", link=agency.there.answer("news.test/fair", page("The fair")))
    await lists(agency, item("The bridge", link=link), fair)
    await keep_house(agency.store, keep_days=30, now=agency.now)
    assert await headlines(agency) == ["The fair"]
    count = select(func.count()).select_from(originals)
    assert await agency.store.database.read(lambda connection: connection.scalar(count)) == 1
    await lists(agency, item("The bridge, again", link=link), fair)
    await agency.visit(after=HOUR)
    assert len(agency.filed) == 2
    assert await states(agency, source) == {"bridge": EntryState.AGED, "fair": EntryState.FILED}
    await keep_house(agency.store, keep_days=30, now=agency.now + 20 * DAY)
    assert await states(agency, source) == {"bridge": EntryState.AGED, "fair": EntryState.FILED}
    await lists(agency, fair)
    await keep_house(agency.store, keep_days=30, now=agency.now + 40 * DAY)
    assert "bridge" not in await states(agency, source)


async def states(agency: Agency, source: object) -> dict[str, EntryState]:
    """What became of each entry, by the end of its link."""
    return {entry.link.rpartition("/")[2]: entry.state for entry in await agency.entries(source)}


async def test_future_date_is_no_date(lite: Agency) -> None:
    source = await quiet_source(lite)
    link = lite.there.answer("news.test/bridge", page("The bridge"))
    await lists(lite, item("The bridge", link=link, date=NOON + 400 * DAY))
    article = (await lite.store.articles.get(lite.filed[0].article_id)).analysis.article
    assert (article.published, article.event_date) == (None, None)
    (entry,) = await lite.entries(source)
    assert entry.published_at == entry.first_seen == lite.now


# ------------------------------------------------------------------ faults of ours


async def test_article_that_takes_long_keeps_no_feed_waiting(lite: Agency) -> None:
    await quiet_source(lite)
    link = lite.there.answer("news.test/bridge", page("The bridge"))
    lite.there.answer("news.test/feed", rss(item("The bridge", link=link)))
    lite.hold_reading = asyncio.Event()
    await lite.store.sources.visit_now(1, now=lite.now)
    async with lite.running() as rounds:
        while not await lite.store.entries.ready(now=lite.now, limit=1):
            await asyncio.sleep(0.02)
        other = lite.there.answer("other.test/feed", rss())
        added, _ = await lite.store.sources.add(other, title="", added_by=None, now=lite.now)
        rounds.look_now()
        async with asyncio.timeout(20):
            while (await lite.again(added)).succeeded_at is None:
                await asyncio.sleep(0.02)
        assert lite.filed == []
        lite.hold_reading.set()
        await lite.settled()
    assert await headlines(lite) == ["The bridge"]


async def test_source_that_brings_much_keeps_no_other_waiting(agency: Agency) -> None:
    for place in ("flood.test/feed", "news.test/feed"):
        await quiet_source(agency, place)
    flood = [
        item(f"Flood {n}", link=agency.there.url(f"flood.test/{n}"), text=story(f"Flood {n}") * 4, date=NOON)
        for n in range(20)
    ]
    agency.there.answer("flood.test/feed", rss(*flood))
    told = item(
        "The bridge", link=agency.there.url("news.test/1"), text=story("The bridge") * 4, date=NOON - DAY
    )
    agency.there.answer("news.test/feed", rss(told))
    agency.hold_reading = asyncio.Event()
    for source_id in (1, 2):
        await agency.store.sources.visit_now(source_id, now=agency.now)
    async with agency.running():
        async with asyncio.timeout(20):
            while len(await agency.store.entries.ready(now=agency.now, limit=50)) < 21:
                await asyncio.sleep(0.02)
        first = await agency.store.entries.ready(now=agency.now, limit=2)
        found = [await agency.store.entries.original(id_) for id_ in first]
        assert {one.title for one in found if one} == {"Flood 0", "The bridge"}


async def test_what_was_in_hand_is_done_after_a_restart(agency: Agency) -> None:
    """Ended amid a visit, amid a page, and amid a reading."""
    await quiet_source(agency)
    hold = asyncio.Event()

    async def silent(_: asyncio.StreamWriter) -> None:
        await hold.wait()

    link = agency.there.play("news.test/bridge", silent)
    agency.there.play("news.test/feed", silent)
    await agency.store.sources.visit_now(1, now=agency.now)
    for place in ("news.test/feed", "news.test/bridge"):
        before = asked(agency, place)
        async with agency.running():
            async with asyncio.timeout(20):
                while asked(agency, place) == before:
                    await asyncio.sleep(0.02)
        agency.there.answer("news.test/feed", rss(item("The bridge", link=link)))
    agency.there.answer("news.test/bridge", page("The bridge"))
    agency.hold_reading = asyncio.Event()
    async with agency.running():
        async with asyncio.timeout(20):
            while not await agency.store.entries.ready(now=agency.now, limit=1):
                await asyncio.sleep(0.02)
    agency.hold_reading = None
    fetched = asked(agency, "news.test/bridge")
    await agency.visit()
    assert await headlines(agency) == ["The bridge"]
    assert asked(agency, "news.test/bridge") == fetched
    hold.set()


async def test_what_a_term_that_is_over_saw_is_not_written(store: Store) -> None:
    async with strangers() as there:
        agency = Agency(store, there, term=1)
        url = there.answer("news.test/feed", rss(item("The bridge", guid="1")))
        source, _ = await store.sources.add(url, title="", added_by=None, now=NOON)
        async with agency.running():
            async with asyncio.timeout(20):
                while not agency.fetched:
                    await asyncio.sleep(0.02)
        assert (await agency.again(source)).visited_at is None
        assert await agency.entries(source) == ()


async def test_trouble_is_a_line_and_a_visit_is_none(lite: Agency, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, logger="bot")
    source = await quiet_source(lite)
    lite.there.answer("news.test/feed", status=500)
    for _ in range(3):
        await lite.visit(after=HOUR)
    await lists(lite)
    assert [record.getMessage() for record in caplog.records] == [
        f"{source.address}: answers 500 Internal Server Error",
        f"{source.address}: is well again",
    ]


async def test_source_that_is_removed_while_it_is_visited_brings_nothing(lite: Agency) -> None:
    source = await quiet_source(lite)
    going = asyncio.Event()

    async def slow(writer: asyncio.StreamWriter) -> None:
        await lite.store.sources.remove(source.id)
        writer.close()
        going.set()

    lite.there.play("news.test/feed", slow)
    await lite.visit(after=timedelta(hours=1))
    assert going.is_set()
    assert await lite.store.sources.listed(now=lite.now) == ()
