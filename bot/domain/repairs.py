"""What editors repaired in the reading of an article: bound to its words, so that it outlives a reading."""

import enum
import hashlib
from dataclasses import dataclass
from datetime import datetime

from summaries.models import Analysis, Quote


class RepairKind(enum.StrEnum):
    """What an editor can repair, and of what its words are."""

    PULL = "pull"  # these words of a quotation stand for the article
    NO_PULL = "no pull"  # no quotation does
    STRIKE = "strike"  # this sentence is shown no more as ours
    TAKE = "take"  # this sentence stands in the summary
    SPEAKER = "speaker"  # this quotation is `to`'s: an actor's name, words of the article, or nobody's
    HIDE = "hide"  # the actor of this name is none


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that is to be otherwise than it was read.

    `words` are the article's in the plain form of `plain_words`, a line for each piece of a quotation;
    `around` are the sentences in which few words stand, which tell them from the same elsewhere.
    """

    kind: RepairKind
    words: str = ""
    around: str = ""
    to: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """A change that an editor made and nobody undid."""

    id: int
    article_id: int
    change: Change
    by: int
    at: datetime
    lapsed: bool = False  # the words do not stand in the reading that is shown


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryMove:
    """Articles that an editor moved together from one story into another, which nobody undid."""

    id: int
    articles: tuple[int, ...]
    into: int | None  # the article whose story they tell since; None: they made another
    by: int
    at: datetime
    stands: bool = True  # nothing was moved after it


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """Who undid a repair, and when; `before`: it was undone already."""

    by: int
    at: datetime
    before: bool = False


@dataclass(frozen=True, slots=True)
class Pull:
    """Which quotation stands for an article by an editor's word; None: none does."""

    quote: Quote | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repaired:
    """A reading with its changes: what is shown of it."""

    analysis: Analysis
    pull: Pull | None = None  # None: as the rules choose
    lapsed: frozenset[int] = frozenset()  # places of the changes that do not apply


def with_note(correction: str | None, note: str, *, most: int) -> str:
    """The correction with the note behind it; as it is where that holds it, or has no room for it."""
    told = correction or ""
    longer = f"{told} {note}".strip()
    return told if note in told or len(longer) > most else longer


def without_note(correction: str | None, note: str) -> str | None:
    """The correction without the note; None where nothing is left."""
    return plain_words((correction or "").replace(note, "", 1)) or None


def plain_words(words: str) -> str:
    """The words as a change keeps them: on one line."""
    return " ".join(words.split())


def key_of(words: str) -> str:
    """What stands for words in a button: a letter, so that it is no number, and eight signs."""
    return "k" + hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]
