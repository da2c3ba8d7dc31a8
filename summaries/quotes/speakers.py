"""Who a cue gives the words to: a verb → the words that name its subject.

The subject is looked for where O'Keefe et al. (2012) found it most often: the verb's own first, then
that of the verb it hangs on ("said …, adding"). The span is the name with its title and its "of"
phrase, without appositions and relative clauses.
"""

from typing import Final

from spacy.tokens import Token

from summaries.actors.joints import POSSESSIVES
from summaries.lexicon.cues import CROWD_CUES, DOCUMENT_NOUNS, EVENT_NOUNS, HEARD_CUES
from summaries.lexicon.groups import HOUSE_WORDS, TIMES
from summaries.lexicon.senses import AGENTS, PERSONS, SPEAKERS
from summaries.lexicon.tags import FINITE_OR_MODAL, RELATIVE_TAGS, SUBJECTS
from summaries.models import Span
from summaries.quotes.inverted import inverted_subject
from summaries.quotes.nameends import balanced, name_end, over_hyphens
from summaries.quotes.reading import Reading
from summaries.quotes.verbs import agent_of, is_passive, is_predicate, is_quoted_as

_INHERITS = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "acl", "parataxis"))
_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
_TITLED = frozenset(("NOUN", "PROPN", "ADJ", "DET"))
_NOT_WHO = frozenset(("GPE", "LOC", "FAC", "ORG", "DATE", "NORP", "EVENT"))
_HUNG = frozenset(("pobj", "appos", "npadvmod", "conj"))
_NAMES = frozenset(("PERSON", "ORG", "NORP", "GPE"))
_GIVES_OUT = frozenset(("issue", "release"))
_SENDS = frozenset(("write", "send", "appeal", "mail", "text", "tweet"))
_BLAMES = frozenset(("for", "of", "from", "into"))
_DEICTIC = frozenset(("this", "that", "these", "those"))
_SOMEBODY = frozenset(("someone", "somebody"))
_PHRASES = frozenset(("prep", "case", "nummod", "compound", "flat", "amod", "poss"))
_PARTICIPLES = frozenset(("VBG", "VBN"))
_JOINTS = frozenset("-‐‑/&'’.")  # punctuation inside names
LONGEST = 200  # characters; what is longer is a mis-parse
_JOINT = 3  # words between two names that are joined: ", and the"
_NEAR = 12  # words from a crowd to what it chants
_STEPS = 6  # of climbing; deeper chains are mis-parses
_SPEAKING_THINGS: Final = SPEAKERS - PERSONS - HOUSE_WORDS


def subject(verb: Token, *, among: range | None = None) -> Token | None:
    """The word that is the speaker's, or None where the text names nobody.

    `among`: the words where the speaker may stand; a subject elsewhere is a mis-parse, of a quotation often.
    """
    if is_passive(verb):
        return agent_of(verb)
    beside = _crowd(verb) or inverted_subject(verb)
    if beside is not None:
        return beside
    node = verb
    for _ in range(_STEPS):
        own = _actor(node, among)
        if own is not None:
            return own
        if node.dep_ == "acl" and node.head.pos_ in _NOUNS and not _is_source(node.head):
            return _holder(node.head)
        blamed = _blamed(node) or _prompted(node)
        if blamed is not None:
            return blamed
        above = _above(node)
        if above is None or above.dep_ in SUBJECTS or above.dep_ == "appos":
            return above if above is not None and above.pos_ in ("NOUN", "PROPN") else None
        node = above
    return None


def _above(node: Token) -> Token | None:
    """What the clause hangs on and may have its subject; None where it hangs on nothing of that kind."""
    above = node.head
    if node.dep_ == "acl" and _is_source(above):
        return above.head.head.head  # "he left, according to Ruiz, saying": he said it
    if node.dep_ == "conj" and node.tag_ in FINITE_OR_MODAL and above.dep_ in ("dobj", "attr"):
        return above.head  # "shows his face and claims": the other verb, not the noun beside it
    if above.lower_ == "addition" and above.head.lower_ == "in":
        return above.head.head  # "In addition to saying it, Hall …"
    return above if node.dep_ in _INHERITS else None


def _is_source(noun: Token) -> bool:
    return noun.dep_ == "pobj" and noun.head.head.lower_ == "according"


def speaker_words(word: Token, reading: Reading) -> Span:
    """The words that name the speaker around its head `word`: one line, at most 200 characters."""
    stop = _stop(word, reading)
    while stop > word.i + 1 and reading.words[stop - 1].tag_ == "IN":
        stop -= 1  # "members of", where the parse loses whose
    span = reading.span(range(_first(word, reading), _with_second(word, stop, reading)))
    if span is None or span.end - span.start > LONGEST or "\n" in span.of(reading.text):
        span = reading.word(word.i)
    return balanced(over_hyphens(span, reading), reading.text)


def _with_second(word: Token, stop: int, reading: Reading) -> int:
    """ "Mayor Ann Lee and | clerk Tom Ray said": both, where the parse hangs the second elsewhere."""
    second = reading.words[stop : word.head.i] if word.dep_ in SUBJECTS else []
    joined = len(second) > 1 and second[0].pos_ == "CCONJ" and second[-1].pos_ == "PROPN"
    titled = second[1 + (len(second) > 1 and second[1].tag_ in _PARTICIPLES) :]  # "catering chief Tom Ray"
    return word.head.i if joined and all(other.pos_ in _TITLED for other in titled) else stop


def _actor(verb: Token, among: range | None = None) -> Token | None:
    """The verb's own subject, the noun for "who" and "which"."""
    own = _own(verb, among)
    return _antecedent(own, verb) if own is not None and own.tag_ in RELATIVE_TAGS else own


def _own(verb: Token, among: range | None) -> Token | None:
    subjects = [child for child in verb.children if child.dep_ in SUBJECTS]
    subjects = [child for child in subjects if not names_nobody(child)]
    subjects = [child for child in subjects if not is_predicate(child)]
    subjects = [child for child in subjects if not _is_half(child)] or subjects
    if len(subjects) > 1 and verb.i > 0 and (verb.nbor(-1).is_punct or _stands_beside(subjects, verb)):
        subjects.reverse()
    if len(subjects) > 1 and _is_title_of(*subjects[:2]):
        subjects.reverse()
    return next((word for word in subjects if among is None or word.i in among), None)


def _is_title_of(title: Token, name: Token) -> bool:
    """ "Planning committee chair Ann Lee said", of which the parse makes two subjects."""
    return title.pos_ == "NOUN" and name.pos_ == "PROPN" and name.left_edge.i == title.i + 1


def _is_half(word: Token) -> bool:
    """The "co" and the mark of "co-founder", which the parse may take for subjects of their own."""
    return word.text == "-" or (word.i + 1 < len(word.doc) and word.nbor().text == "-")


def _stands_beside(subjects: list[Token], verb: Token) -> bool:
    """ "which they say left", "Those who had moved, the mayor said": the last subject is the verb's.

    So it is in ", said X", where what stands before the comma is a mis-parse.
    """
    first, last = subjects[0], subjects[-1]
    between = verb.doc[last.i + 1 : verb.i]
    parted = first.tag_ in RELATIVE_TAGS or any(word.text == "," for word in verb.doc[first.i : last.i])
    return last.i < verb.i and parted and all(word.pos_ in ("ADV", "AUX") for word in between)


def _blamed(gerund: Token) -> Token | None:
    """ "Critics mocked the mayor for promising it", "quoted the mayor as saying it": the mayor did."""
    preposition = gerund.head
    if gerund.dep_ != "pcomp" or gerund.tag_ != "VBG":
        return None
    if preposition.lower_ not in _BLAMES and not is_quoted_as(gerund):
        return None
    objects = (child for child in preposition.head.rights if child.dep_ == "dobj" and child.i < preposition.i)
    return next(objects, None)


def _prompted(verb: Token) -> Token | None:
    """ "The raid prompted the envoy to warn them": the envoy did."""
    if verb.dep_ != "xcomp" or verb.tag_ != "VB" or verb.head.lemma_ == "promise":
        return None
    objects = (child for child in verb.head.rights if child.dep_ == "dobj" and child.i < verb.i)
    return next(objects, None)


def _crowd(verb: Token) -> Token | None:
    """ "Ruiz left the hall, where fifty bakers stood chanting": the bakers, wherever the parse hangs it."""
    if verb.tag_ != "VBG" or verb.lemma_.lower() not in CROWD_CUES:
        return None
    near = verb.doc[max(verb.sent.start, verb.i - _NEAR) : verb.i]
    return next((word for word in reversed(near) if word.tag_ == "NNS"), None)


def names_nobody(word: Token) -> bool:
    """ "today", "of", "that" by itself, the "’s" of "Let’s": no speaker, whatever the parse makes of it."""
    # "USA Today" is no time.
    is_time = word.lower_ in TIMES and not any(child.dep_ == "compound" for child in word.lefts)
    points = word.tag_ == "DT" and word.lower_ in _DEICTIC and not any(word.rights)  # "those who came"
    return is_time or points or word.pos_ in ("ADP", "PUNCT") or word.text in POSSESSIVES


def _antecedent(relative: Token, verb: Token) -> Token | None:
    """Whom "who" and "which" mean: the noun that the clause hangs on, else the one before its comma."""
    noun: Token | None = verb.head if verb.dep_ == "relcl" and verb.head.i < relative.i else None
    if noun is None or noun.pos_ not in _NOUNS:
        noun = _nearest(relative)
    if noun is not None and relative.lower_ == "who":
        noun = _person(noun if can_speak(noun) else _nearest(relative) or noun)
    elif noun is not None and not can_speak(noun):
        noun = _document(noun) or noun
    if noun is not None and noun.lemma_ in DOCUMENT_NOUNS and noun.head.lemma_ in _GIVES_OUT:
        return _issuer(noun) or noun  # "the family issued an update, which reads"
    return noun


def _nearest(relative: Token) -> Token | None:
    before = relative.doc[max(relative.sent.start, relative.i - 2) : relative.i]
    return next((word for word in reversed(before) if word.pos_ in ("NOUN", "PROPN")), None)


def _document(noun: Token) -> Token | None:
    """ "a story about her eating plums which said": the story."""
    for _ in range(_STEPS):
        noun = noun.head
        if noun.pos_ in _NOUNS:
            return noun if noun.lemma_ in _SPEAKING_THINGS else None
        if noun.tag_ in FINITE_OR_MODAL:
            return None
    return None


def _person(noun: Token) -> Token | None:
    """ "Ann Lee, a doctor from Dover, who": not Dover, but who comes from there."""
    for _ in range(_STEPS):
        from_there = noun.ent_type_ in _NOT_WHO and noun.dep_ in _HUNG
        if from_there and noun.ent_type_ == "NORP":  # "a leader of Republicans who"; not "anger of"
            from_there = can_speak(noun.head.head if noun.head.pos_ == "ADP" else noun.head)
        named = noun.dep_ == "appos" and noun.head.pos_ == "PROPN" and noun.head.ent_type_ not in _NOT_WHO
        if not (from_there or named or noun.pos_ == "ADP"):
            break
        noun = noun.head
    return noun if noun.pos_ in _NOUNS else None


def _holder(noun: Token) -> Token | None:
    """Whose words "a man saying…" and "a letter saying…" are: the man's, the writer's; of no event."""
    if noun.lemma_ in DOCUMENT_NOUNS:
        return _issuer(noun) or noun
    if noun.dep_ == "pobj" and noun.head.head.lemma_ in HEARD_CUES and is_passive(noun.head.head):
        return _actor(noun.head.head)  # "Hall was heard on a microphone saying"
    if noun.lemma_ in EVENT_NOUNS:
        return None
    if noun.dep_ == "pobj" and noun.head.lower_ == "to" and noun.head.head.lemma_ in _SENDS:
        return _actor(noun.head.head)  # "wrote to voters asking them to stay"
    if noun.dep_ == "pobj" and not can_speak(noun):
        return _actor(noun.head.head)  # "came in for a check-up saying": who came in
    return noun


def can_speak(noun: Token) -> bool:
    """Whether the noun names people, a house or what they write; "a choice" says nothing."""
    lemma = noun.lemma_.lower()
    named = noun.pos_ in ("PROPN", "PRON") or noun.ent_type_ in _NAMES
    return named or lemma in SPEAKERS or lemma.endswith(AGENTS)


def _issuer(document: Token) -> Token | None:
    """Whose the document is: "the ministry issued a statement saying", and none of a rival's report."""
    if document.dep_ == "dobj":
        return _actor(document.head)
    if document.dep_ == "pobj" and document.head.dep_ == "prep" and document.head.lower_ == "in":
        return _actor(document.head.head)
    return None


def _first(word: Token, reading: Reading) -> int:
    first = word.i
    while first > word.left_edge.i and not _divides(reading.words[first - 1]):
        first -= 1
    verb = next((i for i in range(word.i - 1, first, -1) if reading.words[i].tag_ in FINITE_OR_MODAL), None)
    if reading.words[first].lower_ == "both":  # "both Vale and Moreau": two names
        first += first < word.i
    if verb is not None:  # another clause: "Hall ran to the barn and the vet"
        first = next((i for i in range(word.i, verb, -1) if reading.words[i - 1].pos_ == "CCONJ"), first)
    return first


def _stop(word: Token, reading: Reading) -> int:
    stop = word.i + 1
    for child in word.rights:
        if child.dep_ == "prep" and any(behind.dep_ == "pcomp" for behind in child.rights):
            break  # "accused by the mayor | of hiding it"
        if child.dep_ in _PHRASES or word.lower_ == "those":
            stop = _until_division(child, reading)
        elif child.dep_ == "appos" and child.left_edge.i == stop:
            stop = name_end(child)  # "Rebel spokesman Bassam Haj Mustafa"
        elif child.dep_ == "conj":
            if child.left_edge.i - stop > _JOINT or child.tag_ in _PARTICIPLES:
                break  # a clause stands between
            stop = _stop(child, reading)
        elif child.dep_ == "relcl" and word.lower_ in _SOMEBODY and child.left_edge.i == stop:
            stop = child.right_edge.i + 1  # "someone in the public who called": else it is anybody
        elif child.dep_ not in ("cc", "punct"):
            break
    return stop


def _until_division(child: Token, reading: Reading) -> int:
    stop = child.i + 1
    while stop <= child.right_edge.i and not _divides(reading.words[stop]):
        if reading.words[stop].tag_ in RELATIVE_TAGS:
            break  # "a story about her | which said"
        stop += 1
    return stop


def _divides(word: Token) -> bool:
    return word.is_space or (word.is_punct and word.text not in _JOINTS)
