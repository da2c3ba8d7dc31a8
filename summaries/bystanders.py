"""Whom an article only passes by, and of whom it is not sure: half a name, a crowd, where it was said."""

import re
from collections.abc import Iterator
from typing import Final

from summaries.lexicon import words
from summaries.lexicon.openings import POINTING
from summaries.lexicon.people import GIVEN_NAMES, PARTICLES, REGNAL
from summaries.lexicon.places import BUILDINGS
from summaries.lexicon.sexes import is_given_name
from summaries.models import Actor, Analysis, Span, meeting
from summaries.outlets import Newsroom, is_called
from summaries.shown import HOUSE_NOUNS, description_of, year_of
from summaries.spoken import has_own_words
from summaries.turns import find_letters
from summaries.whereabouts import Whereabouts

_AGE = re.compile(r", \d{1,2}[,.]| \(\d{1,2}\)")
_HEARS = re.compile(r"(?<=[Cc]ourt) (?:has |had )?(?:heard|hears|was told)\b")
_FROM = re.compile(r"(?:\d+, )?(?:of|from) ")
_AROUND = 30  # characters beside a name
_BROUGHT_OUT_BY = re.compile(
    r"\b(?:commissioned|compiled|conducted|issued|published|released|unveiled)\b[^,.;]{0,25}\bby (?:the )?$"
)
# How a sentence opens that tells of another time: "In the mid-1990s, Orme …".
_OPENS_THEN = re.compile(r"(?:Back )?(?:By|During|In|On)\b[^.;:]*?\b((?:1[89]|20)\d\d)s?\b")
_OF_YEAR = re.compile(r"[’']s? ((?:1[89]|20)\d\d)\b")
_MOST_OF_THEN = 3  # mentions
_LATE = re.compile(r"\b(?:the|[Hh]is|[Hh]er|[Tt]heir) late (?:[\w-]+,? ){0,2}$")
_FORCES = words("police")
# Mentions of who does nothing in the article: of a state that is no mere place, of a person called by one
# word, of one whose first name no list has, as has no list "Suspected Arson", and of a crowd without a name.
_FEWEST_OF_STATE, _FEWEST_OF_WORD, _FEWEST_OF_ODD_NAME, _FEWEST_OF_CROWD = 3, 2, 3, 5
# Of a house or a state that does nothing, far down: mentions, and a share of what an article tells of actors.
_MOST_ASIDE, _WEIGHTY = 3, 0.1
# And of a person or a crowd.
_MOST_OF_PEOPLE, _WEIGHTY_OF_PEOPLE = 2, 0.05
# Crowds of which nobody tells more than that they are many; "rebel leaders" tells whose.
_ANYBODY = words("figures leaders members people players politicians representatives")
_OF_ANYBODY = words(
    "business civic community elected foreign local political public religious senior top world"
)
# Where somebody is, or whose somebody is: "in the House of Commons", "a Navy veteran".
_IN_HOUSE = re.compile(r"\b(?:at|in|inside|into|outside|near|through) (?:the |this |that )?$", re.IGNORECASE)
_OF_HOUSE = re.compile(
    r" (?:alumn(?:ae?|i|us)|(?:fan|graduate|member|professor|student|supporter|veteran)s?)\b"
)
_COMPETITIONS = words("league cup championship championships trophy tour")
# Where people are, work and are taken: somebody of the story where it does something.
_SITES = (BUILDINGS - words("club center centre hall")) | words("university college airport")
_NO_HOUSES: Final = _SITES | _COMPETITIONS
_WITHIN_NAMES: Final = REGNAL | PARTICLES


class Bystanders:
    """Those of one article of whom it does not make sure, or whom it only passes by."""

    def __init__(self, analysis: Analysis) -> None:
        article, quotes = analysis.article, analysis.quotes
        doubtful = frozenset(analysis.doubtful)
        leaning = frozenset(analysis.leaning)
        shown = [
            quote
            for place, quote in enumerate(quotes)
            if place not in doubtful and (has_own_words(article, quote) or place not in leaning)
        ]
        self._analysis = analysis
        self._speaking = {quote.actor for quote in shown}
        self._acting = {quote.actor for quote in quotes} | {action.agent for action in analysis.actions}
        self._met = {action.patient for action in analysis.actions}
        reported = (span for quote in shown if not quote.verbatim for span in quote.content)
        self._where = Whereabouts(analysis, reported)
        self._makers = {
            actor for deed in analysis.actions if deed.news for actor in (deed.agent, deed.patient)
        }
        self._parts = {
            actor.name.rpartition(" ")[2]
            for actor in analysis.actors
            if " " in actor.name and actor.kind == "group"
        }
        self._newsroom = Newsroom(article)
        self._signatures = [turn.label for turn in find_letters(article) if turn.label is not None]
        self._house_words = {
            word.casefold()
            for actor in analysis.actors
            if actor.kind == "organization" and not actor.name.islower()
            for word in actor.name.split()
        }

    def has(self, place: int) -> bool:
        """Whether it may be half a name, a crowd of which no one tells which, or what is only passed by."""
        actor = self._analysis.actors[place]
        if not actor.mentions:
            return False  # nothing is known of where it stands
        if place not in self._speaking and self._only_signs(actor):
            return True
        busy = place in self._acting or (place in self._met and actor.kind != "state")
        names = [span for span in self._namings(actor) if not self._where.is_line(span)]
        if (
            actor.kind in ("person", "group")
            and place not in self._acting
            and self._where.is_only_said(names)
        ):
            return True
        does = place in self._acting or place in self._makers
        if place not in self._speaking and self._is_met_once(place, actor, names, busy=does):
            return True
        if not busy and self._is_aside(actor, names):
            return True
        match actor.kind:
            case "person":
                return self._is_doubtful_person(place, actor, names, busy=busy)
            case "group":
                return self._is_doubtful_group(actor, names, speaks=place in self._speaking, busy=busy)
            case "state":
                told = busy or (len(names) > 1 and self._where.heads(names))
                return len(names) < _FEWEST_OF_STATE and not told
            case _:
                return self._is_doubtful_house(actor, names, busy=busy)

    def _only_signs(self, actor: Actor) -> bool:
        """Whether it stands below readers' letters alone, of which nobody else is told who wrote them."""
        return bool(self._signatures) and all(meeting(self._signatures, span) for span in actor.mentions)

    def _is_doubtful_person(self, place: int, actor: Actor, names: list[Span], *, busy: bool) -> bool:
        """ "Suspected Arson", and the Picasso of whom the article says nothing."""
        if place not in self._speaking and self._is_late(names):
            return True
        if not self._where.heads(names) and any(self._newsroom.has(name) for name in names):
            return True
        if place not in self._speaking and len(names) <= _MOST_OF_THEN and self._is_of_then(names):
            return True
        several = " " in actor.name
        fewest = _FEWEST_OF_ODD_NAME if several else _FEWEST_OF_WORD
        told = self._is_told_who(description_of(self._analysis, actor)) or self._is_aged(actor)
        if busy or told or not names:
            return False
        if len(names) < fewest and not (several and self._is_somebody(actor.name, names)):
            return True
        return len(actor.mentions) == 1 and not self._where.leads(names) and not self._where.signs(names[0])

    def _is_somebody(self, name: str, names: list[Span]) -> bool:
        """Whether it is called as people are, or goes on with "who": "beating Dusk Orme, who lost a seat"."""
        text = self._analysis.article.text
        return _is_called_as_people_are(name) or any(text.startswith(", who ", one.end) for one in names)

    def _is_told_who(self, described: Span | None) -> bool:
        """Whether it says who somebody is; "of Selby" makes nobody one of the story."""
        return described is not None and not _FROM.match(self._analysis.article.text, described.start)

    def _is_of_then(self, names: list[Span]) -> bool:
        """ "In 1991, President Orme sent ships", "since Orme’s 1991 win": whom a story only looks back at."""
        article, year = self._analysis.article, year_of(self._analysis.article)
        if not names or year is None or self._where.leads(names):
            return False
        told = meeting(self._analysis.sentences, names[0])
        opened = _OPENS_THEN.match(article.text, told[0].start, names[0].start) if told else None
        dated = opened or next(filter(None, (_OF_YEAR.match(article.text, name.end) for name in names)), None)
        return dated is not None and int(dated[1]) < year - 1

    def _is_late(self, names: list[Span]) -> bool:
        """ "made popular by the late Ann Orme", whom no headline names: dead before the story began."""
        text = self._analysis.article.text
        late = (_LATE.search(text[max(0, name.start - _AROUND) : name.start]) for name in names)
        return any(late) and not self._where.heads(names)

    def _is_doubtful_group(self, actor: Actor, names: list[Span], *, speaks: bool, busy: bool) -> bool:
        """ "officials" beside "county officials", and "workers" in a story that is not about them."""
        name = actor.name
        once = len(names) == 1 and not (speaks and " " in name)
        if name in self._parts or (once and not (busy and self._where.heads(names))):
            return True
        nameless = name.islower() and name not in _FORCES
        *before, noun = name.split()
        if noun in _ANYBODY and _OF_ANYBODY.issuperset(before) and not self._where.heads(names):
            return True
        if nameless and name.split()[0] in HOUSE_NOUNS and " " in name:
            return True  # "agency officials": of which
        return nameless and not (speaks or len(names) >= _FEWEST_OF_CROWD or self._where.opens(names))

    def _is_doubtful_house(self, actor: Actor, names: list[Span], *, busy: bool) -> bool:
        if is_called(actor, self._analysis.article.outlet) or (
            names and all(map(self._newsroom.goes_by, names))
        ):
            return True
        text = self._analysis.article.text
        if names and not self._where.heads(names) and all(_HEARS.match(text, name.end) for name in names):
            return True  # "Elm Crown Court heard": where it was said
        if actor.name.islower() and actor.name.rpartition(" ")[2] in self._house_words:
            return True  # "parliamentary committee" beside the Committee on Piers
        if " " not in actor.name and actor.name.islower():
            return True  # "military": whose
        known = busy or actor.description is not None or any(map(self._is_by_whom, names))
        last = actor.name.casefold().split()[-1]
        if not known and names and not self._where.heads(names) and all(map(self._is_where, names)):
            return True
        if not known and last in _NO_HOUSES:
            return not self._where.heads(names)
        return not known and (len(names) == 1 or (actor.name.islower() and not self._where.opens(names)))

    def _is_where(self, name: Span) -> bool:
        """Whether the house only tells where somebody is, or where they come from."""
        text = self._analysis.article.text
        before, behind = text[max(0, name.start - _AROUND) : name.start], text[name.end : name.end + _AROUND]
        return _IN_HOUSE.search(before) is not None or _OF_HOUSE.match(behind) is not None

    def _is_by_whom(self, name: Span) -> bool:
        """ "a report released by Elm College", where the story opens."""
        before = self._analysis.article.text[max(0, name.start - 2 * _AROUND) : name.start]
        return self._where.opens([name]) and _BROUGHT_OUT_BY.search(before) is not None

    def _is_met_once(self, place: int, actor: Actor, names: list[Span], *, busy: bool) -> bool:
        """Whether one sentence far down names it, and nothing tells who it is that does something there."""
        described = self._is_told_who(actor.description)
        if len(names) != 1 or self._where.leads(names):
            return False
        if described and (busy or (actor.kind == "person" and self._where.is_near(names))):
            return False
        goes_on = len(actor.mentions) > 1 and (described or place in self._makers)
        told = self._is_aged(actor) or self._where.signs(names[0]) or goes_on
        return actor.kind != "person" or not told

    def _is_aside(self, actor: Actor, names: list[Span]) -> bool:
        """Whether it is named a few times and not in the news, for what others are told of it."""
        if not names or len(names) > _MOST_ASIDE or actor.weight >= _WEIGHTY:
            return False
        if actor.kind in ("organization", "state"):
            return actor.description is None and not self._where.is_in_first_words(names)
        if len(names) > _MOST_OF_PEOPLE or actor.weight >= _WEIGHTY_OF_PEOPLE or self._where.leads(names):
            return False
        told = actor.kind == "person" and (actor.description is not None or self._is_aged(actor))
        return not told and not self._where.signs(names[0])

    def is_far_from_news(self, place: int) -> bool:
        """Whether neither the head of the story nor its summary names it, nor any news of it.

        A person who speaks is asked of it; a house may only say what it thinks of one thing of many.
        """
        names = list(self._namings(self._analysis.actors[place]))
        heard = place in self._speaking and self._analysis.actors[place].kind == "person"
        few = 0 < len(names) <= _MOST_ASIDE and place not in self._makers and not heard
        return few and not self._where.is_in_news(names)

    def _is_aged(self, actor: Actor) -> bool:
        """ "Jun Orme, 41, of Selby", "Jun Orme (41)"."""
        text = self._analysis.article.text
        return any(_AGE.match(text, mention.end) for mention in actor.mentions)

    def _namings(self, actor: Actor) -> Iterator[Span]:
        """The mentions that are a name and no pronoun; "US" is a name."""
        text = self._analysis.article.text
        words = ((span, span.of(text)) for span in actor.mentions)
        return (span for span, word in words if word.isupper() or word.casefold() not in POINTING)


def _is_called_as_people_are(name: str) -> bool:
    """Whether the name begins as people's do (a given name, an initial, "Queen"), or is built as theirs."""
    first, *others = name.split()
    low = first.casefold()
    front = low.split("-")[0]
    given = front in GIVEN_NAMES or is_given_name(front)
    built = any(word.islower() and word.split("-")[0] in PARTICLES for word in others)  # "Dario van Elm"
    return given or built or len(low.strip(".")) == 1 or "." in low or low in _WITHIN_NAMES
