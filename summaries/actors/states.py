"""States that act: by name, by their people, their government, or their capital where it acts."""

from collections import Counter

from summaries.actors.acting import head, is_party, is_subject, is_where
from summaries.actors.drafts import ActorDraft, Hit
from summaries.actors.names import Name
from summaries.actors.nouns import Noun, government_of, is_bare_government
from summaries.actors.page import MarkedText
from summaries.lexicon.places import CAPITALS, COUNTRIES, DOUBTFUL_COUNTRIES, PEOPLES, SEATS

_CONTINENT = frozenset(("America", "Americas"))
_PARTS_OF_LAND = frozenset(("latin", "south", "north", "central"))


def draft_states(page: MarkedText, names: list[Name], nouns: list[Noun]) -> list[ActorDraft]:
    """One draft a state that acts at least once; `names` are those of places and peoples."""
    drafts: dict[str, ActorDraft] = {}

    def add(country: str, hit: Hit) -> None:
        drafts.setdefault(country, ActorDraft(kind="state", name=country)).hits.append(hit)

    governments: Counter[str] = Counter()
    for noun in nouns:
        country = government_of(page, noun)
        if country is not None:
            governments[country] += 1
            add(country, Hit(start=noun.start, end=noun.end, opens=noun.start, acts=noun.acts))
    for name in names:
        found = _state_hit(page, name)
        if found is not None:
            add(*found)
    whose = _whose(governments, drafts)
    if whose is not None:
        for noun in nouns:
            if is_bare_government(page, noun) and government_of(page, noun) is None:
                add(whose, Hit(start=noun.start, end=noun.end, opens=noun.start, acts=noun.acts))
    return [draft for draft in drafts.values() if draft.acts]


def _state_hit(page: MarkedText, name: Name) -> tuple[str, Hit] | None:
    text = " ".join(page.words[name.start : name.end])
    word = head(page, name.start, name.end)
    if word.dep_ in ("compound", "amod", "nmod", "npadvmod") and word.head.i >= name.end:
        return None  # "U.S. troops", "Britain-based"
    if text in _CONTINENT and _is_of_continent(page, name.start):
        return None
    article = name.start > 0 and page.words[name.start - 1].casefold() == "the"
    acts = is_subject(word) or is_party(word)
    if text in COUNTRIES and not (
        text in DOUBTFUL_COUNTRIES and DOUBTFUL_COUNTRIES[text].isdisjoint(page.words)
    ):
        if is_where(page, name.start, name.end) or page.words[name.start - 1] in ("from", "at"):
            return None
        start = name.start - 1 if article else name.start
        return COUNTRIES[text], Hit(start=name.start, end=name.end, opens=start, acts=acts)
    if text in SEATS:
        return SEATS[text], Hit(start=name.start, end=name.end, opens=name.start - article, acts=acts)
    if text in PEOPLES and article and acts:
        return PEOPLES[text], Hit(start=name.start - 1, end=name.end, opens=name.start - 1, acts=True)
    if text in CAPITALS and acts and not article:
        return CAPITALS[text], Hit(start=name.start, end=name.end, opens=name.start, acts=True)
    return None


def _is_of_continent(page: MarkedText, start: int) -> bool:
    """ "Latin America", "the Summit of the America(s)": of the land, and not of the state."""
    before = page.words[start - 1].casefold()
    return before in _PARTS_OF_LAND or (before == "the" and page.words[start - 2].casefold() == "of")


def _whose(governments: Counter[str], drafts: dict[str, ActorDraft]) -> str | None:
    """Whose "the government" is: the only one named so, else the only state that acts."""
    if governments:
        (first, most), *others = governments.most_common(2)
        return first if not others or most > others[0][1] else None
    acting = [country for country, draft in drafts.items() if draft.acts]
    return acting[0] if len(acting) == 1 else None
