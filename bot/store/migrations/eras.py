"""PostgreSQL's functions that give the newest rows which match a search.

A word's entry in its index is in no order of time, so that the newest rows of a common word are found by
fetching tens of thousands. Rows are numbered as they are filed: the index also holds the *eras* of each,
stretches of 2^10, 2^11, … 2^20 ids, as words to ask for beside the others. A search looks into the newest two
eras of a size, and from what it finds there knows the size that holds enough.
"""

from typing import Final

_SMALLEST, _LARGEST = 10, 20  # of the eras, in bits of an id
_ERAS = ", ".join(f"'~{era}.' || (id >> {era})" for era in range(_SMALLEST, _LARGEST + 1))
BY_ERAS: Final = "(search || briefings_eras(id))"  # what the index that knows eras holds of a row

MAKE_ERAS: Final = (
    f"""CREATE FUNCTION briefings_eras(id bigint) RETURNS tsvector IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
    SELECT array_to_tsvector(ARRAY[{_ERAS}]) $$""",
    """CREATE FUNCTION briefings_newest(last bigint, era integer) RETURNS tsquery
    IMMUTABLE PARALLEL SAFE LANGUAGE sql AS $$
    SELECT ('~' || era || '.' || (last >> era) || '|~' || era || '.' || (last >> era) - 1)::tsquery $$""",
)


def newest_of_all(table: str, *, which: str = "true", held: str = "search") -> str:
    """The statement that makes the table's function, for an index without eras that holds `held`."""
    return f"""CREATE OR REPLACE FUNCTION briefings_newest_{table}(asked tsquery, many integer)
RETURNS SETOF bigint STABLE ROWS 100 LANGUAGE plpgsql AS $$
DECLARE
    found bigint[] := ARRAY(SELECT id FROM {table} WHERE {which} AND {held} @@ asked);
BEGIN
    RETURN QUERY SELECT unnest(found) AS id ORDER BY id DESC LIMIT many;
END $$"""


# Two conditions: the index leaps between them. Sorted in the same query, PostgreSQL would walk the rows from
# the newest on and look for the words in each text; hence the array.
def newest_by_eras(table: str, *, which: str = "true") -> str:
    """The statement that makes the table's function, for an index with eras."""
    return f"""CREATE OR REPLACE FUNCTION briefings_newest_{table}(asked tsquery, many integer)
RETURNS SETOF bigint STABLE ROWS 100 LANGUAGE plpgsql AS $$
DECLARE
    last bigint := (SELECT max(id) FROM {table});
    era integer := {_SMALLEST};
    found bigint[] := ARRAY[]::bigint[];
BEGIN
    WHILE era <= {_LARGEST} AND last >> era > 1 AND cardinality(found) < many LOOP
        found := ARRAY(
            SELECT id FROM {table} WHERE {which} AND {BY_ERAS} @@ asked
            AND {BY_ERAS} @@ briefings_newest(last, era)
        );
        era := era + greatest(1, ceil(log(2.0, 1.25 * many / greatest(1, cardinality(found)))));
    END LOOP;
    IF cardinality(found) < many THEN
        found := ARRAY(SELECT id FROM {table} WHERE {which} AND {BY_ERAS} @@ asked);
    END IF;
    RETURN QUERY SELECT unnest(found) AS id ORDER BY id DESC LIMIT many;
END $$"""
