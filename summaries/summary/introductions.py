"""Whom a sentence calls by a part of their name, and whom it brings in: "Ruiz" says nothing of a stranger."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from summaries.actors import Cast
from summaries.lexicon.groups import ROLE_NOUNS
from summaries.lexicon.people import KNOWN_PEOPLE, OFFICES
from summaries.lexicon.persons import KIN_NOUNS
from summaries.models import Article, Span
from summaries.sentences import Sentence

_FURTHEST = 30  # characters before a name: the noun that it stands in apposition to
_RELATED: Final = ROLE_NOUNS | KIN_NOUNS


@dataclass(slots=True)
class Introduction:
    """Actors of one sentence."""

    named: set[int]  # in full, or by their office
    needed: set[int]  # by a part of their name, before the sentence names them


def introductions(
    article: Article, sentences: Sequence[Sentence], cast: Cast
) -> tuple[tuple[Introduction, ...], frozenset[int]]:
    """Of each sentence, and whom the headline names."""
    full = {
        number: actor.name for number, actor in enumerate(cast.actors) if _has_parts(actor.kind, actor.name)
    }
    told = tuple(Introduction(named=set(), needed=set()) for _ in sentences)
    above: set[int] = set()
    first: dict[int, int] = {}  # the sentence that names the actor first
    number = 0
    for span, phrase, actor in _mentions(cast):
        if actor not in full or span.of(article.text)[:1].islower():
            continue
        if article.headline is not None and article.headline.holds(span):
            above.add(actor)
            continue
        while number < len(sentences) and sentences[number].span.end <= span.start:
            number += 1
        if number == len(sentences):
            break
        if not sentences[number].span.holds(span):
            continue
        again = first.setdefault(actor, number) < number and phrase == span
        told_who = not again or _is_described(article.text, span)
        if told_who and _brings_in(article.text, span, phrase, full[actor]):
            told[number].named.add(actor)
        elif actor not in told[number].named:
            told[number].needed.add(actor)
    return told, frozenset(above)


def is_by_role(speaker: str) -> bool:
    """Whether the words are "the captain" alone: where two are named, or none, nobody knows which."""
    article, _, noun = speaker.lower().partition(" ")
    return article == "the" and noun in ROLE_NOUNS


def _is_described(text: str, span: Span) -> bool:
    """ "Nora Ruiz, the mayor", "Nora Ruiz, 41", "Nora Ruiz (41)", "her aunt, Nora Ruiz"."""
    before, behind = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    return before == ", " or behind in (", ", " (")


def _has_parts(kind: str, name: str) -> bool:
    return kind == "person" and " " in name and name.split()[-1].casefold() not in KNOWN_PEOPLE


def _mentions(cast: Cast) -> Iterator[tuple[Span, Span, int]]:
    for reference in cast.references:
        yield reference.mention, reference.phrase, reference.actor


def _brings_in(text: str, span: Span, phrase: Span, name: str) -> bool:
    """Whether the words are more than a part of the name: "Nora Ruiz", "Senator Ruiz", "her aunt, Nora"."""
    if len(span.of(text).split()) > 1 or span.of(text) == name:
        return True
    before = text[phrase.start : span.start].casefold().replace(".", " ").split()
    told = re.search(r"([\w-]+), $", text[max(0, span.start - _FURTHEST) : span.start])
    kin = told is not None and told.group(1).casefold() in _RELATED
    return kin or not OFFICES.isdisjoint(before)
