"""Clauses: a sentence that tells another's words, too → the part of it that tells what one speaker said.

"Hall vowed to go on, but the mayor said he would not" is Hall's as far as the "but", and the mayor's behind
it; "Hall says it is safe, but that is a guess" ends with what the writer makes of it.
"""

from collections.abc import Iterator, Sequence

from spacy.tokens import Token

from summaries.lexicon.openings import THIRD_PERSON
from summaries.lexicon.pointing import SUMMING_UP
from summaries.lexicon.tags import EVERY_SUBJECT, FINITE_OR_MODAL
from summaries.models import Quote, Span
from summaries.pointing import stands_for_clause
from summaries.quotes.bounds import joins_answer, sets_beside
from summaries.quotes.called import speaker_beside
from summaries.quotes.reading import Reading

_JOINTS = frozenset(("and", "but", "yet", "while", "whereas"))
_SAID = SUMMING_UP | {"call", "demand", "idea", "view"}
_TURNS = frozenset(("but", "yet"))
_SAME = THIRD_PERSON | {"it"}
_OPENING = {"(": ")", "[": "]"}
_MARKS = frozenset(",;–—-")
_FEW = 2  # words; "and, according to Ray," goes on with what is told
_LONGEST = 60  # words of what the writer makes of it
_REACH = 12  # words from a joint to who speaks behind it: "according to what the Herald has seen,"


def clause_of(reading: Reading, quote: Quote, near: Sequence[Quote]) -> Span | None:
    """The part of its sentence that is the speaker's; None where all of it may be shown as theirs.

    `near` are the quotes around it, itself too.
    """
    own = _own(reading, quote)
    if not own or quote.cue is None:
        return None
    cue = reading.at(quote.cue.start)
    sentence = reading.sentence(own.start)
    others = list(_others(reading, quote, near, sentence))
    start, stop = _start(reading, own, sentence, others), _stop(reading, cue, own, sentence, others)
    if (start, stop) == (sentence.start, sentence.stop):
        return None
    return _readable(reading, range(start, stop), is_whole=stop == sentence.stop)


def _own(reading: Reading, quote: Quote) -> range:
    """The words from the first that is the speaker's, the cue's or said to the last, of one sentence."""
    if quote.cue is None:
        return range(0)
    speaker = speaker_beside(quote, reading)
    spans = (quote.cue, *quote.content) if speaker is None else (speaker, quote.cue, *quote.content)
    words = reading.over(Span(min(spans).start, max(span.end for span in spans)))
    return words if words and words[-1] in reading.sentence(words.start) else range(0)


def _others(reading: Reading, quote: Quote, near: Sequence[Quote], sentence: range) -> Iterator[range]:
    """The words of each of those around it that somebody else is told to have said in the sentence."""
    for other in near:
        if other.speaker is None or other.cue is None or other.cue == quote.cue:
            continue
        if reading.at(other.cue.start) not in sentence or not _is_anothers(reading, quote, other):
            continue
        words = _own(reading, other)
        if words and words.start in sentence:
            yield words


def _is_anothers(reading: Reading, quote: Quote, other: Quote) -> bool:
    said, own = (
        one.speaker.of(reading.text).casefold() if one.speaker is not None else "" for one in (other, quote)
    )
    if other.actor is None and (said in _SAME or (quote.actor is None and said == own)):
        return False
    return other.actor is None or other.actor != quote.actor


def _stop(reading: Reading, cue: int, own: range, sentence: range, others: Sequence[range]) -> int:
    """Behind the last word before what another says, or the writer of it."""
    joint = own.stop
    while joint < sentence.stop and reading.words[joint].text in _MARKS:
        joint += 1
    if joint + 1 >= sentence.stop:
        return sentence.stop
    low = reading.words[joint].lower_
    if low == "as" and sets_beside(reading.words[joint], reading.words[cue], range(own.start, sentence.stop)):
        return own.stop
    joint += low == "even"
    if not _joins(reading, joint):
        return sentence.stop
    tail = reading.words[joint + 1 : min(sentence.stop, joint + _LONGEST)]
    ends = (
        any(_opens(reading, joint, other.start) for other in others)
        or any(word.lower_ == "according" for word in tail[_FEW:])
        or (low in _TURNS and _is_comment(tail))
        or joins_answer(reading.words[joint], reading.words[cue])
    )
    return own.stop if ends else sentence.stop


def _start(reading: Reading, own: range, sentence: range, others: Sequence[range]) -> int:
    """The first word behind what another says: behind the "and" or "but" that joins the two."""
    for i in range(own.start - 1, max(sentence.start, own.start - _REACH), -1):
        if _joins(reading, i):
            ends = any(other.stop <= i for other in others) and _opens(reading, i, own.start)
            return i + 1 if ends else sentence.start
    return sentence.start


def _joins(reading: Reading, i: int) -> bool:
    """ "but", "while", "even as": whether the word joins two clauses, each of which may be told alone."""
    low = reading.words[i].lower_
    return low in _JOINTS or (low == "as" and reading.words[i - 1].lower_ == "even")


def _opens(reading: Reading, joint: int, begins: int) -> bool:
    """Whether the clause behind the joint is the one that tells who speaks: none stands between."""
    between = reading.words[joint + 1 : begins]
    if not 0 <= len(between) < _REACH or joint >= begins:
        return False
    return all(word.tag_ not in FINITE_OR_MODAL and word.lower_ != "that" for word in between)


def _is_comment(clause: Sequence[Token]) -> bool:
    """Whether a "that" or "this" in it means what was said, or an "it" what follows: "it is hard to tell"."""
    first = next(
        (word for word in clause if word.tag_ in FINITE_OR_MODAL or word.dep_ in EVERY_SUBJECT), None
    )
    if first is None or first.dep_ not in EVERY_SUBJECT:
        return False
    if first.lower_ == "it":
        return stands_for_clause(first)
    return any(
        word.lower_ in ("this", "that")
        and word.tag_ == "DT"
        and (word.dep_ != "det" or word.head.lemma_ in _SAID)
        for word in clause
    )


def _readable(reading: Reading, words: range, *, is_whole: bool) -> Span | None:
    """The characters, with the stop where the sentence ends there, without a bracket that closes later."""
    span = reading.span(words)
    if span is None:
        return None
    if is_whole:
        return Span(span.start, reading.word(words.stop - 1).end)
    closing = _OPENING.get(reading.text[span.start])
    cut = closing is not None and closing not in span.of(reading.text)
    return Span(span.start + cut, span.end)
