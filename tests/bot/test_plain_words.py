"""What is written without a command: what it is taken for, and what is answered to it."""

from dataclasses import replace
from datetime import time
from functools import partial

import pytest
from telegram import ChatMemberAdministrator, ChatMemberMember, ChatMemberOwner
from telegram import User as TelegramUser

from bot.chat.administrators import ADMINS_ONLY, _leads
from bot.chat.articles import NOT_HERE
from bot.chat.plain_orders import order_in, order_typed, settings_in
from bot.chat.plain_words import WHICH_STORY
from bot.chat.subscribing import ENDED, NOTHING_TO_END
from bot.chat.zone_answers import NO_CITY, NO_LIST
from bot.desks.cities import _City, nearest
from bot.domain.actors import ActorEntry
from bot.domain.articles import ArticleState
from bot.domain.meanings import Meaning, changes
from bot.domain.plain_words import Wish, asked, wishes
from bot.domain.understanding import Hit, Known, Told, meanings
from bot.domain.vocabulary import Vocabulary, folded, words_in
from bot.localchat.media import location, photo, sticker, voice
from bot.localchat.wire import JsonObject
from bot.localchat.world import Document
from bot.render.buttons import copy_button
from bot.render.language import ENGLISH
from bot.render.languages import Languages, language
from bot.render.texts import _
from bot.render.wishes import vocabulary
from bot.store import Store
from tests.bot.front_page import a_front_page
from tests.bot.library import NOON, a_stored_article, an_actor, an_analysis
from tests.bot.running import ReadingBot
from tests.bot.saying import worded
from tests.telegram import shown

KNOWN = vocabulary(ENGLISH)
ASSAD = ActorEntry(id=1, name="Bashar Assad", kind="person", articles=9)
ASMA = ActorEntry(id=2, name="Asma Assad", kind="person", articles=2)
NOBODY = Known()


def wished(text: str) -> tuple[str, tuple[str, ...]] | None:
    found = wishes(words_in(text), KNOWN)
    return (
        (found[0].name, tuple(" ".join(w.text for w in part) for part in found[0].about)) if found else None
    )


# ------------------------------------------------------------------ what is wished


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("stop", "stop"),
        ("STOP!!!", "stop"),
        ("please stop sending me messages", "stop"),
        ("I don’t want this anymore", "stop"),
        ("unsubscibe", "stop"),
        ("news", "brief"),
        ("What's new?", "brief"),
        ("what is the news today, please", "brief"),
        ("give me the headlines", "latest"),
        ("how was this week", "week"),
        ("Who is in the news?", "who"),
        ("help", "help"),
        ("what can you do", "help"),
        ("hi", "hello"),
        ("change my time zone", "zone"),
        ("delete my data", "forget"),
        ("quotes", "quotes"),
        ("what did I save", "saved"),
        ("who am I following?", "follows"),
        ("nah dont want this anymore how do i get out", "stop"),
        ("ugh, the times are wrong", "zone"),
        ("can I change the language", "language"),
    ],
)
def test_plain_words_for_a_command(text: str, wish: str) -> None:
    assert wished(text) == (wish, ())


@pytest.mark.parametrize(
    ("text", "wish", "about"),
    [
        ("Who is Bashar Assad?", "about", ("Bashar Assad",)),
        ("can you tell me about Linda Nolan please", "about", ("Linda Nolan",)),
        ("what did Lavrov say about Aleppo", "said", ("Lavrov", "Aleppo")),
        ("who said surrender?", "who said", ("surrender",)),
        ("anything new on the cease-fire", "news of", ("the cease-fire",)),
        ("search for buses", "search", ("buses",)),
        ("pause for a week pls", "pause", ("a week",)),
        ("take a break until Monday", "pause", ("Monday",)),
        ("I live in Aleppo", "zone", ("Aleppo",)),
        ("follow Syria", "follow", ("Syria",)),
        ("mute football", "mute", ("football",)),
        ("stop following Syria", "unfollow", ("Syria",)),
        ("why did the deal collapse?", "tell", ("the deal collapse",)),
    ],
)
def test_plain_words_about_something(text: str, wish: str, about: tuple[str, ...]) -> None:
    assert wished(text) == (wish, about)


@pytest.mark.parametrize(
    ("text", "wish", "about"),
    [
        ("whats hapening in Aleppo", "tell", ("Aleppo",)),
        ("what hapened to the ferries?", "tell", ("the ferries",)),
        ("lates news on the ferries", "news of", ("the ferries",)),
        ("keep me postd on Aleppo", "follow", ("Aleppo",)),
        ("stop sendng me football", "mute", ("football",)),
        ("what did Larov say", "said", ("Larov",)),  # a slip in the name is the name's
        ("whats warming in the north", "tell", ("warming in the north",)),  # no slip
    ],
)
def test_a_slip_in_a_word_of_the_question_is_that_word(text: str, wish: str, about: tuple[str, ...]) -> None:
    assert wished(text) == (wish, about)


def test_one_word_with_a_slip_is_no_question() -> None:
    assert wished("hollow victory") is None


@pytest.mark.parametrize(
    "text", ["stop the war in Syria", "news anchor shot in Geneva", "Quarter of a million helped", "😀", ""]
)
def test_a_word_of_a_command_among_others_is_none(text: str) -> None:
    found = wished(text)
    assert found is None or found[1]


def test_a_country_in_capitals_is_no_small_word() -> None:
    assert [word.text for word in asked(words_in("what about the US"), KNOWN).sought] == ["US"]
    assert asked(words_in("what about us"), KNOWN).sought == ()


def test_words_of_another_language_stand_beside_the_english_ones() -> None:
    german = Vocabulary(
        {"stop": (folded("hör auf"), folded("Schluß")), "about": (folded("wer ist …"),)},
        frozenset(),
        frozenset(),
    )
    both = KNOWN | german
    assert wishes(words_in("Hör auf!"), both)[0] == Wish("stop")
    assert wishes(words_in("SCHLUSS"), both)[0] == Wish("stop")
    assert wishes(words_in("stop"), both)[0] == Wish("stop")
    assert wishes(words_in("Wer ist Assad?"), both)[0].about == (words_in("Assad"),)


@pytest.mark.parametrize(
    ("tag", "text", "sought"),
    [
        ("en", "Assad's quotes", ["Assad"]),
        ("en", "what about O’Connor’s plan", ["O’Connor", "plan"]),
        ("fr", "que dit-on d'Assad", ["Assad"]),
        ("fr", "l’Iran et l´Irak", ["Iran", "Irak"]),
        ("fr", "qu’est-ce qu’a dit Lavrov", ["Lavrov"]),
        ("fr", "aujourd’hui", []),
        ("it", "notizie sull'Iran", ["Iran"]),
        ("it", "cosa c’è di nuovo sull’Iran", ["Iran"]),
        ("pt-br", "notícias d’Assad", ["Assad"]),
        ("tr", "Esad’ın sözleri", ["Esad"]),
        ("uk", "об'єкт", ["об'єкт"]),
    ],
)
def test_a_name_is_a_word_of_its_own_beside_an_apostrophe(tag: str, text: str, sought: list[str]) -> None:
    known = vocabulary(Languages().of(tag))
    words = asked(words_in(text, known.apostrophes), known).sought
    assert [word.text for word in words if word.text not in ("quotes", "sözleri")] == sought


@pytest.mark.parametrize(
    ("tag", "text", "wish"),
    [
        ("fr", "nouvelles d’Assad", "news of"),
        ("fr", "qu'a dit Assad ?", "said"),
        ("fr", "c'est qui Assad", "about"),
        ("fr", "c ki Assad", "about"),
        ("it", "cos’è successo ad Aleppo", "tell"),
        ("tr", "Esad kim", "about"),
    ],
)
def test_words_joined_by_an_apostrophe_tell_their_wish(tag: str, text: str, wish: str) -> None:
    known = vocabulary(Languages().of(tag))
    assert wish in [one.name for one in wishes(words_in(text, known.apostrophes), known)]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("كيف", "کیف"),
        ("علي", "على"),
        ("مدينة", "مدینه"),
        ("أخبار إيران", "اخبار ایران"),
        ("ســلام", "سلام"),
        ("٢٢", "۲۲"),
        ("fransızca", "fransizca"),
    ],
)
def test_letters_that_are_typed_for_one_another_are_one(typed: str, meant: str) -> None:
    assert folded(typed) == folded(meant)


@pytest.mark.parametrize("name", ["Bashar al-Assad", "Recep Tayyip Erdoğan", "João Lula", "الأسد"])
def test_names_are_shown_as_they_were_typed(name: str) -> None:
    assert " ".join(word.text for word in words_in(name)) == name


def test_a_long_text_is_read_to_its_fortieth_word() -> None:
    assert len(words_in("word " * 5000)) == 40


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("18:30", "18:30"),
        ("send me the news every day at 7", "every day at 7"),
        ("please subscribe me at 7 and 18:30", "7 and 18:30"),
        ("weekdays at 7", "weekdays at 7"),
        ("only at 8", "only at 8"),
        ("can i get it at 7:30 instead", "7:30 instead"),
        ("only on weekends", "only on weekends"),
        ("on mondays please", "mondays"),
        ("monday", None),
        ("every day", None),
        ("the 7 dwarfs", None),
        ("25:00", None),
        ("", None),
    ],
)
def test_hours_are_an_order(text: str, order: str | None) -> None:
    assert order_in(text, KNOWN) == order


@pytest.mark.parametrize(
    ("code", "text", "order"),
    [
        ("en", "at seven", "at seven"),
        ("en", "at night", None),
        ("en", "good evening", None),
        ("en", "what happened in the night", None),
        ("de", "schick mir jeden Tag um 7 die Nachrichten", "every day at 7"),
        ("de", "guten Abend", None),
        ("de", "nicht nachts", None),
        ("fr", "à la une", None),
        ("tr", "on weekdays at 7", "weekdays at 7"),
        ("tr", "her gün 7'de", "every day 7 o’clock"),
        ("ar", "كل 3 أيام", None),
        ("ru", "каждые 3 часа", None),
        ("ru", "один", None),
    ],
)
def test_hours_are_an_order_in_each_language(code: str, text: str, order: str | None) -> None:
    spoken = language(code)
    assert order_typed(text, vocabulary(spoken), spoken) == order


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("news from 8 to 10", [("hourly", "08:00–10:00"), ("quiet", "10:00–08:00")]),
        ("only between 8 and 10 pm", [("order", "only from 20:00 to 22:00"), ("quiet", "22:00–20:00")]),
        ("no news from 22 to 7", [("quiet", "22:00–07:00")]),
        ("quiet from 10 pm to 7", [("quiet", "22:00–07:00")]),
        ("do not disturb 22:00 to 07:00 please", [("quiet", "22:00–07:00")]),
        ("at 7", [("order", "7")]),
        ("not at 7", [("wish", "hours")]),
        ("7-9", []),
        ("the siege went on from 8 to 10", []),
    ],
)
def test_hours_from_one_to_another_are_told_as_they_are_understood(
    text: str, meant: list[tuple[str, str]]
) -> None:
    assert [(one.kind, one.words) for one in settings_in(text, KNOWN, ENGLISH, now=NOON)] == meant


# ------------------------------------------------------------------ what is meant


def of(kind: str, found: tuple[Meaning, ...]) -> list[int]:
    return [one.number for one in found if one.kind == kind]


def test_a_name_is_a_person_surely() -> None:
    line = Known(
        words="Assad", named=(ASSAD,), whole=True, hits=(Hit(article_id=5, headline="Deal", share=0.9),)
    )
    first, second, *_ = meanings((), line)
    assert (first.kind, first.number, first.sure) == ("actor", 1, True)
    assert (second.kind, second.number) == ("story", 5)


def test_a_name_of_two_is_asked_about_as_by_its_command() -> None:
    other = ActorEntry(id=2, name="Asma Assad", kind="person", articles=8)
    line = Known(words="Assad", named=(ASSAD,), alike=(other,), whole=True)
    found = meanings((), line)
    assert (found[0].kind, found[0].sure) == ("which", True)
    assert of("actor", found) == [1, 2]
    clearly = Known(words="Assad", named=(ASSAD,), alike=(ASMA,), whole=True)
    assert (meanings((), clearly)[0].kind, meanings((), clearly)[0].number) == ("actor", 1)


def test_the_first_of_two_stories_alike_is_not_sure() -> None:
    near = (Hit(article_id=5, headline="Deal", share=0.9), Hit(article_id=6, headline="Talks", share=0.85))
    assert [one.sure for one in meanings((), Known(words="deal", hits=near)) if one.kind == "story"] == [
        False
    ] * 2
    far = (near[0], Hit(article_id=6, headline="Talks", share=0.4))
    assert meanings((), Known(words="deal", hits=far))[0].sure


def test_what_changes_something_is_never_sure_enough_to_do_it() -> None:
    syria = ActorEntry(id=3, name="Syria", kind="state", articles=4)
    part = Known(words="Syria", named=(syria,), whole=True)
    found = meanings([Told(wish=Wish("follow", (words_in("Syria"),)), parts=(part,), all=part)], part)
    assert found[0].kind == "follow"
    assert changes(found[0])


def test_each_meaning_is_told_once() -> None:
    line = Known(words="Assad", named=(ASSAD,), whole=True)
    told = Told(wish=Wish("about", (words_in("Assad"),)), parts=(line,), all=line)
    assert of("actor", meanings([told], line)) == [1]


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("im in new york so the times are wrong", "America/New_York"),
        ("I live in São Paulo", "America/Sao_Paulo"),
        ("time zone: Berlin", "Europe/Berlin"),
        ("I am in trouble", None),
    ],
)
def test_a_city_where_somebody_is_tells_their_clock(text: str, zone: str | None) -> None:
    told = [Told(wish=wish, parts=(NOBODY,)) for wish in wishes(words_in(text), KNOWN) if wish.about]
    found = [one for one in meanings(told, NOBODY) if one.kind == "zone"]
    assert [one.words for one in found] == ([zone] if zone else [])
    assert all(changes(one) for one in found)


@pytest.mark.parametrize(
    ("tag", "text", "code"),
    [
        ("en", "auf deutsch bitte", "de"),
        ("en", "Deutsch", "de"),
        ("en", "in German please", "de"),
        ("en", "can you speak Portuguese?", "pt_BR"),
        ("en", "German", None),
        ("en", "German elections", None),
        ("en", "german news", None),
        ("en", "the news in german", "de"),
        ("id", "berita indonesia", None),
        ("id", "berita rusia", None),
        ("id", "berita bahasa arab", "ar"),
        ("id", "news in indonesia", None),
        ("de", "Nachrichten auf Türkisch", "tr"),
        ("fr", "actualités arabe", None),
        ("fr", "les nouvelles en arabe", "ar"),
        ("es", "el español", None),
        ("it", "notizie in tedesco", "de"),
        ("pt_BR", "notícias em inglês", "en"),
        ("tr", "türkçe haber", "tr"),
        ("tr", "fransizca konus", "fr"),
        ("ru", "новости украинский", None),
        ("ru", "украинский язык пожалуйста", "uk"),
        ("uk", "російська мова", "ru"),
        ("fa", "خبر انگلیسی", None),
        ("fa", "خبر به انگليسي", "en"),
        ("ar", "أخبار العربية", None),
        ("ar", "تكلم الانجليزية", "en"),
        ("de", "auf Englisch", "en"),
        ("de", "in english please", "en"),
        ("fr", "en anglais", "en"),
        ("en", "по-русски", "ru"),
    ],
)
def test_a_language_is_asked_for_in_itself_or_by_its_name(tag: str, text: str, code: str | None) -> None:
    spoken = Languages().of(tag)
    found = settings_in(text, vocabulary(spoken), spoken, now=NOON)
    assert [one.words for one in found] == ([code] if code else [])


# ------------------------------------------------------------------ what is answered


async def said(bot: ReadingBot, text: str) -> str:
    (answer,) = await bot.ask(text)
    return answer.text


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Assad", "Bashar Assad"),
        ("asad?", "Bashar Assad"),
        ("who is Sergey Lavrov?", "Sergey Lavrov"),
        ("what did Lavrov say?", "Quotations of Sergey Lavrov"),
        ("what happened to the buses in Aleppo", "Aleppo deal unravels"),
        ("what's new?", "1. Talks <open> & stall"),
        ("search for buses", "Found for “buses”"),
        ("latest headlines", "Latest"),
        ("help", "Read"),
        ("hello", "News, briefly"),
        ("who said they surrender", "Aleppo deal unravels\nThe News"),
        ("wat can u do", "Read"),
    ],
)
async def test_plain_words_are_answered(reading_bot: ReadingBot, text: str, begins: str) -> None:
    await a_front_page(reading_bot.store)
    assert (await said(reading_bot, text)).startswith(begins)


async def test_of_words_that_are_not_sure_the_likeliest_are_buttons(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (answer,) = await reading_bot.ask("how the siege went on and the buses waited")
    text, buttons = shown(answer)
    assert text == "No article has all of “siege buses waited”. Did you mean:"
    assert 1 < len(buttons) <= 3
    (opened,) = await reading_bot.press(answer, "Aleppo deal unravels")
    assert opened.text.startswith("Aleppo deal unravels\n")


@pytest.mark.parametrize("text", ["zebra crossing", "x" * 3000, "<b>&", "AND NOT* (", "😀😀", "…"])
async def test_words_that_mean_nothing(reading_bot: ReadingBot, text: str) -> None:
    await a_front_page(reading_bot.store)
    assert "/help shows what I can do." in await said(reading_bot, text)


async def test_stop_asks_and_the_button_ends_it(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (question,) = await subscribing_bot.ask("stop")
    assert shown(question)[1] == (("Yes, stop",), ("Change when it comes",))
    chat = await subscribing_bot.store.chats.find(subscribing_bot.telegram.reader.id)
    assert chat is not None
    assert chat.subscribed
    await subscribing_bot.press(question, "Yes, stop")
    assert subscribing_bot.now(question).text == worded(ENDED)
    assert await said(subscribing_bot, "stop") == worded(NOTHING_TO_END)


async def test_hours_are_ordered_by_a_button_alone(subscribing_bot: ReadingBot) -> None:
    (question,) = await subscribing_bot.ask("send me news every day at 7")
    assert await subscribing_bot.store.chats.find(subscribing_bot.telegram.reader.id) is None
    await subscribing_bot.press(question, "Send news: every day at 7")
    assert subscribing_bot.now(question).text.startswith("Subscribed.\nAn edition every day at 07:00.")


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("каждый день в 7", "каждый день в 7"),
        ("присылай новости каждый день в 7 утра", "каждый день, 07:00"),
        ("every day at 7", "every day at 7"),
    ],
)
async def test_the_button_of_an_order_has_the_reader_s_words(
    subscribing_bot: ReadingBot, text: str, label: str
) -> None:
    ada = subscribing_bot.telegram.add_user("Ada", language_code="ru")
    (question,) = await subscribing_bot.ask(text, user=ada)
    russian = language("ru")
    await subscribing_bot.press(question, russian.say(_("Send news: {words}", words=label)), user=ada)
    chat = await subscribing_bot.store.chats.find(ada.id)
    assert chat is not None
    assert chat.hours == (time(7),)


async def test_a_clock_and_a_language_are_set_by_a_button_alone(subscribing_bot: ReadingBot) -> None:
    bot, reader = subscribing_bot, subscribing_bot.telegram.reader
    (question,) = await bot.ask("I live in Paris now")
    assert await bot.store.chats.find(reader.id) is None
    await bot.press(question, "Time zone: Paris")
    assert "Clock: Europe/Paris" in bot.now(question).text
    (question,) = await bot.ask("auf Deutsch bitte")
    await bot.press(question, "Language: Deutsch")
    chat = await bot.store.chats.find(reader.id)
    assert chat is not None
    assert (chat.timezone, chat.language) == ("Europe/Paris", "de")


async def test_hours_from_one_to_another_are_offered_each_and_as_what_is_quiet_around_them(
    subscribing_bot: ReadingBot,
) -> None:
    (question,) = await subscribing_bot.ask("news from 8 to 10")
    assert shown(question)[1][:2] == (("Send news each hour, 08:00–10:00",), ("Quiet hours: 10:00 to 08:00",))
    await subscribing_bot.press(question, "Send news each hour, 08:00–10:00")
    text = subscribing_bot.now(question).text
    assert text.startswith("Subscribed.\nAn edition every day at 08:00, 09:00 and 10:00.")
    (question,) = await subscribing_bot.ask("no news from 22 to 7")
    assert shown(question)[1] == (("Quiet hours: 22:00 to 07:00",),)
    await subscribing_bot.press(question, "Quiet hours: 22:00 to 07:00")
    assert "Quiet hours: 22:00 to 07:00" in subscribing_bot.now(question).text


async def test_a_name_is_followed_by_a_button_alone(subscribing_bot: ReadingBot) -> None:
    await a_front_page(subscribing_bot.store)
    (question,) = await subscribing_bot.ask("follow Lavrov")
    assert shown(question)[1][0] == ("Follow Sergey Lavrov",)
    await subscribing_bot.press(question, "Follow Sergey Lavrov")
    assert subscribing_bot.now(question).text.startswith("You now follow “Sergey Lavrov”.")


async def test_names_with_an_apostrophe_of_their_own_are_found_whole(store: Store) -> None:
    people = [an_actor(name) for name in ("Massimo D'Alema", "Sinead O'Connor", "Bashar Assad")]
    people.append(an_actor("L’Oréal", kind="organization"))
    await a_stored_article(store, an_analysis(actors=people))
    known = vocabulary(Languages().of("it"))

    async def named(text: str) -> list[str]:
        part = asked(words_in(text, known.apostrophes), known)
        return [each.name for each in (await store.asked.known([part], now=NOON))[0].named]

    assert await named("d’alema") == await named("notizie di Massimo D’Alema") == ["Massimo D'Alema"]
    assert await named("L'Oreal") == ["L’Oréal"]
    assert await named("O’Connor’s") == ["Sinead O'Connor"]
    assert await named("parole d’Assad") == ["Bashar Assad"]


async def test_what_readers_may_not_have_is_no_meaning(store: Store) -> None:
    held = an_analysis(headline="Foundry raided", sentences=["They found saffron."], actors=["Edgar Thrace"])
    await a_stored_article(store, held, path="held.txt", state=ArticleState.HELD)
    parts = [
        asked(words_in(text), KNOWN) for text in ("foundry saffron", "Edgar Thrace", "Thrase", "saffran")
    ]
    assert await store.asked.known(parts, now=NOON) == tuple(
        Known(words=" ".join(word.text for word in part.sought), looked_for=len(part.sought))
        for part in parts
    )


async def test_the_most_of_the_words_are_found_behind_a_hundred_newer_ones(store: Store) -> None:
    await a_stored_article(
        store, an_analysis(headline="Old ferry sinks", sentences=["The harbour mourned."]), path="old.txt"
    )
    for number in range(104):
        newer = an_analysis(headline=f"Harbour notes {number}", sentences=[f"Harbour number {number}."])
        await a_stored_article(store, newer, path=f"{number}.txt")
    (known,) = await store.asked.known([asked(words_in("harbour ferry"), KNOWN)], now=NOON)
    assert known.hits[0].headline == "Old ferry sinks"


# ------------------------------------------------------------------ in reply to a story


async def replied(bot: ReadingBot, to: str, text: str) -> str:
    (story,) = await bot.ask(to)
    reader = bot.telegram.reader
    (answer,) = await bot.after(reader, lambda: bot.telegram.say(reader, text, reply_to=story))
    return answer.text


HEAD = "Aleppo deal unravels\nThe News · BEIRUT · 14 December 2016\n\n"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Who said that?", "Quotations · Aleppo deal unravels"),
        ("who is in it", "Who · Aleppo deal unravels"),
        ("more", "Aleppo deal unravels"),
        ("Russia?", f"{HEAD}Russia\nRussia said it was “complicated.”"),
        ("Asad?", f"{HEAD}Bashar Assad\npresident of Syria\n“Hostilities end only"),
        ("what did Assad say?", f"{HEAD}Bashar Assad\npresident of Syria\n“Hostilities end only"),
        ("when did the buses come", f"{HEAD}buses\n\nBuses waited at dawn."),
        ("news", "1. Talks <open> & stall"),
        ("who is Lavrov?", "Sergey Lavrov"),
        ("stop", worded(NOTHING_TO_END)),
    ],
)
async def test_a_reply_to_a_story_asks_within_it(subscribing_bot: ReadingBot, text: str, answer: str) -> None:
    await a_front_page(subscribing_bot.store)
    assert (await replied(subscribing_bot, "/brief aleppo", text)).startswith(answer)


async def test_whose_words_they_are_is_answered_with_the_words(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    answer = await said(reading_bot, "who said hostilities end only where they surrender?")
    assert "“Hostilities end only in the areas where they surrender,”\n— Bashar Assad" in answer
    assert "checkpoint" not in answer


async def test_a_quotation_alone_is_copied_by_a_button(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (answer,) = await reading_bot.ask("who said hostilities end only where they surrender?")
    (copying,) = answer.buttons[0]
    assert copying.copies == ("“Hostilities end only in the areas where they surrender,” — Bashar Assad")


def test_what_is_longer_than_telegram_copies_has_no_button() -> None:
    assert copy_button("Copy", "x" * 256) is not None
    assert copy_button("Copy", "😀" * 129) is None
    assert copy_button("Copy", "") is None


async def test_a_reply_that_the_story_does_not_answer_offers_its_text_first(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (story,) = await reading_bot.ask("/brief aleppo")
    telegram, reader = reading_bot.telegram, reading_bot.telegram.reader
    (answer,) = await reading_bot.after(
        reader, lambda: telegram.say(reader, "is the queen there", reply_to=story)
    )
    assert shown(answer)[1][0] == ("Full text",)


async def test_a_reply_to_a_list_is_asked_of_everything(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    assert (await replied(reading_bot, "/brief", "Lavrov")).startswith(
        "Sergey Lavrov, the foreign minister\n"
    )


@pytest.mark.parametrize("to", ["/brief", "/latest"])
@pytest.mark.parametrize("text", ["who said that?", "who is involved", "quotes", "who are they?"])
async def test_a_reply_to_a_list_that_asks_of_one_story_is_told_to_open_one(
    reading_bot: ReadingBot, to: str, text: str
) -> None:
    await a_front_page(reading_bot.store)
    assert await replied(reading_bot, to, text) == worded(WHICH_STORY)


async def test_where_many_read_a_list_is_known_by_its_links(reading_bot: ReadingBot) -> None:
    telegram = reading_bot.telegram
    await a_front_page(reading_bot.store)
    group = telegram.add_group(members=[telegram.reader])
    (listed,) = await reading_bot.ask("/brief", chat=group)
    say = partial(telegram.say, telegram.reader, "who said that?", chat=group, reply_to=listed)
    (answer,) = await reading_bot.after(group, say)
    assert answer.text == worded(WHICH_STORY)


async def test_a_reply_to_a_story_that_was_killed_since_tells_nothing_of_it(reading_bot: ReadingBot) -> None:
    deal, _ = await a_front_page(reading_bot.store)
    (story,) = await reading_bot.ask("/brief aleppo")
    await reading_bot.store.articles.set_state(deal.id, ArticleState.KILLED, NOON)
    reader = reading_bot.telegram.reader
    for text in ("Russia?", "who said that", "buses"):
        (answer,) = await reading_bot.after(
            reader, lambda text=text: reading_bot.telegram.say(reader, text, reply_to=story)
        )
        assert "buses" not in answer.text.lower().replace("“buses”", "")
    (pressed,) = await reading_bot.press_action(story, f"iw:{deal.id}:buses")
    assert pressed.text == worded(NOT_HERE)


async def test_words_that_somebody_marked_are_told_with_who_said_them(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (story,) = await reading_bot.ask("/brief aleppo")
    telegram, reader = reading_bot.telegram, reading_bot.telegram.reader
    update = replace(
        telegram.say(reader, "who said that?", reply_to=story), quote="only in the areas where they"
    ).to_json()
    reading_bot.asked += 1
    (*_, answer) = await reading_bot.after(reader, lambda: telegram.push_update({"message": update}))
    assert "— Bashar Assad, president of Syria" in answer.text
    assert "checkpoint" not in answer.text


# ------------------------------------------------------------------ what is no words


PICTURE = photo(Document(id="1", name="a.png", mime_type="image/png", size=4), width=1, height=1)
SOUND = voice(Document(id="1", name="a.ogg", mime_type="audio/ogg", size=4), seconds=1)


@pytest.mark.parametrize(
    ("media", "caption", "answer"),
    [
        (
            photo(Document(id="1", name="a.png", mime_type="image/png", size=4), width=1, height=1),
            "",
            "I cannot look at",
        ),
        (
            photo(Document(id="1", name="a.png", mime_type="image/png", size=4), width=1, height=1),
            "Lavrov",
            "Sergey Lavrov",
        ),
        (
            voice(Document(id="1", name="a.ogg", mime_type="audio/ogg", size=4), seconds=1),
            "",
            "I cannot listen.",
        ),
        (sticker("👍"), "", "I can only read text messages."),
    ],
)
async def test_what_is_no_words_gets_one_line(
    reading_bot: ReadingBot, media: JsonObject, caption: str, answer: str
) -> None:
    await a_front_page(reading_bot.store)
    telegram = reading_bot.telegram
    (said,) = await reading_bot.after(
        telegram.reader, lambda: telegram.send_media(telegram.reader, media, caption=caption)
    )
    assert said.text.startswith(answer)


@pytest.mark.parametrize(
    ("latitude", "longitude", "answer", "zone"),
    [
        (
            36.2,
            37.1,
            "Your time zone is now Asia/Damascus, where it is 15:00; before, it was UTC.",
            "Asia/Damascus",
        ),
        (-60.0, -120.0, worded(NO_CITY), None),
        (90.0, 0.0, worded(NO_LIST), None),
    ],
)
async def test_a_place_on_the_map_sets_the_clock(
    subscribing_bot: ReadingBot, latitude: float, longitude: float, answer: str, zone: str | None
) -> None:
    telegram = subscribing_bot.telegram
    sent = location(latitude=latitude, longitude=longitude)
    (said,) = await subscribing_bot.after(telegram.reader, lambda: telegram.send_media(telegram.reader, sent))
    assert said.text.startswith(answer)
    chat = await subscribing_bot.store.chats.find(telegram.reader.id)
    assert (chat.timezone if chat else None) == zone


async def test_a_clock_read_from_the_map_is_put_back(subscribing_bot: ReadingBot) -> None:
    bot, telegram = subscribing_bot, subscribing_bot.telegram
    sent = location(latitude=36.2, longitude=37.1)
    (said,) = await bot.after(telegram.reader, lambda: telegram.send_media(telegram.reader, sent))
    assert shown(said)[1] == (("Back to UTC",), ("Another city…",))
    (again,) = await bot.after(telegram.reader, lambda: telegram.send_media(telegram.reader, sent))
    assert again.text == "Your time zone is Asia/Damascus already, where it is 15:00 now."
    await bot.press(said, "Back to UTC")
    chat = await bot.store.chats.find(telegram.reader.id)
    assert chat is not None
    assert chat.timezone == "UTC"
    (question,) = await bot.press(again, "Another city…")
    assert question.text == "Which city are you in? Write its name."


def test_the_nearest_city_is_found_round_the_globe() -> None:
    fiji, samoa = (
        _City(name=name, country="", timezone=name, people=1, others=(), at=at)
        for name, at in (("Suva", (-18.1, 178.4)), ("Apia", (-13.8, -171.8)))
    )
    assert nearest(-17.0, -179.5, [samoa, fiji]) == [fiji]
    assert nearest(0.0, 0.0, [samoa, fiji]) == []


# ------------------------------------------------------------------ where many talk


async def test_a_group_is_answered_where_it_speaks_to_the_bot(subscribing_bot: ReadingBot) -> None:
    bot, telegram = subscribing_bot, subscribing_bot.telegram
    await a_front_page(bot.store)
    group = telegram.add_group(members=[telegram.reader])
    (answer,) = await bot.ask("@briefings_local_bot who is Lavrov?", chat=group)
    assert answer.text.startswith("Sergey Lavrov, the foreign minister")
    (story,) = await bot.ask("/brief aleppo", chat=group)
    (within,) = await bot.after(
        group, partial(telegram.say, telegram.reader, "Russia?", chat=group, reply_to=story)
    )
    assert within.text.startswith(f"{HEAD}Russia\n")


async def test_a_reply_to_somebody_else_is_talk(subscribing_bot: ReadingBot) -> None:
    bot, telegram = subscribing_bot, subscribing_bot.telegram
    await a_front_page(bot.store)
    group = telegram.add_group(members=[telegram.reader], bot="administrator")
    first = telegram.say(telegram.reader, "Lavrov is late", chat=group)
    bot.asked += 1
    assert (
        await bot.after(group, partial(telegram.say, telegram.reader, "Lavrov?", chat=group, reply_to=first))
        == ()
    )


@pytest.mark.parametrize("asked", ["stop", "settings", "every day at 7", "follow Lavrov"])
async def test_who_may_not_set_a_group_is_led_to_where_they_may(
    subscribing_bot: ReadingBot, asked: str
) -> None:
    bot, telegram = subscribing_bot, subscribing_bot.telegram
    await a_front_page(bot.store)
    group = telegram.add_group(members=[telegram.reader])
    (answer,) = await bot.ask(f"@briefings_local_bot {asked}", chat=group)
    assert answer.text == worded(ADMINS_ONLY)
    ((button,),) = answer.buttons
    assert button.url == "https://t.me/briefings_local_bot?start=hello"
    assert await bot.store.chats.find(group.id) is None
    greeting, *_ = await bot.ask("/start hello")
    assert greeting.text.startswith((await bot.ask("/start"))[0].text.splitlines()[0])


async def test_a_member_is_offered_what_they_may_press_alone(subscribing_bot: ReadingBot) -> None:
    bot, telegram = subscribing_bot, subscribing_bot.telegram
    await a_front_page(bot.store)
    group = telegram.add_group(members=[telegram.reader])
    for words in ("Lavrov Aleppo ceasefire", "aleppo hospital", "no more Lavrov", "news pause"):
        for answer in await bot.ask(f"@briefings_local_bot {words}", chat=group):
            if answer.text != worded(ADMINS_ONLY):
                more = [one.action for row in answer.buttons for one in row if one.action is not None]
                assert all(action.startswith("x:") for action in more), words


async def test_a_member_s_wish_for_a_story_is_theirs_to_press(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    deal, _ = await a_front_page(subscribing_bot.store)
    group = telegram.add_group(members=[telegram.reader])
    (story,) = await subscribing_bot.ask("/brief aleppo", chat=group)
    say = partial(telegram.say, telegram.reader, "save it", chat=group, reply_to=story)
    (answer,) = await subscribing_bot.after(group, say)
    await subscribing_bot.press(answer, "More")
    assert telegram.answers[-1].url == f"https://t.me/briefings_local_bot?start=x-s-{deal.id}"


async def test_administrators_set_a_group_in_plain_words(subscribing_bot: ReadingBot) -> None:
    bot, telegram = subscribing_bot, subscribing_bot.telegram
    group = telegram.add_group(admins=[telegram.reader])
    (answer,) = await bot.ask("every day at 7 please @briefings_local_bot", chat=group)
    await bot.press(answer, "Send news: every day at 7")
    assert bot.now(answer).text.startswith("Subscribed.\nAn edition every day at 07:00.")


def test_a_channel_is_its_editors() -> None:
    person = TelegramUser(id=1, first_name="Ada", is_bot=False)
    rights = dict.fromkeys(
        (
            "can_be_edited", "is_anonymous", "can_manage_chat", "can_delete_messages",
            "can_manage_video_chats",
            "can_restrict_members", "can_promote_members", "can_change_info", "can_invite_users",
            "can_post_stories", "can_edit_stories", "can_delete_stories",
        ),
        False,
    )  # fmt: skip
    assert not _leads(ChatMemberAdministrator(person, **rights), channel=True)
    assert _leads(ChatMemberAdministrator(person, **rights, can_post_messages=True), channel=True)
    assert _leads(ChatMemberAdministrator(person, **rights), channel=False)
    assert _leads(ChatMemberOwner(person, is_anonymous=False), channel=True)
    assert not _leads(ChatMemberMember(person), channel=False)
