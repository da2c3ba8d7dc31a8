"""Whether words that are quoted by themselves hold what their pronouns mean."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from spacy.tokens import Token

from summaries.actors import Cast
from summaries.lexicon import words
from summaries.lexicon.groups import GROUP_NOUNS
from summaries.lexicon.persons import UNNAMED_NOUNS
from summaries.lexicon.tags import OBJECTS, SUBJECTS
from summaries.meaning import word_span
from summaries.models import Span
from summaries.pointing import stands_for_clause

_PERSONS = words("he him his she her hers")
_THINGS = words("it its")
_SEVERAL = words("they them their theirs")
_ANYBODY = words("anybody anyone everybody everyone nobody person people somebody someone who whoever")
_SOMEBODY, _CROWDS = UNNAMED_NOUNS | _ANYBODY, GROUP_NOUNS | _ANYBODY
_LEADING = frozenset(("TO", "WP", "WDT", "WRB", "VBG"))  # into the clause that "it" stands for
_BEHIND = words("not n't n’t too either so")  # an auxiliary: "is not", "would, too"
_INDEFINITE = frozenset(("something", "nothing", "one"))
_PLURAL = frozenset(("NNS", "NNPS"))
_NAMES = frozenset(("NNP", "NNPS"))
_OBJECTS = OBJECTS | {"pobj"}
_CONTROLLED = frozenset(("prep", "dative", "pcomp", "xcomp", "dobj"))
_CLIMB = 5  # from a pronoun to the verb whose subject acts; deeper chains are mis-parses
_NEAR = 40  # words
_TIMES = frozenset(("DATE", "TIME"))
_MEASURES = _TIMES | {"MONEY", "PERCENT", "QUANTITY", "ORDINAL"}
_PARTIES: Final = SUBJECTS | OBJECTS


def lacks_antecedent(said: Sequence[Token], *, of_people: bool = True) -> bool:
    """Whether a pronoun means what stands nowhere before it: "They fueled this ring", "It is a state".

    Those for persons are asked `of_people` alone.
    """
    met: set[frozenset[str]] = set() if of_people else {_PERSONS}  # which kinds can mean a word that was met
    for place, word in enumerate(said):
        kind = _KIND_OF.get(word.lower_)
        if (
            kind is not None
            and kind not in met
            and word.pos_ == "PRON"
            and not _is_told(word, said[place : place + _NEAR])
        ):
            return True
        if len(met) < len(_KINDS):
            met |= {kind for kind, means in _KINDS.items() if means(word)}
    return False


def is_torn(shown: Sequence[Token], own: frozenset[int], cast: Cast) -> bool:
    """Whether it lacks a verb that stands before it, or, amid its sentence, what "they" or "it" means.

    "Hall said she would not", "… but doctors warned that it could kill"; `own` say who speaks.
    """
    if _is_elliptic(shown, own):
        return True
    if shown[0].is_sent_start:
        return False
    theirs = [word for word in shown if word.lower_ in _SEVERAL]
    if any(word.tag_ in _PLURAL for word in shown if word.i in own):  # "they" may be who speaks
        told = [word for word in shown if word.i not in own and word not in theirs]
        return lacks_antecedent(told, of_people=False)
    return any(cast.at(word_span(word)) is None for word in theirs)


def _is_elliptic(shown: Sequence[Token], own: frozenset[int]) -> bool:
    last = next((word for word in reversed(shown) if not word.is_punct and word.lower_ not in _BEHIND), None)
    if last is None or last.pos_ != "AUX":
        return False
    return all(word.i in own or word.pos_ not in ("VERB", "AUX") for word in shown if word.i < last.i)


def is_barred(pronoun: Token, shown: Sequence[Token], *, but: Span) -> bool:
    """Whether an object means nothing before it: "The mayor asked towns to send ships for them".

    Neither the towns nor the ships: what acts in its clause, and what is acted on there, is another. What
    stands inside `but` is not looked at.
    """
    if not may_be_barred(pronoun):
        return False
    means = _KINDS[_KIND_OF[pronoun.lower_]]
    others = _acting_with(pronoun)
    before = (
        word for word in shown if word.i < pronoun.i and word.i not in others and word.dep_ != "compound"
    )
    return not any(means(word) for word in before if not but.start <= word.idx < but.end)


def may_be_barred(word: Token) -> bool:
    """Whether it is an "it" or a "them" to which something is done."""
    return word.dep_ in _OBJECTS and _KIND_OF.get(word.lower_, _PERSONS) is not _PERSONS


def _acting_with(pronoun: Token) -> frozenset[int]:
    """Who does and who is done to in the clause of the pronoun."""
    found: set[int] = set()
    verb = pronoun.head
    for _ in range(_CLIMB):
        found.update(child.i for child in verb.children if child.dep_ in _PARTIES)
        if any(child.dep_ in SUBJECTS for child in verb.children) or verb.dep_ not in _CONTROLLED:
            break
        verb = verb.head
    return frozenset(found)


def tells_before(pointer: Token, first: Token) -> bool:
    """Whether "that" can mean a clause from the `first` word on: "If it shuts, that is bad".

    Not so in "I think that is bad".
    """
    before = pointer.doc[max(first.i, pointer.i - _NEAR) : pointer.i]
    around = set(pointer.ancestors)
    return any(word.pos_ in ("VERB", "AUX") and word not in around for word in before)


def _is_told(pronoun: Token, behind: Sequence[Token]) -> bool:
    """Whether the words behind it tell what it means, or it means nothing."""
    filler = pronoun.lower_ in _THINGS and _is_filler(pronoun, behind)
    return filler or (pronoun.tag_ == "PRP$" and _is_named_behind(pronoun, behind))


def _is_named_behind(word: Token, behind: Sequence[Token]) -> bool:
    """ "On the way to his victory, Ruiz broke a rule"."""
    return any(
        other.dep_ in SUBJECTS and other.tag_ == "NNP" and other.head.is_ancestor(word) for other in behind
    )


def _is_filler(it: Token, behind: Sequence[Token]) -> bool:
    """ "It is late to ask"; "it is a state that we trade with" means one."""
    said_of = [child for child in it.head.children if child.dep_ == "attr"]
    indefinite = any(
        noun.lower_ in _INDEFINITE or any(left.lower_ in ("a", "an") for left in noun.lefts)
        for noun in said_of
    )
    indefinite = indefinite and not any(map(_is_for_whom, said_of))
    return (
        stands_for_clause(it)
        and not indefinite
        and any(word.tag_ in _LEADING or word.dep_ == "mark" for word in behind)
    )


def _is_for_whom(noun: Token) -> bool:
    """ "It is a task for the crew to get home": what they are to do."""
    clauses = (child for child in noun.rights if child.tag_ == "VB")
    return any(child.lower_ == "for" for clause in clauses for child in clause.lefts)


def is_person(word: Token) -> bool:
    """Whether "he" may mean the word: a name or a noun for a person."""
    if word.tag_ == "NNP" and word.dep_ == "compound" and word.head.tag_ not in _NAMES:
        return False  # "the Selby bridge", "Orm tape"
    return word.ent_type_ == "PERSON" or word.lower_ in _SOMEBODY or word.tag_ == "NNP"


def _is_thing(word: Token) -> bool:
    return word.tag_ in ("NN", "NNP") and word.ent_type_ not in _TIMES


def _is_several(word: Token) -> bool:
    if word.tag_ == "CD" and word.ent_type_ not in _MEASURES:
        return True  # "145 were dead, most of them"
    if word.tag_ in _PLURAL:
        return word.ent_type_ not in _TIMES
    return word.lower_ in _CROWDS or word.tag_ == "NNP" or any(word.conjuncts)


_KINDS: Final[Mapping[frozenset[str], Callable[[Token], bool]]] = {
    _PERSONS: is_person,
    _THINGS: _is_thing,
    _SEVERAL: _is_several,
}
_KIND_OF: Final[Mapping[str, frozenset[str]]] = {word: kind for kind in _KINDS for word in kind}
