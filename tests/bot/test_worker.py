"""Articles are read in processes of their own: killed, missing their model, or closed, the bot goes on."""

import asyncio
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.newsroom.article_readers import ArticleReaders
from summaries.errors import ModelMissingError, UnreadableFileError
from summaries.reader import DEFAULT_PIPELINE, is_installed
from tests.waiting import PATIENCE

SEED = Path("seeds/000_490beb8ad4f510ee.txt")
LONG = "Three rebel spokesmen said the first group of wounded people were to be escorted out of the city. "


@pytest.fixture
def readers() -> Iterator[ArticleReaders]:
    made = ArticleReaders(workers=1, pipeline=DEFAULT_PIPELINE)
    yield made
    made.close()
    while workers():
        time.sleep(0.02)


def workers() -> list[int]:
    return [child.pid for child in multiprocessing.active_children() if child.pid]


async def kill_next(*dead: int) -> list[int]:
    """Kills the workers there are, once there is one besides the dead; all that are dead by now."""
    while not (alive := [pid for pid in workers() if pid not in dead]):
        await asyncio.sleep(0.02)
    for pid in alive:
        os.kill(pid, signal.SIGKILL)
    return [*dead, *alive]


async def test_article_is_read_in_another_process(readers: ArticleReaders) -> None:
    analysis = await readers.read_file(SEED, "seed.txt")
    assert analysis.article.path == "seed.txt"
    assert analysis.summary
    content = SEED.read_bytes()  # noqa: ASYNC240 (a few thousand)
    assert await readers.read_text("seed.txt", content) == analysis


@pytest.mark.skipif(not Path("/proc/self/oom_score_adj").exists(), reason="Linux alone tells")
async def test_where_memory_runs_out_a_worker_goes_first(readers: ArticleReaders) -> None:
    await readers.read_file(SEED, "seed.txt")
    (worker,) = workers()
    assert Path(f"/proc/{worker}/oom_score_adj").read_text() == "1000\n"  # noqa: ASYNC240


async def test_article_survives_its_worker(readers: ArticleReaders) -> None:
    reading = asyncio.create_task(readers.read_file(SEED, "seed.txt"))
    await kill_next()
    assert (await reading).summary


async def test_article_that_ends_two_workers_is_named(readers: ArticleReaders) -> None:
    reading = asyncio.create_task(readers.read_file(SEED, "seed.txt"))
    await kill_next(*await kill_next())
    with pytest.raises(UnreadableFileError, match=r"^seed.txt: twice ended the process that read it$"):
        await reading


@pytest.mark.parametrize(
    ("folder", "at_once", "once_tried"),
    [
        pytest.param(
            False, "SPACY_MODEL: '{}' is not installed", "SPACY_MODEL: '{}' is not installed", id="nothing"
        ),
        pytest.param(True, None, "language model '{}' cannot be loaded: ", id="a folder that is none"),
    ],
)
async def test_missing_language_model_is_one_line(
    tmp_path: Path, folder: bool, at_once: str | None, once_tried: str
) -> None:
    name = tmp_path / "no_such_pipeline"
    if folder:
        name.mkdir()
    readers = ArticleReaders(workers=1, pipeline=str(name))
    assert readers.model_fault == (at_once and at_once.format(name))
    with pytest.raises(ModelMissingError) as missing:
        await readers.read_file(SEED, "seed.txt")
    assert str(missing.value).startswith(once_tried.format(name))
    assert readers.model_fault == str(missing.value)
    readers.close()
    while workers():
        await asyncio.sleep(0.02)


def test_name_that_no_model_can_have_is_not_installed() -> None:
    assert [is_installed(name) for name in ("x" * 5000, "...", "no.such.thing", DEFAULT_PIPELINE)] == [
        False,
        False,
        False,
        True,
    ]


async def test_unreadable_document_is_one_line(readers: ArticleReaders) -> None:
    with pytest.raises(UnreadableFileError, match=r"^sent.txt: empty$"):
        await readers.read_text("sent.txt", b"")


async def test_closing_ends_workers_with_work_in_hand(readers: ArticleReaders, tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Headline\n\n" + "\n\n".join([LONG * 5] * 400))
    reading = asyncio.create_task(readers.read_file(path, "long.txt"))
    while not workers():
        await asyncio.sleep(0.02)
    readers.close()
    with pytest.raises(asyncio.CancelledError):
        await reading
    while workers():
        await asyncio.sleep(0.02)


def test_workers_end_with_the_bot(tmp_path: Path) -> None:
    program = tmp_path / "reads.py"
    program.write_text(
        "import asyncio, multiprocessing, os\n"
        "from pathlib import Path\n"
        "from bot.newsroom.article_readers import ArticleReaders\n"
        "async def read():\n"
        f"    readers = ArticleReaders(workers=1, pipeline={DEFAULT_PIPELINE!r})\n"
        f"    await readers.read_file(Path({str(SEED)!r}), 'seed.txt')\n"
        "    print(*[child.pid for child in multiprocessing.active_children()], flush=True)\n"
        "    os.kill(os.getpid(), 9)\n"
        "if __name__ == '__main__':\n"
        "    asyncio.run(read())\n"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    done = subprocess.run(
        [sys.executable, str(program)], stdout=subprocess.PIPE, env=environment, check=False, timeout=240
    )
    assert done.returncode == -signal.SIGKILL
    (pid,) = map(int, done.stdout.split())
    deadline = time.monotonic() + PATIENCE
    while _is_running(pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _is_running(pid)


def _is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def test_bot_never_imports_what_reads() -> None:
    heavy = ("spacy", "sumy", "trafilatura", "numpy", "py3langid")
    program = f"import sys, bot.newsroom.folder_watch, bot.store; print([*filter(sys.modules.get, {heavy})])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, check=True, text=True, timeout=240
    )
    assert (done.stdout, done.stderr) == ("[]\n", "")
