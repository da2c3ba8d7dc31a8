"""The little that SQLite and PostgreSQL say differently."""

from sqlalchemy import Connection, Double, String, Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

Insert = postgresql.Insert | sqlite.Insert


def insert_or_ignore(connection: Connection, table: Table) -> Insert:
    """INSERT that leaves a row alone that is there already."""
    return upsert(connection.dialect.name, table).on_conflict_do_nothing()


def upsert(dialect: str, table: Table) -> Insert:
    """INSERT that can say what to do when the row is there already."""
    return sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)


class clock(FunctionElement[float]):  # noqa: N801 - a function of SQL, as SQLAlchemy names its own
    """Seconds since 1970, by the database's own clock."""

    type = Double()
    inherit_cache = True


class told_in(FunctionElement[str]):  # noqa: N801 - a function of SQL, as SQLAlchemy names its own
    """A field of the article in a column of stored analyses; NULL where none is told, or none was yet."""

    type = String()
    inherit_cache = True


@compiles(told_in, "sqlite")
def _in_sqlite(element: told_in, compiler: SQLCompiler, **options: object) -> str:
    analysis, field = (compiler.process(one, **options) for one in element.clauses)
    return f"json_extract({analysis}, '$.article.' || {field})"


@compiles(told_in, "postgresql")
def _in_postgresql(element: told_in, compiler: SQLCompiler, **options: object) -> str:
    analysis, field = (compiler.process(one, **options) for one in element.clauses)
    return f"CAST({analysis} AS json) #>> ARRAY['article', {field}]"


@compiles(clock, "sqlite")
def _clock_in_sqlite(_element: clock, _compiler: SQLCompiler, **_options: object) -> str:
    return "((julianday('now') - 2440587.5) * 86400.0)"


@compiles(clock, "postgresql")
def _clock_in_postgresql(_element: clock, _compiler: SQLCompiler, **_options: object) -> str:
    return "CAST(extract(epoch FROM clock_timestamp()) AS double precision)"
