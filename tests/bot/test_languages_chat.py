"""Each reader is answered in their own language: as their client tells, or as they choose."""

from datetime import time

import pytest

from bot.chat.settings import QUESTIONS
from bot.chat.typed_settings import parted
from bot.domain.chats import QuietHours
from bot.domain.languages import known_languages, language_asked_for, language_called
from bot.domain.subscriptions import WEEKDAYS
from bot.render.blocks import paragraph
from bot.render.languages import language
from bot.render.setting_names import SETTINGS_NAMES
from bot.render.texts import Said, _
from bot.store import Store
from tests.bot.running import ReadingBot

UNKNOWN = _("I do not know this command. /help shows what I can do.")
SETTINGS = _("Settings")
LANGUAGE = _("Language")


def said(code: str, text: Said) -> str:
    return "".join(run.words for run in paragraph(text).said_in(language(code)).runs)


@pytest.mark.parametrize(
    ("tag", "code"),
    [("pt-br", "pt_BR"), ("pt", "pt_BR"), ("de", "de"), ("zh-hans", "en"), (None, "en"), ("fa", "fa")],
)
async def test_reader_is_answered_in_the_language_of_their_client(
    subscribing_bot: ReadingBot, tag: str | None, code: str
) -> None:
    ada = subscribing_bot.telegram.add_user("Ada", language_code=tag)
    (answer,) = await subscribing_bot.ask("/nothing", user=ada)
    assert answer.text == said(code, UNKNOWN)


async def test_a_choice_counts_more_than_the_client_and_ends_with_it(subscribing_bot: ReadingBot) -> None:
    ada = subscribing_bot.telegram.add_user("Ada", language_code="ru")
    (page,) = await subscribing_bot.ask("/settings language", user=ada)
    assert page.text.startswith(said("ru", LANGUAGE))
    await subscribing_bot.press(page, "Deutsch", user=ada)
    assert subscribing_bot.now(page).text.startswith(said("de", LANGUAGE))
    (answer,) = await subscribing_bot.ask("/nothing", user=ada)
    assert answer.text == said("de", UNKNOWN)
    await subscribing_bot.press(page, said("de", _("As in Telegram")), user=ada)
    assert subscribing_bot.now(page).text.startswith(said("ru", LANGUAGE))


@pytest.mark.parametrize("words", ["Deutsch", "german", "de", "DE-at"])
async def test_a_language_is_chosen_by_its_name(subscribing_bot: ReadingBot, words: str) -> None:
    (page,) = await subscribing_bot.ask(f"/settings language {words}")
    assert page.text.startswith(said("de", LANGUAGE))


@pytest.mark.parametrize("code", known_languages())
def test_settings_are_named_as_they_are_shown(code: str) -> None:
    for name, text in SETTINGS_NAMES.items():
        shown = said(code, text)
        assert parted(f"{shown}: Ålesund 7", language(code)) == (name, "Ålesund 7")
        assert parted(shown.upper(), language(code))[0] == name


@pytest.mark.parametrize(
    ("code", "asked", "answer"),
    [
        ("ru", "Тихие часы 22:00 до 07:00", {"quiet": QuietHours(start=time(22), end=time(7))}),
        ("ru", "quiet с 10 вечера до 7 утра", {"quiet": QuietHours(start=time(22), end=time(7))}),
        ("ru", "quiet выкл", {"quiet": None}),
        ("ru", "silent вкл", {"silent": True}),
        ("uk", "week вимк", {"weekly": False}),
        ("tr", "silent on", {"silent": True}),
        ("tr", "silent kapalı", {"silent": False}),
        ("de", "hours aus", {"hours": ()}),
        ("de", "Zeiten nur um halb acht", {"hours": (time(7, 30),)}),
        ("fa", "text روشن", {"link_full_text": True}),
        ("id", "hari kerja jam 7", {"days": WEEKDAYS, "hours": (time(7), time(18))}),
        ("id", "Jam hanya 7 malam", {"hours": (time(19),)}),
    ],
)
async def test_settings_are_typed_in_one_s_own_language(
    subscribing_bot: ReadingBot, code: str, asked: str, answer: dict[str, object]
) -> None:
    ada = subscribing_bot.telegram.add_user("Ada", language_code=code)
    await subscribing_bot.ask("/subscribe 18:00", user=ada)
    await subscribing_bot.ask(f"/settings {asked}", user=ada)
    chat = await subscribing_bot.store.chats.find(ada.id)
    assert chat is not None
    assert {name: getattr(chat, name) for name in answer} == answer


async def test_of_a_language_that_is_not_spoken_those_are_shown_that_are(subscribing_bot: ReadingBot) -> None:
    (answer,) = await subscribing_bot.ask("/settings language Klingon")
    assert [button.label for row in answer.buttons for button in row] == [
        one.name for one in known_languages().values()
    ]


async def test_old_buttons_above_work_after_a_switch(subscribing_bot: ReadingBot) -> None:
    (old,) = await subscribing_bot.ask("/settings")
    await subscribing_bot.ask("/settings language ar")
    await subscribing_bot.press(old, "Hours")
    assert subscribing_bot.now(old).text.startswith(said("ar", _("Hours")))


async def test_a_group_is_answered_as_its_lead_chose_and_each_reader_in_their_own(
    subscribing_bot: ReadingBot,
) -> None:
    telegram = subscribing_bot.telegram
    boris = telegram.add_user("Boris", language_code="ru")
    cem = telegram.add_user("Cem", language_code="tr")
    group = telegram.add_group("Readers", members=(cem,), admins=(boris,))
    (page,) = await subscribing_bot.ask("/settings language", user=boris, chat=group)
    assert page.text.startswith("Language")
    await subscribing_bot.press(page, "Français", user=boris)
    (answer,) = await subscribing_bot.ask("/settings@" + telegram.bot.username, user=cem, chat=group)
    assert answer.text == said("fr", _("Only administrators can change what is sent to this chat."))
    (alone,) = await subscribing_bot.ask("/nothing", user=cem)
    assert alone.text == said("tr", UNKNOWN)


async def test_a_question_is_known_again_whatever_language_it_was_asked_in(
    subscribing_bot: ReadingBot,
) -> None:
    ada = subscribing_bot.telegram.add_user("Ada", language_code="uk")
    (page,) = await subscribing_bot.ask("/settings zone", user=ada)
    (question,) = await subscribing_bot.press(page, said("uk", _("Write a city…")), user=ada)
    assert question.text == said("uk", QUESTIONS["zone"])
    await subscribing_bot.ask("/settings language es", user=ada)
    telegram = subscribing_bot.telegram
    (answer,) = await subscribing_bot.after(
        ada, lambda: telegram.say(ada, "Asia/Damascus", reply_to=question)
    )
    assert "Asia/Damascus" in answer.text


async def test_what_the_client_tells_is_kept_of_a_chat_that_is_known(
    subscribing_bot: ReadingBot, one_store: Store
) -> None:
    ada = subscribing_bot.telegram.add_user("Ada", language_code="it")
    await subscribing_bot.ask("/nothing", user=ada)
    assert await one_store.chats.languages({ada.id}) == {}
    await subscribing_bot.ask("/subscribe", user=ada)
    await subscribing_bot.ask("/subscribe 07:30", user=ada)
    assert await one_store.chats.languages({ada.id}) == {ada.id: "it"}
    await subscribing_bot.ask("/settings language id", user=ada)
    assert await one_store.chats.languages({ada.id}) == {ada.id: "id"}


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("русский", "ru"),
        ("Português", "pt_BR"),
        ("portuguese", "pt_BR"),
        ("فارسی", "fa"),
        ("فارسي", "fa"),
        ("Francais", "fr"),
        ("Elvish", None),
    ],
)
def test_a_language_is_known_by_its_names(words: str, code: str | None) -> None:
    assert language_called(words) == code


@pytest.mark.parametrize("tag", ["", "x", "-", "i-klingon", "e" * 50, "en\x00"])
def test_a_tag_that_is_none_asks_for_nothing(tag: str) -> None:
    assert language_asked_for(tag) is None
