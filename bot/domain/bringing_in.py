"""What tells beside the sentences right before it what shown words mean.

The sentence further above that brings in what "this timeline" is, and the words that lead into a quotation
within its own sentence: "Despite that start, the club issued an update last week, which reads:".
"""

import re
from typing import Final

from summaries.lexicon.openings import ANAPHORIC, NOW
from summaries.lexicon.pointing import UNIQUE
from summaries.models import Analysis, Quote, Span, meeting

LONGEST: Final = 280  # characters
ABOVE: Final = 5  # sentences in which it may be brought in
_OPENING: Final = re.compile(
    r"\W*(?:asked (?:about|of|on) )?(?:this|that|these|those|the)\s+([a-z][a-z-]{3,})\b(?!’s|'s)",
    re.IGNORECASE,
)
_DEFINITE: Final = re.compile(r"\bthe ([a-z]{4,})\b(?! (?:of|that|who|which|where|[a-z]+s? [A-Z])\b)")
_WHICH: Final = re.compile(r" (?:of|on|for|between)\b")
_ONE_TOLD: Final = re.compile(r"The ([a-z]+),\s")
_WORD: Final = re.compile(r"\w[\w’'-]*")
_FEWEST_TOLD: Final = 5  # words behind a cue
_BRINGING: Final = 600  # characters of a sentence, at its end, in which it brings something in
_PLAIN: Final = re.compile(
    r"(?:add|announc|answer|argu|ask|comment|continu|declar|insist|not|post|repl|respond|stat|tweet)\w*"
    r"|say\w*|said|tell\w*|told|wr[io]te\w*|writing|according|speak\w*|spoke",
    re.IGNORECASE,
)
_TURNING: Final = re.compile(r"(?:Despite|However|Although|Though|But|Later|Since then)\b")
_WHEN: Final = re.compile(
    r"\b(?:yesterday|today|tonight|later|since|\w+day|(?:last|this|earlier|next) (?:night|week|month|year))\b"
)


def introduction(analysis: Analysis, quote: Quote, *, leans: bool = False) -> Span | None:
    """The words up to the colon before a quotation, where they tell when it was said and against what.

    Of one that `leans`, also where they tell of what it is: "Ruiz summed up nine years on the island: …".
    """
    text, first = analysis.article.text, quote.content[0]
    around = meeting(analysis.sentences, first)
    if not around or not 0 < first.start - around[0].start <= LONGEST:
        return None
    words = text[around[0].start : first.start].rstrip()
    if not words.endswith(":"):
        return None
    is_turn = _TURNING.match(words) is not None and _WHEN.search(words) is not None
    lead = Span(around[0].start, around[0].start + len(words))
    return lead if is_turn or (leans and _tells_of_what(text, quote, lead)) else None


def _tells_of_what(text: str, quote: Quote, lead: Span) -> bool:
    """Whether the cue, which is none that takes a hearer alone, has so much behind it."""
    cue = quote.cue
    if cue is None or not lead.holds(cue) or _PLAIN.fullmatch(cue.of(text)):
        return False
    return len(_WORD.findall(text, cue.end, lead.end)) >= _FEWEST_TOLD


def pointed_noun(words: str) -> str | None:
    """The noun of "This timeline shows …", with which the words open."""
    found = _OPENING.match(words)
    return found[1].casefold() if found is not None and found[1].casefold() not in NOW else None


def opens_with_told(words: str) -> bool:
    """ "The measure, due to end in May, …": behind the comma nothing tells which one it is."""
    found = _ONE_TOLD.match(words)
    return found is not None and found[1] in ANAPHORIC


def points_at_told(words: str, before: str, headline: str) -> bool:
    """Whether the words speak of "the arrest" or "the island" that the sentence before them brings in.

    As "an arrest", "Orm Island" or "the yield on the bonds"; not where the headline or the words themselves
    tell it first.
    """
    near = before[-_BRINGING:]
    known = near.casefold()
    first: dict[str, re.Match[str]] = {}  # where each stands first: behind that, the words have told it
    for found in _DEFINITE.finditer(words):
        if found[1] not in NOW and found[1].removesuffix("s") in known:
            first.setdefault(found[1], found)
    return any(
        (_is_brought_in(noun, near) or (_is_bare(words, found.end()) and _is_told_which(noun, near)))
        and not _is_among(noun, f"{headline} {words[: found.start()]}")
        for noun, found in first.items()
    )


def _is_bare(words: str, end: int) -> bool:
    """Whether nothing behind the noun can tell which one it is."""
    return _WHICH.match(words, end) is None


def _is_told_which(noun: str, words: str) -> bool:
    """ "The yield on the bonds", where "the yield" behind it is the same."""
    one = re.escape(noun)
    return (
        noun not in UNIQUE and re.search(rf"\b[Tt]he (?:[\w’'-]+ )?{one}{_WHICH.pattern}", words) is not None
    )


def _is_among(noun: str, words: str) -> bool:
    return noun.removesuffix("s") in words.casefold()


def _is_brought_in(noun: str, words: str) -> bool:
    named = re.search(rf"\b[A-Z][\w’'-]+ {noun.capitalize()}\b", words)
    return named is not None or brings_in(words, noun)


def brings_in(words: str, noun: str) -> bool:
    """Whether the words speak of "a timeline" first, or of "one of the timelines"."""
    one = re.escape(noun.removesuffix("s"))
    first = r"\b(?:an?|another|one of (?:the|his|her|its|their)|reports of|(?<!the )(?:new|two|three))"
    return re.search(rf"{first} (?:[\w’'-]+ ){{0,2}}{one}s?\b", words, re.IGNORECASE) is not None
