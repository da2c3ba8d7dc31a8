"""Actors over articles: one is one, two stay two, names typed wrong are understood, joins are undone."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from bot.domain import excerpts
from bot.domain.actors import ActorEntry
from bot.domain.articles import ArticleState
from bot.domain.errors import NotFoundError
from bot.store import Store
from tests.bot.library import NOON, Person, a_stored_article, an_actor, an_analysis, did, said

OTHERS = ("Recep Tayyip Erdogan", "Vladimir Putin", "Sergey Lavrov")
EDITOR = 7
ASSAD = an_actor("Bashar Assad", aliases=["Assad"])


async def file_cast(store: Store, *casts: Sequence[Person | str]) -> None:
    """An article for each cast, which appears in it in that order."""
    for number, cast in enumerate(casts):
        analysis = an_analysis(sentences=[f"Article {number}."], actors=cast)
        await a_stored_article(store, analysis, path=f"{number}.txt")


async def names(store: Store) -> list[tuple[str, int]]:
    entries, total = await store.actors.ranking(20)
    assert total == len(entries)
    return [(entry.name, entry.articles) for entry in entries]


@pytest.mark.parametrize(
    ("casts", "found"),
    [
        pytest.param([[ASSAD], [ASSAD]], [("Bashar Assad", 2)], id="one name is one actor"),
        pytest.param([["Bashar Assad"], ["Bashar al-Assad"]], [("Bashar Assad", 2)], id="with its article"),
        pytest.param([[ASSAD], ["Assad"]], [("Bashar Assad", 2)], id="a surname that one bears"),
        pytest.param(
            [[ASSAD], [an_actor("Asma Assad", aliases=["Assad"])], ["Assad"]],
            [("Bashar Assad", 1), ("Asma Assad", 1), ("Assad", 1)],
            id="a surname that two bear",
        ),
        pytest.param(
            [[ASSAD, "Assad"]], [("Bashar Assad", 1), ("Assad", 1)], id="two in one article stay two"
        ),
        pytest.param(
            [["Georgia"], [an_actor("Georgia", kind="state")]],
            [("Georgia", 1), ("Georgia", 1)],
            id="another kind is another actor",
        ),
        pytest.param([["Syria", "Syria"]], [("Syria", 1)], id="twice in one article"),
    ],
)
async def test_actors_are_joined_across_articles(
    store: Store, casts: list[list[Person | str]], found: list[tuple[str, int]]
) -> None:
    await file_cast(store, *casts)
    assert await names(store) == found


async def test_ranking_is_by_weight_in_pages(store: Store) -> None:
    await file_cast(
        store, ["Bashar Assad", "Rami Abdurrahman"], ["Vladimir Putin", "Rami Abdurrahman"], ["Bashar Assad"]
    )
    page, total = await store.actors.ranking(2, 1)
    assert ([entry.name for entry in page], total) == (["Rami Abdurrahman", "Vladimir Putin"], 3)


@pytest.mark.parametrize(
    ("typed", "kind", "found", "exact"),
    [
        pytest.param("Bashar Assad", "one", ["Bashar Assad"], True, id="the name"),
        pytest.param("president BASHAR AL-ASSAD", "one", ["Bashar Assad"], True, id="title, case, article"),
        pytest.param("damascus", "one", ["Syria"], True, id="an alias"),
        pytest.param("assad", "several", ["Bashar Assad", "Asma Assad"], True, id="a surname of two"),
        pytest.param("erdog", "one", ["Recep Tayyip Erdogan"], True, id="the beginning of a word"),
        pytest.param("Vladmir Putin", "one", ["Vladimir Putin"], False, id="a letter missing"),
        pytest.param("putni", "one", ["Vladimir Putin"], False, id="letters swapped"),
        pytest.param("Lavrof", "one", ["Sergey Lavrov"], False, id="a wrong last letter"),
        pytest.param("Xavrov", "one", ["Sergey Lavrov"], False, id="a wrong first letter"),
        pytest.param("asad", "several", ["Bashar Assad", "Asma Assad"], False, id="a surname of two, wrong"),
        pytest.param("lavrov sergei", "one", ["Sergey Lavrov"], False, id="words the other way round"),
        pytest.param("qqqqqq", "none", [], True, id="nobody"),
        pytest.param("", "none", [], True, id="nothing"),
        pytest.param("the", "none", [], True, id="an article"),
        pytest.param("\u202e🙂<b>" + "z" * 4000, "none", [], True, id="rubbish"),
        pytest.param("zz\x00\ud800%_'\\", "none", [], True, id="what no database takes"),
    ],
)  # fmt: skip
async def test_name_is_resolved(store: Store, typed: str, kind: str, found: list[str], exact: bool) -> None:
    syria = an_actor("Syria", kind="state", aliases=["Damascus"])
    asma = an_actor("Asma Assad", aliases=["Assad"])
    await file_cast(store, [ASSAD], [asma], *([name] for name in OTHERS), [syria])
    resolution = await store.actors.resolve(typed)
    assert (resolution.kind, [entry.name for entry in resolution.entries]) == (kind, found)
    assert resolution.exact == exact


async def test_unknown_name_offers_nearest(store: Store) -> None:
    await file_cast(store, ["Vladimir Putin"], ["Rami Abdurrahman"])
    resolution = await store.actors.resolve("Pudding")
    assert (resolution.kind, [entry.name for entry in resolution.nearest]) == ("none", ["Vladimir Putin"])


async def test_name_of_nobody_in_live_articles_means_nobody(store: Store) -> None:
    article = await a_stored_article(store, an_analysis(actors=[ASSAD]))
    await store.articles.set_state(article.id, ArticleState.KILLED, NOON)
    assert (await store.actors.resolve("Assad")).kind == "none"
    assert (await store.actors.resolve("Asad")).kind == "none"
    await store.articles.set_state(article.id, ArticleState.LIVE, NOON)
    assert (await store.actors.resolve("Assad")).kind == "one"


async def test_join_is_respected_everywhere_and_can_be_undone(store: Store) -> None:
    one = an_analysis(quotes=[said("Bashar Assad", "We agree.")], sentences=["One."])
    other = an_analysis(quotes=[said("Bashar Hafez", "We do not.")], sentences=["Two."])
    await a_stored_article(store, one, path="1.txt")
    await a_stored_article(store, other, path="2.txt")
    (assad, hafez), _ = await store.actors.ranking(2)

    assert await store.joins.join(hafez.id, assad.id, by=EDITOR, now=NOON)
    joined = ActorEntry(id=assad.id, name="Bashar Assad", kind="person", articles=2)
    assert await store.actors.ranking(5) == ((joined,), 1)
    assert await store.actors.find(hafez.id) == joined
    assert (await store.actors.resolve("Hafez")).entries == (joined,)
    assert (await store.actors.resolve("Hafes")).entries == (joined,)
    assert len((await store.quotes.of_actor(assad.id, 5, now=NOON))[0]) == 2
    assert len((await store.actors.digest(assad.id, now=NOON)).statements) == 2
    await a_stored_article(store, an_analysis(actors=["Bashar Hafez"], sentences=["Three."]), path="3.txt")
    assert (await store.actors.find(assad.id)).articles == 3

    assert await store.joins.part(hafez.id, by=EDITOR, now=NOON)
    assert await names(store) == [("Bashar Hafez", 2), ("Bashar Assad", 1)]
    assert not await store.joins.part(hafez.id, by=EDITOR, now=NOON)


async def test_actor_cannot_be_joined_with_itself_or_nobody(store: Store) -> None:
    await file_cast(store, [ASSAD])
    assert not await store.joins.join(1, 1, by=EDITOR, now=NOON)
    assert not await store.joins.join(1, 99, by=EDITOR, now=NOON)


async def test_digest_tells_each_thing_once_what_was_said_last_first(store: Store) -> None:
    assad = an_actor("Bashar Assad", description="President")
    analysis = an_analysis(
        sentences=["President Bashar Assad spoke."],
        actors=[assad],
        quotes=[
            said("Bashar Assad", "the siege of the city would end soon", kind="indirect"),
            said("Bashar Assad", "Hostilities end only in the areas where they surrender."),
            said("Rami Abdurrahman", "Bashar Assad wants something in return for the evacuees."),
        ],
        actions=[did("Bashar Assad", "ordered", "Syria"), did("Russia", "pressed", "Bashar Assad")],
    )
    older = await a_stored_article(store, analysis, path="1.txt")
    newer = await a_stored_article(
        store, an_analysis(headline="Again", quotes=[said("Bashar Assad", "It goes on.")], actors=[assad],
        sentences=["President Bashar Assad spoke."], event_date=date(2016, 12, 15)), path="2.txt",
    )  # fmt: skip
    digest = await store.actors.digest(1, now=NOON)
    shown = lambda lines: [line.article.text[line.start : line.end] for line in lines]  # noqa: E731
    assert digest.actor == ActorEntry(id=1, name="Bashar Assad", kind="person", articles=2)
    assert shown(digest.descriptions) == ["President"]
    assert shown(digest.statements) == [
        "“It goes on,”",
        "Bashar Assad said the siege of the city would end soon.",
        "“Hostilities end only in the areas where they surrender,”",
    ]
    assert shown(digest.did) == ["Bashar Assad ordered Syria."]
    assert shown(digest.done_to) == ["Russia pressed Bashar Assad."]
    assert shown(digest.said_about) == ["“Bashar Assad wants something in return for the evacuees,”"]
    assert [entry.name for entry in digest.beside] == ["Rami Abdurrahman", "Russia"]
    assert [line.article_id for line in digest.read_on] == [newer.id, older.id]


async def test_a_fragment_is_among_what_its_speaker_said_and_not_among_the_latest_quotations(
    store: Store,
) -> None:
    said_all = [said("Bashar Assad", "Mostly."), said("Bashar Assad", "It goes on.")]
    analysis = replace(an_analysis(quotes=said_all), fragments=(0,))
    await a_stored_article(store, analysis)
    quotes = analysis.quotes
    latest, _ = await store.quotes.latest(5, now=NOON)
    assert [filed.quote for filed in latest] == [quotes[1]]
    of_actor, _ = await store.quotes.of_actor(1, 5, now=NOON)
    assert [filed.quote for filed in of_actor] == list(quotes)
    digest = await store.actors.digest(1, now=NOON)
    assert [line.quote for line in digest.statements] == list(quotes)


async def test_what_leans_on_the_quotation_beside_it_stands_in_no_list_of_its_speakers(store: Store) -> None:
    said_all = [
        said("Bashar Assad", "It goes on.", from_context=True),
        said("Bashar Assad", "They will see it end."),
    ]
    analysis = replace(an_analysis(quotes=said_all), leaning=(1,))
    await a_stored_article(store, analysis)
    assert excerpts.shown(analysis) == (0, 1)
    of_actor, total = await store.quotes.of_actor(1, 5, now=NOON)
    assert ([filed.quote for filed in of_actor], total) == ([analysis.quotes[0]], 1)
    digest = await store.actors.digest(1, now=NOON)
    assert [line.quote for line in digest.statements] == [analysis.quotes[0]]


async def test_digest_of_nobody_is_an_error(store: Store) -> None:
    with pytest.raises(NotFoundError, match="no actor 7"):
        await store.actors.digest(7, now=NOON)


async def test_revised_article_counts_its_new_actors_alone(store: Store) -> None:
    await a_stored_article(store, an_analysis(sentences=["One."], actors=["Bashar Assad", "Syria"]))
    await a_stored_article(store, an_analysis(sentences=["Two."], actors=["Syria"]))
    assert await names(store) == [("Syria", 1)]
    assert (await store.actors.resolve("Bashar Assad")).kind == "none"
