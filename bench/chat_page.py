"""The bot on its own chat page in a browser, and what one does there: to be pictured and measured."""

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

from playwright.async_api import Locator, Page, async_playwright, expect

from bot.domain.languages import SOURCE
from bot.render.languages import language as spoken
from bot.render.texts import Said
from summaries.articles import SUFFIXES

ROOT: Final = Path(__file__).parents[1]
PATIENCE: Final = 120.0  # seconds until all articles are read, and for an answer
QUIET: Final = 2.0  # seconds without another message: an answer of several is whole, at the pace of a chat


@dataclass(frozen=True, slots=True)
class Screen:
    """Where somebody says words or presses a button, and how the picture of the answer is called."""

    name: str
    says: str = ""
    presses: Said = ""
    at: str = "reader"  # person, and after a / the chat


@asynccontextmanager
async def a_bot(folder: Path, articles: int, language: str) -> AsyncIterator[str]:
    """The bot with `folder`/seeds on its own chat page; the page's address once all articles are read.

    `language` is that of its channels and groups.
    """
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
            "LANGUAGE": language,
            "STOP_WINDOW": "0",
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


async def enter(page: Page, screen: Screen, language: str = SOURCE) -> bool:
    """Says or presses what is so called in the language; False where there is no such button."""
    answers = page.locator(".message:not(.mine)")
    if screen.says:
        before = await answers.count()
        await page.locator("#text").fill(screen.says)
        await page.locator("#text").press("Enter")
        await expect(answers).not_to_have_count(before, timeout=PATIENCE * 1000)
    elif screen.presses:
        button = _button(page, spoken(language).say(screen.presses))
        if not await button.count():
            return False
        await button.click()
        await page.mouse.move(0, 0)
    await until_quiet(page)
    return True


def _button(page: Page, label: str) -> Locator:
    """The last one that is so called, marked or not, whatever stands behind a dot."""
    called = re.escape(" ".join(label.split()))  # a browser tells no-break spaces as any others
    return page.get_by_role("button", name=re.compile(rf"^(?:✓ )?{called}(?: · .*)?$")).last


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
async def a_page(articles: Sequence[Path], *, language: str = SOURCE) -> AsyncIterator[tuple[Page, str]]:
    """An empty page of a browser, and the address of the chat page of a bot that read these articles.

    The bot speaks the language, and so does the browser.
    """
    with TemporaryDirectory() as place:
        (seeds := Path(place, "seeds")).mkdir()
        for article in articles:
            shutil.copy(article, seeds)
        async with a_bot(Path(place), len(articles), language) as url, async_playwright() as playwright:
            chromium = shutil.which("chromium") or shutil.which("chromium-browser")
            browser = await playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            try:
                yield await browser.new_page(locale=language.replace("_", "-")), url
            finally:
                await browser.close()
