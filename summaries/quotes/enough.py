"""Whether reported speech says enough: words without marks are a statement as a clause, a wish or a verdict.

"said the road was shut", "urged them to stay" and "condemned the attack" tell what was said; "offered a
primer", "described the far future" and "spoke about the project" tell that something was.
"""

from collections.abc import Sequence

from spacy.tokens import Token

from summaries.lexicon.cues import (
    DEED_CUES,
    INFINITIVE_CUES,
    JUDGING_CUES,
    PREPOSITION_CUES,
    QUESTION_CUES,
    TELLING_CUES,
)
from summaries.lexicon.senses import SAID
from summaries.lexicon.tags import EVERY_SUBJECT, FINITE_OR_MODAL
from summaries.quotes.verbs import is_verb

_OPENERS = frozenset(("WRB", "WP", "WP$"))
_ABOUT_NOUNS = frozenset(("relcl", "acl"))
_FINITE = frozenset(("aux", "auxpass", "mark"))  # without one, "Vale win the cup" is no statement
_STEPS = 8  # of climbing from a verb to the one that the cue governs


def says_enough(cue: Token, content: Sequence[Token]) -> bool:
    """Whether the words of the content tell by themselves what was said."""
    lemma = cue.lemma_.lower()
    if lemma == "call" and content and content[0].nbor(-1).lower_ == "on":
        return any(is_wish(word) for word in content)  # "called on the mayor" may be a visit
    if lemma in JUDGING_CUES or cue.lower_ == "according":
        return True
    if not content or lemma in DEED_CUES:
        return False
    if lemma in TELLING_CUES:
        return True
    if any(
        word.head.i == cue.i and (word.lemma_ in SAID.get(lemma, ()) or is_verdict(cue, word))
        for word in content
    ):
        return True
    first = content[0]
    if first.i < cue.i and first.pos_ != "ADP":
        return True  # the words around a parenthetical cue
    if first.tag_ in _OPENERS:
        return lemma in QUESTION_CUES or first.nbor(-1).i == cue.i  # "talked about how it was" tells nothing
    if first.tag_ == "IN" and first.dep_ == "mark":
        return True
    if lemma in INFINITIVE_CUES and any(is_wish(word) for word in content):
        return True
    inside = range(content[0].i, content[-1].i + 1)
    return any(
        heads_clause(word, inside) or is_told_deed(word, cue) or _is_hung_elsewhere(word, cue, inside)
        for word in content
    )


def is_verdict(cue: Token, word: Token) -> bool:
    """ "described it as a gift", "knocked him for hiding it"; not "defended his role as a judge"."""
    if word.lower_ not in PREPOSITION_CUES.get(cue.lemma_.lower(), ()):
        return False
    if word.lower_ == "as":
        return cue.lemma_ != "defend"
    return word.lower_ == "for" and any(child.tag_ == "VBG" for child in word.children)


def is_wish(word: Token) -> bool:
    """ "vowed to stay"; not "claimed a title to win time", "a smell that it is trained to find"."""
    if word.tag_ != "TO" or word.head.tag_ != "VB" or word.head.dep_ == "advcl":
        return False
    node = word.head
    for _ in range(_STEPS):
        if node.dep_ == "relcl":
            return False
        node = node.head
    return True


def is_told_deed(word: Token, cue: Token) -> bool:
    """ "suggested moving to the coast", "confessed to hiding it"."""
    above = word.head.head if word.dep_ == "pcomp" and word.head.lower_ == "to" else word.head
    return word.tag_ == "VBG" and word.dep_ in ("xcomp", "ccomp", "pcomp") and above.i == cue.i


def _is_hung_elsewhere(word: Token, cue: Token, inside: range) -> bool:
    """ "stating the town – not the state – is in charge": a verb that the parse parts from its clause."""
    parted = word.head.i not in inside and word.head.i != cue.i and word.dep_ not in _ABOUT_NOUNS
    return parted and word.tag_ in FINITE_OR_MODAL


def heads_clause(word: Token, inside: range) -> bool:
    """Whether the word is the subject of a verb that the content says, not of one that tells which thing."""
    if word.dep_ not in EVERY_SUBJECT or not (is_verb(word.head) or word.head.pos_ == "AUX"):
        return False
    if word.head.tag_ == "VB" and not any(child.dep_ in _FINITE for child in word.head.lefts):
        return False  # "claimed a title to help Vale win the cup"
    node = word.head
    for _ in range(_STEPS):
        if node.i not in inside or node.head is node:
            return True
        if node.dep_ in _ABOUT_NOUNS:
            return False
        node = node.head
    return True
