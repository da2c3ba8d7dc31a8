"""Who in an article that was read anew is whom the reading before named otherwise. Pure.

A name that newer rules cut otherwise ("Acme chairman Ada Berg", "Ada Berg") is the same person still.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator

from summaries.models import Actor, Analysis
from summaries.names import family, fold


def heirs(before: Analysis, after: Analysis) -> dict[int, int]:
    """Where among the actors of `after` each of `before` stands; those who are nobody there are left out.

    Where the words are the same it is who is meant now where the actor was named; where the page was cut
    otherwise, who alone is called what the other was, or bears a full name with which the other ends.
    """
    if before.article.text == after.article.text:
        return _by_place(before, after)
    return _by_name(before, after)


def _by_place(before: Analysis, after: Analysis) -> dict[int, int]:
    meant: defaultdict[int, set[int]] = defaultdict(set)  # letter of the text → who is meant there
    for place, actor in enumerate(after.actors):
        for start, end in actor.mentions:
            for letter in range(start, end):
                meant[letter].add(place)
    found: dict[int, int] = {}
    for place, actor in enumerate(before.actors):
        named = list(_named(actor, before.article.text))
        votes = Counter(
            heir
            for start, end in named
            for heir in set[int]().union(*(meant.get(letter, ()) for letter in range(start, end)))
        )
        likely = [heir for heir, count in votes.items() if 2 * count > len(named)]
        akin = [heir for heir in likely if after.actors[heir].kind == actor.kind] or likely
        best = sorted(akin, key=lambda heir: -votes[heir])[:2]
        if len(best) == 1 or (best and votes[best[0]] > votes[best[1]]):
            found[place] = best[0]
    return found


def _named(actor: Actor, text: str) -> Iterator[tuple[int, int]]:
    """Where the actor is called by a word of its name: no pronoun, no description."""
    words = set(fold(actor.name).split())
    for start, end in actor.mentions:
        if not words.isdisjoint(fold(text[start:end]).split()):
            yield start, end


def _by_name(before: Analysis, after: Analysis) -> dict[int, int]:
    whole: defaultdict[str, set[int]] = defaultdict(set)  # who is so named
    called: defaultdict[str, set[int]] = defaultdict(set)  # whose name ends so, or who is called so besides
    for place, actor in enumerate(after.actors):
        whole[fold(actor.name)].add(place)
        for form in (*_ends(actor.name), *map(fold, actor.aliases), family(actor.name)):
            called[form].add(place)
    found: dict[int, int] = {}
    for place, actor in enumerate(before.actors):
        key = fold(actor.name)
        shorter = set[int]().union(*(whole.get(end, ()) for end in _ends(actor.name)))
        same = whole.get(key) or called.get(key, set()) | shorter
        if len(same) == 1:
            (found[place],) = same
    return found


def _ends(name: str) -> Iterator[str]:
    """The name without its first words, as long as two are left."""
    words = fold(name).split()
    for start in range(len(words) - 1):
        yield " ".join(words[start:])
