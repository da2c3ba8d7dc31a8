"""How the chat page looks in a browser: what is cut, overlaps, or is hard to read."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final, Literal, TypeAlias

from playwright.async_api import Page

Theme: TypeAlias = Literal["light", "dark"]
WIDTHS: Final = (320, 390, 768, 1280)
HEIGHTS: Final = {320: 568, 390: 844, 768: 1024, 1280: 800}
THEMES: Final[tuple[Theme, ...]] = ("light", "dark")
_FAULTS: Final = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")


def looks() -> Iterator[tuple[int, Theme]]:
    """Every width, in light and in dark."""
    return product(WIDTHS, THEMES)


async def put_on(page: Page, width: int, theme: Theme) -> None:
    """Shows the page in that width and theme."""
    await page.set_viewport_size({"width": width, "height": HEIGHTS[width]})
    await page.emulate_media(color_scheme=theme, reduced_motion="reduce")


async def faults(page: Page) -> list[str]:
    """What is wrong in the window as it is shown now, a line each."""
    found: list[str] = await page.evaluate(_FAULTS)
    return found
