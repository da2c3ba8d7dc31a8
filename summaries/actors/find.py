"""Doc → Cast: names, then groups and states, then who they are, then pronouns."""

from collections import Counter

from spacy.tokens import Doc

from summaries.actors.cast import Cast, Reference
from summaries.actors.figures import gather
from summaries.actors.mentions import Look, find_names
from summaries.actors.page import read_page
from summaries.models import Actor, Article, Span


def find_actors(doc: Doc, article: Article) -> Cast:
    """Everybody who acts or speaks in the article, heaviest first."""
    page = read_page(doc, article)
    figures = gather(page, find_names(page))
    actors: list[Actor] = []
    refs: list[Reference] = []
    for figure in figures:
        if figure.look in (Look.THING, Look.PEOPLE):
            continue
        spans = [Span(doc[n.start].idx, doc[n.end - 1].idx + len(doc[n.end - 1])) for n in figure.names]
        i = len(actors)
        forms = Counter(s.of(article.text) for s in spans)
        actors.append(
            Actor(
                name=max(forms, key=len),
                kind="person" if figure.look is Look.PERSON else "organization",
                aliases=tuple(f for f in forms if f != max(forms, key=len)),
                mentions=tuple(spans),
            )
        )
        refs += [Reference(mention=s, phrase=s, actor=i) for s in spans]
    return Cast(tuple(actors), tuple(sorted(refs, key=lambda r: r.mention)))
