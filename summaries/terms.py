"""The words that characterise an article: what its story is recognised by."""

from collections import defaultdict
from typing import Final

from spacy.tokens import Doc, Token

from summaries.lexicon import words
from summaries.models import Article, Span

MOST: Final = 40
# Words of reporting itself: frequent in every article, telling of none.
_OF_REPORTING: Final = words("""
    say tell add ask call report accord accuse announce statement reporter spokesman spokeswoman spokesperson
    official people person man woman year month week day time monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november december
    today yesterday go come get make take give know think want see look use find include need let try mr mrs
    ms new last first news story article photo
""")
_TELLING: Final = {
    "PROPN": 2.0,
    "NOUN": 1.0,
    "VERB": 0.5,
    "ADJ": 0.5,
}  # what a word says of an event, by its class
_IN_HEADLINE: Final = 3.0  # occurrences that one in the headline is worth
_EARLY: Final = 150  # tokens of the body that count twice: the lede and what follows it


def characteristic_terms(doc: Doc, article: Article) -> tuple[str, ...]:
    """Content lemmas of headline and body in lower case, strongest first, at most forty."""
    strength: dict[str, float] = defaultdict(float)
    body = _Reach(article.body)
    early = 0
    for token in doc:
        weight = _TELLING.get(token.pos_, 0.0)
        term = token.lemma_.lower().strip("'’")
        if not weight or token.is_stop or len(term) < 3 or not token.is_alpha or term in _OF_REPORTING:
            continue
        if article.headline is not None and article.headline.start <= token.idx < article.headline.end:
            strength[term] += weight * _IN_HEADLINE
        elif body.holds(token):
            early += 1
            strength[term] += weight * (2.0 if early <= _EARLY else 1.0)
    return tuple(sorted(strength, key=lambda term: (-strength[term], term))[:MOST])


class _Reach:
    """Tells of tokens, asked in text order, whether they stand in one of the spans."""

    def __init__(self, spans: tuple[Span, ...]) -> None:
        self._spans = spans
        self._current = 0

    def holds(self, token: Token) -> bool:
        while self._current < len(self._spans) and self._spans[self._current].end <= token.idx:
            self._current += 1
        return self._current < len(self._spans) and self._spans[self._current].start <= token.idx
