"""Which process reads which file, where several share a database: the lock of a row in PostgreSQL.

A lock ends with its connection, so what a dead process had in hand is free at once.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import Connection, delete, select

from bot.store.database.dialect import insert_or_ignore
from bot.store.database.engine import Repository, writing
from bot.store.database.tables import claims


class Claims(Repository):
    @asynccontextmanager
    async def claim(self, path: str) -> AsyncIterator[bool]:
        """Whether the file is the caller's alone until the end; always on SQLite, where one process reads."""
        if self._database.is_sqlite:
            yield True
            return
        here = claims.c.path == path
        await self._note(path)
        async with self._database.hold() as session:
            free = select(claims.c.path).where(here).with_for_update(skip_locked=True)
            mine = await session.do(lambda connection: connection.scalar(free)) is not None
            yield mine
            if mine:
                await session.do(lambda connection: connection.execute(delete(claims).where(here)))

    @writing
    def _note(self, connection: Connection, path: str) -> None:
        """Puts a row there that can be locked."""
        connection.execute(insert_or_ignore(connection, claims).values(path=path))
