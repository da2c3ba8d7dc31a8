"""Which entries are new. An entry is known by its id, its link or its words, whichever of them is there."""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Final, Literal, NamedTuple

from bot.domain.addresses import names_page, same_link
from bot.newsroom.sources.values import Entry
from summaries.articles import content_id
from summaries.models import Span

_SHORTEST_BODY: Final = 200  # characters: less may be the same under many headlines ("Read more")


class Mark(NamedTuple):
    """Something that an entry is known by."""

    kind: Literal["id", "link", "body", "words"]  # the last where there is no other
    value: str


def new_entries(entries: Sequence[Entry], *, known: Collection[Mark]) -> tuple[Entry, ...]:
    """Those that neither are known nor stand further up in the feed."""
    seen = set(known)
    return tuple(entry for entry, marks in each_once(entries) if marks.isdisjoint(seen))


def each_once(entries: Sequence[Entry]) -> tuple[tuple[Entry, frozenset[Mark]], ...]:
    """The entries with their marks, without those that stand further up in the feed."""
    seen: set[Mark] = set()
    found = []
    for entry, marks in zip(entries, _marks(entries), strict=True):
        if marks.isdisjoint(seen):
            found.append((entry, marks))
        seen |= marks
    return tuple(found)


def _marks(entries: Sequence[Entry]) -> Iterable[frozenset[Mark]]:
    """The marks of each; an id or a link that entries of different headlines share tells none of them."""
    told = [list(_told(entry)) for entry in entries]
    headlines = {(mark, entry.title) for entry, marks in zip(entries, told, strict=True) for mark in marks}
    shared = Counter(mark for mark, _ in headlines)
    for marks, entry in zip(told, entries, strict=True):
        own = frozenset(mark for mark in marks if mark.kind == "body" or shared[mark] == 1)
        yield own or frozenset([Mark("words", f"{entry.title}\n{entry.words}")])


def _told(entry: Entry) -> Iterable[Mark]:
    if entry.id:
        yield Mark("id", entry.id)
    if entry.link and names_page(entry.link):
        yield Mark("link", same_link(entry.link))
    if len(entry.words) >= _SHORTEST_BODY:
        yield Mark("body", content_id(entry.words, [Span(0, len(entry.words))]))
