"""Where a speaker's name ends: at its hyphens and brackets, and behind the "for" that belongs to it."""

from spacy.tokens import Token

from summaries.models import Span
from summaries.quotes.reading import Reading

_GO_ON = frozenset(("for", "of"))
_NAMED = frozenset(("PROPN", "ADP", "DET"))


def name_end(name: Token) -> int:
    """Behind the last word of a name: "the charity Clean Water for Dover" ends behind its "for", too."""
    behind = next(iter(name.rights), name)
    rest = name.doc[name.i + 1 : behind.right_edge.i + 1]
    is_name = len(rest) > 1 and rest[0].lower_ in _GO_ON and all(word.pos_ in _NAMED for word in rest)
    return rest[-1].i + 1 if is_name else name.i + 1


def over_hyphens(span: Span, reading: Reading) -> Span:
    """ "the 38-year-old" where the parse has its head in "38", "Arden co-founder Ann Lee" in "Lee"."""
    start, end, text = span.start, span.end, reading.text
    while text[end : end + 1] == "-" and text[end + 1 : end + 2].isalnum():
        end = reading.word(reading.at(end + 1)).end
    while start > 1 and text[start - 1] == "-" and text[start - 2].isalnum():
        start = reading.words[reading.at(start - 1) - 1].left_edge.idx
    return Span(start, end)


def balanced(span: Span, text: str) -> Span:
    """Without a bracket that opens and does not close: "Rep. Ann Lee (D-N.H"."""
    name = span.of(text)
    bracket = name.rfind("(")
    if bracket <= 0 or ")" in name[bracket:]:
        return span
    return Span(span.start, span.start + len(name[:bracket].rstrip()))
