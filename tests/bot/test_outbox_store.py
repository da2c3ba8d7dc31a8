"""What the store keeps of chats, decisions and deliveries, on both databases."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import delete, insert, update

from bot.domain.chats import Chat, ChatState, QuietHours
from bot.domain.deliveries import (
    Again,
    Backlog,
    ChatLost,
    DeliveryAction,
    DeliveryCounts,
    Failed,
    Moved,
    Sent,
)
from bot.domain.errors import NotFoundError
from bot.domain.interests import Interest, Stance, Subject
from bot.domain.layouts import Layout
from bot.domain.messages import Button, Message
from bot.domain.plans import Edition, Orders, Plan, Recipient, Schedule
from bot.domain.roundups import Roundup
from bot.domain.subscriptions import Destination
from bot.store import Store
from bot.store.database.tables import chats, lease
from bot.store.deliveries.edition_transaction import DecidedPlan, EditionTransaction
from bot.store.deliveries.outcomes import MOST_TRIES
from tests.bot.library import a_stored_article, an_analysis, embargo

NOW = datetime(2016, 12, 14, 7, 30, tzinfo=UTC)
MESSAGE = Message(html="<b>Talks open</b>", buttons=((Button(label="Quotes", action="q:1:0"),),))


async def a_chat(store: Store, telegram_id: int = 100, **settings: object) -> Chat:
    chat = await store.chats.get_or_create(
        Destination(telegram_id=telegram_id, kind="private", title="Ada", user_id=telegram_id), now=NOW
    )
    values = {"subscribed": True, "hours": (time(7, 30),)} | settings
    return await store.chats.change(chat.id, lambda known: replace(known, **values), now=NOW)


async def with_letters(store: Store, chat: Chat, *slots: str, pages: int = 1) -> int:
    article = await a_stored_article(store, now=NOW - timedelta(hours=1))
    decided = [
        DecidedPlan(
            plan=Plan(
                chat_id=chat.id,
                editions=(Edition(slot=slot, local_date=NOW.date(), stories=((article.id,),)),),
            ),
            messages=((MESSAGE,) * pages,),
        )
        for slot in slots
    ]
    return await store.outbox.transact(lambda transaction: transaction.write(decided), now=NOW)


async def due(store: Store) -> tuple[Recipient, ...]:
    return await store.outbox.transact(lambda transaction: transaction.due(10), now=NOW)


# ------------------------------------------------------------------ chats


async def test_settings_come_back_as_they_were_given(store: Store) -> None:
    wanted = {
        "hours": (time(7, 30), time(18, 0)),
        "days": (True,) * 5 + (False,) * 2,
        "timezone": "Asia/Damascus",
        "quiet": QuietHours(start=time(22, 0), end=time(6, 30)),
        "stories": 3,
        "sentences": 1,
        "silent": True,
        "each_new": True,
        "followed_only": True,
        "link_full_text": False,
        "say_nothing_new": True,
    }
    chat = await a_chat(store, **wanted)
    found = await store.chats.find(100)
    assert found == chat
    assert {name: getattr(chat, name) for name in wanted} == wanted


async def test_meeting_a_chat_again_keeps_its_settings(store: Store) -> None:
    chat = await a_chat(store, stories=3)
    again = Destination(telegram_id=100, kind="private", title="Ada", user_id=1)
    assert await store.chats.get_or_create(again, now=NOW) == chat


async def test_topics_of_a_group_are_chats_of_their_own(store: Store) -> None:
    one, two = [
        await store.chats.get_or_create(
            Destination(telegram_id=-7, thread_id=thread, kind="group", title="Forum", user_id=1), now=NOW
        )
        for thread in (11, 12)
    ]
    assert (one.id != two.id, one.thread_id, two.thread_id) == (True, 11, 12)


async def test_forgotten_chat_is_unknown(store: Store) -> None:
    chat = await a_chat(store)
    await store.interests.add(chat.id, Subject(words="siege"), now=NOW)
    await with_letters(store, chat, "07:30")
    await store.chats.forget(chat.id, now=NOW)
    assert await store.chats.find(100) is None
    assert await store.outbox.claim(10, now=NOW) == ()
    with pytest.raises(NotFoundError):
        await store.chats.count_stored(chat.id)


@pytest.mark.parametrize(
    ("words", "outcome"),
    [("siege", "new"), ("  Siege ", "already"), ("Aleppo", "new"), ("!!!", "wordless")],
    ids=["new", "the same folded", "another", "no delivery in it"],
)
async def test_what_is_followed_twice_is_followed_once(store: Store, words: str, outcome: str) -> None:
    chat = await a_chat(store)
    if words != "siege":
        await store.interests.add(chat.id, Subject(words="siege"), now=NOW)
    assert await store.interests.add(chat.id, Subject(words=words), now=NOW) == outcome


async def test_follows_are_listed_and_unfollowed(store: Store) -> None:
    chat = await a_chat(store)
    await store.interests.add(chat.id, Subject(words="siege"), now=NOW)
    followed = Interest(id=1, chat_id=chat.id, stance=Stance.FOLLOW, subject=Subject(words="siege"))
    assert await store.interests.of(chat.id, now=NOW) == (followed,)
    assert [await store.interests.end(chat.id, 1) for _ in range(2)] == [True, False]


async def test_following_subscribes(store: Store) -> None:
    chat = await store.chats.get_or_create(Destination.of_person(100), now=NOW)
    await store.interests.add(chat.id, Subject(words="siege"), now=NOW)
    assert (await store.chats.get(chat.id)).subscribed


async def test_group_that_became_known_under_its_new_id_keeps_the_old_settings(store: Store) -> None:
    chat = await a_chat(store, -7, stories=3)
    await store.chats.get_or_create(
        Destination(telegram_id=-1007, kind="group", title="Readers", user_id=1), now=NOW
    )
    await store.chats.migrate(-7, -1007)
    after = await store.chats.find(-1007)
    assert after is not None
    assert (after.id, after.stories) == (chat.id, 3)


# ------------------------------------------------------------------ decisions


async def test_edition_of_one_name_is_written_once(store: Store) -> None:
    chat = await a_chat(store)
    assert await with_letters(store, chat, "07:30", pages=2) == 2
    assert await with_letters(store, chat, "07:30", "18:00", pages=2) == 2


async def test_what_was_shown_is_seen(store: Store) -> None:
    chat = await a_chat(store)
    await with_letters(store, chat, "07:30")
    (standing,), (candidate,) = await store.outbox.transact(
        lambda transaction: (transaction.due(10), transaction.candidates()), now=NOW
    )
    assert standing.seen == {candidate.article_id}


async def test_decision_that_fails_leaves_nothing(store: Store) -> None:
    chat = await a_chat(store)
    article = await a_stored_article(store, now=NOW)
    edition = Edition(slot="07:30", local_date=NOW.date(), stories=((article.id,),))
    plan = Plan(chat_id=chat.id, editions=(edition,), schedule=Schedule(decided_until=NOW, next_due=None))

    def decide_and_fail(deciding: EditionTransaction) -> None:
        deciding.write([DecidedPlan(plan=plan, messages=((MESSAGE,),))])
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await store.outbox.transact(decide_and_fail, now=NOW)
    assert [each.seen for each in await due(store)] == [frozenset()]
    assert await store.outbox.claim(10, now=NOW) == ()


async def test_orders_are_kept(store: Store) -> None:
    layout = Layout(number=3, first=(2, 1), out=(7,), added=(2,), line="Good “morning”", dropped=True)
    orders = Orders(held_until=NOW + timedelta(hours=1), passed_until=NOW, layout=layout)
    await store.orders.put(orders, now=NOW)
    assert await store.orders.get() == orders
    await store.orders.put(Orders(passed_until=NOW), now=NOW)
    assert await store.orders.get() == Orders(passed_until=NOW)


# ------------------------------------------------------------------ deliveries


async def test_letters_of_a_chat_go_one_at_a_time_in_their_order(store: Store) -> None:
    chats = [await a_chat(store, number) for number in (100, 101)]
    for chat in chats:
        await with_letters(store, chat, "07:30", pages=3)
    first = await store.outbox.claim(10, now=NOW)
    assert [delivery.chat for delivery in first] == chats
    assert await store.outbox.claim(10, now=NOW, leave=[chat.id for chat in chats]) == ()
    await store.outbox.record([(delivery, Sent(message_id=7)) for delivery in first], now=NOW)
    second = await store.outbox.claim(10, now=NOW)
    assert [delivery.id for delivery in second] == [delivery.id + 1 for delivery in first]


async def test_edition_written_in_words_comes_out_as_the_stories_that_it_holds(store: Store) -> None:
    chat = await a_chat(store)
    await with_letters(store, chat, "07:30")
    (delivery,) = await store.outbox.claim(10, now=NOW)
    assert (delivery.chat, delivery.otherwise, delivery.doubts) == (chat, None, 0)
    assert isinstance(delivery.content, Roundup)
    assert [story.lead.text.splitlines()[0] for story in delivery.content.stories] == [
        "Aleppo cease-fire unravels"
    ]


async def test_what_was_on_its_way_waits_again_after_a_start(store: Store) -> None:
    chat = await a_chat(store)
    await with_letters(store, chat, "07:30")
    claimed = await store.outbox.claim(10, now=NOW)
    assert await store.outbox.recover() == 1
    assert await store.outbox.claim(10, now=NOW) == claimed


async def test_flood_wait_puts_off_all_that_waits_for_the_chat(store: Store) -> None:
    chat, other = await a_chat(store), await a_chat(store, 101)
    await with_letters(store, chat, "07:30", pages=3)
    await with_letters(store, other, "07:30")
    deliveries = await store.outbox.claim(10, now=NOW)
    until = NOW + timedelta(seconds=90)
    again = Again(not_before=until, whole_chat=True, tried=False)
    await store.outbox.record([(deliveries[0], again)], now=NOW)
    await store.outbox.record([(deliveries[1], Sent(message_id=1))], now=NOW)
    assert await store.outbox.next_due() == until
    assert await store.outbox.claim(10, now=until - timedelta(seconds=1)) == ()
    assert await store.outbox.claim(10, now=until) == (deliveries[0],)


async def test_lost_chat_gives_up_what_waits_for_it(store: Store) -> None:
    chat = await a_chat(store)
    await with_letters(store, chat, "07:30", pages=3)
    (delivery,) = await store.outbox.claim(10, now=NOW)
    await store.outbox.record([(delivery, ChatLost(fault="blocked"))], now=NOW)
    figures = await store.outbox.figures(since=NOW - timedelta(days=1), now=NOW)
    assert figures == DeliveryCounts(waiting=0, sending=0, oldest_due=None, sent=0, failed=3)
    assert (await store.chats.get(chat.id)).state is ChatState.STOPPED


async def test_letter_of_a_moved_group_waits_for_it_under_its_new_id(store: Store) -> None:
    chat = await a_chat(store, -7)
    await with_letters(store, chat, "07:30")
    (delivery,) = await store.outbox.claim(10, now=NOW)
    await store.outbox.record([(delivery, Moved(telegram_id=-1007))], now=NOW)
    (again,) = await store.outbox.claim(10, now=NOW)
    assert (again.id, again.chat.telegram_id) == (delivery.id, -1007)


async def test_letter_held_back_for_days_outlives_its_first_obstacle(store: Store) -> None:
    chat = await a_chat(store)
    await with_letters(store, chat, "07:30")
    later = NOW + timedelta(days=3)
    (delivery,) = await store.outbox.claim(10, now=later)
    await store.outbox.record([(delivery, Again(not_before=later, tried=False))], now=later)
    (delivery,) = await store.outbox.claim(10, now=later)
    await store.outbox.record([(delivery, Again(not_before=later))], now=later)
    assert len(await store.outbox.claim(10, now=later)) == 1


async def test_letter_that_a_sender_left_behind_is_sent_by_another(store: Store) -> None:
    chat, other = await a_chat(store), await a_chat(store, 200)
    await with_letters(store, chat, "07:30")
    await with_letters(store, other, "07:30")
    assert len(await store.outbox.claim(10, now=NOW)) == 2
    minute = timedelta(minutes=1)
    assert await store.outbox.recover(claimed_before=NOW, leave={chat.id}) == 0
    assert await store.outbox.recover(claimed_before=NOW + minute, leave={chat.id}) == 1
    assert [delivery.chat.id for delivery in await store.outbox.claim(10, now=NOW)] == [other.id]


async def lead(store: Store, term: int) -> None:
    """A leader begins that term."""
    row = {"id": 1, "term": term, "beats": 0, "holder": "a test"}
    await store.database.write(lambda connection: connection.execute(delete(lease)))
    await store.database.write(lambda connection: connection.execute(insert(lease).values(row)))


async def test_leader_whose_term_is_over_claims_and_recovers_nothing(store: Store) -> None:
    chat = await a_chat(store)
    await with_letters(store, chat, "07:30")
    await lead(store, 2)
    assert await store.outbox.claim(10, now=NOW, term=1) == ()
    (delivery,) = await store.outbox.claim(10, now=NOW, term=2)
    assert delivery.term == 2
    assert await store.outbox.recover(term=1) == 0
    assert await store.outbox.recover(term=2) == 1


async def test_what_became_of_a_letter_is_told_by_who_claimed_it_last(store: Store) -> None:
    """A leader that stood still says late that it could not send what another has in hand by now."""
    chat = await a_chat(store)
    await with_letters(store, chat, "07:30")
    await lead(store, 1)
    (early,) = await store.outbox.claim(10, now=NOW, term=1)
    await lead(store, 2)
    await store.outbox.recover(term=2)
    (late,) = await store.outbox.claim(10, now=NOW, term=2)
    for outcome in (Again(not_before=NOW), Failed(fault="refused")):
        await store.outbox.record([(early, outcome)], now=NOW)
        assert await store.outbox.backlog(now=NOW) == Backlog(deliveries=1, oldest_due=None)
    await store.outbox.record([(late, Sent(message_id=7))], now=NOW)
    assert await store.outbox.backlog(now=NOW) == Backlog(deliveries=0, oldest_due=None)


async def test_letter_that_a_former_leader_sent_after_all_is_not_sent_again(store: Store) -> None:
    chat = await a_chat(store)
    await with_letters(store, chat, "07:30")
    await lead(store, 1)
    (delivery,) = await store.outbox.claim(10, now=NOW, term=1)
    await lead(store, 2)
    await store.outbox.recover(term=2)
    await store.outbox.record([(delivery, Sent(message_id=7))], now=NOW)
    claimed = await store.outbox.claim(10, now=NOW, term=2)
    assert [(each.action, each.target_id) for each in claimed] == [(DeliveryAction.EDIT, 7)]


async def test_letter_that_nobody_takes_for_a_day_of_tries_is_given_up(store: Store) -> None:
    chat = await a_chat(store)
    await with_letters(store, chat, "07:30")
    (delivery,) = await store.outbox.claim(10, now=NOW)
    often_tried = replace(delivery, attempts=MOST_TRIES)
    await store.outbox.record([(often_tried, Again(not_before=NOW))], now=NOW)
    assert await store.outbox.claim(10, now=NOW) == ()
    assert (await store.outbox.figures(since=NOW - timedelta(days=1), now=NOW)).failed == 1


async def test_backlog_is_what_waits_or_is_on_its_way(store: Store) -> None:
    chat, other = await a_chat(store), await a_chat(store, 101)
    await with_letters(store, chat, "07:30", pages=3)
    await with_letters(store, other, "07:30")
    deliveries = await store.outbox.claim(2, now=NOW)
    await store.outbox.record([(deliveries[0], Sent(message_id=1))], now=NOW)
    assert await store.outbox.backlog(now=NOW) == Backlog(deliveries=3, oldest_due=NOW)


async def test_settings_changed_during_a_decision_are_decided_by_at_the_next_look(
    empty_postgresql: str,
) -> None:
    """On PostgreSQL two may write at once."""
    store = await Store.open(empty_postgresql)
    chat = await a_chat(store)
    async with store.database.hold() as changing:
        row = update(chats).where(chats.c.id == chat.id).values(hours="18:00")
        await changing.do(lambda connection: connection.execute(row))
        assert await due(store) == ()
    assert [standing.chat.hours for standing in await due(store)] == [(time(18, 0),)]
    await store.close()


async def test_old_letters_are_removed_bar_what_waits(store: Store) -> None:
    chat, other = await a_chat(store), await a_chat(store, 101)
    await with_letters(store, chat, "07:30")
    (delivery,) = await store.outbox.claim(10, now=NOW)
    await store.outbox.record([(delivery, Sent(message_id=1))], now=NOW)
    await with_letters(store, other, "07:30")
    assert await store.outbox.remove_older(NOW + timedelta(days=1)) == 1
    assert len(await store.outbox.claim(10, now=NOW)) == 1


# ------------------------------------------------------------------ whom news concerns


async def test_news_wakes_whom_it_concerns_and_nobody_else(store: Store) -> None:
    before = NOW - timedelta(days=1)
    chats = [await a_chat(store, number, hours=()) for number in (100, 101, 102)]
    await store.interests.add(chats[0].id, Subject(words="cease-fire ALEPPO"), now=before)
    await store.interests.add(chats[1].id, Subject(words="Geneva"), now=before)
    await store.chats.change(chats[2].id, lambda chat: replace(chat, each_new=True), now=before)
    nothing_to_wait_for = Schedule(decided_until=NOW, next_due=None)
    rested = [
        DecidedPlan(plan=Plan(chat_id=chat.id, schedule=nothing_to_wait_for), messages=()) for chat in chats
    ]
    await store.outbox.transact(lambda transaction: transaction.write(rested), now=NOW)
    article = await a_stored_article(
        store, an_analysis(sentences=("The cease-fire in Aleppo holds.",)), now=NOW
    )
    assert await store.news.unannounced(before, NOW) == (article.id,)
    assert await store.news.announce([article.id], now=NOW) == 2
    woken = {each.chat.id: each.concerns for each in await due(store)}
    assert woken == {chats[0].id: {article.id: ("cease-fire ALEPPO",)}, chats[2].id: {}}


async def test_article_older_than_a_follow_does_not_concern_it(store: Store) -> None:
    chat = await a_chat(store, hours=())
    article = await a_stored_article(
        store, an_analysis(sentences=("The siege goes on.",)), now=NOW - timedelta(hours=1)
    )
    await store.interests.add(chat.id, Subject(words="siege"), now=NOW)
    await store.news.announce([article.id], now=NOW)
    assert [each.concerns for each in await due(store)] == [{}]


async def test_article_filed_after_its_embargo_is_public_from_its_filing(store: Store) -> None:
    """It concerns whoever followed in between, and is as new to each_new as what was filed with it."""
    ended, between = NOW - timedelta(days=1), NOW - timedelta(hours=1)
    chat = await a_chat(store, hours=())
    await store.interests.add(chat.id, Subject(words="siege"), now=between)
    article = await a_stored_article(store, an_analysis(sentences=("The siege goes on.",)), now=NOW)
    await embargo(store, article.id, ended, now=NOW)
    assert await store.news.unannounced(ended, between) == ()
    assert await store.news.unannounced(between, NOW) == (article.id,)
    await store.news.announce([article.id], now=NOW)
    assert [each.concerns for each in await due(store)] == [{article.id: ("siege",)}]
    (candidate,) = await store.outbox.transact(lambda transaction: transaction.candidates(), now=NOW)
    assert candidate.public_at == NOW


async def test_articles_are_announced_as_they_became_public(store: Store) -> None:
    """By the end of an embargo where that is later than the filing, else by the filing."""
    hours = [NOW - timedelta(hours=ago) for ago in (4, 3, 2)]
    late, early = [
        await a_stored_article(
            store, an_analysis(sentences=(f"It is {body}.",)), path=f"{body}.txt", now=hours[at]
        )
        for at, body in enumerate(("late", "early"))
    ]
    await embargo(store, late.id, hours[2], now=NOW)
    await embargo(store, early.id, hours[0], now=NOW)
    assert await store.news.unannounced(hours[0], NOW) == (early.id, late.id)
