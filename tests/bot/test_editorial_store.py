"""The editorial office's records, on both databases."""

from datetime import timedelta

import pytest

from bot.domain.articles import ArticleState
from bot.domain.chats import ChatState
from bot.domain.editing import BroughtIn, Decision, Editor, Invite, Signed
from bot.domain.subscriptions import Destination
from bot.store import Store
from bot.store.database.drafts import KEPT
from bot.store.database.tables import members
from bot.store.editors.record import SUBJECT_LENGTH
from tests.bot.library import NOON, a_stored_article, an_analysis

CHIEF, ADA = 1, 8_000_000_000  # Telegram's numbers do not fit 32 bits


async def record(store: Store) -> list[tuple[str, str]]:
    return [(one.verb, one.subject) for one in reversed(await store.editorial.decisions(10))]


async def test_editors_come_and_go_on_record(store: Store) -> None:
    added = [await store.editorial.add_editor(ADA, by=CHIEF, now=NOON) for _ in range(2)]
    editors = await store.editorial.editors()
    removed = [await store.editorial.remove_editor(ADA, by=CHIEF, now=NOON) for _ in range(2)]
    assert (added, removed) == ([True, False], [True, False])
    assert editors == (Editor(user_id=ADA, added_by=CHIEF, added_at=NOON),)
    assert await store.editorial.editors() == ()
    assert await record(store) == [("editor added", str(ADA)), ("editor removed", str(ADA))]


async def test_links_let_in_until_they_are_revoked(store: Store) -> None:
    await store.editorial.invite("code", by=CHIEF, now=NOON)
    admitted = [await store.editorial.admit(ADA, code, now=NOON) for code in ("wrong", "code", "code")]
    assert admitted == [False, True, True]
    assert await store.editorial.invites(5) == (Invite(code="code", made_by=CHIEF, made_at=NOON, came=1),)
    revoked = [await store.editorial.revoke("code", by=CHIEF, now=NOON) for _ in range(2)]
    assert (revoked, await store.editorial.admit(2, "code", now=NOON)) == ([True, False], False)
    assert await store.editorial.is_member(5, ADA)  # who came stays
    await store.editorial.dismiss(ADA)
    assert not await store.editorial.is_member(ADA)


GROUP, CHANNEL = -100_500, -100_600


async def bring_in(store: Store) -> None:
    """As it was when an invited reader's word was enough: a group that is sent editions, and a channel."""
    await store.chats.get_or_create(
        Destination(telegram_id=GROUP, kind="group", title="Dockers", user_id=None), now=NOON
    )
    rows = [{"telegram_id": one, "code": "vouched for", "joined_at": NOON} for one in (GROUP, CHANNEL)]
    await store.database.write(lambda connection: connection.execute(members.insert(), rows))


async def test_what_readers_brought_the_bot_into_waits_for_an_editor(store: Store) -> None:
    await bring_in(store)
    assert not await store.editorial.is_member(GROUP, CHANNEL)
    asked = [await store.groups.ask_about() for _ in range(2)]
    waiting = (
        BroughtIn(telegram_id=CHANNEL, title=None),
        BroughtIn(telegram_id=GROUP, title="Dockers"),
    )
    assert asked == [waiting, ()]  # once
    assert await store.groups.brought_in() == waiting
    await store.editorial.vouch(CHANNEL, by=CHIEF, now=NOON)  # an editor's /start there
    assert [(await store.groups.let_in(by=ADA, now=NOON)).groups for _ in range(2)] == [1, 0]
    assert [await store.editorial.is_member(one) for one in (GROUP, CHANNEL)] == [True, True]
    assert await record(store) == [("groups let in", "Dockers")]


async def test_only_what_one_press_let_in_waits_again_once_that_is_undone(store: Store) -> None:
    await bring_in(store)
    await store.editorial.vouch(CHANNEL, by=CHIEF, now=NOON)  # an editor's /start there
    let_in = await store.groups.let_in(by=ADA, now=NOON)
    undone = [await store.groups.ask_again(let_in.batch, by=CHIEF, now=NOON) for _ in range(2)]
    assert undone == [(BroughtIn(telegram_id=GROUP, title="Dockers"),), ()]
    assert [await store.editorial.is_member(one) for one in (GROUP, CHANNEL)] == [False, True]
    assert await record(store) == [("groups let in", "Dockers"), ("groups asked about again", "Dockers")]


async def test_what_is_left_out_is_sent_nothing(store: Store) -> None:
    await bring_in(store)
    left = await store.groups.leave_out(by=ADA, now=NOON)
    assert left.groups == 2
    chat = await store.chats.find(GROUP)
    assert chat is not None
    assert (chat.state, await store.editorial.is_member(GROUP)) == (ChatState.STOPPED, False)
    assert await record(store) == [("groups left out", f"{CHANNEL}, Dockers")]


async def test_what_was_left_out_waits_and_is_sent_again_once_that_is_undone(store: Store) -> None:
    await bring_in(store)
    waiting = await store.groups.brought_in()
    left = await store.groups.leave_out(by=ADA, now=NOON)
    undone = [await store.groups.ask_again(left.batch, by=ADA, now=NOON) for _ in range(2)]
    assert undone == [waiting, ()]
    chat = await store.chats.find(GROUP)
    assert chat is not None
    assert (chat.state, await store.editorial.is_member(GROUP)) == (ChatState.ACTIVE, False)
    assert await record(store) == [
        ("groups left out", f"{CHANNEL}, Dockers"),
        ("groups asked about again", f"{CHANNEL}, Dockers"),
    ]


async def test_a_group_that_put_the_bot_out_meanwhile_does_not_come_back_by_undo(store: Store) -> None:
    await bring_in(store)
    left = await store.groups.leave_out(by=ADA, now=NOON)
    await store.editorial.dismiss(GROUP)
    waiting = await store.groups.ask_again(left.batch, by=ADA, now=NOON)
    assert [one.telegram_id for one in waiting] == [CHANNEL]
    chat = await store.chats.find(GROUP)
    assert chat is not None
    assert chat.state is ChatState.STOPPED


async def test_group_that_becomes_a_supergroup_stays_let_in(store: Store) -> None:
    await store.editorial.vouch(GROUP, by=CHIEF, now=NOON)
    await store.chats.migrate(GROUP, CHANNEL)
    assert [await store.editorial.is_member(one) for one in (GROUP, CHANNEL)] == [False, True]


async def test_decisions_are_told_newest_first(store: Store) -> None:
    for number in range(3):
        now = NOON + timedelta(minutes=number)
        await store.editorial.record("push", "x" * (SUBJECT_LENGTH + number), by=CHIEF, now=now)
    assert await store.editorial.decisions(1) == (
        Decision(at=NOON + timedelta(minutes=2), user_id=CHIEF, verb="push", subject="x" * SUBJECT_LENGTH),
    )


async def test_an_article_moves_and_that_is_on_record_once(store: Store) -> None:
    article = await a_stored_article(store)
    hold = Signed(verb="hold", subject="it", by=CHIEF)
    for _ in range(2):
        await store.decisions.move(article.id, ArticleState.HELD, signed=hold, now=NOON)
    assert (await store.articles.get(article.id)).state is ArticleState.HELD
    assert await record(store) == [("hold", "it")]


async def test_a_published_article_counts_as_public_from_then_on(store: Store) -> None:
    article = await a_stored_article(store, state=ArticleState.REVIEW)
    later = NOON + timedelta(hours=9)
    signed = Signed(verb="publish", subject="it", by=CHIEF)
    await store.decisions.publish(article.id, later, signed=signed, now=later)
    after = await store.articles.get(article.id)
    assert (after.state, after.not_before) == (ArticleState.LIVE, later)
    assert await store.news.unannounced(NOON, later) == (article.id,)


async def test_a_note_stands_above_the_article(store: Store) -> None:
    article = await a_stored_article(store)
    signed = Signed(verb="correct", subject="it", by=CHIEF)
    for id_ in (article.id, article.id + 1):
        await store.corrections.make(id_, "In Homs.", signed=signed, now=NOON)
    assert (await store.articles.get(article.id)).correction == "In Homs."
    assert await record(store) == [("correct", "it")]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("talks", [2, 1]),
        ("OPEN talks", [1]),
        ("%", []),
        ("zebra", []),
        ("", []),
    ],
    ids=["newest first", "all words, any case", "a sign of the database's own", "no such word", "nothing"],
)
async def test_articles_are_found_by_their_headline_whatever_their_state(
    store: Store, words: str, found: list[int]
) -> None:
    for number, headline in enumerate(("Talks open", "Talks fail")):
        analysis = an_analysis(headline=headline, sentences=(f"It was {headline}.",))
        await a_stored_article(
            store,
            analysis,
            path=f"{headline}.txt",
            state=ArticleState.REVIEW,
            now=NOON + timedelta(hours=number),
        )
    assert [one.article_id for one in await store.editorial.matching(words)] == found


async def test_a_draft_is_filed_once_and_on_record(store: Store) -> None:
    analysis = an_analysis()
    draft_id = await store.drafts.keep("talks.txt", analysis, by=CHIEF, now=NOON)
    draft = await store.drafts.find(draft_id, by=CHIEF)
    assert draft is not None
    assert (draft.name, draft.analysis) == ("talks.txt", analysis)
    assert await store.drafts.find(draft_id, by=ADA) is None
    filed = [
        await store.drafts.file(draft, reader="1", state=ArticleState.LIVE, subject="it", now=NOON)
        for _ in range(2)
    ]
    assert [one.outcome if one else None for one in filed] == ["new", None]
    assert await record(store) == [("file", "it")]


async def test_drafts_nobody_decides_on_are_thrown_away(store: Store) -> None:
    old = await store.drafts.keep("old.txt", an_analysis(), by=CHIEF, now=NOON)
    await store.drafts.keep("new.txt", an_analysis(), by=CHIEF, now=NOON + KEPT + timedelta(seconds=1))
    assert await store.drafts.find(old, by=CHIEF) is None
    assert not await store.drafts.throw_away(old, by=CHIEF)
