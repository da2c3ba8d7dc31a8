"""Whom a lede quotes before it names them: "A councillor has said …" of Ann Ray, councillor, below."""

from collections.abc import Sequence
from dataclasses import replace

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


def with_promised(
    quotes: Sequence[Quote], reading: Reading, article: Article, cast: Cast
) -> tuple[Quote, ...]:
    """The quotes, those of somebody unnamed in the lede given to the one whom the article names for it.

    That one is the only person who is said to be what the lede says, is named within a few paragraphs and
    not before, and speaks there.
    """
    if not article.body:
        return tuple(quotes)
    speaking = {quote.actor for quote in quotes if quote.speaker is not None}
    return tuple(
        replace(quote, actor=_promised(reading, quote.speaker, article, cast, speaking))
        if quote.actor is None and quote.speaker is not None and article.body[0].holds(quote.speaker)
        else quote
        for quote in quotes
    )


def _promised(
    reading: Reading, speaker: Span, article: Article, cast: Cast, speaking: set[int | None]
) -> int | None:
    words = reading.over(speaker)
    heads = list(heads_in(reading.doc, words, cast))
    role = _role(heads[0], reading.words[words.start]) if len(heads) == 1 else None
    if role is None:
        return None
    bearers = [
        place
        for place, actor in enumerate(cast.actors)
        if actor.kind == "person"
        and _is_said_to_be(actor, role, reading)
        and _fits(heads[0], words, actor, reading)
    ]
    if len(bearers) != 1 or bearers[0] not in speaking:
        return None
    actor = cast.actors[bearers[0]]
    soon = Span(article.body[0].end, article.body[: _SOON + 1][-1].end)
    first = next((one for one in actor.mentions if one.start >= article.body[0].start), None)
    return bearers[0] if first is not None and soon.holds(first) else None


def _role(head: Token, first: Token) -> str | None:
    """The noun that brings somebody new in: "a councillor", "one of few nurses", "the dad of a man"."""
    lemma = head.lemma_.lower()
    is_new = first.lower_ in NEW or (lemma in KIN_NOUNS and first.lower_ == "the")
    if first.lower_ == "one" and head.i == first.i:
        of = next((child for child in head.rights if child.lower_ == "of"), None)
        nouns = [child for child in of.children if child.dep_ == "pobj"] if of is not None else []
        return nouns[0].lemma_.lower() if nouns and nouns[0].lemma_.lower() in _ROLES else None
    return lemma if is_new and lemma in _ROLES and head.tag_ == "NN" else None


def _is_said_to_be(actor: Actor, role: str, reading: Reading) -> bool:
    if actor.description is None:
        return False
    said = [reading.words[i] for i in reading.over(actor.description)]
    until = next((place for place, word in enumerate(said) if word.pos_ in ("ADP", "PUNCT")), len(said))
    return any(word.lemma_.lower() == role for word in said[:until])


def _fits(head: Token, words: range, actor: Actor, reading: Reading) -> bool:
    """Whether the names before the role stand in the description, too, and "former" in both or in none."""
    described = actor.description
    said = {reading.words[i].lower_ for i in reading.over(described)} if described is not None else set()
    told = {reading.words[i].lower_ for i in words}
    names = {child.lower_ for child in head.lefts if child.dep_ == "compound" and child.tag_ == "NNP"}
    return names <= said and not (PAST | DEPUTY) & (said ^ told)
