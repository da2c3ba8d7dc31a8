"""Who somebody is by what stands behind the name: an apposition, or a clause that says what they do."""

from spacy.tokens import Token

from summaries.actors.drafts import Hit
from summaries.actors.page import MarkedText
from summaries.lexicon.groups import ROLE_NOUNS, SPORT_ROLES
from summaries.lexicon.people import OFFICES
from summaries.lexicon.persons import (
    DEGREES,
    DOUBTED,
    FOUNDED,
    LETTERED_ROLES,
    MEN_NOUNS,
    MORE_ROLES,
    SAYING_WHO,
    WOMEN_NOUNS,
)
from summaries.lexicon.tags import FINITE_OR_MODAL, NOUNS

ROLES = ROLE_NOUNS | OFFICES | SPORT_ROLES | LETTERED_ROLES | MORE_ROLES
_TITLED = ROLES | WOMEN_NOUNS | MEN_NOUNS
STOPS = frozenset(',.;:()—–"“”')
_LONGEST = 24  # tokens; a longer apposition is a clause that lost its verb
_LISTED = NOUNS | {"DT", "PRP$", "JJ", "CD", "POS", "IN"}  # what lists are of
_ARTICLES = (("a",), ("an",), ("the",))
_RELATIVES = frozenset(("WP", "WP$", "WDT", "WRB"))
_TIMES = frozenset(("now", "then", "once", "formerly", "currently", "long"))  # not "surely the smallest"
_OTHERS = frozenset(("her", "him", "them"))
_REFLEXIVE = frozenset(("herself", "himself"))
_WITH_SITES = frozenset(("University", "College", "Institute", "School"))
_SITES = frozenset(("GPE", "LOC", "FAC"))
_HELD_ELSE = frozenset(("follows", "plays", "sits", "serves", "writes", "covers"))  # "has followed her"
_NOT_ONE = frozenset(("no", "neither"))  # "who is no doctor"
_DENYING = frozenset(("no", "nothing", "nobody", "none", "not", "never", "neither", "n't", "n’t"))


def behind(page: MarkedText, hit: Hit, *, person: bool) -> tuple[int, int] | None:
    """ "Name, a legal adviser for the rebels, said": the apposition up to its comma or relative clause."""
    words, doc = page.words, page.doc
    start = _behind_age(page, hit.end)
    if start is None or start >= len(words) or not _opens_apposition(doc[start]):
        return None
    end, noun = start, False
    while end < len(words) and end - start <= _LONGEST:
        token = doc[end]
        stops = words[end][0] in STOPS and not _is_within_house(token)
        if stops or "\n" in words[end] or token.tag_ in _RELATIVES or words[end] in _REFLEXIVE:
            break  # "a nurse herself and the wife of a nurse"
        if token.tag_ in FINITE_OR_MODAL and token.dep_ not in ("amod", "acl"):
            return None
        noun = noun or token.tag_ in NOUNS
        end += 1
    closed = end < len(words) and (
        "\n" in words[end]
        or words[end][0] in STOPS
        or doc[end].tag_ in _RELATIVES
        or words[end] in _REFLEXIVE
    )
    if not (noun and closed) or _is_item(page, start, end) or _is_cut_by_mark(page, end):
        return None
    return (start, end) if _says_who(page, start, end, person=person) else None


def _behind_age(page: MarkedText, end: int) -> int | None:
    """Where an apposition may begin: behind "Name, 65, …", "Name (65), …", "Name, Ph.D., …"."""
    words = page.words
    if words[end : end + 1] == ("(",) and words[end + 1 : end + 2] and words[end + 1].isdigit():
        end += 3 * (words[end + 2 : end + 3] == (")",))
    if words[end : end + 1] == () or words[end] not in (",", "—", "–", "--"):
        return None
    start = end + 1
    while start + 1 < len(words) and (
        words[start].isdigit() or words[start].casefold().rstrip(".") in DEGREES
    ):
        if words[start + 1] != ",":
            return None
        start += 2
    return start


def title_behind(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "Ann, Duchess of Selby": a title of a place, whatever follows: "Ann, Duchess of Selby's talk"."""
    words, start = page.words, hit.end + 1
    if words[hit.end : hit.end + 1] != (",",) or start + 2 >= len(words):
        return None
    titled = words[start].istitle() and words[start].casefold() in _TITLED and words[start + 1] == "of"
    return (start, start + 3) if titled and page.doc[start + 2].tag_ == "NNP" else None


def _is_within_house(token: Token) -> bool:
    """ "the University of Selby, Leeds": a comma in a house's name."""
    if token.text != "," or token.i + 1 >= len(token.doc):
        return False
    return (token.ent_type_ == "ORG" and token.ent_iob_ == "I") or _is_before_site(token)


def _is_before_site(comma: Token) -> bool:
    """ "the University of California, San Diego": its town, where the parse does not see that."""
    of = comma.i - 1
    while of > 0 and comma.doc[of].tag_ == "NNP":
        of -= 1
    named = comma.i - 1 > of > 0 and comma.doc[of].lower_ == "of"
    return named and comma.doc[of - 1].text in _WITH_SITES and comma.nbor().ent_type_ in _SITES


def _is_cut_by_mark(page: MarkedText, end: int) -> bool:
    """ "Ann Lee, a writer for the “Herald”": the rest stands in marks."""
    return page.words[end] == "“" or (page.words[end] == '"' and page.doc[end - 1].whitespace_ != "")


def _is_item(page: MarkedText, start: int, end: int) -> bool:
    """Whether the words are the next item of a list: "Ann Lee, her husband, Tom Ray and a neighbour were"."""
    words, doc = page.words, page.doc
    for index in range(start, end - 1):  # "Ann Lee, a nurse and two neighbours"
        if words[index] in ("and", "or") and (doc[index + 1].tag_ == "CD" or words[index + 1] == "another"):
            return True
    if words[end] != ",":
        return doc[start].tag_ == "PRP$" and words[end] in ("and", "&")
    if words[end + 1 : end + 2] == ("and",):
        return doc[start].tag_ == "PRP$"  # "Ann Lee, a lawyer, and Tom Ray": two, one of them described
    if doc[start].tag_ not in ("DT", "PRP$", "CD") and words[end + 1 : end + 2] in _ARTICLES:
        return False  # "Ann Lee, head gardener at Elm House, a school and farm"
    for index in range(end + 1, min(len(words), end + _LONGEST)):
        token = doc[index]
        if words[index] in ("and", "or", "&"):
            return True
        if token.tag_ not in _LISTED and words[index] != ",":
            return False
    return False


def _opens_apposition(token: Token) -> bool:
    return (
        token.tag_ in ("DT", "JJ", "JJS", "NN", "NNP", "PRP$", "CD", "VBN")
        or (token.tag_ == "VBG" and token.dep_ in ("amod", "compound"))  # "managing director"
        or token.lower_ in ROLE_NOUNS
        or token.lower_ in _TIMES
    )


def _says_who(page: MarkedText, start: int, end: int, *, person: bool) -> bool:
    """ "a tenor", "head of research", and of a house "the largest union"; "Ann Lee, the RNC" says nothing."""
    words = [word.casefold() for word in page.words[start:end]]
    if not words or page.doc[end - 1].tag_ in ("DT", "IN", "CC", "PRP$"):
        return False  # cut off before its end, as at a quotation mark
    common = any(page.doc[index].tag_ in ("NN", "NNS") for index in range(start, end))
    if _ends_in_name(page, start, end):
        return False
    if words[0] in _NOT_ONE or not DOUBTED.isdisjoint(page.doc[start:end].text.casefold().split()):
        return False
    if not person:
        return common and words[0] in ("a", "an", "the")
    if words[:2] == ["one", "of"]:  # "one of the authors"
        several = (page.doc[index] for index in range(start, end) if page.doc[index].tag_ == "NNS")
        return any(word.lemma_.lower() in ROLES for word in several)
    aged = words[0] == "the" and {"year", "old"} <= {*words}  # "the 18-year-old from Selby"
    return aged or any(word in ROLES for word in words) or (common and words[0] in ("a", "an"))


def _ends_in_name(page: MarkedText, start: int, end: int) -> bool:
    """ "Ann Lee, actress Eva Ray, …": the next one, with a title; but "the mayor of Leeds" is one."""
    until = next((place for place in range(start, end) if page.doc[place].tag_ in ("IN", "TO", "VBN")), end)
    return page.doc[until - 1].ent_type_ == "PERSON"


def clause(page: MarkedText, hit: Hit) -> tuple[int, int] | None:
    """ "Name, who leads the union,": a relative clause that closes with a comma, as in a list with "; Name".

    "who picked a fight with her" and "who has lost votes" tell what was done, and not who somebody is. Of
    "Name who is the mayor" it is the mayor alone.
    """
    words = page.words
    start = _behind_age(page, hit.end) or hit.end
    if (
        start + 2 >= len(words)
        or words[start] != "who"
        or not _tells_who(page, start + 1)
        or (start == hit.end and page.doc[start + 1].dep_ != "relcl")  # "told Ann Lee who is the mayor"
    ):
        return None
    for end in range(start + 2, min(len(words), start + _LONGEST)):
        if "\n" in words[end] or words[end] in ("“", '"'):
            return None
        if words[end] in _DENYING:
            return None
        behind = words[end] == "and" and page.doc[end + 1].tag_ == "VBD"  # "… and was not at sea"
        if words[end] in (",", ";", ".") or behind:
            if words[start + 1] == "is" and page.doc[start + 2].tag_ != "CD":  # "who is 34 and lives in Elm"
                return (start + 2, end) if _is_office(page, start + 2, end) else None
            told = start > hit.end and end - start > 2 and words[end - 1] not in _OTHERS
            # "Who hired her" tells nothing.
            return (_behind_as(page, start, end), end) if told else None
    return None


def _behind_as(page: MarkedText, start: int, end: int) -> int:
    """From "who follows ferries as an analyst at Elm Bank" to "an analyst at Elm Bank"."""
    for place in range(start + 2, end - 1):
        if page.words[place] == "as" and page.words[place + 1] in ("a", "an", "the"):
            return place + 1 if _is_office(page, place + 1, end) else start
    return start


def _tells_who(page: MarkedText, verb: int) -> bool:
    """ "leads", "has led", "founded": what somebody is there for, for long or for ever."""
    word, token = page.words[verb], page.doc[verb]
    if word == "has" and verb + 1 < len(page.words):
        return page.doc[verb + 1].tag_ == "VBN" and f"{page.doc[verb + 1].lemma_}s" in SAYING_WHO - _HELD_ELSE
    leads = token.tag_ in ("VBZ", "NNS") and word in SAYING_WHO  # "who studies insect learning"
    return leads or (token.tag_ == "VBD" and word in FOUNDED)


def _is_office(page: MarkedText, start: int, end: int) -> bool:
    """ "the county’s roads director": a noun phrase, and it says who somebody is."""
    opens = page.doc[start].tag_ in ("DT", "JJ", "NN", "NNP") and page.words[start] not in _NOT_ONE
    verb = any(page.doc[index].tag_ in FINITE_OR_MODAL for index in range(start, end))
    return opens and not verb and _says_who(page, start, end, person=True)
