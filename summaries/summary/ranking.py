"""sumy's rankers over words that spaCy found; the only import of sumy.

sumy brings its own tokenizer, which needs models that no package carries. Here its sentences are bare
numbers, and its "tokenizer" looks the words of a number up.
"""

from collections.abc import Mapping, Sequence
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

RANKERS: Final[Mapping[Ranker, type[AbstractSummarizer]]] = {
    "kl": KLSummarizer,
    "lex_rank": LexRankSummarizer,
    "lsa": LsaSummarizer,
    "luhn": LuhnSummarizer,
    "reduction": ReductionSummarizer,
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
