"""What readers may not be told of lends nobody a name, adds to no count and takes no place in a search."""

from collections.abc import Awaitable, Callable
from datetime import timedelta

import pytest

from bot.desks.reading import Meant, ReadingDesk, Unknown
from bot.domain.articles import ArticleState, Filed, StoredArticle
from bot.domain.editing import Signed
from bot.store import Store
from summaries.models import Analysis
from tests.bot.library import NOON, a_stamp, a_stored_article, an_actor, an_analysis, embargo, said

LATER = NOON + timedelta(hours=1)
OPEN = an_analysis(
    headline="Harbour opens",
    sentences=["The harbour opened."],
    actors=[an_actor("Harbour Workers Union", kind="organization"), "Kessler"],
)
PUBLISHED = Signed(verb="publish", subject="", by=1)
DROPPED = Signed(verb="drop new text", subject="", by=1)
SECRET = an_analysis(
    headline="Harbour was sold",
    sentences=["The harbour was sold.", "Lanterns burned."],
    actors=[
        an_actor("Harbour Workers Union", kind="organization", aliases=("HWU",)),
        an_actor("Wanda Kessler", aliases=("Kessler", "the Owl")),
    ],
    quotes=[said("Wanda Kessler", "We sold it by night.")],
)
Keep = Callable[[Store, StoredArticle], Awaitable[object]]


async def _embargo(store: Store, article: StoredArticle) -> None:
    await embargo(store, article.id, LATER, now=NOON)


def _move(state: ArticleState) -> Keep:
    return lambda store, article: store.articles.set_state(article.id, state, NOON)


KEPT_BACK = [
    *(pytest.param(_move(state), id=state) for state in ArticleState if state is not ArticleState.LIVE),
    pytest.param(_embargo, id="embargoed"),
]


async def hidden(store: Store) -> None:
    """Nothing of the second article shows, whoever asks for what."""
    desk = ReadingDesk(store, lambda: NOON)
    assert [(one.actor.name, one.actor.articles) for one in (await desk.cast()).items] == [
        ("Harbour Workers Union", 1),
        ("Kessler", 1),
    ]
    for name in ("Wanda Kessler", "Wanda Kesler", "Wand", "HWU", "the Owl"):
        assert isinstance(await desk.who(name), Unknown), name
    for actor_id in range(1, 20):
        digest = await desk.digest(actor_id)
        quotes = await desk.quotes_of(actor_id)
        shown = {digest.actor.name, *digest.also_named} if digest else set()
        assert shown | ({quotes.actor.name} if quotes else set()) <= {"Harbour Workers Union", "Kessler"}
    assert (await desk.search("lanterns")).articles == ()
    assert await desk.matching("lanterns") == ()
    assert (await desk.quotes_with("sold")).page.total == 0
    assert (await desk.latest()).total == 1


async def shown(store: Store) -> None:
    desk = ReadingDesk(store, lambda: LATER)
    for name in ("Wanda Kessler", "HWU", "the Owl"):
        assert isinstance(await desk.who(name), Meant), name
    assert [len((await desk.search("lanterns")).articles), (await desk.quotes_with("sold")).page.total] == [
        1,
        1,
    ]


@pytest.mark.parametrize("keep", KEPT_BACK)
async def test_what_is_kept_back_is_not_told_and_comes_back_whole(store: Store, keep: Keep) -> None:
    await a_stored_article(store, OPEN, path="open.txt")
    secret = await a_stored_article(store, SECRET, path="secret.txt")
    wanda = (await store.actors.resolve("Wanda Kessler")).entries
    await keep(store, secret)
    await hidden(store)
    await store.decisions.publish(secret.id, NOON, signed=PUBLISHED, now=LATER)
    await shown(store)
    assert (await store.actors.resolve("Wanda Kessler")).entries == wanda  # old buttons name it


@pytest.mark.parametrize("state", [ArticleState.REVIEW, ArticleState.HELD])
async def test_what_waits_from_the_start_is_not_told(store: Store, state: ArticleState) -> None:
    await a_stored_article(store, OPEN, path="open.txt")
    secret = await a_stored_article(store, SECRET, path="secret.txt", state=state)
    await hidden(store)
    await store.articles.set_state(secret.id, ArticleState.LIVE, NOON)
    await shown(store)


async def test_an_embargo_that_ends_shows_the_article(store: Store) -> None:
    await a_stored_article(store, OPEN, path="open.txt")
    secret = await a_stored_article(store, SECRET, path="secret.txt")
    await _embargo(store, secret)
    assert await store.articles.release(since=NOON, now=LATER - timedelta(seconds=1)) == ()
    assert await store.articles.release(since=NOON, now=LATER) == (secret.id,)
    assert await store.articles.release(since=NOON, now=LATER) == ()
    await shown(store)


async def test_a_clock_set_back_hides_what_is_not_public_yet(store: Store) -> None:
    await a_stored_article(store, OPEN, path="open.txt")
    secret = await a_stored_article(store, SECRET, path="secret.txt")
    await _embargo(store, secret)
    await store.articles.settle_all(now=LATER)
    await shown(store)
    await store.articles.settle_all(now=NOON)
    await hidden(store)


async def test_old_articles_that_go_leave_no_name_behind(store: Store) -> None:
    await a_stored_article(store, SECRET, path="secret.txt", now=NOON - timedelta(days=9))
    await a_stored_article(store, OPEN, path="open.txt")
    assert await store.articles.remove_older(NOON - timedelta(days=1)) == 1
    await hidden(store)


async def test_a_name_that_another_article_writes_stays(store: Store) -> None:
    await a_stored_article(store, SECRET, path="secret.txt")
    other = an_analysis(
        sentences=["A vote."],
        actors=[an_actor("Harbour Workers Union", kind="organization", aliases=("HWU",))],
    )
    await a_stored_article(store, other, path="other.txt")
    await store.articles.set_state(1, ArticleState.KILLED, NOON)
    assert [(await store.actors.resolve(name)).kind for name in ("HWU", "the Owl")] == ["one", "none"]


# ------------------------------------------------------------------ a text that changes


FIRST = an_analysis(headline="Harbour opens", sentences=["The harbour opened."], actors=["Otto Brandt"])
SECOND = an_analysis(
    headline="Harbour was sold", sentences=["Lanterns burned."], actors=[an_actor("Wanda Kessler")]
)
OTHER_HEADLINE = an_analysis(headline="Port opens", sentences=["The harbour opened."], actors=["Otto Brandt"])


async def file(store: Store, analysis: Analysis, *, modified: int, reader: str = "1") -> Filed:
    stamp = a_stamp("a.txt", modified_ns=modified, reader=reader)
    return await store.articles.file(analysis, stamp=stamp, state=ArticleState.REVIEW, now=NOON)


async def reviewed(store: Store) -> None:
    await file(store, FIRST, modified=1)
    await store.decisions.publish(1, NOON, signed=PUBLISHED, now=NOON)


async def told(store: Store) -> tuple[str | None, tuple[str, ...], int]:
    desk = ReadingDesk(store, lambda: NOON)
    (headline,) = (await desk.latest()).items
    actors = tuple(one.actor.name for one in (await desk.cast()).items)
    return headline.headline, actors, len((await desk.search("lanterns")).articles)


OLD, NEW = ("Harbour opens", ("Otto Brandt",), 0), ("Harbour was sold", ("Wanda Kessler",), 1)


async def test_a_changed_text_waits_and_the_approved_one_is_shown_meanwhile(store: Store) -> None:
    await reviewed(store)
    assert await file(store, SECOND, modified=2) == Filed(article_id=1, outcome="revised")
    assert await told(store) == OLD
    assert await store.queue.count(of=1, now=NOON) == 1
    preview = await store.articles.get(1, pending=True)
    assert preview.analysis == SECOND
    assert await store.decisions.approve(1, signed=PUBLISHED, now=NOON)
    assert await told(store) == NEW
    assert (await store.articles.get(1)).pending_id is None
    assert not await store.decisions.approve(1, signed=PUBLISHED, now=NOON)


async def test_a_changed_text_that_is_dropped_leaves_the_approved_one(store: Store) -> None:
    await reviewed(store)
    await file(store, SECOND, modified=2)
    assert await store.decisions.drop_pending(1, signed=DROPPED, now=NOON)
    assert await told(store) == OLD
    assert (await store.articles.get(1, pending=True)).analysis == FIRST


async def test_a_changed_text_that_was_dropped_is_not_let_by_and_does_not_wait_again(store: Store) -> None:
    await reviewed(store)
    await file(store, SECOND, modified=2)
    await store.decisions.drop_pending(1, signed=DROPPED, now=NOON)
    await file(store, SECOND, modified=2, reader="2")
    assert await told(store) == OLD
    assert (await file(store, SECOND, modified=3, reader="2")).outcome == "same"
    assert (await store.articles.get(1)).pending_id is None
    third = an_analysis(headline="Harbour closes", sentences=["Night fell."])
    assert (await file(store, third, modified=4, reader="2")).outcome == "revised"
    assert await told(store) == OLD


async def test_a_changed_headline_waits_too(store: Store) -> None:
    await reviewed(store)
    assert (await file(store, OTHER_HEADLINE, modified=2)).outcome == "revised"
    assert await told(store) == OLD


async def test_a_file_that_is_again_as_it_was_approved_has_nothing_waiting(store: Store) -> None:
    await reviewed(store)
    await file(store, SECOND, modified=2)
    assert (await file(store, FIRST, modified=3)).outcome == "same"
    assert (await store.articles.get(1)).pending_id is None


async def test_a_text_that_waits_is_not_let_by_by_newer_rules(store: Store) -> None:
    await reviewed(store)
    await file(store, SECOND, modified=2)
    assert (await file(store, SECOND, modified=2, reader="2")).outcome == "reread"
    read_otherwise = an_analysis(headline="Harbour was sold", sentences=["Lanterns burned.", "Night fell."])
    await file(store, read_otherwise, modified=2, reader="3")
    assert await told(store) == OLD
    assert (await store.articles.get(1, pending=True)).analysis == read_otherwise


async def test_what_newer_rules_read_in_an_approved_file_is_shown(store: Store) -> None:
    await reviewed(store)
    await file(store, OTHER_HEADLINE, modified=1, reader="2")
    assert (await told(store))[0] == "Port opens"


async def test_a_killed_article_stays_killed_whatever_its_file_says(store: Store) -> None:
    await reviewed(store)
    await store.articles.set_state(1, ArticleState.KILLED, NOON)
    await file(store, SECOND, modified=2)
    desk = ReadingDesk(store, lambda: NOON)
    assert ((await desk.latest()).total, (await desk.cast()).total) == (0, 0)


# ------------------------------------------------------------------ a ticker


async def test_an_article_is_one_match_however_often_it_is_revised(store: Store) -> None:
    zanzibar = an_analysis(headline="Zanzibar votes", sentences=["Zanzibar went to vote."])
    await a_stored_article(store, zanzibar, path="vote.txt")
    for number in range(105):
        ticker = an_analysis(headline="Ticker", sentences=[f"Minute {number}: news of Zanzibar."])
        await a_stored_article(store, ticker, path="ticker.txt")
    found = (await store.stories.search("Zanzibar", 5, now=NOON)).articles
    assert {each.article.id for each in found} == {1, 2}


async def test_what_readers_may_not_see_does_not_hide_what_they_may(store: Store) -> None:
    zanzibar = an_analysis(headline="Zanzibar votes", sentences=["Zanzibar went to vote."])
    await a_stored_article(store, zanzibar, path="vote.txt")
    for number in range(105):
        waiting = an_analysis(headline="Wait", sentences=[f"Zanzibar, number {number}."])
        await a_stored_article(store, waiting, path=f"{number}.txt", state=ArticleState.REVIEW)
    (found,) = (await store.stories.search("Zanzibar", 5, now=NOON)).articles
    assert found.article.id == 1
