"""A source from its address to a reader's message, in a real browser, over the bot as a person starts it."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest_asyncio
from playwright.async_api import Locator, Page, expect

from tests.bot.strangers import Strangers, strangers
from tests.chromium import NEEDS_CHROMIUM, a_page, chromium
from tests.whole.process import local_chat

pytestmark = NEEDS_CHROMIUM

BRIDGE = """The old stone bridge over the Tarn at Merrow fell into the river on Tuesday morning, hours after
inspectors had closed it, the town council said.

Nobody was hurt. The council had shut the bridge on Monday night when divers found a crack in its
middle pier, the third since the floods of March.

“We heard it groan for an hour, and then it was gone,” said Hanna Birk, who keeps the bakery on the
east bank. “My grandfather helped to mend it, and I thought it would outlive us all.”

The mayor, Tomas Reed, said that a ferry would carry people across from Wednesday, and that the town
would ask the government for money to build a new bridge.

“It will not be cheap, and it will not be quick,” Reed told reporters at the riverside. “But a town
that is cut in two is no town.”

The bridge was built in 1784. About four thousand people crossed it every day, among them most of
the pupils of the school on the west bank, which stays closed until Thursday."""
FERRY = """The first ferry crossed the Tarn at Merrow on Wednesday with two hundred people on board, a day
after the old bridge had fallen into the river.

It took nine minutes where the bridge had taken two. The council said that a second boat would come
on Friday from the lakes, and that nobody would have to pay.

“I was late for work, and so was everybody else,” said Ola Prentice, a nurse at the hospital on the
west bank. “We sang on the way, which we never did on the bridge.”

Captain Ines Roth, who came out of retirement to steer the boat, said that the river was calm but
would not stay so.

“In November this water has another face,” Roth said. “I hope that they will have built something by
then.”

The government has not said yet whether it will pay for a new bridge. A spokesman for the transport
ministry said that engineers would look at the piers next week."""


def page_of(headline: str, text: str) -> str:
    paragraphs = "".join(f"<p>{one}</p>" for one in text.split("\n\n"))
    head = f'<title>{headline}</title><meta property="og:site_name" content="The Merrow Courier">'
    return f"<!doctype html><html><head>{head}</head><body><article><h1>{headline}</h1>{paragraphs}</article>"


class Courier:
    """A paper on this machine: its site, its feed, and a page for each story."""

    def __init__(self, there: Strangers) -> None:
        self._there = there
        self._items: list[str] = []
        named = "<link rel=alternate type=application/rss+xml href=/feed>"
        self.site = there.answer("127.0.0.1/", f"<!doctype html>{named}")
        self.feed = there.url("127.0.0.1/feed")

    def publish(self, headline: str, text: str, *, at: datetime) -> str:
        """The address of the story."""
        place = f"127.0.0.1/2026/{headline.split()[1].lower()}"
        link = self._there.answer(place, page_of(headline, text))
        summary = text.split("\n\n")[0].replace("\n", " ")
        item = f"<title>{headline}</title><link>{link}</link><description>{summary}</description>"
        item += f"<author>Lena Marsh</author><pubDate>{format_datetime(at)}</pubDate>"
        self._items.insert(0, f"<item>{item}</item>")
        channel = f"<title>The Merrow Courier</title>{''.join(self._items)}"
        self._there.answer("127.0.0.1/feed", f'<rss version="2.0"><channel>{channel}</channel></rss>')
        return link


@pytest_asyncio.fixture
async def courier() -> AsyncIterator[Courier]:
    async with strangers() as there:
        yield Courier(there)


@pytest_asyncio.fixture
async def editor(tmp_path: Path) -> AsyncIterator[Page]:
    """The chat page as the editor's, on a phone."""
    async with (
        local_chat(tmp_path, seed=False, FETCH_PRIVATE="on") as running,
        chromium() as browser,
    ):
        opened = await a_page(browser)
        await opened.goto(f"{running.url}#editor")
        await expect(opened.get_by_role("heading", name="Good day, editor.")).to_be_visible()
        yield opened


def answers(page: Page) -> Locator:
    return page.locator(".message:not(.mine) .words")


async def say(page: Page, text: str) -> None:
    box = page.get_by_label("Message", exact=True)
    await box.fill(text)
    await box.press("Enter")


async def told(page: Page, asked: str, words: str) -> Locator:
    """The newest answer, asked for until it has the words."""
    for _ in range(60):
        before = await answers(page).count()
        await say(page, asked)
        await expect(answers(page)).to_have_count(before + 1)
        if words in await answers(page).last.inner_text():
            break
        await page.wait_for_timeout(1_000)
    await expect(answers(page).last).to_contain_text(words)
    return answers(page).last


async def test_source_is_added_by_its_address_and_its_news_reach_a_reader(
    editor: Page, courier: Courier
) -> None:
    now = datetime.now(UTC)
    bridge = courier.publish("Old bridge falls into the Tarn", BRIDGE, at=now - timedelta(hours=3))
    await say(editor, f"/sources {courier.site}")
    found = answers(editor).last
    await expect(found).to_contain_text("The old stone bridge over the Tarn")
    await expect(found.get_by_role("link", name="Old bridge falls into the Tarn")).to_have_attribute(
        "href", bridge
    )
    await editor.get_by_role("button", name="Add", exact=True).click()
    await expect(found).to_contain_text("Added.")

    headline = await told(editor, "/latest", "Old bridge falls into the Tarn")
    await expect(headline).to_contain_text("The Merrow Courier · by Lena Marsh")
    link = headline.get_by_role("link", name="Old bridge falls into the Tarn")
    assert await link.get_attribute("href") == bridge
    assert (await link.get_attribute("rel"), await link.get_attribute("target")) == (
        "noopener noreferrer",
        "_blank",
    )

    await say(editor, "/subscribe new")
    await expect(answers(editor).last).to_contain_text("Subscribed")
    ferry = courier.publish("First ferry crosses the Tarn", FERRY, at=now)
    await say(editor, "/sources")
    await expect(answers(editor).last).to_contain_text("Sources · 1")  # others have a button 1 too
    await editor.get_by_role("button", name="1", exact=True).last.click()
    await editor.get_by_role("button", name="Fetch now").last.click()
    pushed = editor.locator(".message:not(.mine) .words", has_text="The first ferry crossed the Tarn")
    await expect(pushed).to_be_visible()
    await expect(pushed.get_by_role("link", name="First ferry crosses the Tarn")).to_have_attribute(
        "href", ferry
    )
    await expect(editor.get_by_role("button", name="Full text", exact=True)).to_have_count(0)
    assert await editor.evaluate("document.documentElement.scrollWidth") == 390
