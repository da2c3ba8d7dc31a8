"""What editors repaired in articles, for whatever comes out of the store of them."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BigInteger, Connection, Row, bindparam, exists, select, update

from bot.domain.repairing import repaired
from bot.domain.repairs import Change, Repair, RepairKind
from bot.store.database.tables import articles, repairs
from summaries.models import Analysis


def repairs_of(connection: Connection, ids: Sequence[int]) -> Mapping[int, tuple[Repair, ...]]:
    """What counts of the repairs of these articles, the oldest first; none has no entry."""
    found: dict[int, tuple[Repair, ...]] = {}
    for row in connection.execute(_COUNTING, {"ids": list(ids)}) if ids else ():
        found[row.article_id] = (*found.get(row.article_id, ()), to_repair(row))
    return found


def to_repair(row: Row[*tuple[Any, ...]]) -> Repair:
    """The repair of a row."""
    return Repair(
        id=row.id,
        article_id=row.article_id,
        change=Change(kind=RepairKind(row.kind), words=row.words, around=row.around, to=row.meant),
        by=row.made_by,
        at=row.made_at,
        lapsed=row.lapsed,
    )


def changes_of(repairs_made: Sequence[Repair]) -> tuple[Change, ...]:
    """What is to be otherwise than it was read."""
    return tuple(repair.change for repair in repairs_made)


def repaired_reading(connection: Connection, article_id: int, reading: Analysis) -> Analysis:
    """What is shown of a reading of the article."""
    made = repairs_of(connection, [article_id]).get(article_id)
    return repaired(reading, changes_of(made)).analysis if made else reading


def note_lapses(connection: Connection, article_id: int, reading: Analysis) -> None:
    """Writes down which repairs do not apply to what is read of the article now, and which do again."""
    made = repairs_of(connection, [article_id]).get(article_id, ())
    lapsed = repaired(reading, changes_of(made)).lapsed if made else frozenset()
    for place, repair in enumerate(made):
        if repair.lapsed != (place in lapsed):
            this = update(repairs).where(repairs.c.id == repair.id)
            connection.execute(this.values(lapsed=place in lapsed, told=False))


# ------------------------------------------------------------------ statements, put together once

HAS_REPAIRS = exists().where(repairs.c.article_id == articles.c.id, repairs.c.undone_at.is_(None))

_COUNTING = (
    select(repairs)
    .where(
        repairs.c.article_id.in_(bindparam("ids", expanding=True, type_=BigInteger())),
        repairs.c.undone_at.is_(None),
    )
    .order_by(repairs.c.id)
)
