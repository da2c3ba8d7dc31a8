"""What cannot be read is named with file and fact; what can be is, whatever its bytes."""

import pickle
from pathlib import Path

import pytest

from summaries import articles
from summaries.errors import UnreadableFileError
from tests.summaries.builders import a_page

PAGE = a_page("Café falls into the river", "The old “café” fell into the river on Monday, said François.")
RUSSIAN = "Старый мост упал в реку.\n\nНикто не пострадал, сказал мэр."
MARKDOWN = "\n---\n\nThe old bridge fell into the river.\n"

UNREADABLE: dict[str, tuple[str, bytes, str]] = {
    "empty": ("x.txt", b"", "empty"),
    "white space": ("x.txt", b" \n\t\r\n", "empty"),
    "headline alone": ("x.txt", b"Old bridge falls\n", "no body"),
    "NUL": ("x.txt", b"The bridge\0\0 fell.", "binary: a NUL at character 10"),
    "controls": ("x.txt", b"The bridge " + b"\x01\x02\x03" * 9, "binary: 27 control characters"),
    "picture": ("x.txt", b"\x89PNG\r\n\x1a\n....", "a PNG picture, not a text"),
    "PDF": ("x.md", b"%PDF-1.4 ...", "a PDF document, not a text"),
    "office document": ("x.html", b"PK\x03\x04....", "a zip archive or an office document, not a text"),
    "damaged UTF-8": ("x.txt", PAGE.encode()[:60] + b"\xff" + PAGE.encode()[60:], "not UTF-8 at byte 60"),
    "UTF-8 cut amid a character": ("x.txt", "It fell. “".encode()[:-1], "not UTF-8 at byte 9"),
    "Cyrillic": ("x.txt", RUSSIAN.encode("koi8-r"), "not UTF-8 at byte 0"),
    "Japanese": ("x.txt", "橋が川に落ちた。\n\n怪我人なし。".encode("shift-jis"), "not UTF-8 at byte 0"),
    "UTF-16 cut amid a character": ("x.txt", "It fell.".encode("utf-16") + b"a", "not UTF-16 at byte 18"),
    "broken YAML": ("x.md", b'---\ntitle: "Bridge' + MARKDOWN.encode(), "front matter is not YAML at line 3"),
    "nested YAML": ("x.md", b"---\ntitle: " + b"[" * 9_000 + MARKDOWN.encode(), "front matter is not YAML"),
    "long YAML": (
        "x.md",
        b"---\n" + b"a: b\n" * 9_000 + MARKDOWN.encode(),
        "front matter too long: 45,001 characters",
    ),
    "front matter alone": ("x.md", b"---\ntitle: Bridge\n---\n", "no body"),
    "page without a story": ("x.html", b"<html><body><nav>Home</nav></body></html>", "no body"),
    "no page": ("x.html", b"just words", "not HTML"),
    "too many characters": ("x.txt", b"word " * 300_000, "too long: 1,500,000 characters, at most 1,000,000"),
    "another kind of file": ("x.docx", b"It fell.", "neither .txt, .md nor .html"),
}


@pytest.mark.parametrize(("name", "raw", "fact"), UNREADABLE.values(), ids=UNREADABLE.keys())
def test_unreadable_file_is_named_with_the_fact(tmp_path: Path, name: str, raw: bytes, fact: str) -> None:
    (tmp_path / name).write_bytes(raw)
    with pytest.raises(UnreadableFileError) as caught:
        articles.load(tmp_path / name, name=name)
    assert str(caught.value) == f"{name}: {fact}"


def test_error_crosses_from_a_worker_process() -> None:
    error = pickle.loads(pickle.dumps(UnreadableFileError("x.txt", "empty")))
    assert (error.path, error.fact, str(error)) == ("x.txt", "empty", "x.txt: empty")


def test_large_file_is_refused_unread(tmp_path: Path) -> None:
    with (tmp_path / "x.txt").open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(UnreadableFileError, match="too large: 50,000,000 bytes, at most 5,000,000"):
        articles.load(tmp_path / "x.txt")


def test_missing_file_and_folder_are_unreadable(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="cannot be read: No such file or directory"):
        articles.load(tmp_path / "x.txt")
    (tmp_path / "y.txt").mkdir()
    with pytest.raises(UnreadableFileError, match="a folder"):
        articles.load(tmp_path / "y.txt")


def test_half_a_character_is_refused() -> None:
    with pytest.raises(UnreadableFileError, match="half a character at 3"):
        articles.parse("It \ud800fell.", path="x.txt")


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_encodings_that_are_read(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "x.txt").write_bytes(PAGE.encode(encoding))
    assert articles.load(tmp_path / "x.txt").text == PAGE


def test_latin_1_is_read(tmp_path: Path) -> None:
    page = PAGE.replace("“", '"').replace("”", '"')
    (tmp_path / "x.txt").write_bytes(page.encode("latin-1"))
    assert articles.load(tmp_path / "x.txt").text == page


def test_declared_encoding_of_a_page_is_read(tmp_path: Path) -> None:
    head = '<html><head><meta charset="koi8-r"><title>Мост</title></head>'
    page = f"{head}<body><article><p>{RUSSIAN}</p></article></body></html>"
    (tmp_path / "x.html").write_bytes(page.encode("koi8-r"))
    article = articles.load(tmp_path / "x.html")
    assert [span.of(article.text) for span in article.body] == [" ".join(RUSSIAN.split())]


@pytest.mark.parametrize(
    "words",
    [
        '"' * 10_000,
        "“ " * 100_000,
        "(" * 200_000,
        "A " * 200_000,
        "- " * 200_000,
        "a\n" * 50_000,
        "b" + " " * 500_000 + "c",
    ],
    ids=["marks", "spaced marks", "brackets", "capitals", "dashes", "lines", "spaces"],
)
def test_long_repetition_is_read(words: str) -> None:
    """What takes time with the square of the length would not end within the test's limit."""
    text = a_page("The old bridge fell into the river.", words)
    assert articles.parse(text, path="x.txt").text == text


def test_deeply_nested_page_is_named_or_read(tmp_path: Path) -> None:
    (tmp_path / "x.html").write_bytes(b"<html><body>" + b"<div>" * 20_000 + b"<p>It fell.</p>")
    with pytest.raises(UnreadableFileError, match="no body"):
        articles.load(tmp_path / "x.html")


@pytest.mark.parametrize(
    "front",
    [
        "title: &a [*a]",
        'a: &a ["x","x"]\nb: &b [*a,*a,*a,*a]\ntitle: *b',
        'title: !!python/object/apply:os.system ["true"]',
    ],
    ids=["a list that holds itself", "aliases of aliases", "a call"],
)
def test_yaml_is_neither_unfolded_nor_run(front: str) -> None:
    article = articles.parse(f"---\n{front}{MARKDOWN}", path="x.md", form="markdown")
    assert [span.of(article.text) for span in article.body] == ["The old bridge fell into the river."]
