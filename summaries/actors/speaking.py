"""Whether a word speaks in its sentence, and how: says, adds, tells by a verb, is named as a source."""

from spacy.tokens import Token

from summaries.lexicon.cues import PLAIN_CUES, SPEAKING_CUES
from summaries.lexicon.tags import SUBJECTS

_ADDING = frozenset(("add", "continue"))


def is_speaker(word: Token) -> bool:
    """ "Ray said", "he says"."""
    return word.dep_ == "nsubj" and word.head.lemma_ in PLAIN_CUES


def adds(word: Token) -> bool:
    """ "He added", "she also said"."""
    also = any(child.lower_ == "also" for child in word.head.lefts)
    return word.dep_ == "nsubj" and (word.head.lemma_ in _ADDING or (also and is_speaker(word)))


def tells(word: Token) -> bool:
    """Whether they tell words by a verb: "Ray warned of it", "Ray nodded and warned that it leaked"."""
    first = word.left_edge.i
    if first > 1 and word.doc[first - 1].lemma_ in PLAIN_CUES and word.doc[first - 2].is_quote:
        return True  # “It sank,” said Tom Ray
    if word.dep_ not in SUBJECTS or any(
        child.dep_ == "dobj" and child.lower_ == "it" for child in word.head.children
    ):
        return False  # "wrote it down"
    others = (verb for verb in word.head.conjuncts if any(child.dep_ == "ccomp" for child in verb.children))
    return any(verb.lemma_ in SPEAKING_CUES for verb in (word.head, *others))


def is_source(word: Token) -> bool:
    """ "according to Ray"."""
    return word.dep_ == "pobj" and word.head.lower_ == "to" and word.head.head.lower_ == "according"
