"""SQLite's files locked, removed, cut short, made immutable under a running program: it says so and lives."""

import asyncio
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from tests.telegram import Served
from tests.whole.process import PATIENCE, ask, on_telegram

ROOT = Path(__file__).parents[2]
PROGRAM = textwrap.dedent("""
    import asyncio, sys
    from bot import store as store_module
    from bot.domain.errors import StoreError
    async def main():
        store_module.FAULT_SECONDS = 60
        store = await store_module.Store.open(sys.argv[1])
        assert await store.fault() is None
        print("up", flush=True)
        await asyncio.to_thread(sys.stdin.readline)
        store_module.FAULT_SECONDS = float(sys.argv[2])
        print(await store.fault())
        print(store.database.file_fault())
        try:
            print("readers:", await store.chats.count_subscribers())
        except StoreError as error:
            print(error)
        await store.close()
        print("closed")
    asyncio.run(main())
""")


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Whose files may be made immutable in a test."""
    yield tmp_path
    make_mutable(tmp_path)


def files_in(folder: Path) -> list[Path]:
    return list(folder.glob("briefings.db*"))


def make_mutable(folder: Path) -> None:
    subprocess.run(["chattr", "-R", "-i", folder], check=False, capture_output=True)


def make_immutable(*files: Path) -> None:
    """Or skips the test: only root may, on a file system that knows it."""
    if subprocess.run(["chattr", "+i", *files], check=False, capture_output=True).returncode:
        pytest.skip("only root may make files immutable (chattr +i), where the file system can")


def beside(database: Path, ending: str) -> Path:
    return database.with_name(database.name + ending)


NOT_WRITABLE = "{0}-shm: may not be written; stop the bot, make it writable"
GONE = "{0}: its file was removed or replaced; stop the bot, restore it"


@pytest.mark.parametrize(
    ("deed", "fault", "read"),
    [
        pytest.param(lambda database: database.unlink(), GONE, None, id="deleted"),
        pytest.param(
            lambda database: [one.unlink() for one in files_in(database.parent)],
            GONE,
            None,
            id="deleted with what stands beside it",
        ),
        pytest.param(
            lambda database: os.truncate(database, 0),
            "{0}: is smaller than it was; stop the bot, restore it if that was no VACUUM",
            "{0}: file is not a database",
            id="cut short",
        ),
        pytest.param(
            lambda database: os.truncate(beside(database, "-shm"), 0),
            "{0}-shm: was cut short; stop the bot, remove it",
            "{0}-shm: was cut short; stop the bot, remove it",
            id="index cut short",
        ),
        pytest.param(make_immutable, "{0}: may not be written", None, id="immutable"),
        pytest.param(
            lambda database: make_immutable(beside(database, "-shm")),
            NOT_WRITABLE,
            NOT_WRITABLE,
            id="index immutable",
        ),
        pytest.param(
            lambda database: make_immutable(*files_in(database.parent)),
            NOT_WRITABLE,
            NOT_WRITABLE,
            id="all immutable",
        ),
    ],
)
async def test_file_that_is_taken_away_is_told_and_ends_nothing(
    empty_sqlite: str, folder: Path, deed: Callable[[Path], object], fault: str, read: str | None
) -> None:
    database = folder / "briefings.db"
    program = await a_program(empty_sqlite)
    deed(database)
    told, by_its_looks, readers, *rest = await ended(program)
    assert told == by_its_looks == fault.format(database)
    assert readers == (read or "readers: 0").format(database)
    assert rest == ["closed"]


async def test_locked_file_is_told_and_ends_nothing(empty_sqlite: str, tmp_path: Path) -> None:
    program = await a_program(empty_sqlite, patience=0.3)
    with closing(sqlite3.connect(tmp_path / "briefings.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        lines = await ended(program)
    assert lines == ["no answer within 0 s", "None", "readers: 0", "closed"]


async def test_index_that_is_immutable_at_the_start_is_one_line(empty_sqlite: str, folder: Path) -> None:
    index = folder / "briefings.db-shm"
    index.touch()
    make_immutable(index)
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "check", cwd=ROOT, env=os.environ | {"DATABASE_URL": empty_sqlite},
        stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    said, _ = await process.communicate()
    assert process.returncode == 1
    assert [line for line in said.decode().splitlines() if "may not be written" in line]


async def a_program(url: str, *, patience: float = 60) -> asyncio.subprocess.Process:
    """A process of its own with the database open: one that dies by a signal takes nobody with it."""
    program = await asyncio.create_subprocess_exec(
        sys.executable, "-c", PROGRAM, url, str(patience), cwd=ROOT,
        stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    assert program.stdout is not None
    assert await program.stdout.readline() == b"up\n"
    return program


async def ended(program: asyncio.subprocess.Process) -> list[str]:
    """What it says from then on, when it ended as it should."""
    said, _ = await asyncio.wait_for(program.communicate(b"\n"), PATIENCE)
    assert program.returncode == 0, signal.strsignal(-(program.returncode or 0))
    return said.decode().splitlines()


@pytest.mark.attack
async def test_bot_whose_files_are_made_immutable_says_so_once_and_goes_on_when_they_are_not(
    served_telegram: Served, folder: Path
) -> None:
    telegram = served_telegram.telegram
    (folder / "seeds").mkdir()
    async with (
        on_telegram(folder, served_telegram) as bot,
        httpx.AsyncClient(base_url=bot.url, timeout=PATIENCE) as client,
    ):
        await ask(telegram, "/latest")
        await bot.until_said("articles:|on line as")
        make_immutable(*files_in(folder))
        answer = await client.get("readyz")
        assert (answer.status_code, "may not be written" in answer.json()["database"]) == (503, True)
        await bot.until_said("the database takes nothing: .* may not be written")
        assert "went wrong" in (await ask(telegram, "/latest")).text
        make_mutable(folder)
        await bot.until_said("the database is well again")
        assert "went wrong" not in (await ask(telegram, "/latest")).text
        for file in files_in(folder):
            file.unlink()
        await bot.until_said("the database takes nothing: .* was removed or replaced")
        assert (await client.get("readyz")).status_code == 503
        assert await bot.stop() == 0
    said = [line for line in bot.lines if "the database takes nothing" in line]
    assert len(said) == 2
    assert not [line for line in bot.lines if "Traceback" in line]
