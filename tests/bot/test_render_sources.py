"""What must hold of every message about sources, whatever strangers call their feeds."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.articles import Page
from bot.domain.sources import (
    EntryState,
    FoundEntry,
    FoundFeed,
    FoundList,
    ListedEntry,
    ListedSource,
    Source,
    SourceCard,
    SourceState,
    Trouble,
)
from bot.render.sources import ask_to_remove, card, found_feed, found_list, source_list
from bot.render.troubles import troubles
from tests.bot.telegram_rules import assert_taken, text_of
from tests.bot.test_render_properties import TEXTS, analyses

ZONE = ZoneInfo("UTC")
NOW = datetime(2024, 4, 24, tzinfo=UTC)
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2024, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
ADDRESSES = st.integers(0, 1_900).map(lambda length: f"https://example.org/{'a' * length}")
LINKS = st.none() | ADDRESSES | TEXTS
SOURCES = st.builds(
    Source,
    id=st.integers(1, 2**62),
    address=ADDRESSES,
    title=TEXTS,
    state=st.sampled_from(SourceState),
    reason=st.none() | TEXTS,
    review=st.none() | st.booleans(),
    whole_text=st.booleans(),
    succeeded_at=st.none() | MOMENTS,
    next_visit=MOMENTS,
    failures=st.integers(0, 99),
    trouble=st.sampled_from(Trouble),
    **dict.fromkeys(("given", "host"), st.just("")),
    **dict.fromkeys(("section", "added_by", "visited_at", "failing_since", "moved_to"), st.none()),
    added_at=MOMENTS,
)
LISTED = st.builds(ListedSource, source=SOURCES, articles_a_day=st.floats(0, 9_999))
ENTRIES = st.builds(
    ListedEntry,
    title=TEXTS,
    link=LINKS,
    state=st.sampled_from(EntryState),
    fact=st.none() | TEXTS,
    first_seen=MOMENTS,
    published_at=MOMENTS,
    article_id=st.none() | st.integers(1, 2**62),
)
FOUND = st.builds(
    FoundEntry,
    title=TEXTS,
    link=LINKS,
    published=st.dates(date(1, 1, 1)),
    author=st.none() | TEXTS,
    fact=TEXTS,
    analysis=st.none() | analyses(),
)


@given(st.lists(LISTED, min_size=1, max_size=8), st.lists(ENTRIES, max_size=5))
@settings(max_examples=40)
def test_every_list_card_and_notice_is_taken(listed: list[ListedSource], newest: list[ListedEntry]) -> None:
    page = Page(items=tuple(listed), number=3, size=8, total=99)
    assert_taken(source_list(page, zone=ZONE, now=NOW))
    assert_taken(card(SourceCard(listed=listed[0], newest=tuple(newest)), zone=ZONE, now=NOW))
    assert_taken(ask_to_remove(listed[0].source))
    assert_taken([troubles([one.source for one in listed] * 9)])


@given(TEXTS, ADDRESSES, st.lists(FOUND, max_size=3), st.none() | SOURCES)
@settings(max_examples=40)
def test_every_proposal_is_taken(
    title: str, address: str, newest: list[FoundEntry], known: Source | None
) -> None:
    found = FoundFeed(
        address=address,
        title=title,
        entries=len(newest),
        newest=tuple(newest),
        known=known,
        draft_id=None if known else 2**47,
    )
    assert_taken(found_feed(found))
    (message,) = found_list(FoundList(title=title, feeds=9, known=3, draft_id=2**47))
    assert_taken([message])
    assert "\n" not in text_of(message)
