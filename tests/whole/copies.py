"""Articles like the one in seeds/, as many as a test needs: other names, other words, other paragraphs."""

import random
import re
from collections.abc import Iterator
from pathlib import Path

from tests.whole.process import SEED

_NAME = re.compile(r"\b[A-Z][a-z]{3,}\b")
_WORD = re.compile(r"\b[a-z]{6,}\b")
_SYLLABLES = ("ba", "dor", "el", "fin", "gra", "hul", "kir", "lo", "men", "nar", "pel", "ru", "sta", "vin")
_PARAGRAPHS = 6  # so that a thousand are read in bearable time


def write_copies(folder: Path, count: int) -> None:
    """So many files, no two alike; the same ones each time."""
    for number, text in enumerate(_copies(count)):
        (folder / f"copy-{number:04}.txt").write_text(text)


def headline_of(number: int) -> str:
    """What the copy is headed."""
    return f"Evacuation number {number} unravels"


def _copies(count: int) -> Iterator[str]:
    page, _, _, first, *rest = SEED.read_text().split("\n\n")
    vocabulary = sorted(set(_WORD.findall(first + "".join(rest))))
    for number in range(count):
        chance = random.Random(number)
        body = "\n\n".join([first, *chance.sample(rest, _PARAGRAPHS - 1)])
        names = {name: _coined(chance) for name in sorted(set(_NAME.findall(body)))}
        words = dict(zip(vocabulary, chance.sample(vocabulary, len(vocabulary)), strict=True))
        body = _NAME.sub(lambda found, names=names: names[found[0]], body)  # type: ignore[misc]
        body = _WORD.sub(lambda found, words=words: words.get(found[0], found[0]), body)  # type: ignore[misc]
        yield f"{page}\n\n{headline_of(number)}\n\n{body}\n"


def _coined(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=3)).capitalize()
