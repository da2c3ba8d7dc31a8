"""Which things a sentence takes for told: "the bill passed" says nothing to whom no bill was told of."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Doc, Token

from summaries.language import parts_of_speech
from summaries.lexicon.openings import ANAPHORIC
from summaries.lexicon.pointing import MESSAGES, UNIQUE
from summaries.lexicon.tags import SUBJECTS
from summaries.models import Article
from summaries.pointing import is_bare_definite, is_brought_in, is_one_in_order, lemmas_above
from summaries.sentences import Sentence

_BY: Final = frozenset(("by", "from"))


@dataclass(frozen=True, slots=True)
class Things:
    """Nouns of one sentence, by their lemmas."""

    nouns: frozenset[str]
    told: frozenset[str]  # that it speaks of as of what was told before


def things(doc: Doc, article: Article, sentences: Sequence[Sentence]) -> tuple[Things, ...]:
    """Of each sentence; what the headline and the deck name is known to all."""
    above = lemmas_above(doc, article)
    pos = parts_of_speech(doc)
    brought_in: set[str] = set()
    found: list[Things] = []
    for sentence in sentences:
        nouns: set[str] = set()
        told: set[str] = set()
        for place in range(sentence.first, sentence.last):
            if pos[place] not in ("NOUN", "PROPN"):
                continue
            word = doc[place]
            lemma = word.lemma_.lower()
            known = lemma in nouns or lemma in above or lemma in UNIQUE
            if not known and _takes_for_told(word, brought_in):
                told.add(lemma)
            nouns.add(lemma)
            if lemma not in brought_in and is_brought_in(word):
                brought_in.add(lemma)
        found.append(Things(frozenset(nouns), frozenset(told)))
    return tuple(found)


def _takes_for_told(word: Token, brought_in: AbstractSet[str]) -> bool:
    """Whether it is a bare "the N", the subject, of which the article told or which must mean one told of.

    "The first step" is one of several that were told of.
    """
    if word.dep_ not in SUBJECTS:
        return word.dep_ == "pobj" and word.head.is_sent_start is True and is_one_in_order(word)
    known = word.lemma_.lower() in brought_in or word.lower_ in ANAPHORIC
    return (known and is_bare_definite(word)) or is_one_in_order(word) or _is_message(word)


def _is_message(word: Token) -> bool:
    """ "The tweet from Ray": of many by one writer, where no more tells which."""
    said_of = [child for child in word.children if child.dep_ not in ("det", "punct")]
    definite = word.lower_ in MESSAGES and any(child.lower_ == "the" for child in word.lefts)
    return definite and all(child.dep_ == "prep" and child.lower_ in _BY for child in said_of)
