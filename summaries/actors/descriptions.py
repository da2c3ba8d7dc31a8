"""Who somebody is, in the article's words: the title before the name, else the apposition behind it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

from spacy.tokens import Token

from summaries.actors.acting import head
from summaries.actors.appositions import ROLES, STOPS, behind, clause, title_behind
from summaries.actors.copulas import said_to_be
from summaries.actors.drafts import Hit
from summaries.actors.houses import named_after, which_does
from summaries.actors.introductions import (
    before,
    called_so,
    identified_as,
    is_address,
    kin,
    kin_before,
    lettered,
    opens_with,
    over_place,
    ranked,
)
from summaries.actors.joints import POSSESSIVES
from summaries.actors.origins import from_where
from summaries.actors.page import MarkedText, Part
from summaries.lexicon.people import HELD_BY_MANY, OFFICES, RANKS
from summaries.lexicon.persons import DEGREES, KIN_NOUNS, PLAIN_PERSONS, SAYING_NOTHING, SEATED, WORK_ROLES
from summaries.lexicon.places import ADJECTIVES, REGIONAL
from summaries.lexicon.tags import NOUNS
from summaries.shown import tells

_LONGEST_WORK = 10  # tokens of a title in marks
_CLOSING_SPEECH = frozenset(",!?.…")
_BESIDE_JOBS = NOUNS | {"JJ"}
_OF_NAMES = frozenset(("NNP", "NNPS", "HYPH"))
_POINTING_TAGS = frozenset(("DT", "PRP$", "POS", "CD"))
_OWNERS = frozenset(("GPE", "ORG", "PERSON"))
_FORMER = frozenset(("former", "ex", "onetime", "one-time", "then"))
_BEFORE_OFFICES = frozenset(("prime", "vice", "deputy", "foreign", "former", "acting", "assistant"))


def opening(page: MarkedText, start: int, end: int) -> int:
    """Where the phrase begins that the name at `[start, end)` is the head of: at its title or qualifier."""
    word = head(page, start, end)
    if (
        word.dep_ in ("compound", "poss", "nmod", "amod")
        and word.head.i >= end
        and not _is_lettered(word.head)
    ):
        return start
    first = start
    while first > 0 and _leads(page, first - 1, word):
        first -= 1
    return first


def _is_lettered(word: Token) -> bool:
    """ "KC" of "Judge Ann Lee KC"."""
    return word.lower_.rstrip(".") in DEGREES | SEATED


def _leads(page: MarkedText, index: int, word: Token) -> bool:
    token = page.doc[index]
    text = page.words[index]
    if text[0] in STOPS or "\n" in text or page.part[index] is not page.part[word.i]:
        return False
    inside = word.left_edge.i <= index
    title = text.casefold().rstrip(".") in ROLES or text in ADJECTIVES
    if inside and (text in ("of", "-") or token.dep_ not in ("cc", "prep", "advmod", "mark", "punct")):
        return True
    return title and token.tag_ in NOUNS


def describe(page: MarkedText, hits: list[Hit], *, person: bool) -> tuple[int, int] | None:
    """Tokens of the description, of the first mention that has one; a house's stands behind its name.

    One that says who somebody is by itself goes before "his deputy".
    """
    named = [
        hit
        for hit in hits
        if not (hit.pronoun or page.quoted[hit.start]) and page.part[hit.start] in (Part.BODY, Part.HEADLINE)
    ]
    named.sort(key=lambda hit: (page.part[hit.start] is not Part.BODY, hit.start))
    ways = _OF_PERSONS if person else _OF_HOUSES
    leaning: tuple[int, int] | None = None
    waiting: tuple[int, int] | None = None
    is_kin = person and bool(named) and named[0].start > 0 and page.words[named[0].start - 1] in KIN_NOUNS
    for way in ways:
        found_so_far = waiting or leaning
        if way is from_where and found_so_far is not None and _says_more(page, *found_so_far):
            break
        bare = None
        for found in (way(page, hit) for hit in named):
            if found is not None:
                start, end = _by_itself(page, *found) if person else found
                if is_kin and not _FORMER.isdisjoint(page.words[start:end]):
                    continue  # "his wife Ann Lee", who is told to be "a former nurse", is in the news for him
                if any(page.doc[index].whitespace_ for index in range(start, end - 1)):
                    if tells(page.doc[start:end].text) and not _is_rank(page, start, end):
                        return start, end
                    leaning = leaning or (start, end)  # "his deputy", "Brigadier General"
                else:
                    bare = bare or (start, end)  # "worker", "co-host"
        if leaning is None and bare is not None and _tells("".join(page.words[bare[0] : bare[1]])):
            if page.words[bare[0]].casefold().rstrip(".") not in HELD_BY_MANY:
                return bare
            waiting = waiting or bare  # "Senator Ann Lee, a Selby Democrat"
    return waiting or leaning


def _says_more(page: MarkedText, start: int, end: int) -> bool:
    """Whether it goes before "of Oregon": "Senator" does, and "her mother"."""
    return page.doc[start].tag_ == "PRP$" or tells(page.doc[start:end].text)


def _is_rank(page: MarkedText, start: int, end: int) -> bool:
    """Whether it is a rank alone, which says less than an apposition does."""
    return all(word.casefold() in RANKS for word in page.words[start:end])


def _by_itself(page: MarkedText, start: int, end: int) -> tuple[int, int]:
    """From "engineer" to "French engineer", from "The priest" and "the group's founder" to the noun."""
    owner = page.doc[start].tag_ == "DT" and page.doc[start + 1].tag_ in ("NN", "NNS")
    leans = owner and end - start > 3 and page.words[start + 2] in POSSESSIVES
    if leans and page.words[end - 1] in KIN_NOUNS:
        return start, end  # "the mayor's niece": no niece of nobody's
    if leans and page.doc[start + 3].tag_ not in ("JJS", "RBS"):  # of the state is the newest judge
        return start + 3, end
    if page.words[start].casefold() == "the" and end - start == 2:
        start += 1
    before = page.words[start - 1]
    nation = (before in ADJECTIVES or before in REGIONAL) and page.doc[start - 1].head.i < end
    return (start - 1 if nation and page.doc[start - 1].head.i >= start else start), end


def _tells(word: str) -> bool:
    """Whether a job says something alone: "philosopher" and "President" do, "worker" does not."""
    return word.casefold() not in SAYING_NOTHING or (word.istitle() and word.casefold() in OFFICES)


def phrases_about(page: MarkedText, hits: list[Hit], *, person: bool) -> Iterator[tuple[int, int]]:
    """Tokens of every title and apposition of the body that says who the actor is, and of a deck's titles."""
    ways = (
        (_title, partial(behind, person=True), before, title_behind)
        if person
        else (partial(behind, person=False),)
    )
    for hit in hits:
        if hit.pronoun or page.part[hit.start] not in (Part.BODY, Part.HEADLINE):
            continue
        own = ways if page.part[hit.start] is Part.BODY else (title_behind,) if person else ()
        found = (way(page, hit) for way in own)
        yield from (span for span in found if span is not None)


def _title(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
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
    if start >= end or not _is_owner_named(page, start, end):
        return None
    words = page.words[start:end]
    role = any(word.casefold().rstrip(".") in ROLES for word in words)
    plain = words[-1] in PLAIN_PERSONS and len(words) > 1 and words[0][0].isupper()  # "Selby man"
    titled = role or plain or words[-1] in ADJECTIVES or words[-1] in REGIONAL
    if words[-1] == "counterpart" and page.doc[start - 1].tag_ == "PRP$":
        start -= 1  # of nobody's there is none
    return (_with_owner(page, start), end) if titled else None


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


_Way: TypeAlias = Callable[[MarkedText, Hit], tuple[int, int] | None]
_OF_PERSONS: tuple[_Way, ...] = (
    _title,
    partial(behind, person=True),
    before,
    opens_with,
    kin_before,
    called_so,
    over_place,
    clause,
    ranked,
    identified_as,
    said_to_be,
    lettered,
    from_where,
)
_OF_HOUSES: tuple[_Way, ...] = (partial(behind, person=False), named_after, which_does)
