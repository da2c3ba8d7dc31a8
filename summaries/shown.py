"""What is shown beside a name: nothing that is doubtful, of another time, or says nothing there.

The analysis keeps all that was found, for whoever asks by name; here and in `listing` alone it is decided
whom and what readers see unasked.
"""

import re
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from itertools import takewhile
from operator import or_
from typing import Final

from summaries.lexicon import words
from summaries.lexicon.bodies import HOUSES_SAYING_NOTHING
from summaries.lexicon.groups import ROLE_NOUNS
from summaries.lexicon.openings import POINTING
from summaries.lexicon.people import BORN, OFFICES, TITLE_PARTS
from summaries.lexicon.persons import KIN_NOUNS, LETTERED_ROLES, SAYING_NOTHING, UNNAMED_NOUNS
from summaries.models import Actor, ActorKind, Analysis, Article, Span, meeting

_WORD = re.compile(r"[^\W_]+(?:[’'.][^\W_]+)*")
_SOMEBODYS = re.compile(r"\b(his|her|its)(?: [\w’'-]+){1,4},? $", re.IGNORECASE)
_LONGEST_PHRASE = 60  # characters
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# One holds each of them at a time, whatever it is of.
_HELD_BY_ONE = words("president premier chancellor governor mayor king queen pope taoiseach minister")
_NOT_THE_OFFICE = words("vice deputy former ex then")
_BEHIND_NOUNS = words("of for at in on to from with by who which that where based born known and , ; — –")
# Of which town or county, only more words tell: "mayor", "former Supervisor"; alone, a capital makes a title.
_OF_A_PLACE = words("mayor supervisor executive alderman")
_LEANING = (
    SAYING_NOTHING
    | KIN_NOUNS
    | words("captain coach co-captain co-defendant co-pilot co-star co-worker teammate")
    | words("prince princess")  # of which house
    | _OF_A_PLACE
    | words("man woman boy girl mum dad elder")
    | (HOUSES_SAYING_NOTHING - ROLE_NOUNS)
)
# They stand before a noun that leans and do not tell on what: "council leader", "the former vice president".
_RANKS = words(
    """
    a an the one another acting assistant associate chief current deputy executive fellow first former general
    head interim junior late lead longtime long-time managing new old only outgoing retired senior then vice
    """
)
HOUSE_NOUNS = words(
    """
    agency association board campaign center centre charity chamber club college commission committee company
    corporation council department district firm foundation group hospital institute league ministry network
    organisation organization party program programme project school society staff team trust union university
    """
)
_WHOSE: Final[Mapping[str, ActorKind]] = {"his": "person", "her": "person", "its": "organization"}
_OF_ANYBODY = words("his her its their whose")
# Of a house they say what somebody is there, whichever it is.
_WHOLE_OFFICES = frozenset(
    (
        ("chief", "executive"),
        ("executive", "director"),
        ("general", "manager"),
        ("general", "secretary"),
        ("managing", "director"),
        ("managing", "partner"),
    )
)
_REFLEXIVE = words("himself herself themselves itself")
_SAYING_NO_WHOSE = _RANKS | HOUSE_NOUNS | _LEANING
_JOINED = re.compile(r" (?:and|&) ")


# The writer and the readers; no numeral, no party, and no "US".
_TALKING = re.compile(r"\bI(?=[’'][a-z]|\s+[a-z])|\b(?:[Mm]e|[Mm]y|[Ww]e|[Oo]ur|us|[Yy]our?)\b")
_MARKED = re.compile(r"“[^“”]*”?|\"[^\"]*\"?|‘.*?’(?!\w)")
_FEWEST_TALKING, _SHARE_TALKING = 3, 0.1  # paragraphs; their share of all
_CLOSE = timedelta(days=31)  # between news and page; what is printed later is dated by its news
_FURTHEST_WEST = timedelta(hours=12)  # of UTC: there a day ends last
_WITHIN_OFFICES = words("of for the and at to on s")
_OF_ROLES: Final = ROLE_NOUNS | OFFICES | TITLE_PARTS | LETTERED_ROLES | {"security", "general", "council"}
_OF_OFFICES: Final = OFFICES | _RANKS | {"prime"}


def shown_day(article: Article) -> date | None:
    """The day that stands beside the outlet: when the page came out, where that is told, else the news'.

    A page of the small hours in UTC may have come out on the day before, where it was made.
    """
    happened, printed = article.event_date, article.page_date
    if happened is None or printed is None or article.published is None:
        return happened
    earliest = printed
    if "T" in article.published:
        earliest = min(printed, (datetime.fromisoformat(article.published) - _FURTHEST_WEST).date())
    return printed if happened < earliest and printed - happened <= _CLOSE else happened


def is_told_by_reporter(article: Article) -> bool:
    """Whether its sentences are a reporter's: no column's, and none that talks with its readers."""
    return article.genre == "news" or (article.genre is None and not _talks(article))


def _talks(article: Article) -> bool:
    """Whether the writer says "I", "we" or "you", outside quotation marks, in much of what is told."""
    told = (_MARKED.sub("", span.of(article.text)) for span in article.body)
    talking = sum(_TALKING.search(words) is not None for words in told)
    return talking >= max(_FEWEST_TALKING, len(article.body) * _SHARE_TALKING)


def description_of(analysis: Analysis, actor: Actor) -> Span | None:
    """Who the actor is said to be, where the words tell it without their sentence."""
    described = actor.description
    if described is None:
        return None
    words_told = described.of(analysis.article.text)
    if not tells(words_told) or words_told.startswith("whose "):
        return _behind_pronoun(words_told, described)
    if _is_of_another_time(analysis, described) or _is_anothers(analysis, actor):
        return None
    return None if _is_own_name(words_told, actor.name) else described


def _is_own_name(described: str, name: str) -> bool:
    """ "née Lee" of who is called Ann Lee after all."""
    return described.split()[0] in BORN and described.endswith(name.rpartition(" ")[2])


def _behind_pronoun(told: str, described: Span) -> Span | None:
    """ "head of research" of "its head of research"; of "her mother" nothing tells by itself."""
    pronoun, _, rest = told.partition(" ")
    own = (
        pronoun.casefold() in _OF_ANYBODY
        and not rest.casefold().startswith("own ")
        and tells_whose(rest)
        and KIN_NOUNS.isdisjoint(rest.casefold().split())
    )
    return Span(described.end - len(rest), described.end) if own else None


def whose(analysis: Analysis, actor: Actor) -> tuple[Actor, Span] | None:
    """Whose "mother" or "chairman" the actor is by a pronoun before the word, and the words behind that.

    None where the article does not make sure whom the pronoun means.
    """
    described = actor.description
    if described is None:
        return None
    pronoun, _, rest = described.of(analysis.article.text).partition(" ")
    kind = _WHOSE.get(pronoun.casefold())
    if kind is None or not rest or _JOINED.search(rest):  # "her father and mother, Tom and Ann Lee"
        return None
    said = Span(described.start, described.start + len(pronoun))
    several = (one for one in analysis.actors if one is not actor and one.kind == kind)
    owners = [one for one in several if said in one.mentions]
    sure = len(owners) == 1 and _is_nearest(analysis, owners[0], said)
    return (owners[0], Span(said.end + 1, described.end)) if sure else None


def _is_nearest(analysis: Analysis, owner: Actor, pronoun: Span) -> bool:
    """Whether nobody without a name stands between: of "Ray met the mayor and his wife" it is the mayor’s."""
    before = [span.end for span in owner.mentions if span.end <= pronoun.start]
    if not before:
        return False
    between = Span(before[-1], pronoun.start)
    text = analysis.article.text
    near = next(span for span in owner.mentions if span.end == before[-1])
    own = _SOMEBODYS.search(text, max(0, near.start - _LONGEST_PHRASE), near.start)
    if own is not None and own[1].casefold() == pronoun.of(text).casefold():
        return False  # of "His father, Tom Ray, left. His agent" it may be the agent of the same one
    told = owner.description
    if told is not None and between.start <= told.start and told.end <= between.end:
        words = {*_words_in(text, between.start, told.start), *_words_in(text, told.end, between.end)}
    else:
        words = _words_in(text, between.start, between.end)
    kinds = ("person",) if owner.kind == "person" else ("organization", "state", "group")
    others = (one for one in analysis.actors if one is not owner and one.kind in kinds)
    named = any(between.meets(span) for one in others for span in one.mentions)
    nouns = UNNAMED_NOUNS if owner.kind == "person" else HOUSE_NOUNS
    return nouns.isdisjoint(words) and not named


def _words_in(text: str, start: int, end: int) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text, start, end)}


def _is_of_another_time(analysis: Analysis, described: Span) -> bool:
    """Whether an office without its place is told of years ago: "In 1991, when Prime Minister Ray"."""
    text = analysis.article.text
    if _bare_office(described.of(text)) is None:
        return False
    year = year_of(analysis.article)
    before = (text[span.start : described.start] for span in meeting(analysis.sentences, described))
    told = (found for words_before in before for found in _YEAR.findall(words_before))
    return any(year is None or int(found) < year - 1 for found in told)


def year_of(article: Article) -> int | None:
    """The year of the news, as far as the article tells it."""
    day = article.published or article.page_date or article.event_date
    return int(str(day)[:4]) if day is not None else None


def _is_anothers(analysis: Analysis, actor: Actor) -> bool:
    """Whether the article says of somebody weightier that they hold the office: of two presidents one is not.

    "Chad’s President Orme" and "President Voss": of what, only the sentence tells.
    """
    text = analysis.article.text
    office = _bare_office(actor.description.of(text)) if actor.description is not None else None
    if office is None or office.split()[-1] not in _HELD_BY_ONE:
        return False
    weightier = takewhile(lambda other: other is not actor, analysis.actors)
    held = (other.description.of(text).casefold() for other in weightier if other.description is not None)
    return any(
        f" {told}".endswith(f" {office}") and _NOT_THE_OFFICE.isdisjoint(told.split()) for told in held
    )


def _bare_office(description: str) -> str | None:
    """ "president", "prime minister" and no word of what or of whom; None where more is told."""
    low = description.casefold()
    return low if low and all(word in _OF_OFFICES for word in low.split()) else None


def is_office(description: str, *, opens: bool) -> bool:
    """Whether it is an office alone, which is a fact in a column, too: "Elm Police Commissioner".

    `opens`: a sentence begins with it, so that its first word has a capital whatever it is.
    """
    said = [word for word in _WORD.findall(description) if word not in _WITHIN_OFFICES]
    known = [word.casefold() in _OF_ROLES for word in said]
    named = [word[0].isupper() and not (opens and place == 0) for place, word in enumerate(said)]
    return any(known) and all(map(or_, known, named))


def tells(description: str) -> bool:
    """Whether the words say who somebody is beside a bare name: "his deputy" and "leader" do not."""
    *before, noun = description.casefold().split() or [""]
    led = noun in SAYING_NOTHING and not HOUSE_NOUNS.isdisjoint(before) and "staff" not in before
    return tells_whose(description) or (led and POINTING.isdisjoint(before))


def tells_whose(description: str) -> bool:
    """The same, and of what: not "council leader"."""
    raw = description.split()
    lows = [word.casefold() for word in raw]
    pointing = (
        word for word in raw if word[1:].islower() and word.casefold().strip(",.") in POINTING - _REFLEXIVE
    )
    if not raw or any(pointing):  # but "US secretary of state"
        return False
    if len(raw) == 1 and raw[0].istitle() and lows[0] in _OF_A_PLACE:
        return True  # "Mayor", as the page calls somebody
    if _JOINED.search(description):  # "founder and CEO": of which
        return any(map(tells_whose, _JOINED.split(description)))
    said = list(takewhile(lambda low: low not in _BEHIND_NOUNS and not low.endswith(","), lows))
    if len(said) < len(lows) or not said:
        return True  # "head of forensics", "who leads the union"
    *before, noun = said
    if "staff" in before or (noun == "counterpart" and not any(low.endswith(("’s", "'s")) for low in before)):
        return False
    if noun in _OF_A_PLACE and before[:1] in (["a"], ["an"], ["the"]):
        return True  # "a former mayor", "the mayor"
    if (
        (*before[-1:], noun) in _WHOLE_OFFICES
        or noun not in _LEANING
        or (raw[-1].istitle() and noun in OFFICES - _OF_A_PLACE)
    ):
        return True  # "Vice President", "former President"
    return any(low not in _SAYING_NO_WHOSE for low in before)
