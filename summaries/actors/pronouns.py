"""Whom "he", "she", "they" and "it" mean, where the text leaves no doubt; elsewhere nobody.

Recency and grammatical parallel, after Lappin and Leass (1994) in small: the subject of the clause before
wins, and two persons who could both be meant are nobody, nor is somebody meant of whom nothing tells whether
"he" fits while another may be. Inside a quotation "he" is not looked for, and its words do not count as way.
"""

from bisect import bisect_left
from collections import Counter, deque
from collections.abc import Sequence
from dataclasses import dataclass

from spacy.tokens import Token

from summaries.actors.acting import head, is_subject
from summaries.actors.binding import (
    acts_on,
    closes_report,
    governs,
    interrupts,
    is_answered,
    is_anybodys,
    stands_before,
)
from summaries.actors.drafts import ActorDraft, Hit
from summaries.actors.page import MarkedText, Part
from summaries.actors.roles import Roles
from summaries.actors.speaking import adds, is_source, is_speaker, tells
from summaries.actors.strangers import Stranger
from summaries.lexicon.persons import HE_FORMS, SHE_FORMS
from summaries.lexicon.tags import SUBJECTS
from summaries.models import ActorKind

_FAR = 60  # of the narrator's words back to the last about somebody: three sentences of news
_PRONOUNS = HE_FORMS | SHE_FORMS | {"they", "it"}
_MEMORY = 24  # mentions; more are not within _FAR of anything
_BESIDE = 4  # tokens from a quotation to the name behind it: “…,” said Ana Ruiz
_ABOUT = 5  # sentences back to somebody else who may be "he" where nothing tells a man from a woman


@dataclass(frozen=True, slots=True)
class _Seen:
    """Somebody was spoken of here: a draft, or a stranger below nought."""

    draft: int
    kind: ActorKind
    female: bool | None
    index: int
    subject: bool
    speaks: bool  # subject of a verb of saying


class Resolver:
    """Walks the tokens in order and gives each pronoun and each description the draft it means."""

    def __init__(
        self, page: MarkedText, drafts: Sequence[ActorDraft], roles: Roles, strangers: Sequence[Stranger] = ()
    ) -> None:
        self._page = page
        self._drafts = drafts
        self._roles = roles
        self._nouns = roles.nouns
        self._strangers = strangers
        self._seen: deque[_Seen] = deque(maxlen=_MEMORY)
        self._met: set[int] = set()
        self._hits = sorted(
            (hit.start, hit.end, number)
            for number, draft in enumerate(drafts)
            for hit in draft.hits
            if page.part[hit.start] is Part.BODY and not page.quoted[hit.start]
        )
        self._heads = {end - 1 for _, end, _ in self._hits}
        self._stops = self._places(strangers)
        self.telling: dict[int, Counter[bool]] = {}  # draft → the pronouns that can be nobody else's
        self.contested: frozenset[int] = frozenset()  # drafts that seemed to be a he and a she

    def _places(self, strangers: Sequence[Stranger]) -> list[int]:
        """The narrator's words that may mean somebody, and those with which a stranger is spoken of."""
        page, meaning = self._page, _PRONOUNS | self._nouns
        told = {index for index in page.narrated if page.words[index].casefold() in meaning}
        met = (bisect_left(page.narrated, stranger.index) for stranger in strangers)
        return sorted(told.union(page.narrated[place] for place in met if place < len(page.narrated)))

    def run(self) -> list[tuple[int, Hit]]:
        """`(draft, hit)` of each pronoun and each "the minister" that could be resolved.

        A second walk forgets the first.
        """
        page = self._page
        self._seen.clear()
        self._met.clear()
        self.telling.clear()
        found: list[tuple[int, Hit]] = []
        waiting, strangers = deque(self._hits), deque(self._strangers)
        for index in self._stops:
            while waiting and waiting[0][0] <= index:
                start, end, number = waiting.popleft()
                self._see(number, head(page, start, end))
            word = page.words[index].casefold()
            answer = self._answer(index, word)
            if answer is not None:
                number, start = answer
                token = page.doc[index]
                acts = is_subject(token)
                found.append((number, Hit(start=start, end=index + 1, opens=start, acts=acts, pronoun=True)))
                self._see(number, token)
            elif word in ("he", "she"):  # of somebody, and so may the next one be
                self._see(-1 - index, page.doc[index], female=word == "she")
            while strangers and strangers[0].index <= index:
                stranger = strangers.popleft()
                if answer is None:
                    self._see(-1 - stranger.index, page.doc[stranger.index], female=stranger.female)
        return found

    def _see(self, number: int, word: Token, *, female: bool | None = None) -> None:
        if word.dep_ in ("compound", "nmod", "amod"):
            return  # "the Keating campaign" is not about Keating
        acting = word.head if word.dep_ == "appos" else word  # "his deputy, Martin Ray, said"
        subject = (is_subject(acting) and not _is_deep(acting.head)) or is_source(acting)
        kind: ActorKind = "person"
        if number >= 0:
            kind, female = self._drafts[number].kind, self._drafts[number].female
            self._met.add(number)
        self._seen.append(
            _Seen(
                number, kind, female, word.i, subject, subject and (is_speaker(acting) or is_source(acting))
            )
        )

    def _answer(self, index: int, word: str) -> tuple[int, int] | None:
        """The draft meant, and the first token of the words that mean it."""
        page, number = self._page, None
        if word in HE_FORMS or word in SHE_FORMS:
            if is_anybodys(page, index):
                return None
            number = self._person(index, female=word in SHE_FORMS)
        elif word == "they":
            number = self._group(index)
        elif word == "it":
            number = self._house(index)
        elif word in self._nouns:
            return self._described(index)
        return None if number is None or number < 0 else (number, index)

    def _described(self, index: int) -> tuple[int, int] | None:
        if index and self._page.words[index - 1] == "-":  # "the co-pilot" is not the pilot
            return None
        people = {seen.draft for seen in self._near(index, ("person",), 2)}
        person = self._roles.meant(index, met=self._met, near=people)
        return person or self._roles.house(index, self._houses(index))

    def _near(self, index: int, kinds: Sequence[ActorKind], sentences: int) -> list[_Seen]:
        page = self._page
        return [
            seen
            for seen in self._seen
            if page.told[index] - page.told[seen.index] <= _FAR
            and page.sentence[index] - page.sentence[seen.index] <= sentences
            and seen.kind in kinds
        ]

    def _person(self, index: int, *, female: bool) -> int | None:
        """This sentence's last subject, else the last sentence's only one, else the only person about."""
        page, near = self._page, self._near(index, ("person",), 2)
        if interrupts(page, index):  # "Ray, he said, was asleep": somebody else said it
            near = [seen for seen in near if self._back(index, seen) > 0]
        near = [
            seen
            for seen in near
            if not (
                acts_on(page, seen.index, index)
                or stands_before(page, seen.index, index)
                or is_answered(page, seen.index, index)
                or (self._back(index, seen) == 0 and not seen.subject and closes_report(page, index))
            )
        ]
        alone = len({seen.draft for seen in near}) == 1 and near[0].draft >= 0 and near[-1].subject
        if alone and not self._may_be_another(index, near[-1], female=female):
            self.telling.setdefault(near[0].draft, Counter())[female] += 1
        near = [seen for seen in near if seen.female in (None, female)]
        for back in range(3):
            there = [seen for seen in near if self._back(index, seen) == back]
            chosen = [seen for seen in there if seen.subject] or there
            if chosen:
                here = back == 0 and chosen[-1].subject
                says = is_speaker(page.doc[index])
                one = self._one(chosen, here=here, says=says)
                if one is not None and self._adds_to_anothers(index, one, near):
                    return None
                if one is not None and not here and self._may_be_another(index, one, female=female):
                    return None
                goes_on = one is not None and says and one.speaks and back == 1 and len(there) == 1
                told = one is not None and (goes_on or self._is_sure(one, near, here=here))
                return one.draft if one is not None and told and not governs(page, one.index, index) else None
        return None

    def _adds_to_anothers(self, index: int, one: _Seen, near: Sequence[_Seen]) -> bool:
        """ "Ray said it sank. Carr nodded. He added": who adds spoke before, and not Carr was the last to."""
        if not adds(self._page.doc[index]):
            return False
        spoke = [seen.draft for seen in near if seen.speaks or tells(self._page.doc[seen.index])]
        return bool(spoke) and spoke[-1] != one.draft

    def _may_be_another(self, index: int, one: _Seen, *, female: bool) -> bool:
        """Whether nothing tells if `one` is a he or a she, and another who was spoken of may be meant.

        Behind a quotation a new paragraph may turn to the other; behind "She left." who may be she is no he.
        """
        if one.female is not None or one.draft < 0:
            return False
        turns = self._may_turn(one.index, index)
        return one.draft in self.contested or any(
            (turns and seen.female in (None, female))
            if seen.draft >= 0
            else seen.female is (not female) and seen.index > one.index
            for seen in self._near(index, ("person",), _ABOUT)
            if seen.draft != one.draft
        )

    def _may_turn(self, first: int, last: int) -> bool:
        """Whether a paragraph ends between the two words, and the first stands beside a quotation in it."""
        page = self._page
        end = next((i for i in range(first, last) if "\n" in page.words[i]), None)
        return end is not None and any(page.quoted[max(0, first - _BESIDE) : end])

    def _back(self, index: int, seen: _Seen) -> int:
        return self._page.sentence[index] - self._page.sentence[seen.index]

    def _one(self, chosen: list[_Seen], *, here: bool, says: bool) -> _Seen | None:
        if len({seen.draft for seen in chosen}) == 1 or here:
            return chosen[-1]
        for fewer in (
            [seen for seen in chosen if seen.female is not None],
            [seen for seen in chosen if says and seen.speaks],
        ):
            if len({seen.draft for seen in fewer}) == 1:
                return fewer[-1]
        return None

    def _is_sure(self, one: _Seen, near: Sequence[_Seen], *, here: bool) -> bool:
        """Whether the pronoun fits for sure, or could be nobody else's."""
        if one.female is not None:
            return True
        others = [seen for seen in near if seen.draft != one.draft]
        if any(seen.female is None for seen in others) and not here:
            return False
        # Somebody whom the pronoun fits may have been passed by only as an object, before.
        when = self._page.sentence[one.index]
        return all(
            seen.female is None or (not seen.subject and self._page.sentence[seen.index] < when)
            for seen in others
        )

    def _group(self, index: int) -> int | None:
        """The only group that did something of late; of several, the one that spoke, if "they" speak now."""
        subjects = [seen for seen in self._near(index, ("group",), 1) if seen.subject]
        if is_speaker(self._page.doc[index]):
            speakers = [seen for seen in subjects if seen.speaks]
            if len({seen.draft for seen in speakers}) == 1:
                return speakers[-1].draft
        if len({seen.draft for seen in subjects}) != 1:
            return None
        return None if self._others_act(subjects[0].index, index, _PLURAL) else subjects[-1].draft

    def _house(self, index: int) -> int | None:
        """The one house or state that did something in this sentence or the one before, where "it" speaks."""
        if not is_speaker(self._page.doc[index]):
            return None
        near = self._near(index, ("organization", "state"), 1)
        subjects = [seen for seen in near if seen.subject]
        if len({seen.draft for seen in near}) != 1 or not subjects:
            return None
        return None if self._others_act(subjects[0].index, index, _THINGS) else subjects[-1].draft

    def _houses(self, index: int) -> list[int]:
        """The houses and groups spoken of in this sentence and the two before, the last first."""
        near = self._near(index, ("organization", "group"), 2)
        return list(dict.fromkeys(seen.draft for seen in reversed(near)))

    def _others_act(self, first: int, last: int, tags: Sequence[str]) -> bool:
        """Whether something else was a subject between: "government buses arrived"."""
        return any(
            token.tag_ in tags and token.dep_ in SUBJECTS and token.i not in self._heads
            for token in self._page.doc[first:last]
        )


_PLURAL = ("NNS", "NNPS")
_THINGS = ("NN", "NNP")


def _is_deep(verb: Token) -> bool:
    """Whether it is a clause of time or reason in a relative clause: who acts there is told in passing."""
    return verb.dep_ == "advcl" and verb.head.dep_ == "relcl"
