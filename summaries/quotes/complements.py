"""What a cue's verb reports: the words of its clause, infinitive, question, object or prepositional object.

The kinds are PolNeAR's (Newell, Margolin and Ruths, 2018), read from the dependency parse first and from the
surface where the small parser is weakest: behind a noun ("wrote in his book that …") and around a
parenthetical cue ("the deal, they said, was back on").
"""

from spacy.tokens import Token

from summaries.lexicon import cues
from summaries.lexicon.tags import SUBJECTS
from summaries.quotes.bounds import bounded
from summaries.quotes.reading import Reading
from summaries.quotes.senses import is_speech
from summaries.quotes.speakers import subject
from summaries.quotes.verbs import is_passive, is_purpose, is_verb

_CLAUSAL = cues.CLAUSE_CUES | cues.QUESTION_CUES | cues.INFINITIVE_CUES
_LATER = 15  # words from a cue to its "that": "said in a statement on Tuesday that"
_TAIL = 6  # words of a parenthetical cue before its closing comma: "he said on Monday,"
_NAME = 30  # words from a speaker to its verb; an apposition may stand between
_REACH = 40  # words in which a loose clause is looked for
_FEW = 3  # words; less is a rest of something, not a statement
_SUBJECTS = SUBJECTS | {"expl", "csubj"}
_PREPOSITIONAL = ("prep", "dative", "agent")
_Pieces = tuple[range, ...]


def complement(reading: Reading, sentence: range, verb: Token) -> _Pieces:
    """The words that the verb reports, in pieces where it stands between them; () where it has none."""
    pieces = (
        _taken(verb)
        or _later_clause(reading, sentence, verb)
        or _as_said(reading, sentence, verb)
        or _around(reading, sentence, verb)
        or _loose_clause(reading, sentence, verb)
    )
    within = (bounded(reading, sentence, verb, piece) for piece in pieces)
    return tuple(piece for piece in within if piece)


def later_that(reading: Reading, start: int, stop: int) -> range:
    """The clause of the first "that" from word `start` on, before any other verb: "a claim on TV that…"."""
    for i in range(start, stop):
        word = reading.words[i]
        if word.lower_ == "that" and word.dep_ == "mark":
            return range(i, word.head.right_edge.i + 1)
        if is_verb(word):
            break
    return range(0)


def _taken(verb: Token) -> _Pieces:
    """What the parse hangs on the verb."""
    lemma = verb.lemma_.lower()
    for child in verb.rights:
        if child.dep_ == "ccomp" and lemma in _CLAUSAL and (lemma != "deny" or is_speech(verb)):
            return (range(max(child.left_edge.i, verb.i + 1), child.right_edge.i + 1),)
        if child.dep_ == "xcomp" and child.tag_ == "VBG" and lemma in cues.PLAIN_CUES:
            return (range(verb.i + 1, child.right_edge.i + 1),)  # "said having her there would help"
        if child.dep_ == "xcomp" and lemma in cues.INFINITIVE_CUES and _is_told(verb, child):
            return (range(verb.i + 1, child.right_edge.i + 1),)
    if is_purpose(verb) or not is_speech(verb):
        return ()
    return _with_preposition(verb, lemma) or _object(verb, lemma)


def _is_told(verb: Token, wish: Token) -> bool:
    """Whether the infinitive was said; "who asked not to be named" tells on what terms others were."""
    unnamed = wish.lemma_ in cues.NAMED_BY_PRESS and any(child.dep_ == "auxpass" for child in wish.lefts)
    return not unnamed and is_speech(verb)


def _with_preposition(verb: Token, lemma: str) -> _Pieces:
    prepositions = cues.PREPOSITION_CUES.get(lemma, frozenset())
    for child in verb.rights:
        if child.dep_ == "dobj" and not is_speech(verb, child):
            return ()  # "blasted the ball over the bar"
        if child.lower_ in prepositions and child.dep_ in _PREPOSITIONAL and not _is_of_pronoun(child):
            beside = child.i == verb.i + 1 or is_passive(verb)  # "accused by Ruiz of lying"
            first = child.i + 1 if beside else verb.i + 1
            return (range(first, child.right_edge.i + 1),)
    return _far_charge(verb) if lemma == "accuse" else ()


def _is_of_pronoun(preposition: Token) -> bool:
    """ "asked for it": nothing that was said."""
    return preposition.right_edge.pos_ == "PRON" and preposition.right_edge.i == preposition.i + 1


def _far_charge(verb: Token) -> _Pieces:
    """ "accused Ruiz, the mayor of Riverton, of being…": the parse loses the "of" behind the apposition."""
    for word in verb.doc[verb.i + 1 : min(verb.i + 2 * _LATER, verb.sent.end - 1)]:
        if word.lower_ == "of" and word.nbor().tag_ == "VBG":
            return (range(verb.i + 1, word.right_edge.i + 1),)
    return ()


def _object(verb: Token, lemma: str) -> _Pieces:
    if lemma not in cues.OBJECT_CUES:
        return ()
    for child in verb.rights:
        if child.dep_ == "dobj" and child.pos_ != "PRON" and is_speech(verb, child):
            return (range(max(child.left_edge.i, verb.i + 1), child.right_edge.i + 1),)
    return ()


def _later_clause(reading: Reading, sentence: range, verb: Token) -> _Pieces:
    if verb.lemma_.lower() not in cues.CLAUSE_CUES:
        return ()
    clause = later_that(reading, verb.i + 1, min(verb.i + _LATER, sentence.stop))
    return (clause,) if clause else ()


def _as_said(reading: Reading, sentence: range, verb: Token) -> _Pieces:
    """ "As Trump said, the wall is long", "the wall is long, as Trump said": what stands beside the comma."""
    opening = next((child for child in verb.lefts if child.lower_ == "as"), None)
    if opening is None:
        return ()
    if opening.i - _FEW > sentence.start and reading.words[opening.i - 1].text in (",", "—", "–"):
        return (range(sentence.start, opening.i - 1),)
    if opening.i != sentence.start:
        return ()
    for i in range(verb.i + 1, min(verb.i + 1 + _TAIL, sentence.stop)):
        if reading.words[i].text == ",":
            return (range(i + 1, sentence.stop),)
    return ()


def _around(reading: Reading, sentence: range, verb: Token) -> _Pieces:
    """The content around a parenthetical cue: before ", he said" and, after its next comma, behind it."""
    if verb.lemma_.lower() not in cues.CLAUSE_CUES or verb.tag_ == "VBG":
        return ()
    speaker = subject(verb)
    stands_before = speaker is not None and verb.i - _NAME < speaker.i < verb.i and speaker.i in sentence
    first = speaker.left_edge.i if speaker is not None and stands_before else verb.i
    if first <= sentence.start or reading.words[first - 1].text not in (",", "—", "–"):
        return ()
    before = range(sentence.start, first - 1)
    last = speaker.i if speaker is not None and speaker.i in sentence and not stands_before else verb.i
    behind = range(_parenthesis_end(reading, last, sentence.stop), sentence.stop)
    goes_on = len(behind) >= _FEW and _resumes(reading.words[behind.start], inverted=not stands_before)
    pieces = (before, behind) if goes_on else (before,)
    return pieces if any(_says_something(reading, piece) for piece in pieces) else ()


def _says_something(reading: Reading, piece: range) -> bool:
    """Whether the piece may be a clause; "Asked about it," and "In a speech last July," are none."""
    if not piece or reading.words[piece.start].tag_ in ("VBN", "VBG"):
        return False
    if reading.words[piece.start].pos_ != "ADP":
        return len(piece) >= _FEW
    return any(word.dep_ in _SUBJECTS for word in reading.words[piece.start : piece.stop])


def _parenthesis_end(reading: Reading, last: int, stop: int) -> int:
    for i in range(last + 1, min(last + 1 + _TAIL, stop)):
        if reading.words[i].text == ",":
            return i + 1
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


def _loose_clause(reading: Reading, sentence: range, verb: Token) -> _Pieces:
    """ "he said the deal was off" and the parse hangs the clause elsewhere: the next verb with a subject."""
    if verb.lemma_.lower() not in cues.PLAIN_CUES:
        return ()
    for i in range(verb.i + 1, min(verb.i + _REACH, sentence.stop)):
        word = reading.words[i]
        if word.text in (",", ";", ":") or word.is_quote or word.lower_ in ("when", "where"):
            return ()
        if word.dep_ in SUBJECTS and word.head.i > i and word.head.i in sentence:
            return (range(max(word.left_edge.i, verb.i + 1), word.head.right_edge.i + 1),)
    return ()
