"""A phone's screen in a real browser: the week on Sundays, and a story of long sentences."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import pytest_asyncio
from playwright.async_api import Page, expect

from bot.domain.articles import StoredArticle
from bot.localchat import LocalTelegram
from bot.store import Store
from tests.bot.editing import Desk, editing
from tests.bot.library import a_stored_article, an_analysis, said
from tests.chromium import NEEDS_CHROMIUM, a_page, chromium
from tests.telegram import served

SUNDAY = datetime(2024, 4, 28, 7, 30, tzinfo=UTC)
pytestmark = NEEDS_CHROMIUM


@dataclass
class Phone:
    """The reader's chat on a phone, and the bot behind it, whose clock the test sets."""

    page: Page
    desk: Desk

    async def report(self, headline: str, *sentences: str, **more: object) -> StoredArticle:
        """An article of an hour ago."""
        filed = self.desk.clock.now - timedelta(hours=1)
        told = an_analysis(
            headline=headline,
            sentences=sentences or (f"“{headline}” is told here.",),
            event_date=filed.date(),
            **more,  # type: ignore[arg-type]
        )
        return await a_stored_article(self.desk.store, told, path=f"{headline}.txt", now=filed)

    async def say(self, text: str) -> None:
        """Until the bot answered."""
        answers = self.page.locator(".message:not(.mine) .words")
        before = await answers.count()
        await self.page.get_by_label("Message").fill(text)
        await self.page.get_by_label("Message").press("Enter")
        await expect(answers).not_to_have_count(before)


@pytest_asyncio.fixture
async def phone(one_store: Store) -> AsyncIterator[Phone]:
    telegram = LocalTelegram()
    telegram.furnish()
    async with (
        served(telegram) as server,
        editing(server, one_store) as desk,
        chromium() as browser,
    ):
        desk.clock.now = SUNDAY - timedelta(days=1)
        page = await a_page(browser)
        await page.goto(server.url)
        await expect(page.get_by_role("heading", name="Good day, reader.")).to_be_visible()
        yield Phone(page, desk)


async def test_week_is_ordered_by_a_button_comes_on_sunday_and_is_amended_while_it_is_open(
    phone: Phone,
) -> None:
    page, desk = phone.page, phone.desk
    await phone.say("/settings more")
    await page.get_by_role("button", name="The week", exact=True).click()
    await expect(page.get_by_role("button", name="✓ The week")).to_be_visible()
    ferry = await phone.report("Ferry sails")
    await phone.report("Bridge falls")
    await desk.settle()
    desk.clock.now = SUNDAY
    await desk.settle()
    week = page.locator(".message:not(.mine) .words").last
    await expect(week).to_contain_text("Your Sunday edition")
    listed = await week.inner_text()
    assert "1. Bridge falls" in listed
    assert "2. Ferry sails" in listed
    await page.get_by_role("button", name="2", exact=True).last.click()
    await expect(week).not_to_contain_text("Bridge falls")
    await page.get_by_role("button", name="‹ Back").last.click()
    await expect(week).to_have_text(listed, use_inner_text=True)
    await page.get_by_role("button", name="2", exact=True).last.click()
    await expect(week).not_to_contain_text("Bridge falls")
    await desk.office.kill(ferry.id)
    await desk.settle()
    await expect(week).to_contain_text("1. Bridge falls")
    await expect(page.locator("#log")).not_to_contain_text("Ferry sails")
    await desk.settle()
    assert await page.locator(".message:not(.mine)", has_text="Your Sunday edition").count() == 1


async def test_story_of_long_sentences_stands_on_one_screen(phone: Phone) -> None:
    page, desk = phone.page, phone.desk
    desk.clock.now -= timedelta(hours=2)
    await phone.say("/subscribe new")
    desk.clock.now += timedelta(hours=2)
    long = (
        "Nobody in the harbour, where the cranes had stood still since the morning, would say on whose word"
    )
    await phone.report(
        "Dockers of four harbours lay down their work over the price of bread, and no ferry leaves the quay",
        *(
            f"{long} {day} had been chosen, and {long[7:]} it ended {day}."
            for day in ("Monday", "Friday", "noon")
        ),
        quotes=(said("Ada Berg", f"{long}, and I have asked them all."),),
        place="HARWICH",
    )
    await desk.settle()
    story = page.locator(".message:not(.mine)").last
    await expect(story).to_contain_text("Dockers of four harbours")
    shown, room = await story.evaluate("one => [one.getBoundingClientRect().height, log.clientHeight]")
    assert shown <= room
    assert "…" not in await story.locator(".words").inner_text()
