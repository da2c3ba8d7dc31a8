"""Whom a pronoun cannot mean by grammar alone: in "Ray praised him", another is praised than Ray."""

from spacy.tokens import Token

from summaries.actors.page import MarkedText
from summaries.lexicon.cues import ASKING_CUES, PLAIN_CUES
from summaries.lexicon.persons import HE_FORMS, SHE_FORMS
from summaries.lexicon.tags import OBJECTS, SUBJECTS

_CONTROLLED = frozenset(("prep", "pcomp", "advcl", "xcomp", "conj", "acl", "ccomp"))
_BESIDE = frozenset(("appos", "acl", "oprd"))
_ANSWERS = frozenset(("answer", "reply", "respond", "retort"))
_CLIMB = 5  # from a pronoun to the verb whose subject acts; deeper chains are mis-parses


def is_anybodys(page: MarkedText, index: int) -> bool:
    """ "his or her": of nobody in particular."""
    words = page.words
    joined = "or" in (*words[max(0, index - 1) : index], *words[index + 1 : index + 2])
    near = {word.casefold() for word in words[max(0, index - 2) : index + 3]}
    return joined and not near.isdisjoint(HE_FORMS) and not near.isdisjoint(SHE_FORMS)


def governs(page: MarkedText, doer: int, index: int) -> bool:
    """Whether they do what the object stands behind: "Ray wrote, helping him", "Ray met with him"."""
    pronoun = page.doc[index]
    if not _is_object(pronoun) and (pronoun.dep_ != "pobj" or _is_reflexive(pronoun)):
        return False
    verb = pronoun.head
    for _ in range(_CLIMB):
        if any(child.i == doer for child in verb.children if child.dep_ in SUBJECTS):
            return True
        if any(child.dep_ in SUBJECTS for child in verb.children) or verb.dep_ not in _CONTROLLED:
            return False
        verb = verb.head
    return False


def acts_on(page: MarkedText, doer: int, index: int) -> bool:
    """Whether the pronoun is the object of what they do: "Ray praised him" is about another."""
    pronoun, word = page.doc[index], page.doc[doer]
    verb = (word.head if word.dep_ == "appos" else word).head
    return _is_object(pronoun) and verb.i == pronoun.head.i


def stands_before(page: MarkedText, other: int, index: int) -> bool:
    """Whether they stand in front of what the pronoun does: "For a nurse called Ray, he mended a gate"."""
    pronoun, word = page.doc[index], page.doc[other]
    if pronoun.dep_ not in SUBJECTS or other > index:
        return False
    for _ in range(_CLIMB):
        if word.dep_ == "pobj" and word.head.dep_ == "prep":
            return word.head.head.i == pronoun.head.i
        if word.dep_ not in _BESIDE:
            return False
        word = word.head
    return False


def is_answered(page: MarkedText, doer: int, index: int) -> bool:
    """Whether the pronoun answers what they asked: "A clerk asked why. “It was late,” she replied"."""
    verb, asked = page.doc[index].head, page.doc[doer].head
    return verb.lemma_ in _ANSWERS and asked.lemma_ in ASKING_CUES and page.doc[doer].dep_ in SUBJECTS


def closes_report(page: MarkedText, index: int) -> bool:
    """Whether the pronoun opens a "he said" behind what was said: "Teaching Ray was hard, he said"."""
    verb = page.doc[index].head
    follows = index > 0 and page.words[index - 1] == ","
    return follows and verb.i == index + 1 and verb.lemma_ in PLAIN_CUES and not interrupts(page, index)


def interrupts(page: MarkedText, index: int) -> bool:
    """Whether the pronoun opens a "he said" in the middle of what was said."""
    words, verb = page.words, page.doc[index].head
    return (
        index > 0
        and words[index - 1] == ","
        and verb.i == index + 1
        and words[index + 2 : index + 3] == (",",)
        and verb.lemma_ in PLAIN_CUES
    )


def _is_object(pronoun: Token) -> bool:
    return pronoun.dep_ in OBJECTS and not _is_reflexive(pronoun)


def _is_reflexive(pronoun: Token) -> bool:
    return pronoun.lower_.endswith("self")
