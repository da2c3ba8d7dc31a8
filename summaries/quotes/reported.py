"""Statements: a sentence → its cues, what each reports and whose words they are.

Reads the dependency parse as textacy's direct quotation extraction does, but for reported speech too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from summaries.lexicon import cues
from summaries.lexicon.tags import FINITE
from summaries.models import Span
from summaries.quotes.complements import complement, later_that
from summaries.quotes.reading import Reading
from summaries.quotes.senses import is_deed, is_told_of_a_thing
from summaries.quotes.speakers import name_of, names_nobody, subject
from summaries.quotes.unsaid import is_unsaid
from summaries.quotes.verbs import is_dependent, is_modifier, is_passive, is_verb, puts_it, stands_before

_FEW = 3  # words; less than that behind a noun ("criticism of Trump") tells nothing that was said
_LATER = 7  # words from a noun to its "that"
_EARLIER = 8  # statements of a sentence that a dependent cue looks back on


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said, by its cue. `words` are the pieces of content, as ranges of words."""

    cue: int
    speaker: Span | None
    words: tuple[range, ...]

    def meets(self, words: range) -> bool:
        """Whether any of the words is part of what was said."""
        return any(piece.start < words.stop and words.start < piece.stop for piece in self.words)

    def holds(self, word: int) -> bool:
        """Whether the word is part of what was said."""
        return any(word in piece for piece in self.words)


def statements(reading: Reading, sentence: range, quoted: frozenset[int]) -> list[Statement]:
    """The statements of one sentence in text order; cues in quotation marks are their speaker's own words."""
    found: list[Statement] = []
    for statement in _statements(reading, sentence, quoted):
        if any(statement.words[0].start == other.words[0].start for other in found[-_EARLIER:]):
            continue  # "said in a statement that": the clause is told once
        speaker = inherited_speaker(reading.words[statement.cue], found)
        found.append(replace(statement, speaker=speaker) if speaker is not None else statement)
    return found


def inherited_speaker(cue: Token, earlier: Sequence[Statement]) -> Span | None:
    """Whose words a dependent cue tells (", adding that…", "and said…"): those of the main cue's speaker.

    None for a cue that has a subject of its own. The parse often hangs such a cue on the clause it follows,
    which is what was said, not on who said it.
    """
    if not is_dependent(cue):
        return None
    near = [statement for statement in earlier[-_EARLIER:] if statement.cue < cue.i]
    for statement in reversed(near):
        outer = not any(other.holds(statement.cue) for other in near)
        outer = outer and not stands_before(cue.doc[statement.cue], cue)
        if statement.speaker is not None and outer:
            return statement.speaker
    return None


def _statements(reading: Reading, sentence: range, quoted: frozenset[int]) -> Iterator[Statement]:
    for i in sentence:
        word = reading.words[i]
        if i in quoted:
            continue
        if word.pos_ in ("VERB", "AUX"):
            found = _according(reading, sentence, word) or _reported(reading, sentence, word)
        elif word.pos_ == "NOUN" and word.lemma_ in cues.NOUN_CUES:
            found = _named(reading, word)
        else:
            continue
        if found is not None:
            yield found


def _reported(reading: Reading, sentence: range, verb: Token) -> Statement | None:
    if (
        not (verb.lemma_.lower() in cues.REPORTING_CUES or puts_it(verb))
        or is_modifier(verb)
        or is_unsaid(verb)
        or is_deed(verb)
    ):
        return None
    speaker = subject(verb) or _noun_before(verb)
    if speaker is not None and is_told_of_a_thing(verb, speaker):
        return None
    if speaker is None and (is_passive(verb) or verb.dep_ == "acl"):
        return None  # "Asked about it, he …", "a meeting announcing it": nobody's
    pieces = complement(reading, sentence, verb)
    if not pieces:
        return None
    return Statement(verb.i, name_of(speaker, reading) if speaker is not None else None, pieces)


def _noun_before(verb: Token) -> Token | None:
    """The name right before a finite cue to which the parse gives no subject."""
    i = verb.i - 1
    while i > 0 and (verb.doc[i].pos_ in ("ADV", "AUX") or names_nobody(verb.doc[i])):
        i -= 1
    word = verb.doc[max(i, 0)]
    stands_there = word.pos_ in ("PROPN", "NOUN", "PRON") and word.tag_ != "WP" and word.sent == verb.sent
    return word if stands_there and verb.tag_ in FINITE and word.i < verb.i else None


def _according(reading: Reading, sentence: range, word: Token) -> Statement | None:
    """ "…, according to X" and "According to X, …": the rest of the sentence."""
    if word.lower_ != "according" or word.i + 1 not in sentence:
        return None
    head = next((child for child in word.nbor().children if child.dep_ == "pobj"), None)
    if head is None:
        return None
    before, behind = range(sentence.start, word.i), range(head.right_edge.i + 1, sentence.stop)
    complete = any(is_verb(reading.words[i]) for i in before)
    pieces = (before,) if complete else (before, behind) if len(before) > 1 else (behind,)
    return Statement(word.i, name_of(head, reading), pieces)


def _named(reading: Reading, noun: Token) -> Statement | None:
    """ "the announcement that…", "a call for…"; the speaker is the noun's possessor or its "by"."""
    content = _noun_content(reading, noun, cues.NOUN_CUES[noun.lemma_])
    if len(content) < _FEW:
        return None
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("by", "from") and owner is None:
            owner = next((word for word in child.children if word.dep_ == "pobj"), None)
    return Statement(noun.i, name_of(owner, reading) if owner is not None else None, (content,))


def _noun_content(reading: Reading, noun: Token, leads: frozenset[str]) -> range:
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in leads:
            return range(child.i + 1, child.right_edge.i + 1)
        if child.dep_ in ("acl", "ccomp") and any(word.lower_ in leads for word in child.lefts):
            return range(child.left_edge.i, child.right_edge.i + 1)
    stop = min(noun.i + _LATER, len(reading.words))
    return later_that(reading, noun.i + 1, stop) if "that" in leads else range(0)
