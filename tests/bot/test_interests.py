"""What a chat follows and mutes: the choice, what it keeps back and brings, the buttons beside a story."""

from datetime import date, timedelta

import pytest
from telegram.constants import CallbackQueryLimit

from bot.domain.articles import StoredArticle
from bot.domain.chats import Chat
from bot.domain.interests import (
    Interest,
    Noted,
    Stance,
    Subject,
    Traits,
    Watchlist,
    concerns,
    holds,
    words_of,
)
from bot.domain.languages import known_languages
from bot.domain.subscriptions import Destination
from bot.localchat import LocalMessage, User
from bot.render import interests as pages
from bot.render.languages import language
from bot.store import Store
from bot.store.database.tables import concerns as noted
from bot.store.database.tables import saved
from tests.bot.delivering import MORNING, PostOffice, people
from tests.bot.library import NOON, a_stored_article, an_actor, an_analysis, said
from tests.bot.running import ReadingBot
from tests.telegram import shown

DAY = timedelta(days=1)
SIEGE = Subject(words="siege")


# ------------------------------------------------------------------ the choice


@pytest.mark.parametrize(
    ("subject", "is_meant"),
    [
        (Subject(words="Siege of aleppo"), True),
        (Subject(words="sieges"), False),
        (Subject(words="Ada Berg", actor_id=3), True),
        (Subject(words="siege", actor_id=4), False),
        (Subject(story_id=9), True),
        (Subject(story_id=8, words="siege"), False),
        (Subject(words="!!!"), False),
    ],
    ids=["all words", "another form", "actor", "another actor", "story", "another story", "no word"],
)
def test_article_is_what_is_meant_by(subject: Subject, is_meant: bool) -> None:
    article = Traits(article_id=1, story_id=9, actors=frozenset({3}), words=words_of("The Siege of ALÉPPO."))
    assert concerns(subject, article) is is_meant


@pytest.mark.parametrize(
    ("text", "asked", "is_held"),
    [
        ("The Siege of ALÉPPO.", "aleppo siege", True),
        ("Bashar al-Assad’s men", "Assad", True),
        ("The U.S. left.", "US", True),
        ("Sieges end.", "siege", False),
        ("She besieged Aleppo", "siege Aleppo", False),
        ("خرج المَلِك", "الملك", True),
        ("A cease-fire holds.", "ceasefire", True),
        ("A cease fire holds.", "ceasefire", True),
        ("A ceasefire holds.", "cease-fire", True),
        ("The ceasefire of Aleppo", "aleppo cease fire", True),
        ("An e-mail came.", "email", True),
        ("It went a way.", "away", False),
        ("The rapist fled.", "therapist", False),
    ],
    ids=[
        "accents",
        "possessive",
        "dots",
        "another form",
        "part of a word",
        "marks",
        "hyphen",
        "space",
        "hyphen asked",
        "space asked",
        "one letter",
        "small word",
        "article",
    ],
)
def test_words_are_held_whole_however_written(text: str, asked: str, is_held: bool) -> None:
    subject = Subject(words=asked)
    assert holds(text, subject.asked) is is_held
    assert concerns(subject, Traits(article_id=1, story_id=1, words=words_of(text))) is is_held


def test_everybody_who_has_a_subject_is_found() -> None:
    kept = [
        Interest(id=number, chat_id=number, stance=stance, subject=subject)
        for number, (stance, subject) in enumerate(
            [
                (Stance.FOLLOW, SIEGE),
                (Stance.MUTE, Subject(words="SIEGE")),
                (Stance.FOLLOW, Subject(story_id=2)),
            ]
        )
    ]
    article = Traits(article_id=1, story_id=1, words=words_of("A siege."))
    assert [each.id for each in Watchlist(kept).of(article)] == [0, 1]


# ------------------------------------------------------------------ what comes


async def mute(office: PostOffice, chat: Chat, subject: Subject) -> None:
    """As the desk does it: what came already is muted, too."""
    reach = await office.store.interests.reach(subject, now=office.clock.now)
    await office.store.interests.add(
        chat.id, subject, stance=Stance.MUTE, found=reach.found, now=office.clock.now
    )


async def test_what_is_muted_comes_neither_at_once_nor_in_an_edition(office: PostOffice) -> None:
    at_once, edition, other = people(office, 3)
    for person, settings in ((at_once, {"hours": (), "each_new": True}), (edition, {})):
        await mute(office, await office.subscriber(person, **settings), SIEGE)
    await office.subscriber(other)
    await office.article("Talks open", sentences=("The siege goes on.",))
    await office.article("Ferry sails")
    await office.deliver()
    assert office.headlines(at_once) == office.headlines(edition) == ["Ferry sails"]
    assert len(office.headlines(other)) == 1
    assert "Talks open" in office.telegram.sent(other)[0].text


async def test_muting_wins_over_following(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    chat = await office.subscriber(reader, hours=())
    await office.store.interests.add(chat.id, Subject(words="Aleppo"), now=MORNING - DAY)
    await mute(office, chat, SIEGE)
    await office.article("Talks open", sentences=("The siege of Aleppo goes on.",))
    await office.article("Bread sold", sentences=("Bread is sold in Aleppo.",))
    await office.deliver()
    assert office.headlines(reader) == ["Bread sold"]


async def test_mute_of_what_came_already_keeps_it_out_of_the_next_edition(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    chat = await office.subscriber(reader)
    await office.article("Talks open", sentences=("The siege goes on.",))
    await office.store.news.announce([1], now=office.clock.now)
    await mute(office, chat, SIEGE)
    await office.deliver()
    assert office.headlines(reader) == []


async def test_who_mutes_no_longer_is_told_what_is_new_still(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    chat = await office.subscriber(reader)
    await mute(office, chat, SIEGE)
    await office.article("Talks open", sentences=("The siege goes on.",))
    await office.store.news.announce([1], now=office.clock.now)
    (kept,) = await office.store.interests.of(chat.id, now=office.clock.now)
    assert await office.store.interests.end(chat.id, kept.id)
    assert await office.store.database.read(lambda one: one.execute(noted.select()).all()) == []
    await office.deliver()
    assert office.headlines(reader) == ["Talks open"]


async def test_followed_story_brings_what_joins_it(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    chat = await office.subscriber(reader, hours=())
    first = await office.article("Talks open")
    await office.store.interests.add(chat.id, Subject(story_id=first.story_id), now=MORNING - DAY / 24)
    await office.store.news.announce([first.id], now=office.clock.now)
    joins, _alone = await office.article("Talks end"), await office.article("Ferry sails")
    await office.one_story(first, joins)
    office.clock.pass_by(timedelta(minutes=1))
    await office.deliver()
    (message,) = office.telegram.sent(reader)
    assert message.text.splitlines()[0] == "You follow this story"
    assert "Talks end" in message.text


async def test_muted_story_takes_what_joins_it_along(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    chat = await office.subscriber(reader)
    first = await office.article("Talks open")
    await mute(office, chat, Subject(story_id=first.story_id))
    joins, _alone = await office.article("Talks end"), await office.article("Ferry sails")
    await office.one_story(first, joins)
    await office.deliver()
    assert office.headlines(reader) == ["Ferry sails"]


@pytest.mark.parametrize("published", [None, "2015-01-01"], ids=["news", "an old article"])
async def test_editor_s_push_passes_by_who_mutes_it(office: PostOffice, published: str | None) -> None:
    muting, other = people(office, 2)
    await mute(office, await office.subscriber(muting), SIEGE)
    await office.subscriber(other)
    pushed = await office.article("Talks open", sentences=("The siege goes on.",), published=published)
    assert await office.push_article(pushed.id) == 1
    await office.settle()
    assert (office.headlines(muting), office.headlines(other)) == ([], ["Talks open"])


async def test_what_was_received_is_corrected_and_taken_back_whatever_is_muted(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    chat = await office.subscriber(reader)
    article = await office.article("Talks open", sentences=("The siege goes on.",))
    await office.deliver()
    await mute(office, chat, SIEGE)
    await office.correct(article.id, "It did not.")
    await office.settle()
    assert "It did not." in office.telegram.sent(reader)[0].text
    await office.kill(article.id)
    await office.settle()
    assert office.telegram.sent(reader) == ()


# ------------------------------------------------------------------ commands


async def test_names_and_words_are_muted_listed_and_ended(subscribing_bot: ReadingBot) -> None:
    await a_stored_article(subscribing_bot.store, an_analysis(actors=("Ada Berg",)))
    for asked, words in (("Ada Berg", "Ada Berg"), ("football", "football")):
        (answer,) = await subscribing_bot.ask(f"/mute {asked}")
        assert answer.text.startswith(f"You muted “{words}”. New articles on this do not come any more.")
    (listed,) = await subscribing_bot.ask("/mute")
    assert shown(listed) == (
        "You mute\n· Ada Berg\n· football\n\nNothing new of this comes. Press one to hear of it again.",
        (("✕ Ada Berg", "✕ football"),),
    )
    await subscribing_bot.press(listed, "✕ Ada Berg")
    assert subscribing_bot.now(listed).text.startswith("You mute\n· football\n")
    assert [m.text for m in await subscribing_bot.ask("/unmute FOOTBALL")] == [
        "You no longer mute “football”."
    ]
    (nothing,) = await subscribing_bot.ask("/unmute football")
    assert nothing.text.startswith("You do not mute anything. Write /mute and a name or a topic")


async def test_muting_orders_nothing(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/mute football")
    assert await subscribing_bot.store.chats.count_subscribers() == 0


async def test_who_mutes_what_they_followed_follows_it_no_longer(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/follow siege")
    (answer,) = await subscribing_bot.ask("/mute siege")
    assert answer.text == (
        "You muted “siege”. New articles on this do not come any more. You no longer follow it."
    )
    (listed,) = await subscribing_bot.ask("/follow")
    assert listed.text.startswith("You do not follow anything yet.")
    assert await subscribing_bot.store.chats.count_subscribers() == 0
    (answer,) = await subscribing_bot.ask("/follow siege")
    assert answer.text.startswith("You now follow “siege”.")
    assert answer.text.endswith("You no longer mute it.")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("siege", "Of the articles of the last seven days (3) it would have brought 1."),
        ("the", "All 3 articles of the last seven days are about this. A rarer word finds less."),
        (
            "ferries",
            "The last seven days have 3 articles, and none is about this. Is it spelled as in articles?",
        ),
    ],
    ids=["some", "all", "none"],
)
async def test_follow_tells_what_the_last_week_would_have_brought(
    subscribing_bot: ReadingBot, asked: str, told: str
) -> None:
    for number, day in enumerate((0, 0, 2, 8)):
        words = f"The siege began {number} times." if number in (0, 3) else f"The ferry sank {number} times."
        filed = NOON - day * DAY
        read = an_analysis(sentences=(words,), event_date=filed.date())
        await a_stored_article(subscribing_bot.store, read, path=f"{number}.txt", now=filed)
    (answer,) = await subscribing_bot.ask(f"/follow {asked}")
    assert answer.text.endswith(told)


async def test_what_came_last_week_of_an_older_date_is_muted_and_not_counted(store: Store) -> None:
    old = an_analysis(sentences=("The siege began.",), event_date=date(2014, 5, 1))
    article = await a_stored_article(store, old)
    reach = await store.interests.reach(SIEGE, now=NOON)
    assert (reach.found, reach.count, reach.total) == ((article.id,), 0, 0)
    assert not (await store.weeks.last(now=NOON)).stories


@pytest.mark.parametrize("asked", ["ceasefire", "cease-fire", "cease fire"])
async def test_what_is_followed_counts_words_however_they_are_joined(store: Store, asked: str) -> None:
    for number, words in enumerate(("The ceasefire holds.", "A cease-fire holds.", "The cease fire ended.")):
        read = an_analysis(sentences=(words,), event_date=NOON.date())
        await a_stored_article(store, read, path=f"{number}.txt")
    reach = await store.interests.reach(Subject(words=asked), now=NOON)
    assert (reach.count, reach.total) == (3, 3)


# ------------------------------------------------------------------ beside a story and a name


async def a_story(bot: ReadingBot) -> StoredArticle:
    analysis = an_analysis(headline="Talks open", actors=(an_actor("Ada Berg"),))
    return await a_stored_article(bot.store, analysis)


async def chosen(bot: ReadingBot, message: LocalMessage, *labels: str, user: User | None = None) -> str:
    """What is said after the last of these buttons of the message."""
    for label in labels:
        assert await bot.press(bot.now(message), label, user=user) == ()
    return bot.telegram.answers[-1].text


@pytest.mark.parametrize("code", known_languages())
@pytest.mark.parametrize("stance", Stance)
def test_what_is_said_of_a_press_fits_into_a_notice(code: str, stance: Stance) -> None:
    of_both = Noted(outcome="turned", stance=stance, subject=Subject(words="ab " * 40))
    most = CallbackQueryLimit.ANSWER_CALLBACK_QUERY_TEXT_LENGTH
    assert len(language(code).say(pages.said(of_both))) <= most


async def test_story_is_followed_and_muted_where_it_stands(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await a_story(bot)
    (message,) = await bot.ask("/brief")
    before = shown(message)
    assert await chosen(bot, message, "More") == ""
    text, (row, choices) = shown(bot.now(message))
    assert (text, row[-1], choices[:2]) == (before[0], "Less", ("Follow", "Mute"))
    said = await chosen(bot, message, "Follow")
    assert said == "You now follow this story: new articles about it come here."
    assert shown(bot.now(message))[1][1][:2] == ("Unfollow", "Mute")
    said = await chosen(bot, message, "Mute")
    assert said == "You muted this story: you get no more news of it. You no longer follow it."
    assert shown(bot.now(message))[1][1][:2] == ("Follow", "Unmute")
    (listed,) = await bot.ask("/mute")
    assert "· the story “Talks open”" in listed.text
    assert await chosen(bot, message, "Unmute") == "You no longer mute this story."
    assert await chosen(bot, message, "Less") == ""
    assert shown(bot.now(message)) == before


async def test_choices_stand_in_rows_that_hold_their_words_in_the_readers_language(
    subscribing_bot: ReadingBot,
) -> None:
    await a_story(subscribing_bot)
    ada = subscribing_bot.telegram.add_user("Ada", language_code="de")
    *_, story = await subscribing_bot.ask("/brief 1", user=ada)
    await subscribing_bot.press(story, "Mehr", user=ada)
    rows = [[button.label for button in row] for row in subscribing_bot.now(story).buttons]
    assert ["Folgen", "Stummschalten"] in rows


async def test_the_voice_of_a_story_is_copied_beside_its_choices(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    voice = said("Ada Berg", "We held the bridge until the ferries had all left the harbour.")
    await a_stored_article(bot.store, an_analysis(headline="Bridge held", quotes=(voice,)))
    (message,) = await bot.ask("/brief")
    before = shown(message)
    await chosen(bot, message, "More", "Follow")
    (_row, _choices, (copying,)) = bot.now(message).buttons
    assert (copying.label, copying.copies) == (
        "Copy the quotation",
        "“We held the bridge until the ferries had all left the harbour,” — Ada Berg",
    )
    await chosen(bot, message, "Less")
    assert shown(bot.now(message)) == before


async def test_actor_is_followed_from_who(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    await a_story(bot)
    (message,) = await bot.ask("/who Ada Berg")
    said = await chosen(bot, message, "More", "Follow")
    assert said == "You now follow “Ada Berg”. New articles on this come here."
    (listed,) = await bot.ask("/follow")
    assert listed.text.startswith("You follow\n· Ada Berg")


async def test_story_of_which_nothing_is_left_is_named_no_more(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    article = await a_story(bot)
    (message,) = await bot.ask("/brief")
    await chosen(bot, message, "More", "Follow")
    await bot.store.articles.set_state(article.id, "killed", NOON)
    (listed,) = await bot.ask("/follow")
    assert shown(listed) == (
        "You follow\n· a story that is no longer here\n\nPress one to stop following it.",
        (("✕ a story",),),
    )
    said = await chosen(bot, message, "Unfollow")
    assert said == "This article is not available: it was withdrawn, or an editor is holding it back."


async def test_administrator_chooses_for_the_group_and_others_are_led_home(
    subscribing_bot: ReadingBot,
) -> None:
    bot, telegram = subscribing_bot, subscribing_bot.telegram
    article = await a_story(bot)
    group = telegram.add_group("Readers", members=[telegram.reader], admins=[telegram.editor])
    (message,) = await bot.ask("/brief@briefings_local_bot", chat=group)
    before = shown(message)
    await chosen(bot, message, "More")
    assert telegram.answers[-1].url == f"https://t.me/briefings_local_bot?start=x-s-{article.id}"
    assert shown(bot.now(message)) == before
    await chosen(bot, message, "More", "Mute", user=telegram.editor)
    assert await chosen(bot, message, "Unmute") == "Only administrators can change what is sent to this chat."
    chat = await bot.store.chats.find(group.id)
    assert chat is not None
    assert [each.stance for each in await bot.store.interests.of(chat.id, now=NOON)] == [Stance.MUTE]
    assert await bot.store.chats.find(telegram.reader.id) is None


async def test_who_is_led_home_finds_the_choices_open(subscribing_bot: ReadingBot) -> None:
    article = await a_story(subscribing_bot)
    (story,) = await subscribing_bot.ask(f"/start x-s-{article.id}")
    rows = shown(story)[1]
    at = next(number for number, row in enumerate(rows) if "Less" in row)
    assert rows[at + 1][:3] == ("Follow", "Mute", "Save")
    assert await chosen(subscribing_bot, story, "Save") == "Saved. /saved lists what is kept here."
    (gone,) = await subscribing_bot.ask("/start x-s-999")
    assert gone.text.startswith("This article is not available")


# ------------------------------------------------------------------ saved


async def test_group_is_told_whose_saving_it_is(subscribing_bot: ReadingBot) -> None:
    telegram = subscribing_bot.telegram
    group = telegram.add_group(members=[telegram.reader])
    (message,) = await subscribing_bot.ask("/saved", chat=group)
    assert message.text == (
        "Nothing is saved here. Press “More” under a story or a name, then “Save”."
        " What administrators save is kept here; all others are led to their own chat for that."
    )


async def test_article_is_saved_listed_and_opened(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    article = await a_story(bot)
    assert [m.text for m in await bot.ask("/saved")] == [
        "Nothing is saved here. Press “More” under a story or a name, then “Save”."
    ]
    (message,) = await bot.ask("/brief")
    assert await chosen(bot, message, "More", "Save") == "Saved. /saved lists what is kept here."
    assert "Unsave" in shown(bot.now(message))[1][1]
    (listed,) = await bot.ask("/saved")
    assert shown(listed) == ("Saved\n\n1. Talks open\nThe News · 14 December 2016", (("1",),))
    (opened,) = await bot.press(listed, "1")
    assert opened.text.startswith("Talks open")
    assert await chosen(bot, message, "Unsave") == "This is saved no longer."
    assert not await bot.store.saved.has(1, "s", article.id)


async def test_saved_article_that_is_gone_is_said_to_be_and_taken_off(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    article = await a_story(bot)
    (message,) = await bot.ask("/brief")
    await chosen(bot, message, "More", "Save")
    await bot.store.articles.set_state(article.id, "killed", NOON)
    (listed,) = await bot.ask("/saved")
    gone = "1. This article is gone: it was withdrawn, or an editor is holding it back."
    assert shown(listed) == (f"Saved\n\n{gone}", (("✕ 1",),))
    await bot.press(listed, "✕ 1")
    assert bot.now(listed).text.startswith("Nothing is saved here.")


async def test_actor_is_saved_and_opened(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    article = await a_story(bot)
    (message,) = await bot.ask("/who Ada Berg")
    assert await chosen(bot, message, "More", "Save") == "Saved. /saved lists what is kept here."
    (listed,) = await bot.ask("/saved")
    assert shown(listed) == ("Saved\n\n1. Ada Berg\nperson · in one article", (("1",),))
    (opened,) = await bot.press(listed, "1")
    assert opened.text.startswith("Ada Berg")
    await bot.store.articles.set_state(article.id, "killed", NOON)
    (listed,) = await bot.ask("/saved")
    gone = "Saved\n\n1. This name is no longer in the articles."
    assert shown(listed) == (gone, (("✕ 1",),))
    await bot.press(listed, "✕ 1")
    assert bot.now(listed).text.startswith("Nothing is saved here.")


async def test_saved_article_outlives_the_days_that_others_are_kept(store: Store) -> None:
    chat = await store.chats.get_or_create(Destination.of_person(7), now=NOON)
    kept, old, _newest = [
        await a_stored_article(store, an_analysis(sentences=(f"Ferry {number} sank.",)), path=f"{number}.txt")
        for number in range(3)
    ]
    await store.saved.add(chat.id, "s", kept.id, now=NOON)
    assert await store.articles.remove_older(NOON + DAY) == 1
    assert await store.articles.find(old.id) is None
    ((one,), total) = await store.saved.of(chat.id, 10, 0, now=NOON)
    assert (one.number, total, one.article is not None) == (kept.id, 1, True)
    await store.saved.end(chat.id, "s", kept.id)
    assert await store.articles.remove_older(NOON + DAY) == 1


async def test_a_hundred_saved_articles_are_enough(one_store: Store) -> None:
    chat = await one_store.chats.get_or_create(Destination.of_person(7), now=NOON)
    article = await a_stored_article(one_store)
    await one_store.saved.add(chat.id, "s", article.id, now=NOON)
    assert await one_store.saved.add(chat.id, "s", article.id, now=NOON) == "already"
    held = [
        await a_stored_article(one_store, an_analysis(sentences=(f"It was {number}.",)), path=f"{number}.txt")
        for number in range(100)
    ]
    rows = [{"chat_id": chat.id, "article_id": each.id, "saved_at": NOON} for each in held[:99]]
    await one_store.database.write(lambda connection: connection.execute(saved.insert(), rows))
    assert await one_store.saved.add(chat.id, "s", held[-1].id, now=NOON) == "full"
