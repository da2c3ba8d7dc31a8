"""/stats, /editors and /invite, over HTTP."""

from datetime import timedelta

import pytest

from bot.chat.commands import EDITING, EVERYBODY
from bot.chat.editing.editors import ALREADY, HOW_TO_ADD, WELCOME
from bot.chat.editing.editors_only import IN_PRIVATE
from bot.config.settings import Access
from bot.desks.access import Doorkeeper
from bot.desks.editing import until_words
from bot.desks.editions import ALL
from bot.desks.sendings import THE_NEXT
from bot.domain.articles import ArticleState
from bot.domain.editing import Decision
from bot.domain.languages import known_languages
from bot.render.languages import language
from bot.render.record import done
from bot.store import Store
from tests.bot.editing import Desk, editing
from tests.bot.library import NOON
from tests.bot.saying import worded
from tests.bot.test_editorial_store import CHANNEL, GROUP, bring_in
from tests.bot.test_handlers_reading_door import listed
from tests.telegram import Served, shown

ADD = (
    "To add somebody, write /editors and their Telegram ID, or forward a message of theirs here"
    " and reply to it with /editors."
)


async def test_stats_show_how_things_stand(desk: Desk) -> None:
    await desk.subscribe(order="13:00")
    await desk.article()
    await desk.article("Talks wait", state=ArticleState.REVIEW)
    await desk.ask("/push 1")
    await desk.settle()
    (stats,) = await desk.ask("/stats")
    assert shown(stats) == (
        "How things stand\n"
        "Messages in the last 24 hours: 1 sent, 0 failed\n"
        "Waiting to be sent: 0\n"
        "Subscribers: 1\nIn 7 days 1 came and 0 left\n"
        "Articles published: 1\n"
        "Articles waiting for an editor or for their hour: 1\n"
        "The next edition is due today 13:00 (UTC).\n\n"
        "What editors did last\n"
        "today 12:00 · Editor · push: 1 “Talks open”",
        (("Show what waits",),),
    )
    (waiting,) = await desk.press(stats, "Show what waits")
    assert waiting.text.startswith("1 thing waits, the oldest first\n\n1. Talks wait\n")


@pytest.mark.parametrize(
    ("verb", "subject", "told"),
    [
        ("undo", "hold", "rückgängig gemacht: angehalten"),
        ("section Sport", "The News", "Ressort Sport: The News"),
        ("a verb of another build", "Ada", "a verb of another build: Ada"),
    ],
)
def test_what_editors_did_is_told_in_the_language_of_who_asks(verb: str, subject: str, told: str) -> None:
    decision = Decision(at=NOON, user_id=1, verb=verb, subject=subject)
    assert language("de").say(done(decision)) == told
    assert worded(done(decision)) == f"{verb}: {subject}"


@pytest.mark.parametrize(
    ("verb", "subject", "told"),
    [
        ("push", THE_NEXT, "die nächste Ausgabe"),
        ("drop all", ALL, "alle Ausgaben"),
        ("hold", until_words(ALL, NOON + timedelta(days=1)), "alle Ausgaben · 2024-04-25 12:00 UTC"),
        ("add", "article 12", "Artikel 12"),
        ("line", THE_NEXT, THE_NEXT),
        ("story", "12, 13 by itself", "12, 13 für sich"),
        ("story", "12 into the story of 3", "12 in die Meldung von 3"),
        ("join", "7 “Bo with Al” with 9 “Bo”", "7 „Bo with Al“ mit 9 “Bo”"),
        ("part", "7 “Ana from Rome” from 9 “Bo”", "7 „Ana from Rome“ von 9 “Bo”"),
        ("file", "“Letters from Rome” from a.txt", "„Letters from Rome“ aus a.txt"),
        ("repair", "1 “Talks open”: No pull quote", "1 “Talks open”: Kein Hauptzitat"),
        (
            "undo repair",
            "1 “Talks open”: Bo said: No pull quote",
            "1 “Talks open”: Bo hat gesagt: No pull quote",
        ),
        (
            "correct",
            "1 “Talks open”: We took a sentence out of the summary.",
            "1 “Talks open”: Wir haben einen Satz aus der Zusammenfassung gestrichen.",
        ),
    ],
)
def test_what_it_was_done_to_is_told_in_that_language_where_the_words_are_ours(
    verb: str, subject: str, told: str
) -> None:
    decision = Decision(at=NOON, user_id=1, verb=verb, subject=subject)
    _did, _mark, to = language("de").say(done(decision)).partition(": ")
    assert to == told
    assert worded(done(decision)) == f"{verb}: {subject}"


@pytest.mark.parametrize(
    ("verb", "subject", "english", "german"),
    [
        ("kill", "1 “Talks open”", "drop article: 1 “Talks open”", "Artikel verworfen: 1 “Talks open”"),
        (
            "kill asked",
            "1 “Talks open”: No pull quote",
            "ask to drop article: 1 “Talks open”: No pull quote",
            "Verwerfen des Artikels erbeten: 1 “Talks open”: No pull quote",
        ),
        ("undo", "kill", "undo: drop article", "rückgängig gemacht: Artikel verworfen"),
        (
            "desk",
            "killing, sources, who edits: all editors",
            "desk: dropping articles, sources, who edits: all editors",
            "Befugnisse: Artikel verwerfen, Quellen, Redaktion: alle in der Redaktion",
        ),
        ("desk", "of another build", "desk: of another build", "Befugnisse: of another build"),
    ],
)
def test_the_record_has_the_words_of_the_buttons(verb: str, subject: str, english: str, german: str) -> None:
    told = done(Decision(at=NOON, user_id=1, verb=verb, subject=subject))
    assert (worded(told), language("de").say(told)) == (english, german)


@pytest.mark.parametrize("code", known_languages())
def test_each_deed_is_told_by_a_word_of_its_own(code: str) -> None:
    deeds = ("kill", "drop new text", "withdraw", "hold", "drop all")
    told = [done(Decision(at=NOON, user_id=1, verb=deed, subject="1")) for deed in deeds]
    assert len({language(code).say(one) for one in told}) == len(deeds)


async def test_an_editor_s_commands_are_listed_in_the_language_that_they_choose(desk: Desk) -> None:
    await desk.ask("/settings language Deutsch")
    (said,) = [
        [command["description"] for command in commands]
        for (_, chat, *_), commands in desk.telegram.commands.items()
        if chat == desk.telegram.editor.id
    ]
    german = language("de")
    assert said == [german.say(command.does) for command in EVERYBODY + EDITING]
    await desk.ask("/settings language Deutsch", user=desk.telegram.reader)
    assert listed(desk.telegram, desk.telegram.reader.id) == []


async def test_an_editor_is_added_by_number_after_a_question(desk: Desk) -> None:
    reader = desk.telegram.reader
    (question,) = await desk.ask(f"/editors {reader.id}")
    assert shown(question) == (f"Make Reader ({reader.id}) an editor?", (("Make them an editor",),))
    await desk.press(question, "Make them an editor")
    assert shown(desk.now(question)) == (
        "Editors\n· Editor (1002) (from the settings)\n"
        f"· Reader ({reader.id}) (added by Editor (1002))\n\n{ADD}",
        (("Remove Reader",), ("Reader: chief editor",), ("Keep dropping and sources to chiefs",)),
    )
    assert desk.telegram.sent(reader)[-1].text == worded(WELCOME)
    assert listed(desk.telegram, reader.id) == [command.name for command in EVERYBODY + EDITING]
    assert await desk.decided() == [(desk.telegram.editor.id, "editor added", str(reader.id))]


async def test_an_editor_is_removed_and_their_commands_with_them(desk: Desk) -> None:
    reader = desk.telegram.reader
    (question,) = await desk.ask(f"/editors {reader.id}")
    await desk.press(question, "Make them an editor")
    await desk.press(question, "Remove Reader")
    assert await desk.store.editorial.editors() == ()
    assert listed(desk.telegram, reader.id) == []


async def test_those_of_the_settings_are_not_removed(desk: Desk) -> None:
    (masthead,) = await desk.ask("/editors")
    assert shown(masthead) == (f"Editors\n· Editor (1002) (from the settings)\n\n{ADD}", ())
    await desk.press_action(masthead, "er:1002")
    assert len(await desk.ask("/stats")) == 1


async def test_an_editor_is_not_added_twice(desk: Desk) -> None:
    (question,) = await desk.ask("/editors 1002")
    await desk.press(question, "Make them an editor")
    assert desk.now(question).text == worded(ALREADY)


async def test_an_editor_is_added_by_a_message_that_was_passed_on(desk: Desk) -> None:
    telegram, editor = desk.telegram, desk.telegram.editor
    person = telegram.add_user("Ada")
    passed_on = telegram.forward(editor, "Good morning", author="Ada")
    known = {"type": "user", "date": 0, "sender_user": person.to_json()}
    reply = {
        "message": {
            **telegram.say(editor, "hello").to_json(),
            "message_id": 9_000_000,
            "text": "/editors",
            "entities": [{"type": "bot_command", "offset": 0, "length": 8}],
            "reply_to_message": {**passed_on.to_json(), "forward_origin": known},
        }
    }
    desk.bot.asked += 2  # the two messages before
    (*_, question) = await desk.bot.after(editor, lambda: telegram.push_update(reply))
    assert question.text == f"Make Ada ({person.id}) an editor?"


async def test_in_a_group_the_question_goes_to_the_editor_s_own_chat(desk: Desk) -> None:
    telegram, editor = desk.telegram, desk.telegram.editor
    group = telegram.add_group(members=[telegram.reader, editor], bot="administrator")
    morning = telegram.say(telegram.reader, "Good morning", chat=group)
    desk.bot.asked += 1
    answers = await desk.bot.after(
        group, lambda: telegram.say(editor, "/editors", chat=group, reply_to=morning)
    )
    assert [message.text for message in answers] == [worded(IN_PRIVATE)]
    assert telegram.sent(editor)[-1].text == f"Make Reader ({telegram.reader.id}) an editor?"


async def test_words_are_no_number(desk: Desk) -> None:
    assert [m.text for m in await desk.ask("/editors Ada")] == [worded(HOW_TO_ADD)]


async def test_a_link_lets_in_until_it_is_revoked(served_telegram: Served, one_store: Store) -> None:
    telegram = served_telegram.telegram
    async with editing(served_telegram, one_store, access=Access.INVITE) as desk:
        (invite,) = await desk.ask("/invite")
        (code,) = [one.code for one in await one_store.editorial.invites(5)]
        assert invite.text == (
            f"A link for readers\nhttps://t.me/briefings_local_bot?start={code}\n\n"
            "Whoever opens this link may use the bot, until an editor revokes it."
        )
        late = telegram.add_user("Late")
        answers = [await desk.ask(f"/start {code}", user=telegram.reader)]
        await desk.press_action(invite, f"ix:{code}")
        answers += [
            await desk.ask(f"/start {code}", user=late),
            await desk.ask("/help", user=telegram.reader),
        ]
        assert [one[0].text.split()[0] for one in answers] == ["News,", "This", "Read"]
        assert [verb for _, verb, _ in await desk.decided()] == ["invite", "invite revoked"]


@pytest.mark.parametrize(
    ("button", "answer", "answered"),
    [
        ("Let them in", "Let in: 2 groups.", True),
        ("Leave them out", "Left out: 2 groups. Nothing is sent there any more.", False),
    ],
)
async def test_editors_are_asked_once_about_groups_that_readers_brought_the_bot_into(
    served_telegram: Served, one_store: Store, button: str, answer: str, answered: bool
) -> None:
    telegram = served_telegram.telegram
    await bring_in(one_store)
    async with editing(served_telegram, one_store, access=Access.INVITE) as desk:
        door = Doorkeeper(
            one_store,
            editor_ids=frozenset({telegram.editor.id}),
            access=Access.INVITE,
            clock=desk.clock,
        )
        async with served_telegram.bot() as bot:
            for _ in range(2):
                await door.ask_about_groups(bot)
        (question,) = telegram.sent(telegram.editor)
        assert shown(question) == (
            "Readers added the bot to 2 groups. It answers there only if an editor allows it:"
            f" chat {CHANNEL}, Dockers.",
            (("Let them in", "Leave them out"),),
        )
        _, again = await desk.ask("/invite")
        assert shown(again) == shown(question)
        assert await desk.press_action(question, "gi", user=telegram.reader) == []  # a forged one
        await desk.press(question, button)
        assert desk.now(question).text == answer
        assert await door.may_ask(user_id=1, chat_id=GROUP) is answered
        await desk.press(question, "Undo")
        assert shown(desk.now(question)) == shown(again)
        assert not await door.may_ask(user_id=1, chat_id=GROUP)
