"""The chat page in a real browser: replies, forwards, photos, links, a group, a channel, light and dark."""

import base64

import pytest
from playwright.async_api import Locator, Page, expect
from telegram import Bot, BotCommand, InlineKeyboardButton, InlineKeyboardMarkup

from bench.looks import faults, looks, put_on
from bot.localchat import LocalMessage, LocalTelegram
from tests.localchat.browsing import IN_BROWSER, MARKUP
from tests.localchat.browsing import bot as bot
from tests.localchat.browsing import browser as browser
from tests.localchat.browsing import page as page
from tests.localchat.browsing import served_telegram as served_telegram
from tests.localchat.browsing import telegram as telegram

pytestmark = IN_BROWSER

GROUP, CHANNEL, FORUM = -1004, -1_000_000_001_005, -1_000_000_001_006
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=="
)


def words(page: Page) -> Locator:
    return page.locator(".words")


async def seated(page: Page, telegram: LocalTelegram, person: str, chat: str, chat_id: int) -> None:
    """Goes where a person is in a chat, and waits until what happens there is seen."""
    await page.get_by_role("radio", name=person, exact=True).check()
    await page.get_by_label("Chat", exact=True).select_option(chat)
    await expect(page).to_have_title(f"{chat} · local preview")
    await telegram.until(lambda: telegram.events.watched(chat_id))


async def test_a_reply_names_the_message_it_answers(page: Page, bot: Bot, telegram: LocalTelegram) -> None:
    sent = await bot.send_message(1001, "Aleppo deal unravels")
    await page.get_by_role("button", name="Reply or forward").click()
    await page.get_by_role("button", name="Reply", exact=True).click()
    await expect(page.locator("#reply-words")).to_have_text("Aleppo deal unravels")
    await page.get_by_label("Message").fill("who said that?")
    await page.keyboard.press("Enter")
    [update] = await telegram.until(lambda: telegram.inbox.first(5))
    assert update["message"]["reply_to_message"]["message_id"] == sent.message_id
    await expect(page.locator(".mine .answered")).to_have_text("Aleppo deal unravels")
    await expect(page.locator("#reply")).to_be_hidden()
    await page.get_by_label("Message").fill("and this?")
    await page.keyboard.press("Enter")
    answers = await telegram.until(lambda: len(telegram.inbox) == 2 and telegram.inbox.first(5))
    assert "reply_to_message" not in answers[1]["message"]


async def test_a_message_is_forwarded_to_another_chat(page: Page, bot: Bot, telegram: LocalTelegram) -> None:
    await bot.send_message(1001, "<b>Aleppo</b> deal", parse_mode="HTML")
    await page.get_by_role("button", name="Reply or forward").click()
    await expect(page.get_by_role("button", name="Forward to News channel")).to_have_count(0)
    await page.get_by_role("button", name="Forward to Book club").click()
    [message] = await telegram.until(lambda: telegram.messages_of(GROUP))
    assert message.to_json()["forward_origin"]["sender_user"]["id"] == telegram.bot.id
    assert [entity.type for entity in message.entities] == ["bold"]
    await seated(page, telegram, "Reader", "Book club", GROUP)
    await expect(page.locator(".forwarded")).to_have_text("Forwarded from Briefings")


async def test_what_is_protected_is_not_forwarded(page: Page, bot: Bot) -> None:
    await bot.send_message(1001, "For you", protect_content=True)
    await page.get_by_role("button", name="Reply or forward").click()
    await expect(page.get_by_role("button", name="Reply", exact=True)).to_be_visible()
    await expect(page.get_by_role("button", name="Forward to Book club")).to_have_count(0)
    await page.get_by_role("button", name="Cancel").click()


async def test_a_picture_is_sent_as_a_photo_and_shown(page: Page, telegram: LocalTelegram) -> None:
    picture = {"name": "bridge.png", "mimeType": "image/png", "buffer": PIXEL}
    await page.locator("input[type=file]").set_input_files(picture)
    [update] = await telegram.until(lambda: telegram.inbox.first(5))
    [size] = update["message"]["photo"]
    assert (size["width"], size["height"]) == (1, 1)
    photo = page.get_by_role("img", name="Photo")
    await expect(photo).to_be_visible()
    assert await photo.evaluate("picture => picture.decode().then(() => picture.naturalWidth)") == 1


async def test_a_sticker_and_a_location_are_sent(page: Page, telegram: LocalTelegram) -> None:
    await page.get_by_role("button", name="Attach").click()
    await page.get_by_role("button", name="Sticker 👍").click()
    await page.get_by_role("button", name="Attach").click()
    await page.get_by_role("button", name="Location").click()
    await page.get_by_label("Latitude").fill("36.2")
    await page.get_by_role("button", name="Send").last.click()
    sticker, place = await telegram.until(lambda: len(telegram.inbox) == 2 and telegram.inbox.first(5))
    assert sticker["message"]["sticker"]["emoji"] == "👍"
    assert place["message"]["location"] == {"latitude": 36.2, "longitude": 13.405}


async def test_a_link_leaves_the_page_only_by_a_scheme_that_is_known(page: Page, bot: Bot) -> None:
    addresses = (
        "https://a.org/",
        "tg://resolve?domain=ada",
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc",
    )
    html = " ".join(f'<a href="{address}">{number}</a>' for number, address in enumerate(addresses))
    await bot.send_message(1001, html, parse_mode="HTML")
    await expect(words(page)).to_have_text("0 1 2 3 4")
    links = await words(page).locator("a").all()
    assert [await link.get_attribute("href") for link in links] == [
        "https://a.org/",
        "tg://resolve?domain=ada",
    ]
    assert {await link.get_attribute("rel") for link in links} == {"noopener noreferrer"}


async def test_a_channels_button_opens_the_private_chat(
    page: Page, bot: Bot, telegram: LocalTelegram
) -> None:
    into = InlineKeyboardMarkup.from_button(
        InlineKeyboardButton("Who", url="https://t.me/briefings_local_bot?start=w-12")
    )
    await bot.send_message(CHANNEL, "Aleppo deal", reply_markup=into)
    await seated(page, telegram, "Reader 2", "News channel", CHANNEL)
    await expect(page.get_by_text("Only administrators write here.")).to_be_visible()
    await expect(page.get_by_label("Message")).to_be_hidden()
    await page.get_by_role("link", name="Who").click()
    await expect(page.locator(".mine .words")).to_have_text("/start w-12")
    [update] = await telegram.until(lambda: telegram.inbox.first(5))
    assert (update["message"]["chat"]["id"], update["message"]["from"]["first_name"]) == (1003, "Reader 2")
    await expect(page.get_by_label("Chat", exact=True)).to_have_value("1003")


async def test_an_editor_posts_in_the_channel(page: Page, telegram: LocalTelegram) -> None:
    await seated(page, telegram, "Editor", "News channel", CHANNEL)
    await page.get_by_label("Message").fill("/subscribe new")
    await page.keyboard.press("Enter")
    [update] = await telegram.until(lambda: telegram.inbox.first(5))
    assert update["channel_post"]["text"] == "/subscribe new"
    await expect(page.locator(".author")).to_have_text("News channel")


async def test_person_and_chat_that_are_chosen_at_once_are_both_heard(
    page: Page, telegram: LocalTelegram
) -> None:
    await page.evaluate(
        """() => {
          const named = (nodes, words) => [...nodes].find((one) => one.textContent.trim() === words);
          named(document.querySelectorAll("#people label"), "Editor").querySelector("input").click();
          const chats = document.querySelector("#chats");
          chats.value = named(chats.options, "News channel").value;
          chats.dispatchEvent(new Event("change"));
        }"""
    )
    await expect(page).to_have_title("News channel · local preview")
    await expect(page.get_by_role("radio", name="Editor", exact=True)).to_be_checked()
    await expect(page.get_by_label("Message")).to_be_visible()


async def test_two_readers_share_a_group_and_what_one_presses_is_theirs(
    page: Page, bot: Bot, telegram: LocalTelegram
) -> None:
    reader, second = telegram.reader, telegram.users[1003]
    await seated(page, telegram, "Reader", "Book club", GROUP)
    telegram.say(second, "hello all", chat=GROUP)
    sent = await bot.send_message(GROUP, "Aleppo deal", reply_markup=MARKUP)
    await expect(page.locator(".author")).to_have_text(["Reader 2", "Briefings"])
    message = telegram.find_message(telegram.chat(GROUP), sent.message_id)
    assert isinstance(message, LocalMessage)
    theirs = telegram.press(second, message, "Who")
    await bot.answer_callback_query(theirs.id, "For Reader 2 alone")
    await page.get_by_role("button", name="Who").click()
    own = await telegram.until(
        lambda: next((c for c in telegram.callbacks.values() if c.user == reader), None)
    )
    await bot.answer_callback_query(own.id, "Two people")
    await expect(page.locator("#toast")).to_have_text("Two people")


async def test_what_is_said_in_a_topic_stays_there(page: Page, bot: Bot, telegram: LocalTelegram) -> None:
    (topic,) = telegram.chat(FORUM).topics
    await seated(page, telegram, "Editor", "Field office · Morning", FORUM)
    await page.get_by_label("Message").fill("/brief")
    await page.keyboard.press("Enter")
    [update] = await telegram.until(lambda: telegram.inbox.first(5))
    assert update["message"]["message_thread_id"] == topic
    await bot.send_message(FORUM, "for everybody", reply_markup=MARKUP)
    sent = await bot.send_message(FORUM, "in the morning", message_thread_id=topic, reply_markup=MARKUP)
    await expect(words(page)).to_have_text(["/brief", "in the morning"])
    await page.get_by_role("button", name="Who").click()
    [callback] = await telegram.until(lambda: tuple(telegram.callbacks.values()))
    assert callback.message.id == sent.message_id
    await page.get_by_role("button", name="Reply or forward").last.click()
    await page.get_by_role("button", name="Forward to Field office", exact=True).click()
    await page.get_by_label("Chat", exact=True).select_option("Field office")
    await expect(words(page)).to_have_text(["for everybody", "in the morning"])


async def test_light_and_dark_are_switched_and_kept(page: Page) -> None:
    ground = "getComputedStyle(document.body).backgroundColor"
    light = await page.evaluate(ground)
    await page.get_by_role("button", name="Switch light and dark").click()
    dark = await page.evaluate(ground)
    await page.reload()
    await expect(page.get_by_role("heading", name="Good day, reader.")).to_be_visible()
    assert (light, dark, await page.evaluate(ground)) == ("rgb(244, 240, 231)", "rgb(23, 22, 19)", dark)
    await page.get_by_role("button", name="Switch light and dark").click()
    assert await page.evaluate(ground) == light


async def test_nothing_is_cut_overlaps_or_is_hard_to_read(
    page: Page, bot: Bot, telegram: LocalTelegram
) -> None:
    await bot.set_my_commands(
        [BotCommand(name, f"About {name}, " * 5) for name in ("brief", "search", "who")]
    )
    telegram.say(
        telegram.reader, "/brief " + "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch" * 3
    )
    html = (
        f"<b>{'Headline ' * 12}</b>\n<blockquote expandable>{'said so ' * 90}</blockquote><code>a = 1</code>"
    )
    styles = InlineKeyboardMarkup(
        [
            [InlineKeyboardButton("Kill it", callback_data="k", style="danger")],
            [InlineKeyboardButton("Send", callback_data="s", style="success"), *MARKUP.inline_keyboard[0]],
            [
                InlineKeyboardButton(
                    "A label as long as a headline is at its longest. " * 2, callback_data="l"
                )
            ],
        ]
    )
    await bot.send_message(1001, html, parse_mode="HTML", reply_markup=styles)
    await expect(page.get_by_role("button", name="Kill it")).to_be_visible()
    found = {}
    for width, theme in looks():
        await put_on(page, width, theme)
        found[width, theme, "chat"] = await faults(page)
        await page.get_by_label("Message").fill("/")
        found[width, theme, "commands"] = await faults(page)
        await page.get_by_label("Message").fill("")
        await page.get_by_role("button", name="Attach").click()
        found[width, theme, "attach"] = await faults(page)
        await page.get_by_role("button", name="Cancel").click()
    assert {place: lines for place, lines in found.items() if lines} == {}
    await page.set_viewport_size({"width": 360, "height": 740})


WRONG = {
    "cut": (".words { width: 30px; overflow: hidden; white-space: nowrap }", "cut by words"),
    "overlapping": (".meta { margin-top: -1.6rem }", "overlaps"),
    "pale": (".words { color: #bbb }", "contrast"),
    "wide": ("body { width: 120vw }", "wide"),
    "broken": (".row > * { flex: none; width: 40px }", "a word is broken"),
}


@pytest.mark.parametrize(("style", "told"), WRONG.values(), ids=WRONG.keys())
async def test_what_looks_wrong_is_told(page: Page, bot: Bot, style: str, told: str) -> None:
    await bot.send_message(1001, "A headline that says enough to be seen.", reply_markup=MARKUP)
    await expect(words(page)).to_be_visible()
    assert await faults(page) == []
    sheet = "const wrong = new CSSStyleSheet(); wrong.replaceSync(style); document.adoptedStyleSheets = "
    await page.evaluate(f"(style) => {{ {sheet} [wrong]; }}", style)
    assert any(told in line for line in await faults(page))
    await page.evaluate("() => { document.adoptedStyleSheets = []; }")
