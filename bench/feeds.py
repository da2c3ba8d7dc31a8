"""How much of what feeds tell of their entries comes out of our own values, on feeds that state it.

The feeds are other projects' (feedparser's corpus): `FEEDS` names the folder; without it nothing is measured.
A file states at its head what must be found, as an expression: `entries[0]['title'] == 'Example'`.
"""

import ast
import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from bench.rows import Row, Size
from bot.newsroom.sources.addresses import address_of
from bot.newsroom.sources.encodings import text_of_bytes
from bot.newsroom.sources.markup import line_of, text_of
from bot.newsroom.sources.plain_text import without_controls
from bot.newsroom.sources.resources import read_resource
from bot.newsroom.sources.values import Entry, Feed

FOLDER: Final = Path(os.environ.get("FEEDS", "feeds"))
HOST: Final = "http://127.0.0.1:8097/"  # where the corpus takes itself to stand
_EXPECT = re.compile(r"Expect:\s*(.+)")
_HEADER = re.compile(r"Header:\s*([\w-]+):\s*(.+)")
_OTHER_REL = re.compile(r"\['rel'\] == '(?!alternate)")  # a link, but none to where the entry stands
_FIELDS: Final = {
    "title": "title",
    "link": "link",
    "links": "link",
    "id": "id",
    "guid": "id",
    "summary": "text",
    "description": "text",
    "content": "text",
    **dict.fromkeys(("published", "issued", "created", "updated", "modified", "date"), "date"),
}


class Told(NamedTuple):
    """What a file says that the entry has."""

    entry: int
    field: str  # of _FIELDS' values
    value: object


def run(size: Size) -> Iterator[Row]:  # noqa: ARG001 (the corpus has one size)
    """The share that comes out, over all fields; nothing where the corpus is not there."""
    files = sorted((FOLDER / "feedparser").rglob("*.xml"))
    if not files:
        print(f"{FOLDER}: not there, so no feed is read")
        return
    judged = [(file, one, found) for file in files for one, found in _judged(file)]
    told = Counter(one.field for _, one, _ in judged)
    came = Counter(one.field for _, one, found in judged if found)
    fields = ", ".join(f"{name} {came[name]} of {told[name]}" for name in sorted(told))
    missed = ", ".join(f"{one.field} in {file.name}" for file, one, found in judged if not found)
    yield Row(
        name="fields of entries that come out",
        value=100 * came.total() / told.total(),
        unit="%",
        goal=99,
        less_is_better=False,
        note=f"{len(files):,} feeds, {told.total():,} values: {fields}; missed: {missed or 'none'}",
    )


def _judged(file: Path) -> Iterator[tuple[Told, bool]]:
    """Each value that a file states, and whether our entry has it."""
    raw = file.read_bytes()
    head = text_of_bytes(raw, None)[:20_000]
    stated = list(_stated(head))
    if not stated:
        return
    headers = {name.lower(): value.strip() for name, value in _HEADER.findall(head)}
    address = address_of(headers.get("content-location"), base=HOST) or HOST
    read = read_resource(raw, address=address, content_type=headers.get("content-type"))
    entries = read.entries if isinstance(read, Feed) else ()
    for one in stated:
        yield one, one.entry < len(entries) and _has(entries[one.entry], one, address)


def _stated(head: str) -> Iterator[Told]:
    match = _EXPECT.search(head)
    try:
        tree = ast.parse(match[1].strip(), mode="eval") if match else None
    except SyntaxError:
        return
    for node in ast.walk(tree) if tree else ():
        if not (isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq)):
            continue
        path, value = _path(node.left), node.comparators[-1]
        if len(path) >= 3 and path[0] == "entries" and isinstance(path[1], int):
            field = _field(path[2:])
            if field is not None and not (field == "link" and _OTHER_REL.search(head)):
                yield Told(path[1], field, ast.literal_eval(value))


def _field(path: list[object]) -> str | None:
    """The field of ours that a path within an entry means: ["content", 0, "value"]."""
    name = str(path[0]).removesuffix("_detail").removesuffix("_parsed")
    field, rest = _FIELDS.get(name), path[1:]
    whole = {"links": [0, "href"], "content": [0, "value"]}.get(name, [])
    if str(path[0]).endswith("_detail"):
        whole = ["value"]
    return field if rest == whole else None


def _path(node: ast.expr) -> list[object]:
    """["entries", 0, "title"] of `entries[0]['title']` and of `entries[0].title`."""
    match node:
        case ast.Name(id=name):
            return [name]
        case ast.Subscript(value=inner, slice=ast.Constant(value=key)):
            return [*_path(inner), key]
        case ast.Attribute(value=inner, attr=name):
            return [*_path(inner), name]
    return []


def _has(entry: Entry, told: Told, address: str) -> bool:
    value = without_controls(told.value) if isinstance(told.value, str) else told.value
    if told.field == "date":
        stamps = [stamp for stamp in (entry.published, entry.updated) if stamp is not None]
        if isinstance(value, tuple):
            return any(stamp.moment and stamp.moment.timetuple()[:6] == value[:6] for stamp in stamps)
        return any(stamp.words == value for stamp in stamps) or (value is None)
    if told.field == "link":
        return entry.link == address_of(str(value), base=None)  # what is no http address is no link
    if told.field == "id":
        return value in (entry.id, address_of(entry.id, base=address))  # ours is as the feed has it
    if told.field == "title":
        return entry.title in (value, line_of(str(value), markup=True))
    return text_of(str(value)) in (entry.summary, entry.words) or value in (entry.text, entry.words)
