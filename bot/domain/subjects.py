"""What a story is about, in the words that stand above it, and how near other words come to that."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.domain.articles import StoredArticle
from bot.domain.matching import stem
from summaries.lexicon.openings import turns_about
from summaries.listing import listed
from summaries.models import Actor, Analysis, Span
from summaries.stories import tells_again

NEAR = 2.0  # one word of the headline, or two of the sentences below it, are to the point
_OF_HEADLINE, _OF_SENTENCES = 2.0, 1.0
_REPEATED = 0.4  # of the deck's words
_OF_A_NAME = 0.5  # times as much: who is in the news says less of it than what happened
_QUOTED = ("“", '"', "‘", "'", "«", "„")  # a deck that opens with somebody's words tells no news
_GUIDE = re.compile(  # of the page, not of the news
    r"(?:all|everything|here|what) (?:is |are )?(?:what )?you need\b|.*\bletters to the editor\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]{3,}")
# Of every day's news, whatever it tells.
_DAYS = frozenset(("today", "tonight", "yesterday", "tomorrow"))


@dataclass(frozen=True, slots=True)
class Subject:
    """The stems of headline and sentences that characterise the article, names apart."""

    headline: frozenset[str]
    sentences: frozenset[str]
    names: frozenset[str]

    def nearness(self, words: str, speaker: Actor) -> float:
        """How much of it the words of a speaker touch; `NEAR` and more are to the point.

        Whoever speaks does not come nearer by their own name.
        """
        said = _stems(words) - _names_of([speaker])
        return sum(map(self._worth, said))

    @property
    def is_told(self) -> bool:
        """Whether the sentences have more than half of the headline's words."""
        return 2 * len(self.headline & self.sentences) > len(self.headline)

    def _worth(self, stem_: str) -> float:
        of_place = (
            _OF_HEADLINE if stem_ in self.headline else _OF_SENTENCES if stem_ in self.sentences else 0.0
        )
        return of_place * (_OF_A_NAME if stem_ in self.names else 1.0)


def subject_of(lead: StoredArticle, shown: Sequence[Span]) -> Subject | None:
    """Of the article that leads a story, whose `shown` sentences are read; None where nothing tells it."""
    analysis = lead.analysis
    characteristic = _stems(" ".join(analysis.terms))
    if not characteristic:
        return None
    headline = analysis.article.headline
    above = _stems(headline.of(lead.text)) if headline is not None else frozenset()
    below = _stems(" ".join(span.of(lead.text) for span in shown))
    return Subject(above & characteristic, below & characteristic, _names_in(analysis))


def tells_headline(lead: StoredArticle, shown: Sequence[Span]) -> bool:
    """Whether the `shown` sentences tell most of what the headline does."""
    subject = subject_of(lead, shown)
    return subject is not None and bool(subject.headline) and subject.is_told


def brings_in_main_actor(lead: StoredArticle, sentences: Sequence[Span]) -> bool:
    """Whether the second of the sentences names whom the story is about, and nothing above it does.

    "A city has elected its first mayor" leaves open who won.
    """
    analysis = lead.analysis
    heaviest = next((analysis.actors[place] for place in listed(analysis)), None)
    if heaviest is None or len(sentences) < 2:
        return False
    above = [part for part in (analysis.article.headline, sentences[0]) if part is not None]
    named = [any(span.meets(one) for one in heaviest.mentions) for span in (*above, sentences[1])]
    return named[-1] and not any(named[:-1])


def is_turned(lead: StoredArticle, shown: Sequence[Span]) -> bool:
    """Whether the second of the `shown` sentences turns the first about, which is told for its sake."""
    return len(shown) > 1 and turns_about(shown[1].of(lead.text))


def deck_for(lead: StoredArticle, shown: Sequence[Span]) -> Span | None:
    """The article's deck, where the first of the `shown` sentences tells little of what the headline does.

    So it is where an article opens with a scene, or with its writer; and where one sentence is all that
    sums it up. None where what is shown says it, too, and where the deck is somebody's words.
    """
    deck, headline = lead.analysis.article.deck, lead.analysis.article.headline
    subject = subject_of(lead, shown[:1])
    alone = len(lead.analysis.summary) == 1
    if deck is None or headline is None or subject is None or (subject.is_told and not alone):
        return None
    if is_of_page(deck.of(lead.text)) or deck.of(lead.text).startswith(_QUOTED):
        return None
    told = [span.of(lead.text) for span in (headline, *(() if alone else shown))]
    if tells_again(deck.of(lead.text), told) or (not alone and _repeats(lead, deck, shown[:1])):
        return None
    return deck


def is_of_page(deck: str) -> bool:
    """Whether it only says what the page is: "Letters to the Editor for June 3"."""
    return _GUIDE.match(deck) is not None


def _repeats(lead: StoredArticle, deck: Span, shown: Sequence[Span]) -> bool:
    """Whether a reader of the two would read one thing twice, in other words."""
    words = _stems(deck.of(lead.text))
    return any(len(words & _stems(span.of(lead.text))) > _REPEATED * len(words) for span in shown)


def _names_in(analysis: Analysis) -> frozenset[str]:
    """Of actors with a name; "researchers" and "officials" are words like others."""
    return _names_of(actor for actor in analysis.actors if not actor.name.islower())


def _names_of(actors: Iterator[Actor] | Sequence[Actor]) -> frozenset[str]:
    return frozenset(
        form for actor in actors for name in (actor.name, *actor.aliases) for form in _stems(name)
    )


def _stems(words: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(words.casefold()) if word not in _DAYS)
