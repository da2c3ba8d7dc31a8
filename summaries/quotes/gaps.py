"""Reports that lack a word of their own clause, which stands elsewhere: the cue or the parse has parted them.

"a drawdown that they say left a vacuum", "what researchers say is a first": the cue stands inside a relative
clause, and what was said begins before it. "admitted his ties, once close, are strained": the small parser
takes the subject for the cue's object.
"""

from spacy.tokens import Token

from summaries.lexicon.cues import CLAUSE_CUES
from summaries.lexicon.groups import TIMES
from summaries.lexicon.tags import EVERY_SUBJECT, FINITE, FINITE_OR_MODAL, RELATIVE_TAGS, SUBJECTS
from summaries.quotes.reading import Reading
from summaries.quotes.verbs import is_verb

_PRONOUNS = frozenset(("which", "who", "whom", "that", "what"))
# "the day he said he left"
_WHENEVER = frozenset(("way", "reason", "place", "moment", "time", "case", "point"))
_LONGEST_NOUN = 8  # words of the noun that a relative clause is about
_LONGEST_ASIDE = 16  # words
_FEW = 2  # words; less behind the cue is no clause: "which they say"
_CLOSING = (",", "–", "—", "-", "--", ")")


def with_gap(reading: Reading, sentence: range, verb: Token) -> tuple[range, range] | None:
    """What is told in a relative clause: the noun with its "which", and the words behind the cue."""
    who = _own_subject(verb)
    if verb.lemma_.lower() not in CLAUSE_CUES or verb.tag_ not in FINITE or who is None:
        return None
    behind = range(verb.i + 1, verb.right_edge.i + 1)
    lead = _lead(reading, sentence, verb, who)
    if not lead or len(behind) < _FEW or not _lacks_a_word(reading, behind):
        return None
    return lead, behind


def _own_subject(verb: Token) -> Token | None:
    """Who says it: the subject beside the verb, and no relative pronoun."""
    found = (child for child in verb.lefts if child.dep_ in EVERY_SUBJECT and child.tag_ not in RELATIVE_TAGS)
    return next(found, None)


def _lead(reading: Reading, sentence: range, verb: Token, who: Token) -> range:
    """The words before the speaker that the clause is about."""
    i = who.left_edge.i - 1
    if i not in sentence:
        return range(0)
    word = reading.words[i]
    lost = word.lower_ == "that" and _follows_at_once(reading, verb)  # taken for a conjunction
    if (word.tag_ in RELATIVE_TAGS or lost) and word.lower_ in _PRONOUNS:
        if i - 1 in sentence and reading.words[i - 1].pos_ == "ADP" and word.lower_ != "what":
            return range(0)  # "a rally at which he said": nothing is missing
        return range(_noun_start(reading, sentence, verb, i), i + 1)
    if verb.dep_ != "relcl" or verb.head.i != i or _tells_when(verb.head):
        return range(0)
    return range(_noun_start(reading, sentence, verb, i + 1), i + 1)


def _follows_at_once(reading: Reading, verb: Token) -> bool:
    """ "that he said should have been over"."""
    return verb.i + 1 < len(reading.words) and reading.words[verb.i + 1].tag_ in FINITE_OR_MODAL


def _noun_start(reading: Reading, sentence: range, verb: Token, stop: int) -> int:
    """Where the noun before word `stop` begins, if the clause is about it and it is short."""
    noun, first = verb.head, verb.head.left_edge.i
    about = verb.dep_ == "relcl" and noun.pos_ in ("NOUN", "PROPN") and first in sentence
    if not about or stop - first > _LONGEST_NOUN or any(word.is_quote for word in reading.words[first:stop]):
        return stop
    return first


def _tells_when(noun: Token) -> bool:
    return noun.lower_ in TIMES or noun.lemma_ in _WHENEVER or noun.ent_type_ in ("DATE", "TIME")


def _lacks_a_word(reading: Reading, behind: range) -> bool:
    """Whether a clause follows, and not what tells only when or where it was said."""
    for i in behind:
        word = reading.words[i]
        if word.pos_ in ("ADV", "SPACE") or word.dep_ == "npadvmod" or word.head.dep_ == "npadvmod":
            continue
        if word.tag_ in ("IN", "TO") or word.is_punct or word.is_quote:
            return False
        return (
            word.tag_ in FINITE_OR_MODAL
            or any(is_verb(reading.words[j]) for j in behind)
            or word.text.islower()
        )
    return False


def split_clause(reading: Reading, sentence: range, verb: Token) -> tuple[range, ...]:
    """The clause whose subject the parse takes for the verb's object, its verb hung elsewhere."""
    if verb.lemma_.lower() not in CLAUSE_CUES:
        return ()
    for taken in (child for child in verb.rights if child.dep_ == "dobj"):
        if any(_is_its_verb(child, taken) for child in taken.rights):
            return (range(taken.left_edge.i, taken.right_edge.i + 1),)  # "told them the loss | was great"
        main = _verb_behind(reading, sentence, taken) if taken.left_edge.i == verb.i + 1 else None
        if main is not None and main.i > verb.i:
            return (range(verb.i + 1, main.right_edge.i + 1),)
    return ()


def _is_its_verb(clause: Token, noun: Token) -> bool:
    """Whether what the parse takes for a clause about the noun is the verb of which it is the subject."""
    finite = clause.tag_ in FINITE or any(
        child.dep_ in ("aux", "auxpass") and child.tag_ in FINITE_OR_MODAL for child in clause.lefts
    )
    about = clause.dep_ in ("acl", "relcl") and not any(
        child.tag_ in RELATIVE_TAGS for child in clause.subtree if child.i < clause.i
    )
    return (
        finite and about and not any(child.dep_ in SUBJECTS for child in clause.lefts) and noun.i < clause.i
    )


def _verb_behind(reading: Reading, sentence: range, noun: Token) -> Token | None:
    """The finite verb without a subject right behind the noun phrase, or behind an aside about it."""
    last = noun.right_edge
    i = last.i if last.text in _CLOSING else last.i + 1
    if i in sentence and reading.words[i].text in _CLOSING:
        i = _behind_aside(reading, range(i, sentence.stop))
    if i not in sentence or reading.words[i].tag_ not in FINITE_OR_MODAL:
        return None
    finite = reading.words[i]
    main = finite.head if finite.dep_ in ("aux", "auxpass") else finite
    has_own = any(child.dep_ in EVERY_SUBJECT for child in main.lefts)
    return None if main.dep_ == "relcl" or has_own else main


def _behind_aside(reading: Reading, words: range) -> int:
    """The first word behind the mark that closes an aside: ", once the best of friends,"."""
    closed = words.start
    for i in words[1:_LONGEST_ASIDE]:
        if reading.words[i].text in _CLOSING:
            closed = i
        elif i == closed + 1 and reading.words[i].tag_ in FINITE_OR_MODAL:
            return i
        elif reading.words[i].tag_ in FINITE_OR_MODAL or reading.words[i].is_quote:
            break
    return closed + 1
