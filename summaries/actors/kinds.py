"""Who is an actor at all, and of which kind: what a figure's names look like, and what is done by them.

One mention in passing that only a capital speaks for is not enough to be listed; but reports of games name
their players and teams in rows, brackets and halves of sentences, where nothing is done by anybody.
"""

import re
from collections.abc import Sequence

from summaries.actors.acting import head, is_where
from summaries.actors.drafts import Hit
from summaries.actors.figures import Figure
from summaries.actors.houses import is_said_before
from summaries.actors.looks import Look, is_house
from summaries.actors.page import MarkedText
from summaries.actors.standing import (
    does,
    in_passing,
    is_one_of_many,
    is_thing,
    is_told,
    is_used,
    is_visited,
    is_who,
    plays,
    said_to_be,
    seldom_where,
    speaks,
)
from summaries.actors.things import are_things
from summaries.lexicon.around import CARRYING, CAUSES, PARTS_OF_A_CUP, TO_PERSONS
from summaries.lexicon.given import GIVEN
from summaries.lexicon.groups import (
    ANY_HOUSES,
    COMPANY_SUFFIXES,
    HOUSE_ENDS,
    HOUSE_WORDS,
    KNOWN_HOUSES,
    KNOWN_SHORT_FORMS,
    PLATFORMS,
    ROLE_NOUNS,
    SAID_OF_HOUSES,
    THING_WORDS,
    WHOLE_NAMES,
)
from summaries.lexicon.people import KNOWN_PEOPLE, REGNAL
from summaries.lexicon.places import GROUP_PEOPLES, LOCATIVE, SITE_WORDS
from summaries.lexicon.sexes import is_given_name
from summaries.models import ActorKind

_RUN_TOGETHER = re.compile(r"^(?!Fitz|Vander)[A-ZÀ-Ý][a-zß-ÿ]{3,}[A-ZÀ-Ý][a-zß-ÿ]{2}")
_PERSONS_PLACES = frozenset(("nsubj", "nsubjpass", "appos", "conj", "poss"))


def kind_of(page: MarkedText, figure: Figure, hits: Sequence[Hit], *, sports: bool) -> ActorKind | None:
    """The kind of actor, None where it is a place, a thing, or too little to be sure of."""
    acts = any(hit.acts for hit in hits)
    if figure.look is Look.PEOPLE:
        if acts and page.words[hits[0].start] in GROUP_PEOPLES:
            return "group"
        return "organization" if sports and acts else None
    if figure.look is Look.PLACE:
        return "organization" if sports and plays(page, hits) else None
    if figure.look is Look.THING:
        somebody = figure.forms[0][-1] not in THING_WORDS and any(speaks(page, hit) for hit in hits)
        return "person" if somebody else None
    row = len(figure.forms[0]) > 1 or len(hits) > 1
    shown = sports or (row and any(page.is_listed(hit.start) for hit in hits))
    person = figure.look is Look.PERSON
    if not (shown or any(speaks(page, hit) for hit in hits)) and are_things(page, hits, person=person):
        return None
    if figure.look is Look.PERSON:
        return _somebody(page, figure, hits, acts=acts, shown=shown)
    if figure.look is Look.HOUSE and _is_titled_speaker(page, figure, hits):
        return "person"
    if figure.look is Look.HOUSE:
        return "organization" if _is_body(page, figure, hits, acts=acts, shown=shown) else None
    return _unknown(page, figure, hits, acts=acts, shown=shown)


def _somebody(
    page: MarkedText, figure: Figure, hits: Sequence[Hit], *, acts: bool, shown: bool
) -> ActorKind | None:
    """One bare word is nobody's name without more than the pipeline's word for it: "Vertex", "Coalport"."""
    if not _is_somebody(page, figure, hits, acts=acts, shown=shown):
        banded = page.doc[hits[0].end - 1].tag_ == "NNPS" and does(page, hits)  # "the Rolling Stones"
        return "organization" if banded else None
    if len(figure.forms[0]) > 1 and _is_of_a_house(page, figure, hits):
        return "organization" if shown or does(page, hits) else None
    if len(figure.forms[0]) > 1 or shown or _is_known_as_person(page, figure, hits):
        return "person"
    body = _does_more(page, hits) and seldom_where(page, hits) and not is_thing(page, hits)
    return "organization" if body else None


def _is_known_as_person(page: MarkedText, figure: Figure, hits: Sequence[Hit]) -> bool:
    """A given or a famous name, a family's of the article, a title, an age, a role, a word of speech."""
    word = figure.forms[0][0]
    if (
        word in GIVEN
        or word in REGNAL
        or word.removesuffix("s") in KNOWN_PEOPLE
        or figure.told != 0
        or _is_introduced(page, figure, hits)
    ):
        return True
    return any(
        page.words[hit.start] in page.surnames or speaks(page, hit) or is_who(page, hit) for hit in hits
    )


def _is_of_a_house(page: MarkedText, figure: Figure, hits: Sequence[Hit]) -> bool:
    """ "Crime Stoppers", "Ansar al-Rif, an armed organization,": a plural, or said to be a house."""
    if figure.told or _is_introduced(page, figure, hits):
        return False
    if any(said_to_be(page, hit) in SAID_OF_HOUSES for hit in hits):
        return True
    if figure.forms[0][0] not in GIVEN and any(is_said_before(page, hit) for hit in hits):
        return True  # "the charity Open Rivers"
    last = [page.doc[hit.end - 1] for hit in hits]
    plural = all(word.tag_ in ("NNPS", "NNS") and word.text.istitle() for word in last)
    return plural and figure.forms[0][0] not in GIVEN


def _is_somebody(page: MarkedText, figure: Figure, hits: Sequence[Hit], *, acts: bool, shown: bool) -> bool:
    """Whether what looks like a person's name is said of one: "Kent", "Art Deco" are not."""
    many = len(figure.forms[0]) > 1
    if any(_is_run_together(page.words[index]) for hit in hits for index in range(hit.start, hit.end)):
        return False
    if shown or _is_introduced(page, figure, hits):
        return many or acts or seldom_where(page, hits)
    if not many and _only_opens(page, figure, hits):
        return False
    first = figure.forms[0][0]
    if many and first not in GIVEN and any(_has_article(page, hit) for hit in hits):
        return False  # "the Space Vizzion"
    if many and len(hits) == 1 and not is_given_name(first):
        return speaks(page, hits[0]) or is_who(page, hits[0]) or _is_spoken_of(page, hits[0])
    given = many and first in GIVEN and not all(_is_stayed_at(page, hit) for hit in hits)
    return acts or given or not all(in_passing(page, hit) for hit in hits)


def _is_titled_speaker(page: MarkedText, figure: Figure, hits: Sequence[Hit]) -> bool:
    """ "farmer Gro Hagen said", whose name the pipeline takes for a house's, though none of its words is."""
    form = figure.forms[0]
    if len(form) not in (2, 3) or form[-1] in ANY_HOUSES or form[-1] in HOUSE_ENDS or is_house(form):
        return False
    return _is_introduced(page, figure, hits) and any(speaks(page, hit) for hit in hits)


def _is_stayed_at(page: MarkedText, hit: Hit) -> bool:
    """ "his home at Martha Lodge"."""
    return (
        page.words[hit.start - 1].casefold() in LOCATIVE and page.words[hit.end - 1].casefold() in SITE_WORDS
    )


def _has_article(page: MarkedText, hit: Hit) -> bool:
    """Whether an article belongs to the name itself: not that of "the Vision Orr trial"."""
    article = page.doc[hit.start - 1]
    return article.tag_ == "DT" and hit.start <= article.head.i < hit.end


def _is_run_together(word: str) -> bool:
    """ "NoemKristi": two words that the page has lost the space of; but "MacDonald", "FitzGerald"."""
    return _RUN_TOGETHER.search(word) is not None


def _is_spoken_of(page: MarkedText, hit: Hit) -> bool:
    """Whether the name stands where people's names do: "Deqa Wallin was", "Deqa Wallin, owner of"."""
    word = head(page, hit.start, hit.end)
    if word.dep_ == "pobj" and word.head.lower_ in TO_PERSONS:
        return True
    return word.dep_ in _PERSONS_PLACES or any(child.dep_ == "appos" for child in word.children)


def _is_introduced(page: MarkedText, figure: Figure, hits: Sequence[Hit]) -> bool:
    """ "Mr. Lee", "her son Jack", "his wife, Ann", "Ann, 35": by a title, a role or an age."""
    if any(name.titled or name.female is not None for name in figure.names):
        return True
    words = page.words
    for hit in hits:
        before = hit.start - 2 if words[hit.start - 1] == "," else hit.start - 1
        aged = words[hit.end : hit.end + 1] == (",",) and words[hit.end + 1 : hit.end + 2] != ()
        if (
            words[before].casefold() in ROLE_NOUNS
            or words[hit.start - 2 : hit.start] == ("-", "old")
            or (aged and words[hit.end + 1].isdigit())
        ):
            return True
    return False


def _is_body(page: MarkedText, figure: Figure, hits: Sequence[Hit], *, acts: bool, shown: bool) -> bool:
    """Whether what looks like a house's name is more than a brand, a page or a word named in passing."""
    form = figure.forms[0]
    if shown and form[-1] in PARTS_OF_A_CUP and not does(page, hits):
        return False
    if len(form) == 1:
        return _is_lone_body(page, figure, hits, acts=acts, shown=shown)
    if shown:
        return True
    if does(page, hits):
        return True
    named = _is_named_as_house(page, figure, hits) and not is_visited(page, hits)
    return named and not (len(hits) == 1 and is_one_of_many(page, hits[0]))


def _is_lone_body(page: MarkedText, figure: Figure, hits: Sequence[Hit], *, acts: bool, shown: bool) -> bool:
    """The same of a name of one word."""
    word, first = figure.forms[0][0], page.words[hits[0].start]
    if first.endswith("s") and first[:-1] in page.surnames and page.doc[hits[0].start].tag_ == "NNPS":
        return False  # "the Orrs", where somebody is called Orr
    known = _is_known_body(page, word, hits)
    if word in PLATFORMS and not does(page, hits):
        return False
    if not (shown or known or _does_more(page, hits)):
        return False
    if len(hits) == 1 and not (shown or acts or word in HOUSE_WORDS):
        letters = first.isupper() or (word,) in KNOWN_SHORT_FORMS
        sure = word in KNOWN_HOUSES and page.words[hits[0].start - 1].casefold() not in CARRYING
        if not ((letters and not _is_in_row(page, hits[0])) or sure) and in_passing(page, hits[0]):
            return False
    if not (shown or known) and is_thing(page, hits):
        return False
    if not shown and word not in KNOWN_HOUSES and is_used(page, hits):
        return False
    if word in page.small and word not in ANY_HOUSES and not shown:
        return first.isupper()  # "the Terminal" beside a terminal
    if not shown and _only_opens(page, figure, hits):
        return acts and (word in KNOWN_HOUSES or first.isupper())
    return acts or seldom_where(page, hits)


def _does_more(page: MarkedText, hits: Sequence[Hit]) -> bool:
    """Whether a lone word does something twice, or says something: met once, "Tron" may be anything."""
    return does(page, hits) and (len(hits) > 1 or is_told(page, hits[0]))


def _is_in_row(page: MarkedText, hit: Hit) -> bool:
    """ "from St Elm, USVI": behind a comma and another name."""
    return page.words[hit.start - 1] == "," and page.words[hit.start - 2][:1].isupper()


def _is_named_as_house(page: MarkedText, figure: Figure, hits: Sequence[Hit]) -> bool:
    """Whether the name alone says that it is a house's: "Selwick Bank", "Lee & Ray", "Selwick Water (SW)"."""
    form = max(figure.forms, key=len)
    letters = len(form) > 1 and any(len(other) == 1 for other in figure.forms)
    if any(_is_incorporated(page, hit) for hit in hits):
        return True
    known = form in WHOLE_NAMES or not KNOWN_HOUSES.isdisjoint(form)
    return known or letters or is_house(form) or form[-1] in HOUSE_ENDS or not CAUSES.isdisjoint(form)


def _is_incorporated(page: MarkedText, hit: Hit) -> bool:
    """ "Selwick Foods, Inc."."""
    behind = [word.casefold().rstrip(".") for word in page.words[hit.end : hit.end + 2]]
    return len(behind) == 2 and behind[0] == "," and behind[1] in COMPANY_SUFFIXES


def _is_known_body(page: MarkedText, word: str, hits: Sequence[Hit]) -> bool:
    if word in HOUSE_WORDS and len(hits) > 1:
        return any(page.words[hit.start - 1].casefold() == "the" for hit in hits)
    return word in KNOWN_HOUSES or (word,) in KNOWN_SHORT_FORMS or page.words[hits[0].start].isupper()


def _unknown(
    page: MarkedText, figure: Figure, hits: Sequence[Hit], *, acts: bool, shown: bool
) -> ActorKind | None:
    """A name that the pipeline passed over: two or three words are a person's."""
    form = figure.forms[0]
    houses = (form[0] not in GIVEN and any(_has_article(page, hit) for hit in hits)) or any(
        _is_run_together(word) for hit in hits for word in page.words[hit.start : hit.end]
    )
    if len(form) > 1 and form[0] not in GIVEN and any(is_said_before(page, hit) for hit in hits):
        return "organization"  # "the charity Open Rivers"
    if len(form) > 1 and houses:  # "the Space Vizzion", "OpenOffice Subversion"
        return "organization" if does(page, hits) else None
    if 2 <= len(form) <= 3 and all(map(str.isalpha, form)):
        sure = shown or acts or form[0] in GIVEN or _is_introduced(page, figure, hits)
        sure = sure or not all(in_passing(page, hit) for hit in hits)
        return "person" if sure and not any(is_where(page, hit.start, hit.end) for hit in hits) else None
    if shown:
        return "organization" if acts or any(page.is_listed(hit.start) for hit in hits) else None
    if form[0] in REGNAL and len(form) == 1:
        return "person" if acts or len(hits) > 1 else None
    if len(form) == 1 and is_thing(page, hits):
        return None
    if len(form) == 1 and acts and (form[0] in GIVEN or _is_introduced(page, figure, hits)):
        return "person"
    return "organization" if _does_more(page, hits) and not _only_opens(page, figure, hits) else None


def _only_opens(page: MarkedText, figure: Figure, hits: Sequence[Hit]) -> bool:
    """A word met once, as the first of a sentence: its capital says nothing, unless it speaks."""
    if len(hits) > 1 or figure.forms[0][0] in GIVEN:
        return False
    start = hits[0].start
    listed = page.words[start - 1] == ")" and page.words[start - 2].isdigit()  # "2) Scotch, 3) Scrambled"
    return (page.opens[start] or listed) and not speaks(page, hits[0])
