"""What kind of verb a cue is: questions about one word and its neighbours."""

from spacy.tokens import Token

from summaries.lexicon.cues import CLAUSE_CUES, HEARD_CUES
from summaries.lexicon.tags import FINITE, SUBJECTS

_NOUNS = ("NOUN", "PROPN", "PRON")
_TIMES = ("DATE", "TIME")  # "by Friday"
_JOINED = 4  # verbs joined by "and"
_PREPOSITIONS = ("regarding", "concerning", "including")
_GOING_ON = ("and", "but", "or")
_DASHES = (",", "—", "–")


def is_verb(word: Token) -> bool:
    """Whether the word is a verb in form, whatever the tagger made of its role."""
    return (word.pos_ == "VERB" or word.tag_.startswith("VB")) and word.lower_ not in _PREPOSITIONS


def is_modifier(verb: Token) -> bool:
    """ "a course called “Perceptions”", "the alleged “plot”": words about a noun, nobody's statement."""
    return verb.dep_ == "amod" or (verb.dep_ == "acl" and verb.tag_ == "VBN")


def is_purpose(verb: Token) -> bool:
    """ "to deny him the vote": an end in view, not a statement."""
    return verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)


def is_passive(verb: Token) -> bool:
    """ "was told", "Told that…, she", "Branded “a fraud” by writers, he": said to the subject, or of it."""
    if verb.tag_ == "VBN" and (_is_by_whom(verb) or (verb.dep_ == "acl" and agent_of(verb) is not None)):
        return True
    for _ in range(_JOINED):
        if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
            return True
        if has_subject(verb) or any(child.dep_ == "aux" for child in verb.lefts):
            return False
        if verb.dep_ != "conj" or (verb.tag_ != "VBN" and has_subject(verb.head)):
            break  # "was arrested and told reporters"
        verb = verb.head
    # A finite verb of the past that opens a clause about another would have a subject of its own.
    return verb.tag_ in ("VBN", "VBD") and (verb.dep_ == "advcl" or (verb.dep_ != "ROOT" and _opens(verb)))


def _is_by_whom(verb: Token) -> bool:
    """ "Hall, described as “a thief” by the mayor", where the parse takes Hall for who described it."""
    if any(child.dep_ in ("aux", "auxpass") for child in verb.lefts):
        return False
    return any(word.lower_ == "by" and word.nbor(-1).is_quote for word in verb.subtree if word.i > verb.i)


def _opens(verb: Token) -> bool:
    """Whether the sentence begins with the verb, or with "when" and the verb."""
    before = verb.nbor(-1) if verb.i > 0 else verb
    return bool(verb.is_sent_start or (before.is_sent_start and before.tag_ in ("WRB", "IN")))


def agent_of(verb: Token) -> Token | None:
    """ "by her rivals", of a passive; the parse may hang it on what she was called, if that is no passive."""
    rights = (child for child in verb.rights if all(word.dep_ != "auxpass" for word in child.lefts))
    for by in (word for child in rights for word in (child, *child.rights)):
        if by.lower_ == "by" and by.dep_ in ("agent", "prep"):
            who = next((word for word in by.children if word.dep_ == "pobj"), None)
            return who if who is not None and who.pos_ in _NOUNS and who.ent_type_ not in _TIMES else None
    return None


def is_utterance(cue: Token) -> bool:
    """Whether the cue tells of words that were said, not of words to be said: "called on them to respond"."""
    return cue.tag_ != "VB" and cue.lemma_.lower() in CLAUSE_CUES


def puts_it(verb: Token) -> bool:
    """ "As the minister put it": the one cue that needs its object to be one."""
    return verb.lemma_ == "put" and verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == "it"


def is_quoted_as(verb: Token) -> bool:
    """ "was quoted as saying"."""
    return verb.dep_ == "pcomp" and verb.head.lower_ == "as" and verb.head.head.lemma_ in HEARD_CUES


def is_dependent(cue: Token) -> bool:
    """Whether the cue is a participle after a comma, or goes on after "and" or "but", with no subject."""
    before = _before(cue)
    if before is None or cue.pos_ == "NOUN" or cue.lower_ == "according":
        return False
    if is_passive(cue) and agent_of(cue) is not None:
        return False
    if before.lower_ in _GOING_ON:
        return True  # whatever subject the parse finds stands before "and", and may be another verb's
    if has_subject(cue):
        return False
    if cue.tag_ == "VBG":
        return before.text in _DASHES
    return cue.dep_ == "conj" and before.text == ","


def stands_before(verb: Token, cue: Token) -> bool:
    """Whether the verb only tells when or why the main clause before the cue came.

    "When Ray asked, she wept, adding": hers.
    """
    main = verb.head
    opened = any(child.dep_ in ("mark", "advmod") and child.tag_ in ("IN", "WRB") for child in verb.lefts)
    return verb.dep_ == "advcl" and opened and verb.i < main.i < cue.i and has_subject(main)


def has_subject(verb: Token) -> bool:
    """Whether the parse gives the verb a subject of its own."""
    return any(child.dep_ in SUBJECTS and not is_predicate(child) for child in verb.children)


def is_predicate(noun: Token) -> bool:
    """ "They are ministers, who fled, the clerk told us": the ministers are no subject of "told"."""
    first = noun.left_edge
    if first.is_sent_start or (be := first.nbor(-1)).is_sent_start:  # to ask for `sent` takes its length
        return False
    return be.lemma_ == "be" and be.tag_ in FINITE and be.nbor(-1).pos_ in _NOUNS


def _before(cue: Token) -> Token | None:
    """The word before the cue, its adverbs and a closing mark left out: the comma of “a faker,” adding."""
    i = cue.i - 1
    while i >= 0 and (cue.doc[i].pos_ in ("ADV", "AUX") or cue.doc[i].is_quote):
        i -= 1
    return cue.doc[i] if i >= 0 else None
