"""The cast: who is in the news with who they are, of which kind, and who of several is clearly meant."""

from datetime import datetime, timedelta

import pytest

from bot.domain.actors import ActorEntry, Resolution, favoured
from bot.domain.articles import ArticleState
from bot.store import Store
from summaries.models import ActorKind, Genre
from tests.bot.library import NOON, Person, a_stored_article, an_actor, an_analysis, embargo, said
from tests.bot.running import ReadingBot
from tests.telegram import shown


async def told(
    store: Store, *, kind: ActorKind | None = None, now: datetime = NOON
) -> list[tuple[str, str | None]]:
    """Names, and who they are, of a first page."""
    members, total = await store.actors.cast(8, kind=kind, now=now)
    assert total == len(members)
    lines = [(member.actor.name, member.description) for member in members]
    return [(name, line and line.article.text[line.start : line.end]) for name, line in lines]


async def file(store: Store, name: str, *cast: Person | str, genre: Genre | None = None) -> int:
    """An article of that name, a minute after the one before it, in which these are told of."""
    told = [one.description for one in cast if isinstance(one, Person) and one.description]
    analysis = an_analysis(
        headline=name, sentences=[f"{name}.", *(f"It is {one}." for one in told)], actors=cast, genre=genre
    )
    filed = NOON - timedelta(days=1) + timedelta(minutes=await store.articles.count())
    return (await a_stored_article(store, analysis, path=f"{name}.txt", now=filed)).id


def mayor(description: str) -> Person:
    return an_actor("Ada Berg", description=description)


async def test_who_somebody_is_stands_in_the_newest_report_that_tells(store: Store) -> None:
    await file(store, "One", mayor("the deputy"))
    await file(store, "Two", mayor("Elm mayor"))
    await file(store, "Three", mayor("the tyrant of the hill"), genre="opinion")
    await file(store, "Four", "Ada Berg")
    assert await told(store) == [("Ada Berg", "Elm mayor")]


async def test_a_column_alone_tells_nobody_who_somebody_is(store: Store) -> None:
    await file(store, "One", mayor("the tyrant of the hill"), genre="opinion")
    assert await told(store) == [("Ada Berg", None)]


async def test_an_office_is_a_fact_in_a_column_too(store: Store) -> None:
    await file(store, "One", mayor("Elm Police Commissioner"), genre="opinion")
    assert await told(store) == [("Ada Berg", "Elm Police Commissioner")]


async def test_a_live_page_is_a_reporters(store: Store) -> None:
    await file(store, "One", mayor("a nurse on the island"), genre="live")
    assert await told(store) == [("Ada Berg", "a nurse on the island")]


async def test_words_that_readers_may_not_have_describe_nobody(store: Store) -> None:
    await file(store, "One", mayor("Elm mayor"))
    held = await file(store, "Two", mayor("the accused"))
    await store.articles.set_state(held, ArticleState.HELD, NOON)
    later = await file(store, "Three", mayor("the convict"))
    await embargo(store, later, NOON + timedelta(hours=1), now=NOON)
    assert await told(store) == [("Ada Berg", "Elm mayor")]
    await store.articles.release(since=NOON, now=NOON + timedelta(hours=2))
    assert await told(store, now=NOON + timedelta(hours=2)) == [("Ada Berg", "the convict")]


async def test_an_actor_is_described_by_a_name_that_was_joined_to_it(store: Store) -> None:
    await file(store, "One", "Ada Berg", "Ada Berg")
    await file(store, "Two", an_actor("Mayor Bergson", description="Elm mayor"))
    (berg, bergson), _ = await store.actors.ranking(2)
    assert await store.joins.join(bergson.id, berg.id, by=7, now=NOON)
    assert await told(store) == [("Ada Berg", "Elm mayor")]


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        pytest.param(None, ["Ada Berg", "Syria", "The Post", "farmers"], id="all"),
        pytest.param("person", ["Ada Berg"], id="people"),
        pytest.param("state", ["Syria"], id="states"),
        pytest.param("organization", ["The Post"], id="organisations"),
        pytest.param("group", ["farmers"], id="groups"),
    ],
)
async def test_one_kind_alone_is_listed(store: Store, kind: ActorKind | None, names: list[str]) -> None:
    await file(
        store,
        "One",
        "Ada Berg",
        an_actor("Syria", kind="state"),
        an_actor("The Post", kind="organization"),
        an_actor("farmers", kind="group"),
    )
    assert [name for name, _ in await told(store, kind=kind)] == names


async def test_no_more_than_eighty_are_listed(store: Store) -> None:
    await file(store, "One", *(f"Ada {chr(65 + n // 26)}{chr(97 + n % 26)}berg" for n in range(100)))
    members, total = await store.actors.cast(8, 72, now=NOON)
    assert (len(members), total) == (8, 80)
    assert await store.actors.cast(8, 80, now=NOON) == ((), 80)


def entries(*articles: int) -> tuple[ActorEntry, ...]:
    return tuple(
        ActorEntry(id=id_, name=str(id_), kind="person", articles=count) for id_, count in enumerate(articles)
    )


@pytest.mark.parametrize(
    ("articles", "meant", "beside"),
    [
        pytest.param((9, 3, 1), [0], [1, 2], id="three times as many as the next"),
        pytest.param((1, 9, 2), [1], [0, 2], id="the nearest in spelling is not the heaviest"),
        pytest.param((8, 3), [0, 1], [], id="not quite"),
        pytest.param((1, 1), [0, 1], [], id="alike"),
        pytest.param((2,), [0], [], id="one"),
    ],
)
def test_the_clear_favourite_is_meant(articles: tuple[int, ...], meant: list[int], beside: list[int]) -> None:
    kind = "several" if len(articles) > 1 else "one"
    found = favoured(Resolution(kind=kind, entries=entries(*articles)))
    assert found.kind == ("one" if len(meant) == 1 else "several")
    assert ([one.id for one in found.entries], [one.id for one in found.others]) == (meant, beside)


async def two_bergs(store: Store) -> None:
    """Ada is in three articles, Otto in one; both speak."""
    for number in range(3):
        await file(store, f"Day {number}", an_actor("Ada Berg", description="Elm mayor"))
    quoted = an_analysis(headline="Otto", quotes=[said("Otto Berg", "I am the other one of those two men.")])
    await a_stored_article(store, quoted, path="otto.txt")


async def test_a_clear_favourite_opens_at_once_and_names_the_others(reading_bot: ReadingBot) -> None:
    await two_bergs(reading_bot.store)
    (digest,) = await reading_bot.ask("/who berg")
    assert digest.text.startswith("Ada Berg, Elm mayor")
    assert shown(digest)[1][0] == ("also: Otto Berg",)
    (other,) = await reading_bot.press(digest, "also: Otto Berg")
    assert other.text.startswith("Otto Berg\nperson · in one article")


async def test_of_two_so_named_the_one_who_speaks_is_quoted(reading_bot: ReadingBot) -> None:
    await two_bergs(reading_bot.store)
    (quotes,) = await reading_bot.ask("/quotes berg")
    assert quotes.text.startswith("Quotations of Otto Berg\n“I am the other one of those two men,”")


async def test_a_filter_edits_the_list_in_place_and_is_marked(reading_bot: ReadingBot) -> None:
    await file(reading_bot.store, "One", *(f"Ada {letter}berg" for letter in "ABCDEFGHI"), mayor("Elm mayor"))
    await file(reading_bot.store, "Two", an_actor("Syria", kind="state"))
    (who,) = await reading_bot.ask("/who")
    assert await reading_bot.press(who, "States") == ()
    text, buttons = shown(reading_bot.now(who))
    assert text.startswith("Who is in the news\n1. Syria · one article\n\n")
    assert buttons == (("1",), ("All", "People", "✓ States"), ("Organisations", "Groups"))
    await reading_bot.press(who, "People")
    await reading_bot.press(who, "More ›")
    text, buttons = shown(reading_bot.now(who))
    assert text.startswith(
        "Who is in the news · page 2 of 2\n9. Ada Iberg · one article\n10. Ada Berg, Elm m"
    )
    assert buttons == (("9", "10"), ("All", "✓ People", "States"), ("Organisations", "Groups"), ("‹ Back",))
    await reading_bot.press(who, "Groups")
    assert shown(reading_bot.now(who))[0] == "Who is in the news\n\nThere are none of these in the news."
    await reading_bot.press(who, "All")
    assert shown(reading_bot.now(who))[1][2:] == (
        ("✓ All", "People", "States"),
        ("Organisations", "Groups"),
        ("More ›",),
    )


async def test_a_button_of_a_list_sent_before_goes_on_working(reading_bot: ReadingBot) -> None:
    await file(reading_bot.store, "One", mayor("Elm mayor"))
    (start,) = await reading_bot.ask("/help")
    await reading_bot.press_action(start, "k:3")
    assert reading_bot.now(start).text.startswith("Who is in the news\n1. Ada Berg, Elm mayor · one article")


async def test_in_a_group_filters_lead_into_the_private_chat(reading_bot: ReadingBot) -> None:
    await file(reading_bot.store, "One", an_actor("Syria", kind="state"))
    telegram = reading_bot.telegram
    group = telegram.add_group(members=[telegram.reader])
    (who,) = await reading_bot.ask("/who", chat=group)
    urls = [button.url for row in who.buttons for button in row]
    assert [url.rpartition("=")[2] for url in urls if url] == ["a-1", "k-0", "kp-0", "ks-0", "ko-0", "kg-0"]
    (states,) = await reading_bot.ask("/start ks-0")
    assert states.text.startswith("Who is in the news\n1. Syria · one article")
