"""Houses by name that the article also calls by common nouns: "the conservation department", "police"."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence

from summaries.actors.drafts import ActorDraft
from summaries.actors.page import MarkedText
from summaries.lexicon.groups import KNOWN_BODIES

_SMALL = frozenset(("the", "of", "for", "and", "&", "on"))
_FORCES = frozenset(("police", "constabulary"))


def join_bodies(
    page: MarkedText, named: Sequence[ActorDraft], nouns: Sequence[ActorDraft]
) -> Iterator[ActorDraft]:
    """The drafts of common nouns but for those that mean a named one, whose hits they become."""
    houses = _Houses(page, named)
    for draft in nouns:
        home = houses.meant_by(draft)
        if home is None:
            yield draft
        else:
            own = {hit.start for hit in home.hits}
            home.hits += [hit for hit in draft.hits if own.isdisjoint(range(hit.start, hit.end))]


class _Houses:
    """Houses by each word of their names, in small letters."""

    def __init__(self, page: MarkedText, named: Sequence[ActorDraft]) -> None:
        self._houses: list[tuple[ActorDraft, frozenset[str]]] = []
        self._having: dict[str, list[int]] = defaultdict(list)
        for draft in named:
            if draft.kind == "organization":
                forms = (page.words[hit.start : hit.end] for hit in draft.hits)
                words = frozenset(word.casefold() for form in forms for word in form) - _SMALL
                for word in words:
                    self._having[word].append(len(self._houses))
                self._houses.append((draft, words))

    def meant_by(self, draft: ActorDraft) -> ActorDraft | None:
        """The only house that the nouns can mean."""
        name = (draft.name or "").casefold()
        said = frozenset(name.split()) - _SMALL
        if name in KNOWN_BODIES:
            found = self._with({KNOWN_BODIES[name]})
        elif name.endswith("news agency"):
            found = [house for word in said for house in self._with({word}) if self._words(house) <= said]
        elif draft.kind == "organization" and len(said) > 1:
            found = self._with(said)
        elif name.endswith("police"):
            town = said - _FORCES
            found = [house for force in _FORCES for house in self._with(town | {force})]
        else:
            found = []
        return self._houses[found[0]][0] if len(set(found)) == 1 else None

    def _with(self, words: Collection[str]) -> list[int]:
        """Those that have all the words."""
        rarest = min((self._having.get(word, []) for word in words), key=len)
        return [house for house in rarest if self._words(house).issuperset(words)]

    def _words(self, house: int) -> frozenset[str]:
        return self._houses[house][1]
