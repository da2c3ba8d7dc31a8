"""Who closes a sentence with a cue, where the parse takes the name for the end of a list before it.

"Nine boats were found in Vale, Customs and Border Protection announced Tuesday."
"""

from typing import NamedTuple

from spacy.tokens import Token

from summaries.lexicon import words
from summaries.lexicon.cues import CLAUSE_CUES
from summaries.lexicon.tags import FINITE, FINITE_OR_MODAL, SUBJECTS
from summaries.quotes.reading import Reading

_IN_NAMES = frozenset(("PROPN", "NOUN", "ADJ", "DET", "PART"))
_JOINTS = frozenset(("and", "of", "for", "&"))
_NOUNS = frozenset(("PROPN", "NOUN"))
_TIMES = frozenset(("DATE", "TIME"))
_WHEN = words("on late early earlier last this in a statement")
_LONGEST_NAME = 10  # words
_LONGEST_END = 5  # words behind the cue


class Closing(NamedTuple):
    """The words of the name, and those that it says."""

    name: range
    said: range


def closing(reading: Reading, sentence: range, cue: Token) -> Closing | None:
    """Who says the sentence in its last words, by its marks alone; None where no name stands there so."""
    if cue.tag_ not in FINITE or cue.lemma_.lower() not in CLAUSE_CUES or not _ends(reading, sentence, cue):
        return None
    first = cue.i
    while first > sentence.start and cue.i - first <= _LONGEST_NAME and _is_of_name(reading.words[first - 1]):
        first -= 1
    comma = first - 1
    name = reading.words[first : cue.i]
    if comma <= sentence.start or reading.words[comma].text != "," or not name:
        return None
    if name[0].lower_ in _JOINTS or name[-1].pos_ not in _NOUNS or name[-1].ent_type_ in _TIMES:
        return None
    said = reading.words[sentence.start : comma]
    opens = said[0].pos_ in ("ADP", "SCONJ") or said[0].tag_ in ("WRB", "VBN", "VBG")
    whole = any(word.dep_ in SUBJECTS and word.head.tag_ in FINITE and word.head.i < comma for word in said)
    return Closing(range(first, cue.i), range(sentence.start, comma)) if whole and not opens else None


def _ends(reading: Reading, sentence: range, cue: Token) -> bool:
    """Whether nothing but a day, or that it was in a statement, stands behind the cue."""
    behind = [
        word for word in reading.words[cue.i + 1 : sentence.stop] if not (word.is_punct or word.is_space)
    ]
    return len(behind) <= _LONGEST_END and all(
        word.lower_ in _WHEN or word.ent_type_ in _TIMES or word.dep_ == "npadvmod" for word in behind
    )


def _is_of_name(word: Token) -> bool:
    return word.tag_ not in FINITE_OR_MODAL and (word.pos_ in _IN_NAMES or word.lower_ in _JOINTS)
