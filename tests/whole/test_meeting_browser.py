"""The first meeting and plain words, in a real browser."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Page, expect

from tests.chromium import NEEDS_CHROMIUM, a_page, answers, chromium, say
from tests.whole.process import local_chat

pytestmark = NEEDS_CHROMIUM
HEADLINE = "Aleppo Cease-fire Unravels, Raising Specter of Bloody End"


@pytest_asyncio.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    async with local_chat(tmp_path) as bot, chromium() as browser:
        opened = await a_page(browser)
        await opened.goto(bot.url)
        await expect(opened.get_by_role("heading", name="Good day, reader.")).to_be_visible()
        yield opened


async def tap(page: Page, label: str) -> None:
    await page.get_by_role("button", name=label).last.click()


async def test_three_taps_subscribe(page: Page) -> None:
    await say(page, "/start")
    await expect(answers(page)).to_contain_text(HEADLINE)
    await tap(page, "Evenings, 18:00")
    await expect(answers(page)).to_contain_text("What does your clock show?")
    await tap(page, "Berlin")
    await expect(answers(page)).to_contain_text("Which news?")
    await tap(page, "All news, and Bashar Assad as it comes")
    await expect(answers(page)).to_contain_text("Subscribed.")
    await expect(answers(page)).to_contain_text("every day at 18:00")
    await expect(answers(page)).to_have_count(1)


async def test_plain_words(page: Page) -> None:
    await say(page, "who is Asad?")
    await expect(answers(page).last).to_contain_text("Bashar Assad")
    await say(page, "what happened to the ambulances in Aleppo")
    await expect(answers(page)).to_have_count(2)
    await expect(answers(page).last).to_contain_text(HEADLINE)
    await say(page, "who said they want a massacre")
    await expect(answers(page).last).to_contain_text("— Bassam Haj Mustafa")
    await say(page, "every day at 7")
    await tap(page, "Send news: every day at 7")
    await expect(answers(page).last).to_contain_text("Subscribed.")
    await say(page, "stop")
    await expect(answers(page).last).to_contain_text("Shall I stop sending news here?")
    await tap(page, "Yes, stop")
    await expect(answers(page).last).to_contain_text("Unsubscribed")
