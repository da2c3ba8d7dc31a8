"""Articles go in as analyses and come out whole, each once, the newest first."""

from datetime import date

from bot.domain.articles import ArticleState, Filed
from bot.store import Store
from tests.bot.library import NOON, a_stamp, a_stored_article, an_actor, an_analysis, did, said


async def test_article_comes_out_as_it_was_filed(store: Store) -> None:
    analysis = an_analysis(
        quotes=(said("Bashar Assad", "The siege is over."),),
        actors=(an_actor("Syria", kind="state", aliases=("Damascus",)),),
        actions=(did("Syria", "bombed", "the rebels"),),
    )
    stored = await a_stored_article(store, analysis)
    assert stored.analysis == analysis
    assert (stored.state, stored.filed_at, stored.changed_at) == (ArticleState.LIVE, NOON, NOON)


async def test_same_body_is_same_article_whatever_the_file(store: Store) -> None:
    first = await a_stored_article(store, path="a.txt")
    again = await store.articles.file(
        an_analysis(), stamp=a_stamp("b.txt"), state=ArticleState.LIVE, now=NOON
    )
    assert again == Filed(article_id=first.id, outcome="same")


async def test_newest_stories_stand_newest_first(store: Store) -> None:
    days = [date(2016, 12, 14), date(2016, 12, 16), date(2016, 12, 15)]
    for day in days:
        analysis = an_analysis(sentences=[f"It was {day}."], event_date=day)
        await a_stored_article(store, analysis, path=f"{day}.txt")
    told = await store.stories.newest(2, now=NOON)
    assert [story.lead.analysis.article.event_date for story in told] == [days[1], days[2]]
