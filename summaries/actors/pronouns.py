"""Whom "he", "they" and "the minister" mean, where the text leaves no doubt; elsewhere nobody.

Recency and grammatical parallel, after Lappin and Leass (1994) in small: the subject of the clause before
wins, and two persons who could both be meant are nobody. Inside a quotation "he" is not looked for.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from summaries.actors.acting import head, is_subject
from summaries.actors.drafts import Draft, Hit
from summaries.actors.page import Page, Part
from summaries.lexicon.groups import ROLE_NOUNS

_MEN, _WOMEN = frozenset(("he", "him", "his", "himself")), frozenset(("she", "her", "hers", "herself"))
_MANY = frozenset(("they",))
_FAR = 60  # tokens back to the last word about somebody: three sentences of news


@dataclass(slots=True)
class _Seen:
    draft: int
    index: int
    subject: bool
    sentence: int


class Resolver:
    """Walks the tokens in order and gives each pronoun the draft it means."""

    def __init__(self, page: Page, drafts: Sequence[Draft]) -> None:
        self._page = page
        self._drafts = drafts
        self._seen: list[_Seen] = []
        self._hits = sorted(
            (hit.start, hit.end, number)
            for number, draft in enumerate(drafts)
            for hit in draft.hits
            if page.part[hit.start] is Part.BODY
        )
        self._heads = {end - 1 for _, end, _ in self._hits}
        self._roles: dict[str, int | None] = {}

    def run(self, roles: dict[str, int | None]) -> list[tuple[int, Hit]]:
        """`(draft, hit)` of each pronoun and role ("the minister") that could be resolved."""
        self._roles = roles
        found: list[tuple[int, Hit]] = []
        waiting = iter(self._hits)
        following = next(waiting, None)
        sentence = 0
        for index, word in enumerate(self._page.words):
            sentence += bool(self._page.doc[index].is_sent_start)
            while following is not None and following[0] <= index:
                self._note(following[2], following[0], following[1], sentence)
                following = next(waiting, None)
            if self._page.part[index] is not Part.BODY or self._page.quoted[index]:
                continue
            answer = self._answer(index, word.casefold(), sentence)
            if answer is not None:
                number, start = answer
                token = self._page.doc[index]
                found.append(
                    (
                        number,
                        Hit(start=start, end=index + 1, opens=start, acts=is_subject(token), pronoun=True),
                    )
                )
                self._seen.append(_Seen(number, index, is_subject(token), sentence))
        return found

    def _note(self, number: int, start: int, end: int, sentence: int) -> None:
        word = head(self._page, start, end)
        if word.dep_ in ("compound", "nmod", "amod"):
            return  # "the Keating campaign" is not about Keating
        if self._page.quoted[start]:
            return
        self._seen.append(_Seen(number, start, is_subject(word), sentence))

    def _answer(self, index: int, word: str, sentence: int) -> tuple[int, int] | None:
        if word in _MEN or word in _WOMEN:
            number = self._person(index, sentence, female=word in _WOMEN)
            return None if number is None else (number, index)
        if word in _MANY:
            number = self._group(index, sentence)
            return None if number is None else (number, index)
        if word in self._roles and index and self._page.words[index - 1].casefold() == "the":
            number = self._roles[word]
            return (
                None
                if number is None or not self._ends_phrase(self._page.doc[index])
                else (number, index - 1)
            )
        return None

    def _ends_phrase(self, token: Token) -> bool:
        after = token.i + 1
        return token.dep_ not in ("compound", "amod", "nmod") and (
            after >= len(self._page.words) or self._page.words[after] not in ("of", "for", "'s", "’s", "who")
        )

    def _person(self, index: int, sentence: int, *, female: bool) -> int | None:
        near = [
            seen
            for seen in self._seen[-12:]
            if index - seen.index <= _FAR
            and sentence - seen.sentence <= 2
            and self._drafts[seen.draft].kind == "person"
            and self._drafts[seen.draft].female in (None, female)
        ]
        return self._pick(near, sentence)

    def _group(self, index: int, sentence: int) -> int | None:
        near = [
            seen
            for seen in self._seen[-12:]
            if index - seen.index <= _FAR
            and sentence - seen.sentence <= 1
            and self._drafts[seen.draft].kind == "group"
        ]
        subjects = [seen for seen in near if seen.subject]
        if len({seen.draft for seen in subjects}) != 1 or self._others_act(
            index, {seen.index for seen in subjects}
        ):
            return None
        return subjects[-1].draft

    def _others_act(self, index: int, known: set[int]) -> bool:
        """Whether something else in the plural was a subject since: "government buses arrived"."""
        doc = self._page.doc
        first = min(known)
        return any(
            token.tag_ in ("NNS", "NNPS")
            and token.dep_ in ("nsubj", "nsubjpass")
            and token.i not in self._heads
            for token in doc[first:index]
        )

    def _pick(self, near: list[_Seen], sentence: int) -> int | None:
        """This sentence's last subject, else the last sentence's only one, else the only person about."""
        for back in range(3):
            group = [seen for seen in near if sentence - seen.sentence == back]
            subjects = [seen for seen in group if seen.subject]
            chosen = subjects or group
            if not chosen:
                continue
            told = [seen for seen in chosen if self._drafts[seen.draft].female is not None]
            several = len({seen.draft for seen in chosen}) > 1
            if not several:
                return chosen[-1].draft
            if len({seen.draft for seen in told}) == 1:
                return told[-1].draft
            return chosen[-1].draft if back == 0 and subjects else None
        return None


def roles_of(
    page: Page, described: Sequence[tuple[int, int] | None], drafts: Sequence[Draft]
) -> dict[str, int | None]:
    """Head of a description, as "minister", → the one person who is described by it; None where two are."""
    roles: dict[str, int | None] = {}
    for number, span in enumerate(described):
        if span is None or drafts[number].kind != "person":
            continue
        role = _role(page, *span)
        if role is not None:
            roles[role] = None if roles.get(role, number) != number else number
    return roles


def _role(page: Page, start: int, end: int) -> str | None:
    """The last role word before a preposition: "minister" of "deputy prime minister of Norway"."""
    found = None
    for index in range(start, end):
        if page.doc[index].tag_ == "IN":
            break
        low = page.words[index].casefold()
        found = low if low in ROLE_NOUNS else found
    return found
