"""What plain words order in each language: days from one to another, and hours when nothing is to come."""

from dataclasses import replace
from datetime import time

import pytest

from bot.chat.clocktimes import NotUnderstood
from bot.chat.orders import read_order
from bot.chat.plain_orders import settings_in
from bot.domain.languages import known_languages
from bot.domain.meanings import Meaning
from bot.domain.subscriptions import WEEKDAYS, SubscribeOrder
from bot.render.languages import language
from bot.render.meanings import meaning_button
from bot.render.wishes import vocabulary
from tests.bot.library import NOON
from tests.bot.running import ReadingBot

_SATURDAY_TO_WEDNESDAY = (True, True, True, False, False, True, True)


def meant(code: str, text: str) -> list[tuple[str, str]]:
    spoken = language(code)
    return [(one.kind, one.words) for one in settings_in(text, vocabulary(spoken), spoken, now=NOON)]


# ------------------------------------------------------------------ from one day to another

WORKING = {
    "en": ("monday to friday at 8", "send me the news from Mon till Fri at 8", "mon-fri, at 8 please"),
    "de": ("montags bis freitags um 8", "schick mir von Mo bis Fr um 8 die Nachrichten"),
    "fr": ("du lundi au vendredi à 8h", "lundi au vendredi 8 heures"),
    "es": ("lunes a viernes a las 8", "quiero noticias de lunes a viernes a las 8"),
    "it": ("da lunedì a venerdì alle 8", "lun-ven alle 8"),
    "pt_BR": ("segunda a sexta às 8", "de segunda a sexta às 8h"),
    "tr": ("pazartesiden cumaya 8'de", "pazartesiden cumaya kadar saat 8'de"),
    "ru": ("с понедельника по пятницу в 8", "пн-пт в 8"),
    "uk": ("з понеділка по п’ятницю о 8", "пн-пт о 8"),
    "ar": ("من الاثنين إلى الجمعة الساعة 8",),
    "fa": ("از دوشنبه تا جمعه ساعت ۸",),
    "id": ("dari senin sampai jumat jam 8", "senin-jumat jam 8"),
}
OVER_THE_WEEKEND = {
    "en": "sat to wed at 9",
    "de": "von Samstag bis Mittwoch um 9",
    "fr": "du samedi au mercredi à 9h",
    "es": "quiero noticias de sábado a miércoles a las 9",
    "it": "da sabato a mercoledì alle 9",
    "pt_BR": "de sábado a quarta às 9",
    "tr": "cumartesiden çarşambaya kadar 9'da",
    "ru": "с субботы по среду в 9",
    "uk": "із суботи до середи о 9",
    "ar": "من السبت إلى الأربعاء الساعة 9",
    "fa": "شنبه تا چهارشنبه ساعت ۹",
    "id": "kirim berita sabtu sampai rabu jam 9",
}


@pytest.mark.parametrize(("code", "text"), [(code, text) for code, each in WORKING.items() for text in each])
def test_from_monday_to_friday_is_five_days(code: str, text: str) -> None:
    ((kind, words),) = meant(code, text)
    assert (kind, read_order(words)) == ("order", SubscribeOrder(hours=(time(8),), days=WEEKDAYS))


@pytest.mark.parametrize(("code", "text"), OVER_THE_WEEKEND.items())
def test_days_are_ordered_over_the_weekend(code: str, text: str) -> None:
    ((_, words),) = meant(code, text)
    assert read_order(words) == SubscribeOrder(hours=(time(9),), days=_SATURDAY_TO_WEDNESDAY)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("mon-fri", "mon-fri"),
        ("between Tuesday and Thursday at 8", "between Tuesday and Thursday at 8"),
        ("from monday to friday from 8 to 10", "monday to friday from 08:00 to 10:00"),
        ("from 8 to 10 on weekdays", "weekdays from 08:00 to 10:00"),
    ],
)
def test_days_stand_alone_and_beside_hours_of_a_span(text: str, order: str) -> None:
    assert meant("en", text)[0] == ("order", order)
    assert not isinstance(read_order(order), NotUnderstood)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("de", "zwischen Montag und Freitag um 8"),
        ("fr", "entre lundi et vendredi à 8h"),
        ("es", "entre lunes y viernes a las 8"),
        ("it", "tra lunedì e venerdì alle 8"),
        ("pt_BR", "entre segunda e sexta às 8"),
        ("tr", "pazartesi ile cuma arasında 8'de"),
        ("ru", "между понедельником и пятницей в 8"),
        ("uk", "між понеділком та п’ятницею о 8"),
        ("ar", "بين الاثنين والجمعة الساعة 8"),
        ("fa", "بین دوشنبه و جمعه ساعت ۸"),
        ("id", "antara senin dan jumat jam 8"),
    ],
)
def test_between_monday_and_friday_is_five_days(code: str, text: str) -> None:
    ((_, words),) = meant(code, text)
    assert read_order(words) == SubscribeOrder(hours=(time(8),), days=WEEKDAYS)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "monday and friday between 8 and 9"),
        ("es", "noticias de lunes y viernes entre las 8 y las 9"),
        ("tr", "pazartesi ve cuma 8 ile 9 arasında"),
    ],
)
def test_two_days_are_no_more_beside_hours_between(code: str, text: str) -> None:
    asked = read_order(meant(code, text)[0][1])
    assert asked == SubscribeOrder(
        hours=(time(8), time(9)), days=(True, False, False, False, True, False, False)
    )


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "nothing between 22 and 7"),
        ("de", "zwischen 22 und 7 Uhr nichts senden"),
        ("fr", "n'envoie rien entre 22h et 7h"),
        ("es", "no envíes nada entre las 22 y las 7"),
        ("it", "non inviare niente tra le 22 e le 7"),
        ("pt_BR", "não envie nada entre as 22h e as 7h"),
        ("tr", "akşam 10 ile sabah 7 arası haber gelmesin"),
        ("ru", "не присылай между 22 и 7"),
        ("uk", "не надсилай між 22 та 7"),
        ("ar", "لا ترسل بين الساعة 22 و7"),
        ("fa", "بین ساعت ۲۲ و ۷ پیام نده"),
        ("id", "jangan kirim antara jam 22 dan jam 7"),
    ],
)
def test_nothing_comes_between_two_hours(code: str, text: str) -> None:
    assert meant(code, text) == [("quiet", "22:00–07:00")]


def test_between_two_days_are_those_between_them() -> None:
    asked = read_order("between tuesday and thursday at 8")
    assert asked == SubscribeOrder(hours=(time(8),), days=(False, True, True, True, False, False, False))


# ------------------------------------------------------------------ nothing from one hour to another

NOT_AT_NIGHT = {
    "en": (
        "no news from 10 in the evening to 7 in the morning",
        "no news in the evening from 10 to 7 in the morning",
        "messages off evening 10 to morning 7",
    ),
    "de": (
        "keine Nachrichten von 10 Uhr abends bis 7 Uhr morgens",
        "abends von 10 bis morgens um 7 keine Nachrichten",
        "nachts von 22 bis 7 Uhr nichts schicken",
    ),
    "fr": ("pas de nouvelles de 10 heures du soir à 7 heures du matin",),
    "es": (
        "no quiero noticias de 10 de la noche a 7 de la mañana",
        "no me envíes nada de 10 de la noche a 7 de la mañana",
    ),
    "it": ("niente notizie dalle 10 di sera alle 7 di mattina", "di sera dalle 10 alle 7 niente notizie"),
    "pt_BR": ("não quero notícias das 22h às 7h", "sem notícias das 10 da noite às 7 da manhã"),
    "tr": (
        "akşam 10dan sabah 7ye kadar haber gelmesin",
        "akşam ondan sabah yediye kadar mesaj atma",
    ),
    "ru": ("не присылай с 10 вечера до 7 утра", "вечером с 10 до 7 утра не присылай новости"),
    "uk": ("не надсилай з 10 вечора до 7 ранку", "увечері з 10 до 7 ранку не присилай новин"),
    "ar": (
        "لا ترسل أخبار من الساعة 10 مساء حتى 7 صباحا",
        "من 10 مساء إلى 7 صباحا لا ترسل شيئا",
        "لا أريد أخبارا من الساعة 10 مساء إلى 7 صباحا",
    ),
    "fa": ("از ساعت ۱۰ شب تا ۷ صبح خبر نفرست", "شب از ۱۰ تا ۷ صبح پیام نده"),
    "id": (
        "jangan kirim berita dari jam 10 malam sampai jam 7 pagi",
        "malam jam 10 sampai pagi jam 7 jangan kirim berita",
    ),
}


def test_every_language_has_its_rows() -> None:
    assert WORKING.keys() == OVER_THE_WEEKEND.keys() == NOT_AT_NIGHT.keys() == known_languages().keys()


@pytest.mark.parametrize(
    ("code", "text"), [(code, text) for code, each in NOT_AT_NIGHT.items() for text in each]
)
def test_a_span_is_quiet_in_its_parts_of_the_day(code: str, text: str) -> None:
    assert meant(code, text) == [("quiet", "22:00–07:00")]


def test_only_is_no_denial_where_its_words_are() -> None:
    assert meant("es", "nada más a las 9") == [("order", "only at 9")]


# ------------------------------------------------------------------ hours by a named clock


@pytest.mark.parametrize(
    ("code", "text", "ordered"),
    [
        ("id", "setiap hari jam 7 WIB", ["every day at 7 Asia/Jakarta"]),
        ("id", "kirim berita jam 7 pagi wita", ["7 morning Asia/Makassar"]),
        ("id", "hari kerja pukul 18.30 WIT", ["weekdays at 18.30 Asia/Jayapura"]),
        ("en", "every day at 7 EST", ["every day at 7 America/New_York", "every day at 7 America/Panama"]),
        ("en", "7 o’clock in the morning, Eastern time", ["7 o’clock in the morning, America/New_York"]),
        ("en", "weekdays at 7 (UTC+5:30)", ["weekdays at 7 Asia/Kolkata"]),
        ("en", "only from 8 to 10 JST", ["only from 08:00 to 10:00 Asia/Tokyo"]),
        ("de", "jeden Tag um 7 Uhr MEZ", ["every day at 7 o’clock Europe/Berlin"]),
        ("ru", "каждый день в 7 по мск", ["every day at 7 Europe/Moscow"]),
        ("fr", "tous les jours à 7h et 18h", ["every day at 7 o’clock and 18 o’clock"]),
        ("en", "what happened at 7 EST", []),
        ("en", "EST", []),
    ],
)
def test_hours_are_ordered_by_the_clock_that_is_named(code: str, text: str, ordered: list[str]) -> None:
    found = [words for kind, words in meant(code, text) if kind == "order"]
    assert found[:2] == ordered
    assert not any(isinstance(read_order(words), NotUnderstood) for words in found)


def test_quiet_hours_by_a_named_clock_ask_for_it_first() -> None:
    asked = meant("id", "jam 22 sampai 7 WIB jangan kirim")
    assert asked == [("zone", "Asia/Jakarta"), ("quiet", "22:00–07:00")]


async def test_a_button_orders_hours_and_the_clock_that_they_are_by(subscribing_bot: ReadingBot) -> None:
    (question,) = await subscribing_bot.ask("send me news every day at 7 WIB")
    await subscribing_bot.press(question, "Send news: every day at 7 (Jakarta)")
    chat = await subscribing_bot.store.chats.find(subscribing_bot.telegram.reader.id)
    assert chat is not None
    assert (chat.hours, chat.timezone) == ((time(7),), "Asia/Jakarta")


async def test_a_command_asks_whose_clock_is_meant(subscribing_bot: ReadingBot) -> None:
    (question,) = await subscribing_bot.ask("/subscribe weekdays at 7 EST")
    await subscribing_bot.press(question, "Send news: weekdays at 7 (Panama City)")
    chat = await subscribing_bot.store.chats.find(subscribing_bot.telegram.reader.id)
    assert chat is not None
    assert (chat.hours, chat.days, chat.timezone) == ((time(7),), WEEKDAYS, "America/Panama")


def test_an_order_is_on_a_button_whole_or_not_at_all() -> None:
    order = Meaning(kind="order", words="mondays, tuesdays, thursdays and fridays at 7 America/New_York")
    assert meaning_button(order) is None
    assert meaning_button(replace(order, words="weekdays at 7 America/New_York")) is not None
