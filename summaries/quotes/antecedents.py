"""Whether words that are quoted by themselves hold what their pronouns mean."""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summaries.lexicon import words
from summaries.lexicon.groups import GROUP_NOUNS
from summaries.lexicon.persons import UNNAMED_NOUNS
from summaries.lexicon.tags import NOUNS, SUBJECTS
from summaries.pointing import stands_for_clause

_PERSONS = words("he him his she her hers")
_THINGS = words("it its")
_SEVERAL = words("they them their theirs")
_SOMEBODY = words("anybody anyone everybody everyone nobody person people somebody someone who whoever")
_LEADING = frozenset(("TO", "IN", "WP", "WDT", "WRB", "VBG"))  # into the clause that "it" stands for
_PLURAL = frozenset(("NNS", "NNPS"))
_TIMES = frozenset(("DATE", "TIME"))


def lacks_antecedent(said: Sequence[Token]) -> bool:
    """Whether a pronoun means what stands nowhere before it: "They fueled this ring", "It is a state"."""
    return any(
        _is_open(word, said[:place]) and not _is_named_behind(word, said[place:])
        for place, word in enumerate(said)
        if word.pos_ == "PRON"
    )


def tells_before(pointer: Token, before: Sequence[Token]) -> bool:
    """Whether "that" can mean a clause: "If it shuts, that is bad"; not so "I think that is bad"."""
    around = set(pointer.ancestors)
    return any(word.pos_ in ("VERB", "AUX") and word not in around for word in before)


def _is_open(word: Token, before: Sequence[Token]) -> bool:
    low = word.lower_
    if low in _PERSONS:
        return not any(_is_person(other) for other in before)
    if low in _SEVERAL:
        return not any(_is_several(other) for other in before)
    if low in _THINGS:
        return not (_is_filler(word) or any(other.tag_ in ("NN", "NNP") for other in _named(before)))
    return False


def _is_named_behind(word: Token, behind: Sequence[Token]) -> bool:
    """ "On the way to his victory, Ruiz broke a rule"."""
    return word.tag_ == "PRP$" and any(
        other.dep_ in SUBJECTS and other.tag_ == "NNP" and word.head in other.head.subtree for other in behind
    )


def _is_filler(it: Token) -> bool:
    """ "It is late to ask"; "it is a state that we trade with" means one."""
    said_of = [child for child in it.head.children if child.dep_ == "attr"]
    indefinite = any(left.lower_ in ("a", "an") for noun in said_of for left in noun.lefts)
    return stands_for_clause(it) and not indefinite and any(word.tag_ in _LEADING for word in it.head.subtree)


def _named(before: Sequence[Token]) -> Iterator[Token]:
    return (other for other in before if other.tag_ in NOUNS and other.ent_type_ not in _TIMES)


def _is_person(word: Token) -> bool:
    low = word.lower_
    return word.ent_type_ == "PERSON" or low in UNNAMED_NOUNS | _SOMEBODY or word.tag_ == "NNP"


def _is_several(word: Token) -> bool:
    low = word.lower_
    if word.tag_ in _PLURAL:
        return word.ent_type_ not in _TIMES
    return low in _SOMEBODY | GROUP_NOUNS or word.tag_ == "NNP" or any(word.conjuncts)
