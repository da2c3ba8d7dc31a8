"""How sources stand, what was found at an address, and what editors can do about them:

ul:0  all sources, a page           ud:7      remove: asks first, ud:7:yes, ud:7:no
uo:7  source 7                      uv:7:on   its articles wait for an editor; off, bot: as the bot's
uf:7  fetch now, resume             ut:7:yes  its full text is ours to show; no
up:7  pause                         ua:3      add what draft 3 proposes
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.articles import Page
from bot.domain.messages import Buttons, Message
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
from bot.domain.words import cut, safe_words, typed
from bot.render.articles import dotted
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import button, in_rows, turning
from bot.render.clock import counted, moment
from bot.render.dates import day
from bot.render.lists import note
from bot.render.split import messages

TITLE_LENGTH = 80
ADDRESS_LENGTH = 200
REASON_LENGTH = 200
HEADLINE_LENGTH = 160
SENTENCE_LENGTH = 300
TROUBLES = 8  # told of in one message
ACROSS = 4  # number buttons in a row
ADDED = (
    "Added. Its newest articles come within minutes, as seen by everybody; what is new from now on is news."
)
HOW_TO_ADD = "To add one: /sources and the address of a feed or a site, or send a list of feeds (OPML)."
_STATES = {
    SourceState.ACTIVE: "the last visit failed",
    SourceState.AILING: "ailing",
    SourceState.PAUSED: "paused",
    SourceState.GONE: "gone for good, no longer visited",
}
_TROUBLES = {
    Trouble.FAILING: "Nothing could be fetched for a day from",
    Trouble.CHANGED: "Something else stands for a day at the address of",
    Trouble.GONE: "Its server says that it is gone for good, and it is no longer visited:",
    Trouble.MOVED: "Moved for good, and is visited at its new address:",
}
_REVIEWS = ((None, "bot", "As the bot’s"), (True, "on", "On"), (False, "off", "Off"))


def source_name(source: Source) -> str:
    """What the feed calls itself, on one line."""
    return typed(source.title, TITLE_LENGTH) or cut(source.address, TITLE_LENGTH)


def ails(source: Source) -> str:
    """What ails the source, and why; empty where nothing does."""
    if source.state is SourceState.ACTIVE and not source.failures:
        return ""
    reason = f": {typed(source.reason, REASON_LENGTH)}" if source.reason else ""
    return f"{_STATES[source.state]}{reason}"


def pace(listed: ListedSource) -> str:
    """ "3 articles a day", "0.4 articles a day"."""
    rate = listed.articles_a_day
    shown = f"{rate:.0f}" if rate >= 10 or rate == int(rate) else f"{rate:.1f}"
    return "1 article a day" if shown == "1" else f"{shown} articles a day"


def came(found: int, known: int) -> str:
    """ "37 feeds, 5 known"."""
    return counted(found, "feed") + (f", {known} known" if known else "")


def source_list(page: Page[ListedSource], *, zone: ZoneInfo, now: datetime) -> tuple[Message, ...]:
    """All sources, numbered, a button each."""
    if not page.items:
        return note(f"There are no sources yet. {HOW_TO_ADD}")
    first = page.number * page.size + 1
    lines = [
        block
        for number, one in enumerate(page.items, first)
        for block in _line(number, one, zone=zone, now=now)
    ]
    buttons = [button(str(number), "uo", one.source.id) for number, one in enumerate(page.items, first)]
    return messages(
        (paragraph(bold("Sources"), italic(f" · {page.total}")), *lines, paragraph(italic(HOW_TO_ADD))),
        (*in_rows(buttons, across=ACROSS), *turning(page.number, page.count, "ul")),
    )


def _line(number: int, one: ListedSource, *, zone: ZoneInfo, now: datetime) -> Iterator[Block]:
    source = one.source
    yield paragraph(f"{number}. ", linked(bold(source_name(source)), source.address)).close()
    yield paragraph(italic(dotted(pace(one), _last(source, zone=zone, now=now), ails(source)))).close()


def _last(source: Source, *, zone: ZoneInfo, now: datetime) -> str:
    if source.succeeded_at is None:
        return "not fetched yet"
    return f"fetched {moment(source.succeeded_at, zone=zone, now=now)}"


def card(shown: SourceCard, *, zone: ZoneInfo, now: datetime, done: str | None = None) -> tuple[Message, ...]:
    """A source, its newest entries, and the buttons that decide on it."""
    source = shown.listed.source
    following = ""
    if source.state in (SourceState.ACTIVE, SourceState.AILING):
        following = f"next visit {moment(max(source.next_visit, now), zone=zone, now=now)}"
    told = dotted(pace(shown.listed), _last(source, zone=zone, now=now), following)
    text = "Full text: " + ("ours to show." if source.whole_text else "its publisher’s to show.")
    return messages(
        (
            *((paragraph(done),) if done else ()),
            paragraph(bold(source_name(source))),
            paragraph(linked(plain(cut(source.address, ADDRESS_LENGTH)), source.address)).close(),
            paragraph(italic(told)).close(),
            paragraph(bold(_capital(ails(source)))).close(),
            paragraph(f"Review: {_SAID[source.review]}. {text}"),
            *_entries(shown.newest),
        ),
        _decisions(source),
    )


_SAID = {
    None: "as the bot’s",
    True: "its articles wait for an editor",
    False: "its articles do not wait",
}


def _decisions(source: Source) -> Buttons:
    asleep = source.state in (SourceState.PAUSED, SourceState.GONE)
    visits = (
        (button("Resume", "uf", source.id),)
        if asleep
        else (button("Fetch now", "uf", source.id), button("Pause", "up", source.id))
    )
    reviews = tuple(
        button(f"✓ {label}" if source.review is value else label, "uv", source.id, word)
        for value, word, label in (
            (value, word, f"Review {label.lower()}" if value is not None else "Review as the bot’s")
            for value, word, label in _REVIEWS
        )
    )
    text = (
        button("✓ Full text is ours to show", "ut", source.id, "no")
        if source.whole_text
        else button("Full text is ours to show", "ut", source.id, "yes")
    )
    return (
        (*visits, button("Remove", "ud", source.id)),
        reviews[:1],
        reviews[1:],
        (text,),
        (button("‹ All sources", "ul", 0),),
    )


def _entries(newest: tuple[ListedEntry, ...]) -> Iterator[Block]:
    if newest:
        yield paragraph(bold("Newest"))
    for one in newest:
        title = linked(plain(typed(one.title, HEADLINE_LENGTH) or "Untitled"), one.link)
        yield paragraph("· ", title, italic(f" · {_stands(one)}")).close()


def _stands(one: ListedEntry) -> str:
    match one.state:
        case EntryState.FILED:
            return f"article {one.article_id}" if one.article_id else "filed"
        case EntryState.HEADLINE:
            return "headline alone" + (f": {typed(one.fact, REASON_LENGTH)}" if one.fact else "")
        case EntryState.AGED:
            return "removed with its age"
        case _:
            return "on its way"


def ask_to_remove(source: Source) -> tuple[Message, ...]:
    """The question before a source is removed."""
    return messages(
        (paragraph(bold(f"Remove {source_name(source)}?"), " Nothing more is fetched; its articles stay."),),
        ((button("Remove it", "ud", source.id, "yes"), button("Keep it", "ud", source.id, "no")),),
    )


def found_feed(found: FoundFeed) -> tuple[Message, ...]:
    """A feed, its newest entries as they would be briefed, and the question whether to add it."""
    name = typed(found.title, TITLE_LENGTH) or "A feed without a title"
    blocks = [
        paragraph(bold(name), italic(f" · {counted(found.entries, 'entry', 'entries')}")),
        paragraph(linked(plain(cut(found.address, ADDRESS_LENGTH)), found.address)).close(),
        *(block for entry in found.newest for block in _found_entry(entry)),
    ]
    if found.known is not None:
        opening = ((button("Open it", "uo", found.known.id),),)
        return messages((*blocks, paragraph(italic("It is a source already."))), opening)
    assert found.draft_id is not None
    return messages(blocks, ((button("Add", "ua", found.draft_id), button("No", "dx", found.draft_id)),))


def _found_entry(entry: FoundEntry) -> Iterator[Block]:
    yield paragraph(linked(bold(typed(entry.title, HEADLINE_LENGTH) or "Untitled"), entry.link))
    by = f"by {typed(entry.author, TITLE_LENGTH)}" if entry.author else ""
    yield paragraph(italic(dotted(day(entry.published), by, typed(entry.fact, REASON_LENGTH)))).close()
    if entry.analysis is not None:
        for span in entry.analysis.summary:
            yield paragraph(cut(safe_words(entry.analysis.article, span), SENTENCE_LENGTH)).close()


def found_list(found: FoundList) -> tuple[Message, ...]:
    """A list of feeds, and the question whether to add those that are new."""
    name = f"{typed(found.title, TITLE_LENGTH)}: " if found.title else ""
    said = f"{name}{came(found.feeds, found.known)}."
    if found.draft_id is None:
        return note(f"{said} Nothing in it is new.")
    label = f"Add {counted(found.feeds - found.known, 'feed')}"
    return note(said, ((button(label, "ua", found.draft_id), button("No", "dx", found.draft_id)),))


def added(feeds: int) -> tuple[Message, ...]:
    """How many of a list were added."""
    return note(f"Added: {counted(feeds, 'feed')}. /sources lists them.")


def troubles(sources: Sequence[Source]) -> Message:
    """What editors are told, once, of sources that are in trouble."""
    shown = sources[:TROUBLES]
    more = (
        [paragraph(italic(f"and {len(sources) - len(shown)} more: /sources"))] if sources[TROUBLES:] else []
    )
    buttons = [button(f"Look at {source_name(one)}", "uo", one.id) for one in shown]
    (message, *_) = messages((*map(_trouble, shown), *more), in_rows(buttons))
    return message


def _trouble(source: Source) -> Block:
    assert source.trouble is not None
    why = f" ({typed(source.reason, REASON_LENGTH)})" if source.reason else ""
    return paragraph(f"{_TROUBLES[source.trouble]} ", linked(bold(source_name(source)), source.address), why)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
