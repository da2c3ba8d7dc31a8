"""Sections and outlets: which there are, which readers may choose, and what editors set."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, func, or_, select, update

from bot.domain.sections import MOST_SECTIONS, Outlet, Section, key_of, named
from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, reading, writing
from bot.store.database.public_articles import IS_PUBLIC
from bot.store.database.tables import articles, outlets, sections, sources


class Sections(Repository):
    @reading
    def readable(self, connection: Connection, *, now: datetime) -> tuple[Section, ...]:
        """Those that readers may choose, by name: of articles that they may have, or set by an editor."""
        return _sections(connection.execute(_READABLE, {"now": now}).all())

    @reading
    def every(self, connection: Connection) -> tuple[Section, ...]:
        """The first there are, by name, for editors."""
        return _sections(connection.execute(_EVERY).all())

    @reading
    def find(self, connection: Connection, section_id: int) -> Section | None:
        """The section of this number."""
        row = connection.execute(_ALL.where(sections.c.id == section_id)).one_or_none()
        return Section(id=row.id, name=row.name) if row else None

    @reading
    def outlets(self, connection: Connection, limit: int, offset: int) -> tuple[tuple[Outlet, ...], int]:
        """A page of the publishers whose articles came, by name, and how many there are."""
        page = select(outlets).order_by(outlets.c.name).limit(limit).offset(offset)
        found = tuple(Outlet(**row._mapping) for row in connection.execute(page))
        return found, connection.execute(select(func.count()).select_from(outlets)).scalar_one()

    @reading
    def outlet(self, connection: Connection, outlet_id: int) -> Outlet | None:
        """The publisher of this number."""
        row = connection.execute(select(outlets).where(outlets.c.id == outlet_id)).one_or_none()
        return Outlet(**row._mapping) if row else None

    @writing
    def set_of_source(self, connection: Connection, source_id: int, name: str | None) -> bool:
        """Articles of the source stand in the section of that name; None: in none. Whether it is there."""
        change = (
            update(sources).where(sources.c.id == source_id).values(section=note_section(connection, name))
        )
        return connection.execute(change).rowcount == 1

    @writing
    def set_of_outlet(self, connection: Connection, outlet_id: int, name: str | None) -> bool:
        """The same of a publisher's, where no source says otherwise."""
        change = (
            update(outlets).where(outlets.c.id == outlet_id).values(section=note_section(connection, name))
        )
        return connection.execute(change).rowcount == 1


def note_section(connection: Connection, name: str | None) -> str | None:
    """The key of a section by its name, which is known from now on; None where the name is empty."""
    key = key_of(name or "")
    if not key:
        return None
    row = {"key": key, "name": named(name or "")}
    connection.execute(insert_or_ignore(connection, sections).values(row))
    return key


def note_outlet(connection: Connection, name: str | None) -> None:
    """A publisher's article came."""
    if name:
        connection.execute(insert_or_ignore(connection, outlets).values(name=name))


def _sections(rows: Sequence[object]) -> tuple[Section, ...]:
    return tuple(Section(id=row.id, name=row.name) for row in rows)  # type: ignore[attr-defined]


# ------------------------------------------------------------------ statements, put together once


def _is_borne() -> ColumnElement[bool]:
    return or_(
        select(articles.c.id).where(articles.c.section == sections.c.key, IS_PUBLIC).exists(),
        select(sources.c.id).where(sources.c.section == sections.c.key).exists(),
        select(outlets.c.id).where(outlets.c.section == sections.c.key).exists(),
    )


_ALL = select(sections.c.id, sections.c.name)
_EVERY = _ALL.order_by(sections.c.key).limit(MOST_SECTIONS)
_READABLE = _EVERY.where(_is_borne())
