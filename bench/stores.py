"""Copies of the large store for a benchmark to write to: on SQLite a file, on PostgreSQL a database."""

import os
import shutil
import sqlite3
import tempfile
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg
from psycopg import sql
from sqlalchemy import Boolean

from bot.store import Store
from bot.store.database.tables import metadata

SERVER: Final = os.environ.get("TEST_POSTGRESQL_URL", "postgresql://postgres@127.0.0.1:5432/postgres")
_AT_ONCE: Final = 2000  # rows fetched at a time


@dataclass(frozen=True, slots=True)
class Place:
    """Where a benchmark works."""

    folder: Path
    database_url: str
    database: str  # its name in the table


def databases() -> tuple[str, ...]:
    """Those that can be measured here."""
    try:
        psycopg.connect(SERVER, connect_timeout=3).close()
    except psycopg.OperationalError:
        print("LEFT OUT: no PostgreSQL at 127.0.0.1:5432; start one or name it in TEST_POSTGRESQL_URL")
        return ("SQLite",)
    return ("SQLite", "PostgreSQL")


@asynccontextmanager
async def place(database: str, library: Path | None = None) -> AsyncIterator[Place]:
    """A folder and a database of its own with the library's rows, or with no rows; gone afterwards."""
    with tempfile.TemporaryDirectory(prefix="briefings-bench-") as name:
        folder = Path(name)
        if database == "SQLite":
            if library is not None:
                shutil.copy(library, folder / "briefings.db")
            yield Place(folder, f"sqlite+aiosqlite:///{folder}/briefings.db", database)
        else:
            async with _postgresql(library) as url:
                yield Place(folder, url, database)


@asynccontextmanager
async def _postgresql(library: Path | None) -> AsyncIterator[str]:
    name = f"briefings_bench_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(SERVER, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0".encode())
        try:
            own = f"{SERVER.rpartition('/')[0]}/{name}"
            url = own.replace("postgresql:", "postgresql+psycopg:")
            await (await Store.open(url)).close()
            if library is not None:
                _copy(library, own)
            yield url
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _copy(library: Path, url: str) -> None:
    """Every row, as it stands; then what PostgreSQL does by itself after a while."""
    with closing(sqlite3.connect(library)) as origin, psycopg.connect(url) as target:
        for table in metadata.sorted_tables:
            columns = [column.name for column in table.columns]
            flags = [index for index, column in enumerate(table.columns) if isinstance(column.type, Boolean)]
            rows = origin.execute(f"SELECT {', '.join(columns)} FROM {table.name}")
            statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
                sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, columns))
            )
            with target.cursor().copy(statement) as copy:
                while batch := rows.fetchmany(_AT_ONCE):
                    for row in batch:
                        copy.write_row(
                            [bool(v) if i in flags and v is not None else v for i, v in enumerate(row)]
                        )
            if "id" in columns and (newest := _newest(origin, table.name)):
                target.execute("SELECT setval(pg_get_serial_sequence(%s, 'id'), %s)", (table.name, newest))
    with psycopg.connect(url, autocommit=True) as target:
        target.execute("VACUUM ANALYZE")


def _newest(origin: sqlite3.Connection, table: str) -> int | None:
    (newest,) = origin.execute(f"SELECT max(id) FROM {table}").fetchone()
    return int(newest) if newest is not None else None
