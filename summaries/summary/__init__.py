"""Doc → the sentences of the article that sum it up.

A sentence that cannot stand by itself is not eligible, however central; the others are ranked by a small
fitted sum (`weights.toml`) of sumy's centrality, place, length and overlaps.
"""

import re
from collections.abc import Sequence
from typing import Final

from spacy.tokens import Doc

from summaries.actors import Cast
from summaries.models import Article, Quote, Span
from summaries.pointing import lemmas_above
from summaries.sentences import Sentence
from summaries.summary.background import background, is_told_for_turn, is_turned
from summaries.summary.choice import SentenceCandidate, choose
from summaries.summary.definites import things
from summaries.summary.features import NEAR, content_words, details, forms, read_above, read_features
from summaries.summary.findings import findings
from summaries.summary.introductions import introductions
from summaries.summary.live import from_newest
from summaries.summary.standing import Standing, only_quoted, speaks, standings
from summaries.summary.voices import in_blocks, in_turns
from summaries.summary.weights import load_weights, score

__all__ = ["REACH", "bag_of_words", "summarise"]

REACH: Final = 60  # sentences from the start that are weighed; what news has not said by then is detail
_A_SENTENCE_OF: Final = 8  # a longer summary reaches further: eight sentences for each that is asked


def summarise(
    doc: Doc,
    article: Article,
    body: Sequence[Sentence],
    cast: Cast,
    quotes: Sequence[Quote],
    *,
    count: int = 3,
) -> tuple[Span, ...]:
    """At most `count` whole sentences of the `body` in order, each of which can be read where it stands.

    Fewer where the article has fewer; its first sentence where none stands alone, but no scene of long ago
    under a deck that tells the news.
    """
    sentences = from_newest(article, body)[: max(REACH, count * _A_SENTENCE_OF)]
    words = [content_words(doc, sentence.first, sentence.last) for sentence in sentences]
    weights = load_weights()
    voiced = in_turns(article, sentences) | in_blocks(article, sentences)
    before = background(doc, article, sentences)
    found = findings(doc, article.text, sentences)
    above = read_above(doc, article, sentences)
    scores = [
        score(features, weights)
        for features in read_features(article, sentences, words, before, found, above)
    ]
    scene = bool(before) and before[0]
    beside = details(words, above, scores, near=NEAR * count, scene=scene, found=any(found))
    if is_turned(article, sentences):
        beside = (False, *beside[1:])
    turns = is_told_for_turn(doc, article, sentences)
    brought_in, known = introductions(article, sentences, cast)
    candidates = [
        SentenceCandidate(
            score=scores[number],
            standing=Standing.NEVER if number in voiced else standing,
            words=bag_of_words(sentence.span.of(article.text)),
            carrying=forms(words[number]) - above.names,
            named=frozenset(met.named),
            needed=frozenset(met.needed),
            nouns=spoken_of.nouns,
            told=spoken_of.told,
            length=sentence.span.end - sentence.span.start,
            background=before[number],
            turns=number == 1 and turns,
            quoted=only_quoted(doc, sentence, article.text),
            beside=standing is Standing.ALONE and not found[number] and beside[number],
        )
        for number, (sentence, met, spoken_of, standing) in enumerate(
            zip(
                sentences,
                brought_in,
                things(doc, article, sentences),
                _standings(doc, article, sentences, cast, quotes, found),
                strict=True,
            )
        )
    ]
    chosen = choose(candidates, count=count, known=known)
    if not chosen and count > 0:
        first = next((n for n, row in enumerate(candidates) if row.standing is not Standing.NEVER), None)
        if first is not None and not (candidates[first].background and article.deck is not None):
            chosen = (first,)
    return tuple(sentences[number].span for number in chosen)


def _standings(
    doc: Doc,
    article: Article,
    sentences: Sequence[Sentence],
    cast: Cast,
    quotes: Sequence[Quote],
    found: Sequence[bool],
) -> tuple[Standing, ...]:
    above = [part.of(article.text) for part in (article.headline, article.deck) if part is not None]
    return standings(
        doc,
        article.text,
        sentences,
        quotes,
        cast,
        above=lemmas_above(doc, article),
        headed=article.headline is not None,
        own=any(map(speaks, above)),
        found=[number for number, finds in enumerate(found) if finds],
    )


def bag_of_words(words: str) -> frozenset[str]:
    """The different words, to tell whether two sentences say the same."""
    return frozenset(re.findall(r"\w+", words.casefold()))
