"""Following, muting, saving and sharing from a story in a real browser."""

from playwright.async_api import Page, expect

from tests.whole.test_edition_browser import HOUR, go, say
from tests.whole.test_edition_browser import page as page
from tests.whole.test_edition_browser import pytestmark as pytestmark


async def choose(page: Page, button: str, said: str) -> None:
    """Presses a button under the last message, and reads what is said."""
    await page.get_by_role("button", name=button, exact=True).last.click()
    await expect(page.get_by_role("dialog")).to_contain_text(said)
    await page.get_by_role("button", name="OK", exact=True).click()


async def test_story_is_followed_muted_saved_and_shared_where_it_stands(page: Page) -> None:
    await say(page, "reader", f"/subscribe {HOUR}")
    story = await say(page, "reader", "/brief 1")
    shown = await story.inner_text()
    muted, other = (
        ("Ferry crosses", "Old bridge falls") if "Ferry" in shown else ("Old bridge falls", "Ferry crosses")
    )
    await page.get_by_role("button", name="More", exact=True).last.click()
    await expect(page.get_by_role("button", name="Less", exact=True).last).to_be_visible()
    await expect(story).to_have_text(shown, use_inner_text=True)
    await choose(page, "Follow", "You now follow this story")
    await choose(page, "Mute", "You muted this story")
    await expect(page.get_by_role("button", name="Unmute", exact=True).last).to_be_visible()
    await choose(page, "Save", "Saved. /saved lists what is kept here.")
    await page.get_by_role("button", name="Share", exact=True).last.click()
    await expect(page.locator("#log")).to_contain_text("?start=share-s-")
    await page.get_by_role("button", name="Less", exact=True).last.click()
    await expect(page.get_by_role("button", name="Unmute", exact=True)).to_have_count(0)
    await expect(await say(page, "reader", "/mute")).to_contain_text(muted)
    await expect(await say(page, "reader", "/saved")).to_contain_text(muted)

    await say(page, "editor", "/push")
    await go(page, "reader")
    edition = page.locator(".message:not(.mine) .words").last
    await expect(edition).to_contain_text(other)
    await expect(edition).not_to_contain_text(muted)


async def test_who_may_not_choose_for_a_group_is_led_home(page: Page) -> None:
    await say(page, "reader/book-club", "/brief 1")
    await page.get_by_role("button", name="More", exact=True).last.click()
    await expect(page.locator("#chats option:checked")).to_have_text("Private")
    await expect(page.get_by_role("button", name="Less", exact=True)).to_have_count(1)


async def test_shared_link_opens_for_another_reader(page: Page) -> None:
    await say(page, "reader", "/brief 1")
    await page.get_by_role("button", name="More", exact=True).last.click()
    await page.get_by_role("button", name="Share", exact=True).last.click()
    link = page.locator("#log").get_by_role("link", name="start=share-s-").last
    address = await link.get_attribute("href")
    assert address is not None
    opened = await say(page, "reader-2", f"/start {address.partition('=')[2]}")
    await expect(opened).to_contain_text("Who:")
