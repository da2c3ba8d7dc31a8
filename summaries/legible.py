"""The text as the language pipeline reads it best, and the way back to the text as it stands.

Saved pages hyphenate names with signs that nobody sees, hold their words together with no-break spaces, and
write an accent as a sign of its own; print has an apostrophe in "O’Dea" that is not the typewriter's. The
pipeline takes such a word for none it knows: names are cut or lost.
"""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import NamedTuple, TypeVar, cast

from summaries.models import Actor, Analysis, Article, Span

_UNSEEN = "\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
_SPACES = "\u00a0\u2000-\u200a\u202f\u205f"
_ACCENTED = r"\w[\u0300-\u036f]+"
# Of "O’Grady" and "Tu‘ipulotu"; that of "won’t" the pipeline knows, and a mark may close before a capital.
_IN_NAME = (
    r"(?<=[A-ZÀ-Þ])’(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=[a-zß-ÿ])[‘ʻʼ](?=[^\W\d_])|(?<=\b[A-Z][a-z])’(?=[A-ZÀ-Þ][a-z])"
)
_ODD = re.compile(f"[{_UNSEEN}]+|[{_SPACES}]|{_ACCENTED}|{_IN_NAME}")
_MARKS, _PLAIN_MARK = "’‘ʻʼ", "'"
_GONE = re.compile(f"[{_UNSEEN}]")

Moved = TypeVar("Moved")


class Legible(NamedTuple):
    """An article in plain letters and spaces; `starts` and `ends` place each of its signs in the original."""

    article: Article
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def restore(self, analysis: Analysis, article: Article) -> Analysis:
        """The analysis as one of `article`: spans of the text as it stands, names in plain letters."""
        moved = replace(_moved(analysis, self._back), article=article)
        return replace(moved, actors=tuple(_as_written(actor, article.text) for actor in moved.actors))

    def _back(self, span: Span) -> Span:
        if span.start >= span.end:
            return Span(self.starts[span.start], self.starts[span.start])
        return Span(self.starts[span.start], self.ends[span.end - 1])


def legible(article: Article) -> Legible | None:
    """The article in plain letters and spaces; None where it is plain already."""
    text = article.text
    if _ODD.search(text) is None:
        return None
    pieces: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = 0
    for odd in _ODD.finditer(text):
        written = _written(odd.group())
        pieces += (text[last : odd.start()], written)
        starts += range(last, odd.start())
        ends += range(last + 1, odd.start() + 1)
        # Each letter of what was written anew stands for all that stood there.
        starts += [odd.start()] * len(written)
        ends += [odd.end()] * len(written)
        last = odd.end()
    pieces.append(text[last:])
    starts += range(last, len(text) + 1)
    ends += (*range(last + 1, len(text) + 1), len(text))

    def forth(span: Span) -> Span:
        return Span(bisect_left(starts, span.start), bisect_left(starts, span.end))

    return Legible(replace(_moved(article, forth), text="".join(pieces)), tuple(starts), tuple(ends))


def _as_written(actor: Actor, text: str) -> Actor:
    """The actor under the names that the text prints, apostrophes and all."""
    aliases = tuple(_printed(alias, text) for alias in actor.aliases)
    return replace(actor, name=_printed(actor.name, text), aliases=aliases)


def _printed(name: str, text: str) -> str:
    if _PLAIN_MARK not in name or name in text:
        return name
    return next((one for mark in _MARKS if (one := name.replace(_PLAIN_MARK, mark)) in text), name)


def _written(odd: str) -> str:
    if _GONE.match(odd):
        return ""
    if odd in _MARKS:
        return _PLAIN_MARK
    return " " if len(odd) == 1 else unicodedata.normalize("NFC", odd)


def _moved(value: Moved, move: Callable[[Span], Span]) -> Moved:
    """The value with every span in it moved, however deep it lies."""
    if isinstance(value, Span):
        return cast(Moved, move(value))
    if isinstance(value, tuple):
        return cast(Moved, tuple(_moved(item, move) for item in value))
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{one.name: _moved(getattr(value, one.name), move) for one in fields(value)})
    return value
