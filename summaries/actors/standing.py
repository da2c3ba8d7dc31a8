"""What a name is where it stands: somebody who does or says something, a thing, or a place in passing."""

from collections.abc import Sequence

from summaries.actors.acting import head, is_where, role
from summaries.actors.drafts import Hit
from summaries.actors.joints import MARKS, POSSESSIVES
from summaries.actors.page import MarkedText
from summaries.actors.runs import QUALIFIERS
from summaries.lexicon.around import ANY, MAKING, OF_WORKS, SETTING, USING
from summaries.lexicon.beside import SAYING
from summaries.lexicon.forms import FINITE_FORMS
from summaries.lexicon.groups import GROUP_NOUNS, HOUSE_WORDS, QUANTITIES, ROLE_NOUNS, SAID_OF_HOUSES
from summaries.lexicon.persons import KIN_NOUNS
from summaries.lexicon.places import BUILDINGS, COUNTRIES, LOCATIVE
from summaries.lexicon.tags import FINITE_OR_MODAL

_PLACING = LOCATIVE | {"of", "to", "on"}  # "leaves Margate", "on Facebook"
_OBJECTS = frozenset(("dobj", "iobj"))
_DONE_TO_SOMEBODY = frozenset(("tell", "ask", "accuse", "sue", "urge", "warn", "advise", "persuade"))
_PEOPLE = ROLE_NOUNS | GROUP_NOUNS | HOUSE_WORDS | SAID_OF_HOUSES
_EMPLOYED = ROLE_NOUNS - KIN_NOUNS - OF_WORKS
_ARTICLES = (("a",), ("an",), ("the",))
_APPOSITION = 9  # tokens


def said_to_be(page: MarkedText, hit: Hit) -> str:
    """The noun of the apposition behind the name: "group" of "Name, an armed group that"."""
    words, noun = page.words, ""
    if words[hit.end : hit.end + 1] != (",",) or words[hit.end + 1 : hit.end + 2] not in _ARTICLES:
        return noun
    for index in range(hit.end + 2, min(len(words), hit.end + _APPOSITION)):
        if page.doc[index].tag_ in ("NN", "NNS"):
            noun = words[index].casefold()
        elif page.doc[index].tag_ == "POS":
            return ""
        elif page.doc[index].tag_ not in ("JJ", "NNP", "HYPH", "VBN", "CC"):
            break
    return noun


def is_some_of_them(page: MarkedText, start: int, end: int) -> bool:
    """ "radical Buddhists", "hard-line Buddhists": some of a people; but "many", "Thai Buddhists"."""
    told = page.doc[start - 1]
    word = told.lower_
    return (
        (told.tag_ in ("JJ", "VBN", "VBG") or (told.tag_ == "NN" and word == told.text))
        and start <= told.head.i < end
        and word not in QUANTITIES
        and told.text not in QUALIFIERS
    )


def is_who(page: MarkedText, hit: Hit) -> bool:
    """ "Yandar, who", "Yandar himself"."""
    behind = page.words[hit.end : hit.end + 2]
    return behind == (",", "who") or behind[:1] in (("who",), ("himself",), ("herself",))


def does(page: MarkedText, hits: Sequence[Hit]) -> bool:
    """Whether it does, says or is told something, or is the other party: more than having it done to it."""
    return any(is_told(page, hit) or (hit.acts and not _is_object(page, hit)) for hit in hits)


def is_told(page: MarkedText, hit: Hit) -> bool:
    """Whether it says something, is named as the source of something, or has people."""
    return speaks(page, hit) or is_source(page, hit) or _is_employer(page, hit)


def is_source(page: MarkedText, hit: Hit) -> bool:
    """ "according to the Selwick Caller"."""
    start = hit.start - (page.words[hit.start - 1].casefold() == "the")
    return start > 1 and page.words[start - 1] == "to" and page.words[start - 2].casefold() == "according"


def _is_employer(page: MarkedText, hit: Hit) -> bool:
    """ "a Vertex engineer", "the Selby and Leeds skipper": it has people; but a work has the "star"."""
    dep, above = role(head(page, hit.start, hit.end))
    return dep in ("compound", "nmod") and above.i >= hit.end and above.lower_ in _EMPLOYED


def _is_object(page: MarkedText, hit: Hit) -> bool:
    dep, verb = role(head(page, hit.start, hit.end))
    return dep in _OBJECTS and verb.lemma_ not in _DONE_TO_SOMEBODY


def is_thing(page: MarkedText, hits: Sequence[Hit]) -> bool:
    """One mention of one, with an article, that says nothing: "The Brionut rose to third"."""
    if len(hits) > 1 or speaks(page, hits[0]):
        return False
    one = page.doc[hits[0].start].tag_ != "NNPS" or page.quoted[hits[0].start]
    return one and page.doc[hits[0].start - 1].tag_ in ("DT", "PRP$")


def in_passing(page: MarkedText, hit: Hit) -> bool:
    """A thing or a place where it stands: "the Retina display", "my Slide Shows", "of Margate, Kent"."""
    words = page.words
    one = hit.end - hit.start == 1
    before = page.doc[hit.start - 1]
    if before.tag_ in ("DT", "PRP$") or before.lower_ in (_PLACING if one else SETTING):
        return True
    word = head(page, hit.start, hit.end)
    if one:
        dep, above = role(word)
        row = before.text == "," and words[hit.start - 2][0].isupper()  # "of Larkspur Drive, Selwick"
        if row or word.dep_ == "poss" or (dep == "pobj" and above.lower_ in _PLACING):
            return True
    if is_beside_noun(page, hit):
        return True
    return words[hit.end - 1].casefold() in page.small


def is_one_of_many(page: MarkedText, hit: Hit) -> bool:
    """ "a Morris Trust structure", "many Selwick Bank cards": a kind of thing, and none of people."""
    return page.doc[hit.start - 1].lower_ in ANY and is_of_thing(page, hit)


def is_of_thing(page: MarkedText, hit: Hit) -> bool:
    """ "the Proton-M rocket", and no "Selwick Bank manager"."""
    noun = head(page, hit.start, hit.end).head
    return is_beside_noun(page, hit) and noun.lower_ not in _PEOPLE


def is_beside_noun(page: MarkedText, hit: Hit) -> bool:
    """ "a Proton-M rocket", "four Black Country estates"."""
    word = head(page, hit.start, hit.end)
    return word.dep_ in ("compound", "nmod") and word.head.i >= hit.end and word.head.text.islower()


def speaks(page: MarkedText, hit: Hit) -> bool:
    """ "Ruiz said", "said Ruiz": whatever the pipeline makes of the sentence."""
    before, behind = page.word(hit.start - 1), page.word(hit.end)
    if behind in SAYING:
        return True
    if before in SAYING and before not in MAKING:
        # "said Brextor was down": said of it, not by it
        return behind == "" or page.doc[hit.end].tag_ not in FINITE_OR_MODAL
    return before in MARKS and behind in FINITE_FORMS  # “Honestly,” Ruiz continued


def is_used(page: MarkedText, hits: Sequence[Hit]) -> bool:
    """Whether it does nothing, and is had, worn, launched somewhere: "helped to launch the KSVR"."""
    if does(page, hits):
        return False
    roles = (role(head(page, hit.start, hit.end)) for hit in hits)
    return any(dep in _OBJECTS and verb.lemma_ in USING for dep, verb in roles)


def is_visited(page: MarkedText, hits: Sequence[Hit]) -> bool:
    """Whether the name is a building's, and every mention tells where: "taken to Selby Hospital"."""
    for hit in hits:
        start = hit.start - (page.words[hit.start - 1].casefold() == "the")
        owned = page.words[start - 1] in POSSESSIVES
        before = page.words[start - 3 if owned else start - 1].casefold()  # "at Leeds’s Selby Hall"
        at = before in LOCATIVE | {"to"} and not is_source(page, hit)
        if page.words[hit.end - 1].casefold() not in BUILDINGS or not at or hit.acts:
            return False
    return True


def seldom_where(page: MarkedText, hits: Sequence[Hit]) -> bool:
    """Whether no more than half of the mentions say where."""
    return sum(is_where(page, hit.start, hit.end) for hit in hits) * 2 <= len(hits)


def plays(page: MarkedText, hits: Sequence[Hit]) -> bool:
    """A place that wins, loses, stands in a table or is named for its team."""
    return any(hit.acts or page.is_listed(hit.start) or not _is_location(page, hit) for hit in hits)


def _is_location(page: MarkedText, hit: Hit) -> bool:
    words = page.words
    before = words[hit.start - 1].casefold()
    if words[hit.end] in POSSESSIVES and words[hit.end + 1 : hit.end + 2] and words[hit.end + 1][0].isupper():
        return True  # "Spain’s Ana Ruiz"
    if before == "the" and words[hit.start] in COUNTRIES and words[hit.start - 2].casefold() in LOCATIVE:
        return True  # "in the UK"
    if is_beside_noun(page, hit) and head(page, hit.start, hit.end).head.lower_ not in _PEOPLE:
        return True  # "UK time", "the US broadcasting rights"
    player = page.doc[hit.end].lower_ in ROLE_NOUNS
    row = not player and before == "," and words[hit.start] in COUNTRIES
    town = row and words[hit.start - 2][0].isupper() and not hit.acts  # "in Cadiz, Spain"
    return town or is_where(page, hit.start, hit.end) or before in ("at", "from", "of")
