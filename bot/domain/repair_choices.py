"""What an editor can choose from when an article is repaired: pure, the likeliest first."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from bot.domain import excerpts, pull_quotes
from bot.domain.articles import StoredArticle, Story
from bot.domain.editing import Bench
from bot.domain.repairing import words_of_quote
from bot.domain.repairs import key_of, plain_words
from bot.domain.word_places import among, places_of
from summaries.lexicon import words
from summaries.lexicon.cues import PLAIN_CUES
from summaries.models import Analysis, Quote, Span, meeting
from summaries.names import fold

LONGEST_NAMING = 8  # words that name somebody: "a senior official of the interior ministry"
_BETWEEN = re.compile(r"[,;:()“”\"—–.!?\n]+")
_SAYING = (
    words("said says told tells") | {f"{cue}ed" for cue in PLAIN_CUES} | {f"{cue}d" for cue in PLAIN_CUES}
)
_NOBODY = words("he she they it we i you who him her them his their and but that")

Item = TypeVar("Item")


def pulled(article: StoredArticle) -> Quote | None:
    """The quotation that stands for the article now."""
    shown = excerpts.summary_of(article.analysis, excerpts.SENTENCES)
    pull = pull_quotes.pull_quote(Story(id=article.story_id, articles=(article,)), shown=shown)
    return pull.quote if pull is not None else None


def pullable(article: StoredArticle) -> tuple[Quote, ...]:
    """The other quotations, the next best first."""
    shown = excerpts.summary_of(article.analysis, excerpts.SENTENCES)
    now = pulled(article)
    return tuple(one for one in pull_quotes.best_first(article, shown=shown) if one != now)


def sentences(analysis: Analysis) -> tuple[Span, ...]:
    """Those that do not stand in the summary, in text order."""
    return tuple(span for span in analysis.sentences if not among(span, analysis.summary))


def speakers(bench: Bench, quote: Quote) -> tuple[str, ...]:
    """Whose the words may be besides: actors of the article, and what else is named beside the words."""
    analysis = bench.article.analysis
    text, start = analysis.article.text, quote.content[0].start
    now = None if quote.actor is None else analysis.actors[quote.actor].name

    def distance(name: str) -> int:
        return min((abs(span.start - start) for span in mentions[name]), default=len(text))

    mentions = {actor.name: actor.mentions for actor in analysis.actors if actor.name != now}
    beside = _beside(bench.reading, quote)
    others = (
        plain_words(one.speaker.of(text)) for one in analysis.quotes if one.speaker and one.actor is None
    )
    known = {fold(form) for actor in analysis.actors for form in (actor.name, *actor.aliases)}
    named = (name for name in (*beside, *others) if fold(name) not in known and _names(name))
    return tuple(dict.fromkeys((*named, *sorted(mentions, key=distance))))


def typed_speaker(bench: Bench, words: str) -> str | None:
    """The words by which the article names a speaker, as they were typed; None where it has no such words."""
    asked = plain_words(words)
    if not 0 < len(asked.split()) <= LONGEST_NAMING or not any(map(str.isalpha, asked)):
        return None
    text = bench.reading.article.text
    return asked if any(_stands_whole(text, span) for span in places_of(text, asked)) else None


def _stands_whole(text: str, span: Span) -> bool:
    """Whether no letter or figure goes on before or behind."""
    before, behind = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    return not before.isalnum() and not behind.isalnum()


def _beside(reading: Analysis, quote: Quote) -> Iterator[str]:
    """What stands in the sentences of a quotation, outside of it and of its cue."""
    text = reading.article.text
    for around in meeting(reading.sentences, Span(quote.content[0].start, quote.content[-1].end)):
        end = around.start
        inside = [*quote.content, *((quote.cue,) if quote.cue else ())]
        for span in (*sorted(inside), Span(around.end, around.end)):
            yield from map(_without_cue, _BETWEEN.split(text[end : max(end, span.start)]))
            end = max(end, min(span.end, around.end))


def _without_cue(piece: str) -> str:
    told = piece.split()
    while told and told[0].casefold() in _SAYING:
        told = told[1:]
    while told and told[-1].casefold() in _SAYING:
        told = told[:-1]
    return " ".join(told)


def _names(piece: str) -> bool:
    told = piece.casefold().split()
    return 0 < len(told) <= LONGEST_NAMING and told[0] not in _NOBODY and any(map(str.isalpha, piece))


# ------------------------------------------------------------------ what a button means


def quote_meant(analysis: Analysis, key: str) -> Quote | None:
    """The quotation of the key; None where the article is read otherwise since."""
    return _meant(excerpts.quotations(analysis), key, lambda quote: words_of_quote(analysis, quote))


def sentence_meant(analysis: Analysis, spans: Iterable[Span], key: str) -> Span | None:
    """The sentence of the key among these."""
    return _meant(spans, key, lambda span: plain_words(span.of(analysis.article.text)))


def name_meant(names: Iterable[str], key: str) -> str | None:
    """The name of the key among these."""
    return _meant(names, key, str)


def _meant(items: Iterable[Item], key: str, words_of: Callable[[Item], str]) -> Item | None:
    return next((item for item in items if key_of(words_of(item)) == key), None)
