"""Whom a lede quotes before it names them: "A councillor has said …" of Ann Ray, councillor, below."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from summaries.actors import Cast
from summaries.lexicon.around import DEPUTY, NEW, PAST
from summaries.lexicon.persons import KIN_NOUNS
from summaries.lexicon.roles import PERSON_ROLES
from summaries.meaning import heads_in
from summaries.models import Actor, Article, Quote, Span
from summaries.quotes.reading import Reading

_ROLES = (PERSON_ROLES | KIN_NOUNS) - frozenset(("spokesman", "spokeswoman", "spokesperson"))
_SOON = 5  # paragraphs behind the lede
_MOST = 9  # of one role: in a list of councillors nobody tells which


def with_promised(
    quotes: Sequence[Quote], reading: Reading, article: Article, cast: Cast
) -> tuple[Quote, ...]:
    """The quotes, those of somebody unnamed in the lede given to the one whom the article names for it.

    That one is the only person who is said to be what the lede says, is named within a few paragraphs and
    not before, and speaks there.
    """
    if not article.body:
        return tuple(quotes)
    named = _named_soon(
        reading, article, cast, {quote.actor for quote in quotes if quote.speaker is not None}
    )
    return tuple(
        replace(quote, actor=_promised(reading, quote.speaker, cast, named))
        if quote.actor is None and quote.speaker is not None and article.body[0].holds(quote.speaker)
        else quote
        for quote in quotes
    )


@dataclass(frozen=True, slots=True)
class _Bearers:
    """Of a role, places of actors."""

    every: list[int] = field(default_factory=list)
    soon: list[int] = field(default_factory=list)  # who are named behind the lede, and speak


def _named_soon(
    reading: Reading, article: Article, cast: Cast, speaking: set[int | None]
) -> Mapping[str, _Bearers]:
    """Who is said to be what, by the noun for it."""
    begins = article.body[0].start
    soon = Span(article.body[0].end, article.body[: _SOON + 1][-1].end)
    bearers: dict[str, _Bearers] = defaultdict(_Bearers)
    for place, actor in enumerate(cast.actors):
        if actor.kind != "person":
            continue
        first = next((one for one in actor.mentions if one.start >= begins), None)
        for role in _roles(actor, reading):
            bearers[role].every.append(place)
            if first is not None and soon.holds(first) and place in speaking:
                bearers[role].soon.append(place)
    return bearers


def _promised(reading: Reading, speaker: Span, cast: Cast, named: Mapping[str, _Bearers]) -> int | None:
    words = reading.over(speaker)
    heads = list(heads_in(reading.doc, words, cast))
    role = _role(heads[0], reading.words[words.start]) if len(heads) == 1 else None
    if role is None or role not in named or not 0 < len(named[role].every) <= _MOST:
        return None
    fit = [place for place in named[role].every if _fits(heads[0], words, cast.actors[place], reading)]
    return fit[0] if len(fit) == 1 and fit[0] in named[role].soon else None


def _role(head: Token, first: Token) -> str | None:
    """The noun that brings somebody new in: "a councillor", "one of few nurses", "the dad of a man"."""
    lemma = head.lemma_.lower()
    is_new = first.lower_ in NEW or (lemma in KIN_NOUNS and first.lower_ == "the")
    if first.lower_ == "one" and head.i == first.i:
        of = next((child for child in head.rights if child.lower_ == "of"), None)
        nouns = [child for child in of.children if child.dep_ == "pobj"] if of is not None else []
        return nouns[0].lemma_.lower() if nouns and nouns[0].lemma_.lower() in _ROLES else None
    return lemma if is_new and lemma in _ROLES and head.tag_ == "NN" else None


def _roles(actor: Actor, reading: Reading) -> frozenset[str]:
    """The nouns by which the article says who the actor is: those before "of" and the like."""
    if actor.description is None:
        return frozenset()
    said = [reading.words[i] for i in reading.over(actor.description)]
    until = next((place for place, word in enumerate(said) if word.pos_ in ("ADP", "PUNCT")), len(said))
    return frozenset(word.lemma_.lower() for word in said[:until]) & _ROLES


def _fits(head: Token, words: range, actor: Actor, reading: Reading) -> bool:
    """Whether the names before the role stand in the description, too, and "former" in both or in none."""
    described = actor.description
    said = {reading.words[i].lower_ for i in reading.over(described)} if described is not None else set()
    told = {reading.words[i].lower_ for i in words}
    names = {child.lower_ for child in head.lefts if child.dep_ == "compound" and child.tag_ == "NNP"}
    return names <= said and not (PAST | DEPUTY) & (said ^ told)
