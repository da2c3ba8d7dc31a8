"""Signature lines: “…” — Ana Ruiz, a baker. A name below or behind words in marks says whose they are.

A dash makes it one; without a dash only a name and a role right below a paragraph that is all quoted, or a
name that the closing mark follows.
"""

import re
from typing import NamedTuple

from spacy.tokens import Token

from summaries.lexicon.cues import RELATIVES
from summaries.lexicon.labels import NO_SPEAKERS
from summaries.lexicon.people import WORDS_OF_TITLES
from summaries.lexicon.tags import FINITE
from summaries.models import Span
from summaries.quotes.page import ParagraphView
from summaries.turns import is_name

_DASH = re.compile(r"\s*(--|[-–—―~])\s*(?=[^\W\d_])")
_NAME = re.compile(r"[^,(;\n“”\"]+")
_BRACKETED = re.compile(r"[ \t\xa0]*(?:\[(?P<name>[A-Z][^\[\]\n“”\"]{1,90}?)\.?\])")
_EXCERPT = 10  # words; what a newsletter quotes of a paper is a sentence or more
_STOPS = (".", "?", "!", "…")
_BETWEEN = " \t\n\r\xa0>"  # Markdown quotes with ">"
_CLOSING = "”\"»’'"
_ENDS = (".", "?", "!", ",")
_LONGEST = 20  # words, the role counted


class Signature(NamedTuple):
    """Who signs, and the dash before the name where there is one."""

    name: Span
    dash: Span | None = None


def behind(page: ParagraphView, place: int) -> Signature | None:
    """The signature on the passage's own line: “…” — Ana Ruiz, a baker."""
    end = page.passages[place].span.end
    outlet = _bracketed(page, place, end)
    if outlet is not None or place + 1 < len(page.passages):
        return outlet
    return _dashed(page, end) or _person_alone(page, place, end)


def below(page: ParagraphView, previous: ParagraphView) -> Signature | None:
    """The signature that this paragraph is, of the passage with which the one before ends."""
    if not previous.passages or not previous.is_last(len(previous.passages) - 1):
        return None
    if page.passages or page.reading.text[previous.span.end : page.span.start].strip(_BETWEEN):
        return None
    dashed = _dashed(page, page.span.start)
    if dashed is not None:
        return dashed
    if not previous.passages[-1].closed:
        return _inside_the_mark(page)
    return _with_role(page) if previous.is_all_quoted else None


def _dashed(page: ParagraphView, start: int) -> Signature | None:
    dash = _DASH.match(page.reading.text, start, page.span.end)
    if dash is None:
        return None
    name = _named(page, dash.end(), page.span.end)
    return Signature(name, Span(*dash.span(1))) if name is not None else None


def _bracketed(page: ParagraphView, place: int, end: int) -> Signature | None:
    """“….” [The Herald]: the paper that an excerpt is from, in brackets that hold nothing else."""
    match = _BRACKETED.match(page.reading.text, end, page.span.end)
    setting = page.setting(place)
    is_excerpt = setting.capital and setting.tail in _STOPS and len(page.ranges[place]) >= _EXCERPT
    if match is None or not is_excerpt:
        return None
    name = Span(*match.span("name"))
    return None if _verbs(page, name) else Signature(name)


def _person_alone(page: ParagraphView, place: int, end: int) -> Signature | None:
    """“….” Ana Ruiz, Ph.D.: a person's name and a role behind words that end as a speech does."""
    text = page.reading.text
    start = end + len(text[end : page.span.end]) - len(text[end : page.span.end].lstrip())
    if page.setting(place).tail not in _ENDS or start == page.span.end:
        return None
    name = _named(page, start, page.span.end)
    if name is None or " " not in name.of(text) or _verbs(page, Span(name.end, page.span.end)):
        return None
    known = any(page.reading.words[i].ent_type_ == "PERSON" for i in page.reading.over(name))
    return Signature(name) if known else None


def _inside_the_mark(page: ParagraphView) -> Signature | None:
    """ "We lost. / Ana Ruiz, a baker.": the mark closes behind the name."""
    words = page.span.of(page.reading.text)
    if words[-1:] not in _CLOSING:
        return None
    name = _named(page, page.span.start, page.span.end - 1)
    return Signature(name) if name is not None else None


def _with_role(page: ParagraphView) -> Signature | None:
    """ "Ana Ruiz, a baker" and no sentence."""
    name, _, role = page.span.of(page.reading.text).partition(", ")
    if " " not in name or not role[:1].islower() or role[-1] in ".:?!":
        return None
    found = _named(page, page.span.start, page.span.end)
    return Signature(found) if found is not None else None


def _named(page: ParagraphView, start: int, end: int) -> Span | None:
    """The name that opens the stretch, where the rest of it tells no more than who that is."""
    text = page.reading.text
    match = _NAME.match(text, start, end)
    if match is None or len(text[start:end].split()) > _LONGEST:
        return None
    name = match[0].rstrip(" .")
    if not _is_person(name) or _tells(page, Span(start + len(name), end)):
        return None
    return Span(start, start + len(name))


def _is_person(name: str) -> bool:
    """ "Ana Ruiz", "former mayor Ana Ruiz"; no "Read more"."""
    words = [word for word in name.split() if not (word.lower() in WORDS_OF_TITLES and word.islower())]
    return bool(words) and is_name(" ".join(words)) and words[0].lower() not in NO_SPEAKERS


def _tells(page: ParagraphView, rest: Span) -> bool:
    """Whether the rest is a sentence's: — Ana Ruiz, 40, left."""
    words = [page.reading.words[i] for i in page.reading.over(rest)]
    relative = next((word.i for word in words if word.lower_ in RELATIVES), len(page.reading.words))
    return any(verb.i < relative for verb in _verbs(page, rest))


def _verbs(page: ParagraphView, rest: Span) -> list[Token]:
    words = (page.reading.words[i] for i in page.reading.over(rest))
    return [word for word in words if word.tag_ in FINITE and word.text.islower()]
