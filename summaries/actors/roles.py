"""Whom "the minister", "the Vermont senator" and "the company" mean: the one actor whom the words fit.

A person's roles are the nouns of the titles and appositions that the article gives them. Where two bear the
role, where the phrase says more than is known of its bearer, or where the article speaks of somebody unnamed
by it ("an officer"), nobody is meant.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence

from summaries.actors.descriptions import phrases_about
from summaries.actors.drafts import ActorDraft
from summaries.actors.page import MarkedText
from summaries.actors.strangers import Stranger, is_brought_in
from summaries.lexicon.around import DEPUTY, DETERMINERS, GOES_ON, PAST
from summaries.lexicon.people import TITLE_PARTS
from summaries.lexicon.roles import (
    ANY_HOUSE,
    FULL_TITLES,
    HOUSE_ROLES,
    HOUSES_BY_NAME,
    NO_GROUP,
    NOT_TRADING,
    PERSON_ROLES,
    TRADING_HOUSES,
)

_NEUTRAL = frozenset(("JJ", "JJS", "CD", "HYPH", "VBN", "VBG"))
_MODIFIERS = _NEUTRAL | {"NN", "NNP"}
_SAYS_WHICH = frozenset(("of", "behind", "responsible"))  # "the group behind the attack"
_OF_WHAT = 4  # tokens behind the noun: "of the other ferry"
_OTHERS = frozenset(("other", "another", "second", "rival", "opposing"))
_LONGEST = 6  # tokens before the noun
Phrase = tuple[str, ...]


class Roles:
    """What each actor is said to be, asked for a noun phrase at a time."""

    def __init__(self, page: MarkedText, drafts: Sequence[ActorDraft], strangers: Sequence[Stranger]) -> None:
        self._page = page
        self._bearers: dict[str, dict[int, list[Phrase]]] = defaultdict(dict)
        self._words: dict[int, frozenset[str]] = {}  # of a house's names
        self._named: dict[str, set[int]] = defaultdict(set)  # noun → houses that have it in their name
        for number, draft in enumerate(drafts):
            self._learn(number, draft)
        self._unnamed = {
            page.words[stranger.index].casefold()
            for stranger in strangers
            if is_brought_in(page.doc[stranger.index])
        }

    @property
    def nouns(self) -> frozenset[str]:
        """The words that may be the head of a description at all, in small letters."""
        return HOUSE_ROLES.union(self._bearers)

    def meant(self, index: int, *, met: Collection[int], near: Collection[int]) -> tuple[int, int] | None:
        """`(draft, first token)` of the person whom the phrase that ends at `index` means.

        `met`: drafts that were named before; `near`: those of the sentences just before.
        """
        head = self._page.words[index].casefold()
        if head not in self._bearers or head not in PERSON_ROLES or head in self._unnamed:
            return None
        start = self._start(index)
        if start is None:
            return None
        said = [self._page.words[place].casefold() for place in range(start + 1, index)]
        fits = self._fitting(index, head, said)
        if len(fits) > 1:  # who is named below is not meant yet
            fits = {number: phrase for number, phrase in fits.items() if number in met} or fits
        telling = self._telling(start + 1, index)
        exact = [number for number, phrase in fits.items() if telling <= set(phrase)]
        if telling and len(exact) == 1:
            number = exact[0]
        elif len(fits) == 1 and (not telling or next(iter(fits)) in near):
            number = next(iter(fits))
        else:
            return None
        known = number in met or {*fits[number]} - {head, *said} <= DETERMINERS
        return (number, start) if known else None

    def house(self, index: int, near: Sequence[int]) -> tuple[int, int] | None:
        """`(draft, first token)` of the house that "the union", "the company", "the group" means.

        The one that has the noun in its name or description; else the only one of `near`, spoken of lately.
        """
        word = self._page.words[index].casefold()
        if word not in HOUSE_ROLES or index == 0:
            return None
        token = self._page.doc[index]
        following = self._page.words[index + 1 : index + 2]
        if self._page.words[index - 1].casefold() != "the" or token.dep_ in ("compound", "nmod", "amod"):
            return None
        if following and (following[0] in GOES_ON or following[0] in _SAYS_WHICH):
            return None
        named = self._named.get(word) or self._bearers.get(word) or ()
        found = list(named) or [number for number in near if self._may_be(number, word)]
        return (found[0], index - 1) if len(found) == 1 else None

    def _learn(self, number: int, draft: ActorDraft) -> None:
        page = self._page
        if draft.kind == "organization":
            forms = {page.words[place] for hit in draft.hits for place in range(hit.start, hit.end)}
            self._words[number] = frozenset(word.casefold().rstrip(".") for word in forms)
            for word in self._words[number] & HOUSES_BY_NAME:
                self._named[word].add(number)
        for start, end in phrases_about(page, draft.hits, person=draft.kind == "person"):
            words = [page.words[place].casefold().rstrip(".") for place in range(start, end)]
            phrase = tuple(FULL_TITLES.get(word, word) for word in words)
            until = next((at for at in range(len(phrase)) if page.doc[start + at].tag_ in ("IN", "TO")), end)
            nouns = [word for word in phrase[:until] if word in PERSON_ROLES or word in HOUSE_ROLES]
            jobs = [word for word in nouns[:-1] if word in PERSON_ROLES] if draft.kind == "person" else []
            for head in (*jobs, *nouns[-1:]):
                self._bearers[head].setdefault(number, []).append(phrase)

    def _start(self, index: int) -> int | None:
        """Where the phrase begins with "the"; None where it does not, or goes on behind the noun."""
        page = self._page
        token, following = page.doc[index], page.words[index + 1 : index + 2]
        if token.tag_ not in ("NN", "NNP") or token.dep_ in ("compound", "amod", "nmod", "appos"):
            return None
        if following and following[0] in GOES_ON:
            return None
        start = index - 1
        while start > 0 and index - start <= _LONGEST and page.doc[start].tag_ in _MODIFIERS:
            start -= 1
        return start if start >= 0 and page.words[start].casefold() == "the" else None

    def _fitting(self, index: int, head: str, said: Sequence[str]) -> dict[int, Phrase]:
        """Bearers of the role of whom nothing in the phrase is untrue: a former one is not the one."""
        behind = tuple(word.casefold() for word in self._page.words[index + 1 : index + 1 + _OF_WHAT])
        fits: dict[int, Phrase] = {}
        for number, phrases in self._bearers[head].items():
            for phrase in phrases:
                past = PAST.isdisjoint(phrase) is PAST.isdisjoint(said)
                deputy = set(phrase) & DEPUTY <= set(said)
                place = phrase.index(head)
                of = _is_of_same(phrase[place + 1 :], behind)
                if past and deputy and of:
                    fits.setdefault(number, phrase)
        return fits

    def _telling(self, start: int, end: int) -> set[str]:
        """The modifiers that say which: "prime", "Vermont", "bus", but not "veteran" or "34-year-old"."""
        page = self._page
        return {
            page.words[place].casefold()
            for place in range(start, end)
            if not (page.doc[place].tag_ in _NEUTRAL or self._is_half(place))
            or page.words[place][0].isupper()
            or page.words[place].casefold() in TITLE_PARTS
        } - PAST

    def _is_half(self, place: int) -> bool:
        """ "the prize-winning author": of no prize that her title would name."""
        behind = self._page.doc[place + 1 : place + 3]
        return len(behind) == 2 and behind[0].text == "-" and behind[1].tag_ in ("VBG", "VBN")

    def _may_be(self, number: int, word: str) -> bool:
        """Whether nothing in the house's name speaks against the noun; a crowd is "the group"."""
        if number not in self._words:
            return word == "group"
        if word in TRADING_HOUSES:
            return self._words[number].isdisjoint(NOT_TRADING)
        return word in ANY_HOUSE and self._words[number].isdisjoint(NO_GROUP)


def _is_of_same(known: Phrase, behind: Phrase) -> bool:
    """Whether a role fits one "of the ferry": named without it, it is of none that is told from another."""
    if behind[:1] != ("of",):
        return _OTHERS.isdisjoint(known[:_OF_WHAT])
    told = [word for word in behind[1:] if word not in DETERMINERS]
    return bool(told) and known[:1] == behind[:1] and told[0] in known
