"""The little that SQLite and PostgreSQL say differently."""

from sqlalchemy import Connection, String, Table
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


class genre_in(FunctionElement[str]):  # noqa: N801 - a function of SQL, as SQLAlchemy names its own
    """The kind of text in a column of stored analyses; NULL where none is told, or none was yet."""

    type = String()
    inherit_cache = True


@compiles(genre_in, "sqlite")
def _in_sqlite(element: genre_in, compiler: SQLCompiler, **options: object) -> str:
    return f"json_extract({compiler.process(element.clauses, **options)}, '$.article.genre')"


@compiles(genre_in, "postgresql")
def _in_postgresql(element: genre_in, compiler: SQLCompiler, **options: object) -> str:
    return f"CAST({compiler.process(element.clauses, **options)} AS json) #>> '{{article,genre}}'"
