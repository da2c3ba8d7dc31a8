"""Settings' own words typed plainly, and a number in reply to a numbered list."""

import pytest

from bot.chat.plain_orders import settings_in
from bot.domain.plain_words import wishes
from bot.domain.subscriptions import WEEKENDS
from bot.domain.vocabulary import words_in
from bot.render.languages import language
from bot.render.wishes import vocabulary
from tests.bot.front_page import a_front_page
from tests.bot.library import NOON
from tests.bot.running import ReadingBot
from tests.telegram import shown

SETTINGS = {
    "en": ("short", "long", "5 stories", "weekends", "silent on", "week off"),
    "de": ("kurz", "am Wochenende", "5 Meldungen", "2 Sätze", "lautlos an"),
    "fr": ("court", "le week-end"),
    "es": ("corto", "fines de semana", "5 noticias"),
    "it": ("breve", "fine settimana", "5 notizie"),
    "pt_BR": ("curto", "fins de semana", "5 notícias"),
    "ru": ("коротко", "по выходным", "5 новостей"),
    "uk": ("докладно", "на вихідних", "5 новин"),
    "tr": ("kısa", "hafta sonu", "5 haber"),
    "id": ("singkat", "akhir pekan", "5 berita"),
    "ar": ("قصير", "نهاية الأسبوع", "5 أخبار"),
    "fa": ("کوتاه", "5 خبر"),
}
PAGES = {
    "en": ("resume", "when is the next one?"),
    "de": ("fortsetzen", "wann kommt die nächste?"),
    "fr": ("reprendre", "à quand la prochaine ?"),
    "es": ("reanudar", "¿cuándo es la próxima?"),
    "it": ("riprendi", "quando è la prossima?"),
    "pt_BR": ("retomar", "quando é a próxima?"),
    "ru": ("возобновить", "когда следующий выпуск?"),
    "uk": ("відновити", "коли наступний випуск?"),
    "tr": ("devam et", "bir sonraki ne zaman?"),
    "id": ("lanjutkan", "kapan edisi berikutnya?"),
    "ar": ("استئناف", "متى النشرة التالية؟"),
    "fa": ("ادامه بده", "بعدی کی است؟"),
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, each in SETTINGS.items() for text in each])
def test_words_of_settings_are_a_setting(code: str, text: str) -> None:
    said_in = language(code)
    (meant,) = settings_in(text, vocabulary(said_in), said_in, now=NOON)
    assert meant.kind == "setting"


@pytest.mark.parametrize(("code", "place"), [(code, place) for code in PAGES for place in (0, 1)])
def test_how_to_resume_and_what_comes_next_is_known_in_every_language(code: str, place: int) -> None:
    known = vocabulary(language(code))
    (wish, *_) = wishes(words_in(PAGES[code][place], known.apostrophes), known)
    assert wish.name == ("hours" if place else "pause")


@pytest.mark.parametrize(
    "text", ["long march", "a short story", "Monday", "stories", "shorter", "weekends in Rome"]
)
def test_words_of_the_news_are_no_setting(text: str) -> None:
    said_in = language("en")
    assert settings_in(text, vocabulary(said_in), said_in, now=NOON) == ()


@pytest.mark.parametrize(
    ("text", "label", "begins"),
    [
        ("short", "Settings: short", "Length"),
        ("5 stories please", "Settings: 5 stories please", "Length"),
        ("weekends", "Settings: weekends", "Days"),
        ("silent on", "Settings: silent on", ""),
    ],
)
async def test_a_button_changes_the_setting(
    subscribing_bot: ReadingBot, text: str, label: str, begins: str
) -> None:
    await a_front_page(subscribing_bot.store)
    await subscribing_bot.ask("/subscribe 7")
    (offered,) = await subscribing_bot.ask(text)
    assert shown(offered) == ("Did you mean:", ((label,),))
    before = await subscribing_bot.store.chats.find(subscribing_bot.telegram.reader.id)
    await subscribing_bot.press(offered, label)
    after = await subscribing_bot.store.chats.find(subscribing_bot.telegram.reader.id)
    assert before != after or text.startswith("5")
    assert subscribing_bot.now(offered).text.startswith(begins)
    if text == "weekends":
        assert after is not None
        assert after.days == WEEKENDS


async def test_who_paused_is_offered_to_resume(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 7")
    await subscribing_bot.ask("/settings pause a week")
    (page,) = await subscribing_bot.ask("unpause")
    assert ("Resume now",) in shown(page)[1]


async def test_a_number_alone_is_an_hour_that_is_told(subscribing_bot: ReadingBot) -> None:
    (offered,) = await subscribing_bot.ask("2")
    assert shown(offered) == ("Did you mean:", (("Send news: 02:00",),))


@pytest.mark.parametrize("number", ["2", "2.", "#2"])
@pytest.mark.parametrize("listed", ["/brief", "/latest"])
async def test_a_number_in_reply_to_a_list_opens_what_has_it(
    subscribing_bot: ReadingBot, listed: str, number: str
) -> None:
    await a_front_page(subscribing_bot.store)
    (page,) = await subscribing_bot.ask(listed)
    reader = subscribing_bot.telegram.reader
    (opened,) = await subscribing_bot.after(
        reader, lambda: subscribing_bot.telegram.say(reader, number, reply_to=page)
    )
    assert opened.text.startswith("Aleppo deal unravels")


async def test_a_number_that_the_list_has_not_opens_nothing(subscribing_bot: ReadingBot) -> None:
    await a_front_page(subscribing_bot.store)
    (page,) = await subscribing_bot.ask("/latest")
    reader = subscribing_bot.telegram.reader
    (answer,) = await subscribing_bot.after(
        reader, lambda: subscribing_bot.telegram.say(reader, "9", reply_to=page)
    )
    assert shown(answer) == ("Did you mean:", (("Send news: 09:00",),))
