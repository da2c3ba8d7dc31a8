"""How much of each story a list shows, so that all of it is one message: less where that is needed."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from bot.render.blocks import Block
from bot.render.language import Language
from bot.render.split import MESSAGE, fit
from summaries.models import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How much of a story is shown; graphemes, and bytes of an address."""

    headline: int = 120
    sentence: int = 130  # three lines, its outlet beside it
    correction: int = 200
    address: int = 1000

    def address_of(self, article: Article) -> str | None:
        """Where the article stands on the web; None where nobody knows, or it is too long."""
        url = article.url
        return url if url and len(url.encode()) <= self.address else None


def fitting(
    measures: Iterable[Measure], blocks_of: Callable[[Measure], Iterable[Block]], language: Language
) -> tuple[Block, ...]:
    """The blocks, said, by the first measure in which they are one message, or by the last."""
    blocks: tuple[Block, ...] = ()
    for measure in measures:
        blocks = tuple(block.said_in(language) for block in blocks_of(measure))
        if len(fit(blocks, MESSAGE)) <= 1:
            break
    return blocks
