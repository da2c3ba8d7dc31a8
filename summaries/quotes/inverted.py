"""Who speaks behind a cue that stands in a clause of another's: "Hall, writes Ana Ruiz, left"."""

from spacy.tokens import Token

from summaries.lexicon.cues import CLAUSE_CUES
from summaries.lexicon.tags import EVERY_SUBJECT, FINITE

_LED = frozenset(("tell", "ask"))  # they never open what they lead to without whom they tell it
_IN_PHRASES = frozenset(("DET", "ADJ", "NOUN", "PROPN", "NUM"))
_NOUNS = frozenset(("NOUN", "PROPN"))
_LONGEST = 10  # words of a name with its title


def inverted_subject(verb: Token) -> Token | None:
    """The noun behind the cue, its object by the parse: one comma parts no subject from its verb.

    None where the cue's subject stands before it.
    """
    if verb.tag_ not in FINITE or verb.lemma_.lower() not in CLAUSE_CUES - _LED or verb.i < 2:
        return None
    comma = verb.i - 1
    own = next((child for child in verb.lefts if child.dep_ in EVERY_SUBJECT), None)
    if own is None or verb.doc[comma].text != "," or own.i > comma:
        return None
    if any(word.is_punct for word in verb.doc[own.i : comma]):
        return None  # "Hall, a baker, writes"
    return _behind(verb)


def _behind(verb: Token) -> Token | None:
    """The last noun of the phrase that opens right behind the verb, if a mark or a preposition ends it."""
    noun = None
    for word in verb.doc[verb.i + 1 : verb.i + 1 + _LONGEST]:
        if word.pos_ not in _IN_PHRASES and word.tag_ not in ("PRP$", "POS", "HYPH"):
            ends = word.is_punct or word.pos_ == "ADP"
            return noun if ends else None
        noun = word if word.pos_ in _NOUNS else noun
    return None
