"""From a fresh start to a briefing, in a real browser."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Page, expect

from tests.chromium import NEEDS_CHROMIUM, a_page, answers, chromium, say
from tests.whole.process import Running, local_chat

pytestmark = NEEDS_CHROMIUM

TODAY = """---
title: Harbour opens in Vallo
published: {day}
---

The harbour of Vallo opened on Monday after ten years of work on its quays.

“The harbour was never as full as it was on this morning,” said Ada Bergson, the mayor of Vallo.
"""
REPORTED = " (as reported): "
ONWARD = re.compile("More ›|Reported speech ›")
# Every passage in quotation marks in the article of seeds/, and who says it.
PASSAGES = (
    ("“complicated.”", "Syrian military media"),
    (
        "“They began to strike as if there’s no such thing as a cease-fire or civilian evacuation,”",
        "Mahmoud Raslan",
    ),
    ("“duped.”", "Mohammed Abu Jaafar"),
    (
        "“People have left their shelters …. to be ready for the evacuation. I can’t describe it,”",
        "Mohammed Abu Jaafar",
    ),
    (
        "“Since the morning, they started to target the areas where people have gathered. … These people were"
        " walking to the crossings designated for exit.”",
        "Mohammed Abu Jaafar",
    ),
    ("“excuse,”", "Bassam Haj Mustafa"),
    ("“They want a massacre and not concessions.”", "Bassam Haj Mustafa"),
    (
        "“In exchange for this large numbers of evacuees, they want something in return,”",
        "Rami Abdurrahman",
    ),
    ("“keep the terrorists and save them.”", "Bashar Assad"),
    (
        "“Hostilities end only in the areas where terrorists say they are ready to surrender or leave,”",
        "Bashar Assad",
    ),
    (
        "“What city will be liberated next depends on where most terrorists receiving logistical assistance"
        " from abroad”",
        "Bashar Assad",
    ),
    (
        "“They thought they were going to get out, but the militias stopped the ambulances at the"
        " checkpoints. Now they have nowhere to stay because the area is overwhelmed with people.”",
        "Mahmoud Bitar",
    ),
)


@pytest_asyncio.fixture
async def bot(tmp_path: Path) -> AsyncIterator[Running]:
    async with local_chat(tmp_path) as running:
        yield running


@pytest_asyncio.fixture
async def page(bot: Running) -> AsyncIterator[Page]:
    async with chromium() as browser:
        opened = await a_page(browser, width=420, height=900)
        await opened.goto(bot.url)
        await expect(opened.get_by_role("heading", name="Good day, reader.")).to_be_visible()
        yield opened


async def test_brief_quotes_and_who_from_a_fresh_start(page: Page) -> None:
    await say(page, "/brief")
    await expect(answers(page)).to_have_count(1)
    briefing = await answers(page).first.inner_text()
    headline, origin, *_ = briefing.splitlines()
    assert headline == "Aleppo Cease-fire Unravels, Raising Specter of Bloody End"
    assert origin == "The News · BEIRUT · 14 December 2016"
    assert "2024" not in briefing

    await page.get_by_role("button", name="Quotes", exact=True).last.click()
    await expect(answers(page)).to_have_count(2)
    shown = await all_pages(page)
    for passage, speaker in PASSAGES:
        assert passage in shown
        assert speaker_of(shown, passage).startswith(speaker)

    await page.get_by_role("button", name="Who", exact=True).last.click()
    await page.get_by_role("button", name="Bashar Assad").last.click()
    digest = answers(page).last
    await expect(digest).to_contain_text("Bashar Assad")
    await expect(digest).to_contain_text("“keep the terrorists and save them.”")


async def test_who_is_in_the_news_of_one_kind_in_place(page: Page) -> None:
    await say(page, "/who")
    listed = answers(page).first
    await expect(listed).to_contain_text("1. ")
    for kind, there, elsewhere in (
        ("States", "Syria", "Bashar Assad"),
        ("People", "Bashar Assad", "Syria ·"),
    ):
        await page.get_by_role("button", name=kind, exact=True).click()
        await expect(page.get_by_role("button", name=f"✓ {kind}", exact=True)).to_be_visible()
        await expect(listed).to_contain_text(there)
        await expect(listed).not_to_contain_text(elsewhere)
    await expect(answers(page)).to_have_count(1)
    await page.get_by_role("button", name="1", exact=True).click()
    await expect(answers(page)).to_have_count(2)
    await expect(answers(page).last).to_contain_text("Said last")


async def test_week_tells_of_what_came_today_and_opens_it(page: Page, bot: Running, tmp_path: Path) -> None:
    await say(page, "/week")
    await expect(answers(page).first).to_contain_text("/latest")
    bot.lines.clear()
    (tmp_path / "seeds" / "today.md").write_text(TODAY.format(day=datetime.now(UTC).date()), encoding="utf-8")
    await bot.until_said("today.md: new")
    await say(page, "/week")
    week = answers(page).last
    await expect(week).to_contain_text("1. Harbour opens in Vallo")
    await expect(week).to_contain_text("Said this week")
    await expect(week).to_contain_text("“The harbour was never as full as it was on this morning,”")
    await page.get_by_role("button", name="1", exact=True).click()
    await expect(answers(page)).to_have_count(3)
    await expect(answers(page).last).to_contain_text("Harbour opens in Vallo")


async def all_pages(page: Page) -> str:
    """The text of the quotations, then of what is reported, page after page."""
    texts = [await answers(page).nth(1).inner_text()]
    while await (onward := page.get_by_role("button", name=ONWARD).last).count():
        before = texts[-1]
        await onward.click()
        await expect(answers(page).nth(1)).not_to_have_text(before, use_inner_text=True)
        texts.append(await answers(page).nth(1).inner_text())
        if len(texts) > 10:
            break
    return "\n".join(texts)


def speaker_of(text: str, passage: str) -> str:
    """Who is said to have spoken: under the passage, or before the sentence that is reported."""
    line = next(line for line in text.splitlines() if passage in line)
    if REPORTED in line:
        return line.partition(REPORTED)[0]
    return text.split(passage, 1)[1].split("\n— ", 1)[1].splitlines()[0]
