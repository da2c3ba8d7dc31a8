"""sumy's rankers over words that spaCy found; the only import of sumy.

sumy brings its own tokenizer, which needs models that no package carries. Here its sentences are bare
numbers, and its "tokenizer" looks the words of a number up.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final, Literal

from sumy.models.dom import ObjectDocumentModel, Paragraph, Sentence
from sumy.summarizers._summarizer import AbstractSummarizer
from sumy.summarizers.kl import KLSummarizer
from sumy.summarizers.lex_rank import LexRankSummarizer
from sumy.summarizers.lsa import LsaSummarizer
from sumy.summarizers.luhn import LuhnSummarizer
from sumy.summarizers.reduction import ReductionSummarizer
from sumy.summarizers.sum_basic import SumBasicSummarizer
from sumy.summarizers.text_rank import TextRankSummarizer

Ranker = Literal["kl", "lex_rank", "lsa", "luhn", "reduction", "sum_basic", "text_rank"]


class _Reduction(ReductionSummarizer):  # type: ignore[misc]
    """sumy's own ratings, by counts of words: sumy compares each word of a sentence with each of another."""

    def rate_sentences(self, document: ObjectDocumentModel) -> Mapping[Sentence, float]:
        """What each sentence shares with the others, by the lengths of the two."""
        sentences = document.sentences
        counts = [Counter(self._to_words_set(sentence)) for sentence in sentences]
        lengths = [count.total() for count in counts]
        # Of each word, and how often it is there.
        places: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for number, count in enumerate(counts):
            for word, times in count.items():
                places[word].append((number, times))
        shared: Counter[tuple[int, int]] = Counter()
        for found in places.values():
            for (one, ours), (other, theirs) in combinations(found, 2):
                shared[one, other] += ours * theirs
        ratings = [0.0] * len(sentences)
        for (one, other), words in sorted(shared.items()):
            if lengths[one] * lengths[other] > 1:
                rating = words / (math.log(lengths[one]) + math.log(lengths[other]))
                ratings[one] += rating
                ratings[other] += rating
        return dict(zip(sentences, ratings, strict=True))


RANKERS: Final[Mapping[Ranker, type[AbstractSummarizer]]] = {
    "kl": KLSummarizer,
    "lex_rank": LexRankSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
    "reduction": _Reduction,
    "sum_basic": SumBasicSummarizer,
    "text_rank": TextRankSummarizer,
}


class _Words:
    """Stands where sumy wants a tokenizer: a sentence's text is its number."""

    def __init__(self, words: Sequence[Sequence[str]]) -> None:
        self._words = words

    def to_words(self, number: str) -> tuple[str, ...]:
        return tuple(self._words[int(number)])


def rank(words: Sequence[Sequence[str]], ranker: Ranker) -> tuple[float, ...]:
    """How highly the ranker places each sentence, 1.0 the first and 0.0 the last, by the sentence's words."""
    order: list[int] = []

    def keep(rated: list[object]) -> list[object]:
        order.extend(int(str(row.sentence)) for row in rated)  # type: ignore[attr-defined]
        return rated

    tokenizer = _Words(words)
    paragraph = Paragraph([Sentence(str(number), tokenizer) for number in range(len(words))])
    RANKERS[ranker]()(ObjectDocumentModel([paragraph]), keep)
    places = [0.0] * len(words)
    for place, number in enumerate(order):
        places[number] = 1.0 - place / max(1, len(words) - 1)
    return tuple(places)
