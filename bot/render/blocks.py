"""Formatted text as values, and the one place where HTML is made of it.

A message is blocks; a block is runs of one style. Length and entities are counted on these values, as
Telegram counts them: after parsing. So nothing is ever cut inside a tag or an escape.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from itertools import chain
from typing import Literal

from markupsafe import escape

from bot.domain.words import units
from bot.render.direction import from_the_right
from bot.render.language import ENGLISH, Language
from bot.render.texts import Run, Said

Frame = Literal["open", "quotation", "folded"]  # folded: a quotation that shows its first lines until tapped

_STYLES = {"plain": ("", ""), "bold": ("<b>", "</b>"), "italic": ("<i>", "</i>"), "struck": ("<s>", "</s>")}
_ADDRESS = re.compile(r"https?://[^/?#@\\]+(?:[/?#]|$)")  # "https://news.example@other.example/" is a lie
_LONGEST_ADDRESS = 1_000  # bytes: more is no address that anybody is sent to
_FRAMES = {
    "open": ("", ""),
    "quotation": ("<blockquote>", "</blockquote>"),
    "folded": ("<blockquote expandable>", "</blockquote>"),
}


@dataclass(frozen=True, kw_only=True)  # no slots: what is counted is kept
class Block:
    """A paragraph. `apart` is what stands between it and the block before."""

    runs: tuple[Run, ...]
    frame: Frame = "open"
    apart: Literal["\n", "\n\n"] = "\n\n"

    def said_in(self, language: Language) -> "Block":
        """The same block with its texts said; until then it is counted as it is in English."""
        return self._in_english if language is ENGLISH else self._said_in(language)

    def _said_in(self, language: Language) -> "Block":
        if all(isinstance(run.text, str) for run in self.runs):
            return self
        said = tuple(run for run in chain.from_iterable(map(language.runs, self.runs)) if run.text)
        return self._holding(from_the_right(said) if language.right_to_left else said)

    @cached_property
    def _in_english(self) -> "Block":
        return self._said_in(ENGLISH)

    @cached_property
    def _size(self) -> tuple[int, int, int]:
        """Units, entities and bytes of addresses, counted in one go: each block of a message is counted."""
        if (said := self._in_english) is not self:
            return said._size
        length, entities, addresses = len(self.apart), int(self.frame != "open"), 0
        for run in self.runs:
            length += units(run.words)
            entities += (run.style != "plain") + (run.href is not None) + (run.at is not None)
            addresses += len(run.href.encode()) if run.href else 0
        return length, entities, addresses

    @property
    def units(self) -> int:
        """UTF-16 units, what stands before it included."""
        return self._size[0]

    @property
    def entities(self) -> int:
        """How many entities Telegram will count in it."""
        return self._size[1]

    @property
    def addresses(self) -> int:
        """Bytes of the addresses that its links lead to."""
        return self._size[2]

    def __bool__(self) -> bool:
        return any(not isinstance(run.text, str) or run.text.strip() for run in self.runs)

    def close(self) -> "Block":
        """The same block on the line right after the one before."""
        return Block(runs=self.runs, frame=self.frame, apart="\n")

    def _holding(self, runs: tuple[Run, ...]) -> "Block":
        return Block(runs=runs, frame=self.frame, apart=self.apart)


def plain(text: Said) -> Run:
    """Text as it is."""
    return Run(text)


def bold(text: Said) -> Run:
    """Text in bold."""
    return Run(text, "bold")


def italic(text: Said) -> Run:
    """Text in italics."""
    return Run(text, "italic")


def struck(text: Said) -> Run:
    """Text that is struck out."""
    return Run(text, "struck")


def timed(run: Run, at: datetime) -> Run:
    """The run as what tells a moment, by the clock of whoever reads it."""
    return replace(run, at=int(at.timestamp()))


def linked(run: Run, address: str | None) -> Run:
    """The run as a link to the address of a page; as it is where there is none that a message can carry."""
    if address is None or not _is_linkable(address):
        return run
    return Run(run.text, run.style, address, run.at)


def _is_linkable(address: str) -> bool:
    plain = address.isprintable() and " " not in address
    return plain and _ADDRESS.match(address) is not None and len(address.encode()) <= _LONGEST_ADDRESS


def paragraph(*runs: Run | Said) -> Block:
    """A block of runs; a bare string is plain text. Runs without text are left out."""
    made = (run if isinstance(run, Run) else Run(run) for run in runs)
    return Block(runs=tuple(run for run in made if run.text))


def quotation(*runs: Run | Said) -> Block:
    """A block set off as a quotation; a long one is folded."""
    block = Block(runs=paragraph(*runs).runs, frame="quotation", apart="\n")
    return replace(block, frame="folded") if block.units >= LONG_QUOTATION else block


# UTF-16 units: about twelve lines on a phone, where a quotation begins to push the rest away.
LONG_QUOTATION = 600


def to_html(blocks: Iterable[Block]) -> str:
    """The HTML of one message."""
    html = ""
    for block in blocks:
        begins, ends = _FRAMES[block.frame]
        apart = block.apart if html else ""
        html = f"{html}{apart}{begins}{''.join(map(_styled, block.runs))}{ends}"
    return html


def _styled(run: Run) -> str:
    begins, ends = _STYLES[run.style]
    styled = f"{begins}{escape(run.words)}{ends}"
    if run.at is not None:  # told with weekday, day and hour
        styled = f'<tg-time unix="{run.at}" format="wDt">{styled}</tg-time>'
    return styled if run.href is None else f'<a href="{escape(run.href)}">{styled}</a>'
