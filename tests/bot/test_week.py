"""/week: what most told of, who was in the news, what was said; of articles that readers may have."""

from datetime import timedelta

import pytest

from bot.chat.week import QUIET_WEEK
from bot.domain.articles import ArticleState
from bot.domain.week import Week
from bot.store import Store
from summaries.models import Genre
from tests.bot.library import NOON, Person, Saying, a_stored_article, an_actor, an_analysis, embargo, said
from tests.bot.running import ReadingBot
from tests.bot.saying import worded
from tests.telegram import shown

SAID = "The harbour was never as full as it was on this day."


async def file(
    store: Store,
    headline: str,
    *,
    days_ago: float = 1,
    terms: str = "",
    cast: tuple[Person | str, ...] = (),
    quotes: tuple[Saying, ...] = (),
    genre: Genre | None = None,
) -> int:
    """An article of so many days ago; articles of the same terms and day tell one story."""
    filed = NOON - timedelta(days=days_ago)
    analysis = an_analysis(
        headline=headline,
        sentences=[f"{headline}."],
        event_date=filed.date(),
        published=filed.isoformat().replace("+00:00", "Z"),
        terms=terms.split(),
        actors=cast,
        quotes=quotes,
        genre=genre,
    )
    return (await a_stored_article(store, analysis, path=f"{headline}.txt", now=filed)).id


async def week(store: Store) -> Week:
    return await store.weeks.last(now=NOON)


HARBOUR = "harbour strike dockers quay crane union"


async def test_stories_that_more_articles_tell_stand_first(store: Store) -> None:
    await file(store, "Market opens", days_ago=0.5)
    for number in range(3):
        await file(store, f"Harbour strike {number}", terms=HARBOUR, days_ago=2 - number / 10)
    await file(store, "Older", days_ago=7.1, terms="ferry sinks")
    told = await week(store)
    assert [(len(one.story.articles), one.articles) for one in told.stories] == [(3, 3), (1, 1)]
    assert told.stories[0].story.lead.text.startswith("Harbour strike 2")


@pytest.mark.parametrize("state", [s for s in ArticleState if s is not ArticleState.LIVE])
async def test_what_readers_may_not_have_counts_for_nothing(store: Store, state: ArticleState) -> None:
    await file(store, "Harbour strike", terms=HARBOUR, cast=("Ada Berg",))
    secret = await file(
        store,
        "Harbour secret",
        terms=HARBOUR,
        cast=("Otto Berg", "Ada Berg"),
        quotes=(said("Otto Berg", SAID),),
    )
    await store.articles.set_state(secret, state, NOON)
    told = await week(store)
    assert [(one.story.lead.text[:14], one.articles) for one in told.stories] == [("Harbour strike", 1)]
    assert [(one.actor.name, one.actor.articles) for one in told.cast] == [("Ada Berg", 1)]
    assert told.quotations == ()


async def test_an_embargo_counts_from_its_end(store: Store) -> None:
    later = await file(store, "Harbour secret", cast=("Otto Berg",))
    await embargo(store, later, NOON + timedelta(hours=1), now=NOON)
    assert (await week(store)).stories == ()
    await store.articles.release(since=NOON, now=NOON + timedelta(hours=2))
    assert len((await store.weeks.last(now=NOON + timedelta(hours=2))).stories) == 1


async def test_who_was_in_the_news_is_counted_in_the_week_alone(store: Store) -> None:
    officials = an_actor("officials", kind="group")
    mayor = an_actor("Ada Berg")
    await file(store, "Long ago", days_ago=30, cast=(mayor, "Otto Berg"))
    await file(store, "One", cast=(officials, mayor))
    await file(store, "Two", cast=(officials, mayor))
    assert [(one.actor.name, one.actor.articles) for one in (await week(store)).cast] == [("Ada Berg", 2)]


@pytest.mark.parametrize(
    "quote",
    [
        pytest.param(said(None, SAID), id="nobody is named"),
        pytest.param(said("Ada Berg", SAID, from_context=True), id="known from the context"),
        pytest.param(said("Ada Berg", SAID, kind="indirect"), id="as reported"),
    ],
)
async def test_only_words_of_speakers_who_are_sure_are_quoted(store: Store, quote: Saying) -> None:
    await file(store, "One", quotes=(quote,))
    assert (await week(store)).quotations == ()


async def test_each_speaker_is_quoted_once(store: Store) -> None:
    for number, name in enumerate(("Ada Berg", "Ada Berg", "Otto Berg")):
        await file(store, f"Day {number}", days_ago=number + 1, quotes=(said(name, f"{SAID} {number}"),))
    assert [pull.speaker.name for pull in (await week(store)).quotations] == ["Ada Berg", "Otto Berg"]


async def test_week_is_one_message(reading_bot: ReadingBot) -> None:
    mayor = an_actor("Ada Berg", description="Market opens")
    await file(
        reading_bot.store, "Market opens", cast=(mayor,), quotes=(said("Ada Berg", SAID),), genre="interview"
    )
    for number in range(2):
        await file(reading_bot.store, f"Harbour strike {number}", terms=HARBOUR, days_ago=2 - number / 10)
    (answer,) = await reading_bot.ask("/week")
    assert shown(answer) == (
        "The last seven days\n"
        "1. Harbour strike 1\nThe News · 22 April 2024 · 2 articles\n"
        "2. Market opens\nInterview · The News · 23 April 2024 · one article\n"
        "\nWho was in the news\n· Ada Berg · person · one article\n"
        "\nSaid this week\n“The harbour was never as full as it was on this day,”\n"
        "— Ada Berg, Market opens\nInterview · The News · 23 April 2024",
        (("1", "2"), ("Ada Berg",)),
    )
    (story,) = await reading_bot.press(answer, "2")
    assert story.text.startswith("Market opens\n")


async def test_a_week_without_news_says_where_older_news_is(reading_bot: ReadingBot) -> None:
    await file(reading_bot.store, "Long ago", days_ago=8)
    assert [message.text for message in await reading_bot.ask("/week")] == [worded(QUIET_WEEK)]
