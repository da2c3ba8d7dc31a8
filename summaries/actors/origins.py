"""Who somebody is by where they are from: "of the Harbour Trust", "41, of Selby", "from Elm College"."""

from summaries.actors.acting import head
from summaries.actors.drafts import Hit
from summaries.actors.page import MarkedText
from summaries.lexicon.bodies import HOUSES_SAID
from summaries.lexicon.groups import HOUSE_WORDS
from summaries.lexicon.people import OFFICES, WORDS_OF_TITLES
from summaries.lexicon.persons import DEGREES
from summaries.lexicon.tags import SUBJECTS

_FROM = frozenset(("of", "from"))
_FROM_OR_AT = _FROM | {"at"}
_TOWNS_BEHIND = _FROM_OR_AT | {","}
_LONGEST = 14  # tokens
_WITHIN = frozenset(("of", "for", "the", "-", "’s", "'s", "’", "'", "&"))
_HANGS_ON = frozenset(("NN", "NNS", "POS", "HYPH"))  # "of Selby fame"
_PLACES = frozenset(("GPE", "LOC", "FAC"))
_HOUSES = frozenset(("ORG", *_PLACES))
_TIMES = frozenset(("DATE", "TIME", "EVENT", "LAW", "WORK_OF_ART"))
_FEWEST_LETTERS = 3  # of a house that is called by them: "RSPB"


def from_where(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """The house or the place behind "of" right behind the name, with the age where that stands between."""
    words = page.words
    start = at = hit.end
    while words[at : at + 1] == (",",) and words[at + 2 : at + 3] == (",",):
        if not (words[at + 1].isdigit() or words[at + 1].casefold().rstrip(".") in DEGREES):
            return None
        start = at + 1 if words[at + 1].isdigit() else at + 3
        at += 2
    apart = words[at : at + 1] == (",",)
    at += apart
    if words[at : at + 1] == () or words[at] not in _FROM_OR_AT:
        return None
    if words[at] != "of" and not apart and not _does(page, hit):
        return None  # "expelled Ann Lee from Elm College"
    if words[at] == "of" and not apart and _is_titled(page, hit):
        return None  # "Sen. Ann Lee of Ohio": where the office is held
    start = start if words[start].isdigit() else at
    aged = start < at
    end = _end(page, at + 1, sure=aged or apart)
    closed = apart and words[end : end + 1] in ((",",), (".",))
    named = (
        end > at + 1 and _is_named(page, at + 1, end) and (aged or _is_site(page, at + 1, end, sure=closed))
    )
    return (start, end) if named else None


def _is_titled(page: MarkedText, hit: Hit) -> bool:
    return hit.start > 0 and page.words[hit.start - 1].casefold().rstrip(".") in WORDS_OF_TITLES


def _does(page: MarkedText, hit: Hit) -> bool:
    """Whether the name does or says something, so that what stands behind it is its own."""
    return head(page, hit.start, hit.end).dep_ in SUBJECTS


def _end(page: MarkedText, first: int, *, sure: bool) -> int:
    """Behind the name of the house or the place that begins at `first`; there where more hangs on it."""
    words = page.words
    end = first
    while end < len(words) and end - first <= _LONGEST and _goes_on(page, end, sure=sure):
        end += 1
    while end > first and (words[end - 1] in _WITHIN or words[end - 1] == ","):
        end -= 1
    return first if end < len(words) and page.doc[end].tag_ in _HANGS_ON and not sure else end


def _goes_on(page: MarkedText, index: int, *, sure: bool) -> bool:
    token, word = page.doc[index], page.words[index]
    if (
        token.ent_type_ == "PERSON"
        and token.ent_iob_ == "B"
        and not (sure and page.words[index - 1] in _TOWNS_BEHIND)
    ):
        return False
    if word == ",":
        return _is_before_town(page, index, sure=sure)
    if word == "and":
        return token.ent_iob_ == "I" and token.ent_type_ == "ORG"
    named = token.tag_ in ("NNP", "NNPS") or (token.tag_ in ("JJ", "CD", "NNS") and word.istitle())
    return named or word in _WITHIN or word in HOUSES_SAID


def _is_before_town(page: MarkedText, comma: int, *, sure: bool) -> bool:
    """ "of Elm Road, Selby": but "of Selby, Tom Ray, 30" goes on with the next one."""
    behind = comma + 1
    while behind < len(page.words) and page.doc[behind].tag_ == "NNP" and behind - comma <= 2:
        behind += 1
    town = page.doc[comma + 1 : behind]
    if not town or (page.words[behind + 1 : behind + 2] and page.words[behind + 1].isdigit()):
        return False
    return town[0].ent_type_ in _PLACES or (sure and (len(town) == 1 or town[0].ent_type_ != "PERSON"))


def _is_named(page: MarkedText, first: int, end: int) -> bool:
    """Whether it has a name, and no office: not "of the President"."""
    named = any(page.words[index][0].isupper() for index in range(first, end))
    return named and OFFICES.isdisjoint(word.casefold() for word in page.words[first:end])


def _is_site(page: MarkedText, first: int, end: int, *, sure: bool) -> bool:
    """Whether it is a place or a house; where commas stand around it, whatever is no time."""
    kinds = {page.doc[index].ent_type_ for index in range(first, end)}
    letters = any(len(word) >= _FEWEST_LETTERS and word.isupper() for word in page.words[first:end])
    house = page.words[end - 1].casefold() in HOUSE_WORDS and page.words[end - 1].istitle()
    return letters or house or not kinds.isdisjoint(_HOUSES) or (sure and kinds.isdisjoint(_TIMES))
