"""An edition in a real browser: opened and closed, amended while it is open, and a channel's."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from tests.chromium import NEEDS_CHROMIUM, a_page, chromium
from tests.whole.process import local_chat
from tests.whole.test_sources_browser import BRIDGE, FERRY

pytestmark = NEEDS_CHROMIUM
HOUR = (
    f"{datetime.now(UTC) + timedelta(hours=12):%H:%M}"  # of an edition that does not come by itself meanwhile
)


@pytest_asyncio.fixture
async def page(tmp_path: Path) -> AsyncIterator[Page]:
    (tmp_path / "seeds").mkdir()
    for name, headline, text in (("a", "Old bridge falls", BRIDGE), ("b", "Ferry crosses", FERRY)):
        (tmp_path / "seeds" / f"{name}.txt").write_text(f"{headline}\n\nThe Courier\n\n{text}\n")
    async with local_chat(tmp_path, seed=False, STOP_WINDOW="0") as bot, chromium() as browser:
        await bot.until_said("articles: 2 new")
        opened = await a_page(browser)
        await opened.goto(bot.url)
        yield opened


async def go(page: Page, place: str) -> None:
    await page.goto(f"{page.url.partition('#')[0]}#{place}")
    person, _, chat = place.partition("/")
    # Until then the chat before is open.
    for group, chosen, name in (
        ("#people", "label:has(input:checked)", person),
        ("#chats", "option:checked", chat or "Private"),
    ):
        words = re.compile(f"^{name.replace('-', '.')}$", re.IGNORECASE)
        await expect(page.locator(group).locator(chosen)).to_have_text(words)


async def say(page: Page, place: str, text: str) -> Locator:
    """The bot's answer."""
    await go(page, place)
    answers = page.locator(".message:not(.mine) .words")
    before = await answers.count()
    await page.get_by_label("Message").fill(text)
    await page.get_by_label("Message").press("Enter")
    await expect(answers).not_to_have_count(before)
    return answers.last


async def test_edition_opens_closes_and_is_amended_while_it_is_open(page: Page) -> None:
    await say(page, "reader", f"/subscribe {HOUR}")
    await say(page, "editor", "/push")
    await go(page, "reader")
    edition = page.locator(".message:not(.mine) .words").last
    await expect(edition).to_contain_text("Old bridge falls")  # first the last one is what the order was told
    listed = await edition.inner_text()
    assert "Old bridge falls" in listed
    assert "Ferry crosses" in listed
    place = 1 if listed.index("Ferry crosses") < listed.index("Old bridge falls") else 2
    await page.get_by_role("button", name=str(place), exact=True).last.click()
    await expect(edition).not_to_contain_text("Old bridge falls")
    await expect(edition).to_contain_text("Ferry crosses")
    await page.get_by_role("button", name="‹ Back").last.click()
    await expect(edition).to_have_text(listed, use_inner_text=True)
    await page.get_by_role("button", name=str(place), exact=True).last.click()
    await expect(edition).not_to_contain_text("Old bridge falls")
    await say(page, "editor", "/kill 2 wrong" if await is_ferry(page, 2) else "/kill 1 wrong")
    await page.get_by_role("button", name="Drop it").last.click()
    await go(page, "reader")
    await expect(edition).to_contain_text("Old bridge falls")  # else the log is empty yet
    await expect(page.locator("#log")).not_to_contain_text("Ferry crosses")


async def is_ferry(page: Page, number: int) -> bool:
    """Whether that is the article's number, as its preview says and no notice of both articles."""
    await say(page, "editor", f"/preview {number}")
    told = page.locator(".message:not(.mine) .words").filter(has_text=re.compile("Old bridge|Ferry crosses"))
    both = re.compile("Old bridge.*Ferry crosses|Ferry crosses.*Old bridge", re.DOTALL)
    preview = told.filter(has_not_text=both).last
    await expect(preview).to_be_visible()
    return "Ferry crosses" in await preview.inner_text()


async def test_button_of_a_channel_s_edition_leads_into_the_private_chat(page: Page) -> None:
    await say(page, "editor/news-channel", f"/subscribe {HOUR}")
    await say(page, "editor", "/push")
    await go(page, "reader-2/news-channel")
    await expect(page.locator("#log")).to_contain_text("Ferry crosses")
    link = page.get_by_role("link", name="2 ↗").last
    await expect(link).to_have_attribute(
        "href", re.compile(r"https://t\.me/briefings_local_bot\?start=s-[12]")
    )
