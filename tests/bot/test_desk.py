"""What the desk answers, apart from how it looks."""

from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from bot.desks.reading import HEADLINES, LAST_PAGE, QUOTES, CouldBe, QuotesOf, QuotesWith, ReadingDesk
from bot.domain.articles import ArticleState, FiledQuote, Page, StoredArticle
from bot.store import Store
from tests.bot.front_page import a_front_page
from tests.bot.library import NOON, a_stored_article, an_actor, an_analysis, said


@pytest.fixture
def desk(store: Store) -> ReadingDesk:
    return ReadingDesk(store, lambda: NOON)


@pytest.mark.parametrize(
    ("state", "hours", "readable"),
    [
        pytest.param(ArticleState.LIVE, None, True, id="live"),
        pytest.param(ArticleState.LIVE, -1, True, id="live, embargo over"),
        pytest.param(ArticleState.LIVE, 0, True, id="live, embargo ends now"),
        pytest.param(ArticleState.LIVE, 1, False, id="embargoed"),
        pytest.param(ArticleState.HELD, None, False, id="held"),
        pytest.param(ArticleState.REVIEW, None, False, id="in review"),
        pytest.param(ArticleState.KILLED, None, False, id="killed"),
        pytest.param(ArticleState.WITHDRAWN, None, False, id="withdrawn"),
    ],
)
async def test_what_readers_may_have(
    store: Store, state: ArticleState, hours: int | None, readable: bool
) -> None:
    article = await a_stored_article(store)
    not_before = None if hours is None else NOON + timedelta(hours=hours)
    assert replace(article, state=state, not_before=not_before).is_public(now=NOON) is readable


async def test_quotes_prefer_a_name_then_words_then_a_name_typed_wrong(
    store: Store, desk: ReadingDesk
) -> None:
    await a_front_page(store)
    named, worded, mistyped, nothing = [
        await desk.quotes_asked(asked) for asked in ("lavrov", "siege", "lavrof", "zebra")
    ]
    assert isinstance(named, QuotesOf)
    assert (named.actor.name, named.taken_for, len(named.page.items)) == ("Sergey Lavrov", None, 1)
    assert isinstance(worded, QuotesWith)
    assert len(worded.page.items) == 1
    assert isinstance(mistyped, QuotesOf)
    assert (mistyped.actor.name, mistyped.taken_for) == ("Sergey Lavrov", "lavrof")
    assert isinstance(nothing, QuotesWith)
    assert (nothing.page.items, nothing.nearest) == ((), ())


async def test_quotes_of_a_name_that_could_be_two_ask_which(store: Store, desk: ReadingDesk) -> None:
    for name in ("Anna Berg", "Otto Berg"):
        analysis = an_analysis(headline=name, actors=(an_actor(name),), quotes=(said(name, f"I am {name}."),))
        await a_stored_article(store, analysis, path=f"{name}.txt")
    found = await desk.quotes_asked("berg")
    assert isinstance(found, CouldBe)
    assert [entry.name for entry in found.entries] == ["Anna Berg", "Otto Berg"]


async def full_pages(store: Store) -> tuple[StoredArticle, ...]:
    """As many articles as leave one on each second page, all of one actor's words."""
    filed = []
    for number in range(HEADLINES + 3):
        analysis = an_analysis(
            headline=f"News {number}",
            sentences=(f"It was the {number}.",),
            quotes=(said("Anna Berg", f"The siege is in its week {number}."),),
        )
        now = NOON - timedelta(hours=number + 1)
        filed.append(await a_stored_article(store, analysis, path=f"{number}.txt", now=now))
    return tuple(filed)


@pytest.mark.parametrize(
    ("turn", "size"),
    [
        pytest.param(lambda desk, page: desk.latest(page), HEADLINES, id="headlines"),
        pytest.param(lambda desk, page: desk.latest_quotes(page), QUOTES, id="quotations"),
        pytest.param(lambda desk, page: quotes_of_berg(desk, page), QUOTES, id="an actor's"),
        pytest.param(lambda desk, page: quotes_with_siege(desk, page), QUOTES, id="those with a word"),
    ],
)
async def test_a_page_that_is_gone_is_the_last_there_is(
    store: Store, desk: ReadingDesk, turn: Callable[[ReadingDesk, int], Awaitable[Page[object]]], size: int
) -> None:
    articles = await full_pages(store)
    last = (len(articles) - 1) // size
    for article in articles[last * size :]:
        await store.articles.set_state(article.id, ArticleState.KILLED, NOON)
    pages = [await turn(desk, number) for number in (last, LAST_PAGE + 1)]
    assert [(page.number, len(page.items), page.total) for page in pages] == [
        (last - 1, size, last * size)
    ] * 2


async def test_a_page_of_actors_that_is_gone_is_the_last_there_is(store: Store, desk: ReadingDesk) -> None:
    await a_front_page(store)
    page = await desk.cast(1)
    assert (page.number, [one.actor.name for one in page.items]) == (
        0,
        ["Bashar Assad", "Sergey Lavrov", "Russia"],
    )


async def test_a_page_of_nothing_is_the_first(desk: ReadingDesk) -> None:
    page = await desk.latest(3)
    assert (page.number, page.items, page.total) == (0, (), 0)


async def quotes_of_berg(desk: ReadingDesk, page: int) -> Page[FiledQuote]:
    found = await desk.quotes_of(1, page)
    assert found is not None
    return found.page


async def quotes_with_siege(desk: ReadingDesk, page: int) -> Page[FiledQuote]:
    return (await desk.quotes_with("siege", page)).page


async def test_a_held_article_is_nowhere(store: Store, desk: ReadingDesk) -> None:
    article = await a_stored_article(store, state=ArticleState.HELD)
    assert await desk.find(article.id) is None
    assert await desk.newest() == ()
    assert await desk.story(article.id) is None
    assert (await desk.latest()).items == ()
    assert (await desk.search("deal")).articles == ()
