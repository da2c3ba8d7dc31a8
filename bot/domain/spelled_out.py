"""Letters that stand for a name, and the words that say for which: "People Against Tar", then "PAT"."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final

_LETTERS: Final = re.compile(r"(?<![\w(.’'-])[A-Z]{3,5}(?![\w)])")
_SHOUTED: Final = re.compile(r"[A-Z]{3,} [A-Z]{3,}")
_MOST: Final = 4  # of one passage: more are a list
_SMALL: Final = r"\W+(?:(?:and|at|for|in|of|on|the|to)\W+)*"


def letters_untold(words: str, headline: str) -> Iterator[str]:
    """Those of the words that neither they nor the headline spell out; none of words in capitals."""
    if _SHOUTED.search(words):
        return
    for letters in islice(dict.fromkeys(_LETTERS.findall(words)), _MOST):
        if letters not in headline and not spells_out(words, letters):
            yield letters


def spells_out(words: str, letters: str) -> bool:
    """Whether they say for what the letters stand: "(DNP)", "known as DNP", or a name of those initials."""
    if f"({letters})" in words or f"known as {letters}" in words:
        return True
    return re.search(r"\b" + _SMALL.join(rf"{letter}[\w’'-]+" for letter in letters), words) is not None
