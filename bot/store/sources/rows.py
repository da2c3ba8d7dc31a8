"""Rows of sources and entries into values."""

import zlib
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.sql import Select

from bot.domain.sources import EntryState, ListedEntry, Source, SourceState, Trouble
from bot.store.database.tables import entries, sources

_OF_VISITS = ("site", "moved_since", "etag", "last_modified", "read_at", "body", "least_pause")
# Any: a row of some of a table's columns, named as the value's fields are.
SOURCES: Select[Any] = select(*(column for column in sources.columns if column.name not in _OF_VISITS))
ENTRIES: Select[Any] = select(
    entries.c.title,
    entries.c.link,
    entries.c.state,
    entries.c.fact,
    entries.c.first_seen,
    entries.c.published_at,
    entries.c.article_id,
)


def source_of(row: Row[Any]) -> Source:
    """The source of a row of SOURCES."""
    told = row._asdict()
    state = SourceState(told.pop("state"))
    trouble = told.pop("trouble")
    return Source(**told, state=state, trouble=Trouble(trouble) if trouble else None)


def listed_entry(row: Row[Any]) -> ListedEntry:
    """The entry of a row of ENTRIES."""
    told = row._asdict()
    return ListedEntry(**told | {"state": EntryState(told["state"])})


def packed(page: bytes) -> bytes:
    """A page as it is kept: a fifth of its size."""
    return zlib.compress(page)


def unpacked(kept: bytes) -> bytes:
    """The page as it came."""
    return zlib.decompress(kept)
