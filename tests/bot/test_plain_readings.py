"""Plain words that may be read in several ways, or of which nothing is known: what is offered then."""

import pytest

from bot.desks.plain_words import PlainWordsDesk
from bot.domain.actors import ActorEntry
from bot.domain.articles import FiledQuote
from bot.domain.languages import known_languages
from bot.domain.meanings import Meaning, several_readings
from bot.domain.plain_words import Wish, wishes
from bot.domain.quotes_about import nearest_first
from bot.domain.sections import Section, section_called
from bot.domain.understanding import Hit, Known, Told, meanings
from bot.domain.vocabulary import words_in
from bot.render.language import ENGLISH
from bot.render.languages import Languages, language
from bot.render.wishes import vocabulary
from bot.store import Store
from tests.bot.front_page import a_front_page
from tests.bot.library import NOON, a_stored_article, an_actor, an_analysis, said
from tests.bot.running import ReadingBot
from tests.telegram import shown

KNOWN = vocabulary(ENGLISH)
MARLOW = ActorEntry(id=1, name="Ines Marlow", kind="person", articles=3)
NORWAY = ActorEntry(id=2, name="Norway", kind="state", articles=5)


def kinds(found: tuple[Meaning, ...]) -> list[str]:
    return [one.kind for one in found]


# ------------------------------------------------------------------ a name beside a word of the news


def test_of_names_alone_one_person_is_meant_first() -> None:
    hit = Hit(article_id=5, headline="Fjord bridge opens", share=1.0)
    line = Known(words="marlow norway", named=(MARLOW, NORWAY), names_alone=True, looked_for=2, hits=(hit,))
    first, second, *_ = meanings((), line)
    assert (first.kind, first.number, first.sure) == ("actor", 1, False)
    assert (second.kind, second.sure) == ("story", False)


@pytest.mark.parametrize(("headline", "sure"), [("Marlow opens a bridge", True), ("A bridge opens", False)])
def test_a_person_and_a_word_are_a_story_surely_where_its_headline_names_the_person(
    headline: str, sure: bool
) -> None:
    hit = Hit(article_id=5, headline=headline, share=1.0)
    line = Known(words="marlow bridge", named=(MARLOW,), looked_for=2, hits=(hit,))
    found = meanings((), line)
    assert (found[0].kind, found[0].sure) == ("story", sure)
    assert found[1].kind == "actor"


@pytest.mark.parametrize("asked", ["ines marlow", "marlow ines", "Marlow", "ines van der marlow"])
async def test_a_name_that_leaves_something_out_is_whole(reading_bot: ReadingBot, asked: str) -> None:
    an = an_analysis(actors=[an_actor("Ines van der Marlow", aliases=("Marlow",))])
    await a_stored_article(reading_bot.store, an)
    (answer,) = await reading_bot.ask(asked)
    assert answer.text.startswith("Ines van der Marlow")


# ------------------------------------------------------------------ of which nothing is known


def hit(number: int, *, lacks: int, guessed: int = 0, alone: bool = False) -> Hit:
    return Hit(article_id=number, headline="", share=0.5, lacks=lacks, guessed=guessed, alone=alone)


@pytest.mark.parametrize(
    ("looked_for", "hits", "near"),
    [
        (2, [hit(1, lacks=0), hit(2, lacks=1)], [1]),
        (2, [hit(1, lacks=1), hit(2, lacks=1)], []),
        (2, [hit(1, lacks=1, alone=True), hit(2, lacks=1)], [1]),
        (3, [hit(1, lacks=1), hit(2, lacks=2)], [1]),
        (4, [hit(1, lacks=2), hit(2, lacks=3)], []),
        (1, [hit(1, lacks=0, guessed=1)], [1]),
    ],
)
def test_a_story_with_but_one_common_word_is_none(looked_for: int, hits: list[Hit], near: list[int]) -> None:
    known = Known(words="w", looked_for=looked_for, hits=tuple(hits))
    assert [each.article_id for each in known.near] == near


def test_what_was_only_guessed_is_never_sure() -> None:
    line = Known(words="oslow", looked_for=1, hits=(hit(1, lacks=0, guessed=1),))
    assert not meanings((), line)[0].sure


@pytest.mark.parametrize(
    "asked",
    [
        "what about the quake in Tromsø",
        "anything on the bus crash in Utrecht",
        "did the volcano spit in Reykjavik",
    ],
)
async def test_of_what_nobody_tells_it_is_said_that_nothing_was_found(
    reading_bot: ReadingBot, asked: str
) -> None:
    for number in range(3):
        line = f"The crash number {number} made the bus and the ferry late, a quake and a volcano aside."
        an = an_analysis(headline=f"Notes {number}", sentences=[line])
        await a_stored_article(reading_bot.store, an, path=f"{number}.txt")
    (answer,) = await reading_bot.ask(asked)
    text, buttons = shown(answer)
    assert text.startswith(("I found nothing on “", "No article has all of “"))
    assert not any("Notes" in label for row in buttons for label in row) or "No article has all" in text


async def test_what_comes_nearest_is_offered_as_such(reading_bot: ReadingBot) -> None:
    await a_front_page(reading_bot.store)
    (answer,) = await reading_bot.ask("the lad of the checkpoint")
    text, buttons = shown(answer)
    assert text == "No article has all of “lad checkpoint”. Did you mean:"
    assert buttons[0] == ("Aleppo deal unravels",)


# ------------------------------------------------------------------ several readings


def test_each_way_to_read_the_words_is_among_three() -> None:
    stories = tuple(Meaning(kind="story", number=number) for number in (1, 2, 3, 4))
    actor, order = Meaning(kind="actor", number=9), Meaning(kind="follow words", words="w")
    assert kinds(several_readings((*stories, actor))[:3]) == ["story", "story", "actor"]
    assert kinds(several_readings((stories[0], stories[1], actor, order))[:3]) == [
        "story",
        "actor",
        "follow words",
    ]
    assert set(several_readings((*stories, actor, order))) == {*stories, actor, order}


def test_after_an_order_one_other_way_is_enough() -> None:
    orders = (Meaning(kind="mute", number=1), Meaning(kind="mute words", words="w"))
    others = (Meaning(kind="actor", number=1), Meaning(kind="story", number=2))
    assert kinds(several_readings((*orders, *others))[:3]) == ["mute", "mute words", "actor"]
    assert several_readings(()) == ()


# ------------------------------------------------------------------ what somebody said about something


FERRIES = an_analysis(
    headline="Ferries stay in harbour",
    sentences=("The strike began on Monday.", "Ines Marlow spoke of the cease-fire in the afternoon."),
    actors=(an_actor("Ines Marlow", aliases=("Marlow",)),),
    quotes=(
        said("Ines Marlow", "Bread has never been so dear in this town."),
        said("Ines Marlow", "The harbour will open when the wages rise."),
        said("Ines Marlow", "Nobody asked the fishermen what they think."),
    ),
)


@pytest.mark.parametrize(
    ("words", "first", "note"),
    [
        ("harbour", "The harbour will open", "Those that are about “harbour” stand first."),
        ("fisherman", "Bread has never", "None is about “fisherman”."),
        ("fishermen", "Nobody asked", "Those that are about “fishermen” stand first."),
        (
            "strike",
            "Bread has never",
            "None is about “strike”. Those of articles that tell of it stand first.",
        ),
        ("football", "Bread has never", "None is about “football”."),
    ],
)
async def test_what_somebody_said_about_it_stands_first(
    reading_bot: ReadingBot, words: str, first: str, note: str
) -> None:
    await a_stored_article(reading_bot.store, FERRIES)
    (answer,) = await reading_bot.ask(f"what did Marlow say about {words}")
    lines = answer.text.split("\n")
    assert lines[:2] == ["Quotations of Ines Marlow", note]
    assert next(line for line in lines[2:] if line.startswith("1. “")).startswith(f"1. “{first}")


async def test_words_are_found_however_they_are_joined(store: Store) -> None:
    article = await a_stored_article(store, FERRIES)
    (quote, *_) = article.analysis.quotes
    filed = FiledQuote(id=1, article=article, quote=quote, actor_id=1)
    for words in ("ceasefire", "cease-fire", "Ceasefire"):
        assert nearest_first([filed], words).nearness == "article"
    assert nearest_first([filed], "cold peace").nearness == "none"
    assert nearest_first([], "ceasefire").nearness == "none"


async def test_who_said_nothing_at_all_is_not_quoted(reading_bot: ReadingBot) -> None:
    await a_stored_article(reading_bot.store, an_analysis(actors=[an_actor("Ines Marlow")]))
    (answer,) = await reading_bot.ask("what did Ines Marlow say about bread")
    assert answer.text == "There are no quotations of Ines Marlow in the articles."


async def test_pages_of_what_was_said_about_it_turn_in_place(reading_bot: ReadingBot) -> None:
    many = an_analysis(
        actors=(an_actor("Ines Marlow"),),
        quotes=[said("Ines Marlow", f"Loaf number {number} was sold on the market.") for number in range(7)],
    )
    await a_stored_article(reading_bot.store, many)
    (answer,) = await reading_bot.ask("what did Ines Marlow say about loaf")
    await reading_bot.press(answer, "More ›")
    assert "Loaf number 6" in reading_bot.now(answer).text


# ------------------------------------------------------------------ orders in other words


def wished(text: str, tag: str = "en") -> tuple[str, str]:
    known = vocabulary(Languages().of(tag))
    first: Wish = wishes(words_in(text, known.apostrophes), known)[0]
    return first.name, " ".join(word.text for part in first.about for word in part)


@pytest.mark.parametrize(
    ("tag", "text", "wish"),
    [
        ("en", "no more about cricket", "mute"),
        ("en", "Enough of the royals", "mute"),
        ("en", "don't send me anything about golf", "mute"),
        ("en", "dont show me celebrities", "mute"),
        ("en", "stop following Norway", "unfollow"),
        ("de", "nichts mehr über Fußball", "mute"),
        ("de", "schick mir nichts über Tennis", "mute"),
        ("de", "folge Norwegen nicht mehr", "unfollow"),
        ("es", "no más sobre fútbol", "mute"),
        ("fr", "marre du foot", "mute"),
        ("it", "basta con il calcio", "mute"),
        ("pt-br", "chega de futebol", "mute"),
        ("id", "cukup tentang bola", "mute"),
        ("ru", "хватит про футбол", "mute"),
        ("uk", "досить про футбол", "mute"),
        ("tr", "futbol hakkında bir şey gönderme", "mute"),
        ("ar", "كفى عن كرة القدم", "mute"),
        ("fa", "دیگه درباره فوتبال نفرست", "mute"),
        ("en", "please no more cricket", "mute"),
        ("en", "enough already", "stop"),
        ("en", "stop for two days", "pause"),
        ("en", "nothing until Friday please", "pause"),
        ("de", "nichts bis Freitag", "pause"),
        ("fr", "rien pendant trois jours", "pause"),
        ("ru", "не присылай до пятницы", "pause"),
        ("en", "what happened overnight", "brief"),
        ("ru", "что нового за ночь", "brief"),
        ("en", "let me know if anything happens in Oslo", "follow"),
        ("en", "Ping me when there's something about Oslo", "follow"),
        ("en", "tell me as soon as theres news of Oslo", "follow"),
        ("de", "sag mir Bescheid falls was mit Oslo ist", "follow"),
        ("es", "avísame si pasa algo en Oslo", "follow"),
        ("fr", "préviens-moi si quelque chose se passe à Oslo", "follow"),
        ("it", "fammi sapere se succede qualcosa a Oslo", "follow"),
        ("pt-br", "me avise se acontecer algo em Oslo", "follow"),
        ("id", "kabari kalau ada berita Oslo", "follow"),
        ("ru", "напиши если что-то случится в Осло", "follow"),
        ("uk", "напиши якщо щось станеться в Осло", "follow"),
        ("tr", "Oslo hakkında bir şey olursa haber ver", "follow"),
        ("ar", "أخبرني إذا حدث شيء في أوسلو", "follow"),
        ("fa", "خبرم کن اگه خبری از اسلو شد", "follow"),
        ("en", "don’t wake me up", "quiet"),
        ("en", "no messages at night please", "quiet"),
        ("en", "be quiet at night", "quiet"),
        ("de", "weck mich nachts nicht", "quiet"),
        ("es", "no me despiertes", "quiet"),
        ("fr", "pas de messages la nuit", "quiet"),
        ("it", "non svegliarmi di notte", "quiet"),
        ("pt-br", "não me acorde à noite", "quiet"),
        ("id", "jangan bangunkan saya", "quiet"),
        ("ru", "не буди меня ночью", "quiet"),
        ("uk", "не буди мене вночі", "quiet"),
        ("tr", "gece beni uyandırma", "quiet"),
        ("ar", "لا توقظني", "quiet"),
        ("fa", "شب بیدارم نکن", "quiet"),
        ("en", "only sport", "only"),
        ("en", "just culture news", "only"),
        ("de", "schick mir nur Sport", "only"),
        ("es", "solo deportes", "only"),
        ("fr", "seulement le sport", "only"),
        ("it", "solo sport", "only"),
        ("pt-br", "só esportes", "only"),
        ("id", "hanya olahraga", "only"),
        ("ru", "только спорт", "only"),
        ("uk", "лише спорт", "only"),
        ("tr", "sadece spor", "only"),
        ("ar", "الرياضة فقط", "only"),
        ("fa", "فقط ورزش", "only"),
    ],
)
def test_an_order_is_understood_in_other_words(tag: str, text: str, wish: str) -> None:
    assert wished(text, tag)[0] == wish


@pytest.mark.parametrize(
    ("text", "wish", "label"),
    [
        ("let me know if theres anything about Norway", "follow", "Follow “Norway”"),
        ("notify me when there's something new on Norway", "follow", "Follow “Norway”"),
        ("dont send me anything about cricket", "mute", "Mute “cricket”"),
    ],
)
async def test_the_button_has_but_what_is_meant(
    subscribing_bot: ReadingBot, text: str, wish: str, label: str
) -> None:
    (question,) = await subscribing_bot.ask(text)
    assert shown(question)[1][0] == (label,)


@pytest.mark.parametrize("text", ["hows it going in Aleppo", "whats up with Aleppo", "theres Aleppo right"])
async def test_words_that_lost_their_apostrophe_are_not_looked_for(
    reading_bot: ReadingBot, text: str
) -> None:
    await a_front_page(reading_bot.store)
    (answer,) = await reading_bot.ask(text)
    assert answer.text.startswith("Aleppo deal unravels")


@pytest.mark.parametrize("tag", ["en", "ar", "de", "es", "fa", "fr", "id", "it", "pt-br", "ru", "tr", "uk"])
def test_every_phrase_can_be_told_as_words_are_spelt(tag: str) -> None:
    known = vocabulary(Languages().of(tag))
    spelt = known.spellings.keys()
    for wish, phrases in known.phrases.items():
        for phrase in phrases:
            lost = [word for word in phrase.split() if word in spelt and known.spellings[word] != word]
            assert not lost, (wish, phrase)


# ------------------------------------------------------------------ sections


SPORT, WORLD = Section(id=1, name="Sport"), Section(id=2, name="World news")


@pytest.mark.parametrize(
    ("words", "section"),
    [("sports", SPORT), ("SPORT", SPORT), ("world news", WORLD), ("politics", None), ("", None)],
)
def test_a_section_is_known_by_any_form_of_its_name(words: str, section: Section | None) -> None:
    assert section_called(words, (SPORT, WORLD)) == section


@pytest.mark.parametrize(
    ("words", "name", "is_it"),
    [
        ("спорта", "Спорт", True),
        ("мира", "Мир", True),
        ("світу", "Світ", True),
        ("экономики", "Экономика", True),
        ("мировой политики", "Мировая политика", True),
        ("горы", "Город", False),
        ("экономия", "Экономика", False),
        ("спор", "Спутник", False),
        ("worth", "World", False),
    ],
)
def test_a_section_is_known_in_another_case(words: str, name: str, is_it: bool) -> None:
    section = Section(id=1, name=name)
    assert section_called(words, (section,)) == (section if is_it else None)


ONLY_WORLD = {
    "en": ("World", "i only want world news"),
    "de": ("Welt", "ich will nur Nachrichten aus der Welt"),
    "fr": ("Monde", "je veux seulement les nouvelles du monde"),
    "es": ("Mundo", "solo quiero noticias del mundo"),
    "it": ("Mondo", "voglio solo notizie dal mondo"),
    "pt_BR": ("Mundo", "só quero notícias do mundo"),
    "tr": ("Dünya", "sadece dünya haberleri istiyorum"),
    "ru": ("Мир", "хочу только новости мира"),
    "uk": ("Світ", "хочу лише новини світу"),
    "ar": ("العالم", "أريد فقط أخبار العالم"),
    "fa": ("جهان", "فقط اخبار جهان می‌خواهم"),
    "id": ("Dunia", "saya hanya mau berita dunia"),
}


@pytest.mark.parametrize("code", known_languages())
async def test_news_of_the_world_alone_are_its_section(sqlite_store: Store, code: str) -> None:
    name, words = ONLY_WORLD[code]
    await a_stored_article(sqlite_store, an_analysis(section=name))
    desk = PlainWordsDesk(sqlite_store, lambda: NOON)
    found = (await desk.meanings(words, vocabulary(language(code)))).meanings[0]
    assert (found.kind, found.words) == ("section", name)


@pytest.mark.parametrize(
    ("code", "words"),
    [("es", "solo quiero noticias de deportes"), ("pt_BR", "só quero notícias de deportes")],
)
async def test_news_of_a_section_alone_are_it(sqlite_store: Store, code: str, words: str) -> None:
    await a_stored_article(sqlite_store, an_analysis(section="Deportes"))
    desk = PlainWordsDesk(sqlite_store, lambda: NOON)
    assert (await desk.meanings(words, vocabulary(language(code)))).meanings[0].kind == "section"


async def test_one_section_alone_is_chosen_by_a_button(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await a_stored_article(bot.store, an_analysis(section="Sport"))
    (question,) = await bot.ask("only sports please")
    assert await bot.store.chats.find(bot.telegram.reader.id) is None
    await bot.press(question, "Only Sport")
    assert "These sections come: Sport" in bot.now(question).text
    (none,) = await bot.ask("just politics")
    assert none.text == "There is no section “politics”. There are: Sport"
    assert shown(none)[1][:2] == (("Sections",), ("Follow “politics”",))


async def test_where_there_are_no_sections_that_is_said(subscribing_bot: ReadingBot) -> None:
    (answer,) = await subscribing_bot.ask("only politics")
    assert answer.text == "There are no sections here yet: I cannot send “politics” alone."
    assert shown(answer)[1] == (("Follow “politics”",),)


async def test_a_number_of_stories_is_no_section(subscribing_bot: ReadingBot) -> None:
    (answer,) = await subscribing_bot.ask("just 4 stories")
    assert "section" not in answer.text
    assert shown(answer)[1] == (("Settings: 4 stories",),)


def test_what_asks_for_a_section_may_follow_a_name() -> None:
    told = Told(
        wish=Wish("only", (words_in("Norway"),)),
        parts=(Known(words="Norway", named=(NORWAY,), whole=True),),
        all=Known(words="Norway"),
    )
    assert kinds(meanings([told], Known(words="Norway")))[:2] == ["follow", "follow words"]
