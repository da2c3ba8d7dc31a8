"""What editors changed in the next edition: which stories stand first, which are out, what was added.

A layout is every chat's next edition's, once: it is that of the first edition which a chat gets after it was
begun, until a day after the first chat had it. So all zones have the morning that was laid out, and a chat
with an edition a week is not told of it on Sunday. Whoever changes something after that begins a new layout.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

LASTS = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Articles stand for the stories that hold them. `number` 0: nothing was ever changed."""

    number: int = 0
    first: tuple[int, ...] = ()  # in this order, before all others
    out: tuple[int, ...] = ()
    added: tuple[int, ...] = ()  # though they are no news
    line: str | None = None  # of the editors' own, on top
    dropped: bool = False  # the edition is not sent; what it would have held comes with the one after
    went_at: datetime | None = None  # when the first chat had it

    def counts(self, *, had: int, now: datetime) -> bool:
        """Whether the next edition of a chat whose last was that of layout `had` is laid out by this."""
        over = self.went_at is not None and now >= self.went_at + LASTS
        return self.number > had and not over

    @property
    def to_change(self) -> "Layout":
        """That of the edition which is still to go: this one, until a chat had it."""
        if self.number and self.went_at is None:
            return self
        return Layout(number=self.number + 1)


def place(articles: Iterable[int], layout: Layout) -> int | None:
    """Where the story of these articles stands among others, the least first; None: it is taken out."""
    ids = tuple(articles)
    if any(id_ in layout.out for id_ in ids):
        return None
    return min((layout.first.index(id_) for id_ in ids if id_ in layout.first), default=len(layout.first))


def moved_up(layout: Layout, listed: tuple[int, ...], article_id: int) -> Layout:
    """The story stands one place higher in the list, whose stories are named by their leads in order."""
    if article_id not in listed[1:]:
        return layout
    at = listed.index(article_id)
    first = (*listed[: at - 1], article_id, listed[at - 1])
    return replace(layout, first=(*first, *(id_ for id_ in layout.first if id_ not in first)))


def taken_out(layout: Layout, article_id: int) -> Layout:
    """The story is not in the edition."""
    return replace(layout, out=(*without(layout.out, article_id), article_id))


def put_back(layout: Layout, article_id: int) -> Layout:
    """What was taken out is where it would stand."""
    return replace(layout, out=without(layout.out, article_id))


def put_in(layout: Layout, article_id: int) -> Layout:
    """The story is in the edition, on top of it."""
    return replace(
        layout,
        out=without(layout.out, article_id),
        added=(*without(layout.added, article_id), article_id),
        first=(article_id, *without(layout.first, article_id)),
    )


def without_added(layout: Layout) -> Layout:
    """What was added is not in the edition, if it is no news."""
    first = tuple(id_ for id_ in layout.first if id_ not in layout.added)
    return replace(layout, added=(), first=first) if layout.added else layout


def with_line(layout: Layout, line: str | None) -> Layout:
    """The editors' own words stand on top, or none."""
    return replace(layout, line=line)


def without(ids: tuple[int, ...], article_id: int) -> tuple[int, ...]:
    """All but that one."""
    return tuple(id_ for id_ in ids if id_ != article_id)
