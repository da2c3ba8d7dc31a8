"""What plain words order in each language: days from one to another, and hours when nothing is to come."""

from dataclasses import replace
from datetime import time

import pytest

from bot.chat.clocktimes import NotUnderstood
from bot.chat.orders import read_order
from bot.chat.plain_orders import settings_in
from bot.desks.plain_words import PlainWordsDesk
from bot.domain.languages import known_languages
from bot.domain.meanings import Meaning
from bot.domain.plain_words import wishes
from bot.domain.subscriptions import WEEKDAYS, SubscribeOrder
from bot.domain.vocabulary import words_in
from bot.render.languages import language
from bot.render.meanings import meaning_button
from bot.render.wishes import vocabulary
from bot.store import Store
from tests.bot.library import NOON, a_stored_article, an_analysis
from tests.bot.running import ReadingBot
from tests.telegram import shown

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


# ------------------------------------------------------------------ days that are not wanted, hours replaced

NOT_ON_SUNDAYS = {
    "en": (
        "not on sundays",
        "skip sundays",
        "no news on sunday",
        "dont send anything on sundays",
        "skip the news on sundays",
    ),
    "de": (
        "nicht sonntags",
        "sonntags nichts schicken",
        "am Sonntag keine Nachrichten",
        "außer sonntags",
        "lass sonntags aus",
    ),
    "fr": (
        "pas le dimanche",
        "n'envoie rien le dimanche",
        "sauf le dimanche",
        "saute le dimanche",
    ),
    "es": (
        "los domingos no",
        "no me envíes nada los domingos",
        "sáltate los domingos",
    ),
    "it": (
        "non la domenica",
        "di domenica niente",
        "salta la domenica",
    ),
    "pt_BR": (
        "não aos domingos",
        "não envie aos domingos",
        "pule os domingos",
    ),
    "tr": (
        "pazarları gönderme",
        "pazar günleri haber gelmesin",
        "pazar hariç",
        "pazar günlerini atla",
    ),
    "ru": (
        "не по воскресеньям",
        "по воскресеньям не присылай",
        "кроме воскресенья",
        "пропускай воскресенье",
    ),
    "uk": (
        "не по неділях",
        "у неділю не надсилай",
        "окрім неділі",
        "пропускай неділю",
    ),
    "ar": (
        "ليس يوم الأحد",
        "لا ترسل يوم الأحد",
        "ما عدا الأحد",
    ),
    "fa": (
        "یکشنبه‌ها نفرست",
        "به جز یکشنبه",
    ),
    "id": (
        "jangan hari minggu",
        "hari minggu jangan kirim",
        "lewati hari minggu",
    ),
}
BUT_SUNDAYS = {
    "en": ("every day but not on sundays, at 8",),
    "de": ("jeden Tag außer Sonntag um 8",),
    "fr": ("tous les jours sauf le dimanche à 8h",),
    "es": ("todos los días menos los domingos a las 8",),
    "it": ("tutti i giorni tranne la domenica alle 8",),
    "pt_BR": ("todos os dias menos domingo às 8",),
    "tr": ("pazar hariç her gün saat 8'de",),
    "ru": ("каждый день кроме воскресенья в 8",),
    "uk": ("щодня крім неділі о 8",),
    "ar": ("كل يوم ما عدا الأحد الساعة 8",),
    "fa": ("هر روز به جز یکشنبه ساعت ۸",),
    "id": ("setiap hari kecuali minggu jam 8",),
}
INSTEAD = {
    "en": (
        "9 instead of 7",
        "at nine instead of seven",
        "change 7 to 9",
        "move it from 7 to 9",
    ),
    "de": (
        "um 9 statt um 7",
        "statt um 7 um 9",
        "ändere 7 auf 9",
    ),
    "fr": (
        "à 9h au lieu de 7h",
        "change 7h en 9h",
    ),
    "es": (
        "a las 9 en vez de a las 7",
        "cambia las 7 por las 9",
    ),
    "it": (
        "alle 9 invece che alle 7",
        "sposta le 7 alle 9",
    ),
    "pt_BR": (
        "às 9 em vez das 7",
        "mude das 7 para as 9",
    ),
    "tr": (
        "7 yerine 9",
        "7 yerine 9'da",
        "7'yi 9'a al",
    ),
    "ru": (
        "в 9 вместо 7",
        "перенеси с 7 на 9",
    ),
    "uk": (
        "о 9 замість 7",
        "перенеси з 7 на 9",
    ),
    "ar": (
        "الساعة 9 بدلا من 7",
        "انقلها من 7 إلى 9",
    ),
    "fa": ("ساعت ۹ به جای ۷",),
    "id": (
        "jam 9 bukan jam 7",
        "ganti jam 7 jadi jam 9",
    ),
}
MADE = {
    "en": (
        "make it 9",
        "set it to 9 please",
        "move it to 9",
    ),
    "de": (
        "mach es um 9",
        "verschieb es auf 9",
    ),
    "fr": (
        "mets-le à 9h",
        "change pour 9h",
    ),
    "es": (
        "que sea a las 9",
        "cámbialo a las 9",
    ),
    "it": (
        "fallo alle 9",
        "spostalo alle 9",
    ),
    "pt_BR": (
        "coloca às 9",
        "muda para as 9",
    ),
    "tr": ("9 yap",),
    "ru": (
        "сделай в 9",
        "перенеси на 9",
    ),
    "uk": (
        "зроби о 9",
        "перенеси на 9",
    ),
    "ar": ("اجعلها الساعة 9",),
    "fa": ("بذارش ساعت ۹",),
    "id": (
        "jadikan jam 9",
        "pindahkan ke jam 9",
    ),
}
NOT_BUT = {
    "en": (
        "not at 7 but at 9",
        "send it at 9, not at 7",
        "i want it not at seven but at nine",
    ),
    "de": (
        "nicht um 7, sondern um 9",
        "um 9, nicht um 7",
        "schick es nicht um sieben, sondern um neun",
        "ersetze 7 durch 9",
    ),
    "fr": (
        "pas à 7h mais à 9h",
        "à 9h, pas à 7h",
        "remplace 7h par 9h",
    ),
    "es": (
        "no a las 7 sino a las 9",
        "a las 9, no a las 7",
        "cambia las 7 por las 9",
    ),
    "it": (
        "non alle 7 ma alle 9",
        "alle 9, non alle 7",
        "sostituisci le 7 con le 9",
    ),
    "pt_BR": (
        "não às 7, mas às 9",
        "às 9, não às 7",
        "troque 7h por 9h",
    ),
    "tr": (
        "7'de değil 9'da",
        "yedide değil dokuzda",
        "7'yi 9 yap",
    ),
    "ru": (
        "не в 7, а в 9",
        "не в семь, а в девять",
        "замени 7 на 9",
    ),
    "uk": (
        "не о 7, а о 9",
        "не о сьомій, а о дев'ятій",
        "заміни 7 на 9",
    ),
    "ar": (
        "ليس الساعة 7 بل الساعة 9",
        "الساعة 9 وليس الساعة 7",
        "استبدل 7 ب 9",
    ),
    "fa": (
        "نه ساعت ۷ بلکه ساعت ۹",
        "ساعت ۷ بشه ساعت ۹",
        "۷ را به ۹ تغییر بده",
    ),
    "id": (
        "bukan jam 7 tapi jam 9",
        "jangan jam 7 tapi jam 9",
        "ganti jam 7 dengan jam 9",
    ),
}
SHORTER = {
    "en": (
        "shorter summaries",
        "longer summaries",
        "make the summaries shorter",
    ),
    "de": (
        "kürzere Zusammenfassungen",
        "längere Zusammenfassungen",
    ),
    "fr": (
        "des résumés plus courts",
        "résumés plus longs",
    ),
    "es": (
        "resúmenes más cortos",
        "resúmenes más largos",
    ),
    "it": (
        "riassunti più brevi",
        "riassunti più lunghi",
    ),
    "pt_BR": (
        "resumos mais curtos",
        "resumos mais longos",
    ),
    "tr": (
        "daha kısa özetler",
        "daha uzun özetler",
    ),
    "ru": (
        "сводки короче",
        "более короткие сводки",
    ),
    "uk": (
        "коротші зведення",
        "довші зведення",
    ),
    "ar": (
        "ملخصات أقصر",
        "ملخصات أطول",
    ),
    "fa": (
        "خلاصه‌های کوتاه‌تر",
        "خلاصه‌های بلندتر",
    ),
    "id": (
        "ringkasan lebih pendek",
        "ringkasan lebih panjang",
    ),
}
NO_ORDERS = {
    "en": ("don't change 7 to 9", "do not move it to 9", "not just at 7 but at 9 too", "not only on sundays"),
    "de": ("ändere nicht 7 auf 9", "nicht nur um 7, sondern um 9"),
    "fr": ("ne change pas 7h en 9h", "pas seulement à 7h mais aussi à 9h"),
    "es": ("no cambies las 7 por las 9", "no solo a las 7 sino a las 9"),
    "it": ("non cambiare le 7 con le 9", "non solo alle 7 ma alle 9"),
    "pt_BR": ("não troque 7h por 9h", "não só às 7 mas às 9"),
    "tr": ("7'yi 9 yapma", "sadece 7'de değil 9'da da", "hafta içi değil hafta sonu"),
    "ru": ("не меняй 7 на 9", "не только в 7, но и в 9"),
    "uk": ("не міняй 7 на 9", "не тільки о 7, а о 9"),
    "ar": ("لا تستبدل 7 ب 9", "ليس فقط الساعة 7 بل الساعة 9"),
    "fa": ("نه فقط ساعت ۷ بلکه ساعت ۹",),
    "id": ("jangan ganti jam 7 dengan jam 9", "bukan hanya jam 7 tapi juga jam 9"),
}
_ALL_OF_THEM = (NOT_ON_SUNDAYS, BUT_SUNDAYS, INSTEAD, NOT_BUT, MADE, SHORTER, NO_ORDERS)


def each(texts: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    return [(code, text) for code, every in texts.items() for text in every]


def test_changes_are_told_in_every_language() -> None:
    assert all(texts.keys() == known_languages().keys() for texts in _ALL_OF_THEM)


@pytest.mark.parametrize(("code", "text"), each(NOT_ON_SUNDAYS))
def test_a_day_is_taken_away(code: str, text: str) -> None:
    assert meant(code, text) == [("days off", "not sun")]


@pytest.mark.parametrize(("code", "text"), each(BUT_SUNDAYS))
def test_every_day_but_one_is_six_days(code: str, text: str) -> None:
    ((kind, words),) = meant(code, text)
    asked = SubscribeOrder(hours=(time(8),), days=(True,) * 6 + (False,))
    assert (kind, read_order(words)) == ("order", asked)


@pytest.mark.parametrize(("code", "text"), [*each(INSTEAD), *each(NOT_BUT)])
def test_an_hour_comes_instead_of_another(code: str, text: str) -> None:
    assert meant(code, text) == [("order", "09:00 instead of 07:00")]


@pytest.mark.parametrize(("code", "text"), each(MADE))
def test_an_hour_takes_the_place_of_what_stands(code: str, text: str) -> None:
    assert meant(code, text) == [("order", "make it 09:00")]


@pytest.mark.parametrize(("code", "text"), each(NO_ORDERS))
def test_what_is_denied_is_not_ordered(code: str, text: str) -> None:
    assert meant(code, text) == []


@pytest.mark.parametrize(
    ("code", "text", "order"),
    [
        ("en", "don't send it at 7, make it 9", "09:00 instead of 07:00"),
        ("en", "no, make it 9", "make it 09:00"),
        ("en", "no make it 9", "make it 09:00"),
        ("en", "no, at 9", "9"),
        ("de", "nein, mach es um 9", "make it 09:00"),
        ("fr", "non, remplace 7h par 9h", "09:00 instead of 07:00"),
        ("pt_BR", "não, troque 7h por 9h", "09:00 instead of 07:00"),
        ("ru", "нет, в 9", "9"),
    ],
)
def test_what_is_ordered_behind_a_no_is_the_order(code: str, text: str, order: str) -> None:
    assert meant(code, text) == [("order", order)]


@pytest.mark.parametrize(("code", "text"), each(SHORTER))
def test_shorter_summaries_are_how_much_of_it(code: str, text: str) -> None:
    known = vocabulary(language(code))
    assert wishes(words_in(text, known.apostrophes), known)[0].name == "length"


@pytest.mark.parametrize(
    ("code", "text", "kinds"),
    [
        ("de", "montags nicht um 8", []),
        ("en", "not on sundays at 7", []),
        ("en", "skip this sunday", []),
        ("en", "no politics on sunday", []),
        ("en", "what happened on sunday", []),
        ("en", "no news from 22 to 7", ["quiet"]),
        ("en", "no news until friday", ["pause"]),
        ("en", "from 7 to 9", ["hourly", "quiet"]),
        ("en", "not from 7 to 9", ["quiet"]),
        ("en", "make it 8 to 10", ["order"]),
        ("en", "not at 9", ["wish"]),
        ("de", "nicht um 7", ["wish"]),
        ("ru", "не в 7", ["wish"]),
        ("en", "no one", []),
        ("en", "at 7 Wake", ["order"]),
        ("en", "at 7 wake me up", []),
        ("en", "no 10 downing street", []),
        ("en", "change 7 to 9, short", ["order"]),
    ],
)
def test_other_orders_take_no_day_and_no_hour_away(code: str, text: str, kinds: list[str]) -> None:
    assert [kind for kind, _ in meant(code, text)] == kinds


@pytest.mark.parametrize(
    ("code", "text", "order"),
    [
        ("en", "change morning to evening", "18:00 instead of 07:30"),
        ("en", "change 7 to the evening please", "18:00 instead of 07:00"),
        ("de", "nicht morgens, sondern abends", "18:00 instead of 07:30"),
        ("es", "no por la mañana sino por la noche", "21:00 instead of 07:30"),
        ("pt_BR", "não de manhã mas à noite", "21:00 instead of 07:30"),
        ("tr", "sabah değil akşam", "18:00 instead of 07:30"),
        ("id", "bukan pagi tapi malam", "21:00 instead of 07:30"),
    ],
)
def test_a_part_of_the_day_for_another_is_all_that_is_offered(code: str, text: str, order: str) -> None:
    assert meant(code, text) == [("order", order)]


@pytest.mark.parametrize(
    ("text", "order", "label"),
    [
        (
            "change 7 to 9 paris, short",
            "09:00 instead of 07:00 short Europe/Paris",
            "Send news: 09:00 instead of 07:00, 1 sentence (Paris)",
        ),
        (
            "not at 7 but at 9 on weekdays, 5 stories",
            "09:00 instead of 07:00 weekdays 5 stories",
            "Send news: 09:00 instead of 07:00, on weekdays, 5 stories",
        ),
        (
            "make it 9, new and the week",
            "make it 09:00 new week",
            "Send news: from now on at 09:00, Each new article, The week, on Sundays",
        ),
        ("only at 9, not at 7", "only 09:00 instead of 07:00", "Send news: Only at 09:00"),
    ],
)
def test_what_stands_beside_a_replaced_hour_is_offered_with_it(text: str, order: str, label: str) -> None:
    english = language("en")
    (one,) = settings_in(text, vocabulary(english), english, now=NOON)
    made = meaning_button(one)
    assert made is not None
    assert (one.words, english.say(made.label)) == (order, label)


async def test_what_stands_beside_a_replaced_hour_outlives_the_question_which(
    subscribing_bot: ReadingBot,
) -> None:
    bot = subscribing_bot
    await bot.ask("/subscribe 7:30 18:00 week")
    (question,) = await bot.ask("change 7:00 to 9 paris, short")
    await bot.press(question, "ow:09:00 instead of 07:00 short Europe/Paris")
    assert await _kept(bot) == ((time(9), time(18)), "Europe/Paris", 1, True)
    (question,) = await bot.ask("/settings change 11 to 10 long")
    assert shown(question)[1] == (
        ("10:00 instead of 09:00, 3 sentences",),
        ("10:00 instead of 18:00, 3 sentences",),
        ("Only at 10:00",),
    )
    await bot.press(question, "Only at 10:00")
    assert await _kept(bot) == ((time(10),), "Europe/Paris", 3, True)


async def test_hours_of_a_span_take_the_place_of_those_that_stand(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await bot.ask("/subscribe 7:30")
    (question,) = await bot.ask("make it 8 to 10")
    assert shown(question)[1] == (("Send news: from now on at 08:00, 09:00 and 10:00",),)
    await bot.press(question, "ow:make it from 08:00 to 10:00")
    assert (await _kept(bot))[0] == (time(8), time(9), time(10))


async def test_quiet_hours_are_no_words_that_are_muted(subscribing_bot: ReadingBot) -> None:
    (question,) = await subscribing_bot.ask("silence from 11 pm to half past six am")
    assert shown(question)[1] == (("Quiet hours: 23:00 to 06:30",),)


async def test_an_hour_that_is_not_wanted_opens_those_that_stand(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 7 9")
    (question,) = await subscribing_bot.ask("not at 9")
    assert shown(question)[1] == (("Times of editions",),)


async def _kept(bot: ReadingBot) -> tuple[tuple[time, ...], str | None, int, bool]:
    chat = await bot.store.chats.find(bot.telegram.reader.id)
    assert chat is not None
    return chat.hours, chat.timezone, chat.sentences, chat.weekly


async def test_a_press_takes_the_day_away_and_says_what_stands(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await bot.ask("/subscribe 7:30 week")
    (question,) = await bot.ask("skip sundays")
    assert shown(question)[1] == (("No news on Sun",), ("Mute “sundays”",))
    await bot.press(question, "No news on Sun")
    assert "An edition on Mon, Tue, Wed, Thu, Fri and Sat at 07:30." in bot.now(question).text
    assert "The week" not in bot.now(question).text


async def test_what_comes_at_once_has_no_days_and_that_is_told(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 7:30 new")
    (answer,) = await subscribing_bot.ask("/subscribe not on sundays")
    assert "Only editions have days: what comes at once may come on any day." in answer.text


async def test_who_has_no_subscription_gets_none_by_a_day_that_is_not_wanted(
    subscribing_bot: ReadingBot,
) -> None:
    (answer,) = await subscribing_bot.ask("/subscribe not on sundays")
    assert answer.text == "There is no subscription here, so nothing is sent. /subscribe starts one."


async def test_the_last_day_stays_and_that_is_told(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe mondays at 7")
    for command in ("/subscribe not on mondays", "/settings not on mondays"):
        (answer,) = await subscribing_bot.ask(command)
        assert answer.text == "Then no day would be left, so I changed nothing: editions come on Mon."


async def test_who_gets_the_week_alone_is_asked_whether_all_is_to_end(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe sundays")
    (answer,) = await subscribing_bot.ask("/subscribe not on sundays")
    assert answer.text == "Shall I stop sending news here?"
    chat = await subscribing_bot.store.chats.find(subscribing_bot.telegram.reader.id)
    assert chat is not None
    assert (chat.weekly, chat.hours) == (True, ())


async def test_which_of_two_hours_is_to_go_is_asked(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await bot.ask("/subscribe 7:30 18:00")
    (question,) = await bot.ask("make it 9")
    await bot.press(question, "Send news: from now on at 09:00")
    assert shown(bot.now(question)) == (
        "Editions come at 07:30 and 18:00. Which of them shall give way?",
        (("09:00 instead of 07:30",), ("09:00 instead of 18:00",), ("Only at 09:00",)),
    )
    await bot.press(bot.now(question), "09:00 instead of 18:00")
    assert "An edition every day at 07:30 and 09:00." in bot.now(question).text


async def test_an_hour_that_does_not_stand_is_asked_about(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await bot.ask("/subscribe 7:30 18:00")
    (answer,) = await bot.ask("/settings 9 instead of 11")
    assert answer.text == "No edition comes at 11:00: they come at 07:30 and 18:00. What did you mean?"
    (page,) = await bot.ask("/settings 9 instead of 7")
    assert "An edition every day at 09:00 and 18:00" in page.text or "09:00" in page.text


async def test_beside_an_order_no_story_is_offered_that_shares_a_word(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    sentence = "The minister spoke on the day of the morning fog, and every ferry waited."
    await a_stored_article(bot.store, an_analysis(headline="Fog on the water", sentences=[sentence]))
    for order in ("every day at 7", "skip mondays", "follow the minister of fisheries", "only ferries"):
        (question,) = await bot.ask(order)
        assert not any("Fog" in label for row in shown(question)[1] for label in row), order


async def test_an_order_that_leaves_a_day_out_mutes_nothing(sqlite_store: Store) -> None:
    spanish = language("es")
    known, words = vocabulary(spanish), "todos los días menos los domingos a las 8"
    settings = settings_in(words, known, spanish, now=NOON)
    found = await PlainWordsDesk(sqlite_store, lambda: NOON).meanings(words, known, settings=settings)
    assert [one.kind for one in found.meanings] == ["order"]


async def test_world_news_alone_are_the_section(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await a_stored_article(bot.store, an_analysis(section="World"))
    for words in ("i only want world news", "only the world news", "world news only"):
        (question,) = await bot.ask(words)
        assert shown(question)[1][0] == ("Only World",), words
    (story,) = await bot.ask("just the news please")
    assert "Did you mean" not in story.text


async def test_a_section_is_known_without_its_small_words(subscribing_bot: ReadingBot) -> None:
    await a_stored_article(subscribing_bot.store, an_analysis(section="World news"))
    for words in ("only world", "i only want the world news"):
        (question,) = await subscribing_bot.ask(words)
        assert shown(question)[1][0] == ("Only World news",), words
