"""What was said around a parenthetical cue: "the deal, they said, was back on", "As they said, it was on"."""

from collections.abc import Sequence

from spacy.tokens import Token

from summaries.lexicon import cues
from summaries.lexicon.tags import EVERY_SUBJECT, FINITE_OR_MODAL, RELATIVE_TAGS, SUBJECTS
from summaries.quotes.bounds import leads_on
from summaries.quotes.reading import Pieces, Reading
from summaries.quotes.verbs import is_quoted_as, is_verb, puts_it

_TAIL = 14  # words of a parenthetical cue before its closing comma: "he said in a paper in Nature on Monday,"
_NAME = 30  # words from a speaker to its verb; an apposition may stand between
_FEW = 3  # words; less is a rest of something, not a statement


def as_said(reading: Reading, sentence: range, verb: Token) -> Pieces:
    """ "As Ray said, the wall is long", "the wall is long, as Ray said": what stands beside the comma."""
    opening = next((child for child in verb.lefts if child.lower_ == "as"), None)
    if opening is None or not (verb.lemma_.lower() in cues.CLAUSE_CUES or puts_it(verb)):
        return ()
    joined = reading.words[sentence.start].pos_ == "CCONJ"  # "But, as Ray said, …"
    if joined and opening.i in (sentence.start + 1, sentence.start + 2):
        sentence = range(opening.i, sentence.stop)
    if opening.i - _FEW > sentence.start and reading.words[opening.i - 1].text in (",", "—", "–"):
        return (range(sentence.start, opening.i - 1),)
    if opening.i != sentence.start:
        return ()
    for i in range(verb.i + 1, min(verb.i + 1 + _TAIL, sentence.stop)):
        if reading.words[i].text == ",":
            return (range(i + 1, sentence.stop),)
    return ()


def in_commas(reading: Reading, sentence: range, verb: Token, speaker: Token | None) -> Pieces:
    """The content around ", he said," behind a clause that is whole, whatever the parse hangs on the cue."""
    closed = verb.i + 2 in sentence and reading.words[verb.i + 1].text == ","
    if not closed or reading.words[verb.i + 2].is_quote or speaker is None or speaker.i > verb.i:
        return ()
    before = reading.words[sentence.start : speaker.left_edge.i]
    whole = any(word.dep_ in EVERY_SUBJECT and word.head.tag_ in FINITE_OR_MODAL for word in before)
    if not whole or before[0].pos_ in ("ADP", "SCONJ") or before[0].tag_ in ("WRB", "VBN", "VBG"):
        return ()
    return around(reading, sentence, verb, speaker)


def around(reading: Reading, sentence: range, verb: Token, speaker: Token | None) -> Pieces:
    """The content around a parenthetical cue: before ", he said" and, after its next comma, behind it."""
    if verb.lemma_.lower() not in cues.CLAUSE_CUES or (verb.tag_ == "VBG" and not is_quoted_as(verb)):
        return ()
    if any(child.tag_ in RELATIVE_TAGS and child.dep_ in SUBJECTS for child in verb.lefts):
        return ()  # "Justin Moss, who advises the mayor on roads": about who that is
    stands_before = speaker is not None and verb.i - _NAME < speaker.i < verb.i and speaker.i in sentence
    acts_before = speaker is not None and speaker.dep_ in SUBJECTS and speaker.i < speaker.head.i < verb.i
    if acts_before and not is_quoted_as(verb):
        return ()  # "When told, she nodded, then whispered thanks"
    first = speaker.left_edge.i if speaker is not None and stands_before else verb.i
    if first <= sentence.start or reading.words[first - 1].text not in (",", "—", "–"):
        return ()
    before = range(sentence.start, first - 1)
    last = speaker.i if speaker is not None and speaker.i in sentence and not stands_before else verb.i
    behind = range(_parenthesis_end(reading, last, sentence.stop), sentence.stop)
    if leads_on(reading, before) or _tells_itself(reading.words[before.start], speaker):
        return ()  # "attacks that, he noted, were old", "He added that it was late, he said"
    goes_on = len(behind) >= _FEW and _resumes(reading.words[behind.start], inverted=not stands_before)
    goes_on = goes_on and not _is_told_anew(reading.words[behind.start : behind.start + _FEW])
    parts = (not _is_occasion(reading.words[before.start]) and before, goes_on and behind)
    pieces = tuple(piece for piece in parts if piece)
    return pieces if any(_says_something(reading, piece) for piece in pieces) else ()


def _tells_itself(first: Token, speaker: Token | None) -> bool:
    """Whether the words open with the speaker's own pronoun and a cue: the clause is told already."""
    told = first.nbor() if first.i + 1 < len(first.doc) else first
    same = speaker is not None and first.pos_ == "PRON" and first.lower_ == speaker.lower_
    return same and told.lemma_.lower() in cues.CLAUSE_CUES


def _is_occasion(first: Token) -> bool:
    """ "Asked about it, he said, …", "Speaking in Dover, …"."""
    return first.tag_ in ("VBN", "VBG") and first.lemma_.lower() in cues.SPEAKING_CUES


def _says_something(reading: Reading, piece: range) -> bool:
    """Whether the piece may be a clause; "Asked about it," and "In a speech last July," are none."""
    if not piece:
        return False
    first, words = reading.words[piece.start], reading.words[piece.start : piece.stop]
    if first.tag_ in ("VBN", "VBG"):
        rides = first.tag_ == "VBG" and first.dep_ == "csubj"  # "Riding in may seem bold, says Ruiz"
        return rides or (not _is_occasion(first) and _has_main_clause(first, words))
    if first.pos_ in ("ADP", "SCONJ") or first.tag_ == "WRB":
        return any(word.dep_ in EVERY_SUBJECT and not _is_subordinate(word.head) for word in words)
    return len(piece) >= _FEW


def _has_main_clause(participle: Token, words: Sequence[Token]) -> bool:
    """ "Weighing up the cost, the mayor left late on Friday"."""
    return any(
        word.dep_ in SUBJECTS and word.head.tag_ in FINITE_OR_MODAL and not participle.is_ancestor(word)
        for word in words
    )


def _is_subordinate(verb: Token) -> bool:
    """ "When I told her": tells only when or why."""
    return any(child.dep_ == "mark" or child.tag_ == "WRB" for child in verb.lefts)


def _is_told_anew(words: Sequence[Token]) -> bool:
    """ "It is vital, he said, because he said …"."""
    return words[0].pos_ == "SCONJ" and any(
        is_verb(word) and word.lemma_.lower() in cues.PLAIN_CUES for word in words
    )


def _parenthesis_end(reading: Reading, last: int, stop: int) -> int:
    for i in range(last + 1, min(last + 1 + _TAIL, stop)):
        if reading.words[i].text == ",":
            return i + 1
        if reading.words[i].tag_ in FINITE_OR_MODAL:
            break
    return stop


def _resumes(first: Token, *, inverted: bool) -> bool:
    """Whether the words behind a parenthetical cue go on with what was said.

    Behind ", said Ana Ruiz," most tell who that is: "who works there", "an expert".
    """
    if first.pos_ == "CCONJ":
        return first.nbor().pos_ in ("VERB", "AUX")
    if first.lower_ in cues.RELATIVES or first.tag_ == "VBG":
        return False
    return not inverted or first.pos_ in ("VERB", "AUX", "SCONJ")


def resumed(reading: Reading, sentence: range, cue: Token, *, inverted: bool) -> range:
    """The words behind ", she said," that go on with what stood before it; none where they do not."""
    behind = range(_parenthesis_end(reading, cue.i, sentence.stop), sentence.stop)
    goes_on = len(behind) >= _FEW and reading.words[behind.start].pos_ not in ("CCONJ", "ADP")
    return behind if goes_on and _resumes(reading.words[behind.start], inverted=inverted) else range(0)
