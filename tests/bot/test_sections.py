"""Sections, a pause, and a daily summary of what is followed: the choice, what comes, and the pages."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.domain.articles import ArticleState
from bot.domain.chats import Chat
from bot.domain.editing import Signed
from bot.domain.edition_decisions import decide, send_now
from bot.domain.interests import Subject
from bot.domain.plans import Candidate, Plan, Recipient
from bot.domain.sections import as_the_chat, chosen_at, key_of, toggle_section, toggle_section_at
from bot.domain.subscriptions import Destination
from bot.store import Store
from tests.bot.delivering import MORNING, PostOffice, people
from tests.bot.editing import Desk
from tests.bot.fetched import a_source
from tests.bot.library import NOON, a_stamp, a_stored_article, an_analysis
from tests.bot.running import ReadingBot
from tests.telegram import shown

DAY, HOUR = timedelta(days=1), timedelta(hours=1)
ZONE = ZoneInfo("UTC")
EVENING = datetime.combine(MORNING.date(), time(18), MORNING.tzinfo)
BOTH = {"hours": (time(7, 30), time(18))}


def a_reader(*, seen: tuple[int, ...] = (), concerns: Any = None, **settings: Any) -> Recipient:
    values: dict[str, Any] = {
        "id": 1, "telegram_id": 100, "kind": "private", "subscribed": True, "hours": (time(7, 30),),
        "decided_until": MORNING - 12 * HOUR, "seen_from": MORNING - DAY,
    }  # fmt: skip
    return Recipient(
        chat=Chat(**values | settings),
        seen=frozenset(seen),
        concerns=concerns or {},
        each_new_from=MORNING - DAY if settings.get("each_new") else None,
    )


def an_article(number: int, section: str | None = None, at: datetime = MORNING - HOUR) -> Candidate:
    return Candidate(
        article_id=number,
        revision_id=number,
        story_id=number,
        came_at=at,
        public_at=at,
        dated_at=MORNING - number * timedelta(minutes=1),
        section=section,
    )


def decided(reader: Recipient, *candidates: Candidate, now: datetime = MORNING) -> Plan:
    return decide(reader, candidates, zone=ZONE, now=now)


def told(plan: Plan) -> list[int]:
    return [id_ for edition in plan.editions for id_ in edition.article_ids]


PAPER = (an_article(1, "sport"), an_article(2, "politics"), an_article(3))


@pytest.mark.parametrize(
    ("settings", "comes"),
    [
        ({}, [1, 2, 3]),
        ({"sections": ("sport",)}, [1, 3]),
        ({"sections": ("sport", "politics")}, [1, 2, 3]),
        ({"sections": ("culture",)}, [3]),
        ({"sections": ("sport",), "hour_sections": ((time(7, 30), ("politics",)),)}, [2, 3]),
        ({"hours": (), "each_new": True, "sections": ("politics",)}, [3, 2]),
    ],
    ids=["all", "one", "two", "none of these", "the hour's own", "each new"],
)
def test_chat_has_the_sections_that_it_chose(settings: dict[str, Any], comes: list[int]) -> None:
    assert told(decided(a_reader(**settings), *PAPER)) == comes


def test_followed_article_comes_whatever_its_section() -> None:
    reader = a_reader(sections=("culture",), concerns={1: ("Ada Berg",)})
    assert told(decided(reader, *PAPER)) == [1, 3]


def test_editions_of_a_day_may_have_other_sections_and_nothing_is_lost_or_told_twice() -> None:
    """What came before the morning is still news to the evening; what a morning left out is no other's."""
    reader = a_reader(hour_sections=((time(18), ("sport",)), (time(7, 30), ("politics",))), stories=1, **BOTH)
    night = [an_article(1, "sport"), an_article(2, "politics"), an_article(4, "politics")]
    first = decided(reader, *night)
    assert (told(first), first.passed) == ([2], (4,))
    later = replace(
        reader,
        seen=frozenset({2, 4}),
        chat=replace(reader.chat, decided_until=MORNING, seen_from=first.seen_from),
    )
    second = decided(later, *night, an_article(5, "politics", EVENING - HOUR), now=EVENING)
    assert told(second) == [1]
    third = replace(
        later,
        seen=frozenset({1, 2, 4}),
        chat=replace(later.chat, decided_until=EVENING, seen_from=second.seen_from),
    )
    assert told(decided(third, *night, an_article(5, "politics", EVENING - HOUR), now=MORNING + DAY)) == [5]


def test_edition_before_its_hour_has_the_sections_of_that_hour() -> None:
    reader = a_reader(hour_sections=((time(18), ("sport",)),), **BOTH)
    plan = send_now(reader, PAPER, zone=ZONE, now=MORNING + HOUR)
    assert plan is not None
    assert told(plan) == [1, 3]


def test_sections_are_chosen_one_by_one() -> None:
    chat = a_reader(**BOTH).chat
    sport = toggle_section(chat, key="sport")
    evening = toggle_section_at(sport, at=time(18), key="politics")
    assert (sport.sections, chosen_at(evening, time(18))) == (("sport",), ("sport", "politics"))
    assert chosen_at(evening, time(7, 30)) == chosen_at(evening, None) == ("sport",)
    assert chosen_at(as_the_chat(evening, at=time(18)), time(18)) == ("sport",)
    assert toggle_section(sport, key="sport").sections == ()
    assert key_of("  World\n NEWS ") == "world news"


# ------------------------------------------------------------------ a pause, a summary


def test_nothing_is_decided_while_a_chat_pauses_and_all_of_it_after() -> None:
    reader = a_reader(paused_until=MORNING + 3 * DAY)
    plan = decided(reader, an_article(1))
    assert (plan.editions, plan.schedule and plan.schedule.next_due) == ((), MORNING + 3 * DAY)
    after = replace(reader, chat=replace(reader.chat, decided_until=MORNING + 2 * DAY))
    assert told(decided(after, an_article(1), now=MORNING + 3 * DAY)) == [1]


def test_what_is_followed_comes_once_a_day_where_that_is_chosen() -> None:
    reader = a_reader(hours=(), followed_at=time(18), concerns={1: ("Ada Berg",)})
    assert decided(reader, *PAPER).editions == ()
    (summary,) = decided(reader, *PAPER, now=EVENING).editions
    assert (summary.slot, summary.local_date, summary.article_ids) == ("followed", date(2016, 12, 14), (1,))


def test_summary_beside_an_edition_repeats_nothing_of_it_and_passes_what_it_leaves_out() -> None:
    everything = dict.fromkeys((1, 2, 3), ("Ada Berg",))
    reader = a_reader(hours=(time(18),), followed_at=time(18), stories=1, concerns=everything)
    plan = decided(reader, *PAPER, now=EVENING)
    assert [edition.article_ids for edition in plan.editions] == [(1,), (2,)]
    assert plan.passed == (3,)


async def test_summary_is_chosen_in_settings_and_comes(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    chat = await office.subscriber(reader, hours=(), followed_at=time(7, 30))
    await office.store.interests.add(chat.id, Subject(words="siege"), now=MORNING - DAY)
    await office.article("Talks open", sentences=("The siege goes on.",))
    await office.article("Ferry sails")
    await office.deliver()
    (message,) = office.telegram.sent(reader)
    assert message.text.splitlines()[0] == "What you follow, today’s summary"
    assert "Talks open" in message.text


# ------------------------------------------------------------------ what stands in a section


async def candidates(store: Store) -> dict[int, str | None]:
    found = await store.outbox.transact(lambda one: one.candidates(), now=NOON + HOUR)
    return {each.article_id: each.section for each in found}


async def test_section_is_the_text_s_else_its_source_s_or_its_outlet_s(store: Store) -> None:
    told = [
        an_analysis(sentences=(f"It was {number}.",), section=section, outlet=outlet)
        for number, (section, outlet) in enumerate(
            [("World News", "The Post"), (None, "The Post"), (None, "The News"), (None, None)]
        )
    ]
    for number, analysis in enumerate(told):
        await a_stored_article(store, analysis, path=f"{number}.md")
    outlets, count = await store.sections.outlets(10, 0)
    assert ([each.name for each in outlets], count) == (["The News", "The Post"], 2)
    await store.sections.set_of_outlet(outlets[1].id, "Sport")
    assert await candidates(store) == {1: "world news", 2: "sport", 3: None, 4: None}
    assert [one.name for one in await store.sections.readable(now=NOON)] == ["Sport", "World News"]
    await store.sections.set_of_outlet(outlets[1].id, None)
    assert await candidates(store) == {1: "world news", 2: None, 3: None, 4: None}


async def test_section_of_what_readers_may_not_have_is_not_offered(one_store: Store) -> None:
    article = await a_stored_article(one_store, an_analysis(section="Secrets"))
    await one_store.articles.set_state(article.id, "held", NOON)
    assert await one_store.sections.readable(now=NOON) == ()


async def test_chat_chooses_sections_and_those_of_an_hour(subscribing_bot: ReadingBot) -> None:
    bot = subscribing_bot
    for number, section in enumerate(("Sport", "Politics")):
        await a_stored_article(
            bot.store, an_analysis(sentences=(f"It was {number}.",), section=section), path=f"{number}.md"
        )
    await bot.ask("/subscribe 07:30 18:00")
    (page,) = await bot.ask("/settings sections")
    assert shown(page)[1] == (("✓ All", "Politics"), ("Sport",), ("07:30", "18:00"), ("‹ All settings",))
    await bot.press(page, "Sport")
    assert "These sections come: Sport" in bot.now(page).text
    await bot.press(bot.now(page), "18:00")
    assert shown(bot.now(page))[1][0] == ("✓ As the others", "Politics")
    await bot.press(bot.now(page), "Politics")
    chat = await bot.store.chats.find(bot.telegram.reader.id)
    assert chat is not None
    assert (chat.sections, chat.hour_sections) == (("sport",), ((time(18), ("sport", "politics")),))
    await bot.press(bot.now(page), "‹ Sections")
    assert "At 18:00: These sections come: Politics, Sport" in bot.now(page).text


async def test_forged_section_is_none(subscribing_bot: ReadingBot) -> None:
    await subscribing_bot.ask("/subscribe 07:30")
    (page,) = await subscribing_bot.ask("/settings sections")
    for action in ("se:99", "sy:450:99", "sy:9999:1"):
        await subscribing_bot.press_action(page, action)
    chat = await subscribing_bot.store.chats.find(subscribing_bot.telegram.reader.id)
    assert chat is not None
    assert (chat.sections, chat.hour_sections) == ((), ())


async def test_editor_sets_the_section_of_a_source_and_of_an_outlet(desk: Desk) -> None:
    source = await a_source(desk.store)
    await a_stored_article(desk.store, an_analysis(outlet="The Post"))
    (listed,) = await desk.ask("/sources")
    await desk.press(listed, "1")
    await desk.press(desk.bot.now(listed), "Section")
    assert "Its articles stand in no section, and so in all." in desk.bot.now(listed).text
    (question,) = await desk.press(desk.bot.now(listed), "Another…")
    assert question.text.startswith("What is the section called?")
    (page,) = await desk.ask("Sport")
    assert "Its articles stand in the section Sport." in page.text
    found = await desk.store.sources.find(source.id)
    assert found is not None
    assert found.section == "sport"
    await desk.press(page, "None")
    (listed,) = await desk.ask("/sources")
    await desk.press(listed, "Outlets")
    assert desk.bot.now(listed).text == "Outlets\n1. The Post"
    await desk.press(desk.bot.now(listed), "1")
    await desk.press(desk.bot.now(listed), "Sport")
    ((outlet,), _count) = await desk.store.sections.outlets(10, 0)
    assert outlet.section == "sport"


async def test_chat_keeps_what_it_chose(store: Store) -> None:
    chat = await store.chats.get_or_create(Destination.of_person(7), now=NOON)
    chosen: dict[str, Any] = {
        "hours": (time(7, 30), time(18)),
        "sections": ("sport", "world news"),
        "hour_sections": ((time(18), ("sport",)),),
        "followed_at": time(18),
        "paused_until": NOON + DAY,
    }
    changed = await store.chats.change(chat.id, lambda known: replace(known, **chosen), now=NOON)
    assert changed == replace(chat, decided_until=NOON, **chosen)
    without = await store.chats.change(chat.id, lambda known: replace(known, hours=()), now=NOON)
    assert without.hour_sections == ()


async def test_section_follows_the_text_that_is_shown(one_store: Store) -> None:
    """A changed text that waits for an editor moves its article to no other section before it is approved."""
    first = an_analysis(sentences=("It was one.",), section="Sport")
    article = await a_stored_article(one_store, first)
    changed = an_analysis(sentences=("It was two.",), section="Politics")
    waiting = {"stamp": a_stamp("article.txt", modified_ns=2), "state": ArticleState.REVIEW, "now": NOON}
    await one_store.articles.file(changed, **waiting)
    assert await candidates(one_store) == {article.id: "sport"}
    assert [one.name for one in await one_store.sections.readable(now=NOON)] == ["Sport"]
    await one_store.decisions.approve(
        article.id, signed=Signed(verb="publish new text", subject="", by=1), now=NOON
    )
    assert await candidates(one_store) == {article.id: "politics"}
