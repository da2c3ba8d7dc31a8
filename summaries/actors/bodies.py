"""Houses by name that the article also calls by common nouns: "the conservation department", "police"."""

from collections.abc import Iterator, Sequence

from summaries.actors.drafts import ActorDraft
from summaries.actors.page import MarkedText
from summaries.lexicon.groups import KNOWN_BODIES

_SMALL = frozenset(("the", "of", "for", "and", "&", "on"))
_FORCES = frozenset(("police", "constabulary"))


def join_bodies(
    page: MarkedText, named: Sequence[ActorDraft], nouns: Sequence[ActorDraft]
) -> Iterator[ActorDraft]:
    """The drafts of common nouns but for those that mean a named one, whose hits they become."""
    houses = [(draft, _words(page, draft)) for draft in named if draft.kind == "organization"]
    for draft in nouns:
        home = _home(draft, houses)
        if home is None:
            yield draft
        else:
            home.hits += draft.hits


def _words(page: MarkedText, draft: ActorDraft) -> frozenset[str]:
    """Every word of the house's names, in small letters."""
    words = (page.words[hit.start : hit.end] for hit in draft.hits)
    return frozenset(word.casefold() for form in words for word in form) - _SMALL


def _home(draft: ActorDraft, houses: Sequence[tuple[ActorDraft, frozenset[str]]]) -> ActorDraft | None:
    name = (draft.name or "").casefold()
    known = KNOWN_BODIES.get(name)
    said = frozenset(name.split()) - _SMALL
    if known is not None:
        found = [house for house, words in houses if known in words]
    elif draft.kind == "organization" and len(said) > 1:
        found = [house for house, words in houses if said <= words]
    elif name.endswith("police"):
        found = [house for house, words in houses if words & _FORCES and said - _FORCES <= words]
    else:
        found = []
    return found[0] if len(found) == 1 else None
