"""What is reported by an object, with or without a preposition, or by the subject of a passive.

"denied the charges", "called for a truce", "The attack was condemned by the bishops".
"""

from typing import Final

from spacy.tokens import Token

from summaries.lexicon import cues
from summaries.lexicon.senses import BLOWS, NOT_SAID, SAID
from summaries.lexicon.tags import RELATIVE_TAGS
from summaries.quotes.reading import Pieces
from summaries.quotes.senses import is_speech
from summaries.quotes.verbs import agent_of, is_passive

_PREPOSITIONAL = ("prep", "dative", "agent")
_ABOUT = frozenset(("about", "at", "for", "of", "over", "to"))  # what a claim or a feeling is about
_FARTHEST = 30  # words from a charge to its "of"
_JUDGING: Final = cues.JUDGING_CUES - BLOWS | {"claim"}


def told_of_subject(verb: Token) -> Pieces:
    """ "The attack was condemned by the UN", "The firm was accused by Hall of fraud": of what it was said."""
    if agent_of(verb) is None or not is_passive(verb):
        return ()
    who = next((child for child in verb.lefts if child.dep_ == "nsubjpass"), None)
    if who is None or who.tag_ in RELATIVE_TAGS:
        return ()
    noun = range(who.left_edge.i, who.right_edge.i + 1)
    rest = with_preposition(verb, verb.lemma_.lower())
    if rest:
        return (noun, *rest)
    says_it = verb.lemma_.lower() in _JUDGING and who.pos_ != "PRON"
    return (noun,) if says_it and is_speech(verb, who) else ()


def with_preposition(verb: Token, lemma: str) -> Pieces:
    """ "called for a truce", "blamed the mayor for it"; `lemma` is the verb's, in small letters."""
    prepositions = cues.PREPOSITION_CUES.get(lemma, frozenset())
    for child in verb.rights:
        if child.dep_ == "dobj" and not is_speech(verb, child):
            return ()  # "blasted the ball over the bar"
        if child.lower_ == "to" and not _is_confession(verb, child):
            continue  # "patients admitted to hospitals"
        if child.right_edge.lemma_ in NOT_SAID.get(lemma, ()):
            continue  # "asked for comment"
        if child.lower_ in prepositions and child.dep_ in _PREPOSITIONAL and not _is_of_pronoun(child):
            beside = child.i == verb.i + 1 or is_passive(verb)  # "accused by Ruiz of lying"
            first = child.i + (child.lower_ != "against") if beside else verb.i + 1
            return (range(first, child.right_edge.i + 1),)
    return _far_charge(verb) if lemma == "accuse" else ()


def _is_confession(verb: Token, to: Token) -> bool:
    lemma = verb.lemma_.lower()
    return lemma not in SAID or any(word.tag_ == "VBG" or word.lemma_ in SAID[lemma] for word in to.rights)


def _is_of_pronoun(preposition: Token) -> bool:
    """ "asked for it": nothing that was said."""
    return preposition.right_edge.pos_ == "PRON" and preposition.right_edge.i == preposition.i + 1


def _far_charge(verb: Token) -> Pieces:
    """ "accused Ruiz, the mayor of Riverton, of being…": the parse loses the "of" behind the apposition.

    So it does in "accused the striker's followers of sexism".
    """
    for accused in (child for child in verb.rights if child.dep_ == "dobj"):
        if any(child.lower_ == "of" and child.right_edge.pos_ == "NOUN" for child in accused.rights):
            return (range(verb.i + 1, accused.right_edge.i + 1),)
    for word in verb.doc[verb.i + 1 : min(verb.i + _FARTHEST, verb.sent.end - 1)]:
        if word.lower_ == "of" and word.nbor().tag_ == "VBG":
            first = word if is_passive(verb) else verb  # "accused by the mayor of hiding it"
            return (range(first.i + 1, word.right_edge.i + 1),)
    return ()


def plain_object(verb: Token, lemma: str) -> Pieces:
    """ "denied the charges"; `lemma` is the verb's, in small letters."""
    if lemma not in cues.OBJECT_CUES:
        return ()
    for child in verb.rights:
        if child.dep_ == "dobj" and child.pos_ != "PRON" and is_speech(verb, child):
            return (range(max(child.left_edge.i, verb.i + 1), _end(verb, child) + 1),)
    return ()


def _end(verb: Token, said: Token) -> int:
    """The last word of the object: "claimed responsibility Thursday for the fire" is parted by the parse."""
    if said.lemma_ in SAID.get(verb.lemma_.lower(), ()):
        for child in (child for child in verb.rights if child.i > said.i):
            if child.dep_ == "prep" and child.lower_ in _ABOUT:
                return child.right_edge.i
            if child.dep_ != "npadvmod":
                break
    return said.right_edge.i
