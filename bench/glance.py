"""How many stories stand on one screen of a phone, each as it is shown to a reader.

    python -m bench.glance ARTICLES [DIR]

Starts the bot on its own chat page with the articles of a folder, opens the story of each at 390 × 844 and
prints how high it is beside what is seen between the page's head and foot; 1 where one is higher. Each is
pictured in DIR, where that is named.
"""

import argparse
import asyncio
import sys
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.async_api import Page

from bench.chat_page import Screen, a_page, articles_in, enter, go, show_answer
from bench.looks import put_on

# Of the last message, and of what is seen of all messages without what parts them from its edges.
_MEASURED: Final = """() => {
    const log = document.getElementById("log"), edges = getComputedStyle(log);
    const room = log.clientHeight - parseFloat(edges.paddingTop) - parseFloat(edges.paddingBottom);
    const last = [...log.querySelectorAll(".message:not(.mine)")].at(-1);
    const [headline] = last.querySelector(".words").innerText.split("\\n");
    return [last.getBoundingClientRect().height, room, headline];
}"""


@dataclass(frozen=True, slots=True)
class Glance:
    """A story on the screen; pixels."""

    headline: str
    height: float
    room: float

    @property
    def fits(self) -> bool:
        """Whether all of it is seen at once."""
        return self.height <= self.room


async def glances(articles: Sequence[Path], pictures: Path | None) -> AsyncIterator[Glance]:
    """Of each story of a bot that read these articles."""
    async with a_page(articles) as (page, url):
        await put_on(page, 390, "light")
        await go(page, url, "reader")
        for number in range(1, len(articles) + 1):
            yield await glance(page, number, pictures)


async def glance(page: Page, number: int, pictures: Path | None) -> Glance:
    """Opens an article, as a link to it does."""
    await enter(page, Screen("story", f"/start s-{number}"))
    height, room, headline = await page.evaluate(_MEASURED)
    if pictures is not None:
        await show_answer(page, ".message:not(.mine)")
        await page.screenshot(path=pictures / f"{number:03}.png")
    return Glance(headline, height, room)


async def count(articles: Sequence[Path], pictures: Path | None) -> int:
    """Prints each, and how many fit; how many do not."""
    higher = told = 0
    async for one in glances(articles, pictures):
        told, higher = told + 1, higher + (not one.fits)
        print(f"{one.height:5.0f} of {one.room:.0f}  {'' if one.fits else 'HIGHER  '}{one.headline[:70]}")
    print(f"{told - higher} of {told} stand on one screen")
    return higher


def main(arguments: Sequence[str]) -> int:
    """1 where a story is higher than the screen."""
    parser = argparse.ArgumentParser(prog="python -m bench.glance", description="Stories on one screen.")
    parser.add_argument("articles", type=Path, metavar="ARTICLES", help="a folder of articles")
    parser.add_argument("pictures", type=Path, nargs="?", metavar="DIR", help="where pictures are left")
    asked = parser.parse_args(arguments)
    if asked.pictures is not None:
        asked.pictures.mkdir(parents=True, exist_ok=True)
    found = articles_in(asked.articles)
    return int(asyncio.run(count(found, asked.pictures)) > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
