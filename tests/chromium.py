"""A real browser, for tests that look at pages; where there is none they are left out."""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Final

import pytest
from playwright.async_api import Browser, Locator, Page, async_playwright, expect

CHROMIUM: Final = (
    shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
)
NEEDS_CHROMIUM: Final = pytest.mark.skipif(
    CHROMIUM is None, reason="no Chromium here (on Debian: apt install chromium)"
)

WAIT: Final = 240_000  # milliseconds until a page is given up: the machine may be analysing beside
expect.set_options(timeout=WAIT)


@asynccontextmanager
async def chromium(*flags: str) -> AsyncIterator[Browser]:
    """A browser with an empty profile, started with these flags, too."""
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", *flags], timeout=WAIT
        )
        try:
            yield running
        finally:
            await running.close()


async def a_page(browser: Browser, *, width: int = 390, height: int = 844) -> Page:
    """A window of that size, of a phone's unless told."""
    page = await browser.new_page(viewport={"width": width, "height": height})
    page.set_default_timeout(WAIT)
    return page


def answers(page: Page) -> Locator:
    """The words of each of the bot's messages on the chat page."""
    return page.locator(".message:not(.mine) .words")


async def say(page: Page, text: str) -> None:
    """Writes and sends a message on the chat page."""
    box = page.get_by_label("Message")
    await box.fill(text)
    await box.press("Enter")
