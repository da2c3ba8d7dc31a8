"""Who says it, by the parse where it tells, else by what stands right before the cue."""

from spacy.tokens import Token

from summaries.lexicon.cues import REPORTING_CUES
from summaries.lexicon.tags import FINITE, SUBJECTS
from summaries.quotes.speakers import names_nobody, subject
from summaries.quotes.verbs import has_subject

_NOUNS = ("NOUN", "PROPN", "PRON")
_ASIDE = 30  # words between a speaker and its cue: ", who had seen it,"


def speaker_of(verb: Token) -> Token | None:
    """The word that names who says what the verb tells; None where the text names nobody."""
    beside = _joined(verb) or _before_aside(verb) if not has_subject(verb) else _behind_other_cue(verb)
    return beside or subject(verb) or _before(verb) or _behind_opening(verb)


def _joined(verb: Token) -> Token | None:
    """ "Cars burnt in Dover and residents claimed": "and" joins the clauses, not the town and its people."""
    if verb.dep_ != "conj" or verb.tag_ not in FINITE:
        return None
    noun = _before(verb)
    if noun is None or noun.dep_ != "conj" or noun.head.pos_ not in _NOUNS or noun.head.dep_ in SUBJECTS:
        return None
    first = noun.left_edge.i
    return noun if first > verb.sent.start and verb.doc[first - 1].lower_ in ("and", "but") else None


def _behind_other_cue(verb: Token) -> Token | None:
    """ "One of them admitted it and the cook admitted it": "and" joins two clauses, not them and the cook."""
    noun = verb.nbor(-1) if verb.i > 0 else verb
    first = next(child for child in verb.children if child.dep_ in SUBJECTS)
    between = verb.doc[first.i : noun.left_edge.i]
    if noun.dep_ != "conj" or not between or between[-1].pos_ != "CCONJ":
        return None
    cues = (word for word in between if word.tag_ == "VBN" and word.lemma_.lower() in REPORTING_CUES)
    return noun if any(word.dep_ == "acl" for word in cues) else None


def _before(verb: Token) -> Token | None:
    """The name right before a finite cue to which the parse gives no subject."""
    if verb.tag_ not in FINITE:
        return None
    i = verb.i - 1
    while i > 0 and (
        verb.doc[i].pos_ in ("ADV", "AUX") or (names_nobody(verb.doc[i]) and not _parts(verb.doc[i]))
    ):
        i -= 1
    word = verb.doc[max(i, 0)]
    stands_there = word.i < verb.i and word.pos_ in _NOUNS and word.tag_ != "WP" and word.sent == verb.sent
    return word if stands_there else None


def _before_aside(verb: Token) -> Token | None:
    """ ", the source, who had seen it, said", "Ruiz, citing her doctor, said": the noun before the aside."""
    if verb.tag_ not in FINITE or verb.i == 0 or verb.nbor(-1).text != ",":
        return None
    for i in range(verb.i - 2, max(verb.sent.start + 1, verb.i - _ASIDE), -1):
        word = verb.doc[i]
        if word.text == ",":
            return None
        if word.tag_ in ("WP", "VBG", "IN") and verb.doc[i - 1].text == ",":
            noun = verb.doc[i - 2]
            return noun if noun.pos_ in _NOUNS and (word.tag_ != "IN" or noun.pos_ == "PROPN") else None
    return None


def _behind_opening(verb: Token) -> Token | None:
    """ "Noting that it was late, Hall left": the subject behind the comma, of a participle that opens."""
    if verb.tag_ != "VBG" or not verb.is_sent_start:
        return None
    behind = verb.doc[verb.i + 1 : verb.sent.end]
    return next(
        (word for word in behind if word.dep_ in SUBJECTS and word.left_edge.nbor(-1).text == ","), None
    )


def _parts(word: Token) -> bool:
    return word.is_punct and not word.is_quote
