"""Sources in the store: added once, listed, paused, removed."""

from datetime import timedelta

from bot.domain.sources import SourceState
from bot.store import Store
from tests.bot.library import NOON

FEED = "https://news.example/feed"


async def test_source_is_added_once(store: Store) -> None:
    first, new = await store.sources.add(FEED, title="The News", added_by=7, now=NOON, given="news.example")
    again, new_again = await store.sources.add(FEED, title="Other", added_by=8, now=NOON)
    assert (new, new_again) == (True, False)
    assert again == first
    assert (first.title, first.given, first.host, first.state, first.added_by) == (
        "The News",
        "news.example",
        "news.example",
        SourceState.ACTIVE,
        7,
    )
    assert await store.sources.find(first.id) == first
    assert await store.sources.find_by_address(FEED) == first
    assert await store.sources.find_by_address("news.example") == first
    assert await store.sources.known([FEED, "https://other.example/"]) == {FEED}


async def test_sources_are_listed_by_title(store: Store) -> None:
    for title in ("beta", "Alpha", ""):
        await store.sources.add(f"https://{title}.example/feed", title=title, added_by=None, now=NOON)
    listed = await store.sources.listed(now=NOON)
    assert [one.source.title for one in listed] == ["Alpha", "beta", "https://.example/feed"]
    assert {one.articles_a_day for one in listed} == {0}


async def test_paused_source_is_visited_again_when_it_is_asked_for(store: Store) -> None:
    added, _ = await store.sources.add(FEED, title="", added_by=None, now=NOON)
    assert await store.sources.pause(added.id)
    later = NOON + timedelta(days=2)
    paused = await store.sources.find(added.id)
    assert paused is not None
    assert paused.state is SourceState.PAUSED
    assert await store.sources.visit_now(added.id, now=later)
    found = await store.sources.find(added.id)
    assert found is not None
    assert (found.state, found.next_visit) == (SourceState.ACTIVE, later)
    counted = await store.sources.count_by_state()
    assert {state: count for state, count in counted.items() if count} == {SourceState.ACTIVE: 1}
    assert set(counted) == set(SourceState)


async def test_what_is_not_there_is_told(store: Store) -> None:
    assert await store.sources.find(1) is None
    assert await store.sources.find_by_address(FEED) is None
    assert not await store.sources.pause(1)
    assert not await store.sources.visit_now(1, now=NOON)
    assert not await store.sources.set_review(1, True)
    assert not await store.sources.set_whole_text(1, shown=True)
    assert not await store.sources.remove(1)
    assert await store.articles.at(FEED) is None


async def test_what_an_editor_chose_of_a_source_is_kept(store: Store) -> None:
    added, _ = await store.sources.add(FEED, title="", added_by=None, now=NOON)
    await store.sources.set_review(added.id, True)
    await store.sources.set_whole_text(added.id, shown=True)
    found = await store.sources.find(added.id)
    assert found is not None
    assert (found.review, found.whole_text) == (True, True)
    await store.sources.set_review(added.id, None)
    found = await store.sources.find(added.id)
    assert found is not None
    assert found.review is None
    assert await store.sources.remove(added.id)
    assert await store.sources.listed(now=NOON) == ()
