"""A large store for the benchmarks: stored analyses of real articles with names and words exchanged.

Every word gives way to one of its own length, so that each span still holds what it held. Names are drawn as
they occur in the news: a few in very many articles, most in a handful.
"""

import asyncio
import hashlib
import random
import re
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, delete, select

from bench.texts import some_texts
from bot.domain.articles import ArticleState
from bot.store import Store
from bot.store.articles.filing import FileStamp, file_article
from bot.store.database import tables
from bot.store.database.tables import actors, files
from summaries.models import Actor, Analysis

KEPT: Final = Path("build/bench")
READ_FOR_REAL: Final = 60
_AT_ONCE: Final = 200  # articles a transaction
_BEARERS: Final = 4000  # names of each length
_EXCHANGED: Final = 0.35  # of the words, beside all names
_SPAN: Final = timedelta(days=300)  # over which the articles were filed
_WORD: Final = re.compile(r"\w+")
_SYLLABLES: Final = ("ba", "de", "fi", "go", "hu", "ka", "le", "mi", "no", "ru", "sa", "te", "vi", "zo")


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """What the benchmark may ask for, and how large the store came out."""

    articles: int
    names: tuple[str, ...]  # of actors known and unknown alike
    words: tuple[str, ...]


def prepare(count: int) -> Path:
    """The SQLite file of a store with so many articles, made once for each version of what makes it."""
    rules = [Path(__file__), Path(tables.__file__)]
    made_by = hashlib.sha256(b"".join(path.read_bytes() for path in rules) + "".join(_texts()).encode())
    file = KEPT / f"library-{count}-{made_by.hexdigest()[:12]}.db"
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(".unfinished")
        for left in file.parent.glob(f"{unfinished.name}*"):
            left.unlink()
        asyncio.run(_fill(f"sqlite+aiosqlite:///{unfinished}", count))
        unfinished.rename(file)
    return file


async def survey(store: Store) -> Library:
    """What there is to ask for: heavy names and light ones, common words and rare ones."""
    chance = random.Random(1)

    def names(connection: Connection) -> list[str]:
        heavy = connection.execute(select(actors.c.name).order_by(actors.c.weight.desc()).limit(100))
        light = connection.execute(select(actors.c.name).order_by(actors.c.id).limit(5000))
        return [*heavy.scalars(), *chance.sample(sorted(set(light.scalars())), 100)]

    known = await store.database.read(names)
    words = sorted(
        {word for one in _texts() for word in _WORD.findall(one) if word.islower() and len(word) > 4}
    )
    asked = [" ".join(chance.sample(words, chance.choice((1, 1, 2)))) for _ in range(200)]
    chance.shuffle(known)
    return Library(articles=await store.articles.count(), names=tuple(known), words=tuple(asked))


async def _fill(url: str, count: int) -> None:
    """Files so many articles, all differing, as if over the last three hundred days."""
    originals = _real_analyses()
    first = datetime.now(UTC) - _SPAN
    numbered = enumerate(_variants(originals, _vocabulary(originals), count))
    store = await Store.open(url)
    while batch := list(islice(numbered, _AT_ONCE)):
        await store.database.write(partial(_file, batch=batch, first=first, count=count))
        await store.database.measure()
    # A bot started on an empty folder withdraws nothing.
    await store.database.write(lambda connection: connection.execute(delete(files)))
    await store.close()


def _texts() -> list[str]:
    return some_texts(READ_FOR_REAL)


def _real_analyses() -> tuple[Analysis, ...]:
    texts = _texts()
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        return tuple(pool.map(_analysed, range(len(texts)), texts, chunksize=8))


def _analysed(number: int, content: str) -> Analysis:
    from summaries.analysis import analyze
    from summaries.articles import parse

    return analyze(parse(content, path=f"{number}.txt"))


def _vocabulary(analyses: Sequence[Analysis]) -> dict[int, tuple[str, ...]]:
    """The lower-case words of all articles by length."""
    words = {word for one in analyses for word in _WORD.findall(one.article.text) if word.islower()}
    return {length: tuple(sorted(w for w in words if len(w) == length)) for length in range(5, 16)}


def _variants(
    originals: Sequence[Analysis], vocabulary: Mapping[int, Sequence[str]], count: int
) -> Iterator[Analysis]:
    for number in range(count):
        chance = random.Random(number)
        yield _varied(originals[number % len(originals)], vocabulary, chance)


def _varied(analysis: Analysis, vocabulary: Mapping[int, Sequence[str]], chance: random.Random) -> Analysis:
    exchange: dict[str, str] = {}
    for actor in analysis.actors:
        if actor.kind in ("person", "organization"):
            for word in _WORD.findall(actor.name):
                if word[0].isupper() and len(word) > 3:
                    exchange[word] = _name(len(word), int(_BEARERS ** chance.random()))
    article = analysis.article
    for word in sorted(set(_WORD.findall(article.text))):
        if word.islower() and len(word) in vocabulary and chance.random() < _EXCHANGED:
            exchange[word] = chance.choice(vocabulary[len(word)])

    def exchanged(words: str) -> str:
        return _WORD.sub(lambda word: exchange.get(word.group(), word.group()), words)

    content = exchanged(article.text)
    body = " ".join(span.of(content) for span in article.body)
    return replace(
        analysis,
        article=replace(article, text=content, id=hashlib.sha256(body.encode()).hexdigest()[:32]),
        actors=tuple(
            _renamed(actor, exchanged(actor.name), map(exchanged, actor.aliases)) for actor in analysis.actors
        ),
        terms=tuple(exchanged(term) for term in analysis.terms),
    )


def _renamed(actor: Actor, name: str, aliases: Iterator[str]) -> Actor:
    return replace(
        actor, name=name, aliases=tuple(dict.fromkeys(alias for alias in aliases if alias != name))
    )


def _name(length: int, number: int) -> str:
    """One of the names of that length, the same for the same number."""
    chance = random.Random(length * _BEARERS + number)
    return "".join(chance.choices(_SYLLABLES, k=length // 2 + 1))[:length].capitalize()


def _file(
    connection: Connection, *, batch: Sequence[tuple[int, Analysis]], first: datetime, count: int
) -> None:
    for number, analysis in batch:
        filed = first + _SPAN * (number / count)
        article = replace(analysis.article, event_date=filed.date(), page_date=None)
        stamp = FileStamp(path=f"{number}.txt", size=1, modified_ns=number, reader="bench")
        file_article(
            connection,
            replace(analysis, article=article),
            stamp=stamp,
            state=ArticleState.LIVE,
            now=filed,
        )
