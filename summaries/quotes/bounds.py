"""Where reported words end: a piece of content → the piece on to the end of its clause, and no further.

The small parser ends a clause too early ("he has accepted his son | is dead") and too late ("a ban, a plan
the senator has since dropped"): half a clause says another thing, and what the reporter adds nobody said.
"""

from spacy.tokens import Token

from summaries.actors.joints import POSSESSIVES
from summaries.lexicon.abbreviations import CUT_SHORT
from summaries.lexicon.cues import (
    ANSWERING,
    CONCURRING,
    INFINITIVE_CUES,
    PLAIN_CUES,
    QUESTION_CUES,
    REPORTING_CUES,
    WITHHELD,
)
from summaries.lexicon.tags import FINITE, FINITE_OR_MODAL, SUBJECTS
from summaries.quotes.reading import Reading
from summaries.quotes.verbs import is_dependent

_VERBAL = FINITE_OR_MODAL | {"POS"}  # "’s", which the tagger takes for an owner's
_CLAUSE_ENDS = frozenset(",;:.!?()—–-…")
_WHEN = frozenset(("after", "before", "when", "while"))
_SAID_WHEN = frozenset(("after", "as"))
_INSIDE_CLAUSES = frozenset(("relcl", "acl", "csubj", "pcomp"))
_OPEN_ENDS = frozenset(("the", "a", "an", "to", "including"))
_LOOSE_ENDS = frozenset(("and", "or", "but", "-", "–", "—", ","))
_DASHES = frozenset(("–", "—", "--"))
_RELATIVES = frozenset(("who", "which", "whose"))
_INDEFINITE = frozenset(("a", "an"))
_REMARKS = frozenset(("relcl", "appos"))
_ASIDES = ("VBG", "VBD", "VBZ")
_GOING_ON = frozenset(("and", "but"))
_REFUSALS = frozenset(("decline", "refuse"))
_LONGEST = 150  # words of a report in which an aside is looked for; and behind what the parse gave of it
_BEGINS = frozenset(("DT", "PRP", "PRP$", "EX"))
_ON = frozenset(("on", "in", "late", "early"))
_TIMES = frozenset(("DATE", "TIME"))
_DAY = 5  # words of a day: "Wednesday, Oct. 9,"
_NAME = 6  # words of a house or a programme behind its owner
_FEW = 3  # words; what comes before an aside has more


def reported_part(reading: Reading, sentence: range, cue: Token, piece: range) -> range:
    """The words of the piece that the cue reports; none where it is the rest of something."""
    if _is_parted(reading, sentence, piece):
        return range(0)
    told = _behind_day(reading, cue, _behind_name(reading, cue, piece))
    whole = to_clause_end(reading, sentence, cue, told)
    return _trimmed(reading, cue, _until_aside(reading, cue, _between_dashes(reading, cue, whole)))


def _is_parted(reading: Reading, sentence: range, piece: range) -> bool:
    """Whether the parse ends or begins the piece at an abbreviation: "900 of approx. | 1,100 took part"."""
    stops = [piece.start - 1, *([piece.stop] if piece.stop + 1 < sentence.stop else [])]
    return any(
        reading.words[i].text == "." and reading.words[i - 1].lower_ in CUT_SHORT for i in stops if i > 0
    )


def _between_dashes(reading: Reading, cue: Token, piece: range) -> range:
    """Stops at the dash that closes what one opened: "from Ray – who said it was late – to the hall"."""
    for i in range(cue.i - 1, max(cue.i - _FEW, 0), -1):
        if reading.words[i].text in _DASHES and reading.words[i + 1].lower_ in _RELATIVES:
            dash = reading.words[i].text
            return range(piece.start, next((j for j in piece if reading.words[j].text == dash), piece.stop))
    return piece


def _behind_name(reading: Reading, cue: Token, piece: range) -> range:
    """Without the rest of whom it was told: "told the Herald's Breakfast show | the dam was shut"."""
    if piece.start <= cue.i + 1 or reading.words[piece.start - 1].text not in POSSESSIVES:
        return piece
    near = range(piece.start, min(piece.stop, piece.start + _NAME))
    return range(next((i for i in near if reading.words[i].tag_ in _BEGINS), piece.stop), piece.stop)


def _behind_day(reading: Reading, cue: Token, piece: range) -> range:
    """Without when it was said: "said on Wednesday | it would close", "said Wednesday | the mill fell"."""
    if piece.start != cue.i + 1:
        return piece
    first = piece.start + (reading.words[piece.start].lower_ in _ON)
    near = range(first, min(piece.stop, first + _DAY))
    behind = next((i for i in near if reading.words[i].ent_type_ not in _TIMES), piece.start)
    opens = behind > first and reading.words[behind].tag_ in _BEGINS
    return range(behind, piece.stop) if opens else piece


def to_clause_end(reading: Reading, sentence: range, cue: Token, piece: range) -> range:
    """On to the next mark, where the clause goes on with its verb: "accepted his son | is dead"."""
    if piece.start <= cue.i or cue.dep_ in _INSIDE_CLAUSES or not _goes_on(reading, sentence, piece.stop):
        return piece
    stop, last = piece.stop, min(sentence.stop, piece.stop + _LONGEST)
    while stop < last and not _ends_clause(reading.words[stop]):
        stop += 1
    return range(piece.start, stop)


def _goes_on(reading: Reading, sentence: range, i: int) -> bool:
    if i not in sentence or i + 1 not in sentence:
        return False
    word = reading.words[i]
    return (
        word.tag_ in _VERBAL or word.text in POSSESSIVES or (word.tag_ == "TO" and word.nbor().tag_ == "VB")
    )


def _ends_clause(word: Token) -> bool:
    if word.is_quote or word.is_space or word.lower_ in _WHEN:
        return True
    return word.text in _CLAUSE_ENDS and bool(word.whitespace_)


def _until_aside(reading: Reading, cue: Token, piece: range) -> range:
    """Stops before another statement of the speaker, and before the reporter's ", which…", ", a plan…"."""
    for i in range(piece.start + 2, min(piece.stop, piece.start + _LONGEST)):
        word, low = reading.words[i], reading.words[i].lower_
        if word.tag_ in _ASIDES and word.lemma_.lower() in REPORTING_CUES and is_dependent(word):
            return range(piece.start, i - 1)
        if low in _GOING_ON and (_is_withheld(word) or _joins_another(word, cue)):
            return range(piece.start, i)
        if low == "according" and reading.words[i - 1].text == ",":
            return range(piece.start, i - 1)
        if low in _SAID_WHEN and _tells_when(word, cue):
            return range(piece.start, i)
        if low == "as" and reading.words[i - 1].text == "," and sets_beside(word, cue, piece):
            return range(piece.start, i - 1)
        if low == "even" and word.nbor().lower_ == "as" and _ends_before(reading, i):
            return range(piece.start, i)  # "even as the office said otherwise": a rebuttal
        if word.dep_ in _REMARKS and word.right_edge.i >= piece.stop - 2 and _is_remark(word):
            first = word.left_edge.i
            if first - piece.start > _FEW and reading.words[first - 1].text in (",", "-", "–", "—"):
                return range(piece.start, first - 1)
    return piece


def _joins_another(joint: Token, cue: Token) -> bool:
    """Whether a deed or somebody else's words or answer follow."""
    return _joins_deed(joint, cue) or _joins_speaker(joint, cue) or joins_answer(joint, cue)


def _is_withheld(joint: Token) -> bool:
    """ "but would give no details", "and declined to say": of the speaker, and not what was said."""
    for verb in joint.doc[joint.i + 1 : joint.i + _FEW + 3]:
        lemma = verb.lemma_.lower()
        if verb.dep_ == "conj" and verb.pos_ == "VERB":
            kept_back = lemma in WITHHELD and (
                any(child.dep_ == "neg" for child in verb.lefts) or verb.nbor().lower_ in ("no", "nothing")
            )
            return kept_back or lemma in _REFUSALS
    return False


def _joins_deed(joint: Token, cue: Token) -> bool:
    """ "promised to return it and was true to his word": what the speaker then did."""
    wish = joint.head
    deed = next((child for child in wish.children if child.dep_ == "conj" and child.i > joint.i), None)
    if deed is None or deed.tag_ not in FINITE_OR_MODAL or wish.tag_ != "VB" or wish.head.i != cue.i:
        return False
    return wish.dep_ == "xcomp" and not any(child.dep_ in SUBJECTS for child in deed.lefts)


def _joins_speaker(joint: Token, cue: Token) -> bool:
    """ "Ray said it was shut and the police said two had left": another cue of its kind and time."""
    told = next((child for child in joint.head.children if child.dep_ == "conj" and child.i > joint.i), None)
    if told is None or told.lemma_ not in PLAIN_CUES or told.tag_ != cue.tag_ or told.tag_ not in FINITE:
        return False
    who = [child for child in told.lefts if child.dep_ in SUBJECTS]
    return len(who) == 1 and who[0].pos_ != "PRON" and who[0].left_edge.i == joint.i + 1


def joins_answer(joint: Token, cue: Token) -> bool:
    """ "and Ana Ruiz agreed with that", "but the council disputes this": what another makes of it.

    Not "and Ruiz agreed to sell", nor "they asked and Ruiz had agreed", which may be told with it.
    """
    near = joint.doc[joint.i + 1 : joint.i + 2 + _NAME]
    ends = (word for word in near if word.tag_ in FINITE_OR_MODAL or word.is_punct or word.lower_ == "that")
    verb = next(ends, None)
    if verb is None or verb.tag_ != cue.tag_ or verb.nbor(-1).pos_ not in ("NOUN", "PROPN"):
        return False
    behind = joint.doc[verb.i + 1 : verb.i + 3]
    if verb.lemma_ in CONCURRING:
        return bool(behind) and (behind[0].is_punct or behind[0].lower_ == "with")
    return verb.lemma_ in ANSWERING and bool(behind) and behind[0].lower_ in ("this", "that")


def _ends_before(reading: Reading, i: int) -> bool:
    """Whether no quotation is open before the word, which would be the speaker's then."""
    return sum(word.is_quote for word in reading.words[reading.sentence(i).start : i]) % 2 == 0


def _tells_when(after: Token, cue: Token) -> bool:
    """ "urged them to leave after a bridge fell": when it was said, for a wish is of what is to come."""
    clause = after.head
    is_past = clause.tag_ == "VBD" or any(child.tag_ == "VBD" for child in clause.lefts)
    wishes = cue.lemma_.lower() in INFINITIVE_CUES and not any(child.dep_ == "ccomp" for child in cue.rights)
    compares = clause.lemma_ in ("do", "be")  # "as it did then"
    return after.dep_ == "mark" and is_past and wishes and not (after.lower_ == "as" and compares)


def sets_beside(joint: Token, cue: Token, piece: range) -> bool:
    """ "said it had won, as the United States was set to talk": a reporter tells of another."""
    clause = joint.head
    who = next((child for child in clause.lefts if child.dep_ in SUBJECTS), None)
    if joint.dep_ != "mark" or cue.tag_ != "VBD" or who is None or who.pos_ != "PROPN":
        return False
    is_past = clause.tag_ == "VBD" or any(child.tag_ == "VBD" for child in clause.lefts)
    before = {word.lower_ for word in joint.doc[piece.start : joint.i]}
    behind = joint.doc[clause.right_edge.i + 1 : piece.stop]
    return is_past and who.lower_ not in before and all(word.is_punct or word.is_space for word in behind)


def _is_remark(word: Token) -> bool:
    """Whether the relative clause or apposition is what a reporter adds, in words of his own."""
    if word.dep_ == "relcl":
        adds = all(child.lower_ != "when" for child in word.lefts)  # "in May, when it began" is said with it
    else:
        ranks = any(child.tag_ in ("JJS", "RBS") for child in word.lefts)  # "the worst blaze since 1990"
        adds = ranks or word.left_edge.lower_ in _INDEFINITE
    return adds and not any(inside.is_quote for inside in word.subtree)


def _trimmed(reading: Reading, cue: Token, piece: range) -> range:
    """Without an "and" that leads on; nothing where the last word wants another, or the first is a "who"."""
    while piece and reading.words[piece[-1]].lower_ in _LOOSE_ENDS:
        piece = piece[:-1]
    if not piece or leads_on(reading, piece):
        return range(0)
    asks = cue.lemma_ in QUESTION_CUES and cue.lemma_ != "say"
    return range(0) if reading.words[piece.start].lower_ in _RELATIVES and not asks else piece


def leads_on(reading: Reading, piece: range) -> bool:
    """Whether the last word, marks left out, wants another: "including —", "said that"."""
    last = next((word for i in reversed(piece) if not (word := reading.words[i]).is_punct), None)
    return last is not None and (last.lower_ in _OPEN_ENDS or (last.lower_ == "that" and last.tag_ == "IN"))
