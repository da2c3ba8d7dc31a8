"""Candidates as the stories of an edition."""

from collections.abc import Iterable
from datetime import UTC

from bot.domain.chats import Chat
from bot.domain.plans import Candidate, Edition, Recipient
from bot.domain.roundups import MOST_LISTED


def by_story(candidates: Iterable[Candidate]) -> tuple[tuple[Candidate, ...], ...]:
    """Grouped by story, the newest story first and the newest article in front of its story."""
    ordered = sorted(candidates, key=lambda each: (each.dated_at, each.article_id))
    grouped: dict[int, list[Candidate]] = {}
    for each in reversed(ordered):
        grouped.setdefault(each.story_id, []).append(each)
    return tuple(tuple(group) for group in grouped.values())


def named_for_lead(recipient: Recipient, stories: tuple[tuple[Candidate, ...], ...]) -> Edition:
    """A push of the stories, as many as the chat is told of at once: its name is that of its lead."""
    lead = stories[0][0]
    shown = stories[: most(recipient.chat)]
    return Edition(
        slot=f"push:{lead.article_id}",
        local_date=lead.public_at.astimezone(UTC).date(),  # the same whoever pushes it, and whenever
        stories=ids_of(shown),
        because=reasons(recipient, shown),
        left_out=len(stories) - len(shown),
    )


def ids_of(stories: Iterable[tuple[Candidate, ...]]) -> tuple[tuple[int, ...], ...]:
    """The numbers of their articles, by story."""
    return tuple(tuple(each.article_id for each in story) for story in stories)


def reasons(recipient: Recipient, stories: Iterable[tuple[Candidate, ...]]) -> tuple[str, ...]:
    """What the chat follows in them, in words, each once."""
    found = [
        words for story in stories for each in story for words in recipient.concerns.get(each.article_id, ())
    ]
    return tuple(dict.fromkeys(found))


def most(chat: Chat) -> int:
    """How many stories it is told of at once: a list holds no more than so many."""
    return chat.stories if chat.whole_stories else min(chat.stories, MOST_LISTED)
