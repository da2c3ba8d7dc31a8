"""Same body, same article; a file whose body changed is a revision of the article it was."""

from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.articles import ArticleState, Filed, OnRemoved
from bot.domain.interests import Subject
from bot.domain.subscriptions import Destination
from bot.store import Store
from summaries.models import Analysis
from tests.bot.library import NOON, a_stamp, a_stored_article, an_actor, an_analysis, said

ONE = an_analysis(sentences=["One."], actors=["Bashar Assad"])
TWO = an_analysis(sentences=["Two."], actors=["Bashar Assad"])
NEW_HEADLINE = an_analysis(headline="Another headline", sentences=["One."], actors=["Bashar Assad"])
BERG_MET = "Then Acme chairman Ada Berg met them."
CHAIRMAN = an_analysis(sentences=[BERG_MET], actors=["Acme chairman Ada Berg"])
BERG = an_analysis(sentences=[BERG_MET], actors=["Ada Berg"])
HOUR = timedelta(hours=1)
NEW = Filed(article_id=1, outcome="new")
SAME = Filed(article_id=1, outcome="same")
REVISED = Filed(article_id=1, outcome="revised")
OTHER = Filed(article_id=2, outcome="new")


async def file(
    store: Store,
    path: str,
    analysis: Analysis = ONE,
    *,
    reader: str = "1",
    state: ArticleState = ArticleState.LIVE,
) -> Filed:
    return await store.articles.file(
        analysis, stamp=a_stamp(path, reader=reader), state=state, now=NOON + HOUR
    )


async def met(store: Store, name: str) -> int:
    """The number of who is called that."""
    (entry,) = (await store.actors.resolve(name)).entries
    return entry.id


@pytest.mark.parametrize(
    ("filed", "last"),
    [
        pytest.param([("a", ONE)], NEW, id="a new file"),
        pytest.param([("a", ONE), ("a", ONE)], SAME, id="the same file again"),
        pytest.param([("a", ONE), ("b", ONE)], SAME, id="the same body elsewhere"),
        pytest.param([("a", ONE), ("a", NEW_HEADLINE)], SAME, id="a new headline"),
        pytest.param([("a", ONE), ("a", TWO)], REVISED, id="a new body"),
        pytest.param([("a", ONE), ("b", TWO)], OTHER, id="another file and body"),
        pytest.param([("a", ONE), ("a", TWO), ("a", ONE)], REVISED, id="the old body again"),
        pytest.param(
            [("a", ONE), ("b", ONE), ("b", TWO)],
            OTHER,
            id="one of two files with a new body",
        ),
        pytest.param(
            [("a", ONE), ("b", TWO), ("b", ONE)],
            Filed(article_id=1, outcome="same", left=2),
            id="a file that takes another's body",
        ),
    ],
)
async def test_file_is_filed_as(store: Store, filed: list[tuple[str, Analysis]], last: Filed) -> None:
    outcomes = [await file(store, path, analysis) for path, analysis in filed]
    assert outcomes[-1] == last


async def test_revision_keeps_the_article_and_its_first_filing(store: Store) -> None:
    first = await a_stored_article(store, ONE, path="a")
    await file(store, "a", TWO)
    newest = await store.articles.get(first.id)
    assert (newest.id, newest.filed_at, newest.changed_at) == (first.id, NOON, NOON + HOUR)
    assert (newest.analysis, newest.revision_id) == (TWO, first.revision_id + 1)


@pytest.mark.parametrize("reader", ["1", "2"], ids=["a new headline", "newer rules"])
async def test_same_body_keeps_its_revision_with_the_newest_reading(store: Store, reader: str) -> None:
    first = await a_stored_article(store, ONE, path="a")
    await file(store, "a", NEW_HEADLINE, reader=reader)
    newest = await store.articles.get(first.id)
    assert (newest.analysis, newest.revision_id, newest.changed_at) == (NEW_HEADLINE, first.revision_id, NOON)
    entries, _ = await store.actors.ranking(5)
    assert [(entry.name, entry.articles) for entry in entries] == [("Bashar Assad", 1)]


async def test_other_body_by_newer_rules_is_the_article_as_it_was(store: Store) -> None:
    """Its numbers stand in buttons, what was sent is no older than it, and its story is told already."""
    first = await a_stored_article(store, ONE, path="a")
    read_otherwise = an_analysis(sentences=["Two."], actors=["Ada Berg"], terms=("harbour", "ferry"))
    assert await file(store, "a", read_otherwise, reader="2") == Filed(article_id=1, outcome="reread")
    newest = await store.articles.get(1)
    assert newest.analysis == read_otherwise
    assert (newest.revision_id, newest.changed_at) == (first.revision_id, first.changed_at)
    assert (newest.story_id, newest.filed_at) == (first.story_id, first.filed_at)
    entries, _ = await store.actors.ranking(5)
    assert [(entry.name, entry.articles) for entry in entries] == [("Ada Berg", 1)]


async def test_articles_that_newer_rules_read_alike_stay_two(store: Store) -> None:
    await file(store, "a", ONE)
    await file(store, "b", TWO)
    await file(store, "a", TWO, reader="2")
    assert await file(store, "b", TWO, reader="2") == Filed(article_id=2, outcome="reread")
    assert [(await store.articles.get(id_)).state for id_ in (1, 2)] == [ArticleState.LIVE] * 2


async def test_article_that_newer_rules_find_in_a_known_file_is_history(store: Store) -> None:
    await store.articles.reject(a_stamp("a"), fault="no article text")
    assert await file(store, "a", reader="2") == Filed(article_id=1, outcome="reread")
    assert (await store.articles.get(1)).history
    assert await store.outbox.transact(lambda transaction: transaction.candidates(), now=NOON + HOUR) == ()


async def test_actor_whom_newer_rules_call_otherwise_is_found_by_the_old_number(store: Store) -> None:
    await file(store, "a", CHAIRMAN)
    old = await met(store, "Acme chairman Ada Berg")
    chat = await store.chats.get_or_create(Destination.of_person(100), now=NOON)
    await store.interests.add(chat.id, Subject(words="Acme chairman Ada Berg", actor_id=old), now=NOON)
    await file(store, "a", BERG, reader="2")
    now = await met(store, "Ada Berg")
    assert (await store.actors.find(old)).name == "Ada Berg"
    assert (await store.actors.digest(old, now=NOON)).actor.id == now
    assert [follow.subject.actor_id for follow in await store.interests.of(chat.id, now=NOON)] == [now]


async def test_old_numbers_go_on_through_several_readings(store: Store) -> None:
    await file(store, "a", an_analysis(sentences=[BERG_MET], actors=["Then Acme chairman Ada Berg"]))
    oldest = await met(store, "Then Acme chairman Ada Berg")
    await file(store, "a", CHAIRMAN, reader="2")
    old = await met(store, "Acme chairman Ada Berg")
    await file(store, "a", BERG, reader="3")
    assert [(await store.actors.find(id_)).name for id_ in (oldest, old)] == ["Ada Berg"] * 2


async def test_actor_who_is_in_another_article_is_handed_to_nobody(store: Store) -> None:
    await file(store, "a", CHAIRMAN)
    await file(store, "b", an_analysis(sentences=["He left."], actors=["Acme chairman Ada Berg"]))
    old = await met(store, "Acme chairman Ada Berg")
    await file(store, "a", BERG, reader="2")
    assert (await store.actors.find(old)).name == "Acme chairman Ada Berg"


async def test_number_of_an_actor_who_is_gone_is_nobody_elses(store: Store) -> None:
    """SQLite would give it to the next who comes: an old button would open a stranger."""
    await file(store, "a", an_analysis(sentences=["A notice."], actors=["Privacy Notice"]))
    old = await met(store, "Privacy Notice")
    await file(store, "a", an_analysis(sentences=["A notice."]), reader="2")
    await file(store, "b", BERG)
    assert await store.actors.find(old) is None


async def test_changed_file_is_a_revision_whatever_the_rules(store: Store) -> None:
    await file(store, "a", ONE)
    stamp = replace(a_stamp("a", reader="2"), size=2)
    filed = await store.articles.file(TWO, stamp=stamp, state=ArticleState.LIVE, now=NOON)
    assert filed == REVISED


async def test_article_is_withdrawn_with_its_last_file_and_restored_with_any(store: Store) -> None:
    await file(store, "a")
    await file(store, "b")
    remove = partial(store.articles.remove_file, now=NOON, on_removed=OnRemoved.WITHDRAW)
    assert [await remove(path) for path in ("a", "b", "b")] == [None, 1, None]
    assert await store.actors.ranking(5) == ((), 0)
    assert await file(store, "c") == Filed(article_id=1, outcome="same")
    assert (await store.articles.get(1)).state == ArticleState.LIVE
    assert (await store.actors.ranking(5))[1] == 1


async def test_removed_file_that_comes_back_restores_its_article(store: Store) -> None:
    await file(store, "a")
    await store.articles.remove_file("a", NOON, on_removed=OnRemoved.WITHDRAW)
    assert (await store.articles.known_files(["a"]))["a"].removed
    assert await store.articles.restore("a", state=ArticleState.REVIEW, now=NOON) == 1
    assert (await store.articles.get(1)).state == ArticleState.REVIEW
    assert not (await store.articles.known_files(["a"]))["a"].removed


@pytest.mark.parametrize(("on_removed", "told"), [(OnRemoved.KEEP, None), (OnRemoved.ASK, 1)])
async def test_article_stays_though_its_last_file_is_gone(
    store: Store, on_removed: OnRemoved, told: int | None
) -> None:
    await file(store, "a")
    remove = partial(store.articles.remove_file, "a", NOON, on_removed=on_removed)
    assert [await remove(), await remove()] == [told, None]
    article = await store.articles.get(1)
    assert (article.state, article.asks) == (ArticleState.LIVE, told is not None)


@pytest.mark.parametrize("back", ["a", "b"])
async def test_nothing_is_asked_of_an_article_whose_body_is_back_in_any_file(store: Store, back: str) -> None:
    await file(store, "a")
    await store.articles.remove_file("a", NOON)
    await file(store, back)
    assert not (await store.articles.get(1)).asks


async def test_editors_are_asked_of_the_article_whose_file_took_another_s_body(store: Store) -> None:
    await file(store, "a", ONE)
    await file(store, "b", TWO)
    await file(store, "b", ONE)
    assert (await store.articles.get(2)).asks


@pytest.mark.parametrize("state", [ArticleState.KILLED, ArticleState.HELD])
async def test_what_an_editor_decided_is_not_undone_by_a_file(store: Store, state: ArticleState) -> None:
    await file(store, "a")
    await store.articles.set_state(1, state, NOON)
    await file(store, "b")
    await file(store, "a", TWO)
    assert (await store.articles.get(1)).state == state


@pytest.mark.parametrize("state", [ArticleState.KILLED, ArticleState.HELD])
async def test_what_an_editor_decided_outlives_the_file(store: Store, state: ArticleState) -> None:
    await file(store, "a")
    await store.articles.set_state(1, state, NOON)
    assert await store.articles.remove_file("a", NOON) is None
    await file(store, "a")
    assert (await store.articles.get(1)).state == state


async def test_file_that_became_unreadable_keeps_its_article(store: Store) -> None:
    await file(store, "a")
    await store.articles.reject(a_stamp("a", modified_ns=2), fault="empty")
    known = (await store.articles.known_files(["a"]))["a"]
    assert (known.article_id, known.fault, known.stamp.modified_ns) == (1, "empty", 2)
    assert (await store.articles.get(1)).state == ArticleState.LIVE


async def test_article_that_was_not_analysed_is_kept_with_its_text(store: Store) -> None:
    analysis = an_analysis(sentences=["Ein Satz."], language="de", analysed=False)
    stored = await a_stored_article(store, analysis)
    assert stored.analysis == analysis


async def test_old_articles_go_with_all_that_is_theirs(store: Store) -> None:
    quote = said("Rami Abdurrahman", "The siege goes on.")
    old = an_analysis(sentences=["Old."], actors=["Bashar Assad"], quotes=[quote], terms=["siege"])
    await a_stored_article(store, old, path="old")
    await file(store, "new", an_analysis(sentences=["New."], actors=[an_actor("Bashar Assad")]))
    assert await store.articles.remove_older(NOON + HOUR) == 1
    assert await store.articles.remove_older(NOON + HOUR) == 0
    assert await store.articles.find(1) is None
    assert (await store.stories.search("siege", 5, now=NOON + HOUR)).articles == ()
    assert await store.quotes.with_words("siege", 5, now=NOON + HOUR) == ((), 0)
    entries, _ = await store.actors.ranking(5)
    assert [(entry.name, entry.articles) for entry in entries] == [("Bashar Assad", 1)]
    assert (await store.actors.resolve("Rami Abdurrahman")).kind == "none"
    assert (await store.articles.known_files(["old"]))["old"].article_id is None


async def test_number_of_an_article_that_is_removed_goes_to_no_other(store: Store) -> None:
    """Old buttons have it. So the last one stays, however old, until another comes."""
    for name in ("a", "b", "c"):
        await file(store, name, an_analysis(sentences=[f"{name}."]))
    assert await store.articles.remove_older(NOON + 2 * HOUR) == 2
    assert await store.articles.find(3) is not None
    filed = await file(store, "d", an_analysis(sentences=["d."]))
    assert filed.article_id == 4
    assert await store.articles.remove_older(NOON + 2 * HOUR) == 1
    assert await store.articles.find(3) is None


async def test_headlines_are_counted_and_paged(store: Store) -> None:
    for number in range(5):
        await file(store, f"{number}", an_analysis(headline=f"Headline {number}", sentences=[f"{number}."]))
    lines, total = await store.stories.headlines(2, 1, now=NOON + HOUR)
    assert ([line.headline for line in lines], total) == (["Headline 3", "Headline 2"], 5)


async def test_headline_has_the_kind_of_its_article(store: Store) -> None:
    await file(store, "report", an_analysis(headline="Talks open", sentences=["They opened."]))
    column = an_analysis(headline="Talks are vain", sentences=["I told you."], genre="opinion")
    await file(store, "column", column)
    lines, _ = await store.stories.headlines(5, 0, now=NOON + HOUR)
    assert {line.headline: line.genre for line in lines} == {"Talks open": None, "Talks are vain": "opinion"}
