"""The article in seeds/, read for real and asked about in the chat."""

import re
from pathlib import Path

import pytest

from bot.domain.articles import StoredArticle
from bot.domain.words import collapse
from summaries import articles
from summaries.analysis import analyze
from summaries.models import Analysis
from tests.bot.library import a_stored_article
from tests.bot.running import ReadingBot

SEED = Path(__file__).parents[2] / "seeds" / "000_490beb8ad4f510ee.txt"


@pytest.fixture(scope="module")
def seed() -> Analysis:
    return analyze(articles.load(SEED, name=SEED.name))


async def filed(bot: ReadingBot, seed: Analysis) -> StoredArticle:
    return await a_stored_article(bot.store, seed, path=SEED.name)


async def test_its_briefing_is_its_own_words(reading_bot: ReadingBot, seed: Analysis) -> None:
    await filed(reading_bot, seed)
    (story,) = await reading_bot.ask("/brief")
    headline, origin, _, *rest = story.text.splitlines()
    assert (headline, origin) == (
        "Aleppo Cease-fire Unravels, Raising Specter of Bloody End",
        "The News · BEIRUT · 14 December 2016",
    )
    text = collapse(seed.article.text)
    ours = ("— ", "Who: ")  # who spoke, who is in it
    assert [line for line in rest if line and not line.startswith(ours) and line not in text] == []


async def test_every_passage_in_quotation_marks_is_under_quotes(
    reading_bot: ReadingBot, seed: Analysis
) -> None:
    await filed(reading_bot, seed)
    (story,) = await reading_bot.ask("/brief")
    (quotes,) = await reading_bot.press(story, "Quotes")
    await reading_bot.press(quotes, "More ›")
    quoted = collapse(quotes.text + reading_bot.now(quotes).text)
    await reading_bot.press(reading_bot.now(quotes), "Reported speech ›")
    reported = collapse(reading_bot.now(quotes).text)
    passages = re.findall("“[^”]*”", collapse(seed.article.text))
    assert len(passages) == 12
    assert [passage for passage in passages if passage not in quoted] == ["“complicated.”", "“duped.”"]
    assert "“complicated.”" in reported
    assert "“duped.”" in reported


@pytest.mark.parametrize("asked", ["/who assad", "/who asad", "/who Bashar al-Assad", "/who president assad"])
async def test_its_president_is_found(reading_bot: ReadingBot, seed: Analysis, asked: str) -> None:
    await filed(reading_bot, seed)
    (digest,) = await reading_bot.ask(asked)
    assert "Bashar Assad, President\nperson · in one article" in digest.text
    assert "“keep the terrorists and save them.”" in collapse(digest.text)


async def test_its_full_text_is_whole(reading_bot: ReadingBot, seed: Analysis) -> None:
    await filed(reading_bot, seed)
    (story,) = await reading_bot.ask("/brief")
    (page,) = await reading_bot.press(story, "Full text")
    read = page.text
    while "More ›" in [button.label for row in reading_bot.now(page).buttons for button in row]:
        await reading_bot.press(reading_bot.now(page), "More ›")
        read += reading_bot.now(page).text
    paragraphs = [collapse(span.of(seed.article.text)) for span in seed.article.body]
    assert [paragraph for paragraph in paragraphs if paragraph not in collapse(read)] == []
