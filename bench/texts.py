"""Texts to measure with: gold ones from the folder that EVAL names, or made ones."""

import os
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

SEEDS: Final = Path("seeds")
_NAMES: Final = ("Brook", "Reed", "Calder", "Moss", "Thorne", "Vale", "Wick", "Yarrow", "Aldous", "Penn")
_FIRST: Final = ("Ada", "Tom", "Ines", "Paul", "Ruth", "Omar", "Lena", "Hugh", "Mira", "Saul")


def some_texts(count: int) -> list[str]:
    """The same texts at every run: a choice of the gold ones, or the seeds'; more than there are, varied."""
    folder = os.environ.get("EVAL")
    gold = sorted(Path(folder).glob("*/*.txt")) if folder else []
    chosen = random.Random(0).sample(gold, min(count, len(gold))) or sorted(SEEDS.glob("*.txt"))
    texts = [path.read_text(encoding="utf-8") for path in chosen]
    more = range(len(texts), count)
    return [*texts, *(_varied(texts[number % len(texts)], random.Random(number)) for number in more)]


def _varied(text: str, chance: random.Random) -> str:
    """The text with its capitalised words exchanged for one another, and two thirds of its paragraphs."""
    names = sorted(set(re.findall(r"(?<=[a-z,] )[A-Z][a-z]{3,}", text)))
    other = dict(zip(names, chance.sample(names, len(names)), strict=True))
    paragraphs = text.split("\n\n")
    kept = [paragraph for paragraph in paragraphs if chance.random() < 2 / 3] or paragraphs
    return re.sub(r"[A-Z][a-z]{3,}", lambda word: other.get(word.group(), word.group()), "\n\n".join(kept))


def _person(number: int) -> str:
    return f"{_FIRST[number % 10]} {_NAMES[number // 10 % 10]}{chr(97 + number // 100)}"


def many_sentences(count: int) -> str:
    """An article of so many sentences on forty people."""
    chance = random.Random(0)
    things = ("bridge", "harbour", "market", "school", "ferry", "mill", "station", "road", "tower", "canal")
    sentences = (
        f"{_person(chance.randrange(40))} closed the {chance.choice(things)} near the "
        f"{chance.choice(things)} after {chance.randrange(2, 90)} complaints "
        f"about the {chance.choice(things)}."
        for _ in range(count)
    )
    return _paragraphs(list(sentences), 5)


def many_actors(count: int) -> str:
    """An article in which so many people act once each."""
    return _paragraphs([f"{_person(n)} opened a shop beside the river on Monday." for n in range(count)], 4)


def many_marks(count: int) -> str:
    """An article with so many quotation marks."""
    said = [f"“The road is closed for {n} days,” {_person(n % 50)} said." for n in range(count // 2)]
    return _paragraphs(said, 3)


def _paragraphs(sentences: Sequence[str], size: int) -> str:
    grouped = (" ".join(sentences[start : start + size]) for start in range(0, len(sentences), size))
    return "Shops by the river\n\n" + "\n\n".join(grouped)
