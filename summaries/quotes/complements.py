"""What a cue's verb reports: the words of its clause, infinitive, question, object or prepositional object.

The kinds are PolNeAR's (Newell, Margolin and Ruths, 2018), read from the dependency parse first and from the
surface where the small parser is weakest: behind a noun ("wrote in his book that …") and around a
parenthetical cue ("the deal, they said, was back on").
"""

from spacy.tokens import Token

from summaries.lexicon import cues
from summaries.lexicon.tags import EVERY_SUBJECT, FINITE_OR_MODAL, SUBJECTS
from summaries.quotes.bounds import reported_part
from summaries.quotes.gaps import split_clause, with_gap
from summaries.quotes.inverted import inverted_subject
from summaries.quotes.objects import plain_object, told_of_subject, with_preposition
from summaries.quotes.parenthesis import around, as_said, in_commas
from summaries.quotes.reading import Pieces, Reading
from summaries.quotes.senses import is_speech
from summaries.quotes.verbs import is_purpose, is_verb

_CLAUSAL = cues.CLAUSE_CUES | cues.QUESTION_CUES | cues.INFINITIVE_CUES
_LATER = 15  # words from a cue to its "that": "said in a statement on Tuesday that"
_REACH = 40  # words in which a loose clause is looked for
_FEW = 3  # words; less is a rest of something, not a statement


def complement(reading: Reading, sentence: range, verb: Token, speaker: Token | None) -> Pieces:
    """The words that the verb reports, in pieces where it stands between them; () where it has none."""
    told = with_gap(reading, sentence, verb)
    if told:
        lead, said = told
        said = reported_part(reading, sentence, verb, said)
        return (lead, said) if said else ()
    if speaker is not None and speaker == inverted_subject(verb):
        return around(reading, sentence, verb, speaker)
    pieces = (
        told_of_subject(verb)
        or in_commas(reading, sentence, verb, speaker)
        or split_clause(reading, sentence, verb)
        or _taken(verb)
        or _later_clause(reading, sentence, verb)
        or as_said(reading, sentence, verb)
        or around(reading, sentence, verb, speaker)
        or _loose_clause(reading, sentence, verb)
    )
    if len(pieces) == 1 and _lacks_subject(reading, verb, pieces[0]):
        return ()  # "the man they say | was armed", where the parse loses what was
    within = (reported_part(reading, sentence, verb, piece) for piece in pieces)
    return tuple(piece for piece in within if piece)


def _lacks_subject(reading: Reading, verb: Token, piece: range) -> bool:
    first = reading.words[piece.start]
    asks = any(child.dep_ in EVERY_SUBJECT for child in (*first.rights, *first.head.children))  # "Did he go?"
    return piece.start > verb.i and first.tag_ in FINITE_OR_MODAL and not asks


def later_that(reading: Reading, start: int, stop: int) -> range:
    """The clause of the first "that" from word `start` on, before any other verb: "a claim on TV that…"."""
    for i in range(start, stop):
        word = reading.words[i]
        if word.lower_ == "that" and word.dep_ == "mark":
            return range(i, word.head.right_edge.i + 1)
        if is_verb(word):
            break
    return range(0)


def asked_question(verb: Token) -> range:
    """The clause that was asked of somebody: "Asked why she left, Ruiz laughed"; none in "Asked about it"."""
    if verb.lemma_.lower() not in cues.ASKING_CUES:
        return range(0)
    for child in verb.rights:
        opening = child.left_edge
        opens = opening.lower_ in ("if", "whether") or opening.tag_ in ("WRB", "WP", "WDT")
        if child.dep_ in ("ccomp", "advcl", "xcomp") and opens and opening.i == verb.i + 1:
            return range(opening.i, child.right_edge.i + 1)
    return range(0)


def _taken(verb: Token) -> Pieces:
    """What the parse hangs on the verb."""
    lemma = verb.lemma_.lower()
    for child in verb.rights:
        if child.dep_ == "ccomp" and _is_told_clause(verb, child):
            return (range(max(child.left_edge.i, verb.i + 1), child.right_edge.i + 1),)
        if child.dep_ == "xcomp" and lemma in cues.GERUND_CUES and _is_deed(child):
            return (range(verb.i + 1, child.right_edge.i + 1),)  # "said having her there would help"
        if child.dep_ == "advcl" and lemma in cues.ASKING_CUES and _is_question(verb, child):
            return (range(child.left_edge.i, child.right_edge.i + 1),)
        if child.dep_ == "xcomp" and lemma in cues.INFINITIVE_CUES and _is_told(verb, child):
            return (range(verb.i + 1, child.right_edge.i + 1),)
    if is_purpose(verb) or not is_speech(verb):
        return ()
    return with_preposition(verb, lemma) or plain_object(verb, lemma)


def _is_told_clause(verb: Token, clause: Token) -> bool:
    """Whether the verb reports clauses, and this is no mis-parse: ", they say, on the bridge | planned"."""
    lemma = verb.lemma_.lower()
    opens = any(child.dep_ in EVERY_SUBJECT or child.dep_ in ("mark", "aux") for child in clause.lefts)
    is_apart = not opens and clause.tag_ in FINITE_OR_MODAL and clause.left_edge.i > verb.i + 1
    return lemma in _CLAUSAL and (lemma != "deny" or is_speech(verb)) and not is_apart


def _is_deed(gerund: Token) -> bool:
    """ "reported seeing it"; "recalls thinking" only leads to what was thought."""
    return gerund.tag_ == "VBG" and gerund.lemma_ not in cues.CLAUSE_CUES | cues.BESIDE_CUES - {"see"}


def _is_question(verb: Token, clause: Token) -> bool:
    """ "asked her if it was true", where nothing but who was asked stands between."""
    first = clause.left_edge
    asked = {word.i for child in verb.rights if child.dep_ in ("dobj", "dative") for word in child.subtree}
    return first.lower_ in ("if", "whether") and all(i in asked for i in range(verb.i + 1, first.i))


def _is_told(verb: Token, wish: Token) -> bool:
    """Whether the infinitive was said; "who asked not to be named" tells on what terms others were."""
    unnamed = wish.lemma_ in cues.NAMED_BY_PRESS and any(child.dep_ == "auxpass" for child in wish.lefts)
    unnamed = unnamed or any(child.lower_ in cues.UNNAMED for child in wish.rights if child.dep_ == "acomp")
    return not unnamed and wish.tag_ != "VBG" and is_speech(verb)


def _later_clause(reading: Reading, sentence: range, verb: Token) -> Pieces:
    if verb.lemma_.lower() not in cues.CLAUSE_CUES:
        return ()
    clause = later_that(reading, verb.i + 1, min(verb.i + _LATER, sentence.stop)) or _lost_that(verb)
    return (clause,) if clause else ()


def _lost_that(verb: Token) -> range:
    """ "noting that at one point he …": the parse takes "that" for a preposition and parts the clause."""
    behind = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    if behind.lower_ != "that" or behind.tag_ != "IN" or behind.dep_ == "mark":
        return range(0)
    return range(behind.i, max(behind.right_edge.i, verb.right_edge.i) + 1)


def _loose_clause(reading: Reading, sentence: range, verb: Token) -> Pieces:
    """ "he said the deal was off" and the parse hangs the clause elsewhere: the next verb with a subject."""
    if verb.lemma_.lower() not in cues.PLAIN_CUES or _says_it(verb):
        return ()
    for i in range(verb.i + 1, min(verb.i + _REACH, sentence.stop)):
        word = reading.words[i]
        if word.text in (",", ";", ":") or word.is_quote or word.lower_ in ("when", "where", "about"):
            return ()  # "say little about how it came": a clause, but not what was said
        if word.dep_ in SUBJECTS and word.head.i > i and word.head.i in sentence:
            return (range(max(word.left_edge.i, verb.i + 1), word.head.right_edge.i + 1),)
    return ()


def _says_it(verb: Token) -> bool:
    """ "said it openly; others only hinted": all that was said."""
    behind = verb.nbor() if verb.i + 1 < len(verb.doc) else verb
    return behind.dep_ == "dobj" and behind.lower_ in ("it", "so", "this", "that")
