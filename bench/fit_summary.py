"""Fits summaries/summary/weights.toml again and prints what each part of it brings, cross-validated.

python -m bench.fit_summary FOLDER            the folder holds summaries.gold.jsonl
python -m bench.fit_summary FOLDER --ablate   also the table of docs/accuracy.md
"""

import argparse
import json
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

import numpy as np
from rouge_score.tokenizers import DefaultTokenizer

from bench.fitting import Example, Figure, Floats, cross_validate, example, fit, gain
from summaries import articles
from summaries.actors import find_actors
from summaries.language import load_pipeline, read
from summaries.quotes import find_quotes
from summaries.sentences import read_sentences
from summaries.summary import REACH, bag_of_words
from summaries.summary.background import background
from summaries.summary.features import RANKED, RANKER, Features, content_words, read_above, read_features
from summaries.summary.findings import findings
from summaries.summary.ranking import RANKERS, rank
from summaries.summary.standing import standings
from summaries.summary.weights import WEIGHTS_FILE

FITTED: Final = ("place", "second", "length", "recurring", "central", "lede")
NAMES: Final = Features._fields


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadArticle:
    """An article as the fit sees it, and the content words that a ranker is given."""

    example: Example
    words: tuple[tuple[str, ...], ...]


def read_folder(folder: Path) -> Iterator[ReadArticle]:
    """Every article of the folder's gold file, read as the product reads it."""
    nlp = load_pipeline()
    tokens = DefaultTokenizer(use_stemmer=True).tokenize
    with (folder / "summaries.gold.jsonl").open(encoding="utf-8") as lines:
        for gold in map(json.loads, lines):
            article = articles.parse(gold["text"], path=gold["id"])
            doc = read(article, nlp)
            cast = find_actors(doc, article)
            sentences = read_sentences(doc, article)[:REACH]
            words = tuple(content_words(doc, sentence.first, sentence.last) for sentence in sentences)
            shown = [sentence.span.of(article.text) for sentence in sentences]
            yield ReadArticle(
                example=example(
                    read_features(
                        article,
                        sentences,
                        words,
                        background(doc, article, sentences),
                        findings(doc, article.text, sentences),
                        read_above(doc, article, sentences),
                    ),
                    standings(doc, article.text, sentences, find_quotes(doc, article, cast), cast),
                    [bag_of_words(some) for some in shown],
                    [tokens(some) for some in shown],
                    highlights=tokens(gold["summary"]),
                    lead=tokens(gold["lead3"]),
                ),
                words=words,
            )


def columns_of(*names: str) -> list[int]:
    """The places of the named features."""
    return [NAMES.index(name) for name in names]


def write_weights(weights: Floats) -> None:
    """Puts the fitted numbers into the file; its comments and chosen numbers stay."""
    text = WEIGHTS_FILE.read_text(encoding="utf-8")
    for name in FITTED:
        line = f"{name} = {weights[NAMES.index(name)]:.3f}"
        text = re.sub(rf"^{name} = .*$", line, text, flags=re.MULTILINE)
    WEIGHTS_FILE.write_text(text, encoding="utf-8")


def ablation(read_articles: Sequence[ReadArticle]) -> Iterator[tuple[str, Figure]]:
    """All parts, all but one, and each other ranker of sumy's in the place of the one that is used."""
    examples = [row.example for row in read_articles]
    yield "all", cross_validate(examples, columns_of(*FITTED))
    for name in FITTED:
        yield (
            f"without {name}",
            cross_validate(examples, columns_of(*(other for other in FITTED if other != name))),
        )
    yield "place alone", cross_validate(examples, columns_of("place"))
    plain = tuple(name for name in FITTED if name not in ("central", "recurring"))
    yield "without central and recurring", cross_validate(examples, columns_of(*plain))
    for ranker in sorted(RANKERS):
        ranked = [_ranked_by(row, rank(row.words[:RANKED], ranker)) for row in read_articles]
        yield f"{ranker} alone", cross_validate(ranked, columns_of("central"))
        yield f"{ranker}, without recurring", cross_validate(ranked, columns_of(*plain, "central"))
        if ranker != RANKER:
            yield f"{ranker} for {RANKER}", cross_validate(ranked, columns_of(*FITTED))


def _ranked_by(row: ReadArticle, places: Sequence[float]) -> Example:
    features = row.example.features.copy()
    features[:, NAMES.index("central")] = 0.0
    features[: len(places), NAMES.index("central")] = places
    return replace(row.example, features=features)


def main(arguments: Sequence[str]) -> int:
    """Fits, writes the weights, prints the figures."""
    parser = argparse.ArgumentParser(prog="python -m bench.fit_summary", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--ablate", action="store_true")
    options = parser.parse_args(arguments)
    if not (options.folder / "summaries.gold.jsonl").is_file():
        print(f"{options.folder}: no summaries.gold.jsonl to fit on", file=sys.stderr)
        return 1
    read_articles = list(read_folder(options.folder))
    examples = [row.example for row in read_articles]
    weights = fit(examples, columns_of(*FITTED))
    write_weights(weights)
    print(f"on the articles fitted on: {np.mean([gain(one, weights) for one in examples]):+.4f}")
    rows = (
        ablation(read_articles)
        if options.ablate
        else [("all", cross_validate(examples, columns_of(*FITTED)))]
    )
    print("| parts | ROUGE-1 above the first three sentences | standard error |\n| --- | --- | --- |")
    for name, figure in rows:
        print(f"| {name} | {figure.gain:+.4f} | {figure.error:.4f} |", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
