"""Blocks into parts that are a message each: split between paragraphs, then between sentences, then words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.domain.words import pieces, units
from bot.render.blocks import Block
from bot.render.texts import Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """What one message holds."""

    units: int
    entities: int = 100  # Telegram drops the hundred and first without a word
    addresses: int = 4_000  # bytes of links: Telegram refuses more than about 9,500 of all entities

    def less(self, block: Block) -> "Capacity":
        """What is left once the block stands in it."""
        return Capacity(
            units=self.units - block.units,
            entities=self.entities - block.entities,
            addresses=self.addresses - block.addresses,
        )

    def holds(self, block: Block) -> bool:
        """Whether there is room for it."""
        return (
            block.units <= self.units
            and block.entities <= self.entities
            and block.addresses <= self.addresses
        )


MESSAGE = Capacity(units=4096)
PAGE = Capacity(units=3000, entities=94, addresses=3_000)  # leaves room for a heading on every page


def fit(blocks: Iterable[Block], room: Capacity) -> tuple[tuple[Block, ...], ...]:
    """The blocks in order, in parts that fit the room; a block is split only if no part holds it whole."""
    parts: list[tuple[Block, ...]] = []
    part: list[Block] = []
    left = room
    for block in blocks:
        for piece in _pieces(block, room):
            if part and not left.holds(piece):
                parts.append(tuple(part))
                part, left = [], room
            part.append(piece)
            left = left.less(piece)
    return (*parts, tuple(part)) if part else tuple(parts)


def _pieces(block: Block, room: Capacity) -> Iterator[Block]:
    if not block:
        return
    if room.holds(block):
        yield block
        return
    apart = len(block.apart)
    runs: list[Run] = []
    for run in _short_runs(block.runs, room.units - apart):
        longer = replace(block, runs=(*runs, run))
        if runs and not room.holds(longer):
            yield _trimmed(block, runs)
            runs = []
        runs.append(run)
    yield _trimmed(block, runs)


def _short_runs(runs: tuple[Run, ...], most: int) -> Iterator[Run]:
    for run in runs:
        if units(run.words) <= most:
            yield run
        else:
            yield from (replace(run, text=piece) for piece in pieces(run.words, most))


def _trimmed(block: Block, runs: list[Run]) -> Block:
    first, *rest = runs
    return replace(block, runs=(replace(first, text=first.words.lstrip()), *rest))
