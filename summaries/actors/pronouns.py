"""Whom "he", "they" and "the minister" mean, where the text leaves no doubt; elsewhere nobody.

Recency and grammatical parallel, after Lappin and Leass (1994) in small: the subject of the clause before
wins, and two persons who could both be meant are nobody. Inside a quotation "he" is not looked for.
"""

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from summaries.actors.acting import head, is_subject
from summaries.actors.drafts import Draft, Hit
from summaries.actors.page import Page, Part
from summaries.lexicon.cues import PLAIN_CUES
from summaries.lexicon.groups import ROLE_NOUNS
from summaries.lexicon.people import TITLE_PARTS
from summaries.models import ActorKind

_MEN, _WOMEN = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
_MANY = frozenset(("they",))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_GOES_ON = tuple((word,) for word in ("of", "for", "'s", "’s", "who"))  # "the leader of" somebody else
_FAR = 60  # tokens back to the last word about somebody: three sentences of news
_MEMORY = 12  # mentions; more are not within _FAR of anything


@dataclass(frozen=True, slots=True)
class _Seen:
    """Somebody was spoken of here."""

    draft: int
    index: int
    sentence: int
    subject: bool
    speaks: bool  # subject of a verb of saying


class Resolver:
    """Walks the tokens in order and gives each pronoun the draft it means."""

    def __init__(self, page: Page, drafts: Sequence[Draft], roles: Mapping[str, int | None]) -> None:
        self._page = page
        self._drafts = drafts
        self._roles = roles
        self._seen: deque[_Seen] = deque(maxlen=_MEMORY)
        self._met: set[int] = set()
        self._sentence = 0
        self._hits = sorted(
            (hit.start, hit.end, number)
            for number, draft in enumerate(drafts)
            for hit in draft.hits
            if page.part[hit.start] is Part.BODY and not page.quoted[hit.start]
        )
        self._heads = {end - 1 for _, end, _ in self._hits}

    def run(self) -> list[tuple[int, Hit]]:
        """`(draft, hit)` of each pronoun and each "the minister" that could be resolved."""
        page = self._page
        found: list[tuple[int, Hit]] = []
        waiting = deque(self._hits)
        for index, word in enumerate(page.words):
            self._sentence += bool(page.doc[index].is_sent_start)
            while waiting and waiting[0][0] <= index:
                start, end, number = waiting.popleft()
                self._see(number, head(page, start, end))
            if page.part[index] is not Part.BODY or page.quoted[index]:
                continue
            answer = self._answer(index, word.casefold())
            if answer is not None:
                number, start = answer
                token = page.doc[index]
                acts = is_subject(token)
                found.append((number, Hit(start=start, end=index + 1, opens=start, acts=acts, pronoun=True)))
                self._see(number, token)
        return found

    def _see(self, number: int, word: Token) -> None:
        if word.dep_ in ("compound", "nmod", "amod"):
            return  # "the Keating campaign" is not about Keating
        subject = is_subject(word)
        speaks = subject and _is_speech(word)
        self._seen.append(_Seen(number, word.i, self._sentence, subject, speaks))
        self._met.add(number)

    def _answer(self, index: int, word: str) -> tuple[int, int] | None:
        """The draft meant, and the first token of the words that mean it."""
        if word in _MEN or word in _WOMEN:
            number, start = self._person(index, female=word in _WOMEN), index
        elif word in _MANY:
            number, start = self._group(index), index
        elif word in ROLE_NOUNS:
            number, start = self._bearer(index, word)
        else:
            return None
        return None if number is None else (number, start)

    def _bearer(self, index: int, role: str) -> tuple[int | None, int]:
        """Who "the prime minister" is, if he was spoken of before and the phrase ends there."""
        words, start = self._page.words, index - 1
        while start > 0 and words[start].casefold() in TITLE_PARTS:
            role = f"{words[start].casefold()} {role}"
            start -= 1
        token = self._page.doc[index]
        whole = (
            token.dep_ not in ("compound", "amod", "nmod") and words[index + 1 : index + 2] not in _GOES_ON
        )
        number = self._roles.get(role)
        told = whole and start >= 0 and words[start].casefold() == "the" and number in self._met
        return (number if told else None), start

    def _near(self, index: int, kind: ActorKind, sentences: int) -> list[_Seen]:
        return [
            seen
            for seen in self._seen
            if index - seen.index <= _FAR
            and self._sentence - seen.sentence <= sentences
            and self._drafts[seen.draft].kind == kind
        ]

    def _person(self, index: int, *, female: bool) -> int | None:
        """This sentence's last subject, else the last sentence's only one, else the only person about."""
        near = [seen for seen in self._near(index, "person", 2) if self._fits(seen.draft, female=female)]
        for back in range(3):
            there = [seen for seen in near if self._sentence - seen.sentence == back]
            chosen = [seen for seen in there if seen.subject] or there
            if chosen:
                return self._one(chosen, here=back == 0 and chosen[-1].subject)
        return None

    def _fits(self, draft: int, *, female: bool) -> bool:
        return self._drafts[draft].female in (None, female)

    def _one(self, chosen: list[_Seen], *, here: bool) -> int | None:
        if len({seen.draft for seen in chosen}) == 1 or here:
            return chosen[-1].draft
        told = [seen for seen in chosen if self._drafts[seen.draft].female is not None]
        return told[-1].draft if len({seen.draft for seen in told}) == 1 else None

    def _group(self, index: int) -> int | None:
        """The only group that did something of late; of several, the one that spoke, if "they" speak now."""
        subjects = [seen for seen in self._near(index, "group", 1) if seen.subject]
        if _is_speech(self._page.doc[index]):
            speakers = [seen for seen in subjects if seen.speaks]
            if len({seen.draft for seen in speakers}) == 1:
                return speakers[-1].draft
        if len({seen.draft for seen in subjects}) != 1 or self._others_act(subjects[0].index, index):
            return None
        return subjects[-1].draft

    def _others_act(self, first: int, last: int) -> bool:
        """Whether something else in the plural was a subject between: "government buses arrived"."""
        return any(
            token.tag_ in ("NNS", "NNPS") and token.dep_ in _SUBJECTS and token.i not in self._heads
            for token in self._page.doc[first:last]
        )


def _is_speech(word: Token) -> bool:
    return word.dep_ == "nsubj" and word.head.lemma_ in PLAIN_CUES


def roles_of(
    page: Page, described: Sequence[tuple[int, int] | None], drafts: Sequence[Draft]
) -> dict[str, int | None]:
    """Head of a description, as "minister", → the one person who is described by it; None where two are."""
    roles: dict[str, int | None] = {}
    for number, span in enumerate(described):
        if span is None or drafts[number].kind != "person":
            continue
        for role in _roles(page, *span):
            roles[role] = None if roles.get(role, number) != number else number
    return roles


def _roles(page: Page, start: int, end: int) -> list[str]:
    """ "minister" and "prime minister" of "prime minister of Norway": what stands before a preposition."""
    words = [page.words[index].casefold() for index in range(start, end)]
    until = next((place for place in range(len(words)) if page.doc[start + place].tag_ == "IN"), len(words))
    last = next((place for place in reversed(range(until)) if words[place] in ROLE_NOUNS), None)
    if last is None:
        return []
    first = last
    while first > 0 and words[first - 1] in TITLE_PARTS:
        first -= 1
    return [" ".join(words[place : last + 1]) for place in range(first, last + 1)]
