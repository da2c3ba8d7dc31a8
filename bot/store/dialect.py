"""The little that SQLite and PostgreSQL say differently."""

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite

AnyConnection = Connection | Connection


def insert_or_ignore(connection: AnyConnection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """INSERT that leaves a row alone that is there already."""
    return upsert(connection, table).on_conflict_do_nothing()


def upsert(connection: AnyConnection, table: Table) -> postgresql.Insert | sqlite.Insert:
    """INSERT that can say what to do when the row is there already."""
    if connection.dialect.name == "sqlite":
        return sqlite.insert(table)
    return postgresql.insert(table)
