"""How sources stand, what was found at an address, and what editors can do about them:

ul:0  all sources, a page           ud:7      remove: asks first, ud:7:yes, ud:7:no
uo:7  source 7                      uv:7:on   its articles wait for an editor; off, bot: as the bot's
uf:7  fetch now, resume             ut:7:yes  its full text is ours to show; no
uk:7  keep another feed in its place
up:7  pause                         ua:3      add what draft 3 proposes
"""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.domain.articles import Page
from bot.domain.sources import (
    VISITED,
    EntryState,
    FoundEntry,
    FoundFeed,
    FoundList,
    ListedEntry,
    ListedSource,
    Source,
    SourceCard,
    SourceState,
)
from bot.domain.words import cut, safe_words, typed
from bot.render.articles import UNTITLED, dotted
from bot.render.blocks import Block, bold, italic, linked, paragraph, plain
from bot.render.buttons import button, in_rows, turning
from bot.render.clock import moment
from bot.render.dates import day
from bot.render.lists import note
from bot.render.reasons import reason
from bot.render.texts import Said, _, in_line, ngettext, pgettext
from bot.render.unsaid import Unsaid, UnsaidButton, UnsaidButtons, messages

TITLE_LENGTH = 80
ADDRESS_LENGTH = 200
REASON_LENGTH = 200
HEADLINE_LENGTH = 160
SENTENCE_LENGTH = 300
ACROSS = 4  # number buttons in a row
ADDED = _(
    "Added. Readers can find its newest articles within minutes; they are told of what is new after that."
)
HOW_TO_ADD = _(
    "To add one, write /sources and the address of a feed or a site, or send a list of feeds (OPML)."
)
_STATES = {
    # Translators: what ails a source, in a line and alone; a reason may follow behind a colon.
    SourceState.ACTIVE: pgettext("source", "the last visit failed"),
    SourceState.AILING: pgettext("source", "not working"),
    SourceState.REPLACED: pgettext("source", "on hold"),
    SourceState.PAUSED: pgettext("source", "paused"),
    SourceState.GONE: pgettext("source", "gone for good, not visited any more"),
}
_REVIEWS = (
    # Translators: buttons: whether a source's articles wait for an editor.
    (None, "bot", _("Review: as set for the bot")),
    (True, "on", _("Review: on")),
    (False, "off", _("Review: off")),
)


def source_name(source: Source) -> str:
    """What the feed calls itself, on one line."""
    return typed(source.title, TITLE_LENGTH) or cut(source.address, TITLE_LENGTH)


def ails(source: Source) -> Said:
    """What ails the source, and why; empty where nothing does."""
    if source.state is SourceState.ACTIVE and not source.failures:
        return ""
    return in_line(": ", (_STATES[source.state], reason(source.reason or "", REASON_LENGTH)))


def pace(listed: ListedSource) -> Said:
    """ "3 articles a day", "0.4 articles a day"."""
    rate = listed.articles_a_day
    if rate >= 10 or rate == int(rate):
        return ngettext("{count} article a day", "{count} articles a day", round(rate))
    # Translators: a fraction: "0.4 articles a day".
    return _("{count:.1f} articles a day", count=rate)


def came(found: int, known: int) -> Said:
    """ "37 feeds, 5 known"."""
    feeds = ngettext("{count} feed", "{count} feeds", found)
    # Translators: how many of these feeds are sources already; stands behind "37 feeds" and a comma.
    return in_line(", ", (feeds, ngettext("{count} known", "{count} known", known))) if known else feeds


def source_list(page: Page[ListedSource], *, zone: ZoneInfo, now: datetime) -> tuple[Unsaid, ...]:
    """All sources, numbered, a button each."""
    if not page.items:
        return messages(
            (paragraph(in_line(" ", (_("There are no sources yet."), HOW_TO_ADD))),),
            ((button(_("Outlets"), "uw", 0),),),
        )
    lines = [
        block
        for number, one in enumerate(page.items, page.first)
        for block in _line(number, one, zone=zone, now=now)
    ]
    buttons = [button(str(number), "uo", one.source.id) for number, one in enumerate(page.items, page.first)]
    return messages(
        (paragraph(bold(_("Sources")), italic(f" · {page.total}")), *lines, paragraph(italic(HOW_TO_ADD))),
        (
            *in_rows(buttons, across=ACROSS),
            *turning(page.number, page.count, "ul"),
            (button(_("Outlets"), "uw", 0),),
        ),
    )


def _line(number: int, one: ListedSource, *, zone: ZoneInfo, now: datetime) -> Iterator[Block]:
    source = one.source
    yield paragraph(f"{number}. ", linked(bold(source_name(source)), source.address)).close()
    yield paragraph(italic(dotted(pace(one), _last(source, zone=zone, now=now), ails(source)))).close()


def _last(source: Source, *, zone: ZoneInfo, now: datetime) -> Said:
    if source.succeeded_at is None:
        return _("not fetched yet")
    # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
    return _("fetched {moment}", moment=moment(source.succeeded_at, zone=zone, now=now))


def card(shown: SourceCard, *, zone: ZoneInfo, now: datetime, done: Said | None = None) -> tuple[Unsaid, ...]:
    """A source, its newest entries, and the buttons that decide on it."""
    source = shown.listed.source
    following: Said = ""
    if source.state in VISITED:
        # Translators: {moment} is "today 18:00" or "Sat 24 Dec 07:30".
        following = _("next visit {moment}", moment=moment(max(source.next_visit, now), zone=zone, now=now))
    told = dotted(pace(shown.listed), _last(source, zone=zone, now=now), following)
    text = (
        _("Readers can read the full text here.")
        if source.whole_text
        else _("Readers get the full text from the publisher only.")
    )
    return messages(
        (
            *((paragraph(done),) if done else ()),
            paragraph(bold(source_name(source))),
            paragraph(linked(plain(cut(source.address, ADDRESS_LENGTH)), source.address)).close(),
            paragraph(italic(told)).close(),
            paragraph(bold(_ails_alone(source))).close(),
            paragraph(in_line(" ", (_SAID[source.review], text))),
            *_entries(shown.newest),
        ),
        _decisions(source),
    )


def _ails_alone(source: Source) -> Said:
    """What ails the source, as a line of its own."""
    if not ails(source):
        return ""
    # Translators: what ails a source, at the beginning of a line.
    states = {
        SourceState.ACTIVE: pgettext("line", "The last visit failed"),
        SourceState.AILING: pgettext("line", "Not working"),
        SourceState.REPLACED: pgettext("line", "On hold"),
        SourceState.PAUSED: pgettext("line", "Paused"),
        SourceState.GONE: pgettext("line", "Gone for good, not visited any more"),
    }
    return in_line(": ", (states[source.state], reason(source.reason or "", REASON_LENGTH)))


_SAID = {
    None: _("Review: as set for the bot."),
    True: _("Its articles wait for an editor."),
    False: _("Its articles do not wait for an editor."),
}


_OURS = _("Show the full text here")


def _decisions(source: Source) -> UnsaidButtons:
    visits: tuple[UnsaidButton, ...]
    match source.state:
        case SourceState.REPLACED:
            visits = (button(_("Keep"), "uk", source.id),)
        case SourceState.PAUSED | SourceState.GONE:
            visits = (button(_("Resume"), "uf", source.id),)
        case _:
            visits = (button(_("Fetch now"), "uf", source.id), button(_("Pause"), "up", source.id))
    reviews = tuple(
        button(in_line("", ("✓ " if source.review is value else "", label)), "uv", source.id, word)
        for value, word, label in _REVIEWS
    )
    text = (
        button(in_line("", ("✓ ", _OURS)), "ut", source.id, "no")
        if source.whole_text
        else button(_OURS, "ut", source.id, "yes")
    )
    return (
        (*visits, button(_("Remove"), "ud", source.id)),
        reviews[:1],
        reviews[1:],
        (text, button(_("Section"), "us", "u", source.id)),
        (button(_("‹ All sources"), "ul", 0),),
    )


def _entries(newest: tuple[ListedEntry, ...]) -> Iterator[Block]:
    if newest:
        yield paragraph(bold(_("Newest")))
    for one in newest:
        title = linked(plain(typed(one.title, HEADLINE_LENGTH) or UNTITLED), one.link)
        yield paragraph("· ", title, italic(in_line("", (" · ", _stands(one))))).close()


def _stands(one: ListedEntry) -> Said:
    match one.state:
        case EntryState.FILED:
            if one.article_id is None:
                return pgettext("entry", "filed")
            return pgettext("entry", "article {number}", number=one.article_id)
        case EntryState.HEADLINE:
            alone = pgettext("entry", "headline only")
            return in_line(": ", (alone, reason(one.fact or "", REASON_LENGTH)))
        case EntryState.AGED:
            return pgettext("entry", "removed, too old")
        case _:
            # Translators: what became of an article that a source lists, in the line of its headline.
            return pgettext("entry", "on its way")


def ask_to_remove(source: Source) -> tuple[Unsaid, ...]:
    """The question before a source is removed."""
    return messages(
        (
            paragraph(
                bold(_("Remove {name}?", name=source_name(source))),
                " ",
                _("Nothing more is fetched from it; its articles stay."),
            ),
        ),
        ((button(_("Remove it"), "ud", source.id, "yes"), button(_("Keep it"), "ud", source.id, "no")),),
    )


def found_feed(found: FoundFeed) -> tuple[Unsaid, ...]:
    """A feed, its newest entries as they would be briefed, and the question whether to add it."""
    name = typed(found.title, TITLE_LENGTH) or _("A feed without a title")
    entries = ngettext("{count} entry", "{count} entries", found.entries)
    blocks = [
        paragraph(bold(name), italic(in_line("", (" · ", entries)))),
        paragraph(linked(plain(cut(found.address, ADDRESS_LENGTH)), found.address)).close(),
        *(block for entry in found.newest for block in _found_entry(entry)),
    ]
    if found.known is not None:
        opening = ((button(_("Open it"), "uo", found.known.id),),)
        return messages((*blocks, paragraph(italic(_("This is already a source.")))), opening)
    assert found.draft_id is not None
    return messages(
        blocks, ((button(_("Add"), "ua", found.draft_id), button(_("No"), "dx", found.draft_id, "yes")),)
    )


def _found_entry(entry: FoundEntry) -> Iterator[Block]:
    yield paragraph(linked(bold(typed(entry.title, HEADLINE_LENGTH) or UNTITLED), entry.link))
    by = _("by {writer}", writer=typed(entry.author, TITLE_LENGTH)) if entry.author else ""
    yield paragraph(italic(dotted(day(entry.published), by, typed(entry.fact, REASON_LENGTH)))).close()
    if entry.analysis is not None:
        for span in entry.analysis.summary:
            yield paragraph(cut(safe_words(entry.analysis.article, span), SENTENCE_LENGTH)).close()


def found_list(found: FoundList) -> tuple[Unsaid, ...]:
    """A list of feeds, and the question whether to add those that are new."""
    counts = came(found.feeds, found.known)
    title = typed(found.title or "", TITLE_LENGTH)
    said = in_line(": ", (title, counts))
    if found.draft_id is None:
        return messages((paragraph(said), paragraph(_("None of it is new.")).close()))
    label = ngettext("Add {count} feed", "Add {count} feeds", found.feeds - found.known)
    return note(said, ((button(label, "ua", found.draft_id), button(_("No"), "dx", found.draft_id, "yes")),))


def added(feeds: int) -> tuple[Unsaid, ...]:
    """How many of a list were added."""
    return note(
        ngettext(
            "Added: {count} feed. /sources lists them.", "Added: {count} feeds. /sources lists them.", feeds
        )
    )
