"""Blocks into messages that Telegram takes: split between paragraphs, then between sentences, then words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from bot.domain.messages import Buttons, Message
from bot.domain.words import pieces, units
from bot.render.blocks import Block, Run, to_html


@dataclass(frozen=True, slots=True, kw_only=True)
class Capacity:
    """What one message holds."""

    units: int
    entities: int = 100  # Telegram drops the hundred and first without a word


MESSAGE = Capacity(units=4096)
PAGE = Capacity(units=3000, entities=96)  # leaves room for a heading on every page


def messages(blocks: Iterable[Block], buttons: Buttons = ()) -> tuple[Message, ...]:
    """As many messages as the blocks need, the buttons under the last."""
    parts = [to_html(part) for part in fit(blocks, MESSAGE)]
    return tuple(
        Message(html=html, buttons=buttons if number == len(parts) else ())
        for number, html in enumerate(parts, 1)
    )


def fit(blocks: Iterable[Block], room: Capacity) -> tuple[tuple[Block, ...], ...]:
    """The blocks in order, in parts that fit the room; a block is split only if no part holds it whole."""
    parts: list[tuple[Block, ...]] = []
    part: list[Block] = []
    taken = entities = 0
    for block in blocks:
        for piece in _pieces(block, room):
            if part and (taken + piece.units > room.units or entities + piece.entities > room.entities):
                parts.append(tuple(part))
                part, taken, entities = [], 0, 0
            part.append(piece)
            taken += piece.units
            entities += piece.entities
    return (*parts, tuple(part)) if part else tuple(parts)


def _pieces(block: Block, room: Capacity) -> Iterator[Block]:
    if not block:
        return
    if block.units <= room.units and block.entities <= room.entities:
        yield block
        return
    apart = len(block.apart)
    runs: list[Run] = []
    for run in _short_runs(block.runs, room.units - apart):
        longer = replace(block, runs=(*runs, run))
        if runs and (longer.units > room.units or longer.entities > room.entities):
            yield _trimmed(block, runs)
            runs = []
        runs.append(run)
    yield _trimmed(block, runs)


def _short_runs(runs: tuple[Run, ...], most: int) -> Iterator[Run]:
    for run in runs:
        if units(run.text) <= most:
            yield run
        else:
            yield from (replace(run, text=piece) for piece in pieces(run.text, most))


def _trimmed(block: Block, runs: list[Run]) -> Block:
    first, *rest = runs
    return replace(block, runs=(replace(first, text=first.text.lstrip()), *rest))
