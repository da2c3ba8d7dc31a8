"""A story that goes on: what a chat that was told of it gets, and in which order messages come."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.deliveries import Again
from bot.domain.passages import words_of
from bot.domain.pull_quotes import pull_quote
from bot.domain.story_quotes import reported_in, spoken_in
from bot.store import Store
from summaries.models import Span
from tests.bot.delivering import PostOffice, people, post_office, subscribers
from tests.bot.library import an_analysis, said
from tests.bot.test_render_briefing import LONG, stored, story
from tests.telegram import Served

OLD = ("The talks opened in Geneva today.", "Both sides came with their lawyers.")
NEW = ("Both sides came with their lawyers.", "Ministers signed the agreement at midnight.")


@pytest.mark.parametrize("hours", ["an edition", "a push"])
async def test_story_that_goes_on_is_an_update_that_leads_with_what_is_new(
    office: PostOffice, hours: str
) -> None:
    (reader,) = people(office, 1)
    await office.subscriber(
        reader, each_new=hours == "a push", **({"hours": ()} if hours == "a push" else {})
    )
    first = await office.article("Talks open", sentences=OLD)
    await office.deliver()
    office.clock.pass_by(timedelta(days=1))
    second = await office.article("Talks end", sentences=NEW)
    await office.one_story(first, second)
    await office.deliver()
    before, after = office.telegram.sent(reader)
    assert "Update" not in before.text
    assert "Update: Talks end\n" in after.text
    told = [line for line in after.text.splitlines() if line in NEW]
    assert told == [NEW[1], NEW[0]]
    assert (after.reply_to.id if after.reply_to else None) == (before.id if hours == "a push" else None)


async def test_update_of_what_was_taken_back_is_news(office: PostOffice) -> None:
    (reader,) = await subscribers(office, 1)
    first = await office.article("Talks open", sentences=OLD)
    await office.deliver()
    await office.kill(first.id)
    office.clock.pass_by(timedelta(days=1))
    second = await office.article("Talks end", sentences=NEW)
    await office.one_story(first, second)
    await office.deliver()
    (message,) = office.telegram.sent(reader)
    assert "Update" not in message.text


async def test_whole_stories_come_a_message_each_and_ring_once(office: PostOffice) -> None:
    (reader,) = people(office, 1)
    await office.subscriber(reader, whole_stories=True)
    for number in range(3):
        await office.article(f"Report {number}")
    await office.deliver()
    sent = office.telegram.sent(reader)
    assert office.headlines(reader) == ["Report 2", "Report 1", "Report 0"]
    assert [message.silent for message in sent] == [False, True, True]


async def test_what_was_decided_later_waits_behind_what_is_tried_again(
    store: Store, served_telegram: Served
) -> None:
    """Also what is written to the outbox only after the first was refused."""
    async with post_office(store, served_telegram, running=False) as office:
        (reader,) = people(office, 1)
        await office.subscriber(reader, each_new=True, hours=())
        first = await office.article("Talks open")
        await office.tick()
        (delivery,) = await store.outbox.claim(10, now=office.clock.now)
        later = office.clock.now + timedelta(hours=5)
        await store.outbox.record([(delivery, Again(not_before=later))], now=office.clock.now)
        office.clock.pass_by(timedelta(hours=2))
        await office.article("Talks end")
        assert await office.tick() == 1
        assert await store.outbox.claim(10, now=office.clock.now) == ()
        assert [each.article_id for each in await store.outbox.claim(10, now=later)] == [first.id]


def test_what_is_told_is_not_quoted_again() -> None:
    """Neither where the sentence that is shown reports the same words."""
    quoted = said("Ada Berg", LONG)
    reporting = f"Ada Berg said {LONG[0].lower()}{LONG[1:]}"
    lead = stored(an_analysis(sentences=(reporting, "Nobody slept.")))
    other = stored(an_analysis(quotes=(quoted,)), number=2)
    shown = lead.analysis.summary[:1]
    assert pull_quote(story(lead, other)) is not None
    assert pull_quote(story(lead, other), shown=shown) is None


def test_saying_of_a_story_stands_once_though_others_quote_or_report_it() -> None:
    lead = stored(an_analysis(quotes=(said("Ada Berg", LONG),)))
    quoting = stored(an_analysis(quotes=(said("Ada Berg", LONG), said("Otto Holm", "We waited."))), number=2)
    reporting = stored(
        an_analysis(quotes=(said("Ada Berg", f"{LONG[0].lower()}{LONG[1:]}", kind="indirect"),)), number=3
    )
    told = story(lead, quoting, reporting)
    assert [(article.id, quote.actor is not None) for article, quote in spoken_in(told)] == [
        (1, True),
        (2, True),
    ]
    assert reported_in(told) == ()
    assert len(reported_in(story(reporting))) == 1


def test_saying_stands_once_though_another_article_shows_its_sentence() -> None:
    few = "We will not pay."
    lead = stored(an_analysis(quotes=(said("Ada Berg", few),)))
    behind = "after the court had ruled against the town on Monday"
    longer = f"“{few[:-1]},” Ada Berg said {behind}."
    other = an_analysis(sentences=(longer,))
    spans = Span(other.article.text.index("“"), other.article.text.index("”") + 1)
    name = Span(other.article.text.index("Ada"), other.article.text.index("Ada") + 8)
    cue = Span(other.article.text.index("said"), other.article.text.index("said") + 4)
    quote = replace(lead.analysis.quotes[0], content=(spans,), verbatim=(spans,), speaker=name, cue=cue)
    told = stored(replace(other, quotes=(quote,), actors=lead.analysis.actors), number=2)
    assert words_of(told.analysis, quote) == longer
    assert [article.id for article, _ in spoken_in(story(lead, told))] == [1]
