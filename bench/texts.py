"""Texts to measure with: gold ones from the folder that EVAL names, or made ones."""

import os
import random
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

SEEDS: Final = Path("seeds")
_NAMES: Final = ("Brook", "Reed", "Calder", "Moss", "Thorne", "Vale", "Wick", "Yarrow", "Aldous", "Penn")
_ENDINGS: Final = ("ton", "ford", "ham", "wick", "by", "mouth", "field", "port", "gate", "mere")
_WORKS: Final = (
    "bridge", "harbour", "market", "school", "ferry", "mill", "station", "road", "tower", "canal",
    "library", "museum", "clinic", "stadium", "airport", "theatre", "prison", "depot", "quarry", "dam",
)  # fmt: skip
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


def some_news(count: int) -> list[str]:
    """So many short reports, about four of each event, no two alike: who did what where, and who said so."""
    events = max(1, count * 26 // 100)
    return [_report(number % events, random.Random(number)) for number in range(count)]


def _report(event: int, chance: random.Random) -> str:
    town, other = (f"{_NAMES[n % 10]}{_ENDINGS[n // 10 % 10]}" for n in (event, event // 7 + 3))
    what, mayor, witness = _WORKS[event // 100 % 20], _person(event % 1000), _person(chance.randrange(1000))
    damage, day = chance.randrange(2, 9000), chance.choice(("Monday", "Tuesday", "Thursday", "Sunday"))
    sentences = [
        f"The {what} of {town} was closed on {day} after {damage} complaints from {other}.",
        f"“We waited {chance.randrange(3, 90)} years for the {what},” said {mayor}, the mayor of {town}.",
        f"{witness} told the council that the {chance.choice(_WORKS)} would be next.",
        f"The government in {other} promised {chance.randrange(2, 900)} million for repairs.",
    ]
    kept = sentences[: chance.choice((3, 4))]
    return "\n\n".join((f"{town} closes its {what}, {damage} complain", *kept))


def _paragraphs(sentences: Sequence[str], size: int) -> str:
    grouped = (" ".join(sentences[start : start + size]) for start in range(0, len(sentences), size))
    return "Shops by the river\n\n" + "\n\n".join(grouped)
