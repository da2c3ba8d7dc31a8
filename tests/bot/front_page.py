"""Two articles that share an actor: what tests of the chat read from."""

from datetime import date, timedelta

from bot.domain.articles import StoredArticle
from bot.store import Store
from tests.bot.library import NOON, a_stored_article, an_actor, an_analysis, did, said

TALKS = an_analysis(
    headline="Talks <open> & stall",
    outlet="The Post",
    place="GENEVA",
    event_date=date(2016, 12, 16),
    sentences=("Sergey Lavrov, the foreign minister, came late.", "Nobody else came.", "The siege went on."),
    actors=(an_actor("Sergey Lavrov", aliases=("Lavrov",), description="the foreign minister"),),
    quotes=(
        said("Sergey Lavrov", "We shall see what the siege brings us in the coming days."),
        said("Bashar Assad", "the talks were over", kind="indirect"),
    ),
    path="talks.txt",
)
DEAL = an_analysis(
    headline="Aleppo deal unravels",
    outlet="The News",
    place="BEIRUT",
    event_date=date(2016, 12, 14),
    sentences=("Bashar Assad, president of Syria, spoke.", "Buses waited at dawn.", "Shelling resumed."),
    actors=(
        an_actor("Bashar Assad", aliases=("Assad",), description="president of Syria"),
        an_actor("Russia", kind="state"),
    ),
    quotes=(
        said("Bashar Assad", "Hostilities end only in the areas where they surrender."),
        said(None, "They stopped us at the checkpoint."),
        said("Bashar Assad", "People say that it was like this before.", from_context=True),
        said("Russia", "complicated", kind="mixed"),
        said("Russia", "the deal was back on", kind="indirect"),
    ),
    actions=(did("Russia", "warned", "Bashar Assad"), did("Bashar Assad", "thanked", "Russia")),
    path="deal.txt",
)


async def a_front_page(store: Store) -> tuple[StoredArticle, StoredArticle]:
    """Files both; the deal is older."""
    deal = await a_stored_article(store, DEAL, path="deal.txt", now=NOON - timedelta(hours=2))
    talks = await a_stored_article(store, TALKS, path="talks.txt", now=NOON - timedelta(hours=1))
    return deal, talks
