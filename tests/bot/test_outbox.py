"""Deliveries over HTTP, each test named for what users of such bots complain of."""

import asyncio
import threading
from datetime import UTC, datetime, time, timedelta

import pytest

from bot.botapi.pacing import Limits
from bot.domain.articles import ArticleState, Filed, StoredArticle
from bot.domain.chats import ChatState, QuietHours
from bot.domain.deliveries import DeliveryState
from bot.domain.interests import Subject
from bot.domain.plans import Orders
from bot.domain.roundups import Roundup
from bot.domain.subscriptions import Destination
from bot.localchat import Fault, LocalTelegram, User
from bot.render.roundups import roundup
from bot.store import Store
from tests.bot.delivering import MORNING, SENT, PostOffice, people, post_office, subscribers
from tests.bot.library import a_stamp, an_actor, an_analysis, embargo
from tests.bot.saying import all_in_english, in_english
from tests.telegram import Served, served


async def test_edition_reaches_every_subscriber_once(office: PostOffice) -> None:
    readers = await subscribers(office, 5)
    await office.article("Talks open")
    await office.deliver()
    await office.deliver()
    assert [office.headlines(reader) for reader in readers] == [["Talks open"]] * 5
    assert await office.deliveries() == [SENT] * 5


# ------------------------------------------------------------------ the same message twice


async def test_answer_lost_after_acceptance_leads_to_one_repeat_at_most(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    await office.article("Talks open")
    office.telegram.fail(Fault(outcome="lost"), method="sendMessage", times=1)
    await office.deliver()
    assert office.headlines(reader) == ["Talks open"] * 2
    assert await office.deliveries() == [SENT]


async def test_answers_that_never_come_never_make_a_third_copy(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    await office.article("Talks open")
    office.telegram.fail(Fault(outcome="lost"), method="sendMessage", times=5)
    await office.deliver()
    assert office.headlines(reader) == ["Talks open"] * 2
    assert await office.deliveries() == [
        (DeliveryState.FAILED, "no answer to two tries; it may have arrived"),
    ]


async def test_connection_that_breaks_before_anything_loses_nothing(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    await office.article("Talks open")
    office.telegram.fail(Fault(outcome="dropped"), method="sendMessage", times=1)
    await office.deliver()
    assert office.headlines(reader) == ["Talks open"]


async def test_while_telegram_does_not_answer_no_try_is_used_up(office: PostOffice) -> None:
    """A delivery is tried again only once a question was answered."""
    (reader,) = await subscribers(office, 1)
    await office.article("Talks open")
    office.telegram.fail(Fault(outcome="dropped"), method="sendMessage", times=1)
    office.telegram.fail(Fault(outcome="dropped"), method="getMe", times=1)
    await office.deliver()
    assert office.headlines(reader) == ["Talks open"]


@pytest.mark.parametrize("status", [500, 502])
async def test_telegrams_own_failure_is_tried_again(office: PostOffice, status: int) -> None:
    (reader,) = await subscribers(office, 1)
    await office.article("Talks open")
    office.telegram.fail(Fault(status=status), method="sendMessage", times=1)
    await office.deliver()
    assert office.headlines(reader) == []
    office.clock.pass_by(timedelta(minutes=1))
    await office.settle()
    assert office.headlines(reader) == ["Talks open"]


async def test_manual_push_beside_the_scheduled_one_sends_once(office: PostOffice) -> None:
    readers = await subscribers(office, 3)
    article = await office.article("Talks open")
    office.clock.pass_by(timedelta(minutes=-1))
    await office.push_edition()
    await office.push_article(article.id)
    office.clock.pass_by(timedelta(minutes=1))
    await office.deliver()
    await office.push_edition()
    await office.settle()
    assert [office.headlines(reader) for reader in readers] == [["Talks open"]] * 3


# ------------------------------------------------------------------ one chat spoils it for others


async def test_one_blocked_chat_does_not_end_the_round(office: PostOffice) -> None:
    first, blocked, last = await subscribers(office, 3)
    office.telegram.block(blocked)
    await office.article("Talks open")
    await office.deliver()
    assert [office.headlines(reader) for reader in (first, blocked, last)] == [
        ["Talks open"],
        [],
        ["Talks open"],
    ]
    chat = await office.store.chats.find(blocked.id)
    assert chat is not None
    assert (chat.state, chat.subscribed, chat.hours) == (ChatState.STOPPED, True, (time(7, 30),))
    assert office.reported == []


async def test_stopped_chat_comes_back_with_start(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    office.telegram.block(reader)
    await office.article("Talks open")
    await office.deliver()
    office.telegram.unblock(reader)
    await office.store.chats.get_or_create(
        Destination(telegram_id=reader.id, kind="private", title=None, user_id=None), now=office.clock.now
    )
    office.clock.pass_by(timedelta(days=1))
    await office.article("Talks end")
    await office.deliver()
    assert office.headlines(reader) == ["Talks end"]


@pytest.mark.parametrize(
    "description",
    ["Bad Request: chat not found", "Bad Request: not enough rights to send text messages to the chat"],
)
async def test_chat_that_cannot_be_written_to_is_stopped(office: PostOffice, description: str) -> None:
    (reader,) = await subscribers(office, 1)
    await office.article("Talks open")
    office.telegram.fail(Fault(status=400, description=description), method="sendMessage")
    await office.deliver()
    chat = await office.store.chats.find(reader.id)
    assert chat is not None
    assert chat.state is ChatState.STOPPED


async def test_flood_wait_of_hours_stalls_no_other_chat(office: PostOffice) -> None:
    flooded, *others = await subscribers(office, 6)
    await office.article("Talks open")
    office.telegram.fail(Fault(retry_after=7200), method="sendMessage", chat=flooded)
    await office.deliver()
    assert [office.headlines(reader) for reader in others] == [["Talks open"]] * 5
    assert office.headlines(flooded) == []


async def test_flood_wait_is_kept_to_the_second(store: Store, served_telegram: Served) -> None:
    async with post_office(store, served_telegram) as office:
        (reader,) = await subscribers(office, 1)
        await office.article("Talks open")
        office.telegram.fail(Fault(retry_after=7200), method="sendMessage")
        await office.deliver()
        tried = len(office.telegram.calls)
        office.clock.pass_by(timedelta(seconds=7199))
        await office.settle()
        assert len(office.telegram.calls) == tried
    async with post_office(store, served_telegram, clock=office.clock) as office:  # pacing forgets
        office.clock.pass_by(timedelta(seconds=1))
        await office.settle()
        assert office.headlines(reader) == ["Talks open"]


async def test_push_under_telegrams_own_limits_meets_no_429(store: Store) -> None:
    async with (
        served(LocalTelegram(limits=True)) as server,
        post_office(store, server, limits=Limits(), rests=True) as office,
    ):
        readers = people(office, 30)
        for reader in readers:
            await office.subscriber(reader, whole_stories=True)
        for headline in ("Talks open", "Talks end"):
            await office.article(headline)
        await office.deliver()
        assert [sorted(office.headlines(reader)) for reader in readers] == [["Talks end", "Talks open"]] * 30
        assert office.telegram.limits.refused == 0


# ------------------------------------------------------------------ groups, topics


async def test_what_a_group_is_sent_has_links_where_a_person_has_buttons(office: PostOffice) -> None:
    group, (reader,) = office.telegram.add_group("Readers"), people(office, 1)
    for place in (group, reader):
        await office.subscriber(place)
    article = await office.article("Talks open")
    await office.deliver()
    for place, linked in ((group, True), (reader, False)):
        (message,) = office.telegram.sent(place)
        buttons = [button for row in message.buttons for button in row]
        assert buttons
        *read, more = [button.action is None for button in buttons]
        assert (read, more) == ([linked] * len(read), False)  # what the chat wants is the chat's to say
    (message,) = office.telegram.sent(group)
    assert message.buttons[0][0].url == f"https://t.me/briefings_local_bot?start=t-{article.id}"


@pytest.mark.parametrize("whole", [False, True], ids=["list", "whole stories"])
async def test_where_many_read_a_link_leads_to_what_an_edition_leaves_out(
    office: PostOffice, whole: bool
) -> None:
    group, (reader,) = office.telegram.add_group("Readers"), people(office, 1)
    for place in (group, reader):
        await office.subscriber(place, stories=2, whole_stories=whole)
    for number in range(5):
        await office.article(f"Story {number}")
    await office.deliver()
    first = office.telegram.sent(group)[0]
    assert first.text.splitlines()[0] == "Your 07:30 edition · 3 more new stories under “Latest”"
    (button,) = first.buttons[-1]
    assert (button.label, button.url) == ("Latest", "https://t.me/briefings_local_bot?start=l-0")
    own = office.telegram.sent(reader)[0]
    assert own.text.splitlines()[0] == "Your 07:30 edition · 3 more new stories under /latest"
    assert "Latest" not in [each.label for row in own.buttons for each in row]


async def test_heading_of_an_import_leads_there_too(office: PostOffice) -> None:
    group = office.telegram.add_group("Readers")
    await office.subscriber(group, hours=(), each_new=True)
    await an_import(office, 25)
    await office.deliver()
    (message,) = office.telegram.sent(group)
    assert message.text.splitlines()[0] == "25 new articles. The newest, the rest under “Latest”:"
    assert message.buttons[-1][0].url == "https://t.me/briefings_local_bot?start=l-0"


async def test_what_an_edition_leaves_out_is_counted_apart_from_what_is_taken_back(
    office: PostOffice,
) -> None:
    (reader,) = people(office, 1)
    await office.subscriber(reader, stories=3)
    told = [await office.article(f"Story {number}") for number in range(5)]
    await office.deliver()
    await office.kill(told[-1].id)
    await office.settle()
    (message,) = office.telegram.sent(reader)
    assert message.text.splitlines()[0] == "Your 07:30 edition · 2 more new stories under /latest"
    assert "Story 4" not in message.text


async def test_group_keeps_everything_when_it_migrates(office: PostOffice) -> None:
    group = office.telegram.add_group("Readers")
    before = await office.subscriber(group, silent=True)
    await office.store.interests.add(before.id, Subject(words="siege"), now=office.clock.now)
    supergroup = office.telegram.migrate(group)
    await office.article("Talks open")
    await office.deliver()
    assert office.headlines(supergroup) == ["Talks open"]
    assert await office.store.chats.find(group.id) is None
    after = await office.store.chats.find(supergroup.id)
    assert after is not None
    assert (after.id, after.silent, after.hours) == (before.id, True, before.hours)
    assert [follow.subject.words for follow in await office.store.interests.of(after.id, now=MORNING)] == [
        "siege"
    ]


@pytest.mark.parametrize("deleted", [False, True], ids=["closed", "deleted"])
async def test_lost_topic_is_stopped_and_told_once_and_the_group_is_not_left(
    office: PostOffice, deleted: bool
) -> None:
    admin = office.telegram.add_user("Admin")
    forum = office.telegram.add_group("Forum", admins=(admin,), forum=True)
    topic, other = office.telegram.add_topic(forum, "News"), office.telegram.add_topic(forum, "Other")
    await office.subscriber(forum, thread_id=topic, set_up_by=admin)
    await office.subscriber(forum, thread_id=other, set_up_by=admin)
    if deleted:
        office.telegram.delete_topic(forum, topic)
    else:
        office.telegram.close_topic(forum, topic)
    for headline in ("Talks open", "Talks end"):
        await office.article(headline)
    await office.deliver()
    assert {message.thread_id for message in office.telegram.sent(forum)} == {other}
    assert len(office.telegram.sent(admin)) == 1
    assert [call.method for call in office.telegram.calls if call.method == "leaveChat"] == []
    lost = await office.store.chats.find(forum.id, topic)
    assert lost is not None
    assert lost.state is ChatState.STOPPED


# ------------------------------------------------------------------ form


async def test_less_than_sign_in_a_headline_is_no_loss(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    await office.article("Talks <open & shut>")
    await office.deliver()
    assert office.headlines(reader) == ["Talks <open & shut>"]
    assert await office.deliveries() == [SENT]


async def test_message_refused_for_its_form_comes_as_plain_text_and_is_reported_once(
    office: PostOffice,
) -> None:
    readers = await subscribers(office, 3)
    article = await office.article("Talks <open>")
    fault = Fault(status=400, description="Bad Request: can't parse entities: unsupported start tag")
    for reader in readers:
        office.telegram.fail(fault, method="sendMessage", chat=reader)
    await office.deliver()
    assert [office.headlines(reader) for reader in readers] == [["Talks <open>"]] * 3
    assert [message.entities for message in office.telegram.sent(readers[0])] == [()]
    said = "Can't parse entities: unsupported start tag"
    assert office.reported == [f"article {article.id}: sent as plain text: {said}"]


# ------------------------------------------------------------------ too much, too little


async def test_first_run_with_200_articles_sends_one_edition(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    for number in range(200):
        await office.article(f"Story {number}")
    await office.deliver()
    office.clock.pass_by(timedelta(days=1))
    await office.deliver()
    (message,) = office.telegram.sent(reader)
    assert "195 more new stories under /latest" in message.text


async def test_nothing_new_means_no_message(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    await office.deliver()
    assert office.headlines(reader) == []


async def test_quiet_hours_with_start_equal_to_end_silence_nothing(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    await office.subscriber(reader, quiet=QuietHours(start=time(8, 0), end=time(8, 0)))
    await office.article("Talks open")
    await office.deliver()
    assert office.headlines(reader) == ["Talks open"]


async def test_quiet_hours_hold_a_letter_that_was_late(store: Store, served_telegram: Served) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = people(office, 1)
        await office.subscriber(reader, quiet=QuietHours(start=time(7, 35), end=time(9, 0)))
        await office.article("Talks open")
        await office.tick()
    office.clock.pass_by(timedelta(minutes=6))
    async with post_office(store, served_telegram, clock=office.clock) as office:
        await office.settle()
        assert office.headlines(reader) == []
        office.clock.now = MORNING + timedelta(minutes=90)
        await office.settle()
        assert office.headlines(reader) == ["Talks open"]


async def test_missed_edition_is_sent_once_at_the_start(store: Store, served_telegram: Served) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = await subscribers(office, 1)
        await office.article("Talks open")
    office.clock.pass_by(timedelta(hours=5))
    async with post_office(store, served_telegram, clock=office.clock) as office:
        await office.publisher.look_at_everybody(office.clock.now)
        await office.deliver()
        await office.publisher.look_at_everybody(office.clock.now)
        await office.deliver()
        assert office.headlines(reader) == ["Talks open"]


# ------------------------------------------------------------------ what they follow


async def test_followed_news_is_pushed_at_once_saying_why(office: PostOffice) -> None:
    follower, other = people(office, 2)
    chat = await office.subscriber(follower, hours=())
    await office.subscriber(other, hours=())
    await office.store.interests.add(
        chat.id, Subject(words="aleppo cease-fire"), now=MORNING - timedelta(days=1)
    )
    await office.article("Talks open", sentences=("The cease-fire in Aleppo holds.",))
    await office.article("Talks shut", sentences=("Aleppo ceases to fire.",))
    await office.deliver()
    assert [message.text.splitlines()[0] for message in office.telegram.sent(follower)] == [
        "You follow aleppo cease-fire"
    ]
    assert office.headlines(follower) == ["Talks open"]
    assert office.headlines(other) == []


async def test_followed_actor_is_found_by_any_name(office: PostOffice) -> None:
    (follower,) = people(office, 1)
    chat = await office.subscriber(follower, hours=())
    first = await office.article("Before", actors=("Bashar Assad",), sentences=("Bashar Assad spoke.",))
    actor = await office.store.actors.resolve("Bashar Assad")
    assert first
    followed = Subject(words="Bashar Assad", actor_id=actor.entries[0].id)
    await office.store.interests.add(chat.id, followed, now=office.clock.now)
    office.clock.pass_by(timedelta(hours=2))
    await office.article("After", actors=("Bashar Assad",), sentences=("Bashar Assad left.",))
    await office.deliver()
    assert office.headlines(follower) == ["After"]


async def test_whom_newer_rules_find_in_a_told_article_is_no_news(office: PostOffice) -> None:
    """A start looks back over hours in which the program before may have announced nothing."""
    (follower,) = people(office, 1)
    chat = await office.subscriber(follower, hours=())
    await office.store.interests.add(chat.id, Subject(words="siege"), now=MORNING - timedelta(days=1))
    article = await office.article("Talks open", sentences=("They met.",))
    await office.deliver()
    read_otherwise = an_analysis(headline="Talks open", sentences=("They met.", "The siege goes on."))
    stamp = a_stamp("Talks open.txt", reader="2")
    filed = await office.store.articles.file(
        read_otherwise, stamp=stamp, state=ArticleState.LIVE, now=office.clock.now
    )
    assert filed == Filed(article_id=article.id, outcome="reread")
    await office.restart()
    await office.deliver()
    assert office.headlines(follower) == []


async def test_news_that_a_stop_left_unannounced_is_announced_at_the_start(office: PostOffice) -> None:
    (follower,) = people(office, 1)
    chat = await office.subscriber(follower, hours=())
    await office.store.interests.add(chat.id, Subject(words="siege"), now=MORNING - timedelta(days=1))
    await office.deliver()
    await office.article("Talks open", sentences=("The siege goes on.",))
    await office.restart()
    await office.deliver()
    assert office.headlines(follower) == ["Talks open"]


# ------------------------------------------------------------------ an editor's word


async def test_forgotten_chat_gets_nothing(store: Store, served_telegram: Served) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = await subscribers(office, 1)
        await office.article("Talks open")
        await office.tick()
        chat = await office.store.chats.find(reader.id)
        assert chat is not None
        kept = await office.store.chats.count_stored(chat.id)
        assert (kept.chat, kept.follows, kept.articles_seen, kept.messages) == (chat, 0, 1, 1)
        await office.store.chats.forget(chat.id, now=office.clock.now)
    async with post_office(store, served_telegram, clock=office.clock) as office:
        await office.settle()
        assert (office.telegram.sent(reader), await office.deliveries()) == ((), [])


async def test_embargoed_article_comes_when_its_embargo_ends(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    await office.subscriber(reader, hours=(), each_new=True)
    article = await office.article("Talks open")
    noon = datetime(2016, 12, 14, 12, tzinfo=UTC)
    await embargo(office.store, article.id, noon, now=office.clock.now)
    await office.deliver()
    assert office.headlines(reader) == []
    office.clock.now = noon + timedelta(seconds=1)
    await office.deliver()
    assert office.headlines(reader) == ["Talks open"]


async def test_released_article_is_news_though_it_was_filed_long_ago(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    held = await office.article("Talks open")
    await office.store.articles.set_state(held.id, ArticleState.REVIEW, office.clock.now)
    await office.article("Talks end")
    await office.deliver()
    office.clock.pass_by(timedelta(hours=12))
    await office.store.articles.set_state(held.id, ArticleState.LIVE, office.clock.now)
    await embargo(office.store, held.id, office.clock.now, now=office.clock.now)  # public from now on
    office.clock.pass_by(timedelta(hours=12))
    await office.deliver()
    assert office.headlines(reader) == ["Talks end", "Talks open"]


async def an_import(office: PostOffice, count: int) -> list[StoredArticle]:
    return [await office.article(f"Report {n}", actors=(an_actor(f"Ada{n} Reed"),)) for n in range(count)]


def listed(office: PostOffice, reader: User) -> list[list[str]]:
    """The numbered headlines of each message that stands in the chat."""
    return [
        [line for line in message.text.splitlines() if line[:1].isdigit() and "Report" in line]
        for message in office.telegram.sent(reader)
    ]


async def test_import_is_one_message_of_its_newest_headlines(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    await office.subscriber(reader, hours=(), each_new=True)
    await an_import(office, 25)
    await office.deliver()
    (message,) = office.telegram.sent(reader)
    heading = "25 new articles. The newest, the rest under /latest:"
    assert message.text.splitlines()[0] == heading
    assert listed(office, reader) == [[f"{n + 1}. Report {24 - n}" for n in range(5)]]
    assert [button.label for row in message.buttons for button in row] == ["1", "2", "3", "4", "5", "Share"]
    office.clock.pass_by(timedelta(seconds=30))
    await office.deliver()
    assert len(office.telegram.sent(reader)) == 1


async def test_article_of_an_import_is_taken_back_from_the_list(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    await office.subscriber(reader, hours=(), each_new=True)
    articles = await an_import(office, 25)
    await office.deliver()
    for article in articles[21:24]:
        assert await office.kill(article.id) == 1
        await office.settle()
    assert listed(office, reader) == [["1. Report 24", "2. Report 20"]]
    assert await office.kill(articles[19].id) == 0
    for article in (articles[24], articles[20]):
        await office.kill(article.id)
        await office.settle()
    assert listed(office, reader) == []


async def test_list_that_waits_does_not_tell_of_what_is_embargoed(
    store: Store, served_telegram: Served
) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = people(office, 1)
        await office.subscriber(reader, hours=(), each_new=True)
        articles = await an_import(office, 25)
        await office.tick()
        at = office.clock.now + timedelta(hours=3)
        await embargo(store, articles[23].id, at, now=office.clock.now)
        (delivery,) = await store.outbox.claim(10, now=office.clock.now)
        assert isinstance(delivery.content, Roundup)
        shown = in_english(roundup(delivery.content)).html
        assert ("Report 24" in shown, "Report 23" in shown) == (True, False)


async def test_preview_is_what_is_sent(store: Store, served_telegram: Served) -> None:
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = people(office, 1)
        chat = await office.subscriber(reader)
        await office.article("Talks open")
        before = office.clock.now - timedelta(minutes=10)
        previewed = await office.publisher.preview_edition(chat, before)
        await office.tick()
        (delivery,) = await office.store.outbox.claim(10, now=office.clock.now)
        assert isinstance(delivery.content, Roundup)
        assert all_in_english(*previewed) == all_in_english(roundup(delivery.content))


async def test_preview_waits_for_nobody_who_decides(store: Store, served_telegram: Served) -> None:
    begun, over = threading.Event(), threading.Event()

    def decide(_deciding: object) -> None:
        begun.set()
        over.wait(30)

    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = people(office, 1)
        chat = await office.subscriber(reader)
        await office.article("Talks open")
        deciding = asyncio.create_task(store.outbox.transact(decide, now=office.clock.now))
        await asyncio.to_thread(begun.wait)
        try:
            async with asyncio.timeout(20):
                previewed = await office.publisher.preview_edition(chat, office.clock.now)
        finally:
            over.set()
            await deciding
        assert len(previewed) == 1


async def test_held_editions_wait_until_they_are_let_go(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    await office.article("Talks open")
    held = Orders(held_until=office.clock.now + timedelta(hours=3))
    await office.store.orders.put(held, now=office.clock.now)
    await office.deliver()
    assert office.headlines(reader) == []
    office.clock.pass_by(timedelta(hours=1))
    await office.store.orders.put(Orders(), now=office.clock.now)
    await office.deliver()
    assert office.headlines(reader) == ["Talks open"]


async def test_silent_chat_hears_no_sound(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    await office.subscriber(reader, silent=True)
    await office.article("Talks open")
    await office.deliver()
    assert [message.silent for message in office.telegram.sent(reader)] == [True]
