"""The title before a name: "Turkish Foreign Minister", "Selby Mail fact checker and staff writer"."""

from spacy.tokens import Token

from summaries.actors.acting import head
from summaries.actors.appositions import ROLES
from summaries.actors.drafts import Hit
from summaries.actors.introductions import is_address, kin
from summaries.actors.joints import POSSESSIVES
from summaries.actors.page import MarkedText
from summaries.lexicon.people import RANKS
from summaries.lexicon.persons import KIN_NOUNS, LOWER_ROLES, PLAIN_PERSONS, WORK_ROLES
from summaries.lexicon.places import ADJECTIVES, REGIONAL
from summaries.lexicon.tags import NOUNS
from summaries.shown import tells

_LONGEST_WORK = 10  # tokens of a title in marks
_CLOSING_SPEECH = frozenset(",!?.…")
_BESIDE_JOBS = NOUNS | {"JJ"}
_OF_NAMES = frozenset(("NNP", "NNPS", "HYPH"))
_POINTING_TAGS = frozenset(("DT", "PRP$", "POS", "CD"))
_OWNERS = frozenset(("GPE", "ORG", "PERSON"))
_BEFORE_OFFICES = frozenset(("prime", "vice", "deputy", "foreign", "former", "acting", "assistant"))


def title(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "Turkish Foreign Minister", "Rebel spokesman": without the article and forms of address."""
    if page.words[hit.start - 1].casefold() in KIN_NOUNS:
        return kin(page, hit.start)
    start = hit.opens if hit.opens < hit.start else _before_owner(page, hit)
    while start < hit.start and _is_loose(page, start):
        start += 1
    start += page.words[start] == "-"  # "then-President"
    start = _whole_title(page, start)
    end = hit.start
    while end > start and is_address(page.words[end - 1]):
        end -= 1
    end = _before_rank(page, start, end)
    while end > start and (page.words[end - 1] == "." or page.words[end - 1] == "-"):
        end -= 1
    if start >= end or not _is_owner_named(page, start, end) or _is_denied(page, start):
        return None
    words = page.words[start:end]
    role = any(word.casefold().rstrip(".") in ROLES or word in LOWER_ROLES for word in words)
    plain = words[-1] in PLAIN_PERSONS and len(words) > 1 and words[0][0].isupper()  # "Selby man"
    titled = role or plain or words[-1] in ADJECTIVES or words[-1] in REGIONAL
    if page.doc[start - 1].tag_ == "PRP$" and not tells(" ".join(words)):
        start -= 1  # "his colleague": of nobody's there is none
    return (_with_owner(page, start), end) if titled else None


def _is_denied(page: MarkedText, start: int) -> bool:
    """ "Not the singer Ann Lee"."""
    near = [word.casefold() for word in page.words[max(0, start - 2) : start]]
    return near[-1:] == ["not"] or (near[:1] == ["not"] and page.doc[start - 1].tag_ == "DT")


def _before_owner(page: MarkedText, hit: Hit) -> int:
    """Where the title begins of "President-elect Ann Lee’s team", which is no part of the team's phrase."""
    word = head(page, hit.start, hit.end)
    start = hit.start
    dated = any(len(near) == 4 and near.isdigit() for near in page.words[hit.end : hit.end + 3])
    if word.dep_ != "poss" or word.right_edge.text not in POSSESSIVES or dated:
        return start  # "Mayor Ann Lee’s 1999 victory" is of another time
    first = word.left_edge.i
    while start > first and (page.doc[start - 1].tag_ in _OF_NAMES or page.words[start - 1] in ROLES):
        start -= 1
    return start


def _with_owner(page: MarkedText, start: int) -> int:
    """From "foreign minister" to "Norway’s foreign minister", where whoever the title is under has a name."""
    if page.words[start - 1] not in ("'s", "’s") or page.doc[start - 2].ent_type_ not in _OWNERS:
        return start
    return _first_of_entity(page.doc[start - 2]).i


def _first_of_entity(word: Token) -> Token:
    while word.i > 0 and word.ent_iob_ == "I":
        word = word.nbor(-1)
    return word


def _is_owner_named(page: MarkedText, start: int, end: int) -> bool:
    """Whether the title is under a name: "Turkey’s foreign minister"; "the team’s coach" leans."""
    owned = any(page.words[index] in ("'s", "’s") for index in range(start, end))
    return not owned or page.doc[start].ent_type_ in _OWNERS


def _before_rank(page: MarkedText, start: int, end: int) -> int:
    """Where the job ends that a rank follows: "police spokesman" of "police spokesman Rear Admiral"."""
    words = page.words
    first = end
    while first > start and words[first - 1].istitle() and words[first - 1].casefold() in RANKS:
        first -= 1
    job = first > start and words[first - 1].islower() and words[first - 1] in ROLES
    return first if job else end


def _whole_title(page: MarkedText, start: int) -> int:
    """From "minister" to "prime minister", from "host" to "co-host", from "leader" to "council leader"."""
    while start > 1 and _completes(page, start - 1):
        start -= 1
    while start > 1 and page.words[start - 1].casefold() in _BEFORE_OFFICES:
        start -= 1
    if start > 1 and page.words[start - 1] == "-" and not page.doc[start - 2].whitespace_:
        start -= 2
    return _with_work(page, _with_other_job(page, start))


def _with_other_job(page: MarkedText, start: int) -> int:
    """From "poet" to "football coach and poet": two jobs of one; "the mayor and poet Ann Lee" may be two."""
    job = start - 2
    if job < 1 or page.words[start - 1] not in ("and", "&") or page.doc[job].tag_ != "NN":
        return start
    if page.words[job] not in ROLES:
        return start
    first = job
    if page.words[first - 1] == "-" and not page.doc[first - 2].whitespace_:
        first -= 2
    while first > 0 and page.doc[first - 1].tag_ in _BESIDE_JOBS and page.doc[first - 1].head.i <= job:
        first -= 1
    return start if page.doc[first - 1].tag_ in _POINTING_TAGS else first


def _with_work(page: MarkedText, start: int) -> int:
    """From "director" to "“Salt Road” director": what somebody made or plays in stands in marks."""
    words = page.words
    if start < 3 or words[start] not in WORK_ROLES or words[start - 1] not in ("”", '"'):
        return start
    if words[start - 2][0] in _CLOSING_SPEECH:
        return start  # "“It works,” director Ann Lee said"
    for index in range(start - 2, max(-1, start - _LONGEST_WORK), -1):
        if words[index] in ("“", '"'):
            return index if words[index + 1][0].isupper() else start
        if words[index] in (".", "”") or "\n" in words[index]:
            break
    return start


def _completes(page: MarkedText, index: int) -> bool:
    """Whether the word is a part of the title right behind it, whatever that hangs on."""
    word, title = page.doc[index], page.doc[index + 1]
    inside = word.dep_ in ("compound", "amod") and word.head.i >= title.i
    return (inside or _is_of_next(page, index)) and title.tag_ == "NN" and word.tag_ in NOUNS


def _is_of_next(page: MarkedText, index: int) -> bool:
    """Whether the parse hangs it on a person before: of "coach Tom Ray and Selby coach Ann Lee", "Selby"."""
    joined = page.doc[index].dep_ == "conj" and page.words[index - 1] == "and"
    return joined and page.doc[index - 2].ent_type_ == "PERSON" and page.words[index].istitle()


def _is_loose(page: MarkedText, index: int) -> bool:
    """An article, a number or an address; but "two-time champion" is whole."""
    if page.doc[index].tag_ == "CD":
        return page.words[index + 1] != "-"
    return page.doc[index].tag_ in ("DT", "PRP$") or is_address(page.words[index])
