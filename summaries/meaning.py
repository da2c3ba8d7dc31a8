"""Whom a noun phrase means: its head's actor, or that of the name in apposition to it; never its owner's.

"Ruiz's lawyer" and "his brother" are not Ruiz, "her lawyer, Ann Lee" is Ann Lee. The head is looked for on
the surface, as the last noun before a preposition or a comma: the small parser loses it behind titles.
"""

from collections.abc import Iterator

from spacy.tokens import Doc, Token
from spacy.tokens import Span as TokenSpan

from summaries.actors import Cast
from summaries.lexicon.groups import ROLE_NOUNS, TIMES
from summaries.lexicon.people import HONORIFICS, OFFICES, WORDS_OF_TITLES
from summaries.lexicon.persons import KIN_NOUNS, SAYING_NOTHING
from summaries.lexicon.roles import PERSON_ROLES
from summaries.lexicon.tags import FINITE_OR_MODAL
from summaries.models import Span, meeting

_NOUNS = frozenset(("NOUN", "PROPN", "PRON", "NUM", "ADJ", "X"))
_NO_HEADS = frozenset(("PRP$", "WP$", "POS"))
_LEAD_ON = frozenset(("ADP", "SCONJ", "VERB", "AUX"))
_RELATIVES = frozenset(("WP", "WDT", "WRB"))
_JOINTS = frozenset(("and", "or", "&", ","))
_INSIDE = frozenset("-‐‑.'’‘\"“”")  # marks in a name and around a nickname
_HYPHENS = frozenset("-‐‑")
_DOERS = ("er", "or", "ist", "ian", "man", "woman")
_KINDS_OF_HOUSE = frozenset(("agency", "newspaper", "magazine", "broadcaster", "airline", "journal"))
_HELD = WORDS_OF_TITLES | {"head", "professor", "chair", "editor", "curator", "dean", "boss", "lecturer"}
_OF_FIELDS = frozenset(("NN", "NNS", "JJ", "CC", "HYPH", "VBG"))
_COMMAS = frozenset((",", "—", "–", "--"))
_LONGEST = 24  # words; an apposition that is longer is a clause


def meant(doc: Doc, phrase: range, cast: Cast) -> int | None:
    """The actor whom the words of `phrase` mean; None where they mean nobody known, or two together."""
    whole, phrase = phrase, _before_aside(doc, phrase)
    heads = _of_one(list(heads_in(doc, phrase, cast)), cast)
    actors = {cast.at(word_span(head)) for head in heads}
    if len(actors) != 1:
        return None
    actor = actors.pop()
    if actor is not None:
        return actor if not _names_another(doc, range(phrase.stop + 1, whole.stop), actor, cast) else None
    if len(heads) > 1:
        return None
    if _may_be_named(heads[0]):
        actor = _in_apposition(doc, phrase, heads[0], cast)
    if actor is None:
        actor = _before_kind(doc, heads[0], cast)
    return actor if actor is not None else _behind_title(doc, phrase, heads[0], cast)


def _before_aside(doc: Doc, phrase: range) -> range:
    """ "Ruiz, of Arden Motors", "her lawyer, Amit Rao": what stands before the comma; a list stays whole."""
    for i in phrase:
        if doc[i].text == "," and i > phrase.start:
            listed = any(word.lower_ in _JOINTS and word.text != "," for word in doc[i : phrase.stop])
            if not listed or doc[i + 1].pos_ == "ADP":
                return range(phrase.start, i)
    return phrase


def _names_another(doc: Doc, aside: range, actor: int, cast: Cast) -> bool:
    """ "Ray, Lee" where a sentence's object runs into the one who spoke: either's."""
    other = cast.at(word_span(doc[aside.stop - 1])) if aside else None
    is_name = all(doc[i].pos_ == "PROPN" for i in aside)
    return is_name and other not in (None, actor) and cast.actors[other or 0].kind == "person"


def _of_one(heads: list[Token], cast: Cast) -> list[Token]:
    """ "Mayor and former teacher Ann Lee" is one person; "the mayor and Ann Lee" are two."""
    named = cast.references_in(word_span(heads[-1])) if len(heads) > 1 else ()
    if not named:
        return heads
    if _is_second_role(heads[-2], named[0].mention.start):
        return heads[-1:]
    if named[0].phrase.start == named[0].mention.start:
        return heads
    return heads[-1:] if all(map(_is_bare_title, heads[:-1])) else heads


def _is_second_role(first: Token, name: int) -> bool:
    """ "his friend and rival Ann Lee"; not "his friend and the singer Ann Lee", "his wife and agent …"."""
    roles = [first, first.nbor(2)] if first.i + 2 < len(first.doc) and first.nbor().lower_ == "and" else []
    beside = bool(roles) and roles[1].text.islower() and roles[1].idx + len(roles[1]) + 1 == name
    beside = beside and any(child.tag_ == "PRP$" for child in first.lefts)
    kin = any(role.lower_ in KIN_NOUNS for role in roles)
    return beside and not kin and all(_is_role(role) or role.lower_ in SAYING_NOTHING for role in roles)


def _is_bare_title(head: Token) -> bool:
    """Whether it is a title that points at nobody by itself: no "the", "his" or "Dover's" before it."""
    one = head.tag_ in ("NN", "NNP") and _is_role(head)
    return one and not any(child.dep_ in ("det", "poss") for child in head.lefts)


def _is_role(noun: Token) -> bool:
    lemma = noun.lemma_.lower()
    return lemma in PERSON_ROLES or lemma.endswith(_DOERS)


def _may_be_named(head: Token) -> bool:
    """Whether a name in apposition tells who it is: a common noun, an office or a role with a capital."""
    if head.pos_ not in ("PROPN", "PRON") or head.lower_ in OFFICES:
        return True
    return head.lower_ in ROLE_NOUNS and head.i > 0 and head.nbor(-1).pos_ == "PROPN"


def _before_kind(doc: Doc, head: Token, cast: Cast) -> int | None:
    """ "the Associated Press news agency", "the Times newspaper": the house that is called so."""
    first = head.left_edge.i
    if head.lower_ not in _KINDS_OF_HOUSE or doc[first].lower_ != "the":
        return None
    name = doc[first + 1 : head.i - (doc[head.i - 1].lower_ == "news")]
    if not name or any(word.pos_ not in ("PROPN", "ADP", "DET") for word in name):
        return None
    return cast.at(Span(name.start_char, name.end_char))


def _behind_title(doc: Doc, phrase: range, head: Token, cast: Cast) -> int | None:
    """ "U.S. Attorney for Maine Ann Lee": the name that ends the phrase, behind a place or a house."""
    if head.lower_ not in _HELD or head.lemma_.lower().startswith("spokes"):
        return None
    last = word_span(doc[phrase.stop - 1])
    for one in cast.references_in(last):
        first = next(i for i in phrase if word_span(doc[i]).end > one.mention.start)
        if one.mention.end == last.end and _is_field(doc[head.i + 1 : first]):
            return one.actor
        addressed = doc[first - 1].lower_.rstrip(".") in HONORIFICS
        before = doc[first - 1 - addressed]
        is_house = before.pos_ == "PROPN" and before.lower_ not in WORDS_OF_TITLES
        if one.mention.end == last.end and is_house and (addressed or before.ent_type_ == "GPE"):
            return one.actor
    return None


def _is_field(words: TokenSpan) -> bool:
    """ "of entertainment", between "head" and the name: no person, and nobody's in particular."""
    opens = [word.lower_ for word in words[:1]] == ["of"]
    plain = all(word.text.islower() and word.tag_ in _OF_FIELDS for word in words[1:])
    return opens and plain and words[-1].tag_ in ("NN", "NNS") and not _is_role(words[-1])


def heads_in(doc: Doc, phrase: range, cast: Cast) -> Iterator[Token]:
    """The head of the phrase, and of each that is joined to it by "and"."""
    head: Token | None = None
    whole = Span(doc[phrase.start].idx, doc[phrase.stop - 1].idx + 1)
    titles = [Span(one.phrase.start, one.mention.start) for one in cast.references_in(whole)]
    for token in doc[phrase.start : phrase.stop]:
        if meeting(titles, word_span(token)):
            continue  # "Secretary of State Ann Lee"
        if cast.at(word_span(token)) is None:  # what stands inside a name is part of it: "Bank of Leeds"
            if token.text in _JOINTS:
                if head is not None:
                    yield head
                head = None
                continue
            if _ends(token, opened=head is not None):
                break
        is_noun = token.pos_ in _NOUNS or cast.at(word_span(token)) is not None  # "Dunning", taken for a verb
        if is_noun and token.tag_ not in _NO_HEADS and not _stands_beside(token):
            head = token
    if head is not None:
        yield head


def _ends(token: Token, *, opened: bool) -> bool:
    """Whether the word leads on from the head: "of", "who", "wearing"; none does before a head has come."""
    before = token.nbor(-1) if token.i > 0 else token
    if token.is_punct or token.is_space:
        is_dash = token.text in _HYPHENS and bool(before.whitespace_)
        return token.text not in _INSIDE or token.tag_ == "." or is_dash
    if before.text in _HYPHENS and not before.whitespace_:
        return False  # "his Rome-based lawyer"
    return opened and (token.pos_ in _LEAD_ON or token.tag_ in _RELATIVES) and token.tag_ != "POS"


def _stands_beside(token: Token) -> bool:
    """ "Trump himself", "Trump today"."""
    return token.lower_.endswith(("self", "selves")) or token.lower_ in TIMES


def _in_apposition(doc: Doc, phrase: range, head: Token, cast: Cast) -> int | None:
    """The actor named beside a common noun: "the mayor, Ann Lee, said", "said his brother, Tom Ray."."""
    beside = [
        range(child.left_edge.i, child.i + 1)
        for child in head.rights
        if child.dep_ == "appos" and not head.i < head.head.i < child.i  # across the verb
    ]
    beside += _behind_comma(doc, phrase.stop)
    for words in beside:
        heads = list(heads_in(doc, words, cast))
        if len(heads) == 1 and (actor := cast.at(word_span(heads[0]))) is not None:
            return actor
    return None


def _behind_comma(doc: Doc, start: int) -> list[range]:
    """The words between a comma at `start` and the mark that closes them; [] where they are a clause."""
    if start < len(doc) and doc[start].tag_ in _RELATIVES:  # "a friend who is ill, Ann Lee,"
        near = range(start, min(len(doc), start + _LONGEST))
        start = next((i for i in near if doc[i].text in _COMMAS), start)
    if start + 1 >= len(doc) or doc[start].text not in _COMMAS or doc[start + 1].pos_ in _LEAD_ON:
        return []
    for i in range(start + 1, min(len(doc), start + _LONGEST)):
        if doc[i].tag_ in FINITE_OR_MODAL:
            return []
        if _ends(doc[i], opened=i > start + 1):
            return [range(start + 1, i)]
    return []


def word_span(token: Token) -> Span:
    """Where the word stands in the text."""
    return Span(token.idx, token.idx + len(token))
