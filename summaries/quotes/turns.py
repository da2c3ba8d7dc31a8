"""Turns of an interview or a transcript, and readers' letters → drafts: what a label gives to its speaker.

What is said stands without marks, so it is reported, not quoted; words in marks inside it are another's.
"""

from collections.abc import Sequence

from summaries.actors import Cast
from summaries.lexicon.cues import FIRST_PERSON
from summaries.models import Article, Span
from summaries.quotes.drafts import QuoteDraft
from summaries.quotes.page import ParagraphView
from summaries.turns import Turn


def drafts_in(
    turn: Turn, pages: Sequence[ParagraphView], found: Sequence[QuoteDraft], text: str
) -> list[QuoteDraft]:
    """The turn's drafts: what its speaker says, and those `found` in it that quote others in marks.

    None of a question: whoever asks for the outlet is not quoted.
    """
    if turn.role == "asks":
        return []
    label = turn.label if turn.role in ("speaks", "writes") else None
    cue = _cue(turn, text)
    if pages and all(page.is_all_quoted for page in pages):
        marked = [passage.span for page in pages for passage in page.passages]
        return [QuoteDraft(cue, label, marked, list(marked), is_labelled=True)]
    own = QuoteDraft(cue, label, list(turn.words), is_labelled=True)
    return [own, *(draft for draft in found if _is_others(draft, text))]


class Labels:
    """Whom the labels of an article mean: the actors by the ends of their names, and the page's guest."""

    def __init__(self, article: Article, turns: Sequence[Turn], people: Cast) -> None:
        self._text = article.text
        self._guest = _guest(article, turns, people) if turns else None
        self._meant: dict[tuple[str, ...], set[int]] = {}
        for number, actor in enumerate(people.actors if turns else ()):
            for name in (actor.name, *actor.aliases):
                parts = tuple(name.casefold().split())
                for place in range(len(parts)):
                    self._meant.setdefault(parts[place:], set()).add(number)

    def actor(self, label: Span | None) -> int | None:
        """ "ORTIZ" is Ana Ortiz, unless two are; who answers without a name is the one interviewed."""
        if label is None:
            return self._guest
        meant = self._meant.get(tuple(label.of(self._text).casefold().split()), set())
        return next(iter(meant)) if len(meant) == 1 else None


def _guest(article: Article, turns: Sequence[Turn], people: Cast) -> int | None:
    """Whom the page interviews: the one person named above the first turn; None where there are several."""
    first = turns[0].label or turns[0].words[0]
    above = [span for span in (article.headline, article.deck) if span is not None]
    above += [span for span in article.body if span.end <= first.start]
    named = {actor for span in above for actor in people.inside(span)}
    persons = [actor for actor in named if people.actors[actor].kind == "person"]
    return persons[0] if len(persons) == 1 else None


def _cue(turn: Turn, text: str) -> Span | None:
    """The colon behind a name, the "A" of an answer; a letter has none."""
    if turn.label is None or turn.role == "writes":
        return None
    colon = text.find(":", turn.label.end, turn.words[0].start)
    return Span(colon, colon + 1) if turn.role == "speaks" and colon >= 0 else turn.label


def _is_others(draft: QuoteDraft, text: str) -> bool:
    """Whether the speaker tells what another said: "He told me, “No.”"."""
    speaker = draft.speaker.of(text).lower() if draft.speaker is not None else ""
    return bool(draft.verbatim) and speaker != "" and speaker not in FIRST_PERSON
