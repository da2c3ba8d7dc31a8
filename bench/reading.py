"""How fast articles are read, as ratios: to spaCy's pass, two workers to one, twice the text to once."""

import gc
import re
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Final

from bench.rows import Row, Size
from bench.texts import many_actors, many_marks, many_sentences, some_texts
from summaries import articles
from summaries.actions import find_actions
from summaries.actors import find_actors
from summaries.analysis import analyze
from summaries.apart import Apart
from summaries.language import load_pipeline, read
from summaries.models import Article
from summaries.quotes import Reading, find_quotes, judge, quotes_in
from summaries.sentences import read_sentences
from summaries.summary import summarise
from summaries.summary.ranking import rank
from summaries.tellings import find_tellings
from summaries.terms import characteristic_terms

ARTICLES: Final[dict[Size, int]] = {"small": 30, "full": 300}
LONG: Final[dict[Size, int]] = {
    "small": 1500,
    "full": 4000,
}  # sentences of the whole reading; 4000 are 200 KB
ROUNDS: Final = 3  # of what is compared; the best counts, as other work on the machine only ever adds


def run(size: Size) -> Iterator[Row]:
    """The rows of reading, over the gold articles where they are, else over the seeds varied."""
    found = some_texts(ARTICLES[size])
    texts = [articles.parse(text, path=f"{number}.txt") for number, text in enumerate(found)]
    nlp = load_pipeline()
    read(texts[0], nlp)  # the first text pays for what is loaded late
    yield from _beside_spacy(texts)
    yield _beside_lex_rank(texts)
    yield _two_workers(texts)
    yield from _growth(size)


def _beside_spacy(texts: Sequence[Article]) -> Iterator[Row]:
    """Article by article, spaCy's pass and then ours on its Doc, so that both meet the same machine."""
    nlp = load_pipeline()
    steps = dict.fromkeys(
        ("spacy", "actors", "quotes", "doubts", "sentences", "actions", "summary", "tellings", "terms"), 0.0
    )
    gc.collect()
    for article in texts:
        clock = _Clock(steps)
        doc = read(article, nlp)
        clock.lap("spacy")
        cast = find_actors(doc, article)
        clock.lap("actors")
        reading = Reading(doc, article.text)
        quotes = quotes_in(reading, article, cast)
        clock.lap("quotes")
        judged = judge(reading, article, quotes, cast)
        clock.lap("doubts")
        sentences = read_sentences(doc, article)
        clock.lap("sentences")
        apart = Apart(doc, article, sentences, cast)
        actions = find_actions(doc, sentences, cast, quotes, apart)
        clock.lap("actions")
        summary = summarise(doc, article, sentences, cast, quotes)
        clock.lap("summary")
        hidden = (*judged.doubtful, *judged.leaning)
        find_tellings(
            doc, sentences, cast, quotes, apart, actions=actions, hidden=hidden, summary=frozenset(summary)
        )
        clock.lap("tellings")
        characteristic_terms(article)
        clock.lap("terms")
    bare = steps.pop("spacy")
    yield Row(
        name="everything of ours on top of spaCy's pass", value=sum(steps.values()) / bare, unit="×", goal=0.2
    )
    for step, seconds in steps.items():
        yield Row(name=f"  of it {step}", value=seconds / bare, unit="×")
    yield Row(name="spaCy's pass", value=len(texts) / bare, unit="articles/s", less_is_better=False)


class _Clock:
    def __init__(self, steps: dict[str, float]) -> None:
        self._steps = steps
        self._last = time.process_time()

    def lap(self, step: str) -> None:
        now = time.process_time()
        self._steps[step] += now - self._last
        self._last = now


def _beside_lex_rank(texts: Sequence[Article]) -> Row:
    """Our summary against sumy's LexRank over every sentence of the same articles."""
    nlp = load_pipeline()
    ours = theirs = 0.0
    for article in texts[:40]:
        doc = read(article, nlp)
        cast = find_actors(doc, article)
        quotes = find_quotes(doc, article, cast)
        sentences = read_sentences(doc, article)
        ours += _seconds(lambda: summarise(doc, article, sentences, cast, quotes))  # noqa: B023 - called at once
        words = [re.findall(r"\w+", sentence.span.of(article.text).lower()) for sentence in sentences]
        theirs += _seconds(lambda: rank(words, "lex_rank"))  # noqa: B023 - called at once
    return Row(name="our summary against sumy's LexRank", value=ours / theirs, unit="×", goal=1.0)


def _two_workers(texts: Sequence[Article]) -> Row:
    """The same articles by one worker process and by two, in turn; all are warm before the clock starts."""
    shares = [texts[number::8] for number in range(8)]
    with ProcessPoolExecutor(1) as one, ProcessPoolExecutor(2) as two:
        for pool in (one, two, two):
            list(pool.map(_analyse_all, [texts[:1]] * 4))
        rounds = [
            [_elapsed(lambda: list(pool.map(_analyse_all, shares))) for pool in (one, two)]  # noqa: B023
            for _ in range(ROUNDS)
        ]
    alone, together = (min(seconds) for seconds in zip(*rounds, strict=True))
    return Row(
        name="two workers against one", value=alone / together, unit="×", goal=1.7, less_is_better=False
    )


def _analyse_all(texts: Sequence[Article]) -> int:
    return sum(len(analyze(article).sentences) for article in texts)


def _growth(size: Size) -> Iterator[Row]:
    """Twice the text in how much of the time: 2 is linear."""
    long = LONG[size]
    yield _growing(
        f"{2 * long:,} sentences against {long:,}",
        many_sentences,
        long,
        _all,
        goal=2.3,
        note="the whole reading",
    )
    for name, make, much in (
        ("2,000 sentences against 1,000", many_sentences, 1000),
        ("500 actors against 250", many_actors, 250),
        ("3,000 quotation marks against 1,500", many_marks, 1500),
    ):
        yield _growing(name, make, much, _ours, goal=2.5, note="ours, spaCy's pass left out")


def _growing(
    name: str,
    make: Callable[[int], str],
    much: int,
    working: Callable[[Article], Callable[[], object]],
    *,
    goal: float,
    note: str,
) -> Row:
    once, twice = (articles.parse(make(amount), path="long.txt") for amount in (much, 2 * much))
    works = working(once), working(twice)
    rounds = [[_seconds(work) for work in works] for _ in range(ROUNDS)]
    alone, double = (min(seconds) for seconds in zip(*rounds, strict=True))
    return Row(name=name, value=double / alone, unit="×", goal=goal, note=f"{note}; 2 is linear")


def _all(article: Article) -> Callable[[], object]:
    """The whole reading, spaCy's pass and ours."""
    return lambda: analyze(article)


def _ours(article: Article) -> Callable[[], None]:
    """The work of everything on top of spaCy's pass."""
    doc = read(article, load_pipeline())

    def everything() -> None:
        cast = find_actors(doc, article)
        quotes = find_quotes(doc, article, cast)
        sentences = read_sentences(doc, article)
        find_actions(doc, sentences, cast, quotes, Apart(doc, article, sentences, cast))
        summarise(doc, article, sentences, cast, quotes)
        characteristic_terms(article)

    return everything


def _seconds(work: Callable[[], object]) -> float:
    """Of this process, without the collector's walks over all Docs in memory, as timeit measures."""
    gc.collect()
    gc.disable()
    begun = time.process_time()
    work()
    seconds = time.process_time() - begun
    gc.enable()
    return seconds


def _elapsed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun
