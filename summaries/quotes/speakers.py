"""Who a cue gives the words to: a verb → the words that name its subject.

The subject is looked for where O'Keefe et al. (2012) found it most often: the verb's own first, then
that of the verb it hangs on ("said …, adding"). The span is the name with its title and its "of"
phrase, without appositions and relative clauses.
"""

from spacy.tokens import Token

from summaries.lexicon.cues import DOCUMENT_NOUNS
from summaries.models import Span
from summaries.quotes.reading import Reading

_INHERITS = frozenset(("conj", "xcomp", "advcl", "pcomp", "prep", "dep", "acl", "parataxis"))
_NOUNS = frozenset(("NOUN", "PROPN", "PRON"))
_PHRASES = frozenset(("prep", "case", "nummod", "compound", "flat", "amod", "poss"))
_JOINTS = frozenset("-‐‑/&'’.")  # punctuation inside names
_LONGEST = 200  # characters; what is longer is a mis-parse
_STEPS = 6  # of climbing; deeper chains are mis-parses


def subject(verb: Token, *, among: range | None = None) -> Token | None:
    """The word that is the speaker's, or None where the text names nobody.

    `among`: the words where the speaker may stand; a subject elsewhere is a mis-parse, of a quotation often.
    """
    if any(child.dep_ in ("nsubjpass", "auxpass") for child in verb.children):
        return _agent(verb)
    node = verb
    for _ in range(_STEPS):
        own = _own(node, among)
        if own is not None:
            return own
        if node.dep_ == "acl" and node.head.pos_ in _NOUNS:
            return _issuer(node.head) or node.head
        if node.dep_ not in _INHERITS:
            return None
        node = node.head
        if node.pos_ in ("NOUN", "PROPN") and node.dep_ in ("nsubj", "nsubjpass", "appos"):
            return node
    return None


def name_of(word: Token, reading: Reading) -> Span:
    """The words that name the speaker around its head `word`: one line, at most 200 characters."""
    span = reading.span(range(_first(word, reading), _stop(word, reading)))
    if span is None or span.end - span.start > _LONGEST or "\n" in span.of(reading.text):
        return reading.word(word.i)
    return _balanced(span, reading.text)


def _own(verb: Token, among: range | None) -> Token | None:
    subjects = [child for child in verb.children if child.dep_ in ("nsubj", "nsubjpass")]
    if len(subjects) > 1 and verb.i > 0 and verb.nbor(-1).is_punct:
        subjects.reverse()  # ", said X": the subject before the comma is a mis-parse
    return next((word for word in subjects if among is None or word.i in among), None)


def _balanced(span: Span, text: str) -> Span:
    """Without a bracket that opens and does not close: "Rep. Ann Lee (D-N.H"."""
    name = span.of(text)
    bracket = name.rfind("(")
    if bracket <= 0 or ")" in name[bracket:]:
        return span
    return Span(span.start, span.start + len(name[:bracket].rstrip()))


def _issuer(document: Token) -> Token | None:
    """Whose the document is: "the ministry issued a statement saying", and none of a rival's report."""
    if document.lemma_ not in DOCUMENT_NOUNS or document.dep_ != "dobj":
        return None
    return _own(document.head, None)


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((word for word in child.children if word.dep_ == "pobj"), None)
    return None


def _first(word: Token, reading: Reading) -> int:
    first = word.i
    while first > word.left_edge.i and not _divides(reading.words[first - 1]):
        first -= 1
    return first


def _stop(word: Token, reading: Reading) -> int:
    stop = word.i + 1
    for child in word.rights:
        if child.dep_ in _PHRASES:
            stop = _until_division(child, reading)
        elif child.dep_ == "appos" and child.left_edge.i == stop:
            stop = child.i + 1  # "Rebel spokesman Bassam Haj Mustafa"
        elif child.dep_ == "conj":
            stop = _stop(child, reading)
        elif child.dep_ not in ("cc", "punct"):
            break
    return stop


def _until_division(child: Token, reading: Reading) -> int:
    stop = child.i + 1
    while stop <= child.right_edge.i and not _divides(reading.words[stop]):
        stop += 1
    return stop


def _divides(word: Token) -> bool:
    return word.is_space or (word.is_punct and word.text not in _JOINTS)
