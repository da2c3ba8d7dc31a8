"""What one article tells of a name, or of some words: asked by a reply to it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import OSA
from rapidfuzz.process import extractOne

from bot.domain.articles import StoredArticle
from bot.domain.excerpts import apart
from bot.domain.matching import best_sentences, count_held
from bot.domain.passages import words_of
from summaries.models import Actor, Analysis, Quote, Span, meeting
from summaries.names import fold

_SENTENCES = 3
_QUOTES = 3
_LIKELY = 0.75  # of the letters agree: "asad" with "assad" is 0.8
_SHORTEST = 4  # letters of a name with a slip in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Within:
    """Verbatim: whom the words name, if anybody; what they said; what is told of them, or of the words."""

    article: StoredArticle
    actor: Actor | None = None
    quotes: tuple[Quote, ...] = ()
    sentences: tuple[Span, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.quotes or self.sentences)


def told_within(article: StoredArticle, words: Sequence[str]) -> Within:
    """What the article tells of whom the words name, else of the words; false where it tells nothing."""
    analysis = article.analysis
    place = _named(analysis, " ".join(words))
    if place is None:
        phrases = _phrases(words)
        found = best_sentences(phrases, analysis) if phrases else ()
        return Within(article=article, sentences=tuple(found)[:_SENTENCES])
    told = (analysis.quotes[each] for each in apart(analysis))
    said = tuple(quote for quote in told if quote.actor == place)[:_QUOTES]
    shown = {span for quote in said for piece in quote.content for span in meeting(analysis.sentences, piece)}
    of_it = (sentence for sentence in _telling(analysis, place) if sentence not in shown)
    return Within(
        article=article,
        actor=analysis.actors[place],
        quotes=said,
        sentences=tuple(dict.fromkeys(of_it))[:_SENTENCES],
    )


def quoted_within(article: StoredArticle, words: Sequence[str], sought: Sequence[str]) -> Within:
    """The quotations with half or more of the words that are sought, those first that hold most of all."""
    every, needed = _phrases(words), _phrases(sought)
    held: list[tuple[int, Quote]] = []
    for quote in (article.analysis.quotes[place] for place in apart(article.analysis)):
        said = words_of(article.analysis, quote)
        if needed and 2 * count_held(needed, said) >= len(needed):
            held.append((count_held(every, said), quote))
    most = max((count for count, _ in held), default=0)
    found = tuple(quote for count, quote in held if count == most)
    return Within(article=article, quotes=found[:_QUOTES])


def _phrases(words: Sequence[str]) -> Sequence[tuple[str, ...]]:
    return [phrase for word in words if (phrase := tuple(fold(word).split()))]


def _named(analysis: Analysis, words: str) -> int | None:
    """The place of the actor so named or called, the heaviest of several; else of one spelt nearly so."""
    names: dict[str, int] = {}
    for place, actor in enumerate(analysis.actors):
        for key in _keys(actor):
            names.setdefault(key, place)
    key = fold(words)
    if key in names or len(key) < _SHORTEST:
        return names.get(key)
    nearest = extractOne(key, names.keys(), scorer=OSA.normalized_similarity, score_cutoff=_LIKELY)
    return names[nearest[0]] if nearest is not None else None


def _keys(actor: Actor) -> Iterator[str]:
    for name in (actor.name, *actor.aliases):
        yield fold(name)
        if actor.kind == "person":
            yield from (word for word in fold(name).split() if len(word) > 1)


def _telling(analysis: Analysis, place: int) -> Iterator[Span]:
    """The sentences that name the actor: one with a pronoun says less without the one before."""
    text = analysis.article.text
    for mention in analysis.actors[place].mentions:
        if mention.of(text)[:1].isupper():
            yield from meeting(analysis.sentences, mention)
