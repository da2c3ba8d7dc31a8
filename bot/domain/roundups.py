"""A message that holds stories, and shows the list of them or one: values alone."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from bot.domain.articles import ArticleState, StoredArticle, Story
from bot.domain.week import Week, WeekHeld

MOST_LISTED = 10  # stories in one message: more is no glance, and would not fit with their sentences

# public: something of it may be shown; held: an editor may still let it go; killed: it is taken back;
# gone: withdrawn otherwise, or waiting for an editor's first word.
Standing = Literal["public", "held", "gone", "killed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryHeld:
    """A story of a message: its articles, the lead first."""

    articles: tuple[int, ...]
    before: int | None = None  # an article by which the chat was told of the story earlier


def story_held(held: StoryHeld, found: Mapping[int, StoredArticle]) -> Story | None:
    """The story of those of its articles that are found; None where none is."""
    here = [found[id_] for id_ in held.articles if id_ in found]
    left = tuple(one for one in here if one.story_id == here[0].story_id)  # an editor may have parted them
    if not left:
        return None
    before = found.get(held.before) if held.before is not None else None
    return Story(id=left[0].story_id, articles=left, before=before)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a message holds since it was decided on: numbers of articles, none of their words."""

    stories: tuple[StoryHeld, ...]
    week: WeekHeld | None = None  # the stories are those of a week, with who was in the news
    heading: str | None = None  # what stands above
    line: str | None = None  # the editors' own, on top
    left_out: bool = False  # more is new than it holds: the heading names the list of the newest
    heads: bool = False  # other messages of its edition follow, and its heading stands over them, too
    answers: int | None = None  # Telegram's number of the chat's message that told of the story before
    silent: bool = False

    @classmethod
    def of_week(cls, stories: Iterable[Story], week: WeekHeld) -> "Contents":
        """Of a message that tells of a week."""
        held = (StoryHeld(articles=tuple(one.id for one in story.articles)) for story in stories)
        return cls(stories=tuple(held), week=week)

    def without(self, muted: Collection[int]) -> "Contents":
        """The same without these articles, and without stories that hold no other."""
        if not muted:
            return self
        left = ((story, tuple(id_ for id_ in story.articles if id_ not in muted)) for story in self.stories)
        return replace(self, stories=tuple(replace(story, articles=ids) for story, ids in left if ids))

    @property
    def articles(self) -> tuple[int, ...]:
        """All articles, in order."""
        return tuple(article for story in self.stories for article in story.articles)

    def story_of(self, article_id: int) -> StoryHeld | None:
        """The story that holds the article."""
        return next((story for story in self.stories if article_id in story.articles), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Roundup:
    """The same as it is now: what readers may have of it, and which story of it is open."""

    stories: tuple[Story, ...]
    week: Week | None = None  # the list is that of a week
    heading: str | None = None
    line: str | None = None  # the editors' own, on top
    left_out: bool = False  # more is new than it holds
    heads: bool = False  # its heading stands over the messages that follow, too
    opened: Story | None = None  # None: the list
    standing: Standing = "public"
    # Verb and argument by which its buttons find it again; None: there is no list to come back to.
    reference: tuple[str, int | str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """Of an article in a message: whether it may be shown now, or when."""

    state: ArticleState
    public: bool
    embargo: datetime | None


def standing(articles: tuple[Outlook, ...]) -> Standing:
    """How a message stands that holds these articles; none: they are gone."""
    if any(each.public for each in articles):
        return "public"
    if any(each.state in (ArticleState.HELD, ArticleState.LIVE) for each in articles):
        return "held"
    return "killed" if any(each.state is ArticleState.KILLED for each in articles) else "gone"
