"""Thanks, and a plain no to what the bot asked: one short line, and nothing is changed."""

from datetime import time

import pytest

from bot.domain.plain_words import wishes
from bot.domain.vocabulary import words_in
from bot.render.languages import language
from bot.render.wishes import vocabulary
from tests.bot.front_page import a_front_page
from tests.bot.running import ReadingBot
from tests.telegram import shown

NOTHING = ("Nothing was changed.", ())
NO = {
    "en": ("no", "no, keep it", "no thanks", "never mind", "don't stop"),
    "de": ("nein", "nein danke", "lass es so"),
    "fr": ("non", "non merci", "laisse tomber"),
    "es": ("no", "no, gracias", "déjalo así"),
    "it": ("no", "no grazie", "lascia stare"),
    "pt_BR": ("não", "não, obrigado", "deixa assim"),
    "ru": ("нет", "нет, спасибо", "оставь как есть"),
    "uk": ("ні", "ні, дякую", "залиш як є"),
    "tr": ("hayır", "hayır, kalsın", "vazgeçtim"),
    "id": ("tidak", "tidak jadi", "biarkan saja"),
    "ar": ("لا", "لا شكرا", "اتركه كما هو"),
    "fa": ("نه", "نه ممنون", "بذار باشه"),
}
CANCEL = {
    "en": "cancel",
    "de": "abbrechen",
    "fr": "annuler",
    "es": "cancelar",
    "it": "annulla",
    "pt_BR": "cancelar",
    "ru": "отмена",
    "uk": "скасувати",
    "tr": "iptal",
    "id": "batal",
    "ar": "إلغاء",
    "fa": "لغو",
}


def wished(code: str, text: str) -> str:
    known = vocabulary(language(code))
    return wishes(words_in(text, known.apostrophes), known)[0].name


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, each in NO.items() for text in each])
def test_a_plain_no_is_known_in_every_language(code: str, text: str) -> None:
    assert wished(code, text) == "no"


@pytest.mark.parametrize(("code", "text"), CANCEL.items())
def test_what_cancels_is_known_in_every_language(code: str, text: str) -> None:
    assert wished(code, text) == "cancel"


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("cancel my subscription", "stop"),
        ("no more", "stop"),
        ("no messages", "stop"),
        ("no news", "brief"),
        ("no more about football", "mute"),
    ],
)
def test_what_says_more_than_no_is_none(text: str, wish: str) -> None:
    assert wished("en", text) == wish


@pytest.mark.parametrize("text", ["thanks", "ok", "thank you!!", "great"])
async def test_thanks_get_one_line(reading_bot: ReadingBot, text: str) -> None:
    (answer,) = await reading_bot.ask(text)
    assert shown(answer) == ("Any time.", (("What I can do",),))
    (help_,) = await reading_bot.press(answer, "What I can do")
    assert "/brief" in help_.text


async def test_a_plain_no_leaves_the_subscription(subscribing_bot: ReadingBot) -> None:
    await a_front_page(subscribing_bot.store)
    await subscribing_bot.ask("/subscribe 7")
    (asked,) = await subscribing_bot.ask("stop")
    assert asked.text == "Shall I stop sending news here?"
    (kept,) = await subscribing_bot.ask("no, keep it")
    assert shown(kept) == NOTHING
    (cancelled,) = await subscribing_bot.ask("cancel")
    assert shown(cancelled) == ("Nothing was changed.", (("Unsubscribe…",),))
    chat = await subscribing_bot.store.chats.find(subscribing_bot.telegram.reader.id)
    assert chat is not None
    assert (chat.subscribed, chat.hours) == (True, (time(7),))


@pytest.mark.parametrize("question", ["zone", "hours", "quiet"])
async def test_a_plain_no_leaves_an_open_question(subscribing_bot: ReadingBot, question: str) -> None:
    await a_front_page(subscribing_bot.store)
    await subscribing_bot.ask("/subscribe 7")
    (settings,) = await subscribing_bot.ask("/settings")
    await subscribing_bot.press_action(settings, f"ask:{question}")
    (left,) = await subscribing_bot.ask("no")
    assert shown(left) == NOTHING
    (asked,) = await subscribing_bot.ask("Lavrov")  # answers nothing any more
    assert asked.text.startswith("Sergey Lavrov")
    chat = await subscribing_bot.store.chats.find(subscribing_bot.telegram.reader.id)
    assert chat is not None
    assert chat.hours == (time(7),)
