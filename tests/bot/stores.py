"""The fixture `store`: an empty store, once on SQLite and once on PostgreSQL.

PostgreSQL's tests are left out, loudly, where no server answers at 127.0.0.1:5432 or TEST_POSTGRESQL_URL.
"""

import asyncio
import os
import shutil
import uuid
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest
import pytest_asyncio
from sqlalchemy import make_url

from bot.store import Store
from bot.store.database.opening import is_sqlite
from bot.store.database.tables import metadata
from tests.waiting import until

SERVER = os.environ.get("TEST_POSTGRESQL_URL", "postgresql://postgres@127.0.0.1:5432/postgres")

# TRUNCATE makes every table's files anew: of a few rows each that takes twenty times as long.
EMPTY = "".join(f"DELETE FROM {table.name}; " for table in reversed(metadata.sorted_tables)) + (
    "SELECT setval(oid, 1, false) FROM pg_class WHERE relkind = 'S'"
)


@pytest.fixture(scope="session")
def postgresql_url() -> Iterator[str]:
    """A database of this session's own without tables; who makes some leaves them to be dropped."""
    with _a_database() as url:
        yield url


@contextmanager
def _a_database() -> Iterator[str]:
    name = f"briefings_test_{uuid.uuid4().hex[:12]}"
    try:
        server = psycopg.connect(SERVER, autocommit=True, connect_timeout=60)
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL at 127.0.0.1:5432; start one or name it in TEST_POSTGRESQL_URL")
    with server:
        server.execute(f"CREATE DATABASE {name} ENCODING 'UTF8' TEMPLATE template0")
        server.execute(f"ALTER DATABASE {name} SET synchronous_commit = off")  # no test outlives the server
        yield SERVER.rpartition("/")[0].replace("postgresql:", "postgresql+psycopg:") + f"/{name}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def of_a_reader(url: str) -> Iterator[str]:
    """The database, without tables, as a user reaches it who may make none."""
    with _connected(url) as server:
        server.execute("DROP SCHEMA public CASCADE")
        server.execute("CREATE SCHEMA public")
        server.execute("GRANT USAGE ON SCHEMA public TO PUBLIC")
        name = f"reader_{uuid.uuid4().hex[:12]}"
        server.execute(f"CREATE ROLE {name} LOGIN PASSWORD 'secret'")
        try:
            at = make_url(url).set(username=name, password="secret")
            yield at.render_as_string(hide_password=False)
        finally:
            server.execute(f"DROP ROLE {name}")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without tables."""
    if request.param == "sqlite":
        return f"sqlite+aiosqlite:///{tmp_path}/briefings.db"
    url: str = request.getfixturevalue("bare_postgresql")
    return url


@pytest.fixture
def bare_postgresql(postgresql_url: str) -> str:
    """The URL of a database in PostgreSQL without tables."""
    with _connected(postgresql_url) as connection:
        connection.execute("DROP SCHEMA public CASCADE")
        connection.execute("CREATE SCHEMA public")
    return postgresql_url


@pytest_asyncio.fixture
async def store(empty_url: str) -> AsyncIterator[Store]:
    """An open, empty store."""
    opened = await Store.open(empty_url)
    yield opened
    await opened.close()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        help="runs only the tests that need but one database, on this one (all tests run them on sqlite)",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Where a database is named, the other tests would say the same again."""
    if config.getoption("--database") is None:
        return
    parts: dict[bool, list[pytest.Item]] = {True: [], False: []}
    for item in items:
        parts["one_empty_url" in getattr(item, "fixturenames", ())].append(item)
    config.hook.pytest_deselected(items=parts[False])
    items[:] = parts[True]


async def die(process: Store) -> None:
    """Closes the store, and waits until its server knows, which is a moment later."""
    url, name = process.database.url, process.database.process
    await process.close()
    if not is_sqlite(url):
        await until(lambda: not _has_sessions(url.render_as_string(hide_password=False), name))


def _has_sessions(url: str, name: str) -> bool:
    with _connected(url) as server:
        query = "SELECT 1 FROM pg_stat_activity WHERE application_name = %s"
        return server.execute(query, (name,)).fetchone() is not None


@pytest_asyncio.fixture
async def sqlite_store(empty_sqlite: str) -> AsyncIterator[Store]:
    """An open, empty store on SQLite, for what SQLite alone has."""
    opened = await Store.open(empty_sqlite)
    yield opened
    await opened.close()


@pytest_asyncio.fixture
async def one_store(one_empty_url: str) -> AsyncIterator[Store]:
    """An open, empty store on one database, SQLite unless told: for what does not depend on it."""
    opened = await Store.open(one_empty_url)
    yield opened
    await opened.close()


@pytest.fixture
def one_empty_url(request: pytest.FixtureRequest) -> str:
    """The URL of the database that `--database` names, SQLite unless told, with all tables and no rows."""
    url: str = request.getfixturevalue(f"empty_{request.config.getoption('--database') or 'sqlite'}")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest) -> str:
    """The URL of a database with all tables and no rows."""
    url: str = request.getfixturevalue(f"empty_{request.param}")
    return url


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all tables, made once: copying it is faster than migrating."""
    path = tmp_path_factory.mktemp("template") / "briefings.db"
    asyncio.run(_migrate(f"sqlite+aiosqlite:///{path}"))
    return path


@pytest.fixture
def empty_sqlite(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a file with all tables and no rows."""
    path = shutil.copy(sqlite_template, tmp_path / "briefings.db")
    return f"sqlite+aiosqlite:///{path}"


@pytest.fixture(scope="session")
def migrated_postgresql() -> Iterator[str]:
    """A database of this session's own with all tables."""
    with _a_database() as url:
        asyncio.run(_migrate(url))
        yield url


@pytest.fixture
def empty_postgresql(migrated_postgresql: str) -> str:
    """The URL of a database with all tables and no rows."""
    with _connected(migrated_postgresql) as connection:
        connection.execute(EMPTY)
    return migrated_postgresql


def _connected(url: str) -> psycopg.Connection:
    return psycopg.connect(url.replace("+psycopg", ""), autocommit=True)


async def _migrate(url: str) -> None:
    await (await Store.open(url)).close()
