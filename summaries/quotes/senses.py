"""Whether a verb of speech is one here: "blasted the decision", not "blasted the coast".

With a clause it always is. With an object, a preposition or an infinitive it needs a subject that can speak
and an object that can be said or be spoken of.
"""

from spacy.tokens import Token

from summaries.lexicon.groups import HOUSE_WORDS
from summaries.lexicon.senses import (
    ABSTRACT,
    BLOWS,
    DEEDS,
    DONE_TO_PEOPLE,
    EVIDENCE,
    IDIOMS,
    INFERRED,
    NOT_SAID,
    PERSONS,
    STRUCK,
    THINGS,
)
from summaries.lexicon.tags import SUBJECTS
from summaries.quotes.speakers import can_speak, subject

_RECEIVERS = frozenset(("me", "us", "him", "them", "you"))


def is_speech(verb: Token, said: Token | None = None) -> bool:
    """Whether the verb tells of words; `said` is its object, where that is what was said."""
    who, lemma = subject(verb), verb.lemma_.lower()
    if (who is not None and _says_nothing(who)) or (lemma == "deny" and _has_receiver(verb)):
        return False
    return said is None or _can_be_said(lemma, said)


def is_deed(verb: Token) -> bool:
    """ "sworn in", "called off", "all told": another verb by its neighbours."""
    behind = verb.nbor().lower_ if verb.i + 1 < len(verb.doc) else ""
    before = verb.nbor(-1).lower_ if verb.i > 0 else ""
    return behind in DEEDS.get(verb.lemma_.lower(), ()) or before in IDIOMS.get(verb.lower_, ())


def is_told_of_a_thing(verb: Token, who: Token) -> bool:
    """ "equations that described", "the tracks suggest": told of no person, house or paper."""
    if verb.lemma_ in INFERRED and who.pos_ == "NOUN" and who.lemma_ in EVIDENCE:
        return True
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    if not subjects or subjects[-1].tag_ != "WDT":
        return False
    return verb.lemma_ in INFERRED or not can_speak(who)


def _has_receiver(verb: Token) -> bool:
    """ "denied him the vote"."""
    behind = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    return behind.lower_ in _RECEIVERS or any(child.dep_ == "dative" for child in verb.rights)


def _says_nothing(who: Token) -> bool:
    """ "Gales", "a debate", "the radar"; whoever has a name of two words may speak."""
    if who.pos_ == "PROPN" and any(child.dep_ == "compound" for child in who.lefts):
        return False
    noun = who.lower_ if who.pos_ == "PROPN" else who.lemma_.lower()
    abstract = who.pos_ == "NOUN" and noun.endswith(ABSTRACT) and noun not in HOUSE_WORDS
    return abstract or noun in THINGS


def _can_be_said(lemma: str, said: Token) -> bool:
    noun = said.lemma_.lower()
    if noun in NOT_SAID.get(lemma, ()) or (lemma in BLOWS and noun in STRUCK):
        return False
    is_person = said.ent_type_ == "PERSON" or noun in PERSONS or said.lower_ in PERSONS
    return not (is_person and lemma in DONE_TO_PEOPLE)
