"""The full text of what was fetched is its publisher's to show, unless an editor says that it is ours."""

from dataclasses import replace

import pytest

from bot.domain.articles import ArticleState
from bot.domain.editing import Draft
from bot.store import Store
from tests.bot.fetched import PAGE, a_fetched_article, a_source
from tests.bot.library import NOON, a_stored_article, an_analysis
from tests.bot.running import ReadingBot
from tests.bot.test_links import links
from tests.telegram import shown

ELSEWHERE = "The full text is on the publisher’s own page. Read it there"


async def test_file_is_shown_whole(store: Store) -> None:
    assert (await a_stored_article(store)).whole_text


async def test_fetched_article_is_shown_whole_by_an_editor_s_word_alone(store: Store) -> None:
    source = await a_source(store)
    article = await a_fetched_article(store, source)
    assert not article.whole_text
    await store.sources.set_whole_text(source.id, shown=True)
    assert (await store.articles.get(article.id)).whole_text
    await store.sources.set_whole_text(source.id, shown=False)
    assert not (await store.articles.get(article.id)).whole_text


async def test_article_of_a_source_that_is_also_a_file_is_shown_whole(store: Store) -> None:
    article = await a_fetched_article(store, await a_source(store))
    assert (await a_stored_article(store, path="a.txt")).id == article.id
    assert (await store.articles.get(article.id)).whole_text


async def test_page_that_an_editor_sent_the_address_of_is_not_shown_whole(store: Store) -> None:
    for name, whole in ((PAGE, False), ("a.html", True)):
        analysis = an_analysis(sentences=(f"This is {name}.",))
        draft = Draft(id=0, user_id=1, name=name, analysis=analysis)
        draft = replace(draft, id=await store.drafts.keep(name, analysis, by=1, now=NOON))
        filed = await store.drafts.file(draft, reader="1", state=ArticleState.LIVE, subject="", now=NOON)
        assert filed is not None
        assert (await store.articles.get(filed.article_id)).whole_text is whole


async def test_page_that_does_not_tell_stands_where_the_feed_says(store: Store) -> None:
    article = await a_fetched_article(store, await a_source(store), an_analysis(outlet=None))
    read = article.analysis.article
    assert (read.url, read.outlet, read.author) == (PAGE, "The Feed", "Ana Ruiz")
    ((headline,), _) = await store.stories.headlines(1, 0, now=NOON)
    assert (headline.url, headline.outlet, headline.author) == (PAGE, "The Feed", "Ana Ruiz")


async def test_reader_is_led_to_the_page(reading_bot: ReadingBot) -> None:
    source = await a_source(reading_bot.store)
    article = await a_fetched_article(reading_bot.store, source)
    (briefing,) = await reading_bot.ask("/brief")
    assert shown(briefing)[1] == (("More",),)
    (answer,) = await reading_bot.press_action(briefing, f"t:{article.id}")
    assert answer.text.endswith(ELSEWHERE)
    assert "Shelling resumed." not in answer.text
    assert [url for _, url in links(answer)] == [PAGE, PAGE]
    await reading_bot.store.sources.set_whole_text(source.id, shown=True)
    (briefing,) = await reading_bot.ask("/brief")
    (answer,) = await reading_bot.press(briefing, "Full text")
    assert "Shelling resumed." in answer.text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        pytest.param(3, "one minute to read", id="at least a minute"),
        pytest.param(357, "2 minutes to read", id="a minute and a half"),
        pytest.param(1190, "5 minutes to read · page 1 of 3", id="of all pages"),
    ],
)
async def test_text_says_how_long_it_takes(reading_bot: ReadingBot, words: int, told: str) -> None:
    sentences = ["seven letters " * (count // 2) + "odd" * (count % 2) for count in _lines(words)]
    await a_stored_article(reading_bot.store, an_analysis(headline="One", sentences=sentences))
    (story,) = await reading_bot.ask("/brief")
    (text,) = await reading_bot.press(story, "Full text")
    assert text.text.splitlines()[:4] == ["One", "The News · 14 December 2016", told, ""]


def _lines(words: int) -> list[int]:
    """So many words in lines of a hundred."""
    return [min(100, words - done) for done in range(0, words, 100)]


async def test_text_that_is_not_read_has_no_reading_time(reading_bot: ReadingBot) -> None:
    article = await a_stored_article(reading_bot.store, an_analysis(analysed=False, language="ja"))
    (story,) = await reading_bot.ask("/brief")
    (text,) = await reading_bot.press_action(story, f"t:{article.id}")
    assert "to read" not in text.text
