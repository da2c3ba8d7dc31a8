"""Words find articles and quotations, alike on both databases, and nothing typed is ever a fault."""

from datetime import date

import pytest
from sqlalchemy import Connection, text

from bot.domain.articles import ArticleState
from bot.store import Store
from bot.store.articles.search import newest_matches, words_asked
from tests.bot.library import NOON, a_stored_article, an_analysis, said

SENTENCES = {
    "evacuation.txt": ("The evacuations began at dawn.", "Buses left the city."),
    "cease-fire.txt": ("A cease-fire held.", "It was agreed in Genève."),
    "fire.txt": ("Fire broke out, then a cease in work.", "Nobody was hurt in Aleppo."),
    "talks.txt": ("Talks failed.", "The envoys spoke of Aleppo.", "The siege of Aleppo, they said, went on."),
}


@pytest.fixture
async def library(store: Store) -> Store:
    for path, sentences in SENTENCES.items():
        analysis = an_analysis(headline=f"On {path.partition('.')[0]}", sentences=sentences)
        await a_stored_article(store, analysis, path=path)
    return store


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("evacuated", ["evacuation.txt"], id="by its stem"),
        pytest.param("geneve", ["cease-fire.txt"], id="without its accent"),
        pytest.param("GENÈVE", ["cease-fire.txt"], id="in capitals, with its accent"),
        pytest.param("cease-fire", ["cease-fire.txt"], id="a phrase where a mark joins the words"),
        pytest.param("ceasefire", ["cease-fire.txt"], id="one word that a mark may part"),
        pytest.param("geneve ceasefires", ["cease-fire.txt"], id="the same beside another"),
        pytest.param("siege aleppo", ["talks.txt"], id="all the words"),
        pytest.param(
            "evacuations geneve", ["cease-fire.txt", "evacuation.txt"], id="any where none holds all"
        ),
        pytest.param("zzz", [], id="nothing"),
        pytest.param("on", list(SENTENCES), id="a word in every article"),
    ],
)
async def test_search_finds(library: Store, typed: str, found: list[str]) -> None:
    articles = (await library.stories.search(typed, 10, now=NOON)).articles
    assert sorted(
        each.article.analysis.article.headline.of(each.article.text)[3:] + ".txt" for each in articles
    ) == sorted(found)


@pytest.mark.parametrize("typed", ["ceasefire", "cease-fire", "cease fire", "Ceasefire talks"])
async def test_words_are_found_however_they_are_joined(store: Store, typed: str) -> None:
    for number, written in enumerate(("ceasefire", "cease-fire", "cease fire")):
        sentences = (f"The {written} held.", "Talks went on.")
        quotes = (said("Ines Marlow", f"No {written} is for ever, and talks are."),)
        an = an_analysis(headline=f"Day {number}", sentences=sentences, quotes=quotes)
        await a_stored_article(store, an, path=f"{number}.txt")
    found = (await store.stories.search(typed, 10, now=NOON)).articles
    assert len(found) == 3
    assert all(one.sentence is not None for one in found)
    assert (await store.quotes.with_words(typed, 10, now=NOON))[1] == 3


@pytest.mark.parametrize(("typed", "text"), [("therapist", "the rapist"), ("notable", "not able")])
async def test_small_words_are_no_part_of_one(store: Store, typed: str, text: str) -> None:
    await a_stored_article(store, an_analysis(sentences=(f"They were {text} there.", "Nobody came.")))
    assert not (await store.stories.search(typed, 10, now=NOON)).articles


@pytest.mark.parametrize("any_of", [False, True])
async def test_many_long_words_are_looked_for(store: Store, any_of: bool) -> None:
    words = " ".join(f"{letter}ongwordsthatmaybetwo" for letter in "abcdefghijkl")
    assert (await store.stories.search(words, 10, now=NOON)).articles == ()
    assert len(words_asked(words).fts5(any_of=any_of)) < 20_000


HOSTILE = (
    "",
    "   ",
    '"',
    '""" OR (',
    "NEAR(zz yy)",
    "headline:zz",
    "zz* AND -yy",
    "'; DROP TABLE xx; --",
    "<->",
)
ODD = ("\u202ezzz", "🙂", "z" * 4000, "\x00", "zz\x00", "_", "%", "\\", "\ud800", "& | !")


@pytest.mark.parametrize("typed", [*HOSTILE, *ODD], ids=repr)
async def test_nothing_typed_is_syntax(library: Store, typed: str) -> None:
    assert (await library.stories.search(typed, 5, now=NOON)).articles == ()
    assert await library.stories.matching(typed, 5, now=NOON) == ()
    assert await library.quotes.with_words(typed, 5, now=NOON) == ((), 0)


async def test_search_shows_the_sentence_with_most_of_the_words(library: Store) -> None:
    (found,) = (await library.stories.search("siege aleppo", 5, now=NOON)).articles
    assert found.sentence == found.article.analysis.sentences[2]


async def test_search_shows_no_sentence_where_the_headline_alone_matched(store: Store) -> None:
    await a_stored_article(store, an_analysis(headline="A siege", sentences=["Rain in Paris."]))
    (found,) = (await store.stories.search("siege", 5, now=NOON)).articles
    assert found.sentence is None


async def test_headline_outranks_text(store: Store) -> None:
    for path, headline, sentence in (("a", "Rain in Paris", "A siege."), ("b", "A siege", "Rain in Paris.")):
        await a_stored_article(store, an_analysis(headline=headline, sentences=[sentence]), path=path)
    found = (await store.stories.search("siege", 5, now=NOON)).articles
    assert [each.article.id for each in found] == [2, 1]


async def test_search_finds_newest_revision_alone(store: Store) -> None:
    await a_stored_article(store, an_analysis(sentences=["The bridge fell."]), path="a.txt")
    await a_stored_article(store, an_analysis(sentences=["The tower stood."]), path="a.txt")
    assert (await store.stories.search("bridge", 5, now=NOON)).articles == ()
    assert len((await store.stories.search("tower", 5, now=NOON)).articles) == 1


@pytest.mark.parametrize("state", [state for state in ArticleState if state != ArticleState.LIVE])
async def test_search_finds_live_articles_alone(store: Store, state: ArticleState) -> None:
    analysis = an_analysis(quotes=[said("Bashar Assad", "The siege is over.")])
    await a_stored_article(store, analysis, state=state)
    assert (await store.stories.search("siege", 5, now=NOON)).articles == ()
    assert await store.stories.matching("siege", 5, now=NOON) == ()
    assert await store.quotes.with_words("siege", 5, now=NOON) == ((), 0)
    assert await store.quotes.latest(5, now=NOON) == ((), 0)
    assert await store.stories.newest(5, now=NOON) == ()
    assert await store.actors.ranking(5) == ((), 0)


async def test_stories_match_by_words_and_by_actor_newest_first(store: Store) -> None:
    older = an_analysis(sentences=["Shelling in Syria."], event_date=date(2016, 1, 1))
    newer = an_analysis(quotes=[said("Syria", "We agree.")], event_date=date(2016, 2, 1))
    other = an_analysis(sentences=["Rain in Paris."])
    for path, analysis in {"older.txt": older, "newer.txt": newer, "other.txt": other}.items():
        await a_stored_article(store, analysis, path=path)
    told = await store.stories.matching("syria", 5, now=NOON)
    assert [story.lead.analysis for story in told] == [newer, older]


async def test_quotes_with_words_are_counted_and_paged(store: Store) -> None:
    sayings = [said("Bashar Assad", f"The siege is over, number {number}.") for number in range(5)]
    article = await a_stored_article(store, an_analysis(quotes=sayings))
    page, total = await store.quotes.with_words("siege", 2, 2, now=NOON)
    assert ([each.quote for each in page], total) == (list(article.analysis.quotes[2:4]), 5)


# Ids, from beyond all eras to the newest and smallest.
FAR_APART = (1, 300_000, 8_700_000, 8_995_000, 9_000_000)


@pytest.mark.parametrize("window", range(1, 6))
async def test_newest_matches_are_found_however_far_apart_they_were_filed(store: Store, window: int) -> None:
    for number in FAR_APART:
        analysis = an_analysis(sentences=["A siege."], quotes=[said("Ada Berg", f"The siege, day {number}.")])
        await a_stored_article(store, analysis, path=f"{number}.txt")
    await a_stored_article(store, an_analysis(sentences=["Rain in Paris."]), path="newest.txt")

    def apart(connection: Connection) -> None:
        for id_, number in reversed(list(enumerate(FAR_APART, 1))):
            connection.execute(text(f"UPDATE articles SET revision_id = {number} WHERE id = {id_}"))
            for table in ("revisions", "quotes"):
                connection.execute(text(f"UPDATE {table} SET id = {number} WHERE article_id = {id_}"))
        for table in ("revisions", "quotes") if store.database.is_sqlite else ():
            connection.execute(text(f"INSERT INTO {table}_words ({table}_words) VALUES ('rebuild')"))

    def newest(connection: Connection) -> set[int]:
        return set(newest_matches(connection, words_asked("siege"), 5, now=NOON, window=window))

    await store.database.write(apart)
    assert await store.database.read(newest) == set(range(6 - window, 6))
    assert len((await store.stories.search("siege", window, now=NOON)).articles) == window
    said_then, total = await store.quotes.with_words("siege", window, now=NOON)
    assert total == 5
    assert [quote.article.id for quote in said_then] == list(range(5, 5 - window, -1))


def test_words_are_cut_as_the_index_cuts_texts() -> None:
    assert words_asked("The cease-fire's “end”").phrases == (("the",), ("cease", "fire", "s"), ("end",))
