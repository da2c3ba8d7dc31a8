"""Which group or body a common noun names: by the words before it that tell whose or of what kind.

"Selwick police", "election observers" and "rebel spokesmen" are groups of their own; "weary nurses" are
nurses. Without such a word the noun means the one group of the article that is called so.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from summaries.actors.drafts import ActorDraft, Hit
from summaries.actors.joints import POSSESSIVES
from summaries.actors.nouns import Noun
from summaries.actors.page import MarkedText
from summaries.lexicon.around import ARMED, LEANING
from summaries.lexicon.groups import BODY_NOUNS, GOVERNMENT_NOUNS, GROUP_NOUNS, QUANTITIES, UNNAMED_BODIES
from summaries.lexicon.places import ADJECTIVES, REGIONAL
from summaries.models import ActorKind

# "Syria" → "Syrian": its army is "the Syrian army", too.
_OF_NATIONS = {country: adjective for adjective, country in reversed(ADJECTIVES.items())}
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_NAMES = frozenset(("NNP", "NNPS"))
_ADJECTIVES = frozenset(("JJ", "VBN", "VBG"))
_NATIONS = frozenset(ADJECTIVES) | REGIONAL
_ONLY_NAMED = frozenset(("inquiry",))  # "the Elm Tunnel inquiry", but no "murder inquiry"
_SERVED = frozenset(("police",))  # of a town: an article has one


@dataclass(frozen=True, slots=True)
class _Called:
    """One mention of a group, and what it is called there."""

    noun: Noun
    core: int  # the first of the words that name it
    name: str
    own: bool  # whether a name, a nation or an owner tells which


def draft_groups(page: MarkedText, nouns: Sequence[Noun]) -> list[ActorDraft]:
    """One draft a group or body that acts at least once."""
    drafts: dict[str, ActorDraft] = {}
    groups = []
    for noun in nouns:
        if noun.head in BODY_NOUNS:
            core, key = _body(page, noun)
            named = noun.head not in _ONLY_NAMED or not key.islower()
            if named and key.casefold() not in UNNAMED_BODIES:
                hit = Hit(start=noun.start, end=noun.end, opens=noun.start, acts=noun.acts, core=core)
                _add(drafts, key, "organization", hit)
        elif noun.head not in GOVERNMENT_NOUNS:
            groups.append(noun)
    known = {noun.head for noun in groups}
    called = [_called(page, noun, known) for noun in groups]
    names = _joined(called)
    for each in called:
        noun = each.noun
        hit = Hit(start=noun.start, end=noun.end, opens=noun.start, acts=noun.acts, core=each.core)
        _add(drafts, names[_key(each.name)], "group", hit)
    return [draft for draft in drafts.values() if draft.acts]


def _add(drafts: dict[str, ActorDraft], name: str, kind: ActorKind, hit: Hit) -> None:
    drafts.setdefault(name, ActorDraft(kind=kind, name=name)).hits.append(hit)


def _called(page: MarkedText, noun: Noun, known: Collection[str]) -> _Called:
    last = noun.end - 1
    kin = f"{page.words[last - 1].casefold()}s" if noun.start < last else ""
    if noun.head in ARMED and kin in known:
        return _Called(noun=noun, core=last - 1, name=kin, own=False)
    core = _core(page, noun)
    telling = range(core, last)
    name = page.article.text[page.doc[core].idx : page.doc[last].idx] + noun.head
    return _Called(
        noun=noun,
        core=core,
        name=" ".join((name[0].lower() + name[1:] if _is_small(page, core) else name).split()),
        own=any(page.doc[index].tag_ in _NAMES or page.words[index] in _NATIONS for index in telling),
    )


def _core(page: MarkedText, noun: Noun) -> int:
    """Where the words begin that tell which: nouns, a nation, an owner; before some heads an adjective."""
    last = core = noun.end - 1
    for index in range(last - 1, noun.start - 1, -1):
        token, word = page.doc[index], page.words[index]
        if word in POSSESSIVES:
            return _owner(page, noun.start, index, core)
        if word == "-" or page.words[index - 1] == "-":
            break  # "pro-government"
        leans = noun.head in LEANING and core == last and token.tag_ in _ADJECTIVES
        # "public health nurses", but "top Sanders aides"
        telling = token.head.tag_ == "NN" or token.head.text in _NATIONS  # "North Korean"
        inner = token.tag_ == "JJ" and core <= token.head.i < last and telling
        if word.casefold() in QUANTITIES or not (
            token.tag_ in _NOUNS
            or token.dep_ == "compound"
            or word in _NATIONS
            or ((leans or inner) and word.isalpha())
        ):
            break
        core = index
    return core


def _owner(page: MarkedText, start: int, mark: int, core: int) -> int:
    """ "Ann Lee" of "Ann Lee’s aides"; of "the village’s aides" nobody."""
    index = mark
    while index > start and (page.doc[index - 1].tag_ in _NAMES or page.words[index - 1] == "&"):
        index -= 1
    return index if index < mark else core


def _key(name: str) -> str:
    """ "Harbour’s owners" are "Harbour owners"."""
    return " ".join(word.removesuffix("’s").removesuffix("'s") for word in name.casefold().split())


def _is_small(page: MarkedText, index: int) -> bool:
    """Whether the word owes its capital to the sentence alone."""
    word, low = page.words[index], page.words[index].casefold()
    proper = page.doc[index].tag_ in _NAMES and low not in page.small and low not in GROUP_NOUNS
    named = proper or word in _NATIONS or page.doc[index].ent_type_ in ("GPE", "ORG", "NORP", "PERSON")
    return page.opens[index] and word.istitle() and not named


def _joined(called: Sequence[_Called]) -> dict[str, str]:
    """Key of a name → the name of its group."""
    said = Counter(_key(each.name) for each in called)
    first: dict[str, _Called] = {}
    heads: dict[str, list[str]] = defaultdict(list)
    for each in called:
        key = _key(each.name)
        if first.setdefault(key, each) is each and key != each.noun.head:
            heads[each.noun.head].append(key)
    names = {key: each.name for key, each in first.items()}
    order = {key: place for place, key in enumerate(first)}
    for head, keys in heads.items():
        for key, longer in _fuller(keys).items():
            if len(longer) == 1 and order[longer[0]] < order[key]:
                names[key] = names[longer[0]]
        alone = [key for key in keys if names[key] == first[key].name]
        if head not in first or len(alone) != 1 or head in LEANING:
            continue
        told, before = alone[0], order[alone[0]] < order[head]
        if first[told].own:
            if before or head in _SERVED:
                names[head] = names[told]
        elif said[told] > said[head] or (before and said[told] == said[head]):
            names[head] = names[told]
        else:
            names[told] = names[head]
    return names


def _fuller(keys: Sequence[str]) -> dict[str, list[str]]:
    """Key → those that say more before it: "security forces" → "Tunisian security forces"."""
    fuller: dict[str, list[str]] = {key: [] for key in keys}
    for key in keys:
        words = key.split()
        for cut in range(1, len(words)):
            if (rest := " ".join(words[cut:])) in fuller:
                fuller[rest].append(key)
    return fuller


def _body(page: MarkedText, noun: Noun) -> tuple[int, str]:
    """Where "Syrian military media" begins, and it without article, number and owner but a nation."""
    first = noun.start
    while first < noun.end - 1 and page.doc[first].dep_ in ("det", "poss", "case", "nummod"):
        first += 1
    said = " ".join(page.words[first : noun.end])
    owner = next((index for index in range(noun.start, first) if page.words[index] in _OF_NATIONS), None)
    return (first, said) if owner is None else (owner, f"{_OF_NATIONS[page.words[owner]]} {said}")
