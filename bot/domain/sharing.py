"""Links that are passed on: what a link to the bot opens for whoever has it, a story, an actor or an edition.

They begin with a word of their own, so that no invitation is ever one, and hold numbers alone: readers see
behind them what readers may have at that moment.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

PREFIX: Final = "share-"
_LONGEST: Final = 64  # characters that Telegram takes in a link to a bot
_SHARED: Final = re.compile(r"share-(?:([sa])-(\d{1,18})|e-([0-9a-z-]+))")
_DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyz"
_LARGEST: Final = 10**18  # below the largest number that a database has

Kind: TypeAlias = Literal["s", "a", "e"]  # a story, an actor, an edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A story by an article of it, an actor, or the stories of an edition by an article of each."""

    kind: Kind
    ids: tuple[int, ...]

    @property
    def payload(self) -> str:
        """What a link to the bot carries; of an edition as many stories as it can, those first before all."""
        if self.kind != "e":
            return f"{PREFIX}{self.kind}-{self.ids[0]}"
        return f"{PREFIX}e-{packed(self.ids, _LONGEST - len(PREFIX) - 2)}"


def is_shared(payload: str) -> bool:
    """Whether it says that it is passed on, well or not: then it invites nobody."""
    return payload.startswith(PREFIX)


def shared(payload: str) -> Shared | None:
    """What the payload opens; None where it opens nothing."""
    found = _SHARED.fullmatch(payload)
    if found is None:
        return None
    if found[3] is not None:
        ids = unpacked(found[3])
        return Shared(kind="e", ids=ids) if ids else None
    return Shared(kind="s" if found[1] == "s" else "a", ids=(int(found[2]),))


def packed(ids: Sequence[int], room: int) -> str:
    """The first of the numbers in so many characters, in digits and letters."""
    text = ""
    for id_ in ids:
        longer = f"{text}-{_written(id_)}" if text else _written(id_)
        if len(longer) > room:
            break
        text = longer
    return text


def unpacked(text: str) -> tuple[int, ...]:
    """The numbers again, each once; none where the text is none of ours."""
    parts = text.split("-")
    if not all(0 < len(part) <= len(_DIGITS) // 3 for part in parts):
        return ()
    return tuple(number for part in dict.fromkeys(parts) if 0 < (number := int(part, 36)) < _LARGEST)


def _written(number: int) -> str:
    text = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        text = _DIGITS[digit] + text
    return text
