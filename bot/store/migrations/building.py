"""Builds PostgreSQL's indexes while the bot answers. On SQLite a migration builds them at the start."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, text
from sqlalchemy.exc import OperationalError

from bot.store.database.engine import TURN

_PATIENCE = "2s"  # who waits for a table has all who come later wait behind
_TRIES = 30

_DEFINITION = text(
    "SELECT pg_get_indexdef(indexrelid) FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid"
    " WHERE relname = :name AND pg_table_is_visible(indrelid) AND indisvalid"
)


def definition(connection: Connection, name: str) -> str:
    """How the index was made, as PostgreSQL writes it; empty where there is none, or none that is whole."""
    return connection.execute(_DEFINITION, {"name": name}).scalar_one_or_none() or ""


def build_index(connection: Connection, name: str, on: str, *, then: Iterable[str] = ()) -> None:
    """Makes the index `on` a table as PostgreSQL writes it, in place of the one of that name.

    `connection` commits by itself. The new one is built beside the old one, what an interrupted build left of
    it anew; `then` is run in the moment in which it takes the other's place.
    """
    if definition(connection, name).endswith(f".{on}"):
        return
    beside = f"{name}_new"
    connection.exec_driver_sql(f"DROP INDEX CONCURRENTLY IF EXISTS {beside}")
    connection.exec_driver_sql(f"CREATE INDEX CONCURRENTLY {beside} ON {on}")
    _at_a_moment(
        connection, (f"DROP INDEX IF EXISTS {name}", f"ALTER INDEX {beside} RENAME TO {name}", *then)
    )


@contextmanager
def in_turn(connection: Connection) -> Iterator[None]:
    """No writer of the bot's writes meanwhile. `connection` commits by itself."""
    connection.exec_driver_sql(f"SELECT pg_advisory_lock({TURN})")
    try:
        yield
    finally:
        connection.exec_driver_sql(f"SELECT pg_advisory_unlock({TURN})")


def _at_a_moment(connection: Connection, statements: Iterable[str]) -> None:
    """One transaction, begun again where somebody else has the table for long."""
    at_once = "; ".join(statements)
    for left in reversed(range(_TRIES)):
        try:
            connection.exec_driver_sql(f"BEGIN; SET LOCAL lock_timeout = '{_PATIENCE}'; {at_once}; COMMIT")
        except OperationalError:
            connection.exec_driver_sql("ROLLBACK")
            if not left:
                raise
        else:
            return
