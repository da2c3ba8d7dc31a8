"""How well kinds of text are told: the labels that are shown, beside those that were given by hand."""

import tomllib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from summaries.articles import SUFFIXES, load
from summaries.errors import UnreadableFileError
from summaries.models import Genre

GOLD: Final = Path(__file__).with_name("genre_gold.toml")


class GenreFigures(NamedTuple):
    """Of one half of the labelled texts: how many there are, were told, and were told rightly."""

    half: str
    texts: int
    told: int
    right: int
    labels: int  # of those told, what is no news: they are shown with a label
    right_labels: int
    labelled: int  # that bear no "news" by hand

    def __str__(self) -> str:
        precision = self.right / self.told if self.told else 1.0
        return (
            f"{self.half}: precision {precision:.3f}, {self.told} of {self.texts} told; "
            f"labels shown {self.right_labels} of {self.labels} right, {self.labelled} are no news"
        )


def judge(folders: Iterable[Path]) -> Iterator[GenreFigures]:
    """The figures of each half, over those of its texts that are in the folders and can be read."""
    files = {
        path.stem: path
        for folder in folders
        if folder.is_dir()
        for path in folder.iterdir()
        if path.suffix in SUFFIXES
    }
    for half, labels in tomllib.loads(GOLD.read_text(encoding="utf-8")).items():
        there = {stem: files[stem] for stem in labels if stem in files}
        yield figures(half, [(_told(path), labels[stem].split()) for stem, path in there.items()])


def figures(half: str, pairs: Sequence[tuple[Genre | None, Sequence[str]]]) -> GenreFigures:
    """The figures over pairs of what was told and what is right."""
    told = [(genre, right) for genre, right in pairs if genre is not None]
    labels = [(genre, right) for genre, right in told if genre != "news"]
    return GenreFigures(
        half=half.replace("_", " "),
        texts=len(pairs),
        told=len(told),
        right=sum(genre in right for genre, right in told),
        labels=len(labels),
        right_labels=sum(genre in right for genre, right in labels),
        labelled=sum("news" not in right for _, right in pairs),
    )


def _told(path: Path) -> Genre | None:
    try:
        return load(path).genre
    except UnreadableFileError:
        return None
