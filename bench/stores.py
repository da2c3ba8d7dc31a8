"""Copies of the large store for a benchmark to write to: on SQLite a file, on PostgreSQL a database."""

import os
import shutil
import tempfile
import uuid
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import psycopg

from bot.store import Store
from bot.store.upkeep.copying import copy_database

SERVER: Final = os.environ.get("TEST_POSTGRESQL_URL", "postgresql://postgres@127.0.0.1:5432/postgres")


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
                await copy_database(f"sqlite+aiosqlite:///{library}", url)
                with psycopg.connect(own, autocommit=True) as database:
                    database.execute("VACUUM ANALYZE")  # as the server does by itself after a while
            yield url
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())
