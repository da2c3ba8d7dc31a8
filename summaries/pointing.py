"""Whether words point at what was said before them: "in this regard", "That would cost more"."""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from spacy.tokens import Doc, Token

from summaries.lexicon import words
from summaries.lexicon.openings import NOW
from summaries.lexicon.tags import SUBJECTS
from summaries.models import Article

_POINTERS: Final = frozenset(("this", "that", "these", "those"))
_CLAUSES: Final = frozenset(("ccomp", "xcomp", "csubj", "csubjpass", "advcl", "relcl", "acl"))
_WHICH: Final = frozenset(("amod", "compound", "poss", "nummod", "nmod", "prep", "relcl", "acl", "appos"))
_IN_ORDER: Final = frozenset(("first", "second", "third", "latter", "other", "next"))
_IN_TURN: Final = frozenset(("previous", "preceding", "following"))
_COUNTS: Final = frozenset(("two", "three", "four"))
_BACK: Final = _IN_TURN | _COUNTS | {"another", "latter", "question", "time"}
_OF_PLAY: Final = words("half innings leg match game period place quarter round set stage test time")
_BARE: Final = frozenset(("nsubj", "dobj", "pobj", "attr"))


def has_pointer(tokens: Sequence[Token]) -> bool:
    """Whether a "this" or "those" stands in the words, whatever it points at."""
    return any(token.tag_ == "DT" and token.lower_ in _POINTERS for token in tokens)


def points(tokens: Sequence[Token], above: AbstractSet[str] = frozenset()) -> bool:
    """ "in this regard", “I was not ready for that,”: at what was said before; "this week" points at none.

    `above`: lemmas that readers have before them; under "Sale of the pier" they know of "this sale".
    """
    if not has_pointer(tokens):
        return False  # of most sentences
    quoted = False
    said: set[str] = set()
    for token in tokens:
        quoted ^= token.is_quote
        if token.lower_ in _POINTERS and token.tag_ == "DT":
            if token.dep_ in _BARE and not said:
                return True
            known = token.head.lemma_ in said or token.head.lemma_.lower() in above
            noun = token.head if token.dep_ == "det" and not known else None
            if noun is not None and not quoted and not is_told_which(token, noun):
                return True
        if token.pos_ in ("NOUN", "PROPN"):
            said.add(token.lemma_)
    return False


def is_told_which(pointer: Token, noun: Token) -> bool:
    """Whether the words say which: "those people who fled", "that part of Dover", "this week"."""
    told = ("relcl", "acl", "prep") if pointer.lower_ in ("that", "those") else ("relcl", "acl")
    return noun.lemma_.lower() in NOW or any(child.dep_ in told for child in noun.rights)


def points_back(word: Token, said: AbstractSet[str]) -> bool:
    """ "The latter", "the boat in question", "at the time", "another theory": beside what was told.

    `said`: the lemmas of nouns.
    """
    low = word.lower_
    if low not in _BACK:
        return False
    in_question = low == "question" and word.i > 0 and word.nbor(-1).lower_ == "in"
    return low == "latter" or in_question or _is_of_then(word) or _counts_the_told(word, said)


def _is_of_then(word: Token) -> bool:
    """ "At the time" of what was told, "the two previous days", "the following week"."""
    before = word.nbor(-1).lower_ if word.i else ""
    if word.lower_ == "time" and before == "the":
        at = word.i > 1 and word.nbor(-2).lower_ == "at"
        if not at or any(child.lower_ == "of" for child in word.rights):
            return False
        of_when = any(child.dep_ in ("relcl", "acl", "prep") for child in word.rights)
        return not of_when or (word.i > 2 and word.nbor(-3).pos_ == "VERB")
    if word.lower_ not in _IN_TURN or word.dep_ != "amod" or word.head.lemma_ not in NOW:
        return False
    return any(child.lower_ == "the" for child in word.head.lefts)


def _counts_the_told(word: Token, said: AbstractSet[str]) -> bool:
    """ "The combination of the two", "another theory": beside what was told."""
    if word.lower_ in _COUNTS and word.dep_ not in ("nummod", "compound", "quantmod"):
        return word.i > 0 and word.nbor(-1).lower_ == "the" and not any(word.rights)
    another = word.lower_ == "another" and word.dep_ == "det" and word.is_sent_start
    return bool(another) and word.head.dep_ in SUBJECTS and word.head.lemma_.lower() not in said


def stands_for_clause(it: Token) -> bool:
    """ "It is late to ask", "it was Ray who left": the word means what comes, not what was."""
    said_of = [child for child in it.head.children if child.dep_ in ("attr", "acomp")]
    return any(
        child.dep_ in _CLAUSES and child.i > it.i for word in (it.head, *said_of) for child in word.children
    )


def lemmas_above(doc: Doc, article: Article) -> frozenset[str]:
    """What the headline names, as lemmas and as it stands there without an s at its end.

    A deck is shown where it tells more than the summary, so no reader is sure to have read it.
    """
    if article.headline is None:
        return frozenset()
    above = doc.char_span(*article.headline, alignment_mode="contract") or ()
    return frozenset(form for word in above for form in (word.lemma_.lower(), word.lower_.rstrip("s")))


def is_bare_definite(noun: Token) -> bool:
    """ "the bridge", of which nothing tells which one it is."""
    said_of = list(noun.children)
    definite = noun.pos_ == "NOUN" and any(child.lower_ == "the" for child in said_of)
    return definite and not any(child.dep_ in _WHICH for child in said_of)


def is_one_in_order(noun: Token) -> bool:
    """ "the first step", "the other two": of which nothing else tells which one it is."""
    said_of = list(noun.children)
    in_order = noun.lemma_ not in _OF_PLAY and any(child.lower_ in _IN_ORDER for child in said_of)
    definite = noun.pos_ == "NOUN" and any(child.lower_ == "the" for child in said_of)
    if noun.lemma_ in NOW:
        return False
    more = any(child.dep_ in _WHICH and child.lower_ not in _IN_ORDER for child in said_of)
    return definite and in_order and not (more or any(child.dep_ in _CLAUSES for child in said_of))


def is_brought_in(noun: Token) -> bool:
    """ "a bridge", "two bridges"."""
    return any(before.lower_ in ("a", "an", "another") or before.dep_ == "nummod" for before in noun.lefts)
