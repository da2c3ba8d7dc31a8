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
    kin_before,
    lettered,
    opens_with,
    over_place,
    ranked,
    short_rank,
)
from summaries.actors.joints import MARKS, POSSESSIVES
from summaries.actors.offices import title
from summaries.actors.origins import from_where
from summaries.actors.page import MarkedText, Part
from summaries.actors.renamings import born_as
from summaries.lexicon.bodies import HOUSES_SAID
from summaries.lexicon.people import HELD_BY_MANY, OFFICES, RANKS, WORDS_OF_TITLES
from summaries.lexicon.persons import (
    DEGREES,
    KIN_NOUNS,
    LOWER_ROLES,
    PLAIN_PERSONS,
    SAYING_NOTHING,
    SEATED,
)
from summaries.lexicon.places import ADJECTIVES, REGIONAL
from summaries.lexicon.tags import NOUNS
from summaries.shown import tells, tells_whose

_OF_STUDIES = frozenset(("lead", "senior", "first", "study", "corresponding", "co"))
_WAITING = HELD_BY_MANY | PLAIN_PERSONS  # before what stands behind the name
_FORMER = frozenset(("former", "ex", "onetime", "one-time", "then"))


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
    title = text.casefold().rstrip(".") in ROLES or text in LOWER_ROLES or text in ADJECTIVES
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
                # “No,” the chancellor, Dev Malhotra, told us; not “Salt Road” director Ann Lee.
                start += page.words[start] in MARKS and MARKS.isdisjoint(page.words[start + 1 : end])
                if is_kin and not _FORMER.isdisjoint(page.words[start:end]):
                    continue  # "his wife Ann Lee", who is told to be "a former nurse", is in the news for him
                if any(page.doc[index].whitespace_ for index in range(start, end - 1)):
                    if tells_whose(page.doc[start:end].text) and not _is_rank(page, start, end):
                        return start, end
                    leaning = leaning or (start, end)  # "his deputy", "Brigadier General"
                else:
                    bare = bare or (start, end)  # "worker", "co-host"
        if leaning is None and bare is not None and _tells("".join(page.words[bare[0] : bare[1]])):
            if page.words[bare[0]].casefold().rstrip(".") not in _WAITING:
                return bare
            waiting = waiting or bare  # "Senator Ann Lee, a Selby Democrat"
    return waiting or leaning or (_office_in_speech(page, hits) if person else None)


def _office_in_speech(page: MarkedText, hits: list[Hit]) -> tuple[int, int] | None:
    """The "Prime Minister" of whom nobody but a speaker calls so: an office is no opinion."""
    said = (hit for hit in hits if page.quoted[hit.start] and page.part[hit.start] is Part.BODY)
    for start, end in filter(None, (title(page, hit) for hit in said if not hit.pronoun)):
        words = page.words[start:end]
        if all(word.istitle() and word.casefold() in WORDS_OF_TITLES for word in words):
            return start, end
    return None


def _says_more(page: MarkedText, start: int, end: int) -> bool:
    """Whether it goes before "of Oregon": "Senator" does, and "her mother"."""
    said = page.doc[start:end].text
    return page.doc[start].tag_ == "PRP$" or (tells(said) and not said.endswith("."))


def _is_rank(page: MarkedText, start: int, end: int) -> bool:
    """Whether it is a rank or a part in a study alone, which says less than an apposition does."""
    words = [word.casefold() for word in page.words[start:end]]
    return all(word in RANKS for word in words) or (words[-1] == "author" and words[0] in _OF_STUDIES)


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
    if page.words[start] == "The" and not leans and POSSESSIVES.isdisjoint(page.words[start:end]):
        start += 1  # which a sentence opened with
    before = page.words[start - 1]
    nation = (before in ADJECTIVES or before in REGIONAL) and page.doc[start - 1].head.i < end
    return (start - 1 if nation and page.doc[start - 1].head.i >= start else start), end


def _tells(word: str) -> bool:
    """Whether a job says something alone: "philosopher" and "President" do, "worker" does not."""
    return word.casefold() not in SAYING_NOTHING or (word.istitle() and word.casefold() in OFFICES)


def phrases_about(page: MarkedText, hits: list[Hit], *, person: bool) -> Iterator[tuple[int, int]]:
    """Tokens of every title and apposition of the body that says who the actor is, and of a deck's titles."""
    ways = (
        (title, partial(behind, person=True), before, title_behind)
        if person
        else (partial(behind, person=False),)
    )
    for hit in hits:
        if hit.pronoun or page.part[hit.start] not in (Part.BODY, Part.HEADLINE):
            continue
        own = ways if page.part[hit.start] is Part.BODY else (title_behind,) if person else ()
        found = (way(page, hit) for way in own)
        yield from (span for span in found if span is not None)


_Way: TypeAlias = Callable[[MarkedText, Hit], tuple[int, int] | None]
_OF_PERSONS: tuple[_Way, ...] = (
    title,
    partial(behind, person=True),
    before,
    opens_with,
    kin_before,
    called_so,
    over_place,
    clause,
    title_behind,
    ranked,
    identified_as,
    said_to_be,
    lettered,
    from_where,
    short_rank,
    born_as,
)
_OF_HOUSES: tuple[_Way, ...] = (
    partial(behind, person=False),
    named_after,
    partial(opens_with, nouns=HOUSES_SAID),
    which_does,
)
