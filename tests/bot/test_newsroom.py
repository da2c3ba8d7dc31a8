"""The newsroom keeps folder and store alike: at the start, while files come and go, through every fault."""

import asyncio
import itertools
import logging
import os
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from watchfiles._rust_notify import WatchfilesRustInternalError

from bot.domain.articles import ArticleState, Filed, OnRemoved
from bot.domain.errors import StoreError
from bot.newsroom import copydesk, folder_watch
from bot.newsroom.folder_made import make_folder
from bot.newsroom.folder_watch import Newsroom
from bot.store import Store
from summaries.errors import ModelMissingError, UnreadableFileError
from summaries.models import Analysis
from tests.bot.library import an_analysis, said
from tests.waiting import PATIENCE, becomes, until

LATER = datetime(2100, 1, 1, tzinfo=UTC)  # so that every file has long been whole


@dataclass
class PlainReader:
    """Reads a file's lines as an article's sentences, in this process."""

    read: list[str] = field(default_factory=list)
    fault: Exception | None = None
    model_fault: str | None = None
    hold: asyncio.Event | None = None
    reading: int = 0
    most: int = 0  # files that were read at a time

    async def read_file(self, path: Path, name: str) -> Analysis:
        self.reading += 1
        self.most = max(self.most, self.reading)
        try:
            return await self._read(path, name)
        finally:
            self.reading -= 1

    async def _read(self, path: Path, name: str) -> Analysis:
        if self.fault is not None:
            raise self.fault
        self.read.append(name)
        text = path.read_text()  # noqa: ASYNC240 (a few bytes)
        if self.hold is not None:
            await self.hold.wait()
        return self._analysis(text, name)

    async def read_text(self, name: str, content: bytes) -> Analysis:
        return self._analysis(content.decode(), name)

    def close(self) -> None:
        """Nothing is open."""

    def _analysis(self, text: str, name: str) -> Analysis:
        if not text:
            raise UnreadableFileError(name, "empty")
        analysis = an_analysis(sentences=text.splitlines(), path=name, quotes=[said("Bashar Assad", "Yes.")])
        if text == "odd":  # an analysis that makes no sense
            return replace(analysis, quotes=(replace(analysis.quotes[0], actor=7),))
        return analysis


@dataclass
class Desk:
    """A newsroom on a folder, and what it told."""

    newsroom: Newsroom
    folder: Path
    store: Store
    reader: PlainReader
    filed: list[Filed] = field(default_factory=list)
    left: list[int] = field(default_factory=list)
    busy: list[bool] = field(default_factory=list)  # at each filing, whether more files were in hand

    def write(self, path: str, text: str = "A siege.") -> Path:
        full = self.folder / path
        full.parent.mkdir(parents=True, exist_ok=True)
        full.write_text(text)
        return full

    async def told(self, *sentences: str) -> None:
        """Waits until the live stories open with these sentences, in any order, and no file is in hand.

        What went is told of a moment after it left its story: who looks for that waits for it by itself.
        """
        await becomes(self._opening, sorted(sentences))
        await until(lambda: not self.newsroom._desk.in_hand)  # what is filed may have to be told of yet

    async def _opening(self) -> list[str]:
        stories = await self.store.stories.newest(50, now=LATER)
        articles = [article for story in stories for article in story.articles]
        return sorted(each.analysis.sentences[0].of(each.text) for each in articles)


def a_desk(
    store: Store,
    folder: Path,
    *,
    reader: PlainReader | None = None,
    review: bool = False,
    removed: OnRemoved = OnRemoved.WITHDRAW,
) -> Desk:
    reader = reader or PlainReader()
    filed: list[Filed] = []
    left: list[int] = []
    busy: list[bool] = []

    async def on_filed(each: Filed) -> None:
        filed.append(each)
        busy.append(newsroom.is_busy)

    async def on_left(article_id: int) -> None:
        left.append(article_id)

    async def on_removed() -> OnRemoved:
        return removed

    newsroom = Newsroom(
        store, folder, workers=2, pipeline="none", review=review, clock=lambda: LATER,
        on_filed=on_filed, on_left=on_left, on_removed=on_removed, readers=reader,
    )  # fmt: skip
    return Desk(newsroom, folder, store, reader, filed, left, busy)


@asynccontextmanager
async def running(desk: Desk) -> AsyncIterator[None]:
    await make_folder(desk.folder, desk.store)
    task = asyncio.create_task(desk.newsroom.run())
    try:
        await asyncio.wait_for(desk.newsroom.caught_up.wait(), PATIENCE)
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


@pytest.fixture
def desk(store: Store, tmp_path: Path) -> Desk:
    return a_desk(store, tmp_path / "seeds")


@pytest.fixture
def lite_desk(one_store: Store, tmp_path: Path) -> Desk:
    return a_desk(one_store, tmp_path / "seeds")


async def test_files_that_are_there_are_filed_at_the_start(desk: Desk) -> None:
    desk.write("a.txt", "One.")
    desk.write("deep/er/b.md", "Two.")
    async with running(desk):
        await desk.told("One.", "Two.")
    assert [each.outcome for each in desk.filed] == ["new", "new"]


async def test_many_files_at_once_are_taken_in_a_few_at_a_time(
    desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    desk.reader.hold = asyncio.Event()
    with caplog.at_level(logging.INFO, "bot.newsroom"):
        async with running(desk):
            for number in range(40):
                desk.write(f"{number}.txt", f"Number {number}.")
            await until(has_read(desk, 4))
            await asyncio.sleep(0.2)
            assert len(desk.reader.read) == 4  # one in hand and one at hand for each of two workers
            desk.reader.hold.set()
            await desk.told(*(f"Number {number}." for number in range(40)))
    assert {f"{number}.txt: new" for number in range(40)} <= set(caplog.messages)


def has_read(desk: Desk, count: int) -> Callable[[], bool]:
    return lambda: len(desk.reader.read) >= count


async def test_known_files_are_not_read_again(desk: Desk) -> None:
    desk.write("a.txt")
    desk.write("empty.txt", "")
    await desk.newsroom.look_over()
    await a_desk(desk.store, desk.folder, reader=desk.reader).newsroom.look_over()
    assert sorted(desk.reader.read) == ["a.txt", "empty.txt"]


async def test_file_that_comes_is_filed(desk: Desk) -> None:
    async with running(desk):
        desk.write("new/a.txt", "One.")
        await desk.told("One.")


async def test_file_that_changes_is_a_revision(desk: Desk) -> None:
    desk.write("a.txt", "One.")
    async with running(desk):
        desk.write("a.txt", "Two, longer.")
        await desk.told("Two, longer.")
    assert [(each.article_id, each.outcome) for each in desk.filed] == [(1, "new"), (1, "revised")]


async def test_file_that_goes_is_withdrawn_and_comes_back(desk: Desk) -> None:
    path = desk.write("a.txt", "One.")
    async with running(desk):
        path.rename(desk.folder / "a.kept")
        await desk.told()
        await becomes(lambda: desk.left, [1])
        (desk.folder / "a.kept").rename(path)
        await desk.told("One.")
    assert desk.reader.read == ["a.txt"]


async def test_file_that_went_while_nobody_watched_is_withdrawn(desk: Desk) -> None:
    path = desk.write("a.txt")
    await desk.newsroom.look_over()
    path.unlink()
    await desk.newsroom.look_over()
    assert desk.left == [1]
    assert (await desk.store.articles.get(1)).state == ArticleState.WITHDRAWN


async def test_file_that_goes_leaves_its_article_and_editors_are_asked(store: Store, tmp_path: Path) -> None:
    desk = a_desk(store, tmp_path / "seeds", removed=OnRemoved.ASK)
    path = desk.write("a.txt", "One.")
    async with running(desk):
        path.unlink()
        await until(lambda: asks(store))
        await desk.told("One.")
        await becomes(lambda: desk.left, [1])
        desk.write("b.txt", "One.")
        await until(lambda: is_answered(store))


async def asks(store: Store) -> bool:
    return (await store.articles.get(1)).asks


async def is_answered(store: Store) -> bool:
    return not await asks(store)


async def test_folder_that_goes_withdraws_its_articles(desk: Desk) -> None:
    path = desk.write("deep/a.txt")
    async with running(desk):
        path.unlink()
        path.parent.rmdir()
        await desk.told()


@pytest.mark.parametrize("name", ["2016.12", "news.txt"])
async def test_folder_with_a_dot_in_its_name_that_goes_withdraws_its_articles(desk: Desk, name: str) -> None:
    desk.write(f"{name}/a.txt")
    async with running(desk):
        (desk.folder / name).rename(desk.folder.parent / name)
        await desk.told()


async def test_file_whose_name_is_no_text_comes_and_goes(lite_desk: Desk) -> None:
    async with running(lite_desk):
        odd = lite_desk.write("b\udcff.txt")
        lite_desk.write("a.txt", "One.")
        await lite_desk.told("One.")
        odd.unlink()
        lite_desk.write("c.txt", "Two.")
        await lite_desk.told("One.", "Two.")


async def test_file_of_a_year_that_no_database_counts_to_is_read_like_any(desk: Desk) -> None:
    os.utime(desk.write("a.txt", "One."), ns=(10**19, 10**19))
    async with running(desk):
        await desk.told("One.")
        await desk.newsroom.look_over()
    assert desk.reader.read == ["a.txt"]  # known again


async def test_closed_folder_keeps_its_articles(
    lite_desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    lite_desk.write("closed/a.txt", "One.")
    await lite_desk.newsroom.look_over()
    stat, scandir = Path.stat, os.scandir

    def closed_stat(path: Path, **how: bool) -> os.stat_result:
        if path.parent.name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, **how)

    def closed_scandir(path: Path) -> object:
        if Path(path).name == "closed":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(Path, "stat", closed_stat)
    monkeypatch.setattr(os, "scandir", closed_scandir)
    for _ in range(2):
        await lite_desk.newsroom.look_over()
    assert lite_desk.left == []
    assert [line for line in caplog.messages if "cannot be listed" in line] == [
        f"{lite_desk.folder}/closed: cannot be listed: Permission denied; what is in it stays"
    ]


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(WatchfilesRustInternalError("lost+found: Permission denied"), id="a folder in it"),
        pytest.param(
            ExceptionGroup("", [WatchfilesRustInternalError("lost+found: Permission denied")]),
            id="a folder in it, where files are polled",
        ),
        pytest.param(OSError(28, "no space left on device"), id="too many folders"),
    ],
)
async def test_folder_that_cannot_be_watched_is_looked_at(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fault: Exception
) -> None:
    async def unwatchable(*_: object, **__: object) -> AsyncIterator[object]:
        raise fault
        yield

    monkeypatch.setattr(folder_watch, "awatch", unwatchable)
    monkeypatch.setattr(folder_watch, "_LOOK_SECONDS", 0.05)
    monkeypatch.setattr(folder_watch, "_LOOKS", 2)
    desk.write("a.txt", "One.")
    async with running(desk):
        path = desk.write("b.txt", "Two.")
        await desk.told("One.", "Two.")
        path.unlink()
        await desk.told("One.")
    assert len([record for record in caplog.records if "cannot be watched" in record.message]) == 1


async def test_renamed_file_is_not_withdrawn(desk: Desk) -> None:
    path = desk.write("a.txt", "One.")
    async with running(desk):
        path.rename(desk.folder / "b.txt")
        await until(lambda: len(desk.filed) >= 2)
        await desk.newsroom.look_over()
        await desk.told("One.")
    assert desk.left == []


async def test_folder_that_is_not_there_is_made_and_told(
    lite_desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    async with running(lite_desk):
        lite_desk.write("a.txt", "One.")
        await lite_desk.told("One.")
    assert caplog.messages[0] == f"SEEDS_DIR: {lite_desk.folder} was not there; it is made, and empty"


async def test_folder_that_is_no_longer_there_is_waited_for(
    lite_desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(folder_watch, "_LOOK_SECONDS", 0.05)
    lite_desk.write("a.txt", "One.")
    await lite_desk.newsroom.look_over()
    lite_desk.folder.rename(unmounted := lite_desk.folder.with_name("unmounted"))
    async with running(lite_desk):
        await lite_desk.told("One.")
        unmounted.rename(lite_desk.folder)
        lite_desk.write("b.txt", "Two.")
        await lite_desk.told("One.", "Two.")
    place = lite_desk.folder
    assert f"SEEDS_DIR: {place} is not there; its articles stay, and it is waited for" in caplog.messages


async def test_missing_language_model_is_told_before_the_first_article(
    lite_desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    lite_desk.reader.model_fault = "SPACY_MODEL: 'x' is not installed"
    async with running(lite_desk):
        assert "articles are not read: SPACY_MODEL: 'x' is not installed" in caplog.messages


async def test_vanished_folder_withdraws_nothing(lite_desk: Desk) -> None:
    lite_desk.write("a.txt")
    await lite_desk.newsroom.look_over()
    lite_desk.folder.rename(lite_desk.folder.with_name("unmounted"))
    await lite_desk.newsroom.look_over()
    assert lite_desk.left == []


@pytest.mark.parametrize(
    "path",
    [
        "a.pdf",
        "a",
        ".a.txt",
        ".git/a.txt",
        "a.txt.tmp",
        "a.txt.part",
        ".a.txt.swp",
        "a.txt~",
        "a.TXT.crdownload",
    ],
)
async def test_what_is_no_article_is_left_alone(lite_desk: Desk, path: str) -> None:
    lite_desk.write(path)
    await lite_desk.newsroom.look_over()
    assert lite_desk.reader.read == []


async def test_link_out_of_the_folder_is_refused(lite_desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    lite_desk.write("inside.txt")
    outside = lite_desk.folder.parent / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("Secret.")
    (lite_desk.folder / "file.txt").symlink_to(outside / "secret.txt")
    (lite_desk.folder / "folder").symlink_to(outside)
    (lite_desk.folder / "dead.txt").symlink_to(outside / "gone.txt")
    await lite_desk.newsroom.look_over()
    assert lite_desk.reader.read == ["inside.txt"]
    assert "file.txt: a symbolic link out of the folder; left out" in caplog.messages


async def test_pipe_is_not_read(lite_desk: Desk) -> None:
    lite_desk.folder.mkdir()
    os.mkfifo(lite_desk.folder / "pipe.txt")
    await lite_desk.newsroom.look_over()
    assert lite_desk.reader.read == []


async def test_unreadable_file_costs_one_line_and_stops_no_other(
    lite_desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    lite_desk.write("bad.txt", "")
    lite_desk.write("good.txt", "One.")
    await lite_desk.newsroom.look_over()
    await lite_desk.newsroom.look_over()
    await lite_desk.told("One.")
    assert [each for each in caplog.messages if "bad.txt" in each] == ["bad.txt: empty"]


async def test_unreadable_file_is_read_when_it_changes(lite_desk: Desk) -> None:
    lite_desk.write("a.txt", "")
    await lite_desk.newsroom.look_over()
    lite_desk.write("a.txt", "One.")
    await lite_desk.newsroom.look_over()
    await lite_desk.told("One.")


async def test_what_goes_wrong_with_one_file_stops_no_other(
    lite_desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    lite_desk.write("nul.txt", "One\x00.")
    lite_desk.write("odd.txt", "odd")
    lite_desk.write("zest.txt", "Last.")
    await lite_desk.newsroom.look_over()
    await lite_desk.told("Last.")
    known = await lite_desk.store.articles.known_files(["nul.txt", "odd.txt"])
    assert [known[path].fault for path in ("nul.txt", "odd.txt")] == [
        "holds characters that no text has: NUL or half a surrogate pair",
        "could not be filed: IndexError('tuple index out of range')",
    ]


async def test_article_removed_with_its_age_is_not_read_again_by_newer_rules(
    lite_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = lite_desk.write("a.txt")
    await lite_desk.newsroom.look_over()
    lite_desk.write("b.txt", "The newest stays.")
    await lite_desk.newsroom.look_over()
    assert await lite_desk.store.articles.remove_older(datetime(2101, 1, 1, tzinfo=UTC)) == 1
    monkeypatch.setattr("summaries.reader.RULES", 99)
    newer = a_desk(lite_desk.store, lite_desk.folder)
    await newer.newsroom.look_over()
    assert newer.reader.read == ["b.txt"]
    path.write_text("Another text.")
    await newer.newsroom.look_over()
    assert newer.reader.read == ["b.txt", "a.txt"]


async def test_newer_rules_read_everything_again_and_tell_nobody_of_news(
    lite_desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    lite_desk.write("a.txt")
    await lite_desk.newsroom.look_over()
    monkeypatch.setattr("summaries.reader.RULES", 99)
    newer = a_desk(lite_desk.store, lite_desk.folder)
    await newer.newsroom.look_over()
    assert newer.filed == [Filed(article_id=1, outcome="reread")]


async def test_file_that_changes_while_it_is_read_is_read_again(lite_desk: Desk) -> None:
    lite_desk.reader.hold = asyncio.Event()
    lite_desk.write("a.txt", "One.")
    looking = asyncio.create_task(lite_desk.newsroom.look_over())
    await until(has_read(lite_desk, 1))
    lite_desk.write("a.txt", "Two, longer.")
    lite_desk.reader.hold.set()
    await looking
    await lite_desk.told("Two, longer.")


async def test_file_that_is_noticed_twice_is_told_of_by_its_name(
    lite_desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    """As it is made, and as it is written: whoever finds it in hand has nothing more to do."""
    lite_desk.reader.hold = asyncio.Event()
    with caplog.at_level(logging.INFO, "bot.newsroom"):
        async with running(lite_desk):
            lite_desk.write("a.txt", "One.")
            await until(has_read(lite_desk, 1))
            await lite_desk.newsroom._note(["a.txt"], ())
            lite_desk.reader.hold.set()
            await lite_desk.told("One.")
    assert "a.txt: new" in caplog.messages


async def test_half_written_file_is_not_read_early(one_store: Store, tmp_path: Path) -> None:
    desk = a_desk(one_store, tmp_path)
    path = desk.write("a.txt", "One")
    soon = int(LATER.timestamp() * 1e9)  # written this very moment, as the newsroom's clock has it
    os.utime(path, ns=(soon, soon))
    looking = asyncio.create_task(desk.newsroom.look_over())
    await asyncio.sleep(0.3)
    assert desk.reader.read == []
    desk.write("a.txt", "One and all.")
    await looking
    await desk.told("One and all.")


async def test_file_that_is_written_all_the_time_keeps_no_other_waiting(
    one_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(copydesk, "_SETTLED_SECONDS", 0.05)
    monkeypatch.setattr(copydesk, "_LOOKS", 3)
    desk = a_desk(one_store, tmp_path)
    desk.write("a.txt", "One.")
    path, moment = desk.write("log.txt", "Two."), itertools.count(int(LATER.timestamp() * 1e9))

    async def write() -> None:
        while True:
            os.utime(path, ns=(0, next(moment)))
            await asyncio.sleep(0.01)

    writing = asyncio.create_task(write())
    for _ in range(2):
        await asyncio.wait_for(desk.newsroom.look_over(), PATIENCE)
    writing.cancel()
    await desk.told("One.")
    assert caplog.messages.count("log.txt: is written all the time; not read before that ends") == 1


async def test_review_keeps_new_articles_back(one_store: Store, tmp_path: Path) -> None:
    desk = a_desk(one_store, tmp_path, review=True)
    desk.write("a.txt")
    await desk.newsroom.look_over()
    assert (await desk.store.articles.get(1)).state == ArticleState.REVIEW


async def test_missing_language_model_is_said_once_and_files_stay_to_be_read(
    lite_desk: Desk, caplog: pytest.LogCaptureFixture
) -> None:
    fault = "language model 'none' cannot be loaded: not installed"
    lite_desk.reader.fault = ModelMissingError(fault)
    lite_desk.write("a.txt", "One.")
    task = asyncio.create_task(lite_desk.newsroom.run())
    await until(lambda: lite_desk.newsroom.fault is not None)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    assert lite_desk.newsroom.fault == fault
    assert [each for each in caplog.messages if fault in each] == [f"articles are not read: {fault}"]
    lite_desk.reader.fault = None
    await lite_desk.newsroom.look_over()
    await lite_desk.told("One.")


async def test_polled_folder_below_the_working_directory_is_kept_alike(
    one_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where nothing tells of changes, as on a network's share."""
    monkeypatch.setenv("WATCHFILES_FORCE_POLLING", "true")
    monkeypatch.setattr("bot.newsroom.folder_watch._POLL_MS", 50)
    monkeypatch.chdir(tmp_path)
    desk = a_desk(one_store, Path("seeds"))
    async with running(desk):
        desk.write("later.txt", "Later.")
        await desk.told("Later.")


async def test_lost_database_is_said_and_survived(
    lite_desk: Desk, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.newsroom.folder_watch._TRY_AGAIN_SECONDS", 0.05)
    lite_desk.reader.fault = StoreError("briefings.db: database or disk is full")
    lite_desk.write("a.txt", "One.")
    task = asyncio.create_task(lite_desk.newsroom.run())
    await until(lambda: lite_desk.newsroom.fault is not None)
    lite_desk.reader.fault = None
    await lite_desk.told("One.")
    await until(lambda: lite_desk.newsroom.fault is None)  # once the whole folder was looked over
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_many_files_are_filed_few_at_a_time(lite_desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    for number in range(300):
        lite_desk.write(f"{number % 7}/{number}.txt", f"Article {number}.")
    most = 0

    class Counted(PlainReader):
        at_once = 0

        async def read_file(self, path: Path, name: str) -> Analysis:
            nonlocal most
            self.at_once += 1
            most = max(most, self.at_once)
            await asyncio.sleep(0)
            try:
                return await super().read_file(path, name)
            finally:
                self.at_once -= 1

    desk = a_desk(lite_desk.store, lite_desk.folder, reader=Counted())
    await desk.newsroom.look_over()
    assert await desk.store.articles.count() == 300
    assert most <= 4
    assert "articles: 300 new" in caplog.messages


async def test_document_is_analysed_and_not_filed(lite_desk: Desk) -> None:
    analysis = await lite_desk.newsroom.analyse_text("sent.txt", b"One.\nTwo.")
    assert [span.of(analysis.article.text) for span in analysis.summary] == ["One.", "Two."]
    assert await lite_desk.store.articles.count() == 0


async def test_name_that_is_not_utf8_is_left_out(lite_desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    lite_desk.write("good.txt")
    lite_desk.write(os.fsdecode(b"caf\xe9.txt"))
    await lite_desk.newsroom.look_over()
    assert lite_desk.reader.read == ["good.txt"]
    assert r"'caf\udce9.txt': the name is not UTF-8; left out" in caplog.messages


async def test_of_many_files_that_come_at_once_few_are_in_hand(
    monkeypatch: pytest.MonkeyPatch, one_store: Store, tmp_path: Path
) -> None:
    monkeypatch.setattr(folder_watch, "_AHEAD", 2)
    desk = a_desk(one_store, tmp_path / "seeds", reader=PlainReader(hold=asyncio.Event()))
    words = [f"Number {number}." for number in range(8)]

    async with running(desk):
        (tmp_path / "aside").mkdir()
        for number, sentence in enumerate(words):
            (tmp_path / "aside" / f"{number}.txt").write_text(sentence)
        (tmp_path / "aside").rename(desk.folder / "many")
        await until(lambda: desk.reader.reading >= 2)
        assert desk.reader.hold is not None
        desk.reader.hold.set()
        await desk.told(*words)
    assert desk.reader.most == 2
    assert (desk.busy[0], desk.busy[-1]) == (True, False)
