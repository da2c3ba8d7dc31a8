"""What the words beside a name tell of it that is no actor's: a title in marks, a work, a ware, a place."""

from collections.abc import Sequence

from summaries.actors.acting import head
from summaries.actors.drafts import Hit
from summaries.actors.joints import MARKS, POSSESSIVES
from summaries.actors.page import MarkedText
from summaries.lexicon.given import GIVEN
from summaries.lexicon.things import NAMED_SITES, THING_NOUNS

_BESIDE = frozenset(("compound", "nmod", "appos"))
_LEADING = frozenset(("the", "a", "an", "mr", "mrs", "ms", "dr", "mr.", "mrs.", "ms.", "dr."))
_IN_TITLES = frozenset(
    (",", ".", "!", "?", ":", "of", "and", "in", "to", "for", "with", "at", "on", "from", "by")
)
_LONGEST_TITLE = 6  # tokens on either side of a name
_NUMBERS = frozenset(("one", "two", "three", "four", "five", "six", "ii", "iii"))
_NOUNS = frozenset(("NNS", "JJ"))  # "Selwick 11 months ago" counts the months
_IS = (("is",), ("was",), (",", "which", "is"), (",", "which", "was"))
_OPENINGS = {
    (",", "one", "of"),
    *((*front, article) for front in ((",",), *_IS) for article in ("a", "an")),
    *((*front, "the") for front in _IS),  # ", the Leeds game" may be the next of a list
}
_CALLED = (("known", "as"), ("called", "the"), ("named", "the"))
_LONGEST = 9  # tokens from a name to the noun that says what it is
_DESCRIBING = frozenset(("DT", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD", "RB", "CC", "NNP", "POS"))


def is_called_thing(page: MarkedText, start: int, end: int) -> bool:
    """ "the film Salt Road", "Skylark, a schooner", "Reto, which is a toxic dye": said to be no actor."""
    return _noun_in_front(page, start, end) in THING_NOUNS or _noun_behind(page, end) in THING_NOUNS


def is_title(page: MarkedText, start: int, end: int) -> bool:
    """Whether the name stands between two marks with nothing but a title's words: “The Brisk Mrs Orr,”."""
    words = page.words
    before = words[start - 1].casefold()
    if not (page.quoted[start] or before in ("‘", "'") or before in _LEADING or before in _IN_TITLES):
        return False
    first, last = start - 1, end
    while first > 0 and start - first < _LONGEST_TITLE and _is_in_title(words[first]):
        first -= 1
    while last < len(words) - 1 and last - end < _LONGEST_TITLE and _is_in_title(words[last]):
        last += 1
    return words[first] in MARKS and words[last : last + 1] != () and words[last] in MARKS


def _is_in_title(word: str) -> bool:
    return word.casefold() in _LEADING or word in _IN_TITLES or (word[0].isupper() and word not in MARKS)


def is_numbered(page: MarkedText, end: int) -> bool:
    """ "Selwick 11", "Harbour Force One", "Brio 3": a model, a flight, a channel."""
    if end >= len(page.words) or not page.doc[end - 1].whitespace_:
        return False
    behind = page.words[end]
    if behind.isdigit():
        return not (page.word(end + 1).islower() and page.doc[end + 1].tag_ in _NOUNS)
    return behind.istitle() and behind.casefold() in _NUMBERS


def are_things(page: MarkedText, hits: Sequence[Hit], *, person: bool) -> bool:
    """Whether one mention says so, or most have a number behind them, as no `person` has but in tables."""
    if any(is_called_thing(page, hit.start, hit.end) for hit in hits):
        return True
    marked = sum(is_numbered(page, hit.end) or _is_before_noun(page, hit.end) for hit in hits)
    return not person and marked * 2 > len(hits)


def _is_before_noun(page: MarkedText, end: int) -> bool:
    """ "the Selwick Arms pub", "the Tilmara lifeboat"."""
    return page.word(end) in NAMED_SITES


def _noun_in_front(page: MarkedText, start: int, end: int) -> str:
    """The common noun that the name is in apposition to, with nothing, a mark or a comma between."""
    before = start - 1
    if page.words[before] == "," and page.words[start].casefold() not in GIVEN:
        above = head(page, start, end)
        apposed = above.dep_ == "appos" and above.head.i == before - 1 and above.head.tag_ == "NN"
        return above.head.lower_ if apposed else ""  # "her novel, Salt Road,"
    if tuple(word.casefold() for word in page.words[before - 1 : before + 1]) in _CALLED:
        return page.doc[before - 2].lower_  # "a ferry known as Skylark"
    while before > 0 and (page.words[before] in MARKS or page.words[before].casefold() in _LEADING):
        if not (page.words[before] in MARKS or page.words[before - 1] in MARKS):
            return ""  # "the film. The Leeds players"
        before -= 1
    noun = page.doc[before]
    if noun.tag_ != "NN":
        return ""
    word = head(page, start, end)
    marked = before < start - 1
    hangs = noun.head.i in range(start, end) and noun.dep_ in _BESIDE
    apposed = word.head.i == noun.i and word.dep_ in _BESIDE
    return noun.lower_ if marked or hangs or apposed else ""


def _noun_behind(page: MarkedText, end: int) -> str:
    """The head of ", a schooner from Leeds", ", which is a dye", " is a schooner"; "" where none follows."""
    behind = tuple(word.casefold() for word in page.words[end : end + 4])
    length = next((length for length in (2, 3, 4) if behind[:length] in _OPENINGS), 0)
    if not length:
        return ""
    noun = ""
    place = end + length
    for token in page.doc[place : place + _LONGEST]:
        if token.tag_ in ("NN", "NNS"):
            noun = token.lemma_.casefold()
        elif noun and token.tag_ == "HYPH":
            noun = ""  # "century-old schooners"
        elif noun or token.tag_ not in _DESCRIBING or token.text in POSSESSIVES:
            break
    return noun
