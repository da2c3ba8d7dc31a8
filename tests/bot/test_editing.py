"""Articles and editions in an editor's hands, over HTTP."""

from datetime import UTC, datetime, time, timedelta

import pytest

from bot.chat.editing.articles import HOW_TO_KILL, HOW_TO_WAIT, WHICH
from bot.chat.editing.corrections import HOW_TO_CORRECT, TOO_LONG
from bot.chat.editing.deciding import KEPT
from bot.chat.editing.parse import Numbered, Push, numbered, push_asked, push_asked_in
from bot.domain.article_numbers import likeliest
from bot.domain.articles import ArticleState
from bot.domain.subscriptions import Destination
from bot.render.happened import MOVED
from bot.render.languages import language
from tests.bot.delivering import subscribers
from tests.bot.editing import Desk
from tests.bot.library import NOON
from tests.bot.saying import worded
from tests.telegram import shown

LIVE_CONTROL = (("Send now",), ("Hold", "Drop", "Later…"), ("Preview", "Repair…", "Queue"))
HELD_CONTROL = (("Send now", "Publish"), ("Drop", "Later…"), ("Preview", "Repair…", "Queue"))
NAMED = "1 “Talks open”"
QUARTERS = (time(7, 15), time(19, 15))
NO_SUCH = "There is no article {}. One of these may be meant: press its number."


def headline(text: str) -> str:
    return text.partition("\n")[0]


@pytest.mark.parametrize(
    ("words", "push"),
    [
        ("12", Push("12")),
        ("12 at 18:30", Push("12", time(18, 30))),
        ("siege at 7", Push("siege", time(7))),
        ("shots at dawn", Push("shots at dawn")),
        ("", Push("")),
        ("at 18:30", Push("", time(18, 30))),
        ("at 6 pm 12", Push("", time(18))),
        ("at dawn", Push("at dawn")),
        ("12 at half six", Push("12", either=(time(6, 30), time(18, 30)))),
        ("12 at half past 6", Push("12", either=(time(6, 30), time(18, 30)))),
        ("shots at dawn at quarter to twelve", Push("shots at dawn", either=(time(11, 45), time(23, 45)))),
        ("12 at a quarter past twelve", Push("12", either=(time(0, 15), time(12, 15)))),
        ("12 at six o’clock", Push("12", either=(time(6), time(18)))),
        ("at half six", Push("", either=(time(6, 30), time(18, 30)))),
        ("12 at half thirteen", Push("12 at half thirteen")),
    ],
    ids=[
        "a number",
        "an hour",
        "words and an hour",
        "words with an at",
        "nothing",
        "an hour alone",
        "an hour before the number",
        "words that begin with at",
        "half an hour before or after noon",
        "half past",
        "quarter to, behind words with an at",
        "quarter past",
        "o’clock",
        "two hours alone",
        "no hour of twelve",
    ],
)
def test_what_is_to_be_pushed(words: str, push: Push) -> None:
    assert push_asked(words) == push


@pytest.mark.parametrize(
    ("words", "code", "push"),
    [
        pytest.param("5 18:30", "en", Push("5", time(18, 30)), id="without at"),
        pytest.param("#5 6pm", "en", Push("5", time(18)), id="without at, by half of the day"),
        pytest.param("5 13", "en", Push("5 13"), id="two numbers"),
        pytest.param("5 at 25:00", "en", Push("5 at 25:00", no_hour="25:00"), id="no hour of a day"),
        pytest.param("5 25:00", "en", Push("5 25:00", no_hour="25:00"), id="no hour of a day without at"),
        pytest.param("5 at seven in the evening", "en", Push("5", time(19)), id="by its part of the day"),
        pytest.param("5 dead in a storm", "en", Push("5 dead in a storm"), id="words of a headline"),
        pytest.param("4 um 18:30", "de", Push("4", time(18, 30)), id="German"),
        pytest.param(
            "4 um halb sieben", "de", Push("4", either=(time(6, 30), time(18, 30))), id="German half before"
        ),
        pytest.param("4 um halb sieben abends", "de", Push("4", time(18, 30)), id="German evening"),
        pytest.param("5 at quarter past seven pm", "en", Push("5", time(19, 15)), id="a quarter past, pm"),
        pytest.param("4 в четверть восьмого", "ru", Push("4", either=QUARTERS), id="Russian quarter into"),
        pytest.param("4 à sept heures et quart", "fr", Push("4", either=QUARTERS), id="French quarter"),
        pytest.param("4 um Viertel nach sieben", "de", Push("4", either=QUARTERS), id="German quarter past"),
        pytest.param("4 à 18h30", "fr", Push("4", time(18, 30)), id="French"),
        pytest.param("4 в 18:30", "ru", Push("4", time(18, 30)), id="Russian"),
        pytest.param("4 um 25:00", "de", Push("4 um 25:00", no_hour="25:00"), id="German, no hour"),
        pytest.param("um 18:30", "de", Push("", time(18, 30)), id="German, no article"),
    ],
)
def test_an_hour_behind_a_number_is_read_as_it_is_typed(words: str, code: str, push: Push) -> None:
    assert push_asked_in(words, language(code)) == push


async def test_a_wrong_hour_is_said_to_be_one(desk: Desk) -> None:
    await desk.article()
    (answer,) = await desk.ask("/push 1 at 25:00")
    assert answer.text == "“25:00” is no hour. Write one like this: /push 12 at 18:30"
    assert await desk.decided() == []


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("12 The bridge.", Numbered(12, "The bridge.")),
        ("#12", Numbered(12, "")),
        ("The bridge", None),
        ("1" * 19, None),
    ],
    ids=["a note", "a hash", "no number", "no id"],
)
def test_numbered(words: str, what: Numbered | None) -> None:
    assert numbered(words) == what


# ------------------------------------------------------------------ an article


async def test_an_article_is_previewed_as_readers_get_it(desk: Desk) -> None:
    reader = await desk.subscribe()
    await desk.article()
    preview, control = await desk.ask("/preview 1")
    assert shown(control) == ("Article 1 · Talks open\npublished", LIVE_CONTROL)
    await desk.press(control, "Send now")
    await desk.settle()
    sent = desk.telegram.sent(reader)[-1]
    assert (sent.text, sent.entities, sent.buttons) == (preview.text, preview.entities, preview.buttons)


@pytest.mark.parametrize(
    ("asked", "shows"),
    [
        pytest.param("/preview 2", "Talks fail", id="by number"),
        pytest.param("/preview #2", "Talks fail", id="by number with a hash"),
        pytest.param("/preview fail", "Talks fail", id="by a word of its headline"),
        pytest.param("/preview talks", worded(WHICH), id="words of two"),
        pytest.param("/preview 99", NO_SUCH.format(99), id="a number nobody has"),
        pytest.param("/preview %", worded(WHICH), id="a sign of the database's own"),
    ],
)
async def test_articles_are_found_by_number_or_words(desk: Desk, asked: str, shows: str) -> None:
    await desk.article("Talks open")
    await desk.article("Talks fail")
    assert headline((await desk.ask(asked))[0].text) == shows


async def test_an_article_in_review_is_found_and_no_reader_sees_it(desk: Desk) -> None:
    await desk.article(state=ArticleState.REVIEW)
    _, control = await desk.ask("/preview talks")
    assert shown(control) == (
        "Article 1 · Talks open\nwaits for an editor",
        (("Send now", "Publish"), ("Hold", "Drop", "Later…"), ("Preview", "Repair…", "Queue")),
    )
    (answer,) = await desk.ask("/latest", user=desk.telegram.reader)
    assert answer.text.startswith("There are no articles yet.")


async def test_send_now_reaches_every_subscriber_once(desk: Desk) -> None:
    readers = [await desk.subscribe(desk.telegram.add_user(name)) for name in ("Ada", "Otto")]
    article = await desk.article(state=ArticleState.REVIEW)
    for _ in range(2):
        await desk.ask("/push 1")
        await desk.settle()
    assert [[headline(text) for text in desk.received(reader)] for reader in readers] == [["Talks open"]] * 2
    assert await desk.state(article) is ArticleState.LIVE
    assert [(who, verb) for who, verb, _ in await desk.decided()] == [(desk.telegram.editor.id, "push")]


async def test_to_more_than_ten_chats_send_now_asks_first(desk: Desk) -> None:
    readers = [await desk.subscribe(desk.telegram.add_user(f"Reader {number}")) for number in range(11)]
    await desk.article(state=ArticleState.REVIEW)
    _, control = await desk.ask("/preview 1")
    await desk.press(control, "Send now")
    await desk.settle()
    before = [desk.received(reader) for reader in readers]
    assert shown(desk.now(control)) == (
        "Article 1 · Talks open\nSend it to 11 chats now?",
        (("Send to 11 chats", "‹ Back"),),
    )
    await desk.press(control, "Send to 11 chats")
    await desk.settle()
    assert (before, [len(desk.received(reader)) for reader in readers]) == ([[]] * 11, [1] * 11)


async def test_what_was_pushed_is_not_in_the_edition(desk: Desk) -> None:
    reader = await desk.subscribe(order="13:00")
    await desk.article()
    await desk.ask("/push 1")
    desk.clock.now = NOON + timedelta(hours=1)
    await desk.settle()
    assert len(desk.received(reader)) == 1


async def test_published_after_review_it_is_news_to_who_wants_each(desk: Desk) -> None:
    reader = await desk.subscribe(order="new")
    desk.clock.now += timedelta(hours=3)
    await desk.article(state=ArticleState.REVIEW)
    _, control = await desk.ask("/preview 1")
    desk.clock.now += timedelta(hours=9)
    await desk.press(control, "Publish")
    assert desk.now(control).text.startswith(
        "Published. It comes with the next editions, and at once to those who follow it.\n"
    )
    await desk.settle()
    assert [headline(text) for text in desk.received(reader)] == ["Talks open"]


async def test_published_twice_it_is_news_once(desk: Desk) -> None:
    await desk.article(state=ArticleState.REVIEW)
    _, control = await desk.ask("/preview 1")
    for _ in range(2):
        await desk.press_action(control, "an:1")
        desk.clock.now += timedelta(hours=1)
    assert (await desk.store.articles.get(1)).not_before == NOON
    assert await desk.decided() == [(desk.telegram.editor.id, "publish", NAMED)]


async def test_held_it_is_kept_from_readers(desk: Desk) -> None:
    reader = await desk.subscribe(order="13:00")
    article = await desk.article()
    _, control = await desk.ask("/preview 1")
    await desk.press(control, "Hold")
    assert shown(desk.now(control)) == (
        "Held back. Readers no longer see it, also where it was sent, until it is published."
        "\n\nArticle 1 · Talks open\nheld back",
        HELD_CONTROL,
    )
    desk.clock.now = NOON + timedelta(hours=1)
    await desk.settle()
    assert desk.received(reader) == []
    assert await desk.state(article) is ArticleState.HELD


async def test_what_readers_never_had_is_not_said_to_be_taken_from_them(desk: Desk) -> None:
    await desk.article(state=ArticleState.REVIEW)
    _, control = await desk.ask("/preview 1")
    await desk.press(control, "Hold")
    first, *_ = desk.now(control).text.splitlines()
    assert first == "Held back. Readers do not see it until it is published."


@pytest.mark.parametrize(
    ("state", "said"),
    [
        (
            ArticleState.LIVE,
            "Readers no longer see it, also where it was sent; from that time on they see it again.",
        ),
        (ArticleState.REVIEW, "Readers see it and are told of it from that time on."),
    ],
)
async def test_an_hour_for_what_readers_have_takes_it_from_them_and_that_is_said(
    desk: Desk, state: ArticleState, said: str
) -> None:
    await desk.article(state=state)
    answers = await desk.ask("/push 1 at 18:30")
    assert answers[-1].text.splitlines()[0] == said
    assert not (await desk.store.articles.get(1)).is_public(now=desk.clock.now)


async def test_held_while_quiet_hours_keep_it_it_is_not_sent_when_they_end(desk: Desk) -> None:
    reader = await desk.subscribe()
    await desk.bot.ask("/settings quiet 11 to 14")
    await desk.article()
    before = len(desk.telegram.sent(reader))
    await desk.ask("/push 1")
    await desk.settle()
    *_, control = await desk.ask("/preview 1")
    await desk.press(control, "Hold")
    desk.clock.now = NOON + timedelta(hours=3)
    await desk.settle()
    held = len(desk.telegram.sent(reader)) - before
    await desk.press(control, "Publish")
    await desk.settle()
    assert (held, len(desk.telegram.sent(reader)) - before) == (0, 1)


@pytest.mark.parametrize(
    ("label", "until"),
    [
        ("In an hour", NOON + timedelta(hours=1)),
        ("In three hours", NOON + timedelta(hours=3)),
        ("Tomorrow 07:00", datetime(2024, 4, 25, 7, tzinfo=UTC)),
    ],
)
async def test_later_is_an_embargo(desk: Desk, label: str, until: datetime) -> None:
    reader = await desk.subscribe(order="new")
    await desk.article(state=ArticleState.REVIEW)
    _, control = await desk.ask("/preview 1")
    await desk.press(control, "Later…")
    await desk.press(control, "‹ Back")
    await desk.press(control, "Later…")
    await desk.press(control, label)
    await desk.settle()
    before = desk.received(reader)
    desk.clock.now = until
    await desk.settle()
    assert (before, len(desk.received(reader))) == ([], 1)


async def test_push_at_an_hour_waits_for_the_next_one_of_the_editor_s_clock(desk: Desk) -> None:
    article = await desk.article()
    chat = await desk.store.chats.get_or_create(Destination.of_person(desk.telegram.editor.id), now=NOON)
    await desk.bot.ask("/settings timezone Europe/Berlin", user=desk.telegram.editor)
    assert chat.telegram_id == desk.telegram.editor.id
    (answer,) = await desk.ask("/push 1 at 13:30")  # in Berlin it is 14:00
    assert answer.text.endswith("not before tomorrow 13:30 (Europe/Berlin)")
    stored = await desk.store.articles.get(article.id)
    assert stored.not_before == datetime(2024, 4, 25, 11, 30, tzinfo=UTC)
    assert await desk.decided() == [(desk.telegram.editor.id, "embargo", f"{NAMED} · 2024-04-25 11:30 UTC")]


async def test_push_at_an_hour_that_is_two_asks_which_and_sends_nothing(desk: Desk) -> None:
    reader = await desk.subscribe(order="new")
    article = await desk.article(state=ArticleState.REVIEW)
    (question,) = await desk.ask("/push 1 at half six")
    assert shown(question) == (
        "Article 1 · Talks open\nWhich hour? Nothing was decided yet.",
        (("today 18:30", "tomorrow 06:30"), ("‹ Back",)),
    )
    assert (await desk.decided(), await desk.state(article)) == ([], ArticleState.REVIEW)
    await desk.press(question, "today 18:30")
    assert desk.now(question).text.endswith("not before today 18:30 (UTC)")
    desk.clock.now = NOON + timedelta(hours=6, minutes=30)
    await desk.settle()
    assert len(desk.received(reader)) == 1


@pytest.mark.parametrize(
    ("asked", "known", "first"),
    [
        (83, (38, 12, 90_000), (38, 12)),
        (381, (38, 12, 90), (38,)),
        (3, (1, 2), (2, 1)),
        (7, (), ()),
    ],
    ids=["digits in each other's place", "one too many", "the newest of those alike", "no article"],
)
def test_the_likeliest_numbers_are_those_typed_most_like_it(
    asked: int, known: tuple[int, ...], first: tuple[int, ...]
) -> None:
    assert likeliest(asked, known, len(first)) == first


async def test_a_correction_edits_what_was_sent(desk: Desk) -> None:
    reader = await desk.subscribe()
    await desk.article()
    await desk.ask("/push 1")
    await desk.settle()
    (answer,) = await desk.ask("/correct 1 The talks were in <b>Homs</b>.")
    await desk.settle()
    assert answer.text.startswith("Corrected. 1 message was changed.\n")
    (sent,) = desk.received(reader)
    assert "Corrected: The talks were in <b>Homs</b>." in sent.splitlines()
    assert (await desk.decided())[-1] == (
        desk.telegram.editor.id,
        "correct",
        f"{NAMED}: The talks were in <b>Homs</b>.",
    )


async def test_a_long_correction_reaches_readers_whole(desk: Desk) -> None:
    reader = await desk.subscribe()
    article = await desk.article()
    await desk.ask("/push 1")
    await desk.settle()
    note = f"The minister {'really ' * 130}did not resign."
    await desk.ask(f"/correct 1 {note}")
    await desk.settle()
    assert (await desk.store.articles.get(article.id)).correction == note
    (sent,) = desk.received(reader)
    assert f"Corrected: {note}" in sent.splitlines()


async def test_a_correction_that_would_be_cut_is_refused(desk: Desk) -> None:
    reader = await desk.subscribe()
    article = await desk.article()
    await desk.ask("/push 1")
    await desk.settle()
    before = desk.received(reader)
    (answer,) = await desk.ask(f"/correct 1 The minister {'really ' * 150}did not resign.")
    await desk.settle()
    assert (answer.text, desk.received(reader)) == (worded(TOO_LONG), before)
    assert (await desk.store.articles.get(article.id)).correction is None


async def test_a_long_reason_to_kill_is_on_record_whole(desk: Desk) -> None:
    await desk.article()
    reason = f"The speech {'really ' * 50}was another year’s."
    await desk.ask(f"/kill 1 {reason}")
    assert await desk.decided() == [(desk.telegram.editor.id, "kill asked", f"{NAMED}: {reason}")]


@pytest.mark.parametrize("asked", ["/push at 18:30", "/push at 18:30 1"])
async def test_an_hour_without_an_article_before_it_sends_nothing(desk: Desk, asked: str) -> None:
    await desk.article("Talks at 18:30")
    assert [message.text for message in await desk.ask(asked)] == [worded(HOW_TO_WAIT)]
    assert await desk.decided() == []


@pytest.mark.parametrize(
    ("action", "said"),
    [
        ("as:1", "Nothing was sent: there is no subscriber who has not had it yet."),
        ("ak:1:yes", "Article dropped. 0 messages were taken back."),
        ("eh:0", "Held. 0 chats wait for it."),
    ],
    ids=["sent", "killed", "editions held"],
)
async def test_what_is_pressed_under_a_message_out_of_reach_is_told_below(
    desk: Desk, action: str, said: str
) -> None:
    await desk.article()
    _, control = await desk.ask("/preview 1")
    below = await desk.bot.press_out_of_reach(control, action, user=desk.telegram.editor)
    assert [headline(message.text) for message in below] == [said]
    assert desk.now(control).text == control.text


@pytest.mark.parametrize(
    ("asked", "answer"),
    [
        pytest.param("/correct", worded(HOW_TO_CORRECT), id="no article"),
        pytest.param("/correct 1", worded(HOW_TO_CORRECT), id="no note"),
        pytest.param("/correct the talks", worded(HOW_TO_CORRECT), id="no number"),
        pytest.param("/correct 9 note", NO_SUCH.format(9), id="no such article"),
        pytest.param("/kill", worded(HOW_TO_KILL), id="kill what"),
        pytest.param("/kill 9", NO_SUCH.format(9), id="kill what is not there"),
        pytest.param("/push 9", NO_SUCH.format(9), id="push what is not there"),
        pytest.param("/push 9 at half six", NO_SUCH.format(9), id="push it at an hour"),
        pytest.param("/preview add 9", NO_SUCH.format(9), id="add what is not there"),
    ],
)
async def test_what_is_missing_is_said(desk: Desk, asked: str, answer: str) -> None:
    await desk.article()
    (message,) = await desk.ask(asked)
    assert headline(message.text) == answer
    assert await desk.decided() == []


async def test_kill_asks_and_takes_back_what_was_sent(desk: Desk) -> None:
    reader = await desk.subscribe()
    article = await desk.article()
    await desk.ask("/push 1")
    await desk.settle()
    (question,) = await desk.ask("/kill 1 It was another year’s.")
    assert shown(question) == (
        "Drop article 1? Talks open\n\n1 message tells of it. Messages of it alone are deleted, others go on"
        " without it. Those too old to delete are marked as withdrawn.",
        (("Drop it", "Keep it"),),
    )
    assert await desk.state(article) is ArticleState.LIVE
    await desk.press(question, "Drop it")
    await desk.settle()
    assert shown(desk.now(question)) == (
        "Article dropped. 1 message was taken back.\n\nArticle 1 · Talks open\ndropped",
        (("Queue",),),
    )
    assert (await desk.state(article), desk.received(reader)) == (ArticleState.KILLED, [])
    assert (await desk.decided())[1:] == [
        (desk.telegram.editor.id, "kill asked", f"{NAMED}: It was another year’s."),
        (desk.telegram.editor.id, "kill", NAMED),
    ]


@pytest.mark.parametrize(
    ("alone", "beside", "told"),
    [
        (1, 0, "1 message was taken back."),
        (0, 2, "2 messages go on without it."),
        (1, 2, "1 message was taken back. 2 messages go on without it."),
    ],
)
async def test_who_kills_is_told_what_was_deleted_and_what_goes_on(
    desk: Desk, alone: int, beside: int, told: str
) -> None:
    await desk.article()
    await subscribers(desk.office, alone)
    await desk.office.deliver()
    await desk.article("Ferry runs")
    await subscribers(desk.office, beside)
    await desk.office.deliver()
    (question,) = await desk.ask("/kill 1")
    await desk.press(question, "Drop it")
    assert headline(desk.now(question).text) == f"Article dropped. {told}"


async def test_who_thinks_better_of_it_kills_nothing(desk: Desk) -> None:
    article = await desk.article()
    _, control = await desk.ask("/preview 1")
    await desk.press(control, "Drop")
    await desk.press(control, "Keep it")
    assert desk.now(control).text == f"{worded(KEPT)}\n\nArticle 1 · Talks open\npublished"
    assert await desk.state(article) is ArticleState.LIVE


@pytest.mark.parametrize("button", ["as:1", "an:1", "ah:1", "al:1:28934580"])
async def test_what_was_killed_is_not_brought_back(desk: Desk, button: str) -> None:
    article = await desk.article(state=ArticleState.KILLED)
    (message,) = await desk.ask("/stats")
    await desk.press_action(message, button)
    assert desk.now(message).text == f"{worded(MOVED)}\n\nArticle 1 · Talks open\ndropped"
    assert await desk.state(article) is ArticleState.KILLED


# ------------------------------------------------------------------ editions


async def test_the_next_edition_is_previewed_as_it_will_look(desk: Desk) -> None:
    await desk.article()
    preview, control = await desk.ask("/preview")
    assert preview.text.startswith("Your 07:30 edition\n\nTalks open\n")
    assert shown(control) == (
        "The next edition\nNobody has ordered an edition yet.\n"
        "If it went now, nobody would get it: nothing is new for any chat.\n"
        "1. Talks open · article 1",
        (
            ("1",),
            ("Add a story…", "A line on top…"),
            ("Send now",),
            ("Hold", "Drop", "Drop all", "Later…"),
        ),
    )


async def test_who_has_no_editions_is_shown_the_one_that_is_due(desk: Desk) -> None:
    await desk.subscribe(order="13:00 18:00")
    await desk.article()
    preview, control = await desk.ask("/preview")
    assert preview.text.startswith("Your 13:00 edition\n")
    assert "The next edition is due today 13:00 (UTC)." in control.text


async def test_an_edition_sent_by_hand_is_not_sent_again_at_its_hour(desk: Desk) -> None:
    reader = await desk.subscribe(order="13:00")
    await desk.article()
    (control,) = await desk.ask("/push")
    assert "Editor sends it to 1 chat: it is on its way." in control.text.splitlines()
    await desk.settle()
    desk.clock.now = NOON + timedelta(hours=1)
    await desk.settle()
    assert len(desk.received(reader)) == 1
    assert await desk.decided() == [(desk.telegram.editor.id, "push", "the next edition")]


async def test_editions_are_held_and_let_go(desk: Desk) -> None:
    reader = await desk.subscribe(order="13:00")
    await desk.article()
    *_, control = await desk.ask("/preview")
    await desk.press(control, "Hold")
    assert "All editions are held until an editor releases them." in desk.now(control).text.splitlines()
    desk.clock.now = NOON + timedelta(hours=1)
    await desk.settle()
    held = len(desk.received(reader))
    await desk.press(control, "Release")
    await desk.settle()
    assert (held, len(desk.received(reader))) == (0, 1)


async def test_editions_are_held_until_an_hour(desk: Desk) -> None:
    reader = await desk.subscribe(order="13:00")
    await desk.article()
    *_, control = await desk.ask("/preview")
    await desk.press(control, "Later…")
    await desk.press(control, "In three hours")
    received = []
    for hours in (1, 3):
        desk.clock.now = NOON + timedelta(hours=hours)
        await desk.settle()
        received.append(len(desk.received(reader)))
    assert received == [0, 1]


async def test_a_dropped_edition_is_not_sent(desk: Desk) -> None:
    reader = await desk.subscribe(order="13:00")
    await desk.article()
    *_, control = await desk.ask("/preview")
    await desk.press(control, "Drop")
    desk.clock.now = NOON + timedelta(hours=1)
    await desk.settle()
    assert desk.received(reader) == []
    assert await desk.decided() == [(desk.telegram.editor.id, "drop", "the next edition")]


# ------------------------------------------------------------------ known by its number


async def test_an_article_s_number_is_shown_to_editors_alone(desk: Desk) -> None:
    await desk.article("Talks open")
    await desk.article("Bridge falls")
    asked = {"/brief": "1. Bridge falls · article 2", "/brief talks": "Article 1"}
    for words, line in asked.items():
        (editors,), (readers,) = await desk.ask(words), await desk.ask(words, user=desk.telegram.reader)
        assert line in editors.text.splitlines()
        assert "rticle " not in readers.text


async def test_an_editor_s_own_edition_tells_the_numbers(desk: Desk) -> None:
    reader, editor = await desk.subscribe(), await desk.subscribe(desk.telegram.editor)
    await desk.article()
    await desk.ask("/push 1")
    await desk.settle()
    told = {
        person.id: [line for one in desk.telegram.sent(person) for line in one.text.splitlines()]
        for person in (reader, editor)
    }
    assert ["Article 1" in told[person.id] for person in (reader, editor)] == [False, True]


async def test_in_a_group_an_editor_is_shown_what_readers_are(desk: Desk) -> None:
    group = desk.telegram.add_group(members=[desk.telegram.reader, desk.telegram.editor])
    await desk.article()
    (answer,) = await desk.ask("/brief", chat=group)
    assert "Article 1" not in answer.text
