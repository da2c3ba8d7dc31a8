"""What a feed lists, against what the store knows: which entries are new, and whose text is taken anew."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final, NamedTuple

from bot.domain.addresses import names_page, same_site
from bot.domain.sources import EntryState
from bot.newsroom.sources.entry_dates import Dated, date_of
from bot.newsroom.sources.entry_marks import Mark, each_once
from bot.newsroom.sources.entry_pages import date_words, is_whole, page_of
from bot.newsroom.sources.values import Entry, Feed
from bot.store.database.rows import digest_of
from bot.store.sources.listing import KnownEntry, Relisted, Seen
from bot.store.sources.visits import VisitState

_HISTORY: Final = 10  # entries of a new source that are filed; the others are known, and no more
_REVISED_FOR: Final = timedelta(days=7)  # after it was first seen; later it is templates that change
_LONGEST_SUMMARY: Final = 4_000  # characters, by which a page is told from a wall
_BEFORE: Final = "was there before its source was added"


class Listed(NamedTuple):
    """An entry of a feed, what the store would know it by, and its date."""

    entry: Entry
    marks: Mapping[str, str]  # by kind
    dated: Dated


class Recognised(NamedTuple):
    """What a feed lists, told apart."""

    new: tuple[Seen, ...]
    again: tuple[Relisted, ...]


def distinct_entries(feed: Feed, *, source_id: int, now: datetime) -> tuple[Listed, ...]:
    """The entries of a feed, each once. An id is the feed's own, a link and words are everybody's."""
    return tuple(
        Listed(entry, {mark.kind: _digest(mark, source_id) for mark in marks}, date_of(entry, now=now))
        for entry, marks in each_once(feed.entries)
    )


def is_another(feed: Feed, known: Collection[KnownEntry], *, title: str, site: str | None) -> bool:
    """Whether this is not the feed that was read at the address before: a name that was sold, as a rule.

    Title and site have both changed, and nothing that it lists is known. One of them, or all entries, change
    in feeds that are what they were.
    """
    if known or site is None or feed.title == title:
        return False
    return feed.link is None or not same_site(site, feed.link)


def recognise_entries(
    entries: Sequence[Listed], known: Iterable[KnownEntry], *, source: VisitState, outlet: str, now: datetime
) -> Recognised:
    """Tells new entries from known ones."""
    by_mark = {mark: entry for entry in known for mark in entry.marks}
    new, again = [], {}
    for one in entries:
        before = _known_as(one, by_mark)
        if before is None:  # what it shares with another tells neither
            own = {kind: mark for kind, mark in one.marks.items() if mark not in by_mark}
            new.append(_seen(one._replace(marks=own), source, outlet))
        elif before.id not in again:
            # Words that this feed gives to another's entry are not what that is known by.
            marks = {kind: mark for kind, mark in one.marks.items() if kind != "body"}
            seen = _seen(one._replace(marks=marks), source, outlet)
            renewed = _is_renewed(before, seen, source, now)
            again[before.id] = Relisted(entry_id=before.id, seen=seen, renewed=renewed)
    return Recognised(tuple(new), tuple(again.values()))


def as_history(new: Sequence[Seen]) -> tuple[Seen, ...]:
    """What is new with its source: the newest are filed as what everybody has seen, the others are not."""
    newest = sorted(new, key=lambda seen: seen.published_at, reverse=True)
    filed = [replace(seen, history=True) for seen in newest[:_HISTORY]]
    left = [
        replace(seen, history=True, state=EntryState.HEADLINE, fact=_BEFORE, original=None)
        for seen in newest[_HISTORY:]
    ]
    return (*filed, *left)


def _digest(mark: Mark, source_id: int) -> str:
    whose = f"{source_id}\n" if mark.kind in ("id", "words") else ""
    return digest_of(f"{mark.kind}\n{whose}{mark.value}")


def _known_as(one: Listed, by_mark: Mapping[str, KnownEntry]) -> KnownEntry | None:
    """A page is one entry. An id may be anything: it is believed where something else of the entry stayed."""
    found = {kind: entry for kind, mark in one.marks.items() if (entry := by_mark.get(mark)) is not None}
    if "link" in found:
        return found["link"]
    if "id" in found and _agrees(one, found["id"]):
        return found["id"]
    same = found.get("body") or found.get("words")
    return same if same is not None and not (same.link and one.entry.link) else None


def _agrees(one: Listed, before: KnownEntry) -> bool:
    told = _published(one.dated)
    return one.entry.title == before.title or told is None or before.published in (None, told)


def _is_renewed(before: KnownEntry, seen: Seen, source: VisitState, now: datetime) -> bool:
    """Whether what the feed says of a known entry is a reason to take its text anew.

    What changes at each visit is taken ever more rarely.
    """
    if seen.state is EntryState.HEADLINE or before.state is EntryState.AGED or _is_past(before):
        return False
    if before.said is None and before.source_id != source.id:
        return _takes_over(before, seen, source)
    if before.source_id != source.id or before.said == seen.said or now - before.first_seen > _REVISED_FOR:
        return False
    if seen.state is EntryState.READY and not _may_tell(before, seen, source):
        return False
    return before.fetched_at is None or now - before.fetched_at >= before.fetched_at - before.first_seen


def _may_tell(before: KnownEntry, seen: Seen, source: VisitState) -> bool:
    """Whether the feed's words may stand for the entry: not for what was read on a page of another site."""
    of_page = before.article_id is not None and not before.of_feed
    return not of_page or seen.link is None or same_site(source.address, seen.link)


def _takes_over(before: KnownEntry, seen: Seen, source: VisitState) -> bool:
    """Whether the text of an entry that is listed here for the first time is this source's to give.

    Any feed may name any page. The whole text is more than a headline, and a site's own feed knows better
    what stands there than the words of another's.
    """
    if seen.link is None or not same_site(source.address, seen.link):
        return before.source_id is None and before.article_id is None and seen.state is EntryState.READY
    if before.article_id is None and not before.of_feed:
        return seen.state is EntryState.READY
    theirs = before.source is not None and before.link is not None and same_site(before.source, before.link)
    return before.of_feed and not theirs


def _is_past(before: KnownEntry) -> bool:
    return before.history and before.state is EntryState.HEADLINE


def _seen(one: Listed, source: VisitState, outlet: str) -> Seen:
    """The entry as it is kept. Who points at a page of another site is neither its outlet nor its author."""
    entry = one.entry
    state, fact, original = EntryState.WANTED, None, None
    if is_whole(entry):
        state, original = EntryState.READY, page_of(entry, outlet=outlet, dated=one.dated)
    elif entry.link is None or not names_page(entry.link):
        state, fact = EntryState.HEADLINE, "is a summary without a page of its own"
    updated = entry.updated.words if entry.updated else ""
    is_theirs = state is EntryState.WANTED and entry.link and not same_site(source.address, entry.link)
    return Seen(
        marks=tuple(one.marks.values()),
        said=digest_of("\n".join((entry.title, updated, entry.words))),
        title=entry.title,
        link=entry.link,
        outlet=None if is_theirs else outlet or None,
        author=None if is_theirs else entry.author,
        summary=entry.summary[:_LONGEST_SUMMARY],
        length=len(entry.words),
        published=_published(one.dated),
        published_at=one.dated.moment,
        state=state,
        fact=fact,
        original=original.encode("utf-8", "replace") if original else None,
    )


def _published(dated: Dated) -> str | None:
    return None if dated.basis == "first seen" else date_words(dated)
