"""Who is about to speak by the sentence before: "Ruiz explains why she left.", "Hall issued a statement."."""

from typing import NamedTuple

from spacy.tokens import Token

from summaries.actors import Cast
from summaries.lexicon.cues import DOCUMENT_NOUNS, LEADING_CUES, LEADING_PARTICLES
from summaries.lexicon.tags import FINITE, FINITE_OR_MODAL, OBJECTS, SUBJECTS
from summaries.meaning import meant
from summaries.models import Span
from summaries.quotes.reading import Reading
from summaries.quotes.speakers import speaker_words
from summaries.quotes.unsaid import is_unsaid
from summaries.quotes.verbs import is_passive

_GIVES_OUT = frozenset(("give", "issue", "make", "pay", "post", "publish", "release", "share"))
_TOGETHER = frozenset(("club", "couple", "crew", "family", "force", "group", "pair", "team", "trio"))


class Teller(NamedTuple):
    """Who acts in a sentence, and whether what they do there is to tell something."""

    actor: int
    tells: bool


def teller(reading: Reading, sentence: range, cast: Cast) -> Teller | None:
    """The one person or house that the sentence is about; None where it is about another, or about two."""
    verb = next((word for i in sentence if (word := reading.words[i]).dep_ == "ROOT"), None)
    if verb is None or not (
        verb.tag_ in FINITE or any(child.tag_ in FINITE_OR_MODAL for child in verb.lefts)
    ):
        return None
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    if len(subjects) != 1:
        return None
    actor = meant(reading.doc, reading.over(speaker_words(subjects[0], reading)), cast)
    if actor is None or cast.actors[actor].kind not in ("person", "organization"):
        return None
    return Teller(actor, _tells(verb) and not (is_passive(verb) or is_unsaid(reading, verb)))


def issuer(reading: Reading, sentence: range) -> Span | None:
    """The words for a family, or others together, who issue a statement as the sentence tells."""
    verb = next((word for i in sentence if (word := reading.words[i]).dep_ == "ROOT"), None)
    if verb is None or verb.lemma_.lower() not in _GIVES_OUT or not _tells(verb):
        return None
    subjects = [child for child in verb.lefts if child.dep_ in SUBJECTS]
    several = len(subjects) == 1 and (subjects[0].lower_ in _TOGETHER or subjects[0].tag_ == "NNS")
    return speaker_words(subjects[0], reading) if several else None


def _tells(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    if lemma in _GIVES_OUT:
        return any(child.dep_ in OBJECTS and child.lemma_ in DOCUMENT_NOUNS for child in verb.rights)
    if lemma in LEADING_PARTICLES:
        return verb.nbor().lower_ == LEADING_PARTICLES[lemma]
    return lemma in LEADING_CUES
