"""Notes with each appearance what its article calls the actor, as migration 0003 wants it."""

import json

from sqlalchemy import Connection, text

_AT_ONCE = 500  # articles


def note_aliases(connection: Connection, which: str = "true") -> None:
    """Of the articles that readers are shown, those for which the condition holds."""
    shown = text(
        "SELECT revisions.id, article_id, analysis FROM revisions JOIN articles ON articles.id = article_id"
        f" WHERE shown AND revisions.id > :after AND ({which}) ORDER BY revisions.id LIMIT :many"
    )
    noted = text("UPDATE appearances SET aliases = :aliases WHERE article_id = :article AND place = :place")
    after = 0
    while rows := connection.execute(shown, {"after": after, "many": _AT_ONCE}).all():
        called = [
            {"article": row.article_id, "place": place, "aliases": "\n".join(actor["aliases"])}
            for row in rows
            for place, actor in enumerate(json.loads(row.analysis).get("actors", ()))
            if actor.get("aliases")
        ]
        if called:
            connection.execute(noted, called)
        after = rows[-1].id
