"""An actor being drawn up: the hits in the text that mean it, before anything is counted or named."""

from dataclasses import dataclass, field

from summaries.models import ActorKind


@dataclass(frozen=True, slots=True)
class Hit:
    """Tokens `[start, end)` that mean an actor; `opens`: where the phrase that they head begins.

    `core`: where the words of a group's mention begin that name it, "drivers" of "some weary drivers".
    """

    start: int
    end: int
    opens: int
    acts: bool = False
    pronoun: bool = False
    core: int | None = None


@dataclass(slots=True)
class ActorDraft:
    """An actor with its hits; `name` where the words alone do not say it (a state's)."""

    kind: ActorKind
    hits: list[Hit] = field(default_factory=list)
    name: str | None = None
    female: bool | None = None  # None: not told
    guessed: bool = False  # by the given name alone: what pronouns tell overrules it
    former: frozenset[str] = frozenset()  # what it was called before, in small letters

    @property
    def acts(self) -> bool:
        """Whether it does something anywhere in the text."""
        return any(hit.acts for hit in self.hits)
