"""The chat page in a real browser, with a scripted bot behind it."""

import asyncio

import pytest
from playwright.async_api import Page, Route, expect
from telegram import Bot, BotCommand

from bot.localchat import LocalTelegram
from tests.localchat.browsing import IN_BROWSER, MARKUP
from tests.localchat.browsing import bot as bot
from tests.localchat.browsing import browser as browser
from tests.localchat.browsing import page as page
from tests.localchat.browsing import served_telegram as served_telegram
from tests.localchat.browsing import telegram as telegram

pytestmark = IN_BROWSER


async def test_conversation_appears_as_it_happens(page: Page, bot: Bot, telegram: LocalTelegram) -> None:
    await page.get_by_label("Message").fill("good morning")
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine .words")).to_have_text("good morning")
    html = "<b>Head</b> <i>place</i>\n<blockquote>said &lt;so&gt;</blockquote>\nand <a href='https://a.org/'>more</a>"
    sent = await bot.send_message(1001, html, parse_mode="HTML", reply_markup=MARKUP)
    words = page.locator(".message:not(.mine) .words")
    assert await words.inner_html() == (
        "<strong>Head</strong> <em>place</em>"
        '<blockquote class="quote" dir="auto">said &lt;so&gt;</blockquote>'
        'and <a href="https://a.org/" target="_blank" rel="noopener noreferrer">more</a>'
    )
    assert await page.locator(".row").all_inner_texts() == ["Quotes\nWho", "Full text ↗"]
    await page.get_by_role("button", name="Who").click()
    pressed = await telegram.until(lambda: telegram.callbacks and next(iter(telegram.callbacks.values())))
    assert pressed.action == "w:1"
    await bot.answer_callback_query(pressed.id, "Two people")
    await expect(page.locator("#toast")).to_have_text("Two people")
    await sent.edit_text("Edited")
    await expect(words).to_have_text("Edited")
    await sent.delete()
    await expect(words).to_have_count(0)


async def test_the_page_stays_in_its_frame_however_long_the_conversation(page: Page, bot: Bot) -> None:
    for number in range(30):
        await bot.send_message(1001, f"line\n{number}")
    await expect(page.locator(".words").last).to_have_text("line\n29")
    assert await page.evaluate("document.documentElement.scrollHeight - innerHeight") == 0


async def test_each_part_of_a_message_runs_in_its_own_direction(page: Page, bot: Bot) -> None:
    html = "<b>الاقتباسات</b> \u2068/quotes\u2069\n<blockquote>“We waited.”\n— Ada</blockquote>"
    await bot.send_message(1001, html, parse_mode="HTML")
    words = page.locator(".words")
    await expect(words).to_contain_text("/quotes")
    parts = "words => [words, ...words.querySelectorAll('.command, .quote')]"
    assert await words.evaluate(f"{parts}.map(part => getComputedStyle(part).direction)") == [
        "rtl",
        "ltr",
        "ltr",
    ]


@pytest.mark.parametrize("listens_late", [False, True])
async def test_what_happens_while_the_page_opens_is_seen(page: Page, bot: Bot, *, listens_late: bool) -> None:
    """Whatever the page asks for arrives late: as it was before, or after that."""
    stays, goes = await bot.send_message(1001, "stays"), await bot.send_message(1001, "goes")
    asked, arrives = asyncio.Event(), asyncio.Event()

    async def late(route: Route) -> None:
        answer = await route.fetch()
        asked.set()
        await arrives.wait()
        await route.fulfill(response=answer)

    async def not_yet(route: Route) -> None:
        asked.set()
        await arrives.wait()
        await route.continue_()

    await page.route("**/chat/state?*chat=*", late)
    await page.route("**/chat/events*", not_yet if listens_late else lambda route: route.continue_())
    await page.reload()
    await asked.wait()
    await stays.edit_text("stays, changed")
    await goes.delete()
    await bot.send_message(1001, "comes")
    arrives.set()
    await expect(page.locator(".words")).to_have_text(["stays, changed", "comes"])
    await stays.edit_text("stays, changed again")
    await expect(page.locator(".words")).to_have_text(["stays, changed again", "comes"])


async def test_alert_waits_to_be_closed(page: Page, bot: Bot, telegram: LocalTelegram) -> None:
    await bot.send_message(1001, "x", reply_markup=MARKUP)
    await page.get_by_role("button", name="Who").click()
    pressed = await telegram.until(lambda: telegram.callbacks and next(iter(telegram.callbacks.values())))
    await bot.answer_callback_query(pressed.id, "Nobody is named", show_alert=True)
    await expect(page.get_by_role("dialog")).to_have_text("Nobody is named OK", use_inner_text=True)
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("dialog")).to_have_count(0)


async def test_commands_open_filter_and_are_sent_by_keyboard(
    page: Page, bot: Bot, telegram: LocalTelegram
) -> None:
    await bot.set_my_commands([BotCommand(name, f"About {name}") for name in ("brief", "search", "settings")])
    options = page.locator("#commands").get_by_role("option")
    await page.get_by_label("Message").press_sequentially("/")
    await expect(options).to_have_text(
        ["/briefAbout brief", "/searchAbout search", "/settingsAbout settings"]
    )
    await page.keyboard.type("se")
    await expect(options).to_have_text(["/searchAbout search", "/settingsAbout settings"])
    await page.keyboard.press("ArrowDown")
    await expect(page.locator("#commands").get_by_role("option", selected=True)).to_have_text(
        "/settingsAbout settings"
    )
    await page.keyboard.press("Escape")
    await expect(options).to_have_count(0)
    await page.keyboard.press("Backspace")
    await page.keyboard.press("Tab")
    await expect(page.get_by_label("Message")).to_have_value("/search ")
    await page.get_by_label("Message").fill("/set")
    await page.keyboard.press("Enter")
    [update] = await telegram.until(lambda: telegram.inbox.first(5))
    assert update["message"]["text"] == "/settings"


async def test_long_answer_is_read_from_its_beginning(page: Page, bot: Bot) -> None:
    await page.get_by_label("Message").fill("/brief")
    await page.keyboard.press("Enter")
    await expect(page.locator(".mine")).to_be_in_viewport()
    for number in range(4):
        await bot.send_message(1001, f"Story {number}\n" + "word " * 150)
    await expect(page.locator(".words")).to_have_count(5)
    await expect(page.locator(".mine")).to_be_in_viewport()
    await page.get_by_role("button", name="New messages").click()
    await expect(page.locator(".mine")).not_to_be_in_viewport()
    await bot.send_message(1001, "The end")
    await expect(page.get_by_text("The end")).to_be_in_viewport()


async def test_long_quotation_unfolds_and_spoiler_opens(page: Page, bot: Bot) -> None:
    html = f"<blockquote expandable>{'word ' * 200}</blockquote><tg-spoiler>secret</tg-spoiler>"
    await bot.send_message(1001, html, parse_mode="HTML")
    quote = page.locator(".fold")
    folded = (await quote.bounding_box())["height"]
    await page.get_by_role("button", name="Unfold").press("Enter")
    await expect(page.get_by_role("button", name="Fold", exact=True)).to_have_attribute(
        "aria-expanded", "true"
    )
    assert (await quote.bounding_box())["height"] > 3 * folded
    await page.get_by_role("button", name="Hidden text: show").press("Enter")
    await expect(page.locator(".spoiler.open")).to_have_text("secret")


async def test_reader_and_editor_have_chats_of_their_own(
    page: Page, bot: Bot, telegram: LocalTelegram
) -> None:
    await bot.send_message(telegram.editor.id, "For editors")
    await page.get_by_role("radio", name="Editor", exact=True).check()
    await expect(page.locator(".words")).to_have_text("For editors")
    await page.get_by_label("Message").fill("/stats")
    await page.keyboard.press("Enter")
    [update] = await telegram.until(lambda: telegram.inbox.first(5))
    assert update["message"]["from"]["id"] == telegram.editor.id


async def test_document_is_attached(page: Page, telegram: LocalTelegram) -> None:
    document = {"name": "story.txt", "mimeType": "text/plain", "buffer": b"words"}
    await page.locator("input[type=file]").set_input_files(document)
    await expect(page.locator(".document")).to_have_text("story.txt5 bytes")
    [update] = await telegram.until(lambda: telegram.inbox.first(5))
    assert update["message"]["document"]["file_name"] == "story.txt"


async def test_words_are_never_markup(page: Page, bot: Bot) -> None:
    await bot.send_message(1001, "<img src=x onerror=alert(1)><script>alert(2)</script>")
    await expect(page.locator(".words")).to_have_text("<img src=x onerror=alert(1)><script>alert(2)</script>")
    assert await page.locator("#log img, #log script").count() == 0
