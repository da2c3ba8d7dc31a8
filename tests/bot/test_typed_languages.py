"""What people order in their own language is understood: hours, parts of the day, days."""

from datetime import time

import pytest

from bot.chat.clocktimes import NotUnderstood
from bot.chat.orders import read_order, read_order_in
from bot.chat.spans import Between, between
from bot.domain.chats import MORNING
from bot.domain.languages import known_languages
from bot.domain.subscriptions import EVERY_DAY, WEEKDAYS, WEEKENDS, SubscribeOrder
from bot.render.languages import language
from bot.render.typed_words import forms, in_english

_SEVEN, _EIGHT, _NINE, _HALF_PAST_SIX = time(7), time(8), time(9), time(18, 30)
_DAILY = SubscribeOrder(hours=(_SEVEN,), days=EVERY_DAY)
_WORKING = SubscribeOrder(hours=(_HALF_PAST_SIX,), days=WEEKDAYS)
_TWO_DAYS = SubscribeOrder(hours=(_EIGHT,), days=(True, False, False, True, False, False, False))
_WEEKENDS = SubscribeOrder(days=WEEKENDS)
_ONLY = SubscribeOrder(hours=(_NINE,), only=True)
_MORNING_AND_EVENING = SubscribeOrder(hours=(_SEVEN, time(20)))
_AFTERNOON = SubscribeOrder(hours=(time(15),))
_NIGHT = SubscribeOrder(hours=(time(23),))
_BOTH = SubscribeOrder(hours=(MORNING, time(18)))
_LATER = SubscribeOrder(hours=(_HALF_PAST_SIX,))

ORDERED: dict[str, tuple[tuple[str, SubscribeOrder], ...]] = {
    "en": (
        ("every day at 7", _DAILY),
        ("daily at seven o’clock", _DAILY),
        ("weekdays at half past six in the evening", _WORKING),
        ("mondays and thursdays at 8", _TWO_DAYS),
        ("weekends", _WEEKENDS),
        ("only at 9", _ONLY),
        ("7 in the morning and 8 in the evening", _MORNING_AND_EVENING),
        ("at 3 in the afternoon", _AFTERNOON),
        ("11 at night", _NIGHT),
        ("mornings and evenings", _BOTH),
        ("at 18:30", _LATER),
    ),
    "ru": (
        ("каждый день в 7", _DAILY),
        ("ежедневно в 7 часов", _DAILY),
        ("каждый день в семь утра", _DAILY),
        ("каждый день в 7:00", _DAILY),
        ("каждый день в 7-00", _DAILY),
        ("раз в день: в 7 утра", _DAILY),
        ("по будням в половине седьмого вечера", _WORKING),
        ("в будни в полседьмого вечера", _WORKING),
        ("по будням в 6:30 вечера", _WORKING),
        ("по понедельникам и четвергам в 8", _TWO_DAYS),
        ("в пн и чт в 8 ч.", _TWO_DAYS),
        ("по выходным", _WEEKENDS),
        ("только в 9", _ONLY),
        ("только в 9 утра", _ONLY),
        ("в 7 утра и 8 вечера", _MORNING_AND_EVENING),
        ("в 7 утра и в 8 вечера", _MORNING_AND_EVENING),
        ("утром в 7 и вечером в 8", _MORNING_AND_EVENING),
        ("в 3 часа дня", _AFTERNOON),
        ("в 11 ночи", _NIGHT),
        ("утром и вечером", _BOTH),
        ("в 18 часов 30", _LATER),
    ),
    "uk": (
        ("щодня о 7", _DAILY),
        ("щодня о 7-й", _DAILY),
        ("кожного дня о сьомій ранку", _DAILY),
        ("щодня о 7 годині", _DAILY),
        ("у будні о пів на сьому вечора", _WORKING),
        ("по буднях о 18:30", _WORKING),
        ("щопонеділка і щочетверга о 8-й", _TWO_DAYS),
        ("у понеділок та четвер о 8", _TWO_DAYS),
        ("у вихідні", _WEEKENDS),
        ("лише о 9", _ONLY),
        ("тільки о дев’ятій", _ONLY),
        ("о 7 ранку та 8 вечора", _MORNING_AND_EVENING),
        ("о 7-й ранку й о 8-й вечора", _MORNING_AND_EVENING),
        ("о 3 годині дня", _AFTERNOON),
        ("об 11 ночі", _NIGHT),
        ("вранці та ввечері", _BOTH),
        ("о 18-30", _LATER),
    ),
    "de": (
        ("jeden Tag um 7", _DAILY),
        ("täglich um 7 Uhr", _DAILY),
        ("jeden Tag um sieben", _DAILY),
        ("jeden Morgen um 7 Uhr, täglich", _DAILY),
        ("einmal am Tag um 7", _DAILY),
        ("werktags um halb sieben abends", _WORKING),
        ("unter der Woche um 18.30 Uhr", _WORKING),
        ("werktags um 18 Uhr 30", _WORKING),
        ("montags und donnerstags um 8", _TWO_DAYS),
        ("am Wochenende", _WEEKENDS),
        ("nur um 9", _ONLY),
        ("nur um neun Uhr", _ONLY),
        ("um 7 Uhr morgens und 8 Uhr abends", _MORNING_AND_EVENING),
        ("morgens um 7 und abends um 8", _MORNING_AND_EVENING),
        ("um 3 Uhr nachmittags", _AFTERNOON),
        ("11 Uhr nachts", _NIGHT),
        ("morgens und abends", _BOTH),
        ("18:30Uhr", _LATER),
    ),
    "fr": (
        ("tous les jours à 7h", _DAILY),
        ("chaque jour à 7 heures", _DAILY),
        ("tous les jours à sept heures", _DAILY),
        ("tous les jours à 7 h 00", _DAILY),
        ("une fois par jour à 7h", _DAILY),
        ("en semaine à six heures et demie du soir", _WORKING),
        ("en semaine à 18h30", _WORKING),
        ("les jours ouvrés à 18 h 30", _WORKING),
        ("le lundi et le jeudi à 8h", _TWO_DAYS),
        ("lundis et jeudis à 8 heures", _TWO_DAYS),
        ("le week-end", _WEEKENDS),
        ("seulement à 9h", _ONLY),
        ("à 7 heures du matin et 8 heures du soir", _MORNING_AND_EVENING),
        ("à 3 heures de l'après-midi", _AFTERNOON),
        ("à 3 h de l’après-midi", _AFTERNOON),
        ("à 11 heures de la nuit", _NIGHT),
        ("matin et soir", _BOTH),
        ("à 18h30", _LATER),
    ),
    "es": (
        ("todos los días a las 7", _DAILY),
        ("cada día a las siete de la mañana", _DAILY),
        ("a diario a las 7 a. m.", _DAILY),
        ("todos los días las 7", _DAILY),
        ("entre semana a las seis y media de la tarde", _WORKING),
        ("de lunes a viernes a las 18:30 h", _WORKING),
        ("los lunes y jueves a las 8", _TWO_DAYS),
        ("los fines de semana", _WEEKENDS),
        ("solo a las 9", _ONLY),
        ("solo a las nueve en punto", _ONLY),
        ("a las 7 de la mañana y a las 8 de la noche", _MORNING_AND_EVENING),
        ("7 de la mañana y 8 de la tarde", _MORNING_AND_EVENING),
        ("a las 3 de la tarde", _AFTERNOON),
        ("a las 3 p. m.", _AFTERNOON),
        ("a las 11 de la noche", _NIGHT),
        ("a las 18:30 horas", _LATER),
    ),
    "pt_BR": (
        ("todos os dias às 7", _DAILY),
        ("todo dia às 7h", _DAILY),
        ("diariamente às sete da manhã", _DAILY),
        ("todo dia 7h00", _DAILY),
        ("em dias úteis às seis e meia da tarde", _WORKING),
        ("de segunda a sexta às 18h30", _WORKING),
        ("dias úteis às 18 h 30", _WORKING),
        ("segundas e quintas às 8", _TWO_DAYS),
        ("nos fins de semana", _WEEKENDS),
        ("só às 9", _ONLY),
        ("apenas às nove horas", _ONLY),
        ("às 7 da manhã e às 8 da noite", _MORNING_AND_EVENING),
        ("7h da manhã e 8h da noite", _MORNING_AND_EVENING),
        ("às 3 da tarde", _AFTERNOON),
        ("às 11 da noite", _NIGHT),
        ("às 18:30", _LATER),
    ),
    "it": (
        ("ogni giorno alle 7", _DAILY),
        ("tutti i giorni alle sette", _DAILY),
        ("ogni giorno alle ore 7", _DAILY),
        ("tutti i giorni alle 7 di mattina", _DAILY),
        ("nei giorni feriali alle sei e mezza di sera", _WORKING),
        ("giorni feriali alle 18:30", _WORKING),
        ("il lunedì e il giovedì alle 8", _TWO_DAYS),
        ("nel fine settimana", _WEEKENDS),
        ("solo alle 9", _ONLY),
        ("soltanto alle nove in punto", _ONLY),
        ("alle 7 di mattina e alle 8 di sera", _MORNING_AND_EVENING),
        ("alle 3 del pomeriggio", _AFTERNOON),
        ("alle 11 di notte", _NIGHT),
        ("mattina e sera", _BOTH),
        ("alle 18.30", _LATER),
    ),
    "tr": (
        ("her gün saat 7'de", _DAILY),
        ("her gün 7’de", _DAILY),
        ("her gün sabah yedide", _DAILY),
        ("her sabah 7'de, her gün", _DAILY),
        ("pazartesiden cumaya 18:30'da", _WORKING),
        ("hafta içi akşam altı buçukta", _WORKING),
        ("hafta içi 18:30'da", _WORKING),
        ("hafta içi akşam 6.30'da", _WORKING),
        ("pazartesi ve perşembe 8'de", _TWO_DAYS),
        ("pazartesi ve perşembe günleri saat 8'de", _TWO_DAYS),
        ("hafta sonu", _WEEKENDS),
        ("yalnızca 9'da", _ONLY),
        ("sadece saat dokuzda", _ONLY),
        ("sabah 7 ve akşam 8", _MORNING_AND_EVENING),
        ("sabah 7 akşam 8", _MORNING_AND_EVENING),
        ("sabah 7'de ve akşam 8'de", _MORNING_AND_EVENING),
        ("öğleden sonra 3", _AFTERNOON),
        ("öğleden sonra 3'te", _AFTERNOON),
        ("gece 11'de", _NIGHT),
        ("sabah ve akşam", _BOTH),
        ("18:30da", _LATER),
    ),
    "ar": (
        ("كل يوم الساعة 7", _DAILY),
        ("كل يوم الساعة ٧", _DAILY),
        ("يوميا في الساعة السابعة صباحا", _DAILY),
        ("كل يوم الساعة ٧ صباحًا", _DAILY),
        ("أيام العمل الساعة السادسة والنصف مساء", _WORKING),
        ("أيام العمل الساعة ١٨:٣٠", _WORKING),
        ("الاثنين والخميس الساعة 8", _TWO_DAYS),
        ("يوم الاثنين ويوم الخميس في الساعة ٨", _TWO_DAYS),
        ("عطلة نهاية الأسبوع", _WEEKENDS),
        ("فقط الساعة 9", _ONLY),
        ("الساعة التاسعة فقط", _ONLY),
        ("الساعة 7 صباحا و8 مساء", _MORNING_AND_EVENING),
        ("7 صباحا و 8 مساء", _MORNING_AND_EVENING),
        ("٧ص و٨م", _MORNING_AND_EVENING),
        ("الساعة 3 بعد الظهر", _AFTERNOON),
        ("الساعة 11 ليلا", _NIGHT),
        ("صباحا ومساء", _BOTH),
        ("في الساعة ١٨:٣٠", _LATER),
        ("یومیا فی الساعه السابعه صباحا", _DAILY),
        ("أيام العمل الســاعة السادسه والنصف مساء", _WORKING),
        ("الإثنين والخميس الساعة 8", _TWO_DAYS),
    ),
    "fa": (
        ("هر روز ساعت 7", _DAILY),
        ("هر روز ساعت ۷", _DAILY),
        ("هر روز ساعت هفت صبح", _DAILY),
        ("روزانه ساعت ۷ صبح", _DAILY),
        ("دوشنبه تا جمعه ساعت شش و نیم عصر", _WORKING),
        ("دوشنبه تا جمعه ساعت ۱۸:۳۰", _WORKING),
        ("دوشنبه و پنجشنبه ساعت ۸", _TWO_DAYS),
        ("دوشنبه‌ها و پنج‌شنبه‌ها ساعت ۸", _TWO_DAYS),
        ("شنبه و یکشنبه", _WEEKENDS),
        ("فقط ساعت ۹", _ONLY),
        ("فقط ساعت نه", _ONLY),
        ("۷ صبح و ۸ شب", _MORNING_AND_EVENING),
        ("ساعت ۷ صبح و ساعت ۸ شب", _MORNING_AND_EVENING),
        ("ساعت ۳ بعدازظهر", _AFTERNOON),
        ("ساعت ۱۱ شب", _NIGHT),
        ("صبح و عصر", _BOTH),
        ("ساعت ۱۸:۳۰", _LATER),
        ("دوشنبه و پنجشنبه ها ساعت ٨", _TWO_DAYS),
        ("شنبه و يكشنبه", _WEEKENDS),
        ("هر روز ساعت هفت صبــح", _DAILY),
    ),
    "id": (
        ("setiap hari jam 7", _DAILY),
        ("tiap hari pukul 07.00", _DAILY),
        ("setiap hari jam tujuh pagi", _DAILY),
        ("setiap hari jam 7 pagi", _DAILY),
        ("hari kerja jam setengah tujuh malam", _WORKING),
        ("setiap hari kerja pukul 18.30", _WORKING),
        ("hari kerja jam 6 lewat 30 sore", _WORKING),
        ("senin dan kamis jam 8", _TWO_DAYS),
        ("setiap hari Senin dan Kamis pukul 8", _TWO_DAYS),
        ("akhir pekan", _WEEKENDS),
        ("hanya jam 9", _ONLY),
        ("jam sembilan saja", _ONLY),
        ("jam 7 pagi dan jam 8 malam", _MORNING_AND_EVENING),
        ("7 pagi dan 8 malam", _MORNING_AND_EVENING),
        ("jam 3 sore", _AFTERNOON),
        ("jam 11 malam", _NIGHT),
        ("pagi dan petang", _BOTH),
        ("pukul 18:30", _LATER),
    ),
}
QUIET = {
    "en": ("22:00 to 07:00", "from 10 in the evening to 7 in the morning"),
    "ru": ("22:00 до 07:00", "с 22:00 до 07:00", "с 10 вечера до 7 утра"),
    "uk": ("22:00 до 07:00", "з 22:00 до 07:00", "з 10 вечора до 7 ранку"),
    "de": ("22:00 bis 07:00", "von 22 bis 7 Uhr", "zwischen 22 und 7 Uhr"),
    "fr": ("22h à 7h", "de 22:00 à 07:00", "de 22 heures à 7 heures"),
    "es": ("22:00 a 07:00", "de 22:00 a 7:00", "desde las 22 hasta las 7"),
    "pt_BR": ("22h às 7h", "das 22:00 às 07:00", "das 22h até as 7h"),
    "it": ("22:00 alle 07:00", "dalle 22 alle 7", "dalle 22:00 alle 07:00"),
    "tr": ("22:00'den 07:00'ye kadar", "22:00 - 07:00", "akşam 10'dan sabah 7'ye kadar"),
    "ar": ("من 22:00 إلى 07:00", "من ٢٢:٠٠ إلى ٠٧:٠٠", "من الساعة 10 مساء حتى 7 صباحا"),
    "fa": ("از ۲۲:۰۰ تا ۰۷:۰۰", "۲۲ تا ۷", "از ساعت ۱۰ شب تا ۷ صبح"),
    "id": ("dari jam 22.00 sampai jam 07.00", "22:00 sampai 07:00", "jam 10 malam sampai jam 7 pagi"),
}
# What else is ordered: the week, only what is followed, and all again.
KINDS = {
    "en": ("the week", "only what i follow", "everything"),
    "ru": ("итоги недели", "только мои темы", "всё"),
    "uk": ("щотижня", "лише мої теми", "усе"),
    "de": ("die Woche", "nur meine Themen", "alles"),
    "fr": ("chaque semaine", "mes thèmes seulement", "tout"),
    "es": ("semanal", "solo lo que sigo", "todo"),
    "pt_BR": ("toda semana", "só o que eu sigo", "tudo"),
    "it": ("ogni settimana", "solo ciò che seguo", "tutto"),
    "tr": ("her hafta", "yalnız takip ettiklerim", "her şey"),
    "ar": ("حصاد الأسبوع", "ما أتابعه فقط", "كل شيء"),
    "fa": ("هفتگی", "فقط آنچه دنبال می‌کنم", "همه"),
    "id": ("mingguan", "hanya yang saya ikuti", "semuanya"),
}
# Hours and minutes in letters, behind twelve and by the clock of 24 hours.
_HALF_PAST_SEVEN = SubscribeOrder(hours=(time(7, 30),))
_EIGHTEEN = SubscribeOrder(hours=(time(18),))
_QUARTER_PAST = SubscribeOrder(hours=(time(19, 15),))
_QUARTER_TO = SubscribeOrder(hours=(time(19, 45),))
IN_LETTERS: dict[str, tuple[tuple[str, SubscribeOrder], ...]] = {
    "en": (
        ("at seven thirty", _HALF_PAST_SEVEN),
        ("at eighteen", _EIGHTEEN),
        ("eighteen thirty", _LATER),
        ("at twenty-two forty-five", SubscribeOrder(hours=(time(22, 45),))),
        ("a quarter past seven in the evening", _QUARTER_PAST),
        ("seven fifteen in the evening", _QUARTER_PAST),
        ("quarter to eight in the evening", _QUARTER_TO),
        ("quarter past seven pm", _QUARTER_PAST),
        ("fifteen past seven in the evening", _QUARTER_PAST),
    ),
    "ru": (
        ("семь тридцать", _HALF_PAST_SEVEN),
        ("в восемнадцать часов", _EIGHTEEN),
        ("в восемнадцать тридцать", _LATER),
        ("в восемнадцать ноль-ноль", _EIGHTEEN),
        ("в семь пятнадцать вечера", _QUARTER_PAST),
        ("четверть восьмого вечера", _QUARTER_PAST),
        ("без четверти восемь вечера", _QUARTER_TO),
        ("15 минут восьмого вечера", _QUARTER_PAST),
        ("в пятнадцать минут восьмого вечера", _QUARTER_PAST),
        ("без пятнадцати минут восемь вечера", _QUARTER_TO),
    ),
    "uk": (
        ("о сьомій тридцять", _HALF_PAST_SEVEN),
        ("о вісімнадцятій", _EIGHTEEN),
        ("о вісімнадцятій тридцять", _LATER),
        ("чверть на восьму вечора", _QUARTER_PAST),
        ("за чверть восьма вечора", _QUARTER_TO),
        ("чверть по сьомій вечора", _QUARTER_PAST),
        ("п'ятнадцять на восьму вечора", _QUARTER_PAST),
        ("п'ятнадцять хвилин на восьму вечора", _QUARTER_PAST),
    ),
    "de": (
        ("sieben Uhr dreißig", _HALF_PAST_SEVEN),
        ("um achtzehn Uhr", _EIGHTEEN),
        ("achtzehn Uhr dreißig", _LATER),
        ("Viertel nach sieben abends", _QUARTER_PAST),
        ("viertel acht abends", _QUARTER_PAST),
        ("Viertel vor acht abends", _QUARTER_TO),
        ("dreiviertel acht abends", _QUARTER_TO),
    ),
    "fr": (
        ("sept heures trente", _HALF_PAST_SEVEN),
        ("dix-huit heures", _EIGHTEEN),
        ("à dix-huit heures trente", _LATER),
        ("vingt et une heures", SubscribeOrder(hours=(time(21),))),
        ("sept heures et quart du soir", _QUARTER_PAST),
        ("huit heures moins le quart du soir", _QUARTER_TO),
        ("huit heures moins quinze du soir", _QUARTER_TO),
        ("midi et quart", SubscribeOrder(hours=(time(12, 15),))),
    ),
    "es": (
        ("a las siete treinta", _HALF_PAST_SEVEN),
        ("a las dieciocho horas", _EIGHTEEN),
        ("a las dieciocho y treinta", _LATER),
        ("a las siete y cuarto de la tarde", _QUARTER_PAST),
        ("a las siete y quince de la noche", _QUARTER_PAST),
        ("a las ocho menos cuarto de la tarde", _QUARTER_TO),
    ),
    "pt_BR": (
        ("às sete e trinta", _HALF_PAST_SEVEN),
        ("às dezoito horas", _EIGHTEEN),
        ("às dezoito e trinta", _LATER),
        ("sete e quinze da noite", _QUARTER_PAST),
        ("quinze para as oito da noite", _QUARTER_TO),
    ),
    "it": (
        ("alle sette e trenta", _HALF_PAST_SEVEN),
        ("alle diciotto", _EIGHTEEN),
        ("alle diciotto e trenta", _LATER),
        ("alle sette e un quarto di sera", _QUARTER_PAST),
        ("alle otto meno un quarto di sera", _QUARTER_TO),
        ("alle otto meno quindici di sera", _QUARTER_TO),
        ("alle sette e tre quarti di sera", _QUARTER_TO),
    ),
    "tr": (
        ("saat yedi otuzda", _HALF_PAST_SEVEN),
        ("saat on sekizde", _EIGHTEEN),
        ("on sekiz otuzda", _LATER),
        ("akşam yediyi çeyrek geçe", _QUARTER_PAST),
        ("akşam sekize çeyrek kala", _QUARTER_TO),
    ),
    "ar": (
        ("الساعة السابعة وثلاثين دقيقة", _HALF_PAST_SEVEN),
        ("الساعة الثامنة عشرة", _EIGHTEEN),
        ("الساعة الثامنة عشرة والنصف", _LATER),
        ("السابعة والربع مساء", _QUARTER_PAST),
        ("الثامنة إلا ربعا مساء", _QUARTER_TO),
        ("الثامنة إلا الربع مساء", _QUARTER_TO),
    ),
    "fa": (
        ("ساعت هفت و سی دقیقه", _HALF_PAST_SEVEN),
        ("ساعت هجده", _EIGHTEEN),
        ("هجده و سی دقیقه", _LATER),
        ("هفت و ربع شب", _QUARTER_PAST),
        ("یک ربع به هشت شب", _QUARTER_TO),
    ),
    "id": (
        ("jam tujuh tiga puluh", _HALF_PAST_SEVEN),
        ("jam delapan belas", _EIGHTEEN),
        ("jam delapan belas lewat tiga puluh", _LATER),
        ("jam tujuh lewat seperempat malam", _QUARTER_PAST),
        ("jam delapan kurang seperempat malam", _QUARTER_TO),
        ("jam tujuh lewat 15 menit malam", _QUARTER_PAST),
        ("jam delapan kurang lima belas malam", _QUARTER_TO),
    ),
}
_ALL = [(code, *said) for table in (ORDERED, IN_LETTERS) for code, orders in table.items() for said in orders]


@pytest.mark.parametrize(("code", "said"), KINDS.items())
def test_what_comes_is_ordered_as_it_is_called(code: str, said: tuple[str, str, str]) -> None:
    week, followed, everything = (read_order_in(words, language(code)) for words in said)
    assert week == SubscribeOrder(weekly=True)
    assert followed == SubscribeOrder(followed_only=True)
    assert everything == SubscribeOrder(followed_only=False)


def test_every_language_has_its_table() -> None:
    assert ORDERED.keys() == IN_LETTERS.keys() == QUIET.keys() == KINDS.keys() == known_languages().keys()
    assert all(len(orders) >= 10 for orders in ORDERED.values())


@pytest.mark.parametrize(
    ("code", "words", "asked"), _ALL, ids=[f"{code}: {words}" for code, words, _ in _ALL]
)
def test_orders_are_understood_as_they_are_written(code: str, words: str, asked: SubscribeOrder) -> None:
    assert read_order_in(words, language(code)) == asked


@pytest.mark.parametrize(("code", "words"), [(code, words) for code, each in QUIET.items() for words in each])
def test_spans_are_understood_as_they_are_written(code: str, words: str) -> None:
    assert between(in_english(words, language(code))) == Between(time(22), time(7))


@pytest.mark.parametrize(
    ("code", "words", "unread"),
    [
        ("ru", "Каждый день в 7, Зарплатой", "Зарплатой"),
        ("fr", "à 7h, Éventuellement", "Éventuellement"),
        ("de", "morgens um 18:30", "18:30"),
        ("de", "nur Montag um 7 abends um 25:00", "25:00"),
        ("uk", "лише", "лише"),
        ("tr", "sabah 19:30", "19:30"),
    ],
)
def test_what_is_not_understood_is_told_as_it_was_typed(code: str, words: str, unread: str) -> None:
    assert read_order_in(words, language(code)) == NotUnderstood(unread)


@pytest.mark.parametrize("code", known_languages())
def test_a_form_means_one_thing(code: str) -> None:
    said = [(form, word) for word, each in forms(language(code)).items() for form in each]
    meant = {form: {word for other, word in said if other == form} for form, _ in said}
    assert {form: words for form, words in meant.items() if len(words) > 1} == {}


@pytest.mark.parametrize("words", ["on weekdays at 7", "only at 9", "7 am and 8 pm", "mornings"])
@pytest.mark.parametrize("code", known_languages())
def test_english_stays_understood_in_every_language(code: str, words: str) -> None:
    assert read_order_in(words, language(code)) == read_order(words)


SPANS = {
    "en": "from 8 to 10",
    "de": "von 8 bis 10 Uhr",
    "fr": "de 8 h à 10 h",
    "es": "de las 8 a las 10",
    "it": "dalle 8 alle 10",
    "pt_BR": "das 8 às 10",
    "id": "dari jam 8 sampai jam 10",
    "tr": "8'den 10'a kadar",
    "ru": "с 8 до 10 часов",
    "uk": "з 8 до 10",
    "fa": "از ۸ تا ۱۰",
    "ar": "من الساعة 8 إلى الساعة 10",
}


@pytest.mark.parametrize("code", SPANS)
def test_from_one_hour_to_another_something_comes_each_hour(code: str) -> None:
    assert read_order_in(SPANS[code], language(code)) == SubscribeOrder(hours=(_EIGHT, _NINE, time(10)))
