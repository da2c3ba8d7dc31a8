"""A pause of a chat: when it ends, how it is said in each language, its page, its words."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.chat.plain_orders import settings_in
from bot.chat.typed_settings import NO_PAUSE
from bot.domain.languages import known_languages
from bot.domain.meanings import Meaning
from bot.domain.pauses import end_of
from bot.render.languages import language
from bot.render.wishes import vocabulary
from tests.bot.library import NOON
from tests.bot.running import ReadingBot
from tests.bot.saying import worded
from tests.telegram import shown

DAMASCUS = ZoneInfo("Asia/Damascus")  # three hours ahead
BUTTONS = (("Three days", "A week"), ("Until Monday", "Until another day…"))


@pytest.mark.parametrize(
    ("code", "end"),
    [
        pytest.param("3", NOON + timedelta(days=3), id="days"),
        pytest.param("90", NOON + timedelta(days=90), id="the longest"),
        pytest.param("91", None, id="longer"),
        pytest.param("0", None, id="none"),
        pytest.param("tomorrow", datetime(2024, 4, 24, 21, tzinfo=UTC), id="tomorrow"),
        pytest.param("thu", datetime(2024, 4, 24, 21, tzinfo=UTC), id="the next day"),
        pytest.param("wed", datetime(2024, 4, 30, 21, tzinfo=UTC), id="today's weekday"),
        pytest.param("07-01", datetime(2024, 6, 30, 21, tzinfo=UTC), id="a day of this year"),
        pytest.param("04-24", None, id="today, which is a year away"),
        pytest.param("2024-07-01", datetime(2024, 6, 30, 21, tzinfo=UTC), id="a day of a year"),
        pytest.param("2023-07-01", None, id="a day that is over"),
        pytest.param("02-30", None, id="no day"),
    ],
)
def test_a_pause_ends_when_its_day_begins_where_the_chat_reads(code: str, end: datetime | None) -> None:
    assert end_of(code, now=NOON, zone=DAMASCUS) == end


def test_a_day_is_looked_for_beyond_the_end_of_the_year() -> None:
    now = datetime(2023, 12, 20, 12, tzinfo=UTC)
    assert end_of("01-05", now=now, zone=DAMASCUS) == datetime(2024, 1, 4, 21, tzinfo=UTC)


PAUSES: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("pause until Monday", "mon"),
        ("please pause for a week", "7"),
        ("take a break until 5 December", "12-05"),
        ("pause until December 5th", "12-05"),
        ("pause for 10 days", "10"),
        ("pause until tomorrow", "tomorrow"),
        ("I am on holiday until Monday, 5 December 2024", "2024-12-05"),
        ("no news until next Friday", "fri"),
        ("pause until 5.12.", "12-05"),
        ("pause until 2024-12-05", "2024-12-05"),
        ("two weeks break", "14"),
        ("pause until the talks resume", ""),
        ("dont pause until Monday", ""),
    ),
    "ru": (
        ("пауза до понедельника", "mon"),
        ("поставь на паузу на неделю", "7"),
        ("пауза до 5 декабря", "12-05"),
        ("перерыв на две недели", "14"),
        ("пауза на 3 дня", "3"),
        ("приостанови до завтра", "tomorrow"),
        ("меня не будет до 5-го декабря", "12-05"),
    ),
    "uk": (
        ("пауза до понеділка", "mon"),
        ("постав на паузу на тиждень", "7"),
        ("пауза до 5 грудня", "12-05"),
        ("перерва на два тижні", "14"),
        ("пауза на 3 дні", "3"),
        ("призупини до завтра", "tomorrow"),
    ),
    "de": (
        ("Pause bis Montag", "mon"),
        ("mach eine Pause für eine Woche", "7"),
        ("Pause bis zum 5. Dezember", "12-05"),
        ("pausiere zwei Wochen lang", "14"),
        ("3 Tage Pause", "3"),
        ("Pause bis morgen", "tomorrow"),
        ("ich bin im Urlaub bis 5.12.", "12-05"),
        ("bitte eine Woche Pause", "7"),
    ),
    "fr": (
        ("pause jusqu’à lundi", "mon"),
        ("une pause d’une semaine", "7"),
        ("pause jusqu’au 5 décembre", "12-05"),
        ("pause pendant deux semaines", "14"),
        ("pause de 3 jours", "3"),
        ("pause jusqu'à demain", "tomorrow"),
        ("en vacances jusqu’au 1er décembre", "12-01"),
    ),
    "es": (
        ("pausa hasta el lunes", "mon"),
        ("haz una pausa de una semana", "7"),
        ("pausa hasta el 5 de diciembre", "12-05"),
        ("pausar por dos semanas", "14"),
        ("pausa de 3 días", "3"),
        ("pausa hasta mañana", "tomorrow"),
        ("de vacaciones hasta el 5 de diciembre de 2024", "2024-12-05"),
    ),
    "pt_BR": (
        ("pausa até segunda-feira", "mon"),
        ("faça uma pausa de uma semana", "7"),
        ("pausa até 5 de dezembro", "12-05"),
        ("pausar por duas semanas", "14"),
        ("pausa de 3 dias", "3"),
        ("pausa até amanhã", "tomorrow"),
    ),
    "it": (
        ("pausa fino a lunedì", "mon"),
        ("fai una pausa di una settimana", "7"),
        ("pausa fino al 5 dicembre", "12-05"),
        ("pausa per due settimane", "14"),
        ("pausa di 3 giorni", "3"),
        ("in ferie fino a domani", "tomorrow"),
    ),
    "tr": (
        ("pazartesiye kadar ara ver", "mon"),
        ("bir hafta ara ver", "7"),
        ("5 Aralık'a kadar ara ver", "12-05"),
        ("iki hafta duraklat", "14"),
        ("3 gün ara ver", "3"),
        ("yarına kadar duraklat", "tomorrow"),
    ),
    "ar": (
        ("توقف حتى الاثنين", "mon"),
        ("توقف لمدة أسبوع", "7"),
        ("توقف حتى ٥ ديسمبر", "12-05"),
        ("إجازة لمدة أسبوعين", "14"),
        ("توقف لمدة 3 أيام", "3"),
        ("توقف حتى الغد", "tomorrow"),
    ),
    "fa": (
        ("توقف تا دوشنبه", "mon"),
        ("مکث برای یک هفته", "7"),
        ("توقف تا ۵ دسامبر", "12-05"),
        ("دو هفته مکث", "14"),
        ("مکث برای ۳ روز", "3"),
        ("مرخصی تا فردا", "tomorrow"),
    ),
    "id": (
        ("jeda sampai Senin", "mon"),
        ("jeda selama seminggu", "7"),
        ("jeda sampai 5 Desember", "12-05"),
        ("libur 2 minggu", "14"),
        ("jeda selama 3 hari", "3"),
        ("jeda sampai besok", "tomorrow"),
        ("jeda sampai Minggu", "sun"),
    ),
}


def paused(said: str, code: str) -> str:
    """The pause that the words mean, as its button carries it; none where they mean none."""
    found = settings_in(said, vocabulary(language(code)), language(code), now=NOON)
    return next((one.words for one in found if one.kind == "pause"), "")


def test_every_language_has_its_pauses() -> None:
    assert PAUSES.keys() == known_languages().keys()


@pytest.mark.parametrize(
    ("code", "said", "meant"), [(code, *one) for code, each in PAUSES.items() for one in each]
)
def test_a_pause_is_understood_as_it_is_written(code: str, said: str, meant: str) -> None:
    assert paused(said, code) == meant


def test_what_is_meant_is_shown_in_the_reader_s_words() -> None:
    german = language("de")
    found = settings_in("mach bitte eine Pause bis zum 5. Dezember", vocabulary(german), german, now=NOON)
    assert found == (Meaning(kind="pause", words="12-05", shown="bis zum 5 Dezember", sure=True),)


async def test_a_pause_is_begun_and_ended_in_settings(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (settings,) = await subscribing_bot.ask("/settings")
    await subscribing_bot.press(settings, "Pause…")
    assert shown(subscribing_bot.now(settings)) == (
        "Pause\n\nNothing comes for as long as you choose, at most 90 days."
        " It can be written, too: /settings pause until Monday",
        (*BUTTONS, ("‹ All settings",)),
    )
    await subscribing_bot.press(settings, "Three days")
    text, buttons = shown(subscribing_bot.now(settings))
    assert "Paused: nothing comes until Sat 27 Apr 12:00." in text
    assert "The next: Sun 28 Apr 07:30 (UTC)" in text
    assert ("Resume now", "Pause…") in buttons
    await subscribing_bot.press(settings, "Pause…")
    assert "Paused: nothing comes until Sat 27 Apr 12:00." in subscribing_bot.now(settings).text
    await subscribing_bot.press(settings, "Until Monday")
    assert "Paused: nothing comes until Mon 29 Apr 00:00." in subscribing_bot.now(settings).text
    await subscribing_bot.press(settings, "Resume now")
    assert "Paused" not in subscribing_bot.now(settings).text


async def test_a_pause_ends_with_the_subscription(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    await subscribing_bot.ask("/settings pause 3 days")
    await subscribing_bot.ask("/unsubscribe")
    (subscribed,) = await subscribing_bot.ask("/subscribe 07:30")
    assert "Paused" not in subscribed.text
    (settings,) = await subscribing_bot.ask("/settings")
    assert "Paused" not in settings.text


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("pause until Monday", "Paused: nothing comes until Mon 29 Apr 00:00."),
        ("pause 1 May", "Paused: nothing comes until Wed 1 May 00:00."),
        ("pause for two weeks", "Paused: nothing comes until Wed 8 May 12:00."),
    ],
)
async def test_a_pause_is_typed_behind_the_command(
    subscribing_bot: ReadingBot, typed: str, told: str
) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (settings,) = await subscribing_bot.ask(f"/settings {typed}")
    assert told in settings.text
    (settings,) = await subscribing_bot.ask("/settings pause off")
    assert "Paused" not in settings.text


@pytest.mark.parametrize("typed", ["until 5 December", "for 91 days", "until 30 February", "until late"])
async def test_a_pause_that_is_none_or_too_long_is_refused_in_a_line(
    subscribing_bot: ReadingBot, typed: str
) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (refused,) = await subscribing_bot.ask(f"/settings pause {typed}")
    assert refused.text == worded(NO_PAUSE)
    assert refused.text.startswith("I need a day, or a length of at most 90 days, for example: Monday,")


async def test_a_pause_in_plain_words_takes_a_press(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (question,) = await subscribing_bot.ask("pause until Monday")
    assert shown(question) == ("Did you mean:", (("Pause: until Monday",), ("Pause…",)))
    await subscribing_bot.press(question, "Pause: until Monday")
    assert "Paused: nothing comes until Mon 29 Apr 00:00." in subscribing_bot.now(question).text


async def test_a_pause_that_was_asked_for_is_answered_by_a_day(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (settings,) = await subscribing_bot.ask("/settings pause")
    (question,) = await subscribing_bot.press(settings, "Until another day…")
    assert question.text.startswith("Until when, or for how long, shall nothing come?")
    (answer,) = await subscribing_bot.ask("1 May")
    assert "Paused: nothing comes until Wed 1 May 00:00." in answer.text


async def test_a_button_whose_day_is_over_shows_the_page(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (settings,) = await subscribing_bot.ask("/settings")
    await subscribing_bot.press_action(settings, "sp:2023-01-01")
    assert shown(subscribing_bot.now(settings))[1] == (*BUTTONS, ("‹ All settings",))


async def test_who_has_no_editions_pauses_none(subscribing_bot: ReadingBot) -> None:
    (page,) = await subscribing_bot.ask("/settings pause")
    assert shown(page)[1] == (("‹ All settings",),)
