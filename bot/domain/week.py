"""What a week brought: the stories that most told of, who was in the news, and what was said.

A message that tells of one holds its articles and actors by their numbers (`Contents`): what they are, and
how many told of each, is found anew whenever it is written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice

from bot.domain.actors import CastMember
from bot.domain.articles import Story
from bot.domain.pull_quotes import PullQuote, pull_quote

SPAN = timedelta(days=7)
STORIES = 7
CAST = 5
QUOTATIONS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekHeld:
    """Of which week a message tells, and of whom in it."""

    until: datetime  # the seven days up to then
    actors: tuple[int, ...]

    def spans(self, dated_at: datetime) -> bool:
        """Whether what is so dated is of this week."""
        return self.until - SPAN < dated_at <= self.until


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekStory:
    """A story of the week, and how many articles of the week tell it."""

    story: Story
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The last seven days: what most told of first, who weighs most in them first."""

    stories: tuple[WeekStory, ...]
    cast: tuple[CastMember, ...]  # with the number of the week's articles, not of all

    @property
    def quotations(self) -> tuple[PullQuote, ...]:
        """One of a story and one of a speaker: spoken words of somebody whom the article names."""
        return tuple(islice(_each_speaker_once([each.story for each in self.stories]), QUOTATIONS))


def _each_speaker_once(stories: Sequence[Story]) -> Iterator[PullQuote]:
    heard: set[str] = set()
    for story in stories:
        pull = pull_quote(story)
        if pull is not None and pull.speaker is not None and pull.speaker.name not in heard:
            heard.add(pull.speaker.name)
            yield pull
