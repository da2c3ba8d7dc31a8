"""Reads test articles with the real pipeline, and names what was found."""

from summaries.actors import Cast, find_actors
from summaries.language import load_pipeline, read
from summaries.models import Actor, ActorKind, Article
from tests.summaries.builders import an_article

Named = tuple[str, ActorKind, tuple[str, ...], str | None]  # name, kind, aliases, description


def cast_of(article: Article) -> Cast:
    return find_actors(read(article, load_pipeline()), article)


def in_text_order(cast: Cast) -> list[Actor]:
    return sorted(cast.actors, key=lambda actor: actor.mentions[0])


def named(actor: Actor, text: str) -> Named:
    return (actor.name, actor.kind, actor.aliases, actor.description.of(text) if actor.description else None)


def named_in(*paragraphs: str) -> list[Named]:
    """Every actor of an article of these paragraphs, in text order."""
    article = an_article(*paragraphs, headline=None)
    return [named(actor, article.text) for actor in in_text_order(cast_of(article))]


def names_in(*paragraphs: str, kind: ActorKind | None = None) -> list[str]:
    """Their names; `kind`: of those alone that are of one kind."""
    return [name for name, what, *_ in named_in(*paragraphs) if kind in (None, what)]


def mentions(actor: Actor, text: str) -> list[str]:
    return [mention.of(text) for mention in actor.mentions]
