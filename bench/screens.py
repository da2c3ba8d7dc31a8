"""A picture of every screen of the bot, on a phone and on a desk, in light and in dark.

    python -m bench.screens DIR [ARTICLES] [--language CODE …]

Starts the bot on its own chat page with the articles in seeds/ and, where it is named, in another folder,
walks the screens as a reader and an editor, and writes DIR/<language>/<screen>-<width>-<theme>.png. What a
width between 320 and 1280 shows cut, overlapping or hard to read is printed; 1 where anything is.
"""

import argparse
import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from playwright.async_api import Page

from bench.chat_page import ROOT, Screen, a_page, articles_in, enter, go, show_answer
from bench.looks import faults, looks, put_on
from bot.domain.languages import SOURCE, known_languages
from bot.render.languages import language as spoken
from bot.render.texts import _, pgettext

SEEDS: Final = ROOT / "seeds"
PICTURED: Final = (390, 1280)

SCREENS: Final = (
    Screen("empty"),
    Screen("start", "/start"),
    Screen("help", "/help"),
    Screen("brief", "/brief"),
    Screen("brief-story", presses="2"),
    Screen("story", "/brief 1"),
    Screen("text", presses=_("Full text")),
    Screen("story-quotes", presses=_("Quotes")),
    Screen("story-who", presses=pgettext("button", "Who")),
    Screen("who", "/who"),
    Screen("who-people", presses=pgettext("who", "People")),
    Screen("person", "/who assad"),
    Screen("nobody", "/who zzzz"),
    Screen("quotes", "/quotes"),
    Screen("person-quotes", "/quotes assad"),
    Screen("search", "/search aleppo"),
    Screen("search-none", "/search zzzz"),
    Screen("latest", "/latest"),
    Screen("week", "/week"),
    Screen("settings", "/settings"),
    Screen("settings-hours", presses=_("Hours")),
    *(
        Screen(f"settings-{name}", f"/settings {name}")
        for name in ("days", "length", "zone", "quiet", "sections", "language", "more")
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
    Screen("story-more", presses=pgettext("button", "More")),
    Screen("story-link", presses=_("Share")),
    Screen("unfollow-other", "/unfollow zzzz"),
    Screen("forget", "/forget"),
    Screen("plain-words", "hello there"),
    Screen("meeting", "/start", at="reader-2"),
    Screen("meeting-clock", presses=_("Mornings, {hours}", hours="07:30"), at="reader-2"),
    Screen("meeting-what", presses="Berlin", at="reader-2"),
    Screen("meeting-done", presses=_("Everything"), at="reader-2"),
    Screen("editor-start", "/start", at="editor"),
    Screen("editor-help", "/help", at="editor"),
    Screen("editor-preview", "/preview", at="editor"),
    Screen("editor-article", "/preview aleppo", at="editor"),
    Screen("editor-repair", presses=_("Repair…"), at="editor"),
    Screen("editor-pull", presses=_("Pull quote…"), at="editor"),
    Screen("editor-repaired", presses=_("No pull quote"), at="editor"),
    Screen("editor-speakers", "/preview aleppo", at="editor"),
    Screen("editor-repairs", presses=_("Repair…"), at="editor"),
    Screen("editor-quotes", presses=_("Speaker…"), at="editor"),
    Screen("editor-speaker", presses="1", at="editor"),
    Screen("editor-sources", "/sources", at="editor"),
    Screen("editor-who", "/who assad", at="editor"),
    Screen("editor-queue", "/queue", at="editor"),
    Screen("editor-editors", "/editors", at="editor"),
    Screen("editor-invite", "/invite", at="editor"),
    Screen("editor-correct", "/correct 2 The bridge is in Homs.", at="editor"),
    Screen("corrected", "/start s-2"),
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


async def walk(page: Page, url: str, folder: Path, language: str) -> int:
    """Writes the pictures and prints the faults; how many there are."""
    count = 0
    for screen in SCREENS:
        await put_on(page, 390, "light")
        await go(page, url, screen.at)
        if not await enter(page, screen, language):
            print(f"{language} {screen.name}: no button {spoken(language).say(screen.presses)}")
            count += 1
            continue
        for width, theme in looks():
            await put_on(page, width, theme)
            await show_answer(page, ".mine" if screen.says else ".message")
            wrong = await faults(page)
            count += len(wrong)
            for line in wrong:
                print(f"{language} {screen.name} at {width} in {theme}: {line}")
            if width in PICTURED:
                await page.screenshot(path=folder / f"{screen.name}-{width}-{theme}.png")
    return count


async def pictures(folder: Path, articles: Sequence[Path], language: str) -> int:
    """Every screen of a bot that read these articles and speaks the language; how many faults it has."""
    async with a_page(articles, language=language) as (page, url):
        return await walk(page, url, folder, language)


def main(arguments: Sequence[str]) -> int:
    """Makes the pictures; 1 where anything is cut, overlapping or hard to read."""
    parser = argparse.ArgumentParser(prog="python -m bench.screens", description="A picture of every screen.")
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument(
        "articles", type=Path, nargs="?", metavar="ARTICLES", help="a folder of more articles"
    )
    parser.add_argument(
        "--language", nargs="+", choices=known_languages(), default=[SOURCE], metavar="CODE", help="in which"
    )
    asked = parser.parse_args(arguments)
    more = articles_in(asked.articles) if asked.articles else []
    found = 0
    for language in asked.language:
        (asked.folder / language).mkdir(parents=True, exist_ok=True)
        found += asyncio.run(pictures(asked.folder / language, [*articles_in(SEEDS), *more], language))
    print(f"{found} faults")
    return int(found > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
