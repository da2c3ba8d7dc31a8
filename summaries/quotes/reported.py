"""Statements: a sentence → its cues, what each reports and whose words they are.

Reads the dependency parse as textacy's direct quotation extraction does, but for reported speech too.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from spacy.tokens import Token

from summaries.lexicon import cues
from summaries.lexicon.tags import FINITE, FINITE_OR_MODAL
from summaries.models import Span
from summaries.quotes.bounds import leads_on, reported_part
from summaries.quotes.closing import closing
from summaries.quotes.complements import asked_question, complement, later_that
from summaries.quotes.nearest import speaker_of
from summaries.quotes.reading import Reading
from summaries.quotes.senses import is_deed, is_told_of_a_thing
from summaries.quotes.speakers import speaker_words, subject
from summaries.quotes.unsaid import is_unsaid
from summaries.quotes.verbs import is_dependent, is_modifier, is_passive, is_verb, puts_it, stands_before

_FEW = 3  # words; less than that behind a noun ("criticism of Trump") tells nothing that was said
_DEICTIC = frozenset(("that", "this", "it"))
_LATER = 7  # words from a noun to its "that"
_MOST = 50  # statements of a sentence that are told; more are no writer's, and each looks at all around it
_EARLIER = 8  # statements of a sentence that a dependent cue looks back on


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said, by its cue. `words` are the pieces of content, as ranges of words."""

    cue: int
    speaker: Span | None
    words: tuple[range, ...]

    @property
    def opening(self) -> int:
        """The first word that was said behind the cue; the first of all where none stands there."""
        return next((piece.start for piece in self.words if piece.start > self.cue), self.words[0].start)

    def meets(self, words: range) -> bool:
        """Whether any of the words is part of what was said."""
        return any(piece.start < words.stop and words.start < piece.stop for piece in self.words)

    def holds(self, word: int) -> bool:
        """Whether the word is part of what was said."""
        return any(word in piece for piece in self.words)


def statements(reading: Reading, sentence: range, quoted: frozenset[int]) -> list[Statement]:
    """The statements of one sentence in text order; cues in quotation marks are their speaker's own words."""
    found: list[Statement] = []
    for statement in islice(_statements(reading, sentence, quoted), _MOST):
        if any(statement.opening == other.opening for other in found[-_EARLIER:]):
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
        pos, word = reading.pos[i], reading.words[i]
        if i in quoted:
            continue
        if pos in ("VERB", "AUX"):
            found = _according(reading, sentence, word) or _told(reading, sentence, word)
        elif pos == "ADJ" and word.lemma_ in cues.ADJECTIVE_CUES:
            found = _held(reading, sentence, word)
        elif pos == "NOUN" and word.lemma_ in cues.NOUN_CUES:
            found = _named(reading, word)
        else:
            continue
        if found is not None:
            yield found


def _told(reading: Reading, sentence: range, verb: Token) -> Statement | None:
    if (
        not (verb.lemma_.lower() in cues.REPORTING_CUES or puts_it(verb))
        or is_modifier(verb)
        or is_deed(verb)
        or is_unsaid(reading, verb)
    ):
        return None
    found = _reported(reading, sentence, verb)
    if found is None and (last := closing(reading, sentence, verb)) is not None:
        return Statement(verb.i, reading.span(last.name), (last.said,))
    return found


def _reported(reading: Reading, sentence: range, verb: Token) -> Statement | None:
    speaker = speaker_of(verb)
    if speaker is None and verb.is_sent_start and verb.tag_ in ("VB", "VBP"):
        return None  # "Thank you for reading"
    if speaker is not None and is_told_of_a_thing(verb, speaker):
        return None
    if speaker is None and (is_passive(verb) or verb.dep_ == "acl"):
        question = asked_question(verb)  # "Asked if it was true, he …"
        return Statement(verb.i, None, (question,)) if question else None
    pieces = complement(reading, sentence, verb, speaker)
    if speaker is not None and verb.is_sent_start and verb.tag_ == "VBG" and speaker.i > verb.i:
        pieces = tuple(range(piece.start, min(piece.stop, speaker.left_edge.i - 1)) for piece in pieces)
    if not pieces:
        return None
    return Statement(verb.i, speaker_words(speaker, reading) if speaker is not None else None, pieces)


def _held(reading: Reading, sentence: range, adjective: Token) -> Statement | None:
    """ "Hall is adamant that it was late", by the words: the parse hangs the clause on either."""
    if adjective.i <= sentence.start or adjective.i + _FEW >= sentence.stop:
        return None
    be, behind = adjective.nbor(-1), adjective.nbor()
    if (
        be.lemma_ != "be"
        or be.tag_ not in FINITE
        or is_unsaid(reading, be)
        or behind.pos_ in ("ADP", "PUNCT")
    ):
        return None
    who = subject(be, among=range(sentence.start, be.i))
    stop = next((i for i in range(behind.i, sentence.stop) if reading.words[i].text == ","), sentence.stop)
    said = reported_part(reading, sentence, adjective, range(behind.i, stop))
    if who is None or not any(reading.words[i].tag_ in FINITE_OR_MODAL for i in said):
        return None
    return Statement(adjective.i, speaker_words(who, reading), (said,))


def _according(reading: Reading, sentence: range, word: Token) -> Statement | None:
    """ "…, according to X" and "According to X, …": the rest of the sentence."""
    if word.lower_ != "according" or word.i + 1 not in sentence:
        return None
    head = next((child for child in word.nbor().children if child.dep_ == "pobj"), None)
    if head is None:
        return None
    before, behind = range(sentence.start, word.i), range(head.right_edge.i + 1, sentence.stop)
    if before and reading.words[before[-1]].lower_ in ("and", "but"):
        before = range(0)  # "They left, and according to police they ran"
    complete = any(is_verb(reading.words[i]) for i in before) and not leads_on(reading, before)
    if complete and reading.words[before.start].lower_ in _DEICTIC and len(before) <= _FEW:
        return None  # "That's according to police."
    pieces = (before,) if complete else (before, behind) if len(before) > 1 else (behind,)
    return Statement(word.i, speaker_words(head, reading), pieces)


def _named(reading: Reading, noun: Token) -> Statement | None:
    """ "the announcement that…", "a call for…"; the speaker is the noun's possessor or its "by"."""
    content = _noun_content(reading, noun, cues.NOUN_CUES[noun.lemma_])
    if len(content) < _FEW or reading.words[content[-1]].pos_ == "ADP":
        return None
    owner = next((child for child in noun.children if child.dep_ == "poss"), None)
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in ("by", "from") and owner is None:
            owner = next((word for word in child.children if word.dep_ == "pobj"), None)
    return Statement(noun.i, speaker_words(owner, reading) if owner is not None else None, (content,))


def _noun_content(reading: Reading, noun: Token, leads: frozenset[str]) -> range:
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in leads:
            return range(child.i + 1, child.right_edge.i + 1)
        if child.dep_ in ("acl", "ccomp") and any(word.lower_ in leads for word in child.lefts):
            return range(child.left_edge.i, child.right_edge.i + 1)
    stop = min(noun.i + _LATER, len(reading.words))
    return later_that(reading, noun.i + 1, stop) if "that" in leads else range(0)
