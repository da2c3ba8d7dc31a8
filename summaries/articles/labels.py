"""The labels of a page: what its sections, address, title and the lines above its story call it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from summaries.articles.parts import Signs
from summaries.lexicon.genres import LABELS, TYPES
from summaries.models import Article, Genre

_FIELDS = re.compile(r"\s*[|·•:*]+\s*|\s+[-–—]+\s+")  # what a title puts between its sides
_LIST = re.compile(r"\s*[|/,>;:]\s*")
_EDGES = " \t*#:|•·–—-.[]()“”\"'!"
# "Live updates from Dover", "Tuesday's morning email": of these kinds a label may have words beside it.
_LABELS_WITH_MORE: Final[tuple[Genre, ...]] = ("live", "newsletter")
_LONG_LABELS: Final[Mapping[Genre, tuple[str, ...]]] = {
    genre: tuple(label for label in LABELS[genre] if "-" in label) for genre in _LABELS_WITH_MORE
}
_BUTTON: Final = "comment"  # on a line of its own it asks for one more often than it names a section
_MENU: Final = 4  # labels of sections on end are a menu, not a mark


def find_labels(article: Article, signs: Signs, front: Sequence[str]) -> frozenset[str]:
    """All that may name the kind, in the lexicon's form; `front` are the lines before the story."""
    return frozenset(_labels(article, signs, front))


def _labels(article: Article, signs: Signs, front: Sequence[str]) -> Iterator[str]:
    headline = article.headline.of(article.text) if article.headline else ""
    for section in signs.sections:
        yield from map(_label, _LIST.split(section))
        yield _label(section)
    yield from filter(None, _path(article.url or "").casefold().split("/"))
    for title in (signs.title, headline):
        yield from map(_label, _FIELDS.split(title))
    alone = [_label(line) for line in front if line != headline]
    if sum(one.count("-") < 2 for one in alone) <= _MENU:
        yield from (one for one in alone if one != _BUTTON)


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:  # no address: "http://[x"
        return ""


def _label(words: str) -> str:
    return "-".join(words.casefold().replace("’", "'").strip(_EDGES).split())


def genre_of_labels(labels: frozenset[str]) -> Genre | None:
    """The kind that a label names, None where none does."""
    for genre, known in LABELS.items():
        if labels & known:
            return genre
    longer = (
        genre
        for genre, long in _LONG_LABELS.items()
        if any(one.startswith(long) or one.endswith(long) for one in labels)
    )
    return next(longer, None)


def genre_of_types(types: frozenset[str]) -> Genre | None:
    """The kind that schema.org's types of the page name, None where they name none but news."""
    told = {TYPES[kind] for kind in types if kind in TYPES}
    if any("Article" in kind or kind == "BlogPosting" for kind in types):
        told.discard("other")  # a list of questions or a product stands beside an article
    return next((genre for genre in LABELS if genre in told), None)
