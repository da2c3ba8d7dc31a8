"""A picture of every screen of the bot, on a phone and on a desk, in light and in dark.

    python -m bench.screens DIR [ARTICLES]

Starts the bot on its own chat page with the articles in seeds/ and, where it is named, in another folder,
walks the screens as a reader and an editor, and writes DIR/<screen>-<width>-<theme>.png. What a width between
320 and 1280 shows cut, overlapping or hard to read is printed; 1 where anything is.
"""

import argparse
import asyncio
import re
import shutil
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.async_api import Page, async_playwright, expect

from bench.looks import faults, looks, put_on
from summaries.articles import SUFFIXES

ROOT: Final = Path(__file__).parents[1]
SEEDS: Final = ROOT / "seeds"
PICTURED: Final = (390, 1280)
PATIENCE: Final = 120.0  # seconds until all articles are read, and for an answer
QUIET: Final = 2.0  # seconds without another message: an answer of several is whole, at the pace of a chat


@dataclass(frozen=True, slots=True)
class Screen:
    """Where somebody says words or presses a button, and how the picture of the answer is called."""

    name: str
    says: str = ""
    presses: str = ""
    at: str = "reader"  # person, and after a / the chat


SCREENS: Final = (
    Screen("empty"),
    Screen("start", "/start"),
    Screen("help", "/help"),
    Screen("brief", "/brief"),
    Screen("brief-story", presses="2"),
    Screen("story", "/brief 1"),
    Screen("text", presses="Full text"),
    Screen("story-quotes", presses="Quotes"),
    Screen("story-who", presses="Who"),
    Screen("who", "/who"),
    Screen("who-people", presses="People"),
    Screen("person", "/who assad"),
    Screen("nobody", "/who zzzz"),
    Screen("quotes", "/quotes"),
    Screen("person-quotes", "/quotes assad"),
    Screen("search", "/search aleppo"),
    Screen("search-none", "/search zzzz"),
    Screen("latest", "/latest"),
    Screen("week", "/week"),
    Screen("settings", "/settings"),
    Screen("settings-hours", presses="Hours"),
    *(
        Screen(f"settings-{name}", f"/settings {name}")
        for name in ("days", "length", "zone", "quiet", "sections", "more")
    ),
    Screen("settings-clock", "/settings timezone +3"),
    Screen("settings-not-understood", "/settings soon"),
    Screen("subscribe", "/subscribe"),
    Screen("subscribe-hours", "/subscribe 07:30 18:00"),
    Screen("subscribe-more", "/subscribe 12"),
    Screen("subscribe-again", "/subscribe"),
    Screen("follow", "/follow assad"),
    Screen("follow-list", "/follow"),
    Screen("mute", "/mute football"),
    Screen("mute-list", "/mute"),
    Screen("saved", "/saved"),
    Screen("story-again", "/brief 1"),
    Screen("story-more", presses="More"),
    Screen("story-link", presses="Share"),
    Screen("unfollow-other", "/unfollow zzzz"),
    Screen("forget", "/forget"),
    Screen("plain-words", "hello there"),
    Screen("editor-start", "/start", at="editor"),
    Screen("editor-help", "/help", at="editor"),
    Screen("editor-preview", "/preview", at="editor"),
    Screen("editor-article", "/preview 1", at="editor"),
    Screen("editor-repair", presses="Repair", at="editor"),
    Screen("editor-pull", presses="Pull quote", at="editor"),
    Screen("editor-repaired", presses="No pull quote", at="editor"),
    Screen("editor-speakers", "/preview 1", at="editor"),
    Screen("editor-repairs", presses="Repair", at="editor"),
    Screen("editor-quotes", presses="Speaker", at="editor"),
    Screen("editor-speaker", presses="1", at="editor"),
    Screen("editor-sources", "/sources", at="editor"),
    Screen("editor-who", "/who assad", at="editor"),
    Screen("editor-stats", "/stats", at="editor"),
    Screen("editor-kill", "/kill 1 wrong", at="editor"),
    Screen("editor-push", "/push 1", at="editor"),
    Screen("edition-subscribe", "/subscribe 07:30"),
    Screen("edition-push", "/push", at="editor"),
    Screen("edition"),
    Screen("edition-story", presses="2"),
    Screen("group-brief", "/brief", at="reader/book-club"),
    Screen("group-subscribe", "/subscribe new", at="editor/book-club"),
    Screen("channel-subscribe", "/subscribe new", at="editor/news-channel"),
    Screen("channel-reader", at="reader-2/news-channel"),
    Screen("unsubscribe", "/unsubscribe"),
    Screen("unsubscribed", "/settings"),
)


@asynccontextmanager
async def a_bot(folder: Path, articles: int) -> AsyncIterator[str]:
    """The bot with `folder`/seeds on its own chat page; the page's address once all articles are read."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        cwd=folder,
        env={
            "PATH": "/usr/bin:/bin",
            "PYTHONPATH": str(ROOT),
            "HTTP_PORT": "0",
            "SEEDS_DIR": str(folder / "seeds"),
            "DATABASE_URL": f"sqlite+aiosqlite:///{folder}/briefings.db",
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    reading: asyncio.Task[None] | None = None
    try:
        assert process.stdout is not None
        async with asyncio.timeout(PATIENCE * articles):
            url, read = "", 0
            while not url or read < articles:
                line = (await process.stdout.readline()).decode()
                if found := re.search(r"http://\S+/", line):
                    url = found[0]
                if re.search(r"articles: \d+ [a-z]", line) and " of " not in line:
                    read += sum(map(int, re.findall(r"(\d+) (?:new|revised|same|rejected)", line)))
        reading = asyncio.create_task(_drain(process.stdout))
        yield url
    finally:
        process.terminate()
        await process.wait()
        if reading is not None:
            await reading


async def _drain(lines: asyncio.StreamReader) -> None:
    async for _ in lines:
        pass


async def go(page: Page, url: str, place: str) -> None:
    """Opens a person's chat, unless it is open."""
    person, _, chat = place.partition("/")
    await page.goto(f"{url}#{place}")
    for group, name in (("people", person), ("chats", chat or "private")):
        chosen = page.locator(f"#{group} input:checked + span")
        await expect(chosen).to_have_text(re.compile(name.replace("-", " "), re.IGNORECASE))


async def until_quiet(page: Page) -> None:
    """Until no message came or changed for a while."""
    before, still = "", 0.0
    while still < QUIET:
        await asyncio.sleep(0.1)
        now = await page.locator("#log").inner_html()
        before, still = now, still + 0.1 if now == before else 0.0


async def enter(page: Page, screen: Screen) -> bool:
    """Says or presses; False where there is no such button."""
    answers = page.locator(".message:not(.mine)")
    if screen.says:
        before = await answers.count()
        await page.locator("#text").fill(screen.says)
        await page.locator("#text").press("Enter")
        await expect(answers).not_to_have_count(before, timeout=PATIENCE * 1000)
    elif screen.presses:
        button = page.get_by_role("button", name=re.compile(rf"\b{screen.presses}\b")).last
        if not await button.count():
            return False
        await button.click()
        await page.mouse.move(0, 0)
    await until_quiet(page)
    return True


async def walk(page: Page, url: str, folder: Path) -> int:
    """Writes the pictures and prints the faults; how many there are."""
    count = 0
    for screen in SCREENS:
        await put_on(page, 390, "light")
        await go(page, url, screen.at)
        if not await enter(page, screen):
            print(f"{screen.name}: no button {screen.presses!r}")
            count += 1
            continue
        for width, theme in looks():
            await put_on(page, width, theme)
            await show_answer(page, ".mine" if screen.says else ".message")
            wrong = await faults(page)
            count += len(wrong)
            for line in wrong:
                print(f"{screen.name} at {width} in {theme}: {line}")
            if width in PICTURED:
                await page.screenshot(path=folder / f"{screen.name}-{width}-{theme}.png")
    return count


async def show_answer(page: Page, kind: str) -> None:
    """Puts the last message of that kind at the top: the question, or what a button changed."""
    await page.evaluate(
        """(kind) => {
            const log = document.getElementById("log"), found = [...log.querySelectorAll(kind)].at(-1);
            log.scrollTop = found ? found.offsetTop - log.offsetTop - 12 : log.scrollHeight;
        }""",
        kind,
    )


def articles_in(folder: Path) -> list[Path]:
    """The files of the folder that the bot reads, by name."""
    return sorted(path for path in folder.iterdir() if path.suffix in SUFFIXES)


@asynccontextmanager
async def a_page(articles: Sequence[Path]) -> AsyncIterator[tuple[Page, str]]:
    """An empty page of a browser, and the address of the chat page of a bot that read these articles."""
    with TemporaryDirectory() as place:
        (seeds := Path(place, "seeds")).mkdir()
        for article in articles:
            shutil.copy(article, seeds)
        async with a_bot(Path(place), len(articles)) as url, async_playwright() as playwright:
            chromium = shutil.which("chromium") or shutil.which("chromium-browser")
            browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            try:
                yield await browser.new_page(), url
            finally:
                await browser.close()


async def pictures(folder: Path, articles: Sequence[Path]) -> int:
    """Every screen of a bot that read these articles; how many faults it has."""
    async with a_page(articles) as (page, url):
        return await walk(page, url, folder)


def main(arguments: Sequence[str]) -> int:
    """Makes the pictures; 1 where anything is cut, overlapping or hard to read."""
    parser = argparse.ArgumentParser(prog="python -m bench.screens", description="A picture of every screen.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument(
        "articles", type=Path, nargs="?", metavar="ARTICLES", help="a folder of more articles"
    )
    asked = parser.parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    more = articles_in(asked.articles) if asked.articles else []
    found = asyncio.run(pictures(asked.folder, [*articles_in(SEEDS), *more]))
    print(f"{found} faults")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
