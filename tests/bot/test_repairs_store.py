"""What editors repaired is kept apart from the reading and shown wherever the article is; on both engines."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.domain.articles import ArticleState, StoredArticle
from bot.domain.editing import Signed
from bot.domain.pull_quotes import pull_quote
from bot.domain.repairing import change_of_quote, repaired
from bot.domain.repairs import Change, RepairKind, Undone
from bot.store import Store
from summaries.models import Analysis
from tests.bot.bridge import FIRST, READING, SECOND, SENTENCES
from tests.bot.library import NOON, a_stamp, a_stored_article, an_analysis
from tests.bot.test_repairs import an_article, random_change

CHIEF, ADA = 1, 8_000_000_000
LATER = NOON + timedelta(hours=1)
HIDE = Change(kind=RepairKind.HIDE, words="Ada Berg")
STRIKE = Change(kind=RepairKind.STRIKE, words=SENTENCES[0])
NO_PULL = Change(kind=RepairKind.NO_PULL)


def by(to: str | None, *, quote: int = 0, reading: Analysis = READING) -> Change:
    return change_of_quote(reading, reading.quotes[quote], RepairKind.SPEAKER, to)


async def make(store: Store, change: Change, *, article: int = 1) -> int | None:
    return await store.repairs.make(article, change, subject=f"{article}: {change.kind}", by=ADA, now=LATER)


async def undo(store: Store, repair: int, *, by: int = CHIEF) -> Undone | None:
    return await store.repairs.undo(1, repair, note="Was wrong.", subject="1", by=by, now=LATER)


async def made(store: Store, change: Change) -> int:
    number = await make(store, change)
    assert number is not None
    return number


async def changes(store: Store) -> list[Change]:
    bench = await store.repairs.bench(1)
    assert bench is not None
    return [repair.change for repair in bench.repairs]


async def read_again(store: Store, reading: Analysis, *, reader: str = "2") -> StoredArticle:
    filed = await store.articles.file(
        reading, stamp=a_stamp("article.txt", reader=reader), state=ArticleState.LIVE, now=LATER
    )
    return await store.articles.get(filed.article_id)


async def said_by(store: Store, name: str) -> list[str]:
    """What is listed under the name, as a reader asks for it."""
    meant, (found, _) = await store.quotes.asked(name, 9, now=LATER)
    if isinstance(meant, str) or meant.kind != "one":
        return []
    return [one.quote.content[0].of(one.article.text)[1:-2] for one in found]


async def test_a_righted_speaker_is_right_wherever_words_are_told(store: Store) -> None:
    await a_stored_article(store, READING)
    await made(store, by("Otto Wren"))
    assert (await said_by(store, "Otto Wren"), await said_by(store, "Ada Berg")) == (
        [FIRST[:-1], SECOND[:-1]],
        [],
    )
    _, digest = await store.actors.resolve_with_digest("Otto Wren", now=LATER)
    assert digest is not None
    assert len(digest.statements) == 2
    (story,) = await store.stories.newest(1, now=LATER)
    pull = pull_quote(story)
    assert pull is not None
    assert pull.speaker is not None
    assert pull.speaker.name == "Otto Wren"
    (told,) = (await store.weeks.last(now=LATER)).quotations
    assert told.speaker == pull.speaker


async def test_a_hidden_actor_is_in_no_list_until_that_is_undone(store: Store) -> None:
    await a_stored_article(store, READING)
    before = await store.actors.cast(9, now=LATER)
    number = await made(store, HIDE)
    assert [entry.name for entry in await store.actors.of_article(1, 9)] == ["Otto Wren"]
    assert "Ada Berg" not in [member.actor.name for member in (await store.actors.cast(9, now=LATER))[0]]
    assert (await store.actors.resolve("Ada Berg")).kind == "none"
    assert await undo(store, number) == Undone(by=CHIEF, at=LATER)
    assert await names(store) == ["Ada Berg", "Otto Wren"]
    assert [each.actor.name for each in before[0]] == [
        each.actor.name for each in (await store.actors.cast(9, now=LATER))[0]
    ]


async def names(store: Store) -> list[str]:
    return [entry.name for entry in await store.actors.of_article(1, 9)]


async def test_a_struck_sentence_is_found_and_shown_by_the_full_text_alone(store: Store) -> None:
    await a_stored_article(store, READING)
    await made(store, STRIKE)
    (found,) = (await store.stories.search("bridge closed", 5, now=LATER)).articles
    told = "" if found.sentence is None else found.article.text[slice(*found.sentence)]
    assert SENTENCES[0] not in told
    assert SENTENCES[0] in found.article.text
    assert [span.of(found.article.text) for span in found.article.analysis.summary] == list(SENTENCES[1:3])


async def test_repairs_and_undos_are_on_record_with_who_and_when(store: Store) -> None:
    await a_stored_article(store, READING)
    number = await made(store, NO_PULL)
    await undo(store, number)
    record = [(one.user_id, one.at, one.verb, one.subject) for one in await store.editorial.decisions(9)]
    assert record == [(CHIEF, LATER, "undo repair", "1"), (ADA, LATER, "repair", "1: no pull")]


@pytest.mark.parametrize(
    ("told", "left"),
    [
        ("Was wrong.", None),
        ("It is in Homs. Was wrong.", "It is in Homs."),
        ("It is in Homs.", "It is in Homs."),
        (None, None),
    ],
    ids=["alone", "behind another", "another alone", "none"],
)
async def test_with_a_repair_its_note_to_readers_is_undone(
    store: Store, told: str | None, left: str | None
) -> None:
    await a_stored_article(store, READING)
    number = await made(store, NO_PULL)
    if told:
        signed = Signed(verb="correct", subject="1", by=CHIEF)
        await store.corrections.make(1, told, signed=signed, now=LATER)
    await undo(store, number)
    assert (await store.articles.get(1)).correction == left


async def test_of_two_who_repair_or_undo_the_same_one_was_first(store: Store) -> None:
    await a_stored_article(store, READING)
    first, second = await make(store, HIDE), await make(store, HIDE)
    assert (first is not None, second) == (True, None)
    assert await undo(store, first or 0) == Undone(by=CHIEF, at=LATER)
    assert await undo(store, first or 0, by=ADA) == Undone(by=CHIEF, at=LATER, before=True)
    assert len(await store.editorial.decisions(9)) == 2


@pytest.mark.parametrize("repair", [99, 10**17], ids=["none", "beyond any"])
async def test_a_repair_that_is_none_of_the_articles_is_not_undone(store: Store, repair: int) -> None:
    await a_stored_article(store, READING)
    await a_stored_article(store, an_analysis(headline="Another"), path="other.txt")
    number = await made(store, NO_PULL)
    assert await undo(store, repair) is None
    assert await store.repairs.undo(2, number, note="", subject="2", by=CHIEF, now=LATER) is None
    assert await changes(store) == [NO_PULL]


async def test_words_that_are_not_in_the_article_change_nothing(store: Store) -> None:
    await a_stored_article(store, READING)
    assert await make(store, Change(kind=RepairKind.STRIKE, words="The bridge stood open.")) is None
    assert await make(store, STRIKE, article=99) is None
    assert await store.editorial.decisions(9) == ()


async def test_repairs_outlive_a_reading_by_newer_rules(store: Store) -> None:
    before = await a_stored_article(store, READING)
    for change in (by("Otto Wren"), HIDE, STRIKE, NO_PULL):
        await made(store, change)
    repaired = (await store.articles.get(1)).analysis
    order = (1, 2, 0)
    moved = {place: number for number, place in enumerate(order)}
    newer = replace(
        READING,
        actors=tuple(READING.actors[place] for place in order),
        quotes=tuple(replace(one, actor=moved[one.actor or 0]) for one in READING.quotes),
        actions=(),
    )
    after = await read_again(store, newer)
    assert after.revision_id == before.revision_id
    assert [actor.name for actor in after.analysis.actors] == ["Otto Wren", "Arden"]
    assert after.analysis.summary == repaired.summary
    assert await said_by(store, "Otto Wren") == [FIRST[:-1], SECOND[:-1]]
    assert await store.repairs.lapsed(9) == ()


async def test_a_repair_whose_words_are_gone_is_told_once_and_applies_when_they_are_back(
    store: Store,
) -> None:
    await a_stored_article(store, READING)
    number = await made(store, STRIKE)
    await made(store, NO_PULL)
    other = an_analysis(headline="Bridge closed", sentences=("The bridge opened again.", *SENTENCES[1:]))
    await store.articles.file(
        other, stamp=a_stamp("article.txt", modified_ns=2), state=ArticleState.LIVE, now=LATER
    )
    assert [(one.id, one.change) for one in await store.repairs.lapsed(9)] == [(number, STRIKE)]
    await store.repairs.told([number])
    assert await store.repairs.lapsed(9) == ()
    bench = await store.repairs.bench(1)
    assert bench is not None
    assert [one.lapsed for one in bench.repairs] == [True, False]
    again = await store.articles.file(
        READING, stamp=a_stamp("article.txt", modified_ns=3), state=ArticleState.LIVE, now=LATER
    )
    assert SENTENCES[0] not in shown(await store.articles.get(again.article_id))
    bench = await store.repairs.bench(1)
    assert bench is not None
    assert [one.lapsed for one in bench.repairs] == [False, False]


def shown(article: StoredArticle) -> list[str]:
    return [span.of(article.text) for span in article.analysis.summary]


async def test_a_text_that_waits_is_repaired_before_it_is_shown(store: Store) -> None:
    await a_stored_article(store, an_analysis(headline="Bridge", sentences=("It rained all day.",)))
    await store.articles.file(
        READING, stamp=a_stamp("article.txt", modified_ns=2), state=ArticleState.REVIEW, now=LATER
    )
    await made(store, STRIKE)
    waiting = await store.articles.get(1, pending=True)
    assert (SENTENCES[0] in shown(waiting), shown(await store.articles.get(1))) == (
        False,
        ["It rained all day."],
    )
    await store.decisions.approve(1, signed=Signed(verb="publish new text", subject="1", by=CHIEF), now=LATER)
    assert shown(await store.articles.get(1)) == list(SENTENCES[1:3])
    assert await store.repairs.lapsed(9) == ()


async def test_repairs_go_with_their_article(store: Store) -> None:
    await a_stored_article(store, READING)
    await made(store, STRIKE)
    await a_stored_article(store, an_analysis(headline="Newer"), path="newer.txt", now=LATER)
    assert await store.articles.remove_older(LATER) == 1
    assert await store.repairs.bench(1) is None


async def looked_through(store: Store) -> list[object]:
    """All that readers look through, by names: who is in the articles, who is called what, who said what."""
    asked = (
        "SELECT actors.name, place, appearances.weight, aliases, clues FROM appearances"
        " JOIN actors ON actors.id = actor_id ORDER BY article_id, place",
        "SELECT place, name, quotes.kind, words FROM quotes LEFT JOIN actors ON actors.id = actor_id"
        " ORDER BY article_id, place",
        "SELECT names.key, form, whole, alone, actors.name FROM names JOIN actors ON actors.id = actor_id"
        " ORDER BY names.key, actors.name",
        "SELECT name, articles, ROUND(CAST(weight AS NUMERIC), 4) FROM actors WHERE articles > 0"
        " ORDER BY name",
    )
    return [
        await store.database.read(lambda connection, query=query: connection.execute(text(query)).all())
        for query in asked
    ]


@pytest.mark.parametrize("seed", range(4))
async def test_any_sequence_of_repairs_and_undos_ends_where_those_that_are_left_do(
    store: Store, seed: int
) -> None:
    """What is shown and looked through is as if the others had never been made, and in the end as read."""
    chance, reading = random.Random(seed), an_article(seed)
    await a_stored_article(store, an_article(seed + 1), path="other.txt")  # has the same people
    article = (await a_stored_article(store, reading)).id
    as_read, left = await looked_through(store), dict[int, Change]()
    for _ in range(12):
        if left and chance.random() < 0.3:
            number = chance.choice(list(left))
            assert await store.repairs.undo(article, number, note="", subject="", by=ADA, now=LATER)
            del left[number]
        elif (
            number := await make(store, change := random_change(reading, chance), article=article) or 0
        ) > 0:
            left[number] = change
    shown = await store.articles.get(article)
    there = repaired(reading, tuple(left.values()))
    assert (shown.analysis, shown.pull) == (there.analysis, there.pull)
    through = await looked_through(store)
    for number in left:
        await store.repairs.undo(article, number, note="", subject="", by=ADA, now=LATER)
    assert await looked_through(store) == as_read
    for change in left.values():
        await make(store, change, article=article)
    assert await looked_through(store) == through
