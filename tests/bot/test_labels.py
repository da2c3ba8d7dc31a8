"""A text that is no report is said to be one wherever it is shown; a day that nobody told is never shown."""

from typing import get_args

import pytest

from bot.render.articles import kind
from bot.store import Store
from summaries.models import Genre
from tests.bot.library import NOON, a_stored_article, an_analysis, said
from tests.bot.running import ReadingBot
from tests.bot.saying import worded

ASKED = (
    "/brief",
    "/latest",
    "/week",
    "/search bridge",
    "/quotes",
    "/quotes berg",
    "/quotes bridge",
    "/who berg",
)
LABELLED = [genre for genre in get_args(Genre) if genre != "news"]


async def file(store: Store, genre: Genre | None) -> None:
    """An article whose day nobody told."""
    analysis = an_analysis(
        headline="The bridge",
        sentences=("The bridge fell.",),
        quotes=(
            said("Ada Berg", "The bridge will be built again before the winter comes."),
            said("Ada Berg", "the old bridge was never safe", kind="indirect"),
        ),
        outlet=None,
        event_date=None,
        genre=genre,
    )
    await a_stored_article(store, analysis, now=NOON)


@pytest.mark.parametrize("asked", ASKED)
@pytest.mark.parametrize("genre", LABELLED)
async def test_a_text_that_is_no_report_is_labelled(
    reading_bot: ReadingBot, asked: str, genre: Genre
) -> None:
    await file(reading_bot.store, genre)
    answers = await reading_bot.ask(asked)
    assert worded(kind(genre)) in "\n".join(answer.text for answer in answers)


@pytest.mark.parametrize("genre", [None, "news"])
@pytest.mark.parametrize("asked", ASKED)
async def test_of_a_report_no_label_and_of_no_day_no_word_is_shown(
    reading_bot: ReadingBot, asked: str, genre: Genre | None
) -> None:
    await file(reading_bot.store, genre)
    told = "\n".join(answer.text for answer in await reading_bot.ask(asked))
    assert "bridge" in told.casefold()
    unsaid = [worded(kind(other)) for other in LABELLED] + [
        "not told",
        "unknown",
        "undated",
        "None",
        "1970",
        " ·\n",
    ]
    assert [word for word in unsaid if word in told] == []
