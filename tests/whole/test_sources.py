"""Sources over the bot as a person starts it, on an outside Bot API."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import update

from bot.domain.sources import SourceState
from bot.newsroom.sources.responses import ResponseKind
from bot.store import Store
from bot.store.database.tables import sources
from tests.bot.strangers import strangers
from tests.telegram import served
from tests.whole.process import PATIENCE, ask, on_telegram, started

SITE = "<!doctype html><link rel=alternate type=application/rss+xml href=/feed>"
FEED = '<rss version="2.0"><channel><title>The Merrow Courier</title></channel></rss>'


async def test_source_that_is_in_trouble_is_told_to_editors_once(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    store = await Store.open(f"sqlite+aiosqlite:///{tmp_path}/briefings.db")
    address = "http://127.0.0.1:9/feed"
    source, _ = await store.sources.add(address, title="Courier", added_by=None, now=datetime.now(UTC))
    trouble = {"state": "ailing", "trouble": "failing", "reason": "answers 404 Not Found", "failures": 50}
    change = update(sources).where(sources.c.id == source.id).values(trouble)
    await store.database.write(lambda connection: connection.execute(change))
    await store.close()
    async with served() as outside:
        telegram = outside.telegram
        editor = telegram.editor
        for _ in range(2):
            async with on_telegram(tmp_path, outside, EDITOR_IDS=str(editor.id)) as bot:
                await telegram.until(lambda: telegram.sent(editor), seconds=PATIENCE)
                await ask(telegram, "/latest")
                assert await bot.stop() == 0
        (notice,) = telegram.sent(editor)
        assert notice.text.startswith("For a day nothing could be fetched from Courier (")
        async with on_telegram(tmp_path, outside, EDITOR_IDS=str(editor.id)):
            telegram.press(editor, notice, "Look at Courier")

            def opened() -> str:
                return telegram.messages[editor.id, notice.id].text

            await telegram.until(lambda: opened() != notice.text, seconds=PATIENCE)
            assert opened().startswith(f"Courier\n{address}\n")


async def test_source_added_at_a_terminal_is_the_running_bot_s(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    async with served() as outside, strangers() as there:
        telegram = outside.telegram
        site, feed = there.answer("127.0.0.1/", SITE), there.answer("127.0.0.1/feed", FEED)
        settings = {"EDITOR_IDS": str(telegram.editor.id), "FETCH_PRIVATE": "on"}
        async with on_telegram(tmp_path, outside, **settings):
            async with started(tmp_path, "sources", "add", site, **settings) as terminal:
                assert await terminal.process.wait() == 0
            assert terminal.lines == [f"{feed}: added, The Merrow Courier"]
            listed = await ask(telegram, "/sources", user=telegram.editor)
            assert "1. The Merrow Courier" in listed.text
            await telegram.until(
                lambda: [a for a, _ in there.asked].count("127.0.0.1/feed") > 1, seconds=PATIENCE
            )


async def test_metrics_count_sources_by_state_and_fetches_by_outcome(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    async with served() as outside, strangers() as there:
        now, tag = datetime.now(UTC), {"ETag": '"1"'}
        link = there.answer("127.0.0.1/page", "<p>Nothing to read")
        listed = f"<item><title>News</title><link>{link}</link></item>"
        feed = FEED.replace("</channel>", f"{listed}</channel>")
        addresses = [
            there.answer("127.0.0.1/feed", feed, headers=tag),
            there.answer("127.0.0.1/broken", status=500),
            there.answer("127.0.0.1/gone", status=410),
            there.answer("127.0.0.1/paused", FEED),
        ]
        store = await Store.open(f"sqlite+aiosqlite:///{tmp_path}/briefings.db")
        added = [(await store.sources.add(one, title="", added_by=None, now=now))[0] for one in addresses]
        await store.sources.pause(added[3].id)
        pauses = {"FETCH_SHORTEST": "10", "FETCH_LONGEST": "10"}
        async with on_telegram(tmp_path, outside, FETCH_PRIVATE="on", **pauses) as bot:
            await bot.until_figure('fetches_total{outcome="gone"}', 1)
            await bot.until_figure('fetches_total{outcome="failed"}', 1)
            await bot.until_figure('fetches_total{outcome="read"}', 2)  # a feed, and the page it lists
            there.answer("127.0.0.1/feed", status=304)
            await bot.until_figure('fetches_total{outcome="unchanged"}', 1)
            states = {state: await bot.figure(f'sources{{state="{state}"}}') for state in SourceState}
            fetches = [await bot.figure(f'fetches_total{{outcome="{kind}"}}') for kind in ResponseKind]
            timed, seconds = await bot.figure("fetch_seconds_count"), await bot.figure("fetch_seconds_sum")
        await store.close()
    expected = dict.fromkeys(SourceState, 0) | {SourceState.ACTIVE: 2, SourceState.PAUSED: 1}
    assert states == expected | {SourceState.GONE: 1}
    assert sum(fetches) <= timed  # which was read after them
    assert 0 < seconds < 60 * timed
