"""Articles on one event are one story, led by the newest that readers may be told of."""

import json
from datetime import date, timedelta

import pytest
from sqlalchemy import create_engine, update

from bot.domain.articles import ArticleState, StoredArticle
from bot.store import Store
from bot.store.database.opening import parse_url
from bot.store.database.tables import outlines
from tests.bot.library import NOON, a_stored_article, an_analysis

DAY = date(2016, 12, 14)
SIEGE = ("aleppo", "cease-fire", "evacuation", "rebel", "shelling", "bus")
STORM = ("storm", "coast", "flood", "harbour", "wind", "ferry")


async def a_take(
    store: Store,
    name: str,
    terms: tuple[str, ...],
    *,
    day: date = DAY,
    state: ArticleState = ArticleState.LIVE,
) -> StoredArticle:
    analysis = an_analysis(
        headline=name, sentences=[f"{name}."], terms=terms, event_date=day, actors=["Syria"]
    )
    return await a_stored_article(store, analysis, path=f"{name}.txt", state=state)


@pytest.mark.parametrize(
    ("terms", "day", "one"),
    [
        pytest.param(SIEGE, DAY, True, id="the same words on the day"),
        pytest.param(
            (*SIEGE[:4], "truce", "talk"), DAY + timedelta(days=1), True, id="most of them a day later"
        ),
        pytest.param(SIEGE, DAY + timedelta(days=9), False, id="the same words a week later"),
        pytest.param(STORM, DAY, False, id="other words on the day"),
        pytest.param((), DAY, False, id="no words"),
    ],
)
async def test_takes_of_one_event_are_one_story(
    store: Store, terms: tuple[str, ...], day: date, one: bool
) -> None:
    first = await a_take(store, "first", SIEGE)
    second = await a_take(store, "second", terms, day=day)
    assert (first.story_id == second.story_id) == one


async def test_article_that_earlier_rules_read_takes_others(store: Store, empty_url: str) -> None:
    """Its row has terms without strengths, and actors and a headline beside them."""
    first = await a_take(store, "first", SIEGE)
    earlier = json.dumps([SIEGE, ["Syria"], ["first"]])
    engine = create_engine(parse_url(empty_url))
    with engine.begin() as connection:
        connection.execute(update(outlines).values(marks=earlier))
    engine.dispose()
    second = await a_take(store, "second", SIEGE)
    assert second.story_id == first.story_id


async def test_story_is_led_by_its_newest_take_and_told_once(store: Store) -> None:
    first = await a_take(store, "first", SIEGE)
    storm = await a_take(store, "storm", STORM)
    second = await a_take(store, "second", SIEGE)
    stories = await store.stories.newest(5, now=NOON)
    assert [[article.id for article in story.articles] for story in stories] == [[second.id], [storm.id]]
    takes = await store.stories.takes(first.story_id, now=NOON)
    assert [article.id for article in takes] == [second.id, first.id]


async def test_story_alone_is_told_with_its_other_takes(store: Store) -> None:
    await a_take(store, "storm", STORM)
    first = await a_take(store, "first", SIEGE)
    second = await a_take(store, "second", SIEGE)
    (newest,) = await store.stories.newest(1, now=NOON)
    (matching,) = await store.stories.matching("second", 5, now=NOON)
    assert [article.id for article in newest.articles] == [second.id, first.id]
    assert matching == newest


async def test_stories_that_match_are_led_by_their_newest_take(store: Store) -> None:
    first = await a_take(store, "first", SIEGE)
    second = await a_take(store, "second", SIEGE)
    storm = await a_take(store, "storm", STORM)
    stories = await store.stories.matching("Syria", 5, now=NOON)
    assert [[article.id for article in story.articles] for story in stories] == [[storm.id], [second.id]]
    assert second.story_id == first.story_id


async def test_story_tells_live_takes_alone(store: Store) -> None:
    first = await a_take(store, "first", SIEGE)
    held = await a_take(store, "second", SIEGE, state=ArticleState.HELD)
    assert held.story_id == first.story_id
    (story,) = await store.stories.newest(5, now=NOON)
    assert story.articles == (first,)


async def test_many_takes_show_the_newest_few(store: Store) -> None:
    for number in range(12):
        await a_take(store, f"take {number}", SIEGE)
    (story,) = await store.stories.newest(5, now=NOON)
    assert [article.id for article in story.articles] == list(range(12, 6, -1))
