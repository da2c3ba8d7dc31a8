"""How much of a message stands on a phone's screen, in lines, so that a story is one glance.

Counted as the chat page sets a message at 390 × 844, between what stands above and below all messages.
"""

from collections.abc import Iterable
from math import ceil
from typing import Final

from bot.domain.words import graphemes
from bot.render.blocks import Block
from bot.render.language import Language
from bot.render.unsaid import UnsaidButtons, rows_said_in

LINES: Final = 27  # with the one that parts the first block from what is above
LINE: Final = 36  # graphemes: what a line holds in the widest of usual letters, less half a broken word
_NARROWER: Final = 4  # graphemes that a line of a quotation, or of bold letters, holds less
_ROW: Final = 2  # lines of a row of buttons


def room_beside(blocks: Iterable[Block], buttons: UnsaidButtons, language: Language) -> int:
    """How many lines of a screen are left beside these; less than nought where they fill more."""
    return LINES - lines(blocks, language) - _ROW * len(rows_said_in(language, buttons))


def lines(blocks: Iterable[Block], language: Language) -> int:
    """How many lines the blocks fill, each with what parts it from the one before."""
    return sum(_lines(block.said_in(language)) for block in blocks if block)


def _lines(block: Block) -> int:
    framed = block.frame != "open"
    wide = framed or any(run.style == "bold" for run in block.runs)
    width = LINE - _NARROWER * wide
    filled = (graphemes(line) / width for line in "".join(run.words for run in block.runs).split("\n"))
    return sum(max(1, ceil(line)) for line in filled) + (framed or block.apart == "\n\n")
