"""Words of a search that were typed nearly right: what was meant is found, and it is said."""

import pytest

from bot.domain.articles import ArticleState
from bot.store import Store
from tests.bot.library import NOON, a_stored_article, an_actor, an_analysis, said
from tests.bot.running import ReadingBot
from tests.telegram import shown

ARTICLES = {
    "Zanzibar votes": ("zanzibar polls ferry", "Zanzibar voted on the siege of the ferry."),
    "Aleppo waits": ("aleppo siege cease-fire", "The siege of Aleppo went on, and the cease-fire held."),
    "Genoa opens": ("genoa market", "The market of Genoa opened."),
}


async def filed(store: Store) -> Store:
    for headline, (terms, sentence) in ARTICLES.items():
        analysis = an_analysis(
            headline=headline,
            sentences=[sentence, "Otto Lindqvist came."],
            terms=terms.split(),
            actors=[an_actor("Otto Lindqvist")],
            quotes=[said(None, f"I saw it in {headline.split()[0]}.")],
        )
        await a_stored_article(store, analysis, path=f"{headline}.txt")
    return store


@pytest.mark.parametrize(
    ("typed", "meant", "found"),
    [
        pytest.param("zanzbar", "zanzibar", ["Zanzibar votes"], id="a letter missing"),
        pytest.param("Zanzzibar", "zanzibar", ["Zanzibar votes"], id="a letter more, in capitals"),
        pytest.param("seige", "siege", ["Aleppo waits", "Zanzibar votes"], id="letters swapped early"),
        pytest.param("cease-fre", "cease-fire", ["Aleppo waits"], id="a phrase"),
        pytest.param("market genoaa", "market genoa", ["Genoa opens"], id="one word of two"),
        pytest.param("lindkvist aleppo", "lindqvist aleppo", ["Aleppo waits"], id="a name among words"),
        pytest.param("genoa market", None, ["Genoa opens"], id="nothing to mend"),
        pytest.param("genoa zzzzzz", None, ["Genoa opens"], id="a word that is like none"),
        pytest.param("zzzzzz", None, [], id="nothing like it"),
        pytest.param("2016", None, [], id="a number is meant as it stands"),
        pytest.param("zan", None, [], id="too short"),
    ],
)
async def test_search_finds_what_was_meant(
    store: Store, typed: str, meant: str | None, found: list[str]
) -> None:
    await filed(store)
    answer = await store.stories.search(typed, 5, now=NOON)
    told = sorted(one.article.analysis.article.headline.of(one.article.text) for one in answer.articles)
    assert (answer.meant, told) == (meant, found)


async def test_less_near_words_are_offered(store: Store) -> None:
    await filed(store)
    answer = await store.stories.search("allepo", 5, now=NOON)
    assert (answer.articles, answer.meant, answer.possible) == ((), None, ("aleppo",))


@pytest.mark.parametrize("state", [state for state in ArticleState if state is not ArticleState.LIVE])
async def test_words_of_what_readers_may_not_have_are_never_meant(store: Store, state: ArticleState) -> None:
    secret = an_analysis(
        headline="Zanzibar votes", terms=["zanzibar"], actors=["Zanzibaro"], sentences=["Zanzibar."]
    )
    article = await a_stored_article(store, secret)
    await store.articles.set_state(article.id, state, NOON)
    for typed in ("zanzbar", "zanzibra", "xanzibar", "zanbzr"):
        answer = await store.stories.search(typed, 5, now=NOON)
        assert (answer.articles, answer.meant, answer.possible) == ((), None, ())


async def test_search_says_what_it_was_taken_for(reading_bot: ReadingBot) -> None:
    await filed(reading_bot.store)
    (answer,) = await reading_bot.ask("/search zanzbar")
    assert answer.text.startswith("Nothing found for “zanzbar”.\nFound for “zanzibar”\n\nZanzibar votes\n")


async def test_search_offers_what_may_have_been_meant(reading_bot: ReadingBot) -> None:
    await filed(reading_bot.store)
    (answer,) = await reading_bot.ask("/search allepo")
    assert shown(answer) == ("Nothing found for “allepo”. Did you mean one of these?", (("aleppo",),))
    (found,) = await reading_bot.press(answer, "aleppo")
    assert found.text.startswith("Found for “aleppo”\n\nAleppo waits\n")


async def test_quotes_say_what_they_were_taken_for(reading_bot: ReadingBot) -> None:
    await filed(reading_bot.store)
    (answer,) = await reading_bot.ask("/quotes zanzbar")
    assert answer.text.startswith(
        "Quotations with “zanzibar”\nNobody is quoted with “zanzbar”.\n\n"
        "Otto Lindqvist came.\n“I saw it in Zanz"
    )


async def test_a_name_that_is_typed_nearly_right_stands_before_words(reading_bot: ReadingBot) -> None:
    await filed(reading_bot.store)
    (answer,) = await reading_bot.ask("/quotes lindkvist")
    assert answer.text.startswith("Nobody is called “lindkvist”. ")
