"""What of an analysis is shown beside a name and in a list: what is doubtful, or says nothing there, is not.

The analysis keeps all that was found, for whoever asks by name; here alone it is decided what readers see
unasked.
"""

import re
from collections.abc import Collection, Iterator
from itertools import takewhile

from summaries.lexicon import words
from summaries.lexicon.given import GIVEN
from summaries.lexicon.people import GIVEN_NAMES, OFFICES, PARTICLES, REGNAL
from summaries.lexicon.persons import KIN_NOUNS, SAYING_NOTHING
from summaries.lexicon.sexes import is_womans_name
from summaries.models import Actor, Analysis, Span

# They point at somebody whom the words beside a name do not tell.
_POINTING = words(
    """
    he him his himself she her hers herself they them their theirs themselves it its itself we us our my me
    your
    """
)
_NO_PART_OF_OUTLET = words("the com org net")
_AGE = re.compile(r", \d{1,2}[,.]| \(\d{1,2}\)")
_BEHIND_NOUNS = words("of for at in on to from with by who which that where based born known and , ; — –")
_LEANING = (
    SAYING_NOTHING
    | KIN_NOUNS
    | words("captain coach co-captain co-defendant co-pilot co-star co-worker skipper teammate")
)
# They stand before a noun that leans and do not tell on what: "council leader", "the former vice president".
_RANKS = words(
    """
    a an the one another acting assistant associate chief current deputy executive fellow first former general
    head interim junior late lead longtime long-time managing new old only outgoing retired senior then vice
    """
)
_ANY_HOUSE = words(
    """
    agency association board campaign center centre charity chamber club college commission committee company
    corporation council department district firm foundation group hospital institute league ministry network
    organisation organization party program programme project school society staff team trust union university
    """
)
# Mentions of who does nothing in the article: of a state that is no mere place, of a person called by one
# word, and of one whose first name no list has, as has no list "Suspected Arson".
_FEWEST_OF_STATE, _FEWEST_OF_WORD, _FEWEST_OF_ODD_NAME = 3, 2, 3


def description_of(analysis: Analysis, actor: Actor) -> Span | None:
    """Who the actor is said to be, where the words tell it without their sentence."""
    described = actor.description
    return described if described is not None and tells(described.of(analysis.article.text)) else None


def tells(description: str) -> bool:
    """Whether the words say who somebody is beside a bare name: "his deputy" and "council leader" do not."""
    raw = description.split()
    lows = [word.casefold() for word in raw]
    pointing = (word for word in raw if word[1:].islower() and word.casefold().strip(",.") in _POINTING)
    if not raw or any(pointing):  # but "US secretary of state"
        return False
    said = list(takewhile(lambda low: low not in _BEHIND_NOUNS and not low.endswith(","), lows))
    if len(said) < len(lows) or not said:
        return True  # "head of forensics", "who leads the union"
    *before, noun = said
    if "staff" in before:
        return False
    if noun not in _LEANING or (raw[-1].istitle() and noun in OFFICES):
        return True  # "Vice President", "former President"
    return any(low not in _RANKS | _ANY_HOUSE | _LEANING for low in before)


def listed(analysis: Analysis) -> tuple[int, ...]:
    """Places of the actors that lists name, heaviest first: those of whom the article makes sure."""
    acting = {quote.actor for quote in analysis.quotes} | {action.agent for action in analysis.actions}
    met = {action.patient for action in analysis.actions}
    return tuple(
        place
        for place, actor in enumerate(analysis.actors)
        if not _is_outlet(analysis, actor)
        and not _is_doubtful(
            analysis, actor, busy=place in acting or (place in met and actor.kind != "state")
        )
    )


def _is_outlet(analysis: Analysis, actor: Actor) -> bool:
    """Whether it is whose page this is: "told the Record" makes no actor of the Daily Record."""
    outlet = _plain(analysis.article.outlet or "")
    return actor.kind == "organization" and any(
        plain == outlet or outlet.endswith(f" {plain}") or (name.isupper() and outlet.startswith(f"{plain} "))
        for name in (actor.name, *actor.aliases)
        if (plain := _plain(name))
    )


def _plain(name: str) -> str:
    return " ".join(
        word for word in name.casefold().replace(".", " ").split() if word not in _NO_PART_OF_OUTLET
    )


def _is_doubtful(analysis: Analysis, actor: Actor, *, busy: bool) -> bool:
    """Whether it may be half a name, a crowd of which no one tells which, or what is only passed by.

    `busy`: it speaks, or does something, or something is done to it that is no place.
    """
    named = sum(1 for _ in _namings(analysis, actor))
    several = " " in actor.name
    match actor.kind:
        case "person":
            fewest = _FEWEST_OF_ODD_NAME if several else _FEWEST_OF_WORD
            told = actor.description is not None or _is_aged(analysis, actor)
            sure = busy or told or (several and _is_called_as_people_are(actor.name))
            return 0 < named < fewest and not sure
        case "group" if _has_part(actor.name, analysis.actors):
            return True
        case "group" if not several:
            return named == 1
        case "state":
            return 0 < named < _FEWEST_OF_STATE and not busy
        case _:
            return named == 1 and not (busy or actor.description is not None)


def _is_aged(analysis: Analysis, actor: Actor) -> bool:
    """ "Jun Orme, 41, of Selby", "Jun Orme (41)"."""
    text = analysis.article.text
    return any(_AGE.match(text, mention.end) for mention in actor.mentions)


def _is_called_as_people_are(name: str) -> bool:
    """Whether the name begins as people's do (a given name, an initial, "Queen"), or is built as theirs."""
    first, *others = name.split()
    low = first.casefold()
    front = low.split("-")[0]
    given = front in GIVEN or front in GIVEN_NAMES or is_womans_name(front) is not None
    built = any(word.islower() and word.split("-")[0] in PARTICLES for word in others)  # "Dario van Elm"
    return given or built or len(low.strip(".")) == 1 or "." in low or low in REGNAL | PARTICLES


def _has_part(crowd: str, actors: Collection[Actor]) -> bool:
    """Whether some of the crowd stand in the article, too: "county officials" beside "officials"."""
    return any(other.kind == "group" and other.name.endswith(f" {crowd}") for other in actors)


def _namings(analysis: Analysis, actor: Actor) -> Iterator[str]:
    """The mentions that are a name and no pronoun."""
    for mention in actor.mentions:
        called = mention.of(analysis.article.text)
        if called.casefold() not in _POINTING:
            yield called
