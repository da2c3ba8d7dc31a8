"""Tells the language that an article is written in."""

from functools import cache
from typing import Protocol

from summaries.articles.parts import ArticleParts

_SHORTEST = 60  # characters: below, names alone decide
_SAMPLE = 1_500  # characters; more changed no answer and costs time
_SUREST = 0.9  # probability, of the languages known


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def find_language(parts: ArticleParts) -> str | None:
    """The ISO 639-1 code, None where it cannot be told."""
    headline = parts.headline.of(parts.text) if parts.headline else ""
    body = parts.text[parts.words : parts.words + _SAMPLE]
    sample = f"{headline}\n{body}"
    if sum(map(str.isalpha, sample)) < _SHORTEST:
        return None
    code, probability = _identifier().classify(sample)
    return code if probability >= _SUREST else None


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # loads numpy and its model

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
