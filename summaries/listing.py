"""Whom lists name: those of whom an article makes sure, and whom it does not only pass by.

What is left out of lists is kept, and found by whoever asks for it by name.
"""

import re
from collections.abc import Iterator
from typing import Final

from summaries.lexicon import words
from summaries.lexicon.given import GIVEN
from summaries.lexicon.openings import POINTING
from summaries.lexicon.people import GIVEN_NAMES, PARTICLES, REGNAL
from summaries.lexicon.places import ADJECTIVES, BUILDINGS
from summaries.lexicon.sexes import is_womans_name
from summaries.models import Actor, Analysis, Span, meeting, merged
from summaries.outlets import Newsroom, is_called
from summaries.shown import HOUSE_NOUNS, description_of, year_of

_AGE = re.compile(r", \d{1,2}[,.]| \(\d{1,2}\)")
_HEARS = re.compile(r"(?<=[Cc]ourt) (?:has |had )?(?:heard|hears|was told)\b")
_FROM = re.compile(r"(?:\d+, )?(?:of|from) ")
_AROUND = 30  # characters beside a name
_BROUGHT_OUT_BY = re.compile(
    r"\b(?:commissioned|compiled|conducted|issued|published|released|unveiled)\b[^,.;]{0,25}\bby (?:the )?$"
)
# How a sentence opens that tells of another time: "In the mid-1990s, Orme …".
_OPENS_THEN = re.compile(r"(?:Back )?(?:By|During|In|On)\b[^.;:]*?\b((?:1[89]|20)\d\d)s?\b")
_MOST_OF_THEN = 3  # mentions
_LATE = re.compile(r"\b(?:the|[Hh]is|[Hh]er|[Tt]heir) late (?:[\w-]+,? ){0,2}$")
# Who speaks for the house in their name, which stands in the list itself.
_SPEAKING_FOR_HOUSE = words("officials executives spokesmen spokespeople representatives")
_FORCES = words("police")
# Nouns by which an article calls one crowd in turn.
_ONE_CROWD = (
    words("researchers scientists scholars academics experts"),
    words("police officers policemen detectives investigators"),
)
# Mentions of who does nothing in the article: of a state that is no mere place, of a person called by one
# word, of one whose first name no list has, as has no list "Suspected Arson", and of a crowd without a name.
_FEWEST_OF_STATE, _FEWEST_OF_WORD, _FEWEST_OF_ODD_NAME, _FEWEST_OF_CROWD = 3, 2, 3, 5
# Of a house or a state that does nothing, far down: mentions, and a share of what an article tells of actors.
_MOST_ASIDE, _WEIGHTY = 3, 0.1
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
_OPENING = 2  # paragraphs that tell what a story is about
_NO_HOUSES: Final = _SITES | _COMPETITIONS
_WITHIN_NAMES: Final = REGNAL | PARTICLES


def listed(analysis: Analysis) -> tuple[int, ...]:
    """Places of the actors that lists name, heaviest first: those of whom the article makes sure."""
    judge = _Judge(analysis)
    sure = [place for place in range(len(analysis.actors)) if not judge.is_doubtful(place)]
    houses = {
        form.casefold()
        for place in sure
        if (actor := analysis.actors[place]).kind in ("organization", "state")
        for form in (actor.name, *actor.aliases)
    }
    sure = [place for place in sure if not _speaks_for(analysis.actors[place], houses)]
    if len(sure) == 1 and sure != [0] and judge.is_far_from_news(sure[0]):
        return ()  # of a page that is about others
    named = [analysis.actors[place].name for place in sure]
    return tuple(place for n, place in enumerate(sure) if not _is_told_of_by_another_word(named, n))


def _is_told_of_by_another_word(names: list[str], n: int) -> bool:
    """ "scientists" behind "researchers", "officers" behind "Elm Police": one, as it is called in turn."""
    heads = {name.casefold().rpartition(" ")[2] for name in names[:n]}
    return any(names[n] in crowd and not crowd.isdisjoint(heads) for crowd in _ONE_CROWD)


def _speaks_for(actor: Actor, houses: set[str]) -> bool:
    """ "Elm Ferries officials" beside Elm Ferries, "US officials" beside the United States."""
    owner, _, head = actor.name.rpartition(" ")
    if actor.kind != "group" or head not in _SPEAKING_FOR_HOUSE:
        return False
    owner = owner.removesuffix("’s").removesuffix("'s")
    return owner.casefold() in houses or ADJECTIVES.get(owner, "").casefold() in houses


class _Judge:
    """Knows what stands where in one article, and whom it only passes by."""

    def __init__(self, analysis: Analysis) -> None:
        article, quotes = analysis.article, analysis.quotes
        doubtful = frozenset(analysis.doubtful)
        leaning = frozenset(analysis.leaning)
        shown = [
            quote
            for place, quote in enumerate(quotes)
            if place not in doubtful and (quote.verbatim or place not in leaning)
        ]
        self._analysis = analysis
        self._speaking = {quote.actor for quote in shown}
        self._acting = {quote.actor for quote in quotes} | {action.agent for action in analysis.actions}
        self._met = {action.patient for action in analysis.actions}
        self._marked = merged(span for quote in quotes for span in quote.verbatim)
        front = (article.headline, article.deck, *article.body[:_OPENING])
        self._front = merged(span for span in front if span is not None)
        reported = (span for quote in shown if not quote.verbatim for span in quote.content)
        self._summed = merged(analysis.summary)
        self._told = merged((*analysis.summary, *reported))
        self._makers = {
            actor for deed in analysis.actions if deed.news for actor in (deed.agent, deed.patient)
        }
        self._paragraphs = {span.start: span for span in article.body}
        self._parts = {
            actor.name.rpartition(" ")[2]
            for actor in analysis.actors
            if " " in actor.name and actor.kind == "group"
        }
        self._newsroom = Newsroom(article)
        self._house_words = {
            word.casefold()
            for actor in analysis.actors
            if actor.kind == "organization" and not actor.name.islower()
            for word in actor.name.split()
        }

    def is_doubtful(self, place: int) -> bool:
        """Whether it may be half a name, a crowd of which no one tells which, or what is only passed by."""
        actor = self._analysis.actors[place]
        if not actor.mentions:
            return False  # nothing is known of where it stands
        busy = place in self._acting or (place in self._met and actor.kind != "state")
        names = [span for span in self._namings(actor) if self._paragraphs.get(span.start) != span]
        if actor.kind in ("person", "group") and place not in self._acting and self._is_only_said(names):
            return True
        if place not in self._speaking and self._is_met_once(place, actor, names, busy=busy):
            return True
        if actor.kind in ("organization", "state") and not busy and self._is_aside(actor, names):
            return True
        match actor.kind:
            case "person":
                return self._is_doubtful_person(place, actor, names, busy=busy)
            case "group":
                return self._is_doubtful_group(actor, names, speaks=place in self._speaking, busy=busy)
            case "state":
                told = busy or (len(names) > 1 and self._heads(names))
                return len(names) < _FEWEST_OF_STATE and not told
            case _:
                return self._is_doubtful_house(actor, names, busy=busy)

    def _is_doubtful_person(self, place: int, actor: Actor, names: list[Span], *, busy: bool) -> bool:
        """ "Suspected Arson", and the Picasso of whom the article says nothing."""
        if place not in self._speaking and self._is_late(names):
            return True
        if not self._heads(names) and any(self._newsroom.has(name) for name in names):
            return True
        if place not in self._speaking and len(names) <= _MOST_OF_THEN and self._is_of_then(names):
            return True
        several = " " in actor.name
        fewest = _FEWEST_OF_ODD_NAME if several else _FEWEST_OF_WORD
        told = self._is_told_who(description_of(self._analysis, actor)) or self._is_aged(actor)
        if busy or told or not names:
            return False
        if len(names) < fewest and not (several and _is_called_as_people_are(actor.name)):
            return True
        return len(actor.mentions) == 1 and not self._leads(names) and not self._signs(names[0])

    def _is_told_who(self, described: Span | None) -> bool:
        """Whether it says who somebody is; "of Selby" makes nobody one of the story."""
        return described is not None and not _FROM.match(self._analysis.article.text, described.start)

    def _is_of_then(self, names: list[Span]) -> bool:
        """ "In 1991, President Orme sent ships", far down: whom a story of today only looks back at."""
        article, year = self._analysis.article, year_of(self._analysis.article)
        if not names or year is None or self._leads(names):
            return False
        told = meeting(self._analysis.sentences, names[0])
        opened = _OPENS_THEN.match(article.text, told[0].start, names[0].start) if told else None
        return opened is not None and int(opened[1]) < year - 1

    def _is_late(self, names: list[Span]) -> bool:
        """ "made popular by the late Ann Orme", whom no headline names: dead before the story began."""
        text = self._analysis.article.text
        late = (_LATE.search(text[max(0, name.start - _AROUND) : name.start]) for name in names)
        return any(late) and not self._heads(names)

    def _is_doubtful_group(self, actor: Actor, names: list[Span], *, speaks: bool, busy: bool) -> bool:
        """ "officials" beside "county officials", and "workers" in a story that is not about them."""
        name = actor.name
        once = len(names) == 1 and not (speaks and " " in name)
        if name in self._parts or (once and not (busy and self._heads(names))):
            return True
        nameless = name.islower() and name not in _FORCES
        *before, noun = name.split()
        if noun in _ANYBODY and _OF_ANYBODY.issuperset(before) and not self._heads(names):
            return True
        if nameless and name.split()[0] in HOUSE_NOUNS and " " in name:
            return True  # "agency officials": of which
        return nameless and not (speaks or len(names) >= _FEWEST_OF_CROWD or self._opens(names))

    def _is_doubtful_house(self, actor: Actor, names: list[Span], *, busy: bool) -> bool:
        if is_called(actor, self._analysis.article.outlet) or (
            names and all(map(self._newsroom.goes_by, names))
        ):
            return True
        text = self._analysis.article.text
        if names and not self._heads(names) and all(_HEARS.match(text, name.end) for name in names):
            return True  # "Elm Crown Court heard": where it was said
        if actor.name.islower() and actor.name.rpartition(" ")[2] in self._house_words:
            return True  # "parliamentary committee" beside the Committee on Piers
        if " " not in actor.name and actor.name.islower():
            return True  # "military": whose
        known = busy or actor.description is not None or any(map(self._is_by_whom, names))
        last = actor.name.casefold().split()[-1]
        if not known and names and not self._heads(names) and all(map(self._is_where, names)):
            return True
        if not known and last in _NO_HOUSES:
            return not self._heads(names)
        return not known and (len(names) == 1 or (actor.name.islower() and not self._opens(names)))

    def _is_where(self, name: Span) -> bool:
        """Whether the house only tells where somebody is, or where they come from."""
        text = self._analysis.article.text
        before, behind = text[max(0, name.start - _AROUND) : name.start], text[name.end : name.end + _AROUND]
        return _IN_HOUSE.search(before) is not None or _OF_HOUSE.match(behind) is not None

    def _is_by_whom(self, name: Span) -> bool:
        """ "a report released by Elm College", where the story opens."""
        before = self._analysis.article.text[max(0, name.start - 2 * _AROUND) : name.start]
        return self._opens([name]) and _BROUGHT_OUT_BY.search(before) is not None

    def _is_met_once(self, place: int, actor: Actor, names: list[Span], *, busy: bool) -> bool:
        """Whether one sentence far down names it, and nothing tells who it is that does something there."""
        described = self._is_told_who(actor.description)
        if len(names) != 1 or self._leads(names) or (busy and described):
            return False
        goes_on = len(actor.mentions) > 1 and (described or place in self._makers)
        told = self._is_aged(actor) or self._signs(names[0]) or goes_on
        return actor.kind != "person" or not told

    def _is_aside(self, actor: Actor, names: list[Span]) -> bool:
        """Whether a house or a state is named a few times far down, for what others are told of it."""
        few = 0 < len(names) <= _MOST_ASIDE and actor.weight < _WEIGHTY
        return few and actor.description is None and not self._is_in_news(names)

    def is_far_from_news(self, place: int) -> bool:
        """Whether neither the head of the story nor its summary names it, nor any news of it."""
        names = list(self._namings(self._analysis.actors[place]))
        quiet = place not in self._makers and place not in self._speaking
        few = 0 < len(names) <= _MOST_ASIDE and quiet
        return few and not self._is_in_news(names)

    def _is_in_news(self, names: list[Span]) -> bool:
        return self._opens(names) or any(meeting(self._summed, span) for span in names)

    def _is_aged(self, actor: Actor) -> bool:
        """ "Jun Orme, 41, of Selby", "Jun Orme (41)"."""
        text = self._analysis.article.text
        return any(_AGE.match(text, mention.end) for mention in actor.mentions)

    def _opens(self, names: list[Span]) -> bool:
        return any(meeting(self._front, span) for span in names)

    def _heads(self, names: list[Span]) -> bool:
        headline = self._analysis.article.headline
        return headline is not None and any(headline.meets(span) for span in names)

    def _leads(self, names: list[Span]) -> bool:
        """Whether it stands where the story is told: at its head, in its summary, in what is reported."""
        return self._opens(names) or any(meeting(self._told, span) for span in names)

    def _is_only_said(self, names: list[Span]) -> bool:
        """Whether it stands in quoted words alone, as whom a speaker compares with somebody does."""
        return bool(names) and all(meeting(self._marked, span) for span in names) and not self._leads(names)

    def _signs(self, name: Span) -> bool:
        """Whether a line begins with the name, as that of a letter's writer does."""
        return name.start in self._paragraphs

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
    given = front in GIVEN or front in GIVEN_NAMES or is_womans_name(front) is not None
    built = any(word.islower() and word.split("-")[0] in PARTICLES for word in others)  # "Dario van Elm"
    return given or built or len(low.strip(".")) == 1 or "." in low or low in _WITHIN_NAMES
