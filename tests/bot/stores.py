"""The fixture `store`: an empty store, once on SQLite and once on PostgreSQL. Import it into a test module.

PostgreSQL's tests are left out, loudly, where no server answers at 127.0.0.1:5432 or TEST_POSTGRESQL_URL.
"""

import os
import uuid
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import psycopg
import pytest
import pytest_asyncio

from bot.store import Store

SERVER = os.environ.get("TEST_POSTGRESQL_URL", "postgresql://postgres@127.0.0.1:5432/postgres")


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A database of this session's own, dropped at its end."""
    name = f"briefings_test_{uuid.uuid4().hex[:12]}"
    try:
        server = psycopg.connect(SERVER, autocommit=True, connect_timeout=3)
    except psycopg.OperationalError:
        pytest.skip("LEFT OUT: no PostgreSQL at 127.0.0.1:5432; start one or name it in TEST_POSTGRESQL_URL")
    with server:
        server.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")
        yield SERVER.rpartition("/")[0].replace("postgresql:", "postgresql+psycopg:") + f"/{name}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/briefings.db"
    url: str = request.getfixturevalue("postgresql_url")
    with psycopg.connect(url.replace("+psycopg", ""), autocommit=True) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return url


@pytest_asyncio.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    """An open, empty store."""
    opened = await Store.open(database_url)
    yield opened
    await opened.close()


@pytest_asyncio.fixture
async def sqlite_store(tmp_path: Path) -> AsyncIterator[Store]:
    """An open, empty store on SQLite alone, for what does not depend on the database."""
    opened = await Store.open(f"sqlite+aiosqlite:///{tmp_path}/briefings.db")
    yield opened
    await opened.close()
