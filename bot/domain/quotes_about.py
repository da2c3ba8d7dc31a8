"""Which of somebody's quotations are about some words: those that hold them, then those beside them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from bot.domain.articles import FiledQuote
from bot.domain.matching import Phrase, count_held
from bot.domain.passages import leads_to, words_of
from summaries.models import Analysis, Quote, meeting
from summaries.names import fold

LOOKED_AT = 100  # quotations, the newest
Nearness: TypeAlias = Literal["said", "article", "none"]


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """The quotations, the nearest first, and how near the first is.

    Near: it or its sentences hold some of the words; else its article does; else nothing does.
    """

    quotes: tuple[FiledQuote, ...]
    nearness: Nearness


def nearest_first(quotes: Iterable[FiledQuote], words: str) -> About:
    """Those with most of the words first, then those whose sentences have most of them, then by article."""
    phrases = [phrase for word in words.split() if (phrase := tuple(fold(word).replace("-", " ").split()))]
    held = [(_held(one, phrases), one) for one in quotes]
    held.sort(key=lambda each: each[0], reverse=True)  # of equals the order stays
    said, beside, article = held[0][0] if held else (0, 0, 0)
    nearness: Nearness = "said" if said or beside else "article" if article else "none"
    return About(quotes=tuple(one for _, one in held), nearness=nearness)


def _held(filed: FiledQuote, phrases: Sequence[Phrase]) -> tuple[int, int, int]:
    """How many of the phrases its words hold, its sentences, and its article."""
    analysis = filed.article.analysis
    texts = (
        words_of(analysis, filed.quote),
        " ".join(_sentences(analysis, filed.quote)),
        analysis.article.text,
    )
    said, beside, article = (count_held(phrases, text) for text in texts)
    return said, beside, article


def _sentences(analysis: Analysis, quote: Quote) -> Iterator[str]:
    lead = leads_to(analysis, quote)
    spans = [*([lead] if lead is not None else []), *quote.content]
    for sentence in dict.fromkeys(each for span in spans for each in meeting(analysis.sentences, span)):
        yield sentence.of(analysis.article.text)
