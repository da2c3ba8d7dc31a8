"""What is told, before it is known in which language: blocks, and buttons by row.

Who knows the recipient has it said, once; only then is it known how many messages it takes.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain
from typing import Final, TypeAlias

from bot.domain.messages import Button, Message
from bot.domain.words import collapse, cut, graphemes
from bot.render.blocks import Block, to_html
from bot.render.language import Language
from bot.render.split import MESSAGE, fit
from bot.render.texts import Said

# In a layout that counts lines or letters the blocks are chosen when it is known how long their words are.
Blocks: TypeAlias = tuple[Block, ...] | Callable[[Language], Iterable[Block]]


@dataclass(frozen=True, slots=True, kw_only=True)
class UnsaidButton:
    """A button; its label is cut to `most` graphemes once it is said. It acts, or `copies` words."""

    label: Said
    action: str
    most: int
    copies: str | None = None

    def said_in(self, language: Language) -> Button:
        """The same with its label said."""
        label = cut(collapse(language.say(self.label)), self.most) or "…"
        return Button(label=label, action=self.action, copies=self.copies)


UnsaidButtons = tuple[tuple[UnsaidButton, ...], ...]
# Of so many buttons in a row each shows a label of so many letters on a phone.
_NARROW: Final = {3: 12, 4: 10, 5: 7, 6: 5}


def rows_said_in(language: Language, rows: UnsaidButtons) -> tuple[tuple[Button, ...], ...]:
    """The buttons with their labels said; a row in which a phone would cut one is parted in two."""
    said = (tuple(button.said_in(language) for button in row) for row in rows)
    return tuple(chain.from_iterable(map(_parted, said)))


def _parted(row: tuple[Button, ...]) -> tuple[tuple[Button, ...], ...]:
    most = _NARROW.get(len(row))
    if most is None or max(_width(button.label) for button in row) <= most:
        return (row,)
    half = (len(row) + 1) // 2
    return (*_parted(row[:half]), *_parted(row[half:]))


def _width(label: str) -> float:
    """In Latin letters; Cyrillic ones are a quarter wider."""
    return graphemes(label) + sum("\u0400" <= letter <= "\u04ff" for letter in label) / 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsaid:
    """What is told in one go. `alone`: in one message, whatever of the last blocks that leaves out."""

    blocks: Blocks
    buttons: UnsaidButtons = ()
    alone: bool = False
    as_readers_have_it: bool = False  # also where an editor is shown it

    def said_in(self, language: Language) -> tuple[Message, ...]:
        """As many messages as the blocks need, the buttons under the last."""
        if self.as_readers_have_it:
            language = replace(language, for_editors=False)
        blocks = self.blocks(language) if callable(self.blocks) else self.blocks
        parts = [to_html(part) for part in fit((block.said_in(language) for block in blocks), MESSAGE)]
        *before, last = parts[:1] if self.alone else parts
        buttons = rows_said_in(language, self.buttons)
        return (*(Message(html=html) for html in before), Message(html=last, buttons=buttons))


def as_readers_have_it(shown: Iterable[Unsaid]) -> tuple[Unsaid, ...]:
    """The same without what is told to editors alone."""
    return tuple(replace(one, as_readers_have_it=True) for one in shown)


def messages(blocks: Iterable[Block], buttons: UnsaidButtons = ()) -> tuple[Unsaid, ...]:
    """As many messages as the blocks need, the buttons under the last."""
    return (Unsaid(blocks=tuple(blocks), buttons=buttons),)


def single(blocks: Callable[[Language], Iterable[Block]], buttons: UnsaidButtons = ()) -> Unsaid:
    """One message of the blocks, those that come first before all: what it does not hold is left out."""
    return Unsaid(blocks=blocks, buttons=buttons, alone=True)
