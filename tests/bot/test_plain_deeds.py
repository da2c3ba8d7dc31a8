"""What is done with a story in plain words: in reply to it, and alone, where no story is told."""

import pytest

from bot.domain.plain_words import wishes
from bot.domain.vocabulary import words_in
from bot.localchat import LocalMessage
from bot.render.languages import language
from bot.render.wishes import story_vocabulary, vocabulary
from tests.bot.front_page import a_front_page
from tests.bot.running import ReadingBot
from tests.telegram import shown

CHOICES = ("Aleppo deal unravels", (("Less",), ("Follow", "Mute", "Save", "Share")))
HOW = "Reply to a story with “save”, “share”, “follow” or “mute”, or press More under it."

WORDS = {
    "en": ("share this please", "save it", "mute this", "follow this"),
    "de": ("teile das", "merke das", "speichern", "das stummschalten"),
    "fr": ("partage ça", "garde ça", "enregistre", "suivre ça"),
    "es": ("comparte esto", "guárdalo", "silencia esto", "seguir esto"),
    "it": ("condividi", "salva", "silenzialo", "segui questo"),
    "pt_BR": ("compartilhar", "salva isso", "silenciar isso", "siga isso"),
    "ru": ("поделиться", "сохрани", "скрой это", "следи за этим"),
    "uk": ("поділитися", "збережи", "приховай це", "стеж за цим"),
    "tr": ("paylaş", "kaydet", "bunu sessize al", "bunu takip et"),
    "id": ("bagikan", "simpan ini", "bisukan ini", "ikuti ini"),
    "ar": ("شارك هذا", "احفظ هذا", "اكتم هذا", "تابع هذا"),
    "fa": ("هم‌رسانی", "این را ذخیره کن", "این را نادیده بگیر", "این را دنبال کن"),
}


async def replied(bot: ReadingBot, text: str) -> LocalMessage:
    await a_front_page(bot.store)
    (story,) = await bot.ask("/brief aleppo")
    reader = bot.telegram.reader
    (answer,) = await bot.after(reader, lambda: bot.telegram.say(reader, text, reply_to=story))
    return answer


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [(code, text, place) for code in WORDS for place, text in enumerate(WORDS[code])],
)
def test_it_is_known_in_every_language(code: str, text: str, place: int) -> None:
    words = words_in(text, vocabulary(language(code)).apostrophes)
    (in_story, *_) = wishes(words, story_vocabulary(language(code)))
    assert in_story.name == ("story choices" if place else "story share")
    (alone, *_) = wishes(words, vocabulary(language(code)))
    assert alone.name == "deed"


@pytest.mark.parametrize("text", ["save", "mute this", "follow this", "save it please", "unfollow it"])
async def test_a_reply_opens_what_can_be_done_with_the_story(subscribing_bot: ReadingBot, text: str) -> None:
    answer = await replied(subscribing_bot, text)
    assert shown(answer) == CHOICES


async def test_the_press_does_it(subscribing_bot: ReadingBot) -> None:
    answer = await replied(subscribing_bot, "save this")
    await subscribing_bot.press(answer, "Save")
    assert shown(subscribing_bot.now(answer))[1][1] == ("Follow", "Mute", "Unsave", "Share")
    (saved,) = await subscribing_bot.ask("/saved")
    assert "Aleppo deal unravels" in saved.text


async def test_a_reply_shares_the_story(subscribing_bot: ReadingBot) -> None:
    answer = await replied(subscribing_bot, "share")
    assert answer.text.startswith("Aleppo deal unravels\nhttps://t.me/")


@pytest.mark.parametrize("text", ["share", "save", "mute this", "follow this", "save it"])
async def test_alone_it_is_told_how(subscribing_bot: ReadingBot, text: str) -> None:
    await a_front_page(subscribing_bot.store)
    (answer,) = await subscribing_bot.ask(text)
    assert shown(answer) == (HOW, (("The newest stories",),))


@pytest.mark.parametrize("text", ["save the buses", "share prices fell"])
async def test_words_of_the_news_are_no_deed(subscribing_bot: ReadingBot, text: str) -> None:
    await a_front_page(subscribing_bot.store)
    (answer,) = await subscribing_bot.ask(text)
    assert answer.text != HOW
