"""Persons whom the article speaks of and no actor stands for: "a neighbour", and a "Mrs Ray" who may be two.

They are nobody's mentions, but "he" and "she" may be theirs.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from summaries.actors.acting import head, is_subject
from summaries.actors.drafts import ActorDraft
from summaries.actors.names import Name
from summaries.actors.page import MarkedText
from summaries.actors.sexes import noun_is_female
from summaries.actors.speaking import is_speaker
from summaries.lexicon.around import MET_VERBS, NEW
from summaries.lexicon.persons import BESIDE_SOMEBODY, LOWER_ROLES, MORE_ROLES, UNNAMED_NOUNS
from summaries.lexicon.roles import STAND_INS
from summaries.lexicon.senses import PERSONS, SPEAKERS
from summaries.lexicon.tags import SUBJECTS

_AGED = 3  # tokens: ", 94,"
_AGES = frozenset(map(str, range(3, 111)))
_PERSONS = UNNAMED_NOUNS | MORE_ROLES | LOWER_ROLES | BESIDE_SOMEBODY
_SPEAKING_THINGS = SPEAKERS - PERSONS
_NO_PERSONS = frozenset(
    ("GPE", "LOC", "FAC", "ORG", "DATE", "TIME", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW")
)


@dataclass(frozen=True, slots=True)
class Stranger:
    """Somebody without a name of their own, at a token."""

    index: int
    female: bool | None


def find_strangers(
    page: MarkedText,
    drafts: Sequence[ActorDraft],
    described: Iterable[tuple[int, int] | None],
    open_names: Sequence[Name],
) -> list[Stranger]:
    """Unnamed persons of the narrator's prose, in text order; who somebody named is said to be is none."""
    taken = bytearray(len(page.words))
    for draft in drafts:
        for hit in draft.hits:
            taken[hit.opens : hit.end] = b"\1" * (hit.end - hit.opens)
    for span in described:
        if span is not None:
            taken[span[0] : span[1]] = b"\1" * (span[1] - span[0])
    for name in open_names:
        taken[name.start : name.end] = b"\1" * (name.end - name.start)
    named = (Stranger(head(page, name.start, name.end).i, name.female) for name in open_names)
    return sorted([*named, *_unnamed(page, taken)], key=lambda stranger: stranger.index)


def _unnamed(page: MarkedText, taken: bytearray) -> Iterator[Stranger]:
    known: set[str] = set()  # nouns by which somebody unnamed was brought in: "a senator"
    for index in page.narrated:
        if taken[index]:
            continue
        token, low = page.doc[index], page.words[index].casefold()
        if token.tag_ == "NN" and (low in _PERSONS or _is_told_of_person(page, token)):
            new = is_brought_in(token)
            if new:
                known.add(low)
            acts = is_subject(token) and (new or low in known or low not in STAND_INS)
            if acts or (new and _is_described(token)) or (new and _is_met(token)):
                yield Stranger(index, noun_is_female(low))
        elif token.dep_ == "nsubj" and token.tag_ == "NNP" and token.ent_type_ not in _NO_PERSONS:
            yield Stranger(index, None)  # a name that was not taken for one: "Moor said"


def _is_told_of_person(page: MarkedText, noun: Token) -> bool:
    """ "a customer, 94,", "the buyer, who", "her mentor said": what is said of persons alone."""
    behind = page.words[noun.i + 1 : noun.i + 1 + _AGED]
    if len(behind) == _AGED and behind[0] == behind[2] == "," and behind[1] in _AGES:
        return True
    if any(word == "who" and page.doc[noun.i + 1 + n].dep_ in SUBJECTS for n, word in enumerate(behind[:2])):
        return True
    if noun.lower_ in _SPEAKING_THINGS or not is_speaker(noun):
        return False
    return any(child.dep_ == "poss" or child.tag_ == "PRP$" for child in noun.lefts)


def _is_described(noun: Token) -> bool:
    """ "Her daughter was in tears", "The first patient is a fisherman": a sentence that says how or who."""
    if noun.head.lemma_ != "be":
        return False
    who = next((child for child in noun.head.lefts if child.dep_ == "nsubj"), None)
    unnamed = who is not None and who.tag_ == "NN" and who.lower_ in _PERSONS
    return noun.dep_ == "nsubj" or (noun.dep_ == "attr" and unnamed)


def _is_met(noun: Token) -> bool:
    """ "officers found a man", "they arrested a neighbour": of whom the next sentence tells on."""
    first = noun.left_edge
    return first.i > 0 and first.nbor(-1).lemma_ in MET_VERBS


def is_brought_in(noun: Token) -> bool:
    """Whether the phrase is of somebody not spoken of before: "a driver", "his son", "the girl's aunt"."""
    return any(child.lower_ in NEW or child.dep_ == "poss" or child.tag_ == "PRP$" for child in noun.lefts)
